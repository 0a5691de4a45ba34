"""Letters and attachments: the bytes come out as they went in, and are kept once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, meldingen
from klachtenapp.models.register import Register

_INFO = DocumentInfo(0, "brief.pdf", "afdoeningsbrief", "", 0, datetime(2026, 11, 24, 9))


def test_the_same_bytes_are_kept_once(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    kenmerk = bewaar(vol_dossier).kenmerk
    with register.transactie():
        een = documenten.voeg_toe(register, kenmerk, _INFO, b"inhoud\0")
        twee = documenten.voeg_toe(register, kenmerk, _INFO, b"inhoud\0")
        documenten.markeer_verzonden(register, twee.id, date(2026, 11, 24), "post")
    assert een.sha256 == documenten.som(b"inhoud\0")
    assert (een.bytes, een.id != twee.id) == (7, True)
    assert documenten.lees(register, een.id) == b"inhoud\0"
    assert register.sql("SELECT count(*) FROM inhoud") == [(1,)]
    terug = meldingen.haal(register, kenmerk).documenten
    assert [(d.id, d.verzonden_op, d.kanaal) for d in terug] == [
        (een.id, None, ""),
        (twee.id, date(2026, 11, 24), "post"),
    ]
    assert documenten.info(register, een.id) == een


def test_what_is_not_there_is_refused(register: Register) -> None:
    with pytest.raises(RegelFout):
        documenten.lees(register, 1)
    with register.transactie(), pytest.raises(RegelFout):
        documenten.voeg_toe(register, "K2026-0001", _INFO, b"x")
