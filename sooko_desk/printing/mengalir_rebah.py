"""Papers that flow over A4 landscape pages; the pieces and their sharing out are `mengalir`'s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blok import MM, Gaya, Kotak
from .huruf import SEDANG, lebar_teks
from .kop import gambar_kaki, gambar_latihan
from .mengalir import LANJUTAN, bagi_halaman

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .blok import Pena
    from .mengalir import Balok, Rangka

X, LEBAR = 12.0, 273.0
KANAN = X + LEBAR
"""Left edge, width and right edge in mm of what a landscape page holds."""
ATAS_LANJUT = 16.0
KAKI_Y = 201.0
BATAS = KAKI_Y - 2


def gambar_mengalir_rebah(pena: Pena, rangka: Rangka, balok: Iterable[Balok]) -> None:
    """Draw the pieces on as many landscape pages as they need; the last page stays open."""
    halaman = bagi_halaman(balok, rangka.atas, ATAS_LANJUT, BATAS)
    for nomor, isi in enumerate(halaman, start=1):
        if nomor > 1:
            pena.halaman_baru()
        if rangka.latihan:
            gambar_latihan(pena, Kotak(X, 30, LEBAR, 150))
        if nomor == 1:
            rangka.kepala(pena)
        else:
            _kepala_lanjut(pena, rangka)
        for y, satu in isi:
            satu.gambar(pena, y)
        gambar_kaki(pena, Kotak(X, KAKI_Y, LEBAR, 5), rangka.kaki, nomor, len(halaman))


def _kepala_lanjut(pena: Pena, rangka: Rangka) -> None:
    judul = f"{rangka.judul.upper()} (lanjutan)"
    lebar = lebar_teks(judul, LANJUTAN.huruf, LANJUTAN.ukuran) / MM + 0.5
    pena.tulis(Kotak(X, 8, lebar, 4), judul, LANJUTAN)
    kanan = Kotak(X + lebar + 3, 8, LEBAR - lebar - 3, 4)
    pena.tulis(kanan, rangka.lanjut, Gaya(8, SEDANG, rata="kanan"))
