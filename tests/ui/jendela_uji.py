"""Hands at the keyboard of one window over a register of its own, and a look at what is cut in it.

The files test_ui_asli*.py, test_ui_pengambilan*.py, test_ui_koreksi.py and test_ui_kiriman*.py
have hands of their own kind that are built on these.
"""

from __future__ import annotations

import threading

import shiboken6
from builders import PIN_KASI
from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

from sooko_desk.ui import theme
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.kabar import Kabar
from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pencetak import Pencetak
from sooko_desk.ui.setelan import SetelanBerkas

K = Qt.Key
ENTER = K.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TANPA = Qt.KeyboardModifier.NoModifier
PANJANG = "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS WIDYAWATI PRAWIROS"
HARI = 24 * 60
UKURAN = [(1040, 560), (1093, 614), (1366, 728)]
CETAK_PALING_LAMA_S = 15
TEPI_KEPALA = QMargins(9, 0, 9, 0)
"""Px around the words above a column."""
TERBANYAK_TUTUP = 4
"""A window that asks before it closes takes several presses."""


class TanganJendela:
    """Hands at the keyboard of one window. `tutup` proves that nothing is left behind.

    Attributes:
        keluar: where papers are saved; keluar_dipilih: False = the officer gives up choosing.
        printer: what `list_printer` answers; sampai: cleared = the printer takes its time.
        berubah: ids that the window told `Kabar` of.
    """

    def __init__(self, kantor, folder):
        if not QApplication.instance().styleSheet():
            theme.apply(QApplication.instance())
        self.kantor = kantor
        self.keluar = folder
        self.keluar_dipilih = True
        self.printer = ()
        self.sampai = threading.Event()
        self.sampai.set()
        self.induk = QWidget()
        self.kabar = Kabar(self.induk)
        self.berubah = []
        self.kabar.berubah.connect(self.berubah.append)
        dunia = DuniaCetak(
            SetelanBerkas(folder / "setelan.ini"),
            pilih_berkas=lambda _judul, nama: self.keluar / nama if self.keluar_dipilih else None,
            list_printer=lambda: self.printer,
            cetak_pdf=lambda _pdf, _tugas: self.sampai.wait(CETAK_PALING_LAMA_S),
        )
        self.pencetak = Pencetak(kantor.meja, dunia, self.kabar)
        self.dialog = None

    def tampilkan(self, dialog):
        """Show a window whose parent is `induk`."""
        self.dialog = dialog
        self.induk.show()
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    def buka_jendela(self, jenis, petugas=None):
        """Show one of the windows that are made as `JendelaLain` makes them."""
        petugas = petugas or self.kantor.operator
        return self.tampilkan(
            jenis(self.kantor.meja, self.kabar, self.pencetak, petugas, self.induk)
        )

    def tutup(self):
        self.sampai.set()
        for _ in range(TERBANYAK_TUTUP):
            if self.dialog is not None and shiboken6.isValid(self.dialog):
                self.dialog.reject()
        self.tunggu(lambda: self.pencetak.dialog is None)
        self.induk.close()
        self.induk.deleteLater()
        hapus()
        assert self.dialog is None or not shiboken6.isValid(self.dialog)

    def fokus(self):
        """What gets the next key."""
        QApplication.processEvents()
        atas = QApplication.activeModalWidget() or self.dialog
        if not atas.isActiveWindow():
            atas.activateWindow()
            self.tunggu(atas.isActiveWindow)  # a hidden child's focus already counts for QTest
        return QApplication.focusWidget() or atas

    def tekan(self, tombol, tambahan=TANPA, kali=1):
        for _ in range(kali):
            QTest.keyClick(self.fokus(), tombol, tambahan)

    def ketik(self, teks):
        QTest.keyClicks(self.fokus(), teks)

    def izinkan(self):
        """Type the PIN of the Kasi, if it is asked for, and see that the question goes."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MintaPin):
            self.ketik(PIN_KASI)
            self.tekan(ENTER)
            self.tunggu(lambda: not shiboken6.isValid(dialog))

    def tunggu(self, syarat):
        for _ in range(1500):
            hapus()
            if syarat():
                return
            QTest.qWait(10)
        raise TimeoutError

    def simpanan(self, permohonan):
        """The case as it is stored now."""
        return self.kantor.store.permohonan.get(permohonan.ringkasan.id)


def hapus():
    """Let Qt free what was told to go."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def list_kata(widget):
    """Every word in labels and buttons."""
    return [w.text() for w in widget.findChildren(QLabel) + widget.findChildren(Tombol)]


def _list_kepala_terpotong(kepala):
    for nomor in range(kepala.count()):
        kata = kepala.model().headerData(nomor, Qt.Orientation.Horizontal)
        perlu = kepala.fontMetrics().size(0, kata).grownBy(TEPI_KEPALA)
        if perlu.width() > kepala.sectionSize(nomor) or perlu.height() > kepala.height():
            yield kata


def list_terpotong(dialog):
    """Words that do not fit their widget, and widgets that stick out of the window."""
    terpotong = []
    for tabel in filter(QWidget.isVisible, dialog.findChildren(QTableView)):
        kepala = tabel.horizontalHeader()
        if kepala.length() > tabel.viewport().width():
            terpotong.append(f"columns: {tabel.accessibleName()}")
        terpotong += [f"head: {kata}" for kata in _list_kepala_terpotong(kepala)]
    for widget in dialog.findChildren(QLabel) + dialog.findChildren(Tombol):
        if not widget.isVisible() or not widget.text():
            continue
        sudut = widget.mapTo(dialog, QPoint(widget.width(), widget.height()))
        if sudut.x() > dialog.width() or sudut.y() > dialog.height():
            terpotong.append(f"outside: {widget.text()}")
        elif isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height():
                terpotong.append(f"lines: {widget.text()}")
        elif widget.sizeHint().width() > widget.width() + 1:
            terpotong.append(f"words: {widget.text()}")
    return terpotong
