"""The questions of one handeling as a form, each with what stands in its way beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier, dossierbijlagen
from klachtenapp.domain.handeling import Bezwaar, Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import (
    Voorstel,
    bezwaren,
    is_gevraagd,
    voorinvullen,
    voorstellen,
)
from klachtenapp.services.context import Context
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, Tekst, Veldregel
from klachtenapp.ui.invoervelden import (
    Invoerveld,
    Tekstvak,
    bij_wijziging,
    is_bewering,
    maak_veld,
)
from klachtenapp.ui.leidinghint import VELDEN, Leidinghint
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import Taalregel

_IN_EEN_BRIEF = "Dit komt in de brief"


@dataclass(frozen=True, slots=True)
class Namen:
    """The names one may choose from in a form, and the function of each medewerker."""

    medewerkers: Sequence[str] = ()
    afdelingen: Sequence[str] = ()
    functies: Mapping[str, str] = field(default_factory=dict)
    leidinggevenden: Mapping[str, str] = field(default_factory=dict)


class HandelingFormulier(QWidget):
    """The questions of one handeling below each other, each with its objection beside it.

    An objection shows as soon as its field was touched, or all of them after ``toon_alles``:
    nobody likes a form that is red before one has typed. ``algemeen`` are the objections
    that no field can lift.
    """

    gewijzigd = Signal()

    def __init__(self, handeling: Handeling, dossier: Dossier, ctx: Context, namen: Namen) -> None:
        super().__init__()
        self.handeling = handeling
        self._dossier = dossier
        self._ctx = ctx
        self._aangeraakt: set[str] = set()
        self._van_service: dict[str, str] = {}
        self._velden: dict[str, QWidget] = {}
        self._regels: dict[str, Veldregel] = {}
        self.hints: dict[str, Leidinghint] = {}
        self._vooraf = voorinvullen(handeling, dossier, ctx.kader, ctx.vandaag, ctx.medewerker)
        self._voorstellen = voorstellen(handeling, dossier, ctx.kader, ctx.vandaag)
        self.keuzes: dict[str, ChipGroep] = {}
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        for veld in handeling.velden:
            opmaak.addWidget(self._maak_regel(veld, namen))
        opmaak.addStretch(1)
        self._toets()

    def veld(self, naam: str) -> Invoerveld:
        """Return the field with this name."""
        veld: Invoerveld = self._velden[naam]  # type: ignore[assignment]
        return veld

    def invoer(self) -> dict[str, str]:
        """Return every answer that was asked for and given."""
        alles = {naam: self.veld(naam).waarde() for naam in self._velden}
        gevraagd = {veld.naam for veld in self.handeling.velden if is_gevraagd(veld, alles)}
        return {naam: waarde for naam, waarde in alles.items() if waarde and naam in gevraagd}

    def vul(self, invoer: Mapping[str, str]) -> None:
        """Fill in answers, for instance those of a form that was left half way."""
        for naam, waarde in invoer.items():
            if naam in self._velden:
                self.veld(naam).zet_waarde(waarde)
        self._toets()

    def zet_dossier(self, dossier: Dossier) -> None:
        """Test against the dossier as it is now; what was typed stays."""
        self._dossier = dossier
        self._toets()

    def meet_taal(self, runner: Runner) -> None:
        """Mark hard language in the fields whose words go into a letter."""
        for veld in self.handeling.velden:
            widget = self._velden[veld.naam]
            if isinstance(widget, Tekstvak) and veld.hulp.startswith(_IN_EEN_BRIEF):
                self._regels[veld.naam].voeg_toe(Taalregel(widget, runner))

    def toon_alles(self) -> None:
        """Show every objection, also beside fields that were not touched yet."""
        self._aangeraakt = set(self._velden)
        self._toets()

    def algemeen(self) -> tuple[Bezwaar, ...]:
        """Return the objections that belong to no field of this form."""
        return tuple(b for b in self._bezwaren() if b.veld not in self._velden)

    def eerste_fout(self) -> QWidget | None:
        """Return the first field that still has something wrong."""
        fouten = self._fouten()
        return next((w for naam, w in self._velden.items() if naam in fouten), None)

    def zin_bij(self, naam: str) -> str:
        """Return what is said to be wrong beside a field, as it is shown."""
        fout = self._fouten().get(naam, "")
        return fout if naam in self._aangeraakt else ""

    def zinnen(self) -> tuple[str, ...]:
        """Return the objections beside the fields."""
        return tuple(self._fouten().values())

    def zet_fout(self, veld: str, zin: str) -> bool:
        """Put a refusal of the service beside its field; ``False`` when there is no such field."""
        if veld not in self._velden:
            return False
        self._van_service[veld] = zin
        self._aangeraakt.add(veld)
        self._toets()
        self._velden[veld].setFocus()
        return True

    def _bezwaren(self) -> tuple[Bezwaar, ...]:
        return bezwaren(
            self.handeling, self._dossier, self.invoer(), self._ctx.kader, self._ctx.vandaag
        )

    def _fouten(self) -> dict[str, str]:
        """Return the sentence for each field that is not right, the first that applies."""
        fouten = dict(self._van_service)
        for naam in self._velden:
            if klacht := self.veld(naam).klacht():
                fouten[naam] = klacht
        for bezwaar in self._bezwaren():
            if bezwaar.veld in self._velden:
                fouten.setdefault(bezwaar.veld, zin(bezwaar))
        return fouten

    def _maak_regel(self, veld: Veld, namen: Namen) -> Veldregel:
        widget = maak_veld(
            veld,
            vandaag=lambda: self._ctx.vandaag,
            medewerkers=namen.medewerkers,
            afdelingen=namen.afdelingen,
            bijlagen=dossierbijlagen(self._dossier.documenten),
        )
        regel = Veldregel(veld.label, widget, hulp=veld.hulp, verplicht=veld.verplicht)
        regel.label.setVisible(not is_bewering(veld))
        self._velden[veld.naam] = widget
        self._regels[veld.naam] = regel
        if veld.soort is VeldSoort.DATUM:
            widget.setMaximumWidth(tokens.px(190))
        if veld.naam in self._vooraf:
            self.veld(veld.naam).zet_waarde(self._vooraf[veld.naam])
        bij_wijziging(widget, lambda naam=veld.naam: self._on_wijziging(naam))  # type: ignore[misc]
        if veld.naam in VELDEN:
            self.hints[veld.naam] = Leidinghint(namen.leidinggevenden)
            regel.voeg_toe(self.hints[veld.naam])
        if veld.naam in self._voorstellen:
            self._stel_voor(veld, regel, self._voorstellen[veld.naam])
        return regel

    def _stel_voor(self, veld: Veld, regel: Veldregel, voorstel: Voorstel) -> None:
        """Put the proposals below the field: one press fills it in, and it can be changed."""
        regel.voeg_toe(Tekst(voorstel.uitleg, "klein"))
        if not voorstel.keuzes:
            return
        chips = ChipGroep(voorstel.keuzes, verplicht=True, naam=f"Voorstel: {veld.label}")
        chips.gewijzigd.connect(lambda waarde: self.veld(veld.naam).zet_waarde(waarde))
        chips.gewijzigd.connect(lambda _waarde: self._on_wijziging(veld.naam))
        bij_wijziging(self._velden[veld.naam], lambda: chips.zet(self.veld(veld.naam).waarde()))
        self.keuzes[veld.naam] = chips
        regel.voeg_toe(chips)

    def _on_wijziging(self, naam: str) -> None:
        self._aangeraakt.add(naam)
        self._van_service.pop(naam, None)
        self._toets()
        self.gewijzigd.emit()

    def _toets(self) -> None:
        """Show or hide questions and objections for the answers as they are now."""
        alles = {naam: self.veld(naam).waarde() for naam in self._velden}
        fouten = self._fouten()
        for naam, hint in self.hints.items():
            hint.toets(alles[naam], self._dossier)
        for veld in self.handeling.velden:
            regel = self._regels[veld.naam]
            regel.setVisible(is_gevraagd(veld, alles))
            if veld.naam in fouten and veld.naam in self._aangeraakt:
                regel.fout(fouten[veld.naam])
            else:
                regel.wis_fout()


def zin(bezwaar: Bezwaar) -> str:
    """Return the objection with its article behind it."""
    return f"{bezwaar.tekst} ({bezwaar.artikel})" if bezwaar.artikel else bezwaar.tekst
