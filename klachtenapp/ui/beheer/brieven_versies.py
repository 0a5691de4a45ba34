"""The history of a letter text: who changed it when, what changed, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.teksttaal.verschil import Wijziging, verschil
from klachtenapp.services.teksten import Tekstversie
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.brieven_lijst import Wikkellijst
from klachtenapp.ui.beheer.brieven_merk import Naamgever, leesbaar
from klachtenapp.ui.bouwstenen import Knop, Stroom, Tekst

_TEKENS = {Wijziging.WEG: "−", Wijziging.ERBIJ: "+", Wijziging.GELIJK: ""}


class Versiepaneel(QWidget):
    """All versions; the chosen one compared with the text that is being edited.

    ``terug`` asks to make a version the newest (0: the supplied text), ``bekijk`` to put its
    text in the editor without saving.
    """

    terug = Signal(int)
    bekijk = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._versies: Sequence[Tekstversie] = ()
        self._nu = ""
        self._naam: Naamgever = lambda merk: merk.naam
        self.lijst = Wikkellijst("Versies van deze tekst")
        self.lijst.setMaximumHeight(tokens.px(130))
        self.lijst.currentRowChanged.connect(lambda _rij: self._toon())
        self._uitleg = Tekst("", "klein")
        self.vergelijking = QTextBrowser()
        self.vergelijking.setAccessibleName("Wat is er anders")
        self.vergelijking.setOpenLinks(False)
        self.knop_terug = Knop("Deze terugzetten")
        self.knop_terug.clicked.connect(self._on_terug)
        self.knop_bekijk = Knop("In de editor zetten", stil=True)
        self.knop_bekijk.setToolTip(
            "Zet deze tekst klaar om te veranderen. Er is nog niets bewaard."
        )
        self.knop_bekijk.clicked.connect(self._on_bekijk)
        knoppen = QWidget()
        stroom = Stroom(knoppen)
        stroom.addWidget(self.knop_terug)
        stroom.addWidget(self.knop_bekijk)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        for widget in (self.lijst, self._uitleg):
            opmaak.addWidget(widget)
        opmaak.addWidget(self.vergelijking, 1)
        opmaak.addWidget(knoppen)

    def toon(self, versies: Sequence[Tekstversie], nu: str) -> None:
        """Show the versions, and compare with ``nu``: the text in the editor."""
        gekozen = self.versie()
        self._versies, self._nu = versies, nu
        geblokkeerd = self.lijst.blockSignals(True)
        self.lijst.clear()
        for versie in versies:
            self.lijst.addItem(QListWidgetItem(_regel(versie)))
        nummers = [versie.nummer for versie in versies]
        rij = nummers.index(gekozen.nummer) if gekozen and gekozen.nummer in nummers else 0
        self.lijst.pas_hoogte()
        self.lijst.setCurrentRow(rij)
        self.lijst.blockSignals(geblokkeerd)
        self._toon()

    def zet_namen(self, naam: Naamgever) -> None:
        """Say what the fields of this letter are called."""
        self._naam = naam

    def zet_tekst(self, nu: str) -> None:
        """Compare with another text from now on."""
        self._nu = nu
        if self.isVisible():
            self._toon()

    def versie(self) -> Tekstversie | None:
        """Return the version that is chosen."""
        rij = self.lijst.currentRow()
        return self._versies[rij] if 0 <= rij < len(self._versies) else None

    def changeEvent(self, event: QEvent) -> None:
        """Compare in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._toon()

    def _toon(self) -> None:
        versie = self.versie()
        if versie is None:
            return
        self.knop_terug.setEnabled(not versie.nu)
        geleverd = versie.nummer == 0 or versie.geleverd
        self.knop_terug.setText("Terug naar meegeleverd" if geleverd else "Deze terugzetten")
        self.knop_terug.setToolTip(
            "Nieuwe brieven krijgen weer de tekst die bij het programma hoort."
            if geleverd
            else "Nieuwe brieven krijgen weer de tekst van deze versie."
        )
        if versie.tekst == self._nu:
            self._uitleg.setText("Deze versie is gelijk aan de tekst in de editor.")
            self.vergelijking.setPlainText(leesbaar(versie.tekst, self._naam))
            return
        self._uitleg.setText("Met + staat in de editor en niet in deze versie. Met − andersom.")
        self.vergelijking.setHtml(_html(versie.tekst, self._nu, self._naam))

    def _on_terug(self) -> None:
        versie = self.versie()
        if versie is not None:
            self.terug.emit(0 if versie.geleverd else versie.nummer)

    def _on_bekijk(self) -> None:
        versie = self.versie()
        if versie is not None:
            self.bekijk.emit(versie.tekst)


def _regel(versie: Tekstversie) -> str:
    wat = "Meegeleverde tekst" if versie.geleverd else "Eigen tekst"
    if versie.moment is None:
        wanneer = "zoals het programma kwam"
    else:
        dag = dagtekst.kort(versie.moment.date())
        wanneer = f"{dag} {versie.moment:%H:%M}, {versie.gebruiker}"
    delen = [f"{wat} (nu in gebruik)" if versie.nu else wat, wanneer, versie.toelichting]
    return "\n".join(deel for deel in delen if deel)


def _html(oud: str, nieuw: str, naam_van: Naamgever) -> str:
    """Return the paragraphs with a sign, a colour and a ground for what changed."""
    uit: list[str] = []
    for regel in verschil(oud, nieuw):
        tekst = escape(leesbaar(regel.tekst, naam_van))
        if regel.soort is Wijziging.GELIJK:
            uit.append(f'<p style="color:{_kleur("gedempt")}">{tekst}</p>')
            continue
        naam = "rood" if regel.soort is Wijziging.WEG else "groen"
        stijl = f"color:{_kleur('inkt')}; background-color:{_kleur(naam + '_vlak')}"
        teken = f'<b style="color:{_kleur(naam)}">{_TEKENS[regel.soort]}</b>'
        uit.append(f'<p style="{stijl}">{teken} {tekst}</p>')
    return "".join(uit)


def _kleur(naam: str) -> str:
    return tokens.kleur(naam).name()
