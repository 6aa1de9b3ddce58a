"""The bar above a viewer: what is shown, its pages, its size; and the keys that do the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import Tombol, tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.ui.lampiran.kanvas_dokumen import KanvasDokumen

SELEBAR = "Selebar layar"


class BilahTampilan(QWidget):
    """Steers one canvas.

    Args:
        bidang: its keys work while the focus is inside this widget.
    """

    def __init__(self, kanvas: KanvasDokumen, bidang: QWidget) -> None:
        super().__init__()
        self._kanvas = kanvas
        self.nama = TeksElipsis("", Peran.TEBAL)
        self.halaman = build_label("", Peran.REDUP)
        self.besar = build_label("", Peran.REDUP)
        self.besar.setMinimumWidth(self.fontMetrics().horizontalAdvance(SELEBAR))
        self.besar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._halaman = (
            _alat("chevron-up", "Halaman sebelumnya", "Ctrl+PgUp", kanvas.sebelumnya),
            _alat("chevron-down", "Halaman berikutnya", "Ctrl+PgDn", kanvas.berikutnya),
        )
        self._ukuran = (
            _alat("zoom-out", "Perkecil", "Ctrl+-", kanvas.perkecil),
            _alat("zoom-in", "Perbesar", "Ctrl++", kanvas.perbesar),
            _alat("switch-horizontal", "Paskan selebar layar", "Ctrl+0", kanvas.paskan),
            _alat("refresh", "Putar tampilan", "Ctrl+Shift+R", kanvas.putar),
        )
        kecil, besar, paskan, putar = self._ukuran
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addStrut(THEME.input_height)
        layout.addWidget(self.nama, 1)
        for bagian in (self.halaman, *self._halaman, kecil, self.besar, besar, paskan, putar):
            layout.addWidget(bagian)
        self._build_shortcuts(bidang)
        kanvas.berubah.connect(self._refresh)
        self._refresh()

    def _build_shortcuts(self, bidang: QWidget) -> None:
        kanvas = self._kanvas
        pasang_pintasan(
            bidang,
            {
                "Ctrl++": kanvas.perbesar,
                "Ctrl+-": kanvas.perkecil,
                "Ctrl+0": kanvas.paskan,
                # Ctrl+R is the step's, also while the scans stand beside it.
                "Ctrl+Shift+R": kanvas.putar,
                "PgUp": kanvas.mundur,
                "PgDown": kanvas.maju,
                "Ctrl+PgUp": kanvas.sebelumnya,
                "Ctrl+PgDown": kanvas.berikutnya,
            },
            DI_BAGIAN,
            berulang=True,
        )

    def _refresh(self) -> None:
        banyak, nomor = self._kanvas.banyak, self._kanvas.nomor
        self.halaman.setText(f"Halaman {nomor} dari {banyak}" if banyak else "")
        for tombol in self._ukuran:
            tombol.setVisible(banyak > 0)
        for tombol, ada in zip(self._halaman, (nomor > 1, nomor < banyak), strict=True):
            tombol.setVisible(banyak > 1)
            tombol.setEnabled(ada)
        faktor = self._kanvas.besar
        ukuran = SELEBAR if faktor is None else f"{faktor:.0%}".replace("%", " %")
        self.besar.setText(ukuran if banyak else "")


def _alat(nama_ikon: str, teks: str, pintasan: str, slot: Callable[[], None]) -> Tombol:
    """A button with a picture only; its words are in the tool tip and for the screen reader."""
    tombol = tombol_teks("", nama_ikon)
    tombol.setAccessibleName(teks)
    tombol.setToolTip(f"{teks} ({pintasan})")
    # A click must not take the focus from the list: its arrows choose the next scan.
    tombol.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    tombol.clicked.connect(slot)
    return tombol
