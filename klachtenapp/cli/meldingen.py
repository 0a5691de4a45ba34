"""Commands about meldingen: registreer, lijst, toon, signaleer."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from klachtenapp.cli import vormen
from klachtenapp.cli.openen import geopend, print_json
from klachtenapp.domain.aanmelding_lezen import lees_aanmelding
from klachtenapp.domain.adres import korte_naam
from klachtenapp.domain.dagtekst import kort
from klachtenapp.domain.termijnkaart import regels as kaartregels
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.services import registreren, werkvoorraad, zoeken

_BLOK = 500
GROOTSTE = 20 * 1024 * 1024
"""Largest JSON that is read, in bytes; some ten thousand meldingen."""


def registreer(keuze: Namespace) -> int:
    """Register one JSON object or a list of them: all or none."""
    gegevens = _lees_json(keuze.bestand)
    lijst = gegevens if isinstance(gegevens, list) else [gegevens]
    aanmeldingen = []
    for nummer, deel in enumerate(lijst, start=1):
        try:
            aanmeldingen.append(lees_aanmelding(deel))
        except RegelFout as fout:
            waar = f"Melding {nummer}: " if len(lijst) > 1 else ""
            raise RegelFout(
                f"{waar}{fout.boodschap} Er is niets geregistreerd.", veld=fout.veld
            ) from fout
    with geopend(keuze) as ctx:
        dossiers = registreren.registreer_alles(ctx, aanmeldingen)
        uitvoer = [
            {
                "kenmerk": dossier.kenmerk,
                "uid": dossier.uid,
                "termijnen": vormen.termijnen(dossier, ctx.kader, ctx.vandaag),
            }
            for dossier in dossiers
        ]
    print_json(uitvoer if isinstance(gegevens, list) else uitvoer[0])
    return 0


def _lees_json(bestand: str) -> object:
    try:
        if bestand == "-":
            tekst = sys.stdin.read(GROOTSTE + 1)
        else:
            with Path(bestand).open(encoding="utf-8-sig") as bron:
                tekst = bron.read(GROOTSTE + 1)
        if len(tekst) > GROOTSTE:
            raise RegelFout("Dit JSON-bestand is te groot. Verdeel het. Er is niets geregistreerd.")
        return json.loads(tekst)
    except OSError as fout:
        raise OmgevingFout(
            f"Het bestand {bestand} kan niet worden gelezen. Kijk of het er staat."
        ) from fout
    except json.JSONDecodeError as fout:
        raise RegelFout(
            f"Dit is geen goed JSON-bestand: kijk bij regel {fout.lineno}, teken {fout.colno}. "
            "Er is niets geregistreerd."
        ) from fout
    except UnicodeDecodeError as fout:
        raise RegelFout(
            "Dit is geen goed JSON-bestand: bewaar het als UTF-8. Er is niets geregistreerd."
        ) from fout
    except (RecursionError, ValueError) as fout:  # built to be too deep, or a number too long
        raise RegelFout(
            "Dit JSON-bestand is te ingewikkeld om te lezen. Er is niets geregistreerd."
        ) from fout


def lijst(keuze: Namespace) -> int:
    """Print the meldingen, most urgent first."""
    with geopend(keuze) as ctx:
        filter_ = zoeken.Filter(zoek=keuze.zoek, status=keuze.status)
        ids = zoeken.ids(ctx, filter_)
        regels = [
            regel
            for begin in range(0, len(ids), _BLOK)
            for regel in zoeken.regels(ctx, ids[begin : begin + _BLOK])
        ]
    if keuze.json:
        print_json([vormen.lijstregel(regel) for regel in regels])
        return 0
    for regel in regels:
        datum = kort(regel.uiterste_datum) if regel.uiterste_datum else "-"
        print(
            f"{regel.kenmerk}  {datum:<15}  {regel.status:<12}  {regel.klager:<28.28}  "
            f"{regel.onderwerp:<40.40}  {regel.volgende_stap}"
        )
    print(f"{len(regels)} meldingen", file=sys.stderr)
    return 0


def toon(keuze: Namespace) -> int:
    """Print one dossier."""
    with geopend(keuze) as ctx:
        dossier = zoeken.dossier(ctx, keuze.kenmerk)
        if keuze.json:
            print_json(vormen.volledig(dossier, ctx.kader, ctx.vandaag))
            return 0
        stap = volgende_stap(dossier, ctx.kader, ctx.vandaag)
        print(f"{dossier.kenmerk} · {korte_naam(dossier.klager)} · {dossier.onderwerp}")
        print(f"{dossier.soort} · {dossier.status} · ontvangen {kort(dossier.ontvangen_op)}")
        if stap is not None:
            print(f"Volgende stap: {stap.tekst}. {stap.waarom}")
        print("\nTermijnen")
        for regel in kaartregels(dossier, ctx.kader, ctx.vandaag):
            datum = kort(regel.datum) if regel.datum else "-"
            print(f"  {regel.label:<28} {datum:<15} {regel.toestand:<9} {regel.uitleg}")
        print("\nWat er gebeurde")
        for gebeurtenis in dossier.gebeurtenissen:
            print(
                f"  {kort(gebeurtenis.op):<15} {gebeurtenis.soort:<28} "
                f"{gebeurtenis.door:<14} {gebeurtenis.toelichting}"
            )
    return 0


def signaleer(keuze: Namespace) -> int:
    """Print what is late or due soon; for Windows Task Scheduler.

    Under an account that is no medewerker only kenmerk, date and step are told.
    """
    with geopend(keuze) as ctx:
        kaal = keuze.zonder_gegevens or (ctx.medewerker is None and not ctx.rollen)
        signalen = werkvoorraad.signaleer_kaal(ctx) if kaal else werkvoorraad.signaleer(ctx)
        vandaag = ctx.vandaag
    if keuze.json:
        print_json([vormen.signaal(signaal) for signaal in signalen])
        return 0
    for signaal in signalen:
        print(vormen.signaalzin(signaal, vandaag))
    print(f"{len(signalen)} data vragen aandacht.", file=sys.stderr)
    return 0
