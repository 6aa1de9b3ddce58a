"""Windows of the shelf and of corrections over a register of their own, driven by keys."""

from __future__ import annotations

import shiboken6
from builders import NIK_LAIN
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sooko_desk.ui import theme
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.kabar import Kabar
from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.koreksi import DialogKoreksi
from sooko_desk.ui.pencetak import Pencetak
from sooko_desk.ui.pengambilan.dialog import DialogBelumDiambil
from sooko_desk.ui.pengambilan.tempat import DialogTempat
from sooko_desk.ui.setelan import SetelanBerkas

K = Qt.Key
ENTER = K.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PANJANG = "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS WIDYAWATI PRAWIROS"
HARI = 24 * 60
JAPAN, GEMEKAN = "35.16.13.2009", "35.16.13.2001"
UKURAN = [(1040, 560), (1093, 614), (1366, 728)]


class Tangan:
    """Hands at the keyboard of one dialog. `tutup` proves that nothing is left behind."""

    def __init__(self, kantor, folder):
        if not QApplication.instance().styleSheet():
            theme.apply(QApplication.instance())
        self.kantor = kantor
        self.keluar = folder
        self.induk = QWidget()
        self.kabar = Kabar(self.induk)
        self.berubah = []
        self.kabar.berubah.connect(self.berubah.append)
        dunia = DuniaCetak(
            SetelanBerkas(folder / "setelan.ini"),
            pilih_berkas=lambda _judul, nama: self.keluar / nama,
            list_printer=lambda: (),
            cetak_pdf=lambda *_: None,
        )
        self.pencetak = Pencetak(kantor.meja, dunia, self.kabar)
        self.dialog = None

    def siap(self, layanan="KK", **ganti):
        """A case whose document waits on the shelf."""
        return self.kantor.sampai(self.kantor.terima(layanan, **ganti), "serahkan")

    def siap_tiga(self):
        """Three documents that wait 41, 31 and 0 days."""
        semua = [self.siap(nama="SITI AMINAH", desa=GEMEKAN, telepon="")]
        self.kantor.clock.maju(10 * HARI)
        semua.append(self.siap("KTP", nama="BUDI SANTOSO", desa=JAPAN, nik=NIK_LAIN))
        self.kantor.clock.maju(31 * HARI)
        semua.append(self.siap(nama="WAGIMAN", desa=JAPAN))
        return semua

    def list_nama(self):
        """Names in the list of the shelf, top to bottom."""
        return [b.ringkasan.pemohon.nama for b in self.dialog.daftar.tampak()]

    def simpanan(self, permohonan):
        return self.kantor.store.permohonan.get(permohonan.ringkasan.id)

    def tampilkan(self, dialog):
        self.dialog = dialog
        self.induk.show()
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    def buka_belum(self, petugas=None):
        petugas = petugas or self.kantor.operator
        return self.tampilkan(
            DialogBelumDiambil(self.kantor.meja, self.kabar, self.pencetak, petugas, self.induk)
        )

    def buka_tempat(self):
        """F2: the question where the chosen documents lie."""
        self.tekan(K.Key_F2)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DialogTempat)
        return dialog

    def buka_koreksi(self, permohonan, petugas=None):
        petugas = petugas or self.kantor.operator
        terbuka = self.kantor.meja.koreksi.buka(permohonan.ringkasan.id, petugas)
        return self.tampilkan(
            DialogKoreksi(self.kantor.meja, terbuka, self.kabar, petugas, self.induk)
        )

    def tutup(self):
        if self.dialog is not None and shiboken6.isValid(self.dialog):
            for _ in range(4):
                if self.dialog.isVisible():
                    self.dialog.reject()
        self.tunggu(lambda: self.pencetak.dialog is None)
        self.induk.close()
        self.induk.deleteLater()
        hapus()
        assert self.dialog is None or not shiboken6.isValid(self.dialog)

    def fokus(self):
        QApplication.processEvents()
        atas = QApplication.activeModalWidget() or self.dialog
        if not atas.isActiveWindow():
            atas.activateWindow()
            self.tunggu(atas.isActiveWindow)
        return QApplication.focusWidget() or atas

    def tekan(self, tombol, tambahan=Qt.KeyboardModifier.NoModifier, kali=1):
        for _ in range(kali):
            QTest.keyClick(self.fokus(), tombol, tambahan)

    def ketik(self, teks):
        QTest.keyClicks(self.fokus(), teks)

    def tunggu(self, syarat):
        for _ in range(1500):
            hapus()
            if syarat():
                return
            QTest.qWait(10)
        raise TimeoutError


def hapus():
    """Let Qt free what was told to go."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def list_kata(widget):
    return [w.text() for w in widget.findChildren(QLabel) + widget.findChildren(Tombol)]
