"""The list of officials as typed: read, judged by place and field, stored as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kantor import JABATAN_KASI, BentukJabatan
from sooko_desk.services.isian_pejabat import (
    IsianPejabat,
    baca_isian,
    check_isian,
    simpan_isian,
    tolak_bawaan,
    tulis_isian,
)

SATU = IsianPejabat("a", "RINI CONTOH, S.Sos", JABATAN_KASI, "1/1/2026", "31/10/2026")
DUA = IsianPejabat(
    "b", "BAMBANG MISAL", JABATAN_KASI, "1 November 2026", nip="19800101 200901 2 999"
)


def test_a_row_is_read_and_written_back():
    pejabat, salah = baca_isian(replace(DUA, bentuk="Plt.", nama=" BAMBANG   MISAL "))
    assert salah == {}
    assert (pejabat.dari, pejabat.sampai, pejabat.bentuk) == (
        dt.date(2026, 11, 1),
        None,
        BentukJabatan.PLT,
    )
    assert (pejabat.nama, pejabat.nip) == ("BAMBANG MISAL", "198001012009012999")
    tulis = tulis_isian(pejabat)
    assert (tulis.dari, tulis.sampai) == ("01/11/2026", "")
    assert baca_isian(tulis) == (pejabat, {})
    assert tulis_isian(baca_isian(SATU)[0]).sampai == "31/10/2026"


def test_a_list_in_order_is_stored_and_holds(kantor):
    isi = kantor.meja.kantor.isi
    assert check_isian((SATU, DUA)) == {}
    simpan_isian(isi, (SATU, DUA), kantor.kasi)
    assert isi.find_pejabat(JABATAN_KASI, dt.date(2026, 10, 31)).nama == SATU.nama
    assert isi.find_pejabat(JABATAN_KASI, dt.date(2026, 11, 1)).nama == DUA.nama


def test_wrong_rows_are_told_at_their_place_whatever_their_dates(kantor):
    daftar = (
        replace(SATU, dari="31/2/2026", nip="12345678901234567"),
        replace(DUA, sampai="kemarin"),
        replace(SATU, id="c", sampai="1/1/2025"),
        replace(DUA, id="d", dari=""),
        replace(DUA, id="e", nama=""),
        replace(DUA, id="f"),
    )
    salah = check_isian(daftar)
    assert salah.keys() == {"1.dari", "1.nip", "2.sampai", "3.sampai", "4.dari", "5.nama", "6.masa"}
    assert salah["1.dari"] == "Februari 2026 hanya sampai tanggal 28. Periksa tanggalnya."
    assert "18 angka" in salah["1.nip"]
    assert "sama-sama tercatat" in salah["6.masa"]
    with pytest.raises(FieldsError) as galat:
        simpan_isian(kantor.meja.kantor.isi, daftar, kantor.kasi)
    assert galat.value.per_field == salah
    assert kantor.store.pengaturan.list_awalan("") == {"tahun_buku": "2026"}


def test_there_is_no_list_to_go_back_to():
    with pytest.raises(RuleError, match="tidak dapat dikembalikan ke bawaan"):
        tolak_bawaan()
