"""Fields for the groups of a code on paper: four letters each, the caret goes on by itself.

What is typed is shown in capitals and kept as typed otherwise: which letter stands for which digit
is known where the code is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

HURUF = 4
"""Letters of a group."""
_LEBAR = 92


def bersihkan_kode(teks: str) -> str:
    """Letters and digits alone, in capitals."""
    return "".join(h for h in teks.upper() if h.isascii() and h.isalnum())


class _Kelompok(QLineEdit):
    """One group.

    Signals:
        ditempel(str): a text was pasted; it may belong to several groups.
        mundur(): Backspace in an empty field.
    """

    ditempel = Signal(str)
    mundur = Signal()

    def __init__(self, nomor: int) -> None:
        super().__init__()
        self.setMaxLength(HURUF)
        self.setFixedWidth(_LEBAR)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(f"Kelompok {nomor} dari kode")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste over all groups; Backspace goes back to the group before."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.ditempel.emit(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.mundur.emit()
        else:
            super().keyPressEvent(event)


class IsianKode(QWidget):
    """The groups that are asked for, side by side.

    Args:
        kelompok: their numbers as on the paper, from 1.

    Signals:
        berubah(): the officer typed or pasted.
        selesai(): Enter in any field.
    """

    berubah = Signal()
    selesai = Signal()

    def __init__(self, kelompok: Sequence[int]) -> None:
        super().__init__()
        self._baris = QHBoxLayout(self)
        self._baris.setContentsMargins(0, 0, 0, 0)
        self._baris.setSpacing(THEME.gap_s)
        self._isian: dict[int, _Kelompok] = {}
        for nomor in kelompok:
            isian = _Kelompok(nomor)
            isian.textEdited.connect(self._on_text_edited)
            isian.ditempel.connect(self._on_ditempel)
            isian.mundur.connect(self._on_mundur)
            isian.returnPressed.connect(self.selesai)
            kolom = QVBoxLayout()
            kolom.setSpacing(THEME.gap_xs)
            kolom.addWidget(build_label(f"Kelompok {nomor}", Peran.LABEL))
            kolom.addWidget(isian)
            self._baris.addLayout(kolom)
            self._isian[nomor] = isian
        self._baris.addStretch(1)
        self.setFocusProxy(next(iter(self._isian.values())))

    def nilai(self) -> dict[int, str]:
        """What stands in each group, by its number; capitals, nothing else changed."""
        return {nomor: isian.text() for nomor, isian in self._isian.items()}

    def teks(self) -> str:
        """All groups, parted by blanks."""
        return " ".join(self.nilai().values())

    def penuh(self) -> bool:
        """Whether every group has all its letters."""
        return all(len(isian.text()) == HURUF for isian in self._isian.values())

    def kosongkan(self) -> None:
        """Forget what was typed; the caret goes to the first group."""
        for isian in self._isian.values():
            isian.clear()
        self.setFocus()

    def sorot(self, nomor: int) -> None:
        """Put the caret into a group, all of it chosen, so that typing replaces it."""
        self._isian[nomor].setFocus()
        self._isian[nomor].selectAll()

    def _urut(self) -> list[_Kelompok]:
        return list(self._isian.values())

    def _on_text_edited(self, teks: str) -> None:
        isian = self.sender()
        assert isinstance(isian, _Kelompok)
        bersih = bersihkan_kode(teks)
        if bersih != teks:
            caret = min(isian.cursorPosition(), len(bersih))
            with QSignalBlocker(isian):
                isian.setText(bersih)
            isian.setCursorPosition(caret)
        if len(bersih) == HURUF and isian.cursorPosition() == HURUF:
            self._pindah(isian, 1)
        self.berubah.emit()

    def _on_ditempel(self, teks: str) -> None:
        """Fill this group and those behind it; a whole code fills all, wherever the caret is."""
        isian = self.sender()
        assert isinstance(isian, _Kelompok)
        bersih, semua = bersihkan_kode(teks), self._urut()
        mulai = 0 if len(bersih) == HURUF * len(semua) else semua.index(isian)
        for tempat, satu in enumerate(semua[mulai:]):
            if bagian := bersih[tempat * HURUF : (tempat + 1) * HURUF]:
                satu.setText(bagian)
                satu.setFocus()
        self.berubah.emit()

    def _on_mundur(self) -> None:
        isian = self.sender()
        assert isinstance(isian, _Kelompok)
        self._pindah(isian, -1)

    def _pindah(self, dari: _Kelompok, arah: int) -> None:
        semua = self._urut()
        tempat = semua.index(dari) + arah
        if 0 <= tempat < len(semua):
            semua[tempat].setFocus()
            semua[tempat].end(False)
