"""A canvas that shows the pages of one document and has them drawn as they are looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal

from sooko_desk.ui.lampiran.kanvas import Kanvas
from sooko_desk.ui.lampiran.pemuat_halaman import Halaman, PemuatHalaman, pilih_lebar

if TYPE_CHECKING:
    from collections.abc import Callable

LANGKAH_BESAR = 1.25
TERKECIL, TERBESAR = 0.25, 6.0
"""Factor of the fitted width."""
MEMUAT = "Memuat halaman…"
_PUTARAN = 360


@dataclass(frozen=True, slots=True)
class DokumenGambar:
    """Something with pages.

    Attributes:
        kunci: tells its pages from those of every other document.
        banyak: pages, from 1.
        gambar: page number from 1 and width in px to PNG; runs in a worker thread.
    """

    kunci: str
    banyak: int
    gambar: Callable[[int, int], bytes] = field(compare=False)


class KanvasDokumen(Kanvas):
    """Shows one document after the other; each keeps how it was turned.

    Signals:
        berubah(): another page, size or turn is shown.
        menganggur(): nothing is being drawn any more.
    """

    berubah = Signal()
    menganggur = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._dokumen: DokumenGambar | None = None
        self._nomor = 1
        self._besar: float | None = None
        self._terputar: dict[str, int] = {}
        self._pemuat = PemuatHalaman(self)
        self.ruang_berubah.connect(self._atur)
        self.diroda.connect(self._on_diroda)
        self._pemuat.siap.connect(self._on_siap)
        self._pemuat.gagal.connect(self._on_gagal)
        self._pemuat.menganggur.connect(self.menganggur)

    @property
    def dokumen(self) -> DokumenGambar | None:
        """The document that is shown."""
        return self._dokumen

    @property
    def sibuk(self) -> bool:
        """Whether a page is being drawn."""
        return self._pemuat.sibuk

    @property
    def nomor(self) -> int:
        """Number of the page that is shown, from 1."""
        return self._nomor

    @property
    def banyak(self) -> int:
        """Pages of the document; 0 without one."""
        return 0 if self._dokumen is None else self._dokumen.banyak

    @property
    def besar(self) -> float | None:
        """How wide a page is shown, as a factor of the room; None = just as wide as the room."""
        return self._besar

    @property
    def putaran(self) -> int:
        """How far the document is turned clockwise, in degrees."""
        return 0 if self._dokumen is None else self._terputar.get(self._dokumen.kunci, 0)

    def set_dokumen(self, dokumen: DokumenGambar) -> None:
        """Show a document from its first page, as wide as the room."""
        self._dokumen = dokumen
        self._nomor = 1
        self._besar = None
        self._muat()
        self.ke_atas()

    def kosongkan(self, kalimat: str) -> None:
        """Show a sentence and no document."""
        self._dokumen = None
        self.set_kalimat(kalimat)
        self.berubah.emit()

    def lupakan(self) -> None:
        """Let go of every picture: nothing of a person stays in memory after closing."""
        self.kosongkan("")
        self._pemuat.lupakan()

    def ke_halaman(self, nomor: int) -> None:
        """Show a page from its head, if there is such a page."""
        if self._dokumen is None or not 1 <= nomor <= self.banyak or nomor == self._nomor:
            return
        self._nomor = nomor
        self._muat()
        self.ke_atas()

    def sebelumnya(self) -> None:
        """One page back."""
        self.ke_halaman(self._nomor - 1)

    def berikutnya(self) -> None:
        """One page on."""
        self.ke_halaman(self._nomor + 1)

    def maju(self) -> None:
        """A screenful down, or to the next page."""
        if not self.gulir(1):
            self.berikutnya()

    def mundur(self) -> None:
        """A screenful up, or to the page before."""
        if not self.gulir(-1):
            self.sebelumnya()

    def perbesar(self) -> None:
        """One step larger."""
        self.set_besar((self._besar or 1.0) * LANGKAH_BESAR)

    def perkecil(self) -> None:
        """One step smaller."""
        self.set_besar((self._besar or 1.0) / LANGKAH_BESAR)

    def paskan(self) -> None:
        """As wide as the room."""
        self.set_besar(None)

    def set_besar(self, faktor: float | None, jangkar: QPointF | None = None) -> None:
        """Show pages that much wider than the room, within bounds.

        Args:
            faktor: None = as wide as the room, also when the room changes.
            jangkar: part of the viewport (0 to 1) that must not move; None = its middle.
        """
        if self._dokumen is not None:
            self._besar = None if faktor is None else min(TERBESAR, max(TERKECIL, faktor))
            self._atur(jangkar)

    def putar(self) -> None:
        """A quarter turn clockwise; the scan itself stays as it is stored."""
        self.set_putaran((self.putaran + 90) % _PUTARAN)

    def set_putaran(self, putaran: int) -> None:
        """Turn the document that far clockwise: 0, 90, 180 or 270."""
        if self._dokumen is not None:
            self._terputar[self._dokumen.kunci] = putaran
            self._atur()

    def _lebar_layar(self) -> int:
        """Logical px that the turned page is wide."""
        return max(1, round(self.ruang() * (self._besar or 1.0)))

    def _halaman(self, dokumen: DokumenGambar) -> Halaman:
        """The page to draw, wide enough for how it is shown."""
        lebar = float(self._lebar_layar())
        if self.putaran % 180:
            lebar /= self.rasio()
        tajam = pilih_lebar(round(lebar * self.devicePixelRatioF()))
        return Halaman(dokumen.kunci, self._nomor, tajam)

    def _muat(self) -> None:
        """Show what is kept of the page, and have it drawn sharp."""
        assert self._dokumen is not None
        gambar = self._pemuat.find(self._halaman(self._dokumen))
        if gambar is None:
            self.set_kalimat(MEMUAT)
        else:
            self.set_gambar(gambar)
        self._atur()

    def _atur(self, jangkar: QPointF | None = None) -> None:
        self.set_bentuk(self._lebar_layar(), self.putaran, jangkar)
        if self._dokumen is not None:
            self._pemuat.minta(self._halaman(self._dokumen), self._dokumen.gambar)
        self.berubah.emit()

    def _on_diroda(self, arah: int) -> None:
        self.set_besar((self._besar or 1.0) * LANGKAH_BESAR**arah, self.jangkar_roda())

    def _on_siap(self, halaman: Halaman) -> None:
        if self._dokumen is None or not self._is_tampak(halaman, self._dokumen):
            return
        gambar = self._pemuat.find(self._halaman(self._dokumen))
        assert gambar is not None
        self.set_gambar(gambar)
        # Only now its shape is known: a turned page may want another width.
        self._atur()

    def _on_gagal(self, halaman: Halaman, kalimat: str) -> None:
        if self._dokumen is not None and self._is_tampak(halaman, self._dokumen):
            self.set_kalimat(kalimat)

    def _is_tampak(self, halaman: Halaman, dokumen: DokumenGambar) -> bool:
        return (halaman.dokumen, halaman.nomor) == (dokumen.kunci, self._nomor)
