"""Icons: our own SVG lines in ``resources/iconen``, drawn in a colour of the tokens."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from klachtenapp.paths import bronnen
from klachtenapp.ui import tokens


@lru_cache(maxsize=128)
def _bron(naam: str) -> str:
    return (bronnen() / "iconen" / f"{naam}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _tekening(naam: str, kleur: str, maat: int, scherpte: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_bron(naam).replace("currentColor", kleur).encode()))
    punten = round(maat * scherpte)
    beeld = QPixmap(punten, punten)
    beeld.fill(Qt.GlobalColor.transparent)
    penseel = QPainter(beeld)
    renderer.render(penseel, QRectF(0, 0, punten, punten))
    penseel.end()
    beeld.setDevicePixelRatio(scherpte)
    return beeld


def _scherpte() -> float:
    """Return how fine the finest screen is; one icon serves them all."""
    program = QGuiApplication.instance()
    return program.devicePixelRatio() if isinstance(program, QGuiApplication) else 1.0


def pixmap(naam: str, kleur: str = "inkt", maat: int = 20) -> QPixmap:
    """Return the icon ``naam`` in the token colour ``kleur``, ``maat`` px at 100 % text."""
    return _tekening(naam, getattr(tokens.palet(), kleur), tokens.px(maat), _scherpte())


def icoon(naam: str, kleur: str = "inkt", maat: int = 20) -> QIcon:
    """Return the same as an icon for a button; ask again after a change of scheme."""
    return QIcon(pixmap(naam, kleur, maat))
