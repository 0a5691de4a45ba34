"""Letters at the start of a treatment: what is missing (art. 9:4), the klacht itself (art. 9:9)."""

from __future__ import annotations

import re

from klachtenapp.domain import dagtekst, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status, Vorm
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import antwoorddag, beklaagde
from klachtenapp.domain.brieven.kern import STAPPENPLAN_ERBIJ
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.velddelen import ja, lang

_ELEMENTEN = (
    *("naam", "adres", "dagtekening", "omschrijving", "ondertekening", "machtiging", "vertaling"),
)
_BIJLAGE = "bijlage"  # the soort of a document that is no letter of ours
_ACHTERVOEGSEL = re.compile(r"\.[A-Za-z0-9]{2,5}$")
# A name by which the paper of the klager himself can be known among the attachments.
_KLAAGSCHRIFT = re.compile(r"klacht|klaag|brief|mail|formulier", re.IGNORECASE)
_LOPEND = frozenset({Status.FORMEEL, Status.HOREN, Status.ADVIES, Status.OORDEEL})


def _vraag(dossier: Dossier) -> Gebeurtenis | None:
    """Return the question for more that still waits for its answer."""
    if dossier.status is not Status.AANVULLING_GEVRAAGD:
        return None
    return verloop.laatste_nu(dossier, G.AANVULLING_GEVRAAGD)


def _mag_aanvulling(zaak: Briefzaak) -> list[Bezwaar]:
    vraag = _vraag(zaak.dossier)
    if vraag is None:
        return [
            Bezwaar(
                "Leg eerst vast wat er ontbreekt, met 'Aanvulling vragen'.",
                "art. 9:4 lid 2 Awb",
                "ontbreekt",
            )
        ]
    voor = vraag.datum("reageren_voor")
    if voor is not None and voor <= zaak.dag:
        return [
            Bezwaar(
                f"De klager kon antwoorden tot en met {dagtekst.lang(voor)}. Die dag haalt deze "
                "brief niet meer. Bel de klager, of vraag de aanvulling opnieuw met een latere "
                "datum.",
                "art. 9:4 lid 2 Awb",
                "reageren_voor",
            )
        ]
    return []


def _velden_aanvulling(zaak: Briefzaak) -> dict[str, str]:
    vraag = _vraag(zaak.dossier)
    gegevens = vraag.gegevens if vraag else {}
    mist = {gegevens.get("ontbreekt"), gegevens.get("ontbreekt_ook")}
    return {
        **{f"mist_{element}": ja(element in mist) for element in _ELEMENTEN},
        "antwoord_voor": lang(vraag.datum("reageren_voor")) if vraag else "",
    }


def _mag_afschrift(zaak: Briefzaak) -> list[Bezwaar]:
    bezwaren = [*beklaagde.bezwaren(zaak), *antwoorddag.nog_te_halen(zaak, "reactie_voor")]
    if zaak.dossier.status not in _LOPEND:
        bezwaren.append(
            Bezwaar(
                "De klacht wordt niet formeel behandeld. Begin daar eerst mee: dan krijgt de "
                "beklaagde de klacht.",
                "art. 9:9 Awb",
            )
        )
    return bezwaren


def _afschrift_vervalt(zaak: Briefzaak, _start: Gebeurtenis) -> bool:
    """Given already, or the hearing is behind us: then the list at closing says so."""
    nog_voor_oordeel = zaak.dossier.status in (Status.FORMEEL, Status.HOREN)
    return not nog_voor_oordeel or verloop.afschrift(zaak.dossier) is not None


def _bijlagen(dossier: Dossier) -> list[str]:
    """Return what the klager sent along, as one would call it on paper: without ``.pdf``."""
    namen = [info.naam for info in dossier.documenten if info.soort == _BIJLAGE]
    return [_ACHTERVOEGSEL.sub("", naam).strip() or naam for naam in namen]


def _vooraf_afschrift(zaak: Briefzaak) -> dict[str, str]:
    """Propose that all papers go along, and the words of the klacht where there is no paper."""
    dossier = zaak.dossier
    papieren, mondeling = _bijlagen(dossier), dossier.vorm is Vorm.MONDELING
    op_papier = any(_KLAAGSCHRIFT.search(naam) for naam in papieren)
    return {
        "reactie_voor": antwoorddag.voorstel(zaak).isoformat(),
        "bijlagenlijst": "\n".join(papieren),
        "klachttekst": "" if op_papier and not mondeling else dossier.omschrijving.strip(),
    }


def _velden_afschrift(zaak: Briefzaak) -> dict[str, str]:
    regels = zaak.antwoorden.get("bijlagenlijst", "").splitlines()
    papieren = [regel.strip() for regel in regels if regel.strip()]
    meer = len(papieren) > 1
    return {
        **beklaagde.velden(),
        "bijlagenregel": ", ".join(papieren),
        "bijlagen": papieren[0] if len(papieren) == 1 else f"{len(papieren)} stukken" * meer,
        # The klacht is in the letter or behind it: without either there is nothing to send.
        "klacht_zelf": ja(not papieren or bool(zaak.antwoorden.get("klachttekst", "").strip())),
        "klacht_mondeling": ja(zaak.dossier.vorm is Vorm.MONDELING),
    }


RIJEN = (
    Briefregel(
        BriefSoort.AANVULLING,
        "Verzoek om aanvulling",
        mag=_mag_aanvulling,
        vragen=(
            Veld(
                "uitleg",
                "Wat wilt u er nog bij zeggen?",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp="Bijvoorbeeld welk papier u mist. Schrijf 'u', niet 'de klager'.",
            ),
            STAPPENPLAN_ERBIJ,
        ),
        velden=_velden_aanvulling,
        veldnamen={
            "antwoord_voor": (
                "de dag waarop het antwoord er moet zijn",
                "Vul die in bij 'Aanvulling vragen'.",
            ),
        },
        artikel="art. 9:4 lid 2 Awb",
        volgt_op=G.AANVULLING_GEVRAAGD,
    ),
    Briefregel(
        BriefSoort.AFSCHRIFT,
        "Klacht aan beklaagde",
        ontvanger=Ontvanger.BEKLAAGDE,
        mag=_mag_afschrift,
        vragen=(
            Veld(
                "klachttekst",
                "De klacht, in de woorden van de klager",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp="Zit de klacht zelf erbij op papier? Dan mag dit leeg blijven.",
            ),
            Veld(
                "bijlagenlijst",
                "Wat gaat er mee?",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp="Eén papier per regel: de klacht en alles wat de klager erbij stuurde.",
            ),
            Veld("reactie_voor", "Reactie uiterlijk op", VeldSoort.DATUM, toekomst=True),
        ),
        vooraf=_vooraf_afschrift,
        velden=_velden_afschrift,
        veldnamen={
            "klachttekst": (
                "de klacht zelf",
                "Schrijf de woorden van de klager op, of voeg de klacht toe als bijlage.",
            ),
            "bijlagenregel": ("de namen van de bijlagen", "Vul bij de brief in wat er meegaat."),
            "reactie_voor": ("de dag voor een reactie", "Vul die in bij de brief."),
        },
        artikel="art. 9:9 Awb",
        volgt_op=G.FORMEEL_GESTART,
        vervalt=_afschrift_vervalt,
    ),
)
