"""Empty pages that a power cut left torn are no damage after the next start."""

from __future__ import annotations

import pytest
from builders import SENIN_PAGI, make_meja
from data.cadangan_uji import HALAMAN, balik_bit

from sooko_desk.data.halaman_kosong import ada_sisa_jurnal, isi_halaman_kosong
from sooko_desk.data.konsep import NAMA_KONSEP, KonsepStore
from sooko_desk.data.periksa_register import Kerusakan
from sooko_desk.data.store import Store
from sooko_desk.domain.waktu import JamTetap

RUANG = 20
"""Pages that are emptied."""


def kosongkan(db):
    db.execute_sql("CREATE TABLE lapang (isi BLOB)")
    db.execute_sql("INSERT INTO lapang VALUES (zeroblob(?))", (RUANG * HALAMAN,))
    db.execute_sql("DROP TABLE lapang")
    assert db.execute_sql("PRAGMA freelist_count").fetchone()[0] >= RUANG


def padam(path, robek=5):
    """What a cut leaves: torn empty pages, and a journal."""
    banyak = path.stat().st_size // HALAMAN
    for nomor in range(banyak - robek, banyak):
        balik_bit(path, nomor * HALAMAN + 200)
    path.with_name(f"{path.name}-journal").write_bytes(bytes(512))


@pytest.fixture
def path(tmp_path):
    """A register with empty pages, closed."""
    store = make_meja(tmp_path / "data", JamTetap(SENIN_PAGI)).store
    kosongkan(store._db)
    store.close()
    return tmp_path / "data" / "register.db"


def test_after_a_cut_the_empty_pages_are_written_anew(path):
    ukuran = path.stat().st_size
    padam(path)
    store = Store(path.parent)
    assert store.terbuka.periksa() == ()
    store.close()
    assert path.stat().st_size == ukuran


def test_without_a_cut_a_broken_seal_is_damage_wherever_it_is(path):
    padam(path)
    path.with_name("register.db-journal").unlink()
    store = Store(path.parent)
    assert Kerusakan.HALAMAN in store.terbuka.periksa()
    store.close()


def test_drafts_are_not_put_aside_because_of_a_cut(tmp_path):
    kunci = "ab" * 32
    konsep = KonsepStore(tmp_path, kunci)
    kosongkan(konsep._db)
    konsep.close()
    padam(tmp_path / NAMA_KONSEP)
    konsep = KonsepStore(tmp_path, kunci)
    assert konsep.rusak is None
    konsep.close()


def test_a_damaged_list_of_the_empty_pages_is_told_by_the_check_and_not_before(path):
    padam(path, RUANG)
    store = Store(path.parent)
    assert Kerusakan.HALAMAN in store.terbuka.periksa()
    store.close()


def test_a_disk_that_refuses_changes_nothing(path):
    store = Store(path.parent)
    db = store._db
    halaman = db.execute_sql("PRAGMA page_count").fetchone()[0]
    db.execute_sql("CREATE TABLE halaman_kosong (isi)")
    isi_halaman_kosong(db)  # the name is taken: as any other refusal
    assert not db.connection().in_transaction
    db.execute_sql("DROP TABLE halaman_kosong")
    assert db.execute_sql("PRAGMA page_count").fetchone()[0] == halaman
    assert store.terbuka.periksa() == ()
    store.close()


def test_only_a_journal_with_something_in_it_tells_of_a_cut(tmp_path):
    path = tmp_path / "a.db"
    assert not ada_sisa_jurnal(path)
    jurnal = tmp_path / "a.db-journal"
    jurnal.write_bytes(b"")
    assert not ada_sisa_jurnal(path)
    jurnal.write_bytes(b"x")
    assert ada_sisa_jurnal(path)
