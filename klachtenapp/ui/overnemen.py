"""The window in which the work list of a colleague goes to others, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import overnemen
from klachtenapp.services.overnemen import Overname, Werklijst
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, Knop, Kop, Melding, Schuifvlak, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Keuzelijst
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.venstermaat import pas_op_scherm

_UITLEG = (
    "Voor als een collega ziek is, vrij is of weggaat. Alle open dossiers gaan in één keer over. "
    "Kiest u meer mensen, dan verdelen zij het werk."
)


class Overnemen(QDialog):
    """Asks from whom, to whom and why; then says what went over and what stayed."""

    def __init__(self, runner: Runner, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._runner = runner
        self._lijsten: tuple[Werklijst, ...] = ()
        self._uid = str(uuid4())
        self.setWindowTitle("Werk overnemen")
        self._bouw()
        runner.run(overnemen.werklijsten, self._on_lijsten)

    def neem_over(self) -> None:
        """Do it, or show at its field what is missing."""
        for regel in self._regels.values():
            regel.wis_fout()
        self.uitkomst.toon("")
        van, naar, reden = self.van.waarde(), self.naar.waarden(), self.reden.text()
        zeker, uid = self.niet_betrokken.isChecked(), self._uid
        self.knop.setEnabled(False)
        self._runner.run(
            lambda ctx: overnemen.neem_over(
                ctx, van, naar, reden, niet_betrokken=zeker, opdracht_uid=uid
            ),
            self._on_klaar,
            schrijft=True,
            mislukt=self._on_geweigerd,
        )

    def _bouw(self) -> None:
        self.van = Keuzelijst([], leeg="Kies een collega")
        self.van.gewijzigd.connect(self._toon_anderen)
        self.naar = ChipGroep([], meer=True, naam="Wie krijgt het werk?")
        self.reden = QLineEdit()
        self.reden.setPlaceholderText("bijv. ziek, vakantie tot 14 december, uit dienst")
        self._regels = {
            "van": Veldregel("&Van wie?", self.van),
            "naar": Veldregel("Wie &krijgt het werk?", self.naar),
            "reden": Veldregel("&Reden", self.reden, hulp="Dit staat straks in elk dossier."),
        }
        self.niet_betrokken = QCheckBox("Zij waren niet &betrokken bij wat er is gebeurd")
        self.niet_betrokken.setAccessibleName("Zij waren niet betrokken bij wat er is gebeurd")
        hulp = Tekst(
            "Wie wel betrokken was, mag de klacht niet behandelen (art. 9:7 Awb). Een dossier "
            "waarin dat vaststaat, blijft liggen. U ziet daarna welk.",
            "klein",
        )
        self.hint = Melding(soort="let op")
        self.naar.gewijzigd.connect(self._waarschuw)
        self.uitkomst = Melding("", "goed")
        self.knop = Knop("&Overnemen", primair=True)
        self.knop.setDefault(True)
        self.knop.clicked.connect(lambda: self.neem_over())
        sluit = Knop("&Sluiten")
        sluit.setAutoDefault(False)
        sluit.clicked.connect(self.accept)
        vlak = QWidget()
        kolom = QVBoxLayout(vlak)
        kolom.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        kolom.setSpacing(tokens.RUIMTE_M)
        van, naar, reden = self._regels.values()
        delen = (van, naar, self.hint, reden, self.niet_betrokken, hulp)
        for deel in (Tekst(_UITLEG, "gedempt"), *delen):
            kolom.addWidget(deel)
        kolom.addStretch(1)
        knoppen = QHBoxLayout()
        knoppen.addStretch(1)
        knoppen.addWidget(sluit)
        knoppen.addWidget(self.knop)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop("Werk overnemen", 1))
        opmaak.addWidget(self.uitkomst)
        opmaak.addWidget(Schuifvlak(vlak), 1)
        opmaak.addLayout(knoppen)
        pas_op_scherm(self, tokens.px(600), tokens.px(560))

    def _on_lijsten(self, lijsten: Sequence[Werklijst]) -> None:
        self._lijsten = tuple(lijsten)
        gekozen = self.van.waarde()
        self.van.blockSignals(True)
        self.van.clear()
        self.van.addItem("Kies een collega", "")
        for lijst in lijsten:
            if lijst.aantal:
                self.van.addItem(f"{lijst.naam} ({_dossiers(lijst.aantal)} open)", lijst.naam)
        self.van.setCurrentIndex(max(0, self.van.findData(gekozen)))
        self.van.blockSignals(False)
        self._toon_anderen()

    def _toon_anderen(self) -> None:
        van = self.van.waarde()
        self.naar.zet_keuzes(
            [(w.naam, w.naam) for w in self._lijsten if w.kan_krijgen and w.naam != van]
        )
        self._waarschuw()

    def _waarschuw(self) -> None:
        """Ask whether a dossier would go to the leidinggevende of the one complained of."""
        van, naar = self.van.waarde(), self.naar.waarden()
        self._runner.run(
            lambda ctx: overnemen.waarschuwingen(ctx, van, naar),
            self._toon_hint,
            vervangt="overnemen",
        )

    def _toon_hint(self, zinnen: Sequence[str]) -> None:
        self.hint.toon("\n".join(zinnen))

    def _on_klaar(self, uitkomst: Overname) -> None:
        self._uid = str(uuid4())
        self.knop.setEnabled(True)
        zinnen = [f"{_dossiers(len(uitkomst.over)).capitalize()} overgenomen."]
        zinnen += [f"{r.kenmerk}: {r.let_op}" for r in uitkomst.over if r.let_op]
        zinnen += [f"{r.kenmerk} bleef liggen. {r.reden}" for r in uitkomst.gebleven]
        self.uitkomst.toon("\n".join(zinnen), "let op" if len(zinnen) > 1 else "goed")
        self._runner.run(overnemen.werklijsten, self._on_lijsten)

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        self.knop.setEnabled(True)
        veld = fout.veld if isinstance(fout, RegelFout) else None
        if veld in self._regels:
            self._regels[veld].fout(str(fout))
            self._regels[veld].veld.setFocus()
        else:
            self.uitkomst.toon(str(fout), "fout")
            self.niet_betrokken.setFocus()


def _dossiers(aantal: int) -> str:
    return "1 dossier" if aantal == 1 else f"{aantal} dossiers"
