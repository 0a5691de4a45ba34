"""The card of one medewerker that says how he signs in, and who leads him."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from klachtenapp.domain.gebruiker import Gebruiker
from klachtenapp.domain.personen import Medewerker
from klachtenapp.services import geheimen
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Tekst, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.geheimvraag import Geheimvraag
from klachtenapp.ui.invoervelden import Keuzelijst
from klachtenapp.ui.runner import Runner


class Toegangkaart(Kaart):
    """``gewijzigd`` follows a change that must still be saved with the medewerker.

    The geheim is set at once, in a window of its own; nobody can read it here.
    """

    gewijzigd = Signal()

    def __init__(self, runner: Runner) -> None:
        super().__init__("Aanmelden")
        self._runner = runner
        self._wie = Medewerker(0, "")
        self._heeft_geheim = False
        self.inhoud.setSpacing(tokens.RUIMTE_M)
        self.gebruikersnaam = QLineEdit()
        self.gebruikersnaam.textEdited.connect(lambda _tekst: self.gewijzigd.emit())
        self.regel = Veldregel(
            "Gebruikersnaam op de computer",
            self.gebruikersnaam,
            hulp=f"Uw eigen naam op deze computer is {runner.ctx.accountnaam or 'niet bekend'}.",
        )
        self.leidinggevende = Keuzelijst([], leeg="Niet bekend")
        self.leidinggevende.gewijzigd.connect(self.gewijzigd)
        self.regel_leiding = Veldregel("Leidinggevende", self.leidinggevende)
        rij = Veldrij()
        rij.voeg_toe(self.regel, 240, 1)
        rij.voeg_toe(self.regel_leiding, 200, 1)
        self.voeg_toe(rij)
        self.stand = Tekst("", "klein")
        self.stel_in = Knop("Pincode instellen …")
        self.stel_in.clicked.connect(lambda: self._vraag())
        self.haal_weg = Knop("Weghalen", stil=True)
        self.haal_weg.setAccessibleName("Pincode of wachtwoord weghalen")
        self.haal_weg.clicked.connect(lambda: self._haal_weg())
        knoppen = QHBoxLayout()
        for widget in (self.stel_in, self.haal_weg, self.stand):
            knoppen.addWidget(widget, 1 if widget is self.stand else 0)
        self.inhoud.addLayout(knoppen)

    def toon(
        self, wie: Medewerker, gebruiker: Gebruiker | None, collegas: Sequence[Medewerker]
    ) -> None:
        """Show how this person signs in."""
        self._wie = wie
        bekend = gebruiker or Gebruiker(wie.id)
        self.gebruikersnaam.setText(bekend.gebruikersnaam)
        self.leidinggevende.blockSignals(True)
        self.leidinggevende.clear()
        self.leidinggevende.addItem("Niet bekend", "")
        for collega in collegas:
            if collega.id != wie.id and (collega.actief or collega.id == bekend.leidinggevende):
                self.leidinggevende.addItem(collega.naam, str(collega.id))
        self.leidinggevende.blockSignals(False)
        self.leidinggevende.zet_waarde(str(bekend.leidinggevende or ""))
        self._toon_geheim(bekend.heeft_geheim)

    def waarden(self) -> tuple[str, int | None]:
        """Return the gebruikersnaam and the number of the leidinggevende."""
        leiding = self.leidinggevende.waarde()
        return self.gebruikersnaam.text().strip(), int(leiding) if leiding else None

    def toon_fout(self, veld: str, zin: str) -> bool:
        """Show a refusal at its field; return whether it belongs here."""
        regels = {"gebruikersnaam": self.regel, "leidinggevende": self.regel_leiding}
        if veld not in regels:
            return False
        regels[veld].fout(zin)
        regels[veld].veld.setFocus()
        return True

    def _toon_geheim(self, heeft: bool) -> None:
        self._heeft_geheim = heeft
        self.stel_in.setEnabled(bool(self._wie.id) and not heeft)
        self.haal_weg.setEnabled(bool(self._wie.id) and heeft)
        self.stand.setText(
            "Er is een pincode of wachtwoord. Vergeten? Haal het weg en stel een nieuw in."
            if heeft
            else "Nog geen pincode of wachtwoord."
            if self._wie.id
            else "Bewaar de medewerker eerst."
        )

    def _vraag(self) -> None:
        vraag = Geheimvraag(self._runner, self._wie.id, self._wie.naam, met_oud=False, ouder=self)
        vraag.accepted.connect(lambda: self._toon_geheim(True))
        vraag.open()

    def _haal_weg(self) -> None:
        wie = self._wie
        if messages.ask(
            self,
            f"{wie.naam} kan daarna niet meer met een pincode of wachtwoord aanmelden. Een "
            "sleutel om te ondertekenen moet opnieuw worden gemaakt.",
            titel="Pincode of wachtwoord weghalen?",
            ja="Weghalen",
            nee="Terug",
        ):
            self._runner.run(lambda ctx: geheimen.herstel(ctx, wie.id), self._on_weg, schrijft=True)

    def _on_weg(self, _niets: None) -> None:
        self._toon_geheim(False)
