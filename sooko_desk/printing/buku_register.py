"""Pages of a register book, landscape: what stands on a page is said by its own data alone.

Each page has its own form, head, sums and signature, so that a page that is full is drawn alike
whenever and in whatever company it is printed. What the pages hold: see `domain.buku`.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from .blok import AKSEN, GARIS, KECIL, MM, PUTIH, REDUP, TINTA, Gaya, Kotak
from .huruf import SEDANG, TEBAL, lebar_teks
from .kertas import A4, LEMBAR_BESAR, Kertas, check_kertas
from .kop import TINGGI_KOP_MM, gambar_kop_kiri, gambar_latihan
from .pena_mengalir import PenaMengalir
from .tabel import gambar_baris, gambar_kepala, lebarkan
from .tabel_mengalir import gambar_jumlah_halaman
from .tanda_tangan import gambar_penanda_tangan

if TYPE_CHECKING:
    from typing import BinaryIO

    from .blok import Pena
    from .kop import Kop
    from .tabel import KolomRegister
    from .tanda_tangan import PenandaTangan

JUDUL = "Buku Register"
CATATAN_NIK = "NIK dan nomor KK disamarkan; hanya empat angka terakhir."
X = 18.0
"""Left margin in mm: room for the binding holes."""
KANAN_MM = 10.0
LEBAR_CETAK_MM = A4.rebah.lebar - X - KANAN_MM
"""What the columns may be wide together; on a wider paper all of them are as much wider."""
KOP_Y = 9.0
KEPALA_Y, KEPALA_TINGGI = 28.0, 8.0
BARIS_Y = KEPALA_Y + KEPALA_TINGGI
BAWAH_MM = 51.0
"""Below the rows: sums, and room for the signature, kept free on every page; then the foot."""
KAKI_MM = 9.0
TANDA_TANGAN_MM = (84.0, 37.0)
BARIS_TERBANYAK = 30

TERBAWAH = 0.2
"""How far the line that rules off blank rows stays from the table's corners, in rows."""
GAYA_SEL = Gaya(6.2, terkecil=4.8)
GAYA_TANGGAL = Gaya(6.2, SEDANG, tegak="tengah", terkecil=3.6)
GAYA_PENUTUP = Gaya(7, SEDANG, REDUP, rata="tengah", tegak="tengah")

BarisHalaman = tuple[str, ...] | str
"""A row: a text for each column, or one text that runs over all of them (a dated line)."""


@dataclass(frozen=True, slots=True)
class HalamanRegister:
    """One page.

    Attributes:
        judul: title of the book, e.g. "REGISTER PELAYANAN KARTU KELUARGA (KK)".
        sebutan: which page it is, e.g. "Jilid 1 · Halaman 3 dari 100".
        per_halaman: rows of a full page, 1 to 30.
        baris: the rows that are written; the others stay blank.
        pindahan: numbers on the pages before; `tercatat` those on this one.
        penutup: words on the line that rules the blank rows off; "" = they are left for later.
        catatan: what is said of the page below its sums; "" = nothing.
        rantai: the register's hash chain at the page's last row, as it is told; "" = none.
    """

    kop: Kop
    judul: str
    tahun: int
    sebutan: str
    kolom: tuple[KolomRegister, ...]
    per_halaman: int
    baris: tuple[BarisHalaman, ...]
    pindahan: int
    tercatat: int
    penanda_tangan: PenandaTangan
    penutup: str = ""
    catatan: str = ""
    rantai: str = ""


@dataclass(frozen=True, slots=True)
class BukuRegisterData:
    """Pages of one book.

    Attributes:
        halaman: in their order; not all of a book need be there.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`; the rows fill it.
    """

    halaman: tuple[HalamanRegister, ...]
    latihan: bool = False
    kertas: Kertas = A4


@dataclass(frozen=True, slots=True)
class _Tata:
    """The measures of a page on its paper, in mm.

    Attributes:
        lebar: of everything.
        baris: height of all rows together.
        ruang_y: top of the room below the rows.
        kaki_y: where the page foot stands.
    """

    lebar: float
    baris: float
    ruang_y: float
    kaki_y: float


class PenulisBuku:
    """Draws page after page into a file; memory does not grow with their number.

    Args:
        berkas: gets the PDF; stays open.
        kertas: one of `LEMBAR_BESAR`.
        latihan: practice mode; prints the watermark LATIHAN.

    Raises:
        ValueError: the book has no layout for the paper.
    """

    def __init__(self, berkas: BinaryIO, kertas: Kertas = A4, *, latihan: bool = False) -> None:
        check_kertas(kertas, LEMBAR_BESAR)
        rebah = kertas.rebah
        self._pena = PenaMengalir(rebah, JUDUL, berkas)
        self._latihan = latihan
        self._kosong = True
        self._tata = _Tata(
            lebar=rebah.lebar - X - KANAN_MM,
            baris=rebah.tinggi - BAWAH_MM - BARIS_Y,
            ruang_y=rebah.tinggi - BAWAH_MM + 3,
            kaki_y=rebah.tinggi - KAKI_MM,
        )

    def tambah(self, halaman: HalamanRegister) -> None:
        """Draw the next page.

        Raises:
            ValueError: its columns are too wide, it has too many rows, or a row has another number
                of cells than there are columns.
        """
        _periksa(halaman)
        if not self._kosong:
            self._pena.halaman_baru()
        self._kosong = False
        _gambar_halaman(self._pena, halaman, self._tata, latihan=self._latihan)

    def tutup(self) -> None:
        """End the PDF, after at least one page."""
        self._pena.tutup()


def render(data: BukuRegisterData) -> bytes:
    """The pages as PDF. The same data gives the same bytes.

    Raises:
        ValueError: see `PenulisBuku`.
    """
    berkas = io.BytesIO()
    penulis = PenulisBuku(berkas, data.kertas, latihan=data.latihan)
    for halaman in data.halaman:
        penulis.tambah(halaman)
    penulis.tutup()
    return berkas.getvalue()


def _periksa(halaman: HalamanRegister) -> None:
    if not 1 <= halaman.per_halaman <= BARIS_TERBANYAK:
        raise ValueError(f"per_halaman must be 1 to {BARIS_TERBANYAK}")
    if len(halaman.baris) > halaman.per_halaman:
        raise ValueError(f"{len(halaman.baris)} rows on a page of {halaman.per_halaman}")
    if sum(k.lebar_mm for k in halaman.kolom) > LEBAR_CETAK_MM + 0.01:
        raise ValueError(f"the columns are wider than {LEBAR_CETAK_MM} mm")


def _gambar_halaman(pena: Pena, halaman: HalamanRegister, tata: _Tata, *, latihan: bool) -> None:
    kolom = lebarkan(halaman.kolom, tata.lebar / LEBAR_CETAK_MM)
    badan = Kotak(X, BARIS_Y, sum(k.lebar_mm for k in kolom), tata.baris)
    if latihan:
        gambar_latihan(pena, Kotak(X, KEPALA_Y, tata.lebar, tata.baris))
    _gambar_atas(pena, halaman, tata.lebar)
    gambar_kepala(pena, X, KEPALA_Y, KEPALA_TINGGI, kolom)
    _gambar_garis(pena, badan, kolom, halaman)
    _gambar_isi(pena, badan, kolom, halaman)
    gambar_jumlah_halaman(pena, X, tata.ruang_y, halaman.pindahan, halaman.tercatat)
    catatan = KECIL.ganti(warna=REDUP)
    pena.tulis(Kotak(X, tata.ruang_y + 11, 120, 3), CATATAN_NIK, catatan)
    pena.tulis(Kotak(X, tata.ruang_y + 15, 150, 3.4), halaman.catatan, Gaya(7.4, SEDANG, TINTA))
    lebar_ttd, tinggi_ttd = TANDA_TANGAN_MM
    kotak = Kotak(X + tata.lebar - lebar_ttd, tata.ruang_y, lebar_ttd, tinggi_ttd)
    gambar_penanda_tangan(pena, kotak, halaman.penanda_tangan)
    pena.datar(X, X + tata.lebar, tata.kaki_y, 0.4)
    kaki = Kotak(X, tata.kaki_y + 1.2, tata.lebar, 3.2)
    pena.tulis(kaki, f"{halaman.judul}  ·  Tahun {halaman.tahun}", KECIL)
    if halaman.rantai:
        pena.tulis(kaki, f"Rantai {halaman.rantai}", KECIL.ganti(rata="tengah"))
    pena.tulis(kaki, halaman.sebutan, KECIL.ganti(rata="kanan", huruf=SEDANG))


def _gambar_garis(
    pena: Pena, badan: Kotak, kolom: tuple[KolomRegister, ...], halaman: HalamanRegister
) -> None:
    """The rules of the table; those between columns leave out rows that have none."""
    tinggi = badan.tinggi / halaman.per_halaman
    for nomor in range(1, halaman.per_halaman):
        pena.datar(badan.x, badan.kanan, badan.y + nomor * tinggi, 0.3)
    tanpa = [n for n, baris in enumerate(halaman.baris) if isinstance(baris, str)]
    if halaman.penutup and len(halaman.baris) < halaman.per_halaman:
        tanpa.append(_baris_penutup(halaman))
    for dari, sampai in pairwise((-1, *tanpa, halaman.per_halaman)):
        if dari + 1 == sampai:
            continue
        x = badan.x
        for satu in kolom[:-1]:
            x += satu.lebar_mm
            atas, bawah = badan.y + (dari + 1) * tinggi, badan.y + sampai * tinggi
            pena.garis(((x, atas), (x, bawah)), 0.3, GARIS)
    pena.bingkai(badan, 0.8, AKSEN)


def _baris_penutup(halaman: HalamanRegister) -> int:
    """The blank row, from 0, that says why the others are ruled off."""
    return (len(halaman.baris) + halaman.per_halaman) // 2


def _gambar_isi(
    pena: Pena, badan: Kotak, kolom: tuple[KolomRegister, ...], halaman: HalamanRegister
) -> None:
    """The rows; where the blank ones are ruled off, the line through them."""
    tinggi = badan.tinggi / halaman.per_halaman
    petak = Kotak(badan.x, badan.y, badan.lebar, tinggi)
    for urut, baris in enumerate(halaman.baris):
        petak = replace(petak, y=badan.y + urut * tinggi)
        if isinstance(baris, str):
            pena.tulis(petak.susut(1.2, 0.3), baris, GAYA_TANGGAL, baris=2)
        else:
            gambar_baris(pena, petak, kolom, baris, GAYA_SEL)
    terisi = len(halaman.baris)
    if halaman.penutup and terisi < halaman.per_halaman:
        atas = badan.y + terisi * tinggi
        sisa = Kotak(badan.x, atas, badan.lebar, badan.bawah - atas)
        petak = replace(petak, y=badan.y + _baris_penutup(halaman) * tinggi)
        _tutup_baris(pena, sisa, petak, halaman.penutup)


def _tutup_baris(pena: Pena, sisa: Kotak, petak: Kotak, penutup: str) -> None:
    """A line from corner to corner of the blank rows, and why in `petak`, one of them."""
    geser = TERBAWAH * petak.tinggi
    pena.garis(((sisa.kanan - 1, sisa.y + geser), (sisa.x + 1, sisa.bawah - geser)), 0.8, TINTA)
    kata = lebar_teks(penutup, GAYA_PENUTUP.huruf, GAYA_PENUTUP.ukuran) / MM
    tengah = petak.susut((petak.lebar - min(petak.lebar - 2, kata + 6)) / 2, 0.3)
    pena.isi(tengah, PUTIH)
    pena.tulis(tengah.susut(1), penutup, GAYA_PENUTUP)


def _gambar_atas(pena: Pena, halaman: HalamanRegister, lebar: float) -> None:
    gambar_kop_kiri(pena, Kotak(X, KOP_Y, lebar, TINGGI_KOP_MM), halaman.kop, 132)
    kanan = Kotak(X + 136, KOP_Y + 2.2, lebar - 136, 5.4)
    pena.tulis(kanan, halaman.judul, Gaya(12.5, TEBAL, TINTA, rata="kanan", tegak="bawah"))
    tahun = Kotak(kanan.x, kanan.bawah + 1.6, kanan.lebar, 4)
    pena.tulis(tahun, f"Tahun {halaman.tahun}", Gaya(9, SEDANG, AKSEN, rata="kanan"))
