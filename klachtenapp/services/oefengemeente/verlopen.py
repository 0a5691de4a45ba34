"""The stories of the oefengemeente: how a klacht, a tip or a piece of post can go."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.services.oefengemeente import verlopen_begin, verlopen_einde, verlopen_formeel
from klachtenapp.services.oefengemeente.zaak import Verteller

VERLOPEN: Mapping[str, Verteller] = {
    verteller.__name__: verteller
    for verteller in (
        *(verlopen_begin.informeel, verlopen_begin.stil),
        *(verlopen_begin.juist_kanaal, verlopen_begin.start_termijn),
        *(verlopen_formeel.formeel, verlopen_formeel.formeel_verdaagd),
        *(verlopen_formeel.formeel_traag, verlopen_formeel.heropend),
        *(verlopen_formeel.verbeterd, verlopen_formeel.bij_ombudsman, verlopen_formeel.meer_tijd),
        *(verlopen_formeel.commissie_laat, verlopen_formeel.ombudsman_loopt),
        *(verlopen_einde.ingetrokken, verlopen_einde.niet_in_behandeling),
        *(verlopen_einde.geen_klacht, verlopen_einde.geen_reactie, verlopen_einde.anoniem),
        *(verlopen_einde.terugkoppelen, verlopen_einde.melding_wordt_klacht),
        *(verlopen_einde.doorzenden, verlopen_einde.doorgeleid, verlopen_einde.stil_gebleven),
    )
} | {"formeel_commissie": verlopen_formeel.formeel}
"""Every story by the name in which the draaiboek asks for it."""
