"""Own service norms (not law): how soon we call, confirm, report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Normen:
    """Configured norms; every value editable in Beheer."""

    eerste_contact_werkdagen: int = 1
