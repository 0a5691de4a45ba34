"""Beheer, section Versleuteling: lock the register, and see and change who has a way in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import kopieslot, sleutelpapier, versleuteling
from klachtenapp.services.context import Context
from klachtenapp.services.kopieslot import Vergrendeld
from klachtenapp.services.versleuteling import Deursoort, Stand, Toegangsregel, Uitnodiging
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import Knop, Melding, Stroom, Teken, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Tekstveld
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.slot.aanzetten import EIGEN_VENSTER, Aanzetten

_UIT = (
    "Iedereen die bij de map kan, kan het bestand lezen. Ook wie het kopieert, of een laptop "
    "vindt waarop het staat."
)
_AAN = (
    "Alleen wie hieronder staat, kan het register en de reservekopieën openen. Raakt iedereen zijn "
    "toegang kwijt? Dan helpt alleen de herstelsleutel op papier."
)
_GEKNOEID = (
    "De lijst met toegang is buiten het programma om veranderd. Zolang dat zo is, krijgt niemand "
    "een nieuwe sleutel."
)


class VersleutelingSectie(Sectie):
    """How it stands, the buttons to change it, who has a way in, and a new invitation."""

    titel = "Versleuteling"
    uitleg = (
        "Met een slot op het register leest niemand mee die er geen toegang toe heeft. Dat helpt "
        "als een laptop of een reservekopie wordt gestolen."
    )

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self.knop.hide()
        self.wizard: Aanzetten | None = None
        self._in_kluis = True
        self.geknoeid = Melding("", "fout")
        self.geknoeid.voeg_knop_toe("Lijst herstellen", self._herstel_lijst)
        self.leesbaar = Melding("", "let op")
        self.knop_kopieen = self.leesbaar.voeg_knop_toe("Kopieën versleutelen", self._kopieen)
        self.opmaak.addWidget(self.geknoeid)
        self.opmaak.addWidget(self.leesbaar)
        kaart = self.kaart("Het slot")
        self.teken = Teken("–", "", "gewoon")
        self._woorden = Tekst("", "gedempt")
        self.knop_aan = Knop("Register versleutelen…", primair=True)
        self.knop_nieuw = Knop("Nieuwe herstelsleutel…")
        self.knop_uit = Knop("Versleuteling uitzetten…")
        self.knop_aan.clicked.connect(lambda: self._open_wizard(nieuw=False))
        self.knop_nieuw.clicked.connect(lambda: self._open_wizard(nieuw=True))
        self.knop_uit.clicked.connect(lambda: self._zet_uit())
        knoppen = QWidget()
        stroom = Stroom(knoppen)
        for knop in (self.knop_aan, self.knop_nieuw, self.knop_uit):
            stroom.addWidget(knop)
        for deel in (self.teken, self._woorden, knoppen):
            kaart.voeg_toe(deel)
        self._toegang = self.kaart("Wie heeft toegang")
        lijst = QWidget()
        self._lijst = QVBoxLayout(lijst)
        self._lijst.setContentsMargins(0, 0, 0, 0)
        self._toegang.voeg_toe(lijst)
        self._uitnodigen()
        self.opmaak.addStretch(1)
        self._toon(Stand(False))

    @property
    def vuil(self) -> bool:
        """Nothing here waits to be saved: each button does its own."""
        return False

    def ververs(self) -> None:
        """Ask how it stands now."""
        self._runner.run(versleuteling.stand, self._toon, vervangt="versleuteling")

    def _uitnodigen(self) -> None:
        self._nodig = self.kaart("Collega uitnodigen")
        self._nodig.voeg_toe(
            Tekst(
                "U krijgt een papier met zes woorden. Geef het zelf aan uw collega: niet per mail. "
                "De woorden werken één keer.",
                "gedempt",
            )
        )
        self.naam, self.dagen = Tekstveld(), Tekstveld()
        self.dagen.setText(str(versleuteling.GELDIG_DAGEN))
        self.dagen.setMaximumWidth(tokens.px(90))
        self._regels = {
            "naam": Veldregel("Naam van de collega", self.naam),
            "dagen": Veldregel("Geldig, in dagen", self.dagen),
        }
        for regel in self._regels.values():
            self._nodig.voeg_toe(regel)
        self.knop_nodig = Knop("Uitnodiging maken")
        self.knop_nodig.clicked.connect(lambda: self._nodig_uit())
        self.naam.returnPressed.connect(self._nodig_uit)
        rij = QHBoxLayout()
        rij.addWidget(self.knop_nodig)
        rij.addStretch(1)
        self._nodig.inhoud.addLayout(rij)

    def _toon(self, stand: Stand) -> None:
        self._in_kluis = stand.in_kluis
        if stand.aan:
            self.teken.zet("✓", "Dit register is versleuteld.", "groen")
        else:
            self.teken.zet("–", "Dit register is niet versleuteld.", "gewoon")
        self._woorden.setText(_AAN if stand.aan else _UIT)
        self.knop_aan.setVisible(not stand.aan)
        for deel in (self.knop_nieuw, self.knop_uit, self._toegang, self._nodig):
            deel.setVisible(stand.aan)
        self.geknoeid.toon("" if stand.gekeurd else _GEKNOEID)
        while (item := self._lijst.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.hide()
                oud.setParent(None)  # a name that is gone must not be read out any more
                oud.deleteLater()
        for regel in stand.toegang:
            self._lijst.addWidget(self._rij(regel))
        if stand.aan:
            self._runner.run(kopieslot.leesbare_kopieen, self._toon_leesbaar, stil=True)
        else:
            self.leesbaar.toon("")

    def _toon_leesbaar(self, paden: tuple[Path, ...]) -> None:
        wat = "1 reservekopie is" if len(paden) == 1 else f"{len(paden)} reservekopieën zijn"
        zin = f"{wat} nog van voor het slot. Wie bij de map kan, kan die lezen."
        self.leesbaar.toon(zin if paden else "")

    def _rij(self, regel: Toegangsregel) -> QWidget:
        rij = QWidget()
        opmaak = QHBoxLayout(rij)
        opmaak.setContentsMargins(0, tokens.RUIMTE_XS, 0, tokens.RUIMTE_XS)
        naam = QLabel(f"{regel.naam} (u)" if regel.eigen else regel.naam)
        naam.setTextFormat(Qt.TextFormat.PlainText)
        naam.setWordWrap(True)
        naam.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        opmaak.addWidget(naam, 3)
        opmaak.addWidget(Tekst(_sinds(regel), "gedempt"), 3)
        knop = Knop("Buitensluiten…", stil=True)
        knop.setAccessibleName(f"{regel.naam} buitensluiten")
        knop.clicked.connect(partial(self._sluit_buiten, regel))
        opmaak.addWidget(knop)
        if regel.eigen or regel.soort is Deursoort.HERSTEL:
            beleid = knop.sizePolicy()
            beleid.setRetainSizeWhenHidden(True)
            knop.setSizePolicy(beleid)
            knop.hide()
        return rij

    # -- what the buttons do ------------------------------------------------------------------

    def _open_wizard(self, *, nieuw: bool) -> None:
        self.wizard = Aanzetten(
            self._runner, self._navigatie, self, nieuw=nieuw, in_kluis=self._in_kluis
        )
        self.wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.wizard.finished.connect(lambda _uitkomst: self.ververs())
        self.wizard.open()

    def _zet_uit(self) -> None:
        if messages.ask(
            self,
            "Daarna kan iedereen die bij de map kan het register lezen. Ook uit een kopie of van "
            "een gestolen laptop.",
            titel="Versleuteling uitzetten?",
            ja="Uitzetten",
        ):
            self._wissel(
                lambda ctx: versleuteling.zet_uit(ctx, eigen_vensters=EIGEN_VENSTER),
                "Het register is niet meer versleuteld.",
            )

    def _sluit_buiten(self, regel: Toegangsregel) -> None:
        if messages.ask(
            self,
            "Het register krijgt een nieuwe sleutel. Wie blijft, merkt niets. Reservekopieën van "
            "voor nu kan deze persoon nog wel openen, als die ergens zijn meegenomen.",
            titel=f"{regel.naam} buitensluiten?",
            ja="Buitensluiten",
        ):
            self._wissel(
                lambda ctx: versleuteling.sluit_buiten(
                    ctx, regel.uid, eigen_vensters=EIGEN_VENSTER
                ),
                f"{regel.naam} heeft geen toegang meer.",
            )

    def _wissel(self, werk: Callable[[Context], Context], melding: str) -> None:
        """Convert the register; the whole window goes on with its new key."""
        self.fout.toon("")
        self.setEnabled(False)
        self._navigatie.zeg("Het register wordt omgezet. Dat kan even duren …")

        def gelukt(ctx: Context) -> None:
            self.setEnabled(True)
            self._runner.vervang(ctx)
            self._navigatie.meld(melding)
            self.ververs()

        self._runner.run_long(
            lambda ctx, *_niets: werk(ctx), gelukt, schrijft=True, mislukt=self._geweigerd
        )

    def _nodig_uit(self) -> None:
        for regel in self._regels.values():
            regel.wis_fout()
        naam, dagen = self.naam.waarde(), self.dagen.waarde()
        if not dagen.isdecimal():
            self._regels["dagen"].fout("Vul een getal in, zoals 7.")
            return

        def werk(ctx: Context) -> tuple[Uitnodiging, bytes]:
            uitnodiging = versleuteling.nodig_uit(ctx, naam, int(dagen))
            return uitnodiging, sleutelpapier.uitnodigingsblad(ctx, uitnodiging)

        self._runner.run(werk, self._uitgenodigd, schrijft=True, mislukt=self._geweigerd)

    def _uitgenodigd(self, uitkomst: tuple[Uitnodiging, bytes]) -> None:
        from klachtenapp.ui.pdf_venster import PdfVenster  # noqa: PLC0415 - rarely needed

        uitnodiging, pdf = uitkomst
        self.naam.clear()
        self.ververs()
        titel = f"Uitnodiging voor {uitnodiging.naam}"
        self.papier = PdfVenster(self, self._runner, self._navigatie, titel)
        self.papier.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.papier.toon(pdf, f"{titel}.pdf")

    def _herstel_lijst(self) -> None:
        self._runner.run(
            versleuteling.herstel_lijst, self._toon, schrijft=True, mislukt=self._geweigerd
        )

    def _kopieen(self) -> None:
        self.knop_kopieen.setEnabled(False)
        self._navigatie.zeg("De reservekopieën worden versleuteld …")
        self._runner.run_long(
            lambda ctx, *_niets: kopieslot.vergrendel_kopieen(ctx),
            self._kopieen_klaar, schrijft=True, mislukt=self._geweigerd,
        )  # fmt: skip

    def _kopieen_klaar(self, uitkomst: Vergrendeld) -> None:
        self.knop_kopieen.setEnabled(True)
        self._navigatie.meld(f"{uitkomst.gelukt} reservekopieën zijn nu versleuteld.")
        if uitkomst.gebleven:
            namen = ", ".join(pad.name for pad in uitkomst.gebleven)
            self.fout.toon(f"Deze reservekopieën bleven leesbaar: {namen}. Probeer het opnieuw.")
        self.ververs()

    def _geweigerd(self, fout: KlachtenappError) -> None:
        self.setEnabled(True)
        self.knop_kopieen.setEnabled(True)
        veld = fout.veld if isinstance(fout, RegelFout) else None
        regel = self._regels.get(veld or "")
        if regel is not None:
            regel.fout(str(fout))
            regel.veld.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fout.toon(str(fout))
        self.ververs()


def _sinds(regel: Toegangsregel) -> str:
    dag = dagtekst.lang(regel.sinds)
    if regel.soort is Deursoort.HERSTEL:
        return f"op papier, gemaakt op {dag}"
    if regel.tot is None:
        return f"sinds {dag}"
    if regel.verlopen:
        return f"uitnodiging, verlopen op {dagtekst.lang(regel.tot)}"
    return f"uitgenodigd, geldig tot en met {dagtekst.lang(regel.tot)}"
