"""Carries handelingen out from the page: the form, the quick note, and the named undo."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort, Status
from klachtenapp.domain.gesprekskaart import kaart
from klachtenapp.domain.handeling import Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.errors import ConflictFout, KlachtenappError
from klachtenapp.services import postvak, typwerk
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.services.typwerk import Plek, Stuk
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import ONGEDAAN, mag_dit
from klachtenapp.ui.dossier.bezorger import bezorg
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.gesprekspaneel import Gesprekspaneel
from klachtenapp.ui.handeling_venster import HandelingVenster


class Uitvoering(QObject):
    """Opens one form at a time and hands its ``Opdracht`` to the service.

    What was typed in a form that was left comes back when it is opened again. ``genoteerd``
    carries the dossier and the words of its note field that are in the register now.
    """

    genoteerd = Signal(str, str)
    gepland = Signal()

    def __init__(self, pagina: QWidget, deur: Deur) -> None:
        super().__init__(pagina)
        self._pagina = pagina
        self._deur = deur
        self._beeld: Dossierbeeld | None = None
        self.venster: HandelingVenster | None = None
        self._getypt: dict[tuple[str, str], dict[str, str]] = {}
        self._hersteld: set[tuple[str, str]] = set()

    def ververs(self, beeld: Dossierbeeld) -> None:
        """Go on with the dossier as it is now."""
        self._beeld = beeld
        if self.venster is not None:
            self.venster.zet_dossier(beeld.dossier)

    def typwerk(self) -> dict[Stuk, object]:
        """Return what is typed in the form that is open, and what was taken back before."""
        stukken: dict[Stuk, object] = {
            Stuk(kenmerk, Plek.HANDELING, naam): self._getypt[kenmerk, naam]
            for kenmerk, naam in self._hersteld
        }
        if self.venster is not None and self.venster.getypt:
            kenmerk, naam = self.venster.sleutel
            stukken[Stuk(kenmerk, Plek.HANDELING, naam)] = self.venster.invoer()
        return stukken

    def neem(self, stuk: Stuk, tekst: str) -> None:
        """Take back what was typed before a crash; its form opens when the user wants to."""
        invoer = typwerk.lees(tekst, dict[str, str])
        if invoer:
            self._getypt[stuk.kenmerk, stuk.naam] = invoer
            self._hersteld.add((stuk.kenmerk, stuk.naam))

    def te_hervatten(self, kenmerk: str) -> str:
        """Return the handeling of this dossier that was half filled in; empty for none."""
        return next((naam for nummer, naam in sorted(self._hersteld) if nummer == kenmerk), "")

    def vergeet(self, kenmerk: str, naam: str) -> None:
        """Throw away what was half filled in."""
        self._hersteld.discard((kenmerk, naam))
        self._getypt.pop((kenmerk, naam), None)

    def open(self, naam: str, beeld: Dossierbeeld, invoer: Mapping[str, str] | None = None) -> None:
        """Show the form of the handeling ``naam``."""
        self._beeld = beeld
        if naam == ONGEDAAN:
            self.maak_ongedaan()
        else:
            self._open(HANDELINGEN[naam], beeld, invoer or {})

    def maak_ongedaan(self) -> None:
        """Ask why, and take the last step back; nothing happens when it cannot be."""
        if self._beeld is not None and self._beeld.terug and self.venster is None:
            self._open(_terugdraaien(self._beeld.terug), self._beeld, {})

    def noteer(self, tekst: str) -> None:
        """Keep a quick note. It stands beside what others do, so it never is in conflict."""
        if self._beeld is None:
            return
        kenmerk, uid = self._beeld.dossier.kenmerk, nieuw_uid()
        bezorg(
            self._deur,
            postvak.Notitie(kenmerk, {"toelichting": tekst}),
            uid,
            f"De notitie bij {kenmerk}",
            f"Notitie bewaard.{self._terug()}",
            klaar=lambda: self.genoteerd.emit(kenmerk, tekst),
        )

    def _open(self, handeling: Handeling, beeld: Dossierbeeld, invoer: Mapping[str, str]) -> None:
        if self.venster is not None:
            self.venster.reject()
        sleutel = (beeld.dossier.kenmerk, handeling.naam)
        venster = HandelingVenster(
            handeling,
            beeld.dossier,
            self._deur.runner.ctx,
            beeld.namen,
            invoer={**self._getypt.get(sleutel, {}), **invoer},
            ouder=self._pagina,
        )
        self.venster = venster
        self._hersteld.discard(sleutel)
        if handeling.naam == "leg_gesprek_vast" and beeld.dossier.is_open:
            ctx = self._deur.runner.ctx
            venster.zet_naast(
                Gesprekspaneel(
                    kaart(beeld.dossier, ctx.gemeente, ctx.kader, beeld.vandaag, ctx.medewerker)
                )
            )
        venster.formulier.meet_taal(self._deur.runner)
        venster.bevestigd.connect(lambda opdracht: self._voer_uit(venster, handeling, opdracht))
        if handeling.naam == "leg_gesprek_vast":
            begin = invoer.get("toelichting", "")
            venster.accepted.connect(lambda: self.genoteerd.emit(sleutel[0], begin))
        venster.rejected.connect(lambda: self._verlaten(venster, sleutel))
        venster.open()

    def _voer_uit(
        self, venster: HandelingVenster, handeling: Handeling, opdracht: Opdracht
    ) -> None:
        """Let the service do it; the form closes only when it was done."""
        if handeling.naam == ONGEDAAN:
            reden = opdracht.invoer.get("reden", "")
            bezorg(
                self._deur,
                postvak.Terugdraaiing(opdracht.kenmerk, opdracht.versie or 0, reden),
                opdracht.opdracht_uid,
                f"{handeling.label} bij {opdracht.kenmerk}",
                f"{handeling.label}: gedaan.",
                klaar=lambda: self._gedaan(venster),
                mislukt=lambda fout: self._geweigerd(venster, fout),
            )
            return
        terug = self._terug() if handeling.terug else ""
        bezorg(
            self._deur,
            opdracht,
            opdracht.opdracht_uid,
            f"{handeling.label} bij {opdracht.kenmerk}",
            f"{handeling.label}: vastgelegd.{terug}",
            klaar=lambda: self._gedaan(venster),
            mislukt=lambda fout: self._geweigerd(venster, fout),
        )

    def _terug(self) -> str:
        """Say how to take it back, to who may."""
        mag = mag_dit(self._deur.runner.ctx.rollen, ONGEDAAN)
        return " Ctrl+Z draait het terug." if mag else ""

    def _gedaan(self, venster: HandelingVenster) -> None:
        venster.accept()
        self._getypt.pop(venster.sleutel, None)
        if venster.sleutel[1] == "plan_horen":
            self.gepland.emit()
        self._sluit(venster)

    def _geweigerd(self, venster: HandelingVenster, fout: KlachtenappError) -> None:
        venster.weiger(fout)
        if isinstance(fout, ConflictFout):
            self._deur.herlaad()

    def _verlaten(self, venster: HandelingVenster, sleutel: tuple[str, str]) -> None:
        self._getypt[sleutel] = venster.invoer()
        self._sluit(venster)

    def _sluit(self, venster: HandelingVenster) -> None:
        if self.venster is venster:
            self.venster = None
        venster.deleteLater()


def _terugdraaien(label: str) -> Handeling:
    """Return the undo as a form: the one question is why."""
    return Handeling(
        naam=ONGEDAAN,
        label=label,
        gebeurtenis=GebeurtenisSoort.ONGEDAAN_GEMAAKT,
        van=frozenset(Status),
        soorten=frozenset(Soort),
        uitleg="Het dossier wordt weer zoals het was. In de tijdlijn blijft staan wat er gebeurde.",
        velden=(Veld("reden", "Waarom draait u dit terug?", VeldSoort.TEKST),),
    )
