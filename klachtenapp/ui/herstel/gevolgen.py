"""Second page: what putting this copy back would change, and the word for who loses something."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.services.terugzetten import WOORD, Vergelijking
from klachtenapp.ui import formatting, tokens
from klachtenapp.ui.bouwstenen import Kaart, Melding, Schuifvlak, Teken, Tekst, Veldregel

_RIJEN: Final = (
    ("melding", "Meldingen"),
    ("gebeurtenis", "Gebeurtenissen"),
    ("document", "Brieven en bijlagen"),
    ("log", "Regels in het log"),
)
_GENOEMD: Final = 40


class GevolgenStap(QWidget):
    """Numbers now and then, the dossiers that disappear by name, and the typed word."""

    gewijzigd = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beeld: Vergelijking | None = None
        self.bezwaar = Melding("", "let op")
        self._rooster = QGridLayout()
        self._rooster.setHorizontalSpacing(tokens.RUIMTE_XL)
        self._rooster.setColumnStretch(3, 1)
        self.weg = Teken("■", "", "rood")
        self.ouder = Teken("▲", "", "amber")
        self.terug = Teken("✓", "", "groen")
        self.gelijk = Teken("✓", "Er verdwijnt niets.", "groen")
        for regel in (self.weg, self.ouder, self.terug):
            regel.setWordWrap(True)
        self.woord = QLineEdit()
        self.woord.setMaximumWidth(tokens.px(220))
        self.woord.textChanged.connect(lambda _t: self.gewijzigd.emit())
        self.woordregel = Veldregel(
            f"Typ {WOORD} als u dit zeker weet",
            self.woord,
            hulp="Wat er nu staat, wordt eerst gekopieerd. U kunt dus altijd terug.",
        )
        binnen = QWidget()
        opmaak = QVBoxLayout(binnen)
        opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self.bezwaar)
        kaart = Kaart("Zo verandert het register")
        kaart.inhoud.addLayout(self._rooster)
        for deel in (self.gelijk, self.weg, self.ouder, self.terug):
            kaart.voeg_toe(deel)
        opmaak.addWidget(kaart)
        opmaak.addWidget(self.woordregel)
        opmaak.addStretch(1)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(Schuifvlak(binnen))

    def toon(self, beeld: Vergelijking) -> None:
        """Show what this copy would change."""
        self._beeld = beeld
        self.woord.clear()
        self.bezwaar.toon(beeld.bezwaar, "let op" if beeld.bruikbaar else "fout")
        while (item := self._rooster.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.deleteLater()
        if beeld.bruikbaar:
            self._vul_rooster(beeld)
        self._zin(self.weg, "verdwijnt uit het register", "verdwijnen uit het register", beeld.weg)
        self._zin(
            self.ouder, "gaat terug naar hoe het was", "gaan terug naar hoe ze waren", beeld.ouder
        )
        self._zin(self.terug, "komt terug", "komen terug", beeld.terug)
        niets_weg = beeld.bruikbaar and beeld.nu_leesbaar and not beeld.minder and not beeld.ouder
        self.gelijk.setVisible(niets_weg)
        self.woordregel.setVisible(beeld.bruikbaar and beeld.vraagt_woord)

    def mag(self) -> bool:
        """Whether this copy may be put back now."""
        beeld = self._beeld
        if beeld is None or not beeld.bruikbaar:
            return False
        return not beeld.vraagt_woord or self.woord.text().strip() == WOORD

    def _vul_rooster(self, beeld: Vergelijking) -> None:
        for kolom, kop in enumerate(("", "Nu", "Straks")):
            label = QLabel(kop)
            label.setProperty("rol", "label")
            self._rooster.addWidget(label, 0, kolom)
        for rij, (tabel, naam) in enumerate(_RIJEN, start=1):
            nu = formatting.getal(beeld.nu[tabel]) if tabel in beeld.nu else "niet te lezen"
            straks = formatting.getal(beeld.straks.get(tabel, 0))
            self._rooster.addWidget(Tekst(naam), rij, 0)
            for kolom, tekst in ((1, nu), (2, straks)):
                self._rooster.addWidget(Tekst(tekst), rij, kolom, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def _zin(regel: Teken, een: str, meer: str, kenmerken: tuple[str, ...]) -> None:
        regel.setVisible(bool(kenmerken))
        rest = len(kenmerken) - _GENOEMD
        namen = ", ".join(kenmerken[:_GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")
        wat = f"1 dossier {een}" if len(kenmerken) == 1 else f"{len(kenmerken)} dossiers {meer}"
        regel.setText(f"{regel.text()[:1]} {wat}: {namen}.")
