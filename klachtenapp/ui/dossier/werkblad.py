"""Tijdlijn and tabs side by side; on a narrow page the tijdlijn is the first tab."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.services import typwerk
from klachtenapp.services.bijlagen import BIJLAGE
from klachtenapp.services.typwerk import Plek, Stuk
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import houd_voor, mag_dit, recht_bij
from klachtenapp.ui.dossier.bijlagen_tab import BijlagenTab
from klachtenapp.ui.dossier.brieven_tab import BrievenTab
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.gesprekken_tab import GesprekkenTab, contacten
from klachtenapp.ui.dossier.klacht_tab import KlachtTab
from klachtenapp.ui.dossier.logboek_tab import LogboekTab
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from klachtenapp.ui.dossier.personen_tab import PersonenTab
from klachtenapp.ui.dossier.poort_tab import PoortTab
from klachtenapp.ui.dossier.stapwoorden import tijdlijn
from klachtenapp.ui.dossier.tabbalk import Tabbalk
from klachtenapp.ui.dossier.tabknop import Tab
from klachtenapp.ui.dossier.termijnkaart_tab import TermijnkaartTab
from klachtenapp.ui.dossier.tijdlijn import Tijdlijn

TIJDLIJN: Final = "tijdlijn"
TABS: Final = (
    Tab(TIJDLIJN, "Tijdlijn", "Tijdlijn"),
    Tab("klacht", "Klacht", "Klacht"),
    Tab("personen", "Personen", "Personen"),
    Tab("gesprekken", "Gesprekken", "Gesprekken en horen"),
    Tab("brieven", "Brieven", "Brieven"),
    Tab("oordeel", "Oordeel", "Oordeel en verbeterpunten"),
    Tab("afsluiten", "Afsluiten", "Klaar om af te sluiten?"),
    Tab("bijlagen", "Bijlagen", "Bijlagen"),
    Tab("termijnkaart", "Termijnen", "Termijnkaart"),
    Tab("logboek", "Logboek", "Logboek"),
)
_SMAL = 960  # px at 100 % text: below this the tijdlijn becomes a tab
_TIJDLIJN_BREED = 340


class Werkblad(QWidget):
    """The body of the page; keeps what is typed in its tabs while another dossier is shown."""

    bewerkt = Signal(bool)

    def __init__(self, deur: Deur) -> None:
        super().__init__()
        self.tijdlijn = Tijdlijn()
        self.balk = Tabbalk(TABS)
        self.klacht = KlachtTab(deur)
        self.tabs: dict[str, Tabblad] = {
            "klacht": self.klacht,
            "personen": PersonenTab(deur),
            "gesprekken": GesprekkenTab(deur),
            "brieven": BrievenTab(deur),
            "oordeel": OordeelTab(deur),
            "afsluiten": PoortTab(deur),
            "bijlagen": BijlagenTab(deur),
            "termijnkaart": TermijnkaartTab(deur),
            "logboek": LogboekTab(deur),
        }
        self._beeld: Dossierbeeld | None = None
        self._getekend: set[str] = set()
        self._concepten: dict[str, dict[str, object]] = {}
        self._notities: dict[str, str] = {}
        self._kenmerk = ""
        self._bouw()
        self._houd_tijdlijn(deur)
        self.balk.gekozen.connect(self._on_tab)
        for tab in self.tabs.values():
            tab.modus.connect(self._on_modus)
        self.balk.zet_zichtbaar(TIJDLIJN, False)
        self.balk.kies("klacht")

    @property
    def tab(self) -> Tabblad | None:
        """The tab that is shown; ``None`` for the tijdlijn."""
        return self.tabs.get(self.balk.huidig)

    @property
    def getypt(self) -> bool:
        """Whether something was typed, here or in a dossier seen before, that is not saved."""
        return bool(
            self._concepten
            or self._notities
            or self.tijdlijn.veld.waarde()
            or any(tab.getypt for tab in self.tabs.values())
        )

    def wissel(self) -> None:
        """Keep what was typed for later, and make room for another dossier."""
        bewaard = {n: c for n, tab in self.tabs.items() if (c := tab.concept()) is not None}
        if bewaard:
            self._concepten[self._kenmerk] = bewaard
        if notitie := self.tijdlijn.veld.waarde():
            self._notities[self._kenmerk] = notitie
        for tab in self.tabs.values():
            tab.wissel()
        self._beeld = None
        self.tijdlijn.veld.clear()
        self.tijdlijn.lijst.begin_aan_het_eind()
        self.balk.kies("klacht")

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show this dossier in every part, and bring back what was typed in it before."""
        self._kenmerk = beeld.dossier.kenmerk
        self.tijdlijn.lijst.zet(tijdlijn(beeld))
        self.tijdlijn.zet_open(beeld.kan("noteer"), beeld.kan("leg_gesprek_vast"))
        self.klacht.zet_afdelingen(list(beeld.namen.afdelingen))
        self._tel(beeld)
        self._beeld, self._getekend = beeld, set()
        self._teken(self.balk.huidig)
        for naam, concept in self._concepten.pop(self._kenmerk, {}).items():
            self._teken(naam)
            self.tabs[naam].hervat(concept)
            self.balk.kies(naam)
        if notitie := self._notities.pop(self._kenmerk, ""):
            self.tijdlijn.veld.setText(notitie)

    def typwerk(self) -> dict[Stuk, object]:
        """Return all that is typed here and not saved, also in dossiers seen before."""
        stukken: dict[Stuk, object] = {
            Stuk(kenmerk, Plek.TAB, naam): concept
            for kenmerk, concepten in self._concepten.items()
            for naam, concept in concepten.items()
        }
        stukken |= {Stuk(k, Plek.NOTITIE): tekst for k, tekst in self._notities.items()}
        for naam, tab in self.tabs.items():
            if (concept := tab.concept()) is not None:
                stukken[Stuk(self._kenmerk, Plek.TAB, naam)] = concept
        if notitie := self.tijdlijn.veld.waarde():
            stukken[Stuk(self._kenmerk, Plek.NOTITIE)] = notitie
        return stukken

    def neem(self, stuk: Stuk, tekst: str) -> None:
        """Take back what was typed before; it shows when its dossier does."""
        tab = self.tabs.get(stuk.naam)
        if stuk.plek is Plek.NOTITIE:
            self._notities[stuk.kenmerk] = typwerk.lees(tekst, str) or ""
        elif tab is not None and tab.conceptvorm is not None:
            concept = typwerk.lees(tekst, tab.conceptvorm)
            if concept is not None:
                self._concepten.setdefault(stuk.kenmerk, {})[stuk.naam] = concept

    def naar_tab(self, nummer: int) -> None:
        """Jump to a tab by its number, with the keyboard on its button."""
        self.balk.kies_nummer(nummer)
        self.balk.knop(self.balk.huidig).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def annuleer(self) -> None:
        """Close the form of the tab; asks first when something was typed."""
        tab = self.tab
        if tab is None or not tab.bewerkt:
            return
        if not tab.getypt or messages.ask(
            self,
            "Wat u heeft getypt is nog niet bewaard.",
            titel="Wijzigingen weggooien?",
            ja="Weggooien",
            nee="Verder bewerken",
        ):
            tab.wissel()

    def schrijf_notitie(self) -> None:
        """Put the cursor in the field for a note."""
        if self.balk.zichtbaar[0] == TIJDLIJN:
            self.balk.kies(TIJDLIJN)
        self.tijdlijn.schrijf()

    def vergeet_notitie(self, kenmerk: str, tekst: str) -> None:
        """Take the words of a note away that is in the register now, and no others.

        The answer can come late: one types on, or looks at another dossier by then.
        """
        veld = self.tijdlijn.veld
        if self._notities.get(kenmerk) == tekst:
            del self._notities[kenmerk]
        elif self._kenmerk == kenmerk and veld.waarde() == tekst:
            veld.clear()

    def minimumSizeHint(self) -> QSize:
        """Ask no more than the narrow form needs: it follows from the width, not the reverse."""
        smalst = max(tab.minimumSizeHint().width() for tab in self.tabs.values())
        return QSize(smalst, self.balk.height() + tokens.px(100))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tijdlijn beside the tabs, or among them."""
        super().resizeEvent(event)
        self._zet_smal(self.width() < tokens.px(_SMAL))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._zet_smal(self.width() < tokens.px(_SMAL))

    def _houd_tijdlijn(self, deur: Deur) -> None:
        """Who only reads along writes notes here, no conversations."""
        gesprek, rollen = "leg_gesprek_vast", deur.runner.ctx.rollen
        houd_voor(self.tijdlijn.gesprek_knop, recht_bij(gesprek), rollen)
        if not mag_dit(rollen, gesprek):
            self.tijdlijn.noem_veld("Notitie toevoegen")

    def _zet_smal(self, smal: bool) -> None:
        self.tijdlijn.setFixedWidth(16_777_215) if smal else self.tijdlijn.setFixedWidth(
            tokens.px(_TIJDLIJN_BREED)
        )
        if smal == (self.balk.zichtbaar[0] == TIJDLIJN):
            return
        self.balk.zet_zichtbaar(TIJDLIJN, smal)
        if smal:
            self._plek.addWidget(self.tijdlijn)
        else:
            self._rij.insertWidget(0, self.tijdlijn)

    def _tel(self, beeld: Dossierbeeld) -> None:
        documenten = beeld.dossier.documenten
        bijlagen = sum(1 for d in documenten if d.soort == BIJLAGE)
        self.balk.zet_aantal("gesprekken", len(contacten(beeld)))
        self.balk.zet_aantal("brieven", len(documenten) - bijlagen)
        self.balk.zet_aantal("oordeel", len(beeld.dossier.onderdelen))
        self.balk.zet_aantal("bijlagen", bijlagen)

    def _on_modus(self, _aan: bool) -> None:
        self.bewerkt.emit(any(tab.bewerkt for tab in self.tabs.values()))

    def _teken(self, naam: str) -> None:
        """Draw a tab for the dossier as it is now; the others wait until they are chosen."""
        if self._beeld is not None and naam in self.tabs and naam not in self._getekend:
            self._getekend.add(naam)
            self.tabs[naam].toon(self._beeld)

    def _on_tab(self, naam: str) -> None:
        self._teken(naam)
        tab = self.tabs.get(naam)
        self._inhoud.setCurrentWidget(tab if tab is not None else self._tijdlijnvlak)

    def _bouw(self) -> None:
        self._tijdlijnvlak = QWidget()
        self._plek = QVBoxLayout(self._tijdlijnvlak)
        self._plek.setContentsMargins(0, 0, 0, 0)
        self._inhoud = QStackedWidget()
        self._inhoud.addWidget(self._tijdlijnvlak)
        for tab in self.tabs.values():
            self._inhoud.addWidget(tab)
        rechts = QVBoxLayout()
        rechts.setSpacing(tokens.RUIMTE_M)
        rechts.addWidget(self.balk)
        rechts.addWidget(self._inhoud, 1)
        self._rij = QHBoxLayout(self)
        self._rij.setContentsMargins(0, 0, 0, 0)
        self._rij.setSpacing(tokens.RUIMTE_L)
        self._rij.addWidget(self.tijdlijn)
        self._rij.addLayout(rechts, 1)
