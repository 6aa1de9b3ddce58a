"""PDFium for scans: what a PDF from outside holds, its pages as pictures, a PDF made of pictures.

The library keeps global state: every use of it, here and at printing, holds `PDFIUM_LOCK`.
"""

from __future__ import annotations

import contextlib
import threading
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.lampiran import BATAS_HALAMAN, BATAS_PIKSEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL.Image import Image
    from pypdfium2 import PdfDocument

PDFIUM_LOCK = threading.Lock()
"""Held around every PDFium call: the library keeps global state and two threads in it crash."""

BATAS_BENDA = 5_000
"""Objects of a page that are looked at; a scan has one, a form some hundred."""

_EKOR = 1024  # bytes in which readers look for the end mark


def count_halaman_pdf(isi: bytes, sebutan: str) -> int:
    """Open the pages of a PDF, up to `BATAS_HALAMAN`, and count all; may be 0.

    Args:
        isi: the whole file.
        sebutan: how the sentence calls the file.

    Raises:
        UserError: protected by a password, damaged, cut off, or a picture in it is too large.
    """
    if b"%%EOF" not in isi.rstrip(b"\0\r\n\t ")[-_EKOR:]:
        raise _rusak(sebutan)
    with _buka(isi, sebutan) as dokumen:
        jumlah = len(dokumen)
        for nomor in range(min(jumlah, BATAS_HALAMAN)):
            if _piksel_terbesar(dokumen, nomor) > BATAS_PIKSEL:
                raise terlalu_rinci(sebutan)
    return jumlah


def gambar_halaman_pdf(isi: bytes, nomor: int, kotak: tuple[int, int]) -> Image:
    """Draw a page (from 1) of a PDF that was checked, as large as fits into `kotak` (pixels)."""
    with _buka(isi) as dokumen:
        halaman = dokumen[nomor - 1]
        lebar, tinggi = halaman.get_size()
        skala = min(kotak[0] / lebar, kotak[1] / tinggi)
        # Copied: the picture must not need PDFium's memory once the lock is open.
        gambar: Image = halaman.render(scale=skala, may_draw_forms=False).to_pil().copy()
    return gambar


def list_ukuran_pdf(isi: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height (pt) of each page as it is shown, of a PDF that was checked."""
    with _buka(isi) as dokumen:
        return tuple(dokumen.get_page_size(nomor) for nomor in range(len(dokumen)))


def susun_pdf(halaman: Iterable[tuple[bytes, tuple[float, float]]]) -> bytes:
    """Make a PDF of pictures, one a page, without any word about whom or what they came from.

    Args:
        halaman: a JPEG as it is to lie in the file, and the page's width and height (pt).
    """
    import pypdfium2

    with PDFIUM_LOCK, pypdfium2.PdfDocument.new() as dokumen:
        for jpeg, (lebar, tinggi) in halaman:
            gambar = pypdfium2.PdfImage.new(dokumen)
            gambar.load_jpeg(BytesIO(jpeg), inline=True)
            gambar.set_matrix(pypdfium2.PdfMatrix().scale(lebar, tinggi))
            lembar = dokumen.new_page(lebar, tinggi)
            lembar.insert_obj(gambar)
            lembar.gen_content()
        hasil = BytesIO()
        dokumen.save(hasil)
    return hasil.getvalue()


def terlalu_rinci(sebutan: str) -> UserError:
    """The sentence for a picture with more pixels than any scan of this office has."""
    return UserError(
        f"{sebutan} memuat gambar yang terlalu besar untuk dibuka dengan aman. "
        "Pindai ulang pada 300 dpi, lalu tambahkan lagi."
    )


@contextlib.contextmanager
def _buka(isi: bytes, sebutan: str = "Pindaian ini") -> Iterator[PdfDocument]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    with PDFIUM_LOCK:
        # Opened beneath pypdfium2, which takes a document without pages for a fault and then
        # tells the reason of an earlier one.
        mentah = pdfium.FPDF_LoadMemDocument64(isi, len(isi), None)
        if not mentah:
            raise _sebut_galat(pdfium.FPDF_GetLastError(), sebutan)
        try:
            with pypdfium2.PdfDocument(mentah) as dokumen:
                yield dokumen
        except pypdfium2.PdfiumError as galat:
            raise _rusak(sebutan) from galat


def _piksel_terbesar(dokumen: PdfDocument, nomor: int) -> int:
    """As the pictures' heads say; nothing is unpacked."""
    from pypdfium2 import PdfImage

    with contextlib.closing(dokumen[nomor]) as halaman:
        benda = islice(halaman.get_objects(max_depth=3), BATAS_BENDA)
        ukuran = [satu.get_px_size() for satu in benda if isinstance(satu, PdfImage)]
    return max((lebar * tinggi for lebar, tinggi in ukuran), default=0)


def _sebut_galat(kode: int, sebutan: str) -> UserError:
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    if kode in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
        return UserError(
            f"{sebutan} dilindungi kata sandi. Buka dengan kata sandinya, cetak atau simpan tanpa "
            "kata sandi, lalu tambahkan lagi."
        )
    return _rusak(sebutan)


def _rusak(sebutan: str) -> UserError:
    return UserError(
        f"{sebutan} adalah PDF yang rusak atau terpotong. "
        "Salin atau pindai ulang, lalu tambahkan lagi."
    )
