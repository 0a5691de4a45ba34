"""Tab *Oordeel en verbeterpunten*: the parts of the klacht, and the whole that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier, Klachtonderdeel
from klachtenapp.domain.onderdelen import totaaloordeel
from klachtenapp.domain.samenvoegen import voeg_delen_samen
from klachtenapp.errors import ConflictFout, KlachtenappError
from klachtenapp.services import postvak
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.ui import tokens
from klachtenapp.ui.botsing import wie_was_eerder
from klachtenapp.ui.bouwstenen import Knop, LegeStaat, Melding, Schuifvlak, Stroom, Teken
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import ONDERDELEN, houd_voor
from klachtenapp.ui.dossier.bezorger import bezorg
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.onderdeel_veld import (
    OORDELEN,
    Onderdeelformulier,
    Onderdeelkaart,
)


@dataclass(frozen=True, slots=True)
class Onderdeelconcept:
    """What was typed in open forms, kept while one looks at another dossier."""

    versie: int
    gelezen: Sequence[Klachtonderdeel]
    getypt: Sequence[Klachtonderdeel]


class OordeelTab(Tabblad):
    """Cards to read; *Bewerken* turns all of them into forms, with the total live above."""

    conceptvorm = Onderdeelconcept

    def __init__(self, deur: Deur) -> None:
        super().__init__(deur)
        self._beeld: Dossierbeeld | None = None
        self._gelezen: tuple[Klachtonderdeel, ...] = ()
        self._gezien: Dossier | None = None
        self._botst = False
        self._uid = nieuw_uid()
        self._versie = 0  # of the dossier that was read
        self.formulieren: list[Onderdeelformulier] = []
        self.totaal = Teken("", "", "gewoon", vlak=True)
        self.bewerk_knop = Knop("Bewerken", icoon="pen")
        self.bewerk_knop.setToolTip("Bewerken (Ctrl+E)")
        self.bewerk_knop.clicked.connect(self.bewerk)
        houd_voor(self.bewerk_knop, ONDERDELEN, deur.runner.ctx.rollen)
        self.voeg_toe_knop = Knop("Onderdeel toevoegen", icoon="plus")
        self.voeg_toe_knop.clicked.connect(lambda: self._voeg_toe(Klachtonderdeel("")).begin())
        self._annuleer = Knop("Annuleren")
        self._annuleer.clicked.connect(deur.annuleer)
        self.bewaar_knop = Knop("Bewaren", primair=True)
        self.bewaar_knop.setToolTip("Bewaren (Ctrl+Enter)")
        self.bewaar_knop.clicked.connect(self.bewaar)
        self._melding = Melding()
        self._lezen, self._schrijven = _kolom(), _kolom()
        self._bouw()

    @property
    def bewerkt(self) -> bool:
        """Whether the forms are open."""
        return self._vlak.currentIndex() == 1

    @property
    def getypt(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.bewerkt and self.onderdelen() != self._gelezen

    def onderdelen(self) -> tuple[Klachtonderdeel, ...]:
        """Return the parts as they stand in the forms; an untouched new one is no part."""
        leeg = Klachtonderdeel("")
        return tuple(d for d in (f.deel() for f in self.formulieren) if d != leeg)

    def concept(self) -> Onderdeelconcept | None:
        """Return what was read and what was typed."""
        if not self.getypt:
            return None
        return Onderdeelconcept(self._versie, self._gelezen, self.onderdelen())

    def hervat(self, concept: object) -> None:
        """Go on with what was typed before."""
        if isinstance(concept, Onderdeelconcept):
            self._open(concept.getypt)
            self._versie, self._gelezen = concept.versie, tuple(concept.gelezen)

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the parts; open forms keep what was typed."""
        self._beeld = beeld
        _leeg(self._lezen)
        for nummer, deel in enumerate(beeld.dossier.onderdelen, start=1):
            self._lezen.addWidget(Onderdeelkaart(nummer, deel))
        if beeld.dossier.onderdelen:
            self._lezen.addStretch(1)
        else:
            self._lezen.addWidget(_niets(beeld.dossier))
        if self._botst:
            self._toon_botsingen(beeld)
        self._zet_stand()

    def wissel(self) -> None:
        """Close the forms."""
        self._botst = False
        self._vlak.setCurrentIndex(0)
        self.modus.emit(False)
        self._melding.toon("")
        self.bewaar_knop.setEnabled(True)
        self._zet_stand()

    def bewerk(self) -> None:
        """Open the forms; a klacht without parts begins with one about its subject."""
        knop = self.bewerk_knop
        if self._beeld is None or self.bewerkt or not knop.isEnabled() or knop.isHidden():
            return
        dossier = self._beeld.dossier
        self._open(dossier.onderdelen or (Klachtonderdeel(dossier.onderwerp),))

    def _open(self, onderdelen: Sequence[Klachtonderdeel]) -> None:
        if self._beeld is None:
            return
        self._uid = nieuw_uid()
        self._gezien = self._beeld.dossier
        self._versie, self._gelezen = self._gezien.versie, self._gezien.onderdelen
        _leeg(self._schrijven)
        self.formulieren = []
        for deel in onderdelen:
            self._voeg_toe(deel)
        self._schrijven.addStretch(1)
        self._vlak.setCurrentIndex(1)
        self.modus.emit(True)
        self.formulieren[0].begin()
        self._zet_stand()

    def bewaar(self) -> None:
        """Save all parts at once."""
        if self._beeld is None or any(f.klacht() for f in self.formulieren):
            return
        kenmerk = self._beeld.dossier.kenmerk
        self.bewaar_knop.setEnabled(False)
        bezorg(
            self.deur,
            postvak.Onderdelen(kenmerk, self._versie, self.onderdelen(), self._gelezen),
            self._uid,
            f"Het oordeel bij {kenmerk}",
            "Oordeel en verbeterpunten bewaard.",
            klaar=partial(self._on_bewaard, self._uid),
            mislukt=partial(self._on_geweigerd, self._uid),
        )

    def _on_bewaard(self, uid: str) -> None:
        if uid == self._uid:  # else the forms were closed and opened anew, with other words
            self.wissel()

    def _on_geweigerd(self, uid: str, fout: KlachtenappError) -> None:
        if uid != self._uid or not self.bewerkt:  # there is no form any more to say it in
            self.deur.runner.failed.emit(fout)
            return
        self.bewaar_knop.setEnabled(True)
        if not isinstance(fout, ConflictFout):
            self._melding.toon(str(fout), "fout")
            return
        self._melding.toon(str(fout), "let op")
        self._botst = True
        self.deur.herlaad()

    def teksten(self) -> str:
        """Return what stands above the forms, as it is shown."""
        return self._melding.tekst()

    def _toon_botsingen(self, beeld: Dossierbeeld) -> None:
        """Take over what the colleague changed elsewhere, and show both where it clashes.

        Saving again is then a choice, not an accident.
        """
        self._botst = False
        dossier = beeld.dossier
        samen = voeg_delen_samen(self._gelezen, self.onderdelen(), dossier.onderdelen)
        self._versie, self._gelezen = dossier.versie, dossier.onderdelen
        leeg = [f for f in self.formulieren if f.deel() == Klachtonderdeel("")]
        for formulier in (*leeg, *self.formulieren[len(samen.onderdelen) + len(leeg) :]):
            if formulier in self.formulieren:
                self._haal_weg(formulier)
        for nummer, deel in enumerate(samen.onderdelen):
            if nummer < len(self.formulieren):
                self.formulieren[nummer].zet(deel)
                self.formulieren[nummer].wis_botsingen()
            else:
                self._voeg_toe(deel)
        for plek, (getypt, staat) in samen.botsingen.items():
            rij, _, veld = plek.partition(".")
            self.formulieren[int(rij)].toon_botsing(veld, getypt, staat)
        if self._gezien is not None:
            self._melding.toon(wie_was_eerder(self._gezien, dossier, beeld.vandaag), "let op")
            self._gezien = dossier

    def _voeg_toe(self, deel: Klachtonderdeel) -> Onderdeelformulier:
        formulier = Onderdeelformulier(deel, lambda: self.deur.runner.ctx.vandaag)
        formulier.meet_taal(self.deur.runner)
        formulier.weg.connect(lambda: self._haal_weg(formulier))
        formulier.gewijzigd.connect(self._zet_stand)
        self.formulieren.append(formulier)
        self._schrijven.insertWidget(len(self.formulieren) - 1, formulier)
        self._nummer()
        return formulier

    def _haal_weg(self, formulier: Onderdeelformulier) -> None:
        """Take a part out of the form; nothing is gone until it is saved."""
        self.formulieren.remove(formulier)
        formulier.hide()
        formulier.deleteLater()
        self._nummer()
        self._zet_stand()

    def _nummer(self) -> None:
        for nummer, formulier in enumerate(self.formulieren, start=1):
            formulier.zet_nummer(nummer)

    def _zet_stand(self) -> None:
        """Show the judgement on the whole: of the forms while they are open."""
        if self._beeld is None:
            return
        dossier = self._beeld.dossier
        oordeel = totaaloordeel(self.onderdelen()) if self.bewerkt else dossier.oordeel
        if not self.bewerkt and dossier.is_open:
            oordeel = totaaloordeel(dossier.onderdelen)
        teken, kleur = OORDELEN[oordeel] if oordeel else ("○", "gewoon")
        self.totaal.zet(teken, f"Totaal: {oordeel or 'nog geen oordeel'}", kleur)
        for knop in (self.voeg_toe_knop, self._annuleer, self.bewaar_knop):
            knop.setVisible(self.bewerkt)
        self.bewerk_knop.setVisible(not self.bewerkt)
        self.bewerk_knop.setEnabled(dossier.soort == "klacht")

    def _bouw(self) -> None:
        balk = QWidget()
        kop = Stroom(balk)
        for widget in (
            self.totaal,
            self.bewerk_knop,
            self.voeg_toe_knop,
            self._annuleer,
            self.bewaar_knop,
        ):
            kop.addWidget(widget)
        self._vlak = QStackedWidget()
        for kolom in (self._lezen, self._schrijven):
            binnen = QWidget()
            binnen.setLayout(kolom)
            self._vlak.addWidget(Schuifvlak(binnen))
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(balk)
        opmaak.addWidget(self._melding)
        opmaak.addWidget(self._vlak, 1)


def _kolom() -> QVBoxLayout:
    kolom = QVBoxLayout()
    kolom.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
    kolom.setSpacing(tokens.RUIMTE_S)
    return kolom


def _leeg(kolom: QVBoxLayout) -> None:
    while (item := kolom.takeAt(0)) is not None:
        oud = item.widget()
        if oud is not None:
            oud.hide()
            oud.deleteLater()


def _niets(dossier: Dossier) -> LegeStaat:
    if dossier.soort != "klacht":
        return LegeStaat("ster", "Hier hoort geen oordeel bij", f"Dit is een {dossier.soort}.")
    return LegeStaat(
        "pen",
        "Nog geen onderdelen",
        "Een oordeel is alleen nodig als u de klacht formeel behandelt. "
        "Een verbeterpunt kunt u altijd opschrijven.",
    )
