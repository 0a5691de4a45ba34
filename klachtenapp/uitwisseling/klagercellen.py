"""The klager out of the cells of a row: one name cell or several, address, how to reach."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from klachtenapp.domain.begrippen import Aanhef, Soort
from klachtenapp.domain.namen import splits_achternaam, splits_voornaam
from klachtenapp.domain.personen import Persoon
from klachtenapp.uitwisseling.adressen import (
    Adres,
    lees_postcode,
    lees_postcode_plaats,
    lees_straat,
)
from klachtenapp.uitwisseling.cellen import herstel_mojibake
from klachtenapp.uitwisseling.keuzewoorden import lees_aanhef
from klachtenapp.uitwisseling.namen import lees_naam
from klachtenapp.uitwisseling.rijwerk import Rijwerk
from klachtenapp.uitwisseling.telefoons import lees_email, lees_telefoon
from klachtenapp.uitwisseling.velden import Kolomveld as V

_TWEE_NAMEN = re.compile(r"\s*(?:/|;|&|\+|\s+en\s+)\s*")
_NEDERLAND = frozenset({"nl", "nederland", "the netherlands", "holland"})
_NAAMVELDEN = frozenset({V.VOORLETTERS, V.VOORNAAM, V.TUSSENVOEGSEL, V.ACHTERNAAM, V.ORGANISATIE})
_LEEG = Adres()


@lru_cache(maxsize=1024)
def splits_namen(tekst: str) -> tuple[str, ...]:
    """Return the names in a cell that holds more than one (``M. Kok / H. de Boer``)."""
    return tuple(deel for deel in _TWEE_NAMEN.split(tekst) if deel) or (tekst,)


def lees_klager(werk: Rijwerk, soort: Soort) -> Persoon:
    """Return the klager of a row; what found no field goes to the notes."""
    klager = _naam(werk)
    if klager.is_leeg and soort is Soort.KLACHT and klager.aanhef is Aanhef.ONBEKEND:
        werk.let_op.append("er staat geen naam bij; opgenomen als anoniem")
    adres = _adres(werk)
    return Persoon(
        achternaam=klager.achternaam,
        aanhef=klager.aanhef,
        voorletters=klager.voorletters,
        voornaam=klager.voornaam,
        tussenvoegsel=klager.tussenvoegsel,
        organisatie=klager.organisatie,
        straat=adres.straat,
        huisnummer=adres.huisnummer,
        postcode=adres.postcode,
        plaats=adres.plaats,
        land=adres.land,
        telefoon=_telefoon(werk),
        email=_email(werk),
    )


def _naam(werk: Rijwerk) -> Persoon:
    klager = Persoon()
    heel = werk.kort(V.KLAGER)
    if heel:
        gelezen = lees_naam(heel)
        klager = gelezen.persoon
        werk.let_op += [f"klager: {zin}" for zin in gelezen.let_op]
        if gelezen.rest:
            werk.noteer_rest(V.KLAGER, gelezen.rest)
    if werk.heeft_een_van(_NAAMVELDEN):
        klager = _losse_delen(werk, klager)
    aanhef = werk.kort(V.AANHEF)
    if aanhef:
        gekozen = lees_aanhef(aanhef)
        if gekozen is None:
            werk.bewaar_veld(V.AANHEF)
        klager = replace(klager, aanhef=gekozen or klager.aanhef)
    return klager


def _losse_delen(werk: Rijwerk, klager: Persoon) -> Persoon:
    delen = {veld: herstel_mojibake(werk.kort(veld)) for veld in _NAAMVELDEN}
    if delen[V.ACHTERNAAM]:
        gelezen = lees_naam(delen[V.ACHTERNAAM])
        los = not (delen[V.VOORLETTERS] or delen[V.VOORNAAM])
        if los and not gelezen.persoon.organisatie:
            klager = gelezen.persoon
        else:
            tussen, achternaam = splits_achternaam(delen[V.ACHTERNAAM])
            klager = replace(klager, tussenvoegsel=tussen, achternaam=achternaam)
        werk.let_op += [f"klager: {zin}" for zin in gelezen.let_op if "organisatie" not in zin]
        if gelezen.rest:
            werk.noteer_rest(V.ACHTERNAAM, gelezen.rest)
    voorletters, voornaam = splits_voornaam(delen[V.VOORNAAM])
    eigen, los_voornaam = splits_voornaam(delen[V.VOORLETTERS])
    return replace(
        klager,
        voorletters=eigen or voorletters or klager.voorletters,
        voornaam=voornaam or los_voornaam or klager.voornaam,
        tussenvoegsel=delen[V.TUSSENVOEGSEL].lower() or klager.tussenvoegsel,
        organisatie=delen[V.ORGANISATIE] or klager.organisatie,
    )


def _adres(werk: Rijwerk) -> Adres:
    straat = lees_straat(werk.kort(V.ADRES)) if werk.heeft(V.ADRES) else _straat_los(werk)
    tekst = werk.kort(V.POSTCODE_PLAATS)
    onder = lees_postcode_plaats(tekst) if tekst else _LEEG
    tekst = werk.kort(V.POSTCODE)
    postcode = lees_postcode(tekst) if tekst else _LEEG
    land = werk.kort(V.LAND)
    if land and land.lower() not in _NEDERLAND:
        postcode = Adres(postcode=tekst)
    else:
        land = ""
    for veld, deel in ((V.ADRES, straat), (V.POSTCODE_PLAATS, onder), (V.POSTCODE, postcode)):
        if deel.let_op:
            werk.let_op.append(deel.let_op)
        if deel.rest:
            werk.bewaar_veld(veld)
    return Adres(
        straat=straat.straat,
        huisnummer=straat.huisnummer,
        postcode=postcode.postcode or onder.postcode or straat.postcode,
        plaats=werk.kort(V.PLAATS) or onder.plaats or postcode.plaats or straat.plaats,
        land=land or onder.land or postcode.land,
    )


def _straat_los(werk: Rijwerk) -> Adres:
    straat, nummer = werk.kort(V.STRAAT), werk.kort(V.HUISNUMMER)
    toevoeging = werk.kort(V.TOEVOEGING)
    if not straat:
        return Adres(huisnummer=nummer)
    if not nummer:
        return replace(lees_straat(straat), let_op="")
    if toevoeging[:1].isdigit():
        nummer += "-"
    elif len(toevoeging) > 1:
        nummer += " "
    return Adres(straat=straat, huisnummer=f"{nummer}{toevoeging}")


def _telefoon(werk: Rijwerk) -> str:
    if not werk.kort(V.TELEFOON):
        return ""
    gelezen, werk.nul_hersteld = lees_telefoon(werk.cel(V.TELEFOON))
    if gelezen.let_op:
        werk.let_op.append(gelezen.let_op)
    if gelezen.fout:
        werk.bewaar_veld(V.TELEFOON)
    return gelezen.waarde or ""


def _email(werk: Rijwerk) -> str:
    tekst = werk.kort(V.EMAIL)
    if not tekst:
        return ""
    gelezen = lees_email(tekst)
    if gelezen.waarde != tekst:
        werk.bewaar_veld(V.EMAIL)
    return gelezen.waarde or ""
