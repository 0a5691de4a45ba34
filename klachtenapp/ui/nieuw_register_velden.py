"""The fields of the wizard for a new register, with defaults, and what they say together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from klachtenapp.domain.gemeente import Gemeente, Ombudsman
from klachtenapp.domain.huisstijl import beoordeel_kleur
from klachtenapp.domain.normen import OMSCHRIJVINGEN, Normen
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Tekst, Veldregel
from klachtenapp.ui.kleurkiezer import Kleurkiezer
from klachtenapp.ui.logokiezer import Logokiezer

_EINDE = ".klachten"
_AFDELINGEN = (
    "Burgerzaken", "Sociaal domein", "Openbare ruimte", "Belastingen", "Vergunningen",
    "Toezicht en handhaving", "Klantcontact",
)  # fmt: skip
_GEMEENTEVELDEN = (
    ("naam", "&Naam van de gemeente", "Gemeente Voorbeeldstad", 2),
    ("bezoekadres", "Be&zoekadres", "Raadhuisplein 1", 1),
    ("postadres", "Pos&tadres", "Postbus 100", 1),
    ("postcode", "Postco&de", "1740 AA", 1),
    ("plaats", "P&laats", "Voorbeeldstad", 1),
    ("telefoon", "T&elefoon", "14 0224", 1),
    ("belnummer", "Nu&mmer dat mensen zien als u belt", "0224 12 34 56", 1),
    ("email", "E-m&ail", "klachten@voorbeeldstad.nl", 1),
    ("website", "&Website", "www.voorbeeldstad.nl", 1),
)
_TEKENVELDEN = (
    ("ondertekenaar", "Wie &tekent de brieven?", "mr. H. de Boer", 1),
    ("ondertekenaar_functie", "&Functie", "hoofd Juridische Zaken", 1),
    ("namens", "&Namens wie?", "", 2),
)
_OMBUDSVELDEN = (
    ("naam", "&Naam", "", 2),
    ("adres", "&Adres", "", 1),
    ("postcode", "Postco&de", "", 1),
    ("plaats", "P&laats", "", 1),
    ("telefoon", "&Telefoon", "", 1),
    ("website", "&Website", "", 2),
)
_NORMEN = (
    "eerste_telefonisch_contact", "ontvangstbevestiging", "afdoening_streef", "voortgangsbericht",
)  # fmt: skip


class NieuwRegisterVelden:
    """All fields, page by page. Everything but the name has a default or may stay empty."""

    def __init__(self) -> None:
        self.velden: dict[str, QLineEdit] = {}
        self.regels: dict[str, Veldregel] = {}
        self.logo = Logokiezer()
        self.kies_plek = Knop("&Kies een plek …", icoon="map")
        self.kies_plek.setAutoDefault(False)
        self._afdelingen = QPlainTextEdit("\n".join(_AFDELINGEN))

    def paginas(self) -> list[QWidget]:
        """Make the pages, in order."""
        return [
            self._pagina_gemeente(),
            self._pagina_huisstijl(),
            self._pagina_afdelingen(),
            self._pagina_normen(),
            self._pagina_plek(),
        ]

    def tekst(self, naam: str) -> str:
        """Return what stands in a field, without extra spaces."""
        return " ".join(self.velden[naam].text().split())

    def gemeente(self) -> Gemeente:
        """Return the gemeente as it was filled in."""
        # Only text fields are asked here; the checker cannot know that of a list of names.
        teksten: dict[str, Any] = {
            naam: self.tekst(naam) for naam, *_ in (*_GEMEENTEVELDEN, *_TEKENVELDEN)
        }
        teksten["kleur"] = beoordeel_kleur(self.tekst("kleur")).kleur
        return Gemeente(
            **teksten,
            ombudsman=Ombudsman(
                **{naam: self.tekst(f"ombudsman_{naam}") for naam, *_ in _OMBUDSVELDEN}
            ),
        )

    def afdelingen(self) -> list[str]:
        """Return the departments, one for each line that is not empty."""
        regels = (" ".join(regel.split()) for regel in self._afdelingen.toPlainText().splitlines())
        return list(dict.fromkeys(regel for regel in regels if regel))

    def normen(self) -> Normen:
        """Return the norms; RegelFout when one cannot be read."""
        return Normen.uit_tekst({naam: self.tekst(f"norm_{naam}") for naam in _NORMEN})

    def pad(self) -> Path | None:
        """Return where the register must come."""
        tekst = self.tekst("pad")
        if not tekst:
            return None
        pad = Path(tekst)
        return pad if pad.suffix else pad.with_suffix(_EINDE)

    def voorstel_pad(self) -> Path:
        """Return a file in the user's own folder, named after the gemeente."""
        kort = self.tekst("naam").casefold().removeprefix("gemeente")
        veilig = "".join(letter for letter in kort if letter.isalnum() or letter in " -'").strip()
        return Path.home() / f"{veilig or 'klachten'}{_EINDE}"

    def _pagina_gemeente(self) -> QWidget:
        kaart = Kaart()
        kaart.voeg_toe(Tekst("Deze gegevens komen op de brieven en het stappenplan.", "gedempt"))
        kaart.inhoud.addLayout(self._rooster(_GEMEENTEVELDEN, verplicht=("naam",)))
        return _pagina(kaart)

    def _pagina_huisstijl(self) -> QWidget:
        boven = Kaart("Logo")
        boven.voeg_toe(
            Tekst("Dit komt boven elke brief. Hebt u het nu niet? Dan kan het later ook, bij "
                  "Beheer.", "gedempt")
        )  # fmt: skip
        boven.voeg_toe(self.logo)
        onder = Kaart("Kleur")
        kiezer = Kleurkiezer()
        kiezer.zet(Gemeente("").kleur)
        onder.voeg_toe(kiezer)
        self.velden["kleur"], self.regels["kleur"] = kiezer.veld, kiezer.regel
        return _pagina(boven, onder)

    def _pagina_afdelingen(self) -> QWidget:
        self._afdelingen.setTabChangesFocus(True)
        self._afdelingen.setMinimumHeight(tokens.px(150))
        links = Kaart()
        links.voeg_toe(Veldregel("&Afdelingen", self._afdelingen, hulp="Eén op elke regel."))
        rechts = Kaart("Ondertekening")
        rechts.inhoud.addLayout(self._rooster(_TEKENVELDEN))
        self.velden["namens"].setText(Gemeente("").namens)
        return _pagina(links, rechts)

    def _pagina_normen(self) -> QWidget:
        boven = Kaart("Ombudsman")
        boven.voeg_toe(
            Tekst(
                "Hier kan de klager naartoe na uw antwoord. Staat al goed voor de meeste.",
                "gedempt",
            )
        )
        boven.inhoud.addLayout(self._rooster(_OMBUDSVELDEN, voor="ombudsman_"))
        for naam, *_ in _OMBUDSVELDEN:
            self.velden[f"ombudsman_{naam}"].setText(getattr(Ombudsman(), naam))
        onder = Kaart("Onze eigen normen")
        onder.voeg_toe(
            Tekst("De wettelijke termijnen staan vast. Dit is wat u zelf belooft.", "gedempt")
        )
        velden = tuple((naam, OMSCHRIJVINGEN[naam][0], "", 1) for naam in _NORMEN)
        onder.inhoud.addLayout(self._rooster(velden, voor="norm_"))
        standaard = Normen().als_tekst()
        for naam in _NORMEN:
            self.velden[f"norm_{naam}"].setText(standaard[naam])
        return _pagina(boven, onder)

    def _pagina_plek(self) -> QWidget:
        kaart = Kaart()
        kaart.voeg_toe(
            Tekst(
                "Het register is één bestand. Zet het op een plek met een back-up, en waar alleen "
                "mensen bij kunnen die klachten mogen zien.",
                "gedempt",
            )
        )
        kaart.inhoud.addLayout(self._rooster((("pad", "&Bestand", "", 2),), verplicht=("pad",)))
        kaart.inhoud.addWidget(self.kies_plek, 0, Qt.AlignmentFlag.AlignLeft)
        wie = Kaart("Wie bent u?")
        wie.voeg_toe(
            Tekst(
                "U wordt de eerste medewerker: beheerder en registrar. Het programma herkent u aan "
                "uw naam op deze computer. Collega's voegt u toe bij Beheer, Medewerkers.",
                "gedempt",
            )
        )
        wie.inhoud.addLayout(self._rooster((("mijn_naam", "&Uw naam", "P. Yılmaz", 2),)))
        return _pagina(kaart, wie)

    def _rooster(
        self,
        velden: tuple[tuple[str, str, str, int], ...],
        *,
        voor: str = "",
        verplicht: tuple[str, ...] = (),
    ) -> QGridLayout:
        """Lay out fields two to a row; a field of 2 wide has a row of its own."""
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(tokens.RUIMTE_M)
        rooster.setVerticalSpacing(tokens.RUIMTE_S)
        rij = kolom = 0
        for naam, label, voorbeeld, breed in velden:
            veld = QLineEdit()
            veld.setPlaceholderText(f"bijv. {voorbeeld}" if voorbeeld else "")
            regel = Veldregel(label, veld, verplicht=naam in verplicht)
            self.velden[voor + naam], self.regels[voor + naam] = veld, regel
            if breed == 2 and kolom:
                rij, kolom = rij + 1, 0
            rooster.addWidget(regel, rij, kolom, 1, breed)
            rij, kolom = (rij, 1) if breed == 1 and not kolom else (rij + 1, 0)
        return rooster


def _pagina(*kaarten: Kaart) -> QWidget:
    pagina = QWidget()
    opmaak = QVBoxLayout(pagina)
    opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
    opmaak.setSpacing(tokens.RUIMTE_M)
    for kaart in kaarten:
        opmaak.addWidget(kaart)
    opmaak.addStretch(1)
    return pagina
