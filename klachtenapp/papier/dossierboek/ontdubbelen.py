"""Keeps what several letters bring along once: the logo, and letters of the alphabet."""

from __future__ import annotations

import hashlib

from pikepdf import Dictionary, Name, Object, Pdf, Stream


def ontdubbel(boek: Pdf) -> None:
    """Let equal pictures and font files be one object; the others are no longer written."""
    gezien: dict[bytes, Object] = {}
    for voorwerp in boek.objects:
        if isinstance(voorwerp, Dictionary) and "/FontFile2" in voorwerp:
            voorwerp.FontFile2 = _eerste(voorwerp.FontFile2, gezien)
    for pagina in boek.pages:
        beelden = pagina.obj.get("/Resources", Dictionary()).get("/XObject", Dictionary())
        for naam in list(beelden.keys()):
            if beelden[naam].get("/Subtype") == Name.Image:
                beelden[naam] = _eerste(beelden[naam], gezien)


def _eerste(stroom: Object, gezien: dict[bytes, Object]) -> Object:
    """Return the first stream that is the same as this one."""
    if not isinstance(stroom, Stream):
        return stroom
    wijze = b" ".join(
        f"{naam} ".encode() + stroom[naam].unparse(resolved=True)
        for naam in sorted(stroom.keys())
        if isinstance(stroom[naam], Object)
    )
    rest = " ".join(f"{n} {stroom[n]}" for n in sorted(stroom.keys())
                    if not isinstance(stroom[n], Object))  # fmt: skip
    som = hashlib.sha256(wijze + rest.encode() + stroom.read_raw_bytes()).digest()
    return gezien.setdefault(som, stroom)
