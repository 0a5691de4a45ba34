"""The Qt binding keeps the books of Python: 6.12 on Python 3.11 ended the process in minutes."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_into_qt_give_back_every_reference_to_none(qapp: object) -> None:
    ding = QObject()
    voor = sys.getrefcount(None)
    for _ in range(1000):
        ding.setObjectName("x")
    assert sys.getrefcount(None) > voor - 500
