"""The official forms: sheets of ten, columns and boxes of the form, nothing outside its box."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import (
    assert_inside_cells,
    assert_no_letter_on_another,
    letters,
    page_texts,
    words,
)

from sooko_desk.printing import contoh_formulir, f101, f102, f106
from sooko_desk.printing.contoh import NAMA_TERPANJANG
from sooko_desk.printing.f101_kolom import LAJUR, NOMOR_KOLOM
from sooko_desk.printing.mengalir import REBAH

WORDS = st.text(alphabet="WMiIl ./-,'ÖẠß1", max_size=140)
KABUPATEN = "Kabupaten Mojokerto"


def _edges(widths):
    edges = [REBAH.x]
    for width in widths:
        edges.append(edges[-1] + width)
    return edges


def assert_inside(pdf, width, height):
    """Every letter has a margin of 5 mm on all sides."""
    for number in range(len(page_texts(pdf))):
        for letter in letters(pdf, number):
            assert letter.left >= 5, letter
            assert letter.right <= width - 5, letter
            assert letter.top >= 5, letter
            assert letter.bottom <= height - 4, letter


# ---------------------------------------------------------------- F-1.01


def test_the_strips_hold_the_forms_columns_once_and_are_as_wide_as_the_page():
    assert frozenset(range(2, 42)) == NOMOR_KOLOM
    assert sum(len(strip) - 1 for strip in LAJUR) == 40
    assert [[k.nomor for k in strip[1:]] for strip in LAJUR] == [
        list(range(2, 8)),
        list(range(8, 16)),
        list(range(16, 24)),
        list(range(24, 34)),
        list(range(34, 42)),
    ]
    for strip in LAJUR:
        assert sum(k.lebar for k in strip) == pytest.approx(REBAH.lebar)


@pytest.mark.parametrize(
    ("members", "sheets"), [(1, 1), (9, 1), (10, 1), (11, 2), (14, 2), (20, 2), (21, 3)]
)
def test_ten_members_fill_a_sheet_and_more_go_on_the_next(members, sheets):
    texts = page_texts(f101.render(contoh_formulir.f101(members)))
    assert len(texts) == 3 * sheets
    for number, text in enumerate(texts):
        assert f"Halaman {number % 3 + 1} dari 3" in text
        said = f"Lembar {number // 3 + 1} dari {sheets}" in text
        assert said == (sheets > 1)
    assert sum(text.count("SITI\n") for text in texts[::3]) == members - 1


def test_a_form_without_data_is_the_blank_form():
    texts = page_texts(f101.render(f101.F101Data(KABUPATEN)))
    assert len(texts) == 3
    assert "X Input Data" not in texts[0]
    assert "Kepala Keluarga:" not in texts[1]
    assert "..........)" in texts[2]
    assert "PERNYATAAN" in texts[2]
    assert KABUPATEN in texts[2]
    for text in texts:
        assert "F-1.01 · Formulir isian" in text


def test_names_of_sixty_letters_are_whole_in_the_head_the_rows_and_the_signature():
    texts = page_texts(f101.render(contoh_formulir.f101(1)))
    plain = [" ".join(text.split()) for text in texts]
    assert plain[0].count(NAMA_TERPANJANG) == 2
    assert plain[1].count(NAMA_TERPANJANG) == 1
    assert plain[2].count(NAMA_TERPANJANG) == 4
    assert "…" not in "".join(plain)


def test_the_group_of_people_is_ticked():
    for kind, words_after in f101.GOLONGAN:
        data = f101.F101Data(KABUPATEN, golongan=kind)
        assert f"X {words_after}" in page_texts(f101.render(data))[0]


def test_forms_in_practice_are_marked_on_every_page():
    assert words(f101.render(replace(contoh_formulir.f101(), latihan=True))).count("LATIHAN") == 6
    assert words(f102.render(f102.F102Data(latihan=True))).count("LATIHAN") == 1
    assert words(f106.render(f106.F106Data(latihan=True))).count("LATIHAN") == 1


@settings(max_examples=15)
@given(
    member=st.dictionaries(st.sampled_from(sorted(NOMOR_KOLOM)), WORDS),
    word=WORDS,
)
def test_nothing_of_a_member_leaves_its_cell(member, word):
    data = f101.F101Data(
        KABUPATEN,
        nama_kepala=word,
        alamat=word,
        kode_pos=word,
        telepon=word,
        wilayah=((word, word),) * 4,
        anggota=(member,) * 10,
    )
    pdf = f101.render(data)
    assert_inside(pdf, 297, 210)
    where = ((0, 115, 198, 0), (1, 14, 97, 1), (1, 103, 186, 2), (2, 14, 84, 3), (2, 88, 158, 4))
    for page, top, bottom, strip in where:
        found = [x for x in letters(pdf, page) if top < x.top and x.bottom < bottom]
        assert_inside_cells(found, _edges(k.lebar for k in LAJUR[strip]))


# ---------------------------------------------------------------- F-1.02


def test_every_type_and_every_paper_of_the_form_is_there_once():
    codes = [code for _, _, rows in f102.MATRIKS for code, _, _ in rows if code]
    assert len(codes) == len(set(codes)) == 27
    assert {len(rows) for _, _, rows in f102.MATRIKS} == {14}
    assert len(f102.PERSYARATAN) == len({code for code, _ in f102.PERSYARATAN}) == 16


@pytest.mark.parametrize("code", ["I.A.1", "I.C.2", "II.A", "II.G", "III.D", "IV.B"])
def test_the_type_of_the_case_alone_is_ticked(code):
    text = words(f102.render(f102.F102Data(jenis=code)))
    assert text.count("X ") == 1


def test_a_type_that_the_form_does_not_have_ticks_nothing():
    assert "X " not in words(f102.render(f102.F102Data(jenis="IX.9")))


@pytest.mark.parametrize(("code", "label"), f102.PERSYARATAN)
def test_a_paper_at_hand_is_ticked_beside_its_words(code, label):
    assert f"X {label}" in words(f102.render(f102.F102Data(persyaratan=frozenset({code}))))


def test_numbers_stand_in_full_with_a_digit_a_box():
    text = words(f102.render(contoh_formulir.f102()))
    assert " ".join(contoh_formulir.NIK_IBU) in text
    assert " ".join(contoh_formulir.NKK) in text


def test_a_blank_form_has_dots_to_write_on_and_no_tick():
    (text,) = page_texts(f102.render(f102.F102Data()))
    assert "X " not in text
    assert text.count("(.....") == 2
    assert "Pemohon," in text


@settings(max_examples=15)
@given(name=WORDS, nik=WORDS, officer=WORDS)
def test_f102_stays_on_its_page_whatever_the_words(name, nik, officer):
    pdf = f102.render(f102.F102Data(name, nik, nik, "I.A.1", petugas=officer, nomor=name))
    assert len(page_texts(pdf)) == 1
    assert_inside(pdf, 210, 297)


# ---------------------------------------------------------------- F-1.06


def test_a_blank_f106_fits_on_one_page_with_rows_to_write_on():
    (text,) = page_texts(f106.render(f106.F106Data()))
    for words_of_form in ("SHDK", "A. Pendidikan dan Pekerjaan", "B. Agama", "Dasar Perubahan"):
        assert words_of_form in text
    assert "Lainnya*), yaitu: ...." in text
    assert "1\n2\n3\n4\n5\n" in text.replace(" ", "")


def test_blank_rows_of_an_f106_are_no_reason_for_a_second_page():
    data = contoh_formulir.f106()
    assert len(page_texts(f106.render(data))) == 1
    one_more = f106.BarisUbahan(2, f106.Ubahan("SD", "SLTP", "Ijazah"))
    full = replace(data, pendidikan_pekerjaan=(*data.pendidikan_pekerjaan, one_more))
    (text,) = page_texts(f106.render(full))
    assert "Yang membuat pernyataan" in text


def test_changes_stand_in_the_column_of_their_kind():
    text = words(f106.render(contoh_formulir.f106()))
    assert "Lainnya*), yaitu: Nama, Tanggal lahir" in text
    assert "KEPERCAYAAN TERHADAP TUHAN YME" in text
    assert contoh_formulir.NIK_AYAH in text
    assert "…" not in text


@pytest.mark.parametrize("count", [0, 1, 4, 30])
def test_many_changes_go_on_further_pages_and_only_the_last_is_signed(count):
    change = f106.Ubahan("SLTA/SEDERAJAT", "DIPLOMA IV/STRATA I", "Ijazah " * 12)
    data = replace(
        contoh_formulir.f106(),
        pendidikan_pekerjaan=tuple(f106.BarisUbahan(1, change) for _ in range(count)),
    )
    pdf = f106.render(data)
    texts = page_texts(pdf)
    signed = ["Yang membuat pernyataan" in text for text in texts]
    assert signed == [False] * (len(texts) - 1) + [True]
    assert words(pdf).count("Ijazah Ijazah") >= count
    assert_inside(pdf, 297, 210)
    assert_no_letter_on_another(pdf)


@settings(max_examples=15)
@given(
    members=st.lists(st.builds(f106.AnggotaF106, WORDS, WORDS, WORDS, WORDS), max_size=12),
    changes=st.lists(
        st.builds(
            f106.BarisUbahan,
            st.integers(1, 12),
            st.builds(f106.Ubahan, WORDS, WORDS, WORDS),
            st.builds(f106.Ubahan, WORDS, WORDS, WORDS),
            WORDS,
        ),
        max_size=12,
    ),
    word=WORDS,
)
def test_nothing_of_a_change_leaves_the_page(members, changes, word):
    data = f106.F106Data(
        word, word, word, word, tuple(members), tuple(changes), tuple(changes), word, word, word
    )
    assert_inside(f106.render(data), 297, 210)


@pytest.mark.parametrize("name", ["f101", "f102", "f106"])
def test_no_letter_of_a_form_stands_on_another(name):
    module = {"f101": f101, "f102": f102, "f106": f106}[name]
    assert_no_letter_on_another(module.render(getattr(contoh_formulir, name)()))
