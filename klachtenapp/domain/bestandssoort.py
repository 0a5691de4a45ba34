"""What kinds of files there are, what each can do, and whether a name tells the truth.

The kind comes from what is in the file (``uitwisseling.inhoudssoort``). The extension counts
too: Windows picks the program by it, so a plain text called ``.hta`` is a program.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from klachtenapp.domain.bestandsnaam import uitgang


class Gevaar(IntEnum):
    """What opening a file may do; the highest counts."""

    GEEN = 0
    LET_OP = 1
    ALLEEN_OPSLAAN = 2


@dataclass(frozen=True, slots=True)
class Bestandssoort:
    """One kind. ``uitgangen``: which may stand behind its name; ``waarom``: what it can do."""

    woord: str
    uitgangen: tuple[str, ...] = ()
    gevaar: Gevaar = Gevaar.GEEN
    waarom: str = ""


@dataclass(frozen=True, slots=True)
class Bestandsoordeel:
    """A file as it is shown and opened.

    ``woord`` says what it is, ``zinnen`` what to know before it is opened, ``uitgang`` the
    extension under which it is opened: that of what it is, never that of what it says.
    """

    woord: str
    gevaar: Gevaar
    zinnen: tuple[str, ...] = ()
    uitgang: str = ""

    @property
    def mag_open(self) -> bool:
        """Whether it may be opened at all; else it can only be saved."""
        return self.gevaar < Gevaar.ALLEEN_OPSLAAN


_B, _L, _P = Bestandssoort, Gevaar.LET_OP, Gevaar.ALLEEN_OPSLAAN
_MACRO = "Het bevat macro's: opdrachten die iemand anders schreef."
_OUD = "Een bestand van deze oude soort kan macro's bevatten: opdrachten van iemand anders."
_PAGINA = "Het opent in de browser en kan daar opdrachten uitvoeren of gegevens vragen."
_PAK = "Er zitten andere bestanden in. Open daarvan geen programma's."
_ERIN = "Er kan een programma in zitten."
_PROGRAMMA = "Een programma kan alles doen wat u op deze computer mag."

SOORTEN: Final[dict[str, Bestandssoort]] = {
    "pdf": _B("PDF", ("pdf",)),
    "pdf_actief": _B("PDF met opdrachten", ("pdf",), _L, "Deze PDF kan opdrachten uitvoeren."),
    "png": _B("foto (PNG)", ("png",)),
    "jpeg": _B("foto (JPEG)", ("jpg", "jpeg", "jfif", "jpe")),
    "gif": _B("plaatje (GIF)", ("gif",)),
    "bmp": _B("plaatje (BMP)", ("bmp", "dib")),
    "tiff": _B("scan (TIFF)", ("tif", "tiff")),
    "webp": _B("foto (WebP)", ("webp",)),
    "heic": _B("foto (HEIC)", ("heic", "heif", "avif")),
    "docx": _B("Word-document", ("docx", "dotx")),
    "xlsx": _B("Excel-werkmap", ("xlsx", "xltx")),
    "pptx": _B("presentatie", ("pptx", "potx", "ppsx")),
    "odt": _B("tekstdocument (ODT)", ("odt", "ott")),
    "ods": _B("rekenblad (ODS)", ("ods", "ots")),
    "odp": _B("presentatie (ODP)", ("odp", "otp", "odg")),
    "rtf": _B("tekstdocument (RTF)", ("rtf", "doc"), _L, "Een RTF-bestand kan iets meedragen."),
    "docx_macro": _B("Word-document met macro's", ("docm", "dotm"), _L, _MACRO),
    "xlsx_macro": _B("Excel-werkmap met macro's", ("xlsm", "xltm", "xlsb"), _L, _MACRO),
    "pptx_macro": _B("presentatie met macro's", ("pptm", "potm", "ppsm"), _L, _MACRO),
    "odf_macro": _B("document met macro's", ("odt", "ods", "odp", "odg"), _L, _MACRO),
    "ole_macro": _B("oud Office-bestand met macro's", ("doc", "xls", "ppt", "dot"), _L, _MACRO),
    "doc": _B("oud Word-document", ("doc", "dot"), _L, _OUD),
    "xls": _B("oude Excel-werkmap", ("xls", "xlt"), _L, _OUD),
    "ppt": _B("oude presentatie", ("ppt", "pps", "pot"), _L, _OUD),
    "msg": _B("e-mail (Outlook)", ("msg",)),
    "eml": _B("e-mail", ("eml",)),
    "tekst": _B("tekst", ("txt", "csv", "log", "md", "json", "ics", "vcf", "tsv", "srt")),
    "html": _B("webpagina", ("html", "htm"), _L, _PAGINA),
    "xml": _B("gegevens (XML)", ("xml",), _L, _PAGINA),
    "svg": _B("tekening (SVG)", ("svg",), _L, _PAGINA),
    "geluid": _B("geluid", ("mp3", "wav", "m4a", "ogg", "oga", "opus", "amr", "wma", "aac")),
    "film": _B("film", ("mp4", "mov", "m4v", "webm", "mkv", "avi", "3gp", "wmv")),
    "zip": _B("gecomprimeerde map (ZIP)", ("zip",), _L, _PAK),
    "pak": _B("gecomprimeerde map", ("rar", "7z", "gz", "tgz", "bz2", "xz", "tar"), _L, _PAK),
    "programma": _B("programma", ("exe", "dll", "com", "scr"), _P, _PROGRAMMA),
    "script": _B("script", (), _P, "Een script is een programma. " + _PROGRAMMA),
    "snelkoppeling": _B("snelkoppeling", ("lnk", "url"), _P, "Het start iets anders."),
    "installatie": _B("installatieprogramma", ("msi", "cab", "msix", "jar", "apk"), _P, _PROGRAMMA),
    "schijf": _B("schijfkopie", ("iso", "img", "vhd", "vhdx"), _P, _ERIN),
    "onenote": _B("OneNote-notities", ("one", "onepkg"), _P, _ERIN),
    "onbekend": _B("onbekend", (), _P, "Het programma kent deze soort niet."),
}  # fmt: skip

# What Windows or Office carries out when it is opened, whatever is in it: among others the
# list of what Outlook refuses as attachment.
GEVAARLIJKE_UITGANGEN: Final = frozenset(
    """
    ade adp app appcontent-ms appinstaller application appref-ms appx appxbundle apk asp aspx asx
    bas bat bgi cab cdxml cer chm class cmd cnt com cpl crt csh der desktop diagcab diagcfg diagpkg
    dll dmg dqy exe fon fxp gadget grp hlp hpj hta htc img inf ins iqy iso isp its jar jnlp
    js jse ksh library-ms lnk mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw
    mdz mht mhtml msc msh msh1 msh2 mshxml msi msix msixbundle msp mst msu oqy ocx one onepkg ops
    osd pcd pif pl plg ppa ppam prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1
    psm1 pst py pyc pyo pyw pyz pyzw rb rdp reg rqy scf scr sct search-ms searchconnector-ms
    settingcontent-ms sh shb shs slk sys theme themepack udl url vb vbe vbp vbs vhd vhdx vsmacros
    vsw vxd webpnp website wll ws wsb wsc wsf wsh xbap xla xlam xll xnk xps
    """.split()  # noqa: SIM905 - a list to read
)
_MET_MACRO: Final = frozenset(
    "docm dotm xlsm xltm xlsb pptm potm ppsm sldm".split()  # noqa: SIM905
)


def beoordeel(naam: str, soort: str) -> Bestandsoordeel:
    """Return what a file of this kind under this name is, and what to say before opening it."""
    wat = SOORTEN.get(soort, SOORTEN["onbekend"])
    achter = uitgang(naam)
    gevaar, zinnen = wat.gevaar, [wat.waarom] if wat.waarom else []
    past = achter in wat.uitgangen
    if achter in GEVAARLIJKE_UITGANGEN and not (past and wat.gevaar is Gevaar.ALLEEN_OPSLAAN):
        gevaar = Gevaar.ALLEEN_OPSLAAN
        zinnen.append(f"Windows voert een bestand met .{achter} achter de naam uit.")
    elif achter in _MET_MACRO and not past:
        gevaar = max(gevaar, Gevaar.LET_OP)
    if not past and wat.uitgangen:
        gevaar = max(gevaar, Gevaar.LET_OP)
        zinnen.insert(0, _klopt_niet(achter, wat))
    if schijn := _schijn(naam, achter):
        zinnen.insert(0, f"De naam doet alsof het .{schijn} is. Het is .{achter}.")
        gevaar = max(gevaar, Gevaar.LET_OP)
    openen_als = achter if past else next(iter(wat.uitgangen), "")
    return Bestandsoordeel(wat.woord, gevaar, tuple(zinnen), openen_als)


def _klopt_niet(achter: str, wat: Bestandssoort) -> str:
    if not achter:
        return f"De naam zegt niet wat het is. Het is: {wat.woord}."
    return f"De naam zegt .{achter}, maar de inhoud is: {wat.woord}."


def _schijn(naam: str, achter: str) -> str:
    """Return the extension that stands before a dangerous one: ``brief.pdf.exe``."""
    eerder = uitgang(naam[: -len(achter) - 1]) if achter else ""
    bekend = any(eerder in soort.uitgangen for soort in SOORTEN.values())
    return eerder if bekend and achter in GEVAARLIJKE_UITGANGEN | _MET_MACRO else ""
