"""From one row of cells to an ``Oudedossier`` with a verdict; loses nothing on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from klachtenapp.domain.aanmelding import Aanmelding, Oudedossier
from klachtenapp.domain.begrippen import Kanaal
from klachtenapp.domain.bsn import vind_bsn
from klachtenapp.domain.dagtekst import lang
from klachtenapp.domain.onafhankelijk import is_genoemd
from klachtenapp.uitwisseling import afloop
from klachtenapp.uitwisseling.cellen import Rij, herstel_mojibake
from klachtenapp.uitwisseling.datums import Notatie, lees_datum
from klachtenapp.uitwisseling.keuzewoorden import lees_ja_nee
from klachtenapp.uitwisseling.klagercellen import lees_klager, splits_namen
from klachtenapp.uitwisseling.kolommen import Bladindeling
from klachtenapp.uitwisseling.regel import Regel, Verdict
from klachtenapp.uitwisseling.rijdelen import (
    lees_einde,
    lees_informeel,
    lees_kanaal_en_vorm,
    lees_oud_kenmerk,
    lees_soort_melding,
)
from klachtenapp.uitwisseling.rijsleutel import inhoud
from klachtenapp.uitwisseling.rijwerk import Rijwerk
from klachtenapp.uitwisseling.teksten import onderwerp_en_omschrijving
from klachtenapp.uitwisseling.velden import LABELS, Kolomveld
from klachtenapp.uitwisseling.velden import Kolomveld as V

_EERSTE_DAG = date(1990, 1, 1)
_VERDAAGD_MAX_DAGEN = 14 * 7 + 6


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
        self._blad = indeling.blad.naam
        self._koppen = indeling.kop.koppen
        self._plek: dict[Kolomveld, int] = {
            veld: kolom
            for kolom, veld in enumerate(indeling.velden)
            if veld not in (V.NOTITIES, V.NIET_OVERNEMEN, V.OMSCHRIJVING)
        }
        self._notities = [k for k, v in enumerate(indeling.velden) if v is V.NOTITIES]
        self._omschrijving = [k for k, v in enumerate(indeling.velden) if v is V.OMSCHRIJVING]
        self._notaties = notaties
        self._om = omgeving
        self.nullen_hersteld = 0

    def lees(self, rij: Rij, nummer: int, uid: str, aantekeningen: list[str]) -> Regel:
        """Return the verdict on a row. ``nummer`` counts from 1; ``uid`` is its identity.

        ``aantekeningen`` are labelled lines about the cells (comments, colours).
        """
        werk = Rijwerk(self._plek, self._koppen, rij)
        oud_kenmerk = lees_oud_kenmerk(werk)
        ontvangen, reden = self._ontvangen(werk)
        if ontvangen is None:
            return Regel(
                self._blad, nummer, Verdict.GEWEIGERD, (reden,), oud_kenmerk, None, inhoud(rij)
            )
        aanmelding = self._aanmelding(werk, ontvangen, uid)
        bevestigd = self._datum(werk, V.BEVESTIGD_OP)
        verdaagd = self._datum(werk, V.VERDAAGD_TOT)
        klaar = self._datum(werk, V.KLAAR_OP)
        informeel = lees_informeel(werk)
        gevolg = self._afloop(werk, aanmelding, klaar, informeel)
        werk.let_op += _volgorde(ontvangen, bevestigd, verdaagd, klaar)
        werk.let_op += _jaar_in_nummer(oud_kenmerk, ontvangen)
        self.nullen_hersteld += werk.nul_hersteld
        return Regel(
            self._blad,
            nummer,
            Verdict.LET_OP if werk.let_op else Verdict.GOED,
            (),
            oud_kenmerk,
            Oudedossier(
                aanmelding,
                oud_kenmerk,
                bevestigd,
                verdaagd,
                klaar,
                informeel,
                gevolg.oordeel,
                gevolg.wijze,
                self._afronden(werk, aanmelding, aantekeningen),
            ),
        ).met_redenen(werk.let_op)

    def _afronden(self, werk: Rijwerk, aanmelding: Aanmelding, aantekeningen: list[str]) -> str:
        """Return the notes: all that found no field of its own."""
        for kolom in self._notities:
            werk.bewaar(kolom)
        werk.regels += aantekeningen
        notities = "\n".join(werk.regels)
        onderwerp, tekst = aanmelding.onderwerp, aanmelding.omschrijving
        if vind_bsn(f"{'' if onderwerp == tekst else onderwerp}\n{tekst}\n{notities}"):
            werk.let_op.append("in de tekst staat misschien een burgerservicenummer")
        return notities

    def _ontvangen(self, werk: Rijwerk) -> tuple[date | None, str]:
        """Return the date of receipt, or the reason why the row is refused."""
        kolom = self._plek[V.ONTVANGEN_OP]
        cel, kop = werk.rij[kolom], self._koppen[kolom]
        gelezen = lees_datum(cel, self._om.vandaag, self._notaties.get(kolom))
        dag = gelezen.waarde
        if dag is None:
            if not gelezen.fout:
                return None, f"De ontvangstdatum ontbreekt (kolom '{kop}')."
            return None, f"De ontvangstdatum klopt niet: {gelezen.fout} (kolom '{kop}')."
        if dag > self._om.vandaag:
            return None, f"De ontvangstdatum {lang(dag)} ligt in de toekomst (kolom '{kop}')."
        if dag < _EERSTE_DAG:
            return None, f"De ontvangstdatum {lang(dag)} ligt vóór 1990 (kolom '{kop}')."
        if gelezen.let_op:
            werk.let_op.append(f"{LABELS[V.ONTVANGEN_OP]}: {gelezen.let_op}")
            werk.bewaar(kolom)
        _bewaar_tijd(werk, kolom)
        return dag, ""

    def _datum(self, werk: Rijwerk, veld: Kolomveld) -> date | None:
        """Return another date; what is none goes to the notes with a let op."""
        kolom = self._plek.get(veld)
        if kolom is None or werk.rij[kolom] == "":
            return None
        gelezen = lees_datum(werk.rij[kolom], self._om.vandaag, self._notaties.get(kolom))
        dag = gelezen.waarde
        if gelezen.fout:
            werk.bewaar(kolom)
            if lees_ja_nee(werk.rij[kolom]) is not False:
                werk.let_op.append(f"{LABELS[veld]}: {gelezen.fout}; bewaard in de notities")
        if gelezen.let_op:
            werk.bewaar(kolom)
            werk.let_op.append(f"{LABELS[veld]}: {gelezen.let_op}")
        if dag is not None and dag > self._om.vandaag and veld is not V.VERDAAGD_TOT:
            werk.bewaar(kolom)
            werk.let_op.append(
                f"{LABELS[veld]}: {lang(dag)} ligt in de toekomst; bewaard in de notities"
            )
            return None
        _bewaar_tijd(werk, kolom)
        return dag

    def _aanmelding(self, werk: Rijwerk, ontvangen: date, uid: str) -> Aanmelding:
        soort = lees_soort_melding(werk)
        kanaal, vorm = lees_kanaal_en_vorm(werk)
        teksten = [
            (self._koppen[kolom], werk.teksten[kolom])
            for kolom in self._omschrijving
            if werk.teksten[kolom]
        ]
        onderwerp, omschrijving = onderwerp_en_omschrijving(
            herstel_mojibake(werk.tekst(V.ONDERWERP)), teksten, werk
        )
        beklaagde = werk.kort(V.BEKLAAGDE)
        return Aanmelding(
            soort=soort,
            ontvangen_op=ontvangen,
            kanaal=kanaal or Kanaal.ONBEKEND,
            vorm=vorm,
            omschrijving=omschrijving,
            onderwerp=onderwerp,
            uid=uid,
            klager=lees_klager(werk, soort),
            afdeling=self._naam(werk, V.AFDELING, self._om.afdelingen),
            behandelaar=self._behandelaar(werk, beklaagde),
            beklaagde=beklaagde,
            gedraging_op=self._gedraging(werk, ontvangen),
        )

    def _behandelaar(self, werk: Rijwerk, beklaagde: str) -> str:
        """Return the behandelaar; one who is complained of is told, and not taken over (9:7)."""
        naam = self._naam(werk, V.BEHANDELAAR, self._om.medewerkers)
        if naam and is_genoemd(naam, beklaagde):
            werk.let_op.append(
                f"{LABELS[V.BEHANDELAAR]}: de melding gaat over {naam}; niet overgenomen "
                "(art. 9:7 Awb)"
            )
        return naam

    def _naam(self, werk: Rijwerk, veld: Kolomveld, namen: Mapping[str, str]) -> str:
        """Return the one spelling of a department or behandelaar; two in a cell: the first."""
        tekst = werk.kort(veld)
        if not tekst:
            return ""
        if veld is V.BEHANDELAAR:
            eerste, *meer = splits_namen(tekst)
            if meer:
                werk.twijfel(veld, f"alleen '{eerste}' is overgenomen")
                return namen.get(eerste, eerste)
        naam = namen.get(tekst, tekst)
        if not naam:
            werk.bewaar(self._plek[veld])
        return naam

    def _gedraging(self, werk: Rijwerk, ontvangen: date) -> date | None:
        dag = self._datum(werk, V.GEDRAGING_OP)
        if dag is not None and dag > ontvangen:
            werk.twijfel(V.GEDRAGING_OP, "ligt na de ontvangst")
            return None
        return dag

    def _afloop(
        self, werk: Rijwerk, aanmelding: Aanmelding, klaar: date | None, informeel: bool | None
    ) -> afloop.Afloop:
        oordeel, wijze = lees_einde(werk)
        einde = afloop.Einde(aanmelding.soort, informeel, oordeel, wijze, V.INFORMEEL in self._plek)
        if klaar is not None:
            gevolg = afloop.gesloten(einde)
        else:
            gevolg = afloop.nog_open(einde, aanmelding.ontvangen_op, self._om.vandaag)
            werk.bewaar_veld(V.OORDEEL)  # the outcome has no field while the dossier is open
            werk.bewaar_veld(V.AFDOENINGSWIJZE)
        werk.let_op += gevolg.let_op
        return gevolg


def _bewaar_tijd(werk: Rijwerk, kolom: int) -> None:
    cel = werk.rij[kolom]
    if isinstance(cel, datetime) and (cel.hour or cel.minute):
        werk.bewaar(kolom)


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
    """Return a warning when the number begins with another year than that of receipt."""
    begin, rest = oud_kenmerk.lstrip("KZkz")[:4], oud_kenmerk.lstrip("KZkz")[4:]
    if not (rest and begin.isdigit() and 1990 <= int(begin) <= 2099):
        return []
    if int(begin) == ontvangen.year:
        return []
    return [f"het nummer {oud_kenmerk} hoort bij {begin}, ontvangen in {ontvangen.year}"]
