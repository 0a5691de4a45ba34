"""The limits of a reading process on Windows, on a Windows that only notes what it is asked."""

from __future__ import annotations

import ctypes
import sys
from unittest.mock import Mock

import pytest

from klachtenapp.uitwisseling import grenzen, windowstaak

TAAK, PROCES = 44, -1


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Mock:
    nep = Mock()
    nep.CreateJobObjectW.return_value = TAAK
    nep.GetCurrentProcess.return_value = PROCES
    nep.SetInformationJobObject.return_value = nep.AssignProcessToJobObject.return_value = 1
    monkeypatch.setattr(ctypes, "WinDLL", lambda naam: {"kernel32": nep}[naam], raising=False)
    return nep


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes of 64 bits")
def test_the_limits_lie_where_windows_reads_them() -> None:
    assert ctypes.sizeof(windowstaak.Grenzen) == 144
    assert windowstaak.Grenzen.geheugen_per_proces.offset == 112
    assert windowstaak.Grenzen.in_en_uit.offset == 64


def test_this_process_goes_into_a_job_with_limits(
    kernel: Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezien: list[tuple[int, int, int]] = []

    def zet(taak: int, soort: int, waar: object, groot: int) -> int:
        eisen = waar._obj  # type: ignore[attr-defined]
        gezien.append((eisen.basis.welke, eisen.basis.tijd_per_proces, eisen.geheugen_per_proces))
        assert (taak, soort, groot) == (TAAK, 9, ctypes.sizeof(eisen))
        return 1

    kernel.SetInformationJobObject = Mock(side_effect=zet)
    monkeypatch.setattr(sys, "platform", "win32")
    grenzen.begrens_dit_proces(700)
    assert gezien == [(0x102, 70 * 10_000_000, 700)]
    kernel.AssignProcessToJobObject.assert_called_once_with(TAAK, PROCES)


def test_a_windows_that_refuses_is_no_reason_to_stop(kernel: Mock) -> None:
    assert windowstaak.begrens_dit_proces(1, 1)
    kernel.AssignProcessToJobObject.return_value = 0
    assert not windowstaak.begrens_dit_proces(1, 1)
    kernel.CreateJobObjectW.return_value = None
    assert not windowstaak.begrens_dit_proces(1, 1)
