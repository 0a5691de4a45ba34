"""What the counter needs: find a klager, print the stappenplan, write down that it was given."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date

from klachtenapp.domain.begrippen import Kanaal
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.formulier import Formulier, naar_aanmelding
from klachtenapp.domain.stappen import Weg, weg_van
from klachtenapp.models.stappentelling import GEGEVEN
from klachtenapp.services import (
    behandelen,
    registreren,
    stappenblad,
    stappenproef,
    stappentalen,
    zoeken,
)
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig
from klachtenapp.services.stappenblad import Vorm
from klachtenapp.services.stappentalen import Taal
from klachtenapp.services.zoeken import Filter, RegisterRegel

_HOOGSTENS = 6
_HANDELING = "geef_stappenplan"
_KANAAL = "balie"
ENGELS = "en"
NEDERLANDS = "nl"


@dataclass(frozen=True, slots=True)
class Keuze:
    """Which stappenplan: for whom (empty ``kenmerk``: for anybody) and in what form."""

    kenmerk: str = ""
    variant: str = "kort"
    groot: bool = False
    taal: str = NEDERLANDS
    weg: str = "beide"
    formaat: str = "a4"

    @property
    def vorm(self) -> Vorm:
        """How the sheet looks."""
        return Vorm(self.variant, self.weg, self.formaat, self.groot, self.taal)


def zoek(ctx: Context, tekst: str) -> tuple[RegisterRegel, ...]:
    """Return the first klachten that fit a kenmerk or a name."""
    if not tekst.strip():
        return ()
    nummers = zoeken.ids(ctx, Filter(zoek=tekst.strip(), soort="klacht"), "ontvangen", False)
    return tuple(zoeken.regels(ctx, nummers[:_HOOGSTENS]))


def voorstel(ctx: Context, kenmerk: str) -> Keuze:
    """Return the form that fits: for this klager, or (empty ``kenmerk``) for anybody.

    Large for who reads with difficulty, in the own language; when two sheets are tried by
    turns, the one whose turn it is.
    """
    if not kenmerk:
        return Keuze(**asdict(stappenblad.gekozen(ctx, "", Vorm(weg=Weg.BEIDE))))
    dossier = zoeken.dossier(ctx, kenmerk)
    vorm = replace(stappenblad.vorm_voor(ctx, dossier), weg=weg_van(dossier))
    return Keuze(kenmerk, **asdict(vorm))


@dataclass(frozen=True, slots=True)
class Begin:
    """What the counter starts with: the languages, and whose turn it is in a trial, if any."""

    talen: tuple[Taal, ...]
    beurt: Keuze | None


def begin(ctx: Context) -> Begin:
    """Return what the page of the counter asks before anybody came."""
    aan = stappenproef.lees(ctx).aan
    return Begin(stappentalen.talen(ctx), voorstel(ctx, "") if aan else None)


def stappenplan(ctx: Context, keuze: Keuze) -> bytes:
    """Return the PDF of the stappenplan."""
    return stappenblad.stappenplan(ctx, keuze.kenmerk or None, **asdict(keuze.vorm))


def noteer_meegegeven(
    ctx: Context,
    kenmerk: str,
    opdracht_uid: str,
    *,
    vorm: Vorm | None = None,
    op: date | None = None,
    kanaal: str = _KANAAL,
) -> Dossier | None:
    """Write down that the klager got the stappenplan, and which.

    Without ``vorm`` it was the sheet that suits this klager. ``None`` comes back when the
    dossier is closed, which is no event any more, and (without ``kenmerk``) for anybody.
    """
    if not kenmerk:
        _noteer_algemeen(ctx, stappenblad.gekozen(ctx, "", vorm or Vorm()), opdracht_uid)
        return None
    if not any(h.naam == _HANDELING for h in behandelen.mogelijk(ctx, kenmerk)):
        return None
    dossier = zoeken.dossier(ctx, kenmerk)
    blad = stappenblad.gekozen(ctx, kenmerk, vorm) if vorm else stappenblad.vorm_voor(ctx, dossier)
    invoer = {
        "gegeven_op": (op or ctx.vandaag).isoformat(),
        "kanaal": kanaal,
        **stappenblad.als_feiten(blad),
    }
    return behandelen.voer_uit(
        ctx, Opdracht(kenmerk, _HANDELING, invoer, dossier.versie, opdracht_uid)
    )


def _noteer_algemeen(ctx: Context, vorm: Vorm, opdracht_uid: str) -> None:
    """Count a sheet for anybody: a line in the log, as there is no dossier."""
    eenmalig(ctx, opdracht_uid, GEGEVEN, lambda: Uitslag(gegevens=asdict(vorm)))


def schrijf_op(ctx: Context, *, naam: str, telefoon: str, wat: str, uid: str) -> Dossier:
    """Register a klacht that is told at the counter: a name, a number, and what happened.

    The rest is asked for later; the same ``uid`` again returns the first dossier.

    :raises RegelFout: nothing was told.
    """
    voornaam, _, achternaam = naam.strip().partition(" ")
    formulier = Formulier(
        voornaam=voornaam if achternaam else "",
        achternaam=achternaam.strip() or voornaam,
        telefoon=telefoon.strip(),
        omschrijving=wat,
        kanaal=Kanaal.BALIE.value,
        ontvangen_op=ctx.vandaag.isoformat(),
    )
    return registreren.registreer(ctx, naar_aanmelding(formulier, uid))
