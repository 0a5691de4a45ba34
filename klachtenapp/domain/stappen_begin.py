"""The next step in the first phase of a klacht: someone takes it up, calls, confirms, solves."""

from __future__ import annotations

from klachtenapp.domain import bereikbaarheid, dagtekst, poort, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status, Wens
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossiertermijn import antwoord_op
from klachtenapp.domain.onafhankelijk import is_betrokken, waarom_niet
from klachtenapp.domain.stap import Stand, Stap, doe, schrijf

_VOOR_DE_WET = frozenset({Status.ONTVANGEN, Status.BEOORDELING, Status.INFORMEEL, Status.HEROPEND})
_TIJD_VOOR_FORMEEL = 14  # days needed for hearing, verslag and letter
_LANGZAAM = frozenset({Status.INFORMEEL, Status.FORMEEL, Status.ADVIES})


def behandelaar(stand: Stand) -> Stap | None:
    """One independent person takes it up (art. 9:7)."""
    wie = stand.dossier.behandelaar
    uiterlijk = stand.vroegste(stand.datum("eerste_contact"))
    if wie is None:
        return doe(
            "behandelaar",
            "Wijs een behandelaar toe",
            "wijs_behandelaar_toe",
            uiterlijk,
            "Eén vaste persoon die er niet bij betrokken was (art. 9:7 Awb).",
        )
    if is_betrokken(wie.naam, stand.dossier):
        return doe(
            "behandelaar",
            "Wijs een andere behandelaar toe",
            "wijs_behandelaar_toe",
            uiterlijk,
            f"{waarom_niet(wie.naam, stand.dossier)} Dan mag iemand de klacht niet behandelen "
            "(art. 9:7 Awb).",
        )
    return None


def oppakken(stand: Stand) -> Stap | None:
    """The behandelaar takes the klacht in hand."""
    if stand.status is not Status.ONTVANGEN or stand.dossier.behandelaar is None:
        return None
    return doe(
        "in_behandeling",
        "Neem de klacht in behandeling",
        "neem_in_beoordeling",
        stand.vroegste(stand.datum("eerste_contact")),
        f"{stand.dossier.behandelaar.naam} behandelt de klacht. Bevestig dat deze persoon er "
        "niet bij betrokken was (art. 9:7 Awb).",
    )


def anoniem(stand: Stand) -> Stap | None:
    """Nobody to answer: look into it, and ask the name when there is a number."""
    if not stand.dossier.anoniem:
        return None
    klager = stand.dossier.klager
    bekend = klager.telefoon or klager.email
    if bekend and not verloop.gesproken(stand.dossier) and not stand.vandaag_geprobeerd:
        return doe(
            "bel_naam",
            "Vraag de naam van de klager",
            "leg_gesprek_vast",
            stand.einde,
            "Wij kunnen deze persoon bereiken. Met naam en adres wordt het een gewone klacht.",
        )
    return doe(
        "sluit_anoniem",
        "Kijk ernaar en sluit het signaal af",
        "sluit_anoniem",
        stand.einde,
        "Wij weten niet van wie dit komt. Schrijf op wat ermee is gedaan (art. 9:2 Awb).",
    )


def tevreden(stand: Stand) -> Stap | None:
    """The klager is satisfied: put it on paper and close (art. 9:5)."""
    dossier = stand.dossier
    gezegd = verloop.tevredenheid(dossier)
    if gezegd is None:
        return None
    sinds = f"De klager zei op {dagtekst.lang(gezegd.op)} dat het zo goed is."
    if verloop.afsluitbrief(dossier) is None and bereikbaarheid.kan_brief_krijgen(dossier):
        return schrijf(
            "Print de afsluitbrief",
            BriefSoort.AFSLUITBRIEF_INFORMEEL,
            stand.einde,
            f"{sinds} Zet op papier wat is afgesproken.",
        )
    return doe("sluit_informeel", "Sluit de klacht af", "sluit_informeel", stand.einde, sinds)


def te_laat_bellen(stand: Stand) -> Stap | None:
    """Late: tell the klager yourself, before anything else."""
    over = stand.dagen_over
    if over is None or over >= 0 or stand.termijn is None or stand.status is Status.OORDEEL:
        return None
    einde = stand.termijn.uiterste_datum
    contact = verloop.gesproken(stand.dossier)
    if (contact and contact.op > einde) or stand.vandaag_geprobeerd or stand.vaak_geprobeerd:
        return None
    return doe(
        "bel_te_laat",
        bereikbaarheid.laat_weten(stand.dossier, "het antwoord later komt"),
        "leg_gesprek_vast",
        einde,
        f"De klager had uiterlijk {dagtekst.lang(einde)} antwoord moeten hebben. Leg uit "
        "waarom het langer duurt en zeg wanneer de brief komt.",
    )


def bellen(stand: Stand) -> Stap | None:
    """The first real contact, within our own norm."""
    dossier = stand.dossier
    if stand.status not in _VOOR_DE_WET or verloop.gesproken(dossier):
        return None
    if stand.vandaag_geprobeerd or stand.vaak_geprobeerd:
        return None
    pogingen = verloop.vergeefse_pogingen(dossier)
    waarom = "Luister naar het verhaal en vraag wat de klager wil bereiken."
    if pogingen:
        waarom = f"Op {dagtekst.lang(pogingen[-1])} was er geen gehoor."
    elif dossier.klager.leest_moeilijk:
        waarom = "Deze klager leest moeilijk en spreekt u liever. Vraag wat de klager wil."
    return doe(
        "bel_klager",
        bereikbaarheid.spoor_aan(dossier, opnieuw=bool(pogingen)),
        "leg_gesprek_vast",
        stand.vroegste(stand.datum("eerste_contact")),
        waarom,
    )


def bevestigen(stand: Stand) -> Stap | None:
    """The ontvangstbevestiging (art. 9:6)."""
    dossier = stand.dossier
    verzonden = dossier.brief_verzonden(BriefSoort.ONTVANGSTBEVESTIGING)
    if verzonden or not dossier.formeel_regime or not bereikbaarheid.kan_brief_krijgen(dossier):
        return None
    if poort.gepasseerd(dossier, "ontvangstbevestiging") is not None:
        return None
    if antwoord_op(dossier) is not None:  # who has our answer knows that the klacht came in
        return None
    return schrijf(
        "Print de ontvangstbevestiging",
        BriefSoort.ONTVANGSTBEVESTIGING,
        stand.vroegste(stand.datum("ontvangstbevestiging")),
        "De klager krijgt schriftelijk bericht dat de klacht binnen is (art. 9:6 Awb).",
    )


def voortgang(stand: Stand) -> Stap | None:
    """Nobody should have to wonder how it stands."""
    dag = stand.datum("voortgangsbericht")
    if stand.status not in _LANGZAAM or dag is None or dag > stand.vandaag:
        return None
    if stand.vandaag_geprobeerd or stand.vaak_geprobeerd or _haast(stand):
        return None
    return doe(
        "bel_voortgang",
        f"{bereikbaarheid.spoor_aan(stand.dossier)} over de voortgang",
        "leg_gesprek_vast",
        stand.vroegste(dag),
        "De klager hoorde al een tijd niets van ons.",
    )


def aanvulling(stand: Stand) -> Stap | None:
    """We asked for what was missing; the term runs on (K9)."""
    if stand.status is not Status.AANVULLING_GEVRAAGD:
        return None
    vraag = verloop.laatste_nu(stand.dossier, G.AANVULLING_GEVRAAGD)
    voor = vraag.datum("reageren_voor") if vraag else None
    if voor is not None and stand.vandaag <= voor:
        return doe(
            "wacht_op_aanvulling",
            "Wacht op de aanvulling",
            "aanvulling_ontvangen",
            stand.vroegste(voor),
            f"De klager kan antwoorden tot en met {dagtekst.lang(voor)}. De termijn loopt door.",
        )
    return doe(
        "sluit_zonder_reactie",
        "Vraag het nog één keer of sluit af",
        "sluit_zonder_reactie",
        stand.einde,
        "Er kwam geen antwoord op onze vraag. Krijgt u het alsnog? Leg dan de aanvulling vast.",
    )


def beginnen(stand: Stand) -> Stap | None:
    """After the first call: the klager chooses the manner."""
    dossier = stand.dossier
    if stand.status not in (Status.BEOORDELING, Status.HEROPEND):
        return None
    kan_brief = bereikbaarheid.kan_brief_krijgen(dossier)
    gevraagd = verloop.laatste_nu(dossier, G.AANVULLING_GEVRAAGD)
    if dossier.formeel_regime and not kan_brief and gevraagd is None:
        return doe(
            "vraag_adres",
            "Vraag het adres van de klager",
            "vraag_aanvulling",
            stand.einde,
            "Zonder adres kunnen wij geen brief sturen (art. 9:4 lid 2 Awb). Heeft u het al? "
            "Vul het in bij Personen.",
        )
    if kan_brief and dossier.wens is Wens.OFFICIELE_BRIEF:
        return _formeel(stand, "De klager wil een officiële behandeling met een brief.")
    if kan_brief and _opnieuw_formeel(stand):
        return _formeel(
            stand,
            "De klacht is heropend: samen oplossen lukte niet. Nu komt er een brief met ons "
            "oordeel.",
        )
    return doe(
        "start_informeel",
        "Begin met samen oplossen",
        "start_informeel",
        stand.vroegste(stand.datum("afdoening_streef")),
        "Vaak is een gesprek genoeg. De klager kiest (art. 9:5 Awb).",
    )


def samen_oplossen(stand: Stand) -> Stap | None:
    """Look for a solution, but leave time for the formal way."""
    if stand.status is not Status.INFORMEEL:
        return None
    if bereikbaarheid.kan_brief_krijgen(stand.dossier):
        if stand.dossier.wens is Wens.OFFICIELE_BRIEF:
            return _formeel(stand, "De klager wil een officiële behandeling met een brief.")
        if _haast(stand):
            return _formeel(
                stand,
                "Samen oplossen duurt lang. Is de klager niet tevreden, dan moet er een brief "
                "met ons oordeel komen.",
            )
    return doe(
        "klager_tevreden",
        "Zoek samen een oplossing",
        "klager_tevreden",
        stand.vroegste(stand.datum("afdoening_streef")),
        "Is de klager tevreden? Leg vast wat is afgesproken. Anders gaat de klacht formeel verder.",
    )


def _formeel(stand: Stand, waarom: str) -> Stap:
    return doe(
        "start_formeel", "Start de formele behandeling", "start_formeel", stand.einde, waarom
    )


def _haast(stand: Stand) -> bool:
    return stand.dagen_over is not None and stand.dagen_over <= _TIJD_VOOR_FORMEEL


def _opnieuw_formeel(stand: Stand) -> bool:
    """A klacht that came back goes the formal way (art. 9:5, memorie van toelichting)."""
    heropend = verloop.laatste_nu(stand.dossier, G.HEROPEND)
    return heropend is not None and heropend.gegevens.get("reden") in ("niet tevreden", "ombudsman")
