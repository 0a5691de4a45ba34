"""Beheer, section Medewerkers: who handles, signs, registers; and who left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.gebruiker import Gebruiker
from klachtenapp.domain.personen import Afdeling, Medewerker, Rol
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import beheer, gebruikers
from klachtenapp.services.context import Context
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.beheer.toegang import Toegangkaart
from klachtenapp.ui.bouwstenen import ChipGroep, Kaart, Knop, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.intake.persoonsvelden import AANHEFFEN
from klachtenapp.ui.invoervelden import Keuzelijst
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Stand:
    medewerkers: Sequence[Medewerker]
    afdelingen: Sequence[Afdeling]
    gebruikers: Mapping[int, Gebruiker]


class MedewerkersSectie(Sectie):
    """A list at the left, the person at the right."""

    titel = "Medewerkers"
    bewaart_getypt = False
    uitleg = "Schrijf een naam zoals hij in een brief staat: P. Yılmaz."

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self._wie = Medewerker(0, "")
        self._medewerkers: Sequence[Medewerker] = ()
        self._gebruikers: Mapping[int, Gebruiker] = {}
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_M)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Medewerkers")
        self.lijst.setMinimumWidth(tokens.px(170))
        self.lijst.setMinimumHeight(tokens.px(260))
        self.lijst.currentItemChanged.connect(self._on_gekozen)
        rij.addWidget(self.lijst, 2)
        kaarten = QVBoxLayout()
        kaarten.setSpacing(tokens.RUIMTE_M)
        kaarten.addWidget(self._persoon())
        self.toegang = Toegangkaart(runner)
        self.toegang.gewijzigd.connect(self.maak_vuil)
        kaarten.addWidget(self.toegang)
        rij.addLayout(kaarten, 5)
        self.opmaak.addLayout(rij)
        self.knop_nieuw = Knop("Nieuwe medewerker", icoon="plus")
        self.knop_nieuw.clicked.connect(lambda: self._nieuw())
        self.sluit_af(self.knop_nieuw)

    def ververs(self) -> None:
        """Show the stored medewerkers."""
        if not self.vuil:
            self._runner.run(_stand, self._on_stand)

    def bewaar(self) -> None:
        """Save the person that is shown."""
        wie = self._ingevuld()
        naam, leiding = self.toegang.waarden()

        def doe(ctx: Context) -> tuple[Medewerker, Context]:
            return gebruikers.bewaar(ctx, wie, naam, leiding), gebruikers.ververs(ctx)

        self.sla_op(
            doe,
            self._on_bewaard,
            f"{wie.naam} is bewaard.",
        )

    def _persoon(self) -> QWidget:
        kaart = Kaart()
        kaart.inhoud.setSpacing(tokens.RUIMTE_M)
        aanhef = ChipGroep(AANHEFFEN)
        aanspreken = Veldregel("Aanspreken als", aanhef)
        rij = Veldrij()
        rij.voeg_toe(self.tekst("naam", "Naam"), 200, 1)
        rij.voeg_toe(aanspreken, 240, 0)
        kaart.voeg_toe(rij)
        self.velden.koppel("aanhef", aanhef, aanspreken)
        rij = Veldrij()
        rij.voeg_toe(self.tekst("functie", "Functie"), 200, 1)
        self._afdeling = Keuzelijst([], leeg="Geen afdeling")
        self._afdeling.gewijzigd.connect(self.maak_vuil)
        rij.voeg_toe(Veldregel("Afdeling", self._afdeling), 200, 1)
        kaart.voeg_toe(rij)
        rij = Veldrij()
        rij.voeg_toe(self.tekst("telefoon", "Telefoon"), 160, 1)
        rij.voeg_toe(self.tekst("email", "E-mail"), 200, 1)
        kaart.voeg_toe(rij)
        self._rollen = ChipGroep([(rol.value, rol.value) for rol in Rol], meer=True)
        self._rollen.gewijzigd.connect(lambda _rol: self.maak_vuil())
        kaart.voeg_toe(Veldregel("Rollen", self._rollen, hulp="Meer dan één mag."))
        self._actief = QCheckBox("Werkt hier")
        self._actief.setAccessibleName("Deze medewerker werkt hier")
        self.velden.koppel("actief", self._actief)
        kaart.voeg_toe(self._actief)
        return kaart

    def _ingevuld(self) -> Medewerker:
        tekst = self.velden.lees()
        afdeling = self._afdeling.waarde()
        return Medewerker(
            id=self._wie.id,
            naam=tekst["naam"].strip(),
            aanhef=Aanhef(tekst["aanhef"] or Aanhef.ONBEKEND.value),
            functie=tekst["functie"].strip(),
            telefoon=tekst["telefoon"].strip(),
            email=tekst["email"].strip(),
            afdeling_id=int(afdeling) if afdeling else None,
            rollen=frozenset(Rol(rol) for rol in self._rollen.waarden()),
            actief=bool(tekst["actief"]),
        )

    def _toon_persoon(self, wie: Medewerker) -> None:
        self._wie = wie
        self._afdeling.zet_waarde(str(wie.afdeling_id or ""))
        self._rollen.zet(*(rol.value for rol in wie.rollen))
        self.toon(
            {
                "naam": wie.naam,
                "aanhef": "" if wie.aanhef is Aanhef.ONBEKEND else wie.aanhef.value,
                "functie": wie.functie,
                "telefoon": wie.telefoon,
                "email": wie.email,
                "actief": "ja" if wie.actief else "",
            }
        )
        self.toegang.toon(wie, self._gebruikers.get(wie.id), self._medewerkers)
        self.maak_vuil(False)

    def _nieuw(self) -> None:
        if not self._mag_weg():
            return
        self.lijst.blockSignals(True)
        self.lijst.setCurrentRow(-1)
        self.lijst.blockSignals(False)
        self._toon_persoon(Medewerker(0, ""))
        self.velden.widget("naam").setFocus(Qt.FocusReason.OtherFocusReason)

    def _mag_weg(self) -> bool:
        """Ask before what was typed about this person is left behind."""
        return not self.vuil or messages.ask(
            self,
            f"Wat u veranderde bij {self._ingevuld().naam or 'de nieuwe medewerker'} is nog niet "
            "bewaard.",
            titel="Niet bewaarde wijziging",
            ja="Niet bewaren",
            nee="Terug",
        )

    def _on_gekozen(self, nu: QListWidgetItem | None, vorige: QListWidgetItem | None) -> None:
        if nu is None:
            return
        if not self._mag_weg():
            self.lijst.blockSignals(True)
            self.lijst.setCurrentRow(self.lijst.row(vorige) if vorige else -1)
            self.lijst.blockSignals(False)
            return
        wie = next((m for m in self._medewerkers if m.id == nu.data(_ID)), None)
        if wie is not None:
            self._toon_persoon(wie)

    def _on_stand(self, stand: _Stand) -> None:
        if self.vuil:
            return
        self._medewerkers = stand.medewerkers
        self._gebruikers = stand.gebruikers
        self._vul_afdelingen(stand.afdelingen)
        gekozen = self._wie.id
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for wie in stand.medewerkers:
            item = QListWidgetItem(wie.naam if wie.actief else f"{wie.naam} (weg)")
            item.setData(_ID, wie.id)
            self.lijst.addItem(item)
            if wie.id == gekozen or (not gekozen and self.lijst.count() == 1):
                self.lijst.setCurrentItem(item)
                self._toon_persoon(wie)
        self.lijst.blockSignals(False)
        if not stand.medewerkers:
            self._toon_persoon(Medewerker(0, ""))  # who is typed in now works here

    def _vul_afdelingen(self, afdelingen: Sequence[Afdeling]) -> None:
        self._afdeling.blockSignals(True)
        self._afdeling.clear()
        self._afdeling.addItem("Geen afdeling", "")
        for afdeling in afdelingen:
            self._afdeling.addItem(afdeling.naam, str(afdeling.id))
        self._afdeling.blockSignals(False)

    def _on_bewaard(self, uitkomst: tuple[Medewerker, Context]) -> None:
        self._wie, nieuw = uitkomst
        if nieuw.rollen:  # who gave away his own way in goes on until the program is closed
            self._runner.vervang(nieuw)
        self.ververs()

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        super()._on_geweigerd(fout)
        if isinstance(fout, RegelFout) and self.toegang.toon_fout(fout.veld or "", str(fout)):
            self.fout.toon("")


def _stand(ctx: Context) -> _Stand:
    return _Stand(beheer.medewerkers(ctx), beheer.afdelingen(ctx), gebruikers.lijst(ctx))
