"""Short work off the GUI thread (PIN hashing): one call, one signal back.

The function must not touch widgets or the register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class TugasLatar(QObject):
    """One background call.

    Signals:
        selesai(object): what the function returned, delivered on the GUI thread.
        gagal(object): the exception it raised instead.
    """

    selesai = Signal(object)
    gagal = Signal(object)

    def __init__(self, fungsi: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._jalan = _Jalan(fungsi, self)

    def mulai(self) -> None:
        """Put the call on a worker thread."""
        QThreadPool.globalInstance().start(self._jalan)


class _Jalan(QRunnable):
    def __init__(self, fungsi: Callable[[], Any], tugas: TugasLatar) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the Python wrapper owns it, not the pool
        self._fungsi = fungsi
        self._tugas = tugas

    def run(self) -> None:
        try:
            hasil = self._fungsi()
        except Exception as galat:  # noqa: BLE001 - handed on whole to the GUI thread
            self._tugas.gagal.emit(galat)
        else:
            self._tugas.selesai.emit(hasil)
