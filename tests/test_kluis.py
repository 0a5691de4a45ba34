"""The key store: only one that protects, and never in silence."""

from __future__ import annotations

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import Kluis, is_veilig, opslag


class _Geheugen(KeyringBackend):
    """A store of our own that keeps secrets as long as the test lasts."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self._geheimen: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._geheimen.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._geheimen[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self._geheimen[service, username]


class _Dicht(_Geheugen):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


def test_een_geheim_komt_terug_en_kan_weg() -> None:
    eigen = Kluis(_Geheugen())
    assert eigen.lees("register") is None
    eigen.bewaar("register", "geheim é")
    assert eigen.lees("register") == "geheim é"
    eigen.wis("register")
    eigen.wis("register")
    assert eigen.lees("register") is None


def test_een_kluis_die_niets_bewaart_wordt_geweigerd() -> None:
    with pytest.raises(OmgevingFout, match="geen veilige plek"):
        Kluis(keyring.backends.null.Keyring()).bewaar("a", "b")


def test_een_kluis_op_slot_is_een_zin() -> None:
    for doe in (
        lambda k: k.lees("a"),
        lambda k: k.bewaar("a", "b"),
        lambda k: k.wis("a"),
    ):
        with pytest.raises(OmgevingFout, match="niet te bereiken"):
            doe(Kluis(_Dicht()))


@pytest.mark.parametrize(
    "soort", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring, _Geheugen]
)
def test_alleen_bekende_kluizen_zijn_veilig(
    monkeypatch: pytest.MonkeyPatch, soort: type[KeyringBackend]
) -> None:
    assert not is_veilig(soort())
    monkeypatch.setattr(opslag.keyring, "get_keyring", soort)
    with pytest.raises(OmgevingFout, match="geen veilige plek"):
        Kluis()


def test_een_veilige_in_een_keten_wordt_gekozen(monkeypatch: pytest.MonkeyPatch) -> None:
    class _Keten(_Geheugen):
        backends = (keyring.backends.null.Keyring(), _Geheugen())

    monkeypatch.setattr(opslag.keyring, "get_keyring", _Keten)
    with pytest.raises(OmgevingFout):
        Kluis()
    naam = f"{_Geheugen.__module__}.{_Geheugen.__qualname__}"
    monkeypatch.setattr(opslag, "TOEGESTAAN", frozenset({naam}))
    Kluis().bewaar("a", "b")
