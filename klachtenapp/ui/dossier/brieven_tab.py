"""Tab *Brieven*: what lies ready, what must go, what can, and every letter that was kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import kanalen
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.klaarliggend import klaarliggend, vervallen
from klachtenapp.services import correspondentie
from klachtenapp.services.bijlagen import BIJLAGE
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.services.verzending import moet_bellen
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Schuifvlak, Tekst
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN, Briefstand, Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import DOSSIERBOEK, VERZENDEN, houd_voor, recht_bij
from klachtenapp.ui.dossier.briefrijen import Briefrij, Groepkaart, Klaarrij
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.documentenlijst import Documentenlijst, ondertekend, wanneer
from klachtenapp.ui.dossier.woorden import BRIEFNAMEN as NAMEN
from klachtenapp.ui.dossier.woorden import hoofdletter

_TEKENKOLOM = 4


class BrievenTab(Tabblad):
    """Letters to send and to make above, letters that were kept below.

    Of some 25 letters few matter on one day: what is owed comes first, with the letter of
    the next step as the one button that stands out; what cannot go now is folded away.
    """

    def __init__(self, deur: Deur) -> None:
        super().__init__(deur)
        self.regels: dict[str, Briefrij] = {}
        self.klaarrijen: dict[int, Klaarrij] = {}
        self._klaar = Groepkaart("Ligt klaar, nog niet verzonden")
        self._nu = Groepkaart("Nu te doen")
        self._kan = Groepkaart("Kan nu")
        self.later = Groepkaart("Later, of niet van toepassing", dicht=True)
        self.lijst = Documentenlijst(
            "Bewaarde brieven",
            ("Brief", "Gemaakt", "Verzonden", "Hoe", "Handtekening", "Controlegetal"),
        )
        self.lijst.setMinimumHeight(tokens.px(150))
        self.lijst.geopend.connect(deur.open_document)
        self._bekijk = Knop("Bekijken…")
        self._bekijk.clicked.connect(self.lijst.open_gekozen)
        self.boek_knop = Knop("Hele dossier als PDF…")
        self.boek_knop.clicked.connect(deur.open_boek)
        houd_voor(self.boek_knop, recht_bij(DOSSIERBOEK), deur.runner.ctx.rollen)
        self._geen = Tekst("Er is nog geen brief bewaard.", "gedempt")
        self._bouw()

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the letters of this dossier."""
        aan_de_beurt = beeld.stap.brief if beeld.stap else ""
        liggend = klaarliggend(beeld.dossier)
        ligt = {info.soort for info in liggend}
        self._klaar.zet([self._klaarrij(info, beeld, aan_de_beurt) for info in liggend])
        groepen: dict[Groepkaart, list[Briefstand]] = {self._nu: [], self._kan: [], self.later: []}
        for stand in beeld.brieven:
            groepen[self._groep(stand, beeld, aan_de_beurt, ligt)].append(stand)
        self.regels = {}
        for kaart, standen in groepen.items():
            # What did not go out yet before what could be made once more.
            rijen: list[QWidget] = []
            for stand in sorted(standen, key=lambda stand: stand.verzonden is not None):
                nu = stand.soort == aan_de_beurt and stand.soort not in ligt
                rij = Briefrij(stand, self.deur.open_brief, nu=nu and kaart is self._nu)
                houd_voor(rij.knop, recht_bij(stand.soort), self.deur.runner.ctx.rollen)
                self.regels[stand.soort.value] = rij
                rijen.append(rij)
            kaart.zet(rijen)
        self._toon_bewaarde(beeld)

    def _groep(
        self, stand: Briefstand, beeld: Dossierbeeld, aan_de_beurt: str, ligt: set[str]
    ) -> Groepkaart:
        if stand.bezwaren:
            return self.later
        moet = stand.soort == aan_de_beurt or stand.soort in beeld.moet
        return self._nu if moet and stand.soort not in ligt else self._kan

    def _klaarrij(self, info: DocumentInfo, beeld: Dossierbeeld, aan_de_beurt: str) -> Klaarrij:
        soort, dossier, ctx = BriefSoort(info.soort), beeld.dossier, self.deur.runner.ctx
        kanaal = kanalen.voorstel(soort, dossier)
        vlot = kanalen.bezwaar(soort, dossier, kanaal) is None
        vlot = vlot and not moet_bellen(soort, dossier, ctx.kader, ctx.vandaag)
        bekijk = partial(self.deur.open_document, info.id)
        rij = Klaarrij(
            info,
            kanaal if vlot else "",
            verzonden=partial(self._verzonden, info, kanaal) if vlot else bekijk,
            bekijk=bekijk,
            nu=info.soort == aan_de_beurt,
            geldigheid=beeld.handtekeningen.get(info.id),
        )
        houd_voor(rij.knop, VERZENDEN, ctx.rollen)
        if rij.knop.isHidden():
            rij.alleen_bekijken()
        self.klaarrijen[info.id] = rij
        return rij

    def _verzonden(self, info: DocumentInfo, kanaal: str) -> None:
        """Write down that a letter that lay ready went out today."""
        uid, naam = nieuw_uid(), BRIEFNAMEN[BriefSoort(info.soort)]
        self.klaarrijen[info.id].setEnabled(False)
        self.deur.schrijf(
            lambda ctx: correspondentie.markeer_document_verzonden(
                ctx, info.id, op=ctx.vandaag, kanaal=kanaal, opdracht_uid=uid
            ),
            f"{naam} verzonden, {kanalen.WOORDEN[kanaal]}.",
            mislukt=lambda _fout: self.deur.open_document(info.id),
        )

    def _toon_bewaarde(self, beeld: Dossierbeeld) -> None:
        dossier, gezet = beeld.dossier, beeld.handtekeningen
        brieven = [d for d in reversed(dossier.documenten) if d.soort != BIJLAGE]
        self.lijst.zet(
            [
                (
                    d,
                    (
                        NAMEN.get(d.soort, hoofdletter(d.soort)),
                        wanneer(d),
                        _stand(dossier, d),
                        d.kanaal,
                        ondertekend(gezet.get(d.id)),
                        d.sha256[:12],
                    ),
                )
                for d in brieven
            ]
        )
        for document, geldigheid in gezet.items():
            self.lijst.kleur(document, _TEKENKOLOM, geldigheid.zin, goed=geldigheid.geldig)
        for widget in (self.lijst, self._bekijk):
            widget.setVisible(bool(brieven))
        self._geen.setVisible(not brieven)

    def _bouw(self) -> None:
        kop = QHBoxLayout()
        kop.addWidget(Kop("Bewaarde brieven", 2))
        kop.addStretch(1)
        kop.addWidget(self._bekijk)
        kop.addWidget(self.boek_knop)
        binnen = QWidget()
        kolom = QVBoxLayout(binnen)
        kolom.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        kolom.setSpacing(tokens.RUIMTE_S)
        for kaart in (self._klaar, self._nu, self._kan, self.later):
            kolom.addWidget(kaart)
        kolom.addSpacing(tokens.RUIMTE_S)
        kolom.addLayout(kop)
        kolom.addWidget(self._geen)
        kolom.addWidget(self.lijst, 1)
        kolom.addStretch(0)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.addWidget(Schuifvlak(binnen))


def _stand(dossier: Dossier, info: DocumentInfo) -> str:
    """Return when a letter went out, or what became of it."""
    if info.verzonden_op:
        return dagtekst.kort(info.verzonden_op)
    return "weggelegd" if vervallen(dossier, info.id) else "nog niet"
