"""Where the strip stands: at an edge of the screen or free, remembered as text, never outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

if TYPE_CHECKING:
    from collections.abc import Sequence

KIRI, KANAN, BEBAS = "kiri", "kanan", "bebas"
DEKAT_TEPI = 24
"""Px from an edge within which the strip belongs to that edge, also on another screen."""

_TEKS = re.compile(r"(kiri|kanan|bebas),(-?[0-9]{1,5}),(-?[0-9]{1,5}),([0-9]{1,5})")


def write_tempat(bingkai: QRect, layar: QRect) -> str:
    """A place as text, e.g. "kanan,1046,0,728": edge, left, top and height of the frame in px.

    Args:
        bingkai: the window with its frame.
        layar: the screen it stands on, without the task bar.
    """
    if bingkai.left() - layar.left() <= DEKAT_TEPI:
        tepi = KIRI
    elif layar.right() - bingkai.right() <= DEKAT_TEPI:
        tepi = KANAN
    else:
        tepi = BEBAS
    return f"{tepi},{bingkai.left()},{bingkai.top()},{bingkai.height()}"


def read_tempat(teks: str, lebar: int, layar: Sequence[QRect]) -> QRect:
    """Frame of the window for a kept text, inside of one screen.

    Args:
        teks: see `write_tempat`; anything else means the right edge, as high as the screen.
        lebar: width of the frame in px.
        layar: the screens without their task bars, the main one first; at least one.
    """
    dibaca = _TEKS.fullmatch(teks)
    if dibaca is None:
        utama = layar[0]
        return clamp(QRect(utama.right() - lebar + 1, utama.top(), lebar, utama.height()), utama)
    tepi, kiri, atas, tinggi = dibaca[1], int(dibaca[2]), int(dibaca[3]), int(dibaca[4])
    bingkai = QRect(kiri, atas, lebar, tinggi)
    tempat = find_layar(bingkai, layar)
    if tepi == KIRI:
        bingkai.moveLeft(tempat.left())
    elif tepi == KANAN:
        bingkai.moveRight(tempat.right())
    return clamp(bingkai, tempat)


def find_layar(bingkai: QRect, layar: Sequence[QRect]) -> QRect:
    """The screen that shows most of the window; the main one if none shows any."""

    def tampak(satu: QRect) -> int:
        bagian = satu.intersected(bingkai)
        return bagian.width() * bagian.height() if bagian.isValid() else 0

    return max(layar, key=tampak)


def clamp(bingkai: QRect, layar: QRect) -> QRect:
    """The same window inside of the screen; made smaller where it is larger."""
    ukuran = bingkai.size().boundedTo(layar.size())
    kiri = min(max(bingkai.left(), layar.left()), layar.right() - ukuran.width() + 1)
    atas = min(max(bingkai.top(), layar.top()), layar.bottom() - ukuran.height() + 1)
    return QRect(QPoint(kiri, atas), QSize(ukuran))
