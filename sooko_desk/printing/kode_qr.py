"""The QR code of a document: its scan code only, never a NIK."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from .blok import MM, TINTA, Gaya, Kotak
from .huruf import SEDANG

if TYPE_CHECKING:
    from .blok import Pena

SISI_MM = 24.0
TEPI = 4
"""Modules of the quiet zone on every side."""
TINDIH = 1.05
"""How much higher than its row a run of modules is: no seam between rows on any screen."""


_PANJANG = re.compile(rb"\x00{5,}|\x01{5,}")
_MIRIP = bytes((1, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0))
"""What looks like the mark in a corner."""


class _Kode(QRCode):  # type: ignore[misc]  # ReportLab has no types
    """Chooses the mask that `QRCode` chooses, in a fraction of its time."""

    def getBestMaskPattern(self) -> int:  # noqa: N802 - ReportLab's name
        """The mask with the fewest faults (ISO/IEC 18004, 7.8.3)."""
        return min(range(8), key=self._nilai)

    def _nilai(self, topeng: int) -> int:
        """Faults with that mask, counted as ReportLab does: look-alikes in rows, but at no end."""
        self.makeImpl(True, topeng)  # noqa: FBT003
        baris = [bytes(b) for b in self.modules]
        nilai = sum(40 * satu.count(_MIRIP, 0, -1) for satu in baris)
        for larik in (*baris, *map(bytes, zip(*self.modules, strict=True))):
            nilai += sum(len(satu) - 2 for satu in _PANJANG.findall(larik))
        sisi, angka = len(baris), [int.from_bytes(b, "big") for b in baris]
        pasang = (1 << 8 * (sisi - 1)) - 1
        for a, b in pairwise(angka):
            beda = a ^ b
            tak_sama = (beda | beda >> 8 | (a ^ a >> 8)) & pasang
            nilai += 3 * (sisi - 1 - tak_sama.bit_count())
        gelap = sum(map(sum, baris))
        return nilai + 10 * (abs(100 * gelap // sisi**2 - 50) // 5)


def gambar_qr(pena: Pena, kotak: Kotak, kode: str) -> None:
    """Draw the code (24 mm, level M, quiet zone included) with its letters below, in `kotak`.

    The box is 24 mm wide or more, and 28 mm high.
    """
    banyak, larik = _susun_larik(kode)
    sisi = SISI_MM * MM / (banyak + 2 * TEPI)
    kiri = (kotak.x + (kotak.lebar - SISI_MM) / 2) * MM
    atas = (pena.tinggi - kotak.y) * MM
    pena.pakai(TINTA)
    for baris, kolom, panjang in larik:
        x, y = kiri + (kolom + TEPI) * sisi, atas - (baris + TEPI + 1) * sisi
        pena.kanvas.rect(x, y, panjang * sisi, TINDIH * sisi, stroke=0, fill=1)
    bawah = Kotak(kotak.x, kotak.y + SISI_MM - 0.6, kotak.lebar, 3.2)
    pena.tulis(bawah, kode, Gaya(7.6, SEDANG, rata="tengah"))


@lru_cache(maxsize=4)
def _susun_larik(kode: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Modules on a side, and the runs of dark ones: row, column, length; both halves want them."""
    qr = _Kode(None, QRErrorCorrectLevel.M)
    qr.addData(kode)
    qr.make()
    larik = []
    for nomor, baris in enumerate(qr.modules):
        kolom = 0
        for gelap, kelompok in groupby(map(bool, baris)):
            panjang = len(list(kelompok))
            if gelap:
                larik.append((nomor, kolom, panjang))
            kolom += panjang
    return qr.moduleCount, tuple(larik)
