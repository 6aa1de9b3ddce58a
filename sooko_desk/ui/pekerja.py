"""Runs one longer piece of work: its quick half at once, its slow half in a worker thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QThreadPool

_LANGKAH_BILAH = 200
"""So many reports fill a bar: a hundred thousand files must not flood the window."""


class SinyalMaju(SinyalKerja):
    """As `SinyalKerja`.

    Signals:
        maju(int, int): so many of so many are done.
    """

    maju = Signal(int, int)

    def lapor(self, selesai: int, semua: int) -> None:
        """On the worker thread."""
        if selesai == semua or selesai % max(1, semua // _LANGKAH_BILAH) == 0:
            self.maju.emit(selesai, semua)


class Pekerja(QObject):
    """One piece of work at a time.

    Args:
        kolam: see `run_in_background`.

    Signals:
        maju(int, int): so many of so many are done.
        berhasil(object): what the slow half returned.
        gagal(str): the sentence for the officer.
        berakhir(): the work is over, in whatever way; comes last.
    """

    maju = Signal(int, int)
    berhasil = Signal(object)
    gagal = Signal(str)
    berakhir = Signal()

    def __init__(self, parent: QObject, kolam: QThreadPool | None = None) -> None:
        super().__init__(parent)
        self._kolam = kolam
        self._kemajuan: Kemajuan | None = None
        self._sinyal: SinyalMaju | None = None

    @property
    def sibuk(self) -> bool:
        """Whether work goes on."""
        return self._kemajuan is not None

    def jalankan(self, siapkan: Callable[[Kemajuan], Callable[[], object]]) -> None:
        """Begin.

        Args:
            siapkan: the quick half, which returns the slow one. Either may raise for the officer.
        """
        # Without a parent: a worker that outlives the window still has it to speak to.
        sinyal = self._sinyal = SinyalMaju()
        sinyal.maju.connect(self.maju)
        sinyal.berhasil.connect(self.berhasil)
        sinyal.gagal.connect(self.gagal)
        sinyal.berakhir.connect(self._on_berakhir)
        kemajuan = self._kemajuan = Kemajuan(sinyal.lapor)
        self.destroyed.connect(kemajuan.hentikan)
        try:
            lambat = siapkan(kemajuan)
        except OfficerError as galat:
            self.gagal.emit(str(galat))
            self._on_berakhir()
        else:
            run_in_background(sinyal, lambat, self._kolam)

    def hentikan(self) -> None:
        """Ask the work to end; it does after the file that is on."""
        if self._kemajuan is not None:
            self._kemajuan.hentikan()

    def _on_berakhir(self) -> None:
        self._kemajuan = None
        self.berakhir.emit()
