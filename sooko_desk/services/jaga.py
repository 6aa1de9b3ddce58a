"""What guards the register: the check and the backups, over the register that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.services.cadangan import CadanganService
from sooko_desk.services.pemeriksaan import PemeriksaanService

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.lampiran import LampiranService


@dataclass(frozen=True, slots=True)
class Jaga:
    """The guards of one open register."""

    pemeriksaan: PemeriksaanService
    cadangan: CadanganService


def build_jaga(store: Store, lampiran: LampiranService, clock: Clock) -> Jaga:
    """Make the guards.

    Args:
        store: the open register.
        lampiran: its scans.
        clock: tells when a backup was made and how long a check took.
    """
    return Jaga(
        PemeriksaanService(store.terbuka, store.lampiran, lampiran, clock),
        CadanganService(store.terbuka, store.pengaturan, lampiran, clock),
    )
