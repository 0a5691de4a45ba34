"""Letters with which a klacht ends without judgement: art. 9:8, withdrawn, no answer."""

from __future__ import annotations

from klachtenapp.domain import dagtekst, dossiertermijn, termijnen, verloop
from klachtenapp.domain.begrippen import Afdoeningswijze as W
from klachtenapp.domain.begrippen import GebeurtenisSoort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import afloopfeiten
from klachtenapp.domain.brieven.afloopfeiten import datum, gevuld
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Tekenaar
from klachtenapp.domain.gronden import GRONDEN_9_8
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.velddelen import ja, lang

_GRONDFEITEN = {grond: f"grond_{grond.replace(' ', '')}" for grond, _ in GRONDEN_9_8}
_EEN_ZIN_WAAROM = frozenset({"lid 2"})
_WIJZEN = (
    ("telefoon", "aan de telefoon"),
    ("gesprek", "in een gesprek"),
    ("balie", "aan de balie"),
    ("thuis", "bij de klager thuis"),
    ("online", "in een online gesprek"),
    ("e-mail", "per e-mail"),
    ("brief", "in een brief"),
)
# What was missing, as one asks for it; the words of art. 9:4 lid 2 stand in the handeling.
_ONTBREEKT = {
    "naam": "uw naam",
    "adres": "uw adres",
    "dagtekening": "de datum van uw brief",
    "omschrijving": "wat er is gebeurd",
    "ondertekening": "uw handtekening",
    "machtiging": "een briefje dat u namens een ander mag praten",
    "vertaling": "een vertaling van uw brief",
}


def _niet_behandelen(zaak: Briefzaak) -> list[Bezwaar]:
    """Within four weeks, with a ground and the ombudsman (art. 9:8)."""
    dossier = zaak.dossier
    bezwaren = [
        *afloopfeiten.voor_het_einde(zaak, BriefSoort.NIET_IN_BEHANDELING, W.NIET_IN_BEHANDELING),
        *afloopfeiten.niet_opgepakt(dossier, "art. 9:7 Awb"),
        *afloopfeiten.zonder_ombudsman(zaak, "art. 9:8 lid 3 en 9:12 lid 2 Awb"),
    ]
    grond = zaak.antwoorden.get("grond", "")
    gedraging = datum(zaak, "gedraging_op")
    if grond == "b" and gedraging is not None:
        laatste = termijnen.jaar_na_gedraging(gedraging).uiterste_datum
        if verloop.termijn_vanaf(dossier) <= laatste:
            bezwaren.append(
                Bezwaar(
                    "De klacht kwam binnen een jaar. Deze grond geldt pas na "
                    f"{dagtekst.lang(laatste)}. Kies een andere grond, of behandel de klacht.",
                    "art. 9:8 lid 1 onder b Awb",
                    "grond",
                )
            )
    if grond in _EEN_ZIN_WAAROM and not zaak.antwoorden.get("uitleg", ""):
        bezwaren.append(
            Bezwaar(
                "Schrijf voor de klager op waarom het belang te klein is. Zonder uitleg begrijpt "
                "niemand dit.",
                "art. 9:8 lid 2 en 3 Awb",
                "uitleg",
            )
        )
    return [*bezwaren, *_na_vier_weken(zaak)]


def _na_vier_weken(zaak: Briefzaak) -> list[Bezwaar]:
    uiterste = dossiertermijn.termijn_niet_in_behandeling(zaak.dossier, zaak.kader).uiterste_datum
    if zaak.dag <= uiterste or zaak.antwoorden.get("te_laat_reden", ""):
        return []
    return [
        Bezwaar(
            f"Dit moest uiterlijk {dagtekst.lang(uiterste)} aan de klager worden verteld. "
            "Behandel de klacht. Wilt u toch afzien? Schrijf dan op waarom het te laat is.",
            "art. 9:8 lid 3 Awb",
            "te_laat_reden",
        )
    ]


def _niet_behandelen_vooraf(zaak: Briefzaak) -> dict[str, str]:
    gesloten = afloopfeiten.afsluiting(zaak.dossier)
    return gevuld(
        grond=gesloten.get("grond", ""),
        gedraging_op=gesloten.get("gedraging_op") or zaak.dossier.gedraging_op,
        te_laat_reden=gesloten.get("te_laat_reden", ""),
    )


def _niet_behandelen_velden(zaak: Briefzaak) -> dict[str, str]:
    uiterste = dossiertermijn.termijn_niet_in_behandeling(zaak.dossier, zaak.kader).uiterste_datum
    grond = zaak.antwoorden.get("grond", "")
    return {
        **{feit: ja(grond == naam) for naam, feit in _GRONDFEITEN.items()},
        "bericht_voor": lang(uiterste),
        "bericht_te_laat": ja(zaak.dag > uiterste),
    }


def _intrekking(zaak: Briefzaak) -> list[Bezwaar]:
    """Any klacht that still runs can be withdrawn; only by who made it."""
    return afloopfeiten.voor_het_einde(zaak, BriefSoort.INTREKKING, W.INGETROKKEN, ook_gewogen=True)


def _intrekking_vooraf(zaak: Briefzaak) -> dict[str, str]:
    gesloten = afloopfeiten.afsluiting(zaak.dossier)
    gesprek = verloop.gesproken(zaak.dossier)
    return gevuld(
        ingetrokken_op=gesloten.get("ingetrokken_op") or (gesprek.op if gesprek else None),
        vorm=gesloten.get("vorm") or (gesprek.gegevens.get("manier") if gesprek else None),
    )


def _intrekking_velden(zaak: Briefzaak) -> dict[str, str]:
    """Until when the same klacht can be made again (art. 9:8 lid 1 sub b)."""
    gedraging = zaak.dossier.gedraging_op
    opnieuw = termijnen.jaar_na_gedraging(gedraging).uiterste_datum if gedraging else None
    vorm = dict(_WIJZEN).get(zaak.antwoorden.get("vorm", ""), "")
    return {
        "ingetrokken_hoe": vorm.replace("de klager", "u"),
        "opnieuw_tot": lang(opnieuw) if opnieuw and opnieuw > zaak.dag else "",
    }


def _geen_reactie(zaak: Briefzaak) -> list[Bezwaar]:
    """Only after we asked what was missing, and the time to answer is over (art. 9:4)."""
    dossier = zaak.dossier
    bezwaren = afloopfeiten.voor_het_einde(zaak, BriefSoort.GEEN_REACTIE, W.GEEN_REACTIE)
    if bezwaren:
        return bezwaren
    gevraagd = verloop.laatste_nu(dossier, GebeurtenisSoort.AANVULLING_GEVRAAGD)
    if gevraagd is None or (dossier.is_open and dossier.status is not Status.AANVULLING_GEVRAAGD):
        return [
            Bezwaar(
                "Wij wachten niet op antwoord van de klager. Vraag eerst wat ontbreekt, met "
                "'Aanvulling vragen'.",
                "art. 9:4 lid 2 Awb",
            )
        ]
    voor = gevraagd.datum("reageren_voor")
    if voor is not None and zaak.dag <= voor:
        return [
            Bezwaar(
                f"De klager kan nog antwoorden tot en met {dagtekst.lang(voor)}. Stuur deze brief "
                "daarna.",
                "art. 9:4 lid 2 Awb",
            )
        ]
    return []


def _geen_reactie_velden(zaak: Briefzaak) -> dict[str, str]:
    gevraagd = verloop.laatste_nu(zaak.dossier, GebeurtenisSoort.AANVULLING_GEVRAAGD)
    gegevens = gevraagd.gegevens if gevraagd else {}
    wat = [_ONTBREEKT.get(gegevens.get(naam, ""), "") for naam in ("ontbreekt", "ontbreekt_ook")]
    return {
        "gevraagd_op": lang(gevraagd.op) if gevraagd else "",
        "antwoord_tot": lang(gevraagd.datum("reageren_voor")) if gevraagd else "",
        "wat_ontbreekt": " en ".join(dict.fromkeys(deel for deel in wat if deel)),
    }


RIJEN = (
    Briefregel(
        BriefSoort.NIET_IN_BEHANDELING,
        "Niet in behandeling",
        mag=_niet_behandelen,
        vragen=(
            Veld("grond", "Waarom behandelen wij dit niet?", VeldSoort.KEUZE, keuzes=GRONDEN_9_8),
            Veld(
                "eerder_op",
                "Wanneer kreeg de klager toen antwoord?",
                VeldSoort.DATUM,
                verplicht=False,
                voor_ontvangst=True,
                alleen_als=("grond", "a"),
            ),
            Veld(
                "gedraging_op",
                "Wanneer is het gebeurd?",
                VeldSoort.DATUM,
                voor_ontvangst=True,
                alleen_als=("grond", "b"),
            ),
            Veld(
                "bezwaar_voor",
                "Bezwaar kan nog tot en met",
                VeldSoort.DATUM,
                verplicht=False,
                toekomst=True,
                hulp="Leeg laten als het niet meer kan, of als u het niet weet.",
                alleen_als=("grond", "c"),
            ),
            Veld(
                "beroep_voor",
                "Beroep kan nog tot en met",
                VeldSoort.DATUM,
                verplicht=False,
                toekomst=True,
                hulp="Leeg laten als het niet meer kan, of als u het niet weet.",
                alleen_als=("grond", "d"),
            ),
            Veld(
                "uitleg",
                "Uitleg voor de klager",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp="Dit komt in de brief. Schrijf 'u', niet 'de klager'.",
            ),
            Veld(
                "te_laat_reden",
                "Na 4 weken? Schrijf op waarom het toch zo gaat",
                verplicht=False,
                hulp="Dit komt in het dossier, niet in de brief.",
            ),
        ),
        vooraf=_niet_behandelen_vooraf,
        velden=_niet_behandelen_velden,
        veldnamen={
            "uitleg": ("de uitleg voor de klager", "Schrijf die bij deze brief."),
            "gedraging_op": ("wanneer het is gebeurd", "Vul het in bij deze brief."),
        },
        tekent=Tekenaar.GEMEENTE,
        artikel="art. 9:8 Awb",
    ),
    Briefregel(
        BriefSoort.INTREKKING,
        "Bevestiging van intrekken",
        mag=_intrekking,
        vragen=(
            Veld("ingetrokken_op", "Wanneer trok de klager in?", VeldSoort.DATUM),
            Veld("vorm", "Hoe trok de klager in?", VeldSoort.KEUZE, keuzes=_WIJZEN),
        ),
        vooraf=_intrekking_vooraf,
        velden=_intrekking_velden,
        veldnamen={
            "ingetrokken_op": ("wanneer de klager introk", "Vul het in bij deze brief."),
            "ingetrokken_hoe": ("hoe de klager introk", "Vul het in bij deze brief."),
        },
    ),
    Briefregel(
        BriefSoort.GEEN_REACTIE,
        "Afsluiting zonder reactie",
        mag=_geen_reactie,
        velden=_geen_reactie_velden,
        veldnamen={
            "gevraagd_op": ("wanneer wij iets vroegen", "Leg vast: 'Aanvulling vragen'."),
            "antwoord_tot": ("tot wanneer de klager kon antwoorden", "Leg dat vast bij de vraag."),
            "wat_ontbreekt": ("wat ontbrak", "Leg vast: 'Aanvulling vragen'."),
        },
        artikel="art. 9:4 lid 2 Awb",
    ),
)
