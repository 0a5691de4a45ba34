"""SQL with a value in its text is how a sender gets at the register: only parameters carry values.

Every statement that is put together is listed here with the parts that go into it, read once
by hand: names of tables and columns of our own, and question marks.
"""

from __future__ import annotations

import ast
from pathlib import Path

PAKKET = Path(__file__).parents[2] / "klachtenapp"
DEUREN = {"sql", "execute_sql", "execute", "executemany", "executescript", "raw", "SQL"}
OVERAL = {
    "', '.join('?' * len(stuk))", "APPLICATIE", "', '.join(_VELDEN[1:])", "JOURNAAL", "_FULL",
    "BLADGROOTTE", "FEIT_GEZOCHT",
    "kolommen", "merken", "naam", "soort", "stand", "tabel.table_name", "waar",
}  # fmt: skip
"""Parts that stand in the text of a statement; none of them comes from outside."""
ERGENS = {
    "models/meldingen.py": {"', '.join('?' * len(OPEN))"},
    "models/migrations/m0005_minder_bladen.py": {"_KOLOMMEN", "', ?' * 6"},
    "models/lezen.py": {
        "_sql(rij, veld, len(waarden), volgorde).replace('?', str(register.db.param))",
        "_sql_alles(rij)",
    },
    "models/omzetting.py": {"merk", "waarde"},  # the pragmas of identity, read as numbers
    "models/postboek.py": {
        "vraag", "orde", "', '.join((f'p.{deel}' for deel in orde.split(', ')))",
    },
    # Names of our own tables and columns; triggers of the register that it has just made.
    "models/redding.py": {"', '.join(namen)", "veld.column_name", "str(tekst)"},
    "models/redding_lezen.py": {"geheim", "instelling"},  # the quotes in the key are doubled
    "models/vergelijken.py": {"n"},  # a file with a strange table never gets there
}  # fmt: skip
"""The same for one module: what there comes from our own tables."""


def _samengesteld(knoop: ast.expr, namen: dict[str, ast.expr]) -> list[str]:
    """Return the parts that are put into a text, as they are written."""
    if isinstance(knoop, ast.Name) and knoop.id in namen:
        return _samengesteld(namen[knoop.id], {})
    if isinstance(knoop, ast.JoinedStr):
        delen = [d.value for d in knoop.values if isinstance(d, ast.FormattedValue)]
        return [ast.unparse(deel) for deel in delen]
    if isinstance(knoop, ast.BinOp):
        return [*_samengesteld(knoop.left, namen), *_samengesteld(knoop.right, namen)]
    if isinstance(knoop, ast.Call):
        return [ast.unparse(knoop)]
    return []


def _aanroepen(boom: ast.AST) -> list[tuple[int, list[str]]]:
    gevonden = []
    for functie in ast.walk(boom):
        if not isinstance(functie, ast.FunctionDef | ast.Module):
            continue
        namen = {
            doel.id: regel.value
            for regel in ast.walk(functie)
            if isinstance(regel, ast.Assign)
            for doel in regel.targets
            if isinstance(doel, ast.Name)
        }
        for aanroep in ast.walk(functie):
            if (
                isinstance(aanroep, ast.Call)
                and isinstance(aanroep.func, ast.Attribute)
                and aanroep.func.attr in DEUREN
                and aanroep.args
            ):
                gevonden.append((aanroep.lineno, _samengesteld(aanroep.args[0], namen)))
    return gevonden


def test_no_statement_carries_a_value_in_its_text() -> None:
    fout = {
        f"{pad.relative_to(PAKKET).as_posix()}:{regel}: {deel}"
        for pad in PAKKET.rglob("*.py")
        for regel, delen in _aanroepen(ast.parse(pad.read_text("utf-8")))
        for deel in delen
        if deel not in OVERAL | ERGENS.get(pad.relative_to(PAKKET).as_posix(), set())
    }
    assert sorted(fout) == []


def test_this_test_sees_what_it_looks_for() -> None:
    boom = ast.parse(
        "def f(r, wie):\n    r.sql(f\"SELECT '{wie}'\")\n"
        '    v = "SELECT " + str(wie)\n    r.sql(v)\n    r.sql("SELECT %s".format(wie))\n'
    )
    assert {deel for _, delen in _aanroepen(boom) for deel in delen} == {
        "wie", "str(wie)", "'SELECT %s'.format(wie)",
    }  # fmt: skip
