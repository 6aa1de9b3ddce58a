"""The demonstration: one KK and one KTP case through the real window, keys only.

Everybody in it is invented (NIK serials 9xxx). It leaves receipts, register pages and a picture
of every tab in the folder it is given, and needs neither screen nor printer.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from sooko_desk.app_layar import ada_layar
from sooko_desk.app_tangan import ALT, CTRL, ENTER, Tangan
from sooko_desk.data.pelindung import PelindungSesaat
from sooko_desk.domain.waktu import WIB, JamTetap
from sooko_desk.ui import theme
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.setelan import SetelanBerkas

if TYPE_CHECKING:
    from sooko_desk.app import Program

PIN_OPERATOR, PIN_KASI = "246813", "975318"
LEBAR, TINGGI = 1366, 728
"""The counter PC's screen without its task bar, logical px."""
MULAI = dt.datetime(2026, 11, 23, 8, 10, tzinfo=WIB)


def jalankan_peragaan(folder: Path) -> int:
    """Play the demonstration; returns the exit code.

    Args:
        folder: made when it does not exist; files of the same names are replaced.
    """
    if not ada_layar(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_tulis_pesan_qt)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        data = tempfile.TemporaryDirectory(prefix="sooko-desk-", dir=folder)
    except OSError:
        sys.stderr.write(f"Folder {folder} tidak dapat ditulisi. Pilih folder lain.\n")
        return 1
    with data as nama:
        _mainkan(folder, Path(nama))
    for path in sorted(folder.iterdir()):
        sys.stdout.write(f"{path.name}\n")
    return 0


def _tulis_pesan_qt(_jenis: QtMsgType, _konteks: QMessageLogContext, pesan: str) -> None:
    """What Qt says goes on, but for what a screen that is none cannot do."""
    if not pesan.startswith("This plugin does not support"):
        sys.stderr.write(pesan + "\n")


def _mainkan(folder: Path, data: Path) -> None:
    from sooko_desk.app import build
    from sooko_desk.app_lingkungan import Lingkungan

    app = QApplication.instance() or QApplication(["sooko-desk"])
    assert isinstance(app, QApplication)
    theme.apply(app)
    dunia = DuniaCetak(
        SetelanBerkas(data / "setelan.ini"),
        pilih_berkas=lambda _judul, nama: folder / nama,
        list_printer=tuple,
    )
    clock = JamTetap(MULAI)
    lingkungan = Lingkungan(
        data,
        clock=clock,
        dunia=dunia,
        detik=lambda: 0.0,  # its hands may be slow: the screen is not locked meanwhile
        pelindung=PelindungSesaat(),
        latihan=True,
        list_volume=tuple,
    )
    program = build(lingkungan)
    try:
        Peragaan(program, clock, folder).mainkan()
    finally:
        program.tutup()


class Peragaan:
    """The play, act by act. Minutes pass between the acts, so that the story reads like a day."""

    def __init__(self, program: Program, clock: JamTetap, folder: Path) -> None:
        self._jendela = program.jendela
        self._clock = clock
        self._folder = folder
        self._tangan = Tangan(self._jendela)

    def mainkan(self) -> None:
        """Play all acts."""
        self._jendela.resize(LEBAR, TINGGI)
        self._jendela.show()
        self._jendela.mulai()
        self._atur_petugas()
        self._terima_kk()
        self._terima_ktp()
        self._periksa()
        self._entri_kk()
        self._cetak_dan_serahkan()
        self._lengkapi_ktp()
        self._entri_ktp()
        self._register()

    def _atur_petugas(self) -> None:
        tangan = self._tangan
        tangan.isi("Siti Rohmah", PIN_OPERATOR, PIN_OPERATOR)
        tangan.isi("Bambang Sutrisno, S.Sos", PIN_KASI, PIN_KASI)
        tangan.tunggu(self._jendela.masuk.isVisible)
        self._foto("0-masuk")
        tangan.masuk(PIN_OPERATOR)

    def _terima_kk(self) -> None:
        tangan = self._tangan
        tangan.isi("3516135203889001", "Nur Aini Kusumaningtyas", "081230009001")
        tangan.isi("3516131405129001", "Japan", "Dusun Japan Tengah, Gg. Melati 5", "3", "7")
        tangan.tekan(Qt.Key.Key_1, ALT)
        tangan.isi("I.B.2", "")
        tangan.isi("Achmad Fauzi", "Suami", "081230009002")
        tangan.isi("470/118/416-313.9/2026", "20112026", "Sutikno")
        tangan.tekan(Qt.Key.Key_1)
        tangan.tekan(Qt.Key.Key_2)
        self._foto("1-penerimaan")
        tangan.tekan(Qt.Key.Key_3)
        self._simpan_dan_cetak()

    def _terima_ktp(self) -> None:
        tangan = self._tangan
        self._clock.maju(6)
        tangan.isi("3516131108099001", "Muhammad Rizky Ramadhan", "085730009003")
        tangan.isi("3516131405129002", "Sooko", "Jl. Bhayangkara 12", "1", "2")
        tangan.tekan(Qt.Key.Key_2, ALT)
        tangan.isi("II.A", "", "", "", "")
        tangan.isi("470/205/416-313.10/2026", "23112026", "Hartono")
        tangan.tekan(Qt.Key.Key_1)
        tangan.tekan(Qt.Key.Key_2)
        self._simpan_dan_cetak()

    def _periksa(self) -> None:
        """The Kasi: KK complete, KTP not; the family card is missing."""
        tangan = self._tangan
        self._clock.maju(4)
        tangan.ganti_petugas(PIN_KASI)
        tangan.tekan(ENTER)
        self._foto("2-kelengkapan")
        tangan.tekan(Qt.Key.Key_L)
        tangan.tekan(Qt.Key.Key_T)
        tangan.tekan(ENTER)
        self._tanda_tangani()

    def _lengkapi_ktp(self) -> None:
        """The applicant comes back with the copy; the Kasi looks again."""
        tangan = self._tangan
        self._clock.maju(35)
        tangan.tekan(Qt.Key.Key_2, CTRL)
        tangan.tekan(ENTER)
        self._centang_wajib()
        tangan.tekan(ENTER, CTRL)
        tangan.ganti_petugas(PIN_KASI)
        tangan.tekan(ENTER)
        tangan.tekan(Qt.Key.Key_L)
        self._tanda_tangani()

    def _tanda_tangani(self) -> None:
        """The Kasi signs what is marked, once, with the PIN."""
        tangan, tab = self._tangan, self._jendela.kerja.kelengkapan
        tangan.tekan(ENTER, CTRL)
        tangan.ketik(PIN_KASI)
        tangan.tekan(ENTER)
        tangan.tunggu(lambda: tab.dialog is None)

    def _entri_kk(self) -> None:
        tangan, tab = self._tangan, self._jendela.kerja.entri_data
        tangan.ganti_petugas(PIN_OPERATOR)
        self._clock.maju(3)
        tangan.tekan(Qt.Key.Key_3, CTRL)
        self._pilih("Nur Aini")
        kk = {"dusun": "Japan Tengah", "peristiwa": "Kelahiran", "nomor_referensi_siak": "SP-90017"}
        tangan.isi_borang(tab.panel.borang, kk)
        self._foto("3-entri-data")
        tangan.tekan(ENTER, CTRL)
        self._clock.maju(7)
        for _ in range(3):
            self._pilih("Nur Aini")
            if tab.panel.unggah.isVisible():
                tangan.tekan(Qt.Key.Key_A, CTRL)
            tangan.tekan(ENTER, CTRL)
            self._clock.maju(4)

    def _entri_ktp(self) -> None:
        tangan, tab = self._tangan, self._jendela.kerja.entri_data
        tangan.ganti_petugas(PIN_OPERATOR)
        self._clock.maju(3)
        tangan.tekan(Qt.Key.Key_3, CTRL)
        self._pilih("Rizky")
        ktp = {
            "tempat_lahir": "Mojokerto",
            "tanggal_lahir": "11082009",
            "jenis_kelamin": "Laki",
            "agama": "Islam",
            "status_perkawinan": "Belum",
            "pekerjaan": "Pelajar",
            "kewarganegaraan": "WNI",
        }
        tangan.isi_borang(tab.panel.borang, ktp)
        tangan.tekan(ENTER, CTRL)
        self._pilih("Rizky")
        tangan.isi_borang(tab.panel.borang, {"cara_pengiriman": "SIAK"})
        tangan.tekan(ENTER, CTRL)

    def _cetak_dan_serahkan(self) -> None:
        tangan, tab = self._tangan, self._jendela.kerja.pencetakan
        tangan.tekan(Qt.Key.Key_4, CTRL)
        self._pilih("Nur Aini")
        cetak = {"no_kk_baru": "3516132311269001", "jumlah_lembar": "1"}
        tangan.isi_borang(tab.panel.borang, cetak)
        self._foto("4-pencetakan")
        tangan.tekan(ENTER, CTRL)
        self._clock.maju(15)
        self._pilih("Nur Aini")
        serah = {
            "identitas_pengambil": "KTP",
            "tanda_bukti_ditarik": "Ya",
        }
        tangan.isi_borang(tab.panel.borang, serah)
        tangan.tekan(ENTER, CTRL)

    def _register(self) -> None:
        tangan, tab = self._tangan, self._jendela.kerja.register
        tangan.tekan(Qt.Key.Key_F3)
        for layanan in ("KK", "KTP"):
            tab.buku.setFocus()
            tangan.tekan(Qt.Key.Key_A, CTRL)
            tangan.ketik(f"{layanan} ")
            tangan.tekan(ENTER)
            tangan.tekan(Qt.Key.Key_F9)
            self._simpan_pdf()
        tangan.tekan(Qt.Key.Key_F3)
        tangan.ketik("nur aini")
        tangan.tekan(ENTER)
        self._foto("5-register")

    def _centang_wajib(self) -> None:
        self._tangan.tekan(Qt.Key.Key_A, CTRL)

    def _pilih(self, nama: str) -> None:
        """Go down the queue to a case by its name and open it."""
        tab = self._jendela.kerja.tab.currentWidget()
        tangan, daftar = self._tangan, tab.daftar  # type: ignore[attr-defined]
        tangan.tekan(Qt.Key.Key_Escape)
        tangan.tekan(Qt.Key.Key_Home)
        while nama.casefold() not in daftar.baris().ringkasan.pemohon.nama.casefold():
            tangan.tekan(Qt.Key.Key_Down)
        tangan.tekan(ENTER)

    def _simpan_dan_cetak(self) -> None:
        self._tangan.tekan(ENTER, CTRL)
        self._simpan_pdf()

    def _simpan_pdf(self) -> None:
        """In the print window: Ctrl+S, then Escape."""
        tangan, pencetak = self._tangan, self._jendela.pencetak
        tangan.tunggu(lambda: pencetak.dialog is not None and pencetak.dialog.isVisible())
        tangan.tekan(Qt.Key.Key_S, CTRL)
        if isinstance(QApplication.activeModalWidget(), MintaPin):  # many people on one paper
            tangan.ketik(PIN_KASI)
            tangan.tekan(ENTER)
            tangan.tunggu(lambda: QApplication.activeModalWidget() is pencetak.dialog)
        tangan.tekan(Qt.Key.Key_Escape)
        tangan.tunggu(lambda: pencetak.dialog is None)

    def _foto(self, nama: str) -> None:
        self._tangan.fokus()
        self._jendela.grab().save(str(self._folder / f"{nama}.png"))
