"""The road of a letter to its signature: offered, sent back, signed with a key or with a pen.

A signed letter lies ready for the post like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from klachtenapp.domain import ondertekenmap as map_
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.domain.handtekening import Geldigheid
from klachtenapp.domain.klaarliggend import ANTWOORD, antwoorden_van
from klachtenapp.domain.ondertekenmap import Opmerking, TerOndertekening
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import documenten, gebeurtenissen, handtekeningen, meldingen, opdrachten
from klachtenapp.services import echtheid, handtekeningzetten
from klachtenapp.services.briefmaken import Brief, briefsoort, maak
from klachtenapp.services.collegas import plaatsvervanger
from klachtenapp.services.context import Context
from klachtenapp.services.geldigheid import geldigheden, geldigheid
from klachtenapp.services.opdracht import Uitslag, eenmalig, nieuw_uid
from klachtenapp.services.rechten import vraagt

__all__ = [
    "Geldigheid", "Opmerking", "TerOndertekening", "bied_aan", "geef_terug", "geldigheden",
    "geldigheid", "neem_terug", "onderteken", "ondertekenmap", "registreer_natte_handtekening",
    "voorbeeld",
]  # fmt: skip


@vraagt(Recht.BEHANDELEN)
def bied_aan(
    ctx: Context,
    kenmerk: str,
    soort: str,
    *,
    antwoorden: Mapping[str, str] | None = None,
    opdracht_uid: str,
) -> Dossier:
    """Offer a letter for signature; it then stands in the ondertekenmap.

    The letter itself is made when it is signed, from the dossier as it is then.

    :raises RegelFout: it may not go yet, another one waits already, or it lies ready.
    """
    brief = briefsoort(soort)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        if bezwaar := map_.niet_aan_te_bieden(dossier, brief):
            raise RegelFout(bezwaar, veld="brief")
        wie = plaatsvervanger(ctx, dossier, brief)
        concept = maak(ctx, dossier, brief, antwoorden or {}, ctx.vandaag, wie)
        handtekeningzetten.weiger(concept)
        feiten = {"brief": brief.value, "ondertekenaar": concept.ondertekenaar}
        feiten |= {f"{ANTWOORD}{n}": t for n, t in concept.antwoorden.items() if t}
        _noteer(ctx, dossier, G.TER_ONDERTEKENING, feiten)
        return Uitslag(dossier.kenmerk, gegevens={"brief": brief.value})

    return _gedaan(ctx, eenmalig(ctx, opdracht_uid, "ter ondertekening aangeboden", doe))


@vraagt(Recht.LEZEN)
def ondertekenmap(ctx: Context) -> tuple[TerOndertekening, ...]:
    """Return the letters that wait for a signature, the longest waiting first."""
    wachtend = []
    for dossier in handtekeningen.aangeboden(ctx.register):
        feit = map_.aangeboden(dossier)
        if feit is not None:
            wachtend.append(_regel(dossier, feit))
    return tuple(sorted(wachtend, key=lambda r: (r.aangeboden_op, r.dossier.kenmerk)))


@vraagt(Recht.LEZEN)
def voorbeeld(
    ctx: Context, kenmerk: str, *, ondertekenaar: str = "", datum: date | None = None
) -> Brief:
    """Return the letter that waits, as it will be printed; only the mark of signing is not on it.

    Signed by ``ondertekenaar``, else by the user when he may sign, else by rule.
    """
    dossier = meldingen.haal(ctx.register, kenmerk)
    wacht = _wacht(dossier)
    wie = ondertekenaar or handtekeningzetten.eigen_naam(ctx)
    wie = wie or plaatsvervanger(ctx, dossier, wacht.brief)
    return maak(ctx, dossier, wacht.brief, wacht.antwoorden, datum or ctx.vandaag, wie)


@vraagt(Recht.ONDERTEKENEN)
def geef_terug(
    ctx: Context,
    kenmerk: str,
    opmerking: str,
    *,
    passages: Iterable[Sequence[str]] = (),
    opdracht_uid: str,
) -> Dossier:
    """Send a letter back to be changed; ``passages`` are words of it, each with a remark.

    :raises RegelFout: no remark at all, or no letter waits.
    """
    gemerkt = map_.passages_tekst(passages)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        wacht = _wacht(dossier)
        if not opmerking.strip() and not gemerkt:
            raise RegelFout("Schrijf op wat er anders moet.", veld="opmerking")
        feiten = {"brief": wacht.brief.value, "opmerking": opmerking.strip(), "passages": gemerkt}
        _noteer(ctx, dossier, G.TERUG_MET_OPMERKING, {n: t for n, t in feiten.items() if t})
        return Uitslag(dossier.kenmerk, gegevens={"brief": wacht.brief.value})

    return _gedaan(ctx, eenmalig(ctx, opdracht_uid, "terug met opmerking", doe))


@vraagt(Recht.BEHANDELEN)
def neem_terug(ctx: Context, kenmerk: str, reden: str, *, opdracht_uid: str = "") -> Dossier:
    """Undo the offer of a letter that was not signed yet; the history keeps both.

    :raises RegelFout: no reason, or no letter waits.
    """

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        feit = map_.aangeboden(dossier)
        if feit is None:
            raise _niets_wacht(dossier)
        if not reden.strip():
            raise RegelFout("Schrijf op waarom u de brief terugneemt.", veld="reden")
        feiten = {
            "wat": "Aanbieden ter ondertekening ongedaan maken",
            "reden": reden.strip(),
            "_gebeurtenis": str(feit.id),
        }
        _noteer(ctx, dossier, G.ONGEDAAN_GEMAAKT, feiten)
        return Uitslag(dossier.kenmerk)

    return _gedaan(ctx, eenmalig(ctx, opdracht_uid or nieuw_uid(), "aanbieden ongedaan", doe))


@vraagt(Recht.ONDERTEKENEN)
def onderteken(
    ctx: Context,
    kenmerk: str,
    geheim: str,
    *,
    niet_betrokken: bool,
    opdracht_uid: str,
    versie: int | None = None,
) -> DocumentInfo:
    """Sign the letter that waits, and keep it ready to be sent; all of it or nothing.

    ``geheim`` is the PIN or password of the user; ``niet_betrokken`` that he says not to be
    involved (art. 9:7 Awb). With ``versie`` (of the dossier as it was shown) nothing is
    signed that the user did not see. The same ``opdracht_uid`` again signs nothing.

    :raises RegelFout: wrong geheim, involved, no confirmed key here, or the letter may not go.
    :raises ConflictFout: the dossier was changed since ``versie``.
    """
    gedaan = opdrachten.zoek(ctx.register, opdracht_uid)
    if gedaan is not None:
        return documenten.info(ctx.register, int(gedaan.resultaat))
    dossier = meldingen.haal(ctx.register, kenmerk)
    handtekeningzetten.weiger_betrokken(dossier, handtekeningzetten.naam(ctx), niet_betrokken)
    _wacht(dossier)
    pen = handtekeningzetten.pak_pen(ctx, geheim)

    def doe() -> Uitslag:
        nu = meldingen.haal(ctx.register, kenmerk)
        if versie is not None and nu.versie != versie:
            raise ConflictFout(
                f"{nu.kenmerk} is gewijzigd sinds u de brief las. Er is niet ondertekend. "
                "Lees de brief opnieuw."
            )
        wacht = _wacht(nu)
        return handtekeningzetten.zet(ctx, nu, wacht.brief, wacht.antwoorden, pen)

    uitslag = eenmalig(ctx, opdracht_uid, echtheid.ONDERTEKEND, doe)
    return documenten.info(ctx.register, int(uitslag.resultaat))


@vraagt(Recht.BEHANDELEN)
def registreer_natte_handtekening(
    ctx: Context,
    kenmerk: str,
    scan: bytes,
    naam: str,
    *,
    niet_betrokken: bool = True,
    datum: date | None = None,
    opdracht_uid: str,
) -> DocumentInfo:
    """Write down that ``naam`` signed the letter on paper, and keep the scan of it.

    The letter as it was printed on ``datum`` lies ready to be sent; returned is that letter.

    :raises RegelFout: no letter waits, ``naam`` is unknown or involved, or it is no scan.
    """
    soort = handtekeningzetten.soort_scan(scan)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        wacht = _wacht(dossier)
        handtekeningzetten.weiger_betrokken(dossier, naam, niet_betrokken)
        dag = datum or ctx.vandaag
        if not dossier.ontvangen_op <= dag <= ctx.vandaag:
            raise RegelFout("Op die dag kan de brief niet zijn getekend.", veld="datum")
        brief = maak(ctx, dossier, wacht.brief, wacht.antwoorden, dag, naam)
        return handtekeningzetten.zet_nat(ctx, dossier, brief, scan, soort)

    uitslag = eenmalig(ctx, opdracht_uid, echtheid.ONDERTEKEND, doe)
    return documenten.info(ctx.register, int(uitslag.resultaat))


def _wacht(dossier: Dossier) -> TerOndertekening:
    feit = map_.aangeboden(dossier)
    if feit is None:
        raise _niets_wacht(dossier)
    return _regel(dossier, feit)


def _regel(dossier: Dossier, feit: Gebeurtenis) -> TerOndertekening:
    return TerOndertekening(
        dossier,
        briefsoort(feit.gegevens["brief"]),
        feit.vastgelegd_op,
        feit.door,
        antwoorden_van(feit),
        map_.opmerkingen(dossier),
    )


def _niets_wacht(dossier: Dossier) -> RegelFout:
    return RegelFout(f"Bij {dossier.kenmerk} wacht geen brief op een handtekening.", veld="kenmerk")


def _noteer(ctx: Context, dossier: Dossier, soort: G, feiten: Mapping[str, str]) -> None:
    gebeurtenissen.voeg_toe(
        ctx.register, dossier, Gebeurtenis(soort, ctx.vandaag, ctx.nu, ctx.gebruiker, feiten)
    )


def _gedaan(ctx: Context, uitslag: Uitslag) -> Dossier:
    return meldingen.haal(ctx.register, uitslag.kenmerk)
