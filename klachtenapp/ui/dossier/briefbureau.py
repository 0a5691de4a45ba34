"""The letter desk: the words that are still asked for, the letter itself, and sending it.

Left what one fills in, right the page as it comes out of the printer. It shows stored
letters too, then without anything to fill in.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import ondertekenaar, velden
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import correspondentie
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Melding, Schuifvlak, Tekst, Veldregel
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN, Dossierbeeld
from klachtenapp.ui.dossier.briefvragen import Briefvragen
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.vel import Vel, Verzending, kanaal_voor, teken, verzend
from klachtenapp.ui.invoervelden import Chipveld, Dagveld
from klachtenapp.ui.pdf_voorbeeld import (
    KiesPad,
    KiesPrinter,
    PdfVoorbeeld,
    vraag_pad,
    vraag_printer,
)

KANALEN = (("post", "per post"), ("e-mail", "per e-mail"), ("balie", "aan de balie"))
_WACHT_MS = 500  # after the last letter typed, before the letter is drawn again
_BREED = 340
_SMALST = 270


class Briefbureau(QWidget):
    """Makes one letter of one dossier. ``klaar`` when the user goes back to the dossier."""

    klaar = Signal()

    def __init__(
        self,
        deur: Deur,
        *,
        kies_printer: KiesPrinter = vraag_printer,
        kies_pad: KiesPad = vraag_pad,
    ) -> None:
        super().__init__()
        self._deur = deur
        self._dossier: Dossier | None = None
        self._soort: BriefSoort | None = None
        self._uid = ""
        self._wachtend = False
        self._briefdag: date | None = None  # the date on the letter as it is drawn
        self.voorbeeld = PdfVoorbeeld(
            deur.runner, deur.navigatie, kies_printer=kies_printer, kies_pad=kies_pad
        )
        self.voorbeeld.geprint.connect(self._naar_verzenden)
        self.voorbeeld.opgeslagen.connect(lambda _pad: self._naar_verzenden())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WACHT_MS)
        self._timer.timeout.connect(self._teken)
        self._bouw()

    @property
    def soort(self) -> BriefSoort | None:
        """Which letter is on the desk; ``None`` for a stored document."""
        return self._soort

    def open_brief(self, soort: BriefSoort, beeld: Dossierbeeld) -> None:
        """Put a letter on the desk and draw it."""
        self._soort, self._dossier, self._uid = soort, beeld.dossier, nieuw_uid()
        self._kop.setText(BRIEFNAMEN[soort])
        self.vragen.stel(
            soort, self._feiten(soort, beeld.dossier), groot=beeld.dossier.klager.leest_moeilijk
        )
        self._briefdag = beeld.vandaag
        self.datum.zet_waarde(beeld.vandaag.isoformat())
        self.kanaal.zet_waarde(kanaal_voor(beeld.dossier, soort))
        self._zet_vorm(document=False)
        self.voorbeeld.wis("De brief wordt gemaakt …")
        self._teken()

    def open_document(self, info: DocumentInfo) -> None:
        """Show a stored document again, as it was."""
        self._soort, self._dossier = None, None
        self._kop.setText(info.naam)
        verzonden = (
            f"Verzonden op {dagtekst.lang(info.verzonden_op)}, {info.kanaal}."
            if info.verzonden_op
            else "Nog niet als verzonden genoteerd."
        )
        gemaakt = dagtekst.lang(info.toegevoegd_op.date())
        self._onder.setText(
            f"Bewaard op {gemaakt}. {verzonden}\n\nControlegetal (sha256): {info.sha256}"
        )
        self._zet_vorm(document=True)
        self._melding.toon("")
        self.voorbeeld.wis("De brief wordt opgehaald …")
        self._deur.runner.run(
            lambda ctx: correspondentie.document(ctx, info.id),
            lambda pdf: self.voorbeeld.toon(pdf, info.naam),
            mislukt=self._on_mislukt,
            vervangt="brief",
        )

    def zin(self) -> str:
        """Return what stands in the way of this letter, as it is shown."""
        return self._melding.tekst()

    def begin(self) -> None:
        """Put the keyboard on the first thing to fill in, or on the letter itself."""
        (self.vragen if self.vragen.heeft_vragen else self.voorbeeld).setFocus()

    def markeer(self) -> None:
        """Write down that the letter was sent, as it is on screen."""
        if self._soort is None or self._dossier is None or not self.knop.isEnabled():
            return
        op = self.datum.waarde()
        if not op or self.datum.klacht():
            self._datumregel.fout(self.datum.klacht() or "Vul in wanneer de brief is verzonden.")
            self.datum.setFocus()
            return
        if not self.kanaal.waarde():
            self._kanaalregel.fout("Kies hoe de brief is verzonden.")
            self.kanaal.setFocus()
            return
        self._zet_klaar(False)
        verzending = Verzending(
            self._dossier.kenmerk,
            self._soort,
            date.fromisoformat(op),
            self.kanaal.waarde(),
            self.voorbeeld.pdf,
            self._uid,
        )
        self._deur.schrijf(
            lambda ctx: verzend(ctx, verzending),
            f"{BRIEFNAMEN[self._soort]} verzonden en bewaard in het dossier.",
            klaar=self.klaar.emit,
            mislukt=self._on_niet_verzonden,
        )

    def _feiten(self, soort: BriefSoort, dossier: Dossier) -> dict[str, str]:
        """Return what the letter would say by itself."""
        ctx = self._deur.runner.ctx
        wie = ondertekenaar(soort, dossier, ctx.gemeente)
        return velden(soort, dossier, ctx.gemeente, ctx.kader, ctx.vandaag, wie)

    # -- drawing the letter ------------------------------------------------------------------

    def _straks(self) -> None:
        """Draw again soon; until then what is on screen is not what was typed."""
        self._wachtend = True
        self._zet_klaar(False)
        self._timer.start()

    def _on_datum(self) -> None:
        """Date the letter on the day that it is said to have gone out."""
        self._datumregel.wis_fout()
        op = self.datum.waarde()
        if self._soort is None or not op or self.datum.klacht():
            return
        dag = date.fromisoformat(op)
        if dag != self._briefdag:
            self._briefdag = dag
            self._straks()

    def _teken(self) -> None:
        if self._soort is None or self._dossier is None:
            return
        self._wachtend = False
        kenmerk, soort = self._dossier.kenmerk, self._soort
        extra, groot, datum = self.vragen.antwoorden(), self.vragen.groot, self._briefdag
        self._deur.runner.run(
            lambda ctx: teken(ctx, kenmerk, soort, extra, groot=groot, datum=datum),
            self._on_vel,
            mislukt=self._on_mislukt,
            vervangt="brief",
        )

    def _on_vel(self, vel: Vel) -> None:
        if self._soort is None:
            return
        self._melding.toon("\n".join(vel.bezwaren), "let op")
        if vel.pdf:
            self.voorbeeld.toon(vel.pdf, vel.bestandsnaam)
        else:
            self.voorbeeld.wis("De brief kan nog niet worden gemaakt. Links staat waarom.")
        self._zet_klaar(bool(vel.pdf) and not vel.bezwaren and not self._wachtend)

    def _on_mislukt(self, fout: KlachtenappError) -> None:
        self._melding.toon(str(fout), "fout")
        self.voorbeeld.wis("De brief kan nog niet worden gemaakt. Links staat waarom.")
        self._zet_klaar(False)

    def _on_niet_verzonden(self, fout: KlachtenappError) -> None:
        self._melding.toon(str(fout), "fout")
        self._zet_klaar(True)

    def _zet_klaar(self, klaar: bool) -> None:
        self.knop.setEnabled(klaar)

    def _naar_verzenden(self) -> None:
        """The paper is there: what is left is to say how it went out."""
        if self._soort is not None:
            self._zet_primair(printen=False)
            self.datum.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ----------------------------------------------------------------------------

    def _bouw(self) -> None:
        self._kop = Kop("", 1)
        self._kop.setWordWrap(True)
        self._onder = Tekst("", "gedempt")
        self._onder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._terug = Knop("Terug naar dossier", stil=True, icoon="terug")
        self._terug.setToolTip("Terug naar het dossier (Esc)")
        self._terug.clicked.connect(self.klaar)
        self._melding = Melding()
        self.vragen = Briefvragen()
        self.vragen.gewijzigd.connect(self._straks)
        self._verzenden = self._maak_verzenden()
        binnen = QWidget()
        kolom = QVBoxLayout(binnen)
        kolom.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        kolom.setSpacing(tokens.RUIMTE_M)
        kolom.addWidget(self._terug, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._kop, self._onder, self._melding, self.vragen, self._verzenden):
            kolom.addWidget(widget)
        kolom.addStretch(1)
        self._links = Schuifvlak(binnen)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addWidget(self._links, 2)
        rij.addWidget(self.voorbeeld, 4)
        self._zet_breedte()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_links"):
            self._zet_breedte()

    def _zet_breedte(self) -> None:
        self._links.setMinimumWidth(tokens.px(_SMALST))
        self._links.setMaximumWidth(tokens.px(_BREED))

    def _maak_verzenden(self) -> Kaart:
        kaart = Kaart("Verzonden?")
        kaart.voeg_toe(Tekst("Geprint of opgeslagen? Noteer hoe hij wegging.", "klein"))
        self.datum = Dagveld(lambda: self._deur.runner.ctx.vandaag)
        self._datumregel = Veldregel("Verzonden op", self.datum)
        self.datum.textChanged.connect(lambda _tekst: self._on_datum())
        self.kanaal = Chipveld(KANALEN, verplicht=True)
        self._kanaalregel = Veldregel("Hoe", self.kanaal)
        self.kanaal.gewijzigd.connect(lambda _waarde: self._kanaalregel.wis_fout())
        self.knop = Knop("Markeer als verzonden", primair=True)
        self.knop.setToolTip("Markeer als verzonden (Ctrl+Enter)")
        self.knop.clicked.connect(self.markeer)
        for widget in (self._datumregel, self._kanaalregel, self.knop):
            kaart.voeg_toe(widget)
        return kaart

    def _zet_primair(self, *, printen: bool) -> None:
        """One button stands out: first the printer, then the sending."""
        self.voorbeeld.maak_primair(printen)
        self.knop.maak_primair(not printen)

    def _zet_vorm(self, *, document: bool) -> None:
        self.vragen.setVisible(not document and self.vragen.heeft_vragen)
        self._verzenden.setVisible(not document)
        self._onder.setVisible(document)
        self._zet_primair(printen=True)
        self._zet_klaar(False)
