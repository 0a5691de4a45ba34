"""Everything in the register: search while typing, filters, own views, export and import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QStackedWidget

from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.services import beheer, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter, RegisterRegel
from klachtenapp.ui import formatting, tokens
from klachtenapp.ui.bouwstenen import (
    BLOK,
    Hand,
    Knop,
    LegeStaat,
    Pagina,
    Plek,
    Tabel,
    op_hun_plek,
)
from klachtenapp.ui.instellingen import instellingen as lees_instellingen
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.register_filters import Filterbalk
from klachtenapp.ui.register_model import KOLOMMEN, ONDERWERP, RegisterModel
from klachtenapp.ui.register_uit import Uitvoer
from klachtenapp.ui.register_weergaven import Weergavemenu
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.weergaven import Weergave

_KOP = "register/kolommen"


@dataclass(frozen=True, slots=True)
class _Uitkomst:
    """What one question gives: the numbers, the first rows, and how many there are in all."""

    vraag: tuple[Filter, str, bool]
    ids: Sequence[int]
    eerste: Sequence[RegisterRegel]
    totaal: int
    afdelingen: Sequence[str]


class RegisterPage(Pagina):
    """The register: every question runs in the worker, an answer that is too late is dropped."""

    naam = "register"

    def __init__(
        self, runner: Runner, navigatie: Navigatie, instellingen: QSettings | None = None
    ) -> None:
        super().__init__("Register")
        self._runner = runner
        self._navigatie = navigatie
        self._instellingen = instellingen or lees_instellingen()
        self._sorteer, self._oplopend = "urgentie", True
        self._gekozen = 0
        self._aantal = 0
        self._vraag_nu: tuple[Filter, str, bool] | None = None
        self._uitvoer = Uitvoer(self, runner, navigatie)
        self.filters = Filterbalk()
        self.filters.gewijzigd.connect(self.ververs)
        self._maak_acties()
        self._maak_tabel()
        self._leeg = LegeStaat("zoek", "Niets gevonden")
        wis = Knop("Wis filters")
        wis.clicked.connect(self.filters.maak_leeg)
        self._leeg.voeg_knop_toe(wis)
        self._leeg_wis = wis
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self.tabel)
        self._stapel.addWidget(self._leeg)
        self.inhoud.addWidget(self.filters)
        self.inhoud.addWidget(self._stapel, 1)
        zoek = QShortcut(QKeySequence("Ctrl+F"), self)
        zoek.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        zoek.activated.connect(self._naar_zoekveld)

    def _maak_acties(self) -> None:
        exporteren = Knop("Exporteren …", icoon="export")
        exporteren.setToolTip("Zet wat u nu ziet in een Excel- of CSV-bestand")
        exporteren.clicked.connect(self.exporteer)
        importeren = Knop("Importeren …", icoon="import")
        importeren.setToolTip("Haal een oud register (Excel of CSV) binnen")
        importeren.clicked.connect(self._importeer)
        for knop, recht in ((importeren, Recht.IMPORTEREN), (exporteren, Recht.EXPORTEREN)):
            if mag(self._runner.ctx.rollen, recht):
                self.acties.addWidget(knop)

    def _maak_tabel(self) -> None:
        self.model = RegisterModel(self)
        self.model.gevraagd.connect(self._haal_blok)
        self.tabel = Tabel("Register")
        self.tabel.setModel(self.model)
        self.tabel.geopend.connect(self._open_rij)
        self._hand = Hand(self.tabel)
        self._hand.rust.connect(self.ververs)
        self.tabel.selectionModel().selectionChanged.connect(lambda _a, _b: self._kies())
        kop = self.tabel.horizontalHeader()
        kop.setSectionsMovable(True)
        kop.setSectionsClickable(True)
        kop.setSortIndicatorShown(True)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for nummer, kolom in enumerate(KOLOMMEN):
            self.tabel.setColumnWidth(nummer, tokens.px(kolom.breedte))
            self.tabel.setColumnHidden(nummer, not kolom.zichtbaar)
        stand = self._instellingen.value(_KOP)
        if isinstance(stand, QByteArray):
            kop.restoreState(stand)
        kop.setSectionResizeMode(ONDERWERP, QHeaderView.ResizeMode.Stretch)
        self._toon_pijl()
        kop.sectionClicked.connect(self._sorteer_op)
        for signaal in (kop.sectionMoved, kop.sectionResized):
            signaal.connect(lambda *_: self._onthoud_kop())
        self.menu = Weergavemenu(self.tabel, self._instellingen, self._stand, self._zet_stand)
        self.filters.extra.addWidget(self.menu.knop)
        self.filters.extra.addWidget(self.menu.kolommen)

    # -- asking and showing -------------------------------------------------------------

    def ververs(self) -> None:
        """Ask again for what the filters say."""
        keuze, sorteer, oplopend = self.filters.filter(), self._sorteer, self._oplopend
        self._runner.run(
            lambda ctx: _vraag(ctx, keuze, sorteer, oplopend), self._toon, vervangt="register"
        )

    def begin(self) -> None:
        """Start in the search field."""
        self.filters.zoekveld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toon(self, uitkomst: _Uitkomst) -> None:
        self.filters.zet_lijsten(uitkomst.afdelingen, self._runner.ctx.vandaag)
        had_focus = self.tabel.hasFocus()
        plek = Plek.van(self.tabel) if uitkomst.vraag == self._vraag_nu else None
        self._vraag_nu = uitkomst.vraag
        ids, gekozen, rij = uitkomst.ids, self._gekozen, self.tabel.gekozen_rij()
        eerste, los = uitkomst.eerste, dict(zip(uitkomst.ids, uitkomst.eerste, strict=False))
        if plek is not None and self._hand.bezig and ids != self.model.ids:
            ids = op_hun_plek(self.model.ids, ids)
            eerste = () if ids[:BLOK] != uitkomst.ids[:BLOK] else eerste
            self._hand.houd()
        self.model.stel_dossiers(ids, eerste, los)
        self._aantal = len(uitkomst.ids)
        self._zet_telling(uitkomst.totaal)
        self._stapel.setCurrentWidget(self.tabel if ids else self._leeg)
        nog_daar = ids.index(gekozen) if gekozen in ids else -1
        self.tabel.kies(nog_daar if nog_daar >= 0 else max(0, min(rij, len(ids) - 1)))
        if plek is not None:
            plek.herstel(self.tabel, self.tabel.gekozen_rij())
        if had_focus and ids:
            self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zet_telling(self, totaal: int) -> None:
        alles = f"{formatting.getal(totaal)} {'melding' if totaal == 1 else 'meldingen'}"
        if self._aantal == totaal:
            self.onderschrift.setText(alles)
        else:
            self.onderschrift.setText(f"{formatting.getal(self._aantal)} van {alles}")
        self._leeg_wis.setVisible(totaal > 0)
        if totaal:
            self._leeg.zet("Niets gevonden", "Probeer een deel van een woord, of wis de filters.")
        else:
            self._leeg.zet(
                "Het register is nog leeg",
                "Registreer een melding met Ctrl+N, of haal met Importeren het oude register op.",
            )

    def _haal_blok(self, generatie: int, begin: int) -> None:
        ids = self.model.nummers(begin)
        self._runner.run(lambda ctx: (generatie, begin, zoeken.regels(ctx, ids)), self._neem_blok)

    def _neem_blok(self, antwoord: tuple[int, int, list[RegisterRegel]]) -> None:
        self.model.vul(*antwoord)

    def _kies(self) -> None:
        rij = self.tabel.gekozen_rij()
        if 0 <= rij < len(self.model.ids):
            self._gekozen = self.model.ids[rij]

    def _open_rij(self, rij: int) -> None:
        regel = self.model.regel(rij)
        if regel is not None:
            self._navigatie.open_dossier(regel.kenmerk)

    def _naar_zoekveld(self) -> None:
        self.filters.zoekveld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.zoekveld.selectAll()

    # -- order, columns and views ---------------------------------------------------------

    def _sorteer_op(self, kolom: int) -> None:
        sleutel = KOLOMMEN[kolom].sortering
        if sleutel:
            self._oplopend = not self._oplopend if sleutel == self._sorteer else True
            self._sorteer = sleutel
            self.ververs()
        self._toon_pijl()

    def _toon_pijl(self) -> None:
        kolom = next((n for n, k in enumerate(KOLOMMEN) if k.sortering == self._sorteer), -1)
        richting = Qt.SortOrder.AscendingOrder if self._oplopend else Qt.SortOrder.DescendingOrder
        self.tabel.horizontalHeader().setSortIndicator(kolom, richting)

    def _onthoud_kop(self) -> None:
        self._instellingen.setValue(_KOP, self.tabel.horizontalHeader().saveState())

    def _stand(self, naam: str) -> Weergave:
        kop = bytes(self.tabel.horizontalHeader().saveState().data()).hex()
        return Weergave(naam, self.filters.als_woorden(), self._sorteer, self._oplopend, kop)

    def _zet_stand(self, weergave: Weergave) -> None:
        if weergave.kop:
            self.tabel.horizontalHeader().restoreState(QByteArray.fromHex(weergave.kop.encode()))
            self._onthoud_kop()
        self._sorteer, self._oplopend = weergave.sorteer, weergave.oplopend
        self._toon_pijl()
        self.filters.zet_woorden(weergave.filters)
        self._navigatie.meld(f"Weergave ‘{weergave.naam}’ staat aan")

    # -- out and in --------------------------------------------------------------------------

    def exporteer(self) -> None:
        """Ask for a file and write what the filters leave to it."""
        self._uitvoer.vraag(self.filters.filter(), self._sorteer)

    def _importeer(self) -> None:
        self._navigatie.toon_pagina("importeren")


def _vraag(ctx: Context, keuze: Filter, sorteer: str, oplopend: bool) -> _Uitkomst:
    ids = zoeken.ids(ctx, keuze, sorteer, oplopend)
    return _Uitkomst(
        (keuze, sorteer, oplopend),
        ids,
        zoeken.regels(ctx, ids[:BLOK]),
        zoeken.aantal(ctx, Filter()),
        [afdeling.naam for afdeling in beheer.afdelingen(ctx)],
    )
