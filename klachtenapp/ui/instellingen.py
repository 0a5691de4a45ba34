"""This user's own choices about the window, in one ini file beside nothing that matters."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from klachtenapp import paths


def instellingen() -> QSettings:
    """Return the settings of this user; losing the file costs a column width, no more."""
    bestand = paths.instellingenmap() / "venster.ini"
    return QSettings(str(bestand), QSettings.Format.IniFormat)
