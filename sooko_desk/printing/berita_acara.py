"""Berita acara pencadangan: which backups of the register were made in a month, where, and how.

It tells nothing of any citizen: counts, names of files, and the head of the hash chain, by which a
backup that turns up years later is known again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.laporan import IsiLaporan, KolomLaporan, TabelLaporan

from .kertas import A4, Kertas
from .laporan import Lembar, render_laporan

if TYPE_CHECKING:
    from .kop import Kop
    from .tanda_tangan import PenandaTangan

JUDUL = "Berita Acara Pencadangan"
KOLOM_CADANGAN = (
    KolomLaporan("Dibuat", 24, "tengah"),
    KolomLaporan("Tempat", 30, tebal=True),
    KolomLaporan("Nama berkas", 36),
    KolomLaporan("Isi", 36),
    KolomLaporan("Rantai", 28),
    KolomLaporan("Oleh", 26),
)
KOLOM_PERIKSA = (
    KolomLaporan("Diperiksa", 24, "tengah"),
    KolomLaporan("Tempat", 30, tebal=True),
    KolomLaporan("Nama berkas", 36),
    KolomLaporan("Hasil", 64),
    KolomLaporan("Oleh", 26),
)
KOLOM_LATIHAN = (KolomLaporan("Dilatih", 24, "tengah"), *KOLOM_PERIKSA[1:])
KOLOM_GAGAL = (
    KolomLaporan("Waktu", 24, "tengah"),
    KolomLaporan("Tempat", 30, tebal=True),
    KolomLaporan("Yang terjadi", 100),
    KolomLaporan("Oleh", 26),
)
"""Widths in mm; each table is as wide as the page's room."""
_BUKA = (
    "Yang bertanda tangan di bawah ini menerangkan bahwa register pelayanan pada {bulan} "
    "dicadangkan seperti tercatat di bawah ini. Setiap cadangan dibaca kembali seluruhnya sebelum "
    "dinyatakan selesai."
)
_KOSONG = "Tidak ada."
_OPERATOR = "Yang mencadangkan, operator"


@dataclass(frozen=True, slots=True)
class BeritaAcaraData:
    """One month.

    Attributes:
        bulan: e.g. "November 2026".
        fakta: label and words, e.g. ("Cadangan selesai", "23").
        cadangan, pemeriksaan, latihan_pulih, gagal: a text for each column, a row each.
        dibuat: date and time, e.g. "Selasa, 1 Desember 2026 pukul 09.05 WIB".
        operator: name of who signs beside the official.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`.
    """

    kop: Kop
    bulan: str
    fakta: tuple[tuple[str, str], ...]
    cadangan: tuple[tuple[str, ...], ...]
    pemeriksaan: tuple[tuple[str, ...], ...]
    latihan_pulih: tuple[tuple[str, ...], ...]
    gagal: tuple[tuple[str, ...], ...]
    dibuat: str
    operator: str
    penanda_tangan: PenandaTangan
    latihan: bool = False
    kertas: Kertas = A4


def render(data: BeritaAcaraData) -> bytes:
    """The month as PDF. Same data, same bytes.

    Raises:
        ValueError: there is no layout for the paper.
    """
    lembar = Lembar(
        judul=JUDUL,
        kop=data.kop,
        kaki=f"{JUDUL}  ·  {data.bulan}  ·  dibuat {data.dibuat}",
        penutup=(),
        penanda_tangan=data.penanda_tangan,
        latihan=data.latihan,
        kertas=data.kertas,
        pembuka=_BUKA.format(bulan=data.bulan),
        penanda_kiri=(_OPERATOR, data.operator),
    )
    return render_laporan(lembar, IsiLaporan(data.bulan, data.fakta, _susun_tabel(data)))


def _susun_tabel(data: BeritaAcaraData) -> tuple[TabelLaporan, ...]:
    return tuple(
        TabelLaporan(sifat, judul, kolom, baris, kosong=_KOSONG)
        for sifat, judul, kolom, baris in (
            ("cadangan", "Cadangan yang selesai", KOLOM_CADANGAN, data.cadangan),
            ("periksa", "Cadangan lama yang dibaca kembali", KOLOM_PERIKSA, data.pemeriksaan),
            ("latihan", "Latihan pemulihan", KOLOM_LATIHAN, data.latihan_pulih),
            ("gagal", "Yang gagal atau rusak", KOLOM_GAGAL, data.gagal),
        )
    )
