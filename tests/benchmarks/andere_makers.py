"""The same letter made by others: plain platypus, LibreOffice from a docx, WeasyPrint from HTML.

LibreOffice and WeasyPrint are no dependencies: they are measured where they happen to be, and
passed over with a sentence where not. WeasyPrint is looked for in this environment, beside a
``weasyprint`` on the path, and by ``WEASYPRINT_PYTHON`` (the python of its own environment).
"""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from html import escape
from pathlib import Path

from meting import duur, mediaan
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

_STAPEL = 10  # letters in one go, to see LibreOffice without its start
_TIJD = 300
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPEN = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_BANDEN = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""
# Runs in the environment of WeasyPrint: the median of some letters, after one that warms up.
_WEASY = """
import statistics, sys, time
from weasyprint import HTML
tekst = sys.stdin.read()
keren = []
for _ in range(6):
    begin = time.perf_counter()
    HTML(string=tekst).write_pdf(pdf_variant="pdf/ua-1")
    keren.append(time.perf_counter() - begin)
print(statistics.median(keren[1:]))
"""


def platypus(regels: list[str]) -> bytes:
    """Return the text as plain paragraphs of reportlab."""
    uit = io.BytesIO()
    stijl = getSampleStyleSheet()["Normal"]
    verhaal = [deel for t in regels for deel in (Paragraph(escape(t), stijl), Spacer(1, 4))]
    SimpleDocTemplate(uit, pagesize=A4).build(verhaal)
    return uit.getvalue()


def libreoffice(regels: list[str], keren: int) -> tuple[float, float] | str:
    """Return seconds for one docx with the start of the program, and for one of many.

    Or the sentence that says why it was not measured.
    """
    kantoor = shutil.which("soffice") or shutil.which("libreoffice")
    if kantoor is None:
        return "LibreOffice is hier niet geïnstalleerd; niet gemeten."
    with tempfile.TemporaryDirectory() as plek:
        map_ = Path(plek)
        bronnen = [map_ / f"brief-{nummer}.docx" for nummer in range(_STAPEL)]
        for bron in bronnen:
            bron.write_bytes(docx(regels))

        def zet_om(paden: list[Path]) -> None:
            eigen = (map_ / "profiel").as_uri()  # not the settings of who runs this
            subprocess.run(
                [
                    kantoor, f"-env:UserInstallation={eigen}", "--headless", "--convert-to",
                    "pdf", "--outdir", plek, *map(str, paden),
                ],
                check=True,
                capture_output=True,
                timeout=_TIJD,
            )  # fmt: skip

        try:
            een = mediaan(lambda: zet_om(bronnen[:1]), min(keren, 3))
            alle = duur(lambda: zet_om(bronnen))
        except (OSError, subprocess.SubprocessError) as fout:
            return f"LibreOffice werkt hier niet ({type(fout).__name__}); niet gemeten."
        if not bronnen[-1].with_suffix(".pdf").exists():
            return "LibreOffice kan hier geen docx omzetten; niet gemeten."
    return een, (alle - een) / (_STAPEL - 1)


def weasyprint(regels: list[str]) -> float | str:
    """Return seconds for one letter inside WeasyPrint, or why that was not measured."""
    python = _python_van_weasyprint()
    if python is None:
        return "WeasyPrint is hier niet geïnstalleerd; niet gemeten."
    alineas = "".join(f"<p>{escape(t)}</p>" for t in regels)
    uitkomst = subprocess.run(
        [python, "-c", _WEASY],
        input=f'<html lang="nl"><title>Brief</title><body>{alineas}</body></html>',
        capture_output=True,
        text=True,
        check=False,
        timeout=_TIJD,
    )
    if uitkomst.returncode != 0:
        return "WeasyPrint werkt hier niet; niet gemeten."
    return float(uitkomst.stdout.split()[-1])


def docx(regels: list[str]) -> bytes:
    """Return the least docx that holds the text."""
    alineas = "".join(f"<w:p><w:r><w:t>{escape(t)}</w:t></w:r></w:p>" for t in regels)
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{_WORD}"><w:body>{alineas}</w:body></w:document>'
    )
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("[Content_Types].xml", _TYPEN)
        archief.writestr("_rels/.rels", _BANDEN)
        archief.writestr("word/document.xml", document)
    return uit.getvalue()


def _python_van_weasyprint() -> str | None:
    if eigen := os.environ.get("WEASYPRINT_PYTHON"):
        return eigen
    if importlib.util.find_spec("weasyprint") is not None:
        return sys.executable
    opdracht = shutil.which("weasyprint")
    if opdracht is None:
        return None
    naast = Path(opdracht).resolve().with_name("python")
    return str(naast) if naast.exists() else None
