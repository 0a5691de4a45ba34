"""What the keys do on the page of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from klachtenapp.ui.dossier.beeld import TOETSEN, Dossierbeeld
from klachtenapp.ui.dossier.briefbureau import Briefbureau
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.stapbalk import Stapbalk
from klachtenapp.ui.dossier.tabbalk import toets as tabtoets
from klachtenapp.ui.dossier.uitvoering import Uitvoering
from klachtenapp.ui.dossier.werkblad import TABS, Werkblad
from klachtenapp.ui.paginatoets import Paginatoets


class Blad(Deur, Protocol):
    """The page of a dossier, as its keys see it."""

    werkblad: Werkblad
    stapbalk: Stapbalk
    bureau: Briefbureau
    uitvoering: Uitvoering

    @property
    def beeld(self) -> Dossierbeeld | None:
        """The dossier that is shown."""
        ...

    @property
    def op_bureau(self) -> bool:
        """Whether the letter desk is in front."""
        ...

    def volgende(self) -> None:
        """Do the next step."""
        ...

    def start(self, naam: str) -> None:
        """Start a handeling or a letter by its name."""
        ...

    def leg_vast(self, tekst: str) -> None:
        """Open the form of a conversation with these words."""
        ...

    def naar_dossier(self) -> None:
        """Bring the dossier to the front."""
        ...


class Dossiertoetsen(QObject):
    """Binds the keys to the page, which is also the widget in which they work."""

    def __init__(self, venster: QWidget, blad: Blad) -> None:
        super().__init__(venster)
        self._blad = blad
        doen: dict[str, Callable[[], object]] = {
            "Ctrl+G": blad.werkblad.schrijf_notitie,
            "Ctrl+M": blad.stapbalk.open_meer,
            "Ctrl+E": self._bewerk,
            "Ctrl+Return": self._bevestig,
            "Ctrl+Enter": self._bevestig,
            "Ctrl+Tab": lambda: blad.werkblad.balk.stap(1),
            "Ctrl+Shift+Tab": lambda: blad.werkblad.balk.stap(-1),
            "Ctrl+Z": blad.uitvoering.maak_ongedaan,
        }
        for naam, toets in TOETSEN.items():
            doen[toets] = partial(self._als_het_kan, naam)
        for nummer in range(1, len(TABS) + 1):
            doen[tabtoets(nummer)] = partial(blad.werkblad.naar_tab, nummer)
        for toets, doe in doen.items():
            kort = QShortcut(QKeySequence(toets), venster)
            kort.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            kort.activated.connect(lambda doe=doe: doe())
        Paginatoets(venster, "Ctrl+P", self._print, niet_in=blad.bureau.voorbeeld)

    def ga_terug(self) -> bool:
        """Leave the desk or the form; ``False`` when there was none to leave."""
        tab = self._blad.werkblad.tab
        if self._blad.op_bureau:
            self._blad.naar_dossier()
        elif tab is not None and tab.bewerkt:
            self._blad.annuleer()
        else:
            return False
        return True

    def _bewerk(self) -> None:
        if self._blad.werkblad.tab is not None:
            self._blad.werkblad.tab.bewerk()

    def _print(self) -> None:
        """Print the letter on the desk; else bring the one that is due, or the tab."""
        beeld = self._blad.beeld
        stap = beeld.stap if beeld else None
        if self._blad.op_bureau:
            self._blad.bureau.voorbeeld.print_nu()
        elif stap is not None and stap.brief:
            self._blad.start(stap.brief)
        else:
            self._blad.werkblad.balk.kies("brieven")

    def _bevestig(self) -> None:
        """Confirm what one is busy with: the letter, the form, the conversation, or the step."""
        tijdlijn = self._blad.werkblad.tijdlijn
        tab = self._blad.werkblad.tab
        if self._blad.op_bureau:
            self._blad.bureau.markeer()
        elif tab is not None and tab.bewerkt:
            tab.bewaar()
        elif tijdlijn.veld.hasFocus():
            self._blad.leg_vast(tijdlijn.veld.waarde())
        else:
            self._blad.volgende()

    def _als_het_kan(self, naam: str) -> None:
        """Open a form by its key; when it cannot be done now, say why in the status line."""
        beeld = self._blad.beeld
        keuze = next((k for k in beeld.keuzes if k.naam == naam), None) if beeld else None
        zeg = self._blad.navigatie.zeg
        if keuze is None:
            zeg("Dat kan nu niet bij dit dossier.")
        elif keuze.blokkade:
            zeg(f"{keuze.label} kan nu niet. {keuze.blokkade}")
        else:
            self._blad.open_handeling(naam)
