from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nomor import (
    PANJANG_POLA,
    check_pola,
    format_nomor,
    kode_pindai,
    parse_kode_pindai,
)


@pytest.mark.parametrize(
    ("pola", "nomor"),
    [
        ("470/{urut}/416-313/{tahun}", "470/12/416-313/2026"),
        ("TB/KK/{tahun}/{urut}", "TB/KK/2026/12"),
        ("{urut}{tahun}", "122026"),
    ],
)
def test_good_patterns_are_taken_and_filled(pola, nomor):
    check_pola(pola)
    assert format_nomor(pola, 12, 2026) == nomor


@pytest.mark.parametrize(
    ("pola", "kata"),
    [
        ("", "belum memuat {urut}"),
        ("470/416-313/{tahun}", "belum memuat {urut}"),
        ("470/{urut}/416-313", "belum memuat {tahun}"),
        ("{urut}/{tahun}/{bulan}", "hanya untuk {urut} dan {tahun}"),
        ("{urut}/{tahun}/{", "hanya untuk {urut} dan {tahun}"),
        ("{urut}/{tahun}}", "hanya untuk {urut} dan {tahun}"),
        ("{{urut}}/{tahun}", "hanya untuk {urut} dan {tahun}"),
        ("{urut.__class__}/{urut}/{tahun}", "hanya untuk {urut} dan {tahun}"),
        ("{urut}\n{tahun}", "tidak tampak"),
        ("{urut}/{tahun}" + "x" * 47, "Pola nomor 61 huruf; tulis paling banyak 60"),
    ],
)
def test_bad_patterns_are_refused(pola, kata):
    with pytest.raises(UserError) as galat:
        check_pola(pola)
    assert kata in str(galat.value)


def test_the_longest_pattern_is_taken():
    check_pola("{urut}/{tahun}".ljust(PANJANG_POLA, "x"))


def test_the_receipt_code_has_five_digits():
    assert kode_pindai("KK", 2026, 12) == "TB-KK-2026-00012"
    assert kode_pindai("KTP", 2026, 123456) == "TB-KTP-2026-123456"


@pytest.mark.parametrize(
    ("layanan", "tahun", "urut"),
    [("kk", 2026, 1), ("K K", 2026, 1), ("", 2026, 1), ("KK", 2026, 0), ("KK", 20260, 1)],
)
def test_a_code_that_cannot_be_read_back_is_a_bug(layanan, tahun, urut):
    with pytest.raises(ValueError, match="cannot be read back"):
        kode_pindai(layanan, tahun, urut)


@pytest.mark.parametrize(
    "teks", ["TB-KK-2026-00012", "tb-kk-2026-00012\r\n", " TB - KK - 2026 - 00012 "]
)
def test_scans_and_typing_are_read(teks):
    assert parse_kode_pindai(teks) == ("KK", 2026, 12)


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "Budi",
        "3516131708459001",
        "TB-KK-2026-12",
        "TB-KK-2026-00000",
        "TB-KK-26-00012",
        "XX-KK-2026-00012",
        "TB--2026-00012",
        "TB-KK-2026-00012-1",
        "TB-KK-2026-0001２",
    ],
)
def test_another_text_is_no_receipt_code(teks):
    assert parse_kode_pindai(teks) is None


@given(
    st.from_regex(r"[A-Z0-9]{1,8}", fullmatch=True),
    st.integers(1000, 9999),
    st.integers(1, 999_999_999),
)
def test_a_receipt_code_is_read_back(layanan, tahun, urut):
    kode = kode_pindai(layanan, tahun, urut)
    assert parse_kode_pindai(kode) == (layanan, tahun, urut)
    assert parse_kode_pindai(kode.lower()) == (layanan, tahun, urut)


@given(st.integers(1, 99999), st.integers(1, 99999), st.integers(2000, 2099))
def test_two_serials_never_give_one_number(satu, dua, tahun):
    pola = "470/{urut}/416-313/{tahun}"
    sama = format_nomor(pola, satu, tahun) == format_nomor(pola, dua, tahun)
    assert sama == (satu == dua)
