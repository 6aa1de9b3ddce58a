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


def gambar_penanda_tangan(pena: Pena, kotak: Kotak, orang: PenandaTangan) -> None:
    """Place and date, office, room to sign, name underlined, rank, NIP; centred in `kotak`.

    The box is 60 mm wide or more, and 34 mm high.
    """
    teks = Gaya(8.2, rata="tengah", terkecil=6)
    pena.tulis(Kotak(kotak.x, kotak.y, kotak.lebar, 3.4), orang.tempat_tanggal, teks)
    jabatan = Kotak(kotak.x, kotak.y + 4, kotak.lebar, 6.8)
    pena.tulis(jabatan, orang.jabatan, teks.ganti(huruf=SEDANG), baris=2)
    y = kotak.y + 23
    pena.tulis(Kotak(kotak.x, y, kotak.lebar, 3.4), orang.nama, teks.ganti(huruf=TEBAL))
    pena.datar(kotak.x + 4, kotak.kanan - 4, y + 3.6, 0.5, TINTA)
    y += 4.4
    for isi in (orang.pangkat, f"NIP. {orang.nip}" if orang.nip else ""):
        if isi:
            pena.tulis(Kotak(kotak.x, y, kotak.lebar, 3.2), isi, teks.ganti(ukuran=7.6))
            y += 3.5


def gambar_garis_tanda_tangan(pena: Pena, kotak: Kotak, jabatan: str, nama: str) -> None:
    """The role on top, a line to sign on, the name below it ("" = dots to write on)."""
    pena.tulis(Kotak(kotak.x, kotak.y, kotak.lebar, 3), jabatan, KECIL)
    bawah = kotak.bawah - 3.8
    pena.datar(kotak.x, kotak.kanan, bawah, 0.5, TINTA)
    pena.tulis(Kotak(kotak.x, bawah + 0.9, kotak.lebar, 3), nama, Gaya(7.8, SEDANG, terkecil=5.5))
