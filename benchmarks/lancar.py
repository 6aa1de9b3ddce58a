"""How long the window stands still over a large register: start, check, backup, export, report.

    .venv/bin/python benchmarks/lancar.py [applicants]

A timer of a millisecond ticks while each job runs; printed is the longest gap between two ticks
and the 99th percentile, in ms. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pengguna import pindahkan
from penulis_register import SEKARANG
from register_besar import buat_register

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.app import Program
    from sooko_desk.domain.kemajuan import Kemajuan

    Siapkan = Callable[[Kemajuan], Callable[[], object]]


class Detak:
    """Ticks while a job runs."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._sela: list[float] = []
        self._terakhir = time.perf_counter()
        self._pewaktu = QTimer()
        self._pewaktu.setInterval(1)
        self._pewaktu.timeout.connect(self._on_timeout)
        self._pewaktu.start()

    def sebut(self, nama: str) -> None:
        """Stop and print."""
        self._pewaktu.stop()
        self._on_timeout()
        semua = sorted(self._sela)
        p99 = semua[int(len(semua) * 0.99)]
        print(f"{nama}: terlama {semua[-1]:.0f} ms, p99 {p99:.0f} ms, lama {sum(semua):.0f} ms")

    def _on_timeout(self) -> None:
        kini = time.perf_counter()
        self._sela.append((kini - self._terakhir) * 1000)
        self._terakhir = kini


def jalankan(nama: str, siapkan: Siapkan, catat: Callable[[Any], object]) -> None:
    """A job as the program runs it: its quick half here, its slow half in a worker."""
    from PySide6.QtCore import QEventLoop, QObject, QTimer

    from sooko_desk.ui.pekerja import Pekerja

    induk, putar, detak = QObject(), QEventLoop(), Detak()
    pekerja = Pekerja(induk)
    pekerja.berhasil.connect(catat)
    pekerja.gagal.connect(print)
    pekerja.berakhir.connect(putar.quit)
    QTimer.singleShot(0, lambda: pekerja.jalankan(siapkan))
    putar.exec()
    detak.sebut(nama)


def sekali(nama: str, kerja: Callable[[], object]) -> None:
    """A job that is done in the window's thread as a whole."""
    from PySide6.QtCore import QEventLoop, QTimer

    putar, detak = QEventLoop(), Detak()
    QTimer.singleShot(0, kerja)
    QTimer.singleShot(0, putar.quit)
    putar.exec()
    detak.sebut(nama)


def mulai(folder: Path) -> Program:
    """Start-up with the proof of the chain, until the page of work stands."""
    from PySide6.QtCore import QEventLoop

    from sooko_desk.app import build, tenangkan_memori
    from sooko_desk.app_lingkungan import Lingkungan
    from sooko_desk.domain.waktu import JamTetap

    program = build(Lingkungan(folder, clock=JamTetap(SEKARANG)))
    putar = QEventLoop()
    program.jendela.siap.connect(putar.quit)
    program.jendela.show()
    program.jendela.mulai()
    program.jendela.grab()
    detak = Detak()
    putar.exec()
    detak.sebut("mulai, dengan bukti rantai dan halaman kerja")
    tenangkan_memori()
    return program


def ukur(program: Program, stik: Path) -> None:
    """Every long job once."""
    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.domain.sop import Peran
    from sooko_desk.services.cadangan_riwayat import Sebab, Tempat

    meja = program.meja
    kasi = next(p for p in meja.petugas.list_petugas() if p.peran is Peran.KASI)
    periksa = meja.jaga.pemeriksaan.siapkan(Kemajuan())
    jalankan("periksa (Ctrl+I)", lambda _: periksa.jalankan, periksa.selesaikan)
    jalankan(
        "cadangan otomatis, juga waktu menutup",
        lambda k: meja.jaga.otomatis.siapkan((Tempat("x", "x", stik),), k).jalankan,
        lambda hasil: meja.jaga.otomatis.catat(hasil, kasi, Sebab.OTOMATIS),
    )
    bulan = (SEKARANG.year, SEKARANG.month - 1)
    sekali("buku register setahun ke XLSX", lambda: meja.buku.build_xlsx("KK", SEKARANG.year - 1))
    sekali("laporan bulanan", lambda: meja.laporan.bulanan.build_dokumen(*bulan))


def main() -> int:
    """Make the register, measure, print; returns the exit code."""
    orang = int(sys.argv[1]) if len(sys.argv) > 1 else 25_000
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as nama:
        folder, stik = Path(nama) / "data", Path(nama) / "stik"
        stik.mkdir()
        pindahkan(Path(nama))
        print(f"{buat_register(folder, orang).permohonan} permohonan")
        from PySide6.QtWidgets import QApplication

        from sooko_desk.ui import theme

        app = QApplication(["ukur"])
        theme.apply(app)
        program = mulai(folder)
        ukur(program, stik)
        program.tutup()
    return 0


if __name__ == "__main__":
    sys.exit(main())
