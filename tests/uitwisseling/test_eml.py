"""The e-mail draft: read back as it was meant, whatever stands in name, address or text."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling.eml import Bijlage, maak_concept

PDF = b"%PDF-1.7\nx\n%%EOF"
KOPPEN = ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]


def _lees(inhoud: bytes) -> EmailMessage:
    bericht = message_from_bytes(inhoud, policy=default)
    assert isinstance(bericht, EmailMessage)
    return bericht


def _maak(aan: str = "y@voorbeeld.nl", onderwerp: str = "Brief", tekst: str = "Dag,\n") -> bytes:
    return maak_concept(aan, onderwerp, tekst, Bijlage("K2026-0001 brief.pdf", PDF))


def test_a_draft_reads_back_as_it_was_made() -> None:
    tekst = "Geachte heer Yılmaz,\n\nBij deze e-mail zit een brief. Één vraag? Bel ons.\n"
    bericht = _lees(_maak("y@voorbeeld.nl", "Brief van Gemeente Súdwest (K2026-0001)", tekst))
    assert bericht["X-Unsent"] == "1"
    assert bericht["To"] == "y@voorbeeld.nl"
    assert bericht["Subject"] == "Brief van Gemeente Súdwest (K2026-0001)"
    assert "Date" not in bericht
    assert "From" not in bericht
    tekstdeel = bericht.get_body()
    assert tekstdeel is not None
    assert tekstdeel.get_content().splitlines() == tekst.splitlines()
    (bijlage,) = bericht.iter_attachments()
    assert bijlage.get_filename() == "K2026-0001 brief.pdf"
    assert bijlage.get_content_type() == "application/pdf"
    assert bijlage.get_content() == PDF


def test_the_same_letter_is_the_same_draft() -> None:
    assert _maak() == _maak()


def test_lines_end_as_mail_wants_it() -> None:
    kop, _, _ = _maak().partition(b"\r\n\r\n")
    assert b"\n" not in kop.replace(b"\r\n", b"")


def test_a_domain_in_its_own_letters_arrives() -> None:
    assert _lees(_maak("info@súdwest.nl"))["To"] == "info@xn--sdwest-pya.nl"


def test_the_address_may_be_left_open() -> None:
    assert "To" not in _lees(_maak(""))


@pytest.mark.parametrize(
    "adres",
    [
        "y@voorbeeld.nl\nBcc: x@kwaad.nl", "y@voorbeeld.nl, x@kwaad.nl", "geen adres",
        "<y@voorbeeld.nl>", "y@voorbeeld.nl>\r\nX: y", "a@b", "@voorbeeld.nl", "y@@voorbeeld.nl",
        "y@voorbeeld.nl\x00", '"y"@voorbeeld.nl', "y@voorbeeld.nl;x@kwaad.nl", "y@[1.2.3.4]",
        "y@voorbeeld.\u202enl", "jörg@voorbeeld.nl",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(adres: str) -> None:
    with pytest.raises(RegelFout) as fout:
        _maak(adres)
    assert fout.value.veld == "email"


@given(onderwerp=st.text(max_size=300), tekst=st.text(max_size=300), naam=st.text(max_size=80))
def test_nothing_typed_becomes_a_header(onderwerp: str, tekst: str, naam: str) -> None:
    inhoud = maak_concept("y@voorbeeld.nl", onderwerp, tekst, Bijlage(naam, PDF))
    bericht = _lees(inhoud)
    assert [kop for kop in bericht if kop in KOPPEN] == bericht.keys()
    (bijlage,) = bericht.iter_attachments()
    assert bijlage.get_content() == PDF
