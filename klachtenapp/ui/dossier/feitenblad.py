"""Facts to read, and after *Bewerken* to change; with both texts when two people did.

Nothing typed is ever replaced by what comes from the register: someone who is editing keeps
his words, and chooses per field when a colleague was first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier
from klachtenapp.errors import ConflictFout, KlachtenappError, RegelFout
from klachtenapp.services import wijzigen
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.services.wijzigen import Wijziging
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Melding, Schuifvlak, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import WIJZIGEN, houd_voor
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.feiten import Concept, Groep, Vraag, rooster_van
from klachtenapp.ui.invoervelden import Invoerveld, bij_wijziging


class Feitenblad(Tabblad):
    """A tab with groups of facts, and the form behind *Bewerken*."""

    def __init__(self, deur: Deur, groepen: Sequence[Groep]) -> None:
        super().__init__(deur)
        self._groepen = groepen
        self._beeld: Dossierbeeld | None = None
        self._gelezen: dict[str, str] = {}
        self._versie = 0  # of the dossier when the form was opened
        self._uid = nieuw_uid()
        self._velden: dict[str, QWidget] = {}
        self._regels: dict[str, Veldregel] = {}
        self._botsingen: dict[str, Melding] = {}
        self._leesvlak = QWidget()
        self._leesvlak.setLayout(QVBoxLayout())
        self._vlak = QStackedWidget()
        self._bewerk = Knop("Bewerken", icoon="pen")
        self._blijvend = [self._bewerk, *(g.knop for g in groepen if g.knop is not None)]
        for knop in self._blijvend:
            knop.setParent(self)
        houd_voor(self._bewerk, WIJZIGEN, deur.runner.ctx.rollen)
        self._bouw()

    @property
    def bewerkt(self) -> bool:
        """Whether the form is open."""
        return self._vlak.currentIndex() == 1

    @property
    def getypt(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.bewerkt and bool(self.anders())

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the facts; an open form keeps what was typed."""
        self._beeld = beeld
        self._teken_feiten(beeld.dossier)

    def wissel(self) -> None:
        """Close the form."""
        self._sluit()

    def bewerk(self) -> None:
        """Open the form with the facts as they are now."""
        if self._beeld is None or self.bewerkt or self._bewerk.isHidden():
            return
        self._uid = nieuw_uid()
        self._neem_over(self._beeld.dossier)
        self._vlak.setCurrentIndex(1)
        self.modus.emit(True)
        next(iter(self._velden.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def concept(self) -> Concept | None:
        """Return what is typed and not saved, with what was read before."""
        if not self.getypt:
            return None
        return Concept(self._versie, dict(self._gelezen), self.anders())

    def hervat(self, concept: object) -> None:
        """Go on with what was typed before."""
        if not isinstance(concept, Concept):
            return
        self.bewerk()
        self._versie, self._gelezen = concept.versie, dict(concept.gelezen)
        for naam, tekst in concept.anders.items():
            self.veld(naam).zet_waarde(tekst)

    def veld(self, naam: str) -> Invoerveld:
        """Return the field with this name."""
        veld: Invoerveld = self._velden[naam]  # type: ignore[assignment]
        return veld

    def zin_bij(self, naam: str) -> str:
        """Return what is said below a field."""
        return self._regels[naam].veld.accessibleDescription()

    def botsing(self, naam: str) -> str:
        """Return what a colleague wrote in a field, as it is shown; empty without conflict."""
        vlak = self._botsingen.get(naam)
        return vlak.tekst() if vlak is not None else ""

    def neem_over(self, naam: str) -> None:
        """Put the text of the colleague in the field."""
        self.veld(naam).zet_waarde(self._gelezen[naam])
        self._botsingen[naam].hide()

    def anders(self) -> dict[str, str]:
        """Return the fields whose text differs from what was read."""
        nu = {naam: self._waarde(naam) for naam in self._velden}
        return {naam: tekst for naam, tekst in nu.items() if tekst != self._gelezen[naam]}

    def bewaar(self) -> None:
        """Save what was changed."""
        if self._beeld is None:
            return
        fout = next((n for n in self._velden if self.veld(n).klacht()), None)
        if fout is not None:
            self._regels[fout].fout(self.veld(fout).klacht())
            self._velden[fout].setFocus()
            return
        anders = self.anders()
        if not anders:
            self._sluit()
            return
        wijziging = Wijziging(
            kenmerk=self._beeld.dossier.kenmerk,
            versie=self._versie,
            velden=anders,
            opdracht_uid=self._uid,
            gelezen=dict(self._gelezen),
        )
        self._bewaarknop.setEnabled(False)
        self.deur.schrijf(
            lambda ctx: wijzigen.wijzig(ctx, wijziging),
            "Gewijzigd.",
            klaar=self._sluit,
            mislukt=self._on_geweigerd,
        )

    def _waarde(self, naam: str) -> str:
        """Return the answer; a tick that is off is ``nee`` here, for these are facts."""
        tekst = self.veld(naam).waarde()
        return "nee" if not tekst and self._gelezen.get(naam) in ("ja", "nee") else tekst

    def _neem_over(self, dossier: Dossier) -> None:
        self._versie = dossier.versie
        self._gelezen = {naam: wijzigen.als_tekst(dossier, naam) for naam in self._velden}
        for naam, tekst in self._gelezen.items():
            self.veld(naam).zet_waarde(tekst)
            self._regels[naam].wis_fout()
        self._wis_botsingen()
        self._melding.toon("")

    def _sluit(self) -> None:
        self._bewaarknop.setEnabled(True)
        self._wis_botsingen()
        self._vlak.setCurrentIndex(0)
        self.modus.emit(False)

    # -- refusals -------------------------------------------------------------------------

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        self._bewaarknop.setEnabled(True)
        if isinstance(fout, ConflictFout) and fout.verschillen:
            self._melding.toon(
                f"{fout} Uw tekst staat er nog. Kies hieronder, en bewaar opnieuw.", "let op"
            )
            self._toon_botsingen(fout.verschillen)
            self.deur.herlaad()
            return
        veld = fout.veld if isinstance(fout, RegelFout) else None
        if veld in self._regels:
            self._regels[veld].fout(str(fout))
            self._velden[veld].setFocus()
        else:
            self._melding.toon(str(fout), "fout")

    def _toon_botsingen(self, verschillen: Mapping[str, tuple[str, str]]) -> None:
        """Show beside each field what stands there now, with a button to take it over."""
        self._wis_botsingen()
        for naam, (_, staat) in verschillen.items():
            if naam not in self._regels:
                continue
            self._gelezen[naam] = staat  # seen: saving again is a choice, not an accident
            vlak = Melding(f"Nu staat er: {staat or '(leeg)'}", "let op")
            vlak.voeg_knop_toe("Dit overnemen", partial(self.neem_over, naam))
            opmaak = self._regels[naam].layout()
            if opmaak is not None:
                opmaak.addWidget(vlak)
            self._botsingen[naam] = vlak
        if self._botsingen:
            eerste = next(iter(self._botsingen))
            QTimer.singleShot(0, self, partial(self._breng_in_beeld, eerste))

    def _breng_in_beeld(self, naam: str) -> None:
        """Scroll to a field, once its banner has its place."""
        self._schuif.ensureWidgetVisible(self._regels[naam])

    def _wis_botsingen(self) -> None:
        for vlak in self._botsingen.values():
            vlak.hide()
            vlak.deleteLater()
        self._botsingen = {}

    # -- drawing --------------------------------------------------------------------------

    def _bouw(self) -> None:
        self._bewerk.setToolTip("Bewerken (Ctrl+E)")
        self._bewerk.clicked.connect(self.bewerk)
        self._vlak.addWidget(Schuifvlak(self._leesvlak))
        self._vlak.addWidget(self._maak_formulier())
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.addWidget(self._vlak)

    def _maak_formulier(self) -> QWidget:
        self._melding = Melding()
        velden = QWidget()
        onder = QVBoxLayout(velden)
        onder.setContentsMargins(0, 0, tokens.RUIMTE_M, tokens.RUIMTE_S)
        onder.setSpacing(tokens.RUIMTE_M)
        for groep in self._groepen:
            if not groep.rijen:
                continue
            if groep.titel:
                onder.addWidget(Kop(groep.titel, 2))
            for vragen in groep.rijen:
                onder.addWidget(self._maak_rij(vragen))
        onder.addStretch(1)
        formulier = QWidget()
        opmaak = QVBoxLayout(formulier)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self._melding)
        self._schuif = Schuifvlak(velden)
        opmaak.addWidget(self._schuif, 1)
        opmaak.addLayout(self._maak_knoppen())
        return formulier

    def _maak_knoppen(self) -> QHBoxLayout:
        annuleer = Knop("Annuleren")
        annuleer.clicked.connect(self.deur.annuleer)
        self._bewaarknop = Knop("Bewaren", primair=True)
        self._bewaarknop.setToolTip("Bewaren (Ctrl+Enter)")
        self._bewaarknop.clicked.connect(self.bewaar)
        rij = QHBoxLayout()
        rij.addStretch(1)
        rij.addWidget(annuleer)
        rij.addWidget(self._bewaarknop)
        return rij

    def _maak_rij(self, vragen: Sequence[Vraag]) -> Veldrij:
        rij = Veldrij()
        for vraag in vragen:
            widget = vraag.maak()
            regel = Veldregel(vraag.label, widget, hulp=vraag.hulp)
            self._velden[vraag.veld] = widget
            self._regels[vraag.veld] = regel
            bij_wijziging(widget, regel.wis_fout)
            rij.voeg_toe(regel, vraag.minimaal, vraag.deel)
        return rij

    def _teken_feiten(self, dossier: Dossier) -> None:
        """Draw the facts anew: labels in grey, one below the other, calm."""
        opmaak = self._leesvlak.layout()
        if not isinstance(opmaak, QVBoxLayout):
            return
        for knop in self._blijvend:  # out of sight, until its card is drawn
            knop.setParent(self)
            knop.hide()
        _leeg(opmaak)
        opmaak.setContentsMargins(0, 0, tokens.RUIMTE_M, tokens.RUIMTE_S)
        opmaak.setSpacing(tokens.RUIMTE_S)
        eerste = True
        for groep in self._groepen:
            rooster = rooster_van(groep.feiten, dossier)
            if rooster is None:
                continue
            kaart = Kaart()
            kop = QHBoxLayout()
            kop.addWidget(Kop(groep.titel, 2))
            kop.addStretch(1)
            for naast in (self._bewerk if eerste else None, groep.knop):
                if naast is not None:
                    kop.addWidget(naast)
                    naast.show()
            eerste = False
            kaart.inhoud.addLayout(kop)
            kaart.inhoud.addLayout(rooster)
            opmaak.addWidget(kaart)
        opmaak.addStretch(1)


def _leeg(kolom: QVBoxLayout) -> None:
    while (item := kolom.takeAt(0)) is not None:
        oud = item.widget()
        if oud is not None:
            oud.hide()
            oud.deleteLater()
