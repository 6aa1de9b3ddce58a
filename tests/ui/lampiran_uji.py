"""The window of scans over a register of its own; used by the files test_ui_lampiran*.py."""

from __future__ import annotations

import os
from io import BytesIO

import shiboken6
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sooko_desk.ui import theme
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.kabar import Kabar
from sooko_desk.ui.lampiran.baris_lampiran import BarisPindaian
from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran
from sooko_desk.ui.lampiran.jendela_lampiran import JendelaLampiran
from sooko_desk.ui.setelan import SetelanBerkas

K = Qt.Key
ENTER = K.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TANPA = Qt.KeyboardModifier.NoModifier
DIAM_MS = 20
"""Between two looks at the scanner's folder; an officer's computer waits longer."""


def gambar(warna="white", ukuran=(120, 170)):
    return Image.new("RGB", ukuran, warna)


def isi_gambar(warna="white", ukuran=(120, 170), jenis="PNG"):
    wadah = BytesIO()
    gambar(warna, ukuran).save(wadah, jenis)
    return wadah.getvalue()


def hapus():
    """Let Qt free what was told to go."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class LoketLampiran:
    """Hands at the window's keyboard and mouse. `tutup` proves that nothing is left behind.

    Attributes:
        dipilih: what the file dialog answers; judul: the title that it was asked with.
        keluar: where a copy is saved; None = the officer gives up.
    """

    def __init__(self, kantor, folder):
        if not QApplication.instance().styleSheet():
            theme.apply(QApplication.instance())
        self.kantor = kantor
        self.folder = folder / "luar"
        self.folder.mkdir()
        self.pemindai = folder / "pemindai"
        self.pemindai.mkdir()
        self.keluar = folder
        self.dipilih = ()
        self.judul = []
        self.setelan = SetelanBerkas(folder / "setelan.ini")
        self.dunia = DuniaLampiran(
            self.setelan,
            pilih_simpan=lambda _judul, nama: None if self.keluar is None else self.keluar / nama,
            pilih_pindaian=self._pilih,
            pilih_folder=lambda _judul, _lama: self.pemindai,
        )
        self.induk = QWidget()
        self.kabar = Kabar(self.induk)
        self.berubah = []
        self.kabar.berubah.connect(self.berubah.append)
        self.dialog = None

    def dunia_cetak(self):
        """The print window's world on the same computer."""
        return DuniaCetak(self.setelan, pilih_berkas=self.dunia.pilih_simpan)

    def _pilih(self, judul, _folder):
        self.judul.append(judul)
        return tuple(self.dipilih)

    def buka(self, permohonan=None, petugas=None):
        self.permohonan = permohonan or self.kantor.terima()
        self.induk.show()
        self.dialog = JendelaLampiran(
            self.kantor.meja,
            self.kabar,
            self.dunia,
            petugas or self.kantor.operator,
            self.permohonan.ringkasan.id,
            self.induk,
        )
        self.panel.pengawas._pewaktu.setInterval(DIAM_MS)
        self.dialog.open()
        assert QTest.qWaitForWindowActive(self.dialog)
        return self.dialog

    def tutup_jendela(self):
        """Close it by whatever way is left, and see that it is freed."""
        if self.dialog is not None and shiboken6.isValid(self.dialog):
            self.dialog.reject()
            self.tunggu(lambda: not shiboken6.isValid(self.dialog))

    def tutup(self):
        self.tutup_jendela()
        self.induk.close()
        self.induk.deleteLater()
        hapus()

    # -- the officer's hands

    def fokus(self):
        QApplication.processEvents()
        if not self.dialog.isActiveWindow():
            self.dialog.activateWindow()
            self.tunggu(self.dialog.isActiveWindow)
        return QApplication.focusWidget() or self.dialog

    def tekan(self, tombol, tambahan=TANPA, kali=1):
        for _ in range(kali):
            QTest.keyClick(self.fokus(), tombol, tambahan)

    def ketik(self, teks):
        QTest.keyClicks(self.fokus(), teks)

    def klik(self, widget):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def ke_berkas(self, nomor):
        """Home, then down until that paper is current; 0 = the place without a paper."""
        self.daftar.setFocus()
        self.tekan(K.Key_Home)
        for _ in self.daftar.model_baris.baris:
            baris = self.daftar.baris()
            if getattr(baris, "nomor", None) == nomor:
                return
            self.tekan(K.Key_Down)
        raise LookupError(nomor)

    def tambah(self, *paths):
        """Ctrl+O with these files chosen."""
        self.dipilih = paths
        self.tekan(K.Key_O, CTRL)
        self.tuntas()

    def seret(self, mime, titik, *, lepas=True):
        """Drag something in, over the point and (perhaps) let go; whether it was taken."""
        aksi, kiri = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        masuk = QDragEnterEvent(titik, aksi, mime, kiri, TANPA)
        QApplication.sendEvent(self.panel, masuk)
        gerak = QDragMoveEvent(titik, aksi, mime, kiri, TANPA)
        QApplication.sendEvent(self.panel, gerak)
        if not lepas or not masuk.isAccepted():
            QApplication.sendEvent(self.panel, QDragLeaveEvent())
            return masuk.isAccepted()
        jatuh = QDropEvent(QPointF(titik), aksi, mime, kiri, TANPA)
        QApplication.sendEvent(self.panel, jatuh)
        assert jatuh.dropAction() == Qt.DropAction.CopyAction
        self.tuntas()
        return jatuh.isAccepted()

    def titik_berkas(self, nomor):
        """The middle of a paper's line, seen from the panel."""
        semua = self.daftar.model_baris.baris
        baris = next(n for n, b in enumerate(semua) if getattr(b, "nomor", None) == nomor)
        kotak = self.daftar.visualRect(self.daftar.model_baris.index(baris))
        return self.daftar.viewport().mapTo(self.panel, kotak.center())

    def titik_penampil(self):
        return self.kanvas.viewport().mapTo(self.panel, QPoint(40, 40))

    # -- what lies outside

    def berkas(self, nama, warna="white", ukuran=(120, 170)):
        path = self.folder / nama
        path.write_bytes(isi_gambar(warna, ukuran))
        return path

    def pdf(self, nama, halaman=3):
        path = self.folder / nama
        semua = [gambar((n * 20, 90, 90)) for n in range(halaman)]
        semua[0].save(path, save_all=True, append_images=semua[1:])
        return path

    def pindai(self, nama, warna="white", menit_lalu=0, folder=None):
        """The scanner lays a file into its folder; its time is the office clock's."""
        path = (folder or self.pemindai) / nama
        path.write_bytes(isi_gambar(warna))
        saat = self.kantor.clock.now().timestamp() - menit_lalu * 60
        os.utime(path, (saat, saat))
        return path

    # -- waiting

    def tunggu(self, syarat):
        for _ in range(1500):
            hapus()
            if syarat():
                return
            QTest.qWait(10)
        raise TimeoutError

    def tuntas(self):
        """Until nothing is worked on."""
        self.tunggu(lambda: not self.panel.sibuk)

    # -- what the officer sees

    @property
    def panel(self):
        return self.dialog.panel

    @property
    def utama(self):
        return self.panel.utama

    @property
    def daftar(self):
        return self.utama.daftar

    @property
    def kanvas(self):
        return self.utama.kanvas

    @property
    def pita(self):
        return self.utama.pita

    @property
    def pindaian(self):
        """(number of the paper, name of the scan) from top to bottom."""
        hasil, nomor = [], None
        for baris in self.daftar.model_baris.baris:
            if isinstance(baris, BarisPindaian):
                hasil.append((nomor, baris.lampiran.nama))
            else:
                nomor = baris.nomor
        return hasil

    @property
    def tersimpan(self):
        """Scans of the case as the register knows them: (paper's code, name)."""
        semua = self.kantor.meja.lampiran.list(self.permohonan.ringkasan.id)
        return [(x.berkas_kode, x.nama) for x in semua if x.dilepas is None]

    @property
    def kode(self):
        """The codes of the case's papers."""
        return [b.kode for b in self.permohonan.berkas]

    @property
    def spanduk(self):
        return self.utama.spanduk.teks if self.utama.spanduk.isVisible() else ""


def mime_berkas(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime
