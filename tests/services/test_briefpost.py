"""From a letter that lies ready to one that went out: kept, laid aside, sent as it was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.klaarliggend import antwoorden_van, klaargelegd, klaarliggend
from klachtenapp.domain.personen import Medewerker
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen
from klachtenapp.services import behandelen, beheer, bijlagen, correspondentie
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from tests.services.test_correspondentie import KLAAR, OORDEEL, YOUSSEF, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]

BRIEF = "ontvangstbevestiging"
VANDAAG = date(2026, 11, 24)


def _dossier(ctx: Context, kenmerk: str) -> Dossier:
    return meldingen.haal(ctx.register, kenmerk)


def _leg_klaar(ctx: Context, kenmerk: str, **keuze: Any) -> DocumentInfo:
    return correspondentie.bewaar(
        ctx, kenmerk, correspondentie.concept(ctx, kenmerk, BRIEF, **keuze)
    )


def _verzend(ctx: Context, document: int, **anders: Any) -> Dossier:
    keuze: dict[str, Any] = {"op": VANDAAG, "kanaal": "post", "opdracht_uid": str(uuid4())}
    return correspondentie.markeer_document_verzonden(ctx, document, **keuze | anders)


def test_a_letter_that_lies_ready_remembers_how_it_was_made(
    bureau: Context, maak: MaakDossier
) -> None:
    kenmerk = maak()
    info = _leg_klaar(bureau, kenmerk, antwoorden={"omschrijving": "Te laat geholpen."})
    dossier = _dossier(bureau, kenmerk)
    assert klaarliggend(dossier) == (info,)
    feit = klaargelegd(dossier, info.id)
    assert feit is not None
    assert antwoorden_van(feit) == {"omschrijving": "Te laat geholpen."}
    dossier = _verzend(bureau, info.id)
    assert klaarliggend(dossier) == ()
    feit = dossier.brief_verzonden(BRIEF)
    assert feit is not None
    assert feit.gegevens == {
        "brief": BRIEF, "document": str(info.id), "sha256": info.sha256, "kanaal": "post",
        "antwoord_omschrijving": "Te laat geholpen.", "ondertekenaar": "P. Yılmaz",
    }  # fmt: skip


def test_it_goes_out_once(bureau: Context, maak: MaakDossier) -> None:
    info, uid = _leg_klaar(bureau, maak()), str(uuid4())
    _verzend(bureau, info.id, opdracht_uid=uid)
    dossier = _verzend(bureau, info.id, opdracht_uid=uid)
    assert len(list(dossier.alle(G.BRIEF_VERZONDEN))) == 1
    with pytest.raises(RegelFout, match="al als verzonden"):
        _verzend(bureau, info.id)


def test_laid_aside_it_stays_and_cannot_go_out(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak()
    info = _leg_klaar(bureau, kenmerk)
    with pytest.raises(RegelFout) as fout:
        correspondentie.leg_weg(bureau, kenmerk, info.id, "  ")
    assert fout.value.veld == "reden"
    dossier = correspondentie.leg_weg(bureau, kenmerk, info.id, "Er stond een fout in.")
    assert klaarliggend(dossier) == ()
    assert [d.id for d in dossier.documenten] == [info.id]
    assert correspondentie.document(bureau, info.id).startswith(b"%PDF-")
    with pytest.raises(RegelFout, match="weggelegd"):
        _verzend(bureau, info.id)
    with pytest.raises(RegelFout, match="weggelegd"):
        correspondentie.leg_weg(bureau, kenmerk, info.id, "Nog eens.")
    assert _leg_klaar(bureau, kenmerk).id != info.id


def test_an_attachment_is_no_letter(bureau: Context, maak: MaakDossier) -> None:
    info = bijlagen.voeg_een_toe(bureau, maak(), "foto.png", b"foto")
    with pytest.raises(RegelFout, match="bijlage"):
        _verzend(bureau, info.id)
    with pytest.raises(RegelFout, match="niet"):
        _verzend(bureau, 999)


def test_a_dossier_does_not_close_over_a_letter_that_lies_ready(
    bureau: Context, maak: MaakDossier
) -> None:
    kenmerk = maak()
    info = _leg_klaar(bureau, kenmerk)
    invoer = {
        "ingetrokken_op": "2026-11-24", "vorm": "telefoon", "bevestigd_op": "2026-11-24",
    }  # fmt: skip

    def trek_in() -> Dossier:
        versie = _dossier(bureau, kenmerk).versie
        return behandelen.voer_uit(bureau, Opdracht(kenmerk, "trek_in", invoer, versie))

    with pytest.raises(RegelFout, match=f"{BRIEF}.*leg de brief weg"):
        trek_in()
    correspondentie.leg_weg(bureau, kenmerk, info.id, "De klager trekt in.")
    assert not trek_in().is_open


def test_a_letter_that_lies_ready_holds_back_the_undo_until_it_is_laid_aside(
    bureau: Context, maak: MaakDossier
) -> None:
    kenmerk = maak()
    versie = _dossier(bureau, kenmerk).versie
    notitie = Opdracht(kenmerk, "noteer", {"toelichting": "Zei dank u."}, versie)
    behandelen.voer_uit(bureau, notitie)
    info = _leg_klaar(bureau, kenmerk)
    assert behandelen.terug_te_draaien(_dossier(bureau, kenmerk)) is None
    dossier = correspondentie.leg_weg(bureau, kenmerk, info.id, "Niet nodig.")
    assert behandelen.terug_te_draaien(dossier) is not None


def test_no_judgement_on_paper_before_a_call(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    brief = correspondentie.concept(bureau, kenmerk, "afdoeningsbrief")

    def verzend(**anders: Any) -> Dossier:
        return correspondentie.markeer_verzonden(
            bureau, kenmerk, "afdoeningsbrief", op=VANDAAG, kanaal="post", pdf=brief.pdf,
            opdracht_uid=str(uuid4()), **anders,
        )  # fmt: skip

    with pytest.raises(RegelFout, match="hoort ons antwoord eerst") as fout:
        verzend()
    assert fout.value.veld == "niet_gebeld_reden"
    feit = verzend(niet_gebeld_reden="Geen telefoon.").brief_verzonden("afdoeningsbrief")
    assert feit is not None
    assert feit.gegevens["niet_gebeld_reden"] == "Geen telefoon."


def test_after_a_call_nothing_is_asked(bureau: Context, maak: MaakDossier) -> None:
    gesprek = (G.GESPREK, VANDAAG, {"manier": "telefoon", "bereikt": "ja"})
    kenmerk = maak(*OORDEEL, gesprek, dossier=KLAAR)
    brief = correspondentie.concept(bureau, kenmerk, "afdoeningsbrief")
    dossier = correspondentie.markeer_verzonden(
        bureau, kenmerk, "afdoeningsbrief", op=VANDAAG, kanaal="post", pdf=brief.pdf,
        opdracht_uid=str(uuid4()),
    )  # fmt: skip
    assert dossier.brief_verzonden("afdoeningsbrief") is not None


def test_the_signer_can_be_chosen_but_was_not_involved(bureau: Context, maak: MaakDossier) -> None:
    beheer.bewaar_medewerker(bureau, Medewerker(0, "J. Blom", functie="adviseur"))
    kenmerk = maak(dossier={"beklaagde": "P. Yılmaz"}, behandelaar="")
    brief = correspondentie.concept(bureau, kenmerk, BRIEF, ondertekenaar="J. Blom")
    assert (brief.bezwaren, brief.ondertekenaar) == ((), "J. Blom")
    brief = correspondentie.concept(bureau, kenmerk, BRIEF, ondertekenaar="P. Yılmaz")
    assert [b.veld for b in brief.bezwaren] == ["ondertekenaar"]
    with pytest.raises(RegelFout, match="staat niet in de lijst") as fout:
        correspondentie.concept(bureau, kenmerk, BRIEF, ondertekenaar="S. Interklaas")
    assert fout.value.veld == "ondertekenaar"


def test_who_spoke_with_the_klager_signs(bureau: Context, maak: MaakDossier) -> None:
    beheer.bewaar_medewerker(bureau, Medewerker(0, "J. Blom"))
    gesprek = (G.GESPREK, VANDAAG, {"bereikt": "ja", "gesproken_door": "J. Blom"})
    brief = correspondentie.concept(bureau, maak(gesprek), BRIEF)
    assert brief.ondertekenaar == "J. Blom"


def test_no_email_without_consent(bureau: Context, maak: MaakDossier) -> None:
    info = _leg_klaar(bureau, maak(klager=replace(YOUSSEF, email="y@voorbeeld.nl")))
    with pytest.raises(RegelFout, match="2:8 Awb") as fout:
        _verzend(bureau, info.id, kanaal="e-mail")
    assert fout.value.veld == "kanaal"
