"""From what the letters with which something ends or goes elsewhere are drawn."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain.briefsoort import BriefSoort
from tests.papier.geleverd_zaak import Geleverd

ZAKEN: Mapping[BriefSoort, Geleverd] = {}
