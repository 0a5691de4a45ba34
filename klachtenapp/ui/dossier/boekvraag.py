"""Asks what comes into the whole dossier as one PDF: first for whom, then part by part."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from klachtenapp.domain.boekdeel import ALLES, GEWOON, LABELS, VOOR_BEKLAAGDE, Boekdeel
from klachtenapp.ui.bouwstenen import ChipGroep, Knop, Overlay, Tekst, Veldregel

_VOOR: Mapping[str, tuple[str, frozenset[Boekdeel]]] = {
    "ombudsman": ("ombudsman of hoorzitting", GEWOON),
    "beklaagde": ("de beklaagde", VOOR_BEKLAAGDE),
    "alles": ("onszelf, met alles erin", ALLES),
}
_ZONDER_CONTACT = (
    "Brieven aan de klager staan er dan alleen bij met naam en datum. "
    "Kijk zelf na of het adres in een bijlage of een tekst staat."
)


class Boekvraag(Overlay):
    """The card; ``gekozen`` carries the parts (a frozenset of ``Boekdeel``)."""

    gekozen = Signal(object)

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster, "Hele dossier als PDF", 560)
        self.voor = ChipGroep([(naam, label) for naam, (label, _) in _VOOR.items()], verplicht=True)
        self.voor.zet("ombudsman")
        self.voor.gewijzigd.connect(self._on_voor)
        self.kaart.voeg_toe(Veldregel("Voor wie?", self.voor))
        self.vinken: dict[Boekdeel, QCheckBox] = {}
        for deel, label in LABELS.items():
            vink = QCheckBox(label)
            vink.setAccessibleName(label)
            vink.toggled.connect(lambda _aan: self._toon_stand())
            self.vinken[deel] = vink
            self.kaart.voeg_toe(vink)
        self._let_op = Tekst(_ZONDER_CONTACT, "klein")
        self.kaart.voeg_toe(self._let_op)
        self.maak_knop = Knop("PDF maken…", primair=True)
        self.maak_knop.clicked.connect(self._kies)
        annuleer = Knop("Annuleren")
        annuleer.clicked.connect(self.sluit)
        rij = QHBoxLayout()
        rij.addStretch(1)
        rij.addWidget(annuleer)
        rij.addWidget(self.maak_knop)
        self.kaart.inhoud.addLayout(rij)
        self._on_voor("ombudsman")

    def delen(self) -> frozenset[Boekdeel]:
        """Return the parts that are ticked."""
        return frozenset(deel for deel, vink in self.vinken.items() if vink.isChecked())

    def open(self) -> None:
        """Show the card with the focus on the first question."""
        super().open()
        self._pas_hoogte()
        self.voor.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_voor(self, naam: str) -> None:
        """Tick what suits; every tick can be changed after that."""
        for deel, vink in self.vinken.items():
            vink.setChecked(deel in _VOOR[naam][1])
        self._toon_stand()

    def _toon_stand(self) -> None:
        if Boekdeel.CONTACT in self.vinken and hasattr(self, "_let_op"):
            self._let_op.setVisible(not self.vinken[Boekdeel.CONTACT].isChecked())
            self._pas_hoogte()

    def _pas_hoogte(self) -> None:
        """Give the card the height that its words need; in an overlay it only gets a guess."""
        self.kaart.inhoud.activate()
        breed = self.kaart.width()
        self.kaart.setMinimumHeight(self.kaart.inhoud.totalHeightForWidth(breed))

    def _kies(self) -> None:
        delen = self.delen()
        self.sluit()
        self.gekozen.emit(delen)
