"""Settles the conditions of a text and writes its repetitions out; facts come in later."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain.teksttaal.merken import (
    MAX_DIEPTE,
    MAX_MERKEN,
    MAX_TEKST,
    Merk,
    Merksoort,
    lees_merk,
    splits,
)
from klachtenapp.errors import RegelFout
from klachtenapp.papier.lettertype import drukbaar

MAX_UIT = 150_000
"""Most characters of one letter, about fifty pages: more is a mistake or mischief."""
MAX_RIJEN = 99
"""Most rows of a repetition."""


def te_lang() -> RegelFout:
    """Return the refusal of a letter that grows without end."""
    return RegelFout("De brief wordt veel te lang. Maak de tekst korter.", veld="tekst")


def geen_veld(naam: str) -> RegelFout:
    """Return the refusal of a mark that is no field, condition or row."""
    kort = drukbaar(naam).strip()[:40]
    return RegelFout(
        f"In de tekst staat {{{{{kort}}}}}. Dat veld bestaat niet. Kies een veld uit de lijst.",
        veld=kort,
    )


class Keuze:
    """Chooses the parts of one text by the facts ``velden``; it counts what it makes."""

    def __init__(self, velden: Mapping[str, str]) -> None:
        self._velden = velden
        self._rijen: dict[tuple[str, int], Mapping[str, str]] = {}
        self._lengte = 0
        self._delen: list[str] = []

    def kies(self, tekst: str) -> str:
        """Return ``tekst`` with its conditions settled and its repetitions written out.

        Only ``{{veld}}`` of a field that exists is left in it.
        """
        self._delen = splits(tekst)
        if len(tekst) > MAX_TEKST or len(self._delen) > 2 * MAX_MERKEN:
            raise RegelFout(
                f"De tekst is te lang. Een brief heeft hoogstens {MAX_TEKST:_} tekens en "
                f"{MAX_MERKEN:_} velden.".replace("_", "."),
                veld="tekst",
            )
        uit, _ = self._loop(0, self._velden, None, ())
        zonder = "".join(splits(uit)[::2])
        if "{{" in zonder or "}}" in zonder:
            raise RegelFout(
                "In de tekst staat een losse {{ of }}. Een veld schrijft u als {{naam}}.",
                veld="tekst",
            )
        return uit

    def _loop(
        self, plek: int, velden: Mapping[str, str], tot: Merksoort | None, in_: tuple[str, ...]
    ) -> tuple[str, int]:
        """Walk text and marks in turn up to the mark ``tot``; return text and place."""
        if len(in_) > MAX_DIEPTE:
            raise RegelFout("De tekst heeft te veel voorwaarden in elkaar.", veld="tekst")
        uit: list[str] = []
        while plek < len(self._delen):
            deel = self._delen[plek]
            if plek % 2 == 0:
                uit.append(self._tel(deel))
                plek += 1
                continue
            merk = lees_merk(deel)
            if merk is None:
                raise geen_veld(deel)
            if merk.soort is tot:
                return "".join(uit), plek
            if merk.soort.sluit:
                raise geen_veld(deel)
            if merk.soort is Merksoort.VELD:
                _controleer(merk.naam, velden)
                uit.append(self._tel(merk.tekst))
                plek += 1
                continue
            stuk, plek = self._blok(merk, plek, velden, in_)
            uit.append(stuk)
        if tot is not None:
            raise RegelFout(f"In de tekst ontbreekt {{{{{tot.value}}}}}.", veld=tot.value)
        return "".join(uit), plek

    def _tel(self, deel: str) -> str:
        self._lengte += len(deel)
        if self._lengte > MAX_UIT:
            raise te_lang()
        return deel

    def _blok(
        self, merk: Merk, plek: int, velden: Mapping[str, str], in_: tuple[str, ...]
    ) -> tuple[str, int]:
        if merk.soort is Merksoort.ELK:
            return self._herhaal(merk.naam, plek, in_)
        _controleer(merk.naam, velden)
        binnen, einde = self._loop(plek + 1, velden, Merksoort.EINDE_ALS, (*in_, ""))
        waar = velden[merk.naam].strip() not in ("", "nee")
        return (binnen if waar == (merk.soort is Merksoort.ALS) else ""), einde + 1

    def _herhaal(self, rij: str, plek: int, in_: tuple[str, ...]) -> tuple[str, int]:
        """Write the block once per row; ``onderdeel_x`` becomes ``onderdeel1_x`` and so on."""
        aantal = self._velden.get(f"{rij}_aantal")
        if aantal is None:
            raise geen_veld(f"#elk {rij}")
        if any(in_):
            raise RegelFout("Een herhaling kan niet in een herhaling staan.", veld=f"#elk {rij}")
        verder = (*in_, rij)
        _, einde = self._loop(plek + 1, self._rij(rij, 0), Merksoort.EINDE_ELK, verder)
        kopieen: list[str] = []
        for nummer in range(1, _getal(aantal) + 1):
            velden = self._rij(rij, nummer)
            binnen, einde = self._loop(plek + 1, velden, Merksoort.EINDE_ELK, verder)
            kopieen.append(binnen.replace(f"{{{{{rij}_", f"{{{{{rij}{nummer}_"))
        return "".join(kopieen), einde + 1

    def _rij(self, rij: str, nummer: int) -> Mapping[str, str]:
        """Return the fields as seen inside one row; row 0 only knows the names."""
        if (rij, nummer) not in self._rijen:
            voor = f"{rij}{nummer}_" if nummer else f"{rij}_"
            eigen = {
                f"{rij}_{naam.removeprefix(voor)}": waarde
                for naam, waarde in self._velden.items()
                if naam.startswith(voor)
            }
            self._rijen[rij, nummer] = {**self._velden, **eigen}
        return self._rijen[rij, nummer]


def _getal(aantal: str) -> int:
    """Return a number of rows; anything else than a number counts as none."""
    kaal = aantal.strip()
    getal = int(kaal) if kaal.isascii() and kaal.isdigit() and len(kaal) < 6 else 0
    if getal > MAX_RIJEN:
        raise te_lang()
    return getal


def _controleer(naam: str, velden: Mapping[str, str]) -> None:
    if naam not in velden:
        raise geen_veld(naam)
