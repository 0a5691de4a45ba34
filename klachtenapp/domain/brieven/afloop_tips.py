"""Letters about a tip, compliment, opmerking or melding, and about what we said we would do."""

from __future__ import annotations

from klachtenapp.domain import beloften, dagtekst, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import afloopfeiten, antwoorddag
from klachtenapp.domain.brieven.afloopfeiten import datum, gevuld
from klachtenapp.domain.brieven.kern import STAPPENPLAN_ERBIJ
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.velddelen import ja, lang, zin

_REACTIES = frozenset({Soort.TIP, Soort.COMPLIMENT, Soort.OPMERKING, Soort.MELDING_OPENBARE_RUIMTE})
_IN_DE_BRIEF = "Dit komt in de brief. Schrijf 'u', niet 'de klager'."
_SOORTFEITEN = {
    Soort.TIP: "is_tip",
    Soort.COMPLIMENT: "is_compliment",
    Soort.OPMERKING: "is_opmerking",
    Soort.MELDING_OPENBARE_RUIMTE: "is_melding",
    Soort.KLACHT: "is_klacht",
}
# What the klager may want to know of what we did, in a sentence; no names, no opinions.
_GEDAAN = {
    GebeurtenisSoort.AFSCHRIFT_GEGEVEN: "gaven wij uw klacht aan de medewerker om wie het gaat",
    GebeurtenisSoort.GEHOORD: "hadden wij het gesprek over uw klacht",
    GebeurtenisSoort.VERSLAG_VASTGESTELD: "maakten wij het verslag van het gesprek",
    GebeurtenisSoort.ADVIES_ONTVANGEN: "kregen wij het advies van de commissie",
}


def _ontvangst(zaak: Briefzaak) -> list[Bezwaar]:
    """Thanks go out while we still do something with it."""
    if zaak.dossier.is_open and zaak.dossier.status is not Status.TERUGGEKOPPELD:
        return []
    return [
        Bezwaar(
            "U heeft al verteld wat ermee is gedaan. Een bericht dat wij het kregen, past nu niet "
            "meer."
        )
    ]


def _soortvelden(zaak: Briefzaak) -> dict[str, str]:
    dossier = zaak.dossier
    return {
        **afloopfeiten.zaakvelden(dossier),
        **{feit: ja(dossier.soort is soort) for soort, feit in _SOORTFEITEN.items()},
        "afdeling": dossier.afdeling.naam if dossier.afdeling else "",
    }


def _voortgang(zaak: Briefzaak) -> list[Bezwaar]:
    """As long as our answer is still to come."""
    return antwoorddag.beantwoord(zaak)


def _voortgang_vooraf(zaak: Briefzaak) -> dict[str, str]:
    """Propose what happened since the last letter told of it, each with its day."""
    zinnen = []
    gesprek = verloop.gesproken(zaak.dossier)
    if gesprek is not None:
        wat = "hadden wij contact met u" if verloop.op_schrift(gesprek) else "spraken wij u"
        zinnen.append((gesprek.op, wat))
    for soort, wat in _GEDAAN.items():
        gebeurd = verloop.laatste_nu(zaak.dossier, soort)
        if gebeurd is not None:
            zinnen.append((gebeurd.op, wat))
    tekst = " ".join(f"Op {dagtekst.lang(op)} {wat}." for op, wat in sorted(zinnen))
    # the sheet is the track and trace of a klacht: printed again with every message
    return gevuld(gedaan=tekst, stappenplan_erbij="ja")


def _voortgang_velden(zaak: Briefzaak) -> dict[str, str]:
    zitting = verloop.zittingsdag(zaak.dossier)
    termijn = beloften.antwoord(zaak.dossier, zaak.kader)
    return {
        "gedaan": zin(zaak.antwoorden.get("gedaan", "")),
        "zitting_op": lang(zitting) if zitting and zitting > zaak.dag else "",
        "antwoord_komt": ja(termijn is not None and termijn >= zaak.dag),
    }


def _verbeterpunt(zaak: Briefzaak) -> list[Bezwaar]:
    """What we promised we tell when it is done, also long after the closing."""
    dossier, bezwaren = zaak.dossier, list[Bezwaar]()
    beloofd = any(deel.verbeterpunt.strip() for deel in dossier.onderdelen)
    if dossier.soort is Soort.KLACHT and not beloofd and verloop.tevredenheid(dossier) is None:
        bezwaren.append(
            Bezwaar(
                "Wij beloofden nog niets te verbeteren. Vul eerst een verbeterpunt in bij Oordeel.",
                "",
                "verbeterpunt",
            )
        )
    klaar = datum(zaak, "klaar_op")
    if zaak.antwoorden.get("klaar") == "nee" and klaar is not None and klaar <= zaak.dag:
        bezwaren.append(
            Bezwaar("Kies een dag na vandaag, of zeg dat het klaar is.", "", "klaar_op")
        )
    return bezwaren


def _verbeterpunt_vooraf(zaak: Briefzaak) -> dict[str, str]:
    verteld = verloop.laatste_nu(zaak.dossier, GebeurtenisSoort.TERUGGEKOPPELD)
    return gevuld(klaar="ja", gedaan=verteld.toelichting if verteld else "")


def _verbeterpunt_velden(zaak: Briefzaak) -> dict[str, str]:
    antwoord = verloop.afdoeningsbrief(zaak.dossier) or verloop.afsluitbrief(zaak.dossier)
    gedaan = zaak.antwoorden.get("gedaan", "")
    return {
        **_soortvelden(zaak),
        "antwoord_op": lang(antwoord.op) if antwoord else "",
        "gedaan": zin(gedaan),
    }


RIJEN = (
    Briefregel(
        BriefSoort.ONTVANGST_REACTIE,
        "Bedankt voor uw reactie",
        soorten=_REACTIES,
        mag=_ontvangst,
        vragen=(
            Veld(
                "eigen_woorden",
                "Wilt u er zelf iets bij zeggen?",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp=_IN_DE_BRIEF,
            ),
        ),
        velden=_soortvelden,
    ),
    Briefregel(
        BriefSoort.VOORTGANG,
        "Voortgangsbericht",
        mag=_voortgang,
        vragen=(
            Veld("gedaan", "Wat hebben wij gedaan?", VeldSoort.LANGE_TEKST, hulp=_IN_DE_BRIEF),
            Veld(
                "nu", "Wat doen wij nu?", VeldSoort.LANGE_TEKST, verplicht=False, hulp=_IN_DE_BRIEF
            ),
            STAPPENPLAN_ERBIJ,
        ),
        vooraf=_voortgang_vooraf,
        velden=_voortgang_velden,
        veldnamen={"gedaan": ("wat wij hebben gedaan", "Schrijf het bij deze brief.")},
    ),
    Briefregel(
        BriefSoort.VERBETERPUNT,
        "Terugkoppeling verbeterpunt",
        soorten=_REACTIES | {Soort.KLACHT},
        mag=_verbeterpunt,
        vragen=(
            Veld("gedaan", "Wat is er gedaan?", VeldSoort.LANGE_TEKST, hulp=_IN_DE_BRIEF),
            Veld("klaar", "Is het nu klaar?", VeldSoort.JA_NEE),
            Veld(
                "klaar_op",
                "Wanneer is het wel klaar?",
                VeldSoort.DATUM,
                verplicht=False,
                toekomst=True,
                alleen_als=("klaar", "nee"),
            ),
        ),
        vooraf=_verbeterpunt_vooraf,
        velden=_verbeterpunt_velden,
        veldnamen={"gedaan": ("wat er is gedaan", "Schrijf het bij deze brief.")},
    ),
)
