"""The letters that exist; the texts stand in ``resources/brieven/``, the rules in ``brieven``."""

from __future__ import annotations

from enum import StrEnum


class BriefSoort(StrEnum):
    """Stored name of a letter; also its name on the command line and of its text.

    Where the law wants two versions, each receiver has its own.
    """

    ONTVANGSTBEVESTIGING = "ontvangstbevestiging"
    AANVULLING = "verzoek-aanvulling"
    NIEUWE_BEHANDELAAR = "nieuwe-behandelaar"
    AFSCHRIFT = "afschrift-beklaagde"
    UITNODIGING_KLAGER = "uitnodiging-klager"
    UITNODIGING_BEKLAAGDE = "uitnodiging-beklaagde"
    VERSLAG_KLAGER = "verslag-klager"
    VERSLAG_BEKLAAGDE = "verslag-beklaagde"
    VERDAGING_KLAGER = "verdaging-klager"
    VERDAGING_BEKLAAGDE = "verdaging-beklaagde"
    UITSTEL = "verzoek-uitstel"
    AFDOENINGSBRIEF = "afdoeningsbrief"
    AFSLUITBRIEF_INFORMEEL = "afsluitbrief-informeel"
    NIET_IN_BEHANDELING = "niet-in-behandeling"
    DOORZENDING_KLAGER = "doorzending-klager"
    DOORZENDING_INSTANTIE = "doorzending-instantie"
    DOORGELEIDING_KLAGER = "doorgeleiding-klager"
    DOORGELEIDING_INSTANTIE = "doorgeleiding-instantie"
    INTREKKING = "bevestiging-intrekking"
    GEEN_REACTIE = "afsluiting-zonder-reactie"
    ONTVANGST_REACTIE = "ontvangst-reactie"
    VOORTGANG = "voortgangsbericht"
    VERBETERPUNT = "terugkoppeling-verbeterpunt"
    REACTIE_OMBUDSMAN = "reactie-ombudsman"
    JUIST_KANAAL = "juist-kanaal"
    START_TERMIJN = "start-termijn"
    STAPPENPLAN = "stappenplan"


AAN_ANDEREN = frozenset(
    {
        BriefSoort.AFSCHRIFT,
        BriefSoort.UITNODIGING_BEKLAAGDE,
        BriefSoort.VERSLAG_BEKLAAGDE,
        BriefSoort.VERDAGING_BEKLAAGDE,
        BriefSoort.DOORZENDING_INSTANTIE,
        BriefSoort.DOORGELEIDING_INSTANTIE,
        BriefSoort.REACTIE_OMBUDSMAN,
    }
)
"""Letters that do not go to the klager: they hear nothing by them."""
