"""Whether who asked something is still there to hear the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import getclosurevars
from typing import Any

import shiboken6
from PySide6.QtCore import QObject


def leeft(doel: Callable[..., Any]) -> bool:
    """Return whether the widget to which an answer goes still exists in C++.

    Python may still hold a widget that Qt has deleted with its window; to touch it raises.
    The widget is the one of a bound method, or the ``self`` that a lambda was written in.
    """
    while isinstance(doel, partial):
        doel = doel.func
    eigenaar = getattr(doel, "__self__", None)
    if eigenaar is None and hasattr(doel, "__closure__"):
        eigenaar = getclosurevars(doel).nonlocals.get("self")
    return not isinstance(eigenaar, QObject) or shiboken6.isValid(eigenaar)
