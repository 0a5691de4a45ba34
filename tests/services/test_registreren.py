"""Taking in: what is refused, what is only worth a warning, and once is once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import (
    Aanhef,
    GebeurtenisSoort,
    Kanaal,
    Soort,
    Status,
    Vorm,
)
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon
from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.services import beheer, logboek, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer, registreer_alles, waarschuwingen

Maak = Callable[..., Aanmelding]


def test_een_klacht_aan_de_balie_krijgt_een_nummer(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(ctx, maak_aanmelding())
    assert dossier.kenmerk == "K2026-0001"
    assert dossier.status is Status.ONTVANGEN
    assert dossier.vorm is Vorm.MONDELING
    assert dossier.formeel_regime  # voluntarily, K4
    assert dossier.klager.achternaam == "Alberts"
    (feit,) = dossier.gebeurtenissen
    assert feit.soort is GebeurtenisSoort.GEREGISTREERD
    assert (feit.op, feit.door) == (date(2026, 11, 24), "registrar")
    assert zoeken.dossier(ctx, "K2026-0001") == dossier


def test_het_jaar_van_het_nummer_is_dat_van_ontvangst(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(ctx, maak_aanmelding(ontvangen_op=date(2025, 12, 31)))
    assert dossier.kenmerk == "K2025-0001"


def test_dezelfde_aanmelding_blijft_een_dossier(ctx: Context, maak_aanmelding: Maak) -> None:
    aanmelding = maak_aanmelding(uid=str(uuid4()))
    eerste = registreer(ctx, aanmelding)
    regels = log.regels(ctx.register)
    assert registreer(ctx, replace(aanmelding, omschrijving="iets anders")) == eerste
    assert log.regels(ctx.register) == regels
    assert registreer(ctx, maak_aanmelding()).kenmerk == "K2026-0002"


@pytest.mark.parametrize(
    ("kanaal", "vorm"),
    [
        (Kanaal.BALIE, Vorm.MONDELING),
        (Kanaal.TELEFOON, Vorm.MONDELING),
        (Kanaal.BRIEF, Vorm.SCHRIFTELIJK),
        (Kanaal.EMAIL, Vorm.SCHRIFTELIJK),
        (Kanaal.WEBSITE, Vorm.SCHRIFTELIJK),
    ],
)
def test_de_vorm_volgt_uit_het_kanaal(
    ctx: Context, maak_aanmelding: Maak, kanaal: Kanaal, vorm: Vorm
) -> None:
    assert registreer(ctx, maak_aanmelding(kanaal=kanaal)).vorm is vorm
    anders = next(v for v in Vorm if v is not vorm)
    assert registreer(ctx, maak_aanmelding(kanaal=kanaal, vorm=anders)).vorm is anders


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"omschrijving": "  \n"}, "omschrijving"),
        ({"ontvangen_op": date(2026, 11, 25)}, "ontvangen_op"),
        ({"ontvangen_op": date(1026, 11, 20)}, "ontvangen_op"),
        ({"gedraging_op": date(2026, 11, 21)}, "gedraging_op"),
        ({"klager": Persoon("A", postcode="99 ZZ")}, "klager.postcode"),
        ({"gemachtigde": Persoon("A", postcode="0123 AB")}, "gemachtigde.postcode"),
        ({"koppeling": "K2020-0001"}, "koppeling"),
        ({"behandelaar": "J. Smit", "beklaagde": "j. smit "}, "behandelaar"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_met_het_veld(
    ctx: Context, maak_aanmelding: Maak, anders: dict[str, object], veld: str
) -> None:
    with pytest.raises(RegelFout) as gevangen:
        registreer(ctx, maak_aanmelding(**anders))
    assert gevangen.value.veld == veld
    assert zoeken.ids(ctx, zoeken.Filter()) == []
    assert registreer(ctx, maak_aanmelding()).kenmerk == "K2026-0001"


def test_vandaag_ontvangen_mag(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(ctx, maak_aanmelding(ontvangen_op=ctx.vandaag, gedraging_op=ctx.vandaag))
    assert dossier.gedraging_op == ctx.vandaag


def test_een_klacht_zonder_naam_is_een_anoniem_signaal(ctx: Context, maak_aanmelding: Maak) -> None:
    aanmelding = maak_aanmelding(klager=Persoon())
    dossier = registreer(ctx, aanmelding)
    assert dossier.anoniem
    assert not dossier.formeel_regime
    assert any("anoniem" in zin for zin in waarschuwingen(aanmelding))


def test_zonder_adres_wordt_niemand_weggestuurd(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(
        ctx, maak_aanmelding(klager=Persoon("Alberts", telefoon="0612345678"), kanaal=Kanaal.EMAIL)
    )
    assert dossier.formeel_regime  # the term runs while the address is asked for, K9


def test_een_bsn_is_een_waarschuwing_en_geen_weigering(ctx: Context, maak_aanmelding: Maak) -> None:
    aanmelding = maak_aanmelding(omschrijving="Mijn nummer is 123456782.")
    assert any("burgerservicenummer" in zin for zin in waarschuwingen(aanmelding))
    assert registreer(ctx, aanmelding).kenmerk
    assert waarschuwingen(maak_aanmelding()) == ()


def test_de_eerste_afdeling_maakt_zichzelf(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(ctx, maak_aanmelding(afdeling=" Burgerzaken "))
    assert dossier.afdeling == Afdeling(1, "Burgerzaken")
    assert registreer(ctx, maak_aanmelding(afdeling="burgerzaken")).afdeling == dossier.afdeling
    with pytest.raises(RegelFout, match="Kies uit: Burgerzaken") as gevangen:
        registreer(ctx, maak_aanmelding(afdeling="Burgerzaken en meer"))
    assert gevangen.value.veld == "afdeling"


def test_een_behandelaar_moet_bekend_zijn(ctx: Context, maak_aanmelding: Maak) -> None:
    beheer.bewaar_medewerker(ctx, Medewerker(0, "P. Yılmaz"))
    dossier = registreer(ctx, maak_aanmelding(behandelaar="p. yilmaz"))
    assert dossier.behandelaar is not None
    assert dossier.behandelaar.naam == "P. Yılmaz"
    toegewezen = dossier.laatste(GebeurtenisSoort.BEHANDELAAR_TOEGEWEZEN)
    assert toegewezen is not None
    assert toegewezen.gegevens == {"behandelaar": "P. Yılmaz"}
    with pytest.raises(RegelFout, match=r"Kies uit: P\. Yılmaz"):
        registreer(ctx, maak_aanmelding(behandelaar="Onbekend"))


def test_tekst_wordt_schoon_bewaard(ctx: Context, maak_aanmelding: Maak) -> None:
    wie = Persoon("  de\0  Vries ", Aanhef.HEER, postcode="1234ab", taal=" Pools ")
    dossier = registreer(ctx, maak_aanmelding(klager=wie, omschrijving=" een\n twee\0 "))
    assert dossier.klager == Persoon("de Vries", Aanhef.HEER, postcode="1234 AB", taal="Pools")
    assert dossier.omschrijving == "een\n twee"


def test_een_buitenlandse_postcode_blijft(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(
        ctx, maak_aanmelding(klager=Persoon("A", postcode="B-9000", land="België"))
    )
    assert dossier.klager.postcode == "B-9000"


def test_een_lijst_gaat_er_heel_in_of_niet(ctx: Context, maak_aanmelding: Maak) -> None:
    goed = [maak_aanmelding(omschrijving=f"nummer {i}") for i in range(5)]
    fout = maak_aanmelding(ontvangen_op=date(2027, 1, 1))
    with pytest.raises(RegelFout, match="Melding 6: ") as gevangen:
        registreer_alles(ctx, [*goed, fout])
    assert gevangen.value.veld == "ontvangen_op"
    assert zoeken.ids(ctx, zoeken.Filter()) == []
    dossiers = registreer_alles(ctx, goed)
    assert [d.omschrijving for d in dossiers] == [f"nummer {i}" for i in range(5)]
    assert [d.kenmerk for d in dossiers] == [f"K2026-000{i}" for i in range(1, 6)]
    assert registreer_alles(ctx, []) == []


def test_een_lijst_half_bekend_vult_aan(ctx: Context, maak_aanmelding: Maak) -> None:
    lijst = [maak_aanmelding(uid=str(uuid4())) for _ in range(3)]
    eerste = registreer(ctx, lijst[1])
    assert [d.kenmerk for d in registreer_alles(ctx, lijst)] == [
        "K2026-0002", eerste.kenmerk, "K2026-0003",
    ]  # fmt: skip
    with pytest.raises(RegelFout, match="dezelfde uid"):
        registreer_alles(ctx, [lijst[0], lijst[0]])


def test_wie_wat_deed_staat_in_het_log_zonder_persoon(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(ctx, maak_aanmelding())
    (regel,) = logboek.regels(ctx, dossier.kenmerk)
    assert (regel.gebruiker, regel.moment) == ("registrar", ctx.nu)
    assert regel.opdracht == dossier.uid
    assert "Alberts" not in str(regel)


def test_een_tip_heeft_geen_wettelijke_termijn(ctx: Context, maak_aanmelding: Maak) -> None:
    assert not registreer(ctx, maak_aanmelding(soort=Soort.TIP)).formeel_regime
