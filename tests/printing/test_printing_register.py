"""Register pages: every page says all by itself; rows, dated lines, sums, signature, ruled rest."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import letters, page_sizes_mm, page_texts

from sooko_desk.printing import contoh
from sooko_desk.printing.buku_register import (
    LEBAR_CETAK_MM,
    BukuRegisterData,
    PenulisBuku,
    render,
)
from sooko_desk.printing.kertas import A5
from sooko_desk.printing.kop import Kop
from sooko_desk.printing.tabel import KolomRegister

SIGNER = "RR. ANINDYA"
COLUMNS = contoh.KOLOM_REGISTER
PERSON = contoh.register_kk().halaman[0].penanda_tangan


def _book(rows, per_page=20, head=contoh.KOP):
    return contoh.susun_register(
        "REGISTER PELAYANAN KARTU KELUARGA (KK)", rows, PERSON, head, per_page
    )


def _numbers(pdf: bytes, page: int) -> dict[str, float]:
    """Register number to its height on the page (mm)."""
    found = [x for x in letters(pdf, page) if 26 < x.left < 56 and 36 < x.top < 159]
    rows: dict[float, str] = {}
    for letter in found:
        top = round((letter.bottom - 36) // 6.15 * 6.15, 2)
        rows[top] = rows.get(top, "") + letter.char
    return {text: top for top, text in rows.items()}


def _flat(pdf: bytes) -> list[str]:
    return [" ".join(text.split()) for text in page_texts(pdf)]


def test_the_first_columns_fill_the_printable_width():
    assert sum(k.lebar_mm for k in COLUMNS) == pytest.approx(LEBAR_CETAK_MM)


@pytest.mark.parametrize(
    ("rows", "pages"), [(0, 1), (1, 1), (19, 1), (20, 1), (21, 2), (40, 2), (41, 3)]
)
def test_page_count_rows_sums_and_a_signature_on_every_page(rows, pages):
    pdf = render(_book(contoh.baris_register(rows)))
    texts = page_texts(pdf)
    assert len(texts) == pages
    for number, text in enumerate(texts, start=1):
        here = min(20, max(0, rows - (number - 1) * 20))
        assert f"Jilid 1 · Halaman {number} dari 100" in text
        assert len(_numbers(pdf, number - 1)) == here
        words = text.split()
        carried, on_page, total = str((number - 1) * 20), str(here), str((number - 1) * 20 + here)
        for value in (carried, on_page, total):
            assert value in words
        assert "Keterangan" in text
        assert SIGNER in text
        assert ("Halaman belum penuh" in text) == (here < 20)


def test_rows_stand_where_they_stood_when_the_book_grows():
    early = render(_book(contoh.baris_register(21)))
    late = render(_book(contoh.baris_register(40)))
    assert _numbers(early, 0) == _numbers(late, 0)
    first = next(iter(_numbers(early, 1).items()))
    assert first in _numbers(late, 1).items()


def test_a_page_alone_is_the_same_page():
    book = _book(contoh.baris_register(40))
    alone = replace(book, halaman=book.halaman[1:])
    assert page_texts(render(alone)) == page_texts(render(book))[1:]
    assert render(alone) == render(alone)


def test_a_dated_line_runs_over_the_columns_in_its_place():
    pdf = render(contoh.register_kk())
    text = _flat(pdf)[1]
    assert " ".join(contoh.BARIS_TANGGAL.split()) in text
    top = [x for x in letters(pdf, 1) if 36 + 6 * 6.15 < x.bottom < 36 + 7 * 6.15]
    assert min(x.left for x in top) < 22
    assert max(x.right for x in top) > 200
    assert contoh.BENTUK_BERGANTI in text
    assert "belum penuh" not in text


@pytest.mark.parametrize("rows", [10, 29, 30])
def test_the_rest_of_a_page_is_ruled_off_however_small_it_is(rows):
    book = _book(contoh.baris_register(rows), per_page=30)
    (page,) = book.halaman
    closed = replace(book, halaman=(replace(page, penutup=contoh.BENTUK_BERGANTI),))
    assert (contoh.BENTUK_BERGANTI in _flat(render(closed))[0]) == (rows < 30)


def test_practice_print_is_marked_on_every_page():
    texts = page_texts(render(replace(_book(contoh.baris_register(21)), latihan=True)))
    assert all("LATIHAN" in text for text in texts)


def test_signer_without_rank_and_number_leaves_those_lines_out():
    text = page_texts(render(contoh.register_ktp()))[0]
    assert "BAMBANG SUTEJO" in text
    assert "NIP." not in text


def test_long_names_types_and_notes_are_printed_whole():
    (text,) = _flat(render(_book(contoh.baris_register(20))))
    assert "…" not in text
    assert contoh.NAMA_TERPANJANG in text
    assert "Kuasa keluarga" in text
    assert "I.B.3 Perubahan elemen data yang tercantum dalam KK" in text


@settings(max_examples=15)
@given(cell=st.text(alphabet="WMi /-.1Ạ", max_size=200))
def test_no_cell_leaves_its_column(cell):
    row = ("",) * 5 + (cell,) + ("",) * 6
    pdf = render(contoh.susun_register("x", [row], PERSON, Kop(())))
    width, _ = page_sizes_mm(pdf)[0]
    left = 18 + sum(k.lebar_mm for k in COLUMNS[:5])
    for letter in letters(pdf):
        assert letter.right <= width - 9
        if 36.2 < letter.top < 158:
            assert left - 0.2 <= letter.left
            assert letter.right <= left + COLUMNS[5].lebar_mm + 0.2
            assert letter.bottom <= 36 + 6.15 + 0.4


@settings(max_examples=15)
@given(words=st.text(alphabet="WMi /-.1Ạ→;", max_size=400), per=st.sampled_from([10, 20, 30]))
def test_no_dated_line_leaves_its_row(words, per):
    pdf = render(contoh.susun_register("x", ["", words], PERSON, Kop(()), per))
    height = 123 / per
    for letter in letters(pdf):
        if 36.2 < letter.top < 158:
            assert letter.left >= 18
            assert letter.right <= 287.2
            assert 36 + height - 0.4 <= letter.top
            assert letter.bottom <= 36 + 2 * height + 0.4


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"per_halaman": 0}, "per_halaman"),
        ({"per_halaman": 31}, "per_halaman"),
        ({"per_halaman": 10}, "20 rows on a page of 10"),
        ({"kolom": (KolomRegister("x", LEBAR_CETAK_MM + 1),)}, "wider"),
        ({"baris": (("satu",),)}, "shorter"),
    ],
)
def test_impossible_pages_are_refused(changes, message):
    (page,) = _book(contoh.baris_register(20)).halaman
    with pytest.raises(ValueError, match=message):
        render(BukuRegisterData((replace(page, **changes),)))


def test_a_paper_without_a_layout_is_refused():
    with pytest.raises(ValueError, match="A5"):
        PenulisBuku(io.BytesIO(), A5)


class _Counter(io.RawIOBase):
    """A file that keeps nothing."""

    def __init__(self):
        self.size = 0

    def write(self, data):
        self.size += len(data)
        return len(data)


def test_pages_leave_the_memory_as_they_are_drawn():
    (page,) = _book(contoh.baris_register(20)).halaman
    file = _Counter()
    writer = PenulisBuku(file)
    sizes = []
    for _ in range(6):
        writer.tambah(page)
        sizes.append(file.size)
    writer.tutup()
    grown = {b - a for a, b in pairwise(sizes[1:])}
    assert min(grown) > 1000  # each page is in the file as soon as the next begins
    assert max(grown) - min(grown) < 20


def test_the_file_is_whole_with_head_and_fonts():
    with pikepdf.open(io.BytesIO(render(_book(contoh.baris_register(45))))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == 3
        assert str(pdf.docinfo["/Title"]) == "Buku Register"
        assert str(pdf.Root.Lang) == "id-ID"
        assert len({p.Resources.Font.objgen for p in pdf.pages}) == 1
