"""Reading a PDF back for the tests: text, letter boxes in mm, pictures."""

from __future__ import annotations

import io
import re
from bisect import bisect
from contextlib import contextmanager
from ctypes import byref, c_double, c_float
from dataclasses import dataclass
from itertools import chain, combinations, pairwise, product
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PIL.Image import Image

    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.printing.tabel import KolomRegister

MM = 72 / 25.4
TOUCH_MM = 0.45
"""Two letters may share so much in both directions: kerning, marks above and below."""

CROSS_MM = 0.3
"""A letter may reach so far over a line: the line's own half, a tail."""
FONT = r"/[A-Z]{6}\+NotoSans-(Regular|SemiBold|Bold)$"


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
        box = [c_double() for _ in range(4)]
        where = [byref(value) for value in box]
        for index in range(text.count_chars()):
            char = chr(pdfium_c.FPDFText_GetUnicode(text, index))
            if not char.strip():
                continue
            pdfium_c.FPDFText_GetCharBox(text, index, *where)
            left, right, bottom, top = (value.value / MM for value in box)
            found.append(Letter(char, left, height / MM - top, right, height / MM - bottom))
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
        fields: dict[tuple[int, int], list[Letter]] = {}
        for letter in letters(pdf, number):
            for field in product(
                _fields(letter.left, letter.right), _fields(letter.top, letter.bottom)
            ):
                fields.setdefault(field, []).append(letter)
        for one, other in chain.from_iterable(combinations(f, 2) for f in fields.values()):
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            assert across <= TOUCH_MM or down <= TOUCH_MM, (one, other)


def _fields(start: float, end: float) -> range:
    """The squares of 4 mm that a length reaches into."""
    return range(int(start // 4), int(end // 4) + 1)


def assert_no_letter_on_a_rule(pdf: bytes) -> None:
    """No letter stands across a straight line: a rule, the side of a cell, the edge of a fill."""
    for number in range(len(page_sizes_mm(pdf))):
        found = letters(pdf, number)
        level, upright = rules(pdf, number)
        by_top = sorted(found, key=lambda letter: letter.top)
        tops = [letter.top for letter in by_top]
        for y, left, right in level:
            for letter in by_top[bisect(tops, y - 12) : bisect(tops, y - CROSS_MM)]:
                apart = letter.bottom - CROSS_MM <= y
                apart = apart or letter.right - CROSS_MM <= left or letter.left + CROSS_MM >= right
                assert apart, (letter, "level", y, left, right)
        by_left = sorted(found, key=lambda letter: letter.left)
        lefts = [letter.left for letter in by_left]
        for x, top, bottom in upright:
            for letter in by_left[bisect(lefts, x - 12) : bisect(lefts, x - CROSS_MM)]:
                apart = letter.right - CROSS_MM <= x
                apart = apart or letter.bottom - CROSS_MM <= top or letter.top + CROSS_MM >= bottom
                assert apart, (letter, "upright", x, top, bottom)


Rule = tuple[float, float, float]


def rules(pdf: bytes, page_number: int) -> tuple[set[Rule], set[Rule]]:
    """The level and the upright lines of a page: where, from, to (mm from its top left)."""
    level: set[Rule] = set()
    upright: set[Rule] = set()
    with _pages(pdf) as pages:
        page = pages[page_number]
        height = page.get_height() / MM
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH]):
            for (x1, y1), (x2, y2) in _strokes(item):
                if abs(x1 - x2) < 0.01:
                    upright.add((x1, *sorted((height - y1, height - y2))))
                elif abs(y1 - y2) < 0.01:
                    level.add((height - y1, *sorted((x1, x2))))
    return level, upright


Point = tuple[float, float]


def _strokes(item: pdfium.PdfObject) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path, in mm from the lower left corner of the page."""
    matrix = item.get_matrix()
    x, y = c_float(), c_float()
    here: Point | None = None
    start: Point | None = None
    for index in range(pdfium_c.FPDFPath_CountSegments(item)):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        a, b = matrix.on_point(x.value, y.value)
        there = (a / MM, b / MM)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = there
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO and here:
            yield here, there
        here = there
        if pdfium_c.FPDFPathSegment_GetClose(segment) and start:
            yield here, start


def assert_inside_paper(pdf: bytes, paper: Kertas) -> None:
    """Every page is of that size, and no letter is where its printer cannot print."""
    margins = paper.pinggir
    for number, size in enumerate(page_sizes_mm(pdf)):
        assert size == pytest.approx((paper.lebar, paper.tinggi), abs=0.05)
        for letter in letters(pdf, number):
            assert letter.left >= margins.kiri, letter
            assert letter.top >= margins.atas, letter
            assert letter.right <= paper.lebar - margins.kanan, letter
            assert letter.bottom <= paper.tinggi - margins.bawah, letter


def assert_only_embedded_fonts(pdf: bytes) -> None:
    """Every font that a page names is one of the three house fonts and lies in the file."""
    with pikepdf.open(io.BytesIO(pdf)) as read:
        for page in read.pages:
            fonts = list(page.Resources.Font.values())
            assert fonts
            for font in fonts:
                assert re.match(FONT, str(font.BaseFont))
                assert "/FontFile2" in font.FontDescriptor


def bare(text: str) -> str:
    """A text without its blanks and line ends, to find words that were broken over lines.

    PDFium reads a hyphen at the end of a line as a mark of its own.
    """
    return "".join(text.replace("\ufffe", "-").replace("\x02", "-").split())
