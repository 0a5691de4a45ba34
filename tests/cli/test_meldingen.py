"""registreer, lijst, toon and signaleer, through the door that the shell uses."""

from __future__ import annotations

import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from klachtenapp import bootstrap
from klachtenapp.cli import main
from klachtenapp.clock import FixedClock
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.services import behandelen, gebruikers, zoeken
from klachtenapp.services.behandelen import Opdracht

YOUSSEF: dict[str, Any] = {
    "soort": "klacht",
    "ontvangen_op": "2026-02-20",
    "kanaal": "balie",
    "omschrijving": "Ik ben drie keer niet teruggebeld over een brief.",
    "onderwerp": "Niet teruggebeld",
    "klager": {
        "aanhef": "heer",
        "voornaam": "Youssef",
        "achternaam": "Mohamed",
        "straat": "Dorpsstraat",
        "huisnummer": 12,
        "postcode": "1741 AB",
        "plaats": "Voorbeeldstad",
        "telefoon": "06 12 34 56 78",
        "voorkeur": "bellen",
    },
    "uid": "6f1f6a3e-8f8e-4a55-9c0b-3f0c7c4b0a11",
}


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setenv("KLACHTENAPP_REGISTER", str(bestand))
    return bestand


def _registreer(
    gegevens: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[int, Any, str]:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(gegevens)))
    capsys.readouterr()
    code = main(["registreer", "-"])
    uit, fout = capsys.readouterr()
    return code, json.loads(uit) if uit else None, fout


def _json(capsys: pytest.CaptureFixture[str], *argumenten: str) -> Any:
    capsys.readouterr()
    assert main([*argumenten, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_registreer_gives_kenmerk_and_explained_terms(
    pad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, uit, _ = _registreer(YOUSSEF, capsys, monkeypatch)
    assert code == 0
    assert uit["kenmerk"] == "K2026-0001"
    assert uit["uid"] == YOUSSEF["uid"]
    afdoening = next(t for t in uit["termijnen"] if t["naam"] == "afdoening")
    assert afdoening["datum"] == "2026-04-07"
    assert "Goede Vrijdag" in afdoening["uitleg"]


def test_the_same_uid_again_changes_nothing(
    pad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, eerste, _ = _registreer(YOUSSEF, capsys, monkeypatch)
    code, tweede, _ = _registreer(YOUSSEF, capsys, monkeypatch)
    assert code == 0
    assert tweede["kenmerk"] == eerste["kenmerk"]
    assert len(_json(capsys, "lijst")) == 1


@pytest.mark.parametrize(
    ("wijziging", "genoemd"),
    [
        ({"soort": "zorg"}, "soort"),
        ({"ontvangen_op": "20-11-2026"}, "ontvangen_op"),
        ({"ontvangen_op": "2999-01-01"}, "toekomst"),
        ({"omschrijving": " "}, "omschrijving"),
        ({"onderwrep": "tikfout"}, "onderwrep"),
        ({"klager": {"achternaam": "Post", "geboortedatum": "1970-01-01"}}, "klager.geboortedatum"),
        ({"klager": "Post"}, "klager"),
        ({"uid": "geen-uuid"}, "uid"),
        ({"kanaal": 7}, "kanaal"),
    ],
)
def test_a_bad_field_is_named_and_nothing_is_registered(
    pad: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    wijziging: dict[str, Any],
    genoemd: str,
) -> None:
    goed = {**YOUSSEF, "uid": "11111111-8f8e-4a55-9c0b-3f0c7c4b0a11"}
    code, uit, fout = _registreer([goed, {**YOUSSEF, **wijziging}], capsys, monkeypatch)
    assert code == 1
    assert uit is None
    assert genoemd in fout
    assert _json(capsys, "lijst") == []


def test_the_example_of_the_readme_is_accepted(
    pad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voorbeeld = Path(__file__).parents[2] / "resources" / "voorbeelden" / "registreer.json"
    capsys.readouterr()
    assert main(["registreer", str(voorbeeld)]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert [regel["kenmerk"] for regel in uit] == ["K2026-0001", "K2026-0002"]


def test_toon_has_terms_next_step_and_events(
    pad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _registreer(YOUSSEF, capsys, monkeypatch)
    dossier = _json(capsys, "toon", "K2026-0001", "--peildatum", "2026-02-23")
    assert dossier["kenmerk"] == "K2026-0001"
    assert dossier["klager"]["achternaam"] == "Mohamed"
    assert {"stap", "uiterlijk", "waarom"} <= set(dossier["volgende_stap"])
    assert dossier["gebeurtenissen"][0]["soort"] == "geregistreerd"
    assert dossier["documenten"] == []
    assert all(termijn["uitleg"] for termijn in dossier["termijnen"])


def test_lijst_has_the_promised_keys_and_finds_part_of_a_word(
    pad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _registreer(YOUSSEF, capsys, monkeypatch)
    (regel,) = _json(capsys, "lijst", "--zoek", "ruggebeld")
    assert {
        "kenmerk", "soort", "status", "klager", "onderwerp", "afdeling", "ontvangen_op",
        "uiterste_datum", "volgende_stap",
    } <= set(regel)  # fmt: skip
    assert regel["uiterste_datum"] == "2026-04-07"
    assert _json(capsys, "lijst", "--zoek", "hondenbelasting") == []
    assert _json(capsys, "lijst", "--status", "afgehandeld") == []


def test_signaleer_names_what_is_late(
    pad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _registreer(YOUSSEF, capsys, monkeypatch)
    signalen = _json(capsys, "signaleer", "--peildatum", "2026-04-09")
    (afdoening,) = [s for s in signalen if s["uiterlijk"] == "2026-04-07"]
    assert (afdoening["kenmerk"], afdoening["dagen"]) == ("K2026-0001", -2)
    assert main(["signaleer", "--peildatum", "2026-04-09"]) == 0
    assert "K2026-0001" in capsys.readouterr().out


@pytest.fixture
def met_rollen(
    pad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A register in which people have names to sign in with, and one melding with a promise."""
    _registreer(YOUSSEF, capsys, monkeypatch)
    ctx = bootstrap.open(pad, clock=FixedClock(datetime(2026, 3, 1, 9)), reservekopie=False)
    gesprek = {
        "gesproken_op": "2026-02-26",
        "manier": "telefoon",
        "bereikt": "ja",
        "belofte": "Bel mevrouw Geheimpje",
        "belofte_door": "P. Prins",
        "belofte_op": "2026-03-02",
    }
    gebruikers.bewaar(ctx, Medewerker(0, "P. Prins"), "")
    versie = zoeken.dossier(ctx, "K2026-0001").versie
    behandelen.voer_uit(ctx, Opdracht("K2026-0001", "leg_gesprek_vast", gesprek, versie))
    beheerder = frozenset({Rol.BEHEERDER})
    gebruikers.bewaar(ctx, Medewerker(0, "B. Heer", rollen=beheerder), "bheer")
    bootstrap.sluit(ctx)
    return pad


def _als(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sign in on the computer under this name."""
    for plek in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(plek, naam)


@pytest.mark.usefixtures("met_rollen")
def test_signaleer_under_a_service_account_tells_no_more_than_kenmerk_date_and_step(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _als("svc-taakplanner", monkeypatch)
    signalen = _json(capsys, "signaleer", "--peildatum", "2026-04-09")
    assert {s["uiterlijk"] for s in signalen} >= {"2026-04-07", "2026-03-02"}
    for signaal in signalen:
        assert signaal["kenmerk"] == "K2026-0001"
        assert signaal["stap"]
        assert signaal["afdeling"] == signaal["uitleg"] == ""
        assert "Geheimpje" not in str(signaal)
    capsys.readouterr()
    assert main(["signaleer", "--peildatum", "2026-04-09"]) == 0
    uit = capsys.readouterr().out
    assert "K2026-0001" in uit
    assert "Geheimpje" not in uit
    assert main(["lijst"]) == 1
    assert "weet niet wie u bent" in capsys.readouterr().err


@pytest.mark.usefixtures("met_rollen")
def test_who_is_known_and_sees_no_dossiers_gets_no_signals_either(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _als("bheer", monkeypatch)
    for extra in ((), ("--zonder-gegevens",)):
        assert main(["signaleer", *extra]) == 1
        assert "geen rol" in capsys.readouterr().err


def test_signaleer_says_in_its_help_what_a_service_account_gets(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["signaleer", "--help"]) == 0
    hulp = " ".join(capsys.readouterr().out.split())
    assert "alleen kenmerk, datum en soort stap" in hulp


def test_an_unknown_kenmerk_is_a_sentence_and_exit_code_1(
    pad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["toon", "K2026-9999"]) == 1
    assert "K2026-9999" in capsys.readouterr().err


def test_without_a_register_it_says_how_to_name_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("KLACHTENAPP_REGISTER", raising=False)
    assert main(["lijst"]) == 1
    assert "--register" in capsys.readouterr().err
