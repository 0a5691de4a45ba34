"""The short wizard for a new register: whose it is, its logo, who signs, where it lies.

Everything but the name has a default or may stay empty, and all of it can be changed later
in Beheer.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from klachtenapp import bootstrap
from klachtenapp.domain.huisstijl import beoordeel_kleur
from klachtenapp.domain.personen import Afdeling
from klachtenapp.errors import RegelFout
from klachtenapp.services import beheer, gebruikers, huisstijl
from klachtenapp.services.context import Context
from klachtenapp.ui import bestanden, tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Melding, Schuifvlak, Tekst
from klachtenapp.ui.nieuw_register_velden import NieuwRegisterVelden
from klachtenapp.ui.venstermaat import pas_op_scherm

_TITELS = (
    "Uw gemeente", "Logo en kleur", "Afdelingen en ondertekening", "Ombudsman en normen",
    "Waar komt het?",
)  # fmt: skip
_GEMEENTE, _HUISSTIJL, _NORMEN, _PLEK = 0, 1, 3, 4


class NieuwRegister(QDialog):
    """Five short pages; ``openen`` gives what makes the register, to run in the worker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nieuw register")
        self.velden = NieuwRegisterVelden()
        self.velden.kies_plek.clicked.connect(self._kies_plek)
        self._kop = Kop("", 1)
        self._waar = Tekst("", "gedempt")
        self._fout = Melding("", "fout")
        self._stapel = QStackedWidget()
        for pagina in self.velden.paginas():
            self._stapel.addWidget(Schuifvlak(pagina))
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
        pas_op_scherm(self, tokens.px(760), tokens.px(680))
        self._ga(0)

    def openen(self) -> Callable[[], Context]:
        """Return what makes the register with all this in it."""
        pad, gemeente = self.velden.pad() or self.velden.voorstel_pad(), self.velden.gemeente()
        afdelingen, normen = self.velden.afdelingen(), self.velden.normen()
        keuze = self.velden.logo.keuze()
        mijn_naam = self.velden.tekst("mijn_naam")

        def maak() -> Context:
            ctx = bootstrap.nieuw(pad, gemeente)
            try:
                ctx = gebruikers.maak_eerste(ctx, mijn_naam)
                if keuze:
                    ctx = huisstijl.bewaar(ctx, {}, keuze)
                for naam in afdelingen:
                    beheer.bewaar_afdeling(ctx, Afdeling(0, naam))
                return beheer.bewaar_normen(ctx, normen)
            except BaseException:
                bootstrap.sluit(ctx)
                raise

        return maak

    def stap(self) -> int:
        """Return the number of the page that is shown, from 0."""
        return self._stapel.currentIndex()

    # -- steps -------------------------------------------------------------------------------------

    def _ga(self, stap: int) -> None:
        self._fout.toon("")
        self._stapel.setCurrentIndex(stap)
        self._kop.setText(_TITELS[stap])
        laatste = stap == len(_TITELS) - 1
        self._waar.setText(f"Stap {stap + 1} van {len(_TITELS)}")
        self.terug.setEnabled(stap > 0)
        self.verder.zet_tekst("Register &maken" if laatste else "Volg&ende")
        pagina = self._stapel.widget(stap)
        eerste = pagina.findChild(QLineEdit) if pagina is not None else None
        if eerste is not None:
            eerste.setFocus()

    def _verder(self) -> None:
        stap = self._stapel.currentIndex()
        if self._mist(stap):
            return
        if stap == len(_TITELS) - 1:
            self.accept()
            return
        if stap == len(_TITELS) - 2 and not self.velden.tekst("pad"):
            self.velden.velden["pad"].setText(str(self.velden.voorstel_pad()))
        self._ga(stap + 1)

    def _mist(self, stap: int) -> bool:
        """Say what is missing on this page; return whether something is."""
        for regel in self.velden.regels.values():
            regel.wis_fout()
        if stap == _GEMEENTE and not self.velden.tekst("naam"):
            return self._klaag("naam", "Vul de naam van de gemeente in.")
        if stap == _HUISSTIJL:
            return self._mist_huisstijl()
        if stap == _NORMEN:
            try:
                self.velden.normen()
            except RegelFout as fout:
                return self._klaag(f"norm_{fout.veld}", fout.boodschap)
        if stap == _PLEK:
            pad = self.velden.pad()
            if pad is None or not pad.parent.is_dir():
                return self._klaag("pad", "Die map is er niet. Kies een map die bestaat.")
            if pad.exists():
                return self._klaag(
                    "pad", "Daar staat al een bestand met deze naam. Kies een andere."
                )
        return False

    def _mist_huisstijl(self) -> bool:
        if self.velden.logo.bezig:
            return self._klaag("", "Het logo wordt nog gelezen. Wacht even.")
        try:
            beoordeel_kleur(self.velden.tekst("kleur"))
        except RegelFout as fout:
            return self._klaag("kleur", fout.boodschap)
        return False

    def _klaag(self, naam: str, zin: str) -> bool:
        regel = self.velden.regels.get(naam)
        if regel is None:
            self._fout.toon(zin, "fout")
        else:
            regel.fout(zin)
            regel.veld.setFocus()
        return True

    def _kies_plek(self) -> None:
        pad = bestanden.kies_bewaren(
            self, "Waar komt het register?", self.velden.tekst("pad"), (bestanden.REGISTER,)
        )
        if pad is not None:
            self.velden.velden["pad"].setText(str(pad))
