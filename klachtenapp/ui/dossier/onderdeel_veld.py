"""One klachtonderdeel: as a card to read, and as a form to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from klachtenapp.domain import dagtekst
from klachtenapp.domain.begrippen import Aspect, Oordeel
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.handelingen.velden import IN_DE_BRIEF
from klachtenapp.domain.samenvoegen import WEG, als_tekst
from klachtenapp.ui.botsing import Botsingen, nu_staat_er
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Teken, Tekst, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.dossier.woorden import hoofdletter
from klachtenapp.ui.invoervelden import (
    Chipveld,
    Dagveld,
    Invoerveld,
    Keuzelijst,
    Tekstvak,
    Tekstveld,
    bij_wijziging,
)
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import Taalregel

OORDELEN = {
    Oordeel.GEGROND: ("✓", "blauw"),
    Oordeel.DEELS_GEGROND: ("±", "blauw"),
    Oordeel.ONGEGROND: ("×", "gewoon"),
    Oordeel.GEEN_OORDEEL: ("–", "gewoon"),
}
"""Sign and colour of a judgement: not those of urgency, for a judgement is neither late nor bad."""
_GEEN = ("○", "gewoon")
_DAAR_WEG = "Een collega heeft dit onderdeel weggehaald. Bewaart u, dan blijft het staan."
_HIER_WEG = "U haalde dit onderdeel weg, maar een collega heeft het intussen gewijzigd."


def oordeelteken(oordeel: Oordeel | None) -> Teken:
    """Return sign and word of a judgement."""
    teken, kleur = OORDELEN[oordeel] if oordeel else _GEEN
    return Teken(teken, str(oordeel or "nog geen oordeel"), kleur)


class Onderdeelkaart(Kaart):
    """A part to read: what it is about, what we found, what we think, what we will do better."""

    def __init__(self, nummer: int, deel: Klachtonderdeel) -> None:
        super().__init__()
        self.inhoud.setContentsMargins(16, 10, 16, 12)
        kop = QHBoxLayout()
        titel = Tekst(f"{nummer}. {deel.omschrijving}", "sterk")
        kop.addWidget(titel, 1)
        kop.addWidget(oordeelteken(deel.oordeel), 0, Qt.AlignmentFlag.AlignTop)
        self.inhoud.addLayout(kop)
        if deel.aspect or deel.norm:
            delen = (hoofdletter(str(deel.aspect or "")), deel.norm)
            self.voeg_toe(Tekst(" · ".join(d for d in delen if d), "klein"))
        self.voeg_toe(Tekst(deel.bevinding or "Nog geen bevinding.", _rol(deel.bevinding)))
        if deel.verbeterpunt:
            klaar = deel.verbeterpunt_klaar_op
            wanneer = f" (klaar op {dagtekst.lang(klaar)})" if klaar else ""
            self.voeg_toe(Kop("Wat wij beter gaan doen", 3))
            self.voeg_toe(Tekst(f"{deel.verbeterpunt}{wanneer}"))
        self.setAccessibleName(f"Onderdeel {nummer}: {deel.omschrijving}")


class Onderdeelformulier(Kaart):
    """A part to write. ``weg`` asks to take it out of the list."""

    gewijzigd = Signal()
    weg = Signal()

    def __init__(self, deel: Klachtonderdeel, vandaag: Callable[[], date]) -> None:
        super().__init__(" ")
        self._deel = deel
        self.omschrijving = Tekstveld()
        self.aspect = Keuzelijst([(a, hoofdletter(a)) for a in Aspect])
        self.bevinding = Tekstvak()
        self.oordeel = Chipveld([(o, str(o)) for o in Oordeel])
        self.verbeterpunt = Tekstveld()
        self.klaar_op = Dagveld(vandaag)
        self._regels = {
            "omschrijving": Veldregel("Waar gaat het over?", self.omschrijving, verplicht=True),
            "aspect": Veldregel("Aspect", self.aspect),
            "bevinding": Veldregel("Wat hebben wij gevonden?", self.bevinding, hulp=IN_DE_BRIEF),
            "oordeel": Veldregel("Wat vinden wij ervan?", self.oordeel),
            "verbeterpunt": Veldregel("Wat doen wij voortaan beter?", self.verbeterpunt),
            "verbeterpunt_klaar_op": Veldregel("Klaar op", self.klaar_op),
        }
        self._botsingen = Botsingen()
        self._knop = Knop("Weghalen", stil=True)
        self._knop.clicked.connect(self.weg)
        self._bouw()
        self._vul(deel)
        for widget in self._velden().values():
            bij_wijziging(widget, self.gewijzigd.emit)  # type: ignore[arg-type]

    def zet_nummer(self, nummer: int) -> None:
        """Tell which part this is; screen readers hear it with every field."""
        self.kop.setText(f"Onderdeel {nummer}")
        self.setAccessibleName(f"Onderdeel {nummer}")
        self._knop.setAccessibleName(f"Onderdeel {nummer} weghalen")

    def deel(self) -> Klachtonderdeel:
        """Return the part as it stands in the form; what the form does not ask is kept."""
        klaar = self.klaar_op.waarde()
        return replace(
            self._deel,
            omschrijving=self.omschrijving.waarde(),
            aspect=Aspect(self.aspect.waarde()) if self.aspect.waarde() else None,
            bevinding=self.bevinding.waarde(),
            oordeel=Oordeel(self.oordeel.waarde()) if self.oordeel.waarde() else None,
            verbeterpunt=self.verbeterpunt.waarde(),
            verbeterpunt_klaar_op=date.fromisoformat(klaar) if klaar else None,
        )

    def zet(self, deel: Klachtonderdeel) -> None:
        """Take over what is different in ``deel``; a field that is the same is left alone."""
        nu = self.deel()
        self._deel = deel
        for naam, veld in self._velden().items():
            nieuw = getattr(deel, naam)
            if getattr(nu, naam) != nieuw:
                veld.zet_waarde(als_tekst(nieuw))

    def toon_botsing(self, naam: str, getypt: str, staat: str) -> None:
        """Show below a field what a colleague made of it."""
        regel = self._regels.get(naam, self._regels["omschrijving"])
        if WEG in (getypt, staat):
            zin, knop = (_DAAR_WEG, "Ook weghalen") if staat == WEG else (_HIER_WEG, "Weghalen")
            self._botsingen.toon(naam, regel, zin, self.weg.emit, knop)
            return
        veld = self._velden().get(naam)
        if veld is not None:
            neem = partial(veld.zet_waarde, staat)
            self._botsingen.toon(naam, regel, nu_staat_er(staat), neem, "Dit overnemen")

    def botsing(self, naam: str) -> str:
        """Return what is shown below a field about a colleague; empty without conflict."""
        return self._botsingen.tekst(naam)

    def wis_botsingen(self) -> None:
        """Forget what colleagues wrote."""
        self._botsingen.wis()

    def meet_taal(self, runner: Runner) -> None:
        """Mark hard language in what goes into the letter; advice for who asks."""
        self._regels["bevinding"].voeg_toe(Taalregel(self.bevinding, runner))

    def klacht(self) -> str:
        """Return what is wrong with what was typed, and show it beside its field."""
        zin = self.klaar_op.klacht()
        if zin:
            self._regels["verbeterpunt_klaar_op"].fout(zin)
            self.klaar_op.setFocus()
        else:
            self._regels["verbeterpunt_klaar_op"].wis_fout()
        return zin

    def begin(self) -> None:
        """Put the cursor where writing starts."""
        self.omschrijving.setFocus(Qt.FocusReason.OtherFocusReason)

    def _velden(self) -> dict[str, Invoerveld]:
        return {
            "omschrijving": self.omschrijving,
            "aspect": self.aspect,
            "bevinding": self.bevinding,
            "oordeel": self.oordeel,
            "verbeterpunt": self.verbeterpunt,
            "verbeterpunt_klaar_op": self.klaar_op,
        }

    def _vul(self, deel: Klachtonderdeel) -> None:
        for naam, veld in self._velden().items():
            veld.zet_waarde(als_tekst(getattr(deel, naam)))

    def _bouw(self) -> None:
        boven = Veldrij()
        boven.voeg_toe(self._regels["omschrijving"], 280, 2)
        boven.voeg_toe(self._regels["aspect"], 190, 1)
        onder = Veldrij()
        onder.voeg_toe(self._regels["verbeterpunt"], 280, 2)
        onder.voeg_toe(self._regels["verbeterpunt_klaar_op"], 185, 0)
        for widget in (boven, self._regels["bevinding"], self._regels["oordeel"], onder):
            self.voeg_toe(widget)
        rij = QHBoxLayout()
        rij.addStretch(1)
        rij.addWidget(self._knop)
        self.inhoud.addLayout(rij)


def _rol(tekst: str) -> str:
    return "gewoon" if tekst else "gedempt"
