"""The last resort: a fault of the program is told, noted without personal data, and survived.

Whatever the program tells of itself goes through here: faults in the window's thread, in workers
and while objects are taken down, Qt's own messages, and the log records of libraries. Of a fault
the kind and the places in the code are written and nothing else: a message, an argument or a local
could hold a name, which no filter can tell from other words.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from sooko_desk.domain.digit import samarkan_nomor
from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.tanggal import sebut_saat

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from sooko_desk.domain.waktu import Clock

KALIMAT = (
    "Ada kesalahan di dalam program. Yang sudah tersimpan aman; isian di layar belum tentu "
    "tersimpan. Periksa lagi, lalu beri tahu pembuat program: catatannya ada di berkas {nama}."
)
NAMA_CATATAN = "kesalahan.log"

_BERISIK = ("peewee",)
"""Loggers that write statements with their values."""
_DIAM = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


def sebut_jejak(jenis: type[BaseException], jejak: TracebackType | None) -> str:
    """A fault by its kind and the places in the code, a line each."""
    baris = [jenis.__name__]
    for rangka in traceback.extract_tb(jejak, limit=None):
        tempat = rangka.filename.replace("\\", "/").rpartition("sooko_desk/")[2]
        baris.append(f"  {tempat}:{rangka.lineno} {rangka.name}")
    return "\n".join(baris)


def tulis_galat(
    jenis: type[BaseException], _galat: BaseException | None, jejak: TracebackType | None
) -> None:
    """What a terminal is told of a fault; a program without one has no stderr."""
    if sys.stderr is not None:
        sys.stderr.write(f"{sebut_jejak(jenis, jejak)}\n")


class GalatProgram(QObject):
    """Takes the place of Python's and Qt's own hooks while the window lives.

    Signals:
        terjadi(str): the sentence for the officer.
    """

    terjadi = Signal(str)

    def __init__(self, folder: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._path = folder / NAMA_CATATAN
        self._clock = clock
        self._lama = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._qt: Callable[..., None] | None = None
        self._saring = _Saring()

    def pasang(self) -> None:
        """Start listening."""
        sys.excepthook = self._tangani
        threading.excepthook = self._tangani_utas
        sys.unraisablehook = self._tangani_sisa
        self._qt = qInstallMessageHandler(_tulis_qt)
        for nama in _BERISIK:
            logging.getLogger(nama).setLevel(logging.CRITICAL + 1)
        if logging.lastResort is not None:
            logging.lastResort.addFilter(self._saring)

    def lepas(self) -> None:
        """Put the earlier hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._lama
        qInstallMessageHandler(self._qt)
        if logging.lastResort is not None:
            logging.lastResort.removeFilter(self._saring)

    def _tangani(
        self, jenis: type[BaseException], galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        if isinstance(galat, OfficerError):
            # A sentence for the officer that no screen caught, e.g. a damaged page of the register.
            self.terjadi.emit(str(galat))
            return
        tulis_galat(jenis, galat, jejak)
        # A full disk must not hide the fault itself: it is still told on the screen.
        with contextlib.suppress(OSError):
            self._tulis(jenis, jejak)
        self.terjadi.emit(KALIMAT.format(nama=self._path.name))

    def _tangani_utas(self, keterangan: threading.ExceptHookArgs) -> None:
        self._tangani(keterangan.exc_type, keterangan.exc_value, keterangan.exc_traceback)

    def _tangani_sisa(self, keterangan: sys.UnraisableHookArgs) -> None:
        """Raised where nobody can catch it, as in a destructor; the object is not named."""
        self._tangani(keterangan.exc_type, keterangan.exc_value, keterangan.exc_traceback)

    def _tulis(self, jenis: type[BaseException], jejak: TracebackType | None) -> None:
        with self._path.open("a", encoding="utf-8") as berkas:
            berkas.write(f"{sebut_saat(self._clock.now())} {sebut_jejak(jenis, jejak)}\n")


class _Saring(logging.Filter):
    """Masks numbers of people, and keeps faults to their kind."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = samarkan_nomor(record.getMessage()), None
        if record.exc_info and record.exc_info[0] is not None:
            record.msg += f"\n{sebut_jejak(record.exc_info[0], record.exc_info[2])}"
            record.exc_info = None
        return True


def _tulis_qt(jenis: QtMsgType, _tempat: QMessageLogContext, kata: str) -> None:
    """Qt's warnings on the terminal, with numbers masked; what it only tells is dropped."""
    if jenis not in _DIAM and sys.stderr is not None:
        sys.stderr.write(f"{samarkan_nomor(kata)}\n")
