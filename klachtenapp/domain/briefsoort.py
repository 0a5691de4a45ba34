"""The letters that exist; the texts stand in ``resources/brieven/``, the rules in ``brieven``."""

from __future__ import annotations

from enum import StrEnum


class BriefSoort(StrEnum):
    """Stored name of a letter; also the name on the command line."""

    ONTVANGSTBEVESTIGING = "ontvangstbevestiging"
    AFSLUITBRIEF_INFORMEEL = "afsluitbrief-informeel"
    AFDOENINGSBRIEF = "afdoeningsbrief"
    STAPPENPLAN = "stappenplan"
