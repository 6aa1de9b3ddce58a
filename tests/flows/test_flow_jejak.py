"""What was typed cannot be read afterwards: not in any file, temporary ones and logs included."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile

import pytest
import shiboken6
from builders import PIN_KASI, PIN_OPERATOR
from flows.antrean_kasi import tanda_tangan
from flows.loket import CTRL, ENTER, SHIFT, K, Loket, kirim_hapusan
from flows.nomor_terbaca import list_nomor_terbaca
from PIL import Image, PngImagePlugin
from PySide6.QtCore import QDir, QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sooko_desk.data.folder_pengguna import folder_pengguna
from sooko_desk.ui.cetak import printer
from sooko_desk.ui.cetak.dialog_cetak import Keadaan
from sooko_desk.ui.cetak.tugas import PrinterTersedia
from sooko_desk.ui.galat_program import NAMA_CATATAN, GalatProgram
from sooko_desk.ui.kiriman.dialog import DialogKiriman
from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran
from sooko_desk.ui.lampiran.jendela_lampiran import JendelaLampiran
from sooko_desk.ui.pilih_formulir import PilihFormulir

NIK, NKK, TELEPON = "3516135708459731", "3516132111259732", "081234569733"
NIK_DIPARKIR, NIK_SETENGAH = "3516131708459734", "3516131708459735"
NAMA = "Suwarti Rahasia"
RAHASIA = (NIK, NKK, TELEPON, NIK_DIPARKIR, NIK_SETENGAH, NAMA, PIN_OPERATOR, PIN_KASI)
TERBACA = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"SQLite format 3")
"""How files begin that say what is in them, though not letter by letter."""

ISIAN = {
    "tempat_lahir": "Mojokerto",
    "agama": "Islam",
    "status_perkawinan": "Kawin",
    "pekerjaan": "Petani",
    "kewarganegaraan": "WNI",
}


class LoketPencetak(Loket):
    """A counter whose papers go through the program's own way to the printer."""

    def _cetak(self, pdf, tugas):
        super()._cetak(pdf, tugas)
        if sys.platform != "win32":
            printer.cetak_pdf(pdf, tugas)


@pytest.fixture
def komputer(tmp_path, monkeypatch):
    """Temporary folder, home and working folder of the program lie in tmp_path for one test."""
    Loket(tmp_path / "awal").atur_petugas()  # made once for all tests, with the key of their user
    lama = folder_pengguna()
    for nama, kunci in (
        ("sementara", ("TMPDIR", "TEMP", "TMP")),
        ("rumah", ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME")),
        ("rumah", ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")),
    ):
        (tmp_path / nama).mkdir(exist_ok=True)
        for satu in kunci:
            monkeypatch.setenv(satu, str(tmp_path / nama))
    shutil.copytree(lama, folder_pengguna(), dirs_exist_ok=True)
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / "kerja").mkdir()
    monkeypatch.chdir(tmp_path / "kerja")
    assert tempfile.gettempdir() == str(tmp_path / "sementara")
    assert QDir(QDir.tempPath()) == QDir(str(tmp_path / "sementara"))
    _pasang_lp(tmp_path / "lp", monkeypatch)
    return tmp_path


def _pasang_lp(folder, monkeypatch):
    """`lp` that takes every paper and keeps what it was called with."""
    folder.mkdir()
    keadaan = "Loket accepting requests\\nprinter Loket is idle.\\nscheduler is running\\n"
    skrip = {
        "lpstat": f"printf '{keadaan}'\n",
        "lp": 'printf "%s\\n" "$@" >> "$0.perintah"\ncat > /dev/null\n',
    }
    for nama, isi in skrip.items():
        (folder / nama).write_text(f"#!/bin/sh\n{isi}", encoding="utf-8")
        (folder / nama).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def loket(qapp, komputer):
    loket = LoketPencetak(komputer).atur_petugas()
    loket.printer = (PrinterTersedia("Loket"),)
    yield loket
    loket.tutup()


def list_jejak(folder, bukan=()):
    """(file, what can be read in it) of everything the officer did not save himself.

    Args:
        bukan: files that are not the program's.
    """
    hasil = []
    for path in folder.rglob("*"):
        di_dalam = path.relative_to(folder)
        if path in bukan or not path.is_file() or di_dalam.parts[0] == "keluar":
            continue
        isi = path.read_bytes() + str(di_dalam).encode()
        hasil += [(str(di_dalam), satu) for satu in RAHASIA if is_terbaca(satu, isi)]
        hasil += [(str(di_dalam), awal) for awal in TERBACA if isi.startswith(awal)]
    return hasil


def is_terbaca(rahasia, isi):
    """In any letter case, in groups as on the screen, and as Windows writes text."""
    for sandi in ("utf-8", "utf-16-le"):
        sela = b"[ .-]?" if sandi == "utf-8" else b"(?:[ .-]\0)?"
        pola = sela.join(re.escape(huruf.encode(sandi)) for huruf in rahasia.replace(" ", ""))
        if re.search(pola, isi, re.IGNORECASE):
            return True
    return False


def test_the_search_itself_finds_what_lies_open(tmp_path):
    (tmp_path / "a.log").write_text("nik=3516 1357 0845 9731", encoding="utf-8")
    (tmp_path / "b").write_text("SUWARTI  RAHASIA, Suwarti Rahasia".upper(), encoding="utf-16-le")
    (tmp_path / f"{NKK}.tmp").write_bytes(b"")
    (tmp_path / "c.tmp").write_bytes(b"%PDF-1.7")
    (tmp_path / "keluar").mkdir()
    (tmp_path / "keluar" / "saved.txt").write_text(NIK, encoding="utf-8")
    assert sorted(list_jejak(tmp_path), key=str) == [
        (f"{NKK}.tmp", NKK),
        ("a.log", NIK),
        ("b", NAMA),
        ("c.tmp", b"%PDF"),
    ]


@pytest.mark.parametrize(
    ("nama", "isi", "terbaca"),
    [
        ("a.log", b"nik=3516 1357 0845 9731\n", True),
        ("a.log", "3516135708459731".encode("utf-16-le"), True),
        ("3516.1357.0845.9731.tmp", b"", True),
        ("a.log", b"35161357084597310 and a3516135708459731", False),
        ("a.log", b"3516135708450000", False),
    ],
)
def test_the_search_after_every_flow_finds_numbers_of_people(tmp_path, nama, isi, terbaca):
    (tmp_path / "dalam").mkdir()
    (tmp_path / "dalam" / nama).write_bytes(isi)
    assert bool(list_nomor_terbaca(tmp_path)) is terbaca


def test_nothing_typed_can_be_read_after_a_day_of_work(loket, komputer, monkeypatch, caplog, capfd):
    # On Windows pytest's own files for what it catches have a name, and are locked.
    bukan = set((komputer / "sementara").iterdir())
    judul = JudulJendela()
    QApplication.instance().installEventFilter(judul)
    loket.buka(PIN_OPERATOR)
    terima_dan_cetak(loket)
    tambah_pindaian(loket)
    entri_dan_formulir(loket)
    lihat_dan_tutup_layar(loket)
    kirim_dan_simpan(loket)
    parkir_dan_tinggal(loket)
    jatuhkan(loket, monkeypatch)
    assert list_jejak(komputer, bukan) == []  # what a power cut would leave
    loket.tutup()
    QApplication.instance().removeEventFilter(judul)
    assert len(judul.semua) > 5
    kata = " ".join((*judul.semua, *(tugas.judul for _, tugas in loket.tercetak)))
    assert [satu for satu in RAHASIA if is_terbaca(satu, kata.encode())] == []
    assert list_jejak(komputer, bukan) == []
    sisa = {p for nama in ("sementara", "kerja") for p in (komputer / nama).iterdir()}
    assert sisa <= bukan
    assert len(list(loket.keluar.glob("*.pdf")) + list(loket.keluar.glob("*.xlsx"))) == 3
    tersisa = QApplication.clipboard().text() + caplog.text + "".join(capfd.readouterr())
    assert [satu for satu in RAHASIA if is_terbaca(satu, tersisa.encode())] == []
    loket.buka(PIN_OPERATOR)
    assert loket.jendela.kerja.tawaran.isVisible()  # and it is all there for the officer
    assert loket.permohonan().ringkasan.pemohon.nik == NIK


class JudulJendela(QObject):
    """Every title that a window ever had: the task bar and screen sharing show them."""

    def __init__(self):
        super().__init__()
        self.semua = set()

    def eventFilter(self, watched, event):
        berjudul = event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show)
        if berjudul and isinstance(watched, QWidget) and watched.isWindow():
            self.semua.add(watched.windowTitle())
        return False


def lihat_dan_tutup_layar(loket):
    """The numbers in full for a moment, written down; the screen covered and uncovered."""
    loket.buka_tab(5)
    loket.ketik(NIK)
    loket.tekan(ENTER)
    loket.tekan(K.Key_N, CTRL | SHIFT)
    assert loket.tab.nomor.terbuka
    loket.tekan(K.Key_Space, CTRL, kali=2)
    loket.tekan(K.Key_Escape)


def terima_dan_cetak(loket):
    """Typed, printed on paper, and saved as a PDF where the officer wants it."""
    loket.isi_ktp(nik=NIK, nama=NAMA, nkk=NKK, telepon=TELEPON)
    loket.tekan(ENTER, CTRL)
    dialog = loket.tunggu_cetak()
    loket.tangan.tunggu(lambda: dialog.keadaan is Keadaan.SIAP)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: dialog.keadaan is Keadaan.MENUNGGU_JAWABAN)
    loket.tekan(K.Key_Y)
    loket.tangan.tunggu(lambda: loket.jendela.pencetak.dialog is None)
    assert len(loket.tercetak) == 1
    loket.tekan(K.Key_F8)
    loket.simpan_cetakan()


def tambah_pindaian(loket):
    """A scan whose name and inside say the NIK; looked at, and copied small for an upload."""
    asal = loket.keluar / f"KK {NIK}.png"
    kata = PngImagePlugin.PngInfo()
    kata.add_text("Title", f"{NAMA} {NIK}")
    Image.new("RGB", (600, 800), "white").save(asal, pnginfo=kata)
    cetak = loket.lingkungan.dunia
    dunia = DuniaLampiran(
        cetak.setelan,
        pilih_simpan=cetak.pilih_berkas,
        pilih_pindaian=lambda _judul, _folder: (asal,),
        pilih_folder=lambda _judul, _folder: loket.keluar,
    )
    jendela = loket.jendela
    dialog = JendelaLampiran(loket.meja, jendela._kabar, dunia, jendela.kerja.petugas, 1, jendela)
    dialog.open()
    assert QTest.qWaitForWindowActive(dialog)
    for tombol in (K.Key_O, K.Key_S, K.Key_S):
        loket.tekan(tombol, CTRL)
        loket.tangan.tunggu(lambda: not dialog.panel.sibuk)
    assert len(loket.meja.lampiran.list(1)) == 1
    assert list(loket.keluar.glob("*.jpg"))
    tutup(loket, dialog)


def entri_dan_formulir(loket):
    """The Kasi signs; the form with the whole NIK is looked at; values go over the clipboard."""
    loket.ganti(PIN_KASI)
    loket.buka_tab(2)
    loket.tekan(K.Key_L)
    tanda_tangan(loket)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.pilih(NAMA)
    loket.tekan(K.Key_F, CTRL)
    tunggu_dialog(loket, PilihFormulir)
    loket.tekan(ENTER)
    loket.tutup_cetak()
    loket.tekan(K.Key_F4)
    pendamping = loket.jendela.pendamping._jendela
    loket.tangan.tunggu(pendamping.isVisible)
    for _ in range(9):
        QTest.keyClick(pendamping, K.Key_Space)
        if QApplication.clipboard().text() == NIK:
            break
    assert QApplication.clipboard().text() == NIK
    pendamping.close()
    loket.pilih(NAMA)
    loket.tangan.isi_borang(loket.panel.borang, ISIAN)
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "kirim", loket.panel.spanduk.teks


def kirim_dan_simpan(loket):
    """Sent in a list, which is saved as a PDF and as a workbook."""
    loket.tekan(K.Key_K, CTRL)
    dialog = tunggu_dialog(loket, DialogKiriman)
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(K.Key_Tab, kali=2)
    loket.isi("diantar", "Wulan Misal")
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "di_dispendukcapil"
    loket.tekan(K.Key_P, CTRL)
    loket.simpan_cetakan()
    loket.tekan(K.Key_S, CTRL)
    loket.izinkan()
    assert list(loket.keluar.glob("*.xlsx"))
    tutup(loket, dialog)


def parkir_dan_tinggal(loket):
    """One form parked, another half typed when the program ends."""
    loket.buka_tab(1)
    loket.isi_bidang("nik", NIK_DIPARKIR)
    loket.isi_bidang("nama", NAMA)
    loket.tekan(K.Key_F5)
    loket.isi_bidang("nik", NIK_SETENGAH)
    konsep = loket.program.konsep
    loket.tangan.tunggu(lambda: any(NIK_SETENGAH in b.isi for b in konsep.list_semua()))


def jatuhkan(loket, monkeypatch):
    """A fault of the program whose message says a NIK and a name."""
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    galat = GalatProgram(loket.data, loket.clock, loket.jendela)
    galat.pasang()

    def gagal():
        raise ValueError(f"{NIK} {NAMA}")

    QTimer.singleShot(0, gagal)
    loket.tangan.tunggu((loket.data / NAMA_CATATAN).exists)
    galat.lepas()


def tunggu_dialog(loket, jenis):
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), jenis))
    return QApplication.activeModalWidget()


def tutup(loket, dialog):
    for _ in range(3):
        if QApplication.activeModalWidget() is not None:
            loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))
