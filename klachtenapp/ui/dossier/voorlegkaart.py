"""The card of a letter that must be signed before it goes: offer it, or take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal

from klachtenapp.domain import dagtekst, ondertekenmap
from klachtenapp.domain.dossier import Dossier
from klachtenapp.ui.bouwstenen import Kaart, Knop, Melding, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Tekstveld

_EERST = (
    "Deze brief gaat eerst naar het afdelingshoofd. Na de handtekening ligt hij klaar bij Post."
)


class Voorlegkaart(Kaart):
    """Hidden for letters that go out without a signature. ``leg_voor`` and ``neem_terug`` act.

    ``knop`` stands in the foot of the column, where it is always in sight.
    """

    leg_voor = Signal()
    neem_terug = Signal(str)

    def __init__(self) -> None:
        super().__init__("Ter ondertekening")
        self.opmerking = Melding("", "let op")
        self._uitleg = Tekst("", "gedempt")
        self.knop = Knop("Voorleggen ter ondertekening", primair=True, icoon="ondertekenen")
        self.knop.setToolTip("Voorleggen ter ondertekening (Ctrl+Enter)")
        self.knop.clicked.connect(lambda: self.leg_voor.emit())
        self.reden = Tekstveld()
        self.redenregel = Veldregel("Waarom neemt u de brief terug?", self.reden)
        self.knop_terug = Knop("Neem terug")
        self.knop_terug.clicked.connect(lambda: self.neem_terug.emit(self.reden.waarde()))
        for deel in (
            self.opmerking, self._uitleg, self.redenregel, self.knop_terug,
        ):  # fmt: skip
            self.voeg_toe(deel)
        self.hide()

    def stel(self, dossier: Dossier) -> None:
        """Show how the signature stands: to be offered, waiting, or come back with a remark."""
        aanbod = ondertekenmap.aangeboden(dossier)
        wacht = aanbod is not None
        self.redenregel.wis_fout()
        sinds = dagtekst.lang(aanbod.op) if aanbod is not None else ""
        ligt = f"Deze brief wacht sinds {sinds} op de handtekening."
        self._uitleg.setText(ligt if wacht else _EERST)
        self.knop.setVisible(not wacht)
        for deel in (self.redenregel, self.knop_terug):
            deel.setVisible(wacht)
        self.opmerking.toon("" if wacht else teruggekomen(dossier))

    def zet_klaar(self, klaar: bool) -> None:
        """Let the letter be offered, or not yet."""
        self.knop.setEnabled(klaar)


def teruggekomen(dossier: Dossier) -> str:
    """Return with which remark the letter came back; empty when it did not, or went again."""
    if ondertekenmap.teruggekomen(dossier) is None:
        return ""
    opmerking = ondertekenmap.opmerkingen(dossier)[-1]
    delen = [f"De brief kwam terug op {dagtekst.lang(opmerking.op.date())}, van {opmerking.door}."]
    delen += [opmerking.tekst] if opmerking.tekst else []
    delen += [f"Bij '{woorden}': {zin}".rstrip(": ") for woorden, zin in opmerking.passages]
    return "\n".join(delen)
