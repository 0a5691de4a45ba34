"""The house style: the logo in the register, colour, side and foot, and a letter to see it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from klachtenapp.domain import dagtekst
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.gemeentevelden import met_velden
from klachtenapp.domain.huisstijl import logo_woorden, voetregels
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten
from klachtenapp.papier.brief import Brief, Ondertekening, teken_brief
from klachtenapp.papier.lettertype import ontbrekend, zin_ontbrekend
from klachtenapp.papier.logo import Logo
from klachtenapp.papier.tekst import vul
from klachtenapp.services import beheer
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling import logo as logobestand

_VOORBEELD = """onderwerp: Zo ziet uw brief eruit

Geachte mevrouw De Vries,

Dit is een voorbeeld. Zo staan het **logo**, de kleur en de regels onderaan op elke brief.

# Een kop in de kleur van de gemeente

Wij lezen uw klacht goed. Daarna bellen wij u, want wij willen weten wat er voor u aan de hand is.

1. Wij luisteren naar uw verhaal.
2. Wij zoeken uit wat er gebeurde.
3. U krijgt antwoord.

## Een kleine kop

> Zo staat een stukje van uw eigen woorden in een brief.
"""
_DAG = date(2026, 1, 5)
_ADRES = ("Mevrouw A. de Vries", "Kerkstraat 12", "1234 AB  VOORBEELDSTAD")


@dataclass(frozen=True, slots=True)
class Logokeuze:
    """A logo as it was chosen or stored: a clean picture, or nothing."""

    soort: str = ""
    inhoud: bytes = field(default=b"", repr=False)

    def __bool__(self) -> bool:
        return bool(self.inhoud)


GEEN_LOGO = Logokeuze()

# A picture goes by the hash of its content, so what was read once is right for ever.
_gelezen: dict[str, Logokeuze] = {}


def lees_logo(pad: Path) -> Logokeuze:
    """Return a clean copy of the picture in ``pad``; it is not stored yet.

    :raises RegelFout: no PNG or SVG that we can draw; the sentence says what to do.
    :raises OmgevingFout: the file cannot be read.
    """
    schoon = logobestand.lees(pad)
    return Logokeuze(schoon.soort, schoon.inhoud)


def logokeuze(ctx: Context, gemeente: Gemeente | None = None) -> Logokeuze:
    """Return the stored logo of the gemeente.

    Nothing when it is no longer in the register or was changed there (``controleer`` says
    so): a letter then bears the name, and can go out.
    """
    wie = gemeente or ctx.gemeente
    if not wie.logo:
        return GEEN_LOGO
    keuze = _gelezen.get(wie.logo)
    if keuze is None:
        inhoud = documenten.lees_inhoud(ctx.register, wie.logo)
        if inhoud is None or documenten.som(inhoud) != wie.logo:
            return GEEN_LOGO
        keuze = Logokeuze(wie.logo_soort, inhoud)
        _gelezen.clear()  # one register, one logo
        _gelezen[wie.logo] = keuze
    return keuze


def logo(ctx: Context, gemeente: Gemeente | None = None) -> Logo | None:
    """Return the logo to draw, with its words; ``None`` when there is none."""
    return _op_papier(gemeente or ctx.gemeente, logokeuze(ctx, gemeente))


def met_logo(ctx: Context, brief: Brief) -> Brief:
    """Return a letter with the logo of the gemeente in its head."""
    return replace(brief, logo=logo(ctx))


@vraagt(Recht.BEHEREN)
def bewaar(ctx: Context, ingevuld: Mapping[str, str], keuze: Logokeuze) -> Context:
    """Store the house style with its logo, and return the context that goes on with it.

    A logo that is no longer used goes out of the register; letters that bear it keep it.

    :raises RegelFout: a colour that is none, a foot that does not fit or cannot be printed.
    """
    with ctx.register.transactie():
        oud = beheer.gemeente(ctx)
        nieuw = met_velden(oud, ingevuld)
        _controleer_voet(nieuw)
        sha256 = documenten.bewaar_inhoud(ctx.register, keuze.inhoud) if keuze else ""
        na = beheer.bewaar_gemeente(ctx, replace(nieuw, logo=sha256, logo_soort=keuze.soort))
        if oud.logo and oud.logo != sha256:
            documenten.laat_inhoud_los(ctx.register, oud.logo)
        return na


def voorbeeld(gemeente: Gemeente, ingevuld: Mapping[str, str], keuze: Logokeuze) -> bytes:
    """Return a letter to nobody in the house style as it is being filled in.

    :raises RegelFout: what was filled in cannot be so.
    """
    wie = met_velden(gemeente, ingevuld)
    _controleer_voet(wie)
    return teken_brief(
        Brief(
            gemeente=wie,
            adres=_ADRES,
            datum=_DAG,
            datum_tekst=dagtekst.lang(_DAG),
            kenmerk="VOORBEELD",
            referentie=(
                ("Datum", dagtekst.lang(_DAG)),
                ("Ons kenmerk", "voorbeeld"),
                ("Telefoon", wie.telefoon or "14 0123"),
            ),
            tekst=vul(_VOORBEELD, {}),
            ondertekening=Ondertekening(
                wie.ondertekenaar or "Naam van de ondertekenaar", wie.ondertekenaar_functie,
                wie.namens,
            ),
            logo=_op_papier(wie, keuze),
        )
    )  # fmt: skip


def _op_papier(gemeente: Gemeente, keuze: Logokeuze) -> Logo | None:
    return Logo(keuze.soort, keuze.inhoud, logo_woorden(gemeente)) if keuze else None


def _controleer_voet(gemeente: Gemeente) -> None:
    tekens = ontbrekend("\n".join(voetregels(gemeente)))
    if tekens:
        raise RegelFout(zin_ontbrekend(tekens, "de regels onderaan"), veld="voetregels")
