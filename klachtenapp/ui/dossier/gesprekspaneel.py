"""The gesprekskaart on the screen, beside the form in which a conversation is written down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain.gesprekskaart import Gesprekskaart
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kop, Schuifvlak, Tekst

BREED = 300  # px at 100 % text


class Gesprekspaneel(QWidget):
    """Who to call and how to begin, what came in, and what was promised before."""

    def __init__(self, kaart: Gesprekskaart) -> None:
        super().__init__()
        self.setAccessibleName("Gesprekskaart")
        self.setFixedWidth(tokens.px(BREED))
        binnen = QWidget()
        self._lijst = QVBoxLayout(binnen)
        self._lijst.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        self._lijst.setSpacing(tokens.RUIMTE_XS)
        wie = " · ".join(deel for deel in (kaart.wie, kaart.telefoon) if deel)
        self._lijst.addWidget(Tekst(wie, "sterk"))
        self._lijst.addSpacing(tokens.RUIMTE_S)
        self._deel("Zeg wie u bent", f"“{kaart.zeg}”", rol="sterk")
        self._deel("De klager ziet dit nummer", kaart.nummer)
        self._deel("Let op", *kaart.let_op, rol="sterk")
        self._deel("Vraag: wat wilt u bereiken?", kaart.route)
        self._deel("Dit is al beloofd", *kaart.beloofd)
        self._deel("Eerder contact", *kaart.eerder)
        self._deel(kaart.binnen, kaart.verhaal)
        self._lijst.addStretch(1)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.addWidget(Schuifvlak(binnen))

    def _deel(self, kop: str, *zinnen: str, rol: str = "gewoon") -> None:
        gevuld = [zin for zin in zinnen if zin]
        if not gevuld:
            return
        boven = Kop(kop, 3)
        boven.setWordWrap(True)
        self._lijst.addWidget(boven)
        for zin in gevuld:
            tekst = Tekst(zin, rol)
            tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lijst.addWidget(tekst)
        self._lijst.addSpacing(tokens.RUIMTE_S)
