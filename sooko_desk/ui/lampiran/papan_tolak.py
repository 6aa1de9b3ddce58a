"""The files that were not added, one sentence each, beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sooko_desk.ui.kit.bingkai_nada import BingkaiNada
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.ui.lampiran.penambah import Tugas

TINGGI_SATU, TINGGI_BANYAK = 54, 112
"""Px for one sentence, and for more, which scroll."""


class PapanTolak(BingkaiNada):
    """Hidden while nothing was refused.

    Signals:
        dicoba_lagi(object): the tuple of `Tugas` that the officer wants to try once more.
    """

    dicoba_lagi = Signal(object)

    def __init__(self) -> None:
        super().__init__(Nada.BAHAYA)
        self._isi: list[tuple[Tugas, str]] = []
        self._judul = build_label("", Peran.TEBAL)
        self._daftar = build_label("", Peran.REDUP)
        self._daftar.setWordWrap(True)
        self._daftar.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._daftar.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.lagi = tombol_teks("Coba lagi", "refresh")
        self.tutup = tombol_teks("", "x")
        self.tutup.setAccessibleName("Tutup daftar yang tidak ditambahkan")
        self.tutup.setToolTip("Tutup daftar ini")
        self._build_layout()
        self.lagi.clicked.connect(self._on_lagi)
        self.tutup.clicked.connect(self.kosongkan)
        self.hide()

    @property
    def kalimat(self) -> tuple[str, ...]:
        """The sentences, oldest first; each names its file."""
        return tuple(_sebut(tugas.sumber.nama, kalimat) for tugas, kalimat in self._isi)

    def tambah(self, tugas: Tugas, kalimat: str) -> None:
        """Say why this one was not added; what was said of it before is over."""
        self._isi = [satu for satu in self._isi if satu[0].token != tugas.token]
        self._isi.append((tugas, kalimat))
        self._tulis()

    def kosongkan(self) -> None:
        """Forget all."""
        self._isi.clear()
        self.hide()

    def _build_layout(self) -> None:
        kepala = QHBoxLayout()
        kepala.setSpacing(THEME.gap_xs)
        kepala.addWidget(self._judul, 1)
        kepala.addWidget(self.lagi)
        kepala.addWidget(self.tutup)
        isi = QWidget()
        isi.setProperty("peran", "isi")
        dalam = QVBoxLayout(isi)
        dalam.setContentsMargins(0, 0, THEME.gap_xs, 0)
        dalam.addWidget(self._daftar)
        dalam.addStretch(1)
        self._gulir = QScrollArea()
        self._gulir.setWidgetResizable(True)
        self._gulir.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._gulir.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._gulir.setWidget(isi)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_xs, THEME.gap_xs, THEME.gap_s)
        layout.setSpacing(THEME.gap_xs)
        layout.addLayout(kepala)
        layout.addWidget(self._gulir)

    def _tulis(self) -> None:
        self._judul.setText(f"{len(self._isi)} tidak ditambahkan")
        self._gulir.setFixedHeight(TINGGI_SATU if len(self._isi) == 1 else TINGGI_BANYAK)
        self._daftar.setText("\n".join(f"– {satu}" for satu in self.kalimat))
        self.setAccessibleName(". ".join((self._judul.text(), *self.kalimat)))
        self.show()

    def _on_lagi(self) -> None:
        tugas = tuple(satu for satu, _ in self._isi)
        self.kosongkan()
        self.dicoba_lagi.emit(tugas)


def _sebut(nama: str, kalimat: str) -> str:
    return kalimat if nama in kalimat else f"{nama}: {kalimat}"
