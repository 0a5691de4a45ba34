"""Beheer, section Feestdagen: the days that a decree or the gemeente adds to the law's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from klachtenapp.domain import dagtekst
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.kalendertabel import maak_kalender
from klachtenapp.errors import RegelFout
from klachtenapp.services import beheer, inrichting
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import ChipGroep, DatumVeld, Knop, Melding, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_GELIJK = "gelijkgesteld"
_DICHT = "gesloten"
_SOORTEN = ((_GELIJK, "gelijkgesteld"), (_DICHT, "gemeente gesloten"))
_ROL = Qt.ItemDataRole.UserRole


class FeestdagenSectie(Sectie):
    """The coverage, the table, and a line to add a day."""

    titel = "Feestdagen"
    bewaart_getypt = False
    uitleg = (
        "De feestdagen uit de wet kent het programma zelf. Hier staan de dagen die een besluit "
        "daarmee gelijkstelt (art. 3 lid 3 Termijnenwet), en de dagen dat de gemeente dicht is."
    )

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self._kalender = Kalender()
        self._dekking = Melding("", "goed")
        self.opmaak.addWidget(self._dekking)
        self._bouw_dekking()
        self._bouw_tabel()
        self._bouw_erbij()
        self.sluit_af()

    def ververs(self) -> None:
        """Show the stored calendar."""
        if not self.vuil:
            self._runner.run(beheer.feestdagen, self._on_kalender)

    def bewaar(self) -> None:
        """Save the table with its coverage."""
        kalender, van, tot = self._kalender, self._van.datum(), self._tot.datum()
        if van is None or tot is None:
            leeg = "dekking_van" if van is None else "dekking_tot"
            self._on_geweigerd(RegelFout("Vul hier een datum in, zoals 31-12-2028.", veld=leeg))
            return

        self.sla_op(
            lambda ctx: beheer.bewaar_feestdagen(
                ctx, maak_kalender(kalender.gelijkgesteld, van, tot, kalender.kantoor_gesloten)
            ),
            self.nieuw_kader,
            "De tabel met feestdagen is bewaard.",
        )

    def _bouw_dekking(self) -> None:
        self._van = DatumVeld(self._vandaag)
        self._tot = DatumVeld(self._vandaag)
        rij = Veldrij()
        for naam, label, veld in (
            ("dekking_van", "De tabel klopt vanaf", self._van),
            ("dekking_tot", "De tabel klopt tot en met", self._tot),
        ):
            regel = Veldregel(label, veld)
            self.velden.koppel(naam, veld, regel)
            rij.voeg_toe(regel, 200, 0)
        self.kaart().voeg_toe(rij)

    def _bouw_tabel(self) -> None:
        self.tabel = QTableWidget(0, 2)
        self.tabel.setAccessibleName("Dagen in de tabel")
        self.tabel.setHorizontalHeaderLabels(["Dag", "Soort"])
        self.tabel.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.tabel.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.tabel.setColumnWidth(0, tokens.px(190))
        self.tabel.verticalHeader().hide()
        self.tabel.verticalHeader().setDefaultSectionSize(tokens.px(32))
        self.tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setShowGrid(False)
        self.tabel.setMinimumHeight(tokens.px(240))
        self.opmaak.addWidget(self.tabel)
        weg = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.tabel)
        weg.setContext(Qt.ShortcutContext.WidgetShortcut)
        weg.activated.connect(self._haal_weg)

    def _bouw_erbij(self) -> None:
        self.dag = DatumVeld(self._vandaag)
        self._dagregel = Veldregel("Dag toevoegen", self.dag)
        self._soort = ChipGroep(_SOORTEN, verplicht=True)
        self._soort.zet(_GELIJK)
        soort = Veldregel("Soort dag", self._soort)
        self.knop_erbij = Knop("Toevoegen", icoon="plus")
        self.knop_erbij.clicked.connect(lambda: self._erbij())
        self.dag.returnPressed.connect(self._erbij)
        self.knop_weg = Knop("Gekozen dag weghalen")
        self.knop_weg.clicked.connect(lambda: self._haal_weg())
        rij = Veldrij()
        rij.voeg_toe(self._dagregel, 190, 0)
        rij.voeg_toe(soort, 290, 0)
        knoppen = Veldregel("", self.knop_erbij)
        self.knop_erbij.setAccessibleName("Dag toevoegen aan de tabel")
        rij.voeg_toe(knoppen, 130, 0)
        kaart = self.kaart()
        kaart.voeg_toe(rij)
        kaart.inhoud.addWidget(self.knop_weg, 0, Qt.AlignmentFlag.AlignLeft)

    def _vandaag(self) -> date:
        return self._runner.ctx.vandaag

    def _erbij(self) -> None:
        dag = self.dag.datum()
        if dag is None:
            self._dagregel.fout("Typ een datum, zoals 7-5-2027.")
            return
        dicht = self._soort.waarde() == _DICHT
        try:
            self._kalender = inrichting.met_dag(self._kalender, dag, gesloten=dicht)
        except RegelFout as fout:
            self._dagregel.fout(str(fout))
            return
        self._dagregel.wis_fout()
        self.dag.zet(None)
        self.dag.setFocus(Qt.FocusReason.OtherFocusReason)
        self._toon_tabel()
        self.maak_vuil()

    def _haal_weg(self) -> None:
        item = self.tabel.item(self.tabel.currentRow(), 0)
        if item is None:
            return
        dag, soort = item.data(_ROL)
        self._kalender = inrichting.zonder_dag(
            self._kalender, date.fromisoformat(dag), gesloten=soort == _DICHT
        )
        self._toon_tabel()
        self.maak_vuil()

    def _toon_tabel(self) -> None:
        dagen = [(dag, _GELIJK) for dag in self._kalender.gelijkgesteld]
        dagen += [(dag, _DICHT) for dag in self._kalender.kantoor_gesloten]
        self.tabel.setRowCount(0)
        for rij, (dag, soort) in enumerate(sorted(dagen, reverse=True)):
            self.tabel.insertRow(rij)
            item = QTableWidgetItem(dagtekst.kort(dag))
            item.setData(_ROL, (dag.isoformat(), soort))
            self.tabel.setItem(rij, 0, item)
            self.tabel.setItem(rij, 1, QTableWidgetItem(dict(_SOORTEN)[soort]))

    def _on_kalender(self, kalender: Kalender) -> None:
        if self.vuil:
            return
        self._kalender = kalender
        stand = inrichting.dekking(kalender, self._vandaag())
        self._dekking.toon(stand.zin, "let op" if stand.let_op else "goed")
        self._toon_tabel()
        self.toon(
            {
                "dekking_van": kalender.dekking_van.isoformat(),
                "dekking_tot": kalender.dekking_tot.isoformat(),
            }
        )
