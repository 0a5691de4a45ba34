"""The page of one dossier: head, next step, tijdlijn, tabs, and the letter desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.rollen import uitleg
from klachtenapp.errors import KlachtenappError
from klachtenapp.services.context import Context
from klachtenapp.services.typwerk import IN_DOSSIER, Plek, Stuk
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.bouwstenen import Pagina
from klachtenapp.ui.dossier import beeld as beelden
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import DOSSIERBOEK, houd_voor, mag_dit, recht_bij
from klachtenapp.ui.dossier.boekmaker import Boekmaker
from klachtenapp.ui.dossier.briefbureau import Briefbureau
from klachtenapp.ui.dossier.briefconcepten import document_bij
from klachtenapp.ui.dossier.briefuitgang import vraag_eml
from klachtenapp.ui.dossier.dossiertoetsen import Dossiertoetsen
from klachtenapp.ui.dossier.hervatbalk import Hervatbalk
from klachtenapp.ui.dossier.kop import Dossierkop
from klachtenapp.ui.dossier.meer_doen import MeerDoen
from klachtenapp.ui.dossier.stapbalk import Stapbalk
from klachtenapp.ui.dossier.stapwoorden import keuzes, stapwoorden
from klachtenapp.ui.dossier.uitvoering import Uitvoering
from klachtenapp.ui.dossier.werkblad import Werkblad
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.pdf_voorbeeld import KiesPad, KiesPrinter, vraag_pad, vraag_printer
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.typwacht import Typwacht

_LAAG = 470  # px at 100 % text: below this the head says less


class DossierPage(Pagina):
    """Shows one dossier and is the ``Deur`` of its tabs."""

    naam = "dossier"

    def __init__(
        self,
        runner: Runner,
        navigatie: Navigatie,
        *,
        kies_printer: KiesPrinter = vraag_printer,
        kies_pad: KiesPad = vraag_pad,
        kies_eml: KiesPad = vraag_eml,
    ) -> None:
        super().__init__("")
        self.runner = runner
        self.navigatie = navigatie
        self._kenmerk = ""
        self._beeld: Dossierbeeld | None = None
        self._doe = ""
        self.dossierkop = Dossierkop()
        self.stapbalk = Stapbalk()
        self.werkblad = Werkblad(self)
        self.bureau = Briefbureau(
            self, kies_printer=kies_printer, kies_pad=kies_pad, kies_eml=kies_eml
        )
        self.meer_doen = MeerDoen(self)
        self.uitvoering = Uitvoering(self, self)
        self.boekmaker = Boekmaker(self, runner, navigatie, kies_pad=kies_pad)
        self.hervat = Hervatbalk(self.uitvoering, self.bureau.concepten)
        self._bouw()
        self._verbind()
        self._toetsen = Dossiertoetsen(self, self)
        self.typwacht = Typwacht(runner, self._typwerk, IN_DOSSIER, self)
        self.typwacht.mislukt.connect(navigatie.zeg)
        self._neem_terug()

    @property
    def beeld(self) -> Dossierbeeld | None:
        """The dossier that is shown, ``None`` before the first answer."""
        return self._beeld

    @property
    def op_bureau(self) -> bool:
        """Whether the letter desk is in front."""
        return self._vlak.currentWidget() is self.bureau

    # -- what the window asks ----------------------------------------------------------------

    def toon(self, kenmerk: str, doe: str = "") -> None:
        """Show this dossier; ``doe`` names a handeling or letter to start there at once."""
        if kenmerk != self._kenmerk:
            self.werkblad.wissel()
            self._kenmerk, self._beeld = kenmerk, None
            self.dossierkop.wacht(kenmerk)
            self.stapbalk.toon("Het dossier wordt geopend …", "", "blauw", "")
            self.naar_dossier()
        self._doe = doe
        self.ververs()

    def ververs(self) -> None:
        """Read the dossier again; scroll, tab and what was typed stay."""
        kenmerk = self._kenmerk
        if kenmerk:
            self.runner.run(
                lambda ctx: beelden.lees(ctx, kenmerk), self._on_beeld, vervangt="dossier"
            )

    def begin(self) -> None:
        """Start at the next step."""
        knop = self.stapbalk.knop
        (self.stapbalk.meer_knop if knop.isHidden() else knop).setFocus()

    def _neem_terug(self) -> None:
        """Take back what was typed in a window that is gone; each piece shows in its dossier."""
        for stuk, tekst in self.typwacht.haal_terug().items():
            if stuk.plek is Plek.HANDELING:
                self.uitvoering.neem(stuk, tekst)
            elif stuk.plek is Plek.BRIEF:
                self.bureau.concepten.neem(stuk, tekst)
            else:
                self.werkblad.neem(stuk, tekst)
            self.hervat.verwacht(stuk.kenmerk)

    def _typwerk(self) -> dict[Stuk, object]:
        return {
            **self.werkblad.typwerk(),
            **self.uitvoering.typwerk(),
            **self.bureau.typwerk(),
        }

    def sluit(self) -> None:
        """Keep the last letters that were typed; the next window brings them back."""
        self.typwacht.sluit()

    def mag_weg(self) -> bool:
        """Ask before typed words are lost with the window: those that could not be kept."""
        veilig = self.typwacht.bewaar_nu()
        return (
            veilig
            or not (self.bureau.getypt or self.werkblad.getypt)
            or messages.ask(
                self,
                "In een dossier staat tekst die u nog niet heeft bewaard. Die gaat verloren.",
                titel="Toch afsluiten?",
                ja="Afsluiten",
                nee="Terug naar het dossier",
            )
        )

    # -- Deur: what the tabs ask -----------------------------------------------------------------

    def open_handeling(self, naam: str, invoer: Mapping[str, str] | None = None) -> None:
        """Show the form of a handeling."""
        if self._beeld is not None and self._mag(naam):
            self.uitvoering.open(naam, self._beeld, invoer)

    def open_brief(self, soort: str) -> None:
        """Put a letter on the desk."""
        if self._beeld is not None and self._mag(soort):
            self.bureau.open_brief(BriefSoort(soort), self._beeld)
            self._naar_bureau()

    def open_document(self, document: int) -> None:
        """Show a stored letter again."""
        if self._beeld is None:
            return
        info = next((d for d in self._beeld.dossier.documenten if d.id == document), None)
        if info is not None:
            self.bureau.open_document(info, self._beeld)
            self._naar_bureau()

    def _hervat_brief(self, naam: str) -> None:
        document = document_bij(naam)
        if document is None:
            self.open_brief(naam)
        else:
            self.open_document(document)

    def open_boek(self) -> None:
        """Ask what comes into the whole dossier as one PDF."""
        if self._beeld is not None and self._mag(DOSSIERBOEK):
            self.boekmaker.vraag(self._beeld.dossier.kenmerk)

    def schrijf(
        self,
        werk: Callable[[Context], object],
        gelukt: str,
        *,
        klaar: Callable[[], None] | None = None,
        mislukt: Callable[[KlachtenappError], None] | None = None,
    ) -> None:
        """Write in the register; ``gelukt`` comes in the status line, the page refreshes."""

        def na(_uitkomst: object) -> None:
            self.navigatie.meld(gelukt)
            if klaar is not None:
                klaar()
            self.typwacht.kijk()  # what is saved now need not be brought back

        self.runner.run(werk, na, schrijft=True, mislukt=mislukt)

    def annuleer(self) -> None:
        """Close the form of the tab; asks first when something was typed."""
        self.werkblad.annuleer()

    def herlaad(self) -> None:
        """Read the dossier again."""
        self.ververs()

    # -- showing ------------------------------------------------------------------------------

    def _on_beeld(self, beeld: Dossierbeeld) -> None:
        if beeld.dossier.kenmerk.casefold() != self._kenmerk.casefold():
            return
        eerste, self._beeld = self._beeld is None, beeld
        self.dossierkop.toon(beeld.dossier, beeld.urgentie)
        if beeld.stap is not None:
            recht = recht_bij(beeld.stap.brief or beeld.stap.handeling)
            houd_voor(self.stapbalk.knop, recht, self.runner.ctx.rollen)
        self.stapbalk.toon(*stapwoorden(beeld))
        self.werkblad.toon(beeld)
        self.uitvoering.ververs(beeld)
        self.bureau.ververs(beeld)
        if eerste:
            self.hervat.toon_bij(beeld.dossier.kenmerk)
        if eerste and self.stapbalk.meer_knop.hasFocus():
            self.begin()
        doe, self._doe = self._doe, ""
        if doe:
            self.start(doe)

    def _mag(self, naam: str) -> bool:
        """Whether this user may do this; else the status line says who does."""
        if mag_dit(self.runner.ctx.rollen, naam):
            return True
        self.navigatie.zeg(uitleg(recht_bij(naam)))
        return False

    def start(self, naam: str) -> None:
        """Start a handeling or a letter by its name; one that lies ready is the one to go out."""
        documenten = klaarliggend(self._beeld.dossier) if self._beeld else ()
        liggend = [info for info in documenten if info.soort == naam]
        if naam == DOSSIERBOEK:
            self.open_boek()
        elif liggend:
            self.open_document(liggend[-1].id)
        elif naam in set(BriefSoort):
            self.open_brief(naam)
        else:
            self.open_handeling(naam)

    def volgende(self) -> None:
        """Do the next step."""
        if self._beeld is not None and self._beeld.stap is not None:
            self.start(self._beeld.stap.brief or self._beeld.stap.handeling)

    def _naar_bureau(self) -> None:
        self._vlak.setCurrentWidget(self.bureau)
        self.stapbalk.hide()
        self.bureau.begin()

    def naar_dossier(self) -> None:
        """Bring the dossier to the front, with the keyboard on its next step."""
        self._vlak.setCurrentWidget(self.werkblad)
        self.stapbalk.show()
        self.begin()

    def _open_meer(self, plek: QPoint) -> None:
        if self._beeld is not None:
            self.meer_doen.toon(keuzes(self._beeld), plek)

    # -- building ------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.kop.hide()
        self.onderschrift.hide()
        self.kopregel.setStretch(0, 0)
        self.kopregel.insertWidget(0, self.dossierkop, 1)
        self._vlak = QStackedWidget()
        self._vlak.addWidget(self.werkblad)
        self._vlak.addWidget(self.bureau)
        self.inhoud.addWidget(self.hervat)
        self.inhoud.addWidget(self.stapbalk)
        self.inhoud.addWidget(self._vlak, 1)

    def _verbind(self) -> None:
        tijdlijn = self.werkblad.tijdlijn
        self.dossierkop.terug.clicked.connect(self.navigatie.terug)
        self.stapbalk.gedaan.connect(self.volgende)
        self.stapbalk.meer.connect(self._open_meer)
        self.meer_doen.gekozen.connect(self.start)
        self.hervat.verder.connect(self.open_handeling)
        self.hervat.brief.connect(self._hervat_brief)
        tijdlijn.notitie.connect(self.uitvoering.noteer)
        tijdlijn.gesprek.connect(self.leg_vast)
        tijdlijn.geopend.connect(self.open_document)
        self.werkblad.bewerkt.connect(self._on_bewerkt)
        self.bureau.klaar.connect(self.naar_dossier)
        self.uitvoering.genoteerd.connect(self.werkblad.vergeet_notitie)
        # There stands the planned talk, with the button that puts it in an agenda.
        self.uitvoering.gepland.connect(partial(self.werkblad.balk.kies, "gesprekken"))

    def _on_bewerkt(self, bewerkt: bool) -> None:
        """One button stands out: while a form is open that is *Bewaren*, not the next step."""
        self.stapbalk.knop.maak_primair(not bewerkt)

    def leg_vast(self, tekst: str) -> None:
        """Open the form of a conversation, with what was typed for it."""
        self.open_handeling("leg_gesprek_vast", {"toelichting": tekst} if tekst else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the tabs on a low screen."""
        super().resizeEvent(event)
        compact = self.height() < tokens.px(_LAAG)
        self.dossierkop.zet_compact(compact)
        self.stapbalk.zet_compact(compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the desk or the form with Escape, before the window leaves the page."""
        if event.key() != Qt.Key.Key_Escape or not self._toetsen.ga_terug():
            super().keyPressEvent(event)
