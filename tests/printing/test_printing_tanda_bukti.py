"""The receipt: both halves hold whatever the names are; QR readable; copy and practice marks."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import (
    assert_no_letter_on_another,
    letters,
    page_texts,
    picture,
    words,
)

from sooko_desk.printing import contoh
from sooko_desk.printing.kop import Kop
from sooko_desk.printing.tanda_bukti import BarisBerkas, render

MIDDLE = 148.5
(SAMPLE,) = contoh.tanda_bukti()
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


@settings(max_examples=25)
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
        SAMPLE,
        **dict(zip(fields, words, strict=True)),
        berkas=tuple(papers),
        langkah=tuple(steps),
    )
    assert_halves_hold(render((data,)))


@pytest.mark.parametrize("count", range(11))
def test_each_number_of_papers_is_listed_in_full_on_both_halves(count):
    papers = tuple(
        BarisBerkas(f"Surat nomor {n} " + "x" * 46, ada=n % 2 == 0) for n in range(count)
    )
    pdf = render((replace(SAMPLE, berkas=papers),))
    assert_halves_hold(pdf)
    text = " ".join(page_texts(pdf)[0].split())
    for n in range(count):
        assert text.count(f"Surat nomor {n} ") == 2
    assert "…" not in text


def test_more_papers_than_expected_still_all_have_a_row():
    papers = tuple(BarisBerkas(f"Surat{n}", ada=True) for n in range(30))
    pdf = render((replace(SAMPLE, berkas=papers),))
    assert_halves_hold(pdf)
    assert page_texts(pdf)[0].count("Surat29") == 2


@pytest.mark.parametrize("dpi", [150, 300])
def test_both_qr_codes_read_as_the_scan_code(dpi):
    found = zxingcpp.read_barcodes(picture(render((SAMPLE,)), dpi))
    assert [code.text for code in found] == ["TB-KK-2026-00012"] * 2
    assert {str(code.ec_level) for code in found} == {"M"}


def test_says_that_it_is_free_and_what_to_bring():
    text = page_texts(render((SAMPLE,)))[0]
    assert "TIDAK DIPUNGUT BIAYA" in text
    assert "UU No. 24 Tahun 2013 Pasal 79A" in text
    assert "Bawa tanda bukti ini saat mengambil." in text


def test_first_print_carries_neither_copy_nor_practice_mark():
    text = page_texts(render((SAMPLE,)))[0]
    assert "SALINAN" not in text
    assert "LATIHAN" not in text


def test_copy_and_practice_are_marked_on_both_halves():
    pdf = render((replace(SAMPLE, salinan=2, latihan=True),))
    text = page_texts(pdf)[0]
    assert text.count("SALINAN ke-2") == 2
    assert text.count("LATIHAN") == 2
    assert_halves_hold(pdf)


def test_empty_optionals_read_as_words():
    data = replace(
        SAMPLE,
        pembawa="",
        hubungan_pembawa="",
        telepon="",
        pengantar="",
        alamat="",
        kop=Kop(()),
        berkas=(),
        langkah=(),
    )
    pdf = render((data,))
    text = page_texts(pdf)[0]
    assert text.count("Pemohon sendiri") == 2
    assert "Desa Ngingasrembyong" in text
    assert "Tidak ada daftar berkas" in text
    assert_halves_hold(pdf)


def test_bearer_without_relation_stands_alone():
    text = page_texts(render((replace(SAMPLE, hubungan_pembawa=""),)))[0]
    assert "SUGENG WIDODO PRASETYO" in text
    assert "(kakak" not in text


def test_many_long_steps_get_two_rows_of_boxes():
    pdf = render((replace(SAMPLE, langkah=(LONG,) * 9),))
    assert page_texts(pdf)[0].count("Paraf\n") + page_texts(pdf)[0].count("Paraf ") >= 9
    assert_halves_hold(pdf)


def test_markup_in_a_name_is_printed_as_it_is():
    text = page_texts(render((replace(SAMPLE, nama_pemohon="<b>A & B</b>"),)))[0]
    assert text.count("<b>A & B</b>") == 2


def test_each_case_has_a_page_and_a_lone_one_is_printed_alike():
    second = replace(SAMPLE, nomor="471.14/TB-13/416-313/2026", kode_pindai="TB-KK-2026-00013")
    pdf = render((SAMPLE, second))
    first_page, second_page = page_texts(pdf)
    assert first_page == page_texts(render((SAMPLE,)))[0]
    assert second_page.count("TB-KK-2026-00013") == 3
    assert "TB-KK-2026-00012" not in second_page
    assert [code.text for code in zxingcpp.read_barcodes(picture(pdf, 200, 1))] == [
        "TB-KK-2026-00013"
    ] * 2


def test_no_case_is_refused():
    with pytest.raises(ValueError, match="no case"):
        render(())


def test_the_longest_names_letter_and_address_are_printed_in_full_on_both_halves():
    name = contoh.NAMA_TERPANJANG
    letter = f"No. 470/0012345/416-313.15/PEM-KESRA/XI/2026-SK-PENGANTAR-01 oleh {name}"
    address = "Dusun Kedungmaling Wetan Gang Melati Raya Barat Nomor 17 Blok C Perumahan Griya Asri"
    data = replace(
        SAMPLE,
        pembawa=name,
        hubungan_pembawa="Perangkat desa",
        pengantar=letter,
        alamat=f"{address}, RT 001 RW 002",
        jenis="I.B.3 Perubahan elemen data yang tercantum dalam KK",
    )
    pdf = render((data,))
    assert_halves_hold(pdf)
    assert_no_letter_on_another(pdf)
    text = words(pdf)
    assert "…" not in text
    assert text.count(f"{name} (Perangkat desa)") == 2
    for whole in (letter, data.jenis):
        assert text.count(whole) == 2
    assert f"{data.alamat}, Desa Ngingasrembyong" in text
