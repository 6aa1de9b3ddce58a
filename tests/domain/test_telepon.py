from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.telepon import check_telepon


@pytest.mark.parametrize(
    ("teks", "nomor"),
    [
        ("", ""),
        ("  - ", ""),
        ("081200009001", "081200009001"),
        ("0812-0000-9001", "081200009001"),
        ("+62 812 0000 9001", "081200009001"),
        ("62812.0000.9001", "081200009001"),
        ("+62 (0)812 0000 9001", "081200009001"),
        ("81200009001", "081200009001"),
        ("(0321) 900001", "0321900001"),
        ("081200001", "081200001"),
        ("08120000900123", "08120000900123"),
    ],
)
def test_numbers_become_one_form(teks, nomor):
    assert check_telepon(teks) == nomor


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("0812OOO09001", 'huruf "O"'),
        ("081200009001/081200009002", 'tanda "/". Tulis satu nomor saja'),
        ("08120000٩٠٠١", 'tanda "٩"'),
        ("0812+0000", 'tanda "+"'),
        ("+60 12 000 9001", "luar negeri"),
        ("+81200009001", "luar negeri"),
        ("12345678901", "diawali 08"),
        ("00621200009001", "diawali 08"),
        ("+", "luar negeri"),
        ("62", "yang terketik 1"),
        ("08120000", "yang terketik 8"),
        ("081200009001234", "yang terketik 15"),
    ],
)
def test_what_cannot_be_dialled_is_refused(teks, kata):
    with pytest.raises(UserError) as galat:
        check_telepon(teks)
    assert kata in str(galat.value)


@given(st.text("0123456789+- ()", max_size=20))
def test_a_taken_number_stays_as_it_is(teks):
    try:
        nomor = check_telepon(teks)
    except UserError:
        return
    assert check_telepon(nomor) == nomor
    assert nomor == "" or (nomor.startswith("0") and 9 <= len(nomor) <= 14)
