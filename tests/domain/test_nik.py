from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.digit import bersihkan_digit, samarkan, samarkan_nomor, sebut_karakter
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nik import (
    Nik,
    cocokkan_nik,
    list_peringatan_nik,
    read_nik,
    uraikan_nik,
)

HARI_INI = dt.date(2025, 11, 20)
PROVINSI = {"35": "Jawa Timur", "94": "Papua Tengah"}
SOOKO = "wilayah Sooko, Kab. Mojokerto"
KECAMATAN = {"351613": "Sooko", "351601": "Jatirejo"}
VEKTOR = list(
    csv.DictReader(
        (Path(__file__).parent / "vektor" / "nik_vectors.csv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
)
LAKI = "3516131708459001"
PEREMPUAN = "3516135708459001"
DUA_ABAD = "3516132902049001"


def pesan(teks: str, hari_ini: dt.date = HARI_INI) -> str:
    with pytest.raises(UserError) as galat:
        read_nik(teks, hari_ini)
    return str(galat.value)


def test_vector_file_is_complete():
    assert len(VEKTOR) == 32


@pytest.mark.parametrize("vektor", VEKTOR, ids=[f"{v['nik']}-{v['valid']}" for v in VEKTOR])
def test_every_vector_gets_its_verdict(vektor):
    if vektor["valid"] == "0":
        assert pesan(vektor["nik"])
        return
    nik = read_nik(vektor["nik"], HARI_INI)
    assert nik.digits == vektor["nik"]
    assert nik.jenis_kelamin == vektor["sex"]
    assert "|".join(t.isoformat() for t in nik.tanggal_lahir) == vektor["birth_date"]
    titik = f"{nik.wilayah[:2]}.{nik.wilayah[2:4]}.{nik.wilayah[4:]}"
    assert vektor["region"].startswith(titik)


# One row a cause: typed text, words that only this cause says.
SEBAB = [
    ("", "belum diisi"),
    (" .-\u200b\n", "belum diisi"),
    ("351613170845900", "yang terketik 15. Periksa angka yang tertinggal."),
    ("35161317084590011", "yang terketik 17. Hapus angka yang kelebihan."),
    ("35161315039990O1", 'huruf "O" pada urutan ke-15. Mungkin maksudnya angka 0 (nol)'),
    ("3516 1315 0399 90l1", 'huruf "l" pada urutan ke-15. Mungkin maksudnya angka 1 (satu)'),
    ("3516x31708459001", 'huruf "x" pada urutan ke-5. Ganti dengan angka yang benar.'),
    ("3516131708459001;", 'tanda ";" pada urutan ke-17'),
    ("35161317084590😀1", "gambar/emoji pada urutan ke-15"),
    ("35161317084590\x001", "tanda yang tidak tampak pada urutan ke-15"),
    ("３５１６１３１５０３９９９００１", "bukan 0 sampai 9 biasa pada urutan ke-1"),
    ("351613170845900٣", "bukan 0 sampai 9 biasa pada urutan ke-16"),
    ("351613170845900²", "bukan 0 sampai 9 biasa pada urutan ke-16"),
    ("0516131503999001", "tidak diawali angka 0"),
    ("3516130001999001", "angka ke-7 dan ke-8"),
    ("3516133201999001", "angka ke-7 dan ke-8"),
    ("3516134001999001", "angka ke-7 dan ke-8"),
    ("3516137201999001", "angka ke-7 dan ke-8"),
    ("3516139901999001", "angka ke-7 dan ke-8"),
    ("3516131500999001", "angka ke-9 dan ke-10"),
    ("3516131513999001", "angka ke-9 dan ke-10"),
    ("3516133104999001", "April hanya sampai tanggal 30"),
    ("3516137104999001", "April hanya sampai tanggal 30"),
    ("3516133002999001", "Februari hanya sampai tanggal 29"),
    ("3516132902019001", "29 Februari hanya ada pada tahun kabisat"),
    ("3516131503990000", "tidak mungkin 0000"),
]


@pytest.mark.parametrize(("teks", "kata"), SEBAB, ids=[repr(s[0]) for s in SEBAB])
def test_each_cause_has_its_own_sentence_without_the_number(teks, kata):
    kalimat = pesan(teks)
    assert kata in kalimat
    assert kalimat.startswith("NIK") or " NIK" in kalimat
    angka = bersihkan_digit(teks)
    assert not angka or angka not in kalimat
    assert not any(angka[i : i + 5] in kalimat for i in range(len(angka) - 4))


@pytest.mark.parametrize(
    ("nomor", "tempat"),
    [
        ("3516132031999001", "angka ke-8 dan ke-9"),  # 23 01 99 typed as 20 31 99
        ("3516117308459001", "angka ke-6 dan ke-7"),  # 13 17 typed as 11 73
        ("3516131780459001", "angka ke-9 dan ke-10"),  # month 08 typed as 80
        ("351613290210" + "2000", "angka ke-10 dan ke-11"),  # the edge pair would give serial 0000
        ("3516131713459001", ""),  # no pair gives a month
        ("3516130120999001", ""),  # months 02 and 12 are both one pair away
        ("3516139999999001", ""),  # equal neighbours cannot have changed
        ("3516131780450000", ""),  # a pair would mend the month, but no serial is 0000
    ],
)
def test_an_impossible_birth_date_names_the_only_pair_that_mends_it(nomor, tempat):
    kalimat = pesan(nomor)
    if tempat:
        assert kalimat.endswith(f". Mungkin {tempat} tertukar.")
    else:
        assert "tertukar" not in kalimat


@pytest.mark.parametrize(
    ("nomor", "tanggal", "kelamin", "tempat"),
    [
        ("3516131708549001", dt.date(1945, 8, 17), "L", "angka ke-11 dan ke-12"),
        ("3516131708549001", dt.date(1945, 8, 17), None, "angka ke-11 dan ke-12"),
        ("3516131708549001", dt.date(1945, 8, 17), "P", ""),
        ("3516131708549001", dt.date(1946, 8, 17), "L", ""),
        ("3516131708" + "495001", dt.date(1945, 8, 17), "L", "angka ke-12 dan ke-13"),
        ("3516117108459001", dt.date(1945, 8, 17), "L", "angka ke-7 dan ke-8"),
        ("3516132110459001", dt.date(1945, 1, 21), None, "angka ke-9 dan ke-10"),
        ("3516132101459001", dt.date(1945, 10, 21), None, "angka ke-9 dan ke-10"),
        (DUA_ABAD, dt.date(2040, 2, 29), None, "angka ke-11 dan ke-12"),
    ],
)
def test_another_birth_date_names_the_pair_that_would_fit_it(nomor, tanggal, kelamin, tempat):
    kalimat = cocokkan_nik(read_nik(nomor, HARI_INI), tanggal, kelamin)[0]
    assert kalimat.startswith("Tanggal lahir yang diketik (")
    if tempat:
        assert kalimat.endswith(f"memang begitu. Mungkin {tempat} tertukar.")
    else:
        assert "tertukar" not in kalimat


def test_a_difference_in_sex_alone_names_no_pair():
    assert not any("tertukar" in k for k in cocokkan_nik(read_nik(LAKI, HARI_INI), None, "P"))
    (kalimat,) = cocokkan_nik(read_nik(LAKI, HARI_INI), dt.date(1945, 8, 17), "P")
    assert "tertukar" not in kalimat


def test_birth_date_only_in_the_future_blames_nik_or_clock():
    assert "belum terjadi" in pesan("3516132902009001", dt.date(1999, 1, 1))


def test_birth_today_is_taken_and_tomorrow_falls_back_a_century():
    lahir_hari_ini = read_nik("3516132011259001", HARI_INI)
    assert lahir_hari_ini.tanggal_lahir == (dt.date(1925, 11, 20), HARI_INI)
    assert read_nik("3516132111259001", HARI_INI).tanggal_lahir == (dt.date(1925, 11, 21),)


def test_blanks_dots_and_dashes_are_ignored():
    assert read_nik("\t3516.13-170845\u00a09001\r\n\ufeff", HARI_INI).digits == LAKI


def test_nik_never_shows_its_digits_in_a_repr():
    nik = read_nik(LAKI, HARI_INI)
    assert nik.tersamar == "************9001"
    assert repr(nik) == "Nik(************9001)"
    assert nik == Nik(LAKI, "351613", "L", (dt.date(1945, 8, 17),))


@pytest.mark.parametrize(
    ("nomor", "kata"),
    [
        (LAKI, []),
        ("3576011503999001", []),
        ("3502061503999001", []),
        ("3516991503999001", ["tidak ada di Kabupaten Mojokerto"]),
        ("9916131503999001", ["bukan kode provinsi mana pun"]),
    ],
)
def test_unknown_region_is_a_warning_not_an_error(nomor, kata):
    peringatan = list_peringatan_nik(read_nik(nomor, HARI_INI), PROVINSI, KECAMATAN)
    assert len(peringatan) == len(kata)
    assert all(k in p for k, p in zip(kata, peringatan, strict=True))


@pytest.mark.parametrize(
    ("nomor", "tanggal", "kelamin", "kata"),
    [
        (LAKI, None, None, []),
        (LAKI, dt.date(1945, 8, 17), "L", []),
        (LAKI, dt.date(1945, 8, 18), "L", ["18 Agustus 1945"]),
        (LAKI, dt.date(1945, 8, 17), "P", ["laki-laki"]),
        (PEREMPUAN, dt.date(1946, 8, 17), "L", ["17 Agustus 1946", "perempuan"]),
        (DUA_ABAD, dt.date(1904, 2, 29), None, []),
        (DUA_ABAD, dt.date(2004, 2, 29), None, []),
        (DUA_ABAD, dt.date(2004, 2, 28), None, ["29 Februari 1904 atau 29 Februari 2004"]),
    ],
)
def test_mismatch_with_typed_fields_is_a_warning(nomor, tanggal, kelamin, kata):
    peringatan = cocokkan_nik(read_nik(nomor, HARI_INI), tanggal, kelamin)
    assert len(peringatan) == len(kata)
    assert all(k in p for k, p in zip(kata, peringatan, strict=True))


@pytest.mark.parametrize(
    ("nomor", "uraian"),
    [
        (PEREMPUAN, "Perempuan, lahir 17/08/1945, wilayah Sooko, Kab. Mojokerto"),
        (
            DUA_ABAD,
            f"Laki-laki, lahir 29/02/1904 atau 29/02/2004, {SOOKO}",
        ),
        ("3576011503999001", "Laki-laki, lahir 15/03/1999, wilayah Jawa Timur"),
        ("3516991503999001", "Laki-laki, lahir 15/03/1999, wilayah Jawa Timur"),
        ("9916991503999001", "Laki-laki, lahir 15/03/1999, wilayah tidak dikenal"),
    ],
)
def test_nik_is_told_in_words(nomor, uraian):
    assert uraikan_nik(read_nik(nomor, HARI_INI), PROVINSI, KECAMATAN) == uraian


@given(
    wilayah=st.integers(100000, 999999),
    lahir=st.dates(dt.date(1900, 1, 1), HARI_INI),
    perempuan=st.booleans(),
    serial=st.integers(9001, 9999),
)
def test_a_nik_made_by_the_rule_is_read_back(wilayah, lahir, perempuan, serial):
    hari = lahir.day + 40 * perempuan
    teks = f"{wilayah}{hari:02}{lahir.month:02}{lahir.year % 100:02}{serial:04}"
    nik = read_nik(teks, HARI_INI)
    assert nik.digits == teks
    assert nik.wilayah == str(wilayah)
    assert nik.jenis_kelamin == ("P" if perempuan else "L")
    assert lahir in nik.tanggal_lahir
    assert list(nik.tanggal_lahir) == sorted(set(nik.tanggal_lahir))
    assert all(t.year % 100 == lahir.year % 100 and t <= HARI_INI for t in nik.tanggal_lahir)


@given(st.text(max_size=24))
def test_any_text_is_read_or_refused_in_words(teks):
    try:
        nik = read_nik(teks, HARI_INI)
    except UserError as galat:
        nik, kalimat = None, str(galat)
    else:
        kalimat = "."
    assert kalimat.endswith(".")
    assert nik is None or (nik.digits.isascii() and len(nik.digits) == 16)


@given(
    st.text("0123456789", max_size=20),
    st.lists(st.sampled_from(" .-\u00a0\t\r\n\u200b\u200d\ufeff\u2011\u2013\u202f"), max_size=20),
    st.randoms(),
)
def test_stripping_gives_back_the_digits_wherever_the_blanks_were(angka, sela, acak):
    huruf = list(angka)
    for satu in sela:
        huruf.insert(acak.randint(0, len(huruf)), satu)
    assert bersihkan_digit("".join(huruf)) == angka


@given(st.text("0123456789Ox+/()٣😀", max_size=20))
def test_stripping_keeps_everything_that_may_be_a_mistake(teks):
    assert bersihkan_digit(teks) == teks


@pytest.mark.parametrize(
    ("nomor", "samaran"),
    [
        (LAKI, "************9001"),
        ("3516 1317 0845 9001", "************9001"),
        ("", ""),
        ("9001", "****"),
        ("351613170845900", "*" * 15),
        ("35161317084590011", "*" * 17),
        ("351613170845900O", "*" * 16),
    ],
)
def test_mask_shows_four_digits_at_most(nomor, samaran):
    assert samarkan(nomor) == samaran


@given(st.text(max_size=20))
def test_mask_never_leaks_more_than_four_characters(teks):
    assert len(samarkan(teks).replace("*", "")) <= 4


@pytest.mark.parametrize(
    ("huruf", "sebutan"),
    [
        ("x", 'huruf "x"'),
        ("@", 'tanda "@"'),
        ("😀", "gambar/emoji"),
        ("☎", "gambar/emoji"),
        ("\U0001fffd", "gambar/emoji"),
        ("°", 'tanda "°"'),
        ("𠀀", 'huruf "𠀀"'),
        ("\ufe0f", "tanda yang tidak tampak"),
        ("\x07", "tanda yang tidak tampak"),
    ],
)
def test_a_character_is_named_in_plain_words(huruf, sebutan):
    assert sebut_karakter(huruf) == sebutan


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", ""),
        (
            "NIK 3516135708459001, NKK 3516 1321 1125 9007.",
            "NIK ************9001, NKK ************9007.",
        ),
        ("13516135708459001", "13516135708459001"),
        ("471.14/TB-1/416-313/2026", "471.14/TB-1/416-313/2026"),
    ],
)
def test_numbers_of_sixteen_digits_are_masked_in_free_words(teks, kata):
    assert samarkan_nomor(teks) == kata
