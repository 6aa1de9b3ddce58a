"""The columns of F-1.01 in the form's own numbers and words, and how they stand in strips.

Source: Permendagri 109/2019, form F-1.01 (see the shared DOMAIN page, 1.4). Column 1 is the
running number; there is no column for a member's NIK, since the NIK is what the form asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import BAYANG, TINTA, Gaya, Kotak
from .formulir import TEBAL_GARIS, gambar_judul_kolom
from .huruf import SEDANG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .blok import Pena

ANGGOTA_SELEMBAR = 10
"""Members on one sheet of the form."""
KEPALA_MM = 9.0
NOMOR_MM = 3.8
ISI = Gaya(7.2, SEDANG, tegak="tengah", terkecil=4.6)


@dataclass(frozen=True, slots=True)
class KolomF101:
    """One column: its number on the form, its words, its width in mm."""

    nomor: int
    judul: str
    lebar: float


def _k(nomor: int, judul: str, lebar: float) -> KolomF101:
    return KolomF101(nomor, judul, lebar)


LAJUR: tuple[tuple[KolomF101, ...], ...] = (
    (
        _k(1, "No.", 8),
        _k(2, "Nama Lengkap / Full Name", 95),
        _k(3, "Gelar Depan", 28),
        _k(4, "Gelar Belakang", 28),
        _k(5, "Nomor Paspor / Passport Number", 34),
        _k(6, "Tanggal Berakhir Paspor / Date of Expiry", 30),
        _k(7, "Nama Sponsor / Sponsor Name", 50),
    ),
    (
        _k(1, "No.", 8),
        _k(8, "Tipe Sponsor / Type of Sponsor", 26),
        _k(9, "Alamat Sponsor / Sponsor Address", 50),
        _k(10, "Jenis Kelamin / Sex", 26),
        _k(11, "Tempat Lahir / Place of Birth", 52),
        _k(12, "Tanggal, Bulan, Tahun Lahir / Date of Birth", 26),
        _k(13, "Kewarganegaraan / Nationality", 28),
        _k(14, "No. SK Penetapan WNI", 35),
        _k(15, "Akta Lahir", 22),
    ),
    (
        _k(1, "No.", 8),
        _k(16, "Nomor Akta Kelahiran", 38),
        _k(17, "Gol. Darah / Type of Blood", 20),
        _k(18, "Agama / Religion", 36),
        _k(19, "Nama Organisasi Kepercayaan terhadap Tuhan YME", 44),
        _k(20, "Status Perkawinan / Marital Status", 40),
        _k(21, "Akta Perkawinan", 20),
        _k(22, "Nomor Akta Perkawinan", 38),
        _k(23, "Tanggal Perkawinan", 29),
    ),
    (
        _k(1, "No.", 8),
        _k(24, "Akta Cerai", 18),
        _k(25, "Nomor Akta Perceraian", 30),
        _k(26, "Tanggal Perceraian", 22),
        _k(27, "Status Hubungan Dalam Keluarga", 28),
        _k(28, "Kelainan Fisik & Mental", 20),
        _k(29, "Penyandang Cacat", 30),
        _k(30, "Pendidikan Terakhir", 34),
        _k(31, "Jenis Pekerjaan", 36),
        _k(32, "Nomor ITAS/ITAP", 24),
        _k(33, "Tempat Terbit ITAS/ITAP", 23),
    ),
    (
        _k(1, "No.", 8),
        _k(34, "Tanggal Terbit ITAS/ITAP", 22),
        _k(35, "Tanggal Akhir ITAS/ITAP", 22),
        _k(36, "Tempat Datang Pertama", 25),
        _k(37, "Tanggal Kedatangan Pertama", 22),
        _k(38, "NIK Ibu", 32),
        _k(39, "Nama Ibu", 55),
        _k(40, "NIK Ayah", 32),
        _k(41, "Nama Ayah", 55),
    ),
)
"""The five strips: every column from 2 to 41 once, each strip as wide as the page."""

NOMOR_KOLOM = frozenset(k.nomor for lajur in LAJUR for k in lajur if k.nomor > 1)
"""The columns that can be filled in."""
DI_TENGAH = frozenset({1, 6, 12, 13, 15, 17, 21, 23, 24, 26, 28, 34, 35, 37, 38, 40})
"""Columns of dates, numbers and short words."""


def tinggi_lajur(tinggi_baris: float) -> float:
    """Height in mm of a strip with rows so high."""
    return KEPALA_MM + NOMOR_MM + ANGGOTA_SELEMBAR * tinggi_baris


def gambar_lajur(
    pena: Pena,
    letak: tuple[float, float],
    lajur: Sequence[KolomF101],
    anggota: Sequence[Mapping[int, str]],
    *,
    mulai: int,
    tinggi_baris: float,
) -> None:
    """One strip: heads, the columns' numbers, ten rows.

    Args:
        pena: the pen.
        letak: left edge and top in mm.
        lajur: the strip's columns.
        anggota: at most ten members, form column -> words.
        mulai: number of the first row.
        tinggi_baris: mm.
    """
    x, y = letak
    for kolom in lajur:
        gambar_judul_kolom(pena, Kotak(x, y, kolom.lebar, KEPALA_MM), kolom.judul)
        nomor = Kotak(x, y + KEPALA_MM, kolom.lebar, NOMOR_MM)
        pena.isi(nomor, BAYANG)
        pena.bingkai(nomor, TEBAL_GARIS, TINTA)
        pena.tulis(nomor, str(kolom.nomor), Gaya(6.2, rata="tengah", tegak="tengah"))
        for urut in range(ANGGOTA_SELEMBAR):
            sel = Kotak(x, nomor.bawah + urut * tinggi_baris, kolom.lebar, tinggi_baris)
            pena.bingkai(sel, 0.3, TINTA)
            rata = "tengah" if kolom.nomor in DI_TENGAH else "kiri"
            gaya = ISI.ganti(rata=rata, ukuran=min(ISI.ukuran, tinggi_baris * 1.05))
            pena.tulis(sel.susut(0.8, 0.2), _isi(kolom, anggota, urut, mulai), gaya, baris=3)
        x += kolom.lebar


def _isi(kolom: KolomF101, anggota: Sequence[Mapping[int, str]], urut: int, mulai: int) -> str:
    if kolom.nomor == 1:
        return str(mulai + urut)
    return anggota[urut].get(kolom.nomor, "") if urut < len(anggota) else ""
