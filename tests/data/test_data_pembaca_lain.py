"""The file format is not this program's alone: another implementation reads the register.

SQLite3 Multiple Ciphers is code of other hands than SQLCipher.
"""

from __future__ import annotations

import apsw
import pytest
from builders import NAMA, NIK
from data.cadangan_uji import siapkan_bahan

from sooko_desk.data import skema
from sooko_desk.data.buka import NAMA_BERKAS


def buka_lain(path, kunci):
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    db.pragma("cipher", "sqlcipher")
    db.pragma("legacy", 4)
    db.execute(f"PRAGMA key = \"x'{kunci}'\"")
    return db


def baca_semua(path, kunci):
    db = buka_lain(path, kunci)
    try:
        assert db.pragma("integrity_check") == "ok"
        assert db.pragma("user_version") == skema.VERSI
        return db.execute("SELECT nik, nama FROM permohonan ORDER BY id").fetchall()
    finally:
        db.close()


def test_another_implementation_reads_the_register_with_the_raw_key(kantor, tmp_path):
    kantor.terima()
    kantor.terima("KTP")
    kunci = kantor.store.kunci.kunci
    kantor.store.close()
    assert baca_semua(tmp_path / "data" / NAMA_BERKAS, kunci) == [(NIK, NAMA)] * 2


def test_another_implementation_reads_the_copy_of_a_backup(kantor, tmp_path):
    kantor.terima()
    salinan = siapkan_bahan(kantor, tmp_path / "data").salinan
    assert baca_semua(salinan.path, salinan.kunci) == [(NIK, NAMA)]


def test_another_implementation_reads_nothing_with_another_key(kantor, tmp_path):
    kantor.store.close()
    db = buka_lain(tmp_path / "data" / NAMA_BERKAS, "5a" * 32)
    with pytest.raises(apsw.NotADBError):
        db.execute("SELECT * FROM sqlite_master").fetchall()
    db.close()
