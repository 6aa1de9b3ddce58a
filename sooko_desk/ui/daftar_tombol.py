"""F1: the keys of the program on one card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.theme import THEME

TINGGI = 540
"""Px that fit the smallest screen; what does not fit scrolls."""

SISA_LAYAR = 80
"""Px for the window's frame and the button below."""

TOMBOL: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Di mana saja",
        (
            ("Ctrl+1 … Ctrl+5", "Pindah tab"),
            ("F3", "Cari permohonan"),
            ("Ctrl+B", "Berkas asli yang masih di kantor"),
            ("Ctrl+U", "Belum diambil: rak, tempat berkas"),
            ("Ctrl+K", "Daftar pengiriman ke Dispendukcapil"),
            ("Ctrl+G", "SIAK gangguan: mulai, selesai"),
            ("Ctrl+N", "Blangko listrik padam, entri susulan"),
            ("Ctrl+T", "Tutup buku harian, halaman hari yang lalu"),
            ("Ctrl+Shift+B", "Buku register tahun baru (Kasi)"),
            ("Ctrl+Shift+M", "Laporan bulanan untuk Camat"),
            ("Ctrl+M", "Lembar kepatuhan SOP sebulan"),
            ("Ctrl+I", "Pemeriksaan dan cadangan"),
            ("Ctrl+I, lalu F7", "Latihan pemulihan"),
            ("F7", "Riwayat cetak"),
            ("F10", "Pengaturan: syarat, jam, kantor, petugas"),
            ("F11", "Baca dan cetak lembar SOP"),
            ("F12", "Ganti petugas"),
            ("Ctrl+Spasi", "Tutup layar dari pengunjung, buka lagi"),
            ("Ctrl+Shift+L", "Kunci layar; juga di jendela mana pun"),
            ("Ctrl+Shift+K", "Catatan kantor (Kasi)"),
            ("Ctrl+D di Catatan kantor", "Data hilang atau bocor (Kasi)"),
            ("Ctrl+Shift+G", "Ganti PIN saya"),
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
            ("Ctrl+Shift+Enter", "Kembalikan, tolak: alasan ditanya"),
            ("F4", "Pendamping SIAK (Entri Data)"),
            ("F5", "Data permohonan di samping tabel"),
            ("F6", "Pindaian di samping langkah"),
            ("Ctrl+R", "Catat kabar SIAK atau Dispendukcapil"),
            ("Ctrl+Enter", "Catat langkah, tanda tangani semua tanda (Kasi)"),
            ("Ctrl+Z", "Batalkan keputusan terakhir (Kasi)"),
            ("Esc", "Kembali ke antrean"),
            ("F8", "Tanda bukti permohonan ini"),
        ),
    ),
    (
        "Permohonan yang terbuka, juga di Register",
        (
            ("Ctrl+L", "Pindaian berkas"),
            ("Ctrl+Shift+R", "Putar pindaian yang tampil"),
            ("Ctrl+E", "Betulkan data"),
            ("Ctrl+F", "Formulir F-1.01, F-1.02, F-1.06"),
            ("Ctrl+H", "Cetak riwayat permohonan"),
            ("Ctrl+W", "Waktu langkah tidak akurat (Kasi)"),
            ("Ctrl+Shift+N", "Tampilkan NIK dan nomor KK 20 detik"),
            ("Ctrl+Shift+D", "Batasi data pribadi, cabut batasnya (Kasi)"),
        ),
    ),
    (
        "Tabel isian",
        (
            ("Enter, Tab", "Sel berikutnya, baris baru di akhir"),
            ("Ctrl+D", "Sama dengan sel di atasnya"),
            ("Ctrl+Ins, Ctrl+Del", "Sisip baris, hapus baris"),
            ("Ctrl+C, Ctrl+V", "Salin dan tempel, juga dari Excel"),
            ("Ctrl+Z, Ctrl+Y", "Urungkan, ulangi"),
        ),
    ),
    (
        "Register dan jendela cetak",
        (
            ("F9", "Cetak buku register: pilih halaman"),
            ("Ctrl+S", "Simpan register sebagai XLSX"),
            ("Enter", "Kerjakan permohonan yang dipilih"),
            ("Esc", "Kosongkan pencarian"),
            ("Ctrl+P, Ctrl+S", "Di jendela cetak: cetak, simpan PDF"),
            ("Ctrl+PgUp, Ctrl+PgDn, F5", "Halaman lain, muat ulang printer"),
            ("Shift + tombolnya", "Buka jendela cetak walau cetak langsung"),
            ("Alt+Y, Alt+U", "Cetak langsung: sudah keluar, belum"),
            ("Ctrl+Shift+P", "Cetak langsung: buka jendela cetaknya"),
            ("Enter, Ctrl+F", "Di riwayat cetak: ulangi, saring"),
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
        halaman = QWidget()
        badan = QHBoxLayout(halaman)
        badan.setContentsMargins(0, 0, THEME.gap_s, 0)
        badan.setSpacing(THEME.gap_m)
        for sisi in (TOMBOL[0::2], TOMBOL[1::2]):
            kolom = QVBoxLayout()
            kolom.setSpacing(THEME.gap_m)
            for judul, baris in sisi:
                kolom.addWidget(_kartu(judul, baris))
            kolom.addStretch(1)
            badan.addLayout(kolom)
        gulir = QScrollArea()
        gulir.setWidget(halaman)
        gulir.setWidgetResizable(True)
        gulir.setFrameShape(QFrame.Shape.NoFrame)
        gulir.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        isi = halaman.sizeHint()
        gulir.setMinimumWidth(isi.width() + gulir.verticalScrollBar().sizeHint().width())
        gulir.setAccessibleName("Daftar tombol")
        tutup = tombol_kedua("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(gulir, 1)
        layout.addWidget(tutup, 0, Qt.AlignmentFlag.AlignRight)
        terbuka = self.screen().availableSize().height() - SISA_LAYAR
        self.resize(self.sizeHint().width(), max(TINGGI, min(isi.height() + SISA_LAYAR, terbuka)))
        gulir.setFocus()  # the arrows scroll


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
