"""Icons: our own SVG lines in ``resources/iconen``, drawn in a colour of the tokens."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from klachtenapp.paths import bronnen
from klachtenapp.ui import tokens

_SCHERPTE = 3  # drawn three times as fine: sharp on every screen scale


@lru_cache(maxsize=128)
def _bron(naam: str) -> str:
    return (bronnen() / "iconen" / f"{naam}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _tekening(naam: str, kleur: str, maat: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_bron(naam).replace("currentColor", kleur).encode()))
    beeld = QPixmap(QSize(maat, maat) * _SCHERPTE)
    beeld.fill(Qt.GlobalColor.transparent)
    penseel = QPainter(beeld)
    renderer.render(penseel, QRectF(0, 0, maat * _SCHERPTE, maat * _SCHERPTE))
    penseel.end()
    beeld.setDevicePixelRatio(_SCHERPTE)
    return beeld


def pixmap(naam: str, kleur: str = "inkt", maat: int = 20) -> QPixmap:
    """Return the icon ``naam`` in the token colour ``kleur``, ``maat`` px at 100 % text."""
    return _tekening(naam, getattr(tokens.palet(), kleur), tokens.px(maat))


def icoon(naam: str, kleur: str = "inkt", maat: int = 20) -> QIcon:
    """Return the same as an icon for a button; ask again after a change of scheme."""
    return QIcon(pixmap(naam, kleur, maat))
