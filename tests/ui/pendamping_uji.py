"""Hands at the SIAK companion, used by test_ui_pendamping*.py and test_ui_papan_klip.py."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.tabel_isian import format_tabel
from sooko_desk.ui import theme
from sooko_desk.ui.pendamping.pendamping import Pendamping
from sooko_desk.ui.setelan import SetelanBerkas

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
KIRI = Qt.MouseButton.LeftButton
NAMA_ISTRI = "SITI AMINAH"
NIK_KEPALA, NIK_ISTRI = "3516131708459001", "3516135708459001"
NILAI = {
    "nama_kepala_keluarga": "SUTRISNO",
    "nik_kepala_keluarga": NIK_KEPALA,
    "alamat": "Jl. Contoh No. 1",
    "rt": "1",
    "rw": "2",
}
ANGGOTA = (
    {"nama_lengkap": "SUTRISNO", "nik": NIK_KEPALA, "shdk": "1", "tanggal_lahir": "1945-08-17"},
    {"nama_lengkap": NAMA_ISTRI, "nik": NIK_ISTRI, "shdk": "3"},
)
SEMUA = 5 + 4 + 3
"""Values of `NILAI` and `ANGGOTA` together."""


class TombolPalsu:
    """A key that works everywhere; `dipakai` names those that another program has."""

    tersedia = True

    def __init__(self):
        self.dipakai = set()
        self.terpasang = ""
        self.tekan = None

    def pasang(self, kunci, ditekan):
        self.lepas()
        if kunci.nama in self.dipakai:
            return False
        self.terpasang, self.tekan = kunci.nama, ditekan
        return True

    def lepas(self):
        self.terpasang, self.tekan = "", None


class PapanMacet(QObject):
    """A clipboard that another program holds open: so many times it cannot be emptied."""

    dataChanged = Signal()  # noqa: N815

    def __init__(self, macet):
        super().__init__()
        self.macet = macet
        self.isi = ""
        self.milik_program = False

    def setMimeData(self, data):  # noqa: N802
        self.isi = data.text()
        self.dataChanged.emit()

    def text(self, _mode):
        return self.isi

    def clear(self, _mode):
        self.macet -= 1
        if self.macet < 0:
            self.isi = ""
            self.dataChanged.emit()

    def supportsSelection(self):  # noqa: N802
        return False

    def ownsClipboard(self):  # noqa: N802
        return self.milik_program

    def ownsSelection(self):  # noqa: N802
        return False


class Loket:
    """Hands at the strip."""

    def __init__(self, kantor, folder):
        if not QApplication.instance().styleSheet():
            theme.apply(QApplication.instance())
        self.kantor = kantor
        self.setelan = SetelanBerkas(folder / "setelan.ini")
        self.tombol = TombolPalsu()
        self.service = kantor.meja.pendamping
        self.pendamping = Pendamping(self.service, self.setelan, kantor.clock, self.tombol)
        self.selesai = []
        self.pendamping.selesai.connect(lambda kasus, teks: self.selesai.append((kasus, teks)))
        self.permohonan = kantor.sampai(kantor.terima(), "entri")
        self.langkah = kantor.sop().get_langkah("entri")
        self.nilai = NILAI | {"anggota": format_tabel(ANGGOTA)}

    @property
    def jendela(self):
        return self.pendamping.jendela

    @property
    def lembar(self):
        return self.jendela.lembar

    @property
    def label(self):
        """Label and state of the value in hand."""
        kini = self.lembar.kini
        return kini.label.teks, kini.keadaan.teks

    def buka(self, **ganti):
        nilai = self.nilai | ganti
        assert self.pendamping.buka(self.langkah, self.permohonan, nilai) == ""
        return self.jendela

    def buka_berfokus(self):
        self.buka()
        self.buka()
        assert QTest.qWaitForWindowActive(self.jendela)
        return self.jendela

    def tekan(self, *tombol, tambahan=Qt.KeyboardModifier.NoModifier):
        for satu in tombol:
            QApplication.processEvents()
            QTest.keyClick(QApplication.focusWidget() or self.jendela, satu, tambahan)

    def klik(self, widget):
        QTest.mouseClick(widget, KIRI)

    def klik_butir(self, n):
        daftar = self.lembar.daftar
        tempat = daftar.model_salin.index_butir(n)
        daftar.scrollTo(tempat)
        QTest.mouseClick(
            daftar.viewport(), KIRI, Qt.KeyboardModifier(0), daftar.visualRect(tempat).center()
        )

    def habiskan(self):
        while self.jendela.urutan.find_berikut() is not None:
            self.jendela.salin()


def klip():
    return QGuiApplication.clipboard().text()


def isi_klip():
    """Everything that lies on the clipboard, in every form, and on the primary selection."""
    papan = QGuiApplication.clipboard()
    tempat = [QClipboard.Mode.Clipboard]
    if papan.supportsSelection():
        tempat.append(QClipboard.Mode.Selection)
    semua = b""
    for satu in tempat:
        data = papan.mimeData(satu)
        if data is not None:
            semua += b"".join(bytes(data.data(f).data()) for f in data.formats())
    return semua.decode("utf-8", "replace")


def hapus():
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
