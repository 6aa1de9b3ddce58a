"""What the office reports of itself: the daily book, and the month for the Camat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.services.buku_harian import BukuHarianService
from sooko_desk.services.cetak_cerita import CetakCeritaService
from sooko_desk.services.gangguan import GangguanService
from sooko_desk.services.kepatuhan import KepatuhanService
from sooko_desk.services.laporan_bulanan import LaporanBulananService
from sooko_desk.services.tutup_harian import TutupHarianService

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.cadangan import CadanganService
    from sooko_desk.services.data_kantor import DataKantor
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.rak import RakService


@dataclass(frozen=True, slots=True)
class Laporan:
    """The reports over one open register."""

    harian: TutupHarianService
    bulanan: LaporanBulananService


def build_laporan(
    store: Store,
    rak: RakService,
    jadwal: JadwalService,
    cadangan: CadanganService,
    kantor: DataKantor,
    clock: Clock,
) -> Laporan:
    """Make them.

    Args:
        store: the open register.
        rak: its SOPs.
        jadwal: office hours.
        cadangan: tells of the last backup.
        kantor: head, logo and officials.
        clock: tells which day it is.
    """
    kop = kantor.kop
    cerita = CetakCeritaService(store, rak, rak.tabel, clock, kop)
    buku = BukuHarianService(store, rak, cadangan, cerita, clock)
    kepatuhan = KepatuhanService(store, rak, jadwal, clock, kop)
    gangguan = GangguanService(store, jadwal, clock)
    return Laporan(
        TutupHarianService(store, buku, kantor, clock),
        LaporanBulananService(store, rak, kepatuhan, gangguan, kop, clock),
    )
