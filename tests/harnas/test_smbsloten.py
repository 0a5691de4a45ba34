"""The lock table of the bridge to Samba, against a server that is as strict as SMB says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harnas.smbsloten import Bereik, Greep, Sloten

_WAAR = st.integers(0, 12)
_STAP = st.tuples(
    st.integers(0, 1),  # which process
    st.integers(0, 1),  # through which of its two open files
    st.sampled_from("rwu?"),
    _WAAR,
    st.integers(1, 6),
)


class Server:
    """Ranges as SMB has them: of one handle each, and given back only whole."""

    dood = False

    def __init__(self) -> None:
        self.houdt: list[tuple[bytes, int, int, bool]] = []

    def slot(self, greep: bytes, *bereiken: tuple[int, int], vlag: int) -> None:
        if vlag & 4:
            for begin, lengte in bereiken:
                (van_ons,) = [h for h in self.houdt if h[:3] == (greep, begin, lengte)]
                self.houdt.remove(van_ons)
            return
        komt = [(greep, begin, lengte, bool(vlag & 2)) for begin, lengte in bereiken]
        for _, begin, lengte, alleen in komt:
            for _, ander, hoe_lang, dicht in self.houdt:
                if begin < ander + hoe_lang and ander < begin + lengte and (alleen or dicht):
                    raise BlockingIOError
        self.houdt += komt

    def bytes_van(self, grepen: set[bytes]) -> dict[int, bool]:
        """Return which bytes some handles have, and whether for themselves alone."""
        return {
            plek: dicht
            for greep, begin, lengte, dicht in self.houdt
            if greep in grepen
            for plek in range(begin, begin + lengte)
        }


@given(st.lists(_STAP, max_size=30))
def test_wat_een_proces_heeft_is_wat_linux_het_zou_geven(stappen: list[Any]) -> None:
    """Each byte of a file has for each process no lock, a shared one or its own."""
    server, sloten = Server(), Sloten()
    namen = [[b"a", b"b"], [b"c", b"d"]]
    grepen = [[Greep(server, naam, 1) for naam in paar] for paar in namen]  # type: ignore[arg-type]
    linux: list[dict[int, bool]] = [{}, {}]
    for proces, welke, wat, begin, lengte in stappen:
        eigen, ander, greep = linux[proces], linux[1 - proces], grepen[proces][welke]
        plekken = range(begin, begin + lengte)
        bereik = Bereik(begin, begin + lengte, wat in "w?", greep)
        botst = any(p in ander and (bereik.uitsluitend or ander[p]) for p in plekken)
        if wat == "u":
            sloten.wis(proces, 1, begin, begin + lengte)
            for plek in plekken:
                eigen.pop(plek, None)
        elif wat == "?":
            bezet = any(p in ander for p in plekken if p not in eigen)
            assert sloten.is_vrij(proces, bereik) is not bezet
        elif botst:
            with pytest.raises(BlockingIOError):
                sloten.zet(proces, bereik)
        else:
            sloten.zet(proces, bereik)
            eigen |= dict.fromkeys(plekken, bereik.uitsluitend)
        assert [server.bytes_van(set(paar)) for paar in namen] == linux


def test_een_gesloten_bestand_houdt_niets_vast() -> None:
    server, sloten = Server(), Sloten()
    greep = Greep(server, b"a", 1)  # type: ignore[arg-type]
    sloten.zet(1, Bereik(0, 5, True, greep))
    sloten.vergeet(greep)
    server.houdt.clear()  # as the server does at CLOSE
    sloten.zet(1, Bereik(0, 5, True, greep))
    assert server.houdt == [(b"a", 0, 5, True)]
