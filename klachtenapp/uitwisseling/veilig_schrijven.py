"""Writes a file whole or not at all, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from klachtenapp.errors import OmgevingFout

_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r", "\0")


@contextmanager
def vervang(pad: Path) -> Iterator[Path]:
    """Give a temporary name beside ``pad``; after the block it takes the place of ``pad``.

    When anything fails, what stood at ``pad`` is untouched and the temporary file is gone.
    Raises ``OmgevingFout`` when the folder cannot be written or the file is open in Excel.
    """
    tijdelijk = pad.with_name(f".{pad.stem[:40]}-{uuid4().hex[:8]}.tmp")
    try:
        yield tijdelijk
        os.replace(tijdelijk, pad)
    except OSError as fout:
        raise OmgevingFout(
            f"Het bestand {pad.name} kan niet worden bewaard. Sluit het in Excel, of kies een "
            "andere map."
        ) from fout
    finally:
        tijdelijk.unlink(missing_ok=True)


def csv_tekst(tekst: str) -> str:
    """Return the text with an apostrophe in front when a spreadsheet would calculate with it."""
    return f"'{tekst}" if tekst.startswith(_GEVAARLIJK) else tekst


def zonder_apostrof(tekst: str) -> str:
    """Take the apostrophe of ``csv_tekst`` off again; ``'t Zand`` keeps its own."""
    return tekst[1:] if tekst[:1] == "'" and tekst[1:].startswith(_GEVAARLIJK) else tekst
