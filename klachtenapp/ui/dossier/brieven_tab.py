"""Tab *Brieven*: which letters may go now and why not, and every letter that was kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services.bijlagen import BIJLAGE
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Schuifvlak, Teken, Tekst
from klachtenapp.ui.dossier.beeld import Briefstand, Dossierbeeld
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.documentenlijst import Documentenlijst, wanneer
from klachtenapp.ui.dossier.woorden import BRIEFNAMEN, hoofdletter


class Briefregel(QWidget):
    """One letter: how it stands, what is in the way, and the button that makes it."""

    def __init__(self, stand: Briefstand, deur: Deur, *, nu: bool) -> None:
        super().__init__()
        self.knop = Knop("Maken…" if stand.verzonden is None else "Opnieuw maken…", primair=nu)
        self.knop.setAccessibleName(f"{stand.naam} maken")
        self.knop.clicked.connect(lambda: deur.open_brief(stand.soort.value))
        self.knop.setEnabled(not stand.bezwaren)
        teken, tekst, kleur = _stand(stand)
        woorden = QVBoxLayout()
        woorden.setSpacing(1)
        kop = QHBoxLayout()
        kop.setSpacing(tokens.RUIMTE_M)
        kop.addWidget(Kop(stand.naam, 2))
        kop.addWidget(Teken(teken, tekst, kleur))
        kop.addStretch(1)
        woorden.addLayout(kop)
        for bezwaar in stand.bezwaren:
            achter = f" ({bezwaar.artikel})" if bezwaar.artikel else ""
            woorden.addWidget(Tekst(f"{bezwaar.tekst}{achter}", "klein"))
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, tokens.RUIMTE_XS, 0, tokens.RUIMTE_XS)
        rij.addLayout(woorden, 1)
        rij.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{stand.naam}: {tekst}")


def _stand(stand: Briefstand) -> tuple[str, str, str]:
    """Return sign, words and colour for how a letter stands."""
    if stand.verzonden is not None:
        kanaal = stand.verzonden.gegevens.get("kanaal", "")
        hoe = f", {kanaal}" if kanaal else ""
        wat = "meegegeven" if stand.soort is BriefSoort.STAPPENPLAN else "verzonden"
        return "✓", f"{wat} {dagtekst.kort(stand.verzonden.op)}{hoe}", "groen"
    return ("○", "nu niet", "gewoon") if stand.bezwaren else ("●", "kan nu", "blauw")


class BrievenTab(Tabblad):
    """Letters to make above, letters that were kept below."""

    def __init__(self, deur: Deur) -> None:
        super().__init__(deur)
        self.regels: dict[str, Briefregel] = {}
        self._kaart = Kaart("Brief maken")
        self.lijst = Documentenlijst(
            "Bewaarde brieven", ("Brief", "Gemaakt", "Verzonden", "Hoe", "Controlegetal")
        )
        self.lijst.setMinimumHeight(tokens.px(150))
        self.lijst.geopend.connect(deur.open_document)
        self._bekijk = Knop("Bekijken…")
        self._bekijk.clicked.connect(self.lijst.open_gekozen)
        self._geen = Tekst("Er is nog geen brief bewaard.", "gedempt")
        kop = QHBoxLayout()
        kop.addWidget(Kop("Bewaarde brieven", 2))
        kop.addStretch(1)
        kop.addWidget(self._bekijk)
        binnen = QWidget()
        kolom = QVBoxLayout(binnen)
        kolom.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        kolom.setSpacing(tokens.RUIMTE_S)
        kolom.addWidget(self._kaart)
        kolom.addSpacing(tokens.RUIMTE_S)
        kolom.addLayout(kop)
        kolom.addWidget(self._geen)
        kolom.addWidget(self.lijst, 1)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.addWidget(Schuifvlak(binnen))

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the letters of this dossier."""
        for regel in self.regels.values():
            regel.hide()
            regel.deleteLater()
        self.regels = {}
        aan_de_beurt = beeld.stap.brief if beeld.stap else ""
        for stand in beeld.brieven:
            regel = Briefregel(stand, self.deur, nu=stand.soort.value == aan_de_beurt)
            self.regels[stand.soort.value] = regel
            self._kaart.voeg_toe(regel)
        brieven = [d for d in reversed(beeld.dossier.documenten) if d.soort != BIJLAGE]
        self.lijst.zet(
            [
                (
                    d,
                    (
                        BRIEFNAMEN.get(d.soort, hoofdletter(d.soort)),
                        wanneer(d),
                        dagtekst.kort(d.verzonden_op) if d.verzonden_op else "nog niet",
                        d.kanaal,
                        d.sha256[:12],
                    ),
                )
                for d in brieven
            ]
        )
        for widget in (self.lijst, self._bekijk):
            widget.setVisible(bool(brieven))
        self._geen.setVisible(not brieven)
