"""*Wat als*: tick or slide what one could do, and see all dates and letters before deciding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst, termijnkaart, zittingsdagen
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.watals import Aanname, Datum, Vooruitblik, mogelijke_aannames, vooruitblik
from klachtenapp.services.context import Context
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Melding, Schuifvlak, Tekst
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN
from klachtenapp.ui.dossier.bevoegd import houd_voor, recht_bij
from klachtenapp.ui.invoervelden import Dagveld, Vinkveld, bij_wijziging
from klachtenapp.ui.venstermaat import pas_op_scherm

_BREED, _HOOG = 960, 640  # px at 100 % text
_LANGSTE_SCHUIF = 84  # days that the slider can move a date for which no law has an end
_EEN_DAG = timedelta(days=1)
_VRAGEN = (
    ("commissie", "Een commissie geeft advies"),
    ("verdaag_tot", "Verdagen tot"),
    ("uitstel_tot", "Verder uitstellen tot"),
    ("zitting_op", "Gesprek houden op"),
)


@dataclass(frozen=True, slots=True)
class Bereik:
    """From where to where the slider goes, and the day at which it stands."""

    eerste: date
    voorstel: date
    laatste: date


class Aannameveld(QWidget):
    """One assumption: a tick, and for a date the day with a slider to move it."""

    gewijzigd = Signal()

    def __init__(self, zin: str, bereik: Bereik | None, ctx: Context) -> None:
        """Without ``bereik`` it is a bare tick."""
        super().__init__()
        self.vink = Vinkveld(zin)
        self.dag: Dagveld | None = None
        self.schuif: QSlider | None = None
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, tokens.RUIMTE_S)
        opmaak.setSpacing(tokens.RUIMTE_XS)
        opmaak.addWidget(self.vink)
        if bereik is not None:
            self._maak_dag(opmaak, zin, bereik, ctx)
        bij_wijziging(self.vink, self.gewijzigd.emit)

    def waarde(self) -> date | None:
        """Return the day, when it is ticked."""
        return self.dag.datum() if self.dag is not None and self.vink.isChecked() else None

    def _maak_dag(self, opmaak: QVBoxLayout, zin: str, bereik: Bereik, ctx: Context) -> None:
        self._nul = bereik.eerste
        dag = self.dag = Dagveld(lambda: ctx.vandaag)
        dag.setAccessibleName(zin)
        dag.setMaximumWidth(tokens.px(190))
        schuif = self.schuif = QSlider(Qt.Orientation.Horizontal)
        schuif.setAccessibleName(f"{zin}: schuif de datum")
        schuif.setRange(0, max(1, (bereik.laatste - bereik.eerste).days))
        schuif.setPageStep(7)
        dag.zet(bereik.voorstel)
        schuif.setValue((bereik.voorstel - bereik.eerste).days)
        schuif.valueChanged.connect(self._on_schuif)
        bij_wijziging(dag, self._on_dag)
        opmaak.addWidget(dag)
        opmaak.addWidget(schuif)

    def _on_schuif(self, dagen: int) -> None:
        """Move the day; who moves it means it."""
        if self.dag is not None:
            self.dag.zet(self._nul + timedelta(days=dagen))
        self.vink.setChecked(True)
        self.gewijzigd.emit()

    def _on_dag(self) -> None:
        dag = self.dag.datum() if self.dag is not None else None
        if dag is not None and self.schuif is not None:
            self.schuif.blockSignals(True)
            self.schuif.setValue((dag - self._nul).days)
            self.schuif.blockSignals(False)
            self.vink.setChecked(True)
        self.gewijzigd.emit()


class WatAlsVenster(QDialog):
    """Assumptions at the left, what follows at the right. ``doen`` names a handeling to open."""

    doen = Signal(str, dict)

    def __init__(self, dossier: Dossier, ctx: Context, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Wat als… · {dossier.kenmerk}")
        self.setAccessibleName("Wat als")
        self._dossier, self._ctx = dossier, ctx
        self.velden: dict[str, Aannameveld] = {}
        self.blik: Vooruitblik | None = None
        self.knoppen: dict[str, Knop] = {}
        self._bouw()
        self._reken()

    def aanname(self) -> Aanname:
        """Return what is ticked."""
        commissie = self.velden.get("commissie")
        dagen = {n: v.waarde() for n, v in self.velden.items() if n != "commissie"}
        return Aanname(commissie=commissie is not None and commissie.vink.isChecked(), **dagen)

    def _bouw(self) -> None:
        vragen = QWidget()
        links = QVBoxLayout(vragen)
        links.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        links.addWidget(Tekst("Er verandert niets. U kijkt alleen vooruit.", "gedempt"))
        passend = mogelijke_aannames(self._dossier, self._ctx.kader, self._ctx.vandaag)
        for naam, zin in _VRAGEN:
            if naam in passend:
                veld = Aannameveld(zin, self._bereik(naam), self._ctx)
                veld.gewijzigd.connect(self._reken)
                self.velden[naam] = veld
                links.addWidget(veld)
        if not self.velden:
            links.addWidget(Tekst("Bij deze stand valt er niets vooruit te kijken."))
        links.addStretch(1)
        sluit = Knop("Sluiten")
        sluit.clicked.connect(self.reject)
        binnen = QWidget()
        self._uit = QVBoxLayout(binnen)
        self._uit.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        self._uit.setSpacing(tokens.RUIMTE_S)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_L)
        rij.addWidget(Schuifvlak(vragen), 2)
        rij.addWidget(Schuifvlak(binnen), 3)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*(4 * (tokens.RUIMTE_L,)))
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop("Wat als…", 1))
        opmaak.addLayout(rij, 1)
        opmaak.addWidget(sluit, 0, Qt.AlignmentFlag.AlignRight)
        pas_op_scherm(self, tokens.px(_BREED), tokens.px(_HOOG))

    def _bereik(self, naam: str) -> Bereik | None:
        """Return how far a date can be moved: by law, or as far as is of use."""
        kader, vandaag = self._ctx.kader, self._ctx.vandaag
        einde = termijnkaart.uiterste_datum(self._dossier, kader) or vandaag
        if naam == "commissie":
            return None
        if naam == "verdaag_tot":
            ruimste = termijnkaart.verdaagbare_termijn(self._dossier, kader)
            laatste = ruimste.uiterste_datum if ruimste else einde + timedelta(weeks=4)
            return Bereik(einde + _EEN_DAG, laatste, laatste)
        if naam == "uitstel_tot":
            eerste = max(einde, vandaag) + _EEN_DAG
            verder = eerste + timedelta(days=_LANGSTE_SCHUIF)
            return Bereik(eerste, eerste + timedelta(days=13), verder)
        dagen = zittingsdagen.voorstel(self._dossier, kader, vandaag).dagen
        dag = dagen[0] if dagen else vandaag + timedelta(days=zittingsdagen.UITNODIGING)
        return Bereik(vandaag + _EEN_DAG, dag, vandaag + timedelta(days=_LANGSTE_SCHUIF))

    def _reken(self) -> None:
        blik = self.blik = vooruitblik(
            self._dossier, self._ctx.kader, self._ctx.vandaag, self.aanname()
        )
        while (item := self._uit.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.hide()
                oud.deleteLater()
        self.knoppen = {}
        for verbod in blik.verboden:
            artikel = f" ({verbod.bezwaar.artikel})" if verbod.bezwaar.artikel else ""
            zin = f"{verbod.label} kan niet. {verbod.bezwaar.tekst}{artikel}"
            self._uit.addWidget(Tekst(f"■ {zin}", "fout"))
        for zin in blik.let_op:
            self._uit.addWidget(Melding(zin, "let op"))
        self._uit.addWidget(_datumkaart(blik.datums))
        self._uit.addWidget(_briefkaart(blik.brieven))
        for naam, antwoorden in blik.doen:
            self._uit.addWidget(self._knop(naam, dict(antwoorden)), 0, Qt.AlignmentFlag.AlignLeft)
        self._uit.addStretch(1)

    def _knop(self, naam: str, antwoorden: dict[str, str]) -> Knop:
        """Return the button that opens the real form; only the first can be done at once."""
        knop = Knop(f"Doen: {HANDELINGEN[naam].label}…", primair=not self.knoppen)
        knop.setEnabled(not self.knoppen)
        houd_voor(knop, recht_bij(naam), self._ctx.rollen)
        if self.knoppen:
            knop.setToolTip("Dit kan na de vorige stap.")
        knop.clicked.connect(lambda: self._doe(naam, antwoorden))
        self.knoppen[naam] = knop
        return knop

    def _doe(self, naam: str, antwoorden: dict[str, str]) -> None:
        self.accept()
        self.doen.emit(naam, antwoorden)


def _datumkaart(datums: tuple[Datum, ...]) -> Kaart:
    """Show every date now and then; what changes stands out by a sign, not by colour alone."""
    kaart = Kaart("Datums")
    rooster = QGridLayout()
    rooster.setHorizontalSpacing(tokens.RUIMTE_L)
    rooster.setColumnStretch(0, 1)
    for kolom, kop in enumerate(("", "", "nu", "straks")):
        rooster.addWidget(Tekst(kop, "klein"), 0, kolom)
    for rij, datum in enumerate(datums, start=1):
        soort = "wet" if datum.soort == "wet" else "norm"
        straks = Tekst(_dag(datum.straks), "sterk" if datum.anders else "gewoon")
        straks.setAccessibleName(f"{datum.label}, {soort}: nu {_dag(datum.nu)}, "
                                 f"straks {_dag(datum.straks)}")  # fmt: skip
        rooster.addWidget(Tekst(datum.label, afkappen=True), rij, 0)
        van = Tekst(soort, "klein")
        van.setMinimumWidth(tokens.px(40))
        rooster.addWidget(van, rij, 1)
        rooster.addWidget(Tekst(_dag(datum.nu), "gedempt"), rij, 2)
        rooster.addWidget(straks, rij, 3)
        rooster.addWidget(Tekst("◄ anders" if datum.anders else "", "klein"), rij, 4)
    kaart.inhoud.addLayout(rooster)
    return kaart


def _briefkaart(brieven: tuple[BriefSoort, ...]) -> Kaart:
    kaart = Kaart("Brieven die dan moeten")
    for soort in brieven:
        kaart.voeg_toe(Tekst(f"• {BRIEFNAMEN[soort]}"))
    if not brieven:
        kaart.voeg_toe(Tekst("Geen andere brieven dan nu.", "gedempt"))
    return kaart


def _dag(dag: date | None) -> str:
    return dagtekst.kort(dag) if dag else "–"
