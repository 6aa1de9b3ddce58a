"""The block of a signature alone, for the screen on which officials are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blok import Kotak, Pena
from .huruf import daftarkan
from .kertas import Kertas, Pinggir
from .tanda_tangan import gambar_penanda_tangan, tinggi_penanda_tangan

if TYPE_CHECKING:
    from .tanda_tangan import PenandaTangan

LEBAR_MM = 84.0
TEPI_MM = 2.0


def render(orang: PenandaTangan) -> bytes:
    """One page, as large as the block and a margin."""
    daftarkan()  # the height is measured before there is a pen
    lebar = LEBAR_MM - 2 * TEPI_MM
    tinggi = tinggi_penanda_tangan(orang, lebar)
    tepi = Pinggir(0, 0, 0, 0)
    pena = Pena(Kertas("contoh", "Contoh", LEBAR_MM, tinggi + 2 * TEPI_MM, tepi), "Tanda tangan")
    gambar_penanda_tangan(pena, Kotak(TEPI_MM, TEPI_MM, lebar, tinggi), orang)
    return pena.selesai()
