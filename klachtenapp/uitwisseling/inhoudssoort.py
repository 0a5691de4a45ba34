"""Tells what a file is by what is in it, never by its name; opens and carries out nothing.

Looks at the first bytes, at the list of parts of a zip and at the names inside an old Office
file. Own table: the small libraries that do this know no macros, scripts or shortcuts.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from typing import Final

KOP: Final = 4096
"""So many first bytes are enough, but for a zip and an old Office file."""

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_LIJST: Final = 4 * 2**20  # bytes of the list of parts of a zip
_MAX_TYPEN: Final = 2**20

_BEGIN: Final[tuple[tuple[bytes, str], ...]] = (
    (b"MZ", "programma"),
    (b"ZM", "programma"),
    (b"\x7fELF", "programma"),
    (b"\xca\xfe\xba\xbe", "programma"),
    (b"\xfe\xed\xfa", "programma"),
    (b"\xce\xfa\xed\xfe", "programma"),
    (b"\xcf\xfa\xed\xfe", "programma"),
    (b"\0asm", "programma"),
    (b"dex\n", "programma"),
    (b"FWS", "programma"),
    (b"CWS", "programma"),
    (b"ITSF", "programma"),
    (b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F", "snelkoppeling"),
    (bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3"), "onenote"),
    (bytes.fromhex("a12fff43d9ef764c9ee210ea5722765f"), "onenote"),
    (b"MSCF", "installatie"),
    (b"!<arch>", "installatie"),
    (b"\xed\xab\xee\xdb", "installatie"),
    (b"conectix", "schijf"),
    (b"vhdxfile", "schijf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"ID3", "geluid"),
    (b"\xff\xfb", "geluid"),
    (b"\xff\xf3", "geluid"),
    (b"\xff\xf1", "geluid"),
    (b"OggS", "geluid"),
    (b"#!AMR", "geluid"),
    (b"\x1aE\xdf\xa3", "film"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "film"),
    (b"Rar!\x1a\x07", "pak"),
    (b"7z\xbc\xaf\x27\x1c", "pak"),
    (b"\x1f\x8b", "pak"),
    (b"BZh", "pak"),
    (b"\xfd7zXZ\0", "pak"),
    (b"\x28\xb5\x2f\xfd", "pak"),
    (b"{\\rtf", "rtf"),
)
_SCRIPTS: Final = (
    "#!", "@echo", "windows registry editor", "regedit4", "id;p", "<job", "<package",
    "<component", "%!ps", "on error resume next", "<?php", "<%",
)  # fmt: skip
_KOPREGEL: Final = re.compile(
    r"(?:return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+)"
    r"[ \t]*:.*\r?\n(?:[ \t].*\r?\n|[\w-]+[ \t]*:.*\r?\n)*",
    re.IGNORECASE,
)
_PAGINA: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|script|iframe|meta|table)\b", re.I)
_PDF_ACTIEF: Final = re.compile(rb"/(?:JavaScript|JS|Launch)\b")


def vraagt_alles(kop: bytes) -> bool:
    """Whether the first ``KOP`` bytes are not enough to tell."""
    return kop.startswith((*_ZIP, _OLE)) or b"%PDF-" in kop[:1024]


def herken(inhoud: bytes) -> str:
    """Return the kind of a file, a key of ``domain.bestandssoort.SOORTEN``."""
    if inhoud.startswith(_ZIP):
        return _zip(inhoud)
    if inhoud.startswith(_OLE):
        return _ole(inhoud)
    for begin, soort in _BEGIN:
        if inhoud.startswith(begin):
            return soort
    if soort := _verderop(inhoud):
        return soort
    return _tekst(inhoud[:KOP])


def _verderop(inhoud: bytes) -> str:
    """Return the kind by what does not stand at the very beginning."""
    if b"%PDF-" in inhoud[:1024]:
        return "pdf_actief" if _PDF_ACTIEF.search(inhoud) else "pdf"
    if inhoud[4:8] == b"ftyp":
        merk = inhoud[8:12]
        if merk[:3] in (b"hei", b"hev", b"mif", b"avi", b"msf"):
            return "heic"
        return "geluid" if merk == b"M4A " else "film"
    if inhoud.startswith(b"RIFF"):
        vormen = {b"WEBP": "webp", b"WAVE": "geluid", b"AVI ": "film"}
        return vormen.get(inhoud[8:12], "onbekend")
    if inhoud.startswith(b"BM") and inhoud[6:10] == bytes(4) and inhoud[11:14] == bytes(3):
        return "bmp"
    if inhoud[32769:32774] == b"CD001" or inhoud[-512:-504] == b"conectix":
        return "schijf"
    return "pak" if inhoud[257:262] == b"ustar" else ""


def _zip(inhoud: bytes) -> str:
    delen, typen = _delen(inhoud), ""
    if delen is None:
        return "onbekend"
    namen = {naam.casefold() for naam in delen}
    if namen & {"meta-inf/manifest.mf", "appxmanifest.xml", "androidmanifest.xml"} and (
        "mimetype" not in namen
    ):
        return "installatie"
    if "[content_types].xml" in namen:
        typen = _typen(inhoud)
        macro = re.search(r"macroenabled|vbaproject|macrosheet|ms-office\.activex", typen) or any(
            deel in naam for naam in namen for deel in ("vbaproject", "macrosheets/", "activex/")
        )
        for map_, soort in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
            if any(naam.startswith(map_) for naam in namen):
                binair = "xl/workbook.bin" in namen
                return f"{soort}_macro" if macro or not typen or binair else soort
        return "onbekend"
    if "content.xml" in namen:
        if any(naam.startswith(("basic/", "scripts/")) for naam in namen):
            return "odf_macro"
        vorm = inhoud[30:130]
        for merk, soort in (
            (b"spreadsheet", "ods"),
            (b"presentation", "odp"),
            (b"graphics", "odp"),
        ):
            if merk in vorm:
                return soort
        return "odt"
    return "zip"


def _delen(inhoud: bytes) -> list[str] | None:
    """Return the names of the parts of a zip; ``None`` when the list is broken or enormous."""
    eind = inhoud.rfind(b"PK\x05\x06")
    groot = int.from_bytes(inhoud[eind + 12 : eind + 16], "little") if eind >= 0 else _MAX_LIJST + 1
    if groot > _MAX_LIJST or b"PK\x06\x07" in inhoud[max(eind - 40, 0) : eind]:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            return archief.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, LookupError):
        return None


def _typen(inhoud: bytes) -> str:
    """Return the types that an Office file names for its parts; empty when it hides them."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            naam = next(n for n in archief.namelist() if n.casefold() == "[content_types].xml")
            with archief.open(naam) as deel:
                ruw = deel.read(_MAX_TYPEN + 1)
    except (
        zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError,
        EOFError, StopIteration, LookupError,
    ):  # fmt: skip
        return ""  # a list that cannot be read hides something
    if len(ruw) > _MAX_TYPEN or b"<!ENTITY" in ruw:
        return ""
    return html.unescape(ruw.replace(b"\0", b"").decode("utf-8", "replace")).casefold()


def _ole(inhoud: bytes) -> str:
    """Return what an old Office file is, by the names of its parts."""
    klein = inhoud.lower()

    def heeft(naam: str) -> bool:
        return naam.lower().encode("utf-16-le") in klein

    if bytes.fromhex("84100c0000000000c000000000000046") in inhoud:
        return "installatie"
    if heeft("_VBA_PROJECT") or heeft("\0VBA\0") or heeft("Macros\0"):
        return "ole_macro"
    namen = (
        ("__substg1.0_", "msg"), ("__properties_version1.0", "msg"), ("WordDocument", "doc"),
        ("Workbook", "xls"), ("Book\0", "xls"), ("PowerPoint Document", "ppt"),
    )  # fmt: skip
    if heeft("EncryptedPackage"):
        return "onbekend"  # a password hides what it is
    return next((soort for naam, soort in namen if heeft(naam)), "onbekend")


def _tekst(kop: bytes) -> str:
    """Return which kind of text it is; ``onbekend`` when it is no text."""
    if kop.startswith((b"\xff\xfe", b"\xfe\xff")):
        tekst = kop[: len(kop) // 2 * 2].decode("utf-16", "replace")
    else:
        tekst = kop.decode("utf-8-sig", "replace")
        if "\ufffd" in tekst[:-3]:
            tekst = kop.decode("cp1252", "replace")
    if any(teken < " " and teken not in "\t\n\r\f\x1a\x1b" for teken in tekst):
        return "onbekend"
    begin = tekst.lstrip().casefold()
    if begin.startswith(_SCRIPTS):
        return "script"
    if begin.startswith(("[internetshortcut]", "[desktop entry]", "[shell]", "[autorun]")):
        return "snelkoppeling"
    if "<hta:" in begin:
        return "script"
    if "<svg" in begin:
        return "svg"
    if _KOPREGEL.match(tekst):
        return "eml" if re.search(r"^(from|to|subject)[ \t]*:", tekst, re.I | re.M) else "tekst"
    if _PAGINA.search(begin):
        return "html"
    return "xml" if begin.startswith("<?xml") else "tekst"
