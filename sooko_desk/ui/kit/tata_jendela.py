"""What a window of its own has around its content: the buttons in a row at the foot of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Iterable


def tata_jendela(
    jendela: QWidget,
    isi: QWidget | QLayout,
    kabar: Iterable[QWidget],
    tombol: Iterable[QWidget],
    tutup: QWidget,
) -> None:
    """Give a window its layout, from top to bottom; the content takes the room that is left.

    Args:
        jendela: has no layout yet.
        isi: the content, mostly a card.
        kabar: what tells how it went, below the content, one below the other.
        tombol: the main button, then the others, at the left of the foot.
        tutup: closes the window, at the right of the foot.
    """
    kaki = QHBoxLayout()
    kaki.setSpacing(THEME.gap_s)
    for satu in tombol:
        kaki.addWidget(satu)
    kaki.addStretch(1)
    kaki.addWidget(tutup)
    layout = QVBoxLayout(jendela)
    layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
    layout.setSpacing(THEME.gap_s)
    if isinstance(isi, QLayout):
        layout.addLayout(isi, 1)
    else:
        layout.addWidget(isi, 1)
    for satu in kabar:
        layout.addWidget(satu)
    layout.addLayout(kaki)
