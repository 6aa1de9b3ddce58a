"""The lines of the list of scans: each paper of the case, its scans below it, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.tanggal import jam, sebut_saat
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.lampiran import LAIN
from sooko_desk.services.pindaian import sebut_ukuran

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sooko_desk.domain.lampiran import Lampiran
    from sooko_desk.domain.permohonan import Berkas

TANPA_BERKAS = ""
"""Code of the place for scans that belong to no paper of the checklist."""


@dataclass(frozen=True, slots=True)
class BarisBerkas:
    """A paper of the case, or the place for scans without one.

    Attributes:
        nomor: place in the checklist, from 1; 0 = the place without a paper.
        banyak: how many scans it has.
    """

    kode: str
    nama: str
    nomor: int
    banyak: int

    @property
    def kunci(self) -> tuple[str, str]:
        """What tells it from every other line."""
        return ("berkas", self.kode)

    @property
    def berkas_kode(self) -> str:
        """Where a scan goes that is added while this line is current."""
        return self.kode


@dataclass(frozen=True, slots=True)
class BarisPindaian:
    """One scan, below the paper it shows."""

    lampiran: Lampiran

    @property
    def kunci(self) -> tuple[str, str]:
        """What tells it from every other line."""
        return ("pindaian", str(self.lampiran.id))

    @property
    def berkas_kode(self) -> str:
        """Where a scan goes that is added while this line is current."""
        return self.lampiran.berkas_kode


Baris = BarisBerkas | BarisPindaian


def build_baris(berkas: Sequence[Berkas], lampiran: Iterable[Lampiran]) -> tuple[Baris, ...]:
    """Papers in the order of the checklist, each with its scans; last the place without a paper.

    Scans that were taken off are left out. A scan whose paper is not (or no longer) in the
    checklist lies in the last place.
    """
    milik: dict[str, list[Lampiran]] = {b.kode: [] for b in berkas}
    milik[TANPA_BERKAS] = []
    for satu in (x for x in lampiran if x.dilepas is None):
        milik.get(satu.berkas_kode, milik[TANPA_BERKAS]).append(satu)
    kepala = [
        BarisBerkas(b.kode, b.nama, nomor, len(milik[b.kode]))
        for nomor, b in enumerate(berkas, start=1)
    ]
    kepala.append(BarisBerkas(TANPA_BERKAS, LAIN, 0, len(milik[TANPA_BERKAS])))
    baris: list[Baris] = []
    for satu_berkas in kepala:
        baris.append(satu_berkas)
        baris += map(BarisPindaian, milik[satu_berkas.kode])
    return tuple(baris)


def sebut_rincian(lampiran: Lampiran) -> str:
    """Short enough for the list, e.g. "2 hlm. · 340 kB · 23/11 09.05 · Rini Contoh"."""
    wib = ke_wib(lampiran.waktu)
    return _rangkai(lampiran, "hlm.", f"{wib:%d/%m} {jam(wib)}")


def sebut_lengkap(lampiran: Lampiran) -> str:
    """E.g. "2 halaman · 340 kB · 23/11/2026 09.05 · Rini Contoh"."""
    return _rangkai(lampiran, "halaman", sebut_saat(lampiran.waktu))


def _rangkai(lampiran: Lampiran, halaman: str, saat: str) -> str:
    bagian = (f"{lampiran.halaman} {halaman}", sebut_ukuran(lampiran.ukuran), saat)
    return " · ".join((*bagian, lampiran.petugas))


def sebut_tujuan(baris: Baris | None, berkas: Iterable[BarisBerkas]) -> str:
    """Name of the paper that a new scan would go to."""
    kode = TANPA_BERKAS if baris is None else baris.berkas_kode
    return next((b.nama for b in berkas if b.kode == kode), LAIN)
