from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.sop.libur import (
    CUTI_BERSAMA,
    JENIS_LIBUR,
    LIBUR_DAERAH,
    LIBUR_NASIONAL,
    BarisLibur,
    check_libur,
    gabung_libur,
    list_libur_tahun,
    parse_libur,
    sebut_libur,
    urutkan,
    write_libur,
)

BAWAAN = Path(__file__).resolve().parents[2] / "sop_data" / "tabel" / "hari_libur.csv"
NATAL = BarisLibur("25/12/2026", "Hari Raya Natal", LIBUR_NASIONAL)
NAMA = (
    st.text(min_size=1, max_size=60)
    .map(lambda s: " ".join(s.split()))
    .filter(lambda s: s and s.isprintable())
)
BARIS = st.builds(
    BarisLibur,
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)).map(lambda d: f"{d:%d/%m}/{d.year}"),
    NAMA,
    st.sampled_from(JENIS_LIBUR),
)


def test_the_shipped_table_is_written_back_byte_by_byte():
    teks = BAWAAN.read_text(encoding="utf-8")
    assert write_libur(parse_libur(teks)) == teks


@given(st.lists(BARIS, unique_by=lambda b: (b.tanggal, b.nama.casefold())))
def test_rows_that_pass_come_back_the_same_from_their_text(baris):
    assert check_libur(baris) == {}
    assert parse_libur(write_libur(baris)) == urutkan(baris)


KETIKAN = st.builds(
    BarisLibur,
    st.sampled_from(["", "1/1/2027", "01012027", "31/2/2026", "besok"]),
    st.sampled_from(["", "Libur", "libur ", "a\u2028b", 'a"b', "x" * 121, "a,b;c"]),
    st.sampled_from([*JENIS_LIBUR, "", "cuti"]),
)


@given(st.lists(KETIKAN, max_size=4))
def test_whatever_is_typed_is_either_told_or_taken(baris):
    if not check_libur(baris):
        assert len(parse_libur(write_libur(baris))) == len(baris)


@pytest.mark.parametrize(
    ("baris", "kunci", "kata"),
    [
        (BarisLibur("31/02/2026", "x", CUTI_BERSAMA), "tanggal", "Februari 2026 hanya sampai"),
        (BarisLibur("", "x", CUTI_BERSAMA), "tanggal", "Tanggal belum diisi."),
        (BarisLibur("1/1/2027", " ", CUTI_BERSAMA), "nama", "Nama hari libur belum diisi."),
        (BarisLibur("1/1/2027", "x" * 121, CUTI_BERSAMA), "nama", "paling panjang 120 huruf"),
        (BarisLibur("1/1/2027", "a\u2028b\x00", CUTI_BERSAMA), "nama", "tanda yang tidak tampak"),
        (BarisLibur("1/1/2027", "x", "cuti"), "jenis", "Pilih jenis: libur nasional, cuti"),
    ],
)
def test_each_fault_is_told_at_its_row_and_cell(baris, kunci, kata):
    salah = check_libur([NATAL, baris])
    assert list(salah) == [f"libur.1.{kunci}"]
    assert kata in salah[f"libur.1.{kunci}"]


def test_a_holiday_written_twice_is_told_at_both_rows():
    salah = check_libur([NATAL, BarisLibur("2026-12-25", "hari raya  natal", CUTI_BERSAMA)])
    assert list(salah) == ["libur.1.tanggal", "libur.0.tanggal"]
    assert set(salah.values()) == {
        "hari raya natal pada 25/12/2026 sudah tercatat. Hapus salah satu."
    }
    assert check_libur([NATAL, BarisLibur("25/12/2026", "Hari Jadi", LIBUR_DAERAH)]) == {}


def test_capitals_in_head_and_jenis_do_not_matter():
    assert parse_libur("Tanggal;Nama;JENIS\n25/12/2026;Hari Raya Natal;Libur Nasional") == (NATAL,)


def test_a_wrong_line_is_told_with_the_name_of_the_imported_file():
    with pytest.raises(UserError, match=r"^libur 2028\.csv, baris 2: Tanggal tidak terbaca"):
        parse_libur("tanggal,nama,jenis\nbesok,Libur,cuti bersama", "libur 2028.csv")


def test_two_names_of_one_date_are_joined():
    dua = BarisLibur("25/12/2026", "Hari Jadi", LIBUR_DAERAH)
    assert sebut_libur([NATAL, dua]) == {dt.date(2026, 12, 25): "Hari Raya Natal; Hari Jadi"}


def test_a_year_of_the_library_holds_both_kinds():
    baris = list_libur_tahun(2026)
    assert NATAL in baris
    assert BarisLibur("24/12/2026", "Cuti Bersama Hari Raya Natal", CUTI_BERSAMA) in baris
    assert urutkan(baris) == baris
    assert {b.jenis for b in list_libur_tahun(2030)} == {LIBUR_NASIONAL}


@pytest.mark.parametrize("tahun", [2000, 2077])
def test_the_first_and_the_last_year_have_their_lunar_holidays(tahun):
    assert any(b.nama.startswith("Hari Raya Idul Fitri") for b in list_libur_tahun(tahun))


@pytest.mark.parametrize("tahun", [0, 1999, 2078, 99999])
def test_a_year_without_a_list_is_refused(tahun):
    with pytest.raises(UserError, match=f"^Tahun {tahun} tidak ada dalam daftar libur nasional"):
        list_libur_tahun(tahun)


def test_merging_twice_adds_nothing_the_second_time():
    pertama = gabung_libur([NATAL], list_libur_tahun(2026))
    assert len(pertama.ditambah) == len(list_libur_tahun(2026)) - 1
    assert pertama.baris.count(NATAL) == 1
    kedua = gabung_libur(pertama.baris, list_libur_tahun(2026))
    assert kedua.baris == pertama.baris
    assert kedua.ditambah == ()


def test_an_estimate_does_not_come_back_beside_the_decreed_date():
    fitri = BarisLibur("28/02/2028", "Hari Raya Idul Fitri", LIBUR_NASIONAL)
    ditambah = gabung_libur([fitri], list_libur_tahun(2028)).ditambah
    assert not [b for b in ditambah if b.nama.startswith("Hari Raya Idul Fitri")]
    assert [b for b in ditambah if b.nama.startswith("Hari kedua dari")]


def test_rows_with_a_wrong_date_stay_in_sight_at_the_top():
    salah = BarisLibur("31/2/2026", "x", CUTI_BERSAMA)
    assert gabung_libur([salah], [NATAL]).baris == (salah, NATAL)
    assert gabung_libur([NATAL, salah], []).baris == (salah, NATAL)
