"""The left side of the letter desk: what is asked, who signs, how it reads, how it leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain import brieven, dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, kanalen
from klachtenapp.domain.brieven.ondertekening import voorstel
from klachtenapp.domain.brieven.vragen import vragen as vragen_bij
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.handeling import Bezwaar
from klachtenapp.domain.handtekening import Geldigheid
from klachtenapp.domain.klaarliggend import klaarliggend, vervallen
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.services.taalcheck import Briefoordeel
from klachtenapp.services.verzending import moet_bellen
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Melding, Schuifvlak, Tekst
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN, Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import VERZENDEN, houd_voor
from klachtenapp.ui.dossier.briefconcepten import Briefconcept
from klachtenapp.ui.dossier.brieftekenaar import Brieftekenaar
from klachtenapp.ui.dossier.briefuitgang import over_document
from klachtenapp.ui.dossier.briefvragen import Briefvragen
from klachtenapp.ui.dossier.kaartvoet import Kaartvoet
from klachtenapp.ui.dossier.verzendkaart import Verzendkaart
from klachtenapp.ui.dossier.voorlegkaart import Voorlegkaart
from klachtenapp.ui.dossier.woorden import BRIEFNAMEN as NAMEN
from klachtenapp.ui.handeling_formulier import zin
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import Leesbaarheid

_BREED = 360
_SMALST = 280
_MEESTE_WOORDEN = 3  # hard words that are named below the score
_LANGSTE = 30  # letters of such a word; a long sentence is in the letter itself
_OUD = (
    "Deze brief is van {dag}. Kloppen de datums in de brief nog? Leg hem anders weg, en maak "
    "een nieuwe."
)
_GEEN_EMAIL = "Per e-mail kan niet: deze persoon stemde daar niet mee in (art. 2:8 Awb)."


class Briefkolom(QWidget):
    """One column that scrolls; what a letter or a stored document does not need is hidden."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self.terug = Knop("Terug naar dossier", stil=True, icoon="terug")
        self.terug.setToolTip("Terug naar het dossier (Esc)")
        self.kop = Kop("", 1)
        self.kop.setWordWrap(True)
        self.onder = Tekst("", "gedempt")
        self.onder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.melding = Melding()
        self.liggend = Melding(soort="info")
        self.vragen = Briefvragen(runner)
        self.tekenaar = Brieftekenaar()
        self.leesbaarheid = Leesbaarheid()
        self._woorden = Tekst("", "klein")
        self.kaart = Verzendkaart(lambda: runner.ctx.vandaag)
        self.voorleg = Voorlegkaart()
        for kaart in (self.kaart, self.voorleg):
            for deel in (kaart, kaart.knop):  # the button stands in the foot of the column
                houd_voor(deel, VERZENDEN, runner.ctx.rollen)
        self._bouw()

    def stel_brief(self, soort: BriefSoort, beeld: Dossierbeeld, getypt: Briefconcept) -> None:
        """Ask what a new letter needs; what was typed for it before comes back."""
        dossier, ctx = beeld.dossier, self._runner.ctx
        self.kop.setText(BRIEFNAMEN[soort])
        gewoon = soort in BRIEVEN
        if gewoon:
            vooraf = brieven.vooraf(
                soort, dossier, ctx.gemeente, ctx.kader, beeld.vandaag, beeld.collegas
            )
            self.vragen.stel(vragen_bij(BRIEVEN[soort]), vooraf, beeld.namen)
            self.vragen.hervat(getypt.antwoorden)
            tekenaar = voorstel(soort, dossier, ctx.gemeente, beeld.collegas)
            namen = [naam for naam in beeld.namen.medewerkers if not is_betrokken(naam, dossier)]
            self.tekenaar.stel(
                soort, dossier, tekenaar, namen, getypt.ondertekenaar, beeld.namen.leidinggevenden
            )
        else:
            self.vragen.vraag_groot(groot=dossier.klager.leest_moeilijk)
        via_map = soort is BriefSoort.AFDOENINGSBRIEF and ctx.kader.ondertekenen
        self._zet_vorm(brief=True, tekenen=gewoon and not via_map, verzenden=not via_map)
        self.voorleg.setVisible(via_map)
        self.voorleg.reden.zet_waarde("")
        self._stel_verzending(soort, dossier, bewaard=False)
        self._zet_redenen(getypt)
        self.kaart.knop_klaar.setVisible(gewoon)
        self.ververs(soort, dossier)

    def zet_klaar(self, klaar: bool) -> None:
        """Let the letter leave the desk, or not yet."""
        self.kaart.zet_klaar(klaar)
        self.voorleg.zet_klaar(klaar)

    def stel_document(
        self,
        info: DocumentInfo,
        dossier: Dossier,
        getypt: Briefconcept,
        geldigheid: Geldigheid | None = None,
    ) -> None:
        """Tell about a stored document; one that lies ready can still go out."""
        ligt = info in klaarliggend(dossier)
        self.kop.setText(NAMEN.get(info.soort, info.naam))
        self.onder.setText(over_document(info, vervallen(dossier, info.id)))
        self._zet_vorm(brief=False, tekenen=False, verzenden=ligt)
        if geldigheid is not None:
            zin = f"{geldigheid.teken} {geldigheid.zin}"
            self.melding.toon(zin, "info" if geldigheid.geldig else "fout")
        if ligt:
            soort = BriefSoort(info.soort)
            self._stel_verzending(soort, dossier, bewaard=True)
            self._zet_redenen(getypt)
            self.kaart.vraag_waarom(self._moet_bellen(soort, dossier))
            gemaakt = info.toegevoegd_op.date()
            if gemaakt < self._runner.ctx.vandaag:
                self.melding.toon(_OUD.format(dag=dagtekst.lang(gemaakt)), "info")

    def redenen(self) -> tuple[str, str]:
        """Return why there was no call, and why it goes back, as typed for what stands here."""
        if not self.voorleg.isHidden():
            return "", self.voorleg.reden.waarde()
        if self.kaart.isHidden():
            return "", ""
        return self.kaart.niet_gebeld.waarde(), self.kaart.reden.waarde()

    def ververs(self, soort: BriefSoort, dossier: Dossier) -> None:
        """Look again at what may have changed: was there a call, lies one ready already."""
        self.kaart.vraag_waarom(self._moet_bellen(soort, dossier))
        self.voorleg.stel(dossier)
        zelfde = [info for info in klaarliggend(dossier) if info.soort == soort]
        nieuw = self.onder.isHidden()
        wanneer = dagtekst.lang(zelfde[-1].toegevoegd_op.date()) if zelfde else ""
        self.liggend.toon(
            f"Er ligt al zo'n brief klaar, van {wanneer}. Verstuur die, of leg hem weg bij Brieven."
            if zelfde and nieuw
            else ""
        )

    def toon_bezwaren(self, bezwaren: tuple[Bezwaar, ...]) -> None:
        """Put each objection where it can be mended: at its question, the signer, or above."""
        over = self.vragen.toon_bezwaren(bezwaren)
        self.tekenaar.zet_fout(next((zin(b) for b in over if b.veld == "ondertekenaar"), ""))
        self.melding.toon("\n".join(zin(b) for b in over), "let op")

    def _stel_verzending(self, soort: BriefSoort, dossier: Dossier, *, bewaard: bool) -> None:
        alle = kanalen.kanalen(soort)
        mag = [kanaal for kanaal in alle if kanalen.bezwaar(soort, dossier, kanaal) is None]
        weg = kanalen.bezwaar(soort, dossier, kanalen.EMAIL) if kanalen.EMAIL in alle else None
        self.kaart.stel(
            mag,
            kanalen.voorstel(soort, dossier),
            self._runner.ctx.vandaag,
            uitleg=_GEEN_EMAIL if weg and weg.artikel else "",
            bewaard=bewaard,
        )

    def _zet_redenen(self, getypt: Briefconcept) -> None:
        """Put back what was typed before the letter was left."""
        self.kaart.niet_gebeld.zet_waarde(getypt.niet_gebeld)
        if self.voorleg.isHidden():
            self.kaart.reden.zet_waarde(getypt.reden)
        else:
            self.voorleg.reden.zet_waarde(getypt.reden)

    def _moet_bellen(self, soort: BriefSoort, dossier: Dossier) -> bool:
        ctx = self._runner.ctx
        return moet_bellen(soort, dossier, ctx.kader, ctx.vandaag)

    def _zet_vorm(self, *, brief: bool, tekenen: bool, verzenden: bool) -> None:
        """Show what belongs to a new letter, or to a document; not every letter is signed."""
        self.vragen.setVisible(brief and self.vragen.heeft_vragen)
        self.tekenaar.setVisible(brief and tekenen)
        self.onder.setVisible(not brief)
        self.kaart.setVisible(verzenden)
        self.voorleg.hide()
        self.liggend.toon("")
        self.melding.toon("")
        self.toon_oordeel(None)
        self._vlak.verticalScrollBar().setValue(0)

    def naar_verzenden(self) -> None:
        """Bring the card with which it leaves in sight, with the keyboard in it."""
        self.kaart.datum.setFocus(Qt.FocusReason.OtherFocusReason)
        self._vlak.ensureWidgetVisible(self.kaart)

    def toon_oordeel(self, oordeel: Briefoordeel | None) -> None:
        """Say how the whole letter reads, and which words are hard."""
        self.leesbaarheid.setVisible(oordeel is not None)
        woorden: list[str] = []
        if oordeel is not None:
            self.leesbaarheid.toon(oordeel.taal, [gemis.zin for gemis in oordeel.gemist])
            gevonden = (v.woorden for v in oordeel.taal.vondsten if len(v.woorden) <= _LANGSTE)
            woorden = list(dict.fromkeys(gevonden))
        genoemd = ", ".join(f"'{woord}'" for woord in woorden[:_MEESTE_WOORDEN])
        self._woorden.setText(f"Kan makkelijker: {genoemd}." if genoemd else "")
        self._woorden.setVisible(bool(genoemd))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_vlak"):
            self._zet_breedte()

    def _zet_breedte(self) -> None:
        self.setMinimumWidth(tokens.px(_SMALST))
        self.setMaximumWidth(tokens.px(_BREED))

    def _bouw(self) -> None:
        binnen = QWidget()
        kolom = QVBoxLayout(binnen)
        kolom.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        kolom.setSpacing(tokens.RUIMTE_M)
        kolom.addWidget(self.terug, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (
            self.kop, self.onder, self.melding, self.liggend, self.vragen, self.tekenaar,
            self.leesbaarheid, self._woorden, self.voorleg, self.kaart,
        ):  # fmt: skip
            kolom.addWidget(widget)
        kolom.addStretch(1)
        self._vlak = Schuifvlak(binnen)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(0)
        opmaak.addWidget(self._vlak, 1)
        opmaak.addWidget(Kaartvoet(self.voorleg, self.voorleg.knop))
        opmaak.addWidget(Kaartvoet(self.kaart, self.kaart.kort, self.kaart.knop))
        self._zet_breedte()
