"""Our window on the register that is named, until the werkvoorraad shows; prints its memory."""

from __future__ import annotations

import sys
from pathlib import Path

from geheugen import geheugen

from klachtenapp import __main__ as deur


def stop() -> None:
    """Close the window, as the user would."""
    from klachtenapp.ui import app  # noqa: PLC0415 - the program loads it itself, and is timed

    app.stop()


if __name__ == "__main__":
    code = deur.venster(Path(sys.argv[1]), stop)
    print(geheugen())
    sys.exit(code)
