"""Install Klachtenapp with its test tools in ``.venv`` and run the tests.

``python3 scripts/test.py`` runs everything; arguments go to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys

import omgeving

if __name__ == "__main__":
    omgeving.maak("test")
    omgeving.installeer_qt_pakketten()
    wereld = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    opdracht = [str(omgeving.python()), "-m", "pytest", *sys.argv[1:]]
    sys.exit(subprocess.run(opdracht, cwd=omgeving.WORTEL, env=wereld, check=False).returncode)
