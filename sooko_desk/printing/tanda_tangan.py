"""Where people sign: the official's block and the plain signature line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import KECIL, TINTA, Gaya, Kotak
from .huruf import SEDANG, TEBAL

if TYPE_CHECKING:
    from .blok import Pena


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """The official who signs.

    Attributes:
        tempat_tanggal: e.g. "Sooko, 31 Desember 2026".
        jabatan: e.g. "CAMAT SOOKO"; may carry a "Plt." or "a.n." before it.
        nip: the bare number; "" leaves the line out, as an empty `pangkat` does.
    """

    tempat_tanggal: str
    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""


BARIS_MM = 3.5
"""Height of the line of a rank or a NIP."""


def tinggi_penanda_tangan(orang: PenandaTangan) -> float:
    """Height in mm of the block that `gambar_penanda_tangan` draws."""
    return 27.4 + BARIS_MM * len(_list_bawah(orang))


def gambar_penanda_tangan(pena: Pena, kotak: Kotak, orang: PenandaTangan) -> None:
    """Place and date, office, room to sign, name underlined, rank, NIP; centred in `kotak`.

    A name longer than its line stands on two. The box is 60 mm wide or more.
    """
    teks = Gaya(8.2, rata="tengah", terkecil=6)
    pena.tulis(Kotak(kotak.x, kotak.y, kotak.lebar, 3.4), orang.tempat_tanggal, teks)
    jabatan = Kotak(kotak.x, kotak.y + 4, kotak.lebar, 6.8)
    pena.tulis(jabatan, orang.jabatan, teks.ganti(huruf=SEDANG), baris=2)
    y = kotak.y + 26.4
    nama = Kotak(kotak.x + 4, y - 6.6, kotak.lebar - 8, 6.6)
    pena.tulis(nama, orang.nama, teks.ganti(huruf=TEBAL, tegak="bawah"), baris=2)
    pena.datar(nama.x, nama.kanan, y + 0.3, 0.5, TINTA)
    y += 1
    for isi in _list_bawah(orang):
        pena.tulis(Kotak(kotak.x, y, kotak.lebar, 3.2), isi, teks.ganti(ukuran=7.6))
        y += BARIS_MM


def _list_bawah(orang: PenandaTangan) -> list[str]:
    """What stands below the name."""
    return [x for x in (orang.pangkat, f"NIP. {orang.nip}" if orang.nip else "") if x]


def gambar_garis_tanda_tangan(pena: Pena, kotak: Kotak, jabatan: str, nama: str) -> None:
    """The role on top, a line to sign on, the name below it ("" = dots to write on)."""
    pena.tulis(Kotak(kotak.x, kotak.y, kotak.lebar, 3), jabatan, KECIL)
    bawah = kotak.bawah - 3.8
    pena.datar(kotak.x, kotak.kanan, bawah, 0.5, TINTA)
    pena.tulis(Kotak(kotak.x, bawah + 0.9, kotak.lebar, 3), nama, Gaya(7.8, SEDANG, terkecil=5.5))
