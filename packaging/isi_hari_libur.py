"""Write sop_data/tabel/hari_libur.csv from the `holidays` library (a development tool only).

Usage, from the top folder, with the dev dependencies installed:

    python packaging/isi_hari_libur.py            # 2025 to 2027
    python packaging/isi_hari_libur.py 2025 2028  # other years, both included

Country ID, Indonesian names. Category "public" = libur nasional, category "government" = cuti
bersama. Running it twice writes the same bytes. It replaces the whole file: the office's own
rows (and corrected estimates, "(perkiraan)") belong in the installed copy, not in this seed.
The program itself never computes holidays, it reads the table.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import holidays

TUJUAN = Path(__file__).resolve().parent.parent / "sop_data" / "tabel" / "hari_libur.csv"
TAHUN_AWAL, TAHUN_AKHIR = 2025, 2027
JENIS = {"public": "libur nasional", "government": "cuti bersama"}


def list_hari_libur(tahun: range) -> list[tuple[str, str, str]]:
    """Rows (ISO date, Indonesian name, jenis), one a holiday, ordered by date."""
    return sorted(
        (tanggal.isoformat(), nama, jenis)
        for kategori, jenis in JENIS.items()
        for tanggal, nama in holidays.country_holidays(
            "ID", years=tahun, categories=(kategori,), language="id"
        ).items()
    )


def write_hari_libur(tujuan: Path, tahun: range) -> int:
    """Write the table (UTF-8, comma, LF) and return the number of rows."""
    baris = list_hari_libur(tahun)
    with tujuan.open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.writer(berkas, lineterminator="\n")
        tulis.writerow(("tanggal", "nama", "jenis"))
        tulis.writerows(baris)
    return len(baris)


def main(argumen: list[str]) -> None:
    """Write the table for the years of the command line."""
    awal, akhir = map(int, argumen) if argumen else (TAHUN_AWAL, TAHUN_AKHIR)
    jumlah = write_hari_libur(TUJUAN, range(awal, akhir + 1))
    print(f"{jumlah} rows for {awal}-{akhir} in {TUJUAN.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
