"""The office's own data and its officials: what is refused, and who signs on which day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.kantor import (
    BentukJabatan,
    Kantor,
    Pejabat,
    find_pejabat,
    list_salah_kantor,
    list_salah_pejabat,
)

KANTOR = Kantor(("PEMERINTAH KABUPATEN MOJOKERTO", "KECAMATAN SOOKO"))
CAMAT = Pejabat(
    "1", "SLAMET MISAL, S.H.", "Camat Sooko", dt.date(2026, 1, 1), nip="197001011990031001"
)


def hari(n):
    return dt.date(2026, 1, 1) + dt.timedelta(days=n)


@pytest.mark.parametrize(
    ("isi", "bidang", "kata"),
    [
        ({"kop": ("KECAMATAN SOOKO",)}, "kop", "paling sedikit 2 baris"),
        ({"kop": ("BARIS",) * 12}, "kop", "Kop 12 baris; yang muat 6 baris"),
        ({"kop": ("BARIS", " ")}, "kop", "Baris kop 2 belum diisi"),
        ({"kop": ("x" * 101, "BARIS")}, "kop", "Baris kop 1 101 huruf"),
        ({"kop": ("A\nB", "BARIS")}, "kop", "tidak tampak"),
        ({"tempat": ""}, "tempat", "Tempat belum diisi"),
        ({"tempat": "x" * 41}, "tempat", "paling banyak 40 huruf"),
        ({"catatan_kaki": "x" * 201}, "catatan_kaki", "paling banyak 200 huruf"),
        ({"logo_sidik": "abc"}, "logo_sidik", "Logo ini tidak dikenal"),
        ({"logo_sidik": "Z" * 64}, "logo_sidik", "Logo ini tidak dikenal"),
    ],
)
def test_office_data_that_do_not_fit_a_paper_are_told_by_their_field(isi, bidang, kata):
    salah = list_salah_kantor(replace(KANTOR, **isi))
    assert salah.keys() == {bidang}
    assert kata in salah[bidang]


@pytest.mark.parametrize(
    "isi", [{}, {"kop": ("BARIS",) * 6}, {"logo_sidik": "0f" * 32}, {"catatan_kaki": "Gratis."}]
)
def test_office_data_in_order_are_taken(isi):
    assert list_salah_kantor(replace(KANTOR, **isi)) == {}


@pytest.mark.parametrize(
    ("isi", "bidang", "kata"),
    [
        ({"nama": ""}, "nama", "Nama pejabat belum diisi"),
        ({"nip": "19700101199003100"}, "nip", "NIP harus 18 angka"),
        ({"nip": "19700101199003100x"}, "nip", "NIP harus 18 angka"),
        ({"jabatan": " "}, "jabatan", "Jabatan belum diisi"),
        ({"pangkat": "x" * 61}, "pangkat", "paling banyak 60 huruf"),
        ({"sampai": dt.date(2025, 12, 31)}, "sampai", "mendahului tanggal mulai"),
        ({"atas_nama": "Bupati"}, "atas_nama", "hanya diisi untuk a.n."),
        ({"bentuk": BentukJabatan.ATAS_NAMA}, "atas_nama", "diatasnamakan belum diisi"),
        (
            {"bentuk": BentukJabatan.ATAS_NAMA, "atas_nama": "camat  SOOKO"},
            "atas_nama",
            "sama dengan jabatannya sendiri",
        ),
    ],
)
def test_an_official_who_cannot_be_so_is_told_by_place_and_field(isi, bidang, kata):
    lain = Pejabat("2", "RINI CONTOH", "Kepala Seksi Pelayanan", hari(0))
    salah = list_salah_pejabat((lain, replace(CAMAT, **isi)))
    assert salah.keys() == {f"2.{bidang}"}
    assert kata in salah[f"2.{bidang}"]


@pytest.mark.parametrize("isi", [{"nip": ""}, {"sampai": hari(0)}, {"pangkat": "Pembina"}])
def test_an_official_in_order_is_taken(isi):
    assert list_salah_pejabat((replace(CAMAT, **isi),)) == {}


def test_what_stands_above_the_signature():
    plt = replace(CAMAT, bentuk=BentukJabatan.PLT)
    an = replace(
        CAMAT,
        jabatan="Sekretaris Kecamatan",
        bentuk=BentukJabatan.ATAS_NAMA,
        atas_nama="Camat Sooko",
    )
    assert (CAMAT.sebutan, CAMAT.mewakili) == (("Camat Sooko",), "Camat Sooko")
    assert (plt.sebutan, plt.mewakili) == (("Plt. Camat Sooko",), "Camat Sooko")
    assert an.sebutan == ("a.n. Camat Sooko", "Sekretaris Kecamatan")
    assert an.mewakili == "Camat Sooko"


def pengganti(bentuk, dari, sampai=None, **isi):
    atas_nama = {"jabatan": "Sekretaris Kecamatan", "atas_nama": "Camat Sooko"}
    isi = isi | (atas_nama if bentuk is BentukJabatan.ATAS_NAMA else {})
    return replace(
        CAMAT, id="2", nama="RINI CONTOH", dari=dari, sampai=sampai, bentuk=bentuk, **isi
    )


@pytest.mark.parametrize(
    ("bentuk", "boleh"),
    [
        (BentukJabatan.TETAP, False),
        (BentukJabatan.PLT, False),
        (BentukJabatan.PLH, True),
        (BentukJabatan.ATAS_NAMA, True),
    ],
)
def test_only_a_plh_or_an_an_stands_beside_the_holder(bentuk, boleh):
    lain = pengganti(bentuk, hari(10), hari(12))
    for daftar, tempat in (((CAMAT, lain), 2), ((lain, CAMAT), 1)):
        salah = list_salah_pejabat(daftar)
        assert salah.keys() == (set() if boleh else {f"{tempat}.masa"})
        assert all(
            "sama-sama tercatat untuk Camat Sooko pada 11/01/2026" in k for k in salah.values()
        )
    berakhir = replace(CAMAT, sampai=hari(9))
    assert list_salah_pejabat((berakhir, lain)) == {}


def test_an_official_without_a_name_yet_is_called_the_new_one():
    baru = replace(CAMAT, nama="", dari=hari(10))
    assert "dan pejabat baru sama-sama" in list_salah_pejabat((CAMAT, baru))["2.masa"]


def test_who_stands_in_signs_on_those_days_and_the_holder_on_the_others():
    plh = pengganti(BentukJabatan.PLH, hari(10), hari(12))
    for daftar in ((CAMAT, plh), (plh, CAMAT)):
        siapa = [find_pejabat(daftar, " camat  SOOKO", hari(n)) for n in (9, 10, 12, 13)]
        assert siapa == [CAMAT, plh, plh, CAMAT]


def test_two_who_stand_in_on_the_same_day_exclude_each_other():
    daftar = (
        CAMAT,
        pengganti(BentukJabatan.PLH, hari(5), hari(9)),
        pengganti(BentukJabatan.ATAS_NAMA, hari(9), hari(20)),
        pengganti(BentukJabatan.PLH, hari(20)),
    )
    assert list_salah_pejabat(daftar).keys() == {"3.masa", "4.masa"}


def test_another_office_is_another_matter():
    kasi = replace(CAMAT, id="2", jabatan="Kepala Seksi Pelayanan")
    assert list_salah_pejabat((CAMAT, kasi)) == {}
    assert find_pejabat((CAMAT, kasi), "Kepala Seksi Pelayanan", hari(0)) == kasi
    assert find_pejabat((CAMAT, kasi), "Sekretaris Kecamatan", hari(0)) is None
    assert find_pejabat((CAMAT, kasi), "Camat Sooko", hari(-1)) is None


MASA = st.lists(
    st.tuples(st.sampled_from(BentukJabatan), st.integers(0, 40), st.none() | st.integers(0, 20)),
    max_size=5,
)


@given(MASA, st.integers(-5, 70))
def test_a_list_in_order_names_one_signer_a_day_whatever_its_order(masa, n):
    daftar = tuple(
        replace(
            pengganti(bentuk, hari(dari), None if lama is None else hari(dari + lama)),
            id=str(urut),
            nama=f"PEJABAT {chr(65 + urut)}",
        )
        for urut, (bentuk, dari, lama) in enumerate(masa)
    )
    if list_salah_pejabat(daftar):
        assert list_salah_pejabat(daftar[::-1])
        return
    satu = find_pejabat(daftar, "Camat Sooko", hari(n))
    assert find_pejabat(daftar[::-1], "Camat Sooko", hari(n)) == satu
    menjabat = [p for p in daftar if p.is_menjabat(hari(n))]
    assert (satu is None) == (not menjabat)
    assert satu is None or satu in menjabat
