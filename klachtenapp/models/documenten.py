"""Letters and attachments: their bytes once for each content, their place in a dossier."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen, omzetten
from klachtenapp.models.register import Register
from klachtenapp.models.tables import DocumentRow, InhoudRow, InstellingRow, MeldingRow


def som(inhoud: bytes) -> str:
    """Return the sha256 of a content in hex."""
    return hashlib.sha256(inhoud).hexdigest()


def voeg_toe(register: Register, kenmerk: str, info: DocumentInfo, inhoud: bytes) -> DocumentInfo:
    """Store a document in a dossier, in a transaction; returns it with id, hash and size."""
    nummer = meldingen.vind(register, kenmerk)
    if nummer is None:
        raise RegelFout(f"Er is geen dossier met kenmerk {kenmerk}.", veld="kenmerk")
    sha256 = bewaar_inhoud(register, inhoud)
    gevuld = replace(info, sha256=sha256, bytes=len(inhoud))
    document = register.schrijf(
        DocumentRow.insert(
            melding=nummer,
            naam=gevuld.naam,
            soort=gevuld.soort,
            inhoud=sha256,
            bytes=gevuld.bytes,
            toegevoegd_op=gevuld.toegevoegd_op,
            verzonden_op=gevuld.verzonden_op,
            kanaal=gevuld.kanaal,
        )
    )
    return replace(gevuld, id=int(document))


def markeer_verzonden(register: Register, document: int, op: date, kanaal: str) -> None:
    """Write down that a stored document was sent, in a transaction."""
    register.schrijf(
        DocumentRow.update(verzonden_op=op, kanaal=kanaal).where(DocumentRow.id == document)
    )


def info(register: Register, document: int) -> DocumentInfo:
    """Return what is known of one document; RegelFout when it is not there."""
    rij = register.een(DocumentRow.select().where(DocumentRow.id == document).dicts())
    if rij is None:
        raise RegelFout("Dit document is er niet (meer).", veld="document")
    return omzetten.document(rij)


def lees(register: Register, document: int) -> bytes:
    """Return the bytes of one document; RegelFout when it is not there."""
    gezocht = info(register, document)
    inhoud = lees_inhoud(register, gezocht.sha256)
    if inhoud is None:
        raise RegelFout("De inhoud van dit document is er niet.", veld="document")
    return inhoud


def begin(register: Register, sha256: str, bytes_: int) -> bytes:
    """Return the first bytes of a content, without reading all of it; empty when it is gone."""
    rijen = register.sql(
        "SELECT substr(inhoud, 1, ?) FROM inhoud WHERE sha256 = ?", (bytes_, sha256)
    )
    gevonden = rijen[0][0] if rijen else b""
    return gevonden.encode() if isinstance(gevonden, str) else bytes(gevonden)


def verwijder(register: Register, document: int) -> None:
    """Take a document out of its dossier, in a transaction; its bytes go when nothing has them."""
    sha256 = info(register, document).sha256
    register.schrijf(DocumentRow.delete().where(DocumentRow.id == document))
    laat_inhoud_los(register, sha256)


def bewaar_inhoud(register: Register, inhoud: bytes) -> str:
    """Store bytes once for each content, in a transaction; return their sha256."""
    sha256 = som(inhoud)
    if register.een(InhoudRow.select(InhoudRow.sha256).where(InhoudRow.sha256 == sha256)) is None:
        register.schrijf(InhoudRow.insert(sha256=sha256, inhoud=inhoud))
    return sha256


def lees_inhoud(register: Register, sha256: str) -> bytes | None:
    """Return the bytes with this sha256; ``None`` when they are not in the register."""
    rij = register.een(InhoudRow.select(InhoudRow.inhoud).where(InhoudRow.sha256 == sha256).dicts())
    if rij is None:
        return None
    inhoud = rij["inhoud"]
    # Text where bytes were stored: changed by another program, and to be found as such.
    return inhoud.encode() if isinstance(inhoud, str) else bytes(inhoud)


def laat_inhoud_los(register: Register, sha256: str) -> None:
    """Remove bytes that no setting names any more, unless a document has them too."""
    gebruikt = DocumentRow.select(DocumentRow.id).where(DocumentRow.inhoud == sha256)
    genoemd = InstellingRow.select(InstellingRow.naam).where(InstellingRow.waarde.contains(sha256))
    if register.een(gebruikt) is None and register.een(genoemd) is None:
        register.sql("PRAGMA secure_delete = 1")  # the pages too: zeros instead of the content
        register.schrijf(InhoudRow.delete().where(InhoudRow.sha256 == sha256))


def kenmerk(register: Register, document: int) -> str:
    """Return the kenmerk of the dossier that holds this document; RegelFout when none does."""
    rij = register.een(
        MeldingRow.select(MeldingRow.kenmerk)
        .join(DocumentRow, on=DocumentRow.melding == MeldingRow.id)
        .where(DocumentRow.id == document)
        .dicts()
    )
    if rij is None:
        raise RegelFout("Dit document is er niet (meer).", veld="document")
    return str(rij["kenmerk"])
