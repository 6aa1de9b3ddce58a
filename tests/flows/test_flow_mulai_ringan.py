"""Sign-in is painted before anything is imported that only the page of work needs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from flows.loket import Loket

from sooko_desk.app_lingkungan import AKAR

# No event loop before the first list: what is made behind sign-in cannot have begun.
KODE = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from sooko_desk.app import build
from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.ui import theme
app = QApplication(["uji"])
theme.apply(app)
program = build(Lingkungan(Path(sys.argv[1])))
jendela = program.jendela
jendela.show()
jendela.mulai()
assert not jendela.grab().isNull() and jendela.masuk.isVisible()
print(*sys.modules)
putaran = QEventLoop()
jendela.siap.connect(putaran.quit)
putaran.exec()
print(*sys.modules)
program.tutup()
"""

BERAT = (
    "PIL",
    # Elsewhere than on Windows the key of this computer is sealed with it.
    *(("cryptography",) if sys.platform == "win32" else ()),
    "holidays",
    "openpyxl",
    "pypdfium2",
    "reportlab",
    "xlsxwriter",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "sooko_desk.printing",
    "sooko_desk.ui.borang",
    "sooko_desk.ui.cetak",
    "sooko_desk.ui.halaman_awal",
    "sooko_desk.ui.halaman_kerja",
    "sooko_desk.ui.lampiran",
    "sooko_desk.ui.panel_permohonan",
    "sooko_desk.ui.pencetak",
    "sooko_desk.ui.pendamping",
)


@pytest.fixture(scope="module")
def termuat(qapp, tmp_path_factory):
    """What is imported when sign-in is painted, and when the page of work is made."""
    loket = Loket(tmp_path_factory.mktemp("ringan")).atur_petugas()
    hasil = subprocess.run(
        [sys.executable, "-c", KODE, str(loket.data)],
        cwd=AKAR,
        capture_output=True,
        text=True,
        check=True,
    )
    masuk, siap = (set(baris.split()) for baris in hasil.stdout.splitlines())
    return masuk, siap


@pytest.mark.parametrize("modul", BERAT)
def test_sign_in_is_painted_without(termuat, modul):
    assert modul not in termuat[0]


def test_sign_in_needs_officers_and_the_lock_alone(termuat):
    awal = "sooko_desk.services."
    layanan = {m.removeprefix(awal) for m in termuat[0] if m.startswith(awal)}
    assert layanan == {
        "petugas",
        "petugas_pin",
        "kunci_layar",
        "hak_pengaturan",
        "tahun_buku",
    }


def test_the_page_of_work_is_there_before_anybody_asks_for_it(termuat):
    assert {"PIL", "cryptography", "sooko_desk.ui.halaman_kerja"} <= termuat[1]
    assert not {"holidays", "reportlab", "PySide6.QtPdf"} & termuat[1]
