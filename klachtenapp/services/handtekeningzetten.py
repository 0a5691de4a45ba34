"""Sets the signature: who may, with which key, and everything it leaves in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from klachtenapp.domain import verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.domain.handtekening import Getekend, Handtekening, Hoe, anker, canoniek
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.domain.personen import Medewerker
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.sleutel import Sleutel
from klachtenapp.errors import RegelFout
from klachtenapp.kluis import teken
from klachtenapp.kluis.sleutelbos import standaard
from klachtenapp.kluis.sleutelpaar import publiek_van
from klachtenapp.models import documenten, gebeurtenissen, handtekeningen, log, sleutels
from klachtenapp.services import briefopslag, geheimen, handtekeningbeeld, oefensleutel
from klachtenapp.services.bijlagen import BIJLAGE, GROOTSTE
from klachtenapp.services.briefmaken import Brief, Teken, briefsoort, maak
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag
from klachtenapp.services.rechten import ONBEKEND, mag

_SCANS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


@dataclass(frozen=True, slots=True)
class Pen:
    """Who signs, with which key; the private half only as long as it takes."""

    wie: Medewerker
    sleutel: Sleutel
    prive: bytes = field(repr=False)


def naam(ctx: Context) -> str:
    """Return the name of the user; ``RegelFout`` when the program does not know him."""
    return _wie(ctx).naam


def eigen_naam(ctx: Context) -> str:
    """Return the name of the user when he may sign; else empty."""
    return ctx.medewerker.naam if ctx.medewerker and mag(ctx, Recht.ONDERTEKENEN) else ""


def weiger(brief: Brief) -> None:
    """Raise ``RegelFout`` with the first objection to a letter."""
    if brief.bezwaren:
        eerste = brief.bezwaren[0]
        artikel = f" ({eerste.artikel})" if eerste.artikel else ""
        raise RegelFout(f"{eerste.tekst}{artikel}", veld=eerste.veld or None)


def weiger_betrokken(dossier: Dossier, wie: str, niet_betrokken: bool) -> None:
    """Raise ``RegelFout`` when ``wie`` may not decide on this klacht (art. 9:7 Awb)."""
    if is_betrokken(wie, dossier):
        raise RegelFout(
            f"De klacht gaat over {wie}, of {wie} is erbij betrokken. Laat iemand anders "
            "ondertekenen (art. 9:7 lid 1 Awb).",
            veld="ondertekenaar",
        )
    if not niet_betrokken and not verloop.over_bestuur(dossier):
        raise RegelFout(
            "Bevestig dat de ondertekenaar niet betrokken was bij wat er gebeurde "
            "(art. 9:7 lid 1 Awb).",
            veld="niet_betrokken",
        )


def pak_pen(ctx: Context, geheim: str) -> Pen:
    """Return the key of the user, opened with his PIN or password.

    :raises RegelFout: no key, not confirmed, withdrawn, elsewhere, or the wrong geheim.
    """
    wie = _wie(ctx)
    alle = sleutels.van(ctx.register, wie.id)
    sleutel = next((s for s in alle if s.bruikbaar), None)
    if sleutel is None:
        raise RegelFout(_geen_sleutel(alle), veld="sleutel")
    geheimen.controleer(ctx, wie.id, geheim)
    prive = oefensleutel.prive(ctx, sleutel) or standaard().haal(sleutel.vingerafdruk, geheim)
    if prive is None:
        raise RegelFout(
            "Uw sleutel ligt niet op deze computer. Onderteken op de computer waarop u hem "
            "maakte, of vervang hem door een nieuwe.",
            veld="sleutel",
        )
    if publiek_van(prive) != sleutel.publiek:
        raise RegelFout("Uw sleutel past niet bij het register. Vervang hem.", veld="sleutel")
    return Pen(wie, sleutel, prive)


def zet(
    ctx: Context, dossier: Dossier, soort: BriefSoort, antwoorden: Mapping[str, str], pen: Pen
) -> Uitslag:
    """Make the final letter, sign it and store all of it, in its transaction."""
    _nog_bruikbaar(ctx, pen)
    kop, moment = log.kop(ctx.register), ctx.nu
    op_papier = Teken(anker(kop), handtekeningbeeld.op_brief(ctx, pen.wie))
    brief = maak(ctx, dossier, soort, antwoorden, moment.date(), pen.wie.naam, op_papier)
    weiger(brief)
    info = briefopslag.bewaar(ctx, dossier, soort, brief.pdf)
    gegevens = canoniek(_getekend(dossier, brief, info, pen, kop, moment))
    handtekeningen.voeg_toe(
        ctx.register,
        Handtekening(
            0, info.id, pen.sleutel.id, gegevens, teken(pen.prive, gegevens.encode()), moment
        ),
    )
    erbij = {"hoe": Hoe.DIGITAAL.value, "sleutel": pen.sleutel.vingerafdruk, "anker": anker(kop)}
    _noteer(ctx, dossier, brief, info, erbij, moment)
    return _uitslag(dossier, info, {"hoe": Hoe.DIGITAAL, "sleutel": pen.sleutel.vingerafdruk})


def zet_nat(ctx: Context, dossier: Dossier, brief: Brief, scan: bytes, uitgang: str) -> Uitslag:
    """Store the letter and the scan of its wet signature, in its transaction."""
    weiger(brief)
    info = briefopslag.bewaar(ctx, dossier, briefsoort(brief.soort), brief.pdf)
    bewijs = documenten.voeg_toe(
        ctx.register,
        dossier.kenmerk,
        DocumentInfo(
            0, f"{dossier.kenmerk} {brief.soort} getekend.{uitgang}", BIJLAGE, "", 0, ctx.nu
        ),
        scan,
    )
    erbij = {"hoe": Hoe.NAT.value, "scan": str(bewijs.id), "scan_sha256": bewijs.sha256}
    _noteer(ctx, dossier, brief, info, erbij, ctx.nu)
    return _uitslag(dossier, info, {"hoe": Hoe.NAT, "scan": bewijs.sha256})


def soort_scan(scan: bytes) -> str:
    """Return ``pdf``, ``png`` or ``jpg``; ``RegelFout`` when it is none of these or too large."""
    if len(scan) > GROOTSTE:
        raise RegelFout("De scan is te groot. Scan op een lagere kwaliteit.", veld="scan")
    for begin, uitgang in _SCANS.items():
        if scan.startswith(begin):
            return uitgang
    raise RegelFout("Dit is geen scan. Kies een PDF, PNG of JPEG.", veld="scan")


def _wie(ctx: Context) -> Medewerker:
    if ctx.medewerker is None:
        raise RegelFout(ONBEKEND, veld="ondertekenaar")
    return ctx.medewerker


def _geen_sleutel(alle: tuple[Sleutel, ...]) -> str:
    if alle and alle[0].wacht_op_bevestiging:
        return "Uw sleutel is nog niet bevestigd. Lees de cijfers voor aan de beheerder."
    if alle:
        return "Uw sleutel is ingetrokken. Maak een nieuwe en laat die bevestigen."
    return "U hebt nog geen sleutel om mee te ondertekenen. Maak er een bij Beheer."


def _nog_bruikbaar(ctx: Context, pen: Pen) -> None:
    nu = sleutels.haal(ctx.register, pen.sleutel.id)
    if nu is None or not nu.bruikbaar or nu.publiek != pen.sleutel.publiek:
        raise RegelFout("Uw sleutel is intussen ingetrokken.", veld="sleutel")


def _getekend(
    dossier: Dossier, brief: Brief, info: DocumentInfo, pen: Pen, kop: str, moment: datetime
) -> Getekend:
    return Getekend(
        sha256=info.sha256,
        kenmerk=dossier.kenmerk,
        brief=brief.soort,
        oordeel=_oordeel(dossier),
        ondertekenaar=pen.wie.naam,
        niet_betrokken="over het bestuur" if verloop.over_bestuur(dossier) else "ja",
        moment=moment.isoformat(),
        log=kop,
        sleutel=pen.sleutel.vingerafdruk,
    )


def _oordeel(dossier: Dossier) -> str:
    """Return the decision: on the whole, and on each onderdeel in the order of the letter."""
    delen = [f"{nr}: {d.oordeel or '-'}" for nr, d in enumerate(dossier.onderdelen, start=1)]
    return "; ".join([str(dossier.oordeel or "-"), *delen])


def _noteer(
    ctx: Context,
    dossier: Dossier,
    brief: Brief,
    info: DocumentInfo,
    erbij: Mapping[str, str],
    moment: datetime,
) -> None:
    klaar = briefopslag.gegevens(
        briefsoort(brief.soort), info, brief.antwoorden, brief.ondertekenaar
    )
    getekend = {
        "brief": brief.soort,
        "document": str(info.id),
        "sha256": info.sha256,
        "ondertekenaar": brief.ondertekenaar,
        "niet_betrokken": "ja",
        **erbij,
    }
    gebeurtenissen.voeg_toe(
        ctx.register,
        dossier,
        Gebeurtenis(G.ONDERTEKEND, moment.date(), moment, ctx.gebruiker, getekend),
        Gebeurtenis(G.BRIEF_KLAARGELEGD, moment.date(), moment, ctx.gebruiker, klaar),
    )


def _uitslag(dossier: Dossier, info: DocumentInfo, erbij: Mapping[str, str]) -> Uitslag:
    gegevens = {"brief": info.soort, "document": info.id, "sha256": info.sha256, **erbij}
    return Uitslag(dossier.kenmerk, str(info.id), gegevens)
