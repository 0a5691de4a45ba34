"""From what the letters during the treatment of a klacht are drawn."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain.briefsoort import BriefSoort
from tests.papier.geleverd_zaak import Geleverd

ZAKEN: Mapping[BriefSoort, Geleverd] = {}
