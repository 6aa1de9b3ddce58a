"""Second page: the lists on the left, the cases of one on the right, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from sooko_desk.domain.kiriman import Tanda
from sooko_desk.ui.kiriman.baris import (
    KOLOM_DAFTAR,
    KOLOM_KELUAR,
    BarisDaftar,
    kunci_daftar,
    kunci_keluar,
    susun_daftar,
)
from sooko_desk.ui.kiriman.daftar_centang import PETUNJUK, DaftarCentang
from sooko_desk.ui.kiriman.form_tanda import FormTanda
from sooko_desk.ui.kit.daftar_cari import TINGGI_BARIS
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tabel import RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sooko_desk.services.kiriman import BarisKeluar, PapanKiriman

LEBAR_KIRI = (370, 400)
"""Least and most px: the numbers of the lists stand in full on the smallest screen."""
TINGGI_KEPALA = 42
"""Two lines of words above a column."""
TINDAKAN = ("batal", Tanda.DITERIMA.value, Tanda.KARTU_KEMBALI.value, Tanda.DITOLAK.value, "luar")
"""What each digit does, from 0."""


class HalamanTerkirim(QWidget):
    """Shows what was sent and asks for what is to be stored; stores nothing.

    Signals:
        daftar_dipilih(int): another list is current, or the same one as read anew; 0 = all that
            is out, -1 = none.
        diminta(str): one of `TINDAKAN`, for `sasaran()`.
    """

    daftar_dipilih = Signal(int)
    diminta = Signal(str)

    def __init__(self, nama_desa: Mapping[str, str]) -> None:
        super().__init__()
        self._nama_desa = nama_desa
        self.model: RowTableModel[BarisDaftar] = RowTableModel(KOLOM_DAFTAR, kunci_daftar)
        self.kiriman: TabelData[BarisDaftar] = TabelData(self.model, "Daftar pengiriman")
        self.kiriman.verticalHeader().setDefaultSectionSize(TINGGI_BARIS)
        self.kiriman.set_kosong(
            "send", "Belum ada yang dikirim", "Daftar yang sudah dikirim tampil di sini."
        )
        self.isi: DaftarCentang[BarisKeluar] = DaftarCentang(
            KOLOM_KELUAR, kunci_keluar, self._sebut, "Permohonan yang dikirim", angka=True
        )
        self.isi.tabel.horizontalHeader().setMinimumHeight(TINGGI_KEPALA)
        self.isi.set_kosong("inbox", "Belum ada daftar yang dipilih", "Pilih daftar di kiri.")
        self.form = FormTanda()
        # Without pictures: all five stand in one line on the smallest screen.
        self.tombol = (
            tombol_teks("Batalkan", pintasan="0"),
            tombol_kedua("Diterima", pintasan="1"),
            tombol_kedua("Kartu kembali", pintasan="2"),
            tombol_kedua("Ditolak", pintasan="3"),
            tombol_kedua("Catat kabar", pintasan="4"),
        )
        self._kiri = Kartu("Daftar")
        self._kanan = Kartu("Permohonan")
        self._baris_tombol = QWidget()
        self._build_layout()
        self.kiriman.baris_dipilih.connect(self._on_kiriman_baris_dipilih)
        self.kiriman.dibuka.connect(self._on_kiriman_dibuka)
        self.kiriman.installEventFilter(self)
        self.isi.berubah.connect(self._tulis_kepala)
        self.isi.angka_ditekan.connect(self._on_isi_angka)
        for nomor, tombol in enumerate(self.tombol):
            tombol.setObjectName(TINDAKAN[nomor])
            tombol.clicked.connect(self._on_tombol_clicked)

    def set_papan(self, papan: PapanKiriman) -> None:
        """Show these lists; the chosen one stays chosen while it is among them."""
        self.model.set_rows(susun_daftar(papan))
        if self.kiriman.baris() is None and self.model.rowCount():
            self.kiriman.setCurrentIndex(self.model.index(0, 0))

    def set_isi(self, baris: Sequence[BarisKeluar]) -> None:
        """Show these cases on the right; ticks stay on those that are still here."""
        self.isi.set_baris(baris)

    def kiriman_id(self) -> int:
        """Id of the chosen list; 0 = all that is out, -1 = none."""
        kini = self.kiriman.baris()
        return -1 if kini is None else kini.id

    def pilih(self, kiriman_id: int) -> None:
        """Make that list current."""
        self.kiriman.pilih(kiriman_id)

    def sasaran(self) -> tuple[BarisKeluar, ...]:
        """The cases that an act is meant for, in the order of the list."""
        return self.isi.sasaran()

    def set_bertanya(self, *, terbuka: bool) -> None:
        """While the form is open the cases stand still; closed, the caret is back on them."""
        self._baris_tombol.setVisible(not terbuka)
        self.isi.setEnabled(not terbuka)
        self.kiriman.setEnabled(not terbuka)
        if not terbuka:
            self.form.hide()
            self.isi.fokus()

    def fokus_awal(self) -> None:
        """Put the caret on the lists."""
        self.kiriman.setFocus()

    def is_di_isi(self) -> bool:
        """Whether the caret is on the right-hand side."""
        fokus = QApplication.focusWidget()
        return fokus is not None and self._kanan.isAncestorOf(fokus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Right goes from the lists to the cases."""
        if (
            watched is self.kiriman
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Right
        ):
            self.isi.fokus()
            return True
        return super().eventFilter(watched, event)

    def _build_layout(self) -> None:
        self._kiri.setMinimumWidth(LEBAR_KIRI[0])
        self._kiri.setMaximumWidth(LEBAR_KIRI[1])
        self._kiri.isi.addWidget(self.kiriman, 1)
        self._kanan.add_kanan(build_label(PETUNJUK, Peran.REDUP))
        tombol = QHBoxLayout(self._baris_tombol)
        tombol.setContentsMargins(0, 0, 0, 0)
        tombol.setSpacing(THEME.gap_xs)
        for satu in (*self.tombol[1:], self.tombol[0]):
            tombol.addWidget(satu)
        tombol.addStretch(1)
        self._kanan.isi.addWidget(self.isi, 1)
        self._kanan.isi.addWidget(self._baris_tombol)
        self._kanan.isi.addWidget(self.form)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, THEME.gap_s, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self._kiri, 1)
        layout.addWidget(self._kanan, 2)

    def _sebut(self, b: BarisKeluar) -> str:
        r = b.ringkasan
        desa = self._nama_desa.get(r.pemohon.desa, "")
        nomor = (r.nomor_tanda_bukti, r.nomor_register, r.kode_pindai)
        return "\n".join((r.pemohon.nama, *nomor, desa))

    def _tulis_kepala(self) -> None:
        kini = self.kiriman.baris()
        self._kanan.set_judul("Permohonan" if kini is None else kini.nomor)
        banyak = len(self.isi.dicentang())
        self._kanan.set_subjudul(f"{banyak} dipilih" if banyak else "")

    def _on_kiriman_baris_dipilih(self, baris: BarisDaftar | None) -> None:
        self.daftar_dipilih.emit(-1 if baris is None else baris.id)

    def _on_kiriman_dibuka(self) -> None:
        self.isi.fokus()

    def _on_isi_angka(self, angka: int) -> None:
        if angka < len(TINDAKAN):
            self.diminta.emit(TINDAKAN[angka])

    def _on_tombol_clicked(self) -> None:
        self.diminta.emit(self.sender().objectName())
