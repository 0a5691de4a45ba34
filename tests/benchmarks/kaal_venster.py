"""Baseline: a bare PySide6 window with a table, shown once; prints its memory in bytes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


def geheugen() -> int:
    """Return the resident memory of this process in bytes; 0 where /proc is not there."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0
    regel = next(r for r in status.read_text().splitlines() if r.startswith("VmRSS"))
    return int(regel.split()[1]) * 1024


if __name__ == "__main__":
    app = QApplication([])
    venster = QMainWindow()
    venster.setCentralWidget(QTableView())
    venster.resize(1366, 768)
    venster.show()
    QTimer.singleShot(0, app.quit)
    app.exec()
    print(geheugen())
