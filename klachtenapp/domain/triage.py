"""Which regime a klacht falls under, and what a klaagschrift still misses (domein §1.1, K1-K9).

The outcome never refuses anything: who complains orally, or forgets something, is helped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klachtenapp.domain.begrippen import Soort, Vorm
from klachtenapp.domain.personen import Persoon

_NEDERLANDS = frozenset({"", "nl", "nederlands", "nederlandse"})


class Regime(StrEnum):
    """How a melding has to be handled by law."""

    FORMEEL = "formeel"
    VRIJWILLIG_FORMEEL = "vrijwillig formeel"
    BEHOORLIJK = "behoorlijk (9:2)"
    ANONIEM = "anoniem"
    GEEN_KLACHT = "geen klacht"


@dataclass(frozen=True, slots=True)
class Triage:
    """The regime, what is missing of art. 9:4 lid 2 Awb, and why, in plain Dutch."""

    regime: Regime
    ontbreekt: tuple[str, ...] = ()
    redenen: tuple[str, ...] = ()

    @property
    def formeel_regime(self) -> bool:
        """Whether art. 9:5-9:12 Awb are followed, and so the legal term runs."""
        return self.regime in (Regime.FORMEEL, Regime.VRIJWILLIG_FORMEEL)


def triage(
    *,
    soort: Soort,
    vorm: Vorm,
    klager: Persoon,
    omschrijving: str,
    ondertekend: bool,
    ontvangen_op: date | None,
    mondeling_formeel: bool,
    over_klager_zelf: bool = True,
) -> Triage:
    """Return the regime for what came in.

    ``mondeling_formeel`` is the setting that oral klachten follow the formal way too (K4).
    ``over_klager_zelf`` is whether the conduct was towards the klager himself (K3 sub b).
    An incomplete klaagschrift stays formal: the term runs on while we ask (K8, K9).
    """
    if soort is not Soort.KLACHT:
        return Triage(
            Regime.GEEN_KLACHT,
            redenen=("Dit is geen klacht. Alleen de eigen normen van de gemeente gelden.",),
        )
    if klager.is_leeg:
        return _anoniem(klager)
    if not over_klager_zelf:
        return Triage(
            Regime.BEHOORLIJK,
            redenen=(
                "De klacht gaat over hoe wij met iemand anders omgingen. De strenge regels "
                "gelden dan niet. Behandel de klacht wel behoorlijk (art. 9:2 Awb).",
            ),
        )
    if vorm is Vorm.MONDELING:
        return _mondeling(klager, mondeling_formeel)
    ontbreekt = _ontbreekt(klager, omschrijving, ondertekend, ontvangen_op)
    return Triage(Regime.FORMEEL, ontbreekt, _redenen_schriftelijk(klager, ontbreekt))


def _anoniem(klager: Persoon) -> Triage:
    reden = (
        "Wij weten niet van wie deze klacht is. Het is een anoniem signaal: geen brieven en "
        "geen wettelijke termijn. Behandel het wel behoorlijk (art. 9:2 Awb)."
    )
    bereikbaar = klager.telefoon or klager.email
    raad = "U kunt deze persoon wel bereiken. Vraag de naam en het adres." if bereikbaar else ""
    return Triage(Regime.ANONIEM, ("naam",), tuple(filter(None, (reden, raad))))


def _mondeling(klager: Persoon, mondeling_formeel: bool) -> Triage:
    if mondeling_formeel:
        redenen = [
            "Mondelinge klacht: de strenge regels gelden niet vanzelf. Wij behandelen haar "
            "wel zo (instelling van de gemeente).",
        ]
        if not klager.heeft_adres:
            redenen.append("Vraag het adres. Dan kan het antwoord met de post.")
        return Triage(Regime.VRIJWILLIG_FORMEEL, redenen=tuple(redenen))
    return Triage(
        Regime.BEHOORLIJK,
        redenen=(
            "Mondelinge klacht: de strenge regels gelden niet. Behandel de klacht wel behoorlijk "
            "(art. 9:2 Awb).",
        ),
    )


def _ontbreekt(
    klager: Persoon, omschrijving: str, ondertekend: bool, ontvangen_op: date | None
) -> tuple[str, ...]:
    elementen = (
        ("naam", bool(klager.achternaam.strip() or klager.organisatie.strip())),
        ("adres", klager.heeft_adres),
        # A klaagschrift without a date is dated by the day on which we received it.
        ("dagtekening", ontvangen_op is not None),
        ("omschrijving van de gedraging", bool(omschrijving.strip())),
        ("ondertekening", ondertekend),
    )
    return tuple(naam for naam, aanwezig in elementen if not aanwezig)


def _redenen_schriftelijk(klager: Persoon, ontbreekt: tuple[str, ...]) -> tuple[str, ...]:
    redenen = ["Schriftelijke klacht: de regels van art. 9:5 tot en met 9:12 Awb gelden."]
    if ontbreekt:
        redenen.append(
            f"Vraag na: {', '.join(ontbreekt)} (art. 9:4 lid 2 Awb). De termijn loopt gewoon door."
        )
    if klager.taal.strip().lower() not in _NEDERLANDS:
        redenen.append(
            "Is de klacht in een andere taal? U mag om een vertaling vragen (art. 9:4 lid 3 "
            "Awb). Zelf helpen mag ook."
        )
    return tuple(redenen)
