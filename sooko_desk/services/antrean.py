"""The queues by screen: who waits for which step, and how much of its norm is used up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.gangguan import list_jeda
from sooko_desk.domain.lama import hitung_kini
from sooko_desk.domain.luar import SIAK
from sooko_desk.services.waktu_sop import KeadaanWaktu, WaktuLangkah, nilai_waktu

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.gangguan import Jeda
    from sooko_desk.domain.permohonan import Peristiwa, RingkasanPermohonan
    from sooko_desk.domain.sop import Langkah, Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.rak import RakService


@dataclass(frozen=True, slots=True)
class BarisAntrean:
    """One case in a queue, with the step it waits for and how much of the norm is used."""

    ringkasan: RingkasanPermohonan
    langkah: Langkah
    waktu: WaktuLangkah


class Antrean:
    """Reads the queues; every duration comes from the events of the case (`domain.lama`)."""

    def __init__(self, store: Store, rak: RakService, jadwal: JadwalService, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._jadwal = jadwal
        self._clock = clock

    def list_baris(self, layar: frozenset[str]) -> tuple[BarisAntrean, ...]:
        """Cases that wait for a step of these screens.

        Most of the norm used up first, by the whole minutes that are shown; of equals the late
        one, then the one with priority, then the one that waits longest. What others have is at
        the end.
        """
        semua = self._store.permohonan.list_posisi(self._list_posisi(layar))
        cerita = self._store.permohonan.list_riwayat([r.id for r in semua])
        sekarang, jeda = self._clock.now(), self._list_jeda()
        baris = (self._baris(r, cerita[r.id], sekarang, jeda) for r in semua)
        return tuple(sorted(baris, key=_urutan))

    def count(self, layar: frozenset[str]) -> int:
        """How many cases the office (not the applicant or Dispendukcapil) has there."""
        return self._store.permohonan.count_posisi(self._list_posisi(layar))

    def ukur(self, sop: Sop, riwayat: Sequence[Peristiwa]) -> WaktuLangkah | None:
        """How a case stands now against the norm of the step it waits for; None = finished."""
        kini = hitung_kini(sop, riwayat, self._jadwal.jadwal, self._clock.now(), self._list_jeda())
        return None if kini is None else nilai_waktu(kini)

    def _list_jeda(self) -> tuple[Jeda, ...]:
        """When SIAK was down."""
        return list_jeda(self._store.gangguan.list_semua(SIAK))

    def _list_posisi(self, layar: frozenset[str]) -> list[tuple[str, str]]:
        return sorted(
            {
                (sop.sidik, langkah.id)
                for sop in self._rak.list_berjalan()
                for langkah in sop.langkah
                if langkah.layar in layar
            }
        )

    def _baris(
        self,
        ringkasan: RingkasanPermohonan,
        riwayat: Sequence[Peristiwa],
        sekarang: dt.datetime,
        jeda: Sequence[Jeda],
    ) -> BarisAntrean:
        sop = self._rak.get(ringkasan.sop_sidik)
        kini = hitung_kini(sop, riwayat, self._jadwal.jadwal, sekarang, jeda)
        assert kini is not None  # it waits for a step, so it is open and has its intake
        return BarisAntrean(ringkasan, sop.get_langkah(ringkasan.posisi), nilai_waktu(kini))


def _urutan(baris: BarisAntrean) -> tuple[bool, float, bool, bool, dt.datetime, int]:
    ringkasan, waktu = baris.ringkasan, baris.waktu
    return (
        bool(ringkasan.menunggu),
        -waktu.menit / waktu.norma if waktu.norma and waktu.bagian is not None else 1.0,
        waktu.keadaan is not KeadaanWaktu.LEWAT,
        not ringkasan.prioritas,
        ringkasan.posisi_sejak,
        ringkasan.id,
    )
