"""What stands there after registering: the kenmerk, the terms, and the two papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst, termijnkaart
from klachtenapp.domain.adres import korte_naam
from klachtenapp.domain.begrippen import Kanaal, Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kenmerk import voorlopig
from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import balie, correspondentie, registreren
from klachtenapp.services.correspondentie import Brief
from klachtenapp.services.postvak import Zending
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Melding, Schuifvlak, Tekst
from klachtenapp.ui.bouwstenen.vastebreedte import VasteBreedte
from klachtenapp.ui.intake.verzendvraag import Verzendvraag
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.paginatoets import Paginatoets
from klachtenapp.ui.pdf_voorbeeld import KiesPrinter, PdfVoorbeeld, vraag_printer
from klachtenapp.ui.runner import Runner

_KOLOM = 430
_TERMIJNEN = ("eerste_contact", "ontvangstbevestiging", "afdoening")


class Resultaat(QWidget):
    """Calm: a number to write down, what must be done by when, and one key for each paper.

    ``binnen`` follows when what had a voorlopig nummer has got its own.
    """

    nog_een = Signal()
    binnen = Signal()

    def __init__(
        self, runner: Runner, navigatie: Navigatie, kies_printer: KiesPrinter = vraag_printer
    ) -> None:
        super().__init__()
        self._runner = runner
        self._navigatie = navigatie
        self._dossier: Dossier | None = None
        self._brief: Brief | None = None
        self._is_stappenplan = False
        self._uid_verzonden = ""
        self._wacht_op = ""
        self.voorbeeld = PdfVoorbeeld(runner, navigatie, kies_printer=kies_printer)
        self.voorbeeld.geprint.connect(self._on_geprint)
        self._bouw()
        runner.changed.connect(self._zoek_nummer)

    def toon(self, dossier: Dossier, kader: Kader, vandaag: date) -> None:
        """Show the outcome of a registration."""
        self._dossier, self._brief, self._wacht_op = dossier, None, ""
        self.voorbeeld.hide()
        self.verzonden.hide()
        self._bezwaar.toon("")
        self._soort_nummer.setText("Geregistreerd onder nummer")
        self._dagkop.show()
        self._dagen.show()
        self._kenmerk.setText(dossier.kenmerk)
        self._over.setText(f"{korte_naam(dossier.klager)} · {dossier.onderwerp}")
        self._toon_termijnen(dossier, kader, vandaag)
        is_klacht = dossier.soort is Soort.KLACHT
        rollen = self._runner.ctx.rollen
        self.knop_dossier.setVisible(mag(rollen, Recht.LEZEN))
        self.knop_brief.setVisible(is_klacht and mag(rollen, Recht.BEHANDELEN))
        self.knop_brief.setEnabled(True)
        self.knop_stappenplan.setVisible(is_klacht)
        eerste = self.knop_nieuw if self.knop_brief.isHidden() else self.knop_brief
        eerste.setFocus(Qt.FocusReason.OtherFocusReason)

    def toon_voorlopig(self, zending: Zending) -> None:
        """Show that it is safe on this computer, and what cannot be done until it has a number."""
        self._dossier, self._brief, self._wacht_op = None, None, zending.uid
        self.voorbeeld.hide()
        self.verzonden.hide()
        self._soort_nummer.setText("Voorlopig nummer")
        self._dagkop.hide()
        self._kenmerk.setText(voorlopig(zending.uid))
        self._over.setText(f"{zending.omschrijving} is bewaard op deze computer.")
        self._dagen.hide()
        self._termijnen.setText(
            "De schijf met het register is er nu niet. Is zij terug, dan gaat dit vanzelf mee en "
            "krijgt het zijn echte nummer. De ontvangstdatum blijft zoals u hem opschreef."
        )
        self._bezwaar.toon("De ontvangstbevestiging kunt u printen als het echte nummer er is.")
        for knop in (self.knop_brief, self.knop_stappenplan, self.knop_dossier):
            knop.hide()
        self.knop_nieuw.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zoek_nummer(self) -> None:
        """The disk may be back: what waited has its number then."""
        uid, ctx = self._wacht_op, self._runner.ctx
        if uid and not ctx.losgekoppeld:
            self._runner.run(
                partial(registreren.binnengekomen, uid=uid),
                self._kwam_binnen,
                mislukt=_nog_niet,
                stil=True,
            )

    def _kwam_binnen(self, dossier: Dossier | None) -> None:
        if dossier is not None and dossier.uid == self._wacht_op:
            ctx = self._runner.ctx
            self.toon(dossier, ctx.kader, ctx.vandaag)
            self.binnen.emit()

    def _toon_termijnen(self, dossier: Dossier, kader: Kader, vandaag: date) -> None:
        regels = {r.naam: r for r in termijnkaart.regels(dossier, kader, vandaag)}
        getoond = [r for naam in _TERMIJNEN if (r := regels.get(naam)) is not None and r.datum]
        self._dagen.setText("\n".join(dagtekst.kort(r.datum) for r in getoond if r.datum))
        self._termijnen.setText("\n".join(r.label for r in getoond))

    def print_brief(self) -> None:
        """Make the ontvangstbevestiging, show it and open the print dialog."""
        dossier = self._dossier
        if dossier is None or not self.knop_brief.isVisibleTo(self):
            return
        soort = BriefSoort.ONTVANGSTBEVESTIGING.value
        self._runner.run(
            lambda ctx: correspondentie.concept(ctx, dossier.kenmerk, soort), self._on_brief
        )

    def print_stappenplan(self) -> None:
        """Make the personal stappenplan, show it and open the print dialog."""
        dossier = self._dossier
        if dossier is None or not self.knop_stappenplan.isVisibleTo(self):
            return
        kenmerk = dossier.kenmerk
        self._runner.run(
            lambda ctx: balie.stappenplan(ctx, balie.voorstel(ctx, kenmerk)),
            self._on_stappenplan,
        )

    def _bouw(self) -> None:
        kaart = Kaart()
        kaart.inhoud.setSpacing(tokens.RUIMTE_M)
        self._kenmerk = Kop("", 1)
        self._kenmerk.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._over = Tekst("", "gedempt")
        self._dagen, self._termijnen = Tekst("", "sterk"), Tekst("")
        self._dagen.setWordWrap(False)
        termijnen = QHBoxLayout()
        termijnen.setSpacing(tokens.RUIMTE_L)
        termijnen.addWidget(self._dagen)
        termijnen.addWidget(self._termijnen, 1)
        self._soort_nummer = Tekst("", "gedempt")
        self._dagkop = Kop("Dit moet gebeuren, uiterlijk op", 3)
        kaart.voeg_toe(self._soort_nummer)
        kaart.voeg_toe(self._kenmerk)
        kaart.voeg_toe(self._over)
        kaart.voeg_toe(self._dagkop)
        kaart.inhoud.addLayout(termijnen)
        self.knop_brief = _knop(
            "Ontvangstbevestiging printen", "Ctrl+P", "brief", self.print_brief, primair=True
        )
        self.knop_stappenplan = _knop(
            "Stappenplan printen", "Ctrl+Shift+S", "stappenplan", self.print_stappenplan
        )
        self.knop_dossier = _knop("Dossier openen", "Ctrl+O", "map", self._open_dossier)
        self.knop_nieuw = _knop("Nog een melding", "Ctrl+M", "nieuw", self.nog_een.emit)
        for knop in (self.knop_brief, self.knop_stappenplan, self.knop_dossier, self.knop_nieuw):
            kaart.voeg_toe(knop)
        self._bezwaar = Melding("", "let op")
        self.verzonden = Verzendvraag()
        self.verzonden.gekozen.connect(self._verzend)
        kolom = QWidget()
        opmaak = QVBoxLayout(kolom)
        opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        for widget in (self.verzonden, self._bezwaar, kaart):
            opmaak.addWidget(widget)
        opmaak.addStretch(1)
        vlak = Schuifvlak(kolom)
        VasteBreedte(vlak, _KOLOM)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(tokens.RUIMTE_L)
        rij.addWidget(vlak)
        rij.addWidget(self.voorbeeld, 1)
        rij.addStretch(0)
        Paginatoets(self, "Ctrl+P", self.print_brief, niet_in=self.voorbeeld)
        Paginatoets(self, "Ctrl+Shift+S", self.print_stappenplan)
        Paginatoets(self, "Ctrl+O", self._open_dossier)
        Paginatoets(self, "Ctrl+M", self.nog_een.emit)

    def _open_dossier(self) -> None:
        if self._dossier is not None and not self.knop_dossier.isHidden():
            self._navigatie.open_dossier(self._dossier.kenmerk)

    def _on_brief(self, brief: Brief) -> None:
        self._brief, self._is_stappenplan = brief, False
        if brief.bezwaren:
            redenen = " ".join(f"{b.tekst} {b.artikel}".strip() for b in brief.bezwaren)
            self._bezwaar.toon(f"De brief kan nog niet weg. {redenen}")
        else:
            self._bezwaar.toon("")
        if not brief.pdf:
            self.voorbeeld.hide()
            return
        self._toon_pdf(brief.pdf, brief.bestandsnaam)
        if not brief.bezwaren:
            self.voorbeeld.print_nu()

    def _on_stappenplan(self, pdf: bytes) -> None:
        self._is_stappenplan = True
        kenmerk = self._dossier.kenmerk if self._dossier else ""
        self._toon_pdf(pdf, f"Stappenplan {kenmerk}.pdf")
        self.voorbeeld.print_nu()

    def _toon_pdf(self, pdf: bytes, bestandsnaam: str) -> None:
        self.voorbeeld.show()
        self.voorbeeld.toon(pdf, bestandsnaam)

    def _on_geprint(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        if self._is_stappenplan:
            self._noteer_stappenplan(dossier)
            return
        self._uid_verzonden = str(uuid4())
        self.verzonden.vraag(aan_balie=dossier.kanaal is Kanaal.BALIE)

    def _noteer_stappenplan(self, dossier: Dossier) -> None:
        kenmerk, uid = dossier.kenmerk, str(uuid4())
        self._runner.run(
            lambda ctx: balie.noteer_meegegeven(ctx, kenmerk, uid),
            self._on_gewijzigd,
            schrijft=True,
        )

    def _verzend(self, kanaal: str) -> None:
        dossier, brief, uid = self._dossier, self._brief, self._uid_verzonden
        if dossier is None or brief is None:
            return
        self.verzonden.setEnabled(False)
        self._runner.run(
            lambda ctx: correspondentie.markeer_verzonden(
                ctx,
                dossier.kenmerk,
                brief.soort,
                op=ctx.vandaag,
                kanaal=kanaal,
                pdf=brief.pdf,
                opdracht_uid=uid,
                antwoorden=brief.antwoorden,
                ondertekenaar=brief.ondertekenaar,
            ),
            self._on_verzonden,
            schrijft=True,
            mislukt=self._on_niet_verzonden,
        )

    def _on_verzonden(self, dossier: Dossier) -> None:
        self.verzonden.setEnabled(True)
        self.verzonden.hide()
        self.knop_brief.setEnabled(False)
        self.knop_stappenplan.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_gewijzigd(dossier)
        self._navigatie.meld(f"De ontvangstbevestiging zit in dossier {dossier.kenmerk}.")

    def _on_niet_verzonden(self, fout: KlachtenappError) -> None:
        self.verzonden.setEnabled(True)
        self._bezwaar.toon(str(fout))

    def _on_gewijzigd(self, dossier: Dossier | None) -> None:
        """Go on with the newest version of the dossier."""
        if dossier and self._dossier and dossier.kenmerk == self._dossier.kenmerk:
            self._dossier = dossier


def _knop(
    tekst: str, toets: str, icoon: str, doe: Callable[[], object], *, primair: bool = False
) -> Knop:
    knop = Knop(f"{tekst} ({toets})", primair, icoon=icoon)
    knop.setAccessibleName(tekst)
    knop.clicked.connect(lambda: doe())
    return knop


def _nog_niet(_fout: KlachtenappError) -> None:
    """The disk went again: the next change asks once more."""
