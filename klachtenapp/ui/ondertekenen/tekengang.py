"""From a decision to what is written down: signed, or sent back with a remark."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.errors import ConflictFout, KlachtenappError, RegelFout
from klachtenapp.services import ondertekenen, typwerk
from klachtenapp.services.context import Context
from klachtenapp.services.ondertekenblad import Beslisblad
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.services.typwerk import Plek, Stuk
from klachtenapp.ui import messages
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.ondertekenen.kaarten import Tekenkaart, Terugkaart
from klachtenapp.ui.runner import Runner


class Tekengang(QObject):
    """Asks with its cards and writes. ``gedaan`` when a letter left the list.

    ``achterhaald`` when the dossier turned out to be another than was shown.
    """

    gedaan = Signal()
    achterhaald = Signal()

    def __init__(self, pagina: QWidget, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(pagina)
        self._pagina = pagina
        self._runner = runner
        self._navigatie = navigatie
        self._blad: Beslisblad | None = None
        self._uid = ""
        self._tekenkaart: Tekenkaart | None = None
        self._terugkaart: Terugkaart | None = None
        self._over = ""  # the letter that the card with the remark is about
        self._getypt: dict[str, dict[str, str]] = {}

    @property
    def tekenkaart(self) -> Tekenkaart:
        """The card that asks for the PIN; made when the page stands in its window."""
        if self._tekenkaart is None:
            self._tekenkaart = Tekenkaart(self._pagina.window())
            self._tekenkaart.teken.connect(self._teken)
        return self._tekenkaart

    @property
    def terugkaart(self) -> Terugkaart:
        """The card that asks for the remark; made when the page stands in its window."""
        if self._terugkaart is None:
            self._terugkaart = Terugkaart(self._pagina.window())
            self._terugkaart.terug.connect(self._stuur_terug)
        return self._terugkaart

    def onderteken(self, blad: Beslisblad) -> None:
        """Ask for the PIN or password for this letter, as it is shown."""
        dossier = blad.dossier
        wie = "anoniem" if dossier.klager.is_leeg else korte_naam(dossier.klager)
        self._blad, self._uid = blad, nieuw_uid()
        self.tekenkaart.vraag(
            f"{dossier.kenmerk}, {wie}. U tekent als {blad.brief.ondertekenaar}.",
            over_bestuur=blad.over_bestuur,
        )

    def stuur_terug(self, blad: Beslisblad) -> None:
        """Ask what must be different in this letter; what was typed about it comes back."""
        self._onthoud()
        self._over = blad.dossier.kenmerk
        self.terugkaart.zet(self._getypt.get(self._over, {}))
        self._blad, self._uid = blad, nieuw_uid()
        self.terugkaart.vraag(f"{blad.dossier.kenmerk} gaat terug naar {blad.aangeboden_door}.")

    def typwerk(self) -> dict[Stuk, object]:
        """Return the remarks that were typed and not sent."""
        self._onthoud()
        return {Stuk(k, Plek.OPMERKING): tekst for k, tekst in self._getypt.items()}

    def neem(self, stuk: Stuk, tekst: str) -> None:
        """Take back a remark that was typed before a crash."""
        getypt = typwerk.lees(tekst, dict[str, str])
        if getypt:
            self._getypt[stuk.kenmerk] = getypt

    def vergeet(self, kenmerk: str) -> None:
        """Forget the remark about this letter."""
        self._getypt.pop(kenmerk, None)
        if self._over == kenmerk and self._terugkaart is not None:
            self._terugkaart.zet({})

    def _onthoud(self) -> None:
        if self._terugkaart is None or not self._over:
            return
        if getypt := self._terugkaart.getypt():
            self._getypt[self._over] = getypt
        else:
            self._getypt.pop(self._over, None)

    def _teken(self, geheim: str, niet_betrokken: bool) -> None:
        if self._blad is not None:
            werk = partial(
                _onderteken, blad=self._blad, geheim=geheim, niet_betrokken=niet_betrokken,
                uid=self._uid,
            )  # fmt: skip
            self._runner.run(werk, self._getekend, schrijft=True, mislukt=self._niet_getekend)

    def _getekend(self, brief: DocumentInfo) -> None:
        self.tekenkaart.sluit()
        self._navigatie.meld(f"Ondertekend: {brief.naam}. De brief ligt klaar bij Post.")
        self.gedaan.emit()

    def _niet_getekend(self, fout: KlachtenappError) -> None:
        if isinstance(fout, RegelFout) and not isinstance(fout, ConflictFout):
            self.tekenkaart.zet_fout(fout)
            return
        self.tekenkaart.sluit()
        messages.fail(self._pagina, fout)
        self.achterhaald.emit()

    def _stuur_terug(self, opmerking: str, passage: str) -> None:
        if self._blad is not None:
            werk = partial(
                _geef_terug, kenmerk=self._blad.dossier.kenmerk, opmerking=opmerking,
                passage=passage, uid=self._uid,
            )  # fmt: skip
            self._runner.run(werk, self._teruggestuurd, schrijft=True)

    def _teruggestuurd(self, dossier: Dossier) -> None:
        self.vergeet(dossier.kenmerk)
        self._navigatie.meld(f"{dossier.kenmerk} is terug bij de behandelaar, met uw opmerking.")
        self.gedaan.emit()


def _onderteken(
    ctx: Context, *, blad: Beslisblad, geheim: str, niet_betrokken: bool, uid: str
) -> DocumentInfo:
    return ondertekenen.onderteken(
        ctx,
        blad.dossier.kenmerk,
        geheim,
        niet_betrokken=niet_betrokken,
        opdracht_uid=uid,
        versie=blad.dossier.versie,
    )


def _geef_terug(ctx: Context, *, kenmerk: str, opmerking: str, passage: str, uid: str) -> Dossier:
    passages = ((passage.strip(), ""),) if passage.strip() else ()
    return ondertekenen.geef_terug(ctx, kenmerk, opmerking, passages=passages, opdracht_uid=uid)
