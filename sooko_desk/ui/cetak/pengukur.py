"""Asks a printer in a worker thread what it makes of a document; only the last question counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.ui.cetak.naskah_cetak import Naskah, UkuranPrinter, ukur_printer
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak


class Pengukur(QObject):
    """One per print window.

    Attributes:
        ukuran: the answer to the last `ukur`; None = it is on its way, or nothing was asked.

    Signals:
        terukur(): `ukuran` is there.
        diam(): no answer is on its way any more; it may be freed.
    """

    terukur = Signal()
    diam = Signal()

    def __init__(self, dunia: DuniaCetak, parent: QObject) -> None:
        super().__init__(parent)
        self._dunia = dunia
        self._pertanyaan: tuple[str, Naskah] | None = None
        self.ukuran: UkuranPrinter | None = None
        self._berjalan = 0
        self._sinyal = SinyalKerja()
        self._sinyal.berhasil.connect(self._on_berhasil)
        self._sinyal.berakhir.connect(self._on_berakhir)

    @property
    def sibuk(self) -> bool:
        """Whether an answer is on its way."""
        return self._berjalan > 0

    def lupakan(self) -> None:
        """What was asked before is over."""
        self._pertanyaan = self.ukuran = None

    def ukur(self, printer: str, naskah: Naskah) -> None:
        """Ask anew."""
        self.lupakan()
        pertanyaan = printer, naskah
        self._pertanyaan = pertanyaan
        self._berjalan += 1
        run_in_background(
            self._sinyal, lambda: (pertanyaan, ukur_printer(self._dunia, printer, naskah))
        )

    def _on_berhasil(self, hasil: object) -> None:
        assert isinstance(hasil, tuple)
        pertanyaan, ukuran = hasil
        assert isinstance(ukuran, UkuranPrinter)
        if pertanyaan is self._pertanyaan:
            self.ukuran = ukuran
            self.terukur.emit()

    def _on_berakhir(self) -> None:
        self._berjalan -= 1
        if not self.sibuk:
            self.diam.emit()
