"""Write sop_data/tabel/hari_libur.csv from the `holidays` library.

Usage, from the top folder, with the program's dependencies installed:

    python packaging/isi_hari_libur.py            # 2025 to 2027
    python packaging/isi_hari_libur.py 2025 2028  # other years, both included

Running it twice writes the same bytes. It replaces the whole file: it is the seed, the office's
own rows (and corrected estimates, "(perkiraan)") are edited in the program and kept beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

PUNCAK = Path(__file__).resolve().parent.parent
TUJUAN = PUNCAK / "sop_data" / "tabel" / "hari_libur.csv"
TAHUN_AWAL, TAHUN_AKHIR = 2025, 2027

sys.path.insert(0, str(PUNCAK))

from sooko_desk.sop.libur import list_libur_tahun, write_libur  # noqa: E402 - needs the path


def write_hari_libur(tujuan: Path, tahun: range) -> int:
    """Write the table (UTF-8, comma, LF) and return the number of rows."""
    baris = [satu for setahun in tahun for satu in list_libur_tahun(setahun)]
    tujuan.write_text(write_libur(baris), encoding="utf-8", newline="\n")
    return len(baris)


def main(argumen: list[str]) -> None:
    """Write the table for the years of the command line."""
    awal, akhir = map(int, argumen) if argumen else (TAHUN_AWAL, TAHUN_AKHIR)
    jumlah = write_hari_libur(TUJUAN, range(awal, akhir + 1))
    print(f"{jumlah} rows for {awal}-{akhir} in {TUJUAN.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
