"""Pages of a register book, A4 landscape: page n always holds the same rows.

The SOPs say "Dicatat dalam Register Pelayanan ..."; the sheet does not give the columns, so the
sets below are this program's (see the shared DOMAIN page, 4.4) and travel with the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import A4_REBAH, AKSEN, KECIL, LABEL, REDUP, TINTA, Gaya, Kotak, Pena
from .huruf import SEDANG, TEBAL
from .kop import TINGGI_KOP_MM, gambar_kaki, gambar_kop_kiri, gambar_latihan
from .tabel import KolomRegister, gambar_baris, gambar_garis, gambar_kepala
from .tanda_tangan import PenandaTangan, gambar_penanda_tangan

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "KOLOM_KK",
    "KOLOM_KTP",
    "LEBAR_CETAK_MM",
    "HalamanRegisterData",
    "KolomRegister",
    "PenandaTangan",
    "hitung_halaman",
    "render",
]

JUDUL = "Buku Register"
X = 18.0
"""Left margin in mm: room for the binding holes."""
LEBAR_CETAK_MM = A4_REBAH[0] - X - 10
KOP_Y = 9.0
KEPALA_Y, KEPALA_TINGGI = 28.0, 8.0
BARIS_Y = KEPALA_Y + KEPALA_TINGGI
BARIS_TINGGI = 123.0
RUANG_Y = BARIS_Y + BARIS_TINGGI + 3
"""Below the rows: sums, and room for the signature, kept free on every page."""
KAKI_Y = 201.0
BARIS_TERBANYAK = 30

KOLOM_KK = (
    KolomRegister("No. urut", 8, "tengah"),
    KolomRegister("Nomor register", 30),
    KolomRegister("Tgl register", 16, "tengah"),
    KolomRegister("Nomor tanda bukti", 30),
    KolomRegister("Tgl terima", 16, "tengah"),
    KolomRegister("Nama pemohon", 42),
    KolomRegister("NIK (tersamar)", 24, "tengah"),
    KolomRegister("No. KK (tersamar)", 24, "tengah"),
    KolomRegister("Desa", 20),
    KolomRegister("Jenis permohonan", 26),
    KolomRegister("Petugas", 15),
    KolomRegister("Keterangan", 18),
)
"""Columns of the register of Kartu Keluarga; widths fill the printable width."""
KOLOM_KTP = KOLOM_KK
"""Columns of the register of Kartu Tanda Penduduk: the same book form as for the KK."""


@dataclass(frozen=True, slots=True)
class HalamanRegisterData:
    """Pages of one book, from `halaman_pertama` on.

    Attributes:
        judul: title of the book, e.g. "REGISTER PELAYANAN KARTU KELUARGA (KK)".
        baris: the rows from the first of `halaman_pertama` on; one text a column, NIK masked.
        baris_per_halaman: rows of a full page, 1 to 30.
        jumlah_halaman: pages of the whole book; the signature stands on that page.
        latihan: practice mode; prints the watermark LATIHAN.
    """

    kop: tuple[str, ...]
    judul: str
    tahun: int
    kolom: tuple[KolomRegister, ...]
    baris: tuple[tuple[str, ...], ...]
    penanda_tangan: PenandaTangan
    baris_per_halaman: int = 20
    halaman_pertama: int = 1
    jumlah_halaman: int = 1
    latihan: bool = False


def hitung_halaman(jumlah_baris: int, baris_per_halaman: int = 20) -> int:
    """Pages that a book of so many rows takes; an empty book has one."""
    return max(1, -(-jumlah_baris // baris_per_halaman))


def render(data: HalamanRegisterData) -> bytes:
    """The pages as PDF. The same data gives the same bytes.

    Raises:
        ValueError: the columns are too wide, the pages do not fit the book, or a row has another
            number of cells than there are columns.
    """
    _periksa(data)
    per = data.baris_per_halaman
    pena = Pena(A4_REBAH, JUDUL)
    for urut in range(hitung_halaman(len(data.baris), per)):
        if urut:
            pena.halaman_baru()
        _gambar_halaman(
            pena, data, data.halaman_pertama + urut, data.baris[urut * per : (urut + 1) * per]
        )
    return pena.selesai()


def _periksa(data: HalamanRegisterData) -> None:
    if not 1 <= data.baris_per_halaman <= BARIS_TERBANYAK:
        raise ValueError(f"baris_per_halaman must be 1 to {BARIS_TERBANYAK}")
    if sum(k.lebar_mm for k in data.kolom) > LEBAR_CETAK_MM + 0.01:
        raise ValueError(f"the columns are wider than {LEBAR_CETAK_MM} mm")
    terakhir = data.halaman_pertama + hitung_halaman(len(data.baris), data.baris_per_halaman) - 1
    if data.halaman_pertama < 1 or terakhir > data.jumlah_halaman:
        raise ValueError(f"page {terakhir} is outside a book of {data.jumlah_halaman} pages")


def _gambar_halaman(
    pena: Pena, data: HalamanRegisterData, halaman: int, baris: Sequence[tuple[str, ...]]
) -> None:
    lebar = sum(k.lebar_mm for k in data.kolom)
    per = data.baris_per_halaman
    if data.latihan:
        gambar_latihan(pena, Kotak(X, KEPALA_Y, lebar, BARIS_TINGGI))
    _gambar_atas(pena, data)
    gambar_kepala(pena, X, KEPALA_Y, KEPALA_TINGGI, data.kolom)
    tinggi = BARIS_TINGGI / per
    gaya = Gaya(6.6, terkecil=4.8)
    for urut, sel in enumerate(baris):
        petak = Kotak(X, BARIS_Y + urut * tinggi, lebar, tinggi)
        gambar_baris(pena, petak, data.kolom, sel, gaya)
    gambar_garis(pena, Kotak(X, BARIS_Y, lebar, BARIS_TINGGI), data.kolom, per)
    _gambar_jumlah(pena, (halaman - 1) * per, len(baris))
    if halaman == data.jumlah_halaman:
        kotak = Kotak(X + LEBAR_CETAK_MM - 84, RUANG_Y, 84, 36)
        gambar_penanda_tangan(pena, kotak, data.penanda_tangan)
    kaki = Kotak(X, KAKI_Y, LEBAR_CETAK_MM, 5)
    gambar_kaki(pena, kaki, f"{data.judul}  ·  Tahun {data.tahun}", halaman, data.jumlah_halaman)


def _gambar_atas(pena: Pena, data: HalamanRegisterData) -> None:
    gambar_kop_kiri(pena, Kotak(X, KOP_Y, LEBAR_CETAK_MM, TINGGI_KOP_MM), data.kop, 132)
    kanan = Kotak(X + 136, KOP_Y + 2.2, LEBAR_CETAK_MM - 136, 5.4)
    pena.tulis(kanan, data.judul, Gaya(12.5, TEBAL, TINTA, rata="kanan", tegak="bawah"))
    tahun = Kotak(kanan.x, kanan.bawah + 1.6, kanan.lebar, 4)
    pena.tulis(tahun, f"Tahun {data.tahun}", Gaya(9, SEDANG, AKSEN, rata="kanan"))


def _gambar_jumlah(pena: Pena, pindahan: int, di_sini: int) -> None:
    """The sums that carry the book from page to page, left below the rows."""
    x = X
    for urut, (label, nilai) in enumerate(
        (
            ("Pindahan halaman lalu", pindahan),
            ("Tercatat di halaman ini", di_sini),
            ("Jumlah sampai halaman ini", pindahan + di_sini),
        )
    ):
        if urut:
            pena.garis(((x - 3, RUANG_Y), (x - 3, RUANG_Y + 8)), 0.4)
        pena.tulis(Kotak(x, RUANG_Y, 38, 2.8), label, LABEL.ganti(ukuran=6.8))
        pena.tulis(Kotak(x, RUANG_Y + 3.4, 38, 5), str(nilai), Gaya(11, TEBAL))
        x += 43
    catatan = Kotak(X, RUANG_Y + 11, 120, 3)
    pena.tulis(
        catatan,
        "NIK dan nomor KK disamarkan; hanya empat angka terakhir.",
        KECIL.ganti(warna=REDUP),
    )
