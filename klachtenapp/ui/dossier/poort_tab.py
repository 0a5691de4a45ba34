"""Tab *Klaar om af te sluiten?*: every duty with its sign, and the button that mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst, poort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.poort import Sluitbevinding, Sluittoestand
from klachtenapp.domain.rollen import mag
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import (
    Kaart,
    Knop,
    LegeStaat,
    Melding,
    Schuifvlak,
    Stroom,
    Teken,
    Tekst,
)
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN, Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import houd_voor, mag_dit, recht_bij, wie_wel
from klachtenapp.ui.dossier.deur import Deur, Tabblad

_PASSEER, _NORM = "passeer_plicht", "sla_norm_over"
_ALLEEN_HOOFD = "Overslaan kan alleen het afdelingshoofd, met een reden."


class Sluitregel(QWidget):
    """One duty: how it stands in sign and word, why, and what can be done about it."""

    def __init__(self, bevinding: Sluitbevinding, beeld: Dossierbeeld, deur: Deur) -> None:
        super().__init__()
        self.bevinding = bevinding
        self._deur = deur
        teken, woord, kleur = _stand(bevinding)
        stand = Teken(teken, woord, kleur)
        stand.setFixedWidth(tokens.px(124))
        zin = _zin(bevinding)
        self.knoppen: list[Knop] = []
        woorden = QVBoxLayout()
        woorden.setSpacing(2)
        woorden.addWidget(Tekst(bevinding.label, "sterk"))
        woorden.addWidget(Tekst(zin, "klein"))
        self._maak_knoppen(beeld, woorden)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, tokens.RUIMTE_XS, 0, tokens.RUIMTE_XS)
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addWidget(stand, 0, Qt.AlignmentFlag.AlignTop)
        rij.addLayout(woorden, 1)
        self.setAccessibleName(f"{bevinding.label}: {woord}. {zin}")

    def _maak_knoppen(self, beeld: Dossierbeeld, woorden: QVBoxLayout) -> None:
        """Offer what mends the duty, and the passing of it; say who can when this user cannot."""
        regel = self.bevinding
        if regel.toestand is not Sluittoestand.ONTBREEKT:
            return
        balk = QWidget()
        stroom = Stroom(balk)
        mendt = regel.brief or regel.handeling
        if mendt and mag_dit(self._deur.runner.ctx.rollen, mendt):
            self._voeg_toe(stroom, _naam(regel), self._mend, mendt, _blokkade(regel, beeld))
        over = _PASSEER if regel.wettelijk else _NORM
        if regel.passeerbaar and beeld.kan(over):
            self._voeg_toe(stroom, "Overslaan…", self._sla_over, over, "")
        elif regel.passeerbaar and regel.wettelijk:
            woorden.addWidget(Tekst(_ALLEEN_HOOFD, "klein"))
        if self.knoppen:
            woorden.addWidget(balk)
        else:
            balk.deleteLater()

    def _voeg_toe(self, stroom: Stroom, tekst: str, doe: object, wat: str, blokkade: str) -> None:
        knop = Knop(tekst)
        knop.setAccessibleName(f"{self.bevinding.label}: {tekst.rstrip('…').lower()}")
        knop.setEnabled(not blokkade)
        knop.setToolTip(blokkade)
        knop.clicked.connect(doe)
        houd_voor(knop, recht_bij(wat), self._deur.runner.ctx.rollen)
        stroom.addWidget(knop)
        self.knoppen.append(knop)

    def _mend(self) -> None:
        if self.bevinding.brief:
            self._deur.open_brief(self.bevinding.brief)
        else:
            self._deur.open_handeling(self.bevinding.handeling)

    def _sla_over(self) -> None:
        naam = _PASSEER if self.bevinding.wettelijk else _NORM
        self._deur.open_handeling(naam, {"plicht": self.bevinding.naam})


class PoortTab(Tabblad):
    """What the law wants and what we want of ourselves, apart; and the button that closes."""

    def __init__(self, deur: Deur) -> None:
        super().__init__(deur)
        self.regels: list[Sluitregel] = []
        self._afsluiter = ""
        self.melding = Melding()
        self.knop = Knop("Afsluiten")
        self.knop.clicked.connect(lambda: deur.open_handeling(self._afsluiter))
        binnen = QWidget()
        self._lijst = QVBoxLayout(binnen)
        self._lijst.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        self._lijst.setSpacing(tokens.RUIMTE_S)
        kop = QHBoxLayout()
        kop.setSpacing(tokens.RUIMTE_S)
        kop.addWidget(self.melding, 1)
        kop.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignTop)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addLayout(kop)
        opmaak.addWidget(Schuifvlak(binnen), 1)

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show how every duty of this dossier stands."""
        self._leeg()
        self.knop.setVisible(bool(beeld.sluiten))
        self.melding.setVisible(bool(beeld.sluiten))
        if not beeld.sluiten:
            self._lijst.addWidget(LegeStaat("vink", "Dit dossier is afgesloten", _einde(beeld)))
            return
        self._toon_slot(beeld)
        wet = [regel for regel in beeld.sluiten if regel.wettelijk]
        eigen = [regel for regel in beeld.sluiten if not regel.wettelijk]
        self._kaart("Moet van de wet", wet, beeld)
        self._kaart("Onze eigen afspraken", eigen, beeld)
        self._lijst.addStretch(1)

    def _toon_slot(self, beeld: Dossierbeeld) -> None:
        """Say whether it can close now, and let the button close it."""
        self._afsluiter = poort.AFSLUITING[poort.route(beeld.dossier)]
        recht, rollen = recht_bij(self._afsluiter), self.deur.runner.ctx.rollen
        houd_voor(self.knop, recht, rollen)
        kan = beeld.kan(self._afsluiter)
        keuze = next((k for k in beeld.keuzes if k.naam == self._afsluiter), None)
        tegen = sum(regel.houdt_tegen for regel in beeld.sluiten)
        self.knop.zet_tekst(HANDELINGEN[self._afsluiter].label)
        self.knop.setEnabled(kan)
        self.knop.maak_primair(kan)
        self.knop.setToolTip("" if kan or keuze is None else keuze.blokkade)
        if kan:
            self.melding.toon("U kunt dit dossier afsluiten.", "goed")
        elif tegen:
            hoeveel = dagtekst.aantal(tegen, "punt houdt", "punten houden")
            self.melding.toon(f"Nog niet klaar: {hoeveel} het afsluiten tegen.", "let op")
        elif not mag(rollen, recht):
            self.melding.toon(f"Geen punt houdt het afsluiten tegen. {wie_wel(recht)}", "info")
        elif keuze is not None:
            self.melding.toon(f"Nog niet klaar. {keuze.blokkade}", "let op")
        else:
            self.melding.toon("Nog niet klaar. Doe eerst de volgende stap.", "info")

    def _kaart(self, titel: str, regels: Sequence[Sluitbevinding], beeld: Dossierbeeld) -> None:
        if not regels:
            return
        kaart = Kaart(titel)
        for bevinding in sorted(regels, key=_eerst):
            regel = Sluitregel(bevinding, beeld, self.deur)
            self.regels.append(regel)
            kaart.voeg_toe(regel)
        self._lijst.addWidget(kaart)

    def _leeg(self) -> None:
        self.regels = []
        while (item := self._lijst.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.hide()
                oud.deleteLater()


def _eerst(regel: Sluitbevinding) -> int:
    """Return where a duty stands: what holds the closing back comes first, then what is missing."""
    if regel.houdt_tegen:
        return 0
    return 1 if regel.toestand is Sluittoestand.ONTBREEKT else 2


def _stand(regel: Sluitbevinding) -> tuple[str, str, str]:
    """Return sign, word and colour."""
    if regel.toestand is Sluittoestand.GEDAAN:
        return "✓", "gedaan", "groen"
    if regel.toestand is Sluittoestand.ONTBREEKT:
        return ("■", "ontbreekt", "rood") if regel.houdt_tegen else ("▲", "let op", "amber")
    if regel.gepasseerd:
        return "●", "overgeslagen", "blauw"
    return ("○", "volgt", "gewoon") if regel.wacht else ("–", "niet nodig", "gewoon")


def _zin(regel: Sluitbevinding) -> str:
    return f"{regel.uitleg} ({regel.artikel})" if regel.artikel else regel.uitleg


def _naam(regel: Sluitbevinding) -> str:
    """Return what the button is called: the letter or the handeling behind it."""
    if regel.brief:
        return f"{BRIEFNAMEN[BriefSoort(regel.brief)]} maken"
    return HANDELINGEN[regel.handeling].label


def _blokkade(regel: Sluitbevinding, beeld: Dossierbeeld) -> str:
    """Return why the button cannot be pressed now; empty when it can."""
    if regel.brief:
        stand = next((s for s in beeld.brieven if s.soort == regel.brief), None)
        return stand.bezwaren[0].tekst if stand and stand.bezwaren else ""
    keuze = next((k for k in beeld.keuzes if k.naam == regel.handeling), None)
    return keuze.blokkade if keuze else "Dit kan nu niet."


def _einde(beeld: Dossierbeeld) -> str:
    dossier = beeld.dossier
    wanneer = f" op {dagtekst.lang(dossier.afgehandeld_op)}" if dossier.afgehandeld_op else ""
    return f"Afgehandeld{wanneer}: {dossier.afdoeningswijze}." if dossier.afdoeningswijze else ""
