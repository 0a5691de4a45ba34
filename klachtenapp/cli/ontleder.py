"""An argument parser that speaks Dutch and refuses bad input with exit code 1."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from klachtenapp.cli import slotontleder
from klachtenapp.domain.begrippen import Status

_KOPPEN = {
    "usage: ": "gebruik: ",
    "positional arguments:": "wat erbij hoort:",
    "options:": "keuzes:",
    "show this help message and exit": "toont deze uitleg",
}
_SIGNALEER = (
    "Noemt elke datum die voorbij is of bijna komt. Draait dit onder een account dat in het "
    "register geen medewerker is (Taakplanner, service-account), dan staan er geen namen en geen "
    "eigen tekst in: alleen kenmerk, datum en soort stap. Het account moet wel bij de map kunnen."
)
_FOUTEN = (
    (r"the following arguments are required: (.*)", r"Dit ontbreekt nog: \1."),
    (r"unrecognized arguments: (.*)", r"Dit kennen wij hier niet: \1."),
    (r"argument (.*?): expected one argument", r"Na \1 hoort nog iets te staan."),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"\2 kan niet. Kies uit: \3."),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 en \2 kunnen niet samen."),
    (r"argument (.*?): (.*)", r"Bij \1: \2"),
)


class Ontleder(argparse.ArgumentParser):
    """``argparse`` with Dutch headings; a mistake ends with exit code 1 and a sentence."""

    def format_help(self) -> str:
        """Return the help text with Dutch headings."""
        tekst = super().format_help()
        for engels, nederlands in _KOPPEN.items():
            tekst = tekst.replace(engels, nederlands)
        return tekst

    def error(self, message: str) -> NoReturn:
        """Print what is wrong in Dutch, point to the help, and end with exit code 1."""
        for patroon, zin in _FOUTEN:
            message, vervangen = re.subn(f"^{patroon}$", zin, message, flags=re.DOTALL)
            if vervangen:
                break
        print(f"{message}\nUitleg: {self.prog} --help", file=sys.stderr)
        raise SystemExit(1)


def dag(tekst: str) -> date:
    """Read a date argument: ``jjjj-mm-dd``."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{tekst}' is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-24."
        ) from None


def stand(tekst: str) -> str:
    """Read the stand of a dossier: one of the words in which the register keeps it."""
    if tekst and tekst not in {woord.value for woord in Status}:
        raise argparse.ArgumentTypeError(
            f"'{tekst}' is geen stand. Kies uit: {', '.join(woord.value for woord in Status)}."
        )
    return tekst


def naar(*uitgangen: str) -> Callable[[str], Path]:
    """Return how the name of a file to write is read: with one of these endings."""

    def pad(tekst: str) -> Path:
        gekozen = Path(tekst)
        if gekozen.suffix.lower() not in uitgangen:
            raise argparse.ArgumentTypeError(
                f"Kies een bestand dat eindigt op {' of '.join(uitgangen)}."
            )
        return gekozen

    return pad


def antwoord(tekst: str) -> tuple[str, str]:
    """Read an answer argument: ``naam=waarde``; what comes behind the first ``=`` is free."""
    naam, teken, waarde = tekst.partition("=")
    if not teken or not naam.strip():
        raise argparse.ArgumentTypeError(
            f"'{tekst}' is geen antwoord. Schrijf NAAM=WAARDE, zoals omschrijving=\"Te laat\"."
        )
    return naam.strip(), waarde


def maak_ontleder() -> Ontleder:
    """Return the parser of all commands (ontwerp §8)."""
    hoofd = Ontleder(
        prog="klachtenapp",
        description="Klachtenregister voor de gemeente. Zonder opdracht opent het venster.",
    )
    hoofd.add_argument("--versie", action="store_true", help="toont het nummer van deze versie")
    delen = hoofd.add_subparsers(dest="opdracht", metavar="OPDRACHT", parser_class=Ontleder)

    register = Ontleder(add_help=False)
    register.add_argument(
        "--register",
        type=Path,
        metavar="PAD",
        help="het register (.klachten); anders de omgevingsvariabele KLACHTENAPP_REGISTER",
    )
    als_json = Ontleder(add_help=False)
    als_json.add_argument("--json", action="store_true", help="uitvoer voor andere programma's")
    peildatum = Ontleder(add_help=False)
    peildatum.add_argument(
        "--peildatum", type=dag, metavar="DATUM", help="doe alsof het die dag is"
    )

    demo = delen.add_parser("demo", help="maakt de oefengemeente met documenten en opent haar")
    demo.add_argument("--map", type=Path, metavar="MAP", help="waar de bestanden komen")
    demo.add_argument("--zonder-venster", action="store_true", help="maakt alleen de bestanden")

    nieuw = delen.add_parser("nieuw", help="maakt een leeg register")
    nieuw.add_argument("pad", type=Path, metavar="PAD.klachten")
    nieuw.add_argument("--gemeente", required=True, metavar="NAAM")
    nieuw.add_argument(
        "--mijn-naam",
        default="",
        metavar="NAAM",
        help="uw naam zoals in een brief; u wordt beheerder en registrar",
    )

    termijn = delen.add_parser(
        "termijn", parents=[als_json], help="rekent een wettelijke termijn uit; zonder register"
    )
    termijn.add_argument("datum", type=dag, metavar="DATUM", help="de dag van ontvangst")
    termijn.add_argument("--weken", type=int, choices=(6, 10), default=6, metavar="6|10")
    termijn.add_argument("--niet-in-behandeling", action="store_true", help="art. 9:8 Awb, 4 weken")
    termijn.add_argument("--verdaagd", action="store_true", help="met 4 weken verdaging")

    importeer = delen.add_parser(
        "importeer", parents=[register, als_json], help="neemt een oud register over"
    )
    importeer.add_argument("bestand", type=Path, metavar="BESTAND")
    importeer.add_argument("--kolommen", type=Path, metavar="MAP.toml", help="bewaarde kolomkeuze")
    importeer.add_argument("--proef", action="store_true", help="verandert niets")
    importeer.add_argument("--verslag", type=Path, metavar="X.xlsx", help="bewaart het verslag")

    registreer = delen.add_parser(
        "registreer", parents=[register, als_json], help="registreert meldingen uit JSON"
    )
    registreer.add_argument("bestand", metavar="BESTAND.json|-")

    lijst = delen.add_parser(
        "lijst", parents=[register, als_json, peildatum], help="toont de meldingen"
    )
    lijst.add_argument("--zoek", default="", metavar="TEKST")
    lijst.add_argument("--status", type=stand, default="", metavar="S")

    toon = delen.add_parser(
        "toon", parents=[register, als_json, peildatum], help="toont één dossier"
    )
    toon.add_argument("kenmerk", metavar="KENMERK")

    brief = delen.add_parser("brief", parents=[register], help="maakt een brief als PDF")
    brief.add_argument("kenmerk", metavar="KENMERK")
    brief.add_argument("soort", metavar="SOORT")
    brief.add_argument(
        "--uit",
        type=naar(".pdf", ".eml"),
        required=True,
        metavar="BESTAND.pdf|.eml",
        help=".eml maakt een e-mailconcept; er wordt niets verstuurd",
    )
    brief.add_argument(
        "--antwoord",
        action="append",
        type=antwoord,
        default=[],
        metavar="NAAM=WAARDE",
        help="antwoord op een vraag van de brief; mag vaker",
    )
    brief.add_argument("--ondertekenaar", default="", metavar="NAAM", help="wie de brief tekent")

    plan = delen.add_parser("stappenplan", parents=[register], help="maakt het stappenplan")
    plan.add_argument("kenmerk", nargs="?", default="", metavar="KENMERK")
    plan.add_argument("--uit", type=naar(".pdf"), required=True, metavar="BESTAND.pdf")
    plan.add_argument("--variant", default="", metavar="kort|compleet")
    plan.add_argument(
        "--weg",
        default="",
        metavar="informeel|formeel|beide",
        help="hoe de klacht wordt behandeld; anders zoals de klager koos",
    )
    plan.add_argument(
        "--formaat",
        default="",
        metavar="a4|a5|vouw",
        help="vouw: een A4 dat een boekje wordt; print dubbelzijdig over de korte kant",
    )
    plan.add_argument("--groot", action="store_true", help="grote letters (alleen op A4)")
    plan.add_argument("--taal", default="nl", metavar="TAAL", help="nl, en, of een eigen taal")

    kaart = delen.add_parser(
        "termijnkaart",
        parents=[register, peildatum],
        help="maakt een PDF van alle termijnen van een dossier",
    )
    kaart.add_argument("kenmerk", metavar="KENMERK")
    kaart.add_argument("--uit", type=naar(".pdf"), required=True, metavar="BESTAND.pdf")

    gesprek = delen.add_parser(
        "agenda",
        parents=[register],
        help="maakt van het geplande gesprek een agendabestand, zonder namen",
    )
    gesprek.add_argument("kenmerk", metavar="KENMERK")
    gesprek.add_argument("--uit", type=naar(".ics"), required=True, metavar="BESTAND.ics")

    gesprek = delen.add_parser(
        "gesprekskaart",
        parents=[register, peildatum],
        help="maakt een half A4 om bij de hand te hebben als u de klager belt",
    )
    gesprek.add_argument("kenmerk", metavar="KENMERK")
    gesprek.add_argument("--uit", type=naar(".pdf"), required=True, metavar="BESTAND.pdf")

    boek = delen.add_parser(
        "dossierboek", parents=[register], help="maakt van een heel dossier één PDF"
    )
    boek.add_argument("kenmerk", metavar="KENMERK")
    boek.add_argument("--uit", type=naar(".pdf"), required=True, metavar="BESTAND.pdf")
    boek.add_argument(
        "--zonder", default="", metavar="DELEN", help="wat erbuiten blijft: tijdlijn,bijlagen,…"
    )
    boek.add_argument(
        "--met", default="", metavar="DELEN", help="wat er anders niet in staat: logboek, …"
    )
    boek.add_argument(
        "--voor-beklaagde", action="store_true", help="zonder adres van de klager en bijlagen"
    )

    post = delen.add_parser(
        "postboek", parents=[register, als_json], help="toont wat binnenkwam en uitging"
    )
    post.add_argument("--van", type=dag, metavar="DATUM", help="de eerste dag")
    post.add_argument("--tot", type=dag, metavar="DATUM", help="de laatste dag")
    post.add_argument("--uit", type=Path, metavar="BESTAND", help="naar .pdf, .xlsx of .csv")

    signalen = delen.add_parser(
        "signaleer",
        parents=[register, als_json, peildatum],
        help="wat te laat is of bijna; voor Taakplanner",
        description=_SIGNALEER,
    )
    signalen.add_argument(
        "--zonder-gegevens",
        action="store_true",
        help="alleen kenmerk, datum en stap: om door te sturen",
    )

    uitvoer = delen.add_parser(
        "exporteer", parents=[register], help="schrijft het register naar .xlsx of .csv"
    )
    uitvoer.add_argument("--uit", type=Path, required=True, metavar="BESTAND.xlsx|.csv")
    uitvoer.add_argument("--zoek", default="", metavar="TEKST")
    uitvoer.add_argument("--status", type=stand, default="", metavar="S")

    delen.add_parser("reservekopie", parents=[register, als_json], help="maakt een reservekopie")
    herstel = delen.add_parser("herstel", parents=[register], help="zet een reservekopie terug")
    herstel.add_argument("kopie", type=Path, metavar="KOPIE.klachten")
    herstel.add_argument("--ja", action="store_true", help="ook als er nu meer in staat")
    red = delen.add_parser("red", help="redt wat te lezen is uit een beschadigd register")
    red.add_argument("beschadigd", type=Path, metavar="PAD.klachten")
    red.add_argument(
        "--uit", type=Path, required=True, metavar="NIEUW.klachten", help="het nieuwe bestand"
    )
    red.add_argument("--json", action="store_true", help="schrijft JSON")
    delen.add_parser(
        "schijftest", parents=[register, als_json], help="kijkt of de schijf goed genoeg is"
    )
    controle = delen.add_parser(
        "controleer", parents=[register, als_json], help="kijkt of het register heel is"
    )
    controle.add_argument(
        "--herstel-index", action="store_true", help="maakt eerst de zoekindex opnieuw"
    )
    slotontleder.voeg_toe(delen, register, als_json, naar(".pdf"))
    return hoofd
