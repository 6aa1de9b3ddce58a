"""Register pages: page n always holds the same rows; sums; signature on the book's last page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import letters, page_sizes_mm, page_texts

from sooko_desk.printing import contoh
from sooko_desk.printing.buku_register import (
    KOLOM_KK,
    KOLOM_KTP,
    LEBAR_CETAK_MM,
    KolomRegister,
    hitung_halaman,
    render,
)

SIGNER = "RR. ANINDYA"


def _book(rows: int, **changes):
    data = replace(
        contoh.register_kk(),
        baris=contoh.baris_register(rows),
        jumlah_halaman=hitung_halaman(rows),
    )
    return replace(data, **changes)


def _numbers(pdf: bytes, page: int) -> dict[str, float]:
    """Register number to its height on the page (mm)."""
    found = [x for x in letters(pdf, page) if 26 < x.left < 56 and 36 < x.top < 159]
    rows: dict[float, str] = {}
    for letter in found:
        top = round((letter.bottom - 36) // 6.15 * 6.15, 2)
        rows[top] = rows.get(top, "") + letter.char
    return {text: top for top, text in rows.items()}


@pytest.mark.parametrize("columns", [KOLOM_KK, KOLOM_KTP])
def test_default_columns_fill_the_printable_width(columns):
    assert sum(k.lebar_mm for k in columns) == pytest.approx(LEBAR_CETAK_MM)


@pytest.mark.parametrize(
    ("rows", "pages"), [(0, 1), (1, 1), (19, 1), (20, 1), (21, 2), (40, 2), (41, 3)]
)
def test_page_count_rows_and_sums(rows, pages):
    pdf = render(_book(rows))
    texts = page_texts(pdf)
    assert len(texts) == hitung_halaman(rows) == pages
    for number, text in enumerate(texts, start=1):
        here = min(20, max(0, rows - (number - 1) * 20))
        assert f"Halaman {number} dari {pages}" in text
        assert len(_numbers(pdf, number - 1)) == here
        words = text.split()
        carried, on_page, total = str((number - 1) * 20), str(here), str((number - 1) * 20 + here)
        for value in (carried, on_page, total):
            assert value in words
        assert "Keterangan" in text
        assert (SIGNER in text) == (number == pages)


def test_rows_stand_where_they_stood_when_the_book_grows():
    early, late = render(_book(21)), render(_book(40))
    assert _numbers(early, 0) == _numbers(late, 0)
    first = next(iter(_numbers(early, 1).items()))
    assert first in _numbers(late, 1).items()


def test_a_later_page_alone_is_the_same_page():
    book = _book(40)
    alone = replace(book, baris=book.baris[20:], halaman_pertama=2)
    assert page_texts(render(alone)) == page_texts(render(book))[1:]


def test_a_page_before_the_last_carries_no_signature():
    book = _book(40)
    text = page_texts(render(replace(book, baris=book.baris[:20])))[0]
    assert SIGNER not in text
    assert "Halaman 1 dari 2" in text


def test_practice_print_is_marked_on_every_page():
    texts = page_texts(render(_book(21, latihan=True)))
    assert all("LATIHAN" in text for text in texts)


def test_signer_without_rank_and_number_leaves_those_lines_out():
    text = page_texts(render(contoh.register_ktp()))[0]
    assert "BAMBANG SUTEJO" in text
    assert "NIP." not in text


@settings(max_examples=15, deadline=None)
@given(cell=st.text(alphabet="WMi /-.1Ạ", max_size=200))
def test_no_cell_leaves_its_column(cell):
    row = ("",) * 5 + (cell,) + ("",) * 6
    pdf = render(_book(1, baris=(row,), kop=(), judul="x"))
    width, _ = page_sizes_mm(pdf)[0]
    left = 18 + sum(k.lebar_mm for k in KOLOM_KK[:5])
    for letter in letters(pdf):
        assert letter.right <= width - 9
        if 36.2 < letter.top < 158:
            assert left - 0.2 <= letter.left
            assert letter.right <= left + KOLOM_KK[5].lebar_mm + 0.2
            assert letter.bottom <= 36 + 6.15 + 0.4


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"baris_per_halaman": 0}, "baris_per_halaman"),
        ({"baris_per_halaman": 31}, "baris_per_halaman"),
        ({"kolom": (KolomRegister("x", LEBAR_CETAK_MM + 1),)}, "wider"),
        ({"halaman_pertama": 0}, "outside"),
        ({"halaman_pertama": 3}, "outside"),
        ({"baris": (("satu",),)}, "shorter"),
    ],
)
def test_impossible_books_are_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        render(_book(21, **changes))
