"""The recovery code: read as typed, and no slip of the finger makes another code of it."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kode_pemulihan import format_kode, is_sama, list_kelompok, read_kode

HURUF = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RAHASIA = bytes(range(0x31, 0x41))
KODE = format_kode(RAHASIA)
RAPAT = KODE.replace("-", "")

rahasia = st.binary(min_size=16, max_size=16)


def beri_garis(rapat):
    return "-".join(rapat[awal : awal + 4] for awal in range(0, len(rapat), 4))


def sebab(teks):
    with pytest.raises(UserError) as galat:
        read_kode(teks)
    kalimat = str(galat.value)
    assert re.fullmatch(r"[A-Z“].*\.", kalimat, re.DOTALL)
    return kalimat


@given(rahasia)
def test_a_code_is_seven_groups_of_four_and_is_read_back(isi):
    kode = format_kode(isi)
    assert re.fullmatch(f"[{HURUF}]{{4}}(-[{HURUF}]{{4}}){{6}}", kode)
    assert read_kode(kode) == isi
    assert "-".join(list_kelompok(kode)) == kode


@given(rahasia, st.data())
def test_a_code_is_read_in_any_dress(isi, data):
    teks = ""
    for huruf in format_kode(isi).replace("-", ""):
        kembar = {"0": "0Oo", "1": "1IiLl"}.get(huruf, huruf + huruf.lower())
        teks += data.draw(st.sampled_from(kembar))
        teks += data.draw(st.sampled_from(["", "", "", " ", "-", " - ", "–", "\n", "\u00a0", "."]))
    assert read_kode(f"  {teks}") == isi


@settings(max_examples=8)
@given(rahasia)
def test_every_single_wrong_letter_is_refused_and_its_group_named(isi):
    rapat = format_kode(isi).replace("-", "")
    for nomor, benar in enumerate(rapat):
        for huruf in HURUF.replace(benar, ""):
            kalimat = sebab(rapat[:nomor] + huruf + rapat[nomor + 1 :])
            assert f"mungkin pada kelompok {nomor // 4 + 1}." in kalimat


@settings(max_examples=30)
@given(rahasia)
def test_every_swap_of_neighbours_is_refused_and_never_blamed_on_others(isi):
    rapat = format_kode(isi).replace("-", "")
    for n in range(27):
        if rapat[n] == rapat[n + 1]:
            continue
        kalimat = sebab(rapat[:n] + rapat[n + 1] + rapat[n] + rapat[n + 2 :])
        if disebut := re.search(r"mungkin pada kelompok (\d)(?: atau (\d))?\.", kalimat):
            assert {n // 4 + 1, (n + 1) // 4 + 1} & {int(satu) for satu in disebut.groups("0")}
        else:
            assert kalimat == "Kode salah ketik. Periksa setiap kelompok dengan kertasnya."


def test_the_swaps_of_one_code_are_named_where_one_place_explains_them():
    kalimat = [
        sebab(RAPAT[:n] + RAPAT[n + 1] + RAPAT[n] + RAPAT[n + 2 :])
        for n in range(27)
        if RAPAT[n] != RAPAT[n + 1]
    ]
    assert sum("mungkin pada kelompok" in satu for satu in kalimat) > len(kalimat) // 2


def test_few_random_letters_pass_for_a_code():
    acak = random.Random(6)
    lolos = 0
    for _ in range(20_000):
        try:
            read_kode("".join(acak.choices(HURUF, k=28)))
        except UserError:
            continue
        lolos += 1
    assert lolos <= 15  # one of 4096 has all twelve spare bits right: 5 are to be expected


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "belum diketik"),
        (" -- ", "belum diketik"),
        (RAPAT[:-1], "7 kelompok, masing-masing 4 huruf atau angka, jadi 28; yang terketik 27"),
        (RAPAT + "7", "jadi 28; yang terketik 29"),
        (KODE[:-5], "yang terketik 24"),
        (KODE[:-1], "Kelompok 7 berisi 3 huruf atau angka, padahal harus 4"),
        (KODE.replace("-", "0-", 1), "Kelompok 1 berisi 5 huruf atau angka, padahal harus 4"),
        (beri_garis("U" + RAPAT[1:]), "“U” pada kelompok 1 tidak ada dalam kode pemulihan"),
        (beri_garis(RAPAT[:13] + "*" + RAPAT[14:]), "“*” pada kelompok 4 tidak ada"),
        (beri_garis(RAPAT[:27] + "É"), "“É” pada kelompok 7 tidak ada"),
    ],
)
def test_what_cannot_be_a_code_is_told_with_its_place(teks, kata):
    assert kata in sebab(teks)


def test_no_check_symbols_make_a_code_of_more_than_128_bits():
    awal = format_kode(bytes(16)).replace("-", "")[:25] + "1"  # the lowest of the spare bits
    kalimat = {sebab(awal + satu + dua) for satu in HURUF for dua in HURUF}
    assert "Kode salah ketik. Periksa setiap kelompok dengan kertasnya." in kalimat


@pytest.mark.parametrize(
    ("ketikan", "sama"),
    [
        ("01AB", True),
        ("oiab", True),
        (" O l-a b ", True),
        ("01AC", False),
        ("01A", False),
        ("01AB0", False),
        ("01A!", False),
        ("", False),
    ],
)
def test_a_group_is_compared_as_a_code_is_read(ketikan, sama):
    assert is_sama("01AB", ketikan) is sama
