"""Guards of the treatment: independence, aanvulling, hearing, judgement. Each names its article.

A guard gets dossier, answers, rules and today, and gives an objection or ``None``. It may
assume nothing about the answers: an empty or wrong one is reported elsewhere.
"""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.bereikbaarheid import geadresseerde, kan_brief_krijgen
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Invoer
from klachtenapp.domain.handelingen.velden import datum, ja, tekst
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.onafhankelijk import is_betrokken, is_gemerkt, waarom_niet
from klachtenapp.domain.onderdelen import onvolledig


def heeft_behandelaar(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """One known person handles the klacht."""
    if dossier.behandelaar is None:
        return Bezwaar("Er is nog geen behandelaar. Wijs eerst iemand toe.", "art. 9:7 lid 1 Awb")
    return None


def behandelaar_onafhankelijk(
    dossier: Dossier, invoer: Invoer, _k: Kader, _v: date
) -> Bezwaar | None:
    """The behandelaar of a klacht was not involved in what happened (art. 9:7)."""
    naam = tekst(invoer, "behandelaar")
    if not naam and dossier.behandelaar is not None:
        naam = dossier.behandelaar.naam
    if dossier.soort is not Soort.KLACHT or not naam:
        return None
    if is_betrokken(naam, dossier):
        return Bezwaar(
            f"{waarom_niet(naam, dossier)} Kies een behandelaar die er niet bij betrokken was.",
            "art. 9:7 lid 1 Awb",
            "behandelaar",
        )
    if ja(invoer, "niet_betrokken") or ja(invoer, "over_bestuur"):
        return None
    return Bezwaar(
        f"Bevestig dat {naam} niet betrokken was bij wat er is gebeurd. "
        "Was dat wel zo? Kies dan iemand anders.",
        "art. 9:7 lid 1 Awb",
        "niet_betrokken",
    )


def reden_bij_wisselen(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """One behandelaar from start to end; a change is explained."""
    nu = dossier.behandelaar
    wordt = tekst(invoer, "behandelaar")
    if nu is None or not wordt or wordt == nu.naam or tekst(invoer, "reden"):
        return None
    return Bezwaar(
        f"{nu.naam} behandelt deze melding al. Schrijf op waarom dat verandert.", "", "reden"
    )


def klacht_niet_bij_betrokkene(
    dossier: Dossier, invoer: Invoer, _k: Kader, _v: date
) -> Bezwaar | None:
    """What becomes a klacht does not stay with the one it is about (art. 9:7)."""
    wie = dossier.behandelaar
    if tekst(invoer, "nieuwe_soort") != Soort.KLACHT or wie is None:
        return None
    if not is_betrokken(wie.naam, dossier):
        return None
    return Bezwaar(
        f"{waarom_niet(wie.naam, dossier)} Wijs eerst een andere behandelaar toe.",
        "art. 9:7 lid 1 Awb",
    )


def nog_niet_gemerkt(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Nobody is marked twice."""
    naam = tekst(invoer, "medewerker")
    if not naam or not is_betrokken(naam, dossier):
        return None
    return Bezwaar(
        f"{waarom_niet(naam, dossier)} Dat is al bekend: u hoeft niets te doen.", "", "medewerker"
    )


def wel_gemerkt(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Only a mark that stands can be taken away; who is complained of stays involved."""
    naam = tekst(invoer, "medewerker")
    if not naam or is_gemerkt(naam, dossier):
        return None
    return Bezwaar(f"{naam} is hier niet als betrokken gemerkt.", "", "medewerker")


def ambassadeur_kijkt_mee(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Who follows a klacht is not the one who handles it, nor someone who was involved."""
    naam = tekst(invoer, "ambassadeur")
    if not naam:
        return None
    if dossier.behandelaar is not None and dossier.behandelaar.naam == naam:
        return Bezwaar(f"{naam} behandelt dit al. Kies iemand anders.", "", "ambassadeur")
    if dossier.soort is Soort.KLACHT and is_betrokken(naam, dossier):
        return Bezwaar(
            f"{waarom_niet(naam, dossier)} Kies iemand anders.",
            "art. 9:7 lid 1 Awb",
            "ambassadeur",
        )
    return None


def met_naam(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Someone who is not known cannot be asked, satisfied or answered."""
    if dossier.anoniem:
        return Bezwaar(
            "Wij weten niet van wie dit komt. Vul eerst de naam in, of sluit af als anoniem "
            "signaal.",
            "art. 9:4 lid 2 onder a Awb",
        )
    return None


def met_adres(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """The formal way ends in a letter: it needs a name and an address."""
    if dossier.anoniem or kan_brief_krijgen(dossier):
        return None
    return Bezwaar(
        "Het adres van de klager ontbreekt. Vul het in bij Personen, of vraag het na.",
        "art. 9:4 lid 2 onder a Awb",
    )


def antwoorddatum_na_vraag(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """The klager gets time to answer a request for aanvulling."""
    gevraagd, voor = datum(invoer, "gevraagd_op"), datum(invoer, "reageren_voor")
    if gevraagd and voor and voor <= gevraagd:
        return Bezwaar(
            "De klager moet tijd krijgen om te antwoorden. Kies een latere datum.",
            "art. 9:4 lid 2 Awb",
            "reageren_voor",
        )
    return None


def commissie_gemeld(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Advice by a commissie is told in the ontvangstbevestiging or apart (art. 9:15 lid 1)."""
    if (
        ja(invoer, "commissie")
        and not dossier.commissie
        and not datum(invoer, "commissie_gemeld_op")
    ):
        return Bezwaar(
            "Vertel de klager schriftelijk dat een commissie advies geeft. Vul de datum van "
            "die brief in.",
            "art. 9:15 lid 1 Awb",
            "commissie_gemeld_op",
        )
    return None


def advies_met_rapport(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """The commissie sends its findings, its advice and the verslag together."""
    if tekst(invoer, "rapport_compleet") == "nee":
        return Bezwaar(
            "Bij het advies horen het rapport van bevindingen en het verslag. Vraag de "
            "commissie erom.",
            "art. 9:15 lid 4 Awb",
            "rapport_compleet",
        )
    return None


def onderdelen_beoordeeld(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Every part has what we found and what we think of it (art. 9:12 lid 1)."""
    artikel = "art. 9:12 lid 1 Awb"
    if not dossier.onderdelen:
        for veld, vraag in (
            ("bevinding", "Wat hebben wij gevonden?"),
            ("oordeel", "Wat is ons oordeel?"),
        ):
            if not tekst(invoer, veld):
                return Bezwaar(
                    f"{vraag} Vul het hier in. Zijn er meer onderdelen? Vul ze in bij Oordeel.",
                    artikel,
                    veld,
                )
        return None
    open_onderdelen = onvolledig(dossier.onderdelen)
    if open_onderdelen:
        return Bezwaar(
            f"Bij '{open_onderdelen[0]}' ontbreekt nog de bevinding of het oordeel. Vul het in "
            "bij Oordeel.",
            artikel,
        )
    return None


def afwijking_uitgelegd(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Who departs from the advice of the commissie says why (art. 9:16)."""
    if not dossier.commissie:
        return None
    if not tekst(invoer, "wijkt_af"):
        return Bezwaar("Volgen wij het advies van de commissie?", "art. 9:16 Awb", "wijkt_af")
    if ja(invoer, "wijkt_af") and not tekst(invoer, "afwijkreden"):
        return Bezwaar(
            "Schrijf op waarom wij het advies niet volgen. Dat komt ook in de brief, met het "
            "advies erbij.",
            "art. 9:16 Awb",
            "afwijkreden",
        )
    return None


def email_met_toestemming(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Paper goes by e-mail only to who said that this may (art. 2:8)."""
    if tekst(invoer, "kanaal") != "e-mail" or geadresseerde(dossier).email_akkoord:
        return None
    return Bezwaar(
        "Deze persoon zei niet dat brieven per e-mail mogen. Geef het blad mee of stuur het per "
        "post, of leg de toestemming vast bij Personen.",
        "art. 2:8 Awb",
        "kanaal",
    )
