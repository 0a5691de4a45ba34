"""The grounds of art. 9:8 Awb on which a klacht need not be handled, for letter and handeling."""

from __future__ import annotations

GRONDEN_9_8: tuple[tuple[str, str], ...] = (
    ("a", "a. deze klacht is al eerder behandeld"),
    ("b", "b. het gebeurde langer dan een jaar voor de klacht"),
    ("c", "c. de klager kon bezwaar maken"),
    ("d", "d. de klager kan of kon in beroep (niet bij een te laat besluit)"),
    ("e", "e. er loopt of liep een procedure bij een andere rechter"),
    ("f", "f. er loopt een strafrechtelijk onderzoek of een vervolging"),
    ("lid 2", "lid 2. het belang of het gewicht is kennelijk onvoldoende"),
)
"""Stored word and label, in the order of the law. What the klager reads stands in the letter."""
