"""The right-hand column of the print window: choices, buttons, one message, one question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.cetak.alasan_cetak import AlasanCetak
from sooko_desk.ui.cetak.pilihan_cetak import PilihanCetak
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

LEBAR_PX = 330


class PanelCetak(QWidget):
    """Widgets only; `DialogCetak` decides what they do.

    Attributes:
        pilihan: printer, paper, copies, pages.
        alasan: why it is printed again; None on the first print.
        cetak, simpan, tutup: the three buttons.
        sudah, belum: the answers to the question; keterangan: its second line.
    """

    def __init__(self, salinan: int) -> None:
        """Build the column.

        Args:
            salinan: how often the document went out before.
        """
        super().__init__()
        self.setFixedWidth(LEBAR_PX)
        self.pilihan = PilihanCetak()
        self.alasan = AlasanCetak(salinan) if salinan else None
        self.cetak = tombol_utama("Cetak", "printer", "Ctrl+P / Enter")
        self.cetak.setDefault(True)
        self.simpan = tombol_kedua("Simpan PDF…", "device-floppy", "Ctrl+S")
        self.tutup = tombol_kedua("Tutup", "x", "Esc")
        self.sudah = tombol_utama("Ya, sudah", "check", "Y")
        self.belum = tombol_kedua("Belum, ulangi", "refresh", "U")
        self.keterangan = ""
        self._spanduk = Spanduk()
        self._atas = Kartu()
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

    def ingatkan(self, kalimat: str) -> None:
        """Show what the officer should look at; "" takes it away."""
        self.tell(kalimat, Nada.PERINGATAN)

    def set_bertanya(self, bertanya: bool, keterangan: str = "") -> None:
        """Show the question instead of choices and print button, or the other way round.

        Args:
            bertanya: whether the question is asked now.
            keterangan: second line of the question.
        """
        self.set_keterangan(keterangan)
        biasa = [w for w in (self._atas, self.alasan, self.cetak) if w is not None]
        # First away, then there: for a moment both together would make the window higher.
        for widget in biasa if bertanya else [self._tanya]:
            widget.hide()
        for widget in [self._tanya] if bertanya else biasa:
            widget.show()
        if bertanya:
            self._tanya.setFocus()

    def fokus_langkah_berikut(self) -> None:
        """Let Enter do what comes next: reason, print, or look for a printer."""
        if self.cetak.isEnabled():
            tanpa_alasan = self.alasan is not None and not self.alasan.kata()
            (self.alasan if tanpa_alasan and self.alasan else self.cetak).setFocus()
        elif self.pilihan.printer() is None:
            self.pilihan.fokus_muat_ulang()

    def set_keterangan(self, keterangan: str) -> None:
        """Another second line of the question: news of the job."""
        self._tanya.set_subjudul(keterangan)
        self.keterangan = keterangan

    def _build_layout(self) -> None:
        self._tanya.isi.addWidget(self.sudah)
        self._tanya.isi.addWidget(self.belum)
        self._atas.isi.addWidget(self.pilihan)
        luar = QVBoxLayout(self)
        luar.setContentsMargins(0, 0, 0, 0)
        luar.setSpacing(THEME.gap_s)
        luar.addWidget(self._atas)
        luar.addWidget(self._spanduk)
        luar.addStretch(1)
        luar.addWidget(self._tanya)
        if self.alasan is not None:
            luar.addWidget(self.alasan)
        luar.addWidget(self.cetak)
        bawah = QHBoxLayout()
        bawah.setSpacing(THEME.gap_s)
        bawah.addWidget(self.simpan, 1)
        bawah.addWidget(self.tutup, 1)
        luar.addLayout(bawah)
