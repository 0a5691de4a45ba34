"""The meter on whole texts: where a finding stands, what replaces it, what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from klachtenapp.domain import taal
from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.taal import Briefinhoud, Verborgen, Vondstsoort, Woordenlijst
from klachtenapp.paths import bronnen

LIJST = Woordenlijst(
    taal.lees_woordenlijst(bronnen().joinpath("woordenlijst.csv").read_text("utf-8"))
)
_STUKKEN = st.lists(
    st.one_of(
        st.sampled_from(sorted(LIJST.woorden)),
        st.sampled_from(
            ["i.v.m.", "z.s.m.", "jl.", "Hierbij", "wordt", "gebeld", ". ", "\n", "{{naam}}",
             "\u2028", "İndien", "😀", "ß", "het behandelen van", "\u00a0", "b&w", "a.b.c."]
        ),
        st.text(max_size=6),
    ),
    max_size=30,
).map(" ".join)  # fmt: skip


def _soorten(tekst: str) -> list[str]:
    return [vondst.soort for vondst in taal.controleer(tekst, LIJST).vondsten]


def _na(tekst: str) -> str:
    """Return the text with its first suggestion in place."""
    vondst = next(v for v in taal.controleer(tekst, LIJST).vondsten if v.keuzes)
    return vondst.toegepast(tekst)


@given(st.one_of(st.text(), _STUKKEN))
@example("İndien ſchrijven \U0001f600 indien")
def test_a_finding_lies_inside_the_text_and_a_suggestion_touches_nothing_else(tekst: str) -> None:
    rapport = taal.controleer(tekst, LIJST, verborgen=taal.velden_verborgen(tekst))
    for vondst in rapport.vondsten:
        assert 0 <= vondst.start < vondst.eind <= len(tekst)
        assert 0 <= vondst.van <= vondst.tot <= len(tekst)
        assert vondst.uitleg
        for keuze, nieuw in enumerate(vondst.keuzes):
            uitkomst = vondst.toegepast(tekst, keuze)
            assert uitkomst.startswith(tekst[: vondst.van])
            assert uitkomst.endswith(tekst[vondst.tot :])
            assert len(uitkomst) == len(tekst) - (vondst.tot - vondst.van) + len(nieuw)
    assert list(rapport.vondsten) == sorted(rapport.vondsten, key=lambda v: (v.start, -v.eind))


@given(_STUKKEN)
def test_the_report_counts_as_meet_does(tekst: str) -> None:
    assert taal.controleer(tekst, LIJST).meting == taal.meet(tekst.replace("\u00a0", " "))


@given(_STUKKEN, st.lists(st.tuples(st.integers(-5, 300), st.integers(0, 60), st.booleans())))
def test_what_is_hidden_has_no_findings_of_its_own(
    tekst: str, stukken: list[tuple[int, int, bool]]
) -> None:
    verborgen = [Verborgen(van, van + lang, leeg) for van, lang, leeg in stukken]
    for vondst in taal.controleer(tekst, LIJST, verborgen=verborgen).vondsten:
        for stuk in verborgen:
            assert not (stuk.start <= vondst.start and vondst.eind <= stuk.eind)


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=8)), _STUKKEN)
def test_own_words_of_any_script_do_no_harm(eigen: dict[str, str], tekst: str) -> None:
    taal.controleer(tekst + " ".join(eigen).upper(), LIJST.met(eigen))


@pytest.mark.parametrize(
    ("aantal", "soort"),
    [(15, None), (16, "lange zin"), (20, "lange zin"), (21, "te lange zin")],
)
def test_long_sentences(aantal: int, soort: str | None) -> None:
    gevonden = taal.controleer("een " * (aantal - 1) + "boom.", LIJST).vondsten
    assert [v.soort for v in gevonden] == ([soort] if soort else [])


@pytest.mark.parametrize(
    ("tekst", "beter"),
    [
        ("Indien u belt, helpen wij.", "als u belt, helpen wij.".capitalize()),
        ("Wij doen dat indien nodig.", "Wij doen dat als nodig."),
        ("Wij sturen u hierbij een kopie.", "Wij sturen u een kopie."),
        ("Hierbij sturen wij een kopie.", "Sturen wij een kopie."),
        ("De beklaagde was er niet.", "De medewerker over wie u klaagt was er niet."),
        ("Wij bellen u z.s.m.", "Wij bellen u zo snel mogelijk."),
        ("Wij bellen z.s.m. terug.", "Wij bellen zo snel mogelijk terug."),
        ("Dit is i.v.m. ziekte.", "Dit is vanwege ziekte."),
        ("I.v.m. ziekte zijn wij dicht.", "Vanwege ziekte zijn wij dicht."),
        ("Op 3 mei jl. belde u.", "Op 3 mei belde u."),
        ("Van ma t/m vr zijn wij er.", "Van ma tot en met vr zijn wij er."),
        ("Dhr. Jansen belt u.", "De heer Jansen belt u."),
    ],
)
def test_a_suggestion_reads_well(tekst: str, beter: str) -> None:
    assert _na(tekst) == beter


@pytest.mark.parametrize(
    "tekst",
    [
        "Zie www.voorbeeld.nl voor meer.",
        "Mail naar info@voorbeeld.nl.",
        "Vraag naar J.P. de Vries.",
        "Kom om 10.30 uur.",
        "Wij willen u iets schrijven.",
        "Welke brief bedoelt u?",
        "Dat is het max.",
        "Bel 14 0346.",
        "Dit kost 3 euro p.p. per dag {{naam}}".replace("p.p. ", ""),
    ],
)
def test_what_only_looks_difficult_is_left_alone(tekst: str) -> None:
    assert _soorten(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Wij nemen uw klacht zeer serieus.", Vondstsoort.HOL),
        ("Uw brief heeft onze aandacht.", Vondstsoort.HOL),
        ("Het beantwoorden van brieven duurt lang.", Vondstsoort.NAAMWOORD),
        ("Wij starten de behandeling van uw klacht.", Vondstsoort.NAAMWOORD),
        ("Dit gaat a.b.v. regels.", Vondstsoort.AFKORTING),
    ],
)
def test_stiff_and_empty_sentences(tekst: str, soort: Vondstsoort) -> None:
    assert soort in _soorten(tekst)


def test_marks_of_a_letter_text_are_no_words() -> None:
    tekst = "{{#als indien}}Wij bellen {{termijn}} op {{derhalve}}.{{/als}} {{#als x}}Goed.{{/als}}"
    rapport = taal.controleer(tekst, LIJST, verborgen=taal.velden_verborgen(tekst))
    assert rapport.vondsten == ()
    assert rapport.meting.lengtes == (5, 1)


def test_bold_does_not_hide_the_end_of_a_sentence() -> None:
    assert taal.zinnen("**U heeft gelijk.** Het spijt ons.") == [
        "**U heeft gelijk.**",
        "Het spijt ons.",
    ]


@pytest.mark.parametrize(
    ("tekst", "woord", "goed"),
    [
        ("Wij.", "Nog te kort om te meten", True),
        ("Wij bellen u op. Dan praten wij.", "Goed leesbaar", True),
        ("Indien u belt, helpen wij reeds.", "Kan eenvoudiger", True),
        ("De onderhavige aangelegenheid behoeft desalniettemin nadere bestudering.", "Moeilijk",
         False),
    ],
)  # fmt: skip
def test_the_score_has_words(tekst: str, woord: str, goed: bool) -> None:
    rapport = taal.controleer(tekst, LIJST)
    assert (rapport.woord, rapport.goed) == (woord, goed)


def test_own_words_win_and_can_set_a_word_aside() -> None:
    lijst = LIJST.met({"Participatietraject": "meepraten", "termijn": ""})
    gevonden = taal.controleer("Het participatietraject heeft een termijn.", lijst).vondsten
    assert [(v.woorden, v.keuzes) for v in gevonden] == [("participatietraject", ("meepraten",))]


_DELEN = (
    Klachtonderdeel(
        "Twee uur wachten aan de balie",
        bevinding="Er stonden die dag maar twee collega's achter de balie.",
        oordeel=Oordeel.GEGROND,
        verbeterpunt="Voortaan staan er drie collega's.",
    ),
    Klachtonderdeel(
        "Onvriendelijk gesprek", bevinding="De medewerker liep weg.", oordeel=Oordeel.GEGROND
    ),
)
_GOED = """U heeft gelijk (gegrond).
U moest twee uur wachten aan de balie. Er stonden maar twee collega's achter de balie die dag.
Het gesprek was onvriendelijk. De medewerker liep weg. Voortaan staan er drie collega's.
Heeft u een vraag? Bel 12 34 56."""


def test_a_letter_that_says_everything_misses_nothing() -> None:
    inhoud = Briefinhoud("", _DELEN, met_oordeel=True, telefoon=("12 34 56",))
    assert taal.nietszeggend(_GOED, inhoud) == ()


@pytest.mark.parametrize(
    ("weg", "gemist"),
    [
        ("Het gesprek was onvriendelijk. ", "onderdeel"),
        ("De medewerker liep weg. ", "bevinding"),
        ("U heeft gelijk (gegrond).", "oordeel"),
        ("Bel 12 34 56.", "bellen"),
        ("Voortaan staan er drie collega's.", "vervolg"),
    ],
)
def test_a_letter_that_misses_something_is_told(weg: str, gemist: str) -> None:
    assert weg in _GOED
    inhoud = Briefinhoud("", _DELEN, met_oordeel=True, telefoon=("12 34 56",))
    namen = {g.naam for g in taal.nietszeggend(_GOED.replace(weg, ""), inhoud)}
    assert gemist in namen


@pytest.mark.parametrize(
    ("tekst", "belbaar"),
    [
        ("Bel 0123\u00a0-\u00a045\u00a067\u00a089.", True),
        ("Bel 14 0123.", True),
        ("Bel +31 6 12345678.", True),
        ("Schrijf naar Postbus 93122, 2509 AC Den Haag.", False),
        ("Op 24 november 2026 om 10.30 uur.", False),
    ],
)
def test_a_number_one_can_call(tekst: str, belbaar: bool) -> None:
    namen = {g.naam for g in taal.nietszeggend(tekst, Briefinhoud())}
    assert ("bellen" not in namen) is belbaar


def test_an_empty_phrase_is_no_letter() -> None:
    inhoud = Briefinhoud("", _DELEN, met_oordeel=True)
    namen = [g.naam for g in taal.nietszeggend("Wij nemen uw klacht serieus.", inhoud)]
    assert namen == [
        *("onderdeel", "bevinding", "vervolg", "onderdeel", "bevinding"),
        *("oordeel", "vervolg", "bellen"),
    ]


@given(st.text(), st.text(), st.text())
def test_any_letter_can_be_judged(tekst: str, over: str, bevinding: str) -> None:
    deel = Klachtonderdeel(over, bevinding=bevinding)
    taal.nietszeggend(tekst, Briefinhoud(over, (deel,), met_oordeel=True, telefoon=(over,)))
