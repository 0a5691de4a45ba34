"""Who may do what: the table reads as the task says, and a refusal names who can."""

from __future__ import annotations

import pytest

from klachtenapp.domain.gebruiker import Gebruiker, controleer_beheerder, schone_gebruikersnaam
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.rollen import ALLE_ROLLEN, RECHTEN, Recht, mag, recht_voor, uitleg
from klachtenapp.errors import RegelFout


def _rechten(rol: Rol) -> set[Recht]:
    return {recht for recht in Recht if mag({rol}, recht)}


def test_every_right_has_someone_and_stands_in_the_table() -> None:
    assert set(RECHTEN) == set(Recht)
    assert all(RECHTEN.values())
    assert all(mag(ALLE_ROLLEN, recht) for recht in Recht)
    assert not any(mag(frozenset(), recht) for recht in Recht)


def test_baliemedewerker_only_takes_in_and_gives_the_stappenplan() -> None:
    assert _rechten(Rol.BALIEMEDEWERKER) == {Recht.REGISTREREN, Recht.STAPPENPLAN}


def test_ambassadeur_only_reads_and_notes() -> None:
    assert _rechten(Rol.AMBASSADEUR) == {Recht.LEZEN, Recht.NOTEREN}
    mag_ook = {naam for naam in HANDELINGEN if mag({Rol.AMBASSADEUR}, recht_voor(naam))}
    assert mag_ook == {"noteer"}


def test_only_the_afdelingshoofd_signs_and_passes_a_duty() -> None:
    for recht in (Recht.ONDERTEKENEN, Recht.PASSEREN):
        assert RECHTEN[recht] == {Rol.AFDELINGSHOOFD}


def test_beheerder_arranges_and_reads_no_dossiers() -> None:
    nodig = {Recht.BEHEREN, Recht.TEKSTEN, Recht.IMPORTEREN, Recht.LOGBOEK}
    assert _rechten(Rol.BEHEERDER) == nodig


@pytest.mark.parametrize("recht", Recht)
def test_a_refusal_names_everybody_who_can(recht: Recht) -> None:
    zin = uitleg(recht)
    assert recht.value in zin
    for rol in Rol:
        assert (rol.value in zin.partition("Dat kan een")[2].partition(".")[0]) == (
            rol in RECHTEN[recht]
        )


@pytest.mark.parametrize(
    "naam", ["jansen", " JANSEN ", "GEMEENTE\\Jansen", "jansen@gemeente.example"]
)
def test_one_account_under_all_its_names(naam: str) -> None:
    assert schone_gebruikersnaam(naam) == "jansen"


def test_a_beheerder_who_can_sign_in_must_be_left() -> None:
    beheerder = Medewerker(1, "A. Baas", rollen=frozenset({Rol.BEHEERDER}))
    ander = Medewerker(2, "B. Ander")
    controleer_beheerder([ander], {})  # nobody has a name: roles do not count yet
    controleer_beheerder([beheerder, ander], {1: Gebruiker(1, "baas"), 2: Gebruiker(2, "ander")})
    with pytest.raises(RegelFout, match="beheerder"):
        controleer_beheerder([beheerder, ander], {2: Gebruiker(2, "ander")})
