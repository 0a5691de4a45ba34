"""The three roads of the runner: answer, error with a sentence, bug."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from klachtenapp.errors import KlachtenappError, OmgevingFout, RegelFout
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Achtergelaten, Lopend, Taak
from klachtenapp.ui.werkdraad import Werkdraad


@dataclass
class NepRegister:
    draad: str = ""

    def sluit(self) -> None:
        self.draad = threading.current_thread().name


@dataclass
class NepContext:
    register: NepRegister = field(default_factory=NepRegister)
    geschreven: list[str] = field(default_factory=list)


@pytest.fixture
def ctx() -> NepContext:
    return NepContext()


@pytest.fixture
def nep(qtbot: QtBot, ctx: NepContext) -> Iterator[Runner]:
    runner = Runner(lambda: ctx)  # type: ignore[arg-type, return-value]
    runner.start()
    yield runner
    runner.sluit()


def wacht(qtbot: QtBot, runner: Runner, doe: Callable[[], Any]) -> None:
    with qtbot.waitSignal(runner.bezig, check_params_cb=lambda bezig: not bezig, timeout=20_000):
        doe()


def test_the_answer_comes_back_in_the_thread_of_the_window(qtbot: QtBot, nep: Runner) -> None:
    draden: list[str] = []
    wacht(
        qtbot,
        nep,
        lambda: nep.run(
            lambda _ctx: threading.current_thread().name,
            lambda naam: draden.extend([naam, threading.current_thread().name]),
        ),
    )
    assert draden[0].startswith("register")
    assert draden[1] == threading.main_thread().name


def test_work_runs_one_by_one_in_the_order_given(qtbot: QtBot, nep: Runner) -> None:
    volgorde: list[int] = []

    def doe() -> None:
        for n in range(20):
            nep.run(lambda _ctx, n=n: n, volgorde.append)

    wacht(qtbot, nep, doe)
    assert volgorde == list(range(20))


def test_a_write_tells_the_pages_and_a_read_does_not(qtbot: QtBot, nep: Runner) -> None:
    keren: list[int] = []
    nep.changed.connect(lambda: keren.append(1))
    wacht(qtbot, nep, lambda: nep.run(lambda _ctx: None))
    assert keren == []
    wacht(qtbot, nep, lambda: nep.run(lambda _ctx: None, schrijft=True))
    assert keren == [1]


def test_a_refusal_goes_to_who_asked(qtbot: QtBot, nep: Runner) -> None:
    fouten: list[object] = []

    def weiger(_ctx: object) -> None:
        raise RegelFout("De datum ligt in de toekomst.", veld="ontvangen_op")

    wacht(qtbot, nep, lambda: nep.run(weiger, mislukt=fouten.append, schrijft=True))
    assert [str(fout) for fout in fouten] == ["De datum ligt in de toekomst."]


def test_a_refusal_nobody_asked_for_goes_to_the_window(qtbot: QtBot, nep: Runner) -> None:
    fouten: list[object] = []
    nep.failed.connect(fouten.append)

    def weg(_ctx: object) -> None:
        raise OmgevingFout("De netwerkschijf is weg.")

    wacht(qtbot, nep, lambda: nep.run(weg))
    assert isinstance(fouten[0], OmgevingFout)


def test_a_bug_reaches_the_excepthook(qtbot: QtBot, nep: Runner) -> None:
    with qtbot.capture_exceptions() as gevangen:
        wacht(qtbot, nep, lambda: nep.run(lambda _ctx: 1 / 0))
    assert gevangen[0][0] is ZeroDivisionError


def test_a_bug_in_the_answer_still_refreshes_after_a_write(qtbot: QtBot, nep: Runner) -> None:
    keren: list[int] = []
    nep.changed.connect(lambda: keren.append(1))
    with qtbot.capture_exceptions() as gevangen:
        wacht(qtbot, nep, lambda: nep.run(lambda _ctx: 0, lambda _u: 1 / 0, schrijft=True))
    assert gevangen
    assert keren == [1]


def test_only_the_last_answer_to_the_same_question_counts(qtbot: QtBot, nep: Runner) -> None:
    gevraagd: list[int] = []
    gekregen: list[int] = []
    poort = threading.Event()

    def doe() -> None:
        nep.run(lambda _ctx: poort.wait(20))
        for n in range(5):
            nep.run(lambda _ctx, n=n: gevraagd.append(n) or n, gekregen.append, vervangt="zoek")
        poort.set()

    wacht(qtbot, nep, doe)
    assert gevraagd == [4]
    assert gekregen == [4]


class Ontvanger(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.gekregen: list[object] = []

    def neem(self, uitkomst: object) -> None:
        self.gekregen.append(uitkomst)

    def als_lambda(self) -> Callable[[object], None]:
        return lambda uitkomst: self.neem(uitkomst)

    def als_deel(self) -> Callable[[object], None]:
        return partial(self.neem)


@pytest.mark.parametrize(
    "vorm",
    [lambda o: o.neem, Ontvanger.als_lambda, Ontvanger.als_deel],
    ids=["method", "lambda", "partial"],
)
def test_an_answer_for_a_widget_that_is_gone_is_dropped(
    qtbot: QtBot, nep: Runner, vorm: Callable[[Ontvanger], Callable[[object], None]]
) -> None:
    ontvanger = Ontvanger()

    def doe() -> None:
        nep.run(lambda _ctx: 1, vorm(ontvanger))
        shiboken6.delete(ontvanger)

    wacht(qtbot, nep, doe)
    assert ontvanger.gekregen == []


def test_a_long_job_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot, nep: Runner) -> None:
    standen: list[tuple[int, int]] = []
    uitkomst: list[int] = []
    begonnen, door = threading.Event(), threading.Event()

    def werk(_ctx: object, voortgang: Any, gestopt: Callable[[], bool]) -> int:
        for n in range(1000):
            voortgang(n, 1000)
            begonnen.set()
            door.wait(20)
            if gestopt():
                return n
        return -1

    def doe() -> None:
        lopend = nep.run_long(
            werk, uitkomst.append, voortgang=lambda gedaan, totaal: standen.append((gedaan, totaal))
        )
        begonnen.wait(20)
        lopend.stop()
        door.set()

    wacht(qtbot, nep, doe)
    assert uitkomst == [0]
    assert standen == [(0, 1000)]


def test_closing_finishes_writes_skips_reads_and_closes_in_the_worker(
    qtbot: QtBot, ctx: NepContext
) -> None:
    runner = Runner(lambda: ctx)  # type: ignore[arg-type, return-value]
    begonnen = threading.Event()
    gelezen: list[int] = []

    def tot_het_sluiten(_ctx: object) -> None:
        begonnen.set()
        while not runner._gesloten:
            threading.Event().wait(0.001)

    runner.start()
    runner.run(tot_het_sluiten)
    runner.run(lambda c: c.geschreven.append("a"), schrijft=True)  # type: ignore[attr-defined]
    runner.run(lambda _ctx: gelezen.append(1))
    assert begonnen.wait(20)
    runner.sluit()
    assert ctx.geschreven == ["a"]
    assert gelezen == []
    assert runner.is_rustig  # what was skipped is never answered: nobody need wait for it
    assert ctx.register.draad.startswith("register")
    assert not runner.is_open
    runner.run(lambda _ctx: gelezen.append(2))
    runner.sluit()


def test_a_register_that_does_not_open_is_told_once(qtbot: QtBot) -> None:
    fouten: list[object] = []

    def openen() -> Any:
        raise OmgevingFout("Het register is nieuwer dan dit programma.")

    runner = Runner(openen)
    wacht(qtbot, runner, lambda: runner.start(mislukt=fouten.append))
    assert len(fouten) == 1
    assert not runner.is_open
    with pytest.raises(RuntimeError):
        _ = runner.ctx
    runner.sluit()


def test_closing_while_the_disk_is_gone_is_told_and_still_closes(qtbot: QtBot) -> None:
    def weg(_ctx: object) -> None:
        raise OmgevingFout("De netwerkschijf is weg.")

    runner = Runner(NepContext, weg)  # type: ignore[arg-type]
    wacht(qtbot, runner, runner.start)
    with pytest.raises(OmgevingFout):
        runner.sluit()
    assert not runner.is_open
    runner.sluit()


def test_slow_work_beside_the_worker_lets_clicks_go_first(nep: Runner, qtbot: QtBot) -> None:
    mag_verder = threading.Event()
    volgorde: list[str] = []
    nep.run_ernaast(lambda _ctx: mag_verder.wait(60), lambda _ja: volgorde.append("kopie"))
    nep.run(lambda _ctx: "klik", volgorde.append)
    qtbot.waitUntil(lambda: volgorde == ["klik"], timeout=20_000)
    mag_verder.set()
    qtbot.waitUntil(lambda: volgorde == ["klik", "kopie"], timeout=20_000)


def test_a_disk_that_never_answers_is_left_behind(qtbot: QtBot, ctx: NepContext) -> None:
    """The window goes on with another register; the old one is closed when it comes back."""
    antwoordt, ander = threading.Event(), NepContext()
    runner = Runner(lambda: ctx)  # type: ignore[arg-type, return-value]
    wacht(qtbot, runner, runner.start)
    zinnen: list[str] = []
    antwoorden: list[object] = []
    runner.run(
        lambda _ctx: antwoordt.wait(60),
        antwoorden.append,
        mislukt=lambda fout: zinnen.append(str(fout)),
    )
    runner.run(
        lambda _ctx: "nooit begonnen", antwoorden.append, mislukt=lambda _: zinnen.append("")
    )
    wacht(qtbot, runner, lambda: runner.wissel(lambda: ander))  # type: ignore[arg-type, return-value]
    assert len(zinnen) == 2
    assert "antwoordt niet" in zinnen[0]
    assert runner.ctx is ander  # type: ignore[comparison-overlap]
    wacht(qtbot, runner, lambda: runner.run(lambda ctx: ctx, antwoorden.append))
    antwoordt.set()
    qtbot.waitUntil(lambda: bool(ctx.register.draad), timeout=20_000)
    assert antwoorden == [ander]
    runner.sluit()
    assert ander.register.draad


def test_opening_that_comes_too_late_is_closed_again(qtbot: QtBot, ctx: NepContext) -> None:
    antwoordt, begonnen, ander = threading.Event(), threading.Event(), NepContext()

    def traag_open() -> NepContext:
        begonnen.set()
        antwoordt.wait(60)
        return ctx

    runner = Runner(traag_open)  # type: ignore[arg-type]
    runner.start()
    assert begonnen.wait(20)
    wacht(qtbot, runner, lambda: runner.wissel(lambda: ander))  # type: ignore[arg-type, return-value]
    antwoordt.set()
    qtbot.waitUntil(lambda: bool(ctx.register.draad), timeout=20_000)
    assert runner.ctx is ander  # type: ignore[comparison-overlap]
    runner.sluit()


def test_opening_that_ends_while_it_is_left_behind_is_closed_again(
    qtbot: QtBot, ctx: NepContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk answers at the very moment of going on without it."""
    antwoordt, begonnen, ander = threading.Event(), threading.Event(), NepContext()

    def traag_open() -> NepContext:
        begonnen.set()
        antwoordt.wait(60)
        return ctx

    runner = Runner(traag_open)  # type: ignore[arg-type]
    verlaat = Werkdraad.verlaat

    def verlaat_later(draad: Werkdraad, laatste: Callable[[], None]) -> None:
        antwoordt.set()
        while not (runner._ctx is ctx or ctx.register.draad):  # type: ignore[comparison-overlap]
            threading.Event().wait(0.001)
        verlaat(draad, laatste)

    monkeypatch.setattr(Werkdraad, "verlaat", verlaat_later)
    runner.start()
    assert begonnen.wait(20)
    wacht(qtbot, runner, lambda: runner.wissel(lambda: ander))  # type: ignore[arg-type, return-value]
    qtbot.waitUntil(lambda: bool(ctx.register.draad), timeout=20_000)
    assert runner.ctx is ander  # type: ignore[comparison-overlap]
    runner.sluit()


def test_what_was_left_before_it_began_never_begins(
    qtbot: QtBot, nep: Runner, ctx: NepContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the user hears that it was not done, and it is done after that, in the wrong place."""
    ander = NepContext()
    gepakt, door = threading.Event(), threading.Event()
    fouten: list[KlachtenappError] = []

    def pak(taak: Taak) -> bool:
        if taak.schrijft:
            gepakt.set()
            door.wait(60)
        return False

    wacht(qtbot, nep, lambda: nep.run(lambda _ctx: None))
    monkeypatch.setattr(nep, "_verouderd", pak)
    nep.run(
        lambda c: c.geschreven.append("a"),  # type: ignore[attr-defined]
        schrijft=True,
        mislukt=fouten.append,
    )
    assert gepakt.wait(20)
    oud = nep._werker
    monkeypatch.undo()
    wacht(qtbot, nep, lambda: nep.wissel(lambda: ander))  # type: ignore[arg-type, return-value]
    door.set()
    oud._draad.join(60)
    assert [isinstance(f, Achtergelaten) and f.begonnen for f in fouten] == [False]
    assert ctx.geschreven == ander.geschreven == []


def test_a_question_that_takes_long_is_told(
    qtbot: QtBot, nep: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klachtenapp.ui.runner.TRAAG_S", 0.0)
    antwoordt = threading.Event()
    with qtbot.waitSignal(nep.traag, check_params_cb=bool, timeout=20_000):
        nep.run(lambda _ctx: antwoordt.wait(60))
    with qtbot.waitSignal(nep.traag, check_params_cb=lambda traag: not traag, timeout=20_000):
        antwoordt.set()


def test_who_keeps_asking_is_told_too_that_it_takes_long(
    qtbot: QtBot, nep: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klachtenapp.ui.runner.TRAAG_S", 0.0)
    antwoordt = threading.Event()
    typt = QTimer(interval=100)  # letter by letter in a search field
    typt.timeout.connect(lambda: nep.run(lambda _ctx: None, vervangt="zoek"))
    try:
        with qtbot.waitSignal(nep.traag, check_params_cb=bool, timeout=20_000):
            nep.run(lambda _ctx: antwoordt.wait(60))
            typt.start()
    finally:
        typt.stop()
        antwoordt.set()
    qtbot.waitUntil(lambda: nep.is_rustig)


def test_a_register_that_was_left_behind_may_fail_to_close(qtbot: QtBot) -> None:
    """Nobody waits for it any more, and its thread has nobody to tell."""
    geprobeerd = threading.Event()

    def weg(_ctx: object) -> None:
        geprobeerd.set()
        raise OmgevingFout("De netwerkschijf is weg.")

    ander = NepContext()
    runner = Runner(NepContext, weg)  # type: ignore[arg-type]
    wacht(qtbot, runner, runner.start)
    wacht(qtbot, runner, lambda: runner.wissel(lambda: ander))  # type: ignore[arg-type, return-value]
    assert geprobeerd.wait(20)  # an exception in a thread would fail this test
    wacht(qtbot, runner, lambda: runner.run(lambda _ctx: None))
    with pytest.raises(OmgevingFout):
        runner.sluit()


def test_what_was_left_behind_knows_whether_it_had_begun(qtbot: QtBot, nep: Runner) -> None:
    antwoordt, begonnen = threading.Event(), threading.Event()
    fouten: list[KlachtenappError] = []

    def hang(_ctx: object) -> None:
        begonnen.set()
        antwoordt.wait(60)

    nep.run(hang, schrijft=True, mislukt=fouten.append)
    nep.run(lambda _ctx: None, schrijft=True, mislukt=fouten.append)
    assert begonnen.wait(20)
    wacht(qtbot, nep, lambda: nep.wissel(NepContext))  # type: ignore[arg-type]
    antwoordt.set()
    assert [isinstance(f, Achtergelaten) and f.begonnen for f in fouten] == [True, False]


def test_a_long_job_is_asked_to_stop_when_its_disk_is_left(qtbot: QtBot, nep: Runner) -> None:
    """An import that finds the disk back may not go on behind the user's back."""
    begonnen, door, gestopt_gezien = threading.Event(), threading.Event(), threading.Event()

    def werk(_ctx: object, _voortgang: Any, gestopt: Callable[[], bool]) -> None:
        begonnen.set()
        door.wait(60)
        if gestopt():
            gestopt_gezien.set()

    nep.run_long(werk, mislukt=lambda _fout: None)
    assert begonnen.wait(20)
    wacht(qtbot, nep, lambda: nep.wissel(NepContext))  # type: ignore[arg-type]
    door.set()
    assert gestopt_gezien.wait(20)


def test_a_page_that_outlives_the_register_still_reads_its_facts(
    qtbot: QtBot, ctx: NepContext
) -> None:
    """A timer of a filter may fire between closing the register and the end of its page."""
    runner = Runner(lambda: ctx)  # type: ignore[arg-type, return-value]
    wacht(qtbot, runner, runner.start)
    runner.sluit()
    assert runner.ctx is ctx  # type: ignore[comparison-overlap]
    assert not runner.is_open


def test_what_runs_beside_the_worker_is_left_behind_with_the_disk(
    nep: Runner, qtbot: QtBot
) -> None:
    antwoordt, begonnen = threading.Event(), threading.Event()
    lopend = Lopend()
    uitkomsten: list[str] = []

    def kopieer(_ctx: object) -> None:
        begonnen.set()
        antwoordt.wait(60)

    nep.run_ernaast(
        kopieer, uitkomsten.append, mislukt=lambda fout: uitkomsten.append(str(fout)), lopend=lopend
    )
    assert begonnen.wait(20)
    wacht(qtbot, nep, lambda: nep.wissel(NepContext))  # type: ignore[arg-type]
    assert lopend.gestopt
    nep.run_ernaast(lambda _ctx: "de volgende kopie", uitkomsten.append)
    qtbot.waitUntil(lambda: len(uitkomsten) == 2, timeout=20_000)
    assert "antwoordt niet" in uitkomsten[0]
    assert uitkomsten[1] == "de volgende kopie"
    antwoordt.set()


def test_closing_does_not_wait_for_a_disk_that_does_not_answer(
    qtbot: QtBot, ctx: NepContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klachtenapp.ui.runner.TRAAG_S", 0.0)
    monkeypatch.setattr("klachtenapp.ui.runner._SLUITTIJD_S", 60.0)
    monkeypatch.setattr("klachtenapp.ui.runner._SLUITTIJD_WEG_S", 0.0)
    antwoordt, begonnen = threading.Event(), threading.Event()

    def hang(_ctx: object) -> None:
        begonnen.set()
        antwoordt.wait(60)

    runner = Runner(lambda: ctx)  # type: ignore[arg-type, return-value]
    runner.start()
    runner.run(hang)
    runner.run_ernaast(hang)
    assert begonnen.wait(20)
    runner.sluit()
    assert not antwoordt.is_set()  # and we are here already
    antwoordt.set()
    for draad in (runner._werker, runner._bijwerker):
        assert draad.sluit(30)  # else one of them could be the last to hold the runner
