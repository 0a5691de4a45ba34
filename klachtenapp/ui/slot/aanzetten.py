"""Lock the register in four calm pages: what it means, the paper, the proof, done.

The same pages make a new herstelsleutel for a register that is locked already.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import sleutelpapier, versleuteling
from klachtenapp.services.context import Context
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Melding, Schuifvlak, Tekst, Veldregel
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.pdf_voorbeeld import PdfVoorbeeld
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.venstermaat import pas_op_scherm

UITLEG, PAPIER, BEWIJS, KLAAR = range(4)
EIGEN_VENSTER: Final = 1
"""The window from which it is done shows itself as present too."""

_AAN: Final = (
    ("Wat doet het slot?", (
        "Het hele register gaat op slot: meldingen, brieven, bijlagen en reservekopieën. Wie het "
        "bestand kopieert of een laptop vindt, leest niets.",
        "U en uw collega's merken er bij het werk niets van. Iedere collega nodigt u één keer uit.",
    )),
    ("Wat doet het niet?", (
        "Het slot helpt niet tegen iemand die achter een open computer zit, en niet tegen "
        "collega's die zelf toegang hebben. Vergrendel dus uw scherm.",
    )),
    ("Wat hebt u nodig?", (
        "Een printer. U krijgt een papier met negen woorden: de herstelsleutel. Zonder toegang en "
        "zonder dat papier kan niemand het register nog openen.",
        "Niemand anders mag nu in het register werken. Vraag collega's het programma te sluiten.",
    )),
)  # fmt: skip
_NIEUW: Final = (
    ("Een nieuwe herstelsleutel", (
        "U krijgt een nieuw papier met negen woorden. Het oude papier opent het register daarna "
        "niet meer. Gooi het weg als het nieuwe in de kluis ligt.",
        "Het register krijgt ook een nieuwe sleutel. Uw collega's merken daar niets van. Oude "
        "reservekopieën gaan nog wel met het oude papier open.",
        "Niemand anders mag nu in het register werken. Vraag collega's het programma te sluiten.",
    )),
)  # fmt: skip
_TITELS: Final = ("", "Print de herstelsleutel", "Typ de woorden over", "Klaar")


class Aanzetten(QDialog):
    """Asks for the proof before anything is locked; closing it earlier changes nothing."""

    def __init__(
        self, runner: Runner, navigatie: Navigatie, ouder: QWidget, *, nieuw: bool, in_kluis: bool
    ) -> None:
        super().__init__(ouder)
        self._runner = runner
        self._nieuw = nieuw
        self._bezig = False
        self.geheim = versleuteling.nieuw_herstelgeheim()
        self._titel = "Nieuwe herstelsleutel" if nieuw else "Register versleutelen"
        self.setWindowTitle(self._titel)
        self._kop = Kop("", 1)
        self.fout = Melding("", "fout")
        self.voorbeeld = PdfVoorbeeld(runner, navigatie)
        self.woorden = QLineEdit()
        self._woorden = Veldregel(
            "De negen &woorden", self.woorden,
            hulp="Lees ze van het papier. Spaties of streepjes, hoofdletters: alles mag.",
        )  # fmt: skip
        self.wachtwoord = QLineEdit()
        self.wachtwoord.setEchoMode(QLineEdit.EchoMode.Password)
        self._wachtwoord = Veldregel(
            "Uw wacht&woord voor dit register", self.wachtwoord,
            hulp="Deze computer heeft geen kluis voor sleutels. U typt dit bij elk begin. "
            "Ten minste 12 tekens.",
        )  # fmt: skip
        self._wachtwoord.setVisible(not in_kluis and not nieuw)
        self._klaar = Melding("", "goed")
        self._balk = QProgressBar()
        self._balk.setRange(0, 0)
        self._balk.setTextVisible(False)
        self._balk.setAccessibleName("Bezig")
        self._bouw()
        self._ga(UITLEG)
        runner.run(
            lambda ctx: sleutelpapier.herstelblad(ctx, self.geheim),
            lambda pdf: self.voorbeeld.toon(pdf, "Herstelsleutel.pdf"),
        )

    @property
    def stap(self) -> int:
        """Which page is shown."""
        return self._stapel.currentIndex()

    def verder(self) -> None:
        """Go to the next page; from the third one lock the register."""
        if self.stap == BEWIJS:
            self._doe()
        elif self.stap == KLAAR:
            self.accept()
        else:
            self._ga(self.stap + 1)

    def _bouw(self) -> None:
        self._stapel = QStackedWidget()
        papier = _vlak(
            Tekst("Print dit papier nu. Leg het straks in de kluis van de gemeente."),
            self.voorbeeld,
        )
        bewijs = _vlak(
            Tekst("Zo weten we zeker dat u het papier hebt, en dat het goed te lezen is."),
            self._woorden, self._wachtwoord, self._balk,
        )  # fmt: skip
        for deel in (
            Schuifvlak(self._uitleg()), papier, Schuifvlak(bewijs), Schuifvlak(_vlak(self._klaar)),
        ):  # fmt: skip
            self._stapel.addWidget(deel)
        self.terug = Knop("&Vorige", icoon="terug")
        self.terug.clicked.connect(lambda: self._ga(self.stap - 1))
        self.annuleer = Knop("Annuleren")
        self.annuleer.clicked.connect(self.reject)
        self.knop = Knop("Volg&ende", primair=True)
        self.knop.setDefault(True)
        self.knop.clicked.connect(lambda: self.verder())
        for knop in (self.terug, self.annuleer):
            knop.setAutoDefault(False)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.terug)
        knoppen.addStretch(1)
        knoppen.addWidget(self.annuleer)
        knoppen.addWidget(self.knop)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        for deel, rek in ((self._kop, 0), (self.fout, 0), (self._stapel, 1)):
            opmaak.addWidget(deel, rek)
        opmaak.addLayout(knoppen)
        pas_op_scherm(self, tokens.px(720), tokens.px(620))

    def _uitleg(self) -> QWidget:
        kaarten = []
        for kop, zinnen in _NIEUW if self._nieuw else _AAN:
            kaart = Kaart(kop)
            for zin in zinnen:
                kaart.voeg_toe(Tekst(zin))
            kaarten.append(kaart)
        return _vlak(*kaarten)

    def _ga(self, stap: int) -> None:
        self._stapel.setCurrentIndex(stap)
        self._kop.setText(_TITELS[stap] or self._titel)
        self.fout.toon("")
        self._zet_knoppen()
        if stap == BEWIJS:
            self.woorden.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zet_knoppen(self) -> None:
        self.terug.setVisible(self.stap in (PAPIER, BEWIJS))
        self.annuleer.setVisible(self.stap != KLAAR)
        slot = "&Herstelsleutel vernieuwen" if self._nieuw else "Nu &versleutelen"
        teksten = ("Volg&ende", "Ik heb het &papier", slot, "&Sluiten")
        self.knop.zet_tekst(teksten[self.stap])
        self._balk.setVisible(self._bezig)
        for knop in (self.terug, self.annuleer, self.knop):
            knop.setEnabled(not self._bezig)

    def _doe(self) -> None:
        self._woorden.wis_fout()
        self._wachtwoord.wis_fout()
        self.fout.toon("")
        getypt, wachtwoord, geheim = self.woorden.text(), self.wachtwoord.text(), self.geheim
        self._bezig = True
        self._zet_knoppen()

        def werk(ctx: Context, *_niets: object) -> Context:
            if self._nieuw:
                return versleuteling.vernieuw_herstelsleutel(
                    ctx, geheim, getypt, eigen_vensters=EIGEN_VENSTER
                )
            return versleuteling.zet_aan(
                ctx, geheim, getypt, wachtwoord=wachtwoord, eigen_vensters=EIGEN_VENSTER
            )

        self._runner.run_long(werk, self._gelukt, schrijft=True, mislukt=self._geweigerd)

    def _gelukt(self, ctx: Context) -> None:
        self._bezig = False
        self._runner.vervang(ctx)
        self._klaar.toon(
            "De nieuwe herstelsleutel werkt. Leg het nieuwe papier in de kluis en vernietig het "
            "oude."
            if self._nieuw
            else "Het register is versleuteld. Leg het papier nu in de kluis van de gemeente. "
            "Nodig daarna uw collega's uit: zij kunnen er pas in met een uitnodiging."
        )
        self._ga(KLAAR)

    def _geweigerd(self, fout: KlachtenappError) -> None:
        self._bezig = False
        self._zet_knoppen()
        veld = fout.veld if isinstance(fout, RegelFout) else None
        regel = {"woorden": self._woorden, "geheim": self._wachtwoord}.get(veld or "")
        if regel is None:
            self.fout.toon(str(fout))
            return
        regel.fout(str(fout))
        regel.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Close, but not while the register is being converted."""
        if not self._bezig:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As ``reject``: the cross at the corner too."""
        if self._bezig:
            event.ignore()
            return
        super().closeEvent(event)


def _vlak(*delen: QWidget) -> QWidget:
    vlak = QWidget()
    kolom = QVBoxLayout(vlak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(tokens.RUIMTE_M)
    for deel in delen:
        kolom.addWidget(deel, 1 if isinstance(deel, PdfVoorbeeld) else 0)
    if not any(isinstance(deel, PdfVoorbeeld) for deel in delen):
        kolom.addStretch(1)
    return vlak
