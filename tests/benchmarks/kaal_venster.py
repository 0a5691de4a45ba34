"""Baseline: a bare PySide6 window with a table, shown once; prints its memory in bytes."""

from __future__ import annotations

from geheugen import geheugen
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

if __name__ == "__main__":
    app = QApplication([])
    venster = QMainWindow()
    venster.setCentralWidget(QTableView())
    venster.resize(1366, 768)
    venster.show()
    QTimer.singleShot(0, app.quit)
    app.exec()
    print(geheugen())
