"""One piece of slow work in a worker thread; what came of it arrives as signals.

Printer queues can hang for half a minute, and a PIN hash is slow by design: never in the window's
thread. The register stays in the window's thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from sooko_desk.domain.errors import OfficerError

if TYPE_CHECKING:
    from collections.abc import Callable


class SinyalKerja(QObject):
    """News from the worker. Lives in the window's thread, so its slots run there.

    Signals:
        berhasil(object): what the work returned.
        gagal(str): the sentence for the officer.
        berakhir(): the work is over, in whatever way; comes last.
    """

    berhasil = Signal(object)
    gagal = Signal(str)
    berakhir = Signal()


class _Kerja(QRunnable):
    def __init__(self, sinyal: SinyalKerja, kerja: Callable[[], object]) -> None:
        super().__init__()
        self._sinyal = sinyal
        self._kerja = kerja

    def run(self) -> None:
        try:
            hasil = self._kerja()
        except OfficerError as salah:
            self._sinyal.gagal.emit(str(salah))
        else:
            self._sinyal.berhasil.emit(hasil)
        finally:
            # Also after a bug, which goes on to the program's own hook: the window must not wait.
            self._sinyal.berakhir.emit()


def run_in_background(
    sinyal: SinyalKerja, kerja: Callable[[], object], kolam: QThreadPool | None = None
) -> None:
    """Run `kerja` in a worker thread.

    Args:
        sinyal: must live until `berakhir`.
        kerja: touches no widget; raises UserError or RuleError for the officer.
        kolam: threads of its own, for work that a dying disk may hold up; None = the common ones.
    """
    (kolam or QThreadPool.globalInstance()).start(_Kerja(sinyal, kerja))
