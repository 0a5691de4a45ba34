"""Makes the stored register of the newest schema: ``python tests/registers/maak.py``.

Run once for each schema that is released, and never again for an older one: the tests
open every file here with the newest program, as the user of an old register would.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Voorkeur, Wens
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handtekening import Getekend, Handtekening, canoniek
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon, Rol
from klachtenapp.domain.sleutel import Sleutel
from klachtenapp.kluis import nieuw_paar, teken, vingerafdruk
from klachtenapp.models import (
    brieftekst,
    documenten,
    gebruikers,
    handtekeningen,
    importbatches,
    log,
    meldingen,
    sleutels,
)
from klachtenapp.models.brieftekst import Brieftekst
from klachtenapp.models.importbatches import Importbatch
from klachtenapp.models.log import Logregel
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.services import beheer
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from klachtenapp.services.wijzigen import Wijziging, wijzig

_NU = datetime(2026, 11, 24, 9)
_SOM = "3f" * 32
_EIGEN_TEKST = "onderwerp: Wij hebben {{uw_klacht}}\n\n{{aanhef}}\n\nWij bellen u snel."


def maak(pad: Path) -> None:
    """Make a small register with a row in every table."""
    pad.unlink(missing_ok=True)
    ctx = bootstrap.nieuw(
        pad, Gemeente("Gemeente Voorbeeldstad"), clock=FixedClock(_NU), gebruiker="registrar"
    )
    _vul(ctx)
    with ctx.register.transactie():
        _importeer(ctx)
        _teken(ctx)
        brieftekst.voeg_toe(
            ctx.register,
            Brieftekst("ontvangstbevestiging", _EIGEN_TEKST, _NU, "registrar", "Korter"),
        )
    bootstrap.sluit(ctx)
    pad.with_name(pad.name + "-journal").unlink()  # closed and empty: of no more use


def _vul(ctx: Context) -> None:
    afdeling = beheer.bewaar_afdeling(ctx, Afdeling(0, "Werk & Inkomen"))
    beheer.bewaar_medewerker(
        ctx,
        Medewerker(0, "P. Yılmaz", Aanhef.HEER, "klachtbehandelaar", "0123 - 45 67 89",
                   "p.yilmaz@voorbeeldstad.nl", afdeling.id, frozenset({Rol.BEHANDELAAR})),
    )  # fmt: skip
    dossier = registreer(
        ctx,
        Aanmelding(
            Soort.KLACHT,
            date(2026, 11, 20),
            Kanaal.BALIE,
            "Ik moest twee uur wachten en niemand zei iets.",
            uid="0d5c2d5e-7f2b-4a53-9d51-b6e0d0000001",
            onderwerp="Geluidsoverlastklacht",
            klager=Persoon(
                "Żółkiewska", Aanhef.MEVROUW, "A.M.", "Ola", "van den", straat="Kerkstraat",
                huisnummer="12 bis", postcode="1234 AB", plaats="Voorbeeldstad",
                telefoon="06 - 1234 5678", voorkeur=Voorkeur.BELLEN, leest_moeilijk=True,
            ),
            gemachtigde=Persoon("Berg", voorletters="J.", land="België"),
            afdeling="Werk & Inkomen",
            behandelaar="P. Yılmaz",
            beklaagde="K. de Boer",
            wens=Wens.GESPREK,
            gedraging_op=date(2026, 11, 19),
        ),
    )  # fmt: skip
    wijzig(ctx, Wijziging(dossier.kenmerk, 1, {"notities": "Gesproken op de gang."}, "opdracht-1"))
    info = DocumentInfo(0, "klacht.pdf", "bijlage", "", 0, _NU)
    with ctx.register.transactie():
        documenten.voeg_toe(ctx.register, dossier.kenmerk, info, b"%PDF-1.7 een klein bestand")
        ctx.register.sql(
            "INSERT INTO klachtonderdeel (melding_id, volgorde, omschrijving, aspect, norm, "
            "bevinding, oordeel, verbeterpunt) VALUES (1, 0, 'Wachttijd', 'bejegening', '', '', "
            "'gegrond', 'Meer balies')"
        )


def _importeer(ctx: Context) -> None:
    oud = registreer(
        ctx, Aanmelding(Soort.TIP, date(2025, 3, 1), Kanaal.WEBSITE, "Zet een bank bij de vijver.")
    )
    batch = Importbatch("register-oud.xlsx", _SOM, _NU, "registrar", 2, 1)
    dossier = meldingen.haal(ctx.register, oud.kenmerk)
    rij = [type(dossier)(**{**_velden(dossier), "uid": "import-1", "oud_kenmerk": "2019/44-b"})]
    importbatches.voeg_toe(ctx.register, batch, rij, ["blad 1, rij 2"], "K{jaar}-{nummer:04}")


def _teken(ctx: Context) -> None:
    """Give the medewerker a place to sign in, a key, and a signature under a document."""
    paar = nieuw_paar()
    afdruk = vingerafdruk(paar.publiek)
    wie = {"medewerker": 1, "sleutel": afdruk}
    register = ctx.register
    gebruikers.bewaar(register, 1, "", None)
    sleutel = sleutels.voeg_toe(register, Sleutel(0, 1, paar.publiek, afdruk, _NU))
    log.schrijf(register, Logregel(_NU, "registrar", "sleutel gemaakt", gegevens=wie))
    sleutels.bevestig(register, sleutel.id, _NU, "registrar")
    log.schrijf(register, Logregel(_NU, "registrar", "sleutel bevestigd", gegevens=wie))
    info = documenten.info(register, 1)
    gegevens = canoniek(
        Getekend(
            info.sha256, "K2026-0001", info.soort, "-", "P. Yılmaz", "ja", _NU.isoformat(),
            log.kop(register), afdruk,
        )
    )  # fmt: skip
    gezet = teken(paar.prive, gegevens.encode())
    handtekeningen.voeg_toe(register, Handtekening(0, 1, sleutel.id, gegevens, gezet, _NU))
    feit = {"document": 1, "sha256": info.sha256, "hoe": "digitaal"}
    log.schrijf(
        register, Logregel(_NU, "registrar", "brief ondertekend", "K2026-0001", gegevens=feit)
    )


def _velden(dossier: object) -> dict[str, object]:
    return {veld: getattr(dossier, veld) for veld in type(dossier).__dataclass_fields__}  # type: ignore[attr-defined]


if __name__ == "__main__":
    maak(Path(__file__).with_name(f"versie-{len(MIGRATIES):03}.klachten"))
