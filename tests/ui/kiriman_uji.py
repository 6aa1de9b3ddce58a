"""The window of batches over a register of its own; used by test_ui_kiriman*.py and the flow."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.ui import theme
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.kabar import Kabar
from sooko_desk.ui.kiriman.dialog import DialogKiriman
from sooko_desk.ui.pencetak import Pencetak
from sooko_desk.ui.setelan import SetelanBerkas

K = Qt.Key
ENTER = K.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
PANJANG = "Raden Roro Siti Nurhalizah Kusumaningtyas Widyawati Prawiros"
NAMA = ("Ani", "Budi", "Cahyo", "Dewi", "Eko")


def hapus():
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def siapkan(kantor, banyak, nama=NAMA):
    """So many KTP cases that wait to be sent; their ids."""
    semua = [kantor.terima("KTP", nama=nama[n % len(nama)]) for n in range(banyak)]
    return tuple(kantor.sampai(p, "kirim").ringkasan.id for p in semua)


class LoketKiriman:
    """Hands at the window's keyboard. `tutup` proves that nothing is left behind."""

    def __init__(self, kantor, folder):
        if not QApplication.instance().styleSheet():
            theme.apply(QApplication.instance())
        self.kantor = kantor
        self.keluar = folder
        self.keluar_dipilih = True
        self.induk = QWidget()
        self.kabar = Kabar(self.induk)
        self.berubah = []
        self.kabar.berubah.connect(self.berubah.append)
        dunia = DuniaCetak(
            SetelanBerkas(folder / "setelan.ini"),
            pilih_berkas=lambda _judul, nama: self.keluar / nama if self.keluar_dipilih else None,
            list_printer=tuple,
        )
        self.pencetak = Pencetak(kantor.meja, dunia, self.kabar)
        self.dialog = None

    def kirim(self, nomor):
        """Send these cases beside the window; the id of the list."""
        perintah = PerintahKirim(f"k{nomor}", tuple(nomor), {"cara_pengiriman": "siak"})
        return self.kantor.meja.kiriman.kirim(perintah, self.kantor.operator).id

    def buka(self, petugas=None):
        self.induk.show()
        self.dialog = DialogKiriman(
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

    # -- what the officer sees

    @property
    def kata(self):
        """The banner; "" = hidden."""
        spanduk = self.dialog.spanduk
        return spanduk.teks if spanduk.isVisible() else ""

    @property
    def siap(self):
        """Names on the first page, top to bottom."""
        model = self.dialog.siap.daftar.model
        return [model.row(n).pemohon.nama for n in range(model.rowCount())]

    @property
    def keluar_nama(self):
        """Names on the right of the second page, top to bottom."""
        model = self.dialog.terkirim.isi.model
        return [model.row(n).ringkasan.pemohon.nama for n in range(model.rowCount())]

    @property
    def kolom(self):
        """How many cases are out of each list on the left, by its number."""
        model = self.dialog.terkirim.model
        baris = (model.row(n) for n in range(model.rowCount()))
        return {b.nomor: b.di_luar for b in baris}

    @property
    def keadaan(self):
        """The chips on the right, top to bottom."""
        model = self.dialog.terkirim.isi.model
        return [model.data(model.index(n, 3)) for n in range(model.rowCount())]

    @property
    def centang_siap(self):
        return [r.pemohon.nama for r in self.dialog.siap.daftar.dicentang()]

    @property
    def centang_keluar(self):
        return [b.ringkasan.pemohon.nama for b in self.dialog.terkirim.isi.dicentang()]

    def posisi(self, nomor):
        return [self.kantor.store.permohonan.get(n).ringkasan.posisi for n in nomor]
