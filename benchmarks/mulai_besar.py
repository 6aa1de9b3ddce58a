"""Start-up over a large register, with every check of the start: file, journal, hash chain.

    .venv/bin/python benchmarks/mulai_besar.py [entries] [rounds]

The register is made first, one link of the chain an entry, as the counter writes it; 100,000 takes
about a minute. Prints when sign-in is painted and when all checks are done and the page of work
stands, as medians in fresh processes; exits with 1 where that takes longer than `BATAS_MS`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mulai import jalankan
from pengguna import pindahkan
from register_besar import buat_register

from sooko_desk.data.buka import open_register
from sooko_desk.data.penjaga import find_penjaga
from sooko_desk.data.unit import run_unit

if TYPE_CHECKING:
    import peewee as pw

    from sooko_desk.data.rantai_bentuk import Koneksi

BATAS_MS = 2000
KASUS = 2000
"""Cases over which the entries go round."""
_SALIN = "permohonan_id, langkah, hasil, dari, ke, petugas_id, petugas_nama, peran, waktu, alasan"
_PERISTIWA = f"""INSERT INTO peristiwa (token, {_SALIN}, rincian)
SELECT ?, {_SALIN}, rincian FROM peristiwa WHERE urut = ?"""
_PERMOHONAN = "UPDATE permohonan SET versi = versi + 1 WHERE id = ?"

MULAI = """
import sys, time
mulai = time.perf_counter()
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(["ukur"])
from pathlib import Path
from sooko_desk.app import build
from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.ui import theme
theme.apply(app)
program = build(Lingkungan(Path(sys.argv[1])))
jendela = program.jendela
putar = QEventLoop()
jendela.siap.connect(putar.quit)
jendela.show(); jendela.mulai(); app.processEvents()
jendela.grab()
tampak = time.perf_counter()
putar.exec()
siap = time.perf_counter()
keadaan = program.meja.jaga.rantai.keadaan()
assert keadaan.diperiksa and not keadaan.temuan, keadaan
mulai_rantai = time.perf_counter()
program.meja.jaga.rantai.periksa_awal()
print((tampak - mulai) * 1000, (siap - mulai) * 1000, (time.perf_counter() - mulai_rantai) * 1000)
program.tutup()
"""


def isi_register(folder: Path, entri: int) -> None:
    """Make a register of `KASUS` cases, and go on with it until it has so many entries."""
    buat_register(folder, KASUS)
    db = open_register(folder).db
    try:
        run_unit(db, lambda: None, lambda: _tambah(db, entri))
    finally:
        db.close()


def _tambah(db: pw.SqliteDatabase, entri: int) -> bool:
    """Each entry with the link that a unit of its own would have; only the disk waits once."""
    penjaga = find_penjaga(db)
    assert penjaga is not None
    koneksi: Koneksi = db.connection()  # type: ignore[no-untyped-call]  # peewee has no types
    [(ada,)] = koneksi.execute("SELECT MAX(urut) FROM peristiwa")
    ada = int(str(ada))
    for urut in range(ada + 1, entri + 1):
        penjaga.pencatat.mulai()
        koneksi.execute(_PERISTIWA, (f"lagi-{urut}", urut % ada + 1))
        koneksi.execute(_PERMOHONAN, (urut % KASUS + 1,))
        penjaga.pencatat.segel()
    penjaga.pencatat.mulai()
    return True


def main() -> int:
    """Measure and print; returns the exit code."""
    entri, putaran = (int(x) for x in (*sys.argv[1:], *("100000", "5")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as nama:
        pindahkan(Path(nama))
        isi_register(Path(nama), entri)
        jalankan(MULAI, nama)  # compiles what is left, and gives the journal its new base
        semua = [[float(x) for x in jalankan(MULAI, nama).split()] for _ in range(putaran)]
    tampak, siap, rantai = (statistics.median(x) for x in zip(*semua, strict=True))
    print(
        f"{entri} entri: halaman masuk {tampak:.0f} ms, siap dengan semua pemeriksaan "
        f"{siap:.0f} ms (rantai {rantai:.0f} ms)"
    )
    return int(siap > BATAS_MS)


if __name__ == "__main__":
    sys.exit(main())
