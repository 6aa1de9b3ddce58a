import datetime as dt

import pytest
from builders import NIK, NKK
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import FieldsError, OfficerError, UserError
from sooko_desk.domain.isian import (
    check_isian,
    check_semua,
    keep_isian,
    list_peringatan,
    read_angka,
)
from sooko_desk.domain.sop import Isian, JenisIsian, Pilihan

HARI_INI = dt.date(2026, 11, 23)
PILIHAN = (Pilihan("1", "ISLAM"), Pilihan("2", "KRISTEN"))


def isian(jenis, **ganti):
    return Isian(id="x", label="Isian", jenis=JenisIsian(jenis), pilihan=PILIHAN, **ganti)


@pytest.mark.parametrize(
    ("jenis", "teks", "simpan"),
    [
        ("teks", "  Dusun\n Krajan ", "Dusun Krajan"),
        ("nama", "nu’man  AL-farisi", "nu'man AL-farisi"),
        ("angka", " 0 03 ", "003"),
        ("angka", "1\u200b2", "12"),
        ("tanggal", "17 Agustus 1945", "1945-08-17"),
        ("tanggal", "23/11/2026", "2026-11-23"),
        ("pilihan", "2", "2"),
        ("nik", f" {NIK[:6]}-{NIK[6:]} ", NIK),
        ("nkk", f"{NKK[:4]} {NKK[4:]}", NKK),
        ("telepon", "+62 812-3456-7890", "081234567890"),
        ("telepon", "   ", ""),
        ("nik", "", ""),
    ],
)
def test_a_field_gives_its_stored_form(jenis, teks, simpan):
    assert check_isian(isian(jenis), teks, HARI_INI) == simpan


@pytest.mark.parametrize(
    ("jenis", "teks", "sebab"),
    [
        ("teks", "a" * 61, "paling banyak 60 huruf; yang terketik 61"),
        ("teks", "Dusun\u202eKrajan", "tanda yang tidak dapat dicetak"),
        ("nama", "Budi 😀", "emoji"),
        ("angka", "dua", "diisi angka saja"),
        ("angka", "２", "diisi angka saja"),
        ("angka", "2-3", "diisi angka saja"),
        ("angka", "1.5", "diisi angka saja"),
        ("angka", "1" * 61, "paling banyak 60 angka"),
        ("tanggal", "24/11/2026", "lewat dari hari ini"),
        ("tanggal", "31/4/1990", "April 1990 hanya sampai tanggal 30"),
        ("pilihan", "9", "“9” tidak ada dalam daftar Isian. Pilih dari daftar."),
        ("nik", "123", "16 angka"),
        ("nkk", "123", "16 angka"),
        ("telepon", "0812x", "hanya berisi angka"),
    ],
)
def test_a_field_that_cannot_stand_says_why(jenis, teks, sebab):
    with pytest.raises(UserError, match=sebab):
        check_isian(isian(jenis), teks, HARI_INI)


def test_a_number_may_have_a_least_and_a_date_may_lie_ahead():
    lembar = isian("angka", terkecil=1)
    assert check_isian(lembar, "1", HARI_INI) == "1"
    assert check_isian(lembar, "", HARI_INI) == ""
    with pytest.raises(UserError, match=r"^Isian paling kecil 1\.$"):
        check_isian(lembar, "00", HARI_INI)
    assert check_isian(isian("tanggal", mendatang=True), "1/1/2030", HARI_INI) == "2030-01-01"


def test_what_is_in_order_is_kept_of_a_form_that_goes_back():
    daftar = [
        isian("teks"),
        Isian("rt", "RT", JenisIsian.ANGKA),
        Isian(
            "baris",
            "Baris",
            JenisIsian.TABEL,
            kolom=(isian("nik"), Isian("y", "Y", JenisIsian.TEKS)),
        ),
        Isian("lain", "Lain", JenisIsian.TABEL, kolom=(isian("teks"),)),
    ]
    nilai = {"x": "", "rt": "dua", "baris": '[{"x":"1","y":" a "},{"x":"1"},{"y":"b"}]'}
    assert keep_isian(daftar, nilai, HARI_INI) == {"x": "", "baris": '[{"y":"a"},{"y":"b"}]'}


@pytest.mark.parametrize("jenis", JenisIsian)
@pytest.mark.parametrize("teks", ["", "  ", "\n\t"])
def test_an_empty_field_is_refused_only_when_required(jenis, teks):
    assert check_isian(isian(jenis), teks, HARI_INI) == ""
    with pytest.raises(UserError, match=r"^Isian belum diisi\.$"):
        check_isian(isian(jenis, wajib=True), teks, HARI_INI)


def test_all_fields_of_a_step_are_judged_at_once():
    daftar = [
        Isian("nama", "Nama", JenisIsian.NAMA, wajib=True),
        Isian("rt", "RT", JenisIsian.ANGKA, panjang=3),
        Isian("dusun", "Dusun", JenisIsian.TEKS),
    ]
    assert check_semua(daftar, {"nama": "Siti", "rt": "01"}, HARI_INI) == {
        "nama": "Siti",
        "rt": "01",
    }
    with pytest.raises(FieldsError) as galat:
        check_semua(daftar, {"rt": "0001", "dusun": "Krajan"}, HARI_INI)
    assert galat.value.per_field == {
        "nama": "Nama belum diisi.",
        "rt": "RT paling banyak 3 angka.",
    }
    assert str(galat.value) == "Belum tersimpan. Perbaiki isian yang bertanda merah."
    assert isinstance(galat.value, OfficerError)


@given(st.text(), st.sampled_from([j for j in JenisIsian if j is not JenisIsian.TABEL]))
def test_any_text_gives_a_value_or_a_sentence_and_a_value_is_stable(teks, jenis):
    try:
        simpan = check_isian(isian(jenis), teks, HARI_INI)
    except UserError:
        return
    assert check_isian(isian(jenis), simpan, HARI_INI) == simpan


@given(st.integers(min_value=0, max_value=999), st.integers(min_value=1, max_value=3))
def test_a_short_number_keeps_its_leading_zeros(angka, lebar):
    teks = f"{angka:0{lebar}}"
    assert read_angka(f" {teks} ", "RT", 3) == teks


def test_what_differs_from_the_nik_is_a_warning_beside_its_field():
    nik = Isian("nik", "NIK", JenisIsian.NIK)
    lahir = Isian("lahir", "Tanggal lahir", JenisIsian.TANGGAL, dari="tanggal_lahir")
    pilihan = (Pilihan("1", "Laki-laki"), Pilihan("2", "Perempuan"))
    kelamin = Isian(
        "kelamin", "Jenis kelamin", JenisIsian.PILIHAN, dari="jenis_kelamin", pilihan=pilihan
    )
    daftar = (nik, lahir, kelamin)
    cocok = {"nik": "3516135708459001", "lahir": "1945-08-17", "kelamin": "2"}
    assert list_peringatan(daftar, cocok, HARI_INI) == {}
    assert list_peringatan(daftar, {"nik": cocok["nik"]}, HARI_INI) == {}
    assert list_peringatan(daftar, {"lahir": "1990-01-01"}, HARI_INI) == {}
    beda = list_peringatan(daftar, cocok | {"lahir": "1990-01-01", "kelamin": "1"}, HARI_INI)
    assert set(beda) == {"lahir", "kelamin"}
    assert "berbeda dengan NIK" in beda["lahir"]
    assert "perempuan" in beda["kelamin"]
    assert list_peringatan((lahir, kelamin), cocok | {"kelamin": "1"}, HARI_INI) == {}
