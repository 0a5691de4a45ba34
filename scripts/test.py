"""Install Klachtenapp with its test tools in ``.venv`` and run the tests.

``python3 scripts/test.py`` runs everything, on every processor and one more, for windows and
other programs are often waited for; arguments go to pytest
(``-n 0`` runs in one process, for a debugger).
"""

from __future__ import annotations

import os
import subprocess
import sys

import omgeving

_VERDEELD = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")

if __name__ == "__main__":
    omgeving.maak("test")
    omgeving.installeer_qt_pakketten()
    wereld = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    opdracht = [str(omgeving.python()), "-m", "pytest", *_VERDEELD, *sys.argv[1:]]
    sys.exit(subprocess.run(opdracht, cwd=omgeving.WORTEL, env=wereld, check=False).returncode)
