"""Every kind of save, done as the window does it, and how often it is in the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Kanaal, Soort
from klachtenapp.domain.dossier import Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon, Rol
from klachtenapp.models import beheer as beheeropslag
from klachtenapp.models import meldingen
from klachtenapp.services import (
    beheer,
    correspondentie,
    gebruikers,
    importeren,
    ondertekenen,
    postvak,
    registreren,
)
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.importeren import Importverslag
from klachtenapp.services.postvak import Notitie, Onderdelen
from klachtenapp.services.wijzigen import Wijziging
from tests.betrouwbaarheid.wereld import NU, VANDAAG
from tests.services.ondertekenzaak import GEHEIM, afdelingshoofd, bied_aan
from tests.services.test_correspondentie import KLAAR, OORDEEL, VOL, YOUSSEF

ZAKEN: Final = 12
"""How many dossiers of each kind the register begins with."""

RIJEN: Final = 5
_KOP = "Nr.;Datum ontvangst;Naam klager;Klacht;Afdeling;Datum afgedaan;Oordeel"


@dataclass(frozen=True, slots=True)
class Voorraad:
    """What was prepared before: letters made, an import judged."""

    brieven: tuple[bytes, ...]
    verslag: Importverslag


@dataclass(frozen=True, slots=True)
class Taak:
    """One save: the ``nummer``-th of its kind, known by its ``uid`` and by a word in its text."""

    soort: str
    nummer: int
    ronde: int = 0

    @property
    def uid(self) -> str:
        """The UUID of the opdracht; another ``ronde`` is another press on the button."""
        return str(uuid5(NAMESPACE_OID, f"{self.soort} {self.nummer} {self.ronde}"))

    @property
    def merk(self) -> str:
        """The word in what was typed."""
        return f"merk-{self.soort}-{self.nummer:05}-"

    def opnieuw(self) -> Taak:
        """Return it as typed again by somebody who was told that it was refused."""
        return replace(self, ronde=self.ronde + 1)


Doe = Callable[[Context, Taak, Voorraad], None]
Tel = Callable[[Context, Taak], int]


@dataclass(frozen=True, slots=True)
class Werk:
    """How a save is done and counted; ``post``: it goes through the postvak."""

    doe: Doe
    tel: Tel
    post: bool = True


def zaai(pad: Path) -> Voorraad:
    """Make the register from which every try begins, and what is prepared for it."""
    ctx = bootstrap.nieuw(
        pad, Gemeente("Gemeente Voorbeeldstad"), clock=FixedClock(NU), gebruiker="registrar"
    )
    ctx = beheer.bewaar_gemeente(ctx, VOL)
    beheer.bewaar_medewerker(ctx, Medewerker(0, "P. Yılmaz", functie="klachtbehandelaar"))
    beheer.bewaar_afdeling(ctx, Afdeling(0, "Burgerzaken"))
    afdelingshoofd(ctx)
    for nummer in range(2 * ZAKEN):
        _dossier(ctx, nummer)
    for nummer in range(ZAKEN, 2 * ZAKEN):
        bied_aan(ctx, _kenmerk(nummer))
    brieven = tuple(
        correspondentie.concept(ctx, _kenmerk(n), "ontvangstbevestiging").pdf for n in range(ZAKEN)
    )
    oud = pad.with_suffix(".csv")
    rijen = (
        f"2019/{n};3-4-2021;Mw. A. Bos;merk-import {n};Zorg;1-5-2021;gegr." for n in range(RIJEN)
    )
    oud.write_text("\n".join((_KOP, *rijen)), "utf-8")
    verslag = importeren.proef(ctx, oud)
    if len(verslag.aanvaard) != RIJEN:
        raise RuntimeError("the rows of the import are not accepted")
    bootstrap.sluit(ctx)
    return Voorraad(brieven, verslag)


def _dossier(ctx: Context, nummer: int) -> None:
    nieuw = registreren.registreer(
        ctx,
        Aanmelding(
            Soort.KLACHT, VANDAAG, Kanaal.BALIE, f"Zaak {nummer}: niemand belde terug.",
            klager=YOUSSEF, behandelaar="P. Yılmaz",
        ),
    )  # fmt: skip
    feiten = tuple(Gebeurtenis(s, VANDAAG, NU, "registrar", meer) for s, _, meer in OORDEEL)
    anders = replace(nieuw, gebeurtenissen=(*nieuw.gebeurtenissen, *feiten), **KLAAR)
    if nummer >= ZAKEN:
        with ctx.register.transactie():
            meldingen.wijzig(ctx.register, nieuw, anders)


def _kenmerk(nummer: int) -> str:
    return f"K2026-{nummer + 1:04}"


def _zaak(taak: Taak) -> str:
    return _kenmerk(taak.nummer % ZAKEN)


def _bezorg(ctx: Context, taak: Taak, opdracht: object) -> None:
    postvak.bezorg(ctx, opdracht, taak.uid, taak.soort)


def _intake(ctx: Context, taak: Taak, _: Voorraad) -> None:
    klager = Persoon(f"Tester{taak.nummer}", straat="Kade", huisnummer="1", plaats="Stad")
    tekst = f"{taak.merk} Ik moest wachten. " * 10
    _bezorg(
        ctx,
        taak,
        Aanmelding(Soort.KLACHT, VANDAAG, Kanaal.TELEFOON, tekst, klager=klager, uid=taak.uid),
    )


def _notitie(ctx: Context, taak: Taak, _: Voorraad) -> None:
    _bezorg(ctx, taak, Notitie(_zaak(taak), {"toelichting": f"{taak.merk} Gebeld."}))


def _handeling(ctx: Context, taak: Taak, _: Voorraad) -> None:
    versie = meldingen.haal(ctx.register, _zaak(taak)).versie
    gesprek = {"manier": "telefoon", "bereikt": "ja", "toelichting": taak.merk}
    _bezorg(ctx, taak, Opdracht(_zaak(taak), "leg_gesprek_vast", gesprek, versie))


def _wijziging(ctx: Context, taak: Taak, _: Voorraad) -> None:
    versie = meldingen.haal(ctx.register, _zaak(taak)).versie
    _bezorg(ctx, taak, Wijziging(_zaak(taak), versie, {"onderwerp": taak.merk}))


def _onderdelen(ctx: Context, taak: Taak, _: Voorraad) -> None:
    versie = meldingen.haal(ctx.register, _zaak(taak)).versie
    delen = (Klachtonderdeel(taak.merk), Klachtonderdeel("Het tweede deel"))
    _bezorg(ctx, taak, Onderdelen(_zaak(taak), versie, delen))


def _brief(ctx: Context, taak: Taak, voorraad: Voorraad) -> None:
    plek = taak.nummer % ZAKEN
    correspondentie.markeer_verzonden(
        ctx, _kenmerk(plek), "ontvangstbevestiging", op=VANDAAG, kanaal="post",
        pdf=voorraad.brieven[plek], opdracht_uid=taak.uid,
    )  # fmt: skip


def _teken(ctx: Context, taak: Taak, _: Voorraad) -> None:
    (hoofd,) = (m for m in beheeropslag.medewerkers(ctx.register) if Rol.AFDELINGSHOOFD in m.rollen)
    ondertekenen.onderteken(
        gebruikers.als(ctx, hoofd), _kenmerk(ZAKEN + taak.nummer % ZAKEN), GEHEIM,
        niet_betrokken=True, opdracht_uid=taak.uid,
    )  # fmt: skip


def _import(ctx: Context, _taak: Taak, voorraad: Voorraad) -> None:
    importeren.voer_in(ctx, voorraad.verslag)


def _aantal(ctx: Context, vraag: str, *waarden: object) -> int:
    ((aantal,),) = ctx.register.sql(f"SELECT count(*) FROM {vraag}", waarden)  # noqa: S608
    return int(aantal)


def _tel_feit(ctx: Context, taak: Taak) -> int:
    return _aantal(ctx, "gebeurtenis WHERE gegevens || toelichting LIKE ?", f"%{taak.merk}%")


def _tel_intake(ctx: Context, taak: Taak) -> int:
    return _aantal(ctx, "melding WHERE omschrijving LIKE ?", f"{taak.merk}%")


def _tel_wijziging(ctx: Context, taak: Taak) -> int:
    nieuw = f'%"onderwerp":"{taak.merk}"%'
    return _aantal(ctx, """gebeurtenis WHERE replace(gegevens, '": "', '":"') LIKE ?""", nieuw)


def _tel_onderdelen(ctx: Context, taak: Taak) -> int:
    """Parts replace each other; how often they were stored stands in the log."""
    uids = (taak.uid, taak.opnieuw().uid)
    keren = _aantal(ctx, "log WHERE opdracht IN (?, ?)", *uids)
    staat = _aantal(ctx, "klachtonderdeel WHERE omschrijving = ?", taak.merk)
    later = _aantal(ctx, "log WHERE handeling = 'klachtonderdelen bewaard'")
    return keren if staat == keren or later > keren else -1


def _tel_brief(ctx: Context, taak: Taak) -> int:
    vraag = (
        "gebeurtenis JOIN melding ON melding.id = gebeurtenis.melding_id "
        "WHERE kenmerk = ? AND gebeurtenis.soort = 'brief verzonden'"
    )
    return _aantal(ctx, vraag, _zaak(taak))


def _tel_teken(ctx: Context, taak: Taak) -> int:
    vraag = (
        "handtekening JOIN document ON document.id = handtekening.document_id "
        "JOIN melding ON melding.id = document.melding_id WHERE kenmerk = ?"
    )
    return _aantal(ctx, vraag, _kenmerk(ZAKEN + taak.nummer % ZAKEN))


def _tel_import(ctx: Context, _taak: Taak) -> int:
    """All rows or none; -1 for a half import."""
    rijen = _aantal(ctx, "melding WHERE omschrijving LIKE 'merk-import%'")
    return rijen // RIJEN if rijen % RIJEN == 0 else -1


WERK: Final[Mapping[str, Werk]] = {
    "intake": Werk(_intake, _tel_intake),
    "notitie": Werk(_notitie, _tel_feit),
    "handeling": Werk(_handeling, _tel_feit),
    "wijziging": Werk(_wijziging, _tel_wijziging),
    "onderdelen": Werk(_onderdelen, _tel_onderdelen),
    "brief": Werk(_brief, _tel_brief, post=False),
    "ondertekening": Werk(_teken, _tel_teken, post=False),
    "import": Werk(_import, _tel_import, post=False),
}
