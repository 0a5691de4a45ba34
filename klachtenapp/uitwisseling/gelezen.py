"""What came out of a cell: a value, and what had to be assumed or could not be understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Gelezen(Generic[T]):
    """The value of one cell. ``waarde`` is ``None`` when the cell is empty or not understood.

    ``let_op`` says, as the end of a sentence, what was assumed; ``fout`` why it could not be
    understood. At most one of the two is filled.
    """

    waarde: T | None
    let_op: str = ""
    fout: str = ""
