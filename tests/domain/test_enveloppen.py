"""The order of the envelopes: one address together, Dutch post first, counter and office last."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.enveloppen import envelopvolgorde, zelfde_envelop

_NAMEN = st.sampled_from(["Mevrouw A. Aal", "De heer B. Bos", "Żółkiewska", ""])
_STRATEN = st.sampled_from(["Kerkstraat 9", "Kerkstraat 12", "2e Dwarsstraat 3 bis", "Postbus 100"])
_PLAATSEN = st.sampled_from(["1234 AB  DORP", "1234 AC  DORP", "9999 ZZ  STAD", "75001 PARIS"])
_ADRES = st.one_of(
    st.tuples(_NAMEN, _STRATEN, _PLAATSEN), st.tuples(_NAMEN), st.just(())
)  # fmt: skip
_KANALEN = st.sampled_from(["post", "balie", "intern", "e-mail", "iets nieuws"])


@given(st.lists(st.tuples(_ADRES, _KANALEN), max_size=30), st.randoms())
def test_letters_for_one_address_lie_together(
    brieven: list[tuple[tuple[str, ...], str]], toeval: random.Random
) -> None:
    def volgorde(brief: tuple[tuple[str, ...], str]) -> object:
        return envelopvolgorde(*brief)

    geordend = sorted(brieven, key=volgorde)  # type: ignore[arg-type]
    gehusseld = list(brieven)
    toeval.shuffle(gehusseld)
    assert [volgorde(b) for b in sorted(gehusseld, key=volgorde)] == [  # type: ignore[arg-type]
        volgorde(b) for b in geordend
    ]
    gezien: list[object] = []
    for sleutel in map(volgorde, geordend):
        if sleutel not in gezien:
            gezien.append(sleutel)
        assert gezien[-1] == sleutel


def test_house_numbers_count_as_numbers_and_piles_follow_each_other() -> None:
    adressen = [
        (("A", "Kerkstraat 9", "1234 AB  DORP"), "post"),
        (("A", "Kerkstraat 12", "1234 AB  DORP"), "post"),
        (("A", "Aweg 1", "1234 AC  DORP"), "post"),
        (("A", "Rue 1", "75001 PARIS", "FRANKRIJK"), "post"),
        (("A", "Aweg 1", "1000 AA  DORP"), "balie"),
        (("A", "Afdeling Burgerzaken", "Gemeente Dorp"), "intern"),
    ]
    assert sorted(adressen, key=lambda brief: envelopvolgorde(*brief)) == adressen


def test_one_envelope_is_the_same_address_line_by_line() -> None:
    een = ("A", "Kerkstraat 9", "1234 AB  DORP")
    assert zelfde_envelop(een, een)
    assert not zelfde_envelop(een, ("B", *een[1:]))
    assert not zelfde_envelop((), ())
