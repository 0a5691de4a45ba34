"""The window that puts a reservekopie back, or saves what can be read of a damaged register."""

from __future__ import annotations

from klachtenapp.ui.herstel.venster import HerstelVenster

__all__ = ["HerstelVenster"]
