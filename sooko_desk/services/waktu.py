"""The clock, the register year, and steps whose time is wrong: what keeps times honest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.services.jam import JamService
from sooko_desk.services.tahun_buku import TahunBukuService
from sooko_desk.services.waktu_langkah import WaktuLangkahService

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService


@dataclass(frozen=True, slots=True)
class Waktu:
    """What the window asks about times."""

    jam: JamService
    tahun_buku: TahunBukuService
    langkah: WaktuLangkahService


def build_waktu(store: Store, rak: RakService, clock: Clock, detik: Callable[[], float]) -> Waktu:
    """Put it together; `detik` as for `JamService`."""
    jam = JamService(store, clock, detik)
    return Waktu(jam, TahunBukuService(store, jam, clock), WaktuLangkahService(store, rak, clock))
