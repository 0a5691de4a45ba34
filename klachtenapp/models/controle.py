"""Examines a register from the outside: the file, its links, its log, its numbers, its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import peewee

from klachtenapp.errors import OmgevingFout
from klachtenapp.models import documenten, identiteit, log, logdraad
from klachtenapp.models.bestanden import is_te_zien
from klachtenapp.models.fouten import Oorzaak, SchijfFout, leesbaar
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.models.register import Register

_MAX_GENOEMD = 5
_STUK = 50


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What one check found: ``goed`` or not, in a Dutch sentence, and what to do about it."""

    onderdeel: str
    goed: bool
    tekst: str
    raad: str = ""


Check = Callable[[Register], Bevinding]
_GEEN: Mapping[str, Check] = {}


def controleer(pad: Path, sleutel: str = "", erbij: Mapping[str, Check] = _GEEN) -> list[Bevinding]:
    """Return what every check finds; nothing in the register is changed.

    ``erbij`` are checks that need more than the tables, by their name. The file is opened
    on its own connection. On a share this reads every page over the network: check a
    reservekopie on this computer instead when the register is large.
    """
    if not is_te_zien(pad):
        return [
            Bevinding(
                "bestand", False, f"Het bestand {pad} is er niet.", "Kijk of de schijf er is."
            )
        ]
    register = Register(pad.absolute(), sleutel)
    try:
        register.verbind()
        identiteit.controleer(register, len(MIGRATIES))
        alle = {**_CHECKS, **erbij}
        return enkele(register, alle)
    except SchijfFout as fout:
        if fout.oorzaak is Oorzaak.BEDORVEN:
            return [Bevinding("bestand", False, fout.boodschap, _HERSTEL)]
        if fout.oorzaak is not Oorzaak.VERSTOORD:
            return [Bevinding("bestand", False, fout.boodschap, "Kies een ander bestand.")]
        tekst = "Het bestand is niet te lezen: de schijf hapert, of het is beschadigd."
        return [Bevinding("bestand", False, tekst, f"Probeer het nog eens. {_HERSTEL}")]
    except identiteit.VreemdFout as fout:
        return [Bevinding("bestand", False, fout.boodschap, _HERSTEL)]
    except OmgevingFout as fout:
        return [Bevinding("bestand", False, fout.boodschap, "Kies een ander bestand.")]
    finally:
        register.sluit()


def enkele(register: Register, checks: Mapping[str, Check]) -> list[Bevinding]:
    """Return what some checks find in a register that is open."""
    return [_voer_uit(register, naam, check) for naam, check in checks.items()]


def _voer_uit(register: Register, naam: str, check: Check) -> Bevinding:
    try:
        with leesbaar():
            return check(register)
    except peewee.OperationalError as fout:  # a table that was taken out
        tekst = f"Hier ontbreekt iets: {fout}."
        return Bevinding(naam, False, tekst, _INDEX if naam == "zoekindex" else _HERSTEL)
    except SchijfFout as fout:
        tekst = f"Niet te lezen: de schijf hapert, of het is beschadigd ({fout.techniek})."
        index = naam == "zoekindex" or "fts5" in fout.techniek
        return Bevinding(naam, False, tekst, _INDEX if index else _HERSTEL)


def _bestand(register: Register) -> Bevinding:
    fouten = [str(regel) for (regel,) in register.sql("PRAGMA integrity_check(20)")]
    if fouten == ["ok"]:
        return Bevinding("bestand", True, "Het bestand is heel.")
    return Bevinding("bestand", False, f"Het bestand is beschadigd: {opsomming(fouten)}.", _HERSTEL)


def _verwijzingen(register: Register) -> Bevinding:
    los = Counter(str(tabel) for tabel, *_ in register.sql("PRAGMA foreign_key_check"))
    if not los:
        return Bevinding("verwijzingen", True, "Alles hangt aan elkaar.")
    per_tabel = [f"{tabel} ({aantal})" for tabel, aantal in sorted(los.items())]
    tekst = f"Gegevens horen nergens meer bij: {', '.join(per_tabel)}."
    return Bevinding("verwijzingen", False, tekst, _HERSTEL)


def _zoekindex(register: Register) -> Bevinding:
    ((zonder,),) = register.sql(
        "SELECT count(*) FROM melding WHERE id NOT IN (SELECT melding_id FROM zoektekst)"
    )
    if zonder:
        wat = "1 melding is" if zonder == 1 else f"{zonder} meldingen zijn"
        return Bevinding("zoekindex", False, f"{wat} niet te vinden.", _INDEX)
    try:
        with register.transactie():
            register.sql("INSERT INTO zoekindex(zoekindex, rank) VALUES ('integrity-check', 1)")
    except SchijfFout:
        tekst = "De zoekindex klopt niet met de meldingen. De meldingen zelf zijn er nog."
        return Bevinding("zoekindex", False, tekst, _INDEX)
    if identiteit.versie(register) >= logdraad.SINDS_VERSIE and logdraad.losse(register):
        tekst = "Niet elke regel van het log is bij zijn melding te vinden. Het log zelf is er nog."
        return Bevinding("zoekindex", False, tekst, _INDEX)
    return Bevinding("zoekindex", True, "Alle meldingen zijn te vinden.")


def logboek(register: Register) -> Bevinding:
    """Walk the whole chain of the log."""
    breuk = log.controleer(register)
    if breuk is None:
        return Bevinding("log", True, "Het log is ongeschonden.")
    return Bevinding(
        "log",
        False,
        f"Het log is buiten het programma om veranderd: regel {breuk.id}, {breuk.reden}.",
        "Vergelijk met een reservekopie van eerder en meld dit aan uw beheerder.",
    )


def _nummers(register: Register) -> Bevinding:
    gaten = register.sql(
        "SELECT jaar, max(volgnummer), count(*) FROM nummer GROUP BY jaar "
        "HAVING max(volgnummer) <> count(*)"
    )
    los = register.sql(
        "SELECT kenmerk FROM melding WHERE kenmerk NOT IN "
        "(SELECT kenmerk FROM nummer WHERE vervallen_op IS NULL) "
        "UNION ALL SELECT kenmerk FROM nummer WHERE vervallen_op IS NULL "
        "AND kenmerk NOT IN (SELECT kenmerk FROM melding)"
    )
    fouten = [f"jaar {jaar}" for jaar, *_ in gaten] + [str(kenmerk) for (kenmerk,) in los]
    if not fouten:
        return Bevinding("nummers", True, "De nummers sluiten aan.")
    tekst = f"De nummers sluiten niet aan: {opsomming(fouten)}."
    return Bevinding("nummers", False, tekst, _HERSTEL)


def _documenten(register: Register) -> Bevinding:
    anders = [sha256 for sha256, inhoud in _inhoud(register) if documenten.som(inhoud) != sha256]
    if not anders:
        return Bevinding("documenten", True, "Alle brieven en bijlagen zijn ongewijzigd.")
    namen = [naam for sha256 in anders[:_MAX_GENOEMD] for naam in _plekken(register, sha256)]
    tekst = f"{len(anders)} documenten zijn veranderd of beschadigd: {opsomming(namen)}."
    return Bevinding("documenten", False, tekst, _HERSTEL)


def _plekken(register: Register, sha256: str) -> list[str]:
    """Return where a content is used: in dossiers, or as a logo or signature, which is in none."""
    rijen = register.sql(
        "SELECT m.kenmerk, d.naam FROM document d JOIN melding m ON m.id = d.melding_id "
        "WHERE d.sha256 = ?",
        (sha256,),
    )
    if rijen:
        return [f"{kenmerk}: {naam}" for kenmerk, naam in rijen]
    rijen = register.sql("SELECT naam FROM instelling WHERE waarde = ?", (sha256,))
    return ["het plaatje van een handtekening"] if rijen else ["het logo"]


def _inhoud(register: Register) -> Iterator[tuple[str, bytes]]:
    laatste = ""
    while rijen := register.sql(
        "SELECT sha256, inhoud FROM inhoud WHERE sha256 > ? ORDER BY sha256 LIMIT ?",
        (laatste, _STUK),
    ):
        for sha256, inhoud in rijen:
            yield str(sha256), inhoud if isinstance(inhoud, bytes) else str(inhoud).encode()
        laatste = str(rijen[-1][0])


def opsomming(delen: list[str]) -> str:
    """Return the first few of a list in one line, and how many more there are."""
    rest = len(delen) - _MAX_GENOEMD
    return "; ".join(delen[:_MAX_GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")


_INDEX = (
    "Maak de zoekindex opnieuw: Beheer, Register, Controleren. Of laat ICT dit uitvoeren: "
    "klachtenapp controleer --herstel-index."
)
_HERSTEL = (
    "Zet een reservekopie terug: Beheer, Register, Terugzetten. Wat er nu staat, wordt dan eerst "
    "bewaard."
)
_CHECKS: dict[str, Check] = {
    "bestand": _bestand,
    "verwijzingen": _verwijzingen,
    "zoekindex": _zoekindex,
    "log": logboek,
    "nummers": _nummers,
    "documenten": _documenten,
}
