"""Letters to the ombudsman (art. 9:36), and about where and from when a message counts."""

from __future__ import annotations

from dataclasses import replace

from klachtenapp.domain import beloften, dagtekst, verloop
from klachtenapp.domain.begrippen import Kanaal, Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import afloopfeiten
from klachtenapp.domain.brieven.afloopfeiten import datum, gevuld
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger, Tekenaar
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.ombudsmanzaak import ombudsmanzaak
from klachtenapp.domain.velddelen import ja, lang, zin

_DIGITAAL = frozenset({Kanaal.EMAIL, Kanaal.WEBSITE, Kanaal.SOCIALE_MEDIA, Kanaal.ONBEKEND})
_IN_BEHANDELING = frozenset({Status.FORMEEL, Status.HOREN, Status.ADVIES, Status.OORDEEL})
_METEEN = 2  # werkdagen in which someone was told at once
_VOLGEN = (("ja", "ja, helemaal"), ("deels", "voor een deel"), ("nee", "nee"))


def _ombudsman(zaak: Briefzaak) -> list[Bezwaar]:
    """An answer to what the ombudsman asked or recommended, with reasons (art. 9:36 lid 4)."""
    bezwaren = list[Bezwaar]()
    if ombudsmanzaak(zaak.dossier) is None:
        bezwaren.append(
            Bezwaar(
                "Er is nog geen bericht van de ombudsman. Leg dat eerst vast met 'Ombudsman'.",
                "art. 9:36 Awb",
            )
        )
    if zaak.antwoorden.get("volgt") in ("deels", "nee") and not zaak.antwoorden.get("reden"):
        bezwaren.append(
            Bezwaar(
                "Schrijf op waarom wij de aanbeveling niet (helemaal) volgen.",
                "art. 9:36 lid 4 Awb",
                "reden",
            )
        )
    return bezwaren


def _ombudsman_vooraf(zaak: Briefzaak) -> dict[str, str]:
    bij_hem = ombudsmanzaak(zaak.dossier)
    if bij_hem is None:
        return {}
    return gevuld(rapportnummer=bij_hem.rapportnummer, aanbeveling=bij_hem.aanbeveling)


def _ombudsman_velden(zaak: Briefzaak) -> dict[str, str]:
    bericht = ombudsmanzaak(zaak.dossier)
    antwoord, volgt = verloop.afdoeningsbrief(zaak.dossier), zaak.antwoorden.get("volgt", "")
    return {
        "bericht_op": lang(bericht.laatste_bericht_op) if bericht else "",
        "antwoord_op": lang(antwoord.op) if antwoord else "",
        "volgt_helemaal": ja(volgt == "ja"),
        "volgt_deels": ja(volgt == "deels"),
        "volgt_niet": ja(volgt == "nee"),
        "maatregel": zin(zaak.antwoorden.get("maatregel", "")),
    }


def _juist_kanaal(zaak: Briefzaak) -> list[Bezwaar]:
    """Only a digital message can come by the wrong channel (art. 2:13, 2:16 Awb)."""
    return [*_nog_open(zaak), *_niet_digitaal(zaak, "art. 2:16 Awb")]


def _juist_kanaal_vooraf(zaak: Briefzaak) -> dict[str, str]:
    website = zaak.gemeente.website
    return gevuld(kanaal_goed=f"het formulier op {website}" if website else "")


def _juist_kanaal_velden(zaak: Briefzaak) -> dict[str, str]:
    via = zaak.dossier.kanaal
    return {
        **afloopfeiten.zaakvelden(zaak.dossier),
        "via_email": ja(via is Kanaal.EMAIL),
        "via_website": ja(via is Kanaal.WEBSITE),
        "via_media": ja(via is Kanaal.SOCIALE_MEDIA),
        "is_klacht": ja(zaak.dossier.soort is Soort.KLACHT),
    }


def _start_termijn(zaak: Briefzaak) -> list[Bezwaar]:
    """The term starts at the inner passing on only for who is told at once (art. 2:24)."""
    bezwaren = [*_nog_open(zaak), *_niet_digitaal(zaak, "art. 2:24 Awb")]
    start = datum(zaak, "doorgeleid_op")
    if start is None:
        return bezwaren
    if start <= zaak.dossier.ontvangen_op:
        bezwaren.append(
            Bezwaar(
                "De klacht was er die dag al. Dan telt gewoon de dag van ontvangst, en is deze "
                "brief niet nodig.",
                "art. 2:24 Awb",
                "doorgeleid_op",
            )
        )
    elif zaak.dag > zaak.kader.kalender.plus_werkdagen(start, _METEEN):
        bezwaren.append(
            Bezwaar(
                f"De klager moest dit meteen na {dagtekst.lang(start)} horen. Nu is het te laat: "
                f"de termijn loopt vanaf {dagtekst.lang(zaak.dossier.ontvangen_op)}.",
                "art. 2:24 Awb",
                "doorgeleid_op",
            )
        )
    return bezwaren


def _start_termijn_vooraf(zaak: Briefzaak) -> dict[str, str]:
    return gevuld(doorgeleid_op=zaak.dossier.doorgeleid_op)


def _start_termijn_velden(zaak: Briefzaak) -> dict[str, str]:
    start = datum(zaak, "doorgeleid_op")
    later = replace(zaak.dossier, doorgeleid_op=start) if start else zaak.dossier
    return {"start_op": lang(start), "uiterste_datum": lang(beloften.antwoord(later, zaak.kader))}


def _nog_open(zaak: Briefzaak) -> list[Bezwaar]:
    """Where a klacht came in is a question of the first days."""
    if not zaak.dossier.is_open:
        return [Bezwaar("Dit dossier is al afgehandeld. Deze brief past nu niet meer.")]
    if zaak.dossier.status in _IN_BEHANDELING:
        return [Bezwaar("Deze klacht is al in behandeling. Deze brief past nu niet meer.")]
    return []


def _niet_digitaal(zaak: Briefzaak, artikel: str) -> list[Bezwaar]:
    if zaak.dossier.kanaal in _DIGITAAL:
        return []
    return [
        Bezwaar(
            "Dit kwam niet digitaal binnen. Een brief, een telefoontje of een bezoek is nooit op "
            "de verkeerde plek: neem het in behandeling.",
            artikel,
        )
    ]


RIJEN = (
    Briefregel(
        BriefSoort.REACTIE_OMBUDSMAN,
        "Reactie aan de ombudsman",
        ontvanger=Ontvanger.OMBUDSMAN,
        mag=_ombudsman,
        vragen=(
            Veld("rapportnummer", "Nummer bij de ombudsman", verplicht=False),
            Veld("aanbeveling", "Wat vraagt of adviseert de ombudsman?", VeldSoort.LANGE_TEKST),
            Veld("volgt", "Doen wij dat?", VeldSoort.KEUZE, keuzes=_VOLGEN),
            Veld(
                "reden",
                "Waarom niet (helemaal)?",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp="Nodig als wij de ombudsman niet helemaal volgen.",
            ),
            Veld(
                "maatregel",
                "Wat doen wij?",
                VeldSoort.LANGE_TEKST,
                hulp="Dit komt in de brief aan de ombudsman.",
            ),
            Veld(
                "maatregel_op",
                "Wanneer is dat klaar?",
                VeldSoort.DATUM,
                verplicht=False,
                toekomst=True,
            ),
        ),
        vooraf=_ombudsman_vooraf,
        velden=_ombudsman_velden,
        veldnamen={
            "bericht_op": ("wanneer de ombudsman schreef", "Leg dat vast met 'Ombudsman'."),
            "aanbeveling": ("wat de ombudsman vraagt", "Vul het in bij deze brief."),
            "maatregel": ("wat wij doen", "Vul het in bij deze brief."),
        },
        tekent=Tekenaar.GEMEENTE,
        artikel="art. 9:36 lid 4 Awb",
    ),
    Briefregel(
        BriefSoort.JUIST_KANAAL,
        "Waar u terechtkunt",
        soorten=frozenset(Soort),
        mag=_juist_kanaal,
        vragen=(
            Veld("kanaal_goed", "Waar kan het wel?", hulp="Bijvoorbeeld: het formulier op …"),
            Veld(
                "insturen_voor",
                "Opnieuw sturen vóór",
                VeldSoort.DATUM,
                verplicht=False,
                toekomst=True,
            ),
        ),
        vooraf=_juist_kanaal_vooraf,
        velden=_juist_kanaal_velden,
        veldnamen={"kanaal_goed": ("waar het wel kan", "Vul het in bij deze brief.")},
        artikel="art. 2:16 Awb",
        met_adres=False,
    ),
    Briefregel(
        BriefSoort.START_TERMIJN,
        "Start van de termijn",
        mag=_start_termijn,
        vragen=(
            Veld(
                "doorgeleid_op",
                "Wanneer kwam het bij ons team?",
                VeldSoort.DATUM,
                hulp="Vanaf die dag loopt de termijn, als de klager dit meteen hoort.",
            ),
        ),
        vooraf=_start_termijn_vooraf,
        velden=_start_termijn_velden,
        veldnamen={
            "start_op": ("vanaf wanneer de termijn loopt", "Vul het in bij deze brief."),
            "doorgeleid_op": ("wanneer het bij ons team kwam", "Vul het in bij deze brief."),
        },
        artikel="art. 2:24 Awb",
        met_adres=False,
    ),
)
