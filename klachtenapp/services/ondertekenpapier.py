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
from klachtenapp.models import beheer
from klachtenapp.services import bijlagen, handtekeningzetten, ondertekenen
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling import scans


@dataclass(frozen=True, slots=True)
class Scandeel:
    """What a scan holds of one letter. ``met_code``: its QR code said so, not the user.

    ``over_bestuur``: then the tick *niet betrokken* is not asked (art. 9:7 lid 2).
    """

    kenmerk: str
    wie: str
    inhoud: bytes
    over_bestuur: bool
    met_code: bool


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
            raise RegelFout(
                "Op deze scan staat geen code die het programma kan lezen. Kies eerst de brief "
                "in de lijst, en dan de scan opnieuw.",
                veld="scan",
            )
        return Scanlezing((_scandeel(wachtend[anders].dossier, scan, met_code=False),))
    delen: list[Scandeel] = []
    liggen: list[str] = []
    for (kenmerk, brief), paginas in groepen.items():
        regel = wachtend.get(kenmerk)
        if regel is None or regel.brief is not brief:
            liggen.append(f"{kenmerk}: hier wacht deze brief niet (meer) op een handtekening")
            continue
        heel = len(groepen) == 1 or soort != "pdf"
        eigen = scan if heel else scans.deel(scan, paginas)
        delen.append(_scandeel(regel.dossier, eigen, met_code=True))
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
) -> DocumentInfo:
    """File the scan of a letter that ``naam`` signed with a pen; the letter can then go out.

    :raises RegelFout: as ``ondertekenen.registreer_natte_handtekening``.
    """
    return ondertekenen.registreer_natte_handtekening(
        ctx,
        deel.kenmerk,
        deel.inhoud,
        naam,
        niet_betrokken=niet_betrokken,
        datum=datum,
        opdracht_uid=opdracht_uid,
    )


def _groepen(codes: Sequence[Ondertekencode | None]) -> dict[tuple[str, str], list[int]]:
    """Return the pages (from 0) of each letter, in the order of the scan."""
    uit: dict[tuple[str, str], list[int]] = {}
    for nummer, code in enumerate(codes):
        if code is not None:
            uit.setdefault((code.kenmerk, code.brief), []).append(nummer)
    return uit


def _scandeel(dossier: Dossier, inhoud: bytes, *, met_code: bool) -> Scandeel:
    wie = "anoniem" if dossier.klager.is_leeg else korte_naam(dossier.klager)
    return Scandeel(dossier.kenmerk, wie, inhoud, verloop.over_bestuur(dossier), met_code)


def _zin(redenen: Sequence[str]) -> str:
    """Return the reasons as one sentence that begins with a capital."""
    tekst = "; ".join(redenen)
    return tekst[:1].upper() + tekst[1:]
