"""The list of originals in the office: oldest first, every row whole, heads on every page."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import letters, page_sizes_mm, page_texts

from sooko_desk.printing import contoh
from sooko_desk.printing.daftar_asli import KOLOM, BarisAsli, render

GOLDEN = Path(__file__).parents[1] / "golden" / "daftar_asli.txt"
WORDS = st.text(alphabet="WMiIl ./-,'ŌẠÖß1 ", max_size=120)
SIGNER = "RR. ANINDYA"


def _list(rows, **changes):
    return replace(contoh.daftar_asli(), baris=tuple(rows), **changes)


def test_text_is_the_golden_text():
    pages = page_texts(render(contoh.daftar_asli()))
    text = "".join(f"===== halaman {n} =====\n{page}\n" for n, page in enumerate(pages, start=1))
    if os.environ.get("SOOKO_TULIS_GOLDEN") == "1":
        GOLDEN.write_text(text, encoding="utf-8")
    assert text.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_same_data_gives_same_bytes():
    assert render(contoh.daftar_asli()) == render(contoh.daftar_asli())


def test_only_embedded_noto_fonts_are_listed():
    with pikepdf.open(io.BytesIO(render(contoh.daftar_asli()))) as read:
        fonts = [font for page in read.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert re.match(r"/[A-Z]{6}\+NotoSans-(Regular|SemiBold|Bold)$", str(font.BaseFont))
            assert "/FontFile2" in font.FontDescriptor
        assert str(read.docinfo["/Title"]) == "Daftar Berkas Asli yang Masih di Kantor"


def test_columns_fill_the_printable_width():
    assert sum(column.lebar_mm for column in KOLOM) == pytest.approx(180)


def test_an_empty_list_says_so_on_one_signed_page():
    (text,) = page_texts(render(_list(())))
    assert "Tidak ada berkas asli pemohon yang masih di kantor." in text
    assert "Nomor tanda bukti" not in text
    assert "Yang paling lama" not in text
    assert "Halaman 1 dari 1" in text
    assert SIGNER in text


@pytest.mark.parametrize("count", [1, 21, 22, 60, 400])
def test_every_page_has_the_head_and_only_the_last_is_signed(count):
    pdf = render(_list(contoh.baris_asli(count)))
    texts = page_texts(pdf)
    for number, text in enumerate(texts, start=1):
        assert f"Halaman {number} dari {len(texts)}" in text
        assert ("KECAMATAN SOOKO" in text) == (number == 1)
        assert ("(lanjutan)" in text) == (number > 1)
        assert (SIGNER in text) == (number == len(texts))
        assert ("Nomor tanda bukti" in text) == bool(re.search(r"471\.14/TB-", text))
    whole = " ".join(" ".join(texts).split())
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


@settings(max_examples=20, deadline=None)
@given(
    rows=st.lists(
        st.builds(BarisAsli, WORDS, WORDS, WORDS, WORDS, WORDS, st.integers(0, 99_999), WORDS),
        max_size=6,
    )
)
def test_no_letter_leaves_the_page_or_its_cell(rows):
    pdf = render(_list(rows, penanda_tangan=replace(contoh.daftar_asli().penanda_tangan, nip="")))
    edges = [15.0]
    for column in KOLOM:
        edges.append(edges[-1] + column.lebar_mm)
    for number in range(len(page_sizes_mm(pdf))):
        found = letters(pdf, number)
        end = min(
            (x.top for x in found if x.char == "B" and x.left < 17 and x.top > 44), default=281
        )
        for letter in found:
            assert letter.left >= 14.5, letter
            assert letter.right <= 195.5, letter
            assert letter.top >= 8, letter
            assert letter.bottom <= 280.2 or letter.top >= 283, letter
            if rows and number == 0 and 50.5 < letter.top < end:
                assert any(
                    left + 0.4 <= letter.left and letter.right <= right - 0.4
                    for left, right in pairwise(edges)
                ), letter
