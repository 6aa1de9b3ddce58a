"""Power cuts at any moment of the office's work, and while an old register is made new."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from daya.cakram import Cakram, kunci_register, open_cakram
from daya.padam import Bekal, list_potongan, padamkan, pulihkan, rekam
from daya.periksa import list_cela, sidik_isi
from daya.ukuran import banyak, sebut

from sooko_desk.data import skema
from sooko_desk.data.buka import NAMA_BERKAS, migrate
from sooko_desk.data.store import Store

LAMA = Path(__file__).parents[1] / "old_files"


def test_no_power_cut_loses_or_halves_an_act_that_was_called_done(ruang):
    for biji in range(banyak(1, 20)):
        rekaman = rekam(ruang / f"{biji}" / "data", biji, banyak(70, 150))
        hasil = padamkan(rekaman, banyak(500, 1000), biji)
        sebut(f"listrik padam, rekaman {biji}", hasil)
        assert hasil.cela == []
        assert hasil.berikut > 0  # an act that was stored and not yet told of
        assert hasil.ulang > 0
        shutil.rmtree(rekaman.folder.parent)


def test_the_rig_sees_what_a_register_without_syncs_loses(ruang):
    rekaman = rekam(ruang / "data", 1, 40, synchronous="off")
    hasil = padamkan(rekaman, 40, 1, tiap_ulang=1000)
    sebut("tanpa sinkron", hasil)
    assert hasil.hilang + hasil.rusak > 10


def test_the_rig_sees_the_last_act_come_undone_without_a_last_sync(ruang):
    """DELETE mode removes its journal without a sync: the removal can come undone."""
    rekaman = rekam(ruang / "data", 1, 40, journal_mode="delete", locking_mode="normal")
    hasil = padamkan(rekaman, banyak(60, 400), 1, tiap_ulang=1000)
    sebut("journal_mode=DELETE", hasil)
    assert hasil.hilang > 0
    assert hasil.rusak == 0


@pytest.mark.parametrize("versi", [f"skema_{n}" for n in range(1, skema.VERSI)])
def test_a_cut_while_an_old_register_is_made_new_leaves_one_of_the_two(ruang, versi):
    awal, log, bekal, bersih = _rekam_naik(ruang, LAMA / versi)
    acak = random.Random(versi)
    di = sorted(acak.randint(0, len(log)) for _ in range(banyak(12, 300)))
    for _, berkas in list_potongan(awal, log, di, acak):
        pulihkan(ruang / "jadi", ruang / "padam", berkas)
        store = Store(ruang / "padam")
        assert list_cela(store) == []
        assert sidik_isi(store._db) == bersih
        store.close()
    assert bekal.kunci


def _rekam_naik(ruang: Path, asal: Path):
    """What the disk saw of an upgrade; and what a register holds after one without a cut."""
    jadi = shutil.copytree(asal, ruang / "jadi")
    store = Store(jadi)
    bersih = sidik_isi(store._db)
    bekal = Bekal(kunci_register(store._db), store.berkas_kunci)
    store.close()
    awal = {NAMA_BERKAS: (asal / NAMA_BERKAS).read_bytes()}
    cakram = Cakram({nama: bytearray(isi) for nama, isi in awal.items()}, log=[])
    db = open_cakram(cakram, jadi / NAMA_BERKAS, bekal.kunci)
    migrate(db)
    assert int(db.execute_sql("PRAGMA user_version").fetchone()[0]) == skema.VERSI
    db.close()
    return awal, cakram.log, bekal, bersih
