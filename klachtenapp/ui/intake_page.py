"""Nieuwe melding: from the first letter typed to the paper in somebody's hand."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp import paths
from klachtenapp.domain.adres import korte_naam
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.formulier import Formulier, naar_aanmelding, voorstel_onderwerp
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import intake, postvak
from klachtenapp.services.concepten import Concept, Conceptopslag
from klachtenapp.services.postvak import WachtOpSchijf
from klachtenapp.ui import formatting, messages, tokens
from klachtenapp.ui.bouwstenen import Knop, Melding, Pagina
from klachtenapp.ui.concept import Conceptbewaarder
from klachtenapp.ui.intake.paneel import Formulierpaneel
from klachtenapp.ui.intake.resultaat import Resultaat
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.paginatoets import Paginatoets
from klachtenapp.ui.pdf_voorbeeld import KiesPrinter, vraag_printer
from klachtenapp.ui.runner import Runner

_GEREGISTREERD = "Melding geregistreerd"
_UITLEG = "Wat u typt, wordt meteen bewaard als concept. U kunt altijd stoppen."
_UITLEG_KORT = "Wat u typt, wordt bewaard."


class IntakePage(Pagina):
    """The form with its concepten, the registering, and the result after it."""

    naam = "nieuwe_melding"

    def __init__(
        self,
        runner: Runner,
        navigatie: Navigatie,
        *,
        opslag: Conceptopslag | None = None,
        kies_printer: KiesPrinter = vraag_printer,
    ) -> None:
        super().__init__("Nieuwe melding", _UITLEG)
        self._runner = runner
        self._navigatie = navigatie
        self._geopend = False
        self._bezig = False
        opslag = opslag or Conceptopslag(paths.conceptenmap(), runner.sleutel)
        self.bewaarder = Conceptbewaarder(opslag, self._te_bewaren, lambda: runner.ctx.nu, self)
        self._bouw(kies_printer)
        self.bewaarder.bewaard.connect(self._on_bewaard)
        self.bewaarder.mislukt.connect(self._fout.toon)
        self.paneel.getypt.connect(self.bewaarder.typ)
        self.resultaat.nog_een.connect(self.begin)
        self.resultaat.binnen.connect(self._on_binnen)

    def ververs(self) -> None:
        """Offer today's names; the first time, bring back what was being typed."""
        self._runner.run(intake.keuzelijsten, self.paneel.zet_keuzes)
        if not self._geopend:
            self._geopend = True
            self.bewaarder.zet_register(self._runner.ctx.postadres)
            self._leeg_formulier()
            vrij = self.bewaarder.vrij()
            if vrij:
                self._herstel(vrij[0])
        self._werk_concepten_bij()
        self.paneel.toon_feiten()

    def begin(self) -> None:
        """Show the form ready to type in; what stands half typed in it stays there."""
        self._toon_deel(self._formulierdeel)
        self.paneel.naar_begin()

    def sluit(self) -> None:
        """Save the last letters; for the end of the program."""
        self.paneel.sluit()
        self.bewaarder.sluit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save at once when one goes to another page."""
        super().hideEvent(event)
        self.bewaarder.bewaar_nu()

    def registreer(self) -> None:
        """Register what stands in the form; the same uid again when it has to be repeated."""
        if self._bezig:
            return
        self.paneel.velden.wis_fouten()
        self._fout.toon("")
        self.bewaarder.bewaar_nu()
        try:
            aanmelding = naar_aanmelding(self.paneel.formulier(), self.bewaarder.uid)
        except RegelFout as fout:
            self._on_geweigerd(fout)
            return
        self._zet_bezig(bezig=True)
        omschrijving = f"De {aanmelding.soort} van {korte_naam(aanmelding.klager)}"
        if aanmelding.klager.is_leeg:
            omschrijving = f"De {aanmelding.soort} zonder naam"
        self._runner.run(
            lambda ctx: postvak.bezorg(ctx, aanmelding, aanmelding.uid, omschrijving),
            self._on_geregistreerd,
            schrijft=True,
            mislukt=self._on_geweigerd,
        )

    def _bouw(self, kies_printer: KiesPrinter) -> None:
        self._vlak = QStackedWidget()
        self.inhoud.addWidget(self._vlak, 1)
        self._formulierdeel = QWidget()
        self._vlak.addWidget(self._formulierdeel)
        opmaak = QVBoxLayout(self._formulierdeel)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        self._banner = Melding("", "info")
        self._banner.voeg_knop_toe("Leeg beginnen", self._zet_weg)
        self._banner.voeg_knop_toe("Weggooien", self._gooi_weg)
        self._fout = Melding("", "fout")
        opmaak.addWidget(self._banner)
        opmaak.addWidget(self._fout)
        self.paneel = Formulierpaneel(self._runner, self._navigatie)
        opmaak.addWidget(self.paneel, 1)
        self.resultaat = Resultaat(self._runner, self._navigatie, kies_printer)
        self._vlak.addWidget(self.resultaat)
        self._concepten = Knop("Concepten", stil=True)
        self._menu = QMenu(self._concepten)
        self._concepten.setMenu(self._menu)
        self._concepten.hide()
        self._bewaar = Knop("Bewaren als concept")
        self._bewaar.clicked.connect(lambda: self._zet_weg())
        self.knop_registreer = Knop("Registreren (Ctrl+Enter)", primair=True)
        self.knop_registreer.setAccessibleName("Registreren")
        self.knop_registreer.clicked.connect(lambda: self.registreer())
        for knop in (self._concepten, self._bewaar, self.knop_registreer):
            self.acties.addWidget(knop)
        Paginatoets(self._formulierdeel, ("Ctrl+Return", "Ctrl+Enter"), self.registreer)

    def _toon_deel(self, deel: QWidget) -> None:
        klaar = deel is self.resultaat
        self._vlak.setCurrentWidget(deel)
        self.kop.setText(_GEREGISTREERD if klaar else "Nieuwe melding")
        self.onderschrift.setText("" if klaar else _UITLEG)
        self.onderschrift.zet_korter(*([] if klaar else [_UITLEG_KORT]))
        self._bewaar.setVisible(not klaar)
        self.knop_registreer.setVisible(not klaar)
        self._werk_concepten_bij()

    def _zet_bezig(self, *, bezig: bool) -> None:
        self._bezig = bezig
        for widget in (self.knop_registreer, self._bewaar, self.paneel):
            widget.setEnabled(not bezig)

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        self._zet_bezig(bezig=False)
        if isinstance(fout, WachtOpSchijf):
            self._klaar()
            self.kop.setText("Melding bewaard op deze computer")
            self.resultaat.toon_voorlopig(fout.zending)
            self._navigatie.zeg(str(fout))
            return
        veld = fout.veld if isinstance(fout, RegelFout) else None
        if veld is None or not self.paneel.velden.toon_fout(veld, str(fout)):
            self._fout.toon(str(fout))
            self.knop_registreer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_geregistreerd(self, dossier: Dossier) -> None:
        self._zet_bezig(bezig=False)
        self._klaar()
        ctx = self._runner.ctx
        self.resultaat.toon(dossier, ctx.kader, ctx.vandaag)
        self._navigatie.meld(f"{dossier.kenmerk} is geregistreerd.")

    def _on_binnen(self) -> None:
        if self._vlak.currentWidget() is self.resultaat:
            self.kop.setText(_GEREGISTREERD)

    def _klaar(self) -> None:
        """It is safe, in the register or in the postvak: empty the form."""
        self.bewaarder.verwijder()
        self._leeg_formulier()
        self._toon_deel(self.resultaat)

    def _te_bewaren(self) -> dict[str, str]:
        """Return what a concept keeps; nothing while only the defaults stand there."""
        velden = self.paneel.formulier().velden()
        return {} if velden == self._leeg().velden() else velden

    def _leeg(self) -> Formulier:
        return Formulier(ontvangen_op=self._vandaag().isoformat())

    def _vandaag(self) -> date:
        return self._runner.ctx.vandaag

    def _leeg_formulier(self) -> None:
        self._banner.toon("")
        self._fout.toon("")
        self.paneel.zet(self._leeg())

    def _zet_weg(self) -> None:
        """Keep this concept aside and begin an empty form."""
        self.bewaarder.bewaar_nu()
        bestond = self.bewaarder.bestaat
        self.bewaarder.begin()
        self._leeg_formulier()
        self.begin()
        if bestond:
            self._navigatie.meld("Bewaard. U vindt het terug onder Concepten.")

    def _gooi_weg(self) -> None:
        if not messages.ask(
            self,
            "Wat in het formulier staat, komt niet meer terug.",
            titel="Deze tekst weggooien?",
            ja="Weggooien",
        ):
            return
        self.bewaarder.verwijder()
        self._leeg_formulier()
        self.begin()
        self._navigatie.meld("Het concept is weggegooid.")

    def _herstel(self, concept: Concept) -> None:
        self.bewaarder.bewaar_nu()
        if not self.bewaarder.neem(concept):
            self._navigatie.zeg("Dit concept is open in een ander venster.")
            return
        self.paneel.zet(Formulier.uit_velden(concept.velden))
        moment = formatting.moment(concept.gewijzigd_op, self._vandaag())
        self._banner.toon(f"Uw concept van {moment} staat er weer.")
        self.paneel.zoek_gelijkende()

    def _kies(self, concept: Concept) -> None:
        self._herstel(concept)
        self.begin()

    def _werk_concepten_bij(self) -> None:
        vrij = self.bewaarder.vrij()
        self._menu.clear()
        for concept in vrij:
            actie = QAction(_noem(concept, self._vandaag()), self._menu)
            actie.triggered.connect(lambda _aan=False, c=concept: self._kies(c))
            self._menu.addAction(actie)
        if vrij:
            self._menu.addSeparator()
        self._menu.addAction("Deze tekst weggooien…", self._gooi_weg)
        self._concepten.zet_tekst(f"Concepten ({len(vrij)})" if vrij else "Dit concept")
        self._toon_concepten(bool(vrij) or self.bewaarder.bestaat)

    def _toon_concepten(self, er_is_iets: bool) -> None:
        klaar = self._vlak.currentWidget() is self.resultaat
        self._concepten.setVisible(er_is_iets and not klaar)

    def _on_bewaard(self, moment: datetime) -> None:
        if self._vlak.currentWidget() is not self.resultaat:
            self._toon_concepten(True)
            self.onderschrift.setText(f"{_UITLEG} Bewaard om {moment:%H:%M}.")
            self.onderschrift.zet_korter(f"Bewaard als concept om {moment:%H:%M}.")


def _noem(concept: Concept, vandaag: date) -> str:
    """Return how a concept is called in the list: who, what, when."""
    formulier = Formulier.uit_velden(concept.velden)
    wie = f"{formulier.voornaam} {formulier.achternaam}".strip() or "Zonder naam"
    wat = formulier.onderwerp or voorstel_onderwerp(formulier.omschrijving)
    delen = [wie, wat, formatting.moment(concept.gewijzigd_op, vandaag)]
    return " · ".join(deel for deel in delen if deel).replace("&", "&&")
