"""Beheer: the settings of the register, in sections, each saved by its own button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QSizePolicy, QStackedWidget

from klachtenapp.domain.rollen import mag
from klachtenapp.services import typwerk
from klachtenapp.services.typwerk import Plek, Stuk
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.beheer.afdelingen import AfdelingenSectie
from klachtenapp.ui.beheer.beschermt import BeschermtSectie
from klachtenapp.ui.beheer.brieven import BrievenSectie
from klachtenapp.ui.beheer.feestdagen import FeestdagenSectie
from klachtenapp.ui.beheer.gemeente import GemeenteSectie
from klachtenapp.ui.beheer.huisstijl import HuisstijlSectie
from klachtenapp.ui.beheer.logboek import LogboekSectie
from klachtenapp.ui.beheer.medewerkers import MedewerkersSectie
from klachtenapp.ui.beheer.normen import NormenSectie
from klachtenapp.ui.beheer.register import RegisterSectie
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.beheer.sleutels import SleutelsSectie
from klachtenapp.ui.beheer.venster import VensterSectie
from klachtenapp.ui.beheer.versleuteling import VersleutelingSectie
from klachtenapp.ui.beheer.werkwijze import WerkwijzeSectie
from klachtenapp.ui.beheer.woorden import WoordenSectie
from klachtenapp.ui.bouwstenen import Pagina, Schuifvlak
from klachtenapp.ui.bouwstenen.vastebreedte import VasteBreedte
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.typwacht import Typwacht

_LIJST = 196
_SMAL = 760  # px at 100 %: with less room the sections are a list that opens, above
_SECTIES: tuple[type[Sectie], ...] = (
    GemeenteSectie,
    HuisstijlSectie,
    BrievenSectie,
    VensterSectie,
    WerkwijzeSectie,
    AfdelingenSectie,
    MedewerkersSectie,
    BeschermtSectie,
    SleutelsSectie,
    VersleutelingSectie,
    NormenSectie,
    FeestdagenSectie,
    WoordenSectie,
    LogboekSectie,
    RegisterSectie,
)


class BeheerPage(Pagina):
    """The list of sections at the left, the section itself beside it.

    In a narrow window the list opens from a field in the heading: a section needs the room.
    """

    naam = "beheer"

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(
            "Beheer", "Instellingen van dit register. Iedere wijziging komt in het log."
        )
        self._runner = runner
        self._navigatie = navigatie
        self._secties: dict[int, Sectie] = {}
        self._terug: dict[str, dict[str, str]] = {}
        self.typwacht = Typwacht(runner, self._typwerk, {Plek.BEHEER}, self)
        self.typwacht.mislukt.connect(navigatie.zeg)
        rollen = runner.ctx.rollen
        self._soorten = [s for s in _SECTIES if s.recht is None or mag(rollen, s.recht)]
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Onderdelen van Beheer")
        VasteBreedte(self.lijst, _LIJST)
        self.lijst.addItems([soort.titel for soort in self._soorten])
        self.lijst.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.lijst.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.kiezer = QComboBox()
        self.kiezer.setModel(self.lijst.model())  # one list, two looks
        self.kiezer.setAccessibleName("Onderdeel van Beheer")
        self.kiezer.view().setAccessibleName("Onderdelen van Beheer")
        self.kiezer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kiezer.setMaxVisibleItems(len(self._soorten))
        self.kiezer.activated.connect(self.lijst.setCurrentRow)
        self.kiezer.hide()
        self.acties.addWidget(self.kiezer)
        self._vlak = QStackedWidget()
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_L)
        rij.addWidget(self.lijst, 0, Qt.AlignmentFlag.AlignTop)
        rij.addWidget(self._vlak, 1)
        self.inhoud.addLayout(rij, 1)
        self.lijst.currentRowChanged.connect(self._on_sectie)
        self._neem_terug()
        self.lijst.setCurrentRow(self._eerste())

    def ververs(self) -> None:
        """Show what is stored now in the section one is looking at."""
        self.sectie(self.lijst.currentRow()).ververs()

    def begin(self) -> None:
        """Start in the list of sections."""
        keuze = self.kiezer if self.lijst.isHidden() else self.lijst
        keuze.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the section the whole width where it would be cut off beside the list."""
        super().resizeEvent(event)
        smal = self.width() < tokens.px(_SMAL)
        if smal is not self.lijst.isHidden():
            self.lijst.setVisible(not smal)
            self.kiezer.setVisible(smal)

    def sluit(self) -> None:
        """Let every section save what it keeps on this computer."""
        self.typwacht.sluit()
        for sectie in self._secties.values():
            sectie.sluit()

    def mag_weg(self) -> bool:
        """Ask before settings that were typed and not saved are lost."""
        vuil = [sectie for sectie in self._secties.values() if sectie.vuil]
        veilig = self.typwacht.bewaar_nu() and all(sectie.bewaart_getypt for sectie in vuil)
        waar = " en ".join(sectie.titel for sectie in vuil)
        later = " Het staat hier de volgende keer nog." if veilig else ""
        return not vuil or messages.ask(
            self,
            f"Wat u veranderde bij {waar} is nog niet bewaard.{later}",
            titel="Niet bewaarde wijziging",
            ja="Sluiten zonder bewaren",
            nee="Terug",
        )

    def toon_sectie(self, titel: str) -> Sectie:
        """Go to the section with this title."""
        rij = [soort.titel for soort in self._soorten].index(titel)
        self.lijst.setCurrentRow(rij)
        return self.sectie(rij)

    def sectie(self, rij: int) -> Sectie:
        """Return a section, made when it is first asked for: not all of them are needed."""
        if rij not in self._secties:
            sectie = self._soorten[rij](self._runner, self._navigatie)
            sectie.gewijzigd.connect(lambda _vuil: self._toon_stand())
            sectie.neem(self._terug.pop(sectie.titel, {}))
            self._secties[rij] = sectie
            self._vlak.addWidget(Schuifvlak(sectie))
        return self._secties[rij]

    def _neem_terug(self) -> None:
        """Take back what was typed in a window that is gone; it shows in its section."""
        for stuk, tekst in self.typwacht.haal_terug().items():
            self._terug[stuk.naam] = typwerk.lees(tekst, dict[str, str]) or {}

    def _eerste(self) -> int:
        """Return the section to begin with: the first in which something came back."""
        met = (rij for rij, soort in enumerate(self._soorten) if soort.titel in self._terug)
        return next(met, 0)

    def _typwerk(self) -> dict[Stuk, object]:
        """Return what is typed and not saved, also in sections that were not shown yet."""
        getypt = self._terug | {s.titel: s.concept() for s in self._secties.values()}
        return {Stuk("", Plek.BEHEER, naam): tekst for naam, tekst in getypt.items() if tekst}

    def _on_sectie(self, rij: int) -> None:
        sectie = self.sectie(rij)
        self.kiezer.setCurrentIndex(rij)
        self._vlak.setCurrentIndex(list(self._secties).index(rij))
        if self.isVisible():
            sectie.ververs()

    def _toon_stand(self) -> None:
        """Mark the sections in which something is not saved yet."""
        for rij, sectie in self._secties.items():
            punt = " •" if sectie.vuil else ""
            self.lijst.item(rij).setText(f"{sectie.titel}{punt}")
        for rij, soort in enumerate(self._soorten):
            if soort.titel in self._terug:
                self.lijst.item(rij).setText(f"{soort.titel} •")
