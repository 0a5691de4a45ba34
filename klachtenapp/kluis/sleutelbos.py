"""Where the private keys of this user lie: in the key store, or in a sealed file.

In both they are sealed with the PIN or password of the signer, so that an unlocked computer
alone signs nothing. The register never holds one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.kluis.opslag import Kluis
from klachtenapp.kluis.zegel import ontzegel, verzegel
from klachtenapp.paths import gegevensmap

MAPNAAM: Final = "sleutels"


class AnderGeheim(RegelFout):
    """The key is here, but was sealed with another PIN or password."""


class Sleutelbos:
    """The private keys of the signers who use this account; named by their fingerprint."""

    def __init__(self, kluis: Kluis | None, map_: Path) -> None:
        """Use the key store ``kluis``; where there is none, sealed files in ``map_``."""
        self._kluis = kluis
        self._map = map_

    @property
    def in_kluis(self) -> bool:
        """Whether the keys lie in a key store; else they lie in sealed files."""
        return self._kluis is not None

    @property
    def waar(self) -> str:
        """Say where the private keys lie, in a sentence for the user."""
        if self.in_kluis:
            return (
                "Uw sleutel ligt in de kluis van uw account op deze computer, op slot met uw "
                "pincode of wachtwoord."
            )
        return (
            "Op deze computer is geen kluis voor sleutels. Uw sleutel ligt daarom in een "
            f"bestand dat op slot zit met uw wachtwoord: {self._map}. Wie dat bestand heeft, "
            "kan blijven raden. Kies dus een lang wachtwoord."
        )

    def bewaar(self, vingerafdruk: str, prive: bytes, geheim: str) -> None:
        """Seal a private key with ``geheim`` and keep it.

        :raises OmgevingFout: it cannot be kept here.
        """
        zegel = verzegel(prive, geheim)
        if self._kluis is not None:
            self._kluis.bewaar(_naam(vingerafdruk), zegel)
            return
        pad = self._pad(vingerafdruk)
        try:
            pad.parent.mkdir(parents=True, exist_ok=True)
            half = pad.with_suffix(".nieuw")
            half.touch(mode=0o600)
            half.write_text(zegel, "ascii")
            half.replace(pad)
        except OSError as fout:
            raise OmgevingFout(
                f"De sleutel kan niet worden bewaard in {pad.parent}. Vraag ICT om hulp."
            ) from fout

    def heeft(self, vingerafdruk: str) -> bool:
        """Whether this key lies on this computer, in this account."""
        return self._zegel(vingerafdruk) is not None

    def haal(self, vingerafdruk: str, geheim: str) -> bytes | None:
        """Return a private key; ``None`` when it is not on this computer.

        :raises AnderGeheim: it is, but does not open with this PIN or password.
        """
        zegel = self._zegel(vingerafdruk)
        if zegel is None:
            return None
        prive = ontzegel(zegel, geheim)
        if prive is None:
            raise AnderGeheim(
                "Uw sleutel gaat niet open met deze pincode of dit wachtwoord.", veld="geheim"
            )
        return prive

    def wis(self, vingerafdruk: str) -> None:
        """Forget a private key: nothing can be signed with it any more."""
        if self._kluis is not None:
            self._kluis.wis(_naam(vingerafdruk))
            return
        try:
            self._pad(vingerafdruk).unlink(missing_ok=True)
        except OSError as fout:
            raise OmgevingFout(f"De sleutel in {self._map} kan niet worden gewist.") from fout

    def _zegel(self, vingerafdruk: str) -> str | None:
        if self._kluis is not None:
            return self._kluis.lees(_naam(vingerafdruk))
        try:
            return self._pad(vingerafdruk).read_text("ascii")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as fout:
            raise OmgevingFout(f"De sleutel in {self._map} is niet te lezen.") from fout

    def _pad(self, vingerafdruk: str) -> Path:
        return self._map / f"{vingerafdruk[:32]}.sleutel"


def standaard() -> Sleutelbos:
    """Return the keys of this user: in the key store of this computer, if it has a real one.

    :raises OmgevingFout: the folder of this user cannot be reached.
    """
    try:
        kluis = Kluis()
    except OmgevingFout:
        kluis = None
    try:
        map_ = gegevensmap()
    except OSError as fout:
        raise OmgevingFout(
            "Uw eigen map op deze computer is nu niet te bereiken. Er is niets gewijzigd. "
            "Probeer het opnieuw. Lukt het weer niet? Start de computer opnieuw."
        ) from fout
    return Sleutelbos(kluis, map_ / MAPNAAM)


def _naam(vingerafdruk: str) -> str:
    return f"ondertekensleutel {vingerafdruk[:32]}"
