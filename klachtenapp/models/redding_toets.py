"""Tells whether a value that was found can be what its column holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import peewee

from klachtenapp.models.rij import DatumField, MomentField


def toets(veld: Any) -> Callable[[Any], bool]:
    """Return what says whether a value can be what this column holds."""
    if isinstance(veld, peewee.ForeignKeyField):
        veld = veld.rel_field if not veld.null else veld
        if isinstance(veld, peewee.TextField):
            return _is_tekst
        return lambda w: w is None or isinstance(w, int)
    leeg_mag = veld.null
    if isinstance(veld, DatumField | MomentField):
        lees = date.fromisoformat if isinstance(veld, DatumField) else datetime.fromisoformat
        return lambda w: (w is None and leeg_mag) or _is_moment(w, lees)
    if isinstance(veld, peewee.BlobField):
        return lambda w: isinstance(w, bytes)
    if isinstance(veld, peewee.IntegerField | peewee.BooleanField | peewee.AutoField):
        return lambda w: isinstance(w, int)
    return _is_tekst


def _is_tekst(waarde: Any) -> bool:
    return isinstance(waarde, str) and "\ufffd" not in waarde


def _is_moment(waarde: Any, lees: Callable[[str], Any]) -> bool:
    try:
        lees(waarde)
    except (ValueError, TypeError):
        return False
    return True
