from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nama import PANJANG_NAMA, check_nama, kapitalkan, list_peringatan_nama


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("SUMIYATI", "SUMIYATI"),
        ("  siti \t nur\u00a0aini\n", "siti nur aini"),
        ("Nur’aini", "Nur'aini"),
        ("Ma‘ruf", "Ma'ruf"),
        ("Saʼadah", "Sa'adah"),
        ("Ra`uf", "Ra'uf"),
        ("Dra. Hj. Endang, S.Pd/M.M.", "Dra. Hj. Endang, S.Pd/M.M."),
        ("Wati (alm.) Abdul–Karim", "Wati (alm.) Abdul-Karim"),
        ("Rene\u0301 Nu\u0303ez", "René Nũez"),
        ("Nur\u200bhayati\ufeff", "Nurhayati"),
        ("Budi 2", "Budi 2"),
        ("A" * PANJANG_NAMA, "A" * PANJANG_NAMA),
    ],
)
def test_names_of_documents_are_taken_and_tidied(teks, nama):
    assert check_nama(teks) == nama


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "Nama belum diisi"),
        (" \u200b\n", "Nama belum diisi"),
        ("A" * 61, "Nama 61 huruf termasuk spasi; tulis paling banyak 60 huruf."),
        ("Budi@rumah", 'tanda "@" yang tidak dipakai'),
        ("Budi; Siti", 'tanda ";" yang tidak dipakai'),
        ("Budi 😀", "gambar/emoji yang tidak dipakai"),
        ("Иван", 'huruf "И" yang bukan huruf Latin'),
        ("محمد", "yang bukan huruf Latin"),
        ("Ｂudi", 'huruf "Ｂ" yang bukan huruf Latin'),
        ("Budi٣", 'tanda "٣"'),
        ("Budi\x00", "tanda yang tidak tampak"),
        ("Budi\ud800", "tanda yang tidak tampak"),
        ("- . '", "belum memuat huruf"),
        ("123", "belum memuat huruf"),
    ],
)
def test_what_cannot_be_a_name_is_refused_and_named(teks, kata):
    with pytest.raises(UserError) as galat:
        check_nama(teks)
    assert kata in str(galat.value)


def test_the_message_begins_with_the_label_of_the_field():
    with pytest.raises(UserError, match=r"^Nama pemohon belum diisi"):
        check_nama("", "Nama pemohon")


@pytest.mark.parametrize(
    ("nama", "jumlah"), [("SUMIYATI", 0), ("Nur'aini Puspita", 0), ("Budi 2", 1)]
)
def test_only_digits_are_doubtful(nama, jumlah):
    assert len(list_peringatan_nama(nama)) == jumlah


@given(st.text(max_size=80))
def test_any_text_is_tidied_once_and_for_all_or_refused(teks):
    try:
        nama = check_nama(teks)
    except UserError:
        return
    assert check_nama(nama) == nama
    assert nama == " ".join(nama.split())
    assert unicodedata.is_normalized("NFC", nama)
    assert nama.isprintable()
    assert 0 < len(nama) <= PANJANG_NAMA


@pytest.mark.parametrize(
    ("teks", "kapital"),
    [("mojokerto", "MOJOKERTO"), ("zoë", "ZOË"), ("jl. melati 5-a", "JL. MELATI 5-A"), ("", "")],
)
def test_words_become_capitals(teks, kapital):
    assert kapitalkan(teks) == kapital


@given(st.text())
def test_capitals_are_as_many_letters_as_there_were(teks):
    assert len(kapitalkan(teks)) == len(teks)
    assert kapitalkan(kapitalkan(teks)) == kapitalkan(teks)
