"""The questions that several handelingen ask, the answers to choose from, and how to read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from klachtenapp.domain.begrippen import Oordeel, Soort, Wens
from klachtenapp.domain.handeling import Invoer, Veld, VeldSoort

Keuzes = tuple[tuple[str, str], ...]


def _gelijk(woorden: Iterable[str]) -> Keuzes:
    return tuple((str(woord), str(woord)) for woord in woorden)


WENSEN: Keuzes = (
    (Wens.GESPREK, "een gesprek"),
    (Wens.EXCUSES, "excuses"),
    (Wens.OPLOSSING, "een oplossing"),
    (Wens.OFFICIELE_BRIEF, "een officiële brief"),
)
OORDELEN: Keuzes = _gelijk(Oordeel)
SOORTEN: Keuzes = _gelijk(Soort)
MANIEREN: Keuzes = (
    ("telefoon", "telefoon"),
    ("gesprek", "gesprek op het gemeentehuis"),
    ("balie", "aan de balie"),
    ("thuis", "bij de klager thuis"),
    ("online", "online gesprek"),
    ("e-mail", "e-mail"),
    ("brief", "brief"),
)
ELEMENTEN_9_4: Keuzes = (
    ("naam", "naam van de klager (art. 9:4 lid 2 onder a)"),
    ("adres", "adres van de klager (art. 9:4 lid 2 onder a)"),
    ("dagtekening", "datum van de brief (art. 9:4 lid 2 onder b)"),
    ("omschrijving", "omschrijving van wat er is gebeurd (art. 9:4 lid 2 onder c)"),
    ("ondertekening", "handtekening (art. 9:4 lid 2)"),
    ("machtiging", "machtiging van de klager (art. 2:1)"),
    ("vertaling", "vertaling (art. 9:4 lid 3)"),
)
GRONDEN_NIET_HOREN: Keuzes = (
    ("a", "a. de klacht is kennelijk ongegrond"),
    ("b", "b. de klager wil niet gehoord worden"),
    ("c", "c. de klager gaf geen antwoord binnen een redelijke termijn"),
)
REDENEN_AFWEZIG: Keuzes = (
    ("apart", "wordt apart gehoord"),
    ("niet gekomen", "was uitgenodigd, maar kwam niet"),
    ("wil niet", "wil niet gehoord worden"),
)
REDENEN_FORMEEL: Keuzes = (
    ("wens klager", "de klager wil een officiële behandeling"),
    ("informeel niet gelukt", "een oplossing in gesprek is niet gelukt"),
    ("ernst", "de klacht is te ernstig voor alleen een gesprek"),
)
REDENEN_HEROPENEN: Keuzes = (
    ("niet tevreden", "de klager is toch niet tevreden (art. 9:5)"),
    ("ombudsman", "de ombudsman vraagt het"),
    ("fout", "de klacht was per ongeluk of verkeerd afgesloten"),
)

IN_DE_BRIEF = "Dit komt in de brief. Schrijf 'u', niet 'de klager'."
TOELICHTING = Veld("toelichting", "Toelichting", VeldSoort.LANGE_TEKST, verplicht=False)
NIET_BETROKKEN = Veld(
    "niet_betrokken",
    "De behandelaar was niet betrokken bij wat er is gebeurd",
    VeldSoort.JA_NEE,
    verplicht=False,
    hulp="Nodig bij een klacht: wie erbij was, mag de klacht niet behandelen (art. 9:7 Awb).",
)
OVER_BESTUUR = Veld(
    "over_bestuur",
    "De klacht gaat over het college, de burgemeester of een wethouder",
    VeldSoort.JA_NEE,
    verplicht=False,
    hulp="Dan geldt de eis van art. 9:7 lid 1 niet (art. 9:7 lid 2 Awb).",
)
GEEN_BEKLAAGDE = Veld(
    "geen_beklaagde",
    "De klacht gaat niet over een persoon",
    VeldSoort.JA_NEE,
    verplicht=False,
    hulp="Bijvoorbeeld over een wachttijd. Dan is er niemand om uit te nodigen.",
)
ZONDER_BRIEF = Veld(
    "zonder_brief_reden",
    "Geen brief gestuurd? Schrijf waarom",
    VeldSoort.TEKST,
    verplicht=False,
    hulp="Bijvoorbeeld: de klager wil geen brief, of wij hebben geen adres.",
)


def datumveld(
    naam: str,
    label: str,
    *,
    verplicht: bool = True,
    vandaag: bool = False,
    toekomst: bool = False,
    voor_ontvangst: bool = False,
    hulp: str = "",
    alleen_als: tuple[str, str] | None = None,
) -> Veld:
    """Return a question for a date; ``vandaag`` fills in today beforehand."""
    return Veld(
        naam,
        label,
        VeldSoort.DATUM,
        verplicht=verplicht,
        hulp=hulp,
        vooraf="vandaag" if vandaag else "",
        toekomst=toekomst,
        voor_ontvangst=voor_ontvangst,
        alleen_als=alleen_als,
    )


def keuzeveld(
    naam: str, label: str, keuzes: Keuzes, *, verplicht: bool = True, hulp: str = ""
) -> Veld:
    """Return a question with fixed answers."""
    return Veld(naam, label, VeldSoort.KEUZE, verplicht=verplicht, keuzes=keuzes, hulp=hulp)


def ja_nee(naam: str, label: str, *, verplicht: bool = True, hulp: str = "") -> Veld:
    """Return a yes/no question."""
    return Veld(naam, label, VeldSoort.JA_NEE, verplicht=verplicht, hulp=hulp)


def tekstveld(
    naam: str, label: str, *, verplicht: bool = True, lang: bool = False, hulp: str = ""
) -> Veld:
    """Return a question for free text, on one line or (``lang``) on several."""
    soort = VeldSoort.LANGE_TEKST if lang else VeldSoort.TEKST
    return Veld(naam, label, soort, verplicht=verplicht, hulp=hulp)


BELOFTE = (
    tekstveld(
        "belofte",
        "Wat beloven wij?",
        verplicht=False,
        hulp="Dit wordt een taak, tot u vastlegt dat het is gedaan.",
    ),
    Veld("belofte_door", "Wie doet dat?", VeldSoort.MEDEWERKER, verplicht=False),
    datumveld("belofte_op", "Uiterlijk op", verplicht=False, toekomst=True),
)
"""A promise in a conversation: what, who, when (``toezeggingen``)."""


def tekst(invoer: Invoer, naam: str) -> str:
    """Return the answer, without spaces around it; empty when there is none."""
    return invoer.get(naam, "").strip()


def ja(invoer: Invoer, naam: str) -> bool:
    """Whether the answer is yes."""
    return tekst(invoer, naam) == "ja"


def datum(invoer: Invoer, naam: str) -> date | None:
    """Return the answer as a date; ``None`` when it is empty or no date."""
    try:
        return date.fromisoformat(tekst(invoer, naam))
    except ValueError:
        return None
