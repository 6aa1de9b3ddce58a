"""Where the parts of one line of the checklist are, for painting, measuring and clicking alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from sooko_desk.ui.kit.ceklis_kata import Gaya, Keping, list_keping, list_nanti, sub_words
from sooko_desk.ui.kit.lencana import CHIP_HEIGHT, chip_size
from sooko_desk.ui.theme import THEME, small_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.ui.kit.ceklis_kata import Baris

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

_NUMBER = 20
_BOX = 18
_PENCIL = 28
_PAD = 7
_LEAST_NAME = 96
"""Px below which a name of two lines gets the whole width and the chips go under it."""
_MOST_LINES = 2
_ENDLESS = 10_000
_MOST_KEPT = 300
_OFFER_SIDE = 7
_QUIET_GAP = 4


@dataclass(frozen=True, slots=True)
class Tata:
    """Parts of one line in px from the line's own top left corner.

    Attributes:
        tick: where a click ticks: everything left of the name.
        sub: the small words; empty when there are none.
        keping: chips with their places.
        pencil: opens the note; empty while readonly.
    """

    tick: QRect
    number: QRect
    box: QRect
    nama: QRect
    sub: QRect
    keping: tuple[tuple[QRect, Keping], ...]
    pencil: QRect
    height: int

    def keping_at(self, spot: QPoint) -> Keping | None:
        """The chip under the mouse."""
        return next((k for rect, k in self.keping if rect.contains(spot)), None)


class Lembar:
    """What all lines of one list share.

    Args:
        font: letters of the names.
        live: marks can be set.
        periksa: data are compared on this screen.
    """

    def __init__(self, font: QFont, *, live: bool, periksa: bool) -> None:
        self.font = font
        self.live = live
        self.periksa = periksa
        self.name = QFontMetrics(font)
        self.small = QFontMetrics(small_font(font))
        self._laid_out: dict[tuple[Baris, int], Tata] = {}
        self._chip_widths: dict[Keping, int] = {}

    def lay_out(self, baris: Baris, width: int) -> Tata:
        """Place the parts of a line that is `width` px wide; once for each look of a line."""
        place = self._laid_out.get((baris, width))
        if place is None:
            if len(self._laid_out) >= _MOST_KEPT:
                self._laid_out.clear()
            place = self._laid_out[baris, width] = self._measure(baris, width)
        return place

    def _measure(self, baris: Baris, width: int) -> Tata:
        first = max(THEME.row_height, self.name.height() + 2 * _PAD)
        number = QRect(0, 0, _NUMBER, first)
        box = QRect(number.right() + 9, (first - _BOX) // 2, _BOX, _BOX)
        left = box.right() + 11
        right = width - (_PENCIL if self.live else THEME.gap_s)
        keping = list_keping(baris, ditawari=self.live, periksa=self.periksa)
        room = right - left
        beside = room - self._reserve(baris, keping) - THEME.gap_s
        start = QPoint(left, (first - self.name.height()) // 2)
        nama = self._wrap(baris.berkas.nama, start, beside)
        if self._is_cramped(nama, beside):
            nama = self._wrap(baris.berkas.nama, start, room)
            sub, places, bottom = self._below(baris, keping, nama, right)
        else:
            chips = self._flow(keping, left + beside, right)
            places = _place(chips, right, (first - CHIP_HEIGHT) // 2)
            taken = QRect(left + beside, 0, right - left - beside, (first + CHIP_HEIGHT) // 2)
            sub = self._sub(baris, nama, right, taken)
            bottom = max(nama.bottom(), sub.bottom(), first - _PAD - 1)
        return Tata(
            tick=QRect(0, 0, left - 3, bottom + 1 + _PAD),
            number=number,
            box=box,
            nama=nama,
            sub=sub,
            keping=places,
            pencil=QRect(right, 0, _PENCIL, first) if self.live else QRect(),
            height=bottom + 1 + _PAD,
        )

    def _chip_width(self, keping: Keping) -> int:
        width = self._chip_widths.get(keping)
        if width is None:
            width = chip_size(keping.teks, self.font).width()
            if keping.gaya is not Gaya.PENUH:
                side = _QUIET_GAP if keping.gaya is Gaya.SENYAP else 2 * _OFFER_SIDE
                width = self.small.horizontalAdvance(keping.teks) + 1 + side
            self._chip_widths[keping] = width
        return width

    def _reserve(self, baris: Baris, keping: Sequence[Keping]) -> int:
        nanti = list_nanti(baris, ditawari=self.live, periksa=self.periksa)
        return max(self._total(k) for k in (keping, *nanti))

    def _total(self, keping: Sequence[Keping]) -> int:
        return sum(self._chip_width(k) + THEME.gap_xs for k in keping)

    def _wrap(self, teks: str, at: QPoint, width: int) -> QRect:
        room = QRect(at.x(), at.y(), max(width, 1), _ENDLESS)
        return self.name.boundingRect(room, WRAP, teks)

    def _is_cramped(self, nama: QRect, width: int) -> bool:
        lines = nama.height() / self.name.height()
        squeezed = lines > 1 and width < _LEAST_NAME
        return squeezed or nama.width() > width or lines > _MOST_LINES

    def _sub(self, baris: Baris, nama: QRect, right: int, chips: QRect) -> QRect:
        """Beside a short name, else below it."""
        words = sub_words(baris.berkas)
        if not words:
            return QRect()
        left = nama.right() + 1 + THEME.gap_m
        rise = self.name.ascent() - self.small.ascent()
        one_line = nama.height() <= self.name.height()
        # Less than the room, not as much: the width is rounded, and Qt breaks by its fractions.
        if one_line and self.small.horizontalAdvance(words) < chips.left() - left:
            return QRect(left, nama.top() + rise, chips.left() - left, self.small.height())
        top = max(nama.bottom(), chips.bottom()) + 1
        room = QRect(nama.left(), top, right - nama.left(), _ENDLESS)
        return self.small.boundingRect(room, WRAP, words)

    def _below(
        self, baris: Baris, keping: Sequence[Keping], nama: QRect, right: int
    ) -> tuple[QRect, tuple[tuple[QRect, Keping], ...], int]:
        """Small words and chips under the name, on one line where both fit; and the bottom."""
        words = sub_words(baris.berkas)
        top = nama.bottom() + 2
        chips = self._flow(keping, nama.left(), right)
        sub = QRect()
        if words:
            room = QRect(nama.left(), top, right - nama.left(), _ENDLESS)
            sub = self.small.boundingRect(room, WRAP, words)
            free = right - nama.left() - self._total(keping) - THEME.gap_s
            if sub.width() <= free and sub.height() <= self.small.height():
                sub.moveTop(top + (CHIP_HEIGHT - sub.height()) // 2)
            else:
                top = sub.bottom() + 2
        places = _place(chips, right, top)
        bottom = max([nama.bottom(), sub.bottom(), *(rect.bottom() for rect, _ in places)])
        return sub, places, bottom

    def _flow(
        self, keping: Sequence[Keping], left: int, right: int
    ) -> list[list[tuple[int, Keping]]]:
        """Chips with their widths, broken into as many lines as the room asks for."""
        lines: list[list[tuple[int, Keping]]] = [[]]
        used = 0
        for k in keping:
            width = self._chip_width(k)
            if lines[-1] and used + width > right - left:
                lines.append([])
                used = 0
            lines[-1].append((width, k))
            used += width + THEME.gap_xs
        return lines


def _place(
    lines: Sequence[Sequence[tuple[int, Keping]]], right: int, top: int
) -> tuple[tuple[QRect, Keping], ...]:
    """Flush right, line under line."""
    places = []
    for line in lines:
        left = right - sum(width + THEME.gap_xs for width, _ in line)
        for width, keping in line:
            places.append((QRect(left, top, width, CHIP_HEIGHT), keping))
            left += width + THEME.gap_xs
        top += CHIP_HEIGHT + 2
    return tuple(places)
