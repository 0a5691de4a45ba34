"""Tab *Personen*: klager, gemachtigde, over wie het gaat, and who handles it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from klachtenapp.domain.aanspreken import naamregel
from klachtenapp.domain.begrippen import Aanhef, Voorkeur
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.onafhankelijk import gemerkten
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.verloop import ambassadeur
from klachtenapp.ui.bouwstenen import Knop
from klachtenapp.ui.dossier.bevoegd import houd_voor, recht_bij
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.feiten import Feit, Groep, Lezen, Vraag
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.invoervelden import Chipveld, Tekstveld, Vinkveld

_AANHEFFEN = (
    (Aanhef.MEVROUW, "mevrouw"),
    (Aanhef.HEER, "heer"),
    (Aanhef.NEUTRAAL, "anders"),
    (Aanhef.ONBEKEND, "onbekend"),
)
_TOEWIJZEN = "wijs_behandelaar_toe"
_VOORKEUREN = tuple((v, str(v)) for v in Voorkeur)


def _adres(wie: Persoon) -> str:
    """Return the address as it is known, also when a letter could not be sent with it."""
    straat = f"{wie.straat} {wie.huisnummer}".strip()
    plaats = f"{wie.postcode}  {wie.plaats}".strip()
    return "\n".join(deel for deel in (straat, plaats, wie.land) if deel)


def _email(wie: Persoon) -> str:
    if not wie.email:
        return ""
    return f"{wie.email}{' (brieven mogen per e-mail)' if wie.email_akkoord else ''}"


def _let_op(wie: Persoon) -> str:
    delen = ["leest moeilijk" if wie.leest_moeilijk else "", f"spreekt {wie.taal}" * bool(wie.taal)]
    return ", ".join(deel for deel in delen if deel)


def _behandelaar(dossier: Dossier) -> str:
    wie = dossier.behandelaar
    if wie is None:
        return "Nog niemand"
    return " · ".join(deel for deel in (wie.naam, wie.functie, wie.telefoon, wie.email) if deel)


def _betrokken(dossier: Dossier) -> str:
    """Return who was marked as involved, each with why: they may not handle or sign."""
    regels = (
        f"{naam}: {feit.gegevens.get('reden', '')}".rstrip(": ")
        for naam, feit in gemerkten(dossier).items()
    )
    return "\n".join(regels)


def _feiten(van: Callable[[Dossier], Persoon | None], altijd: bool) -> Sequence[Feit]:
    def lees(functie: Callable[[Persoon], str]) -> Lezen:
        return lambda dossier: functie(wie) if (wie := van(dossier)) is not None else ""

    return (
        Feit("Naam", lees(naamregel), altijd=altijd),
        Feit("Organisatie", lees(lambda p: p.organisatie)),
        Feit("Adres", lees(_adres), altijd=altijd),
        Feit("Telefoon", lees(lambda p: p.telefoon), altijd=altijd),
        Feit("E-mail", lees(_email)),
        Feit("Wil liefst", lees(lambda p: str(p.voorkeur or ""))),
        Feit("Let op", lees(_let_op)),
    )


def _vragen(rol: str) -> tuple[tuple[Vraag, ...], ...]:
    def vraag(naam: str, label: str, minimaal: int, deel: int = 1) -> Vraag:
        return Vraag(f"{rol}.{naam}", label, Tekstveld, minimaal, deel)

    return (
        (
            Vraag(
                f"{rol}.aanhef", "Aanspreken als", lambda: Chipveld(_AANHEFFEN, verplicht=True), 320
            ),
        ),
        (
            vraag("voorletters", "Voorletters", 90, 0),
            vraag("voornaam", "Voornaam", 120),
            vraag("tussenvoegsel", "Tussenvoegsel", 110, 0),
            vraag("achternaam", "Achternaam", 180, 2),
        ),
        (vraag("organisatie", "Organisatie", 240),),
        (
            vraag("straat", "Straat of postbus", 200, 2),
            vraag("huisnummer", "Nummer", 90, 0),
            vraag("postcode", "Postcode", 100, 0),
            vraag("plaats", "Plaats", 150),
            vraag("land", "Land", 110),
        ),
        (vraag("telefoon", "Telefoon", 160), vraag("email", "E-mail", 220)),
    )


class PersonenTab(Feitenblad):
    """Everyone in the dossier. *Andere behandelaar* opens the handeling with its own rules."""

    def __init__(self, deur: Deur) -> None:
        wijs_toe = Knop("Behandelaar toewijzen…")
        wijs_toe.clicked.connect(lambda: deur.open_handeling(_TOEWIJZEN))
        houd_voor(wijs_toe, recht_bij(_TOEWIJZEN), deur.runner.ctx.rollen)
        super().__init__(deur, _groepen(wijs_toe))


def _groepen(wijs_toe: Knop) -> tuple[Groep, ...]:
    klager = Groep(
        "Klager",
        _feiten(lambda d: d.klager, altijd=True),
        (
            *_vragen("klager"),
            (Vraag("klager.voorkeur", "Wil liefst", lambda: Chipveld(_VOORKEUREN), 320),),
            (
                Vraag("klager.leest_moeilijk", "", lambda: Vinkveld("Leest moeilijk"), 150, 0),
                Vraag(
                    "klager.email_akkoord",
                    "",
                    lambda: Vinkveld("Brieven mogen per e-mail (art. 2:8 Awb)"),
                    280,
                ),
                Vraag("klager.taal", "Andere taal", Tekstveld, 140),
            ),
        ),
    )
    gemachtigde = Groep(
        "Gemachtigde", _feiten(lambda d: d.gemachtigde, altijd=False), _vragen("gemachtigde")
    )
    gemeente = Groep(
        "Gemeente",
        (
            Feit("Over wie", lambda d: d.beklaagde, altijd=True),
            Feit("Ook betrokken", _betrokken),
            Feit("Behandelaar", _behandelaar),
            Feit("Ambassadeur", ambassadeur),
            Feit("Afdeling", lambda d: d.afdeling.naam if d.afdeling else "", altijd=True),
        ),
        ((Vraag("beklaagde", "Over wie gaat de klacht?", Tekstveld, 240),),),
        wijs_toe,
    )
    return (klager, gemachtigde, gemeente)
