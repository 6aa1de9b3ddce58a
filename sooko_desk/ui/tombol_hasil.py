"""The buttons that end a step, one an outcome, with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.tombol import Tombol, tombol_bahaya, tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut

    from sooko_desk.domain.sop import Hasil


LEBAR_BARIS = 418
"""Px that a row of buttons has on the smallest screen."""


class SekaliKlik(QObject):
    """Takes the second half of a double click from buttons that show the next case at once."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True = taken away."""
        return event.type() is QEvent.Type.MouseButtonDblClick or super().eventFilter(
            watched, event
        )


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
        self._isi_baris: list[QHBoxLayout] = []
        self._terpakai = 0
        self._sekali = SekaliKlik(self)
        self._baris = QVBoxLayout(self)
        self._baris.setContentsMargins(0, 0, 0, 0)
        self._baris.setSpacing(THEME.gap_xs)

    @property
    def tombol(self) -> dict[str, Tombol]:
        """The buttons by outcome id, left to right; empty when this officer may press none."""
        return dict(self._tombol)

    def set_hasil(self, hasil: tuple[Hasil, ...]) -> None:
        """Offer these outcomes; the first has Ctrl+Enter, the first way back Ctrl+Shift+Enter."""
        self._kosongkan()
        mundur = next((h.id for h in hasil if h.mundur), "")
        for nomor, h in enumerate(hasil):
            kunci = [h.pintasan] if h.pintasan else []
            if nomor == 0:
                kunci.append("Ctrl+Enter")
            diam = ["Ctrl+Shift+Enter"] if h.id == mundur else []
            build = tombol_bahaya if h.mundur else tombol_utama if nomor == 0 else tombol_kedua
            tombol = build(
                h.label,
                "arrow-back-up" if h.mundur else "check",
                kunci[0] if kunci else "",
            )
            tombol.setObjectName(h.id)
            if diam:  # no room for so long a key on the button itself
                tombol.setToolTip(f"{h.label} (Ctrl+Shift+Enter)")
            tombol.clicked.connect(self._on_tombol_clicked)
            tombol.installEventFilter(self._sekali)
            self._tombol[h.id] = tombol
            self._pasang(tombol)
            for k in (*kunci, *diam):
                self._pintasan.append(self._build_pintasan(k, h.id))

    def set_utama(self, hasil_id: str) -> None:
        """Give Ctrl+Enter to an outcome: what the officer is about to record, never another."""
        for pintasan in self._pintasan:
            if pintasan.key().toString() == "Ctrl+Enter":
                pintasan.setObjectName(hasil_id)
        for satu, tombol in self._tombol.items():
            if tombol.pintasan == "Ctrl+Enter" or satu == hasil_id:
                tombol.set_pintasan("Ctrl+Enter" if satu == hasil_id else "")

    def _pasang(self, tombol: Tombol) -> None:
        """Beside the one before, or below it where both do not fit on a small screen."""
        tombol.setParent(self)  # only then does it know how wide its words are
        lebar = tombol.sizeHint().width() + THEME.gap_s
        self._terpakai += lebar
        if not self._isi_baris or self._terpakai > LEBAR_BARIS:
            self._terpakai = lebar
            baris = QHBoxLayout()
            baris.setSpacing(THEME.gap_s)
            baris.setAlignment(Qt.AlignmentFlag.AlignLeft)
            self._baris.addLayout(baris)
            self._isi_baris.append(baris)
        self._isi_baris[-1].addWidget(tombol)

    def _kosongkan(self) -> None:
        for baris in self._isi_baris:
            self._baris.removeItem(baris)
            baris.deleteLater()
        for tombol in self._tombol.values():
            tombol.hide()
            tombol.deleteLater()
        for pintasan in self._pintasan:
            pintasan.setEnabled(False)
            pintasan.deleteLater()
        self._tombol, self._pintasan, self._isi_baris = {}, [], []

    def _build_pintasan(self, kunci: str, hasil_id: str) -> QShortcut:
        slot = {kunci: self._on_pintasan_activated}
        (pintasan,) = pasang_pintasan(self._bidang, slot, DI_BAGIAN)
        pintasan.setObjectName(hasil_id)
        return pintasan

    def _on_tombol_clicked(self) -> None:
        self.dipilih.emit(self.sender().objectName())

    def _on_pintasan_activated(self) -> None:
        # A plain letter typed into a line edit never gets here: the edit keeps it for itself.
        self.dipilih.emit(self.sender().objectName())
