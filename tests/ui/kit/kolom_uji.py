"""Columns of a small family for the tests of `IsianTabel`, and hands that type into it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.domain.sop import Isian, JenisIsian, Pilihan
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel
from sooko_desk.ui.kit.isian_tabel import IsianTabel

AGAMA = ("Islam", "Kristen", "Katholik", "Hindu", "Buddha", "Khonghucu")
KAWIN = ("Belum kawin", "Kawin tercatat", "Kawin belum tercatat", "Cerai mati")
DARAH = ("A", "B", "AB", "O", "A+", "A-", "Tidak tahu")


def pilihan(nama):
    return tuple(Pilihan(str(n), satu) for n, satu in enumerate(nama, start=1))


NAMA = Isian("nama", "Nama lengkap", JenisIsian.NAMA, wajib=True, bantuan="Tanpa gelar")
NIK = Isian("nik", "NIK", JenisIsian.NIK, wajib=True)
LAHIR = Isian("lahir", "Tanggal lahir", JenisIsian.TANGGAL)
AGAMA_ = Isian("agama", "Agama", JenisIsian.PILIHAN, pilihan=pilihan(AGAMA))
ALAMAT = Isian("alamat", "Alamat", JenisIsian.TEKS)
UMUR = Isian("umur", "Umur", JenisIsian.ANGKA, panjang=3)
HP = Isian("hp", "Nomor HP", JenisIsian.TELEPON)
KOLOM = (NAMA, NIK, LAHIR, AGAMA_, ALAMAT, UMUR, HP)

NIK_1, NIK_2 = "3516135708459001", "3516131708459002"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def ketik(*teks):
    """Type each text where the caret is; Enter after each."""
    for satu in teks:
        for huruf in satu:
            QTest.keyClick(QApplication.focusWidget(), huruf)
        tekan(Key.Key_Return)


def huruf(teks):
    """Type without Enter."""
    for satu in teks:
        QTest.keyClick(QApplication.focusWidget(), satu)


def tekan(key, tambahan=Qt.KeyboardModifier.NoModifier, kali=1):
    for _ in range(kali):
        QTest.keyClick(QApplication.focusWidget(), key, tambahan)


def salin(teks):
    QGuiApplication.clipboard().setText(teks)


def papan_klip():
    return QGuiApplication.clipboard().text()


DUA = format_tabel(
    [
        {"nama": "SITI AMINAH", "nik": NIK_1, "lahir": "1945-08-17", "agama": "1"},
        {"nama": "BUDI", "nik": NIK_2, "agama": "3", "alamat": "Jl. Raya 1"},
    ]
)


def isi(tabel):
    return list(parse_tabel(tabel.nilai()))


def tempat(tabel):
    return tabel.currentIndex().row(), tabel.currentIndex().column()


def tampak(tabel, baris, kolom, role=Qt.ItemDataRole.DisplayRole):
    return tabel.model().index(baris, kolom).data(role)


def build_meja(shown):
    """Show a table between two fields; the caret is in its first cell."""

    def show(nilai="", kolom=KOLOM, paling_banyak=20, lebar=900):
        window = QWidget()
        layout = QVBoxLayout(window)
        tabel = IsianTabel(kolom, paling_banyak)
        tabel.set_nilai(nilai)
        window.sebelum, window.sesudah = QLineEdit(), QLineEdit()
        for satu in (window.sebelum, tabel, window.sesudah):
            layout.addWidget(satu)
        window.resize(lebar, 400)
        shown(window)
        tabel.setFocus()
        tabel.ujung = window
        return tabel

    return show
