"""Keeps what surrounds the pages true: counts, place of the register, copy, exercise clock."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from klachtenapp import bootstrap
from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.services import beheer, oefenrol
from klachtenapp.services.beheer import Registerinfo
from klachtenapp.services.context import Context
from klachtenapp.services.oefenrol import Speler
from klachtenapp.ui import formatting
from klachtenapp.ui.kopiewacht import Kopiewacht
from klachtenapp.ui.oefenstrook import Oefenstrook
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.zijbalk import Zijbalk
from klachtenapp.ui.zijbalk_voet import Registerstand

_POST_NA_MS: Final = 900  # first the work on the screen, and then how many letters wait


class Toezicht(QObject):
    """Watches one open register for the window. ``gemeente_gewijzigd`` also follows a new clock."""

    gemeente_gewijzigd = Signal()
    gemeld = Signal(str)

    def __init__(
        self, runner: Runner, zijbalk: Zijbalk, oefenstrook: Oefenstrook, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._zijbalk = zijbalk
        self._oefenstrook = oefenstrook
        oefenstrook.verzet.connect(self._verzet_klok)
        self._kopiefout = ""
        self.kopieen = Kopiewacht(runner, self)
        self.kopieen.mislukt.connect(self._on_kopiefout)
        self.kopieen.gemaakt.connect(self._vraag_stand)
        self.kopieen.begin()
        self._post = QTimer(self, interval=_POST_NA_MS, singleShot=True)
        self._post.timeout.connect(self._tel_post)

    def ververs(self) -> None:
        """Ask the register again how it stands, and show whose it is."""
        gemeente = self._runner.ctx.gemeente
        self._zijbalk.zet_gemeente(gemeente.naam)
        self._oefenstrook.setVisible(gemeente.oefening)
        self._oefenstrook.zet(self._runner.ctx.vandaag, gemeente.klokverschil_dagen)
        self.gemeente_gewijzigd.emit()
        if gemeente.oefening:
            self._runner.run(oefenrol.spelers, self._zet_spelers, vervangt="spelers")
        self._vraag_stand()
        self._post.start()

    def _zet_spelers(self, spelers: Sequence[Speler]) -> None:
        wie = self._runner.ctx.medewerker
        self._oefenstrook.zet_spelers(spelers, wie.id if wie else 0)

    def stop(self) -> None:
        """Begin nothing any more: the window closes."""
        self.kopieen.stop()
        self._post.stop()

    def _zet_stand(self, info: Registerinfo) -> None:
        ctx = self._runner.ctx
        kopie = formatting.moment(info.laatste_kopie, ctx.vandaag) if info.laatste_kopie else ""
        stand = Registerstand(
            ctx.gebruiker, info.pad, info.soort_schijf, kopie, kopiefout=self._kopiefout
        )
        self._zijbalk.zet_stand(stand)
        self._zijbalk.tel("werkvoorraad", info.openstaand)

    def _tel_post(self) -> None:
        if mag(self._runner.ctx.rollen, Recht.BEHANDELEN):
            self._runner.run(_brieven_klaar, self._zet_post, vervangt="post")
        if mag(self._runner.ctx.rollen, Recht.ONDERTEKENEN):
            self._runner.run(_te_tekenen, self._zet_te_tekenen, vervangt="te tekenen")

    def _zet_post(self, aantal: int) -> None:
        self._zijbalk.tel("post", aantal)

    def _zet_te_tekenen(self, aantal: int) -> None:
        self._zijbalk.tel("ondertekenen", aantal)

    def _vraag_stand(self) -> None:
        self._runner.run(beheer.registerinfo, self._zet_stand, vervangt="stand")

    def _on_kopiefout(self, zin: str) -> None:
        """Show at the foot that the copy failed, and take it away when one succeeds."""
        if zin != self._kopiefout:
            self._kopiefout = zin
            self._vraag_stand()

    def _verzet_klok(self, stap: int) -> None:
        dagen = self._runner.ctx.gemeente.klokverschil_dagen + stap if stap else 0
        self._runner.run(partial(_verzet, dagen=dagen), self._klok_verzet)

    def _klok_verzet(self, ctx: Context) -> None:
        self._runner.vervang(ctx)
        self.gemeld.emit("De klok van de oefening is verzet")


def _verzet(ctx: Context, dagen: int) -> Context:
    return bootstrap.verzet_klok(ctx, dagen)


def _brieven_klaar(ctx: Context) -> int:
    from klachtenapp.services import uitgaand  # noqa: PLC0415 - it reads PDF: not at the start

    return uitgaand.aantal(ctx)


def _te_tekenen(ctx: Context) -> int:
    from klachtenapp.services import ondertekenblad  # noqa: PLC0415 - as above

    return ondertekenblad.aantal(ctx)
