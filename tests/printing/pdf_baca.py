"""Reading a PDF back for the tests: text, letter boxes in mm, pictures."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

MM = 72 / 25.4


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
