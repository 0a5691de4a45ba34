"""The bar above the letter text: kind of paragraph, bold, a field, a condition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.brieven.veldenlijst import RIJNAMEN, Briefveld
from klachtenapp.domain.teksttaal.alineas import Vorm
from klachtenapp.domain.teksttaal.merken import Merk, Merksoort
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.brieven_editor import Briefeditor
from klachtenapp.ui.beheer.brieven_keuze import Keuzevenster
from klachtenapp.ui.bouwstenen import Knop, Stroom
from klachtenapp.ui.invoervelden import Keuzelijst

_VORMEN = (
    (Vorm.ALINEA, "Gewone tekst"),
    (Vorm.KOP, "Kop"),
    (Vorm.SUBKOP, "Kleine kop"),
    (Vorm.STAP, "Genummerde stap"),
    (Vorm.PUNT, "Punt in een lijst"),
    (Vorm.CITAAT, "Citaat"),
    (Vorm.KNIP, "Kniplijn voor een strookje"),
    (Vorm.INVUL, "Regel om in te vullen"),
)
_WEL, _NIET = "wel", "niet"
_ELK = "#elk "


class Briefbalk(QWidget):
    """Works on the text, or on the onderwerp when the cursor is there."""

    def __init__(self, tekst: Briefeditor, onderwerp: Briefeditor) -> None:
        super().__init__()
        self._tekst, self._onderwerp = tekst, onderwerp
        self._hier = tekst
        self.veldkeuze = Keuzevenster("Welk gegeven komt hier?", parent=self)
        self.feitkeuze = Keuzevenster(
            "Wanneer komt dit in de brief?",
            ((_WEL, "alleen als"), (_NIET, "behalve als")),
            parent=self,
        )
        self.vorm = Keuzelijst([(vorm.value, label) for vorm, label in _VORMEN])
        self.vorm.removeItem(0)
        self.vorm.setMinimumContentsLength(9)
        self.vorm.view().setMinimumWidth(tokens.px(210))
        self.vorm.setAccessibleName("Soort alinea")
        self.vorm.setToolTip("Wat voor alinea is dit?")
        self.vorm.gewijzigd.connect(self._on_vorm)
        self.vet = Knop("Vet")
        self.vet.setCheckable(True)
        self.vet.setToolTip("Vet (Ctrl+B)")
        self.vet.clicked.connect(self._on_vet)
        self.veld = Knop("Veld", icoon="plus")
        self.veld.setAccessibleName("Veld invoegen")
        self.veld.setToolTip("Een gegeven dat het programma invult (Ctrl+spatie)")
        self.veld.clicked.connect(lambda: self.kies_veld())
        self.als = Knop("Alleen als…")
        self.als.setToolTip("De alinea, of wat u selecteert, alleen in sommige brieven")
        self.als.clicked.connect(lambda: self.kies_feit())
        self.veldkeuze.gekozen.connect(self._on_veld)
        self.feitkeuze.gekozen.connect(self._on_als)
        for keuze in (self.veldkeuze, self.feitkeuze):
            keuze.verlaten.connect(self._naar_tekst)
        stroom = Stroom(self)
        for widget in (self.vorm, self.vet, self.veld, self.als):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            stroom.addWidget(widget)
        for editor in (tekst, onderwerp):
            editor.veld_gevraagd.connect(self.kies_veld)
            editor.cursorPositionChanged.connect(self._on_cursor)
            editor.currentCharFormatChanged.connect(lambda _vorm: self._on_cursor())

    def zet_velden(self, velden: Sequence[Briefveld]) -> None:
        """Offer the fields and facts of this letter."""
        rij = {naam: f" ({woorden})" for naam, woorden in RIJNAMEN.items()}
        self.veldkeuze.vul(
            [
                (v.naam, f"{v.label}{_achter(v)}{rij.get(v.rij, '')}", _uitleg(v))
                for v in velden
                if not v.feit and not v.naam.endswith("_aantal")
            ]
        )
        feiten = sorted(velden, key=lambda v: (not v.feit, v.rij, v.label))
        elk = [
            (f"{_ELK}{naam}", f"herhaal dit voor {woorden}", "")
            for naam, woorden in RIJNAMEN.items()
            if any(v.rij == naam for v in velden)
        ]
        self.feitkeuze.vul([*((v.naam, v.vraag, "") for v in feiten), *elk])

    def kies_veld(self) -> None:
        """Open the list of fields at the cursor."""
        self._bepaal()
        if self._hier.hasFocus():
            plek = self._hier.viewport().mapToGlobal(self._hier.cursorRect().bottomLeft())
        else:
            plek = self._onder(self.veld)
        self.veldkeuze.open_bij(plek)

    def kies_feit(self) -> None:
        """Open the list of facts for a condition."""
        self._bepaal()
        self.feitkeuze.open_bij(self._onder(self.als))

    def _bepaal(self) -> None:
        """Find out where one is typing; a button that is pressed by key leaves it as it was."""
        for editor in (self._tekst, self._onderwerp):
            if editor.hasFocus():
                self._hier = editor

    def _onder(self, knop: QWidget) -> QPoint:
        return knop.mapToGlobal(QPoint(0, knop.height()))

    def _on_vorm(self) -> None:
        self._tekst.zet_vorm(Vorm(self.vorm.waarde()))
        self._tekst.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_vet(self) -> None:
        self._bepaal()
        self._hier.wissel_vet()
        self._naar_tekst()

    def _on_veld(self, naam: str, _antwoord: str) -> None:
        self._hier.voeg_veld_toe(naam)
        self._naar_tekst()

    def _on_als(self, naam: str, antwoord: str) -> None:
        if naam.startswith(_ELK):
            merk = Merk(Merksoort.ELK, naam.removeprefix(_ELK))
        else:
            merk = Merk(Merksoort.ALS_NIET if antwoord == _NIET else Merksoort.ALS, naam)
        self._hier.omsluit(merk)
        self._naar_tekst()

    def _naar_tekst(self) -> None:
        self._hier.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cursor(self) -> None:
        self._bepaal()
        self.vet.setChecked(self._hier.vet)
        self.vorm.setEnabled(self._hier is self._tekst)
        self.vorm.zet_waarde(self._tekst.vorm.value)


def _achter(veld: Briefveld) -> str:
    return " (begin van een zin)" if veld.naam.endswith("_begin") else ""


def _uitleg(veld: Briefveld) -> str:
    voorbeeld = f"Bijvoorbeeld: {veld.voorbeeld}. " if veld.voorbeeld else ""
    return f"{voorbeeld}{veld.uitleg}".strip()
