"""Letters that were signed with a pen: which ones a scan holds, and the scan in its dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from klachtenapp.domain import verloop
from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.ondertekencode import Ondertekencode
from klachtenapp.domain.personen import Rol
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, meldingen
from klachtenapp.services import bijlagen, handtekeningzetten, ondertekenen, ondertekenversie
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling import scans

_GEEN_CODE = "Op deze scan staat geen code die het programma kan lezen."
_KIES = (
    "Kies op de pagina Ter ondertekening eerst de brief in de lijst, en dan de scan opnieuw. Is "
    "het een bijlage? Voeg hem toe in het dossier, bij Bijlagen."
)
_NIETS_WACHT = "Er wacht ook geen brief op een handtekening."
_ANDERE_TEKST = (
    "dit blad is van een eerdere tekst van de brief. Print de map opnieuw, en laat de brief "
    "tekenen die nu wacht"
)


@dataclass(frozen=True, slots=True)
class Scandeel:
    """What a scan holds of one letter. ``met_code``: its QR code said so, not the user.

    ``over_bestuur``: then the tick *niet betrokken* is not asked (art. 9:7 lid 2).
    ``versie`` names the text that waited when the scan was read. ``zonder_versie``: the code
    is an old one that does not say which text was printed; the user must compare.
    """

    kenmerk: str
    wie: str
    inhoud: bytes
    over_bestuur: bool
    met_code: bool
    versie: str = ""
    zonder_versie: bool = False


@dataclass(frozen=True, slots=True)
class Scanlezing:
    """The letters on a scan. ``blijft_liggen`` says what is not filed, and why."""

    delen: tuple[Scandeel, ...]
    blijft_liggen: tuple[str, ...] = ()


@vraagt(Recht.LEZEN)
def ondertekenaars(ctx: Context) -> tuple[str, ...]:
    """Return who may have signed on paper: the afdelingshoofden, and the signer of Beheer."""
    hoofden = [
        m.naam
        for m in beheer.medewerkers(ctx.register)
        if m.actief and Rol.AFDELINGSHOOFD in m.rollen
    ]
    vast = [ctx.gemeente.ondertekenaar] if ctx.gemeente.ondertekenaar else []
    return tuple(dict.fromkeys([*vast, *hoofden]))


@vraagt(Recht.BEHANDELEN)
def lees_scan(ctx: Context, pad: Path, anders: str = "") -> Scanlezing:
    """Return which letters of the ondertekenmap are on a scan, each with its own pages.

    Without any code of ours it is the letter of ``anders``, the kenmerk the user chose.
    Pages without a code follow the others when all codes name one letter; else they stay
    behind, for a guess might put them in the dossier of somebody else.

    :raises RegelFout: it cannot be read, or nothing on it can be filed.
    """
    scan = bijlagen.lees(pad)
    soort = handtekeningzetten.soort_scan(scan)
    wachtend = {regel.dossier.kenmerk: regel for regel in ondertekenen.ondertekenmap(ctx)}
    codes = scans.codes(scan)
    groepen = _groepen(codes)
    if not groepen:
        if anders not in wachtend:
            raise RegelFout(f"{_GEEN_CODE} {_KIES if wachtend else _NIETS_WACHT}", veld="scan")
        return Scanlezing((_scandeel(ctx, wachtend[anders].dossier, scan),))
    delen: list[Scandeel] = []
    liggen: list[str] = []
    for (kenmerk, brief, versie), paginas in groepen.items():
        regel = wachtend.get(kenmerk)
        if regel is None or regel.brief is not brief:
            liggen.append(f"{kenmerk}: hier wacht deze brief niet (meer) op een handtekening")
            continue
        if versie and versie != ondertekenversie.versie(ctx, regel.dossier):
            liggen.append(f"{kenmerk}: {_ANDERE_TEKST}")
            continue
        heel = len(groepen) == 1 or soort != "pdf"
        eigen = scan if heel else scans.deel(scan, paginas)
        delen.append(_scandeel(ctx, regel.dossier, eigen, code=versie))
    if len(groepen) > 1:
        liggen += [f"blad {n}: geen code te lezen" for n, code in enumerate(codes, 1) if not code]
    if not delen:
        raise RegelFout(f"Deze scan is niet bewaard. {_zin(liggen)}.", veld="scan")
    return Scanlezing(tuple(delen), tuple(liggen))


@vraagt(Recht.BEHANDELEN)
def registreer_scan(
    ctx: Context,
    deel: Scandeel,
    naam: str,
    *,
    niet_betrokken: bool,
    datum: date,
    opdracht_uid: str,
    zelfde_tekst: bool = False,
) -> DocumentInfo:
    """File the scan of a letter that ``naam`` signed with a pen; the letter can then go out.

    ``zelfde_tekst``: the user compared the words; asked when the code does not say it.

    :raises RegelFout: as ``ondertekenen.registreer_natte_handtekening``; or another text
        waits by now, or the words were not compared.
    """
    if deel.zonder_versie and not zelfde_tekst:
        raise RegelFout(
            "Dit blad komt uit een oude map. Vergelijk de tekst op de scan met de brief die nu "
            "wacht, en zet het vinkje.",
            veld="zelfde_tekst",
        )
    nu = ondertekenversie.versie(ctx, meldingen.haal(ctx.register, deel.kenmerk))
    if nu and nu != deel.versie:  # when none waits the next door says so, or did it before
        raise RegelFout(
            f"{deel.kenmerk}: de brief is veranderd sinds u de scan koos. Kies de scan opnieuw.",
            veld="scan",
        )
    return ondertekenen.registreer_natte_handtekening(
        ctx,
        deel.kenmerk,
        deel.inhoud,
        naam,
        niet_betrokken=niet_betrokken,
        datum=datum,
        opdracht_uid=opdracht_uid,
    )


def _groepen(codes: Sequence[Ondertekencode | None]) -> dict[tuple[str, str, str], list[int]]:
    """Return the pages (from 0) of each text of each letter, in the order of the scan."""
    uit: dict[tuple[str, str, str], list[int]] = {}
    for nummer, code in enumerate(codes):
        if code is not None:
            uit.setdefault((code.kenmerk, code.brief, code.versie), []).append(nummer)
    return uit


def _scandeel(ctx: Context, dossier: Dossier, inhoud: bytes, code: str | None = None) -> Scandeel:
    """Return the part of one letter; ``code`` is the version in its code, ``None`` without one."""
    wie = "anoniem" if dossier.klager.is_leeg else korte_naam(dossier.klager)
    return Scandeel(
        dossier.kenmerk,
        wie,
        inhoud,
        verloop.over_bestuur(dossier),
        met_code=code is not None,
        versie=ondertekenversie.versie(ctx, dossier),
        zonder_versie=code == "",
    )


def _zin(redenen: Sequence[str]) -> str:
    """Return the reasons as one sentence that begins with a capital."""
    tekst = "; ".join(redenen)
    return tekst[:1].upper() + tekst[1:]
