"""The words a letter needs that no fact of the dossier can give, each with its own field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.veldtoets import is_gevraagd
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Veldregel
from klachtenapp.ui.handeling_formulier import Namen, zin
from klachtenapp.ui.invoervelden import (
    Invoerveld,
    Tekstvak,
    Vinkveld,
    bij_wijziging,
    is_bewering,
    maak_veld,
)
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import Taalregel

_DATUMBREEDTE = 190


class Briefvragen(QWidget):
    """The questions of one letter, filled in beforehand from the dossier.

    What is left as it was is no answer: the dossier says it itself, also when the letter
    gets another date. An objection shows beside its field once that was touched.
    """

    gewijzigd = Signal()

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._vragen: tuple[Veld, ...] = ()
        self._velden: dict[str, QWidget] = {}
        self._regels: dict[str, Veldregel] = {}
        self._vooraf: dict[str, str] = {}
        self._aangeraakt: set[str] = set()
        self._groot = Vinkveld("Grote letters")
        self._groot.hide()
        bij_wijziging(self._groot, self.gewijzigd.emit)
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(tokens.RUIMTE_M)
        self._kolom.addWidget(self._groot)

    @property
    def heeft_vragen(self) -> bool:
        """Whether there is anything to fill in."""
        return bool(self._velden) or not self._groot.isHidden()

    @property
    def groot(self) -> bool:
        """Whether the stappenplan is wanted in large type."""
        return self._groot.isChecked()

    def veld(self, naam: str) -> Invoerveld:
        """Return the field of one question."""
        veld: Invoerveld = self._velden[naam]  # type: ignore[assignment]
        return veld

    def regel(self, naam: str) -> Veldregel:
        """Return the row of one question: label, field, and what is wrong with it."""
        return self._regels[naam]

    def stel(self, vragen: Sequence[Veld], vooraf: Mapping[str, str], namen: Namen) -> None:
        """Ask what this letter needs; ``vooraf`` is what it would say by itself."""
        self._wis()
        self._vragen = tuple(vragen)
        for veld in self._vragen:
            widget = self._maak(veld, namen)
            self.veld(veld.naam).zet_waarde(vooraf.get(veld.naam, ""))
            self._vooraf[veld.naam] = self.veld(veld.naam).waarde()
            bij_wijziging(widget, lambda naam=veld.naam: self._on_wijziging(naam))  # type: ignore[misc]
        self._toon_gevraagde()

    def vraag_groot(self, *, groot: bool) -> None:
        """Ask only for the size of the type: all the stappenplan needs to know."""
        self.stel((), {}, Namen())
        self._groot.zet_waarde("ja" if groot else "")
        self._groot.show()

    def antwoorden(self) -> dict[str, str]:
        """Return what was changed by hand; what is as it was, the dossier says itself."""
        nu = {naam: self.veld(naam).waarde() for naam in self._velden}
        return {naam: tekst for naam, tekst in nu.items() if tekst != self._vooraf[naam]}

    def hervat(self, antwoorden: Mapping[str, str]) -> bool:
        """Fill in what was typed before the letter was left; whether any of it is asked."""
        gevraagd = {n: tekst for n, tekst in antwoorden.items() if n in self._velden}
        for naam, tekst in gevraagd.items():
            self.veld(naam).zet_waarde(tekst)
        self._aangeraakt |= gevraagd.keys()
        self._toon_gevraagde()
        return bool(gevraagd)

    def vul(self, antwoorden: Mapping[str, str]) -> bool:
        """Fill in answers as if they were typed; whether any of them is asked."""
        gevuld = self.hervat(antwoorden)
        if gevuld:
            self.gewijzigd.emit()
        return gevuld

    def toon_bezwaren(self, bezwaren: Sequence[Bezwaar]) -> tuple[Bezwaar, ...]:
        """Put each objection beside its field; returns those that belong to no field.

        An empty field that has to be filled in stays quiet until it was touched: ``nog_leeg``
        names it. One that may stay empty is only asked by a rule, and that rule is said.
        """
        vrij = {veld.naam for veld in self._vragen if not veld.verplicht}
        zinnen = {b.veld: zin(b) for b in reversed(bezwaren) if b.veld in self._velden}
        for naam, regel in self._regels.items():
            klacht = self.veld(naam).klacht() or zinnen.get(naam, "")
            if klacht and (naam in self._aangeraakt | vrij or self.veld(naam).waarde()):
                regel.fout(klacht)
            else:
                regel.wis_fout()
        return tuple(b for b in bezwaren if b.veld not in self._velden)

    def nog_leeg(self, bezwaren: Sequence[Bezwaar]) -> tuple[str, ...]:
        """Return the labels of the questions that ``bezwaren`` ask an answer to."""
        leeg = {b.veld for b in bezwaren if b.veld in self._velden}
        leeg = {naam for naam in leeg if not self.veld(naam).waarde()}
        return tuple(veld.label for veld in self._vragen if veld.naam in leeg)

    def klacht(self) -> str:
        """Return what is wrong with what was typed in a field, such as half a date."""
        return next((k for n in self._velden if (k := self.veld(n).klacht())), "")

    def eerste(self) -> QWidget | None:
        """Return the first field that is asked."""
        zichtbaar = (w for n, w in self._velden.items() if not self._regels[n].isHidden())
        return next(zichtbaar, None if self._groot.isHidden() else self._groot)

    def _maak(self, veld: Veld, namen: Namen) -> QWidget:
        widget = maak_veld(
            veld,
            vandaag=self._vandaag,
            medewerkers=namen.medewerkers,
            afdelingen=namen.afdelingen,
        )
        regel = Veldregel(veld.label, widget, hulp=veld.hulp, verplicht=veld.verplicht)
        regel.label.setVisible(not is_bewering(veld))
        if veld.soort is VeldSoort.DATUM:
            widget.setMaximumWidth(tokens.px(_DATUMBREEDTE))
        self._velden[veld.naam], self._regels[veld.naam] = widget, regel
        self._kolom.addWidget(regel)
        if isinstance(widget, Tekstvak):
            regel.voeg_toe(Taalregel(widget, self._runner))
        return widget

    def _vandaag(self) -> date:
        return self._runner.ctx.vandaag

    def _on_wijziging(self, naam: str) -> None:
        self._aangeraakt.add(naam)
        self._regels[naam].wis_fout()
        self._toon_gevraagde()
        self.gewijzigd.emit()

    def _toon_gevraagde(self) -> None:
        """Show the questions that the other answers make necessary."""
        alles = {naam: self.veld(naam).waarde() for naam in self._velden}
        for veld in self._vragen:
            self._regels[veld.naam].setVisible(is_gevraagd(veld, alles))

    def _wis(self) -> None:
        for regel in self._regels.values():
            regel.hide()
            regel.deleteLater()
        self._regels, self._velden, self._vooraf = {}, {}, {}
        self._aangeraakt = set()
        self._groot.zet_waarde("")
        self._groot.hide()
