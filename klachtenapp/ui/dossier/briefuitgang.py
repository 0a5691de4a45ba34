"""How a letter leaves the desk: sent, kept for later, laid aside, or saved as an e-mail draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import correspondentie
from klachtenapp.services.context import Context
from klachtenapp.services.correspondentie import Brief
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN
from klachtenapp.ui.dossier.briefconcepten import naam_van_document
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.vel import Verzending, bewaar_email, emailnaam, verzend
from klachtenapp.ui.dossier.verzendkaart import Verzendkaart
from klachtenapp.ui.pdf_voorbeeld import KiesPad


@dataclass(frozen=True, slots=True)
class OpTafel:
    """What is on the desk: a letter that was drawn, or a document that is kept."""

    dossier: Dossier
    uid: str  # of what will be done with it: pressing twice does it once
    brief: Brief | None = None
    info: DocumentInfo | None = None

    @property
    def soort(self) -> str:
        """The name of the letter."""
        return self.brief.soort if self.brief else self.info.soort if self.info else ""

    @property
    def concept(self) -> str:
        """The name under which is kept what was typed for it."""
        return naam_van_document(self.document) if self.info else self.soort

    @property
    def naam(self) -> str:
        """What the letter is called in a sentence."""
        return BRIEFNAMEN[BriefSoort(self.soort)]

    @property
    def document(self) -> int:
        """The number of the document; 0 for a letter that is not kept."""
        return self.info.id if self.info else 0


class Briefuitgang(QObject):
    """Does what the buttons of the ``Verzendkaart`` say with what is on the desk.

    ``weg`` when it left the desk, with its dossier, its name among the concepts and its
    ``uid``: another letter can lie there by then. ``opgeslagen`` when a draft was saved;
    ``geweigerd`` with a sentence that belongs to no field of the card.
    """

    weg = Signal(str, str, str)
    opgeslagen = Signal()
    geweigerd = Signal(str)

    def __init__(self, kaart: Verzendkaart, deur: Deur, kies_eml: KiesPad, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._kaart = kaart
        self._deur = deur
        self._kies_eml = kies_eml
        self._ouder = ouder
        self.uid = ""
        self.op_tafel: OpTafel | None = None
        kaart.markeer.connect(self.markeer)
        kaart.leg_klaar.connect(self.leg_klaar)
        kaart.leg_weg.connect(self.leg_weg)
        kaart.email.connect(self.bewaar_email)

    def begin(self) -> None:
        """Make the desk ready for another letter."""
        self.uid, self.op_tafel = nieuw_uid(), None

    def markeer(self) -> None:
        """Write down that the letter was sent, as it is on screen."""
        kaart, tafel = self._kaart, self.op_tafel
        if tafel is None or not kaart.knop.isEnabled() or kaart.isHidden():
            return
        op = kaart.dag() if kaart.is_ingevuld() else None
        if op is None:
            return
        reden = "" if kaart.belregel.isHidden() else kaart.niet_gebeld.waarde()
        wat = Verzending(
            tafel.dossier.kenmerk,
            op,
            kaart.kanaal.waarde(),
            tafel.uid,
            tafel.brief,
            tafel.document,
            reden,
        )
        self._schrijf(
            tafel,
            lambda ctx: verzend(ctx, wat),
            f"{tafel.naam} verzonden en bewaard in het dossier.",
        )

    def leg_klaar(self) -> None:
        """Keep the letter as it is on screen, to go out with the rest of the post."""
        tafel = self.op_tafel
        if tafel is None or tafel.brief is None:
            return
        brief, kenmerk, uid = tafel.brief, tafel.dossier.kenmerk, tafel.uid
        self._schrijf(
            tafel,
            lambda ctx: correspondentie.bewaar(ctx, kenmerk, brief, opdracht_uid=uid),
            f"{tafel.naam} ligt klaar. U vindt de brief bij Brieven.",
        )

    def leg_weg(self) -> None:
        """Lay a letter aside that lay ready."""
        tafel, reden = self.op_tafel, self._kaart.reden.waarde()
        if tafel is None or tafel.info is None:
            return
        kenmerk, document, uid = tafel.dossier.kenmerk, tafel.document, tafel.uid
        self._schrijf(
            tafel,
            lambda ctx: correspondentie.leg_weg(ctx, kenmerk, document, reden, opdracht_uid=uid),
            f"{tafel.naam} is weggelegd.",
        )

    def bewaar_email(self) -> None:
        """Save the letter as an e-mail draft; sending it is for the user."""
        tafel = self.op_tafel
        if tafel is None:
            return
        kenmerk, brief, document = tafel.dossier.kenmerk, tafel.brief, tafel.document
        keuze = self._kies_eml(self._ouder, emailnaam(kenmerk, tafel.soort))
        if not keuze:
            return
        pad = Path(keuze)
        pad = pad if pad.suffix.lower() == ".eml" else pad.with_name(pad.name + ".eml")
        self._deur.runner.run(
            lambda ctx: bewaar_email(ctx, kenmerk, brief, document, pad),
            self._on_email,
            mislukt=partial(self._on_geweigerd, tafel.uid),
        )

    def _schrijf(self, tafel: OpTafel, werk: Callable[[Context], object], gelukt: str) -> None:
        self._kaart.zet_klaar(False)
        self._deur.schrijf(
            werk,
            gelukt,
            klaar=lambda: self.weg.emit(tafel.dossier.kenmerk, tafel.concept, tafel.uid),
            mislukt=partial(self._on_geweigerd, tafel.uid),
        )

    def _on_email(self, pad: Path) -> None:
        self._deur.navigatie.meld(f"E-mailconcept opgeslagen: {pad}. U verstuurt het zelf.")
        self.opgeslagen.emit()

    def _on_geweigerd(self, uid: str, fout: KlachtenappError) -> None:
        if uid != self.uid:  # the card is that of another letter by now
            self._deur.runner.failed.emit(fout)
            return
        self._kaart.zet_klaar(True)
        if not (isinstance(fout, RegelFout) and self._kaart.zet_fout(fout)):
            self.geweigerd.emit(str(fout))


def vraag_eml(ouder: QWidget, bestandsnaam: str) -> str:
    """Ask where to save an e-mail draft; empty when the user thinks better of it."""
    pad, _ = QFileDialog.getSaveFileName(
        ouder, "Opslaan als e-mailconcept", str(Path.home() / bestandsnaam), "E-mail (*.eml)"
    )
    return pad


def over_document(info: DocumentInfo, vervallen: Gebeurtenis | None) -> str:
    """Return what is known of a stored letter, for above the letter."""
    if info.verzonden_op:
        stand = f"Verzonden op {dagtekst.lang(info.verzonden_op)}, {info.kanaal}."
    elif vervallen is not None:
        reden = vervallen.gegevens.get("reden", "")
        stand = f"Weggelegd op {dagtekst.lang(vervallen.op)}: {reden}"
    else:
        stand = "Nog niet als verzonden genoteerd."
    gemaakt = dagtekst.lang(info.toegevoegd_op.date())
    return f"{info.naam}\nBewaard op {gemaakt}. {stand}\n\nControlegetal (sha256): {info.sha256}"
