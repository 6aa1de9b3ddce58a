import json
import sqlite3
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NAMA, NIK, NKK, make_meja

from sooko_desk.data import buka
from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.kunci import KunciData, load_kunci, new_kunci, save_kunci
from sooko_desk.data.pelindung import pelindung_komputer
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError


@pytest.fixture
def folder(kantor, tmp_path):
    """A folder with a closed register that holds one case."""
    kantor.terima()
    kantor.store.close()
    return tmp_path / "data"


KUNCI_LAIN = KunciData("ab" * 32, "cd" * 16, sudah_dibuat=True)


def tulis_kunci(folder, kunci):
    save_kunci(folder / NAMA_KUNCI, kunci, pelindung_komputer())


def baca_semua(store):
    return [store.permohonan.get(r.id) for r in store.pencarian.list_cari("suwarti", 10)]


def isi_folder(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def check_ditolak(folder, sebab):
    """Opening is refused in words, and nothing in the folder is changed."""
    sebelum = isi_folder(folder)
    with pytest.raises(UserError, match=sebab):
        Store(folder)
    assert isi_folder(folder) == sebelum


def test_a_first_start_makes_folder_key_and_register(tmp_path):
    folder = tmp_path / "Data Loket – Ñ" / "dalam"
    store = Store(folder)
    assert store.petugas.list_petugas() == ()
    store.close()
    store.close()
    assert {NAMA_BERKAS, NAMA_KUNCI} <= {p.name for p in folder.iterdir()}
    kunci = load_kunci(folder / NAMA_KUNCI, pelindung_komputer())
    assert kunci is not None
    assert kunci.sudah_dibuat
    assert len(kunci.kunci) == 64
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / NAMA_KUNCI).stat().st_mode) == 0o600


def test_two_registers_have_two_keys():
    assert new_kunci().kunci != new_kunci().kunci


def test_what_was_stored_is_there_after_closing(folder, clock):
    kantor = make_meja(folder, clock)
    assert [p.ringkasan.pemohon.nama for p in baca_semua(kantor.store)] == [NAMA]
    assert kantor.terima().ringkasan.nomor_tanda_bukti == "471.14/TB-2/416-313/2026"
    kantor.store.close()


def test_the_settings_are_in_force(store):
    harus = {
        "busy_timeout": 0,
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "temp_store": 2,
        "mmap_size": 0,
        "cell_size_check": 1,
        "cache_size": -65536,
    }
    ada = {nama: store._db.execute_sql(f"PRAGMA {nama}").fetchone() for nama in harus}
    assert {nama: baris[0] for nama, baris in ada.items() if baris} == {
        nama: isi for nama, isi in harus.items() if ada[nama]
    }
    assert [nama for nama, baris in ada.items() if not baris] in ([], ["mmap_size"])
    assert store._db.execute_sql("PRAGMA cipher_version").fetchone()[0]


def test_a_second_start_on_the_same_folder_is_told_who_has_it(kantor, tmp_path):
    check_sedang_dibuka = pytest.raises(UserError, match="sedang dibuka oleh Sooko Desk yang lain")
    with check_sedang_dibuka:
        Store(tmp_path / "data")
    assert kantor.terima().ringkasan.nomor_tanda_bukti == "471.14/TB-1/416-313/2026"
    kantor.store.close()
    Store(tmp_path / "data").close()


def test_a_second_start_during_the_first_birth_does_not_take_the_file_away(tmp_path):
    store = Store(tmp_path)
    kunci = load_kunci(tmp_path / NAMA_KUNCI, pelindung_komputer())
    tulis_kunci(tmp_path, replace(kunci, sudah_dibuat=False))
    with pytest.raises(UserError, match="sedang dibuka"):
        Store(tmp_path)
    store.close()
    Store(tmp_path).close()


def test_a_vanished_register_is_an_emergency(folder):
    (folder / NAMA_BERKAS).unlink()
    check_ditolak(folder, "hilang atau kosong, padahal pernah dibuat")


def test_an_empty_register_is_an_emergency(folder):
    (folder / NAMA_BERKAS).write_bytes(b"")
    check_ditolak(folder, "hilang atau kosong, padahal pernah dibuat")


@pytest.mark.parametrize("isi", [None, b""])
def test_a_register_without_its_key_is_an_emergency(folder, isi):
    (folder / NAMA_KUNCI).unlink()
    if isi is not None:
        (folder / NAMA_BERKAS).write_bytes(isi)
    check_ditolak(folder, "Berkas kunci kunci.json tidak ada di samping register")


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b'"kunci"',
        b"{}",
        b'{"kunci": "00"}',
        b'{"kunci": "00", "sudah_dibuat": true}',
        b'{"kunci": "zz", "sudah_dibuat": true}',
        json.dumps({"kunci": "ab" * 33, "sudah_dibuat": True}).encode(),
    ],
)
def test_a_damaged_key_is_an_emergency(folder, isi):
    (folder / NAMA_KUNCI).write_bytes(isi)
    check_ditolak(folder, "Berkas kunci kunci.json rusak")


def test_a_key_that_cannot_be_read_is_told(folder):
    (folder / NAMA_KUNCI).unlink()
    (folder / NAMA_KUNCI).mkdir()
    with pytest.raises(UserError, match=r"kunci\.json tidak dapat dibaca"):
        Store(folder)


def test_a_key_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / f"{NAMA_KUNCI}.part").mkdir()
    with pytest.raises(UserError, match=r"kunci\.json tidak dapat ditulis"):
        Store(tmp_path)
    assert not (tmp_path / NAMA_BERKAS).exists()


def test_another_registers_key_is_refused(folder):
    tulis_kunci(folder, KUNCI_LAIN)
    check_ditolak(folder, "tidak cocok dengan kuncinya, atau bukan berkas register")


def test_a_file_that_is_no_register_is_refused(folder):
    (folder / NAMA_BERKAS).write_bytes(b"Laporan bulan ini\n" * 1000)
    check_ditolak(folder, "tidak cocok dengan kuncinya, atau bukan berkas register")


def test_a_folder_in_place_of_the_register_is_told(folder):
    (folder / NAMA_BERKAS).unlink()
    (folder / NAMA_BERKAS).mkdir()
    with pytest.raises(UserError, match="tidak dapat dibuka"):
        Store(folder)


@pytest.mark.parametrize("folder", ["berkas", "berkas/data"])
def test_a_file_in_the_way_of_the_folder_is_told(tmp_path, folder):
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(UserError, match=r"Folder data .*berkas.* ada berkas biasa bernama sama"):
        Store(tmp_path / folder)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc takes no file, not even root's")
def test_a_folder_that_cannot_be_written_is_told_with_its_name():
    with pytest.raises(UserError, match=r"Folder data /proc/sys tidak dapat ditulisi"):
        Store(Path("/proc/sys"))


@pytest.mark.parametrize("ada", [None, b""])
def test_a_crash_between_key_and_register_starts_anew(tmp_path, ada):
    tulis_kunci(tmp_path, replace(KUNCI_LAIN, sudah_dibuat=False))
    if ada is not None:
        (tmp_path / NAMA_BERKAS).write_bytes(ada)
    store = Store(tmp_path)
    assert store.petugas.list_petugas() == ()
    store.close()
    assert load_kunci(tmp_path / NAMA_KUNCI, pelindung_komputer()) == KUNCI_LAIN


def test_a_crash_before_the_last_word_of_the_birth_keeps_the_register(folder, clock):
    kunci = load_kunci(folder / NAMA_KUNCI, pelindung_komputer())
    tulis_kunci(folder, replace(kunci, sudah_dibuat=False))
    kantor = make_meja(folder, clock)
    assert len(baca_semua(kantor.store)) == 1
    kantor.store.close()


def test_an_old_sqlite_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(buka, "SQLITE_TERENDAH", (99,))
    with pytest.raises(UserError, match="terlalu tua"):
        Store(tmp_path)


def test_a_disk_that_does_not_keep_the_settings_is_refused(folder, monkeypatch):
    monkeypatch.setitem(buka._HARUS_TERBACA, "journal_mode", "memory")
    with pytest.raises(UserError, match=r"journal_mode = truncate.*cakram lokal"):
        Store(folder)
    monkeypatch.undo()
    Store(folder).close()


def test_nothing_in_the_folder_can_be_read_without_the_key(kantor, tmp_path):
    kantor.terima()
    db = kantor.store._db
    db.begin("IMMEDIATE")
    db.execute_sql("UPDATE permohonan SET nama = nama || ' Baru'")
    db.execute_sql("PRAGMA cache_size = 1")
    db.execute_sql("UPDATE berkas SET catatan = 'Suwarti Ningsih ' || hex(randomblob(900))")
    isi = isi_folder(tmp_path / "data")
    assert len(isi[f"{NAMA_BERKAS}-journal"]) > 0
    db.rollback()
    for nama, byte in (*isi.items(), *isi_folder(tmp_path / "data").items()):
        for rahasia in (NAMA, NAMA.upper(), "Suwarti", NIK, NKK, "permohonan", "SQLite"):
            assert rahasia.encode() not in byte, nama
            assert rahasia.encode("utf-16-le") not in byte, nama


def test_plain_sqlite_cannot_read_the_register(folder):
    db = sqlite3.connect(folder / NAMA_BERKAS)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        db.execute("SELECT * FROM sqlite_master")
    db.close()


def test_one_wrong_bit_in_any_page_is_told_or_does_no_harm(folder, clock):
    path = folder / NAMA_BERKAS
    utuh = path.read_bytes()
    kalimat = []
    for halaman in range(0, len(utuh), 4096):
        byte = bytearray(utuh)
        byte[halaman + 100] ^= 1
        path.write_bytes(byte)
        try:
            kantor = make_meja(folder, clock)
        except UserError as galat:
            kalimat.append(str(galat))
            continue
        try:
            [permohonan] = baca_semua(kantor.store)
            assert permohonan.ringkasan.pemohon.nik == NIK
        except UserError as galat:
            kalimat.append(str(galat))
        finally:
            kantor.store.close()
    assert len(kalimat) > 10
    assert all("Jangan hapus apa pun" in satu for satu in kalimat)
    path.write_bytes(utuh[: len(utuh) // 2])
    with pytest.raises(UserError, match="rusak"):
        make_meja(folder, clock)
