"""Start-up against the bare stack, in the same run: time to the first painted window.

    .venv/bin/python benchmarks/mulai.py [rounds]

Prints the medians and their ratio: the program with a register of two officers, as far as the
painted page of sign-in, against an empty QMainWindow of the same size. Both run offscreen in fresh
processes, in turn, from compiled modules: so does the program of an office.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from pengguna import folder_sendiri

AKAR = Path(__file__).resolve().parents[1]

ISI = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sooko_desk.app import build
from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.services.petugas import PengaturanAwal
app = QApplication(["isi"])
program = build(Lingkungan(Path(sys.argv[1])))
petugas = program.meja.petugas
awal = PengaturanAwal("Rini", "246813", "246813", "Hadi", "975318", "975318")
petugas.simpan_pengaturan_awal(awal, petugas.hash_pin("246813"), petugas.hash_pin("975318"))
program.tutup()
"""
UKUR = """
import sys, time
mulai = time.perf_counter()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["ukur"])
{isi}
jendela.grab()
print((time.perf_counter() - mulai) * 1000)
{tutup}
"""
KOSONG = UKUR.format(
    isi="jendela = QMainWindow(); jendela.resize(1280, 680); jendela.show(); app.processEvents()",
    tutup="",
)
PROGRAM = UKUR.format(
    isi="""
from pathlib import Path
from sooko_desk.app import build
from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.ui import theme
theme.apply(app)
program = build(Lingkungan(Path(sys.argv[1])))
jendela = program.jendela
jendela.show(); jendela.mulai(); app.processEvents()
""",
    tutup="assert jendela.masuk.isVisible(); program.tutup()",
)


def jalankan(kode: str, folder: str) -> str:
    """Run a piece of the above over the register in `folder`; returns what it printed."""
    lingkungan = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(Path(folder) / "pyc"),
        **folder_sendiri(Path(folder)),
    }
    hasil = subprocess.run(
        [sys.executable, "-c", kode, folder],
        cwd=AKAR,
        env=os.environ | lingkungan,
        capture_output=True,
        text=True,
        check=True,
    )
    return hasil.stdout


def main() -> None:
    """Measure and print."""
    putaran = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        for kode in (ISI, PROGRAM):  # the second compiles what is left and warms the disk
            jalankan(kode, folder)
        pasangan = [
            (float(jalankan(KOSONG, folder)), float(jalankan(PROGRAM, folder)))
            for _ in range(putaran)
        ]
    kosong, program = (statistics.median(x) for x in zip(*pasangan, strict=True))
    print(f"jendela kosong {kosong:.0f} ms, Sooko Desk {program:.0f} ms, {program / kosong:.2f}x")


if __name__ == "__main__":
    main()
