"""The filter above the print log: words, kind of document, outcome, officer, day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from sooko_desk.data.perintah import SaringCetakan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import parse_tanggal
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.data.perintah import BarisCetakan

HASIL = {
    "tercetak": "Tercetak",
    "tersimpan": "Tersimpan",
    "belum_pasti": "Belum pasti",
    "gagal": "Gagal",
}
JEDA_MS = 150
TEKS_TERPANJANG = 200


def sebut_dokumen(dokumen: str) -> str:
    """A kind of document in words, e.g. "Tanda bukti"."""
    return dokumen.replace("_", " ").capitalize()


class SaringanCetak(QWidget):
    """One line of fields.

    Signals:
        diubah(): other lines are wanted.
    """

    diubah = Signal()

    def __init__(self, baris: Iterable[BarisCetakan]) -> None:
        """Offer what occurs in these lines."""
        super().__init__()
        semua = tuple(baris)
        dokumen = sorted({b.dokumen for b in semua})
        petugas = sorted({b.petugas for b in semua})
        self.teks = QLineEdit()
        self.teks.setMaxLength(TEKS_TERPANJANG)
        self.teks.setPlaceholderText("Cari nomor atau nama dokumen")
        self.teks.setAccessibleName("Cari di riwayat cetak")
        self.teks.setClearButtonEnabled(True)
        self.dokumen = _combo("Dokumen", "Semua dokumen", {d: sebut_dokumen(d) for d in dokumen})
        self.hasil = _combo("Hasil", "Semua hasil", HASIL)
        self.petugas = _combo("Petugas", "Semua petugas", {p: p for p in petugas})
        self.hari = IsianTanggal()
        self.hari.setAccessibleName("Hari")
        self.hari.setPlaceholderText("Hari: hh/bb/tttt")
        self.hari.setFixedWidth(140)
        self._pewaktu = QTimer(self)
        self._pewaktu.setSingleShot(True)
        self._pewaktu.setInterval(JEDA_MS)
        self._pewaktu.timeout.connect(self.diubah)
        for isian in (self.teks, self.hari):
            isian.textChanged.connect(self._on_isian_text_changed)
        for combo in (self.dokumen, self.hasil, self.petugas):
            combo.currentIndexChanged.connect(self._on_combo_index_changed)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(THEME.gap_s)
        tata.addWidget(self.teks, 1)
        for widget in (self.dokumen, self.hasil, self.petugas, self.hari):
            tata.addWidget(widget)

    def saring(self) -> SaringCetakan:
        """What is wanted; a day that is none yet is not looked at."""
        try:
            hari = parse_tanggal(self.hari.text())
        except UserError:
            hari = None
        return SaringCetakan(
            str(self.dokumen.currentData()),
            str(self.hasil.currentData()),
            str(self.petugas.currentData()),
            hari,
            hari,
            " ".join(self.teks.text().split()),
        )

    def kosongkan(self) -> bool:
        """Want everything again; False = nothing was narrowed down."""
        if self.saring() == SaringCetakan():
            return False
        for combo in (self.dokumen, self.hasil, self.petugas):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        self.teks.clear()
        self.hari.clear()
        self.diubah.emit()
        return True

    def _on_isian_text_changed(self, _teks: str) -> None:
        self._pewaktu.start()

    def _on_combo_index_changed(self, _nomor: int) -> None:
        self.diubah.emit()


def _combo(nama: str, semua: str, isi: dict[str, str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(nama)
    combo.addItem(semua, "")
    for kode, kata in isi.items():
        combo.addItem(kata, kode)
    return combo
