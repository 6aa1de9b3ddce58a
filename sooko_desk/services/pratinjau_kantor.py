"""What the office's data look like on paper before they are saved, with invented people on it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

from sooko_desk.services.kop_dokumen import make_kop, make_penanda_tangan, sebut_tempat_tanggal
from sooko_desk.services.pdfium import gambar_halaman_pdf

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.kantor import Kantor, Pejabat


class Contoh(StrEnum):
    """The papers that can be shown."""

    TANDA_BUKTI = "tanda_bukti"
    REGISTER = "register"


def build_contoh(
    contoh: Contoh, kantor: Kantor, logo: bytes | None, pejabat: Pejabat, hari: dt.date
) -> bytes:
    """A paper as PDF; may run in any thread. The data need not be in order.

    Args:
        contoh: which paper.
        kantor: as typed.
        logo: a PNG; None = none.
        pejabat: who signs the register's page.
        hari: the day of the signature.
    """
    from sooko_desk.printing import buku_register, tanda_bukti
    from sooko_desk.printing import contoh as contoh_cetak

    kop = make_kop(kantor, logo)
    if contoh is Contoh.TANDA_BUKTI:
        [data] = contoh_cetak.tanda_bukti()
        return tanda_bukti.render([replace(data, kop=kop, catatan_kaki=kantor.catatan_kaki)])
    buku = contoh_cetak.register_ktp()
    orang = make_penanda_tangan(pejabat, sebut_tempat_tanggal(kantor.tempat, hari))
    halaman = replace(buku.halaman[0], kop=kop, penanda_tangan=orang)
    return buku_register.render(replace(buku, halaman=(halaman,)))


def build_tanda_tangan(pejabat: Pejabat, tempat: str, hari: dt.date, lebar_px: int) -> bytes:
    """The block of a signature as PNG, `lebar_px` wide; may run in any thread."""
    from sooko_desk.printing import contoh_tanda_tangan

    orang = make_penanda_tangan(pejabat, sebut_tempat_tanggal(tempat, hari))
    gambar = gambar_halaman_pdf(contoh_tanda_tangan.render(orang), 1, (lebar_px, 2 * lebar_px))
    hasil = BytesIO()
    gambar.save(hasil, "PNG", compress_level=1)
    return hasil.getvalue()
