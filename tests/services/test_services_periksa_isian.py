"""What is said of a form while it is typed: nothing of what is still empty."""

from __future__ import annotations

import datetime as dt

from builders import NIK

from sooko_desk.domain.sop import Isian, JenisIsian
from sooko_desk.domain.tabel_isian import format_tabel
from sooko_desk.services.periksa_isian import periksa_sementara

HARI = dt.date(2026, 11, 23)
NAMA = Isian("nama", "Nama", JenisIsian.NAMA, wajib=True)
LAHIR = Isian("lahir", "Tanggal lahir", JenisIsian.TANGGAL, dari="tanggal_lahir")
NOMOR = Isian("nik", "NIK", JenisIsian.NIK)
TABEL = Isian("anggota", "Anggota", JenisIsian.TABEL, wajib=True, kolom=(NAMA, LAHIR))


def test_an_empty_required_field_is_not_held_against_a_form_that_is_being_typed():
    assert periksa_sementara([NAMA, LAHIR, TABEL], {"nama": "  "}, HARI) == ({}, {})


def test_what_cannot_stand_is_told_at_once():
    salah, ragu = periksa_sementara([NAMA, LAHIR], {"lahir": "31/02/1990"}, HARI)
    assert list(salah) == ["lahir"]
    assert ragu == {}


def test_what_is_doubtful_is_told_apart_and_not_beside_what_is_wrong():
    nilai = {"nik": NIK, "lahir": "01/01/1990"}
    assert periksa_sementara([NOMOR, LAHIR], nilai, HARI)[0] == {}
    assert list(periksa_sementara([NOMOR, LAHIR], nilai, HARI)[1]) == ["lahir"]
    salah, ragu = periksa_sementara([NOMOR, LAHIR], nilai | {"lahir": "31/02/1990"}, HARI)
    assert (list(salah), ragu) == (["lahir"], {})


def test_cells_are_judged_one_by_one():
    baris = [{"nama": "Siti"}, {"lahir": "31/02/1990"}]
    salah, _ = periksa_sementara([TABEL], {"anggota": format_tabel(baris)}, HARI)
    assert list(salah) == ["anggota.2.lahir"]
