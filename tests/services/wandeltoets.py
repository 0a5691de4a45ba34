"""What must be true of every dossier after every step, said apart from the rules themselves."""

from __future__ import annotations

from datetime import date, timedelta

from klachtenapp.domain import (
    dossiertermijn,
    poort,
    stappen_ondertekenen,
    termijnen,
    termijnkaart,
    verloop,
)
from klachtenapp.domain.begrippen import Afdoeningswijze, Oordeel, Soort, Status
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import mag_brief
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import VeldSoort
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren, mogelijk
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.klaarliggend import klaargelegd, klaarliggend
from klachtenapp.domain.ombudsmanzaak import wacht_op_reactie
from klachtenapp.domain.onafhankelijk import is_beklaagde, is_betrokken
from klachtenapp.domain.onderdelen import onvolledig
from klachtenapp.domain.ondertekenmap import getekend_document
from klachtenapp.domain.plichten import Sluittoestand
from klachtenapp.domain.volgende_stap import VERSTUUR, Stap, volgende_stap
from tests.services.wandelinvoer import GEMEENTE, goede_invoer

W = Afdoeningswijze
TE_TYPEN = frozenset(
    {
        *("adres", "klager", "straat", "huisnummer", "postcode", "plaats", "ondertekenaar"),
        *("andere_dag_reden", "instantie_adres"),
    }
)
"""What may still be typed before a letter can go: an address, a signer, why it is late."""


def kijk(dossier: Dossier, kader: Kader, vandaag: date) -> Stap | None:
    """Assert everything about one dossier as it was read back; return its next step."""
    stap = volgende_stap(dossier, kader, vandaag)
    _stap(stap, dossier, kader, vandaag)
    _stand(dossier, vandaag)
    _dagen(dossier, vandaag)
    _termijn(dossier, kader)
    _tijd_erbij(dossier, kader)
    _onafhankelijk(stap, dossier)
    if dossier.status is Status.AFGEHANDELD:
        _gesloten(dossier, kader, vandaag)
    termijnkaart.regels(dossier, kader, vandaag)
    termijnkaart.op_tijd(dossier, kader)
    return stap


def _stap(stap: Stap | None, dossier: Dossier, kader: Kader, vandaag: date) -> None:
    assert (stap is not None) == (dossier.is_open or wacht_op_reactie(dossier))
    if stap is None:
        return
    assert bool(stap.handeling) != bool(stap.brief), stap
    assert stap.tekst, stap
    assert stap.waarom, stap
    if stap.handeling:
        assert stap.handeling in {h.naam for h in mogelijk(dossier, kader, vandaag)}, stap
        _neembaar(stap, dossier, kader, vandaag)
    elif stap.naam in (VERSTUUR, stappen_ondertekenen.VERSTUUR_GETEKEND):
        assert stap.brief in {info.soort for info in klaarliggend(dossier)}, stap
    elif stap.naam != stappen_ondertekenen.WACHT:
        tegen = mag_brief(BriefSoort(stap.brief), dossier, GEMEENTE, vandaag, kader)
        echt = [b for b in tegen if b.veld not in TE_TYPEN]
        assert echt == [], (stap.naam, echt)


def _neembaar(stap: Stap, dossier: Dossier, kader: Kader, vandaag: date) -> None:
    """Whoever fills the form in honestly is not refused; what waits, is on its day."""
    if stap.naam == "wacht_op_gesprek" and stap.uiterlijk:
        vandaag = max(vandaag, stap.uiterlijk)
    handeling = HANDELINGEN[stap.handeling]
    invoer = goede_invoer(handeling, dossier, kader, vandaag)
    tegen = bezwaren(handeling, dossier, invoer, kader, vandaag)
    assert tegen == () or moet_onderdelen(stap, dossier), (stap.naam, tegen, invoer)


def moet_onderdelen(stap: Stap, dossier: Dossier) -> bool:
    """Whether the step is done on its page: first each part, then the judgement on the whole."""
    return stap.handeling == "vorm_oordeel" and bool(onvolledig(dossier.onderdelen))


def _stand(d: Dossier, vandaag: date) -> None:
    assert d.status in Status
    dicht = d.status is Status.AFGEHANDELD
    assert (d.afgehandeld_op is not None) == dicht
    assert (d.afdoeningswijze is not None) == dicht
    assert d.afgehandeld_op is None or d.ontvangen_op <= d.afgehandeld_op <= vandaag
    if d.afdoeningswijze is W.FORMEEL_AFGEHANDELD:
        assert d.oordeel is not None or _oud(d)
    elif dicht and not _oud(d):
        assert d.oordeel is (Oordeel.GEEN_OORDEEL if d.soort is Soort.KLACHT else None)
    assert d.gedraging_op is None or d.gedraging_op <= d.ontvangen_op


def _dagen(d: Dossier, vandaag: date) -> None:
    """What is written down as done lies between the receipt and that day."""
    for feit in d.geldige_gebeurtenissen:
        geschreven = feit.vastgelegd_op.date()
        assert d.ontvangen_op <= feit.op <= geschreven <= vandaag, feit
        handeling = HANDELINGEN.get(feit.gegevens.get("_handeling", ""))
        for veld in handeling.velden if handeling else ():
            dag = feit.datum(veld.naam) if veld.soort is VeldSoort.DATUM else None
            if dag is not None and not veld.toekomst:
                assert dag <= geschreven, (veld.naam, feit)
            if dag is not None and not veld.voor_ontvangst:
                assert dag >= d.ontvangen_op, (veld.naam, feit)
    for info in d.documenten:
        assert info.verzonden_op is None or d.ontvangen_op <= info.verzonden_op <= vandaag, info


def _termijn(d: Dossier, kader: Kader) -> None:
    """Six or ten weeks, four more at most, and beyond that only what the klager agreed to."""
    vanaf = verloop.termijn_vanaf(d)
    assert vanaf >= d.ontvangen_op
    assert d.doorgeleid_op is None or d.doorgeleid_op >= d.ontvangen_op
    termijn = termijnkaart.afdoeningstermijn(d, kader)
    if termijn is None:
        return
    start = max(vanaf, d.doorgeleid_op or vanaf)
    assert termijn.uiterste_datum >= vanaf + timedelta(weeks=10 if d.commissie else 6)
    if d.laatste(G.UITGESTELD) is None:
        weken = 10 if d.commissie else 6
        verdaagd = verloop.verdaagd(d) is not None
        langst = termijnen.afdoening(start, kader.kalender, weken=weken, verdaagd=verdaagd)
        assert termijn.uiterste_datum <= langst.uiterste_datum


def _tijd_erbij(d: Dossier, kader: Kader) -> None:
    """Verdaging once and in time; uitstel only with the word of the klager."""
    assert len(list(d.alle(G.VERDAAGD))) <= 1
    eerste = dossiertermijn.termijn_voor_verdaging(d, kader) if d.soort is Soort.KLACHT else None
    onveranderd = d.laatste(G.GEWIJZIGD) is None  # who corrects the receipt moves the term
    for feit in d.alle(G.VERDAAGD):
        if eerste is None or not onveranderd:
            continue
        assert feit.vastgelegd_op.date() <= eerste.uiterste_datum, feit
        for naam in ("klager_bericht_op", "beklaagde_bericht_op"):
            dag = feit.datum(naam)
            assert dag is None or dag <= eerste.uiterste_datum, feit
    for feit in d.alle(G.UITGESTELD):
        tot, op = feit.datum("tot"), feit.datum("instemming_op")
        assert feit.ja("schriftelijk"), feit
        assert tot, feit
        assert op, feit
        assert tot > op, feit


def _onafhankelijk(stap: Stap | None, d: Dossier) -> None:
    """Nobody judges in his own case; who turns out to be involved is replaced first."""
    wie = d.behandelaar
    if wie is None or d.soort is not Soort.KLACHT:
        return
    assert not is_beklaagde(wie.naam, d), wie.naam
    if d.is_open and is_betrokken(wie.naam, d) and stap:
        assert stap.handeling == "wijs_behandelaar_toe", stap


def _gesloten(d: Dossier, kader: Kader, vandaag: date) -> None:
    einde = d.laatste(G.AFGEHANDELD)
    assert einde is not None
    for info in klaarliggend(d):  # only what was made after the end may still lie there
        gemaakt = klaargelegd(d, info.id) or getekend_document(d, info.id)
        assert gemaakt, info
        assert gemaakt.id > einde.id, info
    toets = {
        W.FORMEEL_AFGEHANDELD: _formeel,
        W.INFORMEEL_OPGELOST: _informeel,
        W.NIET_IN_BEHANDELING: _niet_behandeld,
        W.DOORGEZONDEN: _doorgezonden,
        W.INGETROKKEN: _ingetrokken,
        W.GEEN_REACTIE: _geen_reactie,
    }.get(d.afdoeningswijze or W.ONBEKEND)
    if toets and not _oud(d):
        toets(d, einde, kader, vandaag)
    if d.afdoeningswijze is W.ANONIEM_SIGNAAL and d.laatste(G.GEWIJZIGD) is None:
        assert d.anoniem


def _oud(d: Dossier) -> bool:
    """Whether it was closed in an older register: what was done there is not written here."""
    einde = d.laatste(G.AFGEHANDELD)
    return einde is not None and "_handeling" not in einde.gegevens


def _formeel(d: Dossier, einde: Gebeurtenis, kader: Kader, vandaag: date) -> None:
    """No legal duty stands open: it was done, does not count, or was passed with a reason."""
    ronde = verloop.lopende_ronde(d)
    for regel in poort.bevindingen(d, kader, vandaag, poort.Route.FORMEEL):
        if regel.wettelijk and regel.naam != "op_tijd" and not _later_gewijzigd(d, einde):
            assert regel.toestand is not Sluittoestand.ONTBREEKT, regel
    for feit in ronde:
        if feit.soort is G.PLICHT_GEPASSEERD:
            assert feit.gegevens["reden"].strip(), feit
    soorten = {feit.soort for feit in ronde}
    gepasseerd = {f.gegevens["plicht"] for f in ronde if f.soort is G.PLICHT_GEPASSEERD}
    assert G.OORDEEL_GEVORMD in soorten
    gehoord = soorten & {G.GEHOORD, G.AFGEZIEN_VAN_HOREN}
    assert gehoord or gepasseerd & {"klager_gehoord", "beklaagde_gehoord"}
    assert all(deel.oordeel and deel.bevinding for deel in d.onderdelen)
    assert d.onderdelen
    brieven = [f for f in ronde if f.gegevens.get("brief") == BriefSoort.AFDOENINGSBRIEF]
    verzonden = [f.op for f in brieven if f.soort is G.BRIEF_VERZONDEN]
    assert d.afgehandeld_op in verzonden
    termijn = termijnkaart.afdoeningstermijn(d, kader)
    if termijn and max(verzonden) > termijn.uiterste_datum and not _later_gewijzigd(d, einde):
        assert einde.gegevens.get("te_laat_reden"), einde
    if not _later_gewijzigd(d, einde):
        assert not is_betrokken(einde.gegevens["ondertekenaar"], d), einde
        assert d.behandelaar is not None
        assert not is_betrokken(d.behandelaar.naam, d)


def _informeel(d: Dossier, einde: Gebeurtenis, kader: Kader, vandaag: date) -> None:
    assert verloop.tevredenheid(d) is not None
    assert verloop.afsluitbrief(d) or einde.gegevens.get("zonder_brief_reden"), einde
    weg = poort.Route.INFORMEEL
    open_ = [b for b in poort.houdt_tegen(d, kader, vandaag, weg) if b.wettelijk]
    assert open_ == [] or _later_gewijzigd(d, einde), open_


def _niet_behandeld(d: Dossier, einde: Gebeurtenis, kader: Kader, _v: date) -> None:
    brief = einde.datum("brief_op")
    assert brief is not None
    assert einde.ja("ombudsman_vermeld")
    laatste = dossiertermijn.termijn_niet_in_behandeling(d, kader).uiterste_datum
    if not _later_gewijzigd(d, einde):
        assert brief <= laatste or einde.gegevens.get("te_laat_reden"), einde
        if d.afdoeningsgrond == "b":
            assert d.gedraging_op is not None
            jaar = termijnen.jaar_na_gedraging(d.gedraging_op).uiterste_datum
            assert verloop.termijn_vanaf(d) > jaar, einde


def _doorgezonden(d: Dossier, einde: Gebeurtenis, _k: Kader, _v: date) -> None:
    orgaan, klager = einde.datum("brief_orgaan_op"), einde.datum("brief_klager_op")
    assert orgaan is not None
    if not _later_gewijzigd(d, einde):
        assert klager is not None or d.anoniem, einde
    assert klager in (None, orgaan) or einde.gegevens.get("andere_dag_reden"), einde


def _ingetrokken(_d: Dossier, einde: Gebeurtenis, _k: Kader, _v: date) -> None:
    assert einde.datum("bevestigd_op") or einde.gegevens.get("zonder_brief_reden"), einde


def _geen_reactie(d: Dossier, einde: Gebeurtenis, _k: Kader, _v: date) -> None:
    gevraagd = verloop.laatste_nu(d, G.AANVULLING_GEVRAAGD)
    voor = gevraagd.datum("reageren_voor") if gevraagd else None
    assert voor is None or voor < einde.op, (voor, einde)


def _later_gewijzigd(d: Dossier, einde: Gebeurtenis) -> bool:
    """Whether facts were corrected after the end: the closing was right by what was known."""
    geldig = d.geldige_gebeurtenissen
    return any(f.soort is G.GEWIJZIGD for f in geldig[geldig.index(einde) :])
