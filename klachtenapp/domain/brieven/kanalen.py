"""By which road a letter may go: what the receiver said, and what the law asks (art. 2:8 Awb)."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain.begrippen import Kanaal, Voorkeur
from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.regel import Ontvanger
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar

POST, EMAIL, BALIE, INTERN = "post", "e-mail", "balie", "intern"

KANALEN: Mapping[Ontvanger, tuple[str, ...]] = {
    Ontvanger.KLAGER: (POST, EMAIL, BALIE),
    Ontvanger.BEKLAAGDE: (INTERN,),
    Ontvanger.INSTANTIE: (POST, EMAIL),
    Ontvanger.OMBUDSMAN: (POST, EMAIL),
}
"""How a letter can go out, by receiver; the first is the usual one."""

WOORDEN: Mapping[str, str] = {
    POST: "per post",
    EMAIL: "per e-mail",
    BALIE: "aan de balie",
    INTERN: "via de interne post",
}
_ELEKTRONISCH = frozenset({Kanaal.EMAIL, Kanaal.WEBSITE})


def kanalen(soort: BriefSoort) -> tuple[str, ...]:
    """Return by which roads letter ``soort`` can go."""
    return KANALEN[_ontvanger(soort)]


def voorstel(soort: BriefSoort, dossier: Dossier) -> str:
    """Return how this letter most likely goes."""
    ontvanger = _ontvanger(soort)
    if ontvanger is not Ontvanger.KLAGER:
        return KANALEN[ontvanger][0]
    if soort is BriefSoort.STAPPENPLAN and dossier.kanaal is Kanaal.BALIE:
        return BALIE
    aan = geadresseerde(dossier)
    mailt = aan.voorkeur is Voorkeur.MAILEN or not aan.heeft_adres
    return EMAIL if mailt and bezwaar(soort, dossier, EMAIL) is None else POST


def bezwaar(soort: BriefSoort, dossier: Dossier, kanaal: str) -> Bezwaar | None:
    """Return why letter ``soort`` cannot go by ``kanaal``; ``None`` when it can."""
    mag = kanalen(soort)
    if kanaal not in mag:
        return Bezwaar(f"Kies hoe de brief wegging: {' of '.join(mag)}.", "", "kanaal")
    if kanaal != EMAIL or _ontvanger(soort) is not Ontvanger.KLAGER:
        return None
    aan = geadresseerde(dossier)
    if not aan.email:
        return Bezwaar(
            "Wij hebben geen e-mailadres van deze persoon. Vul het in bij Personen, of stuur de "
            "brief per post.",
            "",
            "kanaal",
        )
    if aan.email_akkoord or _antwoord_langs_dezelfde_weg(soort, dossier):
        return None
    return Bezwaar(
        "Deze persoon zei niet dat brieven per e-mail mogen. Stuur de brief per post, of leg de "
        "toestemming vast bij Personen.",
        "art. 2:8 Awb",
        "kanaal",
    )


def _antwoord_langs_dezelfde_weg(soort: BriefSoort, dossier: Dossier) -> bool:
    """Whether this only says that an electronic message came in, or where it belongs.

    That may go back by the road it came (art. 2:16 and 2:17 Awb).
    """
    regel = BRIEVEN.get(soort)
    return regel is not None and not regel.met_adres and dossier.kanaal in _ELEKTRONISCH


def _ontvanger(soort: BriefSoort) -> Ontvanger:
    regel = BRIEVEN.get(soort)
    return regel.ontvanger if regel else Ontvanger.KLAGER
