"""Row of the table: a promise to the klager was kept."""

from __future__ import annotations

from klachtenapp.domain import toezeggingen
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.handeling import Groep, Handeling
from klachtenapp.domain.handelingen import bewakers_belofte, toestanden
from klachtenapp.domain.handelingen.velden import datumveld, keuzeveld, tekstveld

KOM_BELOFTE_NA = Handeling(
    naam="kom_belofte_na",
    label="Belofte nagekomen",
    gebeurtenis=G.BELOFTE_NAGEKOMEN,
    van=toestanden.MET_GESLOTEN,
    soorten=toestanden.ALLE_SOORTEN,
    past=lambda dossier: bool(toezeggingen.openstaand(dossier)),
    uitleg="Wat wij in een gesprek beloofden, is gedaan of hoeft niet meer.",
    op_veld="nagekomen_op",
    velden=(
        tekstveld("belofte", "Welke belofte?", hulp="Zoals het in het gesprek is opgeschreven."),
        keuzeveld(
            "uitkomst",
            "Hoe is het afgelopen?",
            (("gedaan", "gedaan"), ("niet meer nodig", "hoeft niet meer, de klager weet dat")),
        ),
        datumveld("nagekomen_op", "Op welke dag?", vandaag=True),
        tekstveld("hoe", "Wat is er gedaan?", lang=True),
    ),
    bewakers=(bewakers_belofte.belofte_bekend,),
    groep=Groep.VASTLEGGEN,
    terug="Belofte nagekomen ongedaan maken",
)

RIJEN = (KOM_BELOFTE_NA,)
