"""Lets Python rest from looking for garbage while a large file is taken in."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Switch the search for reference cycles off for a block.

    A large import makes hundreds of thousands of objects and hardly a cycle among them;
    searching them again and again costs a sixth of the time and finds nothing.
    """
    stond_aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stond_aan:
            gc.enable()
