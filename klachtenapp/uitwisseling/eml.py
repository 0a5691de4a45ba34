"""Writes an e-mail as a draft with a letter attached; sending it is for a person.

``X-Unsent: 1`` makes Outlook open the file as a message that is still to be sent. Who sends
it, when, and its number are left to that program: so the same letter gives the same bytes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from klachtenapp.errors import RegelFout

_LANGSTE_KOP = 200  # letters of a subject or name
_ADRES = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\.]{2,}")


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A PDF that goes along, under a name that is safe to save."""

    naam: str
    pdf: bytes


def maak_concept(aan: str, onderwerp: str, tekst: str, bijlage: Bijlage) -> bytes:
    """Return an ``.eml`` draft; an empty ``aan`` leaves the address to who sends it.

    :raises RegelFout: ``aan`` is no e-mail address.
    """
    bericht = EmailMessage(policy=SMTP)
    bericht["X-Unsent"] = "1"
    if aan.strip():
        bericht["To"] = _adres(aan.strip())
    bericht["Subject"] = _op_een_regel(onderwerp)
    bericht["MIME-Version"] = "1.0"
    bericht.set_content(_zonder_stuurtekens(tekst), charset="utf-8", cte="quoted-printable")
    bericht.add_attachment(
        bijlage.pdf, maintype="application", subtype="pdf", filename=_op_een_regel(bijlage.naam)
    )
    # The parts are kept apart by a line that must not occur in them and is the same each time.
    merk = hashlib.sha256(tekst.encode() + b"\0" + bijlage.pdf).hexdigest()[:40]
    bericht.set_boundary(f"=_brief_{merk}")
    return bericht.as_bytes()


def _adres(aan: str) -> Address:
    """Return an address that can be nothing else: one person, no header hidden in it."""
    if _ADRES.fullmatch(aan) and aan == _op_een_regel(aan):
        naam, _, domein = aan.partition("@")
        try:
            return Address(addr_spec=f"{naam}@{domein.encode('idna').decode('ascii')}")
        except (MessageError, ValueError, IndexError):
            pass
    raise RegelFout(
        f"'{_op_een_regel(aan)}' is geen e-mailadres. Verbeter het bij Personen.", veld="email"
    )


def _op_een_regel(tekst: str) -> str:
    """Return a text that fits in a header: no line ends, no characters that steer."""
    zichtbaar = "".join(" " if _stuurt(teken) else teken for teken in tekst)
    return " ".join(zichtbaar.split())[:_LANGSTE_KOP]


def _zonder_stuurtekens(tekst: str) -> str:
    return "".join(teken for teken in tekst if teken == "\n" or not _stuurt(teken))


def _stuurt(teken: str) -> bool:
    """Whether a character is not for the eye: controls, direction, lone surrogates, line ends."""
    return unicodedata.category(teken) in ("Cc", "Cf", "Cs", "Zl", "Zp")
