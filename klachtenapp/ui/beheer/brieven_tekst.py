"""The middle of the section Brieven: onderwerp, text, and below them what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from klachtenapp.domain.brieven.veldenlijst import Briefveld
from klachtenapp.domain.taal import Verborgen
from klachtenapp.domain.teksttaal.alineas import Alinea, Tekstvorm, ontleed, schrijf
from klachtenapp.domain.teksttaal.merken import Merksoort
from klachtenapp.domain.teksttaal.oordeel import Tekstbezwaar
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.brieven_balk import Briefbalk
from klachtenapp.ui.beheer.brieven_editor import Briefeditor
from klachtenapp.ui.beheer.brieven_lijst import Wikkellijst
from klachtenapp.ui.beheer.brieven_merk import TEKEN, Naamgever, leesbaar, namen

_PLEK = Qt.ItemDataRole.UserRole
_RIJEN = 4  # of the list of problems before it scrolls


class Brieftekstvak(QWidget):
    """Shows one letter text to change. ``gewijzigd`` after every change by the user."""

    gewijzigd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bezig = False
        self.naam: Naamgever = lambda merk: merk.naam
        self._leeg = Tekstvorm((), ())
        self.onderwerp = Briefeditor("Onderwerp van de brief", een_regel=True)
        self.tekst = Briefeditor("Tekst van de brief")
        self.balk = Briefbalk(self.tekst, self.onderwerp)
        self.problemen = Wikkellijst("Wat nog niet goed is")
        self.problemen.itemActivated.connect(self._on_probleem)
        self.problemen.itemClicked.connect(self._on_probleem)
        self.problemen.hide()
        label = QLabel("&Onderwerp")
        label.setBuddy(self.onderwerp)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(self.balk)
        opmaak.addWidget(label)
        opmaak.addWidget(self.onderwerp)
        opmaak.addWidget(self.tekst, 1)
        opmaak.addWidget(self.problemen)
        for editor in (self.onderwerp, self.tekst):
            editor.document().contentsChanged.connect(self._on_inhoud)

    def zet_velden(self, velden: Sequence[Briefveld]) -> None:
        """Say which fields this letter knows, and what they are called."""
        self.naam = namen(tuple(velden))
        self.onderwerp.zet_namen(self.naam)
        self.tekst.zet_namen(self.naam)
        self.balk.zet_velden(velden)

    def zet(self, tekst: str) -> None:
        """Show a text as it is stored."""
        self._leeg = ontleed(tekst)
        self._bezig = True
        self.onderwerp.zet((Alinea(self._leeg.onderwerp, tussen=""),))
        self.tekst.zet(self._leeg.alineas)
        self._bezig = False
        self.toon_bezwaren(())

    def lees(self) -> str:
        """Return the text as it stands here, in the language that is stored."""
        alineas = tuple(alinea for alinea in self.tekst.alineas() if alinea.delen)
        return schrijf(
            replace(self._leeg, onderwerp=self.onderwerp.delen(), alineas=alineas, slot="\n")
        )

    def toon_bezwaren(self, bezwaren: Sequence[Tekstbezwaar]) -> None:
        """List what is wrong, and mark the paragraphs."""
        self.problemen.clear()
        plekken = self._plekken()
        fout: set[int] = set()
        for bezwaar in bezwaren:
            artikel = f" ({bezwaar.artikel})" if bezwaar.artikel else ""
            item = QListWidgetItem(f"■ {leesbaar(bezwaar.zin, self.naam)}{artikel}")
            plek = bezwaar.alinea
            if 0 < plek <= len(plekken):
                plek = plekken[plek - 1] + 1
                fout.add(plek - 1)
            item.setData(_PLEK, plek)
            self.problemen.addItem(item)
        self.problemen.pas_hoogte()
        self.tekst.toon_fouten(fout)
        rijen = min(len(bezwaren), _RIJEN)
        self.problemen.setFixedHeight(tokens.px(44) * max(rijen, 1) + tokens.px(6))
        self.problemen.setVisible(bool(bezwaren))

    def verborgen(self, tekst: str) -> list[Verborgen]:
        """Return the tags in the plain words of the text, for the measuring of the language."""
        merken = [d.merk for alinea in self.tekst.alineas() for d in alinea.delen if d.merk]
        plekken = [plek for plek, teken in enumerate(tekst) if teken == TEKEN]
        return [
            Verborgen(plek, plek + 1, leeg=merk.soort is not Merksoort.VELD)
            for plek, merk in zip(plekken, merken, strict=False)
        ]

    def _plekken(self) -> list[int]:
        """Return the blocks that are a paragraph of the text: an empty line is none."""
        return [nr for nr, alinea in enumerate(self.tekst.alineas()) if alinea.delen]

    def _on_inhoud(self) -> None:
        if not self._bezig:
            self.gewijzigd.emit()

    def _on_probleem(self, item: QListWidgetItem) -> None:
        plek = int(item.data(_PLEK))
        if plek == 0:
            self.onderwerp.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tekst.ga_naar(max(plek - 1, 0))
