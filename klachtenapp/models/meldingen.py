"""Dossiers in and out of the register: add one or many, read, change, take back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from klachtenapp.domain.begrippen import GebeurtenisSoort, Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.personen import Persoon
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import lezen, nummers, omzetten, zoektekst
from klachtenapp.models.register import Register
from klachtenapp.models.tables import (
    FEIT_GEZOCHT,
    GebeurtenisRow,
    KlachtonderdeelRow,
    MeldingRow,
    PersoonRow,
    ZoektekstRow,
)

OPEN = tuple(status.value for status in Status if status.is_open)
_NIEMAND = Persoon()


def haal(register: Register, kenmerk: str) -> Dossier:
    """Return the dossier ``kenmerk``; RegelFout when there is none."""

    def lees() -> Dossier:
        nummer = vind(register, kenmerk)
        if nummer is None:
            raise RegelFout(f"Er is geen dossier met kenmerk {kenmerk}.", veld="kenmerk")
        return lezen.haal_meer(register, [nummer])[0]

    return register.lees(lees)  # one lock for all its queries: each costs on a share


def haal_meer(register: Register, ids: Sequence[int]) -> list[Dossier]:
    """Return the dossiers with these numbers in this order, in a fixed number of queries."""
    return lezen.haal_meer(register, ids)


def vind(register: Register, kenmerk: str) -> int | None:
    """Return the number of the row with this kenmerk, in capitals when it is not found as is."""
    for poging in dict.fromkeys((kenmerk.strip(), kenmerk.strip().upper())):
        # Asked at every step of every dossier: no query builder.
        for (nummer,) in register.sql("SELECT id FROM melding WHERE kenmerk = ?", (poging,)):
            return int(nummer)
    return None


def met_uid(register: Register, uid: str) -> Dossier | None:
    """Return the dossier that was made from the intake ``uid``, if it was taken in before."""
    return next(iter(met_uids(register, [uid])), None)


def met_uids(register: Register, uids: Sequence[str]) -> list[Dossier]:
    """Return the dossiers made from these intakes, in this order."""

    def lees() -> list[Dossier]:
        nummers_van = lezen.nummers_van_uids(register, uids)
        return lezen.haal_meer(register, [nummers_van[u] for u in uids if u in nummers_van])

    return register.lees(lees)


def bekende_uids(register: Register, uids: Sequence[str]) -> set[str]:
    """Return which of ``uids`` are in the register already."""
    return set(lezen.nummers_van_uids(register, uids))


def kenmerken_van_oude(register: Register, oude: Sequence[str]) -> dict[str, str]:
    """Return, of the old numbers that are in the register already, the kenmerk of their dossier."""
    if not oude:
        return {}
    rijen = register.alle(
        MeldingRow.select(MeldingRow.oud_kenmerk, MeldingRow.kenmerk)
        .where(MeldingRow.oud_kenmerk != "")
        .tuples()
    )
    gezocht = set(oude)
    return {str(oud): str(kenmerk) for oud, kenmerk in rijen if oud in gezocht}


def nummers_van_uids(register: Register, uids: Sequence[str]) -> dict[str, int]:
    """Return the number of the row of each of ``uids`` that is in the register."""
    return lezen.nummers_van_uids(register, uids)


def open_ids(register: Register) -> list[int]:
    """Return the numbers of all rows that someone still has to do something with."""
    vraag = MeldingRow.select(MeldingRow.id).where(MeldingRow.status.in_(OPEN))
    return sorted(int(rij[0]) for rij in register.alle(vraag.tuples()))


def openstaand(register: Register) -> list[Dossier]:
    """Return all open dossiers; closed ones are never read, however many there are."""
    return [dossier for _, dossier in open_genummerd(register)]


def open_genummerd(register: Register) -> list[tuple[int, Dossier]]:
    """Do as ``openstaand``, each with the number of its row."""
    return register.lees(lambda: lezen.haal_genummerd(register, open_ids(register)))


def gesloten_bij_ombudsman(register: Register) -> list[Dossier]:
    """Return the closed dossiers about which the ombudsman ever wrote: few, found by index."""

    def lees() -> list[Dossier]:
        gevonden = register.sql(
            "SELECT DISTINCT g.melding_id FROM gebeurtenis g JOIN melding m "  # noqa: S608
            f"ON m.id = g.melding_id WHERE g.soort = ? AND g.{FEIT_GEZOCHT} "
            f"AND m.status NOT IN ({', '.join('?' * len(OPEN))})",
            (GebeurtenisSoort.BIJ_OMBUDSMAN.value, *OPEN),
        )
        return lezen.haal_meer(register, sorted(int(nummer) for (nummer,) in gevonden))

    return register.lees(lees)


def voeg_toe(register: Register, dossier: Dossier, patroon: str) -> Dossier:
    """Store a new dossier and give it its kenmerk; must run in a transaction."""
    (kenmerk,) = voeg_bulk_toe(register, [dossier], patroon)
    return replace(dossier, kenmerk=kenmerk)


def voeg_bulk_toe(register: Register, dossiers: Sequence[Dossier], patroon: str) -> list[str]:
    """Store many new dossiers in a few statements; returns their kenmerken in order.

    Numbers are given per year of ``ontvangen_op``, in the order of the list. Everything
    but the log: that line belongs to the service, which knows what it was doing.
    """
    return [kenmerk for _, kenmerk in voeg_genummerd_toe(register, dossiers, patroon)]


def voeg_genummerd_toe(
    register: Register, dossiers: Sequence[Dossier], patroon: str
) -> list[tuple[int, str]]:
    """Do as ``voeg_bulk_toe``; returns the number of the row with each kenmerk."""
    kenmerken = nummers.geef(register, [d.ontvangen_op.year for d in dossiers], patroon)
    eerste = 1 + int(register.sql("SELECT coalesce(max(id), 0) FROM melding")[0][0])
    genummerd = list(enumerate(dossiers, start=eerste))
    register.schrijf_veel(
        MeldingRow,
        ("id", *omzetten.MELDING, "logregel"),
        [
            (nummer, *omzetten.rij_van_dossier(dossier, kenmerk, 1), 0)
            for (nummer, dossier), kenmerk in zip(genummerd, kenmerken, strict=True)
        ],
    )
    _schrijf_personen(register, genummerd)
    _schrijf_onderdelen(register, genummerd)
    _schrijf_feiten(register, genummerd)
    register.schrijf_veel(
        ZoektekstRow,
        ("melding", "tekst"),
        [
            (nummer, zoektekst.van(dossier, kenmerk))
            for (nummer, dossier), kenmerk in zip(genummerd, kenmerken, strict=True)
        ],
    )
    # In one statement: row by row the index would be flushed for each, six times as slow.
    register.sql(
        "INSERT INTO zoekindex(rowid, tekst) "
        "SELECT melding_id, tekst FROM zoektekst WHERE melding_id >= ?",
        (eerste,),
    )
    return list(zip(range(eerste, eerste + len(kenmerken)), kenmerken, strict=True))


def wijzig(register: Register, oud: Dossier, nieuw: Dossier) -> Dossier:
    """Store what differs between ``oud``, as it was read, and ``nieuw``; returns it as stored.

    Events can only be added: those of ``nieuw`` with ``id`` 0 are. The version goes up by
    one. Must run in a transaction.

    :raises ConflictFout: when someone else changed the dossier since ``oud`` was read.
    """
    nummer = vind(register, oud.kenmerk)
    if nummer is None:
        raise RegelFout(f"Er is geen dossier met kenmerk {oud.kenmerk}.", veld="kenmerk")
    voor = omzetten.rij_van_dossier(oud, oud.kenmerk, oud.versie)
    na = omzetten.rij_van_dossier(nieuw, oud.kenmerk, oud.versie + 1)
    anders = {
        veld: straks
        for veld, nu, straks in zip(omzetten.MELDING, voor, na, strict=True)
        if nu != straks
    }
    geraakt = register.schrijf(
        MeldingRow.update(anders).where(
            (MeldingRow.id == nummer) & (MeldingRow.versie == oud.versie)
        )
    )
    if geraakt != 1:
        raise ConflictFout(
            f"Iemand anders heeft dossier {oud.kenmerk} intussen gewijzigd. "
            "Er is niets overschreven. Bekijk het dossier opnieuw."
        )
    _wijzig_personen(register, nummer, oud, nieuw)
    if nieuw.onderdelen != oud.onderdelen:
        register.schrijf(KlachtonderdeelRow.delete().where(KlachtonderdeelRow.melding == nummer))
        _schrijf_onderdelen(register, [(nummer, nieuw)])
    erbij = tuple(feit for feit in nieuw.gebeurtenissen if not feit.id)
    _schrijf_feiten(register, [(nummer, replace(nieuw, gebeurtenissen=erbij))])
    _werk_zoektekst_bij(register, nummer, oud, nieuw)
    return lezen.haal_meer(register, [nummer])[0]


def _schrijf_personen(register: Register, dossiers: Sequence[tuple[int, Dossier]]) -> None:
    register.schrijf_veel(
        PersoonRow,
        omzetten.PERSOON,
        [
            omzetten.rij_van_persoon(wie, nummer, rol)
            for nummer, dossier in dossiers
            for rol, wie in (("klager", dossier.klager), ("gemachtigde", dossier.gemachtigde))
            if wie is not None and wie != _NIEMAND
        ],
    )


def _schrijf_onderdelen(register: Register, dossiers: Sequence[tuple[int, Dossier]]) -> None:
    register.schrijf_veel(
        KlachtonderdeelRow,
        omzetten.ONDERDEEL,
        [
            omzetten.rij_van_onderdeel(deel, nummer, volgorde)
            for nummer, dossier in dossiers
            for volgorde, deel in enumerate(dossier.onderdelen)
        ],
    )


def _schrijf_feiten(register: Register, dossiers: Sequence[tuple[int, Dossier]]) -> None:
    register.schrijf_veel(
        GebeurtenisRow,
        omzetten.GEBEURTENIS,
        [
            omzetten.rij_van_gebeurtenis(feit, nummer)
            for nummer, dossier in dossiers
            for feit in dossier.gebeurtenissen
        ],
    )


def _wijzig_personen(register: Register, nummer: int, oud: Dossier, nieuw: Dossier) -> None:
    if (oud.klager, oud.gemachtigde) == (nieuw.klager, nieuw.gemachtigde):
        return
    register.schrijf(PersoonRow.delete().where(PersoonRow.melding == nummer))
    _schrijf_personen(register, [(nummer, nieuw)])


def _werk_zoektekst_bij(register: Register, nummer: int, oud: Dossier, nieuw: Dossier) -> None:
    tekst = zoektekst.van(nieuw, oud.kenmerk)
    if tekst != zoektekst.van(oud, oud.kenmerk):
        register.schrijf(ZoektekstRow.update(tekst=tekst).where(ZoektekstRow.melding == nummer))
