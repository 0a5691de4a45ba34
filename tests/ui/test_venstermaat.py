"""A window of its own is never larger than the screen: its button can always be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from klachtenapp.ui.venstermaat import passend


@pytest.mark.parametrize(
    ("gevraagd", "scherm", "gekregen"),
    [
        (QSize(560, 620), QRect(0, 0, 1366, 728), QSize(560, 620)),
        (QSize(560, 620), QRect(0, 0, 911, 464), QSize(560, 424)),  # 1366 x 768 at 150 %
        (QSize(960, 640), QRect(0, 0, 911, 464), QSize(895, 424)),
        (QSize(960, 640), QRect(1920, 0, 1920, 1040), QSize(960, 640)),  # a second screen
    ],
)
def test_het_venster_past_op_het_scherm(gevraagd: QSize, scherm: QRect, gekregen: QSize) -> None:
    assert passend(gevraagd, scherm) == gekregen
