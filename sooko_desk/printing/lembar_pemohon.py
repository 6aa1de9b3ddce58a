"""What the papers of an applicant share: receipt, sheet of missing papers, hand-over.

All carry the same number and scan code, so that each of them opens the case at the counter. A
paper of two halves stands on one A4, to be cut, or on two A5 on their side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from .blok import (
    AKSEN,
    KANAN,
    LEBAR,
    LEBAR_TEGAK,
    PUTIH,
    REDUP,
    TINTA,
    Gaya,
    Kotak,
    Pena,
    X,
    gambar_isian,
    gambar_label,
)
from .huruf import SEDANG, TEBAL
from .kertas import A4, A5, Kertas, check_kertas
from .kode_qr import gambar_qr
from .kop import TINGGI_KOP_MM, Kop, gambar_kop_kiri, gambar_latihan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

GRATIS = "TIDAK DIPUNGUT BIAYA"
DASAR_GRATIS = "UU No. 24 Tahun 2013 Pasal 79A"

LEBAR_QR = 34.0
"""Right column of a head: label, QR and scan code."""
KIRI = LEBAR - LEBAR_QR - 6
KOP_MM = 9.0
"""Where the head of the office stands, from the top of the page."""
BAWAH_KEPALA_MM = 58.2
"""Where the rule below the head of the paper stands, likewise."""
LEBAR_PITA = 62.0
TINGGI_CATATAN_MM = 4.8
"""Room of the office's own words, with what stays free below."""
TENGAH_MM = A4.tinggi / 2
"""Where a page of two halves is cut."""
ATAS_PARUH_MM = 1.8
"""How far down the upper half begins; a half keeps inside 5 to 143 mm, as an A5 has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarBernomor:
    """What every paper with a receipt number carries, be it filled in or blank.

    Attributes:
        nama_layanan: e.g. "Kartu Keluarga (KK)".
        nomor: number of the receipt; `kode_pindai` its scan code, e.g. "TB-KK-2026-00012".
        salinan: 0 = the first print; n > 0 prints "SALINAN ke-n".
        catatan_kaki: the office's own words for the public; "" = none.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one that the document has a layout for; the same for all cases of a print.
    """

    kop: Kop
    nama_layanan: str
    nomor: str
    kode_pindai: str
    salinan: int = 0
    catatan_kaki: str = ""
    latihan: bool = False
    kertas: Kertas = A4


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarPemohon(LembarBernomor):
    """What the papers say of a case, as the words that are printed.

    Attributes:
        jenis: code and name of the request type, e.g. "I.A.1 Membentuk keluarga baru".
        nik_tersamar: twelve asterisks and four digits.
    """

    jenis: str
    nama_pemohon: str
    nik_tersamar: str


_Lembar = TypeVar("_Lembar", bound=LembarBernomor)


def mulai_lembar(judul: str, daftar: Sequence[LembarBernomor], boleh: Iterable[Kertas]) -> Pena:
    """The pen for the papers of several cases; A5 lies on its side.

    Args:
        judul: title in the PDF's metadata.
        daftar: the cases in the order of the pages.
        boleh: the papers that the document has a layout for.

    Raises:
        ValueError: there is no case, or the paper is none of `boleh`.
    """
    if not daftar:
        raise ValueError("no case to print")
    kertas = daftar[0].kertas
    check_kertas(kertas, boleh)
    return Pena(letakkan(kertas), judul, LEBAR_TEGAK)


def letakkan(kertas: Kertas) -> Kertas:
    """The paper turned as an applicant reads it: all are about as wide as A4 is."""
    return kertas.rebah if kertas.id == A5.id else kertas.tegak


def render_paruh(
    pena: Pena, daftar: Sequence[_Lembar], paruh: tuple[Callable[[Pena, float, _Lembar], None], ...]
) -> bytes:
    """Papers of two halves: both on one A4, or each on an A5 of its own.

    Args:
        pena: as `mulai_lembar` gave it.
        daftar: the cases in the order of the pages.
        paruh: draw the upper and the lower half; get the pen, the half's top in mm, the case.
    """
    halaman = (paruh,) if daftar[0].kertas.id == A4.id else tuple((satu,) for satu in paruh)
    mulai = (ATAS_PARUH_MM, TENGAH_MM) if len(halaman) == 1 else (0.0,)
    for urut, (data, isi) in enumerate((data, isi) for data in daftar for isi in halaman):
        if urut:
            pena.halaman_baru()
        for atas, gambar in zip(mulai, isi, strict=True):
            if data.latihan:
                gambar_latihan(pena, Kotak(X, atas + 12, LEBAR, TENGAH_MM - 24))
            if atas == TENGAH_MM:
                gambar_garis_gunting(pena)
            gambar(pena, atas, data)
    return pena.selesai()


def gambar_kepala_pemohon(
    pena: Pena,
    data: LembarPemohon,
    judul: str,
    isian: Sequence[tuple[str, str, float]],
    atas: float = 0.0,
) -> None:
    """The head of the applicant's page, down to the rule at `BAWAH_KEPALA_MM`.

    Args:
        pena: the pen.
        data: the case.
        judul: the paper's name, in capitals.
        isian: first row of fields, `KIRI` mm wide: label, value, width.
        atas: how far down everything stands, in mm.
    """
    y = gambar_kepala(pena, data, judul, atas)
    gambar_isian(pena, X, y + 31.6, isian)
    gambar_isian(pena, X, y + 40.2, (("Jenis permohonan", data.jenis, KIRI),))
    pena.datar(X, KANAN, atas + BAWAH_KEPALA_MM)


def gambar_kepala(pena: Pena, data: LembarBernomor, judul: str, atas: float) -> float:
    """Head of the office, the paper's name, QR and label of the applicant's page.

    Args:
        pena: the pen.
        data: whose numbers it carries.
        judul: the paper's name, in capitals.
        atas: how far down everything stands, in mm.

    Returns:
        Where the head begins; 31.6 mm below it, `KIRI` mm wide, is room for two rows of fields.
    """
    y = atas + KOP_MM
    gambar_kop_kiri(pena, Kotak(X, y, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR - 42)
    gambar_label_lembar(pena, y, "LEMBAR PEMOHON", data.salinan)
    gambar_qr(pena, Kotak(KANAN - LEBAR_QR, y + 17, LEBAR_QR, 28), data.kode_pindai)
    pena.tulis(Kotak(X, y + 18.4, KIRI, 6.2), judul, Gaya(16.5, TEBAL, TINTA))
    layanan = Gaya(10, SEDANG, AKSEN)
    pena.tulis(Kotak(X, y + 25.6, KIRI, 4), f"Pelayanan {data.nama_layanan}", layanan)
    return y


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


def gambar_catatan_kaki(pena: Pena, y: float, data: LembarPemohon) -> float:
    """The office's own words over the whole width, in two rows at most; returns the height in mm.

    Nothing is drawn, and the height is 0, where there are none.
    """
    if not data.catatan_kaki:
        return 0.0
    kotak = Kotak(X, y, LEBAR, TINGGI_CATATAN_MM - 0.6)
    pena.tulis(kotak, data.catatan_kaki, Gaya(6.6, warna=REDUP, terkecil=4.8), baris=2)
    return TINGGI_CATATAN_MM


def gambar_garis_gunting(pena: Pena) -> None:
    """Where to cut the page, at `TENGAH_MM`."""
    tengah = X + LEBAR / 2
    pena.putus(6, tengah - 15, TENGAH_MM)
    pena.putus(tengah + 15, 204, TENGAH_MM)
    kotak = Kotak(tengah - 15, TENGAH_MM - 1.3, 30, 2.6)
    tulisan = Gaya(6.4, warna=REDUP, rata="tengah", tegak="tengah")
    pena.tulis(kotak, "✂  gunting di sini", tulisan)
