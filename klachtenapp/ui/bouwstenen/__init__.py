"""The small widgets of which every page is built; they know colours and words, no rules."""

from __future__ import annotations

from klachtenapp.ui.bouwstenen.blokmodel import BLOK, Blokmodel
from klachtenapp.ui.bouwstenen.chips import Chip, ChipGroep
from klachtenapp.ui.bouwstenen.datumveld import DatumVeld
from klachtenapp.ui.bouwstenen.hand import Hand, Plek, op_hun_plek
from klachtenapp.ui.bouwstenen.kaart import Kaart, LegeStaat, Melding, Schuifvlak
from klachtenapp.ui.bouwstenen.knop import Knop, Zoekveld
from klachtenapp.ui.bouwstenen.overlay import Overlay
from klachtenapp.ui.bouwstenen.pagina import Pagina
from klachtenapp.ui.bouwstenen.rijdelegate import KLEURROL, STERKROL, Cel, RijDelegate
from klachtenapp.ui.bouwstenen.stroom import Stroom
from klachtenapp.ui.bouwstenen.tabel import Tabel
from klachtenapp.ui.bouwstenen.tegel import Tegel
from klachtenapp.ui.bouwstenen.tekst import Kop, Teken, Tekst
from klachtenapp.ui.bouwstenen.veldregel import Veldregel
from klachtenapp.ui.bouwstenen.voortgang import Voortgangskaart

__all__ = [
    "BLOK",
    "KLEURROL",
    "STERKROL",
    "Blokmodel",
    "Cel",
    "Chip",
    "ChipGroep",
    "DatumVeld",
    "Hand",
    "Kaart",
    "Knop",
    "Kop",
    "LegeStaat",
    "Melding",
    "Overlay",
    "Pagina",
    "Plek",
    "RijDelegate",
    "Schuifvlak",
    "Stroom",
    "Tabel",
    "Tegel",
    "Teken",
    "Tekst",
    "Veldregel",
    "Voortgangskaart",
    "Zoekveld",
    "op_hun_plek",
]
