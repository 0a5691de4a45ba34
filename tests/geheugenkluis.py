"""A key store that forgets everything when the test is over."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class Geheugenkluis(KeyringBackend):
    """Keeps secrets as long as the test lasts; ``geheimen`` by (service, name)."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.geheimen: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.geheimen.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.geheimen[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.geheimen[service, username]
