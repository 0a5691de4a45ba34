"""Guards of the hearing (art. 9:10 Awb): both are invited, both can speak, what is said is kept."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dagtekst, plichten, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bewaker, Bezwaar, Invoer
from klachtenapp.domain.handelingen.velden import datum, ja, tekst
from klachtenapp.domain.kader import Kader


def geen_beklaagde(veld: str) -> Bewaker:
    """Return the guard that ``veld`` (a fact about the beklaagde) is there, or nobody is meant."""

    def bewaker(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
        if tekst(invoer, veld):
            return None
        if not ja(invoer, "geen_beklaagde") and not verloop.zonder_beklaagde(dossier):
            return Bezwaar(
                "Vul dit ook in voor de beklaagde. Gaat de klacht niet over een persoon? "
                "Kies dan 'ja' bij die vraag.",
                "art. 9:9 en 9:10 lid 1 Awb",
                veld,
            )
        if dossier.beklaagde.strip():
            return Bezwaar(
                f"De klacht gaat over {dossier.beklaagde}. Ook die persoon hoort hierbij.",
                "art. 9:9 en 9:10 lid 1 Awb",
                veld,
            )
        return None

    return bewaker


def uitgenodigd_voor_zitting(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Both invitations go out before the hearing (art. 9:10 lid 1)."""
    zitting = datum(invoer, "zitting_op")
    for veld in ("klager_uitgenodigd_op", "beklaagde_uitgenodigd_op"):
        uitnodiging = datum(invoer, veld)
        if zitting and uitnodiging and uitnodiging > zitting:
            return Bezwaar(
                "De uitnodiging gaat weg vóór het gesprek. Kijk de datums na.",
                "art. 9:10 lid 1 Awb",
                veld,
            )
    return None


def iemand_gehoord(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """A hearing at which nobody was heard is no hearing."""
    if ja(invoer, "klager_gehoord") or ja(invoer, "beklaagde_gehoord"):
        return None
    return Bezwaar(
        "Er is niemand gehoord. Plan een nieuw gesprek, of kies 'Afzien van horen'.",
        "art. 9:10 Awb",
        "klager_gehoord",
    )


def afwezigheid_verklaard(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Who was not heard is named with a reason."""
    niet_klager = tekst(invoer, "klager_gehoord") == "nee"
    niet_beklaagde = tekst(invoer, "beklaagde_gehoord") == "nee"
    if (niet_klager or niet_beklaagde) and not tekst(invoer, "afwezig_reden"):
        wie = "de klager" if niet_klager else "de beklaagde"
        return Bezwaar(f"Waarom is {wie} niet gehoord?", "art. 9:10 Awb", "afwezig_reden")
    return None


def grond_niet_horen(dossier: Dossier, invoer: Invoer, _k: Kader, vandaag: date) -> Bezwaar | None:
    """Ground c: the klager let a reasonable time pass that the gemeente had given."""
    if tekst(invoer, "grond") != "c":
        return None
    voor = datum(invoer, "antwoord_voor")
    if voor is None:
        return Bezwaar(
            "Tot wanneer kon de klager antwoorden? Vul die datum in.",
            "art. 9:10 lid 2 onder c Awb",
            "antwoord_voor",
        )
    if voor >= vandaag:
        return Bezwaar(
            f"De klager kan nog antwoorden tot en met {dagtekst.lang(voor)}.",
            "art. 9:10 lid 2 onder c Awb",
            "antwoord_voor",
        )
    return None


def beklaagde_kon_gehoord(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """There is no ground to skip the beklaagde: heard, or let the chance pass (art. 9:10)."""
    keuze = tekst(invoer, "beklaagde")
    if keuze == "geen persoon" and dossier.beklaagde.strip():
        return Bezwaar(
            f"De klacht gaat over {dossier.beklaagde}. Die moet gehoord kunnen worden: daarop "
            "is geen uitzondering.",
            "art. 9:10 lid 1 Awb",
            "beklaagde",
        )
    if keuze in ("gehoord", "wil niet") and datum(invoer, "beklaagde_op") is None:
        return Bezwaar(
            "Op welke dag is de beklaagde gehoord, of zei de beklaagde dat niet te willen?",
            "art. 9:10 lid 1 Awb",
            "beklaagde_op",
        )
    if keuze == "gehoord" and datum(invoer, "verslag_op") is None:
        return Bezwaar(
            "Van het gesprek met de beklaagde hoort een verslag. Vul de datum in.",
            "art. 9:10 lid 3 Awb",
            "verslag_op",
        )
    return None


def gehoord_of_ongegrond(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Ground a was that the klacht is kennelijk ongegrond: then it cannot end otherwise."""
    if plichten.moet_alsnog_gehoord(dossier, tekst(invoer, "oordeel")):
        return Bezwaar(
            "U zag af van horen omdat de klacht kennelijk ongegrond is. Een ander oordeel kan "
            "pas als de klager gehoord is. Plan eerst een gesprek.",
            "art. 9:10 lid 2 onder a Awb",
            "" if dossier.onderdelen else "oordeel",
        )
    return None


def beiden_gehoord(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """The verslag closes the hearing: both were heard or let the chance pass."""
    if verloop.laatste_nu(dossier, GebeurtenisSoort.GEHOORD) is None:
        return Bezwaar("Leg eerst het gesprek vast.", "art. 9:10 lid 1 Awb")
    for wie in ("klager", "beklaagde"):
        if not verloop.gehoord_of_afwezig(dossier, wie):
            return Bezwaar(
                f"De {wie} is nog niet gehoord. Leg ook dat gesprek vast.", "art. 9:10 lid 1 Awb"
            )
    return None
