"""What can be searched of a dossier: the words of all its fields, normalised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.zoektekst import normaliseer

_MET_WOORDEN = frozenset({GebeurtenisSoort.NOTITIE, GebeurtenisSoort.GESPREK})


def van(dossier: Dossier, kenmerk: str) -> str:
    """Return the text to search in. Words of a query hold no space, so none runs over a border."""
    return normaliseer("\n".join(dict.fromkeys((kenmerk, *_delen(dossier)))))


def cijfers(tekst: str) -> str:
    """Return a phone number or postcode without its spaces and signs."""
    return re.sub(r"[\s().+/-]", "", tekst)


def _delen(dossier: Dossier) -> Iterator[str]:
    yield dossier.oud_kenmerk
    yield dossier.koppeling
    yield from _van_persoon(dossier.klager)
    if dossier.gemachtigde:
        yield from _van_persoon(dossier.gemachtigde)
    yield dossier.onderwerp
    yield dossier.beklaagde
    yield dossier.omschrijving
    yield dossier.notities
    for onderdeel in dossier.onderdelen:
        yield onderdeel.omschrijving
        yield onderdeel.bevinding
        yield onderdeel.verbeterpunt
    for feit in dossier.gebeurtenissen:
        if feit.soort in _MET_WOORDEN:
            yield feit.toelichting


def _van_persoon(wie: Persoon) -> Iterator[str]:
    yield f"{wie.voorletters} {wie.voornaam} {wie.tussenvoegsel} {wie.achternaam}"
    yield wie.organisatie
    yield f"{wie.straat} {wie.huisnummer}"
    yield wie.postcode
    yield cijfers(wie.postcode)
    yield wie.plaats
    yield wie.telefoon
    yield cijfers(wie.telefoon)
    yield wie.email
