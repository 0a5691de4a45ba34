"""The first page: what needs attention today, most urgent first, and the next step of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.services import werkvoorraad
from klachtenapp.services.werkvoorraad import Werkregel, Werkvoorraad
from klachtenapp.ui import formatting, tokens
from klachtenapp.ui.bouwstenen import (
    Hand,
    Knop,
    LegeStaat,
    Pagina,
    Plek,
    Tabel,
    Tegel,
    op_hun_plek,
)
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.werkvoorraad_balk import Actiebalk
from klachtenapp.ui.werkvoorraad_model import (
    AFDELING,
    BEHANDELAAR,
    ONDERWERP,
    STAP,
    WerkvoorraadModel,
    toelichting,
)

_BREEDTEN = (150, 108, 148, 200, 126, 104, 214)
_REK = {ONDERWERP: 3, STAP: 1}
_SMAL = 760  # px at 100 %: below this the tiles have no room for a name
_MIST_EERST = {AFDELING: 1030, BEHANDELAAR: 850}  # with large letters the subject needs the room


@dataclass(frozen=True, slots=True)
class _Tegelsoort:
    naam: str
    titel: str
    icoon: str
    kleur: str
    leeg: str
    korter: tuple[str, ...] = ()


_TEGELS = (
    _Tegelsoort("verlopen", "Termijn verlopen", "te-laat", "rood", "niets te laat", ("Verlopen",)),
    _Tegelsoort(
        "deze_week", "Deze week af", "deze-week", "amber", "niets deze week", ("Deze week",)
    ),
    _Tegelsoort(
        "vandaag_bellen", "Vandaag bellen", "telefoon", "blauw", "niemand te bellen", ("Bellen",)
    ),
    _Tegelsoort(
        "brieven_klaar",
        "Brief klaar om te printen",
        "brief",
        "blauw",
        "geen brieven",
        ("Brief klaar", "Printen"),
    ),
    _Tegelsoort(
        "wacht_op_handtekening",
        "Wacht op handtekening",
        "ondertekenen",
        "blauw",
        "niets ligt klaar",
        ("Handtekening", "Te tekenen"),
    ),
    _Tegelsoort(
        werkvoorraad.VOLG_IK, "Die ik volg", "persoon", "blauw", "u volgt nu niets", ("Ik volg",)
    ),
)


class WerkvoorraadPage(Pagina):
    """Tiles that filter, the list, and a bar with the next step of the chosen row.

    ``getoond`` follows when the rows of today stand on the screen.
    """

    naam = "werkvoorraad"
    getoond = Signal()

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__("Dit vraagt vandaag uw aandacht")
        self._runner = runner
        self._navigatie = navigatie
        self._voorraad: Werkvoorraad | None = None
        self._gekozen = ""
        self._naar_post = Knop("Print alles bij Post", icoon="printer")
        self._naar_post.setToolTip("Alle brieven die klaarliggen in één keer printen")
        self._naar_post.clicked.connect(lambda: navigatie.toon_pagina("post"))
        self._naar_post.hide()
        self.acties.addWidget(self._naar_post)
        nieuw = Knop("Nieuwe melding", True, icoon="plus")
        nieuw.setToolTip("Nieuwe melding (Ctrl+N)")
        nieuw.clicked.connect(navigatie.nieuwe_melding)
        if mag(runner.ctx.rollen, Recht.TOEWIJZEN):
            overnemen = Knop("Overnemen …")
            overnemen.setToolTip("Het werk van een zieke of vrije collega aan een ander geven")
            overnemen.clicked.connect(lambda: self.neem_over())
            self.acties.addWidget(overnemen)
        if mag(runner.ctx.rollen, Recht.REGISTREREN):
            self.acties.addWidget(nieuw)
        self._tegels = self._maak_tegels()
        self._model = WerkvoorraadModel(self)
        self._lijst = Tabel("Werkvoorraad")
        self._lijst.setModel(self._model)
        self._lijst.zet_breedten(_BREEDTEN, _REK, _MIST_EERST)
        self._lijst.geopend.connect(self._open_rij)
        self._hand = Hand(self._lijst)
        self._hand.rust.connect(self._vul_lijst)
        self._filter_nu: str | None = None
        self._lijst.selectionModel().selectionChanged.connect(self._kies)
        self._leeg = LegeStaat("vink", "Alles is bij")
        terug = Knop("Toon alles")
        terug.clicked.connect(self.wis_filter)
        self._leeg.voeg_knop_toe(terug)
        self._toon_alles = terug
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._lijst)
        self._stapel.addWidget(self._leeg)
        self._balk = Actiebalk(navigatie)
        self.inhoud.addWidget(self._stapel, 1)
        self.inhoud.addWidget(self._balk)

    def _maak_tegels(self) -> dict[str, Tegel]:
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_M)
        tegels: dict[str, Tegel] = {}
        for soort in _TEGELS:
            tegel = Tegel(soort.titel, soort.icoon, soort.kleur, soort.korter)
            tegel.clicked.connect(lambda _aan=False, naam=soort.naam: self._filter(naam))
            rij.addWidget(tegel, 1)
            if soort.naam == werkvoorraad.VOLG_IK:
                tegel.hide()  # until it turns out that the user follows something
            tegels[soort.naam] = tegel
        self.inhoud.addLayout(rij)
        return tegels

    def ververs(self) -> None:
        """Ask again what waits."""
        self._runner.run(werkvoorraad.werkvoorraad, self._toon, vervangt="werkvoorraad")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tiles low where the list needs the room."""
        super().resizeEvent(event)
        for tegel in self._tegels.values():
            tegel.zet_smal(self.width() < tokens.px(_SMAL))

    def begin(self) -> None:
        """Start in the list."""
        self._lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def neem_over(self) -> None:
        """Give the work of a colleague to others, in a window of its own."""
        from klachtenapp.ui.overnemen import Overnemen  # noqa: PLC0415 - seldom asked for

        venster = Overnemen(self._runner, self)
        venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        venster.open()

    def wis_filter(self) -> None:
        """Show everything again."""
        for tegel in self._tegels.values():
            tegel.setChecked(False)
        self._vul_lijst()

    def _toon(self, voorraad: Werkvoorraad) -> None:
        self._voorraad = voorraad
        ctx = self._runner.ctx
        self.kop.setText(f"{formatting.dagdeel(ctx.nu)}. Dit vraagt vandaag uw aandacht")
        self.kop.zet_korter("Dit vraagt uw aandacht", "Werkvoorraad")
        klachten = sum(regel.dossier.soort is Soort.KLACHT for regel in voorraad.regels)
        lopend = dagtekst.aantal(len(voorraad.regels), "lopende melding", "lopende meldingen")
        waarvan = dagtekst.aantal(klachten, "klacht", "klachten")
        dag = dagtekst.lang_met_dag(ctx.vandaag)
        self.onderschrift.setText(f"{dag[:1].upper()}{dag[1:]} · {lopend}, waarvan {waarvan}")
        self.onderschrift.zet_korter(f"{dag[:1].upper()}{dag[1:]} · {lopend}", lopend)
        self._toon_gevolgd(werkvoorraad.VOLG_IK in voorraad.tegels)
        for soort in _TEGELS:
            if soort.naam not in voorraad.tegels:
                continue
            kenmerken = voorraad.tegels[soort.naam].kenmerken
            regels = [regel for regel in voorraad.regels if regel.dossier.kenmerk in kenmerken]
            bij = toelichting(soort.naam, regels) if regels else soort.leeg
            self._tegels[soort.naam].zet(len(regels), bij)
        self._vul_lijst()
        self.getoond.emit()

    def _toon_gevolgd(self, tonen: bool) -> None:
        """Show the tile of who follows something; the last one that closes takes it away."""
        tegel = self._tegels[werkvoorraad.VOLG_IK]
        tegel.setVisible(tonen)
        if not tonen:
            tegel.setChecked(False)

    def _filter(self, naam: str) -> None:
        for ander, tegel in self._tegels.items():
            if ander != naam:
                tegel.setChecked(False)
        self._vul_lijst()

    def _vul_lijst(self) -> None:
        if self._voorraad is None:
            return
        had_focus = self._lijst.hasFocus()
        filter_ = next((naam for naam, tegel in self._tegels.items() if tegel.isChecked()), "")
        regels = self._voorraad.regels
        if filter_:
            kenmerken = set(self._voorraad.tegels[filter_].kenmerken)
            regels = tuple(regel for regel in regels if regel.dossier.kenmerk in kenmerken)
        kenmerk = self._gekozen
        plek = Plek.van(self._lijst) if filter_ == self._filter_nu else None
        self._filter_nu = filter_
        self._stel(regels, houd=plek is not None and self._hand.bezig)
        self._naar_post.setVisible(filter_ == "brieven_klaar" and bool(regels))
        self._zet_leeg(bool(filter_))
        regels = self._model.regels
        self._stapel.setCurrentWidget(self._lijst if regels else self._leeg)
        self._lijst.kies(max(0, self._model.rij_van(kenmerk)))
        if plek is not None:
            plek.herstel(self._lijst, self._lijst.gekozen_rij())
        if not regels:
            self._balk.zet(None, self._runner.ctx)
        if had_focus and regels:
            self._lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stel(self, regels: Sequence[Werkregel], *, houd: bool) -> None:
        """Show these rows; ``houd`` leaves every row where it is, for a hand is on them."""
        nieuw = {regel.dossier.kenmerk: regel for regel in regels}
        oud = {regel.dossier.kenmerk: regel for regel in self._model.regels}
        if not houd or list(nieuw) == list(oud) or self._voorraad is None:
            self._model.stel(regels)
            return
        lopend = {regel.dossier.kenmerk: regel for regel in self._voorraad.regels}
        alle = {**oud, **lopend}
        self._model.stel(
            [alle[kenmerk] for kenmerk in op_hun_plek(list(oud), list(nieuw))],
            gedaan=oud.keys() - lopend.keys(),
        )
        self._hand.houd()

    def _zet_leeg(self, gefilterd: bool) -> None:
        self._toon_alles.setVisible(gefilterd)
        if gefilterd:
            self._leeg.zet("Niets in deze groep", "Hier hoeft u vandaag niets te doen.")
        else:
            self._leeg.zet(
                "Alles is bij", "Er wacht niets op u. Nieuwe meldingen verschijnen hier vanzelf."
            )

    def _kies(self, _erbij: QItemSelection, _eraf: QItemSelection) -> None:
        regel = self._model.regel(self._lijst.gekozen_rij())
        if regel is not None:
            self._gekozen = regel.dossier.kenmerk
        self._balk.zet(regel, self._runner.ctx)

    def _open_rij(self, rij: int) -> None:
        regel: Werkregel | None = self._model.regel(rij)
        if regel is not None:
            self._navigatie.open_dossier(regel.dossier.kenmerk)
