"""The card with which a letter leaves the desk: when, by which road, or kept for later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.brieven import kanalen
from klachtenapp.errors import RegelFout
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Chipveld, Dagveld, Tekstvak, Tekstveld, bij_wijziging


class Verzendkaart(Kaart):
    """Day, channel, and why there was no call; with the buttons that do it.

    It knows no rules: the desk says which channels there are and what must be asked. ``knop``
    and ``kort`` stand in the foot of the column, where they are always in sight.
    """

    markeer = Signal()
    leg_klaar = Signal()
    leg_weg = Signal()
    email = Signal()
    gesprek = Signal()
    datum_gewijzigd = Signal()

    def __init__(self, vandaag: Callable[[], date]) -> None:
        super().__init__("Verzenden")
        self.datum = Dagveld(vandaag)
        self.datumregel = Veldregel("Verzonden op", self.datum)
        self.kanaal = Chipveld((), verplicht=True)
        self.kanaalregel = Veldregel("Hoe", self.kanaal)
        self.niet_gebeld = Tekstvak(2)
        self.belregel = Veldregel(
            "Waarom belde u niet eerst?",
            self.niet_gebeld,
            verplicht=True,
            hulp="De klager hoort ons antwoord eerst van ons, dan pas op papier.",
        )
        self.knop_gesprek = Knop("Toch gebeld? Gesprek vastleggen", stil=True)
        self.belregel.voeg_toe(self.knop_gesprek)
        self.knop_email = Knop("E-mailconcept (.eml) …")
        self.knop_email.setToolTip("U verstuurt de e-mail daarna zelf, uit uw mailprogramma.")
        self.knop = Knop("Markeer als verzonden", primair=True)
        self.knop.setToolTip("Markeer als verzonden (Ctrl+Enter)")
        self.knop_klaar = Knop("Klaarleggen voor later")
        self.knop_klaar.setToolTip("Bewaren zonder te verzenden: hij gaat mee met de post.")
        self.reden = Tekstveld()
        self.redenregel = Veldregel("Waarom gaat deze brief niet weg?", self.reden)
        self.knop_weg = Knop("Leg weg")
        self.knop_weg.setToolTip("De brief blijft in het dossier staan, met de reden.")
        self._uitleg = Tekst("", "klein")
        self.kort = Tekst("", "klein")  # beside the button, wherever that stands
        self._bouw()

    def stel(
        self, kanalen_: Sequence[str], voorstel: str, op: date, *, uitleg: str, bewaard: bool
    ) -> None:
        """Ask about another letter; ``bewaard`` when it lies ready, ``uitleg`` about the roads."""
        self.kop.setText("Ligt klaar. Verzonden?" if bewaard else "Verzonden?")
        self.datum.zet_waarde(op.isoformat())
        self.kanaal.zet_keuzes([(kanaal, kanalen.WOORDEN[kanaal]) for kanaal in kanalen_])
        self.kanaal.zet_waarde(voorstel)
        self._uitleg.setText(uitleg)
        self._uitleg.setVisible(bool(uitleg))
        self.niet_gebeld.zet_waarde("")
        self.reden.zet_waarde("")
        self.knop_klaar.setVisible(not bewaard)
        for widget in (self.redenregel, self.knop_weg):
            widget.setVisible(bewaard)
        for regel in (self.datumregel, self.kanaalregel, self.belregel, self.redenregel):
            regel.wis_fout()
        self._on_kanaal()

    def vraag_waarom(self, vraag: bool) -> None:
        """Ask, or no longer, why the klager was not called first."""
        self.belregel.setVisible(vraag)
        self.knop_gesprek.setVisible(vraag)

    def zet_klaar(self, klaar: bool) -> None:
        """Let the buttons work, or not yet."""
        for knop in (self.knop, self.knop_klaar, self.knop_email, self.knop_weg):
            knop.setEnabled(klaar)

    def dag(self) -> date | None:
        """Return the day that was filled in; without a good one its field says so."""
        klacht = self.datum.klacht()
        op = "" if klacht else self.datum.waarde()
        if not op:
            self._wijs_aan(self.datumregel, klacht or "Vul in wanneer de brief is verzonden.")
            return None
        return date.fromisoformat(op)

    def is_ingevuld(self) -> bool:
        """Whether the letter can be marked; the first field that is not right says why."""
        if self.dag() is None:
            return False
        if not self.kanaal.waarde():
            self._wijs_aan(self.kanaalregel, "Kies hoe de brief is verzonden.")
            return False
        if not self.belregel.isHidden() and not self.niet_gebeld.waarde():
            self._wijs_aan(self.belregel, "Schrijf op waarom, of leg het gesprek vast.")
            return False
        return True

    def zet_fout(self, fout: RegelFout) -> bool:
        """Put a refusal beside its field; ``False`` when there is no such field here."""
        regels = {
            "op": self.datumregel, "kanaal": self.kanaalregel,
            "niet_gebeld_reden": self.belregel, "reden": self.redenregel,
        }  # fmt: skip
        regel = regels.get(fout.veld or "")
        if regel is None:
            return False
        if fout.veld == "niet_gebeld_reden":
            self.vraag_waarom(True)
        self._wijs_aan(regel, str(fout))
        return True

    def maak_primair(self, primair: bool) -> None:
        """Let *Markeer als verzonden* be the button that stands out, or no longer."""
        self.knop.maak_primair(primair)

    def _wijs_aan(self, regel: Veldregel, zin: str) -> None:
        regel.fout(zin)
        regel.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kanaal(self) -> None:
        self.kanaalregel.wis_fout()
        self.knop_email.setVisible(self.kanaal.waarde() == kanalen.EMAIL)
        self._vat_samen()

    def _on_datum(self) -> None:
        self.datumregel.wis_fout()
        self._vat_samen()
        self.datum_gewijzigd.emit()

    def _vat_samen(self) -> None:
        """Say in one line what the button will write down."""
        op = "" if self.datum.klacht() else self.datum.waarde()
        wanneer = dagtekst.kort(date.fromisoformat(op)) if op else "dag nog invullen"
        hoe = self.kanaal.waarde()
        woord = kanalen.WOORDEN[hoe] if hoe else "weg nog kiezen"
        self.kort.setText(f"Verzonden: {wanneer}, {woord}")

    def _bouw(self) -> None:
        self.datum.setMaximumWidth(tokens.px(190))
        bij_wijziging(self.datum, self._on_datum)
        bij_wijziging(self.kanaal, self._on_kanaal)
        bij_wijziging(self.niet_gebeld, self.belregel.wis_fout)
        bij_wijziging(self.reden, self.redenregel.wis_fout)
        for knop, sein in (
            (self.knop, self.markeer), (self.knop_klaar, self.leg_klaar),
            (self.knop_weg, self.leg_weg), (self.knop_email, self.email),
            (self.knop_gesprek, self.gesprek),
        ):  # fmt: skip
            knop.clicked.connect(lambda _aan=False, s=sein: s.emit())
        onderdelen: tuple[QWidget, ...] = (
            self.datumregel, self.kanaalregel, self._uitleg, self.belregel, self.knop_email,
            self.knop_klaar, self.redenregel, self.knop_weg,
        )  # fmt: skip
        for widget in onderdelen:
            self.voeg_toe(widget)
