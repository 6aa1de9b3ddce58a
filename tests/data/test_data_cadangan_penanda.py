"""The mark of an office stick, and the trace that tells one state of the register from another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from sooko_desk.data.cadangan_daftar import NAMA_FOLDER
from sooko_desk.data.cadangan_jejak import baca_kepala
from sooko_desk.data.cadangan_penanda import (
    NAMA_PENANDA,
    Penanda,
    baca_penanda,
    check_kantor,
    tulis_penanda,
)
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru

PENANDA = Penanda("flashdisk Sooko Desk 1", "a" * 32, "b" * 32, "Flashdisk 1", "2026-11-23Z")


def test_a_mark_is_read_at_the_root_and_in_the_folder_of_backups(stik):
    assert baca_penanda(stik) is None
    tulis_penanda(stik, PENANDA)
    assert baca_penanda(stik) == baca_penanda(stik / NAMA_FOLDER) == PENANDA
    assert [p.name for p in (stik / NAMA_FOLDER).iterdir()] == [NAMA_PENANDA]


@pytest.mark.parametrize(
    "ganti",
    [
        {"jenis": "lain"},
        {"kantor": "A" * 32},
        {"nomor": "../x"},
        {"nama": ""},
        {"nama": "x" * 41},
    ],
)
def test_a_damaged_mark_is_none(stik, ganti):
    tulis_penanda(stik, PENANDA)
    path = stik / NAMA_FOLDER / NAMA_PENANDA
    isi = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(isi | ganti), encoding="utf-8")
    assert baca_penanda(stik) is None


@pytest.mark.parametrize("isi", [b"", b"{", b"\xff\xfe", b"[]"])
def test_a_mark_cut_short_is_none(stik, isi):
    (stik / NAMA_FOLDER).mkdir()
    (stik / NAMA_FOLDER / NAMA_PENANDA).write_bytes(isi)
    assert baca_penanda(stik) is None


def test_a_stick_of_another_office_is_neither_marked_nor_used(stik):
    tulis_penanda(stik, PENANDA)
    check_kantor(stik, "a" * 32)
    for kerja in (
        lambda: check_kantor(stik, "c" * 32),
        lambda: tulis_penanda(stik, Penanda(PENANDA.jenis, "c" * 32, "d" * 32, "Lain", "")),
    ):
        with pytest.raises(UserError, match="milik kantor atau register lain"):
            kerja()
    assert baca_penanda(stik) == PENANDA


def test_a_backup_on_a_stick_of_another_office_is_refused(buat, stik):
    tulis_penanda(stik, PENANDA)
    with pytest.raises(UserError, match="milik kantor atau register lain"):
        buat()
    assert [p.name for p in (stik / NAMA_FOLDER).iterdir()] == [NAMA_PENANDA]


def test_a_stick_that_refuses_the_mark_is_told(stik, monkeypatch):
    def tolak(_self, **_kwargs):
        raise OSError(30, "read-only")

    monkeypatch.setattr(Path, "mkdir", tolak)
    with pytest.raises(UserError, match="tidak dapat ditulisi"):
        tulis_penanda(stik, PENANDA)


def test_each_change_leaves_another_trace_and_a_backup_or_a_sign_in_none(kantor):
    jejak = kantor.store.terbuka.baca_jejak
    semula = jejak()
    for jenis in (JenisKejadian.CADANGAN, JenisKejadian.MASUK):
        kantor.store.kejadian.catat(
            KejadianBaru(str(jenis), jenis, kantor.kasi, kantor.clock.now(), {})
        )
        assert jejak().sidik == semula.sidik
    satu = kantor.terima()
    sesudah = jejak()
    assert sesudah.sidik != semula.sidik
    assert sesudah.peristiwa == semula.peristiwa + 1
    kantor.sampai(satu, "cetak")
    assert jejak().sidik != sesudah.sidik
    sesudah = jejak()
    kantor.store.pengaturan.simpan("x", "y", kantor.kasi, kantor.clock.now())
    assert jejak().sidik != sesudah.sidik
    sesudah = jejak()
    kantor.store.kejadian.catat(
        KejadianBaru("t", JenisKejadian.EKSPOR, kantor.kasi, kantor.clock.now(), {})
    )
    assert jejak().sidik != sesudah.sidik


def test_the_head_of_the_chain_is_nothing_where_there_is_no_chain():
    koneksi = dbapi2.connect(":memory:")
    assert baca_kepala(koneksi) == (0, "")
    koneksi.execute("CREATE TABLE rantai (urut INTEGER PRIMARY KEY, sidik TEXT)")
    assert baca_kepala(koneksi) == (0, "")
    koneksi.execute("INSERT INTO rantai VALUES (1, 'x'), (2, 'y')")
    assert baca_kepala(koneksi) == (2, "y")
    koneksi.close()
