"""A tile: one number that matters today; pressed in, it filters the list below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from klachtenapp.ui import iconen, tokens
from klachtenapp.ui.bouwstenen.tekst import Tekst, zet_rol


class Tegel(QPushButton):
    """Number, words and sign in one button that stays pressed.

    ``kleur`` is the colour of number and sign while there is something to count:
    ``rood``, ``amber``, ``blauw``, ``groen`` or ``gedempt``.
    """

    def __init__(
        self,
        titel: str,
        icoon: str,
        kleur: str,
        korter: Sequence[str] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        """``korter`` says the title in less room, the shortest last."""
        super().__init__(parent)
        self._titel = titel
        self._icoon = icoon
        self._kleur = kleur
        self._aantal = 0
        self.setCheckable(True)
        self.setProperty("rol", "tegel")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._getal = QLabel("–")
        self._beeld = QLabel()
        self._label = Tekst(titel, "tegel-titel", afkappen=True)
        self._label.zet_korter(*korter)
        self._bij = Tekst("", "klein", afkappen=True)
        self._bij.zet_korter("")  # half a name says nothing; the tooltip has it
        opmaak = QGridLayout(self)
        opmaak.setContentsMargins(
            tokens.RUIMTE_L, tokens.RUIMTE_S, tokens.RUIMTE_L, tokens.RUIMTE_M
        )
        opmaak.setVerticalSpacing(0)
        opmaak.setColumnStretch(0, 1)
        opmaak.addWidget(self._getal, 0, 0)
        opmaak.addWidget(self._beeld, 0, 1, Qt.AlignmentFlag.AlignRight)
        opmaak.addWidget(self._label, 1, 0, 1, 2)
        opmaak.addWidget(self._bij, 2, 0, 1, 2)
        for widget in (self._getal, self._beeld, self._label, self._bij):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.zet(0)

    def zet(self, aantal: int, bij: str = "") -> None:
        """Show this number and the words under it."""
        self._aantal = aantal
        self._getal.setText(str(aantal))
        self._bij.setText(bij)
        self.setToolTip(f"{self._titel}: {aantal}" + (f"\n{bij}" if bij else ""))
        self.setAccessibleName(f"{self._titel}: {aantal}")
        self.setAccessibleDescription(f"{bij}. Filtert de lijst.".lstrip(". "))
        self._teken()

    def zet_smal(self, smal: bool) -> None:
        """Leave the words under the title out: in a narrow window the list needs the room."""
        self._bij.setHidden(smal)

    def aantal(self) -> int:
        """Return the number that is shown."""
        return self._aantal

    def sizeHint(self) -> QSize:
        """Take the size of what is in it."""
        opmaak = self.layout()
        return opmaak.sizeHint() if opmaak is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the title."""
        opmaak = self.layout()
        return opmaak.minimumSize() if opmaak is not None else super().minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign again in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._teken()

    def _teken(self) -> None:
        kleur = self._kleur if self._aantal else "gedempt"
        zet_rol(self._getal, f"tegel-getal-{kleur}")
        self._beeld.setPixmap(iconen.pixmap(self._icoon, kleur, 22))
