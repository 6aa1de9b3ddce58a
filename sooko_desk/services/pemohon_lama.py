"""Earlier applicants, found while a NIK or No KK is typed, so that nothing is typed twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.dibatasi import tanpa_dibatasi
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Pemohon, RingkasanPermohonan

DIGIT_TERSEDIKIT = 8
"""The first six digits say only the district: nearly everybody here shares them."""
BATAS = 6
PANJANG = 16


@dataclass(frozen=True, slots=True)
class PemohonLama:
    """Somebody whose data an earlier case holds.

    Attributes:
        terakhir: the newest case, for the jump and the words.
    """

    terakhir: RingkasanPermohonan

    @property
    def pemohon(self) -> Pemohon:
        """The data as they were in that case."""
        return self.terakhir.pemohon

    @property
    def kata(self) -> str:
        """For a list: name, masked NIK, last service and its date."""
        r = self.terakhir
        tanggal = tanggal_pendek(ke_wib(r.diterima).date())
        return f"{r.pemohon.nama} · {samarkan(r.pemohon.nik)} · {r.layanan} {tanggal}"


class PemohonLamaService:
    """Reads only; the data of a restricted case are offered to nobody."""

    def __init__(self, store: Store) -> None:
        self._cari = store.pencarian

    def list_awalan(self, digits: str) -> tuple[PemohonLama, ...]:
        """Who has a NIK that begins so; empty until eight digits are typed."""
        if len(digits) < DIGIT_TERSEDIKIT:
            return ()
        semua = tanpa_dibatasi(self._cari.list_nik_awalan(digits, BATAS))
        return tuple(map(PemohonLama, semua))

    def find(self, nik: str) -> PemohonLama | None:
        """The applicant with exactly this NIK (16 digits), or None."""
        semua = tanpa_dibatasi(self._cari.list_nik((nik,), BATAS))
        return next(map(PemohonLama, semua), None)

    def list_keluarga(self, nkk: str) -> tuple[PemohonLama, ...]:
        """Who applied from the family with this No KK, newest first, each once."""
        if len(nkk) != PANJANG:
            return ()
        per_nik: dict[str, PemohonLama] = {}
        for r in tanpa_dibatasi(self._cari.list_nkk(nkk, 10 * BATAS)):
            per_nik.setdefault(r.pemohon.nik, PemohonLama(r))
        return tuple(per_nik.values())[:BATAS]
