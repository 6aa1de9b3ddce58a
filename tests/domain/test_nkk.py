from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nkk import read_nkk

HARI_INI = dt.date(2025, 11, 20)
VEKTOR = list(
    csv.DictReader(
        (Path(__file__).parent / "vektor" / "nkk_vectors.csv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
)


def test_vector_file_is_complete():
    assert len(VEKTOR) == 6


@pytest.mark.parametrize("vektor", VEKTOR, ids=[v["nkk"] for v in VEKTOR])
def test_every_vector_gets_its_verdict(vektor):
    nkk = read_nkk(vektor["nkk"], HARI_INI)
    assert nkk.wajar == (vektor["valid"] == "1")
    if nkk.wajar:
        assert nkk.tanggal_entri is not None
        assert nkk.tanggal_entri.isoformat() == vektor["tanggal_entri"]
    assert nkk.wilayah == vektor["region"].replace(".", "")


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "No KK belum diisi"),
        ("351613260225900", "No KK harus 16 angka; yang terketik 15"),
        ("35161326022590011", "No KK harus 16 angka; yang terketik 17"),
        ("3516132602259O01", 'huruf "O" pada urutan ke-14'),
        ("３516132602259001", "bukan 0 sampai 9 biasa"),
        ("0000000000000000", "tidak mungkin angka 0 semua"),
    ],
)
def test_what_cannot_be_a_number_is_refused(teks, kata):
    with pytest.raises(UserError) as galat:
        read_nkk(teks, HARI_INI)
    assert kata in str(galat.value)


@pytest.mark.parametrize(
    ("nomor", "tanggal", "kata"),
    [
        ("3516130001259001", None, ["bukan tanggal"]),
        ("3516133201259001", None, ["bukan tanggal"]),
        ("3516139901259001", None, ["bukan tanggal"]),
        ("3516132902239001", None, ["bukan tanggal"]),
        ("3516131513259001", None, ["bukan tanggal"]),
        ("3516136602259001", None, ["tidak memakai tambahan 40"]),
        ("3516132602250000", dt.date(2025, 2, 26), ["bukan 0000"]),
        ("0516132602259001", dt.date(2025, 2, 26), ["diawali angka 0"]),
        ("3516132111259001", dt.date(2025, 11, 21), ["belum terjadi"]),
        ("3516132011259001", HARI_INI, []),
        ("0516136602250000", None, ["diawali angka 0", "tambahan 40", "bukan 0000"]),
    ],
)
def test_an_unusual_inside_is_only_a_warning(nomor, tanggal, kata):
    nkk = read_nkk(nomor, HARI_INI)
    assert nkk.tanggal_entri == tanggal
    assert len(nkk.peringatan) == len(kata)
    assert all(k in p for k, p in zip(kata, nkk.peringatan, strict=True))
    assert not any(nomor in p for p in nkk.peringatan)
    assert nkk.wajar == (not kata)


def test_nkk_never_shows_its_digits_in_a_repr():
    nkk = read_nkk("3516.13.260225.9001", HARI_INI)
    assert nkk.digits == "3516132602259001"
    assert nkk.tersamar == "************9001"
    assert repr(nkk) == "Nkk(************9001)"


@given(
    wilayah=st.integers(100000, 999999),
    entri=st.dates(dt.date(2000, 1, 1), HARI_INI),
    serial=st.integers(9001, 9999),
)
def test_a_number_made_by_the_rule_is_read_back(wilayah, entri, serial):
    nkk = read_nkk(f"{wilayah}{entri:%d%m%y}{serial:04}", HARI_INI)
    assert nkk.wajar
    assert nkk.wilayah == str(wilayah)
    assert nkk.tanggal_entri == entri


@given(st.text("0123456789", min_size=16, max_size=16).filter(lambda t: t.strip("0")))
def test_sixteen_digits_are_always_taken(teks):
    assert read_nkk(teks, HARI_INI).digits == teks
