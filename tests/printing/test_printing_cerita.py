"""The story of a case: one page where it fits, tables with heads on every page, nothing cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import (
    assert_inside_the_page,
    assert_no_letter_on_another,
    page_texts,
    words,
)

from sooko_desk.printing import contoh_formulir
from sooko_desk.printing.cerita import (
    KOLOM_BERKAS,
    KOLOM_KEJADIAN,
    BerkasCerita,
    KejadianCerita,
    render,
)

WORDS = st.text(alphabet="WMiIl ./-,'ÖẠß1", max_size=120)


def test_columns_fill_the_printable_width():
    for columns in (KOLOM_BERKAS, KOLOM_KEJADIAN):
        assert sum(column.lebar_mm for column in columns) == pytest.approx(180)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (4, 1), (9, 2), (60, 9)])
def test_a_usual_case_is_one_page_and_a_long_one_goes_on(count, pages):
    pdf = render(contoh_formulir.cerita(count))
    texts = page_texts(pdf)
    assert len(texts) == pages
    for number, text in enumerate(texts, start=1):
        assert f"Halaman {number} dari {pages}" in text
        assert ("KECAMATAN SOOKO" in text) == (number == 1)
        assert ("(lanjutan)" in text) == (number > 1)
    assert words(pdf).count("Data dibetulkan") == count
    assert "…" not in words(pdf)


def test_what_is_empty_is_left_out():
    text = words(render(replace(contoh_formulir.cerita(1), berkas=())))
    assert "Nomor register" not in text
    assert "BERKAS" not in text
    assert "Dibawa oleh" in text


def test_practice_papers_are_marked():
    assert "LATIHAN" in words(render(replace(contoh_formulir.cerita(1), latihan=True)))


@settings(max_examples=15)
@given(
    papers=st.lists(st.builds(BerkasCerita, WORDS, WORDS, WORDS, WORDS, WORDS), max_size=8),
    events=st.lists(st.builds(KejadianCerita, WORDS, WORDS, WORDS, WORDS, WORDS), max_size=12),
    word=WORDS,
)
def test_no_letter_leaves_the_page_whatever_the_words(papers, events, word):
    data = replace(
        contoh_formulir.cerita(0),
        berkas=tuple(papers),
        kejadian=tuple(events),
        nama_pemohon=word,
        status=word,
        fakta=((word, word), ("Alamat", word), (word, "x")),
    )
    assert_inside_the_page(render(data))


def test_no_letter_stands_on_another():
    assert_no_letter_on_another(render(contoh_formulir.cerita()))
