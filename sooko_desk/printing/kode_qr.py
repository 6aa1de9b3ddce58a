"""The QR code of a document: its scan code only, never a NIK."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qr import QrCode

from .blok import MM, TINTA, Gaya, Kotak
from .huruf import SEDANG

if TYPE_CHECKING:
    from .blok import Pena

SISI_MM = 24.0


def gambar_qr(pena: Pena, kotak: Kotak, kode: str) -> None:
    """Draw the code (24 mm, level M, quiet zone included) with its letters below, in `kotak`.

    The box is 24 mm wide or more, and 28 mm high.
    """
    qr = QrCode(kode, qrLevel="M", width=SISI_MM * MM, height=SISI_MM * MM)
    x = kotak.x + (kotak.lebar - SISI_MM) / 2
    # The code takes the pen's colour: full ink, whatever was drawn before it.
    pena.kanvas.setFillColor(TINTA)
    qr.drawOn(pena.kanvas, x * MM, (pena.tinggi - kotak.y - SISI_MM) * MM)
    bawah = Kotak(kotak.x, kotak.y + SISI_MM - 0.6, kotak.lebar, 3.2)
    pena.tulis(bawah, kode, Gaya(7.6, SEDANG, rata="tengah"))
