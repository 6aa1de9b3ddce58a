"""Above the queue: show only what SIAK or Dispendukcapil sent back, e.g. "Dikembalikan (3)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.tombol import Gaya, Tombol
from sooko_desk.ui.panel_luar import sebut_penolakan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.services.antrean import BarisAntrean
    from sooko_desk.services.luar import BarisDikembalikan
    from sooko_desk.services.meja import Meja


class TombolDikembalikan(Tombol):
    """A filter of a queue; hidden, and up again, while nothing is sent back.

    Signals:
        berubah(): pressed; the queue is to be filled anew.
    """

    berubah = Signal()

    def __init__(self, meja: Meja) -> None:
        super().__init__("", Gaya.SEGMEN, "arrow-back-up")
        self._meja = meja
        self._baris: dict[int, BarisDikembalikan] = {}
        self.setCheckable(True)
        self.clicked.connect(self._on_clicked)
        self.hide()

    @property
    def id_dikembalikan(self) -> frozenset[int]:
        """Ids of the cases that were sent back."""
        return frozenset(self._baris)

    def muat_ulang(self) -> None:
        """Read anew what was sent back; what was read before stays when that fails."""
        try:
            baris = self._meja.luar.list_dikembalikan()
        except OfficerError:
            return  # the queue itself is read next and tells why
        self._baris = {b.ringkasan.id: b for b in baris}
        self.setText(f"Dikembalikan ({len(baris)})")
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.setVisible(bool(baris))
        self.setToolTip("\n".join(_sebut(b) for b in baris))
        if not baris:
            self.setChecked(False)

    def saring(self, antrean: Iterable[BarisAntrean]) -> tuple[BarisAntrean, ...]:
        """What is to be shown of a queue: all of it, or while pressed what was sent back."""
        return tuple(b for b in antrean if not self.isChecked() or b.ringkasan.id in self._baris)

    def _on_clicked(self) -> None:
        self.berubah.emit()


def _sebut(baris: BarisDikembalikan) -> str:
    return f"{baris.ringkasan.pemohon.nama}: {sebut_penolakan(baris.penolakan)}"
