"""The documents of a dossierboek: how each comes in, and the list that names all of them."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain import dagtekst
from klachtenapp.domain.brieven import kanalen
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.gebeurtenistekst import BRIEFNAMEN, hoofdletter
from klachtenapp.papier.dossierboek import Hoofdstuk, Lijst
from klachtenapp.papier.structuur import Beeld
from klachtenapp.papier.tabel import Kolom


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document on its way into the book: how it comes in, or ``reden`` why not."""

    info: DocumentInfo
    titel: str
    brief: bytes = b""
    paginas: tuple[tuple[Beeld, str], ...] = ()
    reden: str = ""

    @property
    def naam(self) -> str:
        """The title without the day, which has a column of its own."""
        dag = dagtekst.lang(self.info.verzonden_op) if self.info.verzonden_op else ""
        return self.titel.removesuffix(f", {dag}")


def brieftitel(info: DocumentInfo) -> str:
    """Return what a letter is called, with the day on which it went."""
    naam = BRIEFNAMEN.get(info.soort, hoofdletter(info.soort))
    return f"{naam}, {dagtekst.lang(info.verzonden_op)}" if info.verzonden_op else naam


def lijst_van_stukken(stukken: list[Stuk]) -> tuple[Hoofdstuk, ...]:
    """Return the chapter that names every document with its checksum."""
    if not stukken:
        return ()
    kolommen = (
        *(Kolom("Stuk", 30, rijkop=True), Kolom("Wanneer", 24), Kolom("In dit boek", 16)),
        Kolom("Controlegetal (sha256)", 30),
    )
    rijen = tuple(
        (stuk.naam, _wanneer(stuk.info), _stand_in_boek(stuk), _gebroken(stuk.info.sha256))
        for stuk in stukken
    )
    return (Hoofdstuk("Lijst van stukken", (Lijst(kolommen, rijen),)),)


def _wanneer(info: DocumentInfo) -> str:
    grootte = f"{max(1, round(info.bytes / 1024))} kB"
    if info.verzonden_op is None:
        return f"bewaard {dagtekst.kort(info.toegevoegd_op.date())}, {grootte}"
    hoe = kanalen.WOORDEN.get(info.kanaal, "")
    verzonden = f"verzonden {dagtekst.kort(info.verzonden_op)}"
    return ", ".join(deel for deel in (verzonden, hoe, grootte) if deel)


def _stand_in_boek(stuk: Stuk) -> str:
    if stuk.brief or stuk.paginas:
        return f"ja, maar {stuk.reden}" if stuk.reden else "ja"
    return f"nee: {stuk.reden}"


def _gebroken(som: str) -> str:
    """Return a checksum in groups that break over lines."""
    return " ".join(som[plek : plek + 16] for plek in range(0, len(som), 16))
