"""What is told of a bug: places in the program and versions, never texts.

The *text* of an exception, and the values around it, can hold what was typed: a name, an
address, a number. So only its kind is written, with the file names and lines of the
program. That holds for the report that a user may send and for the log on the computer.
"""

from __future__ import annotations

import logging
import platform
import re
import sys
import traceback
from pathlib import Path
from types import TracebackType

from klachtenapp import __version__
from klachtenapp.domain.tekens import op_een_regel

_NAAM = re.compile(r"\w[\w.<>]{0,80}")
_EERDER = 5  # errors behind an error


def verslag(soort: type[BaseException], spoor: TracebackType | None, *erbij: str) -> str:
    """Return what may leave the computer; ``erbij`` are further versions."""
    kop = [f"Klachtenapp {__version__}", f"Python {platform.python_version()}", *erbij]
    return "\n".join([" · ".join([*kop, sys.platform]), *_plekken(soort, spoor)])


def verslag_van(fout: BaseException, *erbij: str) -> str:
    """Return the same of an exception, with the errors that it came from."""
    regels = [verslag(type(fout), fout.__traceback__, *erbij)]
    eerder = fout.__cause__ or fout.__context__
    for _ in range(_EERDER):
        if eerder is None:
            break
        regels += ["daarvoor:", *_plekken(type(eerder), eerder.__traceback__)]
        eerder = eerder.__cause__ or eerder.__context__
    return "\n".join(regels)


def _plekken(soort: type[BaseException], spoor: TracebackType | None) -> list[str]:
    return [
        _kaal(soort.__name__),
        *(
            f"  {_kaal(Path(plek.filename).name)}:{plek.lineno} {_kaal(plek.name)}"
            for plek in traceback.extract_tb(spoor)
        ),
    ]


def _kaal(naam: str) -> str:
    """Return a name of the program; anything else that stands there is left out."""
    return naam if _NAAM.fullmatch(naam) else "(onbekend)"


class Regelopmaak(logging.Formatter):
    """One line for each event: no line ends, no signs that steer a screen, no texts of errors."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; of an exception, also as a value, only its kind and places."""
        veilig = logging.makeLogRecord(record.__dict__)
        if isinstance(record.args, tuple):
            veilig.args = tuple(
                type(deel).__name__ if isinstance(deel, BaseException) else deel
                for deel in record.args
            )
        fout = record.exc_info[1] if record.exc_info else None
        veilig.exc_info, veilig.exc_text, veilig.stack_info = None, None, None
        regel = super().format(veilig)
        if fout is not None:
            regel = f"{regel}\n{verslag_van(fout)}"
        return op_een_regel(" | ".join(deel.strip() for deel in regel.splitlines()))
