"""One letter, against the same text as plain reportlab platypus and, where it is, LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import pdfplumber
from meting import Omvang, mediaan, regel
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
from voorraad import open_

from klachtenapp.services import correspondentie, zoeken


def meet(pad: Path, omvang: Omvang) -> None:
    """Print the time of an ontvangstbevestiging, from register to bytes."""
    ctx = open_(pad)
    kenmerk = zoeken.regels(ctx, zoeken.ids(ctx, zoeken.Filter(open=True))[:1])[0].kenmerk

    def onze() -> bytes:
        return correspondentie.concept(ctx, kenmerk, "ontvangstbevestiging").pdf

    with pdfplumber.open(io.BytesIO(onze())) as boek:
        regels = [tekst for blad in boek.pages for tekst in blad.extract_text().splitlines()]
    seconden = mediaan(onze, omvang.keren)
    regel("een brief, tegen dezelfde tekst in kaal platypus", seconden,
          mediaan(lambda: _platypus(regels), omvang.keren), "≤ 3×")  # fmt: skip
    if kantoor := shutil.which("soffice"):
        regel("een brief, tegen LibreOffice", seconden,
              mediaan(lambda: _libreoffice(kantoor, regels), 1), "≤ 0,05×")  # fmt: skip
    ctx.register.sluit()


def _platypus(regels: list[str]) -> bytes:
    uit = io.BytesIO()
    stijl = getSampleStyleSheet()["Normal"]
    verhaal = [deel for t in regels for deel in (Paragraph(t, stijl), Spacer(1, 4))]
    SimpleDocTemplate(uit, pagesize=A4).build(verhaal)
    return uit.getvalue()


def _libreoffice(kantoor: str, regels: list[str]) -> None:
    with tempfile.TemporaryDirectory() as plek:
        bron = Path(plek) / "brief.html"
        bron.write_text("".join(f"<p>{t}</p>" for t in regels), encoding="utf-8")
        subprocess.run(
            [kantoor, "--headless", "--convert-to", "pdf", "--outdir", plek, str(bron)],
            check=True,
            capture_output=True,
        )
