"""Looks at a letter before it is drawn: holes, characters we cannot print, its reference block."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain import dagtekst, veldnamen, verloop
from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.brieven import Briefregel, Ontvanger
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar
from klachtenapp.papier.lettertype import ontbrekend, zin_ontbrekend
from klachtenapp.papier.tekst import gebruikte_velden


def gedrukte_velden(tekst: str, feiten: Mapping[str, str]) -> list[str]:
    """Return the facts that the text can print, with the rows of its repetitions."""
    genoemd = gebruikte_velden(tekst)
    uit: list[str] = []
    for naam in feiten:
        kaal = naam
        for rij in ("onderdeel", "verbeterpunt"):
            if naam.startswith(rij) and naam[len(rij)].isdigit():
                kaal = f"{rij}_{naam.partition('_')[2]}"
        if kaal in genoemd:
            uit.append(naam)
    return uit


Veldnamen = Mapping[str, tuple[str, str]]
"""What the own facts of a letter are called, and where one fills them in."""


def lege_velden(velden: tuple[str, ...], eigen: Veldnamen) -> list[Bezwaar]:
    """Return an objection for each fact that the text needs and the dossier does not have."""
    uit: list[Bezwaar] = []
    for veld in velden:
        wat, waar = eigen.get(veld, (veldnamen.label(veld), veldnamen.waar(veld)))
        uit.append(Bezwaar(f"In de brief ontbreekt {wat}. {waar}", "", veld))
    return uit


def onprintbaar(gedrukt: Mapping[str, str], eigen: Veldnamen) -> list[Bezwaar]:
    """Return an objection for each fact with a character that no font of ours can draw."""
    return [
        Bezwaar(zin_ontbrekend(tekens, f"'{_naam(naam, eigen)}'"), "", naam)
        for naam, waarde in gedrukt.items()
        for tekens in [ontbrekend(waarde)]
        if tekens
    ]


def _naam(veld: str, eigen: Veldnamen) -> str:
    return eigen[veld][0] if veld in eigen else veldnamen.label(veld)


def referentie(
    regel: Briefregel, dossier: Dossier, feiten: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return the reference block: label and value, in reading order.

    The number from which we call is for the klager only.
    """
    gebeld = feiten["wij_bellen"] or feiten["wil_langskomen"]
    aan_klager = regel.ontvanger is Ontvanger.KLAGER
    regels = [
        ("Datum", feiten["datum"]),
        ("Ons kenmerk", dossier.kenmerk),
        (f"{_wat(dossier)} ontvangen op", dagtekst.lang(verloop.termijn_vanaf(dossier))),
        ("Behandeld door", feiten["behandelaar"] or feiten["contact"]),
        ("Telefoon", feiten["contact_telefoon"]),
        ("Wij bellen met", feiten["belnummer"] if gebeld and aan_klager else ""),
        ("E-mail", feiten["contact_email"]),
    ]
    stappenplan = "Stappenplan" if feiten["stappenplan_erbij"] == "ja" else ""
    bijlagen_ = (stappenplan, *feiten.get("bijlagen", "").splitlines())
    regels += [("Bijlage", naam) for naam in bijlagen_]
    return tuple((label, waarde) for label, waarde in regels if waarde)


def _wat(dossier: Dossier) -> str:
    """Return what came in, for the reference block."""
    kort = {Soort.MELDING_OPENBARE_RUIMTE: "Melding", Soort.DOORZENDING: "Post"}
    return kort.get(dossier.soort, dossier.soort.value.capitalize())
