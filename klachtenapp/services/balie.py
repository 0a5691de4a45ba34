"""What the counter needs: find a klager, print the stappenplan, write down that it was given."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date

from klachtenapp.domain.begrippen import Kanaal
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.formulier import Formulier, naar_aanmelding
from klachtenapp.domain.rollen import ALLE_ROLLEN, Recht
from klachtenapp.domain.stappen import Weg, weg_van
from klachtenapp.models.stappentelling import GEGEVEN
from klachtenapp.services import (
    behandelen,
    eigen_invoer,
    registreren,
    stappenblad,
    stappenproef,
    stappentalen,
    zoeken,
)
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig
from klachtenapp.services.rechten import mag, vereis, vraagt
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


@vraagt(Recht.STAPPENPLAN)
def zoek(ctx: Context, tekst: str) -> tuple[RegisterRegel, ...]:
    """Return the first klachten that fit a kenmerk or a name.

    Who may not see dossiers finds only what he took in himself today.
    """
    if not tekst.strip():
        return ()
    binnen = _binnen(ctx)
    nummers = zoeken.ids(binnen, Filter(zoek=tekst.strip(), soort="klacht"), "ontvangen", False)
    if not mag(ctx, Recht.LEZEN):
        eigen = eigen_invoer.nummers(ctx)
        nummers = [nummer for nummer in nummers if nummer in eigen]
    return tuple(zoeken.regels(binnen, nummers[:_HOOGSTENS]))


@vraagt(Recht.STAPPENPLAN)
def voorstel(ctx: Context, kenmerk: str) -> Keuze:
    """Return the form that fits: for this klager, or (empty ``kenmerk``) for anybody.

    Large for who reads with difficulty, in the own language; when two sheets are tried by
    turns, the one whose turn it is.
    """
    if not kenmerk:
        return Keuze(**asdict(stappenblad.gekozen(ctx, "", Vorm(weg=Weg.BEIDE))))
    dossier = _dossier(ctx, kenmerk)
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


@vraagt(Recht.STAPPENPLAN)
def stappenplan(ctx: Context, keuze: Keuze) -> bytes:
    """Return the PDF of the stappenplan."""
    if keuze.kenmerk:
        _dossier(ctx, keuze.kenmerk)
    return stappenblad.stappenplan(_binnen(ctx), keuze.kenmerk or None, **asdict(keuze.vorm))


@vraagt(Recht.STAPPENPLAN)
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
    dossier, binnen = _dossier(ctx, kenmerk), _binnen(ctx)
    if not any(h.naam == _HANDELING for h in behandelen.mogelijk(binnen, kenmerk)):
        return None
    blad = stappenblad.gekozen(ctx, kenmerk, vorm) if vorm else stappenblad.vorm_voor(ctx, dossier)
    invoer = {
        "gegeven_op": (op or ctx.vandaag).isoformat(),
        "kanaal": kanaal,
        **stappenblad.als_feiten(blad),
    }
    return behandelen.voer_uit(
        binnen, Opdracht(kenmerk, _HANDELING, invoer, dossier.versie, opdracht_uid)
    )


def _dossier(ctx: Context, kenmerk: str) -> Dossier:
    """Return the dossier, when this user may see it: all, or what he took in today.

    :raises RegelFout: it is not his own entry of today.
    """
    if not mag(ctx, Recht.LEZEN) and kenmerk not in eigen_invoer.kenmerken(ctx):
        vereis(ctx, Recht.LEZEN)
    return zoeken.dossier(_binnen(ctx), kenmerk)


def _binnen(ctx: Context) -> Context:
    """Return the context with which the counter itself looks things up, once it is allowed."""
    return replace(ctx, rollen=ALLE_ROLLEN)


def _noteer_algemeen(ctx: Context, vorm: Vorm, opdracht_uid: str) -> None:
    """Count a sheet for anybody: a line in the log, as there is no dossier."""
    eenmalig(ctx, opdracht_uid, GEGEVEN, lambda: Uitslag(gegevens=asdict(vorm)))


@vraagt(Recht.REGISTREREN)
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
