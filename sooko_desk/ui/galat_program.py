"""The last resort: a fault of the program is told, noted without personal data, and survived."""

from __future__ import annotations

import contextlib
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.tanggal import sebut_saat

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from sooko_desk.domain.waktu import Clock

KALIMAT = (
    "Ada kesalahan di dalam program. Yang sudah tersimpan aman; isian di layar belum tentu "
    "tersimpan. Periksa lagi, lalu beri tahu pembuat program: catatannya ada di berkas {nama}."
)
NAMA_CATATAN = "kesalahan.log"


class GalatProgram(QObject):
    """Takes the place of `sys.excepthook` while the window lives.

    Signals:
        terjadi(str): the sentence for the officer.
    """

    terjadi = Signal(str)

    def __init__(self, folder: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._path = folder / NAMA_CATATAN
        self._clock = clock
        self._lama = sys.excepthook

    def pasang(self) -> None:
        """Start listening."""
        sys.excepthook = self._tangani

    def lepas(self) -> None:
        """Put the earlier hook back."""
        sys.excepthook = self._lama

    def _tangani(
        self, jenis: type[BaseException], galat: BaseException, jejak: TracebackType | None
    ) -> None:
        if isinstance(galat, OfficerError):
            # A sentence for the officer that no screen caught, e.g. a damaged page of the register.
            self.terjadi.emit(str(galat))
            return
        self._lama(jenis, galat, jejak)
        # A full disk must not hide the fault itself: it is still told on the screen.
        with contextlib.suppress(OSError):
            self._tulis(jenis, jejak)
        self.terjadi.emit(KALIMAT.format(nama=self._path.name))

    def _tulis(self, jenis: type[BaseException], jejak: TracebackType | None) -> None:
        """Kind of fault and places in the code only: a message could hold a name or a NIK."""
        baris = [f"{sebut_saat(self._clock.now())} {jenis.__name__}"]
        for rangka in traceback.extract_tb(jejak):
            tempat = rangka.filename.replace("\\", "/").rpartition("sooko_desk/")[2]
            baris.append(f"  {tempat}:{rangka.lineno} {rangka.name}")
        with self._path.open("a", encoding="utf-8") as berkas:
            berkas.write("\n".join(baris) + "\n")
