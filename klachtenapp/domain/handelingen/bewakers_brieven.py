"""Guards of the endings about the letters that belong to them: sent, when, and to both."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import verzonden
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bewaker, Bezwaar, Invoer
from klachtenapp.domain.handelingen.velden import datum, tekst
from klachtenapp.domain.kader import Kader


def brief_of_reden(datumveld: str, zin: str, brief: str, artikel: str) -> Bewaker:
    """Return the guard that ``brief`` was sent on ``datumveld``, or is left out for a reason."""

    def bewaker(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
        if tekst(invoer, datumveld) or tekst(invoer, "zonder_brief_reden"):
            return None
        return Bezwaar(
            f"{zin} {_print(brief)} Komt er geen brief? Schrijf dan op waarom.", artikel, datumveld
        )

    return bewaker


def brief_verzonden(datumveld: str, zin: str, brief: str, artikel: str) -> Bewaker:
    """Return the guard that ``brief`` was sent on ``datumveld``; it can not be left out."""

    def bewaker(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
        if tekst(invoer, datumveld):
            return None
        return Bezwaar(f"{zin} {_print(brief)}", artikel, datumveld)

    return bewaker


def _print(brief: str) -> str:
    """Return how a letter that is missing gets its date: printed here, or sent otherwise."""
    return (
        f"Print bij Brieven '{brief}', dan staat de datum hier vanzelf. Ging de brief op een "
        "andere manier weg? Vul dan die datum in."
    )


def beide_brieven_zelfde_dag(
    dossier: Dossier, invoer: Invoer, _k: Kader, _v: date
) -> Bezwaar | None:
    """The other body and the sender are told at the same time (art. 2:3 lid 1)."""
    orgaan, klager = datum(invoer, "brief_orgaan_op"), datum(invoer, "brief_klager_op")
    if klager is None and not dossier.anoniem:
        return Bezwaar(
            "Laat ook de afzender weten dat u dit doorstuurt, op dezelfde dag. "
            + _print("Doorzending: aan de klager"),
            "art. 2:3 lid 1 Awb",
            "brief_klager_op",
        )
    if klager is None or orgaan is None or klager == orgaan or tekst(invoer, "andere_dag_reden"):
        return None
    return Bezwaar(
        "Beide brieven gaan op dezelfde dag weg. Kijk de datums na. Ging het anders? Schrijf op "
        "waarom.",
        "art. 2:3 lid 1 Awb",
        "andere_dag_reden",
    )


def ook_naar_de_ander(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """When the klager reads that another body decides, that body has it too (art. 6:15)."""
    gezegd = verzonden.van_brief(dossier, BriefSoort.DOORGELEIDING_KLAGER)
    weg = verzonden.dag(dossier, BriefSoort.DOORGELEIDING_INSTANTIE)
    if gezegd.get("elders") != "ja" or weg is not None or tekst(invoer, "toelichting"):
        return None
    return Bezwaar(
        f"De klager las dat het naar {gezegd.get('behandelt', 'een ander')} gaat. Print bij "
        "Brieven ook 'Doorgeven als bezwaar: aan de andere organisatie'. Kreeg die het op een "
        "andere manier? Schrijf dat bij Toelichting.",
        "art. 6:15 lid 1 Awb",
        "toelichting",
    )
