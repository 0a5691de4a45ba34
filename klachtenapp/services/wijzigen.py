"""Changes facts of a dossier that two people may have open at once; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from klachtenapp.domain import dagtekst, feitdagen, samenvoegen
from klachtenapp.domain.begrippen import (
    Aanhef,
    GebeurtenisSoort,
    Kanaal,
    Voorkeur,
    Vorm,
    Wens,
)
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import beheer, meldingen
from klachtenapp.services import feiten
from klachtenapp.services.context import Context
from klachtenapp.services.feiten import schone_persoon, schone_tekst
from klachtenapp.services.opdracht import Uitslag, eenmalig
from klachtenapp.services.rechten import vraagt

_K = TypeVar("_K", Afdeling, Medewerker)


@dataclass(frozen=True, slots=True)
class Wijziging:
    """New values of fields of a dossier, as text.

    ``velden`` maps a field to its new text; fields of people are ``klager.straat``,
    ``gemachtigde.telefoon``. Dates are ISO, yes/no ``ja``/``nee``, empty clears.
    ``gelezen`` holds the text of each field as it was read: with it, what someone else
    changed in another field is kept; without it any change since ``versie`` is a conflict.
    """

    kenmerk: str
    versie: int
    velden: Mapping[str, str]
    opdracht_uid: str = ""
    gelezen: Mapping[str, str] | None = None


@vraagt(Recht.BEHANDELEN)
def wijzig(ctx: Context, wijziging: Wijziging) -> Dossier:
    """Store the changes and return the dossier as it is now.

    :raises ConflictFout: a field was changed here and by someone else; nothing is stored
        and ``verschillen`` gives both texts of each.
    :raises RegelFout: a value that cannot be, with its ``veld``.
    """

    bewaard: list[Dossier] = []  # what stands there then: no second read on a share

    def doe() -> Uitslag:
        nu = meldingen.haal(ctx.register, wijziging.kenmerk)
        _controleer_botsing(wijziging, nu)
        nieuw, oude = _toegepast(ctx, nu, wijziging.velden)
        bewaard[:] = [nu]
        if oude:
            nieuw = _met_feit(ctx, nieuw, oude)
            bewaard[:] = [meldingen.wijzig(ctx.register, nu, nieuw)]
        return Uitslag(nu.kenmerk, gegevens={"velden": sorted(oude)})

    uitslag = eenmalig(ctx, wijziging.opdracht_uid, "gewijzigd", doe)
    return meldingen.haal(ctx.register, uitslag.kenmerk) if uitslag.herhaald else bewaard[0]


def als_tekst(dossier: Dossier, veld: str) -> str:
    """Return a field of a dossier as the text of a ``Wijziging``."""
    return _tekst(_waarde(dossier, veld))


def _controleer_botsing(wijziging: Wijziging, nu: Dossier) -> None:
    if nu.versie == wijziging.versie:
        return
    staat = {veld: als_tekst(nu, veld) for veld in wijziging.velden}
    botsingen = samenvoegen.botsingen(wijziging.gelezen, wijziging.velden, staat)
    if botsingen:
        raise ConflictFout(
            f"Iemand anders heeft dossier {nu.kenmerk} intussen gewijzigd. "
            "Er is niets overschreven. Kies per veld welke tekst blijft.",
            verschillen=botsingen,
        )


def _toegepast(
    ctx: Context, dossier: Dossier, velden: Mapping[str, str]
) -> tuple[Dossier, dict[str, str]]:
    """Return the changed dossier and, of each field that really changed, the old text."""
    nieuw = dossier
    oude = {}
    for veld, getypt in velden.items():
        staat, tekst = als_tekst(dossier, veld), schone_tekst(getypt)
        if staat != tekst:
            oude[veld] = staat
            nieuw = _gezet(ctx, nieuw, veld, tekst)
    if not oude:
        return dossier, oude
    nieuw = replace(
        nieuw,
        klager=schone_persoon(nieuw.klager),
        gemachtigde=nieuw.gemachtigde and schone_persoon(nieuw.gemachtigde),
    )
    return _herzien(ctx, dossier, nieuw, oude), oude


def _met_feit(ctx: Context, dossier: Dossier, oude: Mapping[str, str]) -> Dossier:
    gegevens = {f"{veld} was": tekst for veld, tekst in oude.items()}
    gegevens |= {veld: als_tekst(dossier, veld) for veld in oude}
    feit = Gebeurtenis(GebeurtenisSoort.GEWIJZIGD, ctx.vandaag, ctx.nu, ctx.gebruiker, gegevens)
    return replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit))


def _herzien(ctx: Context, oud: Dossier, nieuw: Dossier, velden: Collection[str]) -> Dossier:
    """Return the changed dossier, checked, under the regime that its facts now ask for.

    Someone who chose another regime than the facts asked for keeps that choice.
    """
    ontvangst = "ontvangen_op" in velden  # it happened before that day, whichever was typed
    feiten.controleer(nieuw, ctx.vandaag, alleen={*velden, "gedraging_op"} if ontvangst else velden)
    if ontvangst:
        _controleer_ontvangst(nieuw)
    wie = nieuw.behandelaar
    if "beklaagde" in velden and wie:
        feiten.controleer_onafhankelijk(wie.naam, nieuw.beklaagde, veld="beklaagde")
    koppeling = nieuw.koppeling if "koppeling" in velden else ""
    if koppeling and meldingen.vind(ctx.register, koppeling) is None:
        raise RegelFout(f"Er is geen dossier {koppeling}.", veld="koppeling")
    if oud.formeel_regime is not feiten.beoordeel(ctx.gemeente, oud, oud.vorm).formeel_regime:
        return nieuw
    regime = feiten.beoordeel(ctx.gemeente, nieuw, nieuw.vorm).formeel_regime
    return replace(nieuw, formeel_regime=regime)


def _controleer_ontvangst(dossier: Dossier) -> None:
    """Refuse a receipt after the first thing that happened: the term would begin too late."""
    eerste = feitdagen.eerste(dossier)
    if eerste is not None and dossier.ontvangen_op > eerste:
        raise RegelFout(
            f"Op {dagtekst.lang(eerste)} is er al iets met deze melding gedaan. Later kan zij "
            "niet zijn ontvangen.",
            veld="ontvangen_op",
        )


def _gezet(ctx: Context, dossier: Dossier, veld: str, tekst: str) -> Dossier:
    rol, punt, deel = veld.partition(".")
    if punt and rol in ("klager", "gemachtigde") and deel in _PERSOON:
        wie = getattr(dossier, rol) or Persoon()
        wie = replace(wie, **{deel: _PERSOON[deel](veld, tekst)})
        if rol == "klager":
            return replace(dossier, klager=wie)
        return replace(dossier, gemachtigde=None if wie == Persoon() else wie)
    if veld == "afdeling":
        return replace(dossier, afdeling=_genoemd(beheer.afdelingen(ctx.register), veld, tekst))
    if veld not in _DOSSIER:
        raise RegelFout(f"Het veld {veld} kan hier niet worden gewijzigd.", veld=veld)
    return replace(dossier, **{veld: _DOSSIER[veld](veld, tekst)})


def _genoemd(keuzes: Sequence[_K], veld: str, tekst: str) -> _K | None:
    if not tekst:
        return None
    for keuze in keuzes:
        if normaliseer(keuze.naam) == normaliseer(tekst):
            return keuze
    raise RegelFout(
        f"'{tekst}' is niet bekend. Kies uit: {', '.join(k.naam for k in keuzes)}.", veld=veld
    )


def _waarde(dossier: Dossier, veld: str) -> object:
    rol, punt, deel = veld.partition(".")
    if punt:
        return getattr(getattr(dossier, rol, None) or Persoon(), deel, "")
    waarde = getattr(dossier, veld, "")
    return getattr(waarde, "naam", waarde)


def _tekst(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return waarde.isoformat()
    return str(waarde)


_Lezer = Callable[[str, str], Any]


def _als_tekst(_veld: str, tekst: str) -> str:
    return tekst


def _als_ja(veld: str, tekst: str) -> bool:
    if tekst not in ("ja", "nee"):
        raise RegelFout("Kies ja of nee.", veld=veld)
    return tekst == "ja"


def _als_datum(veld: str, tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise RegelFout(f"'{tekst}' is geen datum.", veld=veld) from fout


def _mag_leeg(lezer: _Lezer) -> _Lezer:
    return lambda veld, tekst: lezer(veld, tekst) if tekst else None


def _als_woord(soort: type[StrEnum]) -> _Lezer:
    def lees(veld: str, tekst: str) -> StrEnum:
        try:
            return soort(tekst)
        except ValueError as fout:
            keuzes = ", ".join(woord.value for woord in soort)
            raise RegelFout(f"'{tekst}' kan hier niet. Kies uit: {keuzes}.", veld=veld) from fout

    return lees


_DOSSIER: dict[str, _Lezer] = {
    "omschrijving": _als_tekst,
    "onderwerp": _als_tekst,
    "beklaagde": _als_tekst,
    "notities": _als_tekst,
    "koppeling": _als_tekst,
    "ontvangen_op": _als_datum,
    "gedraging_op": _mag_leeg(_als_datum),
    "kanaal": _als_woord(Kanaal),
    "vorm": _als_woord(Vorm),
    "wens": _mag_leeg(_als_woord(Wens)),
    "ondertekend": _als_ja,
}
"""What can be corrected in a dossier without a handeling, and how its text is read."""

_PERSOON: dict[str, _Lezer] = {
    **{
        veld: _als_tekst
        for veld in (
            *("achternaam", "voorletters", "voornaam", "tussenvoegsel", "organisatie"),
            *("straat", "huisnummer", "postcode", "plaats", "land", "telefoon", "email", "taal"),
        )
    },
    "aanhef": _als_woord(Aanhef),
    "voorkeur": _mag_leeg(_als_woord(Voorkeur)),
    "leest_moeilijk": _als_ja,
    "email_akkoord": _als_ja,
}
