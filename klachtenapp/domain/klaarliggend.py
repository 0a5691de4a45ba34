"""Letters that were made and kept, but did not go out: they wait for printer and post.

Nothing is deleted: a letter that is laid aside stays in the dossier, with the reason.
"""

from __future__ import annotations

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis

ANTWOORD = "antwoord_"
"""Before the name of a question, in the event of a letter that was kept or sent."""

_BRIEVEN = frozenset(BriefSoort)


def klaarliggend(dossier: Dossier) -> tuple[DocumentInfo, ...]:
    """Return the letters that were kept and neither sent nor laid aside, oldest first."""
    weg = _nummers(dossier, G.BRIEF_VERVALLEN)
    return tuple(
        info
        for info in dossier.documenten
        if info.soort in _BRIEVEN and info.verzonden_op is None and str(info.id) not in weg
    )


def wat_te_doen(dossier: Dossier) -> str:
    """Return which letters lie ready and how to go on; empty when there are none."""
    liggend = klaarliggend(dossier)
    if not liggend:
        return ""
    namen = " en ".join(f"'{info.naam}'" for info in liggend)
    een = len(liggend) == 1
    return (
        f"{namen} {'ligt' if een else 'liggen'} klaar, maar {'is' if een else 'zijn'} niet "
        "verzonden. Ga naar Brieven: noteer de verzending, of leg de brief weg."
    )


def vervallen(dossier: Dossier, document: int) -> Gebeurtenis | None:
    """Return when and why a letter was laid aside; ``None`` when it was not."""
    return _bij(dossier, G.BRIEF_VERVALLEN, document)


def klaargelegd(dossier: Dossier, document: int) -> Gebeurtenis | None:
    """Return the event with which a letter was kept: who signs, and what was answered."""
    return _bij(dossier, G.BRIEF_KLAARGELEGD, document)


def antwoorden_van(feit: Gebeurtenis | None) -> dict[str, str]:
    """Return the answers with which a kept or sent letter was made."""
    gegevens = feit.gegevens if feit else {}
    return {
        naam.removeprefix(ANTWOORD): tekst
        for naam, tekst in gegevens.items()
        if naam.startswith(ANTWOORD)
    }


def _nummers(dossier: Dossier, soort: G) -> set[str]:
    return {g.gegevens.get("document", "") for g in dossier.alle(soort)}


def _bij(dossier: Dossier, soort: G, document: int) -> Gebeurtenis | None:
    gezocht = str(document)
    passend = (g for g in dossier.alle(soort) if g.gegevens.get("document") == gezocht)
    return next(passend, None)
