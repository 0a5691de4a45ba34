"""Block 1 of the intake: who complains, and how that person wants to be reached."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.domain.begrippen import Voorkeur
from klachtenapp.domain.formulier import Formulier
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, Kaart, Kop, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.intake.persoonsvelden import Persoonsvelden
from klachtenapp.ui.intake.velden import Velden

_LET_OP = (
    ("leest_moeilijk", "leest moeilijk"),
    ("andere_taal", "andere taal"),
    ("namens", "namens iemand"),
    ("is_organisatie", "organisatie"),
    ("in_buitenland", "woont in buitenland"),
)


class Wie(Kaart):
    """Few fields first; the chips under *Let op* open the rest."""

    def __init__(self, velden: Velden) -> None:
        super().__init__("1 · Wie?")
        self._velden = velden
        klager = Persoonsvelden(velden)
        klager.voeg_naam_toe()
        klager.voeg_adres_toe()
        klager.voeg_toe(self._bereikbaar(klager))
        self._akkoord = QCheckBox("Wil ook brieven per e-mail krijgen")
        self._akkoord.setAccessibleName("De klager wil ook brieven per e-mail krijgen")
        self._akkoord.setToolTip(
            "Alleen als de klager dat zelf zegt (art. 2:8 Awb). Anders gaan brieven per post."
        )
        velden.koppel("email_akkoord", self._akkoord)
        klager.voeg_toe(self._akkoord)
        self.voeg_toe(klager)
        self.voeg_toe(self._let_op())
        self._extra = self._open_velden()
        for widget in self._extra.values():
            self.voeg_toe(widget)
        self.inhoud.setSpacing(tokens.RUIMTE_M)
        self.pas_aan(Formulier())

    def pas_aan(self, formulier: Formulier) -> None:
        """Open what the chips ask for, and the question about e-mail when there is an address."""
        for naam, widget in self._extra.items():
            widget.setVisible(bool(getattr(formulier, naam)))
        self._akkoord.setVisible(bool(formulier.email.strip()))

    def _bereikbaar(self, klager: Persoonsvelden) -> QWidget:
        voorkeur = ChipGroep([(v.value, v.value) for v in Voorkeur])
        keuze = Veldregel("Liefst bereikbaar via", voorkeur)
        rij = Veldrij()
        rij.voeg_toe(klager.tekst("telefoon", "Telefoon"), 140, 2)
        rij.voeg_toe(klager.tekst("email", "E-mail"), 180, 3)
        rij.voeg_toe(keuze, 336, 0)
        self._velden.koppel("voorkeur", voorkeur, keuze)
        return rij

    def _let_op(self) -> QWidget:
        groep = ChipGroep(_LET_OP, meer=True)
        regel = Veldregel("Let op", groep)
        self._velden.koppel_vlaggen(groep, regel)
        return regel

    def _open_velden(self) -> dict[str, QWidget]:
        return {
            "andere_taal": self._tekst("taal", "Welke taal", "Bijvoorbeeld Arabisch of Pools."),
            "is_organisatie": self._tekst(
                "organisatie", "Naam van de organisatie", "De naam hierboven is de contactpersoon."
            ),
            "in_buitenland": self._tekst(
                "land", "Land", "Een postcode mag dan zijn zoals daar gewoon is."
            ),
            "namens": self._gemachtigde(),
        }

    def _tekst(self, naam: str, label: str, hulp: str) -> QWidget:
        veld = QLineEdit()
        regel = Veldregel(label, veld, hulp=hulp)
        self._velden.koppel(naam, veld, regel)
        rij = Veldrij()
        rij.voeg_toe(regel, 340, 0)
        return rij

    def _gemachtigde(self) -> QWidget:
        vak = QFrame()
        opmaak = QVBoxLayout(vak)
        opmaak.setContentsMargins(0, tokens.RUIMTE_S, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        lijn = QFrame()
        lijn.setProperty("rol", "lijn")
        opmaak.addWidget(lijn)
        opmaak.addWidget(Kop("Wie spreekt er namens de klager?", 3))
        persoon = Persoonsvelden(self._velden, "gemachtigde_", "de gemachtigde")
        persoon.voeg_naam_toe()
        persoon.voeg_adres_toe()
        rij = Veldrij()
        rij.voeg_toe(persoon.tekst("organisatie", "Organisatie"), 200, 3)
        rij.voeg_toe(persoon.tekst("telefoon", "Telefoon"), 140, 2)
        rij.voeg_toe(persoon.tekst("email", "E-mail"), 180, 3)
        persoon.voeg_toe(rij)
        opmaak.addWidget(persoon)
        return vak
