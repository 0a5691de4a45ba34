"""From concept to signature: offered, sent back, signed once, and refused by name."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pikepdf
import pytest

from klachtenapp.domain import handtekening as getekende
from klachtenapp.domain import ondertekenmap as map_
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handtekening import Hoe
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.personen import Rol
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import documenten, handtekeningen, log, meldingen
from klachtenapp.papier.dossierboek import is_eigen
from klachtenapp.services import behandelen, correspondentie, geheimen, ondertekenen, sleutels
from klachtenapp.services.context import Context
from tests.services.ondertekenzaak import (
    BRIEF,
    GEHEIM,
    afdelingshoofd,
    bied_aan,
    medewerker,
    nummer,
    sleutel_van,
    teken,
    uid,
)
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, _tekst, bureau, maak

__all__ = ["bureau", "maak"]

VANDAAG = date(2026, 11, 24)


@pytest.fixture
def hoofd(bureau: Context) -> Context:
    return afdelingshoofd(bureau)


@pytest.fixture
def zaak(maak: MaakDossier) -> str:
    """The kenmerk of a klacht with a judgement."""
    return maak(*OORDEEL, dossier=KLAAR)


def _dossier(ctx: Context, kenmerk: str) -> Dossier:
    return meldingen.haal(ctx.register, kenmerk)


def test_een_aangeboden_brief_ligt_in_de_map(bureau: Context, hoofd: Context, zaak: str) -> None:
    assert ondertekenen.ondertekenmap(hoofd) == ()
    bied_aan(bureau, zaak)
    (regel,) = ondertekenen.ondertekenmap(hoofd)
    assert (regel.dossier.kenmerk, regel.brief, regel.door) == (zaak, BRIEF, "registrar")
    assert regel.aangeboden_op == bureau.nu
    assert regel.opmerkingen == ()
    voorbeeld = ondertekenen.voorbeeld(hoofd, zaak)
    assert "M. de Groot" in _tekst(voorbeeld.pdf)
    assert "controleteken" not in _tekst(voorbeeld.pdf)
    with pytest.raises(RegelFout, match="al een brief ter ondertekening"):
        bied_aan(bureau, zaak)


def test_was_de_vaste_ondertekenaar_betrokken_dan_ligt_de_brief_er_voor_een_ander(
    bureau: Context, hoofd: Context, zaak: str
) -> None:
    """Else nobody could offer it, and the klacht came to a stop before its signature."""
    vervanger = afdelingshoofd(bureau, "S. Smit")
    dossier = _dossier(bureau, zaak)
    invoer = {"medewerker": "M. de Groot", "reden": "Was erbij."}
    opdracht = behandelen.Opdracht(zaak, "merk_betrokken", invoer, dossier.versie)
    behandelen.voer_uit(bureau, opdracht)
    bied_aan(bureau, zaak)
    assert "S. Smit" in _tekst(ondertekenen.voorbeeld(bureau, zaak).pdf)
    with pytest.raises(RegelFout, match="betrokken"):
        teken(hoofd, zaak)
    assert teken(vervanger, zaak).soort == BRIEF


def test_zonder_ander_die_mag_tekenen_wordt_niets_aangeboden(
    bureau: Context, hoofd: Context, zaak: str
) -> None:
    dossier = _dossier(bureau, zaak)
    invoer = {"medewerker": "M. de Groot", "reden": "Was erbij."}
    opdracht = behandelen.Opdracht(zaak, "merk_betrokken", invoer, dossier.versie)
    behandelen.voer_uit(bureau, opdracht)
    with pytest.raises(RegelFout, match="Laat iemand anders"):
        bied_aan(bureau, zaak)
    assert ondertekenen.ondertekenmap(hoofd) == ()


def test_terug_met_opmerking_en_opnieuw(bureau: Context, hoofd: Context, zaak: str) -> None:
    bied_aan(bureau, zaak)
    with pytest.raises(RegelFout, match="wat er anders moet"):
        ondertekenen.geef_terug(hoofd, zaak, "  ", opdracht_uid=uid())
    dossier = ondertekenen.geef_terug(
        hoofd, zaak, "Noem de datum.", passages=[("Niemand belde terug.", "wanneer?")],
        opdracht_uid=uid(),
    )  # fmt: skip
    assert ondertekenen.ondertekenmap(hoofd) == ()
    assert map_.teruggekomen(dossier) is not None
    with pytest.raises(RegelFout, match="wacht geen brief"):
        teken(hoofd, zaak)
    bied_aan(bureau, zaak)
    (regel,) = ondertekenen.ondertekenmap(hoofd)
    (opmerking,) = regel.opmerkingen
    assert opmerking.tekst == "Noem de datum."
    assert opmerking.passages == (("Niemand belde terug.", "wanneer?"),)
    assert opmerking.door == "M. de Groot"
    assert map_.teruggekomen(regel.dossier) is None


def test_aanbieden_ongedaan_maken(bureau: Context, hoofd: Context, zaak: str) -> None:
    bied_aan(bureau, zaak)
    with pytest.raises(RegelFout, match="waarom"):
        ondertekenen.neem_terug(bureau, zaak, " ")
    ondertekenen.neem_terug(bureau, zaak, "Er ontbreekt nog iets.")
    assert ondertekenen.ondertekenmap(hoofd) == ()
    bied_aan(bureau, zaak)
    assert len(ondertekenen.ondertekenmap(hoofd)) == 1


def test_een_nieuw_oordeel_haalt_de_brief_uit_de_map(
    bureau: Context, hoofd: Context, zaak: str
) -> None:
    bied_aan(bureau, zaak)
    dossier = _dossier(bureau, zaak)
    feit = replace(dossier.geldige_gebeurtenissen[-1], soort=G.OORDEEL_GEVORMD, gegevens={}, id=0)
    with bureau.register.transactie():
        nieuw = replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit))
        meldingen.wijzig(bureau.register, dossier, nieuw)
    assert ondertekenen.ondertekenmap(hoofd) == ()


def test_ondertekenen_bewaart_alles_in_een_keer(bureau: Context, hoofd: Context, zaak: str) -> None:
    bied_aan(bureau, zaak)
    kop = log.kop(bureau.register)
    info = teken(hoofd, zaak)
    dossier = _dossier(hoofd, zaak)
    pdf = correspondentie.document(hoofd, info.id)
    tekst = _tekst(pdf)
    assert f"controleteken {kop[-8:]}" in tekst
    assert "M. de Groot" in tekst
    assert [d.id for d in klaarliggend(dossier)] == [info.id]
    feit = map_.getekend(dossier, BriefSoort.AFDOENINGSBRIEF)
    assert feit is not None
    assert feit.gegevens["hoe"] == "digitaal"
    assert feit.gegevens["sha256"] == documenten.som(pdf)
    (gezet,) = handtekeningen.alle(hoofd.register)
    gegevens = getekende.lees(gezet.gegevens)
    assert gegevens.sha256 == documenten.som(pdf)
    assert gegevens.log == kop
    assert gegevens.oordeel == "-; 1: gegrond; 2: ongegrond"
    assert (gegevens.kenmerk, gegevens.brief, gegevens.ondertekenaar) == (
        zaak, BRIEF, "M. de Groot",
    )  # fmt: skip
    oordeel = ondertekenen.geldigheid(hoofd, info.id)
    assert oordeel is not None
    assert oordeel.geldig
    assert oordeel.zin == "Ondertekend door M. de Groot op 24 november 2026 om 09:00 uur."
    assert log.controleer(hoofd.register) is None
    assert ondertekenen.ondertekenmap(hoofd) == ()
    with pikepdf.open(io.BytesIO(pdf)) as boek:
        assert len(boek.pages) == 2
    assert tekst.count("controleteken") == 2, "op elke bladzijde"
    assert is_eigen(pdf), "de brief komt als brief in het dossierboek"


def test_dezelfde_opdracht_tekent_een_keer(bureau: Context, hoofd: Context, zaak: str) -> None:
    bied_aan(bureau, zaak)
    opdracht = uid()

    def doe(geheim: str) -> int:
        return ondertekenen.onderteken(
            hoofd, zaak, geheim, niet_betrokken=True, opdracht_uid=opdracht
        ).id

    eerste = doe(GEHEIM)
    assert doe(GEHEIM) == doe("maakt niet uit") == eerste
    assert len(handtekeningen.alle(hoofd.register)) == 1
    assert len(_dossier(hoofd, zaak).documenten) == 1


def test_een_getekende_brief_gaat_op_de_post(bureau: Context, hoofd: Context, zaak: str) -> None:
    bied_aan(bureau, zaak)
    info = teken(hoofd, zaak)
    dossier = correspondentie.markeer_document_verzonden(
        bureau, info.id, op=VANDAAG, kanaal="post", opdracht_uid=uid(),
        niet_gebeld_reden="Geen nummer bekend.",
    )  # fmt: skip
    weg = dossier.brief_verzonden(BRIEF)
    assert weg is not None
    assert weg.gegevens["ondertekenaar"] == "M. de Groot"
    oordeel = ondertekenen.geldigheid(bureau, info.id)
    assert oordeel is not None
    assert oordeel.geldig


def test_na_ondertekenen_is_er_niets_ongedaan_te_maken(
    bureau: Context, hoofd: Context, zaak: str
) -> None:
    bied_aan(bureau, zaak)
    teken(hoofd, zaak)
    assert behandelen.terug_te_draaien(_dossier(bureau, zaak)) is None
    with pytest.raises(RegelFout, match="wacht geen brief"):
        ondertekenen.neem_terug(bureau, zaak, "Toch niet.")


def test_weggelegd_is_niet_meer_getekend(bureau: Context, hoofd: Context, zaak: str) -> None:
    bied_aan(bureau, zaak)
    info = teken(hoofd, zaak)
    dossier = correspondentie.leg_weg(bureau, zaak, info.id, "Fout in de naam.")
    assert map_.getekend(dossier, BriefSoort.AFDOENINGSBRIEF) is None
    bied_aan(bureau, zaak)
    assert teken(hoofd, zaak).id != info.id


def test_wat_is_gewijzigd_na_het_lezen_wordt_niet_getekend(
    bureau: Context, hoofd: Context, zaak: str
) -> None:
    bied_aan(bureau, zaak)
    gezien = _dossier(hoofd, zaak)
    behandelen.bewaar_onderdelen(bureau, zaak, gezien.versie, gezien.onderdelen[:1])
    with pytest.raises(ConflictFout, match="Lees de brief opnieuw"):
        ondertekenen.onderteken(
            hoofd, zaak, GEHEIM, niet_betrokken=True, opdracht_uid=uid(), versie=gezien.versie
        )
    assert handtekeningen.alle(hoofd.register) == []


def test_wie_betrokken_is_tekent_niet(bureau: Context, maak: MaakDossier, hoofd: Context) -> None:
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    with pytest.raises(RegelFout, match="niet betrokken") as fout:
        ondertekenen.onderteken(hoofd, kenmerk, GEHEIM, niet_betrokken=False, opdracht_uid=uid())
    assert fout.value.veld == "niet_betrokken"
    ander = afdelingshoofd(bureau, "J. Blom")
    with pytest.raises(RegelFout, match="9:7"):
        teken(ander, kenmerk)
    with pytest.raises(RegelFout, match="9:7"):
        ondertekenen.registreer_natte_handtekening(
            bureau, kenmerk, b"%PDF-1.7 scan", "J. Blom", opdracht_uid=uid()
        )


def test_alleen_wie_mag_en_een_eigen_sleutel_heeft_tekent(
    bureau: Context, hoofd: Context, zaak: str
) -> None:
    bied_aan(bureau, zaak)
    with pytest.raises(RegelFout, match="afdelingshoofd"):
        teken(medewerker(bureau, "R. Egistrar", Rol.REGISTRAR), zaak)
    with pytest.raises(RegelFout, match="weet niet wie u bent"):
        teken(bureau, zaak)
    zonder = medewerker(bureau, "Z. Onder", Rol.AFDELINGSHOOFD)
    with pytest.raises(RegelFout, match="nog geen sleutel"):
        teken(zonder, zaak)
    geheimen.stel_in(zonder, nummer(zonder), GEHEIM)
    sleutels.maak(zonder, nummer(zonder), GEHEIM)
    with pytest.raises(RegelFout, match="nog niet bevestigd"):
        teken(zonder, zaak)
    sleutels.trek_in(hoofd, sleutel_van(hoofd).id, "Laptop gestolen.")
    with pytest.raises(RegelFout, match="ingetrokken"):
        teken(hoofd, zaak)
    assert handtekeningen.alle(bureau.register) == []


def test_een_brief_met_een_gat_wordt_niet_getekend(
    bureau: Context, hoofd: Context, zaak: str
) -> None:
    bied_aan(bureau, zaak)
    dossier = _dossier(bureau, zaak)
    leeg = replace(dossier, klager=replace(dossier.klager, straat="", plaats=""))
    with bureau.register.transactie():
        meldingen.wijzig(bureau.register, dossier, leeg)
    with pytest.raises(RegelFout):
        teken(hoofd, zaak)
    assert _dossier(bureau, zaak).documenten == ()


def test_een_natte_handtekening_met_scan(bureau: Context, hoofd: Context, zaak: str) -> None:
    bied_aan(bureau, zaak)
    with pytest.raises(RegelFout, match="geen scan"):
        ondertekenen.registreer_natte_handtekening(
            bureau, zaak, b"MZ", "M. de Groot", opdracht_uid=uid()
        )
    with pytest.raises(RegelFout, match="Op die dag"):
        ondertekenen.registreer_natte_handtekening(
            bureau, zaak, b"%PDF-1.7 scan", "M. de Groot", opdracht_uid=uid(),
            datum=VANDAAG + timedelta(1),
        )  # fmt: skip
    opdracht = uid()

    def doe() -> int:
        return ondertekenen.registreer_natte_handtekening(
            bureau, zaak, b"%PDF-1.7 scan", "M. de Groot", datum=date(2026, 11, 23),
            opdracht_uid=opdracht,
        ).id  # fmt: skip

    brief = doe()
    assert doe() == brief
    dossier = _dossier(bureau, zaak)
    assert [d.id for d in klaarliggend(dossier)] == [brief]
    assert [d.naam for d in dossier.documenten if d.soort == "bijlage"] == [
        f"{zaak} afdoeningsbrief getekend.pdf"
    ]
    oordeel = ondertekenen.geldigheid(bureau, brief)
    assert oordeel is not None
    assert (oordeel.geldig, oordeel.hoe) == (True, Hoe.NAT)
    assert "Met pen ondertekend door M. de Groot" in oordeel.zin
    assert "23 november 2026" in _tekst(correspondentie.document(bureau, brief))
