"""Tab *Klacht*: what happened, how it came in, and how it ended."""

from __future__ import annotations

from klachtenapp.domain import dagtekst
from klachtenapp.domain.begrippen import Kanaal, Vorm, Wens
from klachtenapp.domain.dossier import Dossier
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.feiten import Feit, Groep, Vraag
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.dossier.ombudsmankaart import ombudsmangroep
from klachtenapp.ui.dossier.woorden import hoofdletter
from klachtenapp.ui.invoervelden import (
    Chipveld,
    Dagveld,
    Keuzelijst,
    Tekstvak,
    Tekstveld,
    Vinkveld,
)

_WENSEN = (
    (Wens.GESPREK, "een gesprek"),
    (Wens.EXCUSES, "excuses"),
    (Wens.OPLOSSING, "een oplossing"),
    (Wens.OFFICIELE_BRIEF, "een officiële brief"),
)


def _binnen(dossier: Dossier) -> str:
    return f"{dagtekst.lang_met_dag(dossier.ontvangen_op)}, {dossier.kanaal}, {dossier.vorm}"


def _gebeurd(dossier: Dossier) -> str:
    return dagtekst.lang(dossier.gedraging_op) if dossier.gedraging_op else ""


def _regime(dossier: Dossier) -> str:
    if dossier.commissie:
        return "formeel, met advies van een commissie (10 weken)"
    return "formeel (art. 9:4 tot en met 9:12 Awb)" if dossier.formeel_regime else "alleen art. 9:2"


def _einde(dossier: Dossier) -> str:
    if dossier.afdoeningswijze is None:
        return ""
    wanneer = f" op {dagtekst.lang(dossier.afgehandeld_op)}" if dossier.afgehandeld_op else ""
    grond = f" ({dossier.afdoeningsgrond})" if dossier.afdoeningsgrond else ""
    return f"{dossier.afdoeningswijze}{grond}{wanneer}"


class KlachtTab(Feitenblad):
    """The facts of the melding."""

    def __init__(self, deur: Deur) -> None:
        self._afdeling = Keuzelijst((), leeg="Geen")
        super().__init__(deur, self._groepen_voor(deur))

    def zet_afdelingen(self, namen: list[str]) -> None:
        """Offer these departments."""
        nu = self._afdeling.waarde()
        geblokkeerd = self._afdeling.blockSignals(True)
        self._afdeling.clear()
        self._afdeling.addItem("Geen", "")
        for naam in namen:
            self._afdeling.addItem(naam, naam)
        self._afdeling.zet_waarde(nu)
        self._afdeling.blockSignals(geblokkeerd)

    def _groepen_voor(self, deur: Deur) -> tuple[Groep, ...]:
        def dag() -> Dagveld:
            return Dagveld(lambda: deur.runner.ctx.vandaag)

        wat = Groep(
            "Wat is er gebeurd?",
            (
                Feit("", lambda d: d.omschrijving, breed=True, altijd=True),
                Feit("Onderwerp", lambda d: d.onderwerp),
                Feit(
                    "Gebeurd op", lambda d: dagtekst.lang(d.gedraging_op) if d.gedraging_op else ""
                ),
                Feit("Over wie", lambda d: d.beklaagde, altijd=True),
                Feit("Afdeling", lambda d: d.afdeling.naam if d.afdeling else "", altijd=True),
                Feit("De klager wil", lambda d: dict(_WENSEN).get(d.wens, "") if d.wens else ""),
            ),
            (
                (Vraag("omschrijving", "Omschrijving", lambda: Tekstvak(4), 320),),
                (Vraag("onderwerp", "Onderwerp", Tekstveld, 320),),
                (
                    Vraag("gedraging_op", "Gebeurd op", dag, 185, 0),
                    Vraag("afdeling", "Afdeling", lambda: self._afdeling, 180),
                    Vraag("beklaagde", "Over wie", Tekstveld, 180),
                ),
                (Vraag("wens", "Wat wil de klager?", lambda: Chipveld(_WENSEN), 320),),
            ),
        )
        hoe = Groep(
            "Hoe kwam het binnen?",
            (
                Feit("Ontvangen", _binnen),
                Feit("Ondertekend", lambda d: "" if d.ondertekend else "nee"),
                Feit("Regels", lambda d: _regime(d) if d.soort == "klacht" else ""),
                Feit("Hoort bij", lambda d: d.koppeling),
                Feit("Oud nummer", lambda d: d.oud_kenmerk),
            ),
            (
                (
                    Vraag("ontvangen_op", "Ontvangen op", dag, 185, 0),
                    Vraag("kanaal", "Binnen via", lambda: _lijst(Kanaal), 160),
                    Vraag(
                        "vorm",
                        "Vorm",
                        lambda: Chipveld([(v, v) for v in Vorm], verplicht=True),
                        220,
                    ),
                ),
                (
                    Vraag("koppeling", "Hoort bij nummer", Tekstveld, 150, 0),
                    Vraag("ondertekend", "", lambda: Vinkveld("De klacht is ondertekend"), 240),
                ),
            ),
        )
        einde = Groep(
            "Hoe liep het af?",
            (
                Feit("Afgehandeld", _einde),
                Feit("Oordeel", lambda d: hoofdletter(d.oordeel) if d.oordeel else ""),
            ),
        )
        rest = Groep(
            "Aantekeningen",
            (Feit("", lambda d: d.notities, breed=True),),
            ((Vraag("notities", "Aantekeningen", Tekstvak, 320),),),
        )
        return (wat, hoe, einde, ombudsmangroep(deur), rest)


def _vorm() -> Chipveld:
    return Chipveld([(vorm, vorm) for vorm in Vorm], verplicht=True)


def _lijst(soort: type[Kanaal]) -> Keuzelijst:
    return Keuzelijst([(woord, hoofdletter(woord)) for woord in soort])
