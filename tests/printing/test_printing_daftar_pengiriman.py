"""The daftar pengiriman: every case once, sums from page to page, signed on the last one."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import (
    assert_inside_cells,
    assert_no_letter_on_another,
    letters,
    page_sizes_mm,
    page_texts,
    words,
)
from printing.test_printing_register_xlsx import read_rows

from sooko_desk.printing import daftar_pengiriman_xlsx
from sooko_desk.printing.contoh_kiriman import baris_kirim, daftar_pengiriman
from sooko_desk.printing.daftar_pengiriman import KOLOM, LEBAR, BarisKirim, render

GOLDEN = Path(__file__).parents[1] / "golden" / "daftar_pengiriman.txt"
WORDS = st.text(alphabet="WMiIl ./-,'ŌẠÖß1 ", max_size=120)
EDGES = [15.0]
for _column in KOLOM:
    EDGES.append(EDGES[-1] + _column.lebar_mm)


def _list(rows, **changes):
    return replace(daftar_pengiriman(), baris=tuple(rows), **changes)


def test_text_is_the_golden_text():
    pages = page_texts(render(daftar_pengiriman()))
    text = "".join(f"===== halaman {n} =====\n{page}\n" for n, page in enumerate(pages, start=1))
    if os.environ.get("SOOKO_TULIS_GOLDEN") == "1":
        GOLDEN.write_text(text, encoding="utf-8")
    assert text.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_same_data_gives_same_bytes():
    assert render(daftar_pengiriman()) == render(daftar_pengiriman())


def test_columns_fill_the_printable_width():
    assert sum(column.lebar_mm for column in KOLOM) == pytest.approx(LEBAR)


@pytest.mark.parametrize("count", [1, *range(12, 24), 40, 200])
def test_sums_go_from_page_to_page_and_only_the_last_is_signed(count):
    pdf = render(_list(baris_kirim(count)))
    texts = page_texts(pdf)
    carried = 0
    for number, text in enumerate(texts, start=1):
        here = len(re.findall(r"471\.13/TB-", text))
        assert f"Halaman {number} dari {len(texts)}" in text
        assert ("KECAMATAN SOOKO" in text) == (number == 1)
        assert ("(lanjutan)" in text) == (number > 1)
        assert "Nomor register" in text
        assert ("Yang menerima, petugas Dispendukcapil," in text) == (number == len(texts))
        sums = [x for x in letters(pdf, number - 1) if 190 < x.top < 196 and x.left < 140]
        told = [
            int("".join(x.char for x in sums if left <= x.left < right))
            for left, right in pairwise((14, 57, 100, 140))
        ]
        assert told == [carried, here, carried + here]
        carried += here
    assert carried == count
    assert "…" not in words(pdf)


def test_the_signature_is_never_alone_on_a_page():
    for count in range(12, 40):
        last = page_texts(render(_list(baris_kirim(count))))[-1]
        assert "471.13/TB-" in last


def test_the_nik_is_masked_and_the_way_to_find_a_case_is_told():
    pdf = render(daftar_pengiriman())
    text = words(pdf)
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", text)
    assert "************9001" in text
    assert "Cocokkan dengan nomor tanda bukti atau nomor register" in text


def test_long_names_of_both_officers_stand_whole_and_an_unnamed_receiver_has_a_line():
    nama = daftar_pengiriman().baris[0].nama
    pdf = render(_list(baris_kirim(3), pengirim=nama, penerima=nama, cara=""))
    (text,) = page_texts(pdf)
    assert " ".join(text.split()).count(nama) == 3
    assert "Cara pengiriman\n–" in text
    assert_no_letter_on_another(pdf)


def test_practice_print_is_marked_on_every_page():
    texts = page_texts(render(_list(baris_kirim(40), latihan=True)))
    assert all("LATIHAN" in text for text in texts)


@settings(max_examples=20)
@given(
    rows=st.lists(
        st.builds(BarisKirim, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS), max_size=15
    ),
    words_=WORDS,
)
def test_no_letter_leaves_the_page_or_its_cell_whatever_the_words(rows, words_):
    pdf = render(_list(rows, cara=words_, nomor=words_, pengirim=words_, penerima=words_))
    pages = len(page_sizes_mm(pdf))
    for number in range(pages):
        found = letters(pdf, number)
        for letter in found:
            assert letter.left >= 14.5, letter
            assert letter.right <= 282.5, letter
            assert letter.top >= 8, letter
            assert letter.bottom <= 206, letter
        if number < pages - 1:
            top = 53.2 if number == 0 else 28.2
            assert_inside_cells((x for x in found if top < x.top < 185), EDGES)


def test_no_letter_stands_on_another():
    assert_no_letter_on_another(render(daftar_pengiriman()))


def test_the_spreadsheet_has_the_same_rows_as_text_with_the_nik_masked():
    data = daftar_pengiriman()
    rows = read_rows(daftar_pengiriman_xlsx.render(data))
    assert rows[0] == ["Daftar Pengiriman DP-KTP/12/2026"]
    assert [k.judul for k in KOLOM] == rows[8]
    assert rows[9][:5] == [
        "1",
        "471.13/TB-119/416-313/2026",
        "471.13/97/416-313/2026",
        data.baris[0].nama,
        "************9001",
    ]
    assert len(rows) == 9 + 40
    assert ["Penerima: –"] in rows
    assert daftar_pengiriman_xlsx.render(data) == daftar_pengiriman_xlsx.render(data)


@pytest.mark.parametrize("evil", ["=1+1", "+62", "@SUM(A1)", '=HYPERLINK("http://x","y")', "007"])
def test_what_a_visitor_typed_stays_text(evil):
    row = BarisKirim(evil, evil, evil, evil, evil, evil, evil)
    rows = read_rows(daftar_pengiriman_xlsx.render(_list((row,), cara=evil, penerima=evil)))
    assert rows[9] == ["1", *[evil] * 7]
    assert [f"Penerima: {evil}"] in rows
