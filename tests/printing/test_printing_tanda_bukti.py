"""The receipt: both halves hold whatever the names are; QR readable; copy and practice marks."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import letters, page_texts, picture

from sooko_desk.printing import contoh
from sooko_desk.printing.tanda_bukti import BarisBerkas, render

MIDDLE = 148.5
WORDS = st.text(alphabet="WMiIl ./-,'ŌẠÖß1 ", max_size=160)
LONG = "WAHYUNINGTYAS " * 12


def _is_cut_label(letter) -> bool:
    return 88 < letter.left < 122 and abs((letter.top + letter.bottom) / 2 - MIDDLE) < 2


def assert_halves_hold(pdf: bytes) -> None:
    assert len(page_texts(pdf)) == 1
    for letter in letters(pdf):
        if _is_cut_label(letter):
            continue
        assert letter.left >= 14.5, letter
        assert letter.right <= 195.5, letter
        assert letter.top >= 8, letter
        assert letter.bottom <= 290.5, letter
        assert letter.bottom <= MIDDLE - 2 or letter.top >= MIDDLE + 2, letter


@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(WORDS, min_size=9, max_size=9),
    papers=st.lists(st.builds(BarisBerkas, WORDS, st.booleans(), WORDS), max_size=10),
    steps=st.lists(WORDS, max_size=12),
)
def test_no_text_leaves_its_half_whatever_the_names(words, papers, steps):
    fields = (
        "nama_pemohon",
        "alamat",
        "desa",
        "petugas",
        "pembawa",
        "hubungan_pembawa",
        "pengantar",
        "jenis",
        "telepon",
    )
    data = replace(
        contoh.tanda_bukti(),
        **dict(zip(fields, words, strict=True)),
        berkas=tuple(papers),
        langkah=tuple(steps),
    )
    assert_halves_hold(render(data))


@pytest.mark.parametrize("count", range(11))
def test_each_number_of_papers_is_listed_in_full_on_both_halves(count):
    papers = tuple(
        BarisBerkas(f"Surat nomor {n} " + "x" * 46, ada=n % 2 == 0) for n in range(count)
    )
    pdf = render(replace(contoh.tanda_bukti(), berkas=papers))
    assert_halves_hold(pdf)
    text = " ".join(page_texts(pdf)[0].split())
    for n in range(count):
        assert text.count(f"Surat nomor {n} ") == 2
    assert "…" not in text


def test_more_papers_than_expected_still_all_have_a_row():
    papers = tuple(BarisBerkas(f"Surat{n}", ada=True) for n in range(30))
    pdf = render(replace(contoh.tanda_bukti(), berkas=papers))
    assert_halves_hold(pdf)
    assert page_texts(pdf)[0].count("Surat29") == 2


@pytest.mark.parametrize("dpi", [150, 300])
def test_both_qr_codes_read_as_the_scan_code(dpi):
    found = zxingcpp.read_barcodes(picture(render(contoh.tanda_bukti()), dpi))
    assert [code.text for code in found] == ["TB-KK-2026-00012"] * 2
    assert {str(code.ec_level) for code in found} == {"M"}


def test_says_that_it_is_free_and_what_to_bring():
    text = page_texts(render(contoh.tanda_bukti()))[0]
    assert "TIDAK DIPUNGUT BIAYA" in text
    assert "UU No. 24 Tahun 2013 Pasal 79A" in text
    assert "Bawa tanda bukti ini saat mengambil." in text


def test_first_print_carries_neither_copy_nor_practice_mark():
    text = page_texts(render(contoh.tanda_bukti()))[0]
    assert "SALINAN" not in text
    assert "LATIHAN" not in text


def test_copy_and_practice_are_marked_on_both_halves():
    pdf = render(replace(contoh.tanda_bukti(), salinan=2, latihan=True))
    text = page_texts(pdf)[0]
    assert text.count("SALINAN ke-2") == 2
    assert text.count("LATIHAN") == 2
    assert_halves_hold(pdf)


def test_empty_optionals_read_as_words():
    data = replace(
        contoh.tanda_bukti(),
        pembawa="",
        hubungan_pembawa="",
        telepon="",
        pengantar="",
        alamat="",
        kop=(),
        berkas=(),
        langkah=(),
    )
    pdf = render(data)
    text = page_texts(pdf)[0]
    assert text.count("Pemohon sendiri") == 2
    assert "Desa Ngingasrembyong" in text
    assert "Tidak ada daftar berkas" in text
    assert_halves_hold(pdf)


def test_bearer_without_relation_stands_alone():
    text = page_texts(render(replace(contoh.tanda_bukti(), hubungan_pembawa="")))[0]
    assert "SUGENG WIDODO PRASETYO" in text
    assert "(kakak" not in text


def test_many_long_steps_get_two_rows_of_boxes():
    pdf = render(replace(contoh.tanda_bukti(), langkah=(LONG,) * 9))
    assert page_texts(pdf)[0].count("Paraf\n") + page_texts(pdf)[0].count("Paraf ") >= 9
    assert_halves_hold(pdf)


def test_markup_in_a_name_is_printed_as_it_is():
    text = page_texts(render(replace(contoh.tanda_bukti(), nama_pemohon="<b>A & B</b>")))[0]
    assert text.count("<b>A & B</b>") == 2
