"""Takes over an old register: read, propose columns, judge, and add all accepted rows or none."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from klachtenapp.domain.bewaarschema import Soortkopie
from klachtenapp.domain.personen import Afdeling, Medewerker, Rol
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, importbatches, meldingen
from klachtenapp.models.importbatches import Importbatch
from klachtenapp.services import reservekopie
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig, nieuw_uid
from klachtenapp.services.oud_dossier import Namen, als_dossier
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling import beoordelen
from klachtenapp.uitwisseling import verslag_xlsx as verslagblad
from klachtenapp.uitwisseling.beoordelen import Bekend, Voortgang
from klachtenapp.uitwisseling.cellen import Werkmap
from klachtenapp.uitwisseling.geheugen import zonder_opruimen
from klachtenapp.uitwisseling.kolommen import Bladindeling, Indeling, Kolom, Kolomkeuze, deel_in
from klachtenapp.uitwisseling.kolommen_toml import lees_keuze
from klachtenapp.uitwisseling.lezen import GESTOPT, Gestopt, lees
from klachtenapp.uitwisseling.regel import Overgeslagen, Regel, Verdict
from klachtenapp.uitwisseling.velden import LABELS, Kolomveld
from klachtenapp.uitwisseling.verslag import Importverslag

__all__ = [
    "LABELS", "Bladindeling", "Importbatch", "Importverslag", "Indeling", "Kolom", "Kolomkeuze",
    "Kolomveld", "Overgeslagen", "Regel", "Verdict", "Werkmap", "batches", "beoordeel",
    "importeer", "lees_bestand", "maak_ongedaan", "proef", "stel_voor", "verslag_xlsx", "voer_in",
]  # fmt: skip


def lees_bestand(pad: Path, *, gestopt: Gestopt | None = None) -> Werkmap:
    """Read a file in a process of its own; nothing of it is judged yet.

    :raises RegelFout: when it is no register, too large, damaged, or stopped.
    :raises OmgevingFout: when it cannot be reached.
    """
    return lees(Path(pad), gestopt=gestopt)


def stel_voor(
    werkmap: Werkmap, keuze: Kolomkeuze | Path | None = None, *, gestopt: Gestopt | None = None
) -> Indeling:
    """Propose where the header is and what each column means; ``keuze`` (or its file) wins.

    :raises RegelFout: when two columns of a sheet go to one field, the file is wrong, or stopped.
    """
    keuze = lees_keuze(keuze) if isinstance(keuze, Path) else keuze
    return deel_in(werkmap, keuze, gestopt=gestopt)


@vraagt(Recht.IMPORTEREN)
def beoordeel(
    ctx: Context,
    werkmap: Werkmap,
    indeling: Indeling,
    *,
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> Importverslag:
    """Return the verdict on every row, also against what the register has; changes nothing.

    :raises RegelFout: when no sheet can be read as a register, or when it is stopped.
    """
    with zonder_opruimen():
        oordeel = beoordelen.beoordeel(
            werkmap,
            indeling,
            ctx.vandaag,
            bekend=_bekend(ctx),
            voortgang=voortgang,
            gestopt=gestopt,
        )
        _merk_bekende(ctx, oordeel.regels)
    return Importverslag(
        bestand=oordeel.bestand,
        sha256=oordeel.sha256,
        regels=tuple(oordeel.regels),
        overgeslagen=tuple(oordeel.overgeslagen),
        lege_rijen=oordeel.lege_rijen,
        opmerkingen=(*oordeel.opmerkingen, *_eerder(ctx, oordeel.sha256)),
    )


@vraagt(Recht.IMPORTEREN)
def voer_in(
    ctx: Context, verslag: Importverslag, *, gestopt: Gestopt | None = None
) -> Importverslag:
    """Add every accepted row of a verdict that the register does not have yet, or none.

    One transaction; ``gestopt`` is asked until it is saved. The register is copied first.
    Returns the report with the kenmerken that were given.

    :raises RegelFout: when it was stopped; then nothing was changed.
    :raises OmgevingFout: also when the copy cannot be made; then nothing was changed.
    """
    if not any(regel.dossier is not None and not regel.bekend for regel in verslag.regels):
        return replace(verslag, proef=False)
    _kopieer_eerst(ctx, gestopt)
    klaar: list[Importverslag] = []

    def vraag() -> None:
        if gestopt is not None and gestopt():
            raise RegelFout(GESTOPT)  # rolls the transaction back

    def doe() -> Uitslag:
        gedaan = _voeg_toe(ctx, verslag, vraag)
        vraag()
        klaar[:] = [gedaan]
        gegevens = {
            "bestand": verslag.bestand,
            "sha256": verslag.sha256,
            "toegevoegd": gedaan.toegevoegd,
            "import": gedaan.import_id,
        }
        return Uitslag(resultaat=str(gedaan.import_id), gegevens=gegevens)

    with zonder_opruimen():
        eenmalig(ctx, nieuw_uid(), "geïmporteerd", doe)
    return klaar[0]


@vraagt(Recht.IMPORTEREN)
def proef(
    ctx: Context,
    pad: Path,
    kolommen: Path | Kolomkeuze | None = None,
    *,
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> Importverslag:
    """Read and judge a file and change nothing (``--proef``)."""
    werkmap = lees_bestand(pad, gestopt=gestopt)
    indeling = stel_voor(werkmap, kolommen, gestopt=gestopt)
    return beoordeel(ctx, werkmap, indeling, voortgang=voortgang, gestopt=gestopt)


@vraagt(Recht.IMPORTEREN)
def importeer(
    ctx: Context,
    pad: Path,
    kolommen: Path | Kolomkeuze | None = None,
    *,
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> Importverslag:
    """Take over a file: all accepted rows in one transaction, or nothing.

    The same file again adds nothing: a row is known by what stands in it.
    """
    oordeel = proef(ctx, pad, kolommen, voortgang=voortgang, gestopt=gestopt)
    return voer_in(ctx, oordeel, gestopt=gestopt)


@vraagt(Recht.IMPORTEREN)
def maak_ongedaan(ctx: Context, import_id: int) -> list[str]:
    """Take all dossiers of an import out again and return their kenmerken.

    :raises RegelFout: when one of them was changed since; then nothing happens.
    """
    kenmerken: list[str] = []

    def doe() -> Uitslag:
        kenmerken[:] = importbatches.maak_ongedaan(ctx.register, import_id, ctx.nu, ctx.gebruiker)
        gegevens = {"import": import_id, "verwijderd": len(kenmerken)}
        return Uitslag(resultaat=str(import_id), gegevens=gegevens)

    eenmalig(ctx, nieuw_uid(), "import ongedaan gemaakt", doe)
    return kenmerken


@vraagt(Recht.IMPORTEREN)
def batches(ctx: Context) -> list[Importbatch]:
    """Return all imports, the newest first, also those that were undone."""
    return importbatches.lijst(ctx.register)


def verslag_xlsx(verslag: Importverslag, pad: Path) -> None:
    """Write the report as an Excel file."""
    verslagblad.schrijf_verslag(verslag, Path(pad))


def _kopieer_eerst(ctx: Context, gestopt: Gestopt | None) -> None:
    try:
        reservekopie.maak(ctx, Soortkopie.VOOR_IMPORT, gestopt=gestopt)
    except reservekopie.KopieGestopt as fout:
        raise RegelFout(GESTOPT) from fout


def _bekend(ctx: Context) -> Bekend:
    return Bekend(
        tuple(a.naam for a in beheer.afdelingen(ctx.register)),
        tuple(m.naam for m in beheer.medewerkers(ctx.register)),
    )


def _merk_bekende(ctx: Context, regels: Sequence[Regel]) -> None:
    """Mark rows that are in the register; warn for a number that is there with another row."""
    uids = [r.dossier.aanmelding.uid for r in regels if r.dossier is not None]
    aanwezig = meldingen.bekende_uids(ctx.register, uids)
    nieuw = []
    for regel in regels:
        if regel.dossier is None:
            continue
        regel.bekend = regel.dossier.aanmelding.uid in aanwezig
        if regel.oud_kenmerk and not regel.bekend:
            nieuw.append(regel)
    oude = meldingen.kenmerken_van_oude(ctx.register, sorted({r.oud_kenmerk for r in nieuw}))
    for regel in nieuw:
        if regel.oud_kenmerk in oude:
            regel.merk_op(
                f"Nummer {regel.oud_kenmerk} staat al in het register als "
                f"{oude[regel.oud_kenmerk]}, met andere gegevens."
            )


def _eerder(ctx: Context, sha256: str) -> list[str]:
    eerder = [b for b in batches(ctx) if b.sha256 == sha256 and b.ongedaan_op is None]
    if not eerder:
        return []
    moment = eerder[0].moment
    return [
        f"Dit bestand is al overgenomen op {moment.day}-{moment.month}-{moment.year} door "
        f"{eerder[0].gebruiker}. Wat er al staat, komt er niet nog een keer in."
    ]


def _voeg_toe(
    ctx: Context, verslag: Importverslag, tussendoor: Callable[[], None]
) -> Importverslag:
    # Asked again inside the transaction: a colleague may have imported the file meanwhile.
    aanvaard = [r for r in verslag.regels if r.dossier is not None]
    aanwezig = meldingen.bekende_uids(
        ctx.register, [r.dossier.aanmelding.uid for r in aanvaard if r.dossier]
    )
    namen = _maak_namen(ctx, verslag)
    dossiers, plekken = [], []
    for regel in aanvaard:
        if regel.dossier is None or regel.dossier.aanmelding.uid in aanwezig:
            continue
        tussendoor()
        plek = f"{regel.blad}, rij {regel.rij}"
        dossiers.append(als_dossier(ctx, regel.dossier, namen, verslag.bestand, plek))
        plekken.append(plek)
    batch = Importbatch(
        bestand=verslag.bestand,
        sha256=verslag.sha256,
        moment=ctx.nu,
        gebruiker=ctx.gebruiker,
        gelezen=verslag.gelezen,
        toegevoegd=len(dossiers),
        verslag=json.dumps(verslag.als_json(), ensure_ascii=False),
    )
    batch, kenmerken = importbatches.voeg_toe(
        ctx.register,
        batch,
        dossiers,
        plekken,
        ctx.gemeente.kenmerkpatroon,
        tussendoor=tussendoor,
    )
    van_uid = dict(zip((d.uid for d in dossiers), kenmerken, strict=True))
    return replace(verslag, proef=False, kenmerken=van_uid, import_id=batch.id)


def _maak_namen(ctx: Context, verslag: Importverslag) -> Namen:
    """Return the departments and medewerkers by name; those the register misses are made."""
    afdelingen: dict[str, Afdeling | None] = {
        normaliseer(a.naam): a for a in beheer.afdelingen(ctx.register)
    }
    medewerkers: dict[str, Medewerker | None] = {
        normaliseer(m.naam): m for m in beheer.medewerkers(ctx.register)
    }
    for naam in dict.fromkeys(oud.aanmelding.afdeling for oud in verslag.aanvaard):
        if naam and normaliseer(naam) not in afdelingen:
            nieuw = beheer.bewaar_afdeling(ctx.register, Afdeling(0, naam))
            afdelingen[normaliseer(naam)] = nieuw
        afdelingen[naam] = afdelingen.get(normaliseer(naam))
    for naam in dict.fromkeys(oud.aanmelding.behandelaar for oud in verslag.aanvaard):
        if naam and normaliseer(naam) not in medewerkers:
            mens = Medewerker(0, naam, rollen=frozenset({Rol.BEHANDELAAR}))
            medewerkers[normaliseer(naam)] = beheer.bewaar_medewerker(ctx.register, mens)
        medewerkers[naam] = medewerkers.get(normaliseer(naam))
    return Namen(afdelingen, medewerkers)
