"""Reading a PDF back for the tests: text, letter boxes in mm, pictures."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PIL.Image import Image

    from sooko_desk.printing.tabel import KolomRegister

MM = 72 / 25.4
TOUCH_MM = 0.45
"""Two letters may share so much in both directions: kerning, marks above and below."""


@dataclass(frozen=True)
class Letter:
    """One printed letter and its box in mm from the top left corner of its page."""

    char: str
    left: float
    top: float
    right: float
    bottom: float


@contextmanager
def _pages(pdf: bytes) -> Iterator[list[pdfium.PdfPage]]:
    document = pdfium.PdfDocument(pdf)
    pages = [document[n] for n in range(len(document))]
    try:
        yield pages
    finally:
        for page in pages:
            page.close()
        document.close()


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, line ends made plain."""
    texts = []
    with _pages(pdf) as pages:
        for page in pages:
            text = page.get_textpage()
            texts.append(text.get_text_bounded().replace("\r\n", "\n"))
            text.close()
    return texts


def page_sizes_mm(pdf: bytes) -> list[tuple[float, float]]:
    with _pages(pdf) as pages:
        return [(page.get_width() / MM, page.get_height() / MM) for page in pages]


def letters(pdf: bytes, page_number: int = 0) -> list[Letter]:
    """Every printed letter of a page but blanks."""
    found = []
    with _pages(pdf) as pages:
        page = pages[page_number]
        height = page.get_height()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            char = text.get_text_range(index, 1)
            if not char.strip():
                continue
            left, bottom, right, top = text.get_charbox(index)
            box = (left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
            found.append(Letter(char, *box))
        text.close()
    return found


def picture(pdf: bytes, dpi: int, page_number: int = 0) -> Image:
    with _pages(pdf) as pages:
        return pages[page_number].render(scale=dpi / 72).to_pil()


def words(pdf: bytes) -> str:
    """The text of all pages as one line."""
    return " ".join(" ".join(page_texts(pdf)).split())


def column_edges(columns: Sequence[KolomRegister]) -> list[float]:
    """The rules of a table at the left margin, in mm."""
    edges = [15.0]
    for column in columns:
        edges.append(edges[-1] + column.lebar_mm)
    return edges


def assert_inside_the_page(pdf: bytes) -> None:
    """Every letter of a flowing A4 paper is in its column and above the foot, or in the foot."""
    for number, size in enumerate(page_sizes_mm(pdf)):
        assert size == pytest.approx((210, 297), abs=0.1)
        for letter in letters(pdf, number):
            assert letter.left >= 14.5, letter
            assert letter.right <= 195.5, letter
            assert letter.top >= 8, letter
            assert letter.bottom <= 280.2 or letter.top >= 283, letter
            assert letter.bottom <= 289, letter


def assert_inside_cells(found: Iterable[Letter], edges: Sequence[float]) -> None:
    """Every letter stands between two rules and touches neither."""
    for letter in found:
        assert any(
            left + 0.4 <= letter.left and letter.right <= right - 0.4
            for left, right in pairwise(edges)
        ), letter


def assert_no_letter_on_another(pdf: bytes) -> None:
    """No two letters of a page cover each other."""
    for number in range(len(page_sizes_mm(pdf))):
        found = sorted(letters(pdf, number), key=lambda letter: letter.top)
        for place, one in enumerate(found):
            for other in islice(found, place + 1, None):
                if other.top > one.bottom - TOUCH_MM:
                    break
                across = min(one.right, other.right) - max(one.left, other.left)
                down = min(one.bottom, other.bottom) - other.top
                assert across <= TOUCH_MM or down <= TOUCH_MM, (one, other)
