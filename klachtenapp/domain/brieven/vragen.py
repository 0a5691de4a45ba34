"""What a letter asks before it is made: proposals, answers, and the facts they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from klachtenapp.domain.brieven.ontvangers import ONTVANGERVRAGEN, beklaagden
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.velddelen import ja, lang
from klachtenapp.domain.veldtoets import is_gevraagd, onjuist
from klachtenapp.errors import RegelFout

_VRIJE_WOORDEN = frozenset({VeldSoort.TEKST, VeldSoort.LANGE_TEKST})


def vragen(regel: Briefregel) -> tuple[Veld, ...]:
    """Return what is asked for this letter: who gets it, when unknown, and its own questions."""
    eigen = {veld.naam for veld in regel.vragen}
    erbij = ONTVANGERVRAGEN.get(regel.ontvanger, ())
    return (*(veld for veld in erbij if veld.naam not in eigen), *regel.vragen)


def controleer_namen(regel: Briefregel, antwoorden: Mapping[str, str]) -> None:
    """Raise ``RegelFout`` for an answer to a question that this letter does not ask."""
    gevraagd = {veld.naam for veld in vragen(regel)}
    onbekend = sorted(set(antwoorden) - gevraagd)
    if onbekend:
        keuzes = ", ".join(sorted(gevraagd)) or "niets"
        raise RegelFout(
            f"Bij '{regel.titel}' wordt '{onbekend[0]}' niet gevraagd. Wel: {keuzes}.",
            veld=onbekend[0],
        )


def voorstel(regel: Briefregel, zaak: Briefzaak) -> dict[str, str]:
    """Return the answers that can be proposed from the dossier, by name of the question."""
    uit = {
        veld.naam: zaak.dag.isoformat() if veld.vooraf == "vandaag" else veld.vooraf
        for veld in vragen(regel)
        if veld.vooraf
    }
    genoemd = beklaagden(zaak.dossier)
    if regel.ontvanger is Ontvanger.BEKLAAGDE and genoemd:
        uit["beklaagde_naam"] = genoemd[0]
    return {**uit, **regel.vooraf(zaak)}


def met_voorstel(regel: Briefregel, zaak: Briefzaak) -> Briefzaak:
    """Return the case with a proposal for each question that was not answered.

    An answer that was made empty stays empty: someone wanted it so.
    """
    gegeven = {naam: tekst.strip() for naam, tekst in zaak.antwoorden.items()}
    return replace(zaak, antwoorden={**voorstel(regel, zaak), **gegeven})


def bezwaren(regel: Briefregel, zaak: Briefzaak) -> Iterator[Bezwaar]:
    """Yield what is wrong with the answers: one that is missing, or that cannot be true.

    ``zaak`` is one of ``met_voorstel``.
    """
    for veld in vragen(regel):
        antwoord = zaak.antwoorden.get(veld.naam, "")
        if not is_gevraagd(veld, zaak.antwoorden):
            continue
        if not antwoord:
            if veld.verplicht:
                yield Bezwaar(f"Vul in: {veld.label}", "", veld.naam)
            continue
        zin = onjuist(veld, antwoord, zaak.dossier, zaak.dag)
        if zin:
            yield Bezwaar(zin, "", veld.naam)


def als_feiten(regel: Briefregel, zaak: Briefzaak) -> dict[str, str]:
    """Return the answers as facts for the text: a date in words, yes as ``ja``, no as nothing.

    Every question is there, so that its name is known to the text; a question that is not
    asked, and an answer that makes no sense, are empty.
    """
    uit: dict[str, str] = {}
    for veld in vragen(regel):
        antwoord = zaak.antwoorden.get(veld.naam, "") if is_gevraagd(veld, zaak.antwoorden) else ""
        uit[veld.naam] = _feit(veld, antwoord, zaak)
    return uit


def vrije_namen(regel: Briefregel) -> frozenset[str]:
    """Return the questions that are answered in one's own words."""
    return frozenset(veld.naam for veld in vragen(regel) if veld.soort in _VRIJE_WOORDEN)


def vrije_woorden(regel: Briefregel, antwoorden: Mapping[str, str]) -> dict[str, str]:
    """Return what was written by hand; it goes before a fact of the same name."""
    vrij = vrije_namen(regel)
    return {naam: tekst.strip() for naam, tekst in antwoorden.items() if naam in vrij}


def _feit(veld: Veld, antwoord: str, zaak: Briefzaak) -> str:
    if not antwoord or onjuist(veld, antwoord, zaak.dossier, zaak.dag):
        return ""
    if veld.soort is VeldSoort.DATUM:
        return lang(date.fromisoformat(antwoord))
    if veld.soort is VeldSoort.JA_NEE:
        return ja(antwoord == "ja")
    return antwoord
