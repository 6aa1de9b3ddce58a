"""A register of an older schema is put aside, whole and proved, before anything in it changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from sooko_desk.data import buka, sebelum_naik, skema
from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.periksa_register import Kerusakan
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError

LAMA = Path(__file__).parent.parent / "old_files"
VERSI_LAMA = range(1, skema.VERSI)


@pytest.fixture
def folder(tmp_path):
    """A data folder of the newest older schema."""
    salin(tmp_path / "data", VERSI_LAMA[-1])
    return tmp_path / "data"


def salin(folder, versi):
    shutil.copytree(LAMA / f"skema_{versi}", folder)


def disimpan(folder):
    return folder / f"sebelum-skema-{skema.VERSI}"


def baca(folder, sql):
    kunci = json.loads((folder / NAMA_KUNCI).read_text(encoding="utf-8"))["kunci"]
    db = SqlCipherDatabase(str(folder / NAMA_BERKAS), passphrase=f"x'{kunci}'")
    try:
        return db.execute_sql(sql).fetchall()
    finally:
        db.close()


def isi(folder):
    tabel = baca(folder, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1, 2")
    baris = {
        nama: baca(folder, f"SELECT * FROM {nama} ORDER BY 1")
        for nama, sql in tabel
        if sql.startswith("CREATE TABLE") and not nama.startswith("cari")
    }
    return tabel, baris, baca(folder, "PRAGMA user_version")


@pytest.mark.parametrize("versi", VERSI_LAMA)
def test_the_copy_is_what_the_older_program_left_and_opens_by_itself(tmp_path, versi):
    salin(tmp_path / "data", versi)
    sebelum = isi(tmp_path / "data")
    Store(tmp_path / "data").close()
    lama = disimpan(tmp_path / "data")
    assert sorted(p.name for p in lama.iterdir()) == [NAMA_KUNCI, NAMA_BERKAS]
    assert isi(lama) == sebelum
    Store(lama).close()


def test_nothing_is_put_aside_when_nothing_is_brought_up(folder, tmp_path):
    Store(tmp_path / "baru").close()
    assert not list((tmp_path / "baru").glob("sebelum-*"))
    Store(folder).close()
    waktu = (disimpan(folder) / NAMA_BERKAS).stat().st_mtime_ns
    Store(folder).close()
    assert (disimpan(folder) / NAMA_BERKAS).stat().st_mtime_ns == waktu


def test_a_disk_that_refuses_the_copy_leaves_the_register_as_it_was(folder, monkeypatch):
    sebelum = isi(folder)

    def penuh(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(sebelum_naik, "tulis", penuh)
        with pytest.raises(UserError, match="salinannya belum tersimpan"):
            Store(folder)
    assert isi(folder) == sebelum
    assert [p.name for p in disimpan(folder).iterdir()] == [NAMA_KUNCI]
    assert not list(folder.glob("*.part"))
    Store(folder).close()
    assert isi(disimpan(folder)) == sebelum


def test_a_copy_that_is_not_whole_stops_the_upgrade(folder, monkeypatch):
    monkeypatch.setattr(sebelum_naik, "periksa_register", lambda _: (Kerusakan.HALAMAN,))
    with pytest.raises(UserError, match=r"salinannya belum tersimpan\. Kosongkan ruang"):
        Store(folder)
    assert baca(folder, "PRAGMA user_version") == [(VERSI_LAMA[-1],)]
    assert [p.name for p in disimpan(folder).iterdir()] == [NAMA_KUNCI]


def test_a_register_with_an_orphan_row_is_told_as_damaged_and_not_as_a_full_disk(folder):
    baca(folder, "INSERT INTO isian (permohonan_id, kunci, nilai) VALUES (9999, 'a', 'b')")
    sebelum = isi(folder)
    for _ in range(2):
        with pytest.raises(UserError, match=r"belum dinaikkan .* Berkas register rusak\.") as galat:
            Store(folder)
        assert "Kosongkan" not in str(galat.value)
        assert [p.name for p in disimpan(folder).iterdir()] == [NAMA_KUNCI]
        assert not list(folder.glob("*.part"))
    assert isi(folder) == sebelum


def test_a_copy_that_lacks_a_row_stops_the_upgrade(folder, monkeypatch):
    asli = sebelum_naik._hitung
    kali = iter((0, 1))
    monkeypatch.setattr(sebelum_naik, "_hitung", lambda k: asli(k) | {"permohonan": next(kali)})
    with pytest.raises(UserError, match=r"belum dinaikkan .* Berkas register rusak\."):
        Store(folder)
    assert baca(folder, "PRAGMA user_version") == [(VERSI_LAMA[-1],)]
    assert [p.name for p in disimpan(folder).iterdir()] == [NAMA_KUNCI]


def test_a_damaged_register_is_not_brought_up_and_told_as_damaged(folder):
    [(halaman,)] = baca(folder, "SELECT rootpage FROM sqlite_master WHERE name = 'peristiwa'")
    path = folder / NAMA_BERKAS
    rusak = bytearray(path.read_bytes())
    rusak[(halaman - 1) * 4096 + 100] ^= 1
    path.write_bytes(rusak)
    with pytest.raises(UserError, match=r"belum dinaikkan .* Jangan hapus apa pun"):
        Store(folder)
    assert path.read_bytes() == rusak
    assert not (disimpan(folder) / NAMA_BERKAS).exists()


def test_a_failure_that_is_a_bug_stays_one(folder, monkeypatch):
    def salah(*_):
        raise dbapi2.OperationalError("no such table: x")

    monkeypatch.setattr(sebelum_naik, "open_salinan", salah)
    with pytest.raises(dbapi2.OperationalError, match="no such table"):
        Store(folder)
    assert [p.name for p in disimpan(folder).iterdir()] == [NAMA_KUNCI]
    assert not list(folder.glob("*.part"))


def test_an_upgrade_that_failed_puts_the_register_of_today_aside_at_the_next_try(
    folder, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr(buka, "tulis_dasar", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Store(folder)
    kunci = json.loads((folder / NAMA_KUNCI).read_text(encoding="utf-8"))["kunci"]
    db = SqlCipherDatabase(str(folder / NAMA_BERKAS), passphrase=f"x'{kunci}'")
    db.execute_sql("UPDATE petugas SET nama = nama || ' Baru'")  # the older program went on
    db.close()
    sebelum = isi(folder)
    Store(folder).close()
    assert isi(disimpan(folder)) == sebelum
