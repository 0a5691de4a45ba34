"""What the letters at the end share: what it is called, may it still go, what was said before."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import adres, dagtekst, verloop, verzonden
from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort, Soort, Status
from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.regel import Briefzaak
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar
from klachtenapp.domain.velddelen import begin

_WOORDEN = {
    Soort.KLACHT: "klacht",
    Soort.TIP: "tip",
    Soort.COMPLIMENT: "compliment",
    Soort.OPMERKING: "opmerking",
    Soort.MELDING_OPENBARE_RUIMTE: "melding",
    Soort.DOORZENDING: "bericht",
}
_HET = frozenset({Soort.COMPLIMENT, Soort.DOORZENDING})
# Then the klacht is weighed: it ends with a judgement, or because the klager stops.
_WORDT_GEWOGEN = frozenset({Status.HOREN, Status.ADVIES, Status.OORDEEL})


def zaakvelden(dossier: Dossier) -> dict[str, str]:
    """Return what the sender calls what he sent: ``uw tip``; someone who helps has no tip."""
    aan, naam = geadresseerde(dossier), adres.naamregel(dossier.klager)
    woord = _WOORDEN[dossier.soort]
    uw = f"uw {woord}"
    if aan is not dossier.klager:
        uw = f"{de_zaak(dossier)} van {naam[:1].lower() + naam[1:]}" if naam else de_zaak(dossier)
    return {"uw_klacht": uw, "uw_klacht_begin": begin(uw)}


def de_zaak(dossier: Dossier) -> str:
    """Return what was sent, for someone else: ``de klacht``, ``het compliment``."""
    return f"{'het' if dossier.soort in _HET else 'de'} {_WOORDEN[dossier.soort]}"


def voor_het_einde(
    zaak: Briefzaak, brief: BriefSoort, *wijzen: Afdoeningswijze, ook_gewogen: bool = False
) -> list[Bezwaar]:
    """Return what stands in the way of a letter with which a dossier ends.

    It goes before the closing, or after it when it was not sent yet and the dossier ended in
    just this way (one of ``wijzen``). ``ook_gewogen``: also when the klacht is being weighed.
    """
    dossier = zaak.dossier
    if dossier.status is Status.CONCEPT:
        return [Bezwaar("Dit is nog niet geregistreerd. Sla het eerst op.")]
    if not dossier.is_open:
        return _na_het_einde(dossier, brief, wijzen)
    if dossier.status in _WORDT_GEWOGEN and not ook_gewogen:
        return [
            Bezwaar(
                "Het onderzoek is al bezig. Deze klacht eindigt met een brief met ons oordeel, "
                "of de klager trekt in."
            )
        ]
    return []


def _na_het_einde(
    dossier: Dossier, brief: BriefSoort, wijzen: tuple[Afdoeningswijze, ...]
) -> list[Bezwaar]:
    if dossier.afdoeningswijze not in wijzen:
        return [
            Bezwaar("Dit dossier is al op een andere manier afgesloten. Deze brief past er niet.")
        ]
    verzonden_op = verzonden.dag(dossier, brief)
    if verzonden_op is not None:
        return [
            Bezwaar(
                f"Deze brief ging al weg op {dagtekst.lang(verzonden_op)}. U vindt hem bij "
                "Brieven en kunt hem daar nog eens printen."
            )
        ]
    return []


def niet_opgepakt(dossier: Dossier, artikel: str) -> list[Bezwaar]:
    """Return an objection when nobody took the klacht in hand yet."""
    if dossier.status is not Status.ONTVANGEN or dossier.soort is not Soort.KLACHT:
        return []
    return [Bezwaar("Er is nog geen behandelaar. Wijs eerst een behandelaar toe.", artikel)]


def zonder_ombudsman(zaak: Briefzaak, artikel: str) -> list[Bezwaar]:
    """Return an objection when we cannot say to which ombudsman the klager can go."""
    wie = zaak.gemeente.ombudsman
    if wie.naam and wie.adres and wie.telefoon:
        return []
    return [
        Bezwaar(
            "In de brief moet staan naar welke ombudsman de klager kan: naam, adres en telefoon. "
            "Vul dat in bij Beheer.",
            artikel,
            "ombudsman",
        )
    ]


def afsluiting(dossier: Dossier) -> dict[str, str]:
    """Return what was answered at the closing of this round; empty while it is open."""
    einde = verloop.laatste_nu(dossier, GebeurtenisSoort.AFGEHANDELD)
    if einde is None or dossier.is_open:
        return {}
    return {naam: tekst for naam, tekst in einde.gegevens.items() if not naam.startswith("_")}


def datum(zaak: Briefzaak, naam: str) -> date | None:
    """Return an answer as a date; ``None`` when it is empty or no date."""
    try:
        return date.fromisoformat(zaak.antwoorden.get(naam, "").strip())
    except ValueError:
        return None


def gevuld(**voorstellen: str | date | None) -> dict[str, str]:
    """Return the proposals that there are, with dates as ISO text."""
    return {
        naam: waarde.isoformat() if isinstance(waarde, date) else waarde
        for naam, waarde in voorstellen.items()
        if waarde
    }
