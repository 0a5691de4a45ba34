"""Concepten: what somebody is typing, kept on this computer until it is in the register.

A concept is one small JSON file. It is written under another name, forced to the disk and
then renamed, so that a crash at any moment leaves the old text or the new, never half.
Concepten never go to the share: they are there for the moment that the share is not.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from klachtenapp.errors import OmgevingFout

_log = logging.getLogger(__name__)
_VORM = 1
_DOEL = "concept"


@dataclass(frozen=True, slots=True)
class Concept:
    """Something half typed. ``uid`` becomes the uid of the melding, so that it is taken in once.

    ``register`` says for which register it is meant: an exercise never turns up in the real
    one. ``velden`` are the words as typed, by name of the field.
    """

    uid: str
    register: str
    gewijzigd_op: datetime
    velden: Mapping[str, str]


def _geen_sleutel() -> bytes:
    """The register is not locked."""
    return b""


class Conceptopslag:
    """The folder with concepten of this user on this computer."""

    def __init__(self, plek: Path, sleutel: Callable[[], bytes] = _geen_sleutel) -> None:
        """``sleutel`` gives the key of the register now open; empty when it is not locked."""
        self._plek = plek
        self._sleutel = sleutel

    def bewaar(self, concept: Concept) -> None:
        """Write ``concept`` so that it survives a power cut; OmgevingFout when it cannot be."""
        inhoud = {
            "vorm": _VORM,
            "uid": concept.uid,
            "register": concept.register,
            "gewijzigd_op": concept.gewijzigd_op.isoformat(),
            "velden": dict(concept.velden),
        }
        doel = self.pad(concept.uid)
        tijdelijk = doel.with_suffix(".nieuw")
        tekst = op_slot(self._sleutel(), json.dumps(inhoud, ensure_ascii=False, indent=1).encode())
        try:
            self._plek.mkdir(parents=True, exist_ok=True)
            vlaggen = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(tijdelijk, vlaggen, 0o600), "wb") as bestand:
                bestand.write(tekst)
                bestand.flush()
                os.fsync(bestand.fileno())
            tijdelijk.replace(doel)
            _dwing_map_af(self._plek)
        except OSError as fout:
            raise OmgevingFout(
                "Wat u typt kan nu niet als concept worden bewaard op deze computer. "
                "Registreer de melding snel, of maak ruimte vrij op de schijf."
            ) from fout

    def lees(self, uid: str) -> Concept | None:
        """Return the concept ``uid``, or ``None`` when there is none that can be read."""
        return self._lees(self.pad(uid))

    def lijst(self, register: str) -> tuple[Concept, ...]:
        """Return the concepten meant for ``register``, the latest first."""
        gevonden = (self._lees(pad) for pad in self._plek.glob("*.json"))
        eigen = [c for c in gevonden if c is not None and c.register == register]
        return tuple(sorted(eigen, key=lambda c: (c.gewijzigd_op, c.uid), reverse=True))

    def verwijder(self, uid: str) -> None:
        """Take the concept away; nothing happens when it is already gone."""
        try:
            self.pad(uid).unlink(missing_ok=True)
        except OSError as fout:
            raise OmgevingFout(
                "Het concept kan niet worden weggehaald. De melding zelf is wel bewaard."
            ) from fout

    def pad(self, uid: str) -> Path:
        """Return where the concept ``uid`` lies; the uid must be a UUID, never a path."""
        return self._plek / f"{UUID(uid)}.json"

    def _lees(self, pad: Path) -> Concept | None:
        try:
            tekst = van_slot(self._sleutel(), pad.read_bytes())
            if tekst is None:  # of another register, locked with another key
                return None
            inhoud = json.loads(tekst)
            return Concept(
                uid=str(UUID(inhoud["uid"])),
                register=str(inhoud["register"]),
                gewijzigd_op=datetime.fromisoformat(inhoud["gewijzigd_op"]),
                velden={str(naam): str(tekst) for naam, tekst in inhoud["velden"].items()},
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            # The file stays where it is, for somebody who knows how to read it.
            _log.warning("Concept %s kan niet worden gelezen", pad.name)
            return None


def op_slot(sleutel: bytes, tekst: bytes) -> bytes:
    """Return a concept as it is kept: locked when its register is."""
    if not sleutel:
        return tekst
    from klachtenapp.kluis import versleuteling  # noqa: PLC0415 - only a register with a key

    return versleuteling.versleutel(sleutel, _DOEL, tekst)


def van_slot(sleutel: bytes, inhoud: bytes) -> bytes | None:
    """Return what ``op_slot`` kept; ``None`` when it was locked with another key."""
    if inhoud.startswith(b"{"):
        return inhoud
    if not sleutel:
        return None
    from klachtenapp.kluis import versleuteling  # noqa: PLC0415 - only a register with a key

    return versleuteling.ontsleutel(sleutel, _DOEL, inhoud)


def _dwing_map_af(plek: Path) -> None:
    """Force the new name itself to the disk; Windows does so with the rename."""
    if os.name == "nt":
        return
    beschrijver = os.open(plek, os.O_RDONLY)
    try:
        os.fsync(beschrijver)
    finally:
        os.close(beschrijver)
