"""The papers most often missing for a reason and village, from the office's own history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.sop import JenisPermohonan

BATAS = 2


@dataclass(frozen=True, slots=True)
class SeringKurang:
    """One paper and how often a case of this reason was sent back for it.

    Attributes:
        di_desa: counted in the applicant's village; False = in all of them.
    """

    nama: str
    kali: int
    di_desa: bool


class RadarService:
    """Reads only."""

    def __init__(self, store: Store) -> None:
        self._cari = store.pencarian

    def list_sering_kurang(
        self, layanan: str, jenis: JenisPermohonan, desa: str
    ) -> tuple[SeringKurang, ...]:
        """At most two papers; of the village where it has a history, else of all villages."""
        nama = {s.kode: s.nama for s in jenis.syarat}
        for tempat in dict.fromkeys((desa, "")):
            baris = self._cari.list_sering_kurang(layanan, jenis.kode, tempat, BATAS)
            if sering := tuple(
                SeringKurang(nama[kode], kali, bool(tempat)) for kode, kali in baris if kode in nama
            ):
                return sering
        return ()
