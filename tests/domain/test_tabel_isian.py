"""Fields that hold rows: the stored form, and the checks of every cell."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import FieldsError
from sooko_desk.domain.isian import check_semua
from sooko_desk.domain.sop import Isian, JenisIsian, Pilihan
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel

HARI = dt.date(2026, 11, 23)
KOLOM = (
    Isian("nama", "Nama lengkap", JenisIsian.NAMA, wajib=True),
    Isian("lahir", "Tanggal lahir", JenisIsian.TANGGAL, panjang=10),
    Isian("kelamin", "Jenis kelamin", JenisIsian.PILIHAN, pilihan=(Pilihan("1", "Laki-laki"),)),
)


def tabel(**ganti):
    return Isian("anggota", "Anggota keluarga", JenisIsian.TABEL, kolom=KOLOM, **ganti)


def periksa(baris, **ganti):
    return check_semua([tabel(**ganti)], {"anggota": format_tabel(baris)}, HARI)


def list_salah(baris, **ganti):
    with pytest.raises(FieldsError) as galat:
        periksa(baris, **ganti)
    return galat.value.per_field


def test_rows_are_kept_in_the_stored_form_of_each_column():
    hasil = periksa([{"nama": " siti  aminah ", "lahir": "17/8/1990", "kelamin": "1"}])
    assert parse_tabel(hasil["anggota"]) == (
        {"nama": "siti aminah", "lahir": "1990-08-17", "kelamin": "1"},
    )


def test_a_wrong_cell_is_named_by_row_and_column():
    baris = [{"nama": "SITI"}, {"lahir": "31/02/1990"}]
    salah = list_salah(baris)
    assert list(salah) == ["anggota.2.nama", "anggota.2.lahir"]
    assert salah["anggota.2.nama"] == "Baris 2: Nama lengkap belum diisi."


def test_an_empty_row_counts_for_the_numbers_and_is_not_stored():
    teks = '[{"nama":"SITI"},{},{"lahir":"x"}]'
    with pytest.raises(FieldsError) as galat:
        check_semua([tabel()], {"anggota": teks}, HARI)
    assert list(galat.value.per_field) == ["anggota.3.nama", "anggota.3.lahir"]
    baik = check_semua([tabel()], {"anggota": '[{"nama":""},{"nama":"SITI"}]'}, HARI)
    assert parse_tabel(baik["anggota"]) == ({"nama": "SITI"},)


@pytest.mark.parametrize(
    ("baris", "ganti", "kalimat"),
    [
        ([], {"wajib": True}, "Anggota keluarga belum diisi."),
        ([], {"baris_min": 2}, "Anggota keluarga belum diisi."),
        ([{"nama": "SITI"}], {"baris_min": 2}, "Anggota keluarga paling sedikit 2 baris."),
    ],
)
def test_too_few_rows_are_told_of_the_table_as_a_whole(baris, ganti, kalimat):
    assert list_salah(baris, **ganti) == {"anggota.0": kalimat}


def test_an_optional_table_may_be_empty():
    assert periksa([]) == {}


@given(st.lists(st.dictionaries(st.sampled_from(["nama", "lahir"]), st.text(max_size=5))))
def test_the_same_rows_give_the_same_text_and_come_back(baris):
    teks = format_tabel(baris)
    penuh = tuple({k: v for k, v in satu.items() if v} for satu in baris)
    assert parse_tabel(teks) == tuple(satu for satu in penuh if satu)
    assert format_tabel(parse_tabel(teks)) == teks
