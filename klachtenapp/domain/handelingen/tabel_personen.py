"""Rows of the table: who was involved and may not handle it, and who follows it besides."""

from __future__ import annotations

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.handeling import Groep, Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import bewakers, gevolgen, toestanden
from klachtenapp.domain.handelingen.velden import tekstveld
from klachtenapp.domain.onafhankelijk import NIET_MEER, gemerkten

MERK_BETROKKEN = Handeling(
    naam="merk_betrokken",
    label="Collega was betrokken",
    gebeurtenis=G.BETROKKEN_GEMERKT,
    van=toestanden.KLACHT_OPEN,
    soorten=toestanden.KLACHT,
    artikel="art. 9:7 lid 1 Awb",
    uitleg="Deze collega kan de klacht daarna niet behandelen en geen brief erover tekenen.",
    velden=(
        Veld("medewerker", "Wie was betrokken?", VeldSoort.MEDEWERKER),
        tekstveld(
            "reden",
            "Hoe was deze collega betrokken?",
            hulp="Bijvoorbeeld: nam de beslissing, of was erbij toen het gebeurde.",
        ),
    ),
    bewakers=(bewakers.nog_niet_gemerkt,),
    groep=Groep.VASTLEGGEN,
    terug="Betrokken gemerkt ongedaan maken",
)

MERK_NIET_BETROKKEN = Handeling(
    naam=NIET_MEER,
    label="Collega was toch niet betrokken",
    gebeurtenis=G.BETROKKEN_GEMERKT,
    van=toestanden.KLACHT_OPEN,
    soorten=toestanden.KLACHT,
    past=lambda dossier: bool(gemerkten(dossier)),
    artikel="art. 9:7 lid 1 Awb",
    uitleg="Alleen als het een vergissing was. In de tijdlijn blijft staan wat er eerst stond.",
    velden=(
        Veld("medewerker", "Wie was toch niet betrokken?", VeldSoort.MEDEWERKER),
        tekstveld("reden", "Waarom niet?"),
    ),
    bewakers=(bewakers.wel_gemerkt,),
    groep=Groep.VASTLEGGEN,
    terug="Toch niet betrokken ongedaan maken",
)

WIJS_AMBASSADEUR_TOE = Handeling(
    naam="wijs_ambassadeur_toe",
    label="Ambassadeur laten meekijken",
    gebeurtenis=G.AMBASSADEUR_TOEGEWEZEN,
    van=toestanden.ALLES_OPEN,
    soorten=toestanden.ALLE_SOORTEN,
    gevolg=gevolgen.ambassadeur_kiezen,
    uitleg="De ambassadeur volgt hoe het gaat en helpt zo nodig. De behandelaar blijft dezelfde.",
    velden=(
        Veld("ambassadeur", "Wie kijkt mee?", VeldSoort.MEDEWERKER),
        tekstveld("reden", "Waarom?", verplicht=False),
    ),
    bewakers=(bewakers.ambassadeur_kijkt_mee,),
    groep=Groep.VASTLEGGEN,
    terug="Ambassadeur ongedaan maken",
)

RIJEN = (MERK_BETROKKEN, MERK_NIET_BETROKKEN, WIJS_AMBASSADEUR_TOE)
