"""What a file is, by its content; and what is said when the name says something else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.bestandssoort import SOORTEN, Bestandsoordeel, Gevaar, beoordeel
from klachtenapp.uitwisseling.inhoudssoort import herken, vraagt_alles

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TYPEN = '<Types><Override PartName="/{}" ContentType="application/{}"/></Types>'


def _zip(*namen: str, typen: str = "x", **delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam in namen:
            archief.writestr(naam, typen if naam == "[Content_Types].xml" else "x")
        for naam, inhoud in delen.items():
            archief.writestr(naam.replace("__", "/"), inhoud)
    return uit.getvalue()


def _odf(soort: str, *namen: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr("mimetype", f"application/vnd.oasis.opendocument.{soort}")
        for naam in ("content.xml", *namen):
            archief.writestr(naam, "x")
    return uit.getvalue()


def _u16(tekst: str) -> bytes:
    return tekst.encode("utf-16-le")


CT = "[Content_Types].xml"
VBA = '<Override ContentType="application/vnd.ms-office.vbaProject"/>'


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (b"%PDF-1.7\n1 0 obj", "pdf"),
        (b"\n\n%PDF-1.4 x", "pdf"),
        (b"%PDF-1.7 /OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "pdf_actief"),
        (b"%PDF-1.7 << /S /Launch /F (cmd.exe) >>", "pdf_actief"),
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0..JFIF", "jpeg"),
        (b"\0\0\0\x18ftypheic....", "heic"),
        (b"\0\0\0\x18ftypmp42....", "film"),
        (b"RIFF....WEBP", "webp"),
        (b"MZ\x90\0", "programma"),
        (b"\x7fELF\2", "programma"),
        (b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F", "snelkoppeling"),
        (b"[InternetShortcut]\r\nURL=file://x", "snelkoppeling"),
        (b"#!/bin/sh\nrm -rf", "script"),
        (b"\xef\xbb\xbf@echo off\r\n", "script"),
        (b"<html><hta:application>", "script"),
        (b"ID;PWXL\nC;X1;E", "script"),
        (bytes(32769) + b"CD001", "schijf"),
        (bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3"), "onenote"),
        (_zip(CT, "word/document.xml"), "docx"),
        (_zip(CT, "xl/workbook.xml"), "xlsx"),
        (_zip(CT, "ppt/presentation.xml"), "pptx"),
        (_zip(CT, "word/document.xml", "word/vbaProject.bin"), "docx_macro"),
        (_zip(CT, "WORD/document.xml", "word/VBAPROJECT.bin"), "docx_macro"),
        (_zip(CT, "word/document.xml", "word/gewoon.bin", typen=VBA), "docx_macro"),
        (_zip(CT, "word/document.xml", typen=VBA.replace("vba", "&#118;ba")), "docx_macro"),
        (_zip(CT, "word/document.xml", typen="<!ENTITY x 'y'>"), "docx_macro"),
        (_zip(CT, "word/document.xml", typen="x" * 2_000_000), "docx_macro"),
        (_zip(CT, "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "xlsx_macro"),
        (_zip(CT, "xl/workbook.bin"), "xlsx_macro"),
        (_odf("text"), "odt"),
        (_odf("spreadsheet"), "ods"),
        (_odf("text", "Basic/Standard/Module1.xml"), "odf_macro"),
        (_zip("brief.pdf"), "zip"),
        (_zip("META-INF/MANIFEST.MF", "a.class"), "installatie"),
        (b"PK\x03\x04kapot", "onbekend"),
        (OLE + _u16("WordDocument\0"), "doc"),
        (OLE + _u16("Workbook\0"), "xls"),
        (OLE + _u16("Workbook\0") + _u16("_vba_project\0"), "ole_macro"),
        (OLE + _u16("__substg1.0_0037001F"), "msg"),
        (OLE + bytes.fromhex("84100c0000000000c000000000000046"), "installatie"),
        (OLE, "onbekend"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"Rar!\x1a\x07\0", "pak"),
        (b"Return-Path: <a@b>\r\nFrom: a@b\r\nSubject: x\r\n\r\nhallo", "eml"),
        (b"<!DOCTYPE html><html>", "html"),
        ("\ufeff<html>".encode("utf-16"), "html"),
        (b"hallo <script>alert(1)</script>", "html"),
        (b"<?xml version='1.0'?><svg onload='x'>", "svg"),
        (b"<?xml version='1.0'?><a/>", "xml"),
        ("Geachte mevrouw, één brief.".encode("cp1252"), "tekst"),
        ("naam;klacht\nŻ;x".encode(), "tekst"),
        (b"", "tekst"),
        (b"\x01\x02\x03\x04binair", "onbekend"),
    ],
)
def test_the_content_says_what_it_is(inhoud: bytes, soort: str) -> None:
    assert herken(inhoud) == soort
    assert soort in SOORTEN


def test_our_own_examples(tmp_path: Path) -> None:
    gegevens = Path(__file__).parent / "gegevens"
    soorten = {pad.name: herken(pad.read_bytes()) for pad in gegevens.iterdir()}
    assert soorten == {
        "export-oud-systeem.csv": "tekst",
        "jz-register-2021-2025.xlsx": "xlsx",
        "klein.ods": "ods",
        "klein.xls": "xls",
    }


@given(
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", OLE[:8], b"%PDF-", b"\xff\xfe", b"BM"]),
    st.binary(max_size=600),
)
def test_any_bytes_are_something(begin: bytes, rest: bytes) -> None:
    soort = herken(begin + rest)
    assert soort in SOORTEN
    if not vraagt_alles(begin + rest):
        assert soort == herken((begin + rest)[:4096])


def test_a_zip_that_claims_an_enormous_list_is_not_read() -> None:
    heel = bytearray(_zip("a"))
    eind = heel.rfind(b"PK\x05\x06")
    heel[eind + 12 : eind + 16] = b"\xff\xff\xff\x7f"
    assert herken(bytes(heel)) == "onbekend"


def _oordeel(naam: str, soort: str) -> tuple[Gevaar, str, str]:
    oordeel: Bestandsoordeel = beoordeel(naam, soort)
    return oordeel.gevaar, " ".join(oordeel.zinnen), oordeel.uitgang


@pytest.mark.parametrize(
    ("naam", "soort", "gevaar", "zin", "uitgang"),
    [
        ("brief.pdf", "pdf", Gevaar.GEEN, "", "pdf"),
        ("Foto.JPG", "jpeg", Gevaar.GEEN, "", "jpg"),
        ("foto.jpg", "png", Gevaar.LET_OP, "zegt .jpg, maar de inhoud is: foto (PNG)", "png"),
        ("brief", "pdf", Gevaar.LET_OP, "zegt niet wat het is", "pdf"),
        ("brief.pdf", "programma", Gevaar.ALLEEN_OPSLAAN, "zegt .pdf, maar", "exe"),
        ("brief.pdf.exe", "programma", Gevaar.ALLEEN_OPSLAAN, "doet alsof het .pdf is", "exe"),
        ("brief.pdf.hta", "tekst", Gevaar.ALLEEN_OPSLAAN, "Windows voert", "txt"),
        ("lees.js", "tekst", Gevaar.ALLEEN_OPSLAAN, "Windows voert", "txt"),
        ("lijst.slk", "tekst", Gevaar.ALLEEN_OPSLAAN, "Windows voert", "txt"),
        ("kaart.xll", "docx", Gevaar.ALLEEN_OPSLAAN, "Windows voert", "docx"),
        ("brief.docm", "docx", Gevaar.LET_OP, "zegt .docm", "docx"),
        ("brief.docm", "docx_macro", Gevaar.LET_OP, "macro's", "docm"),
        ("brief.docx", "docx_macro", Gevaar.LET_OP, "macro's", "docm"),
        ("brief.doc", "doc", Gevaar.LET_OP, "oude soort", "doc"),
        ("site.html", "html", Gevaar.LET_OP, "browser", "html"),
        ("spul.zip", "zip", Gevaar.LET_OP, "andere bestanden", "zip"),
        ("iets.bin", "onbekend", Gevaar.ALLEEN_OPSLAAN, "kent deze soort niet", ""),
        ("notitie.one", "onenote", Gevaar.ALLEEN_OPSLAAN, "programma in", "one"),
    ],
)
def test_the_name_is_held_against_the_content(
    naam: str, soort: str, gevaar: Gevaar, zin: str, uitgang: str
) -> None:
    gevonden, zinnen, achter = _oordeel(naam, soort)
    assert gevonden is gevaar
    assert zin in zinnen
    assert achter == uitgang
    assert bool(zinnen) == (gevaar > Gevaar.GEEN)


@given(st.text(max_size=40), st.sampled_from(sorted(SOORTEN)))
def test_what_is_opened_never_carries_the_extension_of_a_program(naam: str, soort: str) -> None:
    from klachtenapp.domain.bestandssoort import GEVAARLIJKE_UITGANGEN  # noqa: PLC0415

    oordeel = beoordeel(naam, soort)
    if oordeel.mag_open:
        assert oordeel.uitgang
        assert oordeel.uitgang not in GEVAARLIJKE_UITGANGEN
