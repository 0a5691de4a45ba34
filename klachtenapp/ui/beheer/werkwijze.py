"""Beheer, section Werkwijze: how a kenmerk looks and which choices the law leaves us."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from klachtenapp.domain import gemeentevelden
from klachtenapp.services import inrichting, stappenproef
from klachtenapp.services.context import Context
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import ChipGroep, Kaart, Tekst, Veldregel
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner


class WerkwijzeSectie(Sectie):
    """Choices that change dates and numbers; each says what it does."""

    titel = "Werkwijze"
    uitleg = "Keuzes die de wet aan de gemeente laat. Oude dossiers houden hun eigen gegevens."

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        kaart = self.kaart("Nummers")
        kaart.voeg_toe(
            self.tekst(
                "kenmerkpatroon",
                "Zo ziet een nummer eruit",
                "{jaar} en {nummer} worden ingevuld. K{jaar}-{nummer:04} geeft K2026-0094.",
            )
        )
        kaart = self.kaart("Klachten")
        self._vink(
            kaart,
            "mondeling_formeel",
            "Mondelinge klachten behandelen wij net zo als schriftelijke",
            "Met ontvangstbevestiging, horen en 6 weken. De wet vraagt dat niet (art. 9:4 Awb).",
        )
        self._vink(
            kaart,
            "commissie",
            "Een klachtencommissie adviseert",
            "Dan geldt een termijn van 10 weken (afdeling 9.1.3 Awb).",
        )
        kaart = self.kaart("Ondertekenen")
        self._vink(
            kaart,
            "ondertekenen",
            "De brief met ons oordeel gaat langs de ondertekenmap",
            "Het afdelingshoofd ondertekent met een eigen sleutel, of op papier. Zonder "
            "handtekening gaat deze brief dan niet weg.",
        )
        kaart = self.kaart("Verdagen")
        model = ChipGroep(
            [("A", "nooit te laat (A)"), ("B", "ruimst mogelijk (B)")], verplicht=True
        )
        regel = Veldregel(
            "Zo tellen wij de vier weken erbij",
            model,
            hulp="A: alle weken vanaf de ontvangst. B: vier weken na de eerste uiterste datum. "
            "A is nooit later dan B.",
        )
        self.velden.koppel("model_verdaging", model, regel)
        kaart.voeg_toe(regel)
        kaart = self.kaart("Aanmelden")
        self._vink(
            kaart,
            "aanmelden_met_geheim",
            "Wie het programma niet kent, kiest zijn naam en typt een pincode of wachtwoord",
            "Voor een computer die u deelt, zoals aan de balie. De pincode of het wachtwoord "
            "stelt u in bij Medewerkers.",
        )
        self._bouw_proef()
        self.sluit_af()

    def ververs(self) -> None:
        """Show the stored choices."""
        if not self.vuil:
            self._runner.run(_gekozen, self._on_gekozen)

    def bewaar(self) -> None:
        """Save the choices."""
        ingevuld = self.velden.lees()
        self.sla_op(
            lambda ctx: inrichting.bewaar_werkwijze(ctx, ingevuld),
            self.nieuw_kader,
            "De werkwijze is bewaard.",
        )

    def _bouw_proef(self) -> None:
        """The trial of two stappenplannen, with how it stands."""
        kaart = self.kaart("Stappenplan")
        self._vink(
            kaart,
            "proef_aan",
            "Twee bladen om en om geven, om te zien welk beter werkt",
            "Het nummer van de klacht bepaalt het blad. Wie aan de balie zelf iets kiest, telt "
            "niet mee.",
        )
        for naam, label in (("proef_een", "Het ene blad"), ("proef_ander", "Het andere blad")):
            groep = ChipGroep(stappenproef.LABELS.items(), verplicht=True)
            regel = Veldregel(label, groep)
            self.velden.koppel(naam, groep, regel)
            kaart.voeg_toe(regel)
        self._proef = Tekst("", "klein")
        self._proef.hide()
        kaart.voeg_toe(self._proef)

    def _vink(self, kaart: Kaart, naam: str, zin: str, hulp: str) -> None:
        vink = QCheckBox(zin)
        vink.setAccessibleName(zin)
        vink.setAccessibleDescription(hulp)
        self.velden.koppel(naam, vink)
        kaart.voeg_toe(vink)
        kaart.voeg_toe(Tekst(hulp, "klein"))

    def _on_gekozen(self, uitkomst: tuple[dict[str, str], str]) -> None:
        waarden, stand = uitkomst
        if not self.vuil:
            self.toon(waarden)
            self._proef.setText(stand)
            self._proef.setVisible(bool(stand))


def _gekozen(ctx: Context) -> tuple[dict[str, str], str]:
    waarden = gemeentevelden.velden(ctx.gemeente)
    proef = stappenproef.lees(ctx)
    waarden |= {"model_verdaging": ctx.kader.model_verdaging}
    waarden |= {"proef_aan": gemeentevelden.JA if proef.aan else ""}
    waarden |= {"proef_een": proef.een, "proef_ander": proef.ander}
    stand = stappenproef.stand(ctx)
    return waarden, stand.uitleg if stand else ""
