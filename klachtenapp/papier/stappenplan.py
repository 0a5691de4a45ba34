"""The stappenplan: one sheet that shows a klager what happens, understandable without reading.

On one A4, in 18 points (``groot``) on as many as it needs, on an A5 with a back, or on an A4
that folds to an A5 booklet. The texts are data (``resources/stappenplan``), the pictograms our
own, the state comes from ``stappen``.
"""

from __future__ import annotations

from klachtenapp.domain.staptabel import Formaat
from klachtenapp.errors import RegelFout
from klachtenapp.papier.blad import BREEDTE, HOOGTE, Blad
from klachtenapp.papier.lettertype import VET
from klachtenapp.papier.stapboek import BOEK, teken_a5, teken_boekje
from klachtenapp.papier.stapindeling import Pagina, op_een_pagina, op_paginas, passend
from klachtenapp.papier.stapkop import hoogte_kop, teken_kop, teken_oefening
from klachtenapp.papier.stapmodel import A5, Stappenplan
from klachtenapp.papier.staprij import teken_rijen
from klachtenapp.papier.stapvoet import hoogte_voet, teken_voet
from klachtenapp.papier.venster import gemeente_naam

__all__ = ["Stappenplan", "teken_op", "teken_stappenplan"]

_WIT = 4.0  # between head, steps and foot
_PAPIER = {
    Formaat.A4: (BREEDTE, HOOGTE),
    Formaat.A5: (A5.breedte, A5.hoogte),
    Formaat.VOUW: BOEK,
}
_KEREN = {
    Formaat.A4: "",
    Formaat.A5: "DuplexFlipLongEdge",
    Formaat.VOUW: "DuplexFlipShortEdge",
}


def teken_stappenplan(plan: Stappenplan) -> bytes:
    """Return the sheet as PDF.

    :raises RegelFout: large letters on small paper, or texts that do not fit.
    """
    if plan.groot and plan.klein:
        raise RegelFout("Grote letters passen niet op A5. Kies A4.", veld="formaat")
    titel = plan.teksten["titel"]
    if plan.persoonlijk:
        titel = f"{titel} ({plan.velden['kenmerk']})"
    blad = Blad(
        titel, datum=plan.vandaag, taal=plan.teksten["taalcode"],
        auteur=gemeente_naam(plan.gemeente), formaat=_PAPIER[plan.formaat],
        keren=_KEREN[plan.formaat],
    )  # fmt: skip
    teken = {Formaat.A4: teken_op, Formaat.A5: teken_a5, Formaat.VOUW: teken_boekje}
    teken[plan.formaat](blad, plan)
    return blad.bewaar()


def teken_op(blad: Blad, plan: Stappenplan) -> None:
    """Draw the A4 on the page that is open: also as a page behind a letter."""
    begin = plan.vel.rand + hoogte_kop(plan) + _WIT
    if not plan.groot:
        plan = passend(plan, lambda p: p.vel.onder - hoogte_voet(p) - _WIT - begin)
    voet = hoogte_voet(plan) + _WIT
    teken_kop(blad, plan)
    if plan.groot:
        _teken_paginas(blad, plan, op_paginas(plan, begin, voet))
    else:
        _teken_paginas(blad, plan, [op_een_pagina(plan, begin, plan.vel.onder - voet)])
    teken_voet(blad, plan, plan.vel.onder - hoogte_voet(plan))


def _teken_paginas(blad: Blad, plan: Stappenplan, paginas: list[Pagina]) -> None:
    for nummer, (rijen, boven) in enumerate(paginas):
        if nummer:
            blad.nieuwe_pagina()
            with blad.sier():
                teken_oefening(blad, plan)
        teken_rijen(blad, plan, rijen, boven)
        if nummer + 1 < len(paginas):
            with blad.inhoud("P"):
                verder = plan.tekst(plan.teksten["verder"], blad=str(nummer + 2))
                blad.tekst(plan.vel.rechts, plan.vel.onder, verder, font=VET, maat=18,
                           kleur=plan.kleur, plek="rechts")  # fmt: skip
