"""Where things stand on the intake tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

BAGIAN = (13, 8)
"""Shares of the width of the form and of the papers beside it."""


def susun_badan(form: QWidget, temuan: QWidget, samping: QWidget) -> QHBoxLayout:
    """The form with what is found below it, so that this never moves a field; papers beside it."""
    kiri = QVBoxLayout()
    kiri.setSpacing(THEME.gap_s)
    kiri.addWidget(form, 1)
    kiri.addWidget(temuan)
    badan = QHBoxLayout()
    badan.setSpacing(THEME.gap_m)
    badan.addLayout(kiri, BAGIAN[0])
    badan.addWidget(samping, BAGIAN[1])
    return badan


def susun_tombol(kiri: tuple[QWidget, ...], kanan: tuple[QWidget, ...]) -> QHBoxLayout:
    """The row of buttons: what ends the form on the left, what else there is on the right."""
    baris = QHBoxLayout()
    for tombol in kiri:
        baris.addWidget(tombol)
    baris.addStretch(1)
    for tombol in kanan:
        baris.addWidget(tombol)
    return baris
