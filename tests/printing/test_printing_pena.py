"""The pen's short cuts draw what ReportLab's own way round would draw."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st
from printing.pdf_baca import page_texts
from reportlab.graphics.barcode.qr import QrCode

from sooko_desk.printing import blok, kode_qr
from sooko_desk.printing.kertas import A4

WIDE = blok.Kotak(10, 10, 190, 6)
TEXTS = st.text(
    alphabet=string.digits + string.ascii_letters + string.punctuation + " ", min_size=1
)


@given(code=st.from_regex(r"TB-(KK|KTP)-20[2-4][0-9]-[0-9]{5}", fullmatch=True) | TEXTS)
def test_the_qr_code_has_the_modules_that_reportlab_chooses(code):
    expected = QrCode(code, qrLevel="M").qr
    expected.make()
    count, runs = kode_qr._susun_larik(code)
    dark = {(row, column + n) for row, column, length in runs for n in range(length)}
    assert count == expected.getModuleCount()
    assert dark == {
        (row, column)
        for row, modules in enumerate(expected.modules)
        for column, module in enumerate(modules)
        if module
    }


def write(text, *, plain):
    pen = blok.Pena(A4, "Uji")
    if plain:
        pen._taruh = lambda x, base, words, _font: pen.kanvas.drawString(x, base, words)
    pen.tulis(WIDE, text, blok.NILAI)
    return pen.selesai()


@given(text=TEXTS)
def test_plain_letters_are_written_as_reportlab_writes_them(text):
    assert write(text, plain=False) == write(text, plain=True)


def test_brackets_and_strokes_can_be_read_back():
    text = r"No. (470) \ 12 / 5 )( \\"
    assert page_texts(write(text, plain=False)) == [text]


def test_a_colour_that_a_saved_state_takes_back_is_set_again():
    pen = blok.Pena(A4, "Uji", None)
    pen.isi(WIDE, blok.AKSEN)
    pen.kanvas.saveState()
    pen.isi(WIDE, blok.PUTIH)
    pen.kanvas.restoreState()
    pen.isi(WIDE, blok.PUTIH)
    assert pen.kanvas._fillColorObj is blok._warna(blok.PUTIH)
    assert "".join(pen.kanvas._code).count("1 1 1 rg") == 2
