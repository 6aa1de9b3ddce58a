"""Slow work that follows typing: it waits for a pause, and only the newest result is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

JEDA_MS = 250
"""How long nothing must be typed."""


class KerjaTerbaru(QObject):
    """Runs one piece of work at a time in a worker.

    Signals:
        selesai(object): what the newest work returned.
    """

    selesai = Signal(object)

    def __init__(self, induk: QObject) -> None:
        super().__init__(induk)
        self._minta: Callable[[], object] | None = None
        self._sinyal: SinyalKerja | None = None
        self._jeda = QTimer(self)
        self._jeda.setSingleShot(True)
        self._jeda.setInterval(JEDA_MS)
        self._jeda.timeout.connect(self._mulai)

    def minta(self, kerja: Callable[[], object]) -> None:
        """Run this after the pause, in place of what was asked for and has not begun.

        Args:
            kerja: touches no widget; raises nothing that the officer must hear of.
        """
        self._minta = kerja
        self._jeda.start()

    def _mulai(self) -> None:
        if self._sinyal is not None or self._minta is None:
            return
        kerja, self._minta = self._minta, None
        self._sinyal = SinyalKerja()
        self._sinyal.berhasil.connect(self._on_berhasil)
        self._sinyal.berakhir.connect(self._on_berakhir)
        run_in_background(self._sinyal, kerja)

    def _on_berhasil(self, hasil: object) -> None:
        if self._minta is None:
            self.selesai.emit(hasil)

    def _on_berakhir(self) -> None:
        self._sinyal = None
        if not self._jeda.isActive():
            self._mulai()
