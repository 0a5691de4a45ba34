"""A key store in a folder, for processes that are killed: what it took in is there."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from keyring.backend import KeyringBackend


class Bestandskluis(KeyringBackend):
    """One file for each secret, whole or not there."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, plek: Path) -> None:
        super().__init__()
        self._plek = plek
        plek.mkdir(parents=True, exist_ok=True)

    def get_password(self, service: str, username: str) -> str | None:
        pad = self._pad(service, username)
        return pad.read_text("utf-8") if pad.is_file() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        pad = self._pad(service, username)
        nieuw = pad.with_suffix(f".{os.getpid()}")
        nieuw.write_text(password, "utf-8")
        nieuw.replace(pad)

    def delete_password(self, service: str, username: str) -> None:
        self._pad(service, username).unlink()

    def _pad(self, service: str, username: str) -> Path:
        return self._plek / sha256(f"{service}\0{username}".encode()).hexdigest()
