"""The window of originals over a register of its own; used by the files test_ui_asli*.py."""

from __future__ import annotations

import threading
from dataclasses import replace

import shiboken6
from builders import list_tanda
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sooko_desk.domain.permohonan import Bentuk
from sooko_desk.ui import theme
from sooko_desk.ui.asli.dialog import DialogAsli
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.kabar import Kabar
from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.pencetak import Pencetak
from sooko_desk.ui.setelan import SetelanBerkas

K = Qt.Key
ENTER = K.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
PANJANG = "Raden Roro Siti Nurhalizah Kusumaningtyas Widyawati Prawiros"
HARI = 24 * 60
PERINGATAN_CETAK_MS = 15_000


class LoketAsli:
    """Hands at the window's keyboard. `tutup` proves that nothing is left behind."""

    def __init__(self, kantor, folder):
        if not QApplication.instance().styleSheet():
            theme.apply(QApplication.instance())
        self.kantor = kantor
        self.keluar = folder
        self.sampai = threading.Event()
        self.sampai.set()
        self.printer = ()
        self.induk = QWidget()
        self.kabar = Kabar(self.induk)
        self.berubah = []
        self.kabar.berubah.connect(self.berubah.append)
        dunia = DuniaCetak(
            SetelanBerkas(folder / "setelan.ini"),
            pilih_berkas=lambda _judul, nama: self.keluar / nama,
            list_printer=lambda: self.printer,
            cetak_pdf=lambda _pdf, _tugas: self.sampai.wait(PERINGATAN_CETAK_MS / 1000),
        )
        self.pencetak = Pencetak(kantor.meja, dunia, self.kabar)
        self.dialog = None

    def terima(self, nama, asli=2, **ganti):
        """A case that came with so many originals."""
        sop = self.kantor.sop()
        tanda = list_tanda(sop, "I.A.1")
        berkas = tuple(
            replace(t, bentuk=Bentuk.ASLI if n < asli else Bentuk.FOTOKOPI)
            for n, t in enumerate(tanda)
        )
        return self.kantor.terima(nama=nama, berkas=berkas, **ganti)

    def buka(self, petugas=None):
        self.induk.show()
        self.dialog = DialogAsli(
            self.kantor.meja,
            self.kabar,
            self.pencetak,
            petugas or self.kantor.operator,
            self.induk,
        )
        self.dialog.open()
        assert QTest.qWaitForWindowActive(self.dialog)
        return self.dialog

    def tutup(self):
        self.sampai.set()
        if self.dialog is not None and shiboken6.isValid(self.dialog):
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
            self.tunggu(atas.isActiveWindow)  # a hidden child's focus already counts for QTest
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

    # -- what the officer sees

    @property
    def nama(self):
        """Names in the table, top to bottom."""
        model = self.dialog.daftar.model
        return [model.row(n).ringkasan.pemohon.nama for n in range(model.rowCount())]

    @property
    def centang(self):
        """Numbers of the ticked papers."""
        baris = self.dialog.panel.ceklis.findChildren(QWidget, "", CHILDREN)
        kotak = [b for b in baris if hasattr(b, "isChecked")]
        return [n for n, satu in enumerate(kotak, 1) if satu.isChecked()]

    @property
    def terbuka(self):
        """Name on the right-hand side; "" = nothing chosen."""
        panel = self.dialog.panel
        return panel.nama.text() if panel.permohonan is not None else ""

    def pilih(self, nama):
        """Type the name and Enter: the caret stands on the papers."""
        self.dialog.daftar.cari.setFocus()
        self.tekan(K.Key_A, CTRL)
        self.ketik(nama)
        self.tekan(ENTER)

    def kembalikan(self):
        self.tekan(ENTER, CTRL)

    def simpanan(self, permohonan):
        return self.kantor.store.permohonan.get(permohonan.ringkasan.id)

    def gerak_asli(self, permohonan):
        """(outcome, receiver) of the custody events of a case."""
        return [
            (p.hasil, p.rincian.get("Diterima oleh", ""))
            for p in self.simpanan(permohonan).riwayat
            if p.langkah == "asli"
        ]


CHILDREN = Qt.FindChildOption.FindChildrenRecursively


def hapus():
    """Let Qt free what was told to go."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def list_kata(dialog):
    return [w.text() for w in dialog.findChildren(QLabel) + dialog.findChildren(Tombol)]
