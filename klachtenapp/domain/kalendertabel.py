"""The editable table behind the calendar, as text: gelijkgestelde dagen and closed days.

One line a day, ``soort;datum;toelichting``. The same text is supplied in
``resources/feestdagen.csv``, kept in the register and edited in Beheer.
"""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.kalender import Kalender
from klachtenapp.errors import RegelFout

KOP = "soort;datum;toelichting"
SOORTEN = ("dekking_van", "dekking_tot", "gelijkgesteld", "kantoor_gesloten")


def lees_kalender(tekst: str) -> Kalender:
    """Return the calendar that ``tekst`` describes.

    Raises ``RegelFout`` naming the line that cannot be read, or the coverage that misses.
    """
    dagen: dict[str, set[date]] = {soort: set() for soort in SOORTEN}
    for nummer, regel in enumerate(tekst.lstrip("\ufeff").splitlines(), start=1):
        if regel.strip() and not regel.startswith("#") and regel.strip() != KOP:
            soort, dag = _lees_regel(nummer, regel)
            dagen[soort].add(dag)
    if len(dagen["dekking_van"]) != 1 or len(dagen["dekking_tot"]) != 1:
        raise RegelFout(
            "De tabel moet één keer dekking_van en één keer dekking_tot noemen.", veld="dekking"
        )
    van, tot = dagen["dekking_van"].pop(), dagen["dekking_tot"].pop()
    return maak_kalender(dagen["gelijkgesteld"], van, tot, dagen["kantoor_gesloten"])


def maak_kalender(
    gelijkgesteld: set[date] | frozenset[date],
    dekking_van: date,
    dekking_tot: date,
    kantoor_gesloten: set[date] | frozenset[date] = frozenset(),
) -> Kalender:
    """Return a calendar of these facts; raises ``RegelFout`` when the coverage is backwards."""
    if dekking_van > dekking_tot:
        raise RegelFout("De tabel eindigt voor hij begint. Draai de data om.", veld="dekking_tot")
    return Kalender(frozenset(gelijkgesteld), dekking_van, dekking_tot, frozenset(kantoor_gesloten))


def schrijf_kalender(kalender: Kalender) -> str:
    """Return the table of ``kalender`` as text that ``lees_kalender`` reads back the same."""
    regels = [
        ("dekking_van", kalender.dekking_van),
        ("dekking_tot", kalender.dekking_tot),
        *(("gelijkgesteld", dag) for dag in sorted(kalender.gelijkgesteld)),
        *(("kantoor_gesloten", dag) for dag in sorted(kalender.kantoor_gesloten)),
    ]
    return "\n".join([KOP, *(f"{soort};{dag.isoformat()};" for soort, dag in regels)]) + "\n"


def _lees_regel(nummer: int, regel: str) -> tuple[str, date]:
    soort, _, rest = regel.partition(";")
    soort, datum = soort.strip(), rest.partition(";")[0].strip()
    if soort not in SOORTEN:
        raise RegelFout(
            f"Regel {nummer} van de feestdagentabel begint met '{soort}'. "
            f"Kies uit: {', '.join(SOORTEN)}.",
            veld="feestdagen",
        )
    try:
        return soort, date.fromisoformat(datum)
    except ValueError as fout:
        raise RegelFout(
            f"Regel {nummer} van de feestdagentabel heeft geen goede datum: '{datum}'. "
            "Schrijf de datum als 2026-05-15.",
            veld="feestdagen",
        ) from fout
