"""The case at the ombudsman as a small card in the tab *Klacht*, once he wrote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.ombudsmanzaak import OORDELEN, Ombudsmanzaak, ombudsmanzaak
from klachtenapp.ui.bouwstenen import Knop
from klachtenapp.ui.dossier.bevoegd import houd_voor, recht_bij
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.feiten import Feit, Groep, Lezen

_HANDELING = "werk_ombudsman_bij"


def ombudsmangroep(deur: Deur) -> Groep:
    """Return the facts of the case with the button to add to them (art. 9:36 Awb)."""
    knop = Knop("Bijwerken…")
    knop.setAccessibleName("Ombudsman bijwerken")
    knop.clicked.connect(lambda: deur.open_handeling(_HANDELING))
    houd_voor(knop, recht_bij(_HANDELING), deur.runner.ctx.rollen)
    feiten = (
        ("Bericht ontvangen", lambda zaak: _dag(zaak.ontvangen_op)),
        ("Laatste bericht", _laatste),
        ("Nummer", lambda zaak: zaak.rapportnummer),
        ("Oordeel", lambda zaak: dict(OORDELEN).get(zaak.oordeel, zaak.oordeel)),
        ("Aanbeveling", lambda zaak: zaak.aanbeveling),
        ("Antwoord uiterlijk", lambda zaak: _dag(zaak.reactie_voor)),
        ("Wij antwoordden op", _antwoord),
    )
    return Groep("Ombudsman", tuple(Feit(naam, _van(lees)) for naam, lees in feiten), knop=knop)


def _van(lees: Callable[[Ombudsmanzaak], str]) -> Lezen:
    def feit(dossier: Dossier) -> str:
        zaak = ombudsmanzaak(dossier)
        return lees(zaak) if zaak is not None else ""

    return feit


def _laatste(zaak: Ombudsmanzaak) -> str:
    return _dag(zaak.laatste_bericht_op) if zaak.laatste_bericht_op != zaak.ontvangen_op else ""


def _antwoord(zaak: Ombudsmanzaak) -> str:
    return "nog niet" if zaak.wacht_op_reactie else _dag(zaak.gereageerd_op)


def _dag(dag: date | None) -> str:
    return dagtekst.lang_met_dag(dag) if dag else ""
