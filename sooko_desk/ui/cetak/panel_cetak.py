"""The right-hand column of the print window: choices, buttons, one message, one question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.ui.cetak.pilihan_cetak import PilihanCetak
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

LEBAR_PX = 320


class PanelCetak(QWidget):
    """Widgets only; `DialogCetak` decides what they do.

    Attributes:
        pilihan: printer, copies, pages.
        cetak, simpan, tutup: the three buttons.
        sudah, belum: the answers to the question.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(LEBAR_PX)
        self.pilihan = PilihanCetak()
        self.cetak = tombol_utama("Cetak", "printer", "Ctrl+P / Enter")
        self.cetak.setDefault(True)
        self.simpan = tombol_kedua("Simpan PDF…", "device-floppy", "Ctrl+S")
        self.tutup = tombol_kedua("Tutup", "x", "Esc")
        self.sudah = tombol_utama("Ya, sudah", "check", "Y")
        self.belum = tombol_kedua("Belum, ulangi", "refresh", "U")
        self._spanduk = Spanduk()
        self._tanya = Kartu("Sudah keluar dari printer?")
        # The question takes the focus itself: a second Enter must not answer it unread.
        self._tanya.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build_layout()

    @property
    def kalimat(self) -> str:
        """The sentence that is shown, "" if none."""
        return "" if self._spanduk.isHidden() else self._spanduk.teks

    def tell(self, kalimat: str, nada: Nada) -> None:
        """Show one sentence; "" takes it away."""
        if kalimat:
            self._spanduk.tampilkan(nada, kalimat)
        else:
            self._spanduk.sembunyikan()

    def set_bertanya(self, bertanya: bool, keterangan: str = "") -> None:
        """Show the question instead of the print button, or the other way round.

        Args:
            bertanya: whether the question is asked now.
            keterangan: second line of the question.
        """
        self._tanya.set_subjudul(keterangan)
        self._tanya.setVisible(bertanya)
        self.cetak.setVisible(not bertanya)
        if bertanya:
            self._tanya.setFocus()

    def _build_layout(self) -> None:
        self._tanya.isi.addWidget(self.sudah)
        self._tanya.isi.addWidget(self.belum)
        atas = Kartu("Cetak")
        atas.isi.addWidget(self.pilihan)
        luar = QVBoxLayout(self)
        luar.setContentsMargins(0, 0, 0, 0)
        luar.setSpacing(THEME.gap_s)
        luar.addWidget(atas)
        luar.addWidget(self._spanduk)
        luar.addStretch(1)
        luar.addWidget(self._tanya)
        for tombol in (self.cetak, self.simpan, self.tutup):
            luar.addWidget(tombol)
