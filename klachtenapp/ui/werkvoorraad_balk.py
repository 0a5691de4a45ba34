"""The bar below the werkvoorraad: the chosen row, its term in words, and what to do now."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kaartregel import Kaartregel
from klachtenapp.services.context import Context
from klachtenapp.services.werkvoorraad import Werkregel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Teken, Tekst
from klachtenapp.ui.dossier.bevoegd import houd_voor, recht_bij
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.werkvoorraad_model import TRAPKLEUR

_BELLEN = "leg_gesprek_vast"
_SMAL = 760  # px at 100 % text: below this the telephone number is in the tooltip
_KNOPLENGTE = 34  # letters; a longer step stands in full in the tooltip


class Actiebalk(QFrame):
    """Says who, offers the call, the dossier and the next step; below that the term in full."""

    def __init__(self, navigatie: Navigatie, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rol", "balk")
        self._navigatie = navigatie
        self._regel: Werkregel | None = None
        self._wie = Tekst("", "sterk", afkappen=True)
        self._termijn = Tekst("", "klein", afkappen=True)
        self._stand = Teken()
        self.bel = Knop("Bel klager", icoon="telefoon")
        self.bel.clicked.connect(lambda: self._open(_BELLEN))
        self.open = Knop("Open dossier")
        self.open.setToolTip("Open dossier (Enter in de lijst)")
        self.open.clicked.connect(lambda: self._open(""))
        self.stap = Knop("Volgende stap", True)
        self.stap.clicked.connect(self._doe_stap)
        regel = QHBoxLayout()
        regel.setSpacing(tokens.RUIMTE_S)
        regel.addWidget(self._stand)
        regel.addWidget(self._termijn, 1)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addWidget(self._wie, 1)
        for widget in (self.bel, self.open, self.stap):
            rij.addWidget(widget)
        regels = QVBoxLayout(self)
        regels.setContentsMargins(
            tokens.RUIMTE_L, tokens.RUIMTE_S, tokens.RUIMTE_M, tokens.RUIMTE_S
        )
        regels.setSpacing(tokens.RUIMTE_XS)
        regels.addLayout(rij)
        regels.addLayout(regel)

    def uitleg(self) -> str:
        """Return the term in words, as it stands in the bar."""
        return self._termijn.heel()

    def zet(self, regel: Werkregel | None, ctx: Context) -> None:
        """Show this row; ``None`` hides the bar."""
        self._regel = regel
        self.setVisible(regel is not None)
        if regel is None:
            return
        dossier = regel.dossier
        naam = korte_naam(dossier.klager)
        belt = regel.stap.handeling == _BELLEN
        nummer = dossier.klager.telefoon if belt else ""
        over = dossier.onderwerp or dossier.soort
        self._wie.setText(" · ".join(filter(None, (dossier.kenmerk, naam, nummer, over))))
        houd_voor(self.bel, recht_bij(_BELLEN), ctx.rollen)
        houd_voor(self.stap, recht_bij(regel.stap.brief or regel.stap.handeling), ctx.rollen)
        self.bel.setVisible(not belt)  # the next step is that call
        self.stap.show()
        kaart = _afdoening(dossier, ctx)
        uitleg = kaart.uitleg if kaart is not None else ""
        self._termijn.setText(f"{uitleg[:1].upper()}{uitleg[1:]}" or dossier.soort.capitalize())
        stappen = (kaart.stappen or (uitleg,)) if kaart is not None else ()
        self._termijn.zet_hint("\n".join(stappen))
        kleur = TRAPKLEUR.get(regel.urgentie.trap, "gewoon")
        self._stand.zet(regel.urgentie.teken, regel.urgentie.tekst, kleur)
        self._zet_knoppen(regel, naam)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the name in a narrow window."""
        super().resizeEvent(event)
        if self._regel is not None:
            self._zet_knoppen(self._regel, korte_naam(self._regel.dossier.klager))

    def _zet_knoppen(self, regel: Werkregel, naam: str) -> None:
        nummer = regel.dossier.klager.telefoon
        smal = self.width() < tokens.px(_SMAL)
        self.bel.zet_tekst(f"Bel {nummer}" if nummer and not smal else "Bel klager")
        self.bel.setEnabled(bool(nummer))
        self.bel.setToolTip(
            f"Bel {naam} ({nummer}) en leg het gesprek vast"
            if nummer
            else "Er is geen telefoonnummer bekend"
        )
        tekst = regel.stap.tekst
        kort = tekst if len(tekst) <= _KNOPLENGTE else f"{tekst[: _KNOPLENGTE - 1].rstrip()}…"
        self.stap.zet_tekst(kort)
        self.stap.setAccessibleName(tekst)
        self.stap.setToolTip("\n".join(filter(None, (tekst, regel.stap.waarom))))

    def _doe_stap(self) -> None:
        if self._regel is not None:
            self._open(self._regel.stap.handeling or self._regel.stap.brief)

    def _open(self, doe: str) -> None:
        if self._regel is not None:
            self._navigatie.open_dossier(self._regel.dossier.kenmerk, doe)


def _afdoening(dossier: Dossier, ctx: Context) -> Kaartregel | None:
    regels = termijnkaart.regels(dossier, ctx.kader, ctx.vandaag)
    return next((regel for regel in regels if regel.naam == "afdoening"), None)
