"""The memory and time of a reading process on Windows: a job object with this process in it.

Layout and meaning: JOBOBJECT_EXTENDED_LIMIT_INFORMATION in winnt.h. Since Windows 8 a process
may be put in a job of its own although it is in one already.
"""

from __future__ import annotations

import ctypes
from ctypes import c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from typing import Any, ClassVar

_UITGEBREIDE_GRENZEN = 9  # JobObjectExtendedLimitInformation
_TIJD_PER_PROCES, _GEHEUGEN_PER_PROCES = 0x2, 0x100  # JOB_OBJECT_LIMIT_PROCESS_TIME, _MEMORY
_PER_SECONDE = 10_000_000  # Windows counts in steps of 100 nanoseconds


class _Basis(ctypes.Structure):
    _fields_: ClassVar = [
        ("tijd_per_proces", c_int64),
        ("tijd_van_taak", c_int64),
        ("welke", c_uint32),
        ("minste_werkruimte", c_size_t),
        ("meeste_werkruimte", c_size_t),
        ("processen", c_uint32),
        ("kernen", c_size_t),
        ("voorrang", c_uint32),
        ("planning", c_uint32),
    ]


class Grenzen(ctypes.Structure):
    """What a job may do; the memory is that of each process in it, in bytes."""

    _fields_: ClassVar = [
        ("basis", _Basis),
        ("in_en_uit", c_uint64 * 6),
        ("geheugen_per_proces", c_size_t),
        ("geheugen_van_taak", c_size_t),
        ("piek_per_proces", c_size_t),
        ("piek_van_taak", c_size_t),
    ]


def begrens_dit_proces(geheugen: int, seconden: int) -> bool:
    """Limit memory (bytes) and processor time of this process; false when Windows refuses.

    What asks for more gets no memory, as on other systems. A refusal is no reason to read
    nothing: the sizes and times that we check ourselves still hold.
    """
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32")  # noqa: B009 - not there on Linux
    kernel.CreateJobObjectW.restype = c_void_p
    kernel.CreateJobObjectW.argtypes = [c_void_p, c_void_p]
    kernel.GetCurrentProcess.restype = c_void_p
    kernel.SetInformationJobObject.argtypes = [c_void_p, c_uint32, c_void_p, c_uint32]
    kernel.AssignProcessToJobObject.argtypes = [c_void_p, c_void_p]
    taak = kernel.CreateJobObjectW(None, None)
    if not taak:
        return False
    grenzen = Grenzen()
    grenzen.basis.welke = _TIJD_PER_PROCES | _GEHEUGEN_PER_PROCES
    grenzen.basis.tijd_per_proces = seconden * _PER_SECONDE
    grenzen.geheugen_per_proces = geheugen
    gezet = kernel.SetInformationJobObject(
        taak, _UITGEBREIDE_GRENZEN, ctypes.byref(grenzen), ctypes.sizeof(grenzen)
    )
    return bool(gezet and kernel.AssignProcessToJobObject(taak, kernel.GetCurrentProcess()))
