"""How large the pages of a new register are."""

from __future__ import annotations

from typing import Final

from klachtenapp.models.register import Register

BLADGROOTTE: Final = 16_384
"""Bytes. On a share each page that a save changes costs five round trips to the server: one to
read it and four to keep the old and write the new. Fewer and larger pages cost less: with
4,096 a save takes a quarter more of them."""


def kies_bladgrootte(register: Register) -> None:
    """Choose it for a file that is still empty; a file that is not keeps what it has.

    A locked file stays as SQLCipher makes it: its size is not written in the file, and every
    program that opens it must know it beforehand.
    """
    if not register.sleutel:
        register.sql(f"PRAGMA page_size = {BLADGROOTTE}")
