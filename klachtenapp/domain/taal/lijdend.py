"""Finds the passive: ``u wordt gebeld``, ``de brief is door ons verstuurd``.

There is no grammar here, only a helping verb and a participle in one clause. It would rather
miss one than call a good sentence bad: ``is gekomen`` and ``wij zijn gesloten`` are active.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from klachtenapp.domain.taal.vondst import Taalvondst, Vondstsoort

_WORDEN = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
_ZIJN = frozenset({"is", "zijn", "was", "waren", "ben", "bent"})
_HEBBEN = frozenset({"heb", "hebt", "heeft", "hebben", "had", "hadden", "gehad"})
_VOEGWOORDEN = frozenset(
    ("dat", "omdat", "als", "want", "maar", "en", "of", "die", "wie", "wat", "waar", "zodat",
     "terwijl", "wanneer", "voordat", "nadat", "hoewel", "toen", "waarom", "hoe")
)  # fmt: skip
_BEPALERS = frozenset(("een", "de", "het", "uw", "onze", "ons", "deze", "die", "dit", "geen"))
_BEZIT = frozenset(("in", "met", "van", "voor", "aan", "op", "bij", "over", "naar", "door", "uit"))
_VOORVOEGSELS = (
    *("aan", "achter", "af", "bij", "binnen", "bloot", "dicht", "door", "goed", "in", "klaar"),
    *("kapot", "kwijt", "los", "mede", "mee", "na", "neer", "om", "onder", "op", "open", "over"),
    *("plaats", "rond", "samen", "schoon", "stil", "tegen", "terug", "teweeg", "toe", "uit"),
    *("vast", "vol", "voor", "waar", "weg", "weer"),
)
_GE = re.compile(rf"(?:{'|'.join(_VOORVOEGSELS)})?ge[^\W\d_]{{2,}}(?:d|t|en)")
_ZWAK = re.compile(
    r"(?:be|ver|ont|her|er|mis|onder|over|voor|door|om|weer)[^\W\d_]{2,}(?:d|cht|kt|ft|st|pt)"
)
_NOG_BEZIG = re.compile(r"(?<![kie])end$")  # vervelend, bepalend; but herkend and bediend
_STERK = frozenset(
    ("begonnen", "begrepen", "behouden", "bekeken", "bekend", "benomen", "beschreven", "besloten",
     "besproken", "bestolen", "betrokken", "bevolen", "bevonden", "bewogen", "bewezen",
     "aanbevolen", "ontbonden", "onthouden", "ontnomen", "ontslagen", "ontvangen", "ontworpen",
     "onderbroken", "ondernomen", "onderschreven", "ondervonden", "onderworpen", "overwogen",
     "doorverwezen", "herroepen", "herzien", "hernomen", "afgesproken", "verboden", "verbonden",
     "verbroken", "vergeleken", "vergeten", "vergeven", "verkozen", "verlaten", "verloren",
     "vermeden", "verstaan", "vervangen", "verworven", "verwezen", "verzonden", "verzwegen",
     "voorgeschreven", "voorkomen", "voorzien", "misdaan", "gedaan", "aangedaan", "afgedaan",
     "gezien", "meegedaan", "nagezien", "overgedaan")
)  # fmt: skip
# Nouns and adjectives that only look like a participle.
_GEEN_DEELWOORD = frozenset(
    ("gebied", "gebit", "gebod", "gebouwen", "gebreken", "gebeden", "gedachten", "gedeelten",
     "gedicht", "gedichten", "geduld", "geest", "gegevens", "geheugen", "gelegenheden", "geld",
     "geleden", "geluid", "geluiden", "gemeenschappen", "gemeenten", "gemoed", "gereed",
     "gerecht", "gerechten", "geschenken", "geslachten", "gesprekken", "getallen", "getuigen",
     "geuren", "gevaren", "gevallen", "gevoelen", "gevolgen", "geweest", "geweld", "gewest",
     "gewicht", "gewoonten", "gezamenlijk", "gezicht", "gezichten", "gezinnen", "gezond",
     "gezondheid", "gegrond", "ongegrond", "deugd", "jeugd", "ontbijt",
     "beeld", "beleid", "beland", "bericht", "berucht", "beroemd", "besef", "besluit",
     "bestand", "bestuurd", "bewind", "bewust", "bezit", "bevoegd", "bereid", "beurt",
     "verband", "verdriet", "verkeerd", "verlangen", "vermoeid", "vers", "verstand", "verzet",
     "verwant", "versterkt", "vernuft", "vertrouwd", "verheugd", "verbaasd", "verdacht",
     "erfd", "ernst", "herfst", "erkend", "overheid", "overlast", "overzicht", "overvloed",
     "onderhoud", "onderscheid", "onderwerp", "ontslag", "omtrent", "omvat", "doorzicht",
     "voorgoed", "voorraad", "voorbeeld", "voorhand", "voorrecht", "doorgaand", "opzicht",
     "toezicht", "uitzicht", "inzicht", "mist", "mislukt", "weerstand", "weerbericht", "omstand")
)  # fmt: skip
# With ``zijn`` these are active (``is gekomen``), or say how something is (``is gesloten``).
_TOESTAND = frozenset(
    ("gebeurd", "gebleken", "gebleven", "gebonden", "gedaald", "geëindigd", "gegaan", "gegroeid",
     "gekomen", "gelegen", "gelopen", "geland", "gelukt", "geopend", "gereden", "geschikt",
     "geschrokken", "geslaagd", "gesloten", "gestegen", "gestopt", "gestorven", "getrouwd",
     "gevallen", "gevestigd", "gevlucht", "gewend", "geweest", "geworden", "gezakt", "gezond",
     "geïnteresseerd", "gehecht", "gericht", "gebaseerd", "gescheiden", "gerechtigd",
     "gemotiveerd", "gestart", "gevolgd", "gewezen", "geboren", "gegaan", "gevoelig",
     "aangekomen", "afgelopen", "binnengekomen", "doorgegaan", "ingegaan", "langsgekomen",
     "meegegaan", "omgegaan", "opgegroeid", "opgehouden", "opgestaan", "overgegaan",
     "overgekomen", "overgestapt", "teruggekomen", "teruggegaan", "toegenomen", "afgenomen",
     "uitgekomen", "voorgekomen", "weggegaan", "weggelopen", "tegengekomen", "misgegaan",
     "goedgekomen", "nagekomen", "klaargekomen", "aangewezen", "opgelucht", "opgelost",
     "ingenomen", "opgewonden", "begonnen", "bekend", "bereid", "beperkt", "beschikt", "bedoeld",
     "besmet", "bevallen", "bevriend", "bevroren", "bezet", "betrokken", "beëindigd", "belast",
     "bezorgd", "ontstaan", "ontsnapt", "overleden", "verandert", "veranderd", "verbonden",
     "verbaasd", "verdwenen", "vergeten", "verhuisd", "verhinderd", "verlopen", "verloofd",
     "vermist", "verplicht", "verschenen", "versleten", "verstreken", "vertraagd", "vertrokken",
     "vervallen", "verzekerd", "verward", "verslaafd", "verkouden", "voorbereid", "voorzien",
     "vooruitgegaan", "hersteld", "mislukt", "misgelopen", "onderlegd", "overtuigd", "tevreden",
     "verantwoord", "gewond", "gekleed", "beschadigd", "gekwetst", "gedwongen", "genoodzaakt",
     "geneigd", "gewaarschuwd", "gemaild", "gevuld", "gehuwd", "gespecialiseerd", "gehandicapt",
     "afgeleid")
)  # fmt: skip
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:()–—\"“”‘]")
_VER = 14  # words between helping verb and participle at most

Token = tuple[str, int, int]


def is_deelwoord(woord: str) -> bool:
    """Return whether a word in small letters looks like a participle: ``gebeld``, ``verzonden``."""
    if woord in _GEEN_DEELWOORD or _NOG_BEZIG.search(woord):
        return False
    return bool(woord in _STERK or _GE.fullmatch(woord) or _ZWAK.fullmatch(woord))


def lijdende_vormen(zin: str) -> list[Taalvondst]:
    """Return the passives in one sentence, from helping verb to participle."""
    uit: list[Taalvondst] = []
    for deel in _bijzinnen(zin):
        plek = 0
        while plek < len(deel):
            gevonden = _bij(deel, plek)
            if gevonden is None:
                plek += 1
                continue
            eerste, laatste = gevonden
            plek = max(plek, laatste) + 1
            start, eind = deel[eerste][1], deel[laatste][2]
            uit.append(
                Taalvondst(
                    Vondstsoort.LIJDEND, start, eind, zin[start:eind],
                    "Lijdende vorm. Wie doet het? Schrijf bijvoorbeeld: wij bellen u.",
                )
            )  # fmt: skip
    return uit


def _bijzinnen(zin: str) -> list[list[Token]]:
    delen: list[list[Token]] = [[]]
    for raak in _TOKEN.finditer(zin):
        woord = raak.group().lower()
        if not woord[0].isalpha() or woord in _VOEGWOORDEN:
            delen.append([])
        else:
            delen[-1].append((woord, raak.start(), raak.end()))
    return delen


def _bij(deel: Sequence[Token], plek: int) -> tuple[int, int] | None:
    """Return first and last word of the passive made with the helping verb at ``plek``."""
    woord = deel[plek][0]
    zijn = woord in _ZIJN
    if not zijn and woord not in _WORDEN:
        return None
    if zijn and (any(w in _HEBBEN for w, _, _ in deel) or _is_bezit(deel, plek)):
        return None
    for verder in range(plek + 1, min(len(deel), plek + 1 + _VER)):
        ander = deel[verder][0]
        if ander in _HEBBEN or ander in _ZIJN or ander in _WORDEN:
            break
        if _past(deel, verder, zijn=zijn):
            return plek, verder
    for eerder in range(plek - 1, max(-1, plek - 3), -1):
        if _past(deel, eerder, zijn=zijn):
            return (eerder, plek) if plek == len(deel) - 1 or not zijn else None
    return None


def _past(deel: Sequence[Token], plek: int, *, zijn: bool) -> bool:
    woord = deel[plek][0]
    if not is_deelwoord(woord) or (zijn and woord in _TOESTAND):
        return False
    vorige = deel[plek - 1][0] if plek else ""
    bijvoeglijk = vorige in _BEPALERS and plek < len(deel) - 1
    return vorige not in ("te", "meer", "heel", "erg", "zeer") and not bijvoeglijk


def _is_bezit(deel: Sequence[Token], plek: int) -> bool:
    """Whether ``zijn`` is his, not are: ``met zijn brief``."""
    if deel[plek][0] != "zijn":
        return False
    return plek == 0 or deel[plek - 1][0] in _BEZIT
