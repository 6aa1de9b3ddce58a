"""What the two papers of the applicant share: the receipt and the sheet of missing papers.

Both carry the same number and scan code, so that either opens the case at the counter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from .blok import (
    A4_TEGAK,
    AKSEN,
    KANAN,
    LEBAR,
    PUTIH,
    TINTA,
    Gaya,
    Kotak,
    Pena,
    X,
    gambar_isian,
    gambar_label,
)
from .huruf import SEDANG, TEBAL
from .kode_qr import gambar_qr
from .kop import TINGGI_KOP_MM, gambar_kop_kiri

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GRATIS = "TIDAK DIPUNGUT BIAYA"
DASAR_GRATIS = "UU No. 24 Tahun 2013 Pasal 79A"

LEBAR_QR = 34.0
"""Right column of a head: label, QR and scan code."""
KIRI = LEBAR - LEBAR_QR - 6
BAWAH_KEPALA_MM = 58.2
"""Where the rule below the head stands, from the top of the page."""
LEBAR_PITA = 62.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarPemohon:
    """What both papers say of a case, as the words that are printed.

    Attributes:
        kop: superior office, office, address lines.
        nama_layanan: e.g. "Kartu Keluarga (KK)".
        nomor: number of the receipt; `kode_pindai` its scan code, e.g. "TB-KK-2026-00012".
        jenis: code and name of the request type, e.g. "I.A.1 Membentuk keluarga baru".
        nik_tersamar: twelve asterisks and four digits.
        salinan: 0 = the first print; n > 0 prints "SALINAN ke-n".
        latihan: practice mode; prints the watermark LATIHAN.
    """

    kop: tuple[str, ...]
    nama_layanan: str
    nomor: str
    kode_pindai: str
    jenis: str
    nama_pemohon: str
    nik_tersamar: str
    salinan: int = 0
    latihan: bool = False


_Lembar = TypeVar("_Lembar", bound=LembarPemohon)


def render_lembar(
    judul: str, daftar: Sequence[_Lembar], gambar: Callable[[Pena, _Lembar], None]
) -> bytes:
    """The papers of several cases as one PDF, each case from a new page on.

    Args:
        judul: title in the PDF's metadata.
        daftar: the cases in the order of the pages.
        gambar: draws the paper of one case.

    Raises:
        ValueError: there is no case.
    """
    if not daftar:
        raise ValueError("no case to print")
    pena = Pena(A4_TEGAK, judul)
    for urut, data in enumerate(daftar):
        if urut:
            pena.halaman_baru()
        gambar(pena, data)
    return pena.selesai()


def gambar_kepala_pemohon(
    pena: Pena, data: LembarPemohon, judul: str, isian: Sequence[tuple[str, str, float]]
) -> None:
    """The head of the applicant's page, down to the rule at `BAWAH_KEPALA_MM`.

    Args:
        pena: the pen.
        data: the case.
        judul: the paper's name, in capitals.
        isian: first row of fields, `KIRI` mm wide: label, value, width.
    """
    gambar_kop_kiri(pena, Kotak(X, 9, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR - 42)
    gambar_label_lembar(pena, 9, "LEMBAR PEMOHON", data.salinan)
    gambar_qr(pena, Kotak(KANAN - LEBAR_QR, 26, LEBAR_QR, 28), data.kode_pindai)
    pena.tulis(Kotak(X, 27.4, KIRI, 6.2), judul, Gaya(16.5, TEBAL, TINTA))
    layanan = Gaya(10, SEDANG, AKSEN)
    pena.tulis(Kotak(X, 34.6, KIRI, 4), f"Pelayanan {data.nama_layanan}", layanan)
    gambar_isian(pena, X, 40.6, isian)
    gambar_isian(pena, X, 49.2, (("Jenis permohonan", data.jenis, KIRI),))
    pena.datar(X, KANAN, BAWAH_KEPALA_MM)


def gambar_label_lembar(pena: Pena, y: float, teks: str, salinan: int) -> None:
    """Whose paper this is, and below it whether it is a copy; at the right edge."""
    kotak = Kotak(KANAN - LEBAR_QR, y, LEBAR_QR, 5)
    gambar_label(pena, kotak, teks)
    if salinan:
        bawah = Kotak(kotak.x, kotak.bawah + 1.1, kotak.lebar, 5)
        gambar_label(pena, bawah, f"SALINAN ke-{salinan}", penuh=True)


def gambar_pita_gratis(pena: Pena, y: float, tinggi: float) -> None:
    """The band at the left edge, `LEBAR_PITA` mm wide: it is free, and by which law."""
    pita = Kotak(X, y, LEBAR_PITA, tinggi)
    pena.isi(pita, AKSEN, sudut=1)
    y += (tinggi - 7.2) / 2
    tengah = Gaya(11, TEBAL, PUTIH, rata="tengah")
    pena.tulis(Kotak(X, y, LEBAR_PITA, 4.2), GRATIS, tengah)
    dasar = Gaya(6.4, SEDANG, PUTIH, rata="tengah")
    pena.tulis(Kotak(X, y + 4.7, LEBAR_PITA, 2.6), DASAR_GRATIS, dasar)
