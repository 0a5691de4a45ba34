"""The only module that shows message boxes: tell, ask, fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from klachtenapp.errors import KlachtenappError, OmgevingFout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

# ruff: noqa: PLC0415 - Qt's message box is large, and most days nobody needs one
_TITEL = "Klachtenapp"


def _doos(parent: QWidget | None, icoon: str, tekst: str, titel: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    doos = QMessageBox(parent)
    doos.setIcon(QMessageBox.Icon[icoon])
    doos.setWindowTitle(_TITEL)
    doos.setText(titel or tekst)
    if titel:
        doos.setInformativeText(tekst)
    return doos


def tell(parent: QWidget | None, tekst: str, titel: str = "") -> None:
    """Say something that must be read before going on. Success belongs in the status line."""
    doos = _doos(parent, "Information", tekst, titel)
    doos.addButton("Sluiten", doos.ButtonRole.AcceptRole)
    doos.exec()


def ask(
    parent: QWidget | None,
    vraag: str,
    *,
    titel: str = "",
    ja: str = "Ja, doorgaan",
    nee: str = "Annuleren",
) -> bool:
    """Ask about something that cannot be undone; the safe answer is the default."""
    doos = _doos(parent, "Question", vraag, titel)
    doorgaan = doos.addButton(ja, doos.ButtonRole.AcceptRole)
    blijven = doos.addButton(nee, doos.ButtonRole.RejectRole)
    doos.setDefaultButton(blijven)
    doos.setEscapeButton(blijven)
    doos.exec()
    return doos.clickedButton() is doorgaan


def fail(parent: QWidget | None, fout: KlachtenappError | str) -> None:
    """Say what was refused or what went wrong outside the program, and how to go on."""
    titel = "Dit lukt nu niet" if isinstance(fout, OmgevingFout) else "Dat kan zo niet"
    doos = _doos(parent, "Warning", str(fout), titel)
    doos.addButton("Sluiten", doos.ButtonRole.AcceptRole)
    doos.exec()
