"""Guards of the endings: every ending has its own proof, each names its article."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import (
    dagtekst,
    klaarliggend,
    ondertekenmap,
    termijnen,
    termijnkaart,
    verloop,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bewaker, Bezwaar, Invoer
from klachtenapp.domain.handelingen.velden import datum, tekst
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.ombudsmanzaak import wacht_op_reactie
from klachtenapp.domain.onafhankelijk import is_betrokken, waarom_niet


def moet_ja(veld: str, zin: str, artikel: str) -> Bewaker:
    """Return the guard that the yes/no question ``veld`` is answered with yes."""

    def bewaker(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
        return None if tekst(invoer, veld) in ("", "ja") else Bezwaar(zin, artikel, veld)

    return bewaker


def tevreden_en_bevestigd(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Satisfaction is the klager's own, and stands on paper unless there is a reason not to."""
    if verloop.tevredenheid(dossier) is None:
        return Bezwaar(
            "Leg eerst vast dat de klager tevreden is: wanneer en hoe de klager dat liet weten.",
            "art. 9:5 Awb",
        )
    if verloop.afsluitbrief(dossier) is None and not tekst(invoer, "zonder_brief_reden"):
        return Bezwaar(
            "Stuur eerst de afsluitbrief met wat is afgesproken. Geen brief nodig? Schrijf op "
            "waarom.",
            "art. 9:5 Awb",
            "zonder_brief_reden",
        )
    return None


def ondertekenaar_onafhankelijk(
    dossier: Dossier, invoer: Invoer, _k: Kader, _v: date
) -> Bezwaar | None:
    """Who signs was not involved either (art. 9:7)."""
    naam = tekst(invoer, "ondertekenaar")
    if naam and is_betrokken(naam, dossier):
        return Bezwaar(
            f"{waarom_niet(naam, dossier)} Laat iemand anders ondertekenen.",
            "art. 9:7 lid 1 Awb",
            "ondertekenaar",
        )
    if tekst(invoer, "ondertekenaar_niet_betrokken") == "nee":
        return Bezwaar(
            "Wie ondertekent, mag niet betrokken zijn. Kies iemand anders.",
            "art. 9:7 lid 1 Awb",
            "ondertekenaar_niet_betrokken",
        )
    return None


def ondertekenaar_klopt(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Who is written down is who signed, when the letter bears a signature."""
    brief = verloop.afdoeningsbrief(dossier)
    gezet = ondertekenmap.handtekening_onder(dossier, brief) if brief else None
    echt = gezet.gegevens.get("ondertekenaar", "") if gezet else ""
    naam = tekst(invoer, "ondertekenaar")
    if not echt or not naam or naam == echt:
        return None
    return Bezwaar(f"De brief is ondertekend door {echt}. Kies die naam.", veld="ondertekenaar")


def te_laat_uitgelegd(dossier: Dossier, invoer: Invoer, kader: Kader, _v: date) -> Bezwaar | None:
    """A letter after the term needs a reason (art. 9:11)."""
    termijn = termijnkaart.afdoeningstermijn(dossier, kader)
    brief = verloop.afdoeningsbrief(dossier)
    if termijn is None or brief is None or brief.op <= termijn.uiterste_datum:
        return None
    if tekst(invoer, "te_laat_reden"):
        return None
    return Bezwaar(
        f"De brief ging weg na {dagtekst.lang(termijn.uiterste_datum)}. Schrijf op waarom het "
        "later werd.",
        "art. 9:11 Awb",
        "te_laat_reden",
    )


def niet_behandelen_op_tijd(
    dossier: Dossier, invoer: Invoer, kader: Kader, _v: date
) -> Bezwaar | None:
    """Not handling is told within 4 weeks (art. 9:8 lid 3), or the lateness is explained."""
    termijn = termijnkaart.termijn_niet_in_behandeling(dossier, kader)
    brief = datum(invoer, "brief_op")
    if brief is None or brief <= termijn.uiterste_datum or tekst(invoer, "te_laat_reden"):
        return None
    return Bezwaar(
        f"Dit moest uiterlijk {dagtekst.lang(termijn.uiterste_datum)} aan de klager worden "
        "verteld. Behandel de klacht, of schrijf op waarom u toch afziet.",
        "art. 9:8 lid 3 Awb",
        "te_laat_reden",
    )


def langer_dan_een_jaar(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Ground b: more than a year lies between what happened and the klacht."""
    if tekst(invoer, "grond") != "b":
        return None
    gedraging = datum(invoer, "gedraging_op") or dossier.gedraging_op
    if gedraging is None:
        return Bezwaar("Wanneer is het gebeurd?", "art. 9:8 lid 1 onder b Awb", "gedraging_op")
    laatste = termijnen.jaar_na_gedraging(gedraging).uiterste_datum
    if verloop.termijn_vanaf(dossier) <= laatste:
        return Bezwaar(
            f"De klacht kwam binnen een jaar. Deze grond geldt pas na {dagtekst.lang(laatste)}.",
            "art. 9:8 lid 1 onder b Awb",
            "grond",
        )
    return None


def antwoordtijd_voorbij(
    dossier: Dossier, invoer: Invoer, _k: Kader, vandaag: date
) -> Bezwaar | None:
    """The klager first gets the time that was given for the aanvulling (art. 9:4)."""
    gevraagd = verloop.laatste_nu(dossier, GebeurtenisSoort.AANVULLING_GEVRAAGD)
    voor = gevraagd.datum("reageren_voor") if gevraagd else None
    afgesloten = datum(invoer, "bericht_op") or vandaag
    if voor is not None and afgesloten <= voor < vandaag:
        return Bezwaar(
            f"De klager kon antwoorden tot en met {dagtekst.lang(voor)}. Sluit op een latere dag "
            "af.",
            "art. 9:4 lid 2 Awb",
            "bericht_op",
        )
    if voor is not None and vandaag <= voor:
        return Bezwaar(
            f"De klager kan nog antwoorden tot en met {dagtekst.lang(voor)}.", "art. 9:4 lid 2 Awb"
        )
    return None


def is_anoniem(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Only what nobody signed ends as an anoniem signaal."""
    if dossier.anoniem:
        return None
    return Bezwaar("Wij weten van wie deze klacht komt. Kies een andere manier van afsluiten.")


def teruggekoppeld_of_anoniem(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """The sender hears what was done before the dossier closes."""
    if dossier.anoniem or verloop.laatste_nu(dossier, GebeurtenisSoort.TERUGGEKOPPELD):
        return None
    return Bezwaar("Vertel de indiener eerst wat ermee is gedaan.")


def andere_soort(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """A change of kind really changes it, and a new klacht knows its second contact."""
    nieuw = tekst(invoer, "nieuwe_soort")
    if nieuw == dossier.soort:
        return Bezwaar(f"Dit is al een {nieuw}. Kies een andere soort.", "", "nieuwe_soort")
    if nieuw == Soort.KLACHT and datum(invoer, "tweede_contact_op") is None:
        return Bezwaar(
            "Op welke dag werd dit een klacht? Vul de dag in van het tweede contact. Vanaf die "
            "dag loopt de termijn.",
            "art. 9:11 lid 1 Awb",
            "tweede_contact_op",
        )
    return None


def ombudsman_vraagt_niets(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """A klacht about which the ombudsman waits for an answer stays a klacht (art. 9:36 lid 4)."""
    if not wacht_op_reactie(dossier):
        return None
    return Bezwaar(
        "De ombudsman vraagt een reactie op deze klacht. Geef die eerst. Daarna kunt u de soort "
        "wijzigen.",
        "art. 9:36 lid 4 Awb",
    )


def reactie_na_ontvangst(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """The answer to the ombudsman is due after his letter came (art. 9:36 lid 4)."""
    binnen, voor = datum(invoer, "bericht_op"), datum(invoer, "reactie_voor")
    if binnen and voor and voor < binnen:
        return Bezwaar("Antwoord kan pas na het bericht.", "art. 9:36 lid 4 Awb", "reactie_voor")
    return None


def geen_brief_blijft_liggen(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """No dossier closes over a letter that was made and never went out."""
    zin = klaarliggend.wat_te_doen(dossier)
    return Bezwaar(zin) if zin else None
