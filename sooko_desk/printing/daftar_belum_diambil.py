"""Daftar dokumen yang belum diambil: what lies ready, where, and whom to call, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass

from .daftar_umur import DaftarUmurData, RupaDaftar, render_daftar
from .tabel import KolomRegister
from .tanda_tangan import PenandaTangan

__all__ = ["KOLOM", "BarisBelumDiambil", "DaftarBelumDiambilData", "PenandaTangan", "render"]

KOLOM = (
    KolomRegister("No.", 7, "tengah"),
    KolomRegister("Layanan", 13),
    # A receipt number of five digits then stands on one line.
    KolomRegister("Nomor tanda bukti", 36, ukuran=6.4),
    KolomRegister("Pemohon", 32.5, tebal=True),
    KolomRegister("Desa", 23.5),
    KolomRegister("Telepon", 22),
    KolomRegister("Tempat", 20, tebal=True),
    KolomRegister("Siap sejak", 16, "tengah"),
    KolomRegister("Umur (hari)", 10, "kanan", tebal=True),
)
RUPA = RupaDaftar(
    "Daftar Dokumen yang Belum Diambil", "Tidak ada dokumen yang menunggu diambil.", KOLOM
)


@dataclass(frozen=True, slots=True)
class BarisBelumDiambil:
    """One finished document that nobody has fetched yet.

    Attributes:
        layanan: e.g. "KK".
        nomor: number of the receipt.
        telepon: whom to call; "" = no number is known.
        tempat: where it lies; "" = not noted.
        sejak: day it was ready, e.g. "20/11/2026"; `umur` counts the days since.
    """

    layanan: str
    nomor: str
    pemohon: str
    desa: str
    telepon: str
    tempat: str
    sejak: str
    umur: int

    def sel(self, nomor: int) -> tuple[str, ...]:
        """Its cells in the order of `KOLOM`; `nomor` is its number on the list."""
        return (
            *(str(nomor), self.layanan, self.nomor, self.pemohon, self.desa),
            *(self.telepon, self.tempat, self.sejak, str(self.umur)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarBelumDiambilData(DaftarUmurData):
    """The list as of one moment.

    Attributes:
        batas_umur: days, from the fewest: how many rows are older is told of each.
    """

    baris: tuple[BarisBelumDiambil, ...]
    batas_umur: tuple[int, ...]


def render(data: DaftarBelumDiambilData) -> bytes:
    """The list as PDF. The same data gives the same bytes."""
    umur = [baris.umur for baris in data.baris]
    lebih = ((f"Lebih dari {b} hari", str(sum(u > b for u in umur))) for b in data.batas_umur)
    return render_daftar(RUPA, data, (("Belum diambil", str(len(umur))), *lebih))
