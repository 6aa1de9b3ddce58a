"""What a copy of the register held that was made earlier, told by the numbers of case events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data import baca
from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelPeristiwa, TabelPermohonan
from sooko_desk.domain.waktu import iso_utc

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.permohonan import RingkasanPermohonan


class InsidenStore:
    """Reads only."""

    @translated
    def find_peristiwa(self, sampai: dt.datetime) -> int:
        """Number of the newest case event that was written before an instant (aware); 0 = none."""
        p = TabelPeristiwa
        cari = p.select(p.urut).where(p.waktu < iso_utc(sampai)).order_by(p.urut.desc()).limit(1)
        return int(next((b.urut for b in cari), 0))

    @translated
    def list_terdampak(self, peristiwa: int) -> tuple[tuple[RingkasanPermohonan, str], ...]:
        """The cases that had begun up to a case event, oldest first, with their bringers' phones.

        Args:
            peristiwa: number of the newest event of the copy.
        """
        begun = TabelPeristiwa.select(TabelPeristiwa.permohonan).where(
            TabelPeristiwa.urut <= peristiwa
        )
        p = TabelPermohonan
        semua = p.select().where(p.id.in_(begun)).order_by(p.id)
        kasus = ((baca.ringkasan(b), str(b.pembawa_telepon)) for b in semua)
        return tuple((r, "" if r.dibatasi else telepon) for r, telepon in kasus)

    @translated
    def count_terdampak(self, peristiwa: int) -> tuple[int, int]:
        """How many cases and how many applicants (different NIKs) `list_terdampak` would give."""
        begun = TabelPeristiwa.select(TabelPeristiwa.permohonan).where(
            TabelPeristiwa.urut <= peristiwa
        )
        milik = TabelPermohonan.select(TabelPermohonan.nik).where(TabelPermohonan.id.in_(begun))
        return int(milik.count()), int(milik.distinct().count())
