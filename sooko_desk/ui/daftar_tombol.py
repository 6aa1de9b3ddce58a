"""F1: the keys of the program on one card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.theme import THEME

TOMBOL: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Di mana saja",
        (
            ("Ctrl+1 … Ctrl+5", "Pindah tab"),
            ("F3", "Cari permohonan"),
            ("Ctrl+B", "Berkas asli yang masih di kantor"),
            ("F7", "Riwayat cetak"),
            ("F10", "Pengaturan: syarat, jam kantor, hari libur"),
            ("F11", "Baca dan cetak lembar SOP"),
            ("F12", "Ganti petugas"),
            ("F1", "Daftar tombol ini"),
        ),
    ),
    (
        "Penerimaan",
        (
            ("Alt+1, Alt+2", "Pilih layanan KK atau KTP"),
            ("Enter", "Isian berikutnya"),
            ("F9", "Berkas wajib ada, lalu ke daftar berkas"),
            ("Spasi, A, F, +", "Ada, asli, fotokopi, jumlah"),
            ("Ctrl+A, F2", "Centang semua yang wajib, catatan berkas"),
            ("Ctrl+J", "Buka permohonan yang ditemukan"),
            ("F4, F6", "Layanan lain, titipan desa"),
            ("F5, Shift+F5", "Parkir isian, ambil lagi"),
            ("Ctrl+Enter", "Simpan dan beri tanda bukti"),
            ("Ctrl+Shift+Del", "Kosongkan isian"),
            ("F8", "Tanda bukti terakhir"),
        ),
    ),
    (
        "Kelengkapan, Entri Data, Pencetakan",
        (
            ("Panah, Enter", "Pilih permohonan, kerjakan"),
            ("L, T + angka", "Tandai lengkap, tidak lengkap (Kasi)"),
            ("N, P, U", "Berikutnya, sebelumnya, tarik tanda"),
            ("C, Spasi 2×", "Data cocok atau tidak, berkas diganti"),
            ("Ctrl+J", "Permohonan lain dari keluarga ini"),
            ("Ctrl+Enter", "Catat langkah, tanda tangani semua tanda (Kasi)"),
            ("Ctrl+Z", "Batalkan keputusan terakhir"),
            ("Esc", "Kembali ke antrean"),
            ("F8", "Tanda bukti permohonan ini"),
        ),
    ),
    (
        "Register dan jendela cetak",
        (
            ("F9", "Halaman register: pratinjau dan cetak"),
            ("Ctrl+S", "Simpan register sebagai XLSX"),
            ("Esc", "Kosongkan pencarian"),
            ("Ctrl+P, Ctrl+S", "Di jendela cetak: cetak, simpan PDF"),
        ),
    ),
)


class DaftarTombol(QDialog):
    """The list of keys; Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Daftar tombol")
        # Two columns of their own: cards of unequal length must not make each other longer.
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_m)
        for sisi in (TOMBOL[0::2], TOMBOL[1::2]):
            kolom = QVBoxLayout()
            kolom.setSpacing(THEME.gap_m)
            for judul, baris in sisi:
                kolom.addWidget(_kartu(judul, baris))
            badan.addLayout(kolom)
        tutup = tombol_kedua("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(badan)
        layout.addWidget(tutup, 0, Qt.AlignmentFlag.AlignRight)


def _kartu(judul: str, baris: tuple[tuple[str, str], ...]) -> Kartu:
    kartu = Kartu(judul)
    isi = QGridLayout()
    isi.setHorizontalSpacing(THEME.gap_l)
    isi.setVerticalSpacing(THEME.gap_xs)
    for nomor, (tombol, arti) in enumerate(baris):
        isi.addWidget(build_label(tombol, Peran.TEBAL), nomor, 0)
        isi.addWidget(build_label(arti), nomor, 1)
    isi.setColumnStretch(1, 1)
    kartu.isi.addLayout(isi)
    kartu.isi.addStretch(1)
    return kartu
