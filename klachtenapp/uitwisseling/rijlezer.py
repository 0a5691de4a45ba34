"""From one row of cells to an ``Oudedossier`` with a verdict; loses nothing on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from klachtenapp.domain.aanmelding import Aanmelding, Oudedossier
from klachtenapp.domain.begrippen import Kanaal, Soort
from klachtenapp.domain.bsn import vind_bsn
from klachtenapp.domain.dagtekst import lang
from klachtenapp.uitwisseling import afloop, klagercellen
from klachtenapp.uitwisseling.cellen import Cel, Rij, als_tekst, herstel_mojibake, is_leeg
from klachtenapp.uitwisseling.datums import Notatie, lees_datum
from klachtenapp.uitwisseling.keuzewoorden import lees_ja_nee, lees_kanaal, lees_soort
from klachtenapp.uitwisseling.kolommen import Bladindeling
from klachtenapp.uitwisseling.oordelen import lees_uitkomst
from klachtenapp.uitwisseling.regel import Regel, Verdict
from klachtenapp.uitwisseling.rijnotities import Rijnotities
from klachtenapp.uitwisseling.teksten import onderwerp_en_omschrijving
from klachtenapp.uitwisseling.velden import LABELS, Kolomveld
from klachtenapp.uitwisseling.velden import Kolomveld as V

_NAAMRUIMTE = UUID("6f0b1c5e-52a4-5d0e-9b7b-6a9d2c1f4e10")
_EERSTE_DAG = date(1990, 1, 1)
_VERDAAGD_MAX_DAGEN = 14 * 7 + 6
_INHOUD = 400


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What every row of a file needs: the date, and the one spelling of each name."""

    vandaag: date
    afdelingen: Mapping[str, str] = field(default_factory=dict)
    medewerkers: Mapping[str, str] = field(default_factory=dict)


class Rijlezer:
    """Reads the rows of one sheet. Made once a sheet: what can be known before, is.

    ``nullen_hersteld`` counts the phone numbers that got their leading 0 back.
    """

    def __init__(
        self, indeling: Bladindeling, notaties: Mapping[int, Notatie], omgeving: Omgeving
    ) -> None:
        assert indeling.kop is not None  # noqa: S101 - only sheets that are read come here
        self._blad = indeling.blad
        self._koppen = indeling.kop.koppen
        self._plek = {
            veld: kolom
            for kolom, veld in enumerate(indeling.velden)
            if veld not in (V.NOTITIES, V.NIET_OVERNEMEN, V.OMSCHRIJVING)
        }
        self._notities = [k for k, v in enumerate(indeling.velden) if v is V.NOTITIES]
        self._omschrijving = [k for k, v in enumerate(indeling.velden) if v is V.OMSCHRIJVING]
        self._notaties = notaties
        self._om = omgeving
        self.nullen_hersteld = 0

    def lees(self, rij: Rij, nummer: int, volgnummer: int, aantekeningen: list[str]) -> Regel:
        """Return the verdict on a row. ``nummer`` counts from 1; ``volgnummer`` counts equals.

        ``aantekeningen`` are labelled lines about the cells (comments, colours).
        """
        werk = Rijnotities(self._koppen)
        oud_kenmerk = self._oud_kenmerk(rij, werk)
        ontvangen, reden = self._ontvangen(rij, werk)
        if ontvangen is None:
            return Regel(
                self._blad.naam, nummer, Verdict.GEWEIGERD, (reden,), oud_kenmerk, None, inhoud(rij)
            )
        aanmelding = self._aanmelding(rij, ontvangen, volgnummer, werk)
        dossier = self._met_einde(rij, aanmelding, oud_kenmerk, werk)
        for kolom in self._notities:
            if not is_leeg(rij[kolom]):
                werk.bewaar(kolom, rij[kolom])
        werk.regels += aantekeningen
        self.nullen_hersteld += werk.nul_hersteld
        notities = werk.tekst
        if vind_bsn(f"{aanmelding.omschrijving}\n{aanmelding.onderwerp}\n{notities}"):
            werk.let_op.append("in de tekst staat misschien een burgerservicenummer")
        return Regel(
            self._blad.naam,
            nummer,
            Verdict.LET_OP if werk.let_op else Verdict.GOED,
            tuple(_zin(deel) for deel in werk.let_op),
            oud_kenmerk,
            replace(dossier, notities=notities),
        )

    def cel(self, rij: Rij, veld: Kolomveld) -> Cel:
        """Return the cell of a field; ``""`` when the sheet has no column for it."""
        kolom = self._plek.get(veld)
        return "" if kolom is None else rij[kolom]

    def _tekst(self, rij: Rij, veld: Kolomveld) -> str:
        kolom = self._plek.get(veld)
        return "" if kolom is None or rij[kolom] == "" else als_tekst(rij[kolom])

    def _oud_kenmerk(self, rij: Rij, werk: Rijnotities) -> str:
        cel = self.cel(rij, V.OUD_KENMERK)
        if isinstance(cel, date) and cel.day == 1:
            # Excel makes 1 January of the number 2021-01; its own rows show what was meant.
            kenmerk = f"{cel.year}-{cel.month:02}"
            werk.let_op.append(f"Excel maakte van het nummer een datum; gelezen als {kenmerk}")
            return kenmerk
        return als_tekst(cel)

    def _ontvangen(self, rij: Rij, werk: Rijnotities) -> tuple[date | None, str]:
        """Return the date of receipt, or the reason why the row is refused."""
        kolom = self._plek[V.ONTVANGEN_OP]
        kop = self._koppen[kolom]
        if is_leeg(rij[kolom]):
            return None, f"De ontvangstdatum ontbreekt (kolom '{kop}')."
        gelezen = lees_datum(rij[kolom], self._om.vandaag, self._notaties.get(kolom))
        dag = gelezen.waarde
        if dag is None:
            return None, f"De ontvangstdatum klopt niet: {gelezen.fout} (kolom '{kop}')."
        if dag > self._om.vandaag:
            return None, f"De ontvangstdatum {lang(dag)} ligt in de toekomst (kolom '{kop}')."
        if dag < _EERSTE_DAG:
            return None, f"De ontvangstdatum {lang(dag)} kan niet kloppen: vóór 1990 (kolom '{kop}')."
        if gelezen.let_op:
            werk.let_op.append(f"{LABELS[V.ONTVANGEN_OP]}: {gelezen.let_op}")
            werk.bewaar(kolom, rij[kolom])
        _bewaar_tijd(rij[kolom], kolom, werk)
        return dag, ""

    def _datum(self, rij: Rij, veld: Kolomveld, werk: Rijnotities) -> date | None:
        """Return another date; what is none goes to the notes with a let op."""
        kolom = self._plek.get(veld)
        if kolom is None or is_leeg(rij[kolom]):
            return None
        cel = rij[kolom]
        gelezen = lees_datum(cel, self._om.vandaag, self._notaties.get(kolom))
        dag = gelezen.waarde
        if gelezen.fout and lees_ja_nee(cel) is not False:
            werk.let_op.append(f"{LABELS[veld]}: {gelezen.fout}; bewaard in de notities")
        if gelezen.let_op:
            werk.let_op.append(f"{LABELS[veld]}: {gelezen.let_op}")
        if dag is None or gelezen.let_op:
            werk.bewaar(kolom, cel)
        _bewaar_tijd(cel, kolom, werk)
        if dag is not None and dag > self._om.vandaag and veld is not V.VERDAAGD_TOT:
            werk.let_op.append(
                f"{LABELS[veld]}: {lang(dag)} ligt in de toekomst; bewaard in de notities"
            )
            werk.bewaar(kolom, cel)
            return None
        return dag

    def _aanmelding(
        self, rij: Rij, ontvangen: date, volgnummer: int, werk: Rijnotities
    ) -> Aanmelding:
        soort = self._soort(rij, werk)
        kanaal, vorm = lees_kanaal(self._tekst(rij, V.KANAAL))
        if kanaal is None and vorm is None and self._tekst(rij, V.KANAAL):
            self._naar_notities(rij, V.KANAAL, werk, "niet herkend")
        teksten = [
            (self._koppen[k], als_tekst(rij[k])) for k in self._omschrijving if not is_leeg(rij[k])
        ]
        onderwerp, omschrijving = onderwerp_en_omschrijving(
            herstel_mojibake(self._tekst(rij, V.ONDERWERP)), teksten, werk
        )
        return Aanmelding(
            soort=soort,
            ontvangen_op=ontvangen,
            kanaal=kanaal or Kanaal.ONBEKEND,
            vorm=vorm,
            omschrijving=omschrijving,
            onderwerp=onderwerp,
            uid=rij_uid(rij, volgnummer),
            klager=klagercellen.lees_klager(self._plek, rij, soort, werk),
            afdeling=self._naam(rij, V.AFDELING, self._om.afdelingen, werk),
            behandelaar=self._naam(rij, V.BEHANDELAAR, self._om.medewerkers, werk),
            beklaagde=self._tekst(rij, V.BEKLAAGDE),
            gedraging_op=self._gedraging(rij, ontvangen, werk),
        )

    def _soort(self, rij: Rij, werk: Rijnotities) -> Soort:
        tekst = self._tekst(rij, V.SOORT)
        if not tekst:
            return Soort.KLACHT
        soort = lees_soort(tekst)
        if soort is None:
            self._naar_notities(rij, V.SOORT, werk, "niet herkend; opgenomen als klacht")
        return soort or Soort.KLACHT

    def _naam(
        self, rij: Rij, veld: Kolomveld, namen: Mapping[str, str], werk: Rijnotities
    ) -> str:
        """Return the one spelling of a department or behandelaar; two in a cell: the first."""
        tekst = self._tekst(rij, veld)
        if not tekst:
            return ""
        eerste, *meer = klagercellen.splits_namen(tekst)
        if meer and veld is V.BEHANDELAAR:
            self._naar_notities(rij, veld, werk, f"alleen '{eerste}' is overgenomen")
            return namen.get(eerste, eerste)
        naam = namen.get(tekst, tekst)
        if not naam:
            werk.bewaar(self._plek[veld], rij[self._plek[veld]])
        return naam

    def _gedraging(self, rij: Rij, ontvangen: date, werk: Rijnotities) -> date | None:
        dag = self._datum(rij, V.GEDRAGING_OP, werk)
        if dag is not None and dag > ontvangen:
            self._naar_notities(rij, V.GEDRAGING_OP, werk, "ligt na de ontvangst")
            return None
        return dag

    def _met_einde(
        self, rij: Rij, aanmelding: Aanmelding, oud_kenmerk: str, werk: Rijnotities
    ) -> Oudedossier:
        bevestigd = self._datum(rij, V.BEVESTIGD_OP, werk)
        verdaagd = self._datum(rij, V.VERDAAGD_TOT, werk)
        klaar = self._datum(rij, V.KLAAR_OP, werk)
        informeel = self._informeel(rij, werk)
        einde = self._einde(rij, aanmelding, klaar, informeel, werk)
        gevolg = afloop.bepaal(einde, self._om.vandaag)
        werk.let_op += gevolg.let_op
        if klaar is None and (einde.oordeel or einde.wijze):
            for veld in (V.OORDEEL, V.AFDOENINGSWIJZE):
                if self._tekst(rij, veld):
                    werk.bewaar(self._plek[veld], rij[self._plek[veld]])
        werk.let_op += _volgorde(aanmelding.ontvangen_op, bevestigd, verdaagd, klaar)
        werk.let_op += _jaar_in_nummer(oud_kenmerk, aanmelding.ontvangen_op)
        return Oudedossier(
            aanmelding,
            oud_kenmerk,
            bevestigd,
            verdaagd,
            klaar,
            informeel,
            gevolg.oordeel,
            gevolg.wijze,
        )

    def _informeel(self, rij: Rij, werk: Rijnotities) -> bool | None:
        cel = self.cel(rij, V.INFORMEEL)
        if is_leeg(cel):
            return None
        antwoord = lees_ja_nee(cel)
        if antwoord is None:
            self._naar_notities(rij, V.INFORMEEL, werk, "niet herkend als ja of nee")
        return antwoord

    def _einde(
        self,
        rij: Rij,
        aanmelding: Aanmelding,
        klaar: date | None,
        informeel: bool | None,
        werk: Rijnotities,
    ) -> afloop.Einde:
        oordeel, wijze = None, None
        for veld in (V.OORDEEL, V.AFDOENINGSWIJZE):
            tekst = self._tekst(rij, veld)
            uitkomst = lees_uitkomst(tekst)
            if tekst and not (uitkomst.herkend and uitkomst.zeker):
                deel = uitkomst.oordeel or uitkomst.wijze
                zin = f"gelezen als '{deel}'" if deel else "niet herkend"
                self._naar_notities(rij, veld, werk, zin)
            oordeel, wijze = oordeel or uitkomst.oordeel, wijze or uitkomst.wijze
        return afloop.Einde(
            aanmelding.soort,
            aanmelding.ontvangen_op,
            klaar,
            informeel,
            oordeel,
            wijze,
            informeel_gevraagd=V.INFORMEEL in self._plek,
        )

    def _naar_notities(self, rij: Rij, veld: Kolomveld, werk: Rijnotities, zin: str) -> None:
        kolom = self._plek[veld]
        werk.let_op.append(f"{LABELS[veld]}: '{als_tekst(rij[kolom])[:60]}' is {zin}")
        werk.bewaar(kolom, rij[kolom])


def rij_uid(rij: Rij, volgnummer: int) -> str:
    """Return the identity of a row: what stands in it, and the how-maniest equal row it is."""
    return str(uuid5(_NAAMRUIMTE, f"{volgnummer}\x1f{vingerafdruk(rij)}"))


def vingerafdruk(rij: Rij) -> str:
    """Return the filled cells as one text; an empty column more or less changes nothing."""
    return "\x1f".join(str(cel) for cel in rij if cel != "")


def inhoud(rij: Rij) -> str:
    """Return the row as a person recognises it, for the report."""
    return " · ".join(als_tekst(cel).replace("\n", " ") for cel in rij if not is_leeg(cel))[:_INHOUD]


def _bewaar_tijd(cel: Cel, kolom: int, werk: Rijnotities) -> None:
    if isinstance(cel, datetime) and (cel.hour or cel.minute):
        werk.bewaar(kolom, cel)


def _zin(deel: str) -> str:
    return f"{deel[:1].upper()}{deel[1:]}."


def _volgorde(
    ontvangen: date, bevestigd: date | None, verdaagd: date | None, klaar: date | None
) -> list[str]:
    """Return what cannot be in the order of the dates; nothing is changed."""
    paren = (
        (bevestigd, ontvangen, "de ontvangst is bevestigd vóór de ontvangst"),
        (verdaagd, ontvangen, "verdaagd tot een dag vóór de ontvangst"),
        (klaar, ontvangen, "afgehandeld vóór de ontvangst"),
        (klaar, bevestigd, "afgehandeld vóór de ontvangstbevestiging"),
    )
    zinnen = [
        f"{zin} ({lang(later)}, ontvangen {lang(ontvangen)})"
        for later, eerder, zin in paren
        if later is not None and eerder is not None and later < eerder
    ]
    if verdaagd is not None and (verdaagd - ontvangen).days > _VERDAAGD_MAX_DAGEN:
        zinnen.append(f"verdaagd tot {lang(verdaagd)} is meer dan 14 weken na de ontvangst")
    return zinnen


def _jaar_in_nummer(oud_kenmerk: str, ontvangen: date) -> list[str]:
    begin = oud_kenmerk.lstrip("KZkz")[:4]
    if len(begin) == 4 and begin.isdigit() and 1990 <= int(begin) <= 2099:
        if len(oud_kenmerk) > 4 and int(begin) != ontvangen.year:
            return [f"het nummer {oud_kenmerk} hoort bij {begin}, ontvangen in {ontvangen.year}"]
    return []
