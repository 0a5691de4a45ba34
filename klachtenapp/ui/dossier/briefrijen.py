"""The rows of the tab *Brieven*: a letter that can be made, and one that lies ready."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import kanalen
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.handtekening import Geldigheid
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Teken, Tekst
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN, Briefstand
from klachtenapp.ui.handeling_formulier import zin


class Briefrij(QWidget):
    """One letter: how it stands, what is in the way, and the button that makes it."""

    def __init__(self, stand: Briefstand, open_brief: Callable[[str], None], *, nu: bool) -> None:
        super().__init__()
        opnieuw = stand.verzonden is not None
        self.knop = Knop("Opnieuw maken…" if opnieuw else "Maken…", primair=nu)
        self.knop.setAccessibleName(f"{stand.naam} maken")
        self.knop.clicked.connect(lambda: open_brief(stand.soort.value))
        self.knop.setEnabled(not stand.bezwaren)
        if stand.bezwaren:
            self.knop.hide()
        # Only what is not plain from its heading is said: sent before, or why not now.
        teken = _verzonden(stand) if opnieuw else None
        waarom = Tekst("\n".join(zin(b) for b in stand.bezwaren), "klein")
        if not stand.bezwaren:
            waarom.hide()
        _zet(self, Tekst(stand.naam, "sterk"), teken, waarom, self.knop)
        self.setAccessibleName(f"{stand.naam}. {waarom.heel()}".strip())


class Klaarrij(QWidget):
    """A letter that lies ready: sent in one key, or looked at again."""

    def __init__(
        self,
        info: DocumentInfo,
        kanaal: str,
        *,
        verzonden: Callable[[], None],
        bekijk: Callable[[], None],
        nu: bool,
        geldigheid: Geldigheid | None = None,
    ) -> None:
        super().__init__()
        naam = BRIEFNAMEN[BriefSoort(info.soort)]
        hoe = f"Verzonden {kanalen.WOORDEN[kanaal]}" if kanaal else "Verzonden…"
        self.knop = Knop(hoe, primair=nu)
        self.knop.setAccessibleName(f"{naam}: {hoe.lower()}, vandaag")
        self.knop.setToolTip("Noteert dat deze brief vandaag wegging.")
        self.knop.clicked.connect(lambda: verzonden())
        self.bekijk = Knop("Bekijken of wegleggen…")
        self.bekijk.setAccessibleName(f"{naam} bekijken of wegleggen")
        self.bekijk.clicked.connect(lambda: bekijk())
        self._naam = naam
        wanneer = Tekst(f"Gemaakt op {dagtekst.lang(info.toegevoegd_op.date())}.", "klein")
        teken = None
        if geldigheid is not None:
            goed = geldigheid.geldig
            teken = Teken(geldigheid.teken, geldigheid.woord, "groen" if goed else "rood")
            teken.setToolTip(geldigheid.zin)
        _zet(self, Tekst(naam, "sterk"), teken, wanneer, self.bekijk, self.knop)
        getekend = f", {geldigheid.woord}" if geldigheid else ""
        self.setAccessibleName(f"{naam}, ligt klaar{getekend}")

    def alleen_bekijken(self) -> None:
        """Say on the button what is left for who sends no letters."""
        self.bekijk.setText("Bekijken…")
        self.bekijk.setAccessibleName(f"{self._naam} bekijken")


class Groepkaart(Kaart):
    """A card with rows; ``dicht`` folds it behind its heading until one asks for it."""

    def __init__(self, titel: str, *, dicht: bool = False) -> None:
        super().__init__("" if dicht else titel)
        self._titel = titel
        self._rijen: list[QWidget] = []
        self._vak = QWidget()
        self._kolom = QVBoxLayout(self._vak)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(tokens.RUIMTE_XS)
        self.klap: Knop | None = None
        if dicht:
            self.klap = Knop(titel, stil=True)
            self.klap.setCheckable(True)
            self.klap.toggled.connect(self._on_klap)
            self.voeg_toe(self.klap)
            self.inhoud.setAlignment(self.klap, Qt.AlignmentFlag.AlignLeft)
            self.inhoud.setContentsMargins(
                tokens.RUIMTE_S, tokens.RUIMTE_XS, tokens.RUIMTE_L, tokens.RUIMTE_XS
            )
            self._kolom.setContentsMargins(tokens.RUIMTE_S, 0, 0, tokens.RUIMTE_S)
            self._vak.hide()
        self.voeg_toe(self._vak)

    def zet(self, rijen: list[QWidget]) -> None:
        """Show these rows instead of the others; without rows there is no card."""
        for oud in self._rijen:
            oud.hide()
            oud.deleteLater()
        self._rijen = rijen
        for rij in rijen:
            self._kolom.addWidget(rij)
        self.setVisible(bool(rijen))
        if self.klap is not None:
            self._noem()

    def _on_klap(self, open_: bool) -> None:
        self._vak.setVisible(open_)
        self._noem()

    def _noem(self) -> None:
        if self.klap is not None:
            pijl = "▾" if self.klap.isChecked() else "▸"
            self.klap.setText(f"{pijl} {self._titel} ({len(self._rijen)})")


def _verzonden(stand: Briefstand) -> Teken:
    """Return sign and words for a letter that went out before."""
    feit = stand.verzonden
    kanaal = feit.gegevens.get("kanaal", "") if feit else ""
    wat = "meegegeven" if stand.soort is BriefSoort.STAPPENPLAN else "verzonden"
    wanneer = dagtekst.kort(feit.op) if feit else ""
    return Teken("✓", f"{wat} {wanneer}{f', {kanaal}' if kanaal else ''}", "groen")


def _zet(rij: QWidget, naam: Tekst, teken: Teken | None, onder: Tekst, *knoppen: Knop) -> None:
    """Lay out a row: name and state, a line below, buttons at the right."""
    naam.setWordWrap(False)
    kop = QHBoxLayout()
    kop.setSpacing(tokens.RUIMTE_M)
    kop.addWidget(naam)
    if teken is not None:
        kop.addWidget(teken)
    kop.addStretch(1)
    woorden = QVBoxLayout()
    woorden.setSpacing(1)
    woorden.addLayout(kop)
    woorden.addWidget(onder)
    opmaak = QHBoxLayout(rij)
    opmaak.setContentsMargins(0, tokens.RUIMTE_XS, 0, tokens.RUIMTE_XS)
    opmaak.addLayout(woorden, 1)
    for knop in knoppen:
        opmaak.addWidget(knop, 0, Qt.AlignmentFlag.AlignVCenter)
