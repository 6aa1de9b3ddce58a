"""Sample data for the berita acara pencadangan: a full month, a fault, the longest names."""

from __future__ import annotations

from .berita_acara import BeritaAcaraData
from .contoh import KOP, NAMA_TERPANJANG, penanda_tangan

_OLEH = ("otomatis, ENDANG PUSPITORINI, S.AP.", "program ditutup, Rini Contoh")
_TEMPAT = ("Flashdisk 1", r"D:\Cadangan Kecamatan Sooko\Pelayanan")


def baris_cadangan(banyak: int) -> tuple[tuple[str, ...], ...]:
    """So many backups of a month."""
    return tuple(
        (
            f"{n // 2 + 1:02}/11/2026 15.{10 + n % 40:02}",
            _TEMPAT[n % 2],
            f"{n + 1:06}-2026-11-{n // 2 + 1:02}-15{10 + n % 40:02}07",
            f"{1200 + 9 * n} permohonan, {8100 + 60 * n} catatan riwayat, {3400 + 20 * n} pindaian",
            f"urut {9100 + 61 * n}, 9f86d081884c7d65",
            _OLEH[n % 2],
        )
        for n in range(banyak)
    )


def berita_acara() -> BeritaAcaraData:
    """A month of three pages."""
    return BeritaAcaraData(
        kop=KOP,
        bulan="November 2026",
        fakta=(
            ("Kantor", "3f9c21d07b54ae8810c6d9e2b4f7a135"),
            ("Cadangan selesai", "44, ke 2 tempat"),
            ("Gagal atau rusak", "2"),
            (
                "Cadangan terakhir",
                (
                    "30/11/2026 15.53, Flashdisk 1: 1587 permohonan, 10680 catatan riwayat, 4260 "
                    "pindaian"
                ),
            ),
            (
                "Kepala rantai di dalamnya",
                "urut 11723, 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            ),
        ),
        cadangan=baris_cadangan(44),
        pemeriksaan=(
            (
                "02/11/2026 07.31",
                "Flashdisk 1",
                "000031-2026-10-12-151907",
                "utuh: 1102 permohonan, 7480 catatan riwayat, 3110 pindaian",
                "flashdisk dipasang, Rini Contoh",
            ),
        ),
        latihan_pulih=(
            (
                "06/11/2026 10.02",
                "Flashdisk 1",
                "000011-2026-11-06-152007",
                "utuh: 1290 permohonan, 8700 catatan riwayat, 3600 pindaian",
                "otomatis, ENDANG PUSPITORINI, S.AP.",
            ),
        ),
        gagal=(
            (
                "17/11/2026 15.22",
                "Flashdisk 2",
                (
                    "Cadangan belum jadi: “E:\\SookoDesk-Cadangan” penuh. Kosongkan ruang di sana "
                    "atau pilih tempat lain, lalu cadangkan lagi. Cadangan yang sudah ada tetap "
                    "seperti semula."
                ),
                _OLEH[1],
            ),
            (
                "18/11/2026 07.29",
                "Flashdisk 2",
                "000007-2026-09-14-153012 rusak: 1 pindaian dalam cadangan rusak.",
                _OLEH[0],
            ),
        ),
        dibuat="Selasa, 1 Desember 2026 pukul 09.05 WIB",
        operator=NAMA_TERPANJANG,
        penanda_tangan=penanda_tangan("30 November 2026"),
    )
