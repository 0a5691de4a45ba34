"""The fields that say who somebody is: for the klager and for whoever speaks for him."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, Tekst, Veldregel
from klachtenapp.ui.bouwstenen.tekst import zet_rol
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.intake.velden import Velden

AANHEFFEN = (
    (Aanhef.MEVROUW.value, "mevrouw"),
    (Aanhef.HEER.value, "heer"),
    (Aanhef.NEUTRAAL.value, "anders"),
)


class Persoonsvelden(QWidget):
    """Name and address; ``voorvoegsel`` goes before the names of the fields.

    ``wie`` goes behind the accessible names (``Achternaam van de gemachtigde``), so that
    the same word is never two questions to someone who only hears them.
    """

    def __init__(self, velden: Velden, voorvoegsel: str = "", wie: str = "") -> None:
        super().__init__()
        self._velden = velden
        self._voor = voorvoegsel
        self._wie = wie
        self._opmaak = QVBoxLayout(self)
        self._opmaak.setContentsMargins(0, 0, 0, 0)
        self._opmaak.setSpacing(tokens.RUIMTE_M)

    def voeg_naam_toe(self) -> None:
        """Add the way to address somebody, first name or initials, and surname."""
        rij = Veldrij()
        aanhef = ChipGroep(AANHEFFEN)
        rij.voeg_toe(self._regel("aanhef", "Aanspreken als", aanhef), 240, 0)
        rij.voeg_toe(self.tekst("voornaam", "Voorletters of voornaam"), 180, 2)
        rij.voeg_toe(self.tekst("achternaam", "Achternaam"), 190, 3)
        self._opmaak.addWidget(rij)

    def voeg_adres_toe(self) -> None:
        """Add the address, in the order in which people say it."""
        rij = Veldrij()
        zin = Tekst("", "fout")
        zin.hide()
        for naam, label, breed in (("postcode", "Postcode", 100), ("huisnummer", "Nr.", 74)):
            rij.voeg_toe(self._koppel(naam, _SmalleVeldregel(label, QLineEdit(), zin)), breed, 0)
        rij.voeg_toe(self.tekst("straat", "Straat of postbus"), 190, 3)
        rij.voeg_toe(self.tekst("plaats", "Plaats"), 170, 2)
        self._opmaak.addWidget(rij)
        self._opmaak.addWidget(zin)

    def voeg_toe(self, widget: QWidget) -> None:
        """Add something of one's own below."""
        self._opmaak.addWidget(widget)

    def tekst(self, naam: str, label: str) -> Veldregel:
        """Return a field for one line of text, joined to the form."""
        return self._regel(naam, label, QLineEdit())

    def _regel(self, naam: str, label: str, widget: QWidget) -> Veldregel:
        return self._koppel(naam, Veldregel(label, widget))

    def _koppel(self, naam: str, regel: Veldregel) -> Veldregel:
        if self._wie:
            kaal = regel.label.text().rstrip(".")
            regel.veld.setAccessibleName(f"{kaal} van {self._wie}")
        self._velden.koppel(f"{self._voor}{naam}", regel.veld, regel)
        return regel


class _SmalleVeldregel(Veldregel):
    """A field too narrow for a sentence: what is wrong stands under the whole row."""

    def __init__(self, label: str, veld: QWidget, zin: Tekst) -> None:
        super().__init__(label, veld)
        self._zin = zin

    def fout(self, zin: str) -> None:
        """Say under the row what is wrong, and colour the field."""
        zet_rol(self.veld, "veld-fout")
        self.veld.setAccessibleDescription(zin)
        self._zin.setText(zin)
        self._zin.show()

    def wis_fout(self) -> None:
        """Take the complaint away."""
        if self.veld.accessibleDescription():
            zet_rol(self.veld, "veld")
            self.veld.setAccessibleDescription("")
            self._zin.hide()
