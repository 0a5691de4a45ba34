"""A letter as e-mail draft: only to who agreed, with the letter as it was made."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from klachtenapp.errors import RegelFout
from klachtenapp.services import correspondentie
from klachtenapp.services.context import Context
from klachtenapp.services.emailconcept import emailconcept, emailconcept_van_document
from tests.services.test_correspondentie import YOUSSEF, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]

BRIEF = "ontvangstbevestiging"
MAILT = replace(YOUSSEF, email="y@voorbeeld.nl", email_akkoord=True)


def test_who_agreed_gets_the_letter_as_a_draft(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(klager=MAILT)
    brief = correspondentie.concept(bureau, kenmerk, BRIEF)
    concept = emailconcept(bureau, kenmerk, brief)
    assert concept.bestandsnaam == f"{kenmerk} {BRIEF}.eml"
    bericht = message_from_bytes(concept.inhoud, policy=default)
    assert isinstance(bericht, EmailMessage)
    assert bericht["To"] == "y@voorbeeld.nl"
    assert kenmerk in bericht["Subject"]
    (bijlage,) = bericht.iter_attachments()
    assert bijlage.get_content() == brief.pdf
    tekst = bericht.get_body()
    assert tekst is not None
    woorden = " ".join(tekst.get_content().split())
    for stuk in (
        "Geachte heer Mohamed,", "Bij deze e-mail zit een brief over uw klacht.", kenmerk,
        "Bel dan 0123 - 45 67 12 en vraag naar P. Yılmaz.",
        "namens het college van burgemeester en wethouders",
    ):  # fmt: skip
        assert stuk in woorden, stuk
    info = correspondentie.bewaar(bureau, kenmerk, brief)
    assert emailconcept_van_document(bureau, info.id) == concept


@pytest.mark.parametrize("anders", [{"email_akkoord": False}, {"email": ""}])
def test_who_did_not_agree_gets_none(
    bureau: Context, maak: MaakDossier, anders: dict[str, object]
) -> None:
    kenmerk = maak(klager=replace(MAILT, **anders))  # type: ignore[arg-type]
    brief = correspondentie.concept(bureau, kenmerk, BRIEF)
    with pytest.raises(RegelFout) as fout:
        emailconcept(bureau, kenmerk, brief)
    assert fout.value.veld == "kanaal"


def test_without_a_letter_there_is_no_draft(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(klager=MAILT)
    brief = correspondentie.concept(bureau, kenmerk, "afdoeningsbrief")
    with pytest.raises(RegelFout, match="nog geen brief"):
        emailconcept(bureau, kenmerk, brief)
