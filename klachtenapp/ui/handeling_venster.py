"""The one form that draws any handeling: its questions, and what stands in the way, live.

It knows no rule. Questions, objections and texts come from the table of handelingen; what
was filled in goes out as an ``Opdracht`` for the service.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import bezwaren, is_gevraagd, voorinvullen
from klachtenapp.domain.kader import Kader
from klachtenapp.errors import ConflictFout, KlachtenappError, RegelFout
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Melding, Schuifvlak, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Invoerveld, bij_wijziging, is_bewering, maak_veld

_BREED = 560  # px at 100 % text: lines of a comfortable length
_HOOG = 620


@dataclass(frozen=True, slots=True)
class Namen:
    """The names one may choose from in a form, and the function of each medewerker."""

    medewerkers: Sequence[str] = ()
    afdelingen: Sequence[str] = ()
    functies: Mapping[str, str] = field(default_factory=dict)


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
        self._vooraf = voorinvullen(handeling, dossier, ctx.kader, ctx.vandaag)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        for veld in handeling.velden:
            opmaak.addWidget(self._maak_regel(veld, namen))
        opmaak.addStretch(1)
        self._toets()

    @property
    def kader(self) -> Kader:
        """The rules by which the register counts."""
        return self._ctx.kader

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
                fouten.setdefault(bezwaar.veld, _zin(bezwaar))
        return fouten

    def _maak_regel(self, veld: Veld, namen: Namen) -> Veldregel:
        widget = maak_veld(
            veld,
            vandaag=lambda: self._ctx.vandaag,
            medewerkers=namen.medewerkers,
            afdelingen=namen.afdelingen,
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
        return regel

    def _on_wijziging(self, naam: str) -> None:
        self._aangeraakt.add(naam)
        self._van_service.pop(naam, None)
        self._toets()
        self.gewijzigd.emit()

    def _toets(self) -> None:
        """Show or hide questions and objections for the answers as they are now."""
        alles = {naam: self.veld(naam).waarde() for naam in self._velden}
        fouten = self._fouten()
        for veld in self.handeling.velden:
            regel = self._regels[veld.naam]
            regel.setVisible(is_gevraagd(veld, alles))
            if veld.naam in fouten and veld.naam in self._aangeraakt:
                regel.fout(fouten[veld.naam])
            else:
                regel.wis_fout()


class HandelingVenster(QDialog):
    """The form in a window of its own; ``bevestigd`` carries the ``Opdracht``.

    It stays open until the service has said yes, so a refusal costs nobody a typed word.
    """

    bevestigd = Signal(object)

    def __init__(
        self,
        handeling: Handeling,
        dossier: Dossier,
        ctx: Context,
        namen: Namen,
        *,
        invoer: Mapping[str, str] | None = None,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"{handeling.label} · {dossier.kenmerk}")
        self.setAccessibleName(handeling.label)
        self.formulier = HandelingFormulier(handeling, dossier, ctx, namen)
        self._handeling = handeling
        self._dossier = dossier
        self._uid = str(uuid4())
        self._bouw()
        self.formulier.vul(invoer or {})
        self.formulier.gewijzigd.connect(self._toon_algemeen)
        self._toon_algemeen()
        self._focus_eerste()

    @property
    def sleutel(self) -> tuple[str, str]:
        """Which handeling of which dossier this is."""
        return self._dossier.kenmerk, self._handeling.naam

    def invoer(self) -> dict[str, str]:
        """Return what was filled in so far."""
        return self.formulier.invoer()

    def zinnen(self) -> str:
        """Return what stands in the way, as it is shown."""
        return "\n".join((self._melding.tekst(), *self.formulier.zinnen())).strip()

    def bevestig(self) -> None:
        """Hand out the opdracht, or show what still stands in the way."""
        self.formulier.toon_alles()
        self._toon_algemeen()
        fout = self.formulier.eerste_fout()
        if fout is not None:
            fout.setFocus()
            return
        if self.formulier.algemeen():
            return
        self._zet_bezig(True)
        self.bevestigd.emit(
            Opdracht(
                kenmerk=self._dossier.kenmerk,
                handeling=self._handeling.naam,
                invoer=self.formulier.invoer(),
                versie=self._dossier.versie,
                opdracht_uid=self._uid,
            )
        )

    def weiger(self, fout: KlachtenappError) -> None:
        """Show why the service said no; everything that was typed is still there."""
        self._zet_bezig(False)
        if isinstance(fout, ConflictFout):
            self._melding.toon(
                f"{fout} Wat u heeft ingevuld staat er nog. Klik nog een keer om door te gaan.",
                "let op",
            )
            return
        veld = fout.veld if isinstance(fout, RegelFout) else None
        if not (veld and self.formulier.zet_fout(veld, str(fout))):
            self._melding.toon(str(fout), "fout")

    def zet_dossier(self, dossier: Dossier) -> None:
        """Go on with the dossier as someone else left it."""
        self._dossier = dossier
        self.formulier.zet_dossier(dossier)

    def _bouw(self) -> None:
        opmaak = QVBoxLayout(self)
        rand = tokens.RUIMTE_XL
        opmaak.setContentsMargins(rand, rand, rand, tokens.RUIMTE_L)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop(self._handeling.label, 1))
        if self._handeling.uitleg:
            opmaak.addWidget(Tekst(self._handeling.uitleg, "gedempt"))
        self._melding = Melding()
        opmaak.addWidget(self._melding)
        opmaak.addWidget(Schuifvlak(self.formulier), 1)
        opmaak.addLayout(self._knoppen())
        bevestig = QShortcut(QKeySequence("Ctrl+Return"), self)
        bevestig.activated.connect(self.bevestig)
        hint = self.formulier.sizeHint().height() + tokens.px(210)
        self.resize(tokens.px(_BREED), min(tokens.px(_HOOG), hint))

    def _knoppen(self) -> QHBoxLayout:
        self._stop = Knop("Annuleren")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.reject)
        self.knop = Knop(self._handeling.label, primair=True)
        self.knop.setDefault(True)
        self.knop.setToolTip(f"{self._handeling.label} (Ctrl+Enter)")
        self.knop.clicked.connect(self.bevestig)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addWidget(Tekst(self._handeling.artikel, "klein"), 1)
        rij.addWidget(self._stop)
        rij.addWidget(self.knop)
        return rij

    def _toon_algemeen(self) -> None:
        zinnen = [_zin(bezwaar) for bezwaar in self.formulier.algemeen()]
        self._melding.toon("\n".join(zinnen), "let op")

    def _zet_bezig(self, bezig: bool) -> None:
        self.knop.setEnabled(not bezig)
        self.formulier.setEnabled(not bezig)

    def _focus_eerste(self) -> None:
        """Start in the first question that must be answered, so that one can type at once."""
        for veld in self._handeling.velden:
            invoerveld = self.formulier.veld(veld.naam)
            if not invoerveld.waarde() and veld.verplicht:
                widget: QWidget = invoerveld  # type: ignore[assignment]
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.knop.setFocus()


def _zin(bezwaar: Bezwaar) -> str:
    """Return the objection with its article behind it."""
    return f"{bezwaar.tekst} ({bezwaar.artikel})" if bezwaar.artikel else bezwaar.tekst
