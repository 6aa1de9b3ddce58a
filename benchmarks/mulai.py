"""Start-up against the bare stack, in the same run: time to the first painted window.

    .venv/bin/python benchmarks/mulai.py [rounds]

Prints the medians and their ratio: the program with an existing register against an empty
QMainWindow of the same size. Both run offscreen in fresh processes, in turn.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]

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
KOSONG = "jendela = QMainWindow(); jendela.resize(1280, 680); jendela.show(); app.processEvents()"
PROGRAM = """
from pathlib import Path
from sooko_desk.app import Lingkungan, build
from sooko_desk.ui import theme
theme.apply(app)
program = build(Lingkungan(Path(sys.argv[1])))
jendela = program.jendela
jendela.show(); jendela.mulai(); app.processEvents()
"""


def ukur(isi: str, tutup: str, folder: str) -> float:
    """Milliseconds from the first import to the painted window."""
    hasil = subprocess.run(
        [sys.executable, "-c", UKUR.format(isi=isi, tutup=tutup), folder],
        cwd=AKAR,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(hasil.stdout)


def main() -> None:
    """Measure and print."""
    putaran = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        ukur(PROGRAM, "program.tutup()", folder)  # makes the register and warms the disk
        pasangan = [
            (ukur(KOSONG, "", folder), ukur(PROGRAM, "program.tutup()", folder))
            for _ in range(putaran)
        ]
    kosong, program = (statistics.median(x) for x in zip(*pasangan, strict=True))
    print(f"jendela kosong {kosong:.0f} ms, Sooko Desk {program:.0f} ms, {program / kosong:.2f}x")


if __name__ == "__main__":
    main()
