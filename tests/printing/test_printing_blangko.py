"""The power-cut slip: both halves hold any list, boxes for NIK stand on the office half only."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.kasus import HEADS
from printing.pdf_baca import (
    assert_no_letter_on_a_rule,
    assert_no_letter_on_another,
    letters,
    page_sizes_mm,
    page_texts,
    picture,
    rules,
    words,
)

from sooko_desk.printing import contoh_blangko
from sooko_desk.printing.blangko import BANYAK_ANGKA, render
from sooko_desk.printing.kertas import A5

MIDDLE = 148.5
SAMPLE, COPY = contoh_blangko.blangko()
WORDS = st.lists(st.text(alphabet="WMiIl ./-,'Ö1 ", max_size=90), max_size=20).map(tuple)


def assert_halves_hold(pdf: bytes) -> None:
    assert len(page_texts(pdf)) == 1
    for letter in letters(pdf):
        if 88 < letter.left < 122 and abs((letter.top + letter.bottom) / 2 - MIDDLE) < 2:
            continue  # "cut here"
        assert letter.left >= 14.5, letter
        assert letter.right <= 195.5, letter
        assert letter.top >= 8, letter
        assert letter.bottom <= 290.5, letter
        assert letter.bottom <= MIDDLE - 2 or letter.top >= MIDDLE + 2, letter


@settings(max_examples=25)
@given(reasons=WORDS, papers=WORDS, head=HEADS)
def test_no_text_leaves_its_half_whatever_the_lists(reasons, papers, head):
    assert_halves_hold(render((replace(SAMPLE, alasan=reasons, berkas=papers, kop=head),)))


@pytest.mark.parametrize("sample", [SAMPLE, COPY])
def test_nothing_stands_on_a_letter_or_on_a_line(sample):
    pdf = render((sample,))
    assert_halves_hold(pdf)
    assert_no_letter_on_another(pdf)
    assert_no_letter_on_a_rule(pdf)
    assert "…" not in words(pdf)


def test_the_applicants_half_has_no_place_for_a_nik():
    upper, lower = page_texts(render((replace(SAMPLE, kertas=A5),)))
    assert "NIK" not in upper
    assert "Nomor KK" not in upper
    assert "NIK" in lower
    assert "Nomor KK" in lower


def test_nik_and_kk_number_have_sixteen_boxes_each():
    _, upright = rules(render((SAMPLE,)), 0)
    boxes = [x for x, top, bottom in upright if abs(bottom - top - 5.6) < 0.01]
    assert len(boxes) == 2 * (BANYAK_ANGKA + 1)


def test_every_reason_and_paper_can_be_ticked():
    text = words(render((SAMPLE,)))
    assert all(text.count(reason) == 1 for reason in SAMPLE.alasan)
    assert all(text.count(paper) == 2 for paper in SAMPLE.berkas)
    assert text.count("Lain: ....") == 2


@pytest.mark.parametrize("dpi", [150, 300])
def test_both_qr_codes_read_as_the_reserved_number(dpi):
    found = zxingcpp.read_barcodes(picture(render((SAMPLE,)), dpi))
    assert [code.text for code in found] == ["TB-KK-2026-00031"] * 2


def test_a_pad_has_a_page_a_slip_and_its_copy_says_so():
    first, second = page_texts(render((SAMPLE, COPY)))
    assert "SALINAN" not in first
    assert second.count("SALINAN ke-1") == 2
    assert first.count("TB-KK-2026-00031") == 3
    assert second.count("TB-KTP-2026-00009") == 3


def test_it_says_that_it_is_free_and_what_to_bring():
    text = words(render((SAMPLE,)))
    assert "TIDAK DIPUNGUT BIAYA" in text
    assert "UU No. 24 Tahun 2013 Pasal 79A" in text
    assert "Bawa tanda bukti ini saat mengambil." in text


def test_on_a5_each_half_is_a_page():
    pdf = render((replace(SAMPLE, kertas=A5),))
    assert page_sizes_mm(pdf) == [pytest.approx((210, 148), abs=0.1)] * 2
