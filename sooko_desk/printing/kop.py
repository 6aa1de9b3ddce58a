"""The office's head on a paper, the watermark, and the page foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blok import AKSEN, BAYANG, KECIL, MM, REDUP, TINTA, Gaya, Kotak
from .huruf import REGULER, SEDANG, TEBAL

if TYPE_CHECKING:
    from .blok import Pena

TINGGI_KOP_MM = 16.4
SELA_KOP_MM = 1.2


def garis_kop(pena: Pena, x1: float, x2: float, y: float) -> None:
    """The double line that closes the head; `y` is its lower line."""
    pena.datar(x1, x2, y - 0.9, 1.4, AKSEN)
    pena.datar(x1, x2, y, 0.4, AKSEN)


def gambar_kop_kiri(pena: Pena, kotak: Kotak, kop: tuple[str, ...], lebar_teks: float) -> None:
    """Head set to the left, `TINGGI_KOP_MM` high, with the double line over the whole width.

    Args:
        kop: superior office, office, then address lines, which share one line.
        lebar_teks: room for the words in mm; the rest of the width stays free.
    """
    atas, nama, *alamat = (*kop, "", "")
    x, y = kotak.x, kotak.y
    pena.tulis(Kotak(x, y, lebar_teks, 3), atas, Gaya(7.6, SEDANG, REDUP))
    pena.tulis(Kotak(x, y + 3.5, lebar_teks, 5.4), nama, Gaya(14, TEBAL, AKSEN))
    baris_alamat = "  ·  ".join(a for a in alamat if a)
    pena.tulis(Kotak(x, y + 10.2, lebar_teks, 3), baris_alamat, KECIL)
    garis_kop(pena, x, kotak.kanan, y + TINGGI_KOP_MM - 1.4)


def gambar_kop_tengah(pena: Pena, kotak: Kotak, kop: tuple[str, ...]) -> None:
    """Head centred as on the SOP sheet, without the line; `tinggi_kop_tengah` says how high."""
    y = kotak.y
    for nomor, teks in enumerate(kop):
        gaya = _gaya_kop(nomor)
        tinggi = gaya.ukuran / MM
        pena.tulis(Kotak(kotak.x, y, kotak.lebar, tinggi), teks, gaya)
        y += tinggi + SELA_KOP_MM


def tinggi_kop_tengah(kop: tuple[str, ...]) -> float:
    """Height of the centred head in mm."""
    return sum(_gaya_kop(n).ukuran / MM + SELA_KOP_MM for n in range(len(kop)))


def _gaya_kop(nomor: int) -> Gaya:
    ukuran, huruf = ((9.5, SEDANG), (14.0, TEBAL))[nomor] if nomor < 2 else (7.4, REGULER)
    return Gaya(ukuran, huruf, TINTA, rata="tengah")


def gambar_latihan(pena: Pena, kotak: Kotak) -> None:
    """The word LATIHAN across `kotak`, light: a practice print is no proof of anything."""
    ukuran = min(kotak.lebar * 1.12, kotak.tinggi * 0.62)
    tengah = (kotak.x + kotak.lebar / 2, kotak.y + kotak.tinggi / 2)
    pena.bayang_kata(*tengah, "LATIHAN", Gaya(ukuran, TEBAL, BAYANG), sudut=18)


def gambar_kaki(pena: Pena, kotak: Kotak, kiri: str, halaman: int, jumlah: int) -> None:
    """Page foot: what this is, and "Halaman n dari m"."""
    pena.datar(kotak.x, kotak.kanan, kotak.y, 0.4)
    isi = Kotak(kotak.x, kotak.y + 1.2, kotak.lebar, 3.2)
    pena.tulis(isi, kiri, KECIL)
    pena.tulis(isi, f"Halaman {halaman} dari {jumlah}", KECIL.ganti(rata="kanan", huruf=SEDANG))
