"""The office's data on paper while they are typed: a receipt, or a page of a register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.services.pratinjau_kantor import Contoh, build_contoh
from sooko_desk.ui.cetak.pratinjau import Pratinjau
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.pengaturan.kerja_terbaru import KerjaTerbaru
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QShowEvent

    from sooko_desk.domain.kantor import Kantor, Pejabat

KATA = {Contoh.TANDA_BUKTI: "Tanda bukti", Contoh.REGISTER: "Halaman register"}


class ContohKantor(QWidget):
    """Draws in a worker, after a pause in typing, and only while it is in sight.

    Args:
        pejabat: who signs the register's page.
        hari: the day of the signature.
    """

    def __init__(self, pejabat: Pejabat, hari: dt.date) -> None:
        super().__init__()
        self._pejabat, self._hari = pejabat, hari
        self._isi: tuple[Kantor, bytes | None] | None = None
        self._kerja = KerjaTerbaru(self)
        self.pratinjau = Pratinjau()
        self.jenis = SegmenPilihan([(str(c), kata, "") for c, kata in KATA.items()])
        self.jenis.setAccessibleName("Contoh")
        self.jenis.set_kode(str(Contoh.TANDA_BUKTI))
        atas = QHBoxLayout()
        atas.setSpacing(THEME.gap_s)
        atas.addWidget(build_label("Contoh, orangnya karangan:", Peran.REDUP))
        atas.addWidget(self.jenis)
        atas.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addLayout(atas)
        layout.addWidget(self.pratinjau, 1)
        self.jenis.dipilih.connect(self._gambar)
        self._kerja.selesai.connect(self._on_selesai)

    def tampilkan(self, kantor: Kantor, logo: bytes | None) -> None:
        """Show these data as typed; `logo` is a PNG."""
        if self._isi != (kantor, logo):
            self._isi = (kantor, logo)
            self._gambar()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for out of sight."""
        super().showEvent(event)
        self._gambar()

    def _gambar(self) -> None:
        if self._isi is None or not self.isVisible():
            return
        contoh = Contoh(self.jenis.kode())
        self._kerja.minta(partial(_bangun, contoh, *self._isi, self._pejabat, self._hari))

    def _on_selesai(self, hasil: tuple[Contoh, bytes]) -> None:
        contoh, pdf = hasil
        self.pratinjau.tampilkan(pdf, f"Contoh {KATA[contoh].lower()}")


def _bangun(
    contoh: Contoh, kantor: Kantor, logo: bytes | None, pejabat: Pejabat, hari: dt.date
) -> tuple[Contoh, bytes]:
    return contoh, build_contoh(contoh, kantor, logo, pejabat, hari)
