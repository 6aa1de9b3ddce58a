"""The buttons that end a step, one an outcome, with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sooko_desk.ui.kit.tombol import Tombol, tombol_bahaya, tombol_kedua, tombol_utama

if TYPE_CHECKING:
    from sooko_desk.domain.sop import Hasil


class TombolHasil(QWidget):
    """A row of buttons, made anew for every step.

    The keys work while the focus is inside `bidang` and nowhere else: after a move the focus is
    in the queue, so that the second half of a double press does not end the next step too.

    Signals:
        dipilih(str): id of the outcome that the officer pressed.
    """

    dipilih = Signal(str)

    def __init__(self, bidang: QWidget) -> None:
        super().__init__()
        self._bidang = bidang
        self._tombol: dict[str, Tombol] = {}
        self._pintasan: list[QShortcut] = []
        self._baris = QHBoxLayout(self)
        self._baris.setContentsMargins(0, 0, 0, 0)

    @property
    def tombol(self) -> dict[str, Tombol]:
        """The buttons by outcome id, left to right; empty when this officer may press none."""
        return dict(self._tombol)

    def set_hasil(self, hasil: tuple[Hasil, ...]) -> None:
        """Offer these outcomes; the first is the main one and has Ctrl+Enter."""
        self._kosongkan()
        for nomor, h in enumerate(hasil):
            kunci = [h.pintasan] if h.pintasan else []
            if nomor == 0:
                kunci += ["Ctrl+Return", "Ctrl+Enter"]
            build = tombol_bahaya if h.mundur else tombol_utama if nomor == 0 else tombol_kedua
            tombol = build(
                h.label,
                "arrow-back-up" if h.mundur else "check",
                (kunci[0] if kunci else "").replace("Return", "Enter"),
            )
            tombol.setObjectName(h.id)
            tombol.clicked.connect(self._on_tombol_clicked)
            self._tombol[h.id] = tombol
            self._baris.addWidget(tombol)
            for k in kunci:
                self._pintasan.append(self._build_pintasan(k, h.id))
        self._baris.addStretch(1)

    def _kosongkan(self) -> None:
        while (butir := self._baris.takeAt(0)) is not None:
            if (widget := butir.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for pintasan in self._pintasan:
            pintasan.setEnabled(False)
            pintasan.deleteLater()
        self._tombol, self._pintasan = {}, []

    def _build_pintasan(self, kunci: str, hasil_id: str) -> QShortcut:
        pintasan = QShortcut(QKeySequence(kunci), self._bidang)
        pintasan.setObjectName(hasil_id)
        pintasan.setAutoRepeat(False)
        pintasan.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pintasan.activated.connect(self._on_pintasan_activated)
        return pintasan

    def _on_tombol_clicked(self) -> None:
        self.dipilih.emit(self.sender().objectName())

    def _on_pintasan_activated(self) -> None:
        # A plain letter typed into a line edit never gets here: the edit keeps it for itself.
        self.dipilih.emit(self.sender().objectName())
