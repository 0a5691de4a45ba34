"""A question on a form: label above, field, a line of help or of what is wrong below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen.tekst import Tekst, zet_rol


class Veldregel(QWidget):
    """Label, field and error line together; the label is the field's accessible name.

    Put an ampersand in the label (``"&Achternaam"``) for a key: Alt+A goes to the field.
    """

    def __init__(
        self,
        label: str,
        veld: QWidget,
        *,
        hulp: str = "",
        verplicht: bool = False,
        breedte: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``breedte`` fixes the width of the field in px at 100 % text."""
        super().__init__(parent)
        self.veld = veld
        self._hulp = hulp
        naam = label.replace("&", "")
        self.label = QLabel(f"{label} *" if verplicht else label)
        self.label.setProperty("rol", "label")
        self.label.setBuddy(veld)
        veld.setAccessibleName(f"{naam} (verplicht)" if verplicht else naam)
        self._regel = Tekst(hulp, "klein")
        self._opmaak = opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_XS)
        for widget in (self.label, veld, self._regel):
            opmaak.addWidget(widget)
        if not veld.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
            opmaak.addStretch(1)  # label and field stay together when the row is higher
        if not hulp:
            self._regel.hide()
        if breedte:
            self.setFixedWidth(tokens.px(breedte))

    def voeg_toe(self, widget: QWidget) -> None:
        """Put something that belongs to the field below it."""
        self._opmaak.insertWidget(self._opmaak.indexOf(self._regel) + 1, widget)

    def zet_hulp(self, hulp: str) -> None:
        """Say something else below the field."""
        self._hulp = hulp
        self.wis_fout()

    def fout(self, zin: str) -> None:
        """Say below the field what is wrong with it, and colour its border."""
        zet_rol(self._regel, "fout")
        self._regel.setText(zin)
        self._regel.setVisible(True)
        self.veld.setAccessibleDescription(zin)
        if isinstance(self.veld, QLineEdit | QComboBox):
            zet_rol(self.veld, "veld-fout")

    def wis_fout(self) -> None:
        """Take the complaint away and show the help again."""
        zet_rol(self._regel, "klein")
        self._regel.setText(self._hulp)
        self._regel.setVisible(bool(self._hulp))
        self.veld.setAccessibleDescription(self._hulp)
        if isinstance(self.veld, QLineEdit | QComboBox):
            zet_rol(self.veld, "veld")
