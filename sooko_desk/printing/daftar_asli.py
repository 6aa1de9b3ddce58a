"""Daftar berkas asli yang masih di kantor: whose originals the office keeps, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass

from .daftar_umur import DaftarUmurData, RupaDaftar, render_daftar
from .tabel import KolomRegister
from .tanda_tangan import PenandaTangan

__all__ = ["KOLOM", "BarisAsli", "DaftarAsliData", "PenandaTangan", "render"]

KOLOM = (
    KolomRegister("No.", 7, "tengah"),
    # A receipt number of five digits then stands on one line.
    KolomRegister("Nomor tanda bukti", 36, ukuran=6.4),
    KolomRegister("Pemohon", 32.5, tebal=True),
    KolomRegister("Desa", 23.5),
    KolomRegister("Berkas asli", 27),
    KolomRegister("Sejak", 16, "tengah"),
    KolomRegister("Umur (hari)", 10, "kanan", tebal=True),
    KolomRegister("Keadaan permohonan", 28),
)
RUPA = RupaDaftar(
    "Daftar Berkas Asli yang Masih di Kantor",
    "Tidak ada berkas asli pemohon yang masih di kantor.",
    KOLOM,
)


@dataclass(frozen=True, slots=True)
class BarisAsli:
    """One original that the office keeps.

    Attributes:
        nomor: number of the receipt.
        sejak: day it came, e.g. "20/11/2026"; `umur` counts the days since.
        keadaan: status of the case in words.
    """

    nomor: str
    pemohon: str
    desa: str
    berkas: str
    sejak: str
    umur: int
    keadaan: str

    def sel(self, nomor: int) -> tuple[str, ...]:
        """Its cells in the order of `KOLOM`; `nomor` is its number on the list."""
        return (
            *(str(nomor), self.nomor, self.pemohon, self.desa, self.berkas),
            *(self.sejak, str(self.umur), self.keadaan),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarAsliData(DaftarUmurData):
    """The list as of one moment."""

    baris: tuple[BarisAsli, ...]


def render(data: DaftarAsliData) -> bytes:
    """The list as PDF. The same data gives the same bytes."""
    umur = [baris.umur for baris in data.baris]
    jumlah = (
        ("Berkas asli di kantor", str(len(umur))),
        ("Permohonan", str(len({baris.nomor for baris in data.baris}))),
        ("Paling lama", f"{max(umur)} hari" if umur else "–"),
    )
    return render_daftar(RUPA, data, jumlah)
