"""What guards the register: the check and the backups, over the register that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.services.cadangan import CadanganService
from sooko_desk.services.cadangan_latihan import LatihanPemulihanService
from sooko_desk.services.cadangan_otomatis import CadanganOtomatisService
from sooko_desk.services.cadangan_riwayat import RiwayatCadangan
from sooko_desk.services.cadangan_tempat import TempatCadanganService
from sooko_desk.services.indeks import IndeksService
from sooko_desk.services.pemeriksaan import PemeriksaanService
from sooko_desk.services.rantai import RantaiService

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.cadangan_tempat import Volume
    from sooko_desk.services.lampiran import LampiranService


@dataclass(frozen=True, slots=True)
class Jaga:
    """The guards of one open register."""

    pemeriksaan: PemeriksaanService
    cadangan: CadanganService
    tempat: TempatCadanganService
    otomatis: CadanganOtomatisService
    riwayat: RiwayatCadangan
    rantai: RantaiService
    indeks: IndeksService
    latihan: LatihanPemulihanService


def build_jaga(
    store: Store,
    lampiran: LampiranService,
    clock: Clock,
    list_volume: Callable[[], tuple[Volume, ...]] = tuple,
) -> Jaga:
    """Make the guards.

    Args:
        store: the open register.
        lampiran: its scans.
        clock: tells when a backup was made and how long a check took.
        list_volume: the sticks and disks that are there now; asked in any thread.
    """
    rantai = RantaiService(store, clock)
    riwayat = RiwayatCadangan(store.kejadian, store.pengaturan, clock)
    cadangan = CadanganService(store.terbuka, riwayat, lampiran, clock, store.rantai.tulis_penanda)
    tempat = TempatCadanganService(store.terbuka, store.pengaturan, riwayat, list_volume, clock)
    latihan = LatihanPemulihanService(store.terbuka, riwayat, clock)
    latihan.buang_sisa()
    return Jaga(
        PemeriksaanService(store.terbuka, lampiran, rantai, clock),
        cadangan,
        tempat,
        CadanganOtomatisService(
            store.terbuka,
            cadangan,
            tempat,
            riwayat,
            clock,
            rantai.keadaan,
        ),
        riwayat,
        rantai,
        IndeksService(store, clock),
        latihan,
    )
