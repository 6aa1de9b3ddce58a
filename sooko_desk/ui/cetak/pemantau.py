"""Follows a job that was handed to the print system, until there is nothing more to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sooko_desk.ui.cetak.tugas import KabarTugas, Kiriman, Nasib
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

JEDA_MS = 800
PALING_BANYAK = 150
"""Questions about one job: two minutes. Later nobody stands at the printer any more."""

_BERLANJUT = (Nasib.BERJALAN, Nasib.TERTAHAN)


class Pemantau(QObject):
    """Asks in a worker thread, one question at a time.

    Signals:
        dikabarkan(object): a `KabarTugas`.
        diam(): no question is on its way any more after `berhenti`; it may be freed.
    """

    dikabarkan = Signal(object)
    diam = Signal()

    def __init__(self, read_kabar: Callable[[Kiriman], KabarTugas], parent: QObject) -> None:
        super().__init__(parent)
        self._read_kabar = read_kabar
        self._kiriman: Kiriman | None = None
        self._sisa = 0
        self.sibuk = False
        self._sinyal = SinyalKerja()
        self._sinyal.berhasil.connect(self._on_berhasil)
        self._sinyal.berakhir.connect(self._on_berakhir)
        self._pewaktu = QTimer(self)
        self._pewaktu.setSingleShot(True)
        self._pewaktu.setInterval(JEDA_MS)
        self._pewaktu.timeout.connect(self._tanya)

    def mulai(self, kiriman: object) -> None:
        """Follow this job from now on; what is no `Kiriman` cannot be followed."""
        self._kiriman = kiriman if isinstance(kiriman, Kiriman) else None
        self._sisa = PALING_BANYAK
        self._tanya()

    def berhenti(self) -> None:
        """Ask no more."""
        self._kiriman = None
        self._pewaktu.stop()

    def _tanya(self) -> None:
        kiriman = self._kiriman
        if kiriman is None or self.sibuk or self._sisa == 0:
            return
        self._sisa -= 1
        self.sibuk = True
        run_in_background(self._sinyal, lambda: (kiriman, self._read_kabar(kiriman)))

    def _on_berhasil(self, hasil: object) -> None:
        assert isinstance(hasil, tuple)
        kiriman, kabar = hasil
        if kiriman is not self._kiriman:
            return
        if kabar.nasib in _BERLANJUT:
            self._pewaktu.start()
        else:
            self._kiriman = None
        self.dikabarkan.emit(kabar)

    def _on_berakhir(self) -> None:
        self.sibuk = False
        if self._kiriman is None:
            self.diam.emit()
        elif not self._pewaktu.isActive():
            self._pewaktu.start()
