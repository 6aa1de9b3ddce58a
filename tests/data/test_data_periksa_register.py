"""The check of a register: whole, damaged on the disk, damaged within."""

from __future__ import annotations

import pytest
from builders import NAMA
from data.cadangan_uji import HALAMAN, balik_bit, tambah_pindaian
from sqlcipher3 import dbapi2

from sooko_desk.data import skema
from sooko_desk.data.kunci import is_milik
from sooko_desk.data.kunci_berkas import read_berkas
from sooko_desk.data.periksa_register import JumlahRegister, Kerusakan, periksa_register
from sooko_desk.data.salinan_register import NAMA_SALINAN, open_salinan
from sooko_desk.domain.errors import UserError


@pytest.fixture
def data(kantor, tmp_path):
    """The data folder of an open register."""
    return tmp_path / "data"


@pytest.fixture
def register(kantor):
    return kantor.store.terbuka


def test_a_register_is_whole_and_counted(kantor, register, data):
    kasus = kantor.terima()
    merah, _ = tambah_pindaian(kantor, kasus, "red", "blue")
    lain = kantor.terima("KTP")
    assert tambah_pindaian(kantor, lain, "red") == [merah]
    assert register.folder == data
    assert register.periksa() == ()
    isi = register.baca_isi()
    assert isi.jumlah == JumlahRegister(permohonan=2, peristiwa=5, pindaian=2)
    assert isi.skema == skema.VERSI
    assert merah in isi.sidik


def test_a_flipped_bit_on_the_disk_is_seen_below_a_page_in_memory(kantor, register, data):
    kantor.terima()
    banyak = (data / "register.db").stat().st_size // HALAMAN
    for nomor in (0, banyak // 2, banyak - 1):
        balik_bit(data / "register.db", nomor * HALAMAN + 200)
        assert register.periksa() == (Kerusakan.HALAMAN,)
        balik_bit(data / "register.db", nomor * HALAMAN + 200)
    assert register.periksa() == ()


def test_any_flipped_bit_of_a_copy_is_seen(kantor, register):
    kantor.terima()
    salinan = register.siapkan_salin()()
    banyak = salinan.path.stat().st_size // HALAMAN
    assert banyak > 40
    for nomor in range(banyak):
        balik_bit(salinan.path, nomor * HALAMAN + 700)
        with open_salinan(salinan.path, salinan.kunci) as koneksi:
            assert Kerusakan.HALAMAN in periksa_register(koneksi), nomor
        balik_bit(salinan.path, nomor * HALAMAN + 700)
    with open_salinan(salinan.path, salinan.kunci) as koneksi:
        assert periksa_register(koneksi) == ()


def test_a_copy_that_cannot_be_read_at_all_is_damaged(register):
    salinan = register.siapkan_salin()()
    salinan.path.write_bytes(b"rusak" * HALAMAN)
    with open_salinan(salinan.path, salinan.kunci) as koneksi:
        assert set(periksa_register(koneksi)) == set(Kerusakan)


def test_a_row_without_its_relative_is_found(kantor, register):
    db = kantor.store._db
    db.execute_sql("PRAGMA foreign_keys = 0")
    db.execute_sql("INSERT INTO isian (permohonan_id, kunci, nilai) VALUES (99, 'a', 'b')")
    assert register.periksa() == (Kerusakan.RUJUKAN,)


def test_a_table_that_lost_an_index_entry_is_found(kantor, register):
    kantor.terima()
    db = kantor.store._db
    db.execute_sql("PRAGMA writable_schema = 1")
    db.execute_sql("CREATE TABLE uji (a)")
    db.execute_sql("INSERT INTO uji VALUES (1), (2)")
    db.execute_sql(
        "INSERT INTO sqlite_master SELECT 'index', 'uji_a', 'uji', rootpage, "
        "'CREATE INDEX uji_a ON uji (a)' FROM sqlite_master "
        "WHERE name = 'sqlite_autoindex_petugas_1'"
    )
    db.execute_sql("PRAGMA writable_schema = RESET")
    assert Kerusakan.SUSUNAN in register.periksa()


def test_the_copy_is_made_while_the_lock_is_held_and_is_the_register(kantor, register, data):
    kantor.terima()
    with (
        open_salinan(data / "register.db", register.kunci) as kedua,
        pytest.raises(dbapi2.OperationalError, match="locked"),
    ):
        kedua.execute("SELECT * FROM permohonan")
    salinan = register.siapkan_salin()()
    assert salinan.path == data / NAMA_SALINAN
    assert salinan.isi == register.baca_isi()
    with open_salinan(salinan.path, register.kunci) as koneksi:
        assert koneksi.execute("PRAGMA application_id").fetchone()[0] == skema.APPLICATION_ID
        assert koneksi.execute("SELECT nama FROM permohonan").fetchall() == [(NAMA,)]
        with pytest.raises(dbapi2.OperationalError, match="readonly"):
            koneksi.execute("DELETE FROM isian")
    assert NAMA.encode() not in salinan.path.read_bytes()
    kantor.terima()  # a later case is not in it
    with open_salinan(salinan.path, register.kunci) as koneksi:
        assert koneksi.execute("SELECT count(*) FROM permohonan").fetchone() == (1,)
    salinan.buang()
    assert not salinan.path.exists()
    salinan.buang()


def test_a_copy_that_the_disk_will_not_let_go_of_is_left_for_the_next_one(register):
    salinan = register.siapkan_salin()()
    salinan.path.unlink()
    salinan.path.mkdir()
    salinan.buang()
    assert salinan.path.is_dir()
    with pytest.raises(UserError, match="tidak dapat dibuka"):
        register.siapkan_salin()()


def list_baris(salinan):
    """All that a copy holds, by table; the copy goes."""
    with open_salinan(salinan.path, salinan.kunci) as koneksi:
        assert periksa_register(koneksi) == ()
        tabel = [
            b[0] for b in koneksi.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        isi = {t: koneksi.execute(f"SELECT * FROM {t} ORDER BY 1").fetchall() for t in tabel}
    salinan.buang()
    return isi


def test_no_damaged_page_gets_into_a_copy(kantor, register, data):
    """Either nothing is copied, or every row: an index that is damaged is built anew."""
    kantor.terima()
    utuh = list_baris(register.siapkan_salin()())
    ditolak = 0
    for nomor in range((data / "register.db").stat().st_size // HALAMAN):
        kantor.store.close()  # nothing is read from memory
        balik_bit(data / "register.db", nomor * HALAMAN + 200)
        try:
            assert list_baris(register.siapkan_salin()()) == utuh, nomor
        except UserError:
            assert not (data / NAMA_SALINAN).exists()
            ditolak += 1
        kantor.store.close()
        balik_bit(data / "register.db", nomor * HALAMAN + 200)
    assert ditolak > 30


@pytest.mark.parametrize("isi", [None, b"{}", b"\xff"])
def test_a_key_file_that_got_lost_is_written_again_before_the_copy(register, data, isi):
    utuh = (data / "kunci.json").read_bytes()
    assert register.siapkan_salin()().berkas_kunci == utuh
    (data / "kunci.json").unlink()
    if isi is not None:
        (data / "kunci.json").write_bytes(isi)
    salinan = register.siapkan_salin()()
    assert is_milik(read_berkas(data / "kunci.json"), register.kunci)
    assert salinan.berkas_kunci == (data / "kunci.json").read_bytes() != utuh


def test_a_key_file_that_cannot_be_written_again_stops_the_copy(register, data):
    (data / "kunci.json").unlink()
    (data / "kunci.json").mkdir()
    with pytest.raises(UserError, match=r"kunci\.json tidak dapat ditulis"):
        register.siapkan_salin()()
    assert not (data / NAMA_SALINAN).exists()


def test_a_file_that_is_no_register_is_told_in_a_sentence(kantor, register, data):
    kantor.store.close()
    (data / "register.db").write_bytes(b"rusak" * 9000)
    with pytest.raises(UserError, match="tidak cocok dengan kuncinya"):
        register.periksa()
    with pytest.raises(UserError, match="tidak cocok dengan kuncinya"):
        register.baca_isi()
