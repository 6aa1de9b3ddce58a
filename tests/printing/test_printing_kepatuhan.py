"""The compliance sheet: the sheet's columns, marks in the actor's column, sums, pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import assert_no_letter_on_another, letters, page_texts, words

from sooko_desk.printing import contoh_formulir
from sooko_desk.printing.lembar_kepatuhan import BarisKepatuhan, render

WORDS = st.text(alphabet="WMiIl ./-,'ÖẠß1", max_size=90)


def _case(**changes):
    return replace(contoh_formulir.lembar_kepatuhan()[0], **changes)


def test_no_sheet_is_refused():
    with pytest.raises(ValueError, match="no sheet"):
        render([])


def test_every_sheet_begins_a_page_of_its_own():
    texts = page_texts(render(contoh_formulir.lembar_kepatuhan()))
    assert len(texts) == 2
    assert all("LEMBAR KEPATUHAN SOP" in text for text in texts)
    assert "KELENGKAPAN" in texts[0]
    assert "KELENGKAPAN" not in texts[1]
    assert "MEDIAN" in texts[1]


def test_the_sheets_words_stand_beside_what_was_measured():
    data = _case()
    text = words(render([data]))
    for words_of_sheet in ("PELAKSANA", "MUTU BAKU", "PELAKSANAAN", "KET", "10 Menit"):
        assert words_of_sheet in text
    for row in data.baris:
        if row.langkah:
            assert row.langkah.output in text
    for measured in ("14,4", "+4,4", "1.204,5", "JUMLAH", "55 Menit"):
        assert measured in text
    assert "* Pelaksana disimpulkan" in text


def test_an_actor_that_was_read_needs_no_note():
    rows = tuple(
        replace(row, langkah=replace(row.langkah, disimpulkan=False)) if row.langkah else row
        for row in _case().baris
    )
    assert "*" not in words(render([_case(baris=rows)])).replace("*" * 12, "")


def test_a_step_without_a_norm_has_no_minutes_in_its_column():
    last = _case().baris[-2]
    assert last.langkah is not None
    assert last.langkah.norma is None
    text = words(render([_case(baris=(last,))]))
    assert "Menit" not in text.replace("Menit adalah", "")


@pytest.mark.parametrize("count", [1, 9, 40])
def test_heads_come_again_and_only_the_last_page_is_signed(count):
    rows = _case().baris[:1] * count
    texts = page_texts(render([_case(baris=rows)]))
    for number, text in enumerate(texts, start=1):
        assert "KEGIATAN" in text
        assert ("(lanjutan)" in text) == (number > 1)
        assert ("ANINDYA" in text) == (number == len(texts))


def test_practice_sheets_are_marked():
    assert "LATIHAN" in words(render([_case(latihan=True)]))


@settings(max_examples=15)
@given(
    rows=st.lists(
        st.builds(
            BarisKepatuhan,
            st.sampled_from([row.langkah for row in _case().baris]),
            st.tuples(WORDS, WORDS, WORDS, WORDS),
            lewat=st.booleans(),
            judul=WORDS,
            norma=WORDS,
        ),
        max_size=10,
    ),
    note=WORDS,
)
def test_no_letter_leaves_the_page_whatever_the_words(rows, note):
    pdf = render([_case(baris=tuple(rows), catatan=(note,) * 3, subjudul=note)])
    for number in range(len(page_texts(pdf))):
        for letter in letters(pdf, number):
            assert letter.left >= 11.5, letter
            assert letter.right <= 285.5, letter
            assert letter.top >= 5, letter
            assert letter.bottom <= 206, letter


def test_no_letter_stands_on_another():
    assert_no_letter_on_another(render(contoh_formulir.lembar_kepatuhan()))
