"""Who and what there is in the oefengemeente, read from ``resources/oefengemeente``.

The people, the streets and the stories are made up. Which story falls to whom is drawn
with a fixed seed, so that every oefengemeente of one day is the same.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Oordeel, Soort, Voorkeur, Wens
from klachtenapp.domain.beloften import werkdag_voor
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon, Rol
from klachtenapp.paths import bronnen

_PLAATS = "Voorbeeldstad"
_STRATEN = (
    *("Dorpsstraat", "Kerkweg", "Molenstraat", "Wilgenlaan", "Stationsplein", "Vaartkade"),
    *("Lindenhof", "Burgemeesterslaan", "Oude Haven", "Zandpad", "Korenbloem", "Achterom"),
)
_KANALEN = (
    *(Kanaal.WEBSITE, Kanaal.WEBSITE, Kanaal.WEBSITE, Kanaal.EMAIL, Kanaal.EMAIL),
    *(Kanaal.BRIEF, Kanaal.BRIEF, Kanaal.TELEFOON, Kanaal.TELEFOON, Kanaal.BALIE, Kanaal.BALIE),
)
_OP_WERKDAGEN = frozenset({Kanaal.BALIE, Kanaal.TELEFOON, Kanaal.BRIEF})
_BEKLAAGDEN = {
    "Burgerzaken": "J. Smit",
    "Sociaal domein": "D. Kuipers",
    "Vergunningen en handhaving": "B. Wolters",
}
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Plan:
    """One dossier of the oefengemeente: what came in when, and how far it goes."""

    aanmelding: Aanmelding
    verloop: str
    tot: str
    behandelaar: str
    uitkomst: str
    aspect: str = ""
    verbeterpunt: str = ""
    oordeel: Oordeel = Oordeel.DEELS_GEGROND
    commissie: bool = False
    beklaagde: str = ""
    betrokken: str = ""
    ambassadeur: str = ""
    overgeslagen: str = ""  # a duty that could not be done any more


@dataclass(frozen=True, slots=True)
class Inrichting:
    """The gemeente with its departments and people; ids are given by the register."""

    gemeente: Gemeente
    afdelingen: tuple[Afdeling, ...]
    medewerkers: tuple[tuple[Medewerker, str], ...]  # with the name of the department
    behandelaars: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def lees_inrichting() -> Inrichting:
    """Return the gemeente of the oefengemeente."""
    bron = _toml("gemeente.toml")
    return Inrichting(
        gemeente=Gemeente(**bron["gemeente"], oefening=True),
        afdelingen=tuple(Afdeling(0, rij["naam"]) for rij in bron["afdeling"]),
        medewerkers=tuple(_medewerker(rij) for rij in bron["medewerker"]),
        behandelaars={
            rij["naam"]: (rij["behandelaar"], rij["plaatsvervanger"]) for rij in bron["afdeling"]
        },
    )


def maak_plannen(inrichting: Inrichting, vandaag: date) -> list[Plan]:
    """Return all dossiers, the known personas first, spread over the last fourteen months."""
    return [_op_een_open_dag(plan, vandaag) for plan in _plannen(inrichting, vandaag)]


def _op_een_open_dag(plan: Plan, vandaag: date) -> Plan:
    """Return the plan with its counter, telephone and post on a day that the gemeente is open."""
    aanmelding, kalender = plan.aanmelding, Kalender()
    dag = aanmelding.ontvangen_op
    if aanmelding.kanaal not in _OP_WERKDAGEN or kalender.is_werkdag(dag):
        return plan
    later = kalender.plus_werkdagen(dag, 0)
    dag = later if later <= vandaag else werkdag_voor(dag, kalender)
    return replace(plan, aanmelding=replace(aanmelding, ontvangen_op=dag))


def _plannen(inrichting: Inrichting, vandaag: date) -> list[Plan]:
    toeval = Random(2026)  # noqa: S311 -- which story falls to whom, nothing secret
    plannen = [_persona(inrichting, rij, vandaag) for rij in _toml("personas.toml")["zaak"]]
    mensen = _mensen(toeval)
    verhalen = _csv("verhalen.csv")
    toeval.shuffle(verhalen)
    verdeling = _Verdeling(toeval)
    for nummer, verhaal in enumerate(verhalen):
        soort = Soort(verhaal["soort"])
        verloop, tot, dagen = verdeling.geef(soort)
        klager = Persoon() if verloop == "anoniem" else mensen[nummer % len(mensen)]
        if verloop == "geen_reactie":
            klager = replace(klager, straat="", huisnummer="", postcode="", plaats="")
        met_naam = verloop.startswith("formeel") and toeval.random() < 0.7
        beklaagde = _BEKLAAGDEN.get(verhaal["afdeling"], "") if met_naam else ""
        eerste, tweede = inrichting.behandelaars[verhaal["afdeling"]]
        plannen.append(
            Plan(
                aanmelding=Aanmelding(
                    soort=soort,
                    ontvangen_op=vandaag - timedelta(days=dagen),
                    kanaal=toeval.choice(_KANALEN),
                    omschrijving=verhaal["omschrijving"],
                    onderwerp=verhaal["onderwerp"],
                    klager=klager,
                    afdeling=verhaal["afdeling"],
                    beklaagde=beklaagde,
                ),
                verloop=verloop,
                tot=tot,
                behandelaar=eerste if toeval.random() < 0.8 else tweede,
                uitkomst=verhaal["uitkomst"],
                aspect=verhaal["aspect"],
                oordeel=toeval.choice(_OORDELEN),
                commissie=verloop == "formeel_commissie",
                beklaagde=beklaagde,
            )
        )
    return plannen


_OORDELEN = (
    *(Oordeel.GEGROND, Oordeel.GEGROND, Oordeel.DEELS_GEGROND, Oordeel.DEELS_GEGROND),
    *(Oordeel.ONGEGROND, Oordeel.ONGEGROND, Oordeel.ONGEGROND, Oordeel.GEEN_OORDEEL),
)
# What is still running, per kind: story, how far, how many days ago it came in.
_LOPEND: Mapping[Soort, tuple[tuple[str, str, int], ...]] = {
    Soort.KLACHT: (
        ("informeel", "ontvangen", 0),
        ("informeel", "ontvangen", 1),
        ("informeel", "gebeld", 3),
        ("informeel", "bevestigd", 5),
        ("informeel", "informeel", 13),
        ("informeel", "tevreden", 20),
        ("formeel", "formeel", 21),
        ("formeel", "gepland", 17),
        ("formeel", "verslag", 38),
        ("formeel", "brief", 42),
        ("formeel", "voorgelegd", 41),
    ),
    Soort.TIP: (("terugkoppelen", "ontvangen", 0), ("terugkoppelen", "doorgezet", 9)),
    Soort.COMPLIMENT: (("terugkoppelen", "ontvangen", 1), ("terugkoppelen", "teruggekoppeld", 15)),
    Soort.OPMERKING: (("terugkoppelen", "doorgezet", 48),),
    Soort.MELDING_OPENBARE_RUIMTE: (
        ("terugkoppelen", "ontvangen", 0),
        ("terugkoppelen", "doorgezet", 6),
    ),
    Soort.DOORZENDING: (("doorzenden", "ontvangen", 1),),
}
# How the closed klachten ended: about seven in ten informally, as gemeenten report it.
_GESLOTEN_KLACHTEN = (
    *[("informeel", 60)] * 30,
    *[("formeel", 80)] * 7,
    *[("formeel_traag", 110)] * 2,
    *[("formeel_verdaagd", 110)] * 2,
    *[("formeel_commissie", 130)] * 1,
    *[("heropend", 150)] * 1,
    *[("ingetrokken", 60)] * 3,
    *[("niet_in_behandeling", 60)] * 3,
    *[("geen_klacht", 60)] * 3,
    *[("geen_reactie", 70)] * 2,
    *[("anoniem", 60)] * 2,
)
_OUDSTE = 425  # days: fourteen months


class _Verdeling:
    """Hands out stories: first what must still be running, then what is closed."""

    def __init__(self, toeval: Random) -> None:
        self._toeval = toeval
        self._lopend = {soort: iter(rij) for soort, rij in _LOPEND.items()}
        gesloten = list(_GESLOTEN_KLACHTEN)
        toeval.shuffle(gesloten)
        self._gesloten = _rondom(gesloten)

    def geef(self, soort: Soort) -> tuple[str, str, int]:
        """Return story, how far it goes (empty: to its end) and days ago for one more."""
        lopend = next(self._lopend[soort], None)
        if lopend is not None:
            return lopend
        if soort is Soort.KLACHT:
            verloop, minstens = next(self._gesloten)
        else:
            verloop = "doorzenden" if soort is Soort.DOORZENDING else "terugkoppelen"
            minstens = 40
        return verloop, "", self._toeval.randint(minstens, _OUDSTE)


def _rondom(rij: Sequence[_T]) -> Iterator[_T]:
    while True:
        yield from rij


def _persona(inrichting: Inrichting, rij: Mapping[str, Any], vandaag: date) -> Plan:
    klager = _persoon(rij.get("klager", {}), adres=not rij.get("zonder_adres"))
    beklaagde = rij.get("beklaagde", "")
    return Plan(
        aanmelding=Aanmelding(
            soort=Soort(rij["soort"]),
            ontvangen_op=vandaag - timedelta(days=rij["dagen"]),
            kanaal=Kanaal(rij["kanaal"]),
            omschrijving=rij["omschrijving"],
            onderwerp=rij["onderwerp"],
            klager=klager,
            gemachtigde=_persoon(rij["gemachtigde"]) if "gemachtigde" in rij else None,
            afdeling=rij["afdeling"],
            beklaagde=beklaagde,
            wens=Wens(rij["wens"]) if "wens" in rij else None,
        ),
        verloop=rij["verloop"],
        tot=rij["tot"],
        behandelaar=inrichting.behandelaars[rij["afdeling"]][0],
        uitkomst=rij["uitkomst"],
        aspect=rij.get("aspect", ""),
        verbeterpunt=rij.get("verbeterpunt", ""),
        oordeel=Oordeel(rij.get("oordeel", "deels gegrond")),
        commissie=rij.get("commissie", False),
        beklaagde=beklaagde,
        **{naam: rij.get(naam, "") for naam in ("betrokken", "ambassadeur", "overgeslagen")},
    )


def _mensen(toeval: Random) -> list[Persoon]:
    mensen = []
    for nummer, rij in enumerate(_csv("mensen.csv"), start=20):
        achternaam = rij["achternaam"]
        mensen.append(
            _persoon(
                {
                    **rij,
                    "straat": toeval.choice(_STRATEN),
                    "huisnummer": str(toeval.randint(1, 180)),
                    "postcode": f"1234 {'ABCDEGHJ'[nummer % 8]}{'KLMNPRTV'[nummer // 8 % 8]}",
                    "telefoon": f"06-123456{nummer}" if toeval.random() < 0.85 else "",
                    "email": f"lezer{nummer}@mail.example" if toeval.random() < 0.6 else "",
                    "voorkeur": toeval.choice(
                        ("bellen", "bellen", "bellen", "mailen", "brief", "")
                    ),
                    "leest_moeilijk": achternaam != "" and toeval.random() < 0.08,
                }
            )
        )
    toeval.shuffle(mensen)
    return mensen


def _persoon(rij: Mapping[str, Any], *, adres: bool = True) -> Persoon:
    if not rij:
        return Persoon()
    voorkeur = rij.get("voorkeur", "")
    gegevens = {k: v for k, v in rij.items() if k not in ("aanhef", "voorkeur")}
    return Persoon(
        **gegevens,
        aanhef=Aanhef(rij["aanhef"]),
        voorkeur=Voorkeur(voorkeur) if voorkeur else None,
        plaats=_PLAATS if adres else "",
    )


def _medewerker(rij: Mapping[str, Any]) -> tuple[Medewerker, str]:
    return Medewerker(
        id=0,
        naam=rij["naam"],
        aanhef=Aanhef(rij["aanhef"]),
        functie=rij["functie"],
        telefoon=rij["telefoon"],
        email=rij["email"],
        rollen=frozenset(Rol(rol) for rol in rij["rollen"]),
    ), rij["afdeling"]


def _toml(naam: str) -> dict[str, Any]:
    return tomllib.loads(_lees(naam))


def _csv(naam: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_lees(naam).splitlines(), delimiter=";"))


def _lees(naam: str) -> str:
    return (bronnen() / "oefengemeente" / naam).read_text("utf-8")
