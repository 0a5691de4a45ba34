"""The one form that draws any handeling: its questions, and what stands in the way, live.

It knows no rule. Questions, objections and texts come from the table of handelingen; what
was filled in goes out as an ``Opdracht`` for the service.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Handeling
from klachtenapp.errors import ConflictFout, KlachtenappError, RegelFout
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.ui import tokens
from klachtenapp.ui.botsing import Intussen
from klachtenapp.ui.bouwstenen import Knop, Kop, Melding, Schuifvlak, Tekst
from klachtenapp.ui.handeling_formulier import HandelingFormulier, Namen, zin
from klachtenapp.ui.venstermaat import pas_op_scherm

_BREED = 560  # px at 100 % text: lines of a comfortable length
_HOOG = 620


class HandelingVenster(QDialog):
    """The form in a window of its own; ``bevestigd`` carries the ``Opdracht``.

    It stays open until the service has said yes, so a refusal costs nobody a typed word.
    """

    bevestigd = Signal(object)

    def __init__(
        self,
        handeling: Handeling,
        dossier: Dossier,
        ctx: Context,
        namen: Namen,
        *,
        invoer: Mapping[str, str] | None = None,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"{handeling.label} · {dossier.kenmerk}")
        self.setAccessibleName(handeling.label)
        self.formulier = HandelingFormulier(handeling, dossier, ctx, namen)
        self._handeling = handeling
        self._dossier = self._gezien = dossier
        self._vandaag = ctx.vandaag
        self._uid = str(uuid4())
        self._conflict = ""
        self._bouw()
        self._begin = self.invoer()
        self.formulier.vul(invoer or {})
        self.formulier.gewijzigd.connect(self._toon_algemeen)
        self._toon_algemeen()
        self._focus_eerste()

    @property
    def sleutel(self) -> tuple[str, str]:
        """Which handeling of which dossier this is."""
        return self._dossier.kenmerk, self._handeling.naam

    def invoer(self) -> dict[str, str]:
        """Return what was filled in so far."""
        return self.formulier.invoer()

    @property
    def getypt(self) -> bool:
        """Whether something was filled in that the form did not propose itself."""
        return self.invoer() != self._begin

    def zinnen(self) -> str:
        """Return what stands in the way, and what others did meanwhile, as it is shown."""
        boven = (self._melding.tekst(), self._intussen.tekst())
        return "\n".join((*boven, *self.formulier.zinnen())).strip()

    def bevestig(self) -> None:
        """Hand out the opdracht, or show what still stands in the way."""
        self.formulier.toon_alles()
        self._toon_algemeen()
        fout = self.formulier.eerste_fout()
        if fout is not None:
            fout.setFocus()
            return
        if self.formulier.algemeen():
            return
        self._zet_bezig(True)
        self.bevestigd.emit(
            Opdracht(
                kenmerk=self._dossier.kenmerk,
                handeling=self._handeling.naam,
                invoer=self.formulier.invoer(),
                versie=self._dossier.versie,
                opdracht_uid=self._uid,
            )
        )

    def weiger(self, fout: KlachtenappError) -> None:
        """Show why the service said no; everything that was typed is still there."""
        self._zet_bezig(False)
        if isinstance(fout, ConflictFout):
            self._conflict = (
                f"{fout} Wat u heeft ingevuld staat er nog. Klik nog een keer om door te gaan."
            )
            self._toon_algemeen()
            return
        veld = fout.veld if isinstance(fout, RegelFout) else None
        if not (veld and self.formulier.zet_fout(veld, str(fout))):
            self._melding.toon(str(fout), "fout")

    def zet_dossier(self, dossier: Dossier) -> None:
        """Go on with the dossier as someone else left it, and tell what is different.

        The next press of the button is then about the dossier as it is now.
        """
        anders = dossier.versie != self._dossier.versie
        self._dossier = dossier
        self.formulier.zet_dossier(dossier)
        if anders:
            kan_door = not self.formulier.algemeen()
            self._intussen.vergelijk(self._gezien, dossier, self._vandaag, kan_door=kan_door)
        self._toon_algemeen()

    def zet_naast(self, paneel: QWidget) -> None:
        """Put something to look at beside the questions."""
        self._midden.insertWidget(0, paneel)
        extra = paneel.minimumWidth() + tokens.RUIMTE_L
        pas_op_scherm(self, self.width() + extra, tokens.px(_HOOG))

    def _bouw(self) -> None:
        opmaak = QVBoxLayout(self)
        rand = tokens.RUIMTE_XL
        opmaak.setContentsMargins(rand, rand, rand, tokens.RUIMTE_L)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop(self._handeling.label, 1))
        if self._handeling.uitleg:
            opmaak.addWidget(Tekst(self._handeling.uitleg, "gedempt"))
        self._melding = Melding()
        opmaak.addWidget(self._melding)
        self._intussen = Intussen()
        opmaak.addWidget(self._intussen)
        self._midden = QHBoxLayout()
        self._midden.setSpacing(tokens.RUIMTE_L)
        self._midden.addWidget(Schuifvlak(self.formulier), 1)
        opmaak.addLayout(self._midden, 1)
        opmaak.addLayout(self._knoppen())
        bevestig = QShortcut(QKeySequence("Ctrl+Return"), self)
        bevestig.activated.connect(self.bevestig)
        hint = self.formulier.sizeHint().height() + tokens.px(210)
        pas_op_scherm(self, tokens.px(_BREED), min(tokens.px(_HOOG), hint))

    def _knoppen(self) -> QHBoxLayout:
        self._stop = Knop("Annuleren")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.reject)
        self.knop = Knop(self._handeling.label, primair=True)
        self.knop.setDefault(True)
        self.knop.setToolTip(f"{self._handeling.label} (Ctrl+Enter)")
        self.knop.clicked.connect(self.bevestig)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addWidget(Tekst(self._handeling.artikel, "klein"), 1)
        rij.addWidget(self._stop)
        rij.addWidget(self.knop)
        return rij

    def _toon_algemeen(self) -> None:
        zinnen = [zin(bezwaar) for bezwaar in self.formulier.algemeen()]
        if self._conflict and not self._intussen.tekst():
            zinnen.insert(0, self._conflict)
        self._melding.toon("\n".join(zinnen), "let op")

    def _zet_bezig(self, bezig: bool) -> None:
        self.knop.setEnabled(not bezig)
        self.formulier.setEnabled(not bezig)

    def _focus_eerste(self) -> None:
        """Start in the first question that must be answered, so that one can type at once."""
        for veld in self._handeling.velden:
            invoerveld = self.formulier.veld(veld.naam)
            if not invoerveld.waarde() and veld.verplicht:
                widget: QWidget = invoerveld  # type: ignore[assignment]
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.knop.setFocus()
