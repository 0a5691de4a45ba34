"""Makes everything that can be searched anew from the dossiers themselves."""

from __future__ import annotations

from klachtenapp.models import lezen, logdraad, zoektekst
from klachtenapp.models.migrations.m0001_begin import ZOEKINDEX as BEGIN
from klachtenapp.models.migrations.m0005_minder_bladen import ZOEKINDEX
from klachtenapp.models.register import PER_VRAAG, Register, in_stukken
from klachtenapp.models.tables import ZoektekstRow


def herbouw(register: Register) -> int:
    """Make the search text and its index anew, in a transaction; returns of how many.

    The index goes first and whole: taking texts out of one that is wrong would fail.
    """
    for ding in ("TRIGGER zoektekst_eraf", "TRIGGER zoektekst_anders", "TABLE zoekindex"):
        soort, naam = ding.split()
        register.sql(f"DROP {soort} IF EXISTS {naam}")
    register.schrijf(ZoektekstRow.delete())
    nummers = [int(nummer) for (nummer,) in register.sql("SELECT id FROM melding ORDER BY id")]
    for stuk in in_stukken(nummers, PER_VRAAG):
        register.schrijf_veel(
            ZoektekstRow,
            ("melding", "tekst"),
            [
                (nummer, zoektekst.van(dossier, dossier.kenmerk))
                for nummer, dossier in lezen.haal_genummerd(register, stuk)
            ],
        )
    _, *triggers = BEGIN
    for opdracht in (ZOEKINDEX, *triggers):
        register.sql(opdracht)
    register.sql("INSERT INTO zoekindex(zoekindex) VALUES ('rebuild')")
    logdraad.herstel(register)
    return len(nummers)
