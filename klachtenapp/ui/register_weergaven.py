"""The two buttons beside the search field: saved views, and which columns are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from klachtenapp.ui import weergaven
from klachtenapp.ui.bouwstenen import Knop, Tabel
from klachtenapp.ui.register_model import KOLOMMEN
from klachtenapp.ui.weergaven import Weergave


class Weergavemenu(QObject):
    """Menus for views and columns; ``stand`` gives what is shown now, ``zet`` shows another."""

    def __init__(
        self,
        tabel: Tabel,
        instellingen: QSettings,
        stand: Callable[[str], Weergave],
        zet: Callable[[Weergave], None],
    ) -> None:
        super().__init__(tabel)
        self._tabel = tabel
        self._instellingen = instellingen
        self._stand = stand
        self._zet = zet
        self.knop = Knop("Weergaven", icoon="ster")
        self.knop.setToolTip("Uw eigen vaste filters, volgorde en kolommen")
        self.kolommen = Knop("Kolommen", icoon="kolommen")
        self.kolommen.setToolTip("Kies welke kolommen u ziet")
        self._menu = QMenu(self.knop)
        self._menu.setAccessibleName("Weergaven")
        self._menu.aboutToShow.connect(self._vul)
        self.knop.setMenu(self._menu)
        kolommenmenu = QMenu(self.kolommen)
        kolommenmenu.setAccessibleName("Kolommen")
        kolommenmenu.aboutToShow.connect(lambda: self._vul_kolommen(kolommenmenu))
        self.kolommen.setMenu(kolommenmenu)

    def bewaar(self, naam: str) -> None:
        """Keep what is shown now under this name."""
        naam = " ".join(naam.split())
        if naam:
            weergaven.bewaar(self._instellingen, self._stand(naam))

    def toon(self, naam: str) -> None:
        """Show a saved view."""
        for weergave in weergaven.lees(self._instellingen):
            if weergave.naam == naam:
                self._zet(weergave)

    def _vul(self) -> None:
        self._menu.clear()
        bewaard = weergaven.lees(self._instellingen)
        for weergave in bewaard:
            self._actie(self._menu, weergave.naam, partial(self.toon, weergave.naam))
        if not bewaard:
            leeg = self._menu.addAction("Nog geen weergaven bewaard")
            leeg.setEnabled(False)
        self._menu.addSeparator()
        self._actie(self._menu, "Deze weergave bewaren …", self._vraag_naam)
        if bewaard:
            weg = self._menu.addMenu("Verwijderen")
            for weergave in bewaard:
                self._actie(
                    weg,
                    weergave.naam,
                    partial(weergaven.verwijder, self._instellingen, weergave.naam),
                )

    def _actie(self, menu: QMenu, tekst: str, doe: Callable[[], object]) -> QAction:
        actie = menu.addAction(tekst.replace("&", "&&"))
        actie.triggered.connect(lambda _aan=False: doe())
        return actie

    def _vul_kolommen(self, menu: QMenu) -> None:
        menu.clear()
        for nummer, kolom in enumerate(KOLOMMEN):
            actie = menu.addAction(kolom.titel)
            actie.setCheckable(True)
            actie.setChecked(not self._tabel.isColumnHidden(nummer))
            actie.setEnabled(nummer > 0)  # the number always stays
            actie.toggled.connect(lambda aan, n=nummer: self._tabel.setColumnHidden(n, not aan))

    def _vraag_naam(self) -> None:
        naam, goed = QInputDialog.getText(self.knop, "Weergave bewaren", "Naam van de weergave:")
        if goed:
            self.bewaar(naam)
