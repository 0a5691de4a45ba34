"""The text language: fields, conditions, rows, and everything it must not do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.errors import RegelFout
from klachtenapp.papier.lettertype import VAST
from klachtenapp.papier.tekst import Bloksoort, Ingevuld, gebruikte_velden, vul, vul_regel

KOP = "onderwerp: Test\n\n"


def _vul(tekst: str, **velden: str) -> Ingevuld:
    return vul(KOP + tekst, velden)


def _tekst(tekst: str, **velden: str) -> str:
    return "\n".join(blok.tekst for blok in _vul(tekst, **velden).blokken)


def test_the_kinds_of_blocks() -> None:
    ingevuld = _vul(
        "# Kop\n\nTekst\nloopt door.\n\n1. een\n2. twee\n\n- punt\n\n> citaat\n\n## Sub"
    )
    assert [blok.soort for blok in ingevuld.blokken] == [
        Bloksoort.KOP, Bloksoort.ALINEA, Bloksoort.STAP, Bloksoort.STAP, Bloksoort.PUNT,
        Bloksoort.CITAAT, Bloksoort.SUBKOP,
    ]  # fmt: skip
    assert ingevuld.blokken[1].tekst == "Tekst loopt door."
    assert [blok.nummer for blok in ingevuld.blokken[2:4]] == [1, 2]


def test_bold_comes_from_the_text_only() -> None:
    stukken = _vul("Op **{{dag}}** dus.", dag="1 **mei**").blokken[0].stukken
    assert [(stuk.tekst, stuk.vet) for stuk in stukken] == [
        ("Op ", False),
        ("1 **mei**", True),
        (" dus.", False),
    ]


@pytest.mark.parametrize(
    ("feit", "uit"), [("ja", "wel"), ("", "niet"), ("nee", "niet"), (" ", "niet"), ("x", "wel")]
)
def test_conditions(feit: str, uit: str) -> None:
    assert _tekst("{{#als f}}wel{{/als}}{{#als niet f}}niet{{/als}}", f=feit) == uit


def test_conditions_in_each_other() -> None:
    tekst = "{{#als a}}A{{#als b}}B{{/als}}{{/als}}C"
    assert _tekst(tekst, a="ja", b="ja") == "ABC"
    assert _tekst(tekst, a="ja", b="") == "AC"
    assert _tekst(tekst, a="", b="ja") == "C"


def test_rows() -> None:
    velden = {
        "onderdeel_aantal": "2", "onderdeel_klacht": "", "onderdeel_ja": "",
        "onderdeel1_klacht": "een", "onderdeel2_klacht": "twee",
        "onderdeel1_ja": "ja", "onderdeel2_ja": "",
    }  # fmt: skip
    tekst = "{{#elk onderdeel}}- {{onderdeel_klacht}}{{#als onderdeel_ja}}!{{/als}}\n{{/elk}}"
    assert _tekst(tekst, **velden) == "een!\ntwee"


def test_no_rows_prints_nothing_but_still_checks_the_names() -> None:
    velden = {"onderdeel_aantal": "0", "onderdeel_klacht": ""}
    assert _tekst("A{{#elk onderdeel}}{{onderdeel_klacht}}{{/elk}}", **velden) == "A"
    with pytest.raises(RegelFout, match="onderdeel_soort"):
        _vul("A{{#elk onderdeel}}{{onderdeel_soort}}{{/elk}}", **velden)


def test_an_empty_field_is_named_once() -> None:
    assert _vul("{{a}} {{b}} {{a}}", a="", b="x").leeg == ("a",)
    assert vul("onderwerp: Over {{a}}\n\nTekst", {"a": " "}).leeg == ("a",)


def test_an_empty_field_in_a_condition_that_does_not_hold_is_no_hole() -> None:
    assert _vul("{{#als a}}{{a}}{{/als}}B", a="").leeg == ()


@pytest.mark.parametrize(
    ("tekst", "genoemd"),
    [
        ("{{onbekend}}", "onbekend"),
        ("{{a.b}}", "a.b"),
        ("{{a.__class__}}", "a.__class__"),
        ("{{a[0]}}", r"a\[0\]"),
        ("{{a()}}", r"a\(\)"),
        ("{{a|safe}}", "a|safe"),
        ("{{ 1 + 1 }}", r"1 \+ 1"),
        ("{{''.__class__}}", "__class__"),
        ("{{A}}", "A"),
        ("{{}}", r"\{\{\}\}"),
        ("{{a b}}", "a b"),
        ("{{a!r}}", "a!r"),
        ("{{a:>10}}", "a:>10"),
        ("{{#als}}x{{/als}}", "#als"),
        ("{{#als a en b}}x{{/als}}", "#als a en b"),
        ("{{#als a == 'x'}}x{{/als}}", "#als a"),
        ("{{#als onbekend}}x{{/als}}", "onbekend"),
        ("{{#elk a}}x{{/elk}}", "#elk a"),
        ("{{#for a}}x{{/for}}", "#for a"),
        ("{{/als}}", "/als"),
        ("{{#als a}}x", "/als"),
        ("{{#als a}}x{{/elk}}", "/elk"),
        ("{{{a}}}", "{a"),
        ("{{ {{a}} }}", "{{a"),
    ],
)
def test_what_is_no_field_is_refused_and_named(tekst: str, genoemd: str) -> None:
    with pytest.raises(RegelFout, match=genoemd):
        _vul(tekst, a="x")


@pytest.mark.parametrize("tekst", ["{{a", "a}}", "}}{{", "{{a}} }}"])
def test_loose_braces_are_refused(tekst: str) -> None:
    with pytest.raises(RegelFout):
        _vul(tekst, a="x")


def test_too_many_blocks_in_each_other_are_refused() -> None:
    with pytest.raises(RegelFout, match="te veel"):
        _vul("{{#als a}}" * 50 + "x" + "{{/als}}" * 50, a="ja")


def test_without_onderwerp_it_is_no_letter() -> None:
    with pytest.raises(RegelFout, match="onderwerp"):
        vul("Alleen tekst", {})


VIJANDIG = [
    '<img src="/etc/passwd">', "<font color='red'>rood</font>", "<b>vet</b>", "<br/>", "&amp;",
    "&", "A & B < C > D", "<para>", "</para>", "<a href='file:///etc/passwd'>x</a>",
    "<!-- x -->", "<![CDATA[x]]>", "&#x41;", "&lt;", "<script>alert(1)</script>",
    "{{aanhef}}", "{{#als a}}x{{/als}}", "{{#elk onderdeel}}", "{%", "{% for x in y %}",
    "{{7*7}}", "${7*7}", "#{7*7}", "%(naam)s", "%s %d %n", "{0}", "{naam!r}", "{a.__class__}",
    "# geen kop", "## geen kop", "- geen punt", "1. geen stap", "> geen citaat", "**niet vet**",
    "onderwerp: anders", "= 1 + 1", "=HYPERLINK(1)", "@SUM(1)", "'; DROP TABLE melding; --",
    "\\par", "\\input{x}", "$(rm -rf)", "`ls`", "../../etc/passwd", "C:\\Windows",
    "(haakjes) en ( open", ") Tj ET Q BT (", "<</Type /Catalog>>", "endstream endobj",
    "BT /F1 12 Tf ET", "EMC", "/P <</MCID 0>> BDC", "a\\n b", "\\", "((((", "%%EOF", "%PDF-1.7",
    "<onDraw name='x'/>", "<seq id='x'/>", "<bullet>x</bullet>", "<index item='x'/>",
    "<unichar code='65'/>", "<greek>a</greek>", "<super>x</super>",
]  # fmt: skip


@pytest.mark.parametrize("waarde", VIJANDIG)
def test_what_a_person_typed_is_only_ever_text(waarde: str) -> None:
    ingevuld = _vul("{{a}}", a=waarde)
    (blok,) = ingevuld.blokken
    assert blok.soort is Bloksoort.ALINEA
    assert blok.tekst.replace(VAST, " ") == waarde
    assert not any(stuk.vet for stuk in blok.stukken)


def test_blank_lines_in_a_fact_make_paragraphs_of_the_same_kind() -> None:
    blokken = _vul("> {{a}}", a="een\n\ntwee\nhalf").blokken
    assert [(blok.soort, blok.tekst) for blok in blokken] == [
        (Bloksoort.CITAAT, "een"),
        (Bloksoort.CITAAT, "twee\nhalf"),
    ]


def test_dates_phone_numbers_and_initials_stay_on_one_line() -> None:
    tekst = _tekst("{{dag}}|{{tel}}|{{wie}}", dag="vrijdag 20 februari 2026", tel="14 0346",
                   wie="mevrouw P. Yılmaz")  # fmt: skip
    assert tekst == f"vrijdag 20{VAST}februari{VAST}2026|14{VAST}0346|mevrouw P.{VAST}Yılmaz"


def test_control_characters_are_gone() -> None:
    assert _tekst("{{a}}", a="a\x00b\x1b[31mc\u202ed\u200be\ufefff\x7f") == "ab[31mcdef"


def test_one_line_for_the_stappenplan() -> None:
    assert vul_regel("Bel {{a}}.", {"a": "Jan"}).blokken[0].tekst == "Bel Jan."


def test_used_fields() -> None:
    assert gebruikte_velden("{{a}} {{#als b}}{{c}}{{/als}}") == {"a", "b", "c"}


@given(st.text())
def test_any_text_is_filled_or_refused(tekst: str) -> None:
    try:
        ingevuld = _vul(tekst, a="x")
    except RegelFout:
        return
    assert all(blok.tekst.strip() for blok in ingevuld.blokken)


@given(st.text())
def test_any_fact_is_text(waarde: str) -> None:
    blokken = _vul("- {{a}}", a=waarde).blokken
    assert all(blok.soort is Bloksoort.PUNT for blok in blokken)
