"""The form itself: three blocks at the left, at the right what can already be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.formulier import Formulier
from klachtenapp.services import intake
from klachtenapp.services.intake import Keuzelijsten
from klachtenapp.services.zoeken import RegisterRegel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Schuifvlak
from klachtenapp.ui.bouwstenen.vastebreedte import VasteBreedte
from klachtenapp.ui.intake.hoe_verder import HoeVerder
from klachtenapp.ui.intake.velden import Velden, ga_naar
from klachtenapp.ui.intake.wat import Wat
from klachtenapp.ui.intake.wie import Wie
from klachtenapp.ui.intake.zijbalk import Zijbalk
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_FEITEN_MS = 120  # after the last key: the side follows while one types
_ZOEK_MS = 450
_SMAL = 880  # px at 100 % text: below this the side goes under the form
_ZIJKANT = 320


class Formulierpaneel(QWidget):
    """Shows and reads one ``Formulier``; ``getypt`` tells of every change by the user."""

    getypt = Signal()

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__()
        self._runner = runner
        self._navigatie = navigatie
        self.velden = Velden(self)
        self._vast = {"koppeling": "", "vorm": ""}
        self._leidinggevenden: Mapping[str, str] = {}
        self._gelijkend: tuple[RegisterRegel, ...] = ()
        self._feiten_straks = self._uitgesteld(_FEITEN_MS, self.toon_feiten)
        self._zoek_straks = self._uitgesteld(_ZOEK_MS, self.zoek_gelijkende)
        self._bouw()
        self.velden.gewijzigd.connect(self._on_gewijzigd)

    def formulier(self) -> Formulier:
        """Return what stands in the form now."""
        return Formulier(**{**self.velden.lees(), **self._vast})

    def zet(self, formulier: Formulier) -> None:
        """Show ``formulier``, without a word about earlier mistakes or likenesses."""
        self._vast = {"koppeling": formulier.koppeling, "vorm": formulier.vorm}
        self.velden.zet({naam: getattr(formulier, naam) for naam in self.velden.lees()})
        self.velden.wis_fouten()
        self._on_gelijkende(())
        self.toon_feiten()

    def zet_keuzes(self, lijsten: Keuzelijsten) -> None:
        """Offer the names of the register."""
        self.wat.afdeling.zet_keuzes(lijsten.afdelingen)
        self.wat.beklaagde.zet_keuzes(lijsten.medewerkers)
        self.hoe.behandelaar.zet_keuzes(lijsten.behandelaars)
        self._leidinggevenden = lijsten.leidinggevenden

    def naar_begin(self) -> None:
        """Put the focus on the first question."""
        ga_naar(self.velden.widget("aanhef"))

    def toon_feiten(self) -> None:
        """Let the side say what follows from the form as it is now."""
        ctx = self._runner.ctx
        formulier = self.formulier()
        feiten = intake.feiten(
            formulier, ctx.gemeente, ctx.kader, ctx.vandaag, self._leidinggevenden
        )
        self.zijbalk.toon(feiten, ctx.vandaag)
        self.wie.pas_aan(formulier)
        self.wat.pas_aan(feiten.onderwerp)
        self.hoe.pas_aan(formulier, feiten.vorm)

    def zoek_gelijkende(self) -> None:
        """Ask the register for meldingen that look like this one."""
        formulier = self.formulier()
        self._runner.run(
            lambda ctx: intake.lijkt_op(ctx, formulier), self._on_gelijkende, vervangt="lijkt op"
        )

    def sluit(self) -> None:
        """Ask nothing more of the register; for the end of the program."""
        self._feiten_straks.stop()
        self._zoek_straks.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side under the form in a narrow window."""
        super().resizeEvent(event)
        self._deel_in(smal=event.size().width() < tokens.px(_SMAL))

    def _bouw(self) -> None:
        """Build from the outside in: every change of parent dresses a whole subtree again."""
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(tokens.RUIMTE_M)
        self.kolom = QWidget()
        rij.addWidget(Schuifvlak(self.kolom), 1)
        zij = QWidget()
        self._zijvlak = Schuifvlak(zij)
        VasteBreedte(self._zijvlak, _ZIJKANT)
        rij.addWidget(self._zijvlak)
        opmaak = QVBoxLayout(self.kolom)
        opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        self.wie = Wie(self.velden)
        self.wat = Wat(self.velden, self._vandaag)
        self.hoe = HoeVerder(self.velden, self._vandaag, lambda: self._zet_koppeling(""))
        for widget in (self.wie, self.wat, self.hoe):
            opmaak.addWidget(widget)
        self._onder = QVBoxLayout()
        opmaak.addLayout(self._onder)
        opmaak.addStretch(1)
        self._opzij = QVBoxLayout(zij)
        self._opzij.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        self.zijbalk = Zijbalk()
        self._opzij.addWidget(self.zijbalk)
        self._smal = False
        self.zijbalk.bekijken.connect(self._navigatie.open_dossier)
        self.zijbalk.koppelen.connect(self._koppel)
        self.zijbalk.overnemen.connect(self._neem_over)
        self.zijbalk.maskeren.connect(self._maskeer)

    def _deel_in(self, *, smal: bool) -> None:
        if smal != self._smal:
            self._smal = smal
            (self._onder if smal else self._opzij).addWidget(self.zijbalk)
            self._zijvlak.setVisible(not smal)

    def _uitgesteld(self, ms: int, doe: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(doe)
        return timer

    def _vandaag(self) -> date:
        return self._runner.ctx.vandaag

    def _on_gewijzigd(self, naam: str) -> None:
        self.getypt.emit()
        self.velden.wis_fout(naam)
        self._feiten_straks.start()
        self._zoek_straks.start()

    def _on_gelijkende(self, regels: tuple[RegisterRegel, ...]) -> None:
        self._gelijkend = regels
        self.zijbalk.toon_gelijkend(regels, self._vast["koppeling"])

    def _koppel(self, kenmerk: str) -> None:
        self._zet_koppeling(kenmerk)
        self._navigatie.meld(f"Deze melding hoort nu bij {kenmerk}.")

    def _zet_koppeling(self, kenmerk: str) -> None:
        self._vast["koppeling"] = kenmerk
        self.getypt.emit()
        self.toon_feiten()
        self.zijbalk.toon_gelijkend(self._gelijkend, kenmerk)

    def _neem_over(self, kenmerk: str) -> None:
        self._runner.run(lambda ctx: intake.gegevens_van(ctx, kenmerk), self._on_gegevens)

    def _on_gegevens(self, velden: dict[str, str]) -> None:
        """Fill the fields that are still empty: what was typed here is newer."""
        nu = self.velden.lees()
        self.velden.zet({naam: tekst for naam, tekst in velden.items() if not nu.get(naam)})
        self.getypt.emit()
        self.toon_feiten()
        ga_naar(self.velden.widget("soort"))
        self._navigatie.meld("De gegevens van de eerdere melding zijn overgenomen.")

    def _maskeer(self, veld: str) -> None:
        self.velden.zet({veld: intake.maskeer(self.velden.lees()[veld])})
        self.getypt.emit()
        self.toon_feiten()
        ga_naar(self.velden.widget(veld))
