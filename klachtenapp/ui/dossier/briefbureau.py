"""The letter desk: the words that are still asked for, the letter itself, and sending it.

Left what one fills in, right the page as it comes out of the printer. It shows stored
letters too, then without anything to fill in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import correspondentie, ondertekenen
from klachtenapp.services.typwerk import Stuk
from klachtenapp.ui import tokens
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.briefconcepten import (
    Briefconcept,
    Briefconcepten,
    naam_van_document,
)
from klachtenapp.ui.dossier.briefkolom import Briefkolom
from klachtenapp.ui.dossier.briefuitgang import Briefuitgang, OpTafel, vraag_eml
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.vel import Vel, Vraag, teken
from klachtenapp.ui.pdf_voorbeeld import (
    KiesPad,
    KiesPrinter,
    PdfVoorbeeld,
    vraag_pad,
    vraag_printer,
)

_WACHT_MS = 500  # after the last letter typed, before the letter is drawn again
_KAN_NIET = "De brief kan nog niet worden gemaakt. Links staat waarom."


class Briefbureau(QWidget):
    """Makes one letter of one dossier. ``klaar`` when the user goes back to the dossier."""

    klaar = Signal()

    def __init__(
        self,
        deur: Deur,
        *,
        kies_printer: KiesPrinter = vraag_printer,
        kies_pad: KiesPad = vraag_pad,
        kies_eml: KiesPad = vraag_eml,
    ) -> None:
        super().__init__()
        self._deur = deur
        self._beeld: Dossierbeeld | None = None
        self._soort: BriefSoort | None = None
        self._wachtend = False
        self._briefdag: date | None = None  # the date on the letter as it is drawn
        self.concepten = Briefconcepten()
        self.voorbeeld = PdfVoorbeeld(
            deur.runner, deur.navigatie, kies_printer=kies_printer, kies_pad=kies_pad
        )
        self.kolom = Briefkolom(deur.runner)
        self.kaart, self.vragen = self.kolom.kaart, self.kolom.vragen
        self.datum, self.kanaal, self.knop = self.kaart.datum, self.kaart.kanaal, self.kaart.knop
        self.uitgang = Briefuitgang(self.kaart, deur, kies_eml, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WACHT_MS)
        self._bouw()
        self._verbind()

    @property
    def soort(self) -> BriefSoort | None:
        """Which letter is on the desk; ``None`` for a stored document."""
        return self._soort

    @property
    def getypt(self) -> bool:
        """Whether something was typed for a letter, here or before, that is not kept."""
        self._onthoud()
        return self.concepten.getypt

    def typwerk(self) -> dict[Stuk, object]:
        """Return all that is typed for letters and not kept, also in dossiers seen before."""
        self._onthoud()
        return self.concepten.typwerk()

    def zin(self) -> str:
        """Return what stands in the way of this letter, as it is shown."""
        return self.kolom.melding.tekst()

    def open_brief(self, soort: BriefSoort, beeld: Dossierbeeld) -> None:
        """Put a letter on the desk and draw it; what was typed for it before comes back."""
        self._onthoud()
        self._soort, self._beeld = soort, beeld
        self.uitgang.begin()
        self._briefdag = beeld.vandaag
        self.kolom.stel_brief(soort, beeld, self.concepten.haal(beeld.dossier.kenmerk, soort))
        self._begin_leeg("De brief wordt gemaakt …")
        self._teken()

    def open_document(self, info: DocumentInfo, beeld: Dossierbeeld) -> None:
        """Show a stored document again, as it was; one that lies ready can still go out."""
        self._onthoud()
        self._timer.stop()
        self._soort, self._beeld, self._wachtend = None, beeld, False
        self.uitgang.begin()
        self.uitgang.op_tafel = OpTafel(beeld.dossier, self.uitgang.uid, info=info)
        getypt = self.concepten.haal(beeld.dossier.kenmerk, naam_van_document(info.id))
        self.kolom.stel_document(info, beeld.dossier, getypt, beeld.handtekeningen.get(info.id))
        self._begin_leeg("De brief wordt opgehaald …")
        self._deur.runner.run(
            lambda ctx: correspondentie.document(ctx, info.id),
            lambda pdf: self._on_document(pdf, info),
            mislukt=self._on_mislukt,
            vervangt="brief",
        )

    def ververs(self, beeld: Dossierbeeld) -> None:
        """Go on with the dossier as it is now, for instance after a call was recorded."""
        oud, tafel = self._beeld, self.uitgang.op_tafel
        if oud is None or oud.dossier.kenmerk != beeld.dossier.kenmerk:
            return
        self._beeld = beeld
        if beeld.dossier.versie == oud.dossier.versie or not self.isVisible():
            return
        if self._soort is not None:
            self.kolom.ververs(self._soort, beeld.dossier)
            self._straks()
        elif tafel is not None and not self.kaart.isHidden():
            self.kolom.ververs(BriefSoort(tafel.soort), beeld.dossier)

    def begin(self) -> None:
        """Put the keyboard on the first thing to fill in, or on the letter itself."""
        eerste = self.vragen.eerste() if self._soort is not None else None
        (eerste or self.voorbeeld).setFocus(Qt.FocusReason.OtherFocusReason)

    def markeer(self) -> None:
        """Write down that the letter was sent, as it is on screen; or offer it for signature."""
        if self.kolom.voorleg.isHidden():
            self.uitgang.markeer()
        elif self.kolom.voorleg.knop.isVisible() and self.kolom.voorleg.knop.isEnabled():
            self._leg_voor()

    @property
    def _naam(self) -> str:
        """How the letter on the desk is called among the concepts; empty without one."""
        if self._soort is not None:
            return self._soort.value
        tafel = self.uitgang.op_tafel
        return naam_van_document(tafel.document) if tafel is not None and tafel.info else ""

    def _onthoud(self) -> None:
        """Remember what was typed for the letter that is on the desk."""
        naam = self._naam
        if self._beeld is None or not naam:
            return
        vragen = self._soort is not None and self._soort in BRIEVEN
        concept = Briefconcept(
            self.vragen.antwoorden() if vragen else {},
            self.kolom.tekenaar.keuze() if vragen else "",
            *self.kolom.redenen(),
        )
        self.concepten.bewaar(self._beeld.dossier.kenmerk, naam, concept)

    # -- drawing -------------------------------------------------------------------------------

    def _straks(self) -> None:
        """Draw again soon; until then what is on screen is not what was typed."""
        self._wachtend = True
        self.kolom.zet_klaar(False)
        self._timer.start()

    def _on_datum(self) -> None:
        """Date the letter on the day that it is said to have gone out."""
        op = self.datum.waarde()
        if self._soort is None or not op or self.datum.klacht():
            return
        dag = date.fromisoformat(op)
        if dag != self._briefdag:
            self._briefdag = dag
            self._straks()

    def _teken(self) -> None:
        if self._soort is None or self._beeld is None:
            return
        self._wachtend = False
        met_vragen = self._soort in BRIEVEN
        vraag = Vraag(
            self._beeld.dossier.kenmerk,
            self._soort,
            self.vragen.antwoorden() if met_vragen else {},
            self.kolom.tekenaar.keuze() if met_vragen else "",
            self._briefdag,
            self.vragen.groot,
        )
        self._deur.runner.run(
            lambda ctx: teken(ctx, vraag),
            self._on_vel,
            mislukt=self._on_mislukt,
            vervangt="brief",
        )

    def _on_vel(self, vel: Vel) -> None:
        if self._soort is None or self._beeld is None:
            return
        self.kolom.toon_bezwaren(vel.bezwaren)
        self.kolom.toon_oordeel(vel.oordeel)
        if vel.brief.pdf:
            self.voorbeeld.toon(vel.brief.pdf, vel.brief.bestandsnaam)
            self.uitgang.op_tafel = OpTafel(self._beeld.dossier, self.uitgang.uid, vel.brief)
        else:
            leeg = self.vragen.nog_leeg(vel.bezwaren)
            self.voorbeeld.wis(f"Vul links nog in: {' · '.join(leeg)}" if leeg else _KAN_NIET)
            self.uitgang.op_tafel = None
        self.kolom.zet_klaar(bool(vel.brief.pdf) and not self._wachtend)

    def _on_document(self, pdf: bytes, info: DocumentInfo) -> None:
        self.voorbeeld.toon(pdf, info.naam)
        self.kolom.zet_klaar(True)

    def _on_mislukt(self, fout: KlachtenappError) -> None:
        self._weiger(str(fout))
        self.voorbeeld.wis(_KAN_NIET)
        self.kolom.zet_klaar(False)

    def _weiger(self, tekst: str) -> None:
        self.kolom.melding.toon(tekst, "fout")

    def _leg_voor(self) -> None:
        """Offer the letter for signature, with what was answered for it."""
        if self._beeld is None or self._soort is None:
            return
        kenmerk, soort, uid = self._beeld.dossier.kenmerk, self._soort.value, self.uitgang.uid
        antwoorden = self.vragen.antwoorden()
        self.kolom.zet_klaar(False)
        self._deur.schrijf(
            lambda ctx: ondertekenen.bied_aan(
                ctx, kenmerk, soort, antwoorden=antwoorden, opdracht_uid=uid
            ),
            "De brief ligt ter ondertekening.",
            klaar=partial(self._on_weg, kenmerk, soort, uid),
            mislukt=partial(self._on_geweigerd, uid, self._on_mislukt),
        )

    def _neem_terug(self, reden: str) -> None:
        """Take the letter out of the ondertekenmap again."""
        if self._beeld is None:
            return
        kenmerk, naam, uid = self._beeld.dossier.kenmerk, self._naam, self.uitgang.uid
        regel = self.kolom.voorleg.redenregel
        self._deur.schrijf(
            lambda ctx: ondertekenen.neem_terug(ctx, kenmerk, reden, opdracht_uid=uid),
            "De brief is teruggenomen uit de ondertekenmap.",
            klaar=partial(self._on_weg, kenmerk, naam, uid),
            mislukt=partial(self._on_geweigerd, uid, lambda fout: regel.fout(str(fout))),
        )

    def _on_geweigerd(
        self, uid: str, toon: Callable[[KlachtenappError], None], fout: KlachtenappError
    ) -> None:
        """Show a refusal at its letter; when another lies there by now, in a message."""
        (toon if uid == self.uitgang.uid else self._deur.runner.failed.emit)(fout)

    def _on_weg(self, kenmerk: str, naam: str, uid: str) -> None:
        """A letter left the desk: what was typed for it is in the register now.

        The answer can come late: a letter that was put on the desk meanwhile stays there.
        """
        self.concepten.wis(kenmerk, naam)
        if uid == self.uitgang.uid:
            self._soort, self.uitgang.op_tafel = None, None
            self.klaar.emit()

    # -- building ------------------------------------------------------------------------------

    def _begin_leeg(self, tekst: str) -> None:
        self._zet_primair(printen=self.kolom.voorleg.isHidden())
        self.voorbeeld.wis(tekst)
        self.kolom.zet_klaar(False)

    def _naar_verzenden(self) -> None:
        """The paper is there: what is left is to say how it went out."""
        if not self.kaart.isHidden():
            self._zet_primair(printen=False)
            self.kolom.naar_verzenden()

    def _zet_primair(self, *, printen: bool) -> None:
        """One button stands out: first the printer, then the sending."""
        self.voorbeeld.maak_primair(printen)
        self.kaart.maak_primair(not printen)

    def _bouw(self) -> None:
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addWidget(self.kolom, 2)
        rij.addWidget(self.voorbeeld, 4)

    def _verbind(self) -> None:
        self._timer.timeout.connect(self._teken)
        self.voorbeeld.geprint.connect(self._naar_verzenden)
        self.voorbeeld.opgeslagen.connect(lambda _pad: self._naar_verzenden())
        self.kolom.terug.clicked.connect(self.klaar)
        self.vragen.gewijzigd.connect(self._straks)
        self.kolom.tekenaar.gewijzigd.connect(self._straks)
        self.kaart.datum_gewijzigd.connect(self._on_datum)
        self.kolom.voorleg.leg_voor.connect(self._leg_voor)
        self.kolom.voorleg.neem_terug.connect(self._neem_terug)
        self.kaart.gesprek.connect(lambda: self._deur.open_handeling("leg_gesprek_vast"))
        self.uitgang.weg.connect(self._on_weg)
        self.uitgang.opgeslagen.connect(self._naar_verzenden)
        self.uitgang.geweigerd.connect(self._weiger)
