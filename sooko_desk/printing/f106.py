"""F-1.06 Surat Pernyataan Perubahan Elemen Data Kependudukan, A4 landscape.

The form of Permendagri 109/2019: who declares, the members of the family card, table A of
education and work, table B of religion and everything else, each semula, menjadi and dasar.
Without data it is the blank form. NIK and No KK stand in full here, against the rule of every
other paper: this is the declaration of the one who signs for these very numbers, and
Dispendukcapil cannot use masked ones. It is printed only when asked for, every print is logged,
and the program itself keeps no file of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import TINTA, Gaya, Kotak, Pena
from .formulir import (
    CATATAN_KAKI,
    JUDUL,
    LABEL,
    gambar_judul_kolom,
    gambar_kode,
    gambar_tanda_tangan,
)
from .huruf import SEDANG, TEBAL
from .kertas import A4, HANYA_A4, Kertas, check_kertas
from .mengalir import REBAH, Balok, Rangka, bagi_halaman, gambar_mengalir
from .tabel import tinggi_teks
from .tabel_mengalir import balok_baris

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KODE = "F-1.06"
NAMA = "Surat Pernyataan Perubahan Elemen Data Kependudukan"
BARIS_KOSONG = ((5, 3), (5, 2), (5, 1), (4, 1), (3, 1), (2, 1), (1, 1))
"""Fewest rows of the members and of a table of changes, tried in this order: what is not known is
written with the pen, but blank rows are no reason for one more page."""
PERNYATAAN = (
    "Terlampir disampaikan fotokopi berkas-berkas yang terkait dengan perubahan elemen data "
    "tersebut. Demikian Surat Pernyataan ini saya buat dengan sebenarnya; apabila dalam keterangan "
    "yang saya berikan terdapat hal-hal yang tidak berdasarkan keadaan yang sebenarnya, saya "
    "bersedia dikenakan sanksi sesuai ketentuan peraturan perundang-undangan yang berlaku."
)
CATATAN = (
    "*) Lainnya termasuk perbaikan karena kesalahan pengisian formulir atau kesalahan entri data "
    "oleh petugas."
)
X, LEBAR, KANAN = REBAH.x, REBAH.lebar, REBAH.kanan
ATAS = 46.4
"""Where the pieces begin, below the declarant (mm)."""
KOLOM_ANGGOTA = (
    ("No.", 12.0),
    ("Nama", 108.0),
    ("NIK", 38.0),
    ("SHDK", 48.0),
    ("Keterangan", 67.0),
)
LEBAR_ANGGOTA = tuple(lebar for _, lebar in KOLOM_ANGGOTA)
LEBAR_UBAH = (12.0, 36.0, 36.0, 41.0, 36.0, 36.0, 41.0, 35.0)
TIGA = ("Semula", "Menjadi", "Dasar Perubahan")
KEPALA_MM = 4.4
BARIS_MM = 6.4
SEL = Gaya(7.8, SEDANG, tegak="tengah", terkecil=5)
LEBAR_LABEL = 24.0
LEBAR_PERNYATAAN = 168.0


@dataclass(frozen=True, slots=True)
class AnggotaF106:
    """One member of the family card; `nik` 16 digits in full or ""."""

    nama: str
    nik: str = ""
    shdk: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Ubahan:
    """How one piece of data changes; all empty = it does not."""

    semula: str = ""
    menjadi: str = ""
    dasar: str = ""


@dataclass(frozen=True, slots=True)
class BarisUbahan:
    """One row of table A or B.

    Attributes:
        nomor: the member's number in the list above, from 1.
        kiri: education (A) or religion (B); `kanan` work (A) or everything else (B).
        keterangan: e.g. which piece of data "Lainnya" is.
    """

    nomor: int
    kiri: Ubahan = Ubahan()
    kanan: Ubahan = Ubahan()
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class F106Data:
    """The form as it is filled in; everything may be empty.

    Attributes:
        lainnya: the pieces of data that stand under "Lainnya, yaitu", e.g. "Tanggal lahir".
        tempat_tanggal: e.g. "Sooko, 21 November 2026".
        nomor: what ties the paper to its case, in the foot; "" on a blank form.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: A4, with the margins of its printer.
    """

    nama: str = ""
    nik: str = ""
    nkk: str = ""
    alamat: str = ""
    anggota: tuple[AnggotaF106, ...] = ()
    pendidikan_pekerjaan: tuple[BarisUbahan, ...] = ()
    agama_lainnya: tuple[BarisUbahan, ...] = ()
    lainnya: str = ""
    tempat_tanggal: str = ""
    nomor: str = ""
    latihan: bool = False
    kertas: Kertas = A4


def render(data: F106Data) -> bytes:
    """The form as PDF. The same data gives the same bytes.

    Raises:
        ValueError: the form has no layout for the paper.
    """
    check_kertas(data.kertas, HANYA_A4)
    pena = Pena(data.kertas.rebah, f"{KODE} {NAMA}")
    rangka = Rangka(
        f"{KODE} {NAMA}",
        ATAS,
        lambda pena: _kepala(pena, data),
        lanjut=data.nama,
        kaki="  ·  ".join(x for x in (KODE, data.nomor, CATATAN_KAKI) if x),
        latihan=data.latihan,
        bidang=REBAH,
    )
    gambar_mengalir(pena, rangka, _pilih_balok(data))
    return pena.selesai()


def _pilih_balok(data: F106Data) -> Sequence[Balok]:
    """The pieces with as many blank rows as go without a further page."""
    semua = [tuple(_susun_balok(data, *kosong)) for kosong in BARIS_KOSONG]
    return min(
        semua, key=lambda satu: len(bagi_halaman(satu, ATAS, REBAH.atas_lanjut, REBAH.batas))
    )


def _kepala(pena: Pena, data: F106Data) -> None:
    gambar_kode(pena, KANAN, 8, KODE)
    judul = Gaya(12.5, TEBAL, rata="tengah", tegak="tengah")
    pena.tulis(Kotak(X + 27, 8, LEBAR - 54, 8), NAMA.upper(), judul)
    pena.tulis(Kotak(X, 18, LEBAR, 4.4), "Yang bertanda tangan di bawah ini:", LABEL)
    _isian(pena, 23.6, ((X + 6, KANAN, "Nama Lengkap", data.nama),))
    nik = (X + 6, X + 120, "NIK", data.nik)
    _isian(pena, 29.4, (nik, (X + 128, KANAN, "Nomor KK", data.nkk)))
    _isian(pena, 35.2, ((X + 6, KANAN, "Alamat rumah", data.alamat),))
    pena.tulis(Kotak(X, 41.4, LEBAR, 4.4), "Dengan rincian KK sebagai berikut:", LABEL)


def _isian(pena: Pena, y: float, isi: tuple[tuple[float, float, str, str], ...]) -> None:
    """Fields on one line, the words on a rule; each is (left edge, right edge, label, value)."""
    for kiri, kanan, label, nilai in isi:
        pena.tulis(Kotak(kiri, y, LEBAR_LABEL, 5), label, LABEL)
        pena.tulis(Kotak(kiri + LEBAR_LABEL, y, 3, 5), ":", LABEL)
        x = kiri + LEBAR_LABEL + 3
        gaya = Gaya(8.6, SEDANG, tegak="tengah", terkecil=5.5)
        pena.tulis(Kotak(x, y, kanan - x, 4.8), nilai, gaya)
        pena.datar(x, kanan, y + 5, 0.3, TINTA)


def _susun_balok(data: F106Data, anggota: int, perubahan: int) -> Iterator[Balok]:
    """All pieces; the numbers are the fewest rows of the members and of a table of changes."""
    yield from _tabel_anggota(data.anggota, anggota)
    kata = (
        "Menyatakan bahwa elemen data kependudukan saya dan anggota keluarga saya telah berubah, "
        "dengan rincian:"
    )
    yield from _tabel_ubahan(
        f"{kata}\nA. Pendidikan dan Pekerjaan",
        ("Pendidikan Terakhir", "Pekerjaan"),
        data.pendidikan_pekerjaan,
        perubahan,
    )
    yaitu = f"Lainnya*), yaitu: {data.lainnya or '.' * 40}"
    judul = "B. Agama dan Perubahan Lainnya"
    yield from _tabel_ubahan(judul, ("Agama", yaitu), data.agama_lainnya, perubahan)
    yield _penutup(data)


def _tabel_anggota(anggota: Sequence[AnggotaF106], tersedikit: int) -> Iterator[Balok]:
    kepala = Balok(KEPALA_MM, _kepala_anggota)
    semua = [
        (str(urut), a.nama, a.nik, a.shdk, a.keterangan) for urut, a in enumerate(anggota, start=1)
    ]
    kosong = [(str(urut), "", "", "", "") for urut in range(len(semua) + 1, tersedikit + 1)]
    for kata in (*semua, *kosong):
        yield _baris(LEBAR_ANGGOTA, kata, kepala)


def _kepala_anggota(pena: Pena, y: float) -> None:
    x = X
    for judul, lebar in KOLOM_ANGGOTA:
        gambar_judul_kolom(pena, Kotak(x, y, lebar, KEPALA_MM), judul)
        x += lebar


def _baris(lebar: Sequence[float], kata: Sequence[str], kepala: Balok) -> Balok:
    """One row, as high as its words; the number stands in the middle of its cell."""
    gaya = (SEL.ganti(rata="tengah"), *[SEL] * (len(kata) - 1))
    sel = tuple(zip(kata, gaya, strict=True))
    return balok_baris(X, lebar, sel, kepala, BARIS_MM, TINTA)


def _tabel_ubahan(
    judul: str, kelompok: tuple[str, str], semua: Sequence[BarisUbahan], tersedikit: int
) -> Iterator[Balok]:
    larik = judul.split("\n")
    tinggi_yaitu = max(KEPALA_MM, tinggi_teks(kelompok[1], Gaya(6.6, TEBAL), 111) + 1.6)
    atas = 3 + 5 * len(larik)

    def gambar(pena: Pena, y: float) -> None:
        for urut, teks in enumerate(larik):
            gaya = JUDUL if urut == len(larik) - 1 else LABEL
            pena.tulis(Kotak(X, y + 2.4 + urut * 5, LEBAR, 4.6), teks, gaya)
        _kepala_ubahan(pena, y + atas, kelompok, tinggi_yaitu)

    kepala = Balok(atas + 2 * KEPALA_MM + tinggi_yaitu, gambar)
    kosong = ("",) * 8
    baris = [_kata_ubahan(satu) for satu in semua]
    baris += [kosong] * (tersedikit - len(baris))
    for kata in baris:
        yield _baris(LEBAR_UBAH, kata, kepala)


def _kata_ubahan(baris: BarisUbahan) -> tuple[str, ...]:
    kiri, kanan = baris.kiri, baris.kanan
    return (
        str(baris.nomor),
        *(kiri.semula, kiri.menjadi, kiri.dasar),
        *(kanan.semula, kanan.menjadi, kanan.dasar),
        baris.keterangan,
    )


def _kepala_ubahan(pena: Pena, y: float, kelompok: tuple[str, str], tinggi: float) -> None:
    """Three rows of heads: Elemen Data over the two groups, over three columns each."""
    tiga = sum(LEBAR_UBAH[1:4])
    penuh = 2 * KEPALA_MM + tinggi
    gambar_judul_kolom(pena, Kotak(X, y, LEBAR_UBAH[0], penuh), "No.")
    x = X + LEBAR_UBAH[0]
    gambar_judul_kolom(pena, Kotak(x, y, 2 * tiga, KEPALA_MM), "Elemen Data")
    gambar_judul_kolom(pena, Kotak(x + 2 * tiga, y, LEBAR_UBAH[-1], penuh), "Keterangan")
    for judul in kelompok:
        gambar_judul_kolom(pena, Kotak(x, y + KEPALA_MM, tiga, tinggi), judul, baris=9)
        for urut, kata in enumerate(TIGA, start=1):
            lebar = LEBAR_UBAH[urut]
            gambar_judul_kolom(pena, Kotak(x, y + KEPALA_MM + tinggi, lebar, KEPALA_MM), kata)
            x += lebar


def _penutup(data: F106Data) -> Balok:
    """The statement, the foot-note and who signs beside them: never torn apart."""
    gaya = Gaya(8.2)
    tinggi = tinggi_teks(PERNYATAAN, gaya, LEBAR_PERNYATAAN)
    kosong = "." * 26

    def gambar(pena: Pena, y: float) -> None:
        pena.tulis(Kotak(X, y + 3, LEBAR_PERNYATAAN, tinggi + 0.4), PERNYATAAN, gaya, baris=9)
        catatan = Kotak(X, y + tinggi + 5, LEBAR_PERNYATAAN, 4)
        pena.tulis(catatan, CATATAN, LABEL.ganti(ukuran=7.2))
        saat = data.tempat_tanggal or f"{kosong}, {kosong}"
        kotak = Kotak(KANAN - 92, y + 2, 88, 28)
        gambar_tanda_tangan(pena, kotak, (saat, "Yang membuat pernyataan,"), data.nama)

    return Balok(30, gambar, rekat=True)
