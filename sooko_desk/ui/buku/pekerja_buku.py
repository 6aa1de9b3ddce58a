"""Prints a long book without holding the window up: read here, draw in a worker, in turn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.kemajuan import DihentikanError
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.services.tugas_buku import TugasBuku


class PekerjaBuku(QObject):
    """One book at a time. The register is read in the window's thread, some pages at once.

    Signals:
        maju(int, int): so many of so many pages are done.
        selesai(object): the `Dokumen`.
        gagal(str): the sentence for the officer; also when it was stopped.
    """

    maju = Signal(int, int)
    selesai = Signal(object)
    gagal = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tugas: TugasBuku | None = None
        self._sinyal: SinyalKerja | None = None
        self._dihentikan = False

    @property
    def sibuk(self) -> bool:
        """Whether a book is being drawn."""
        return self._tugas is not None

    def jalankan(self, tugas: TugasBuku) -> None:
        """Begin."""
        self._tugas, self._dihentikan = tugas, False
        self._lanjut()

    def hentikan(self) -> None:
        """Ask the work to end; it does after the pages that are on."""
        self._dihentikan = True

    def _lanjut(self) -> None:
        tugas = self._tugas
        assert tugas is not None
        if self._dihentikan:
            self._gagal(str(DihentikanError()))
            return
        try:
            potongan = tugas.baca()
        except OfficerError as galat:
            self._gagal(str(galat))
            return
        if potongan:
            self._kerjakan(partial(tugas.gambar, potongan), self._on_tergambar)
        else:
            self._kerjakan(tugas.selesai, self._on_selesai)

    def _kerjakan(self, kerja: Callable[[], object], slot: Callable[[object], None]) -> None:
        # Without a parent: a worker that outlives the window still has it to speak to.
        sinyal = self._sinyal = SinyalKerja()
        sinyal.berhasil.connect(slot)
        run_in_background(sinyal, kerja)

    def _gagal(self, kalimat: str) -> None:
        self._tugas = None
        self.gagal.emit(kalimat)

    def _on_tergambar(self, _hasil: object) -> None:
        assert self._tugas is not None
        self.maju.emit(self._tugas.terbaca, self._tugas.jumlah)
        self._lanjut()

    def _on_selesai(self, dokumen: object) -> None:
        self._tugas = None
        self.selesai.emit(dokumen)
