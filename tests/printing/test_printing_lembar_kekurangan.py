"""The sheet of missing papers: nothing cut, nothing outside its cell, flows to further pages."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import letters, page_sizes_mm, page_texts, picture

from sooko_desk.printing import contoh
from sooko_desk.printing.lembar_kekurangan import KOLOM, BarisKurang, render

GOLDEN = Path(__file__).parents[1] / "golden" / "lembar_kekurangan.txt"
WORDS = st.text(alphabet="WMiIl ./-,'ŌẠÖß1 ", max_size=160)
SENTENCE = "Surat asli yang terbaca jelas, ditandatangani kepala keluarga dan berstempel desa."
LONG_CASE, SHORT_CASE = contoh.lembar_kekurangan()


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def assert_inside_the_page(pdf: bytes) -> None:
    for number, size in enumerate(page_sizes_mm(pdf)):
        assert size == pytest.approx((210, 297), abs=0.1)
        for letter in letters(pdf, number):
            assert letter.left >= 14.5, letter
            assert letter.right <= 195.5, letter
            assert letter.top >= 8, letter
            assert letter.bottom <= 280.2 or letter.top >= 283, letter


def test_text_is_the_golden_text():
    pages = page_texts(render(contoh.lembar_kekurangan()))
    text = "".join(f"===== halaman {n} =====\n{page}\n" for n, page in enumerate(pages, start=1))
    if os.environ.get("SOOKO_TULIS_GOLDEN") == "1":
        GOLDEN.write_text(text, encoding="utf-8")
    assert text.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_same_data_gives_same_bytes():
    assert render(contoh.lembar_kekurangan()) == render(contoh.lembar_kekurangan())


def test_only_embedded_noto_fonts_are_listed_and_nobody_is_named_in_the_metadata():
    with pikepdf.open(io.BytesIO(render(contoh.lembar_kekurangan()))) as read:
        fonts = [font for page in read.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert re.match(r"/[A-Z]{6}\+NotoSans-(Regular|SemiBold|Bold)$", str(font.BaseFont))
            assert "/FontFile2" in font.FontDescriptor
        assert str(read.docinfo["/Title"]) == "Lembar Kekurangan Berkas"


def test_code_on_the_first_page_of_each_case_is_read_by_a_scanner():
    pdf = render(contoh.lembar_kekurangan())
    found = [
        [code.text for code in zxingcpp.read_barcodes(picture(pdf, 200, page))]
        for page in range(len(page_texts(pdf)))
    ]
    assert found == [[LONG_CASE.kode_pindai], [], [SHORT_CASE.kode_pindai]]


def test_each_case_begins_a_page_and_counts_its_own_pages():
    texts = page_texts(render(contoh.lembar_kekurangan()))
    assert ["Halaman 1 dari 2" in texts[0], "Halaman 2 dari 2" in texts[1]] == [True, True]
    assert "Halaman 1 dari 1" in texts[2]
    assert "KECAMATAN SOOKO" in texts[0]
    assert "KECAMATAN SOOKO" not in texts[1]
    assert "(lanjutan)" in texts[1]
    assert LONG_CASE.nomor in texts[1]


def test_no_case_is_refused():
    with pytest.raises(ValueError, match="no case"):
        render(())


def test_the_sheet_says_what_to_do_and_that_it_is_free():
    text = _words(render((SHORT_CASE,)))
    assert "Bawa lembar ini beserta berkas yang kurang ke loket pelayanan" in text
    assert "Nomor permohonan tetap sama, tidak perlu mengambil nomor baru." in text
    assert "GRATIS – tidak dipungut biaya" in text
    assert "Jam pelayanan: Senin–Kamis" in text


def test_no_unmasked_nik_is_printed():
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", _words(render(contoh.lembar_kekurangan())))


@pytest.mark.parametrize("count", [1, 5, 10, 25])
def test_every_sentence_of_every_row_is_printed_in_full(count):
    rows = tuple(
        BarisKurang(f"Berkas {n} {SENTENCE}", f"Kurang {n}", f"Tempat {n}", f"Rupa {n} {SENTENCE}")
        for n in range(count)
    )
    pdf = render((replace(LONG_CASE, kurang=rows),))
    assert_inside_the_page(pdf)
    texts = page_texts(pdf)
    text = _words(pdf)
    assert "…" not in text
    assert text.count(SENTENCE) == 2 * count
    for n in range(count):
        for word in ("Berkas", "Kurang", "Tempat", "Rupa"):
            assert f"{word} {n}" in text
    with_rows = [t for t in texts if "Rupa" in t]
    assert all("Diperoleh di mana" in t for t in with_rows)
    assert f"Halaman {len(texts)} dari {len(texts)}" in texts[-1]


def test_columns_empty_in_every_row_are_left_out_and_single_gaps_get_a_dash():
    rows = (BarisKurang("Surat pengantar", rupa="Asli"), BarisKurang("Buku nikah"))
    text = _words(render((replace(SHORT_CASE, kurang=rows),)))
    assert "Diperoleh di mana" not in text
    assert "Seperti apa" in text
    assert " – " in text
    bare = _words(render((replace(SHORT_CASE, kurang=(BarisKurang("Buku nikah"),)),)))
    assert "Seperti apa" not in bare
    assert "belum ada" in bare


def test_a_row_higher_than_a_page_goes_on_on_the_next_with_one_box_and_one_number():
    row = BarisKurang("Surat kuasa", "kata " * 700)
    pdf = render((replace(SHORT_CASE, kurang=(row,)),))
    assert_inside_the_page(pdf)
    assert _words(pdf).count("kata") == 700
    assert _words(pdf).count("Surat kuasa") == 1


def test_a_long_note_runs_over_to_the_next_page_in_full():
    pdf = render((replace(LONG_CASE, alasan="teliti " * 700),))
    assert_inside_the_page(pdf)
    assert sum(t.count("teliti") for t in page_texts(pdf)) == 700
    assert sum(t.count("CATATAN KEPALA SEKSI") for t in page_texts(pdf)) == 2


def test_without_missing_papers_the_note_alone_stands():
    data = replace(LONG_CASE, kurang=(), di_kantor=(), dikembalikan=(), jam_layanan="", kop=())
    text = _words(render((data,)))
    assert "BERKAS YANG HARUS DILENGKAPI" not in text
    assert "Bawa lembar ini ke loket" in text
    assert "Jam pelayanan" not in text
    assert "SUDAH LENGKAP" not in text
    assert "DIKEMBALIKAN" not in text


@pytest.mark.parametrize(
    ("field", "heading"),
    [("di_kantor", "SUDAH LENGKAP DI KANTOR"), ("dikembalikan", "DIKEMBALIKAN KEPADA PEMOHON")],
)
def test_one_list_alone_takes_both_columns(field, heading):
    items = tuple(f"Kutipan akta nomor {n}" for n in range(5))
    pdf = render((replace(SHORT_CASE, di_kantor=(), dikembalikan=()),))
    assert heading not in _words(pdf)
    data = replace(SHORT_CASE, di_kantor=(), dikembalikan=())
    pdf = render((replace(data, **{field: items}),))
    text = _words(pdf)
    assert text.count(heading) == 1
    assert all(item in text for item in items)
    bullets = {round(x.left) for x in letters(pdf) if x.char == "•"}
    assert len(bullets) == 2


def test_copy_and_practice_are_marked():
    pdf = render((replace(LONG_CASE, salinan=2, latihan=True),))
    texts = page_texts(pdf)
    assert ["SALINAN ke-2" in t for t in texts] == [True, False]
    assert all(t.count("LATIHAN") == 1 for t in texts)
    first = _words(render((LONG_CASE,)))
    assert "SALINAN" not in first
    assert "LATIHAN" not in first


def test_the_applicant_signs_unless_somebody_else_takes_the_sheet():
    assert "Penerima lembar ini" in _words(render((LONG_CASE,)))
    own = _words(render((replace(LONG_CASE, penerima=""),)))
    assert "Penerima lembar ini" not in own
    assert own.count(LONG_CASE.nama_pemohon) == 2


@settings(max_examples=20, deadline=None)
@given(
    words=st.lists(WORDS, min_size=7, max_size=7),
    rows=st.lists(st.builds(BarisKurang, WORDS, WORDS, WORDS, WORDS), max_size=10),
    here=st.lists(WORDS, max_size=6),
    back=st.lists(WORDS, max_size=6),
)
def test_no_text_leaves_the_page_whatever_the_words(words, rows, here, back):
    fields = (
        "nama_pemohon",
        "jenis",
        "nomor",
        "alasan",
        "loket",
        "jam_layanan",
        "penerima",
    )
    data = replace(
        LONG_CASE,
        **dict(zip(fields, words, strict=True)),
        kurang=tuple(rows),
        di_kantor=tuple(here),
        dikembalikan=tuple(back),
    )
    assert_inside_the_page(render((data, SHORT_CASE)))


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.text(alphabet="WMil /-.1Ạ", max_size=120), min_size=4, max_size=4))
def test_no_letter_crosses_the_rules_of_its_cell(texts):
    row = BarisKurang(*texts)
    full = BarisKurang("a", "b", "c", "d")
    pdf = render((replace(SHORT_CASE, kurang=(full, row, full)),))
    edges = [15.0]
    for column in KOLOM:
        edges.append(edges[-1] + column.lebar_mm)
    assert edges[-1] == pytest.approx(195)
    found = letters(pdf)
    (third_row,) = (x.top for x in found if x.char == "3" and x.right < 23 and x.top > 95)
    for letter in found:
        if 95.5 < letter.top < third_row - 0.5:
            assert any(
                left + 0.5 <= letter.left and letter.right <= right - 0.5
                for left, right in pairwise(edges)
            ), letter
