"""Beheer, section Gemeente: names, numbers, who signs, the ombudsman."""

from __future__ import annotations

from klachtenapp.domain import gemeentevelden
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import beheer, inrichting
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import Kaart
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner


class GemeenteSectie(Sectie):
    """What stands on every letter."""

    titel = "Gemeente"
    uitleg = "Deze gegevens staan op alle brieven en op het stappenplan."

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self._rijen(
            "Naam en adres",
            [
                ("naam", "Naam van de gemeente", 260, 3),
                ("openingstijden", "Openingstijden", 220, 2),
            ],
            [("bezoekadres", "Bezoekadres (straat en nummer)", 260, 3)],
            [
                ("postadres", "Postadres", 220, 3),
                ("postcode", "Postcode", 110, 0),
                ("plaats", "Plaats", 170, 2),
            ],
        )
        kaart = self._rijen(
            "Bereikbaar",
            [("email", "E-mail", 220, 1), ("website", "Website", 220, 1)],
        )
        rij = Veldrij()
        rij.voeg_toe(self.tekst("telefoon", "Telefoon", "Om te bellen met vragen."), 220, 1)
        rij.voeg_toe(
            self.tekst(
                "belnummer",
                "Nummer waarmee u belt",
                "Dit ziet de klager op zijn telefoon. Het staat ook in de brief.",
            ),
            220,
            1,
        )
        kaart.voeg_toe(rij)
        self._rijen(
            "Onder de brief",
            [
                ("ondertekenaar", "Naam van de ondertekenaar", 230, 1),
                ("ondertekenaar_functie", "Functie", 230, 1),
            ],
            [("namens", "Namens wie", 340, 1)],
        )
        self._rijen(
            "Ombudsman",
            [("ombudsman_naam", "Naam", 230, 1)],
            [
                ("ombudsman_adres", "Adres", 220, 3),
                ("ombudsman_postcode", "Postcode", 110, 0),
                ("ombudsman_plaats", "Plaats", 180, 2),
            ],
            [
                ("ombudsman_telefoon", "Telefoon", 220, 1),
                ("ombudsman_website", "Website", 220, 1),
            ],
            van="van de ombudsman",
        )
        self.sluit_af()

    def ververs(self) -> None:
        """Show the stored gemeente."""
        if not self.vuil:
            self._runner.run(beheer.gemeente, self._on_gemeente)

    def bewaar(self) -> None:
        """Save the gemeente."""
        ingevuld = self.velden.lees()
        self.sla_op(
            lambda ctx: inrichting.bewaar_gemeente(ctx, ingevuld),
            self.nieuw_kader,
            "De gegevens van de gemeente zijn bewaard.",
        )

    def _rijen(self, titel: str, *rijen: list[tuple[str, str, int, int]], van: str = "") -> Kaart:
        kaart = self.kaart(titel)
        for velden in rijen:
            rij = Veldrij()
            for naam, label, breed, deel in velden:
                rij.voeg_toe(self.tekst(naam, label, van=van), breed, deel)
            kaart.voeg_toe(rij)
        return kaart

    def _on_gemeente(self, gemeente: Gemeente) -> None:
        if not self.vuil:
            self.toon(gemeentevelden.velden(gemeente))
