"""What a colleague did meanwhile, as it is shown in every form: what and who, and per field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gebeurtenistekst import detail, titel
from klachtenapp.domain.samenvoegen import intussen
from klachtenapp.ui.bouwstenen import Melding
from klachtenapp.ui.formatting import moment

_HOOGSTENS = 4
_STAAT_ER_NOG = "Wat u heeft ingevuld staat er nog."
_DOORGAAN = "Klopt het nog? Dan kunt u doorgaan."


class Intussen(Melding):
    """The banner that tells what others wrote down in a dossier since a form was opened."""

    def __init__(self) -> None:
        super().__init__("", "info")

    def vergelijk(
        self, gezien: Dossier, nu: Dossier, vandaag: date, *, kan_door: bool = True
    ) -> None:
        """Tell what is different; nothing when nothing is. ``kan_door``: it can still be done."""
        regels = zinnen(intussen(gezien, nu), vandaag)
        kop = "Dit dossier is intussen gewijzigd:"
        slot = f"{_STAAT_ER_NOG} {_DOORGAAN}" if kan_door else _STAAT_ER_NOG
        self.toon("\n".join((kop, *regels, slot)) if regels else "")


def zinnen(gebeurtenissen: Sequence[Gebeurtenis], vandaag: date) -> tuple[str, ...]:
    """Return a line for each: what, by whom, and when; of many only the last."""
    laatste = gebeurtenissen[-_HOOGSTENS:]
    regels = []
    if len(laatste) < len(gebeurtenissen):
        regels.append(f"• {len(gebeurtenissen) - len(laatste)} eerdere wijzigingen")
    for feit in laatste:
        wat = f"{titel(feit)}: {detail(feit)}".removesuffix(": ")
        wie = "" if feit.door in wat else f" · door {feit.door}"
        regels.append(f"• {wat}{wie}, {moment(feit.vastgelegd_op, vandaag)}")
    return tuple(regels)


def wie_was_eerder(gezien: Dossier, nu: Dossier, vandaag: date) -> str:
    """Return who changed a dossier meanwhile, when, and what to do about what clashes."""
    laatste = {feit.door: feit for feit in intussen(gezien, nu)}
    namen = [f"{door} ({moment(f.vastgelegd_op, vandaag)})" for door, f in laatste.items()]
    wie = " en ".join(namen) or "Iemand anders"
    heeft = "hebben" if len(namen) > 1 else "heeft"
    return (
        f"{wie} {heeft} dit dossier intussen gewijzigd. Er is niets overschreven. Kies per veld "
        "welke tekst blijft, en bewaar opnieuw."
    )


class Botsingen:
    """The banners below fields that somebody else changed too, each with a way to take it over."""

    def __init__(self) -> None:
        self._vlakken: dict[str, Melding] = {}

    def __bool__(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self._vlakken)

    def toon(
        self, naam: str, regel: QWidget, zin: str, neem_over: Callable[[], None], knop: str
    ) -> None:
        """Show below a field what stands there now; ``neem_over`` takes that."""

        def neem() -> None:
            neem_over()
            self._vlakken[naam].hide()

        self._wis(naam)
        vlak = Melding(zin, "let op")
        vlak.voeg_knop_toe(knop, neem)
        opmaak = regel.layout()
        if opmaak is not None:
            opmaak.addWidget(vlak)
            vlak.show()  # a layout alone shows it only after the next event
        self._vlakken[naam] = vlak

    def tekst(self, naam: str) -> str:
        """Return what is shown below a field; empty without conflict."""
        vlak = self._vlakken.get(naam)
        return vlak.tekst() if vlak is not None and not vlak.isHidden() else ""

    def verberg(self, naam: str) -> None:
        """It was chosen."""
        if naam in self._vlakken:
            self._vlakken[naam].hide()

    def wis(self) -> None:
        """Take all away."""
        for naam in list(self._vlakken):
            self._wis(naam)

    def _wis(self, naam: str) -> None:
        vlak = self._vlakken.pop(naam, None)
        if vlak is not None:
            vlak.hide()
            vlak.deleteLater()


def nu_staat_er(staat: str) -> str:
    """Return the sentence below a field."""
    return f"Nu staat er: {staat or '(leeg)'}"
