"""Yes and no, and the short lists: soort, kanaal, vorm, aanhef; as people type them."""

from __future__ import annotations

from functools import lru_cache

from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Vorm
from klachtenapp.uitwisseling.cellen import Cel, als_tekst
from klachtenapp.uitwisseling.woorden import vouw

_JA = frozenset(
    [
        "j",
        "ja",
        "x",
        "y",
        "yes",
        "v",
        "waar",
        "true",
        "1",
        "informeel",
        "inf",
        "i",
        "ok",
        "jawel",
        "xx",
    ]
)
_NEE = frozenset(["n", "nee", "0", "onwaar", "false", "no", "formeel", "form", "f", "neen", "niet"])
_VINKJES = frozenset("✓✔√☑✗✘")

_SOORTEN = {
    Soort.KLACHT: "klacht klachten k klaagschrift klachtbrief",
    Soort.TIP: "tip tips suggestie idee",
    Soort.COMPLIMENT: "compliment complimenten c bedankje",
    Soort.OPMERKING: "opmerking opmerkingen mening reactie signaal",
    Soort.MELDING_OPENBARE_RUIMTE: "melding meldingen mor openbare-ruimte",
    Soort.DOORZENDING: "doorzending doorgezonden bezwaar verzoek vraag",
}
_KANALEN = {
    Kanaal.BALIE: "balie loket langsgekomen bezoek gemeentehuis inloop",
    Kanaal.TELEFOON: "telefoon tel telefonisch gebeld belletje 14 kcc-telefoon",
    Kanaal.BRIEF: "brief post per-post per-brief papier",
    Kanaal.EMAIL: "e-mail email mail per-mail per-e-mail",
    Kanaal.WEBSITE: "website web webformulier e-formulier formulier site internet digitaal online "
    "digid klachtenformulier",
    Kanaal.SOCIALE_MEDIA: "sociale-media social-media socialmedia facebook twitter whatsapp "
    "instagram webcare",
}
_AANHEF = {
    Aanhef.MEVROUW: "mevrouw mevr mw mv v vrouw f dame mej mejuffrouw",
    Aanhef.HEER: "heer de-heer dhr hr m man meneer",
    Aanhef.NEUTRAAL: "neutraal x anders onzijdig non-binair",
}
_VORMEN = {Vorm.MONDELING: "mondeling mond", Vorm.SCHRIFTELIJK: "schriftelijk schr"}


_SOORT_VAN = {w: s for s, rij in _SOORTEN.items() for w in map(vouw, rij.split())}
_KANAAL_VAN = {w: k for k, rij in _KANALEN.items() for w in map(vouw, rij.split())}
_AANHEF_VAN = {w: a for a, rij in _AANHEF.items() for w in map(vouw, rij.split())}
_VORM_VAN = {w: v for v, rij in _VORMEN.items() for w in map(vouw, rij.split())}


def lees_ja_nee(cel: Cel) -> bool | None:
    """Return yes, no, or ``None`` for an empty or strange cell; ``informeel`` is yes."""
    if isinstance(cel, bool):
        return cel
    tekst = als_tekst(cel)
    if tekst[:1] in _VINKJES and tekst:
        return tekst[0] not in "✗✘"
    woord = vouw(tekst)
    if woord in _JA:
        return True
    if woord in _NEE:
        return False
    begin = woord.split(" ", 1)[0]
    if begin in ("informeel", "ja"):
        return True
    return False if begin in ("formeel", "nee") else None


def lees_soort(tekst: str) -> Soort | None:
    """Return the soort the cell names, also as the first word of a longer text."""
    woord = vouw(tekst)
    return _SOORT_VAN.get(woord) or _SOORT_VAN.get(woord.split(" ", 1)[0])


def lees_aanhef(tekst: str) -> Aanhef | None:
    """Return how to address: ``mw.``, ``Dhr``, ``v``, ``man``."""
    return _AANHEF_VAN.get(vouw(tekst))


@lru_cache(maxsize=512)
def lees_kanaal(tekst: str) -> tuple[Kanaal | None, Vorm | None]:
    """Return the kanaal and, when the cell says only that, the vorm."""
    woord = vouw(tekst)
    if woord in _VORM_VAN:
        return None, _VORM_VAN[woord]
    if woord in _KANAAL_VAN:
        return _KANAAL_VAN[woord], None
    gevonden = {_KANAAL_VAN[w] for w in woord.split() if w in _KANAAL_VAN}
    return (gevonden.pop(), None) if len(gevonden) == 1 else (None, None)
