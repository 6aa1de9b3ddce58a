"""The list of originals in the office: oldest first, every row whole, heads on every page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import (
    assert_inside_cells,
    assert_inside_the_page,
    assert_no_letter_on_another,
    column_edges,
    letters,
    page_sizes_mm,
    page_texts,
    words,
)

from sooko_desk.printing import contoh
from sooko_desk.printing.daftar_asli import KOLOM, BarisAsli, render

WORDS = st.text(alphabet="WMiIl ./-,'ŌẠÖß1 ", max_size=120)
SIGNER = "RR. ANINDYA"


def _list(rows, **changes):
    return replace(contoh.daftar_asli(), baris=tuple(rows), **changes)


def test_columns_fill_the_printable_width():
    assert sum(column.lebar_mm for column in KOLOM) == pytest.approx(180)


def test_an_empty_list_says_so_on_one_signed_page():
    (text,) = page_texts(render(_list(())))
    assert "Tidak ada berkas asli pemohon yang masih di kantor." in text
    assert "Nomor tanda bukti" not in text
    assert "Yang paling lama" not in text
    assert "Halaman 1 dari 1" in text
    assert SIGNER in text


@pytest.mark.parametrize("count", [1, *range(18, 27), 60, 400])
def test_every_page_has_the_head_and_rows_and_only_the_last_is_signed(count):
    pdf = render(_list(contoh.baris_asli(count)))
    texts = page_texts(pdf)
    for number, text in enumerate(texts, start=1):
        assert f"Halaman {number} dari {len(texts)}" in text
        assert ("KECAMATAN SOOKO" in text) == (number == 1)
        assert ("(lanjutan)" in text) == (number > 1)
        assert (SIGNER in text) == (number == len(texts))
        assert "Nomor tanda bukti" in text
        assert re.search(r"471\.14/TB-", text)
    whole = words(pdf)
    assert whole.count("471.14/TB-") == count
    assert "…" not in whole


def test_oldest_stand_first_and_the_sums_count_rows_and_cases():
    rows = (
        BarisAsli("471.14/TB-3/416-313/2026", "BARU", "Sooko", "Buku nikah", "19-11-2026", 2, "-"),
        BarisAsli("471.14/TB-1/416-313/2026", "LAMA", "Sooko", "Buku nikah", "01-10-2026", 51, "-"),
        BarisAsli("471.14/TB-1/416-313/2026", "LAMA", "Sooko", "KTP-el", "01-10-2026", 51, "-"),
    )
    (text,) = page_texts(render(_list(rows)))
    assert text.index("LAMA") < text.index("BARU")
    assert text.index("Buku nikah") < text.index("KTP-el")
    assert "51 hari" in text
    sums = text[text.index("Berkas asli di kantor") :].split()
    assert "3" in sums
    assert "2" in sums


def test_village_names_stay_whole():
    text = page_texts(render(contoh.daftar_asli()))[0]
    assert "Ngingasrembyong" in text
    assert "Karangkedawang" in text


def test_practice_print_is_marked_on_every_page():
    texts = page_texts(render(_list(contoh.baris_asli(40), latihan=True)))
    assert [text.count("LATIHAN") for text in texts] == [1, 1]


@settings(max_examples=25)
@given(
    rows=st.lists(
        st.builds(BarisAsli, WORDS, WORDS, WORDS, WORDS, WORDS, st.integers(0, 99_999), WORDS),
        max_size=24,
    )
)
def test_no_letter_leaves_the_page_or_its_cell_whatever_the_words(rows):
    pdf = render(_list(rows))
    assert_inside_the_page(pdf)
    pages = len(page_sizes_mm(pdf))
    for number in range(pages):
        found = letters(pdf, number)
        top = 50.5 if number == 0 else 28.5
        end = 279.0
        if number == pages - 1:  # the sums begin with the B of "Berkas asli di kantor"
            end = max(x.top for x in found if x.char == "B" and x.left < 17) - 2
        if rows:
            assert_inside_cells((x for x in found if top < x.top < end), column_edges(KOLOM))


def test_no_letter_stands_on_another():
    assert_no_letter_on_another(render(contoh.daftar_asli()))
