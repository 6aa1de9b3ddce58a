"""The office's head: every line stays in its room, the logo lies in the file once."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from PIL import ImageOps
from printing.kasus import HEADS, LONGEST
from printing.logo_contoh import shield
from printing.pdf_baca import (
    assert_no_letter_on_a_rule,
    assert_no_letter_on_another,
    letters,
    page_texts,
    picture,
    words,
)

from sooko_desk.printing import contoh
from sooko_desk.printing.blok import KANAN, LEBAR, Kotak, Pena, X
from sooko_desk.printing.buku_register import render
from sooko_desk.printing.kertas import A4
from sooko_desk.printing.kop import (
    TINGGI_KOP_MM,
    Kop,
    gambar_kop_kiri,
    gambar_kop_tengah,
)

SIX = (
    "PEMERINTAH KABUPATEN MOJOKERTO",
    "KECAMATAN SOOKO",
    "Jl. Bhayangkara No. 250 Desa Sooko",
    "Kode Pos 61361 Telepon (0321) 329001",
    "Laman: sooko.example.id",
    "Surel: kecamatan.sooko@example.id",
)
BOX = Kotak(X, 20, LEBAR, TINGGI_KOP_MM)
MIDDLE_BOX = Kotak(X, 20, 130, 37.8)
WORDS_MM = 138.0


def _left(head: Kop) -> bytes:
    pen = Pena(A4, "Uji")
    gambar_kop_kiri(pen, BOX, head, WORDS_MM)
    return pen.selesai()


def _middle(head: Kop) -> bytes:
    pen = Pena(A4, "Uji")
    gambar_kop_tengah(pen, MIDDLE_BOX, head)
    return pen.selesai()


def _book(rows: int, head: Kop) -> bytes:
    signer = contoh.register_kk().halaman[0].penanda_tangan
    return render(contoh.susun_register("BUKU", contoh.baris_register(rows), signer, head))


def _pictures(pdf: bytes) -> list[pikepdf.Object]:
    """The pictures in the file that are no mask of another."""
    with pikepdf.open(io.BytesIO(pdf)) as read:
        images = [o for o in read.objects if isinstance(o, pikepdf.Stream)]
        images = [o for o in images if o.get("/Subtype") == "/Image"]
        masks = {o.SMask.objgen for o in images if "/SMask" in o}
        return [o.objgen for o in images if o.objgen not in masks]


def _ink(pdf: bytes, start: float, end: float, foot: int = 600) -> list[float]:
    """Left, top, right and lower edge of what is printed on that strip of the page (mm)."""
    strip = picture(pdf, 254).convert("L").crop((int(start * 10), 0, int(end * 10), foot))
    return [value / 10 for value in ImageOps.invert(strip).getbbox()]


def _assert_inside(pdf: bytes, box: Kotak, right: float) -> None:
    for letter in letters(pdf):
        assert letter.left >= box.x - 0.5, letter  # the foot of a J hangs over
        assert letter.right <= right + 0.2, letter
        assert letter.top >= box.y - 0.3, letter
        assert letter.bottom <= box.bawah - 1.9, letter
    assert_no_letter_on_another(pdf)
    assert_no_letter_on_a_rule(pdf)


@settings(max_examples=20)
@given(head=HEADS)
def test_whatever_the_lines_they_stay_in_the_heads_room(head):
    _assert_inside(_left(head), BOX, X + WORDS_MM)
    _assert_inside(_middle(head), MIDDLE_BOX, MIDDLE_BOX.kanan)


@pytest.mark.parametrize("head", [LONGEST.head, Kop(("W" * 100,) * 6, shield())])
def test_the_longest_six_lines_stay_in_the_heads_room(head):
    _assert_inside(_left(head), BOX, X + WORDS_MM)
    _assert_inside(_middle(head), MIDDLE_BOX, MIDDLE_BOX.kanan)


@pytest.mark.parametrize("logo", [None, shield()])
@pytest.mark.parametrize("count", range(2, 7))
def test_every_line_of_two_to_six_can_be_read(count, logo):
    for pdf in (_left(Kop(SIX[:count], logo)), _middle(Kop(SIX[:count], logo))):
        text = words(pdf)
        assert all(line in text for line in SIX[:count])
        assert "…" not in text


def test_address_lines_share_a_line_where_they_fit_on_one():
    one = Kop((*SIX[:2], "Jl. Raya 1", "Kode Pos 61361"))
    two = Kop((*SIX[:3], SIX[2] * 2, *SIX[3:5]))
    assert "Jl. Raya 1 · Kode Pos 61361" in words(_left(one))
    assert len({round(x.bottom) for x in letters(_left(one)) if x.char == "K"}) == 3
    assert len(page_texts(_left(two))[0].splitlines()) == 4


def test_an_empty_head_is_its_double_line():
    assert letters(_left(Kop(()))) == []
    assert Kop(()).kantor == ""
    assert Kop(SIX).kantor == "KECAMATAN SOOKO"


def test_a_seventh_line_is_refused():
    with pytest.raises(ValueError, match="at most 6 lines"):
        Kop((*SIX, "satu lagi"))


@pytest.mark.parametrize(
    ("logo", "width"),
    [
        (shield(), 13.3),
        (shield(jpeg=True), 13.3),
        (shield(900, 300), 24.0),
        (shield(100, 500), 2.7),
    ],
)
def test_a_logo_keeps_its_shape_and_the_words_begin_beside_it(logo, width):
    pdf = _left(Kop(SIX, logo))
    assert min(x.left for x in letters(pdf)) == pytest.approx(X + width + 3, abs=0.5)
    left, _, right, _ = _ink(pdf, 0, X + width + 1.5, foot=338)
    assert left >= X - 0.1
    assert right <= X + width + 0.3


@pytest.mark.parametrize("logo", [shield(), shield(jpeg=True)])
def test_a_logo_on_many_pages_lies_in_the_file_once(logo):
    pdf = _book(65, Kop(SIX, logo))
    assert len(page_texts(pdf)) == 4
    assert len(_pictures(pdf)) == 1
    assert len(pdf) < len(_book(65, Kop(SIX))) + 160_000
    shown = [picture(pdf, 40, page).crop((20, 10, 60, 40)).getcolors(9999) for page in range(4)]
    assert shown[0] == shown[1] == shown[3]
    assert len(shown[0]) > 2


def test_the_same_head_gives_the_same_bytes():
    assert _book(21, Kop(SIX, shield())) == _book(21, Kop(SIX, bytes(bytearray(shield()))))


def test_the_double_line_has_the_whole_width():
    pdf = _left(Kop(SIX, shield()))
    left, _, right, _ = _ink(pdf, 0, 210)
    assert (left, right) == pytest.approx((X, KANAN), abs=0.3)
