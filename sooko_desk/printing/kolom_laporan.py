"""The columns of the reports' tables, each table as wide as the page's room (180 mm)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.laporan import KOLOM_NAMA, KolomLaporan

if TYPE_CHECKING:
    from collections.abc import Sequence

LEBAR = 180.0

NOMOR = (
    KolomLaporan("Layanan", 22),
    KolomLaporan("Buku", 28),
    KolomLaporan("Dari nomor", 46),
    KolomLaporan("Sampai nomor", 46),
    KolomLaporan("Banyaknya", 38, "tengah"),
)
BATAL = (
    KolomLaporan("Nomor blangko", 46),
    KolomLaporan("Alasan", 74),
    KolomLaporan("Dibatalkan", 28, "tengah"),
    KolomLaporan("Petugas", 32),
)
RUANG = (
    KolomLaporan("Layanan", 22),
    KolomLaporan("Keadaan", 82),
    KolomLaporan("Di tangan", 34),
    KolomLaporan("Berkas", 18, "tengah"),
    KolomLaporan("Paling lama", 24, "tengah"),
)
UMUR = (
    KolomLaporan("Layanan", 36),
    KolomLaporan("Sampai 7 hari", 36, "tengah"),
    KolomLaporan("8 sampai 30 hari", 36, "tengah"),
    KolomLaporan("Lebih dari 30 hari", 36, "tengah"),
    KolomLaporan("Jumlah", 36, "tengah", tebal=True),
)
KEJADIAN = (
    KolomLaporan("No.", 8, "tengah"),
    KolomLaporan("Pukul", 17, "tengah"),
    KolomLaporan("Tanda bukti", 28),
    KolomLaporan(KOLOM_NAMA, 38, tebal=True),
    KolomLaporan("Kejadian", 31),
    KolomLaporan("Keterangan", 33),
    KolomLaporan("Petugas", 25),
)
WAKTU_SOP = (
    KolomLaporan("SOP", 66),
    KolomLaporan("Tercatat", 20, "tengah"),
    KolomLaporan("Dihitung", 20, "tengah"),
    KolomLaporan("Dalam waktu SOP", 34, "tengah"),
    KolomLaporan("Median (menit)", 20, "tengah"),
    KolomLaporan("Waktu SOP", 20, "tengah"),
)
TERLAMA = (
    KolomLaporan("Tanda bukti", 29),
    KolomLaporan("Jenis permohonan", 47),
    KolomLaporan("Desa", 30),
    KolomLaporan("Keadaan", 38),
    KolomLaporan("Diterima", 20, "tengah"),
    KolomLaporan("Hari", 16, "tengah", tebal=True),
)
GANGGUAN = (
    KolomLaporan("Mulai", 30, "tengah"),
    KolomLaporan("Pulih", 30, "tengah"),
    KolomLaporan("Menit kantor", 24, "tengah"),
    KolomLaporan("Keterangan", 96),
)
KIRIMAN = (
    KolomLaporan("Nomor daftar", 60),
    KolomLaporan("Layanan", 30),
    KolomLaporan("Dikirim", 50, "tengah"),
    KolomLaporan("Permohonan", 40, "tengah"),
)


def angka(label: str, lebar: float, judul: Sequence[str]) -> tuple[KolomLaporan, ...]:
    """A column of labels, then one of numbers for each heading, wider for a longer heading.

    Args:
        label: heading of the first column.
        lebar: its width in mm; the others share what is left of `LEBAR`.
        judul: headings of the others, at least one.
    """
    bobot = [len(satu) + 4 for satu in judul]
    per = (LEBAR - lebar) / sum(bobot)
    kolom = (KolomLaporan(j, b * per, "tengah") for j, b in zip(judul, bobot, strict=True))
    return (KolomLaporan(label, lebar), *kolom)
