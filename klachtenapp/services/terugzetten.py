"""Puts a copy back: first says what that would lose, and keeps what stands there now."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from klachtenapp.domain.bewaarschema import Soortkopie, lees_naam
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import vergelijken
from klachtenapp.models.bestanden import is_bestand
from klachtenapp.models.database import open_register
from klachtenapp.models.kopie import Stand, bekijk, veilige_kopie, zet_apart, zet_terug
from klachtenapp.models.omzetting import zet_om
from klachtenapp.models.register import ruwe_sleutel
from klachtenapp.models.schema import KOPIEMAP
from klachtenapp.models.vergelijken import Inventaris
from klachtenapp.services import kopielijst, kopiemanifest, ontsluiten, sleutelwissel
from klachtenapp.services.kopielijst import Reservekopie

WOORD: Final = "HERSTEL"
"""What someone types who puts back a copy with less in it than the register has."""

_NAMEN: Final = {
    "melding": ("melding", "meldingen"),
    "gebeurtenis": ("gebeurtenis", "gebeurtenissen"),
    "document": ("brief of bijlage", "brieven en bijlagen"),
    "log": ("regel in het log", "regels in het log"),
}


@dataclass(frozen=True, slots=True)
class Herstel:
    """A copy that was put back. ``bewaard`` is what stood there before, if anything did."""

    bewaard: Path | None
    aantallen: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Huidig:
    """How the register stands that a copy would replace; ``heel`` when every page is right."""

    pad: Path
    is_er: bool
    heel: bool
    meldingen: int = 0
    laatste: str = ""


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """What putting back one copy would do.

    ``bruikbaar`` says whether it can be put back at all, ``bezwaar`` why not or why to
    think twice. ``weg`` are the kenmerken that would disappear, ``ouder`` those that go
    back to an earlier state, ``terug`` those that return. ``minder`` is what gets less, in
    words; then the word must be typed.
    """

    kopie: Path
    bruikbaar: bool
    bezwaar: str = ""
    nu_leesbaar: bool = False
    nu: Mapping[str, int] = field(default_factory=dict)
    straks: Mapping[str, int] = field(default_factory=dict)
    weg: tuple[str, ...] = ()
    ouder: tuple[str, ...] = ()
    terug: tuple[str, ...] = ()
    minder: str = ""
    veranderd: bool = False

    @property
    def vraagt_woord(self) -> bool:
        """Whether someone must type the word before this copy may be put back."""
        return bool(self.minder) or self.veranderd


def huidig(register: Path, sleutel: str = "", wachtwoord: str = "") -> Huidig:
    """Return how the register stands now; reads every page of it.

    :raises OpSlot: it is locked, and this user has shown no way in.
    """
    if not is_bestand(register):
        return Huidig(register, is_er=False, heel=False)
    sleutel = sleutel or ontsluiten.ontsluit(register, wachtwoord)
    beeld = vergelijken.inventaris(register, sleutel)
    laatste = list(beeld.versies)[-1] if beeld.versies else ""
    heel = beeld.leesbaar and _heel(register, sleutel)
    return Huidig(register, True, heel, len(beeld.versies), laatste)


def register_van(kopie: Path) -> Path | None:
    """Return the register that a copy is of, by its place and name; ``None`` when unknown."""
    naam = lees_naam(kopie.stem)
    if naam is None or kopie.parent.name != KOPIEMAP:
        return None
    return kopie.parent.parent / f"{naam.stam}{kopie.suffix}"


def kopieen(register: Path, tweede_plek: Path | None = None) -> list[Reservekopie]:
    """Return every copy of a register in both places, the newest first.

    ``tweede_plek`` defaults to what was remembered on this computer. A place that cannot
    be read has none: the other may still have them.
    """
    ergens = tweede_plek or kopielijst.tweede_plek(register)
    plekken = [(kopielijst.kopiemap(register), False), *([(ergens, True)] if ergens else [])]
    gevonden: list[Reservekopie] = []
    for plek, op_tweede in plekken:
        try:
            gevonden += kopielijst.in_map(plek, register.stem, op_tweede_plek=op_tweede)
        except OmgevingFout:
            continue
    return sorted(gevonden, key=lambda kopie: (kopie.moment, not kopie.op_tweede_plek))[::-1]


def vergelijk(
    register: Path,
    kopie: Path,
    sleutel: str = "",
    kopiesleutel: str | None = None,
    wachtwoord: str = "",
) -> Vergelijking:
    """Return what putting ``kopie`` back would do; reads both and changes nothing.

    :raises OpSlot: one of them is locked, and this user has shown no way in.
    """
    manifest = kopiemanifest.lees(kopie)
    if not is_bestand(kopie):
        return Vergelijking(kopie, False, f"De reservekopie is er niet: {kopie}.")
    sleutel = sleutel or ontsluiten.ontsluit(register, wachtwoord)
    if kopiesleutel is None:
        kopiesleutel = ontsluiten.kopiesleutel(kopie, sleutel, wachtwoord)
    straks_sleutel = kopiesleutel
    veranderd = manifest is not None and not kopielijst.is_gelijk(
        Reservekopie(kopie, manifest.moment, kopie.stat().st_size, manifest=manifest)
    )
    if not _heel(kopie, straks_sleutel):
        zin = "Deze kopie is niet heel of niet te openen. Kies een andere."
        return Vergelijking(kopie, False, zin)
    if zin := vergelijken.te_nieuw(kopie, straks_sleutel):
        return Vergelijking(kopie, False, zin)
    nu = vergelijken.inventaris(register, sleutel)
    straks = vergelijken.inventaris(kopie, straks_sleutel)
    return Vergelijking(
        kopie,
        bruikbaar=True,
        bezwaar=_bezwaar(nu, straks, veranderd, manifest.opmerkingen if manifest else ()),
        nu_leesbaar=nu.leesbaar,
        nu=nu.aantallen,
        straks=straks.aantallen,
        weg=tuple(k for k in nu.versies if k not in straks.versies),
        ouder=tuple(k for k, v in nu.versies.items() if straks.versies.get(k, v) < v),
        terug=tuple(k for k in straks.versies if k not in nu.versies) if nu.leesbaar else (),
        minder=_minder(nu.aantallen, straks.aantallen),
        veranderd=veranderd,
    )


def herstel(
    pad: Path | str,
    kopie: Path | str,
    moment: datetime,
    *,
    minder_mag: bool = False,
    sleutel: str = "",
    kopiesleutel: str | None = None,
    wachtwoord: str = "",
) -> Herstel:
    """Put a copy back in the place of the register at ``pad``.

    What is there now is copied first, with ``voor-herstel`` in its name. A register with
    more in it than the copy is only replaced with ``minder_mag``: that is for the screen
    to ask. ``moment`` is the time by the clock of the caller. ``kopiesleutel`` is the key
    of the copy when it is another. ``wachtwoord`` guards the door of who has no key store.

    :raises RegelFout: when more would be replaced by less.
    :raises OmgevingFout: when the copy is not whole, or the register is being written.
    """
    doel, bron = Path(pad).absolute(), Path(kopie).absolute()
    if not is_bestand(bron):
        raise OmgevingFout(f"De reservekopie is er niet: {bron}.")
    sleutel = sleutel or ontsluiten.ontsluit(doel, wachtwoord)
    bronsleutel = kopiesleutel
    if bronsleutel is None:
        bronsleutel = ontsluiten.kopiesleutel(bron, sleutel, wachtwoord)
    er_is_een = is_bestand(doel)
    if er_is_een and bron.samefile(doel):
        raise RegelFout("Dit is het register zelf. Kies een reservekopie.", veld="kopie")
    if zin := vergelijken.te_nieuw(bron, bronsleutel):
        raise OmgevingFout(zin)
    if not er_is_een:
        return Herstel(None, _nieuw(bron, doel, bronsleutel, wachtwoord))
    nu, straks = bekijk(doel, sleutel), bekijk(bron, bronsleutel)
    minder = _minder(_aantallen(nu), _aantallen(straks))
    if not minder_mag and straks and minder:
        raise RegelFout(
            f"In het register staat nu meer dan in deze reservekopie: {minder}. "
            "Er is niets gewijzigd. Bevestig dat u die gegevens kwijt wilt raken.",
            veld="minder_mag",
        )
    plek = kopielijst.kopiemap(doel)
    bewaard = kopielijst.vrije_plek(plek, doel.stem, Soortkopie.VOOR_HERSTEL, moment)
    if nu:
        _bewaar_eerst(doel, bewaard, moment, sleutel)
        voor = sleutelwissel.oude_sleutels(doel, sleutel) if sleutel or bronsleutel else []
        with _zelfde_slot(bron, bronsleutel, sleutel) as (uit, uitsleutel):
            aantallen = _aantallen(zet_terug(uit, doel, sleutel, uitsleutel))
        open_register(doel, sleutel=sleutel).sluit()  # one of an older version becomes today's
        if sleutel or bronsleutel:
            sleutelwissel.onthoud_sleutels(doel, sleutel, [ruwe_sleutel(bronsleutel), *voor])
        return Herstel(bewaard, aantallen)
    if not straks:
        raise OmgevingFout(f"De reservekopie {bron.name} is niet heel. Kies een andere.")
    # Not whole: no checked copy can be made of it, but nothing is thrown away.
    _zet_apart(doel, bewaard)
    return Herstel(bewaard, _nieuw(bron, doel, bronsleutel, wachtwoord))


def _nieuw(bron: Path, doel: Path, sleutel: str, wachtwoord: str) -> dict[str, int]:
    """Put a copy where there is no register; the ways in that belong to it come along."""
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        return _aantallen(sleutelwissel.leg_neer(bron, sleutel, doel, wachtwoord))
    except OSError as fout:
        raise OmgevingFout(
            f"Het register kan niet worden geschreven in {doel.parent}. Kies een andere plek, of "
            "vraag ICT of u daar mag schrijven."
        ) from fout


def _zet_apart(doel: Path, bewaard: Path) -> None:
    try:
        zet_apart(doel, bewaard)
        kopiemanifest.bewaar_deuren(doel, bewaard)
    except OSError as fout:
        raise OmgevingFout(
            "Het beschadigde register is nog ergens open. Er is niets veranderd. Sluit het "
            "programma op alle computers en probeer het dan opnieuw."
        ) from fout


@contextmanager
def _zelfde_slot(bron: Path, bronsleutel: str, sleutel: str) -> Iterator[tuple[Path, str]]:
    """Give the copy as the register needs it: locked when that is locked, and open when not."""
    if bool(bronsleutel) == bool(sleutel):
        yield bron, bronsleutel
        return
    with tempfile.TemporaryDirectory(prefix="klachtenapp-") as plek:
        anders = Path(plek) / "kopie"
        zet_om(bron, bronsleutel, anders, sleutel)
        yield anders, sleutel


def _bewaar_eerst(doel: Path, bewaard: Path, moment: datetime, sleutel: str) -> None:
    """Copy the present before it is replaced, with its list."""
    kopiemanifest.bewaar_deuren(doel, bewaard)
    veilige_kopie(
        doel,
        bewaard,
        sleutel,
        keur=lambda kopie, gemaakt: kopiemanifest.schrijf(
            bewaard,
            kopiemanifest.maak(
                kopie, gemaakt, moment=moment, reden="voor een herstel", register=doel,
                bevindingen=[],
            ),
        ),
    )  # fmt: skip


def _heel(kopie: Path, sleutel: str) -> bool:
    try:
        return bool(bekijk(kopie, sleutel))
    except OmgevingFout:
        return False


def _bezwaar(
    nu: Inventaris, straks: Inventaris, veranderd: bool, opmerkingen: tuple[str, ...]
) -> str:
    zinnen = []
    if veranderd:
        zinnen.append(
            "Deze kopie is niet meer gelijk aan toen hij werd gemaakt. Iemand heeft erin "
            "gewerkt, of de schijf is beschadigd. Kies liever een andere."
        )
    if nu.leesbaar and nu.begin and straks.begin and nu.begin != straks.begin:
        zinnen.append("Deze kopie is van een ander register dan het register dat hier nu staat.")
    if opmerkingen:
        zinnen.append(f"Toen de kopie werd gemaakt, viel dit op: {' '.join(opmerkingen)}")
    return " ".join(zinnen)


def _minder(nu: Mapping[str, int], straks: Mapping[str, int]) -> str:
    """Say in words which tables would get smaller; the log counts too, it only grows."""
    verschil = ((namen, nu.get(tabel, 0) - straks.get(tabel, 0)) for tabel, namen in _NAMEN.items())
    return ", ".join(
        f"{aantal} {enkel if aantal == 1 else meer} meer"
        for (enkel, meer), aantal in verschil
        if aantal > 0
    )


def _aantallen(inhoud: Stand) -> dict[str, int]:
    return {naam: aantal for naam, aantal in inhoud.items() if isinstance(aantal, int)}
