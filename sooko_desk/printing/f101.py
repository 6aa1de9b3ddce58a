"""F-1.01 Formulir Biodata Keluarga, A4 landscape: three pages a sheet of ten members.

The form of Permendagri 109/2019 in its own words and numbers; what is not known stays blank for
the pen, and a form without data is the blank form. The parents' NIK stand in full here, against
the rule of every other paper: this is the declaration of the head of the family, who signs for
these very numbers, and Dispendukcapil cannot use masked ones. It is printed only when asked for,
every print is logged, and the program itself keeps no file of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import TINTA, Gaya, Kotak, Pena
from .f101_kolom import ANGGOTA_SELEMBAR, LAJUR, gambar_lajur, tinggi_lajur
from .formulir import (
    CATATAN_KAKI,
    JUDUL,
    LABEL,
    TINGGI_BAWAH,
    gambar_isi,
    gambar_kode,
    gambar_kotak_huruf,
    gambar_petak,
    gambar_tanda_tangan,
)
from .huruf import SEDANG, TEBAL
from .kertas import A4, HANYA_A4, Kertas, check_kertas
from .kop import gambar_kaki, gambar_latihan
from .mengalir import REBAH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KODE = "F-1.01"
NAMA = "Formulir Biodata Keluarga"
HALAMAN_SELEMBAR = 3
WNI, ORANG_ASING, WNI_LN = "wni", "oa", "ln"
GOLONGAN = (
    (WNI, "Input Data Kepala Keluarga dan Anggota Keluarga WNI"),
    (ORANG_ASING, "Input Data Kepala Keluarga dan Anggota Keluarga Orang Asing"),
    (WNI_LN, "Input Data Kepala Keluarga dan Anggota Keluarga WNI di luar Negeri"),
)
PERHATIAN = (
    "PERHATIAN: Isilah Formulir ini dengan huruf cetak dan jelas serta mengikuti "
    '"TATA CARA PENGISIAN FORMULIR"'
)
CATATAN = (
    "- Bagi Penduduk WNI mengisi Kolom 2 s.d 6, 10 s.d 31, 38 s.d 41",
    "- For Foreigners only, please fill column 2 to 13, 15 to 41",
    "- Bagi WNI di luar wilayah NKRI mengisi nomor 2 s.d 31, 38 s.d 41",
)
PERNYATAAN = (
    "Demikian Formulir ini saya/kami isi dengan sesungguhnya. Apabila keterangan tersebut tidak "
    "sesuai dengan sebenarnya, saya bersedia dikenakan sanksi sesuai dengan ketentuan peraturan "
    "perundang-undangan yang berlaku."
)
X, LEBAR, KANAN, KAKI_Y = REBAH.x, REBAH.lebar, REBAH.kanan, REBAH.kaki_y
BARIS_MM = 6.1
LEBAR_LABEL, LEBAR_LABEL_KANAN = 63.0, 36.0
ISIAN_LABEL = LABEL.ganti(ukuran=7.2)
X_KANAN = X + 165
LEBAR_KIRI, LEBAR_KANAN = 158.0, LEBAR - 165


@dataclass(frozen=True, slots=True)
class F101Data:
    """The form as it is filled in; everything may be empty.

    Attributes:
        golongan: `WNI`, `ORANG_ASING`, `WNI_LN`, or "" = none is ticked.
        jumlah: members of the whole family.
        wilayah: code and name of province, regency, district and village; () = blank.
        anggota: a member each, form column (2 to 41) -> words, codes with their name.
        kabupaten: whose head of Dispendukcapil signs, e.g. "Kabupaten Mojokerto".
        nomor: what ties the paper to its case, in the foot; "" on a blank form.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: A4, with the margins of its printer.
    """

    kabupaten: str
    golongan: str = ""
    nama_kepala: str = ""
    alamat: str = ""
    kode_pos: str = ""
    rt: str = ""
    rw: str = ""
    jumlah: str = ""
    telepon: str = ""
    email: str = ""
    wilayah: tuple[tuple[str, str], ...] = ()
    dusun: str = ""
    anggota: tuple[Mapping[int, str], ...] = ()
    nomor: str = ""
    latihan: bool = False
    kertas: Kertas = A4


def render(data: F101Data) -> bytes:
    """The form as PDF, a further sheet for every ten members more.

    Raises:
        ValueError: the form has no layout for the paper.
    """
    check_kertas(data.kertas, HANYA_A4)
    pena = Pena(data.kertas.rebah, f"{KODE} {NAMA}")
    lembar = [
        data.anggota[awal : awal + ANGGOTA_SELEMBAR]
        for awal in range(0, max(len(data.anggota), 1), ANGGOTA_SELEMBAR)
    ]
    for urut, anggota in enumerate(lembar):
        for halaman, gambar in enumerate((_halaman_satu, _halaman_dua, _halaman_tiga)):
            if urut or halaman:
                pena.halaman_baru()
            if data.latihan:
                gambar_latihan(pena, REBAH.bayang)
            gambar(pena, data, anggota, urut * ANGGOTA_SELEMBAR + 1)
            _gambar_kaki(pena, data, (urut + 1, len(lembar)), halaman + 1)
    return pena.selesai()


def _gambar_kaki(pena: Pena, data: F101Data, lembar: tuple[int, int], halaman: int) -> None:
    ini, banyak = lembar
    kata = (KODE, data.nomor, f"Lembar {ini} dari {banyak}" if banyak > 1 else "", CATATAN_KAKI)
    teks = "  ·  ".join(x for x in kata if x)
    gambar_kaki(pena, Kotak(X, KAKI_Y, LEBAR, 5), teks, halaman, HALAMAN_SELEMBAR)


def _halaman_satu(
    pena: Pena, data: F101Data, anggota: Sequence[Mapping[int, str]], mulai: int
) -> None:
    gambar_kode(pena, KANAN, 8, KODE)
    judul = Gaya(13, TEBAL, rata="tengah", tegak="tengah")
    pena.tulis(Kotak(X, 8, LEBAR, 8), NAMA.upper(), judul)
    pita = Kotak(X, 18, LEBAR, 4.8)
    pena.bingkai(pita, 0.5, TINTA)
    pena.tulis(pita.susut(1.5), PERHATIAN, LABEL.ganti(huruf=SEDANG))
    pena.tulis(Kotak(X, 24.4, 22, 4.4), "Pilih salah satu:", LABEL)
    x = X + 22
    for (golongan, kata), lebar in zip(GOLONGAN, (76, 86, 89), strict=True):
        gambar_petak(pena, Kotak(x, 24.4, 4.4, 4.4), dicentang=data.golongan == golongan)
        pena.tulis(Kotak(x + 5.8, 24.4, lebar - 5.8, 4.4), kata, ISIAN_LABEL)
        x += lebar
    _data_kepala(pena, 31.2, data)
    _data_wilayah(pena, 74.4, data)
    _luar_negeri(pena, 31.2)
    _catatan(pena, 94.5)
    pena.tulis(Kotak(X, 109.8, 90, 4.4), "DATA ANGGOTA KELUARGA", JUDUL)
    gambar_lajur(pena, (X, 115.2), LAJUR[0], anggota, mulai=mulai, tinggi_baris=7.0)


def _baris(
    pena: Pena, x: float, y: float, label: str, lebar_label: float = LEBAR_LABEL
) -> tuple[float, float]:
    """A field's number and words with the colon; returns where its box begins."""
    pena.tulis(Kotak(x, y, lebar_label - 3, BARIS_MM - 1), label, ISIAN_LABEL)
    pena.tulis(Kotak(x + lebar_label - 3, y, 3, BARIS_MM - 1), ":", ISIAN_LABEL)
    return x + lebar_label, y


def _petak_isi(pena: Pena, x: float, y: float, lebar: float, teks: str) -> None:
    gambar_isi(pena, Kotak(x, y, lebar, BARIS_MM - 1), teks, baris=2)


def _petak_huruf(pena: Pena, x: float, y: float, teks: str, banyak: int) -> float:
    """Letter boxes of 4.6 mm; returns their right edge."""
    kotak = Kotak(x, y, banyak * 4.6, BARIS_MM - 1)
    gambar_kotak_huruf(pena, kotak, teks, banyak)
    return kotak.kanan


def _kata(pena: Pena, x: float, y: float, lebar: float, teks: str) -> float:
    pena.tulis(Kotak(x, y, lebar, BARIS_MM - 1), teks, ISIAN_LABEL)
    return x + lebar


def _data_kepala(pena: Pena, y: float, data: F101Data) -> None:
    pena.tulis(Kotak(X, y, 100, 4.4), "DATA KEPALA KELUARGA", JUDUL)
    y += 5.4
    lebar = LEBAR_KIRI - LEBAR_LABEL
    x, _ = _baris(pena, X, y, "1. Nama Kepala Keluarga / Name of Head of Family")
    _petak_isi(pena, x, y, lebar, data.nama_kepala)
    y += BARIS_MM
    x, _ = _baris(pena, X, y, "2. Alamat / Address")
    _petak_isi(pena, x, y, lebar, data.alamat)
    y += BARIS_MM
    x, _ = _baris(pena, X, y, "3. Kode Pos / Post Code")
    x = _petak_huruf(pena, x, y, data.kode_pos, 5)
    x = _kata(pena, x + 4, y, 9, "4. RT")
    x = _petak_huruf(pena, x, y, data.rt, 3)
    x = _kata(pena, x + 4, y, 10, "5. RW")
    _petak_huruf(pena, x, y, data.rw, 3)
    y += BARIS_MM
    x, _ = _baris(pena, X, y, "6. Jumlah Anggota Keluarga")
    x = _petak_huruf(pena, x, y, data.jumlah, 2)
    _kata(pena, x + 2, y, 14, "Orang")
    y += BARIS_MM
    x, _ = _baris(pena, X, y, "7. Telepon / Telephone Number / Handphone")
    _petak_huruf(pena, x, y, data.telepon, 16)
    y += BARIS_MM
    x, _ = _baris(pena, X, y, "8. Email")
    _petak_isi(pena, x, y, lebar, data.email)


def _data_wilayah(pena: Pena, y: float, data: F101Data) -> None:
    pena.tulis(Kotak(X, y, 34, 4.4), "DATA WILAYAH", JUDUL)
    petugas = "Kode Wilayah diisi oleh Petugas Kependudukan dan Pencatatan Sipil"
    pena.tulis(Kotak(X + 34, y, LEBAR_KIRI - 34, 4.4), petugas, ISIAN_LABEL)
    y += 5.2
    isi = (*data.wilayah, *[("", "")] * 4)[:4]
    label = (
        ("9. Kode-Nama Provinsi / Code-Province", 2),
        ("10. Kode-Nama Kabupaten/Kota / Code-Regency", 2),
        ("11. Kode-Nama Kecamatan / Code-Sub-District", 2),
        ("12. Kode-Nama Kelurahan/Desa / Code-Village", 4),
    )
    for (kata, banyak), (kode, nama) in zip(label, isi, strict=True):
        x, _ = _baris(pena, X, y, kata)
        _petak_huruf(pena, x, y, kode, banyak)
        _petak_isi(pena, x + 21, y, LEBAR_KIRI - LEBAR_LABEL - 21, nama)
        y += 5.7
    x, _ = _baris(pena, X, y, "13. Nama Dusun/Kampung / Sub-Village")
    _petak_isi(pena, x, y, LEBAR_KIRI - LEBAR_LABEL, data.dusun)


def _luar_negeri(pena: Pena, y: float) -> None:
    """The block of citizens abroad: the counter never has their data, so it stays blank."""
    judul = "ALAMAT DI LUAR NEGERI (diisi oleh WNI di luar negeri)"
    pena.tulis(Kotak(X_KANAN, y, LEBAR_KANAN, 4.4), judul, JUDUL)
    y += 5.4
    lebar = LEBAR_KANAN - LEBAR_LABEL_KANAN
    for kata in ("1. Alamat", "2. Kota", "3. Provinsi / Negara Bagian", "4. Negara"):
        x, _ = _baris(pena, X_KANAN, y, kata, LEBAR_LABEL_KANAN)
        _petak_isi(pena, x, y, lebar, "")
        y += BARIS_MM
    x, _ = _baris(pena, X_KANAN, y, "5. Kode Pos", LEBAR_LABEL_KANAN)
    x = _petak_huruf(pena, x, y, "", 6)
    x = _kata(pena, x + 2, y, 24, "6. Jumlah Anggota")
    x = _petak_huruf(pena, x, y, "", 2)
    _kata(pena, x + 1.2, y, 8, "Orang")
    y += BARIS_MM
    x, _ = _baris(pena, X_KANAN, y, "7. Telepon / Handphone", LEBAR_LABEL_KANAN)
    _petak_huruf(pena, x, y, "", 13)
    y += BARIS_MM
    pena.tulis(Kotak(X_KANAN, y, 60, 4.4), "Diisi oleh Petugas", LABEL.ganti(huruf=SEDANG))
    y += 4.8
    for kata in ("Kode - Nama Negara", "Kode - Nama Perwakilan RI"):
        x, _ = _baris(pena, X_KANAN, y, kata, 40)
        x = _petak_huruf(pena, x, y, "", 3)
        _petak_isi(pena, x + 2, y, KANAN - x - 2, "")
        y += BARIS_MM


def _catatan(pena: Pena, y: float) -> None:
    pena.tulis(Kotak(X_KANAN, y, 30, 3.8), "Catatan:", LABEL.ganti(huruf=SEDANG))
    for urut, kata in enumerate(CATATAN, start=1):
        kotak = Kotak(X_KANAN, y + urut * 3.8, LEBAR_KANAN, 3.8)
        pena.tulis(kotak, kata, ISIAN_LABEL)


def _halaman_dua(
    pena: Pena, data: F101Data, anggota: Sequence[Mapping[int, str]], mulai: int
) -> None:
    y = _kepala_lanjut(pena, data.nama_kepala)
    for lajur in LAJUR[1:3]:
        gambar_lajur(pena, (X, y), lajur, anggota, mulai=mulai, tinggi_baris=7.7)
        y += tinggi_lajur(7.7) + 5


def _halaman_tiga(
    pena: Pena, data: F101Data, anggota: Sequence[Mapping[int, str]], mulai: int
) -> None:
    y = _kepala_lanjut(pena, data.nama_kepala)
    for lajur in LAJUR[3:]:
        gambar_lajur(pena, (X, y), lajur, anggota, mulai=mulai, tinggi_baris=6.1)
        y += tinggi_lajur(6.1) + 2.6
    _penutup(pena, y + 0.4, data)


def _kepala_lanjut(pena: Pena, nama_kepala: str) -> float:
    """The small head of pages 2 and 3, so that loose pages find their family again.

    Returns:
        Where the strips begin, in mm.
    """
    kata = f"{KODE}  {NAMA.upper()}"
    pena.tulis(Kotak(X, 8, 140, 4), kata, Gaya(8, TEBAL, tegak="tengah"))
    kanan = Kotak(X + 140, 8, LEBAR - 140, 4)
    siapa = f"Kepala Keluarga: {nama_kepala}" if nama_kepala else ""
    lanjut = "  ·  ".join(x for x in ("DATA ANGGOTA KELUARGA (lanjutan)", siapa) if x)
    pena.tulis(kanan, lanjut, LABEL.ganti(rata="kanan"))
    return 13.6


def _penutup(pena: Pena, y: float, data: F101Data) -> None:
    tinggi = KAKI_Y - 2.2 - y
    dinas = ("Mengetahui,", "Kepala Dinas Kependudukan dan Pencatatan Sipil", data.kabupaten)
    gambar_tanda_tangan(pena, Kotak(X, y, 84, tinggi), dinas, "", "NIP. " + "." * 34)
    pena.tulis(Kotak(X + 92, y, 88, 4), "PERNYATAAN", Gaya(8, TEBAL, rata="tengah"))
    kotak = Kotak(X + 92, y + 5, 88, tinggi - 5)
    pena.tulis(kotak, PERNYATAAN, Gaya(7.6, rata="tengah"), baris=9)
    kanan = Kotak(KANAN - 84, y, 84, tinggi - TINGGI_BAWAH)
    gambar_tanda_tangan(pena, kanan, ("Kepala Keluarga / Head of Family",), data.nama_kepala)
