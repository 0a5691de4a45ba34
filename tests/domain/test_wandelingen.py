"""Random walks over the table of handelingen: no walk raises, gets lost or comes to a stop.

A walk does what a gemeente could do in any order: handelingen, letters, waiting, undoing.
After every move the dossier must be lawful and have one next step that can really be taken;
and whoever only follows the next steps always reaches the end.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from klachtenapp.domain import poort, termijnkaart
from klachtenapp.domain.begrippen import (
    Afdoeningswijze,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Voorkeur,
    Vorm,
    Wens,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, mag_brief
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Bezwaar, Collegas, Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import (
    HANDELINGEN,
    bezwaren,
    laatste_terug_te_draaien,
    maak_ongedaan,
    mogelijk,
    verricht,
    voorinvullen,
)
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.ombudsmanzaak import wacht_op_reactie
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon
from klachtenapp.domain.poort import Route
from klachtenapp.domain.triage import triage
from klachtenapp.domain.volgende_stap import VERSTUUR, Stap, volgende_stap

KADER = Kader(Kalender(), Normen())
GEMEENTE = Gemeente("Voorbeeldstad", ondertekenaar="S. Smit", ondertekenaar_functie="hoofd")
BOER = Medewerker(1, "H. de Boer")
YILMAZ = Medewerker(2, "P. Yılmaz")
EGDOM = Medewerker(3, "A. van Egdom")
SMIT = Medewerker(4, "S. Smit")  # signs, and is never involved
COLLEGAS = Collegas(
    {m.naam: m for m in (BOER, YILMAZ, EGDOM, SMIT)},
    {a.naam: a for a in (Afdeling(1, "Burgerzaken"), Afdeling(2, "Sociaal domein"))},
)
BEGIN = date(2026, 3, 2)
ADRES = {
    "straat": "Dorpsstraat",
    "huisnummer": "1",
    "postcode": "1741 AB",
    "plaats": "Voorbeeldstad",
}
KLAGERS = (
    Persoon("Alberts", voornaam="Sonja", telefoon="06-12345601", **ADRES),
    Persoon("Klock", voorletters="K.", voorkeur=Voorkeur.BRIEF, **ADRES),
    Persoon("Mohamed", voornaam="Youssef", telefoon="06-12345602", leest_moeilijk=True),
    Persoon("Jangha", email="evi@voorbeeld.test", voorkeur=Voorkeur.MAILEN, email_akkoord=True),
    Persoon(),
    Persoon(telefoon="06-12345603"),
)


ANDERS = (
    {},
    {"ombudsman_vermeld": "nee"},
    {"kanaal": "e-mail"},
    {"ondertekenaar": BOER.naam, "ombudsman_vermeld": "ja"},
)
"""What can be wrong with a letter that went out."""


def antwoord(veld: Veld, dossier: Dossier, vandaag: date, n: int) -> str:
    """Return an answer that is right in itself; ``n`` chooses among them."""
    if veld.soort is VeldSoort.DATUM:
        if veld.toekomst:
            return (vandaag + timedelta(days=1 + n % 21)).isoformat()
        return max(dossier.ontvangen_op, vandaag - timedelta(days=n % 3)).isoformat()
    if veld.soort is VeldSoort.KEUZE:
        return veld.keuzes[n % len(veld.keuzes)][0]
    if veld.soort is VeldSoort.JA_NEE:
        return ("ja", "nee")[n % 5 == 4]
    if veld.soort is VeldSoort.MEDEWERKER:
        return (BOER, YILMAZ, EGDOM)[n % 3].naam
    if veld.soort is VeldSoort.BIJLAGE:
        return ""  # the paper lies elsewhere
    if veld.soort is VeldSoort.AFDELING:
        return "Burgerzaken"
    return "Zo is het gegaan."


def goede_invoer(handeling: Handeling, dossier: Dossier, vandaag: date) -> dict[str, str]:
    """Return what a careful registrar fills in: every question answered, honestly."""
    invoer = {
        **{veld.naam: antwoord(veld, dossier, vandaag, 0) for veld in handeling.velden},
        **voorinvullen(handeling, dossier, KADER, vandaag),
    }
    zelf = {
        "wijs_behandelaar_toe": {"behandelaar": _onpartijdig(dossier)},
        "sluit_formeel": {"ondertekenaar": SMIT.naam},
        "zie_af_van_horen": {"grond": "b"},
        "leg_gesprek_vast": {"bereikt": "ja", "wens": dossier.wens or Wens.GESPREK},
        "start_formeel": {"commissie": "ja" if dossier.commissie else "nee"},
    }
    if handeling.naam == "stel_uit" and (einde := termijnkaart.uiterste_datum(dossier, KADER)):
        invoer["tot"] = (einde + timedelta(days=14)).isoformat()
    invoer |= zelf.get(handeling.naam, {})
    if dossier.beklaagde:
        invoer.pop("geen_beklaagde", None)
    if handeling.naam == "start_formeel":
        invoer.pop("commissie_gemeld_op", None)
    if handeling.naam == "leg_horen_vast":
        invoer.pop("afwezig_reden", None)
    return invoer


def _onpartijdig(dossier: Dossier) -> str:
    mensen = (BOER, YILMAZ, EGDOM, SMIT)
    return next(m.naam for m in mensen if not is_betrokken(m.naam, dossier))


def met_gebeurtenis(dossier: Dossier, soort: G, vandaag: date, **gegevens: str) -> Dossier:
    feit = Gebeurtenis(soort, vandaag, _moment(vandaag), "test", gegevens)
    return genummerd(replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit)))


def genummerd(dossier: Dossier) -> Dossier:
    """Return the dossier as the register gives it back: every event with its number."""
    feiten = tuple(replace(g, id=i) for i, g in enumerate(dossier.gebeurtenissen, start=1))
    return replace(dossier, gebeurtenissen=feiten)


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, time(9))


def doe(handeling: Handeling, dossier: Dossier, invoer: dict[str, str], vandaag: date) -> Dossier:
    weg = {"sluit_formeel": Route.FORMEEL, "sluit_informeel": Route.INFORMEEL}.get(handeling.naam)
    if weg is not None:  # no klacht closes over a duty
        assert poort.houdt_tegen(dossier, KADER, vandaag, weg) == ()
    return genummerd(
        verricht(handeling, dossier, invoer, nu=_moment(vandaag), door="test", collegas=COLLEGAS)
    )


def echte_bezwaren(brief: str, dossier: Dossier, vandaag: date) -> list[Bezwaar]:
    """Return what stands in the way of a letter, apart from an address still to be typed."""
    return [
        b
        for b in mag_brief(BriefSoort(brief), dossier, GEMEENTE, vandaag)
        if b.veld not in ("adres", "klager", "straat", "huisnummer", "postcode", "plaats")
    ]


def neem_stap(stap: Stap, dossier: Dossier, vandaag: date) -> Dossier:
    """Do what the next step says, as well as it can be done."""
    if stap.naam == VERSTUUR:
        (*_, liggend) = klaarliggend(dossier)
        return met_gebeurtenis(dossier, G.BRIEF_VERVALLEN, vandaag, document=str(liggend.id))
    if stap.brief:
        assert not echte_bezwaren(stap.brief, dossier, vandaag)
        return met_gebeurtenis(dossier, G.BRIEF_VERZONDEN, vandaag, brief=stap.brief, kanaal="post")
    handeling = HANDELINGEN[stap.handeling]
    invoer = goede_invoer(handeling, dossier, vandaag)
    assert bezwaren(handeling, dossier, invoer, KADER, vandaag) == ()
    return doe(handeling, dossier, invoer, vandaag)


def loop_uit(dossier: Dossier, vandaag: date) -> Dossier:
    """Follow the next steps until the dossier is closed."""
    for _ in range(40):
        stap = volgende_stap(dossier, KADER, vandaag)
        if stap is None:
            return dossier
        if stap.naam in ("wacht_op_gesprek", "wacht_op_aanvulling"):
            assert stap.uiterlijk is not None
            vandaag = max(vandaag, stap.uiterlijk)
        dossier = neem_stap(stap, dossier, vandaag)
    raise AssertionError(f"no end in sight at {dossier.status}: {stap}")


@st.composite
def nieuwe_dossiers(draw: st.DrawFn) -> Dossier:
    soort = draw(st.sampled_from([Soort.KLACHT, Soort.KLACHT, *Soort]))
    vorm = draw(st.sampled_from(list(Vorm)))
    klager = draw(st.sampled_from(KLAGERS))
    regime = triage(
        soort=soort,
        vorm=vorm,
        klager=klager,
        omschrijving="x",
        ondertekend=True,
        ontvangen_op=BEGIN,
        mondeling_formeel=draw(st.booleans()),
    )
    return Dossier(
        uid="u",
        kenmerk="K2026-0001",
        soort=soort,
        status=Status.ONTVANGEN,
        ontvangen_op=BEGIN,
        kanaal=Kanaal.BRIEF,
        vorm=vorm,
        omschrijving="Niet teruggebeld.",
        klager=klager,
        beklaagde=draw(st.sampled_from(["", "", "mevrouw De Boer", "de balie"])),
        behandelaar=draw(st.sampled_from([None, None, BOER, YILMAZ])),
        wens=draw(st.sampled_from([None, *Wens])),
        formeel_regime=regime.formeel_regime,
        commissie=draw(st.booleans()),
    )


class Wandeling(RuleBasedStateMachine):
    """One dossier through weeks of work, in any order that the table allows."""

    def __init__(self) -> None:
        super().__init__()
        self.vandaag = BEGIN
        self.dossier: Dossier | None = None

    @property
    def d(self) -> Dossier:
        assert self.dossier is not None
        return self.dossier

    @initialize(dossier=nieuwe_dossiers())
    def begin(self, dossier: Dossier) -> None:
        self.dossier = dossier

    @rule(dagen=st.sampled_from([0, 1, 3, 8, 15, 30]))
    def wacht(self, dagen: int) -> None:
        self.vandaag += timedelta(days=dagen)

    @rule(welke=st.integers(0, 30))
    def goede_handeling(self, welke: int) -> None:
        keuzes = mogelijk(self.d, KADER, self.vandaag)
        handeling = keuzes[welke % len(keuzes)] if keuzes else None
        assume(handeling is not None)
        assert handeling is not None
        invoer = goede_invoer(handeling, self.d, self.vandaag)
        if not bezwaren(handeling, self.d, invoer, KADER, self.vandaag):
            self.dossier = doe(handeling, self.d, invoer, self.vandaag)

    @rule(welke=st.integers(0, 30), n=st.lists(st.integers(0, 40), min_size=12, max_size=12))
    def wilde_handeling(self, welke: int, n: list[int]) -> None:
        handeling = list(HANDELINGEN.values())[welke % len(HANDELINGEN)]
        invoer = {
            veld.naam: antwoord(veld, self.d, self.vandaag, getal)
            for veld, getal in zip(handeling.velden, n, strict=False)
            if getal % 7
        }
        if not bezwaren(handeling, self.d, invoer, KADER, self.vandaag):
            self.dossier = doe(handeling, self.d, invoer, self.vandaag)

    @rule(brief=st.sampled_from([*BRIEVEN, BriefSoort.STAPPENPLAN]), hoe=st.sampled_from(ANDERS))
    def stuur_brief(self, brief: BriefSoort, hoe: dict[str, str]) -> None:
        if not mag_brief(brief, self.d, GEMEENTE, self.vandaag):
            anders = hoe if brief is BriefSoort.AFDOENINGSBRIEF else {}
            self.dossier = met_gebeurtenis(
                self.d,
                G.BRIEF_VERZONDEN,
                self.vandaag,
                **{"brief": brief, "kanaal": "post", **anders},
            )

    @rule(brief=st.sampled_from(list(BRIEVEN)))
    def leg_brief_klaar(self, brief: BriefSoort) -> None:
        if not mag_brief(brief, self.d, GEMEENTE, self.vandaag) and len(self.d.documenten) < 3:
            nummer = len(self.d.documenten) + 1
            info = DocumentInfo(nummer, f"{brief}.pdf", brief, "", 1, _moment(self.vandaag))
            self.dossier = replace(self.d, documenten=(*self.d.documenten, info))

    @precondition(lambda self: self.dossier is not None and self.d.is_open)
    @rule()
    def volg_de_stap(self) -> None:
        stap = volgende_stap(self.d, KADER, self.vandaag)
        assert stap is not None
        if stap.naam != "wacht_op_gesprek":
            self.dossier = neem_stap(stap, self.d, self.vandaag)

    @precondition(lambda self: self.dossier is not None and self.d.status is Status.OORDEEL)
    @rule(oordelen=st.lists(st.sampled_from(list(Oordeel)), min_size=1, max_size=3))
    def schrijf_onderdelen(self, oordelen: list[Oordeel]) -> None:
        delen = tuple(Klachtonderdeel("x", bevinding="y", oordeel=o) for o in oordelen)
        self.dossier = replace(self.d, onderdelen=delen)

    @rule()
    def maak_ongedaan(self) -> None:
        laatste = laatste_terug_te_draaien(self.d)
        terug = maak_ongedaan(
            self.d, "verkeerde knop", nu=_moment(self.vandaag), door="test", collegas=COLLEGAS
        )
        assert isinstance(terug, Dossier) == (laatste is not None)
        if isinstance(terug, Dossier) and laatste is not None:
            assert terug.status == laatste[0].gegevens["_van"]
            self.dossier = genummerd(terug)

    @invariant()
    def er_is_precies_een_volgende_stap(self) -> None:
        if self.dossier is None:
            return
        stap = volgende_stap(self.d, KADER, self.vandaag)
        assert (stap is not None) == (self.d.is_open or wacht_op_reactie(self.d))
        if stap is None:
            return
        assert bool(stap.handeling) != bool(stap.brief)
        assert stap.tekst
        assert stap.waarom
        if stap.naam == VERSTUUR:
            assert stap.brief in {info.soort for info in klaarliggend(self.d)}
        elif stap.brief:
            assert not echte_bezwaren(stap.brief, self.d, self.vandaag)
        else:
            namen = {h.naam for h in mogelijk(self.d, KADER, self.vandaag)}
            assert stap.handeling in namen

    @invariant()
    def de_feiten_kloppen(self) -> None:
        if self.dossier is None:
            return
        d = self.d
        assert d.status in Status
        assert (d.afgehandeld_op is not None) == (d.status is Status.AFGEHANDELD)
        assert (d.afdoeningswijze is not None) == (d.status is Status.AFGEHANDELD)
        assert d.afgehandeld_op is None or d.ontvangen_op <= d.afgehandeld_op <= self.vandaag
        assert all(BEGIN <= g.op <= self.vandaag for g in d.gebeurtenissen)
        if d.afdoeningswijze is Afdoeningswijze.FORMEEL_AFGEHANDELD:
            assert d.oordeel is not None
        elif d.status is Status.AFGEHANDELD:
            geen = Oordeel.GEEN_OORDEEL if d.soort is Soort.KLACHT else None
            assert d.oordeel is geen

    @invariant()
    def de_termijn_klopt(self) -> None:
        if self.dossier is None:
            return
        assert len(list(self.d.alle(G.VERDAAGD))) <= 1
        termijn = termijnkaart.afdoeningstermijn(self.d, KADER)
        if termijn is not None:
            assert termijn.uiterste_datum >= termijn.nominale_datum
            assert termijn.uiterste_datum >= BEGIN + timedelta(weeks=6)
        poort.bevindingen(self.d, KADER, self.vandaag)

    def teardown(self) -> None:
        """Whoever follows the steps from here on comes to the end."""
        if self.dossier is not None and self.d.is_open:
            einde = loop_uit(self.d, self.vandaag)
            assert einde.status is Status.AFGEHANDELD


TestWandeling = Wandeling.TestCase
TestWandeling.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.parametrize("soort", list(Soort))
@pytest.mark.parametrize("status", [s for s in Status if s.is_open and s is not Status.CONCEPT])
@pytest.mark.parametrize("klager", KLAGERS, ids=lambda p: p.achternaam or p.telefoon or "anoniem")
def test_elke_stand_van_elke_soort_heeft_een_stap(
    soort: Soort, status: Status, klager: Persoon
) -> None:
    """Also what no walk reaches, such as an odd row of an old register."""
    dossier = Dossier(
        uid="u",
        kenmerk="K2026-0001",
        soort=soort,
        status=status,
        ontvangen_op=BEGIN,
        kanaal=Kanaal.ONBEKEND,
        vorm=Vorm.SCHRIFTELIJK,
        omschrijving="x",
        klager=klager,
    )
    for dagen in (0, 20, 40, 100):
        stap = volgende_stap(dossier, KADER, BEGIN + timedelta(days=dagen))
        assert stap is not None
        if stap.handeling:
            assert stap.handeling in {h.naam for h in mogelijk(dossier, KADER, BEGIN)}


@pytest.mark.parametrize("status", [Status.AFGEHANDELD, Status.GEARCHIVEERD, Status.VERNIETIGD])
def test_wat_gesloten_is_heeft_geen_stap(status: Status) -> None:
    dossier = Dossier(
        uid="u",
        kenmerk="K2026-0001",
        soort=Soort.KLACHT,
        status=status,
        ontvangen_op=BEGIN,
        kanaal=Kanaal.BRIEF,
        vorm=Vorm.SCHRIFTELIJK,
        omschrijving="x",
    )
    assert volgende_stap(dossier, KADER, BEGIN) is None
