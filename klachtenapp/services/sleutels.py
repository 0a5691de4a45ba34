"""The signing keys: made by the signer, confirmed by the beheerder, replaced, withdrawn.

What was signed with a key stays valid after that: a signature is judged at its own moment.
"""

from __future__ import annotations

from klachtenapp.domain.personen import Medewerker
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.sleutel import Sleutel, in_groepen, zelfde
from klachtenapp.domain.toegang import MINSTE_LOS, controleer_geheim
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.kluis import nieuw_paar, vingerafdruk
from klachtenapp.kluis.sleutelbos import standaard
from klachtenapp.models import beheer, sleutels
from klachtenapp.services import geheimen, oefensleutel
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vereis, vraagt

BEVESTIGD = "sleutel bevestigd"
INGETROKKEN = "sleutel ingetrokken"
GEMAAKT = "sleutel gemaakt"
"""How these stand in the log, which ``geldigheid`` reads back."""


def van(ctx: Context, medewerker: int) -> tuple[Sleutel, ...]:
    """Return the keys of a medewerker, the newest first, also those withdrawn."""
    return sleutels.van(ctx.register, medewerker)


def bruikbaar(ctx: Context, medewerker: int) -> Sleutel | None:
    """Return the key with which this medewerker signs now, or ``None``."""
    return next((s for s in van(ctx, medewerker) if s.bruikbaar), None)


def te_bevestigen(ctx: Context) -> tuple[Sleutel, ...]:
    """Return the keys at which the beheerder must still look."""
    return tuple(s for s in sleutels.alle(ctx.register).values() if s.wacht_op_bevestiging)


@vraagt(Recht.BEHEREN)
def lijst(ctx: Context) -> tuple[tuple[Sleutel, str], ...]:
    """Return every key with whose it is: what waits first, what was withdrawn last."""
    namen = {m.id: m.naam for m in beheer.medewerkers(ctx.register)}
    alle = sleutels.alle(ctx.register).values()
    rij = sorted(
        alle, key=lambda s: (s.ingetrokken_op is not None, not s.wacht_op_bevestiging, -s.id)
    )
    return tuple((s, namen.get(s.medewerker, "onbekend")) for s in rij)


def waar(ctx: Context) -> str:
    """Say where private keys lie on this computer, in a sentence."""
    return standaard().waar


def hier(ctx: Context, sleutel: Sleutel) -> bool:
    """Whether the private half of a key lies on this computer, in this account."""
    if oefensleutel.prive(ctx, sleutel) is not None:
        return True
    return standaard().heeft(sleutel.vingerafdruk)


@vraagt(Recht.ONDERTEKENEN)
def maak(ctx: Context, medewerker: int, geheim: str) -> Sleutel:
    """Make a key for a medewerker on this computer; the beheerder must confirm it.

    :raises RegelFout: not one's own, wrong geheim, or there is a key already.
    :raises OmgevingFout: the private half cannot be kept here.
    """
    _eigen(ctx, medewerker)
    if any(s.ingetrokken_op is None for s in van(ctx, medewerker)):
        raise RegelFout(
            "U hebt al een sleutel. Op een andere computer? Kies dan Vervang.", veld="sleutel"
        )
    return _nieuw(ctx, medewerker, geheim, "")


@vraagt(Recht.ONDERTEKENEN)
def vervang(ctx: Context, medewerker: int, geheim: str, reden: str) -> Sleutel:
    """Make a new key in the place of the present one, which is withdrawn with ``reden``.

    Letters that were signed with the old one stay signed.

    :raises RegelFout: as ``maak``; or no reason.
    """
    _eigen(ctx, medewerker)
    return _nieuw(ctx, medewerker, geheim, _reden(reden))


@vraagt(Recht.BEHEREN)
def voor_oefening(ctx: Context, wie: Medewerker) -> Sleutel:
    """Give someone in the oefengemeente a key that works on every computer, and confirm it.

    :raises RegelFout: a real register.
    """
    if not ctx.gemeente.oefening:
        raise RegelFout("Zo'n sleutel is er alleen in de oefengemeente.", veld="sleutel")
    with ctx.register.transactie():
        sleutel = sleutels.voeg_toe(ctx.register, oefensleutel.nieuw(ctx, wie))
        _log(ctx, GEMAAKT, sleutel)
    return bevestig(ctx, sleutel.id, cijfers(sleutel))


@vraagt(Recht.BEHEREN)
def bevestig(ctx: Context, sleutel: int, vingerafdruk_gezien: str) -> Sleutel:
    """Confirm a key: the signer read its fingerprint out, and it is ``vingerafdruk_gezien``.

    :raises RegelFout: another fingerprint, or the key was confirmed or withdrawn before.
    """
    with ctx.register.transactie():
        gezocht = _haal(ctx, sleutel)
        if gezocht.ingetrokken_op is not None:
            raise RegelFout("Deze sleutel is ingetrokken.", veld="sleutel")
        if gezocht.bevestigd_op is not None:
            raise RegelFout("Deze sleutel is al bevestigd.", veld="sleutel")
        echt = vingerafdruk(gezocht.publiek) == gezocht.vingerafdruk
        if not echt or not zelfde(vingerafdruk_gezien, gezocht.vingerafdruk):
            raise RegelFout(
                "Deze cijfers zijn anders dan die van de sleutel. Bevestig de sleutel niet. "
                "Laat de ondertekenaar de cijfers voorlezen van het eigen scherm.",
                veld="vingerafdruk",
            )
        sleutels.bevestig(ctx.register, sleutel, ctx.nu, ctx.gebruiker)
        _log(ctx, BEVESTIGD, gezocht)
        return _haal(ctx, sleutel)


def trek_in(ctx: Context, sleutel: int, reden: str) -> Sleutel:
    """Withdraw a key from now on: one's own, or any by the beheerder.

    :raises RegelFout: no reason, withdrawn before, or somebody else's.
    """
    with ctx.register.transactie():
        gezocht = _haal(ctx, sleutel)
        if ctx.medewerker is None or ctx.medewerker.id != gezocht.medewerker:
            vereis(ctx, Recht.BEHEREN)
        if gezocht.ingetrokken_op is not None:
            raise RegelFout("Deze sleutel is al ingetrokken.", veld="sleutel")
        _trek_in(ctx, gezocht, _reden(reden))
    standaard().wis(gezocht.vingerafdruk)
    return _haal(ctx, sleutel)


def _nieuw(ctx: Context, medewerker: int, geheim: str, reden: str) -> Sleutel:
    bos = standaard()
    geheimen.controleer(ctx, medewerker, geheim)
    if not bos.in_kluis:
        _lang_genoeg(geheim, bos.waar)
    paar = nieuw_paar()
    afdruk = vingerafdruk(paar.publiek)
    bos.bewaar(afdruk, paar.prive, geheim)
    if bos.haal(afdruk, geheim) != paar.prive:
        raise OmgevingFout("De sleutel is niet goed bewaard. Vraag ICT om hulp.")
    oude = [s for s in van(ctx, medewerker) if s.ingetrokken_op is None] if reden else []
    with ctx.register.transactie():
        for sleutel in oude:
            _trek_in(ctx, sleutel, reden)
        nieuw = sleutels.voeg_toe(
            ctx.register, Sleutel(0, medewerker, paar.publiek, afdruk, ctx.nu)
        )
        _log(ctx, GEMAAKT, nieuw)
    for sleutel in oude:
        bos.wis(sleutel.vingerafdruk)
    return nieuw


def _lang_genoeg(geheim: str, waar_: str) -> None:
    try:
        controleer_geheim(geheim, MINSTE_LOS)
    except RegelFout as fout:
        raise RegelFout(f"{waar_} {fout.boodschap}", veld="geheim") from fout


def _eigen(ctx: Context, medewerker: int) -> None:
    if ctx.medewerker is None or ctx.medewerker.id != medewerker:
        raise RegelFout(
            "Een sleutel maakt u zelf, op uw eigen computer, onder uw eigen naam.",
            veld="medewerker",
        )


def _reden(reden: str) -> str:
    if not reden.strip():
        raise RegelFout("Schrijf op waarom de sleutel weg moet.", veld="reden")
    return reden.strip()


def _trek_in(ctx: Context, sleutel: Sleutel, reden: str) -> None:
    sleutels.trek_in(ctx.register, sleutel.id, ctx.nu, ctx.gebruiker, reden)
    _log(ctx, INGETROKKEN, sleutel)


def _haal(ctx: Context, nummer: int) -> Sleutel:
    gezocht = sleutels.haal(ctx.register, nummer)
    if gezocht is None:
        raise RegelFout("Deze sleutel is er niet.", veld="sleutel")
    return gezocht


def _log(ctx: Context, wat: str, sleutel: Sleutel) -> None:
    gegevens = {"medewerker": sleutel.medewerker, "sleutel": sleutel.vingerafdruk}
    schrijf_log(ctx, wat, Uitslag(gegevens=gegevens))


def naam_van(ctx: Context, sleutel: Sleutel) -> str:
    """Return whose key it is."""
    namen = {m.id: m.naam for m in beheer.medewerkers(ctx.register)}
    return namen.get(sleutel.medewerker, "onbekend")


def cijfers(sleutel: Sleutel) -> str:
    """Return the fingerprint as it is read out."""
    return in_groepen(sleutel.vingerafdruk)
