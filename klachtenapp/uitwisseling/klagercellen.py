"""The klager out of the cells of a row: one name cell or several, address, how to reach."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from klachtenapp.domain.begrippen import Aanhef, Soort
from klachtenapp.domain.namen import splits_achternaam, splits_voornaam
from klachtenapp.domain.personen import Persoon
from klachtenapp.uitwisseling.adressen import Adres, lees_postcode, lees_postcode_plaats, lees_straat
from klachtenapp.uitwisseling.cellen import Rij, als_tekst, herstel_mojibake, is_leeg
from klachtenapp.uitwisseling.keuzewoorden import lees_aanhef
from klachtenapp.uitwisseling.namen import lees_naam
from klachtenapp.uitwisseling.rijnotities import Rijnotities
from klachtenapp.uitwisseling.telefoons import lees_email, lees_telefoon
from klachtenapp.uitwisseling.velden import Kolomveld
from klachtenapp.uitwisseling.velden import Kolomveld as V

Plekken = Mapping[Kolomveld, int]
"""In which column a field stands."""

_TWEE_NAMEN = re.compile(r"\s*(?:/|;|&|\+|\s+en\s+)\s*")
_NEDERLAND = frozenset({"nl", "nederland", "the netherlands", "holland"})
_NAAMVELDEN = (V.VOORLETTERS, V.VOORNAAM, V.TUSSENVOEGSEL, V.ACHTERNAAM, V.ORGANISATIE)


def splits_namen(tekst: str) -> list[str]:
    """Return the names in a cell that holds more than one (``M. Kok / H. de Boer``)."""
    return [deel for deel in _TWEE_NAMEN.split(tekst) if deel] or [tekst]


def lees_klager(plek: Plekken, rij: Rij, soort: Soort, werk: Rijnotities) -> Persoon:
    """Return the klager of a row; what found no field goes to the notes."""
    klager = _naam(plek, rij, werk)
    if klager.is_leeg and soort is Soort.KLACHT and klager.aanhef is Aanhef.ONBEKEND:
        werk.let_op.append("er staat geen naam bij; opgenomen als anoniem")
    adres = _adres(plek, rij, werk)
    return replace(
        klager,
        straat=adres.straat,
        huisnummer=adres.huisnummer,
        postcode=adres.postcode,
        plaats=adres.plaats,
        land=adres.land,
        telefoon=_telefoon(plek, rij, werk),
        email=_email(plek, rij, werk),
    )


def _tekst(plek: Plekken, rij: Rij, veld: Kolomveld) -> str:
    kolom = plek.get(veld)
    return "" if kolom is None or rij[kolom] == "" else als_tekst(rij[kolom])


def _naam(plek: Plekken, rij: Rij, werk: Rijnotities) -> Persoon:
    klager = Persoon()
    heel = _tekst(plek, rij, V.KLAGER)
    if heel:
        gelezen = lees_naam(heel)
        klager = gelezen.persoon
        werk.let_op += [f"klager: {zin}" for zin in gelezen.let_op]
        if gelezen.rest:
            werk.noteer(f"{werk.kop(plek[V.KLAGER])} (verder)", gelezen.rest)
    if any(veld in plek for veld in _NAAMVELDEN):
        klager = _losse_delen(plek, rij, klager, werk)
    aanhef = _tekst(plek, rij, V.AANHEF)
    if aanhef:
        gekozen = lees_aanhef(aanhef)
        if gekozen is None:
            werk.bewaar(plek[V.AANHEF], aanhef)
        klager = replace(klager, aanhef=gekozen or klager.aanhef)
    return klager


def _losse_delen(plek: Plekken, rij: Rij, klager: Persoon, werk: Rijnotities) -> Persoon:
    delen = {veld: herstel_mojibake(_tekst(plek, rij, veld)) for veld in _NAAMVELDEN}
    if delen[V.ACHTERNAAM]:
        gelezen = lees_naam(delen[V.ACHTERNAAM])
        los = not (delen[V.VOORLETTERS] or delen[V.VOORNAAM])
        if los and not gelezen.persoon.organisatie:
            klager = gelezen.persoon
        else:
            tussen, achternaam = splits_achternaam(delen[V.ACHTERNAAM])
            klager = replace(klager, tussenvoegsel=tussen, achternaam=achternaam)
        werk.let_op += [f"klager: {zin}" for zin in gelezen.let_op if "organisatie" not in zin]
    voorletters, voornaam = splits_voornaam(delen[V.VOORNAAM])
    eigen, los_voornaam = splits_voornaam(delen[V.VOORLETTERS])
    return replace(
        klager,
        voorletters=eigen or voorletters or klager.voorletters,
        voornaam=voornaam or los_voornaam or klager.voornaam,
        tussenvoegsel=delen[V.TUSSENVOEGSEL].lower() or klager.tussenvoegsel,
        organisatie=delen[V.ORGANISATIE] or klager.organisatie,
    )


def _adres(plek: Plekken, rij: Rij, werk: Rijnotities) -> Adres:
    if V.ADRES in plek:
        straat = lees_straat(_tekst(plek, rij, V.ADRES))
    else:
        straat = _straat_los(plek, rij)
    onder = lees_postcode_plaats(_tekst(plek, rij, V.POSTCODE_PLAATS))
    postcode = lees_postcode(_tekst(plek, rij, V.POSTCODE))
    land = _tekst(plek, rij, V.LAND)
    if land and land.lower() not in _NEDERLAND:
        postcode = Adres(postcode=_tekst(plek, rij, V.POSTCODE))
    else:
        land = ""
    for veld, deel in ((V.ADRES, straat), (V.POSTCODE_PLAATS, onder), (V.POSTCODE, postcode)):
        if deel.let_op:
            werk.let_op.append(deel.let_op)
        if deel.rest and veld in plek:
            werk.bewaar(plek[veld], rij[plek[veld]])
    return Adres(
        straat=straat.straat,
        huisnummer=straat.huisnummer,
        postcode=postcode.postcode or onder.postcode or straat.postcode,
        plaats=_tekst(plek, rij, V.PLAATS) or onder.plaats or postcode.plaats or straat.plaats,
        land=land or onder.land or postcode.land,
    )


def _straat_los(plek: Plekken, rij: Rij) -> Adres:
    straat, nummer = _tekst(plek, rij, V.STRAAT), _tekst(plek, rij, V.HUISNUMMER)
    toevoeging = _tekst(plek, rij, V.TOEVOEGING)
    if straat and not nummer:
        gelezen = lees_straat(straat)
        return replace(gelezen, let_op="") if not gelezen.huisnummer else gelezen
    los = " " if toevoeging[:1].isalpha() and len(toevoeging) > 1 else ""
    if toevoeging[:1].isdigit():
        los = "-"
    return Adres(straat=straat, huisnummer=f"{nummer}{los}{toevoeging}")


def _telefoon(plek: Plekken, rij: Rij, werk: Rijnotities) -> str:
    kolom = plek.get(V.TELEFOON)
    if kolom is None or is_leeg(rij[kolom]):
        return ""
    gelezen, werk.nul_hersteld = lees_telefoon(rij[kolom])
    if gelezen.let_op:
        werk.let_op.append(gelezen.let_op)
    if gelezen.fout:
        werk.bewaar(kolom, rij[kolom])
    return gelezen.waarde or ""


def _email(plek: Plekken, rij: Rij, werk: Rijnotities) -> str:
    tekst = _tekst(plek, rij, V.EMAIL)
    gelezen = lees_email(tekst)
    if tekst and gelezen.waarde != tekst:
        werk.bewaar(plek[V.EMAIL], tekst)
    return gelezen.waarde or ""
