"""Reads back which date stands on a letter that we made: it was written with the PDF."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pikepdf

_EIGEN_VORM = "D:%Y%m%d120000Z"


def gedateerd_op(pdf: bytes) -> date | None:
    """Return the date of a PDF of ours, ``None`` for one that was made elsewhere."""
    try:
        with pikepdf.open(BytesIO(pdf)) as bestand:
            moment = str(bestand.docinfo.get("/CreationDate", ""))
    except pikepdf.PdfError:
        return None
    try:
        return datetime.strptime(moment, _EIGEN_VORM).date()  # noqa: DTZ007 -- a day, no moment
    except ValueError:
        return None
