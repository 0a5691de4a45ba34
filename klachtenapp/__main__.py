"""The door of the program: without arguments the window, with arguments the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

_EXIT_OMGEVING = 2
_EINDE = ".klachten"
# A frozen program has no interpreter beside it: it starts itself to read a strange file.
_LEES_BESTAND = "--lees-bestand"
_LEES_LOGO = "--lees-logo"
_TEKEN_BIJLAGE = "--teken-bijlage"
_LEES_SCAN = "--lees-scan"


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    One argument that ends in ``.klachten`` opens that register in the window: that is how a
    double click in the file explorer arrives.
    """
    argumenten = sys.argv[1:] if argumenten is None else list(argumenten)
    if not argumenten:
        return venster(None)
    if argumenten[0] == _LEES_BESTAND:
        from klachtenapp.uitwisseling import leeskind

        return leeskind.main(argumenten[1:])
    if argumenten[0] == _LEES_LOGO:
        from klachtenapp.uitwisseling import logokind

        return logokind.main(argumenten[1:])
    if argumenten[0] == _TEKEN_BIJLAGE:
        from klachtenapp.uitwisseling import beeldkind

        return beeldkind.main(argumenten[1:])
    if argumenten[0] == _LEES_SCAN:
        from klachtenapp.uitwisseling import scankind

        return scankind.main(argumenten[1:])
    if len(argumenten) == 1 and argumenten[0].casefold().endswith(_EINDE):
        return venster(Path(argumenten[0]))
    from klachtenapp.cli import hoofd

    return hoofd.main(argumenten, venster)


def venster(pad: Path | None, na_eerste_beeld: Callable[[], None] | None = None) -> int:
    """Open the window, or say in a sentence why that cannot be done here.

    ``na_eerste_beeld`` is called once, when the first werkvoorraad has been drawn.
    """
    gc.disable()  # loading makes no garbage; app switches it on when the window stands
    from klachtenapp.ui import omgeving

    bezwaar = omgeving.bezwaar()
    if not bezwaar:
        try:
            # First what knows no Qt: Qt's binding looks at every import that follows it, and
            # the start takes a tenth longer the other way round.
            from klachtenapp import bootstrap  # noqa: F401
            from klachtenapp.ui import app
        except ImportError as fout:
            if not str(fout.name or fout).startswith(("PySide6", "shiboken6", "lib")):
                raise
            bezwaar = omgeving.uit_importfout(fout)
        else:
            return app.start(pad, na_eerste_beeld=na_eerste_beeld)
    gc.enable()
    print(bezwaar, file=sys.stderr)
    return _EXIT_OMGEVING


if __name__ == "__main__":
    sys.exit(main())
