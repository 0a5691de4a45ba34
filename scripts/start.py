"""Install Klachtenapp in ``.venv`` and start it: ``python3 scripts/start.py``.

Everything after the name goes to the program: ``python3 scripts/start.py demo --zonder-venster``.
"""

from __future__ import annotations

import subprocess
import sys

import omgeving

if __name__ == "__main__":
    omgeving.maak()
    opdracht = [str(omgeving.python()), "-m", "klachtenapp", *sys.argv[1:]]
    sys.exit(subprocess.run(opdracht, check=False).returncode)
