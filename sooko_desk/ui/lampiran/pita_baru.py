"""The strip that offers what the scanner has just laid into its folder; takes nothing unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from sooko_desk.services.pindaian import rapikan_nama
from sooko_desk.ui.kit.bingkai_nada import BingkaiNada
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HURUF_TUJUAN, HURUF_SEMPIT = 34, 12
"""Letters of a paper's name that a button shows."""


class PitaBaru(BingkaiNada):
    """Hidden while there is nothing to offer.

    Args:
        sempit: there is little room: words above the buttons.

    Signals:
        dilihat(object): this path is to be shown, and not taken yet.
        diambil(object): add these paths (tuple) to the paper that is current.
        dilewati(object): these paths are not for this case; do not offer them again.
    """

    dilihat = Signal(object)
    diambil = Signal(object)
    dilewati = Signal(object)

    def __init__(self, *, sempit: bool) -> None:
        super().__init__(Nada.INFO)
        self._paths: tuple[Path, ...] = ()
        self._huruf = HURUF_SEMPIT if sempit else HURUF_TUJUAN
        self.teks = TeksElipsis()
        self.lihat = tombol_teks("Lihat", "eye")
        # Beside the data Ctrl+Enter is the step's.
        self._kunci = "" if sempit else "Ctrl+Enter"
        self.ambil = tombol_kedua("Tambahkan", "plus", self._kunci)
        self.semua = tombol_teks("Semua")
        self.lewati = tombol_teks("Lewati", "x")
        self.lewati.setToolTip("Jangan ditawarkan lagi; berkasnya tetap di folder pemindai")
        arah = QBoxLayout.Direction.TopToBottom if sempit else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(arah, self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_xs, THEME.gap_xs, THEME.gap_xs)
        layout.setSpacing(THEME.gap_xs)
        layout.addWidget(self.teks, 1)
        baris = QHBoxLayout()
        baris.setSpacing(THEME.gap_xs)
        layout.addLayout(baris)
        for tombol in (self.lihat, self.ambil, self.semua, self.lewati):
            # After a click the arrows go on choosing the paper for the next one.
            tombol.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            baris.addWidget(tombol)
        if sempit:
            baris.addStretch(1)
        self.lihat.clicked.connect(self._on_lihat)
        self.ambil.clicked.connect(self.ambil_satu)
        self.semua.clicked.connect(self._on_semua)
        self.lewati.clicked.connect(self._on_lewati)
        self.hide()

    def set_baru(self, paths: Sequence[Path]) -> None:
        """Offer these files, the first one first."""
        self._paths = tuple(paths)
        banyak = len(self._paths)
        if banyak == 1:
            self.teks.set_teks(f"1 pindaian baru: {rapikan_nama(self._paths[0].name)}")
        elif banyak:
            self.teks.set_teks(
                f"{banyak} pindaian baru, yang pertama: {rapikan_nama(self._paths[0].name)}"
            )
        self.semua.setText(f"Semua ({banyak})")
        self.semua.setAccessibleName(f"Tambahkan semua {banyak} pindaian baru")
        self.semua.setVisible(banyak > 1)
        self.semua.updateGeometry()
        self.setVisible(banyak > 0)

    def set_tujuan(self, nama: str) -> None:
        """Say on the button which paper is current."""
        pendek = nama if len(nama) <= self._huruf else f"{nama[: self._huruf - 1].rstrip()}…"
        self.ambil.setText(f"Tambahkan ke {pendek}")
        self.ambil.setAccessibleName(f"Tambahkan ke {nama}")
        self.ambil.setToolTip(f"Tambahkan ke {nama}" + (f" ({self._kunci})" if self._kunci else ""))
        self.ambil.updateGeometry()

    def ambil_satu(self) -> bool:
        """Take the first one; False = nothing is offered."""
        if not self._paths:
            return False
        self.diambil.emit(self._paths[:1])
        return True

    def _on_lihat(self) -> None:
        self.dilihat.emit(self._paths[0])

    def _on_semua(self) -> None:
        self.diambil.emit(self._paths)

    def _on_lewati(self) -> None:
        self.dilewati.emit(self._paths[:1])
