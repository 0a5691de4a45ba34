"""Files that were damaged or made to do harm: the same number gives the same file again."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

Kans = random.Random
BLADGROOTTE = 4096

LELIJK = (
    "=cmd|'/c calc'!A1", "@SUM(1)", "-1+1", "\u202egpj.exe", "\u0000nul", "\x1b[2J", "a\r\nb",
    "'; DROP TABLE melding; --", "%s%n{0}{x.__class__}", "<img src=file:///etc/passwd>", "]]>",
    "&lol;", "ÅÅÅ" * 3000, "é" * 40_000, "\ufeff", "\ud7ff\ue000", "31-02-2020", "00-00-0000",
    "9999-12-31", "1e400", "-1e308", "NaN", "99999999999999999999", "0001-01-01", "2026-13-45",
    "K2026-0001", "123456782", "ja" * 200, " ", "\u00a0", "\u2028", "../../x", "CON", "1/1/1",
    "29-2-2023 25:61", "-0", "x" * 33_000, "2026-11-24T09:00:00+99:99", "vr 32 dec", "١٢-٠٣-٢٠٢٠",
)  # fmt: skip
_GETALLEN = ("1e308", "-1e308", "NaN", "inf", "-1", "0", "2958466", "99999999999", "1e-320", "")
_PLEKKEN = ("XFD1048576", "A0", "A1048577", "ZZZ1", "1A", "", "A-1", "R1C1", "A1:A1")


def bytes_om(kans: Kans, inhoud: bytes) -> bytes:
    """Return the bytes with a few of them changed, taken out, doubled or cut off."""
    uit = bytearray(inhoud)
    for _ in range(kans.choice((1, 1, 2, 4, 16, 64))):
        plek = kans.randrange(max(len(uit), 1))
        match kans.randrange(6):
            case 0 | 1 | 2:
                uit[plek : plek + 1] = bytes([kans.randrange(256)])
            case 3:
                del uit[plek : plek + kans.choice((1, 7, 400))]
            case 4:
                uit[plek:plek] = uit[plek : plek + kans.choice((1, 16, 900))]
            case _:
                uit[plek : plek + 4] = kans.choice((b"\xff" * 4, b"\0" * 4, b"\xed\xa0\x80"))
    if not kans.randrange(8):
        del uit[kans.randrange(len(uit) + 1) :]
    return bytes(uit)


def _xml_om(kans: Kans, inhoud: bytes) -> bytes:
    tekst = inhoud.decode("utf-8", "replace")
    for _ in range(kans.choice((1, 2, 5))):
        begin = kans.randrange(len(tekst) + 1)
        tag = tekst.find("<", begin)
        eind = tekst.find(">", tag) + 1 if tag >= 0 else 0
        match kans.randrange(8):
            case 0 if eind:
                tekst = tekst[:tag] + tekst[eind:]
            case 1 if eind:
                tekst = tekst[:eind] + tekst[tag:eind] * kans.choice((1, 3, 2000)) + tekst[eind:]
            case 2:
                tekst = _vervang_tussen(kans, tekst, 'r="', '"', kans.choice(_PLEKKEN))
            case 3:
                tekst = _vervang_tussen(kans, tekst, "<v>", "</v>", kans.choice(_GETALLEN))
            case 4:
                tekst = _vervang_tussen(kans, tekst, ">", "<", kans.choice(LELIJK))
            case 5:
                lol = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))
                erin = tekst.replace("<v>", "<v>&l8;", 1)
                tekst = f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]>{erin}'
            case 6:
                diep = kans.choice((50, 20_000))
                tekst = tekst[:begin] + "<a>" * diep + tekst[begin:]
            case _:
                tekst = tekst[:begin] + kans.choice(LELIJK) + tekst[begin:]
    return tekst.encode("utf-8", "surrogatepass")


def _vervang_tussen(kans: Kans, tekst: str, open_: str, dicht: str, door: str) -> str:
    begin = tekst.find(open_, kans.randrange(len(tekst) + 1))
    eind = tekst.find(dicht, begin + len(open_))
    return tekst if begin < 0 or eind < 0 else tekst[: begin + len(open_)] + door + tekst[eind:]


def rekenblad(kans: Kans, inhoud: bytes) -> bytes:
    """Return an xlsx or ods of which the zip, a part, or the names of the parts are wrong."""
    if not kans.randrange(4):
        return bytes_om(kans, inhoud)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron:
        delen = [(deel.filename, bron.read(deel)) for deel in bron.infolist()]
    xml = [i for i, (naam, _) in enumerate(delen) if naam.endswith((".xml", ".rels"))]
    for _ in range(kans.choice((1, 1, 3))):
        i = kans.choice(xml)
        naam, stuk = delen[i]
        match kans.randrange(10):
            case 0:
                delen[i] = (kans.choice(("../../x", naam.upper(), "/" + naam, naam + "\0")), stuk)
            case 1:
                delen.append((naam, bytes_om(kans, stuk)))
            case 2:
                delen[i] = (naam, b"")
            case 3:
                delen[i] = (naam, b" " * 12_000_000)
            case 4:
                delen[i] = (naam, bytes_om(kans, stuk))
            case _:
                delen[i] = (naam, _xml_om(kans, stuk))
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam, stuk in delen:
            doel.writestr(zipfile.ZipInfo(naam), stuk, zipfile.ZIP_DEFLATED)
    klaar = uit.getvalue()
    return bytes_om(kans, klaar) if not kans.randrange(6) else klaar


def csv(kans: Kans, inhoud: bytes) -> bytes:
    """Return a csv with strange cells, rows of other widths, quotes and encodings."""
    regels = inhoud.decode("utf-8", "replace").splitlines()
    teken = ";" if regels and ";" in regels[0] else ","
    for _ in range(kans.choice((1, 3, 10))):
        i = kans.randrange(len(regels))
        cellen = regels[i].split(teken)
        match kans.randrange(6):
            case 0 | 1 | 2:
                cellen[kans.randrange(len(cellen))] = kans.choice(LELIJK)
                regels[i] = teken.join(cellen)
            case 3:
                regels[i] = teken.join(cellen * kans.choice((2, 300)))
            case 4:
                regels[i] += '"'
            case _:
                regels.insert(i, kans.choice(("", "sep=;", teken * 600, '"' * 7, regels[0])))
    tekst = kans.choice(("\n", "\r\n", "\r")).join(regels)
    codering = kans.choice(("utf-8", "utf-8", "cp1252", "utf-16", "utf-16-be", "utf-8-sig"))
    klaar = tekst.encode(codering, "replace" if codering == "cp1252" else "surrogatepass")
    return bytes_om(kans, klaar) if not kans.randrange(5) else klaar


def json_om(kans: Kans, gegevens: list[dict[str, Any]]) -> bytes:
    """Return meldingen as JSON with values of other kinds, too deep, too long, or cut off."""
    lijst = json.loads(json.dumps(gegevens))
    for _ in range(kans.choice((0, 1, 1, 3))):
        deel = kans.choice(lijst)
        if isinstance(deel, dict) and isinstance(deel.get("klager"), dict) and kans.randrange(2):
            deel = deel["klager"]
        if not isinstance(deel, dict):
            continue
        waarde: Any = kans.choice(
            (None, True, 0, -1, 1.5, [], {}, [[]], "", *LELIJK, "\ud800", "a\udfffb", 10**30)
        )
        sleutels = [*deel, "onbekend", "uid", "koppeling", "afdeling", "__class__"]
        deel[kans.choice(sleutels)] = waarde
    if not kans.randrange(12):
        lijst = kans.choice((lijst[0], [lijst], [], 7, None, "tekst", [*lijst, 3]))
    tekst = json.dumps(lijst, ensure_ascii=bool(kans.randrange(3)))
    match kans.randrange(28):
        case 0:
            tekst = "[" * 100_000 + tekst
        case 1:
            tekst = tekst.replace('"', f'"{"9" * 10}', 1) + " "
        case 2:
            tekst = '{"soort":' * 50_000 + tekst
        case 3:
            tekst = tekst.replace(":", ": " + "9" * 5_000 + ', "x":', 1)
        case 4:
            tekst = tekst.replace("true", "NaN").replace("null", "-Infinity")
    ruw = tekst.encode(kans.choice(("utf-8",) * 8 + ("utf-16", "cp1252")), "replace")
    return bytes_om(kans, ruw) if not kans.randrange(8) else ruw


Verminking = Callable[[Kans, bytearray], None]


def _losse_bytes(kans: Kans, uit: bytearray) -> None:
    for _ in range(kans.choice((1, 4, 40, 400))):
        uit[kans.randrange(len(uit))] = kans.randrange(256)


def _afgekapt(kans: Kans, uit: bytearray) -> None:
    del uit[kans.choice((0, 1, 99, 100, 512, kans.randrange(len(uit)))) :]


def _leeg_blad(kans: Kans, uit: bytearray) -> None:
    for _ in range(kans.choice((1, 3))):
        begin = kans.randrange(len(uit) // BLADGROOTTE) * BLADGROOTTE
        uit[begin : begin + BLADGROOTTE] = bytes([kans.choice((0, 255))]) * BLADGROOTTE


def _verwisseld(kans: Kans, uit: bytearray) -> None:
    een, twee = (kans.randrange(1, len(uit) // BLADGROOTTE) * BLADGROOTTE for _ in range(2))
    blad = bytes(uit[een : een + BLADGROOTTE])
    uit[een : een + BLADGROOTTE] = uit[twee : twee + BLADGROOTTE]
    uit[twee : twee + BLADGROOTTE] = blad


def _kop(kans: Kans, uit: bytearray) -> None:
    for _ in range(kans.choice((1, 2, 8))):
        uit[kans.randrange(100)] = kans.choice((0, 1, 2, 255, kans.randrange(256)))


def _schemablad(kans: Kans, uit: bytearray) -> None:
    for _ in range(kans.choice((1, 3, 20))):
        uit[kans.randrange(100, BLADGROOTTE)] = kans.randrange(256)


def _bladkop(kans: Kans, uit: bytearray) -> None:
    """The first bytes of a page: its kind, its cells and where they begin."""
    begin = kans.randrange(1, len(uit) // BLADGROOTTE) * BLADGROOTTE
    for _ in range(kans.choice((1, 3))):
        uit[begin + kans.randrange(24)] = kans.choice((0, 1, 5, 13, 255, kans.randrange(256)))


def _tekst(kans: Kans, uit: bytearray) -> None:
    """Words of the register become other words, so that what is read makes no sense."""
    woord, ander = kans.choice(
        (
            (b"ontvangen", b"ontvan\xffen"), (b"klacht", b"kl\x00cht"), (b"2026-", b"20x6-"),
            (b'{"', b'["'), (b"balie", b"BALIE"), (b"klager", b"klagex"), (b'"', b"\\"),
            (b"mevrouw", b"mevroux"), (b"geregistreerd", b"geregistreexd"),
            (b"2026-11", b"2026-99"),
        )
    )  # fmt: skip
    uit[:] = uit.replace(woord, ander, kans.choice((1, 3, 1000)))


def _aangeplakt(kans: Kans, uit: bytearray) -> None:
    uit += kans.randbytes(kans.choice((1, 100, BLADGROOTTE, 3 * BLADGROOTTE)))


REGISTER: Sequence[Verminking] = (
    _losse_bytes, _losse_bytes, _afgekapt, _leeg_blad, _verwisseld, _kop, _kop, _schemablad,
    _bladkop, _bladkop, _tekst, _tekst, _aangeplakt,
)  # fmt: skip


def register(kans: Kans, inhoud: bytes) -> bytes:
    """Return the bytes of a register that were damaged in one or two ways."""
    uit = bytearray(inhoud)
    for _ in range(kans.choice((1, 1, 2))):
        if len(uit) >= 2 * BLADGROOTTE:
            kans.choice(REGISTER)(kans, uit)
    return bytes(uit)
