"""The fixed words of the register: every value is the Dutch word as it is stored and shown."""

from __future__ import annotations

from enum import StrEnum


class Soort(StrEnum):
    """What came in; the first question of every intake."""

    KLACHT = "klacht"
    TIP = "tip"
    COMPLIMENT = "compliment"
    OPMERKING = "opmerking"
    MELDING_OPENBARE_RUIMTE = "melding openbare ruimte"
    DOORZENDING = "doorzending"


class Kanaal(StrEnum):
    """The door through which it came in."""

    BALIE = "balie"
    TELEFOON = "telefoon"
    BRIEF = "brief"
    EMAIL = "e-mail"
    WEBSITE = "website"
    SOCIALE_MEDIA = "sociale media"
    ONBEKEND = "onbekend"


class Vorm(StrEnum):
    """Art. 9:2 and 9:4 Awb make the difference; e-mail and website are schriftelijk (2:13)."""

    MONDELING = "mondeling"
    SCHRIFTELIJK = "schriftelijk"


class Aanhef(StrEnum):
    """How a person wishes to be addressed; asked, never derived from a name."""

    MEVROUW = "mevrouw"
    HEER = "heer"
    NEUTRAAL = "neutraal"
    ONBEKEND = "onbekend"


class Voorkeur(StrEnum):
    """How a person wishes to be reached."""

    BELLEN = "bellen"
    MAILEN = "mailen"
    BRIEF = "brief"
    LANGSKOMEN = "langskomen"


class Wens(StrEnum):
    """What the klager hopes for (Utrecht: the klager decides the manner)."""

    GESPREK = "gesprek"
    EXCUSES = "excuses"
    OPLOSSING = "oplossing"
    OFFICIELE_BRIEF = "officiële brief"


class Oordeel(StrEnum):
    """Judgement on a klachtonderdeel, and on the whole klacht (art. 9:12 Awb)."""

    GEGROND = "gegrond"
    DEELS_GEGROND = "deels gegrond"
    ONGEGROND = "ongegrond"
    GEEN_OORDEEL = "geen oordeel"


class Afdoeningswijze(StrEnum):
    """How a dossier ended; exactly one at closing."""

    INFORMEEL_OPGELOST = "informeel opgelost"
    FORMEEL_AFGEHANDELD = "formeel afgehandeld"
    INGETROKKEN = "ingetrokken"
    NIET_IN_BEHANDELING = "niet in behandeling genomen"
    DOORGEZONDEN = "doorgezonden"
    DOORGELEID_ALS_BEZWAAR = "doorgeleid als bezwaar of beroep"
    OMGEZET_IN_MELDING = "omgezet in melding"
    GEEN_KLACHT = "geen klacht"
    GEEN_REACTIE = "geen reactie van klager"
    ANONIEM_SIGNAAL = "anoniem signaal"
    BEANTWOORD = "beantwoord"  # tip, compliment, opmerking, melding: told and done
    ONBEKEND = "onbekend"  # old registers that did not say how


class Status(StrEnum):
    """The state of a dossier; which step leads where stands in ``handelingen``."""

    CONCEPT = "concept"
    ONTVANGEN = "ontvangen"
    BEOORDELING = "beoordeling"
    AANVULLING_GEVRAAGD = "aanvulling gevraagd"
    INFORMEEL = "informeel"
    FORMEEL = "formeel"
    HOREN = "horen"
    ADVIES = "advies"
    OORDEEL = "oordeel"
    DOORGEZET = "doorgezet"
    TERUGGEKOPPELD = "teruggekoppeld"
    AFGEHANDELD = "afgehandeld"
    HEROPEND = "heropend"
    GEARCHIVEERD = "gearchiveerd"
    VERNIETIGD = "vernietigd"

    @property
    def is_open(self) -> bool:
        """Whether someone still has to do something."""
        return self not in GESLOTEN


GESLOTEN = frozenset({Status.AFGEHANDELD, Status.GEARCHIVEERD, Status.VERNIETIGD})


class Aspect(StrEnum):
    """What a klachtonderdeel is about; several per klacht are possible."""

    BEJEGENING = "bejegening"
    INFORMATIE = "informatie en communicatie"
    BEHANDELTERMIJN = "behandeltermijn"
    BEREIKBAARHEID = "bereikbaarheid"
    UITVOERING = "uitvoering of werkwijze"
    AFSPRAAK = "afspraak niet nagekomen"
    FOUT = "fout"
    PRIVACY = "privacy"
    INTEGRITEIT = "integriteit"
    EXTERN = "externe partij"
    OVERIG = "overig"


class GebeurtenisSoort(StrEnum):
    """What can happen to a dossier; append-only facts from which every date is derived."""

    GEREGISTREERD = "geregistreerd"
    GEIMPORTEERD = "geïmporteerd"
    GEWIJZIGD = "gewijzigd"
    BEHANDELAAR_TOEGEWEZEN = "behandelaar toegewezen"
    GESPREK = "gesprek"
    NOTITIE = "notitie"
    STAPPENPLAN_MEEGEGEVEN = "stappenplan meegegeven"
    BRIEF_KLAARGELEGD = "brief klaargelegd"
    BRIEF_VERVALLEN = "brief weggelegd"  # kept, but will not go out
    BRIEF_VERZONDEN = "brief verzonden"
    IN_BEOORDELING = "in beoordeling"
    AANVULLING_GEVRAAGD = "aanvulling gevraagd"
    AANVULLING_ONTVANGEN = "aanvulling ontvangen"
    INFORMEEL_GESTART = "informele behandeling gestart"
    TEVREDENHEID_VASTGESTELD = "klager tevreden"
    FORMEEL_GESTART = "formele behandeling gestart"
    COMMISSIE_INGESCHAKELD = "commissie ingeschakeld"
    AFSCHRIFT_GEGEVEN = "afschrift aan beklaagde gegeven"
    HOREN_GEPLAND = "hoorzitting gepland"
    GEHOORD = "gehoord"
    AFGEZIEN_VAN_HOREN = "afgezien van horen"
    VERSLAG_VASTGESTELD = "verslag vastgesteld"
    ADVIES_ONTVANGEN = "advies ontvangen"
    OORDEEL_GEVORMD = "oordeel gevormd"
    TERMIJN_LATER_BEGONNEN = "termijn begint later"  # art. 2:24 Awb
    VERDAAGD = "verdaagd"
    UITGESTELD = "verder uitgesteld"
    DOORGEZET = "doorgezet"
    TERUGGEKOPPELD = "teruggekoppeld"
    OMGEZET = "soort gewijzigd"
    GEKOPPELD = "gekoppeld"
    BIJ_OMBUDSMAN = "bij ombudsman"
    AFGEHANDELD = "afgehandeld"
    HEROPEND = "heropend"
    BETROKKEN_GEMERKT = "betrokken gemerkt"
    AMBASSADEUR_TOEGEWEZEN = "ambassadeur toegewezen"
    TER_ONDERTEKENING = "ter ondertekening aangeboden"
    TERUG_MET_OPMERKING = "terug met opmerking"
    ONDERTEKEND = "ondertekend"
    BELOFTE_NAGEKOMEN = "belofte nagekomen"
    PLICHT_GEPASSEERD = "plicht gepasseerd"
    OMBUDSMAN_BIJGEWERKT = "ombudsman bijgewerkt"
    ONGEDAAN_GEMAAKT = "ongedaan gemaakt"  # names the event that no longer counts
