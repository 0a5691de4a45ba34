"""The short wizard for a new register: whose it is, who signs, which norms, where it lies.

Everything but the name has a default or may stay empty, and all of it can be changed later
in Beheer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from klachtenapp import bootstrap
from klachtenapp.domain.gemeente import Gemeente, Ombudsman
from klachtenapp.domain.normen import OMSCHRIJVINGEN, Normen
from klachtenapp.domain.personen import Afdeling
from klachtenapp.errors import RegelFout
from klachtenapp.services import beheer
from klachtenapp.services.context import Context
from klachtenapp.ui import bestanden, tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Melding, Schuifvlak, Tekst, Veldregel

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
_TITELS = ("Uw gemeente", "Afdelingen en ondertekening", "Ombudsman en normen", "Waar komt het?")


class NieuwRegister(QDialog):
    """Four short pages; ``openen`` gives what makes the register, to run in the worker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nieuw register")
        self._velden: dict[str, QLineEdit] = {}
        self._regels: dict[str, Veldregel] = {}
        self._kop = Kop("", 1)
        self._waar = Tekst("", "gedempt")
        self._fout = Melding("", "fout")
        self._stapel = QStackedWidget()
        for maak in (self._pagina_gemeente, self._pagina_afdelingen, self._pagina_normen):
            self._stapel.addWidget(Schuifvlak(maak()))
        self._stapel.addWidget(Schuifvlak(self._pagina_plek()))
        self.terug = Knop("&Vorige", icoon="terug")
        self.terug.setAutoDefault(False)
        self.terug.clicked.connect(lambda: self._ga(self._stapel.currentIndex() - 1))
        self.verder = Knop("Volg&ende", True)
        self.verder.setDefault(True)
        self.verder.clicked.connect(self._verder)
        annuleer = Knop("Annuleren")
        annuleer.setAutoDefault(False)
        annuleer.clicked.connect(self.reject)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.terug)
        knoppen.addStretch(1)
        knoppen.addWidget(annuleer)
        knoppen.addWidget(self.verder)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        for deel in (self._kop, self._waar, self._fout, self._stapel):
            opmaak.addWidget(deel, 1 if deel is self._stapel else 0)
        opmaak.addLayout(knoppen)
        self.resize(tokens.px(760), tokens.px(620))
        self._ga(0)

    # -- what was filled in -----------------------------------------------------------------

    def gemeente(self) -> Gemeente:
        """Return the gemeente as it was filled in."""
        return Gemeente(
            **{naam: self._tekst(naam) for naam, *_ in (*_GEMEENTEVELDEN, *_TEKENVELDEN)},
            ombudsman=Ombudsman(
                **{naam: self._tekst(f"ombudsman_{naam}") for naam, *_ in _OMBUDSVELDEN}
            ),
        )

    def afdelingen(self) -> list[str]:
        """Return the departments, one for each line that is not empty."""
        regels = (" ".join(regel.split()) for regel in self._afdelingen.toPlainText().splitlines())
        return list(dict.fromkeys(regel for regel in regels if regel))

    def normen(self) -> Normen:
        """Return the norms; RegelFout when one cannot be read."""
        return Normen.uit_tekst({naam: self._tekst(f"norm_{naam}") for naam in _NORMEN})

    def pad(self) -> Path | None:
        """Return where the register must come."""
        tekst = self._tekst("pad")
        return Path(tekst) if tekst else None

    def openen(self) -> Callable[[], Context]:
        """Return what makes the register with all this in it."""
        pad, gemeente = Path(self._tekst("pad")), self.gemeente()
        afdelingen, normen = self.afdelingen(), self.normen()

        def maak() -> Context:
            ctx = bootstrap.nieuw(pad, gemeente)
            for naam in afdelingen:
                beheer.bewaar_afdeling(ctx, Afdeling(0, naam))
            return beheer.bewaar_normen(ctx, normen)

        return maak

    # -- pages ----------------------------------------------------------------------------------

    def _pagina_gemeente(self) -> QWidget:
        kaart = Kaart()
        kaart.voeg_toe(Tekst("Deze gegevens komen op de brieven en het stappenplan.", "gedempt"))
        kaart.inhoud.addLayout(self._rooster(_GEMEENTEVELDEN, verplicht=("naam",)))
        return _pagina(kaart)

    def _pagina_afdelingen(self) -> QWidget:
        self._afdelingen = QPlainTextEdit("\n".join(_AFDELINGEN))
        self._afdelingen.setTabChangesFocus(True)
        self._afdelingen.setMinimumHeight(tokens.px(150))
        links = Kaart()
        links.voeg_toe(Veldregel("&Afdelingen", self._afdelingen, hulp="Eén op elke regel."))
        rechts = Kaart("Ondertekening")
        rechts.inhoud.addLayout(self._rooster(_TEKENVELDEN))
        self._velden["namens"].setText(Gemeente("").namens)
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
            self._velden[f"ombudsman_{naam}"].setText(getattr(Ombudsman(), naam))
        onder = Kaart("Onze eigen normen")
        onder.voeg_toe(
            Tekst("De wettelijke termijnen staan vast. Dit is wat u zelf belooft.", "gedempt")
        )
        velden = tuple((naam, OMSCHRIJVINGEN[naam][0], "", 1) for naam in _NORMEN)
        onder.inhoud.addLayout(self._rooster(velden, voor="norm_"))
        standaard = Normen().als_tekst()
        for naam in _NORMEN:
            self._velden[f"norm_{naam}"].setText(standaard[naam])
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
        kies = Knop("&Kies een plek …", icoon="map")
        kies.setAutoDefault(False)
        kies.clicked.connect(self._kies_plek)
        kaart.inhoud.addWidget(kies, 0, Qt.AlignmentFlag.AlignLeft)
        return _pagina(kaart)

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
            self._velden[voor + naam], self._regels[voor + naam] = veld, regel
            if breed == 2 and kolom:
                rij, kolom = rij + 1, 0
            rooster.addWidget(regel, rij, kolom, 1, breed)
            rij, kolom = (rij, 1) if breed == 1 and not kolom else (rij + 1, 0)
        return rooster

    # -- steps -------------------------------------------------------------------------------------

    def _tekst(self, naam: str) -> str:
        return " ".join(self._velden[naam].text().split())

    def _ga(self, stap: int) -> None:
        self._fout.toon("")
        self._stapel.setCurrentIndex(stap)
        self._kop.setText(_TITELS[stap])
        laatste = stap == len(_TITELS) - 1
        self._waar.setText(f"Stap {stap + 1} van {len(_TITELS)}")
        self.terug.setEnabled(stap > 0)
        self.verder.zet_tekst("Register &maken" if laatste else "Volg&ende")
        eerste = self._stapel.currentWidget().findChild(QLineEdit)
        if eerste is not None:
            eerste.setFocus()

    def _verder(self) -> None:
        stap = self._stapel.currentIndex()
        if self._mist(stap):
            return
        if stap == len(_TITELS) - 1:
            self.accept()
            return
        if stap == len(_TITELS) - 2 and not self._tekst("pad"):
            kort = self._tekst("naam").casefold().removeprefix("gemeente").strip()
            self._velden["pad"].setText(str(Path.home() / f"{kort or 'klachten'}.klachten"))
        self._ga(stap + 1)

    def _mist(self, stap: int) -> bool:
        """Say what is missing on this page; return whether something is."""
        for regel in self._regels.values():
            regel.wis_fout()
        if stap == 0 and not self._tekst("naam"):
            return self._klaag("naam", "Vul de naam van de gemeente in.")
        if stap == 2:
            try:
                self.normen()
            except RegelFout as fout:
                return self._klaag(f"norm_{fout.veld}", fout.boodschap)
        if stap == 3:
            pad = self.pad()
            if pad is None or not pad.parent.is_dir():
                return self._klaag("pad", "Die map is er niet. Kies een map die bestaat.")
            if pad.exists():
                return self._klaag(
                    "pad", "Daar staat al een bestand met deze naam. Kies een andere."
                )
        return False

    def _klaag(self, naam: str, zin: str) -> bool:
        regel = self._regels.get(naam)
        if regel is None:
            self._fout.toon(zin, "fout")
        else:
            regel.fout(zin)
            regel.veld.setFocus()
        return True

    def _kies_plek(self) -> None:
        pad = bestanden.kies_bewaren(
            self, "Waar komt het register?", self._tekst("pad"), (bestanden.REGISTER,)
        )
        if pad is not None:
            self._velden["pad"].setText(str(pad))


def _pagina(*kaarten: Kaart) -> QWidget:
    pagina = QWidget()
    opmaak = QVBoxLayout(pagina)
    opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
    opmaak.setSpacing(tokens.RUIMTE_M)
    for kaart in kaarten:
        opmaak.addWidget(kaart)
    opmaak.addStretch(1)
    return pagina
