"""Beheer, section Huisstijl: logo, colour, letterhead and foot, with a letter beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from klachtenapp.domain import gemeentevelden
from klachtenapp.domain.gemeente import Briefhoofd, Gemeente
from klachtenapp.domain.huisstijl import MAX_VOETREGELS, gewone_voet, logo_woorden
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import beheer, huisstijl
from klachtenapp.services.context import Context
from klachtenapp.services.huisstijl import Logokeuze
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import ChipGroep, Kaart, Knop, Veldregel
from klachtenapp.ui.kleurkiezer import Kleurkiezer
from klachtenapp.ui.logokiezer import Logokiezer
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.pdf_voorbeeld import PdfVoorbeeld
from klachtenapp.ui.runner import Runner

_SMAL = 720  # px at 100 %: less room than this and the letter goes below the fields
_WACHT = 300  # ms after the last key before the letter is drawn again
_VELDEN = ("kleur", "briefhoofd", "voetregels", "logo_alt")


class HuisstijlSectie(Sectie):
    """What is chosen at the left stands at once on the letter at the right."""

    titel = "Huisstijl"
    uitleg = "Zo ziet het papier van uw gemeente eruit. U ziet meteen een brief."

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self.logo = Logokiezer()
        self.kleur = Kleurkiezer()
        self._klok = QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(_WACHT)
        self._klok.timeout.connect(self._teken)
        self.brief = PdfVoorbeeld(runner, navigatie)
        self.brief.setMinimumSize(tokens.px(260), tokens.px(420))
        links = QVBoxLayout()
        links.setSpacing(tokens.RUIMTE_M)
        for kaart in (self._logokaart(), self._kleurkaart(), self._randkaart()):
            links.addWidget(kaart)
        links.addStretch(1)
        self._rij = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rij.setSpacing(tokens.RUIMTE_L)
        self._rij.addLayout(links, 3)
        self._rij.addWidget(self.brief, 4)
        self.opmaak.addLayout(self._rij, 1)
        gewoon = Knop("Gewone voet")
        gewoon.setToolTip("Haal uw eigen regels onder de brief weg")
        gewoon.clicked.connect(lambda: self._gewone_voet())
        self.sluit_af(gewoon)
        self.velden.gewijzigd.connect(lambda _naam: self._klok.start())
        self.logo.gewijzigd.connect(self._on_logo)
        self.kleur.gekozen.connect(self._on_kleur)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the letter below the fields where there is no room beside them."""
        super().resizeEvent(event)
        smal = self.width() < tokens.px(_SMAL)
        onder, naast = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._rij.setDirection(onder if smal else naast)

    def ververs(self) -> None:
        """Show the stored house style."""
        if not self.vuil:
            self._runner.run(_stand, self._on_stand)

    def bewaar(self) -> None:
        """Save the house style with its logo."""
        ingevuld, keuze = self.velden.lees(), self.logo.keuze()
        self.sla_op(
            lambda ctx: huisstijl.bewaar(ctx, ingevuld, keuze),
            self.nieuw_kader,
            "De huisstijl is bewaard. Nieuwe brieven krijgen hem.",
        )

    def zet(self, waarden: Mapping[str, str]) -> None:
        """Put words in the fields, and on the letter beside them."""
        super().zet(waarden)
        self._klok.start()

    def _logokaart(self) -> QWidget:
        kaart = _kaart("Logo")
        kaart.voeg_toe(self.logo)
        kaart.voeg_toe(
            self.tekst("logo_alt", "Wat staat er op het logo?", "Een schermlezer leest dit voor.")
        )
        return kaart

    def _kleurkaart(self) -> QWidget:
        kaart = _kaart("Kleur")
        kaart.voeg_toe(self.kleur)
        self.velden.koppel("kleur", self.kleur.veld, self.kleur.regel)
        return kaart

    def _randkaart(self) -> QWidget:
        kaart = _kaart("Boven en onder de brief")
        kant = ChipGroep([(k.value, k.value) for k in Briefhoofd], verplicht=True)
        regel = Veldregel("Logo of naam staat", kant)
        self.velden.koppel("briefhoofd", kant, regel)
        kaart.voeg_toe(regel)
        self._voet = QPlainTextEdit()
        self._voet.setTabChangesFocus(True)
        self._voet.setFixedHeight(tokens.px(88))
        voet = Veldregel(
            "Regels onderaan",
            self._voet,
            hulp=f"Hoogstens {MAX_VOETREGELS} regels. Leeg: adres, telefoon en website.",
        )
        self.velden.koppel("voetregels", self._voet, voet)
        kaart.voeg_toe(voet)
        return kaart

    def _gewone_voet(self) -> None:
        if self.velden.lees()["voetregels"]:
            self.velden.zet({"voetregels": ""})
            self.maak_vuil()
            self._teken()

    def _teken(self) -> None:
        """Draw the letter with what stands here now."""
        self._klok.stop()
        ingevuld, keuze = self.velden.lees(), self.logo.keuze()
        self._runner.run(
            lambda ctx: huisstijl.voorbeeld(ctx.gemeente, ingevuld, keuze),
            self._on_brief,
            mislukt=self._on_niet_getekend,
            vervangt="huisstijl",
        )

    def _on_brief(self, pdf: bytes) -> None:
        self.brief.toon(pdf, "Voorbeeld huisstijl.pdf")

    def _on_niet_getekend(self, fout: KlachtenappError) -> None:
        """Say what is wrong where it stands, without taking the focus from who is typing."""
        self.brief.wis(str(fout))
        regels = {"kleur": self.kleur.regel}
        regel = regels.get(fout.veld or "") if isinstance(fout, RegelFout) else None
        if regel is not None:
            regel.fout(str(fout))

    def _on_logo(self) -> None:
        self.maak_vuil()
        self._teken()

    def _on_kleur(self) -> None:
        self.velden.wis_fout("kleur")
        self.maak_vuil()
        self._teken()

    def _on_stand(self, stand: tuple[Gemeente, Logokeuze]) -> None:
        gemeente, keuze = stand
        if self.vuil or self.logo.bezig:
            return
        waarden = gemeentevelden.velden(gemeente)
        self.logo.zet(keuze)
        self._voet.setPlaceholderText(gewone_voet(gemeente))
        veld = self.velden.widget("logo_alt")
        veld.setProperty("placeholderText", logo_woorden(gemeente))
        self.toon({naam: waarden[naam] for naam in _VELDEN})
        self._teken()


def _kaart(titel: str) -> Kaart:
    kaart = Kaart(titel)
    kaart.inhoud.setSpacing(tokens.RUIMTE_M)
    return kaart


def _stand(ctx: Context) -> tuple[Gemeente, Logokeuze]:
    gemeente = beheer.gemeente(ctx)
    return gemeente, huisstijl.logokeuze(ctx, gemeente)
