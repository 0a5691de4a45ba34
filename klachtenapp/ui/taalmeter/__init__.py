"""The B1 meter in the window: marks in a text field, a line with the score, a panel with advice."""

from __future__ import annotations

from klachtenapp.ui.taalmeter.kennis import Taalkennis, taalkennis
from klachtenapp.ui.taalmeter.leesbaarheid import Leesbaarheid
from klachtenapp.ui.taalmeter.markering import Taalmarkering
from klachtenapp.ui.taalmeter.paneel import Taalpaneel
from klachtenapp.ui.taalmeter.regel import Taalregel

__all__ = [
    "Leesbaarheid",
    "Taalkennis",
    "Taalmarkering",
    "Taalpaneel",
    "Taalregel",
    "taalkennis",
]
