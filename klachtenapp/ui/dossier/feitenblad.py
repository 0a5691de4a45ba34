"""Facts to read, and after *Bewerken* to change; with both texts when two people did.

Nothing typed is ever replaced by what comes from the register: someone who is editing keeps
his words, and chooses per field when a colleague was first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from klachtenapp.domain.dossier import Dossier
from klachtenapp.errors import ConflictFout, KlachtenappError, RegelFout
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.services.wijzigen import Wijziging
from klachtenapp.ui.botsing import wie_was_eerder
from klachtenapp.ui.bouwstenen import Knop, Schuifvlak
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import WIJZIGEN, houd_voor
from klachtenapp.ui.dossier.bezorger import bezorg
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.feiten import Concept, Groep
from klachtenapp.ui.dossier.feitenformulier import Feitenformulier
from klachtenapp.ui.dossier.feitenlezing import Feitenlezing
from klachtenapp.ui.invoervelden import Invoerveld


class Feitenblad(Tabblad):
    """A tab with groups of facts, and the form behind *Bewerken*."""

    conceptvorm = Concept

    def __init__(self, deur: Deur, groepen: Sequence[Groep]) -> None:
        super().__init__(deur)
        self._beeld: Dossierbeeld | None = None
        self._versie = 0  # of the dossier when the form was opened
        self._gezien: Dossier | None = None
        self._botst = False
        self._uid = nieuw_uid()
        self._bewerk = Knop("Bewerken", icoon="pen")
        self._lezing = Feitenlezing(groepen, self._bewerk)
        self._formulier = Feitenformulier(groepen)
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
        self._lezing.toon(beeld.dossier)
        if self._botst and self._gezien is not None:
            self._botst = False
            self._formulier.meld_botsing(wie_was_eerder(self._gezien, beeld.dossier, beeld.vandaag))
            self._gezien = beeld.dossier

    def wissel(self) -> None:
        """Close the form."""
        self._sluit()

    def bewerk(self) -> None:
        """Open the form with the facts as they are now."""
        if self._beeld is None or self.bewerkt or self._bewerk.isHidden():
            return
        self._uid = nieuw_uid()
        self._gezien = self._beeld.dossier
        self._versie = self._gezien.versie
        self._formulier.lees(self._beeld.dossier)
        self._vlak.setCurrentIndex(1)
        self.modus.emit(True)
        self._formulier.begin()

    def concept(self) -> Concept | None:
        """Return what is typed and not saved, with what was read before."""
        if not self.getypt:
            return None
        return Concept(self._versie, dict(self._formulier.gelezen), self.anders())

    def hervat(self, concept: object) -> None:
        """Go on with what was typed before."""
        if not isinstance(concept, Concept):
            return
        self.bewerk()
        self._versie = concept.versie
        bekend = self._formulier.gelezen.keys() & concept.anders.keys() & concept.gelezen.keys()
        for naam in bekend:  # the other fields are as they stand now
            self._formulier.gelezen[naam] = concept.gelezen[naam]
            self.veld(naam).zet_waarde(concept.anders[naam])

    def veld(self, naam: str) -> Invoerveld:
        """Return the field with this name."""
        return self._formulier.veld(naam)

    def zin_bij(self, naam: str) -> str:
        """Return what is said below a field."""
        return self._formulier.zin_bij(naam)

    def botsing(self, naam: str) -> str:
        """Return what a colleague wrote in a field, as it is shown; empty without conflict."""
        return self._formulier.botsing(naam)

    def neem_over(self, naam: str) -> None:
        """Put the text of the colleague in the field."""
        self._formulier.neem_over(naam)

    def anders(self) -> dict[str, str]:
        """Return the fields whose text differs from what was read."""
        return self._formulier.anders()

    def bewaar(self) -> None:
        """Save what was changed."""
        if self._beeld is None or not self._formulier.is_goed():
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
            gelezen=dict(self._formulier.gelezen),
        )
        self._formulier.knop.setEnabled(False)
        bezorg(
            self.deur,
            wijziging,
            self._uid,
            f"De wijziging van {wijziging.kenmerk}",
            "Gewijzigd.",
            klaar=partial(self._on_bewaard, self._uid),
            mislukt=partial(self._on_geweigerd, self._uid),
        )

    def _on_bewaard(self, uid: str) -> None:
        if uid == self._uid:  # else the form was closed and opened anew, with other words
            self._sluit()

    def _sluit(self) -> None:
        self._botst = False
        self._formulier.knop.setEnabled(True)
        self._formulier.wis_botsingen()
        self._vlak.setCurrentIndex(0)
        self.modus.emit(False)

    def _on_geweigerd(self, uid: str, fout: KlachtenappError) -> None:
        if uid != self._uid or not self.bewerkt:  # there is no form any more to say it in
            self.deur.runner.failed.emit(fout)
            return
        self._formulier.knop.setEnabled(True)
        if isinstance(fout, ConflictFout) and fout.verschillen:
            self._formulier.melding.toon(str(fout), "let op")
            self._formulier.toon_botsingen(fout.verschillen)
            self._botst = True
            self.deur.herlaad()
            return
        veld = fout.veld if isinstance(fout, RegelFout) else None
        if not self._formulier.zet_fout(veld, str(fout)):
            self._formulier.melding.toon(str(fout), "fout")

    def _bouw(self) -> None:
        self._bewerk.setToolTip("Bewerken (Ctrl+E)")
        self._bewerk.clicked.connect(self.bewerk)
        self._formulier.bewaren.connect(self.bewaar)
        self._formulier.annuleren.connect(self.deur.annuleer)
        self._vlak = QStackedWidget()
        self._vlak.addWidget(Schuifvlak(self._lezing))
        self._vlak.addWidget(self._formulier)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.addWidget(self._vlak)
