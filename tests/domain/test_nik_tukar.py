from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nik import cocokkan_nik, read_nik
from sooko_desk.domain.nik_tukar import find_tukaran_lahir, list_tukaran, sebut_tukaran

HARI_INI = dt.date(2026, 11, 23)
LAKI = "3516131708459001"
ENAM_BELAS = st.text("0123456789", min_size=16, max_size=16)
BUKAN_NOMOR = st.one_of(
    st.text(max_size=20),
    st.text("0123456789", max_size=15),
    st.text("0123456789", min_size=17, max_size=20),
    st.just("３" * 16),
    st.just("35161317084590O1"),
)
LIMA_ANGKA = re.compile(r"\d{5}")


@st.composite
def nik_sah(draw: st.DrawFn) -> str:
    """Any NIK made by the rule, of somebody born until today."""
    lahir = draw(st.dates(dt.date(1926, 11, 24), HARI_INI))
    hari = lahir.day + 40 * draw(st.booleans())
    wilayah = draw(st.integers(110000, 999999))
    return f"{wilayah}{hari:02}{lahir:%m%y}{draw(st.integers(9001, 9999))}"


def tukar(digits: str, satu: int, dua: int) -> str:
    daftar = list(digits)
    daftar[satu], daftar[dua] = daftar[dua], daftar[satu]
    return "".join(daftar)


def sah(digits: str) -> bool:
    try:
        read_nik(digits, HARI_INI)
    except UserError:
        return False
    return True


def test_the_neighbours_are_changed_in_order_of_place():
    assert list_tukaran("3516131708459001") == (
        "5316131708459001",
        "3156131708459001",
        "3561131708459001",
        "3511631708459001",
        "3516311708459001",
        "3516113708459001",
        "3516137108459001",
        "3516131078459001",
        "3516131780459001",
        "3516131704859001",
        "3516131708549001",
        "3516131708" + "495001",
        "3516131708" + "450901",
        "3516131708459010",
    )


@pytest.mark.parametrize(
    ("diketik", "lain", "sebutan"),
    [
        (LAKI, "5316131708459001", "angka ke-1 dan ke-2"),
        (LAKI, "3516131780459001", "angka ke-9 dan ke-10"),
        (LAKI, "3516131708459010", "angka ke-15 dan ke-16"),
        (LAKI, tukar(LAKI, 11, 12), "angka ke-12 dan ke-13"),
        (LAKI, "3516831701459001", "angka ke-5 dan ke-10"),
        (LAKI, tukar(LAKI, 0, 15), "angka ke-1 dan ke-16"),
        (LAKI, "3516131708459002", "angka ke-16"),
        (LAKI, "4516131708459001", "angka ke-1"),
        (LAKI, LAKI, None),
        (LAKI, "4516131708459002", None),
        (LAKI, "3516131708450" + "019", None),
        (LAKI, "6316131708459001", None),  # one digit moved, another took its place
        (LAKI, "", None),
        ("", "", None),
    ],
)
def test_one_slip_of_the_hand_is_named_by_its_places(diketik, lain, sebutan):
    assert sebut_tukaran(diketik, lain) == sebutan
    assert sebut_tukaran(lain, diketik) == sebutan


@given(ENAM_BELAS)
def test_every_change_of_neighbours_is_listed_once_and_can_be_turned_back(digits):
    daftar = list_tukaran(digits)
    assert len(daftar) == len(set(daftar)) == sum(digits[i] != digits[i + 1] for i in range(15))
    assert digits not in daftar
    for lain in daftar:
        assert digits in list_tukaran(lain)


@given(st.one_of(nik_sah(), ENAM_BELAS), st.integers(0, 15), st.integers(0, 15))
def test_two_digits_that_changed_places_are_always_recognised(digits, satu, dua):
    satu, dua = sorted((satu, dua))
    assume(digits[satu] != digits[dua])
    lain = tukar(digits, satu, dua)
    assert sebut_tukaran(digits, lain) == f"angka ke-{satu + 1} dan ke-{dua + 1}"
    assert (lain in list_tukaran(digits)) == (dua == satu + 1)


@given(ENAM_BELAS, ENAM_BELAS, BUKAN_NOMOR)
def test_nothing_is_named_that_is_no_single_slip(digits, lain, bukan):
    assert sebut_tukaran(digits, digits) is None
    assert sebut_tukaran(digits, bukan) is None
    assert sebut_tukaran(bukan, digits) is None
    assert sebut_tukaran(bukan, bukan) is None
    beda = sum(a != b for a, b in zip(digits, lain, strict=True))
    if (sebutan := sebut_tukaran(digits, lain)) is not None:
        assert beda == 1 + (" dan " in sebutan)
        assert beda == 1 or sorted(digits) == sorted(lain)


@given(nik_sah(), st.integers(5, 11))
def test_a_changed_birth_date_is_named_unless_another_change_fits_too(digits, kiri):
    assume(digits[kiri] != digits[kiri + 1])
    asli = read_nik(digits, HARI_INI)
    lahir = asli.tanggal_lahir[-1]
    diketik = tukar(digits, kiri, kiri + 1)
    calon = [
        i
        for i in range(5, 12)
        if diketik[i] != diketik[i + 1]
        and sah(dibetulkan := tukar(diketik, i, i + 1))
        and read_nik(dibetulkan, HARI_INI).jenis_kelamin == asli.jenis_kelamin
        and lahir in read_nik(dibetulkan, HARI_INI).tanggal_lahir
    ]
    assert kiri in calon
    sebutan = find_tukaran_lahir(diketik, lahir, asli.jenis_kelamin, HARI_INI)
    assert sebutan == (f"angka ke-{kiri + 1} dan ke-{kiri + 2}" if calon == [kiri] else None)


@given(nik_sah(), st.integers(5, 11))
def test_an_impossible_number_names_a_pair_only_when_no_other_mends_it(digits, kiri):
    diketik = tukar(digits, kiri, kiri + 1)
    assume(not sah(diketik))
    calon = [i for i in range(5, 12) if sah(tukar(diketik, i, i + 1))]
    assert kiri in calon
    with pytest.raises(UserError) as galat:
        read_nik(diketik, HARI_INI)
    akhir = f" Mungkin angka ke-{kiri + 1} dan ke-{kiri + 2} tertukar."
    assert str(galat.value).endswith(akhir) == (calon == [kiri])
    assert ("tertukar" in str(galat.value)) == (len(calon) == 1)


@given(
    st.one_of(nik_sah(), ENAM_BELAS),
    st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), HARI_INI)),
    st.sampled_from([None, "L", "P"]),
)
def test_no_sentence_ever_holds_five_digits_in_a_row(digits, lahir, kelamin):
    try:
        kalimat = list(cocokkan_nik(read_nik(digits, HARI_INI), lahir, kelamin))
    except UserError as galat:
        kalimat = [str(galat)]
    kalimat += filter(None, (sebut_tukaran(digits, lain) for lain in list_tukaran(digits)))
    assert not any(LIMA_ANGKA.search(satu) for satu in kalimat)


def test_a_date_that_comes_after_today_does_not_fit():
    assert find_tukaran_lahir("3516131708549001", dt.date(2045, 8, 17), "L", HARI_INI) is None
    besok = dt.date(2045, 8, 18)
    sebutan = find_tukaran_lahir("3516131708549001", dt.date(2045, 8, 17), "L", besok)
    assert sebutan == "angka ke-11 dan ke-12"
