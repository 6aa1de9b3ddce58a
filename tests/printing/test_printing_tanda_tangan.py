"""Who signs, as what: the official forms of a signature, each whole in its box."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.kasus import LONGEST, NAMES, SIGNERS
from printing.pdf_baca import (
    assert_no_letter_on_a_rule,
    assert_no_letter_on_another,
    bare,
    letters,
    page_texts,
    words,
)

from sooko_desk.domain.kantor import BentukJabatan
from sooko_desk.printing import contoh, lembar_kekurangan
from sooko_desk.printing.blok import Kotak, Pena
from sooko_desk.printing.kertas import A4
from sooko_desk.printing.tanda_tangan import (
    PenandaTangan,
    gambar_garis_tanda_tangan,
    gambar_penanda_tangan,
    letak_nama,
    tinggi_penanda_tangan,
)

CAMAT = PenandaTangan(
    "Sooko, 31 Desember 2026", "CAMAT SOOKO", "SITI AMINAH, S.Sos.", "Pembina", "197001011998031999"
)
DEPUTY = replace(
    CAMAT,
    jabatan="Sekretaris Kecamatan",
    bentuk=BentukJabatan.ATAS_NAMA,
    atas_nama="CAMAT SOOKO",
)


def _block(signer: PenandaTangan, width: float = 78.0, height: float | None = None) -> bytes:
    pen = Pena(A4, "Uji")
    tall = tinggi_penanda_tangan(signer, width) if height is None else height
    gambar_penanda_tangan(pen, Kotak(50, 50, width, tall), signer)
    return pen.selesai()


def _assert_inside(pdf: bytes, width: float, height: float) -> None:
    for letter in letters(pdf):
        assert 50 <= letter.left <= letter.right <= 50 + width, letter
        assert 50 <= letter.top <= letter.bottom <= 50 + height + 0.1, letter
    assert_no_letter_on_another(pdf)
    assert_no_letter_on_a_rule(pdf)


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        (CAMAT, ["CAMAT SOOKO"]),
        (replace(CAMAT, bentuk=BentukJabatan.PLT), ["Plt. CAMAT SOOKO"]),
        (replace(CAMAT, bentuk=BentukJabatan.PLH), ["Plh. CAMAT SOOKO"]),
        (DEPUTY, ["a.n. CAMAT SOOKO", "Sekretaris Kecamatan"]),
        (
            replace(DEPUTY, jabatan="Kepala Seksi Pelayanan", melalui="Sekretaris Kecamatan"),
            ["a.n. CAMAT SOOKO", "Sekretaris Kecamatan", "u.b.", "Kepala Seksi Pelayanan"],
        ),
    ],
)
def test_every_form_stands_in_its_lines_between_the_date_and_the_name(signer, lines):
    assert page_texts(_block(signer))[0].splitlines() == [
        "Sooko, 31 Desember 2026",
        *lines,
        "SITI AMINAH, S.Sos.",
        "Pembina",
        "NIP. 197001011998031999",
    ]


def test_a_signer_without_rank_and_number_has_neither_line():
    text = words(_block(replace(CAMAT, pangkat="", nip="")))
    assert text.endswith("SITI AMINAH, S.Sos.")


def test_a_long_name_stands_on_two_lines():
    pdf = _block(replace(CAMAT, nama=contoh.NAMA_TERPANJANG))
    lines = page_texts(pdf)[0].splitlines()
    assert " ".join(line.strip() for line in lines[2:4]) == contoh.NAMA_TERPANJANG


@settings(max_examples=25)
@given(signer=SIGNERS, width=st.floats(60, 90), short=st.booleans())
def test_whoever_signs_stays_in_the_box(signer, width, short):
    height = 36.0 if short else tinggi_penanda_tangan(signer, width)
    pdf = _block(signer, width, height)
    _assert_inside(pdf, width, max(height, 36.0))
    assert bare(signer.nama) in bare(words(pdf))


def test_room_to_sign_is_left_even_in_a_low_box():
    found = letters(_block(LONGEST.signer, height=36.0))
    name = min(x.top for x in found if x.char == "W")
    office = max(x.bottom for x in found if x.bottom < name)
    assert name - office > 7.5


@pytest.mark.parametrize("signer", [CAMAT, DEPUTY, LONGEST.signer])
def test_the_applicant_signs_on_a_line_as_high_as_the_officials(signer):
    data = replace(contoh.lembar_kekurangan()[1], kasi=replace(signer, nama="N"), penerima="N")
    found = [x for x in letters(lembar_kekurangan.render((data,))) if x.char == "N"]
    lines = sorted(round(x.bottom, 2) for x in found)
    assert max(lines.count(line) for line in lines) >= 2
    assert letak_nama(signer) <= tinggi_penanda_tangan(signer)


@settings(max_examples=20)
@given(name=NAMES | st.just("W" * 60))
def test_a_name_below_its_line_is_whole(name):
    pen = Pena(A4, "Uji")
    gambar_garis_tanda_tangan(pen, Kotak(50, 50, 86, 14.4), "Pemohon", name)
    pdf = pen.selesai()
    _assert_inside(pdf, 86, 14.4)
    assert bare(name) in bare(words(pdf))
