"""Postvak uit: what was typed is safe on this computer before it goes to the register.

A share can vanish in the middle of saving, and "error" does not mean "not saved". So every
opdracht is written down here first, under its own uid; it leaves when the register has it.
Replaying does nothing twice.
"""

from __future__ import annotations

from klachtenapp.services.postvak.bezorgen import (
    Afgespeeld,
    WachtOpSchijf,
    bezorg,
    bus_van,
    gooi_weg,
    in_postvak,
    ligt_klaar,
    speel_af,
)
from klachtenapp.services.postvak.bus import Bus, Toestand, Zending
from klachtenapp.services.postvak.leesbaar import regels
from klachtenapp.services.postvak.soorten import Notitie, Onderdelen, Terugdraaiing

__all__ = [
    "Afgespeeld",
    "Bus",
    "Notitie",
    "Onderdelen",
    "Terugdraaiing",
    "Toestand",
    "WachtOpSchijf",
    "Zending",
    "bezorg",
    "bus_van",
    "gooi_weg",
    "in_postvak",
    "ligt_klaar",
    "regels",
    "speel_af",
]
