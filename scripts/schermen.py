"""Makes the pictures of the window in resources/schermen/, from a fresh oefengemeente.

    python scripts/schermen.py [--map MAP]

The clock stands still and the letter is the program's own, so that every machine makes the
same pictures: at 1366×768 with 100 % and at 1920×1080 with 150 %, light and dark.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from decor import NU, Nepschijf, collega, geef_vaste_woorden, toon_neutraal_pad

from klachtenapp import bootstrap, paths
from klachtenapp.clock import FixedClock

ROOT = Path(__file__).resolve().parents[1]
_MEESTE_BEELDEN = 20  # what never rests, such as a cursor that blinks, is taken as it is


@dataclass(frozen=True)
class Stand:
    """One way to look: size in real pixels, scale of Windows, light or dark."""

    naam: str
    breedte: int
    hoogte: int
    schaal: float
    donker: bool
    alleen: frozenset[str] = frozenset()  # empty: every picture

    @property
    def achter(self) -> str:
        """What stands behind the name of a picture; nothing for the common size."""
        return "" if self is STANDEN[0] else f"-{self.naam}"


_BELANGRIJK = frozenset(
    {
        "werkvoorraad",
        "register",
        "nieuwe-melding",
        "dossier",
        "conflict",
        "offline",
        "hersteld",
        "sleutel",
    }
)
STANDEN = (
    Stand("1366x768", 1366, 768, 1.0, donker=False),
    Stand("1366x768-donker", 1366, 768, 1.0, donker=True, alleen=_BELANGRIJK),
    Stand("1920x1080-150", 1920, 1080, 1.5, donker=False, alleen=_BELANGRIJK),
)


def main() -> int:
    """Make the register once, then every picture in a process of its own scale."""
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("--map", type=Path, default=ROOT / "resources" / "schermen")
    ontleder.add_argument("--stand", help=argparse.SUPPRESS)
    ontleder.add_argument("--register", type=Path, help=argparse.SUPPRESS)
    keuze = ontleder.parse_args()
    if keuze.stand:
        return fotografeer(next(s for s in STANDEN if s.naam == keuze.stand), keuze)
    keuze.map.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as tijdelijk:
        register = Path(tijdelijk) / "oefengemeente.klachten"
        from klachtenapp.services import oefengemeente  # noqa: PLC0415 - only here

        bootstrap.sluit(oefengemeente.maak(register, FixedClock(NU)))
        for stand in STANDEN:
            omgeving = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(stand.schaal),
            }
            opdracht = [
                sys.executable, __file__, "--map", str(keuze.map), "--stand", stand.naam,
                "--register", str(register),
            ]  # fmt: skip
            subprocess.run(opdracht, env=omgeving, check=True, timeout=300)
    print(f"{len(list(keuze.map.glob('*.png')))} schermen in {keuze.map}")
    return 0


def fotografeer(stand: Stand, keuze: argparse.Namespace) -> int:
    """Open the window and take the pictures of one stand."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - Qt only in the child process
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from klachtenapp.ui.runner import Runner  # noqa: PLC0415
    from klachtenapp.ui.stijl import STIJLKEUZE, Stijl  # noqa: PLC0415

    eigen = keuze.register.parent / stand.naam
    eigen.mkdir()
    for naam in ("instellingenmap", "gegevensmap", "logmap"):
        setattr(paths, naam, lambda: eigen)
    program = QApplication([sys.argv[0], *STIJLKEUZE])
    instellingen = QSettings(str(eigen / "venster.ini"), QSettings.Format.IniFormat)
    stijl = Stijl(program, instellingen, donker=stand.donker)
    toon_neutraal_pad()
    geef_vaste_woorden()
    register = eigen / keuze.register.name  # what one stand types the next must not see
    shutil.copyfile(keuze.register, register)
    runner = Runner(
        lambda: bootstrap.open(register, clock=FixedClock(NU), gebruiker="S. de Graaf"),
        bootstrap.sluit,
    )
    fotograaf = Fotograaf(runner, stijl, stand, keuze.map, instellingen)
    runner.start(lambda _ctx: fotograaf.begin())
    return program.exec()


class Fotograaf:
    """Walks through the window; after each step it waits until the register is quiet."""

    def __init__(
        self, runner: object, stijl: object, stand: Stand, map_: Path, instellingen: object
    ) -> None:
        from klachtenapp.ui.main_window import MainWindow  # noqa: PLC0415

        self._runner, self._stijl, self._stand, self._map = runner, stijl, stand, map_
        self._maak = lambda: MainWindow(runner, stijl, instellingen=instellingen)  # type: ignore[arg-type]
        self._stappen: list[Callable[[], object]] = []

    def begin(self) -> None:
        """Show the window and start walking."""
        from klachtenapp.domain.begrippen import Status  # noqa: PLC0415
        from klachtenapp.services import werkvoorraad  # noqa: PLC0415

        self._venster = venster = self._maak()
        venster.resize(
            round(self._stand.breedte / self._stand.schaal),
            round(self._stand.hoogte / self._stand.schaal),
        )
        venster.show()
        self._kenmerk = ""

        def zoek_dossier() -> None:
            self._runner.run(werkvoorraad.werkvoorraad, onthoud)  # type: ignore[attr-defined]

        def onthoud(voorraad: werkvoorraad.Werkvoorraad) -> None:
            self._kenmerk = next(
                (
                    regel.dossier.kenmerk
                    for regel in voorraad.regels
                    if regel.dossier.status is Status.HOREN
                ),
                voorraad.regels[0].dossier.kenmerk,
            )

        self._stappen = [
            lambda: None,  # half a second for the first rows to be laid out
            lambda: self._foto("werkvoorraad"),
            lambda: venster.toon_pagina("register"),
            lambda: self._foto("register"),
            lambda: self._zoek("brief"),
            lambda: self._foto("zoeken"),
            venster.palet.sluit,
            venster.nieuwe_melding,
            self._vul_in,
            lambda: self._foto("nieuwe-melding"),
            zoek_dossier,
            lambda: venster.open_dossier(self._kenmerk),
            lambda: self._foto("dossier"),
            lambda: venster.toon_pagina("stappenplan"),
            lambda: self._foto("stappenplan"),
            lambda: venster.toon_pagina("post"),
            lambda: self._foto("post"),
            lambda: venster.pagina("post").kies("boek"),
            lambda: self._foto("postboek"),
            lambda: venster.toon_pagina("beheer"),
            lambda: self._foto("beheer"),
            lambda: self._sectie("Brieven"),
            lambda: None,  # the page beside the text takes a moment to be drawn
            lambda: self._foto("beheer-brieven"),
            lambda: self._sectie("Huisstijl"),
            lambda: None,
            lambda: self._foto("beheer-huisstijl"),
            lambda: venster.open_dossier(self._kenmerk, "voortgangsbericht"),
            lambda: None,
            lambda: self._foto("brief"),
            lambda: venster.toon_pagina("importeren"),
            lambda: self._foto("importeren"),
            venster.toon_toetsen,
            lambda: self._foto("sneltoetsen"),
            venster.toetsenkaart.sluit,
            *self._van_het_slot(),
            *self._van_de_schijf(),
            self._eerste_keer,
            self._klaar,
        ]
        self._volgende()

    def _volgende(self) -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415

        if not self._runner.is_rustig:  # type: ignore[attr-defined]
            QTimer.singleShot(40, self._volgende)
            return
        if self._stappen:
            self._stappen.pop(0)()
            QTimer.singleShot(500, self._volgende)

    def _foto(self, naam: str) -> None:
        self._bewaar(self._venster, naam)

    def _bewaar(self, widget: object, naam: str) -> None:
        """Take a picture of what has come to rest: when two in a row are the same."""
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

        if self._stand.alleen and naam not in self._stand.alleen:
            return
        beeld = None
        for _keer in range(_MEESTE_BEELDEN):
            QCoreApplication.sendPostedEvents()
            vorige, beeld = beeld, widget.grab().toImage()  # type: ignore[attr-defined]
            if beeld == vorige:
                break
        beeld.save(str(self._map / f"{naam}{self._stand.achter}.png"))

    def _zoek(self, woord: str) -> None:
        from PySide6.QtTest import QTest  # noqa: PLC0415
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        self._venster.zoek()
        QTest.keyClicks(QApplication.focusWidget(), woord)

    def _vul_in(self) -> None:
        """Type the klacht of a man at the counter, as a user would."""
        from PySide6.QtCore import Qt  # noqa: PLC0415
        from PySide6.QtTest import QTest  # noqa: PLC0415
        from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit  # noqa: PLC0415

        pagina = self._venster.pagina("nieuwe_melding")
        getypt = {
            "Voorletters of voornaam": "Youssef",
            "Achternaam": "Mohamed",
            "Telefoon": "06 12 34 56 78",
            "Postcode": "1741 AB",
            "Nr.": "12",
            "Straat of postbus": "Dorpsstraat",
            "Plaats": "Voorbeeldstad",
            "Wat is er gebeurd": "Ik kreeg een brief die ik niet begrijp. Ik heb drie keer gebeld. "
            "Niemand belde terug.",
        }
        velden = [*pagina.findChildren(QLineEdit), *pagina.findChildren(QPlainTextEdit)]
        for naam, tekst in getypt.items():
            veld = next((v for v in velden if v.accessibleName().startswith(naam)), None)
            if veld is not None and veld.isVisible():
                QTest.keyClicks(veld, tekst)
        for knop in pagina.findChildren(QAbstractButton):
            if knop.text() in ("heer", "bellen", "leest moeilijk", "balie") and knop.isVisible():
                QTest.mouseClick(knop, Qt.MouseButton.LeftButton)

    def _sectie(self, naam: str) -> None:
        """Show one section of Beheer, as one who clicks on its name."""
        lijst = self._venster.pagina("beheer").lijst
        lijst.setCurrentRow([lijst.item(n).text() for n in range(lijst.count())].index(naam))

    def _van_het_slot(self) -> list[Callable[[], object]]:
        """The paper with the herstelsleutel, and what a copy would bring back."""
        from klachtenapp.services import reservekopie  # noqa: PLC0415
        from klachtenapp.ui.herstel import HerstelVenster  # noqa: PLC0415
        from klachtenapp.ui.slot.aanzetten import Aanzetten  # noqa: PLC0415

        venster, runner = self._venster, self._runner
        vensters: list[Any] = []

        def open_slot() -> None:
            wizard = Aanzetten(runner, venster, venster, nieuw=False, in_kluis=True)
            vensters.append(wizard)
            wizard.resize(*self._passend(720, 620))
            wizard.verder()
            wizard.show()

        def open_herstel() -> None:
            pad = runner.ctx.register.pad  # type: ignore[attr-defined]
            herstel = HerstelVenster(pad, FixedClock(NU).now, venster)
            vensters.append(herstel)
            herstel.resize(*self._passend(880, 600))
            herstel.show()

        return [
            open_slot,
            lambda: None,
            lambda: self._bewaar(vensters[-1], "sleutel"),
            lambda: vensters[-1].reject(),
            lambda: runner.run(reservekopie.maak, lambda _kopie: None),  # type: ignore[attr-defined]
            open_herstel,
            lambda: None,
            lambda: None,
            lambda: self._bewaar(vensters[-1], "terugzetten"),
            lambda: vensters[-1].reject(),
        ]

    def _passend(self, breed: int, hoog: int) -> tuple[int, int]:
        """Return the size of a window of its own on the screen of this stand."""
        ruimte = (self._stand.breedte / self._stand.schaal, self._stand.hoogte / self._stand.schaal)
        return min(breed, round(ruimte[0]) - 16), min(hoog, round(ruimte[1]) - 56)

    def _van_de_schijf(self) -> list[Callable[[], object]]:
        """A colleague who was first, a disk that goes, and what comes in when it is back."""
        venster, schijf = self._venster, Nepschijf()
        verbinding = venster._samenspel.verbinding  # noqa: SLF001 - a disk that is not there
        verbinding._aanwezig = schijf  # noqa: SLF001
        verbinding._maak_los = schijf.laatste_stand  # noqa: SLF001
        blad = lambda: venster.pagina("dossier").werkblad.tabs["klacht"]  # noqa: E731 - made late

        def typ() -> None:
            blad().bewerk()
            blad().veld("onderwerp").zet_waarde("Brief niet te begrijpen, niemand belt terug")
            collega(
                self._runner,
                self._kenmerk,
                onderwerp="Onduidelijke brief van Belastingen",
                beklaagde="J. Bos",
            )

        return [
            lambda: venster.open_dossier(self._kenmerk),
            lambda: venster.pagina("dossier").naar_dossier(),
            lambda: venster.pagina("dossier").werkblad.balk.kies("klacht"),
            typ,
            lambda: blad().bewaar(),
            lambda: None,
            lambda: self._foto("conflict"),
            lambda: blad().wissel(),
            lambda: schijf.zet(aan=False),
            verbinding.tik,
            verbinding.tik,
            lambda: venster.toon_pagina("werkvoorraad"),
            lambda: self._foto("offline"),
            venster.nieuwe_melding,
            venster.pagina("nieuwe_melding").registreer,
            lambda: self._foto("offline-melding"),
            lambda: venster.toon_pagina("werkvoorraad"),
            lambda: schijf.zet(aan=True),
            verbinding.tik,
            lambda: None,
            lambda: None,
            lambda: self._foto("hersteld"),
        ]

    def _eerste_keer(self) -> None:
        from klachtenapp.ui.eerste_keer import EersteKeer  # noqa: PLC0415

        keuze = EersteKeer()
        keuze.toon()
        keuze.show()
        self._bewaar(keuze, "eerste-keer")
        keuze.close()

    def _klaar(self) -> None:
        self._venster.close()


if __name__ == "__main__":
    sys.exit(main())
