"""The settings window over a real register, and hands at its keyboard, for its tests."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sooko_desk.ui import theme
from sooko_desk.ui.pengaturan.dialog import DialogPengaturan
from sooko_desk.ui.pengaturan.tab_syarat import TabSyarat

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TANPA = Qt.KeyboardModifier.NoModifier
ENTER = K.Key_Return
HILANG = "I.C.1"


class MejaSyarat:
    """The settings window over a real register, and hands at its keyboard."""

    def __init__(self, kantor) -> None:
        if not QApplication.instance().styleSheet():
            theme.apply(QApplication.instance())
        self.kantor = kantor
        self.service = kantor.meja.syarat
        self.induk = QWidget()

    def buka(self, petugas) -> MejaSyarat:
        self.tab = TabSyarat(self.kantor.meja.rak, self.service)
        self.panel, self.isian = self.tab.panel, self.tab.panel.isian
        self.dialog = DialogPengaturan([("Daftar syarat", self.tab)], petugas, self.induk)
        self.dialog.open()
        QTest.qWaitForWindowActive(self.dialog)
        return self

    def tutup(self) -> None:
        self.induk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not shiboken6.isValid(self.tab)

    def fokus(self):
        QApplication.processEvents()
        return QApplication.focusWidget()

    def tekan(self, tombol, tambahan=TANPA, kali=1) -> None:
        for _ in range(kali):
            QTest.keyClick(self.fokus(), tombol, tambahan)

    def ketik(self, teks) -> None:
        QTest.keyClicks(self.fokus(), teks)

    def ganti(self, teks) -> None:
        """Other words in the field that has the caret."""
        self.tekan(K.Key_A, CTRL)
        self.tekan(K.Key_Delete)
        self.ketik(teks)

    def ke(self, bidang) -> None:
        """Go on with Tab until that field has the caret."""
        for _ in range(20):
            if self.isian.bidang[bidang].isAncestorOf(self.fokus()):
                return
            self.tekan(K.Key_Tab)
        raise LookupError(bidang)

    def alasan(self, kode) -> None:
        """Go down the reasons from the first and into the papers of this one."""
        self.tab.alasan.setFocus()
        self.tekan(K.Key_Home)
        while self.tab.alasan.baris().jenis.kode != kode:
            self.tekan(K.Key_Down)
        self.tekan(ENTER)

    def baris(self, nomor) -> None:
        """Go to a paper by its number from 1."""
        self.tekan(K.Key_Home)
        self.tekan(K.Key_Down, kali=nomor - 1)

    def simpan(self) -> None:
        self.tekan(ENTER, CTRL)

    @property
    def sop(self):
        return self.kantor.meja.rak.list_bawaan()[0]

    def berlaku(self, kode=HILANG):
        return self.service.list_syarat(self.sop, kode)

    def nama(self, kode=HILANG):
        return [s.nama for s in self.berlaku(kode)]

    def tampak(self):
        """The papers as the list shows them."""
        return [b.nama for b in self.panel.daftar.berkas()]

    def kata(self):
        """Every line of words on the card of the list."""
        return [label.text() for label in self.panel.kartu.findChildren(QLabel)]

    def tanda(self):
        """Mark of each reason."""
        model = self.tab.model
        return {b.jenis.kode: b.keadaan for n in range(model.rowCount()) if (b := model.row(n))}
