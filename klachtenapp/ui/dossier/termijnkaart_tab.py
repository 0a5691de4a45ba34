"""Tab *Termijnkaart*: every date with how it came about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.kaartregel import Kaartregel
from klachtenapp.services import termijnblad
from klachtenapp.services.termijnblad import Termijnblad
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Schuifvlak, Teken, Tekst
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.watals_venster import WatAlsVenster
from klachtenapp.ui.dossier.woorden import hoofdletter
from klachtenapp.ui.invoervelden import Vinkveld, bij_wijziging
from klachtenapp.ui.pdf_venster import PdfVenster

_TOESTANDEN = {
    "open": ("●", "loopt", "blauw"),
    "gedaan": ("✓", "gedaan", "groen"),
    "te laat": ("■", "te laat", "rood"),
    "mogelijk": ("○", "mogelijk", "gewoon"),
}


class Termijnregel(Kaart):
    """One date: sign and word, name, derivation, and the date itself at the right."""

    def __init__(self, regel: Kaartregel, dringend: str, *, stappen: bool) -> None:
        super().__init__()
        teken, woord, kleur = _TOESTANDEN[regel.toestand]
        if dringend and regel.toestand == "open":
            teken, kleur = "▲", dringend
        titel = Kop(regel.label, 2)
        soort = "wet" if regel.soort == "wet" else "eigen norm"
        datum = Teken("", dagtekst.kort(regel.datum) if regel.datum else "nog niet bekend", kleur)
        stand = Teken(teken, woord, kleur)
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(tokens.RUIMTE_M)
        rooster.setVerticalSpacing(2)
        rooster.setColumnStretch(0, 1)
        links = QHBoxLayout()
        links.setSpacing(tokens.RUIMTE_S)
        links.addWidget(titel)
        links.addWidget(Tekst(soort, "klein", afkappen=True), 1)
        rechts = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        rooster.addLayout(links, 0, 0)
        rooster.addWidget(datum, 0, 1, rechts)
        rooster.addWidget(
            Tekst("\n".join(regel.stappen) if stappen else hoofdletter(regel.uitleg), "klein"), 1, 0
        )
        rooster.addWidget(stand, 1, 1, rechts)
        self.inhoud.setContentsMargins(16, 10, 16, 10)
        self.inhoud.addLayout(rooster)
        for waarschuwing in regel.waarschuwingen:
            self.voeg_toe(Teken("▲", waarschuwing, "amber"))
        self.setAccessibleName(f"{regel.label}: {datum.text()}, {woord}. {regel.uitleg}")


class TermijnkaartTab(Tabblad):
    """The cards, one a date."""

    def __init__(self, deur: Deur) -> None:
        super().__init__(deur)
        self._beeld: Dossierbeeld | None = None
        self.stappen = Vinkveld("Toon de berekening stap voor stap")
        bij_wijziging(self.stappen, self._opnieuw)
        self.afdrukken = Knop("Als PDF…", icoon="printer")
        self.afdrukken.setToolTip("Alle datums met hun berekening, om te printen of te bewaren")
        self.afdrukken.clicked.connect(self._on_afdrukken)
        self.papier: PdfVenster | None = None
        self.wat_als = Knop("Wat als…")
        self.wat_als.setToolTip("Kijk vooruit: welke datums en brieven volgen als u iets doet")
        self.wat_als.clicked.connect(self._on_wat_als)
        self.vooruit: WatAlsVenster | None = None
        binnen = QWidget()
        self._lijst = QVBoxLayout(binnen)
        self._lijst.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        self._lijst.setSpacing(tokens.RUIMTE_S)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        balk = QHBoxLayout()
        balk.setSpacing(tokens.RUIMTE_S)
        balk.addWidget(self.wat_als)
        balk.addWidget(self.afdrukken)
        balk.addStretch(1)
        balk.addWidget(self.stappen)
        opmaak.addLayout(balk)
        opmaak.addWidget(Schuifvlak(binnen), 1)

    def _opnieuw(self) -> None:
        if self._beeld is not None:
            self.toon(self._beeld)

    def _on_wat_als(self) -> None:
        if self._beeld is None:
            return
        if self.vooruit is not None:
            self.vooruit.deleteLater()
        self.vooruit = WatAlsVenster(self._beeld.dossier, self.deur.runner.ctx, self)
        self.vooruit.doen.connect(self.deur.open_handeling)
        self.vooruit.open()

    def _on_afdrukken(self) -> None:
        if self._beeld is not None:
            kenmerk = self._beeld.dossier.kenmerk
            self.deur.runner.run(lambda ctx: termijnblad.maak(ctx, kenmerk), self._op_papier)

    def _op_papier(self, blad: Termijnblad) -> None:
        if self.papier is None:
            self.papier = PdfVenster(self, self.deur.runner, self.deur.navigatie, "Termijnkaart")
        self.papier.toon(blad.pdf, blad.bestandsnaam)

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the dates of this dossier."""
        self._beeld = beeld
        self.wat_als.setEnabled(beeld.dossier.is_open)
        while (item := self._lijst.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.deleteLater()
        for regel in beeld.kaart:
            dagen = (regel.datum - beeld.vandaag).days if regel.datum else 99
            dringend = "amber" if 0 <= dagen <= 7 else ""
            self._lijst.addWidget(Termijnregel(regel, dringend, stappen=self.stappen.isChecked()))
        if not beeld.kaart:
            self._lijst.addWidget(Tekst("Voor deze melding lopen geen termijnen.", "gedempt"))
        self._lijst.addStretch(1)
