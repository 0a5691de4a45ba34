"""Who may press what in a dossier: the one place where a control is joined to a right.

The services refuse; this takes out of sight what would be refused, so that nobody fills in
a form for nothing. A control that changes something is handed to ``houd_voor`` where it is
made. What the dossier itself does not allow yet stays in sight, with the reason.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.personen import Rol
from klachtenapp.domain.rollen import Recht, mag, recht_voor, wie

ONGEDAAN: Final = "ongedaan"
DOSSIERBOEK: Final = "dossierboek"
EIGENSCHAP: Final = "recht"
"""The property of a control that names its right."""

# What the doors of the services ask behind these controls; a test holds them equal. The
# services themselves are not loaded here: the first page of the program comes by as well.
WIJZIGEN: Final = Recht.BEHANDELEN
ONDERDELEN: Final = Recht.BEHANDELEN
BIJLAGEN: Final = Recht.BEHANDELEN
VERZENDEN: Final = Recht.BEHANDELEN
_EIGEN: Final = {
    ONGEDAAN: Recht.BEHANDELEN,
    DOSSIERBOEK: Recht.BEHANDELEN,
    BriefSoort.STAPPENPLAN: Recht.STAPPENPLAN,
}
_BRIEVEN: Final = frozenset(BriefSoort)


def recht_bij(naam: str) -> Recht:
    """Return the right behind a handeling, a letter, the undo or the dossier as one PDF."""
    if naam in _EIGEN:
        return _EIGEN[naam]
    return VERZENDEN if naam in _BRIEVEN else recht_voor(naam)


def mag_dit(rollen: Collection[Rol], naam: str) -> bool:
    """Whether someone with these roles may do what ``recht_bij`` knows by this name."""
    return mag(rollen, recht_bij(naam))


def meelezer(rollen: Collection[Rol]) -> str:
    """Return in a sentence that this user only reads along; empty for who handles."""
    if mag(rollen, Recht.BEHANDELEN):
        return ""
    return "U leest mee. U kunt wel een notitie toevoegen." if mag(rollen, Recht.NOTEREN) else ""


def wie_wel(recht: Recht) -> str:
    """Return who does this instead."""
    return f"Dit doet een {wie(recht)}."


class _Slot(QObject):
    """Keeps a control out of sight, whoever shows it."""

    dicht = True

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Hide it again at once."""
        if self.dicht and event.type() == QEvent.Type.ShowToParent and isinstance(bron, QWidget):
            bron.hide()
        return False


def houd_voor(widget: QWidget, recht: Recht, rollen: Collection[Rol]) -> None:
    """Let a control, or a card with controls, be shown only to who has ``recht``.

    It may be said anew with another right: before the control is shown again.
    """
    widget.setProperty(EIGENSCHAP, recht.name)
    slot = widget.findChild(_Slot)
    dicht = not mag(rollen, recht)
    if slot is None and dicht:
        slot = _Slot(widget)
        widget.installEventFilter(slot)
    if slot is not None:
        slot.dicht = dicht
    if dicht:
        widget.hide()
