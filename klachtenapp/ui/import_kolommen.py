"""Step 2 of taking over a register: what each column means, sheet by sheet and saved by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.services.importeren import LABELS, Indeling, Kolom, Kolomkeuze, Kolomveld
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Kop, Melding, Schuifvlak, Tekst
from klachtenapp.ui.bouwstenen.vastebreedte import VasteBreedte
from klachtenapp.ui.import_bladen import Bladenkaart
from klachtenapp.ui.import_keuzes import Keuzenkaart

_ZIJKANT = 336
_SMAL = 940  # px at 100 % text
_KOPPEN = ("Kolom in het bestand", "Voorbeelden", "Gaat naar")


class Veldkeuze(QComboBox):
    """To which field a column goes; does not change when the wheel passes over it."""

    def __init__(self, kolom: Kolom) -> None:
        super().__init__()
        for veld, label in LABELS.items():
            self.addItem(label, veld)
        self.setCurrentIndex(self.findData(kolom.veld))
        self.setAccessibleName(f"Kolom {kolom.kop} gaat naar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(tokens.px(260))
        self.setMaxVisibleItems(18)

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to the page."""
        event.ignore()  # type: ignore[attr-defined]


class KolommenStap(QWidget):
    """The columns with examples and a choice each; ``gewijzigd`` follows every choice."""

    gewijzigd = Signal(Kolomkeuze)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keuze = Kolomkeuze()
        self._indeling: Indeling | None = None
        self.keuzes: dict[str, Veldkeuze] = {}
        self.melding = Melding(soort="let op")
        self._rooster = QGridLayout()
        self._rooster.setHorizontalSpacing(tokens.RUIMTE_L)
        self._rooster.setVerticalSpacing(tokens.RUIMTE_XS)
        self._rooster.setColumnStretch(1, 1)
        self.bladen = Bladenkaart()
        self.bladen.gewijzigd.connect(self._bladen_anders)
        self.bewaard = Keuzenkaart()
        self.bewaard.gekozen.connect(self._neem_bewaarde)
        self.maand = QCheckBox("Maand staat vóór de dag (7/30/2022)")
        self.maand.setAccessibleName("In datums staat de maand vóór de dag")
        self.maand.toggled.connect(self._maand_anders)
        self._bouw()

    def _bouw(self) -> None:
        vlak = QWidget()
        links = QVBoxLayout(vlak)
        links.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        links.addLayout(self._rooster)
        self._onder = QVBoxLayout()
        links.addLayout(self._onder)
        links.addStretch(1)
        kaart = Kaart()
        kaart.voeg_toe(Schuifvlak(vlak), 1)
        self._zijkant = QWidget()
        rechts = QVBoxLayout(self._zijkant)
        rechts.setContentsMargins(0, 0, 0, 0)
        rechts.setSpacing(tokens.RUIMTE_M)
        rechts.addWidget(self.bladen)
        rechts.addWidget(self.bewaard)
        rechts.addWidget(self.maand)
        rechts.addStretch(1)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addWidget(kaart, 1)
        zij = QWidget()
        self._opzij = QVBoxLayout(zij)
        self._opzij.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        self._opzij.addWidget(self._zijkant)
        self._zijvlak = Schuifvlak(zij)
        VasteBreedte(self._zijvlak, _ZIJKANT)
        rij.addWidget(self._zijvlak)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self.melding)
        opmaak.addLayout(rij, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side under the columns in a narrow window: every choice stays in sight."""
        super().resizeEvent(event)
        smal = event.size().width() < tokens.px(_SMAL)
        if smal == self._zijvlak.isHidden():
            return
        (self._onder if smal else self._opzij).addWidget(self._zijkant)
        self._zijvlak.setVisible(not smal)

    def toon(self, indeling: Indeling) -> None:
        """Show how the file will be read.

        What is shown now stays: a change of one column never moves another by itself.
        """
        anders = self._indeling is None or _koppen(indeling) != _koppen(self._indeling)
        self._indeling, self._keuze = indeling, indeling.keuze
        if anders:
            self._maak_rijen(indeling.kolommen)
        for kolom in indeling.kolommen:
            combo = self.keuzes[kolom.kop]
            with QSignalBlocker(combo):
                combo.setCurrentIndex(combo.findData(kolom.veld))
        with QSignalBlocker(self.maand):
            self.maand.setChecked(indeling.keuze.maand_dag)
        self.bladen.toon(indeling.bladen)
        self.bewaard.zet_indeling(indeling)
        self.melding.toon(_let_op(indeling), "let op")

    def weiger(self, zin: str) -> None:
        """Say what cannot be; the choices stay as the user made them."""
        self.melding.toon(zin, "fout")

    def begin(self) -> None:
        """Put the keyboard on the first choice."""
        if self.keuzes:
            next(iter(self.keuzes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _maak_rijen(self, kolommen: Sequence[Kolom]) -> None:
        while (item := self._rooster.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.deleteLater()
        self.keuzes = {}
        bladen = max((len(kolom.bladen) for kolom in kolommen), default=0)
        for plek, titel in enumerate(_KOPPEN):
            self._rooster.addWidget(Kop(titel, 3), 0, plek)
        vorige: QWidget | None = None
        for nummer, kolom in enumerate(kolommen, start=1):
            combo = Veldkeuze(kolom)
            combo.currentIndexChanged.connect(lambda _plek, kop=kolom.kop: self._veld_anders(kop))
            self.keuzes[kolom.kop] = combo
            self._rooster.addWidget(_naam(kolom), nummer, 0)
            voorbeelden = Tekst(_voorbeelden(kolom, bladen), "gedempt", afkappen=True)
            self._rooster.addWidget(voorbeelden, nummer, 1)
            self._rooster.addWidget(combo, nummer, 2)
            if vorige is not None:
                QWidget.setTabOrder(vorige, combo)
            vorige = combo

    def _veld_anders(self, kop: str) -> None:
        veld = self.keuzes[kop].currentData()
        self._meld(self._keuze.met_veld(kop, Kolomveld(veld)))

    def _bladen_anders(self) -> None:
        self._meld(
            replace(
                self._keuze,
                kopregels=self.bladen.kopregels(),
                bladen_uit=self.bladen.bladen_uit(),
            )
        )

    def _neem_bewaarde(self, bewaarde: Kolomkeuze) -> None:
        self._meld(replace(self._keuze, velden=bewaarde.velden, maand_dag=bewaarde.maand_dag))

    def _maand_anders(self, aan: bool) -> None:
        self._meld(replace(self._keuze, maand_dag=aan))

    def _meld(self, keuze: Kolomkeuze) -> None:
        self._keuze = keuze
        self.gewijzigd.emit(keuze)


def _koppen(indeling: Indeling) -> list[str]:
    return [kolom.kop for kolom in indeling.kolommen]


def _naam(kolom: Kolom) -> QWidget:
    naam = Tekst(kolom.kop, "sterk", afkappen=True)
    naam.setMinimumWidth(tokens.px(190))
    bladen = ", ".join(kolom.bladen)
    naam.zet_hint(f"{kolom.kop}\nBlad: {bladen}")
    return naam


def _voorbeelden(kolom: Kolom, bladen: int) -> str:
    """Return a few cells, and first the sheets when not every sheet has this heading."""
    waar = f"Blad {', '.join(kolom.bladen)}: " if len(kolom.bladen) < bladen else ""
    return waar + (" · ".join(kolom.voorbeelden) or "leeg")


def _let_op(indeling: Indeling) -> str:
    """Return what the user must know before going on; empty when all is well."""
    if not any(blad.mee for blad in indeling.bladen):
        redenen = {f"blad {b.blad.naam}: {b.reden}" for b in indeling.bladen[:4]}
        return (
            f"Er is nog geen register gevonden ({'; '.join(sorted(redenen))}). Zeg rechts op welke "
            "rij de kopjes staan, en kies een kolom voor 'Ontvangen op'."
        )
    return " ".join(kolom.let_op for kolom in indeling.kolommen if kolom.let_op)
