"""Pages of scans as pictures, drawn off the window's thread and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    GambarHalaman = Callable[[int, int], bytes]

LEBAR_PX = (800, 1200, 1700, 2400, 3400)
"""Widths that pages are drawn in: a few, so that a little more room does not draw anew."""
SIMPAN_BYTE = 96 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page at one width.

    Attributes:
        dokumen: what the page is of, e.g. a scan's id with its hash.
        nomor: from 1.
        lebar: one of `LEBAR_PX`.
    """

    dokumen: str
    nomor: int
    lebar: int


def pilih_lebar(lebar_px: int) -> int:
    """The width to draw a page in that is shown `lebar_px` device px wide."""
    return next((satu for satu in LEBAR_PX if satu >= lebar_px), LEBAR_PX[-1])


class PemuatHalaman(QObject):
    """Draws one page at a time; of those that wait only the newest is drawn.

    Signals:
        siap(Halaman): the page lies ready for `find`.
        gagal(Halaman, str): it cannot be drawn; the sentence for the officer.
        menganggur(): nothing is drawn and nothing waits.
    """

    siap = Signal(object)
    gagal = Signal(object, str)
    menganggur = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._simpanan: OrderedDict[Halaman, QImage] = OrderedDict()
        self._berjalan: Halaman | None = None
        self._menunggu: tuple[Halaman, GambarHalaman] | None = None
        self._kerja = SinyalKerja()
        self._kerja.berhasil.connect(self._on_berhasil)
        self._kerja.gagal.connect(self._on_gagal)
        self._kerja.berakhir.connect(self._on_berakhir)

    @property
    def sibuk(self) -> bool:
        """Whether a page is being drawn."""
        return self._berjalan is not None

    def find(self, halaman: Halaman) -> QImage | None:
        """That page, or the sharpest one of another width that is kept; None = not yet."""
        if halaman in self._simpanan:
            self._simpanan.move_to_end(halaman)
            return self._simpanan[halaman]
        lain = [
            h for h in self._simpanan if (h.dokumen, h.nomor) == (halaman.dokumen, halaman.nomor)
        ]
        return self._simpanan[max(lain, key=lambda h: h.lebar)] if lain else None

    def ada(self, halaman: Halaman) -> bool:
        """Whether the page is kept at just that width."""
        return halaman in self._simpanan

    def minta(self, halaman: Halaman, gambar: GambarHalaman) -> None:
        """Have a page drawn, unless it is there or on its way.

        Args:
            gambar: page number from 1 and width in px to PNG; runs in a worker thread.
        """
        if self.ada(halaman) or halaman == self._berjalan:
            self._menunggu = None
            return
        self._menunggu = (halaman, gambar)
        self._mulai()

    def lupakan(self) -> None:
        """Let go of all pages and of what waits."""
        self._simpanan.clear()
        self._menunggu = None

    def _mulai(self) -> None:
        if self._berjalan is not None or self._menunggu is None:
            return
        (halaman, gambar), self._menunggu = self._menunggu, None
        self._berjalan = halaman
        run_in_background(self._kerja, lambda: _gambar(halaman, gambar))

    def _on_berhasil(self, gambar: QImage) -> None:
        halaman = self._berjalan
        assert halaman is not None
        self._simpanan[halaman] = gambar
        while len(self._simpanan) > 1 and self._besar() > SIMPAN_BYTE:
            self._simpanan.popitem(last=False)
        self.siap.emit(halaman)

    def _on_gagal(self, kalimat: str) -> None:
        self.gagal.emit(self._berjalan, kalimat)

    def _on_berakhir(self) -> None:
        self._berjalan = None
        self._mulai()
        if self._berjalan is None:
            self.menganggur.emit()

    def _besar(self) -> int:
        return sum(gambar.sizeInBytes() for gambar in self._simpanan.values())


def _gambar(halaman: Halaman, gambar: Callable[[int, int], bytes]) -> QImage:
    """On a worker thread."""
    hasil = QImage.fromData(gambar(halaman.nomor, halaman.lebar))
    if hasil.isNull():
        raise UserError("Halaman ini tidak dapat ditampilkan.")
    return hasil
