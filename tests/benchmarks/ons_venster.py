"""Our window on the register that is named, until the werkvoorraad shows; prints its memory."""

from __future__ import annotations

import sys
from pathlib import Path

from kaal_venster import geheugen

from klachtenapp.ui import app

if __name__ == "__main__":
    code = app.start(Path(sys.argv[1]), na_eerste_beeld=app.stop)
    print(geheugen())
    sys.exit(code)
