"""The log of outages on disk."""

from __future__ import annotations

import datetime as dt

import peewee as pw
import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, SENIN_PAGI, make_meja

from sooko_desk.data.gangguan import GangguanBaru
from sooko_desk.domain.errors import RuleError

MENIT = dt.timedelta(minutes=1)


def baru(kantor, token, menit, *, alasan="", sistem="siak", petugas=None):
    return GangguanBaru(
        token, sistem, alasan, petugas or kantor.operator, SENIN_PAGI + menit * MENIT
    )


def test_beginning_and_end_are_rows_that_come_back(kantor, tmp_path, clock):
    log = kantor.store.gangguan
    assert (log.list_semua("siak"), log.find_berjalan("siak")) == ((), None)
    log.mulai(baru(kantor, "a", 0, alasan="listrik padam"))
    berjalan = log.find_berjalan("siak")
    assert (berjalan.mulai, berjalan.selesai, berjalan.alasan) == (
        SENIN_PAGI,
        None,
        "listrik padam",
    )
    log.selesai(baru(kantor, "b", 20, petugas=kantor.kasi))
    assert log.find_berjalan("siak") is None
    kantor.store.close()
    lagi = make_meja(tmp_path / "data", clock)
    (satu,) = lagi.store.gangguan.list_semua("siak")
    lagi.store.close()
    assert (satu.petugas, satu.penutup) == (NAMA_OPERATOR, NAMA_KASI)
    assert satu.selesai == SENIN_PAGI + 20 * MENIT


def test_systems_have_their_own_outages(kantor):
    log = kantor.store.gangguan
    log.mulai(baru(kantor, "a", 0))
    assert log.list_semua("dispendukcapil") == ()
    log.mulai(baru(kantor, "b", 5, sistem="dispendukcapil"))
    log.selesai(baru(kantor, "c", 9, sistem="dispendukcapil"))
    assert log.find_berjalan("siak") is not None


def test_the_same_press_twice_is_one_row(kantor):
    log = kantor.store.gangguan
    for _ in range(2):
        log.mulai(baru(kantor, "a", 0))
    for _ in range(2):
        log.selesai(baru(kantor, "b", 5))
    for _ in range(2):
        log.betulkan(baru(kantor, "c", 3))
    assert len(log.list_semua("siak")) == 1
    assert log.find_token("c")
    assert not log.find_token("d")


def test_what_does_not_fit_is_refused_and_stores_nothing(kantor):
    log = kantor.store.gangguan
    with pytest.raises(RuleError, match="Tidak ada gangguan yang sedang berjalan"):
        log.selesai(baru(kantor, "a", 0))
    with pytest.raises(RuleError, match="Belum ada gangguan yang tercatat"):
        log.betulkan(baru(kantor, "b", 0))
    log.mulai(baru(kantor, "c", 0))
    with pytest.raises(RuleError, match="sudah tercatat dan belum selesai"):
        log.mulai(baru(kantor, "d", 0))
    with pytest.raises(RuleError, match="Gangguan masih berjalan"):
        log.betulkan(baru(kantor, "e", 0))
    assert len(log.list_semua("siak")) == 1
    assert log.find_berjalan("siak") is not None


def test_rows_are_never_changed(kantor):
    kantor.store.gangguan.mulai(baru(kantor, "a", 0))
    for sql in ("UPDATE gangguan SET waktu = ''", "DELETE FROM gangguan"):
        with pytest.raises(pw.IntegrityError, match="append-only"):
            kantor.store._db.execute_sql(sql)
