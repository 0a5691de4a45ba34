"""The pages of the window, in the order of the navigation: a new page is one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.bouwstenen import Pagina
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.register_page import RegisterPage
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stappenplan_page import StappenplanPage
from klachtenapp.ui.werkvoorraad_page import WerkvoorraadPage


@dataclass(frozen=True, slots=True)
class Paginasoort:
    """One page: its name, what stands in the navigation (& marks the Alt key), how it is made.

    A page without ``label`` is not in the navigation (the dossier).
    """

    naam: str
    label: str
    icoon: str
    maak: Callable[[Runner, Navigatie], Pagina]


DIALOGEN: dict[str, Callable[[Runner, QWidget], QDialog]] = {}
"""What opens over the window instead of in it, by the name for ``toon_pagina``."""

PAGINAS: tuple[Paginasoort, ...] = (
    Paginasoort("werkvoorraad", "&Werkvoorraad", "werkvoorraad", WerkvoorraadPage),
    Paginasoort("register", "&Register", "register", RegisterPage),
    Paginasoort("nieuwe_melding", "&Nieuwe melding", "nieuw", IntakePage),
    Paginasoort("stappenplan", "&Stappenplan", "stappenplan", StappenplanPage),
    Paginasoort("beheer", "&Beheer", "beheer", BeheerPage),
    Paginasoort("dossier", "", "", DossierPage),
)
