"""Registers of every older schema come up whole: no row changed, and a chain that covers them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import peewee as pw
import pytest
from builders import KODE, SENIN_PAGI, make_meja, susun_kantor
from playhouse.sqlcipher_ext import SqlCipherDatabase

from sooko_desk.data import buka, skema
from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.jurnal_bangun import bangun_ulang
from sooko_desk.data.kunci import buka_dengan_kode
from sooko_desk.data.rantai import kepala
from sooko_desk.data.rantai_bentuk import TAMBAH_SAJA, baca_isi, baca_keadaan
from sooko_desk.data.rantai_periksa import periksa_lengkap
from sooko_desk.data.store import Store
from sooko_desk.data.tabel_semua import SEMUA
from sooko_desk.domain.waktu import JamTetap

LAMA = Path(__file__).parent.parent / "old_files"
TABEL_4 = [
    t._meta.table_name for t in SEMUA if t._meta.table_name not in ("kejadian_kantor", "rantai")
]


def salin(folder, versi):
    shutil.copytree(LAMA / f"skema_{versi}", folder, dirs_exist_ok=True)
    kunci = json.loads((folder / NAMA_KUNCI).read_text(encoding="utf-8"))["kunci"]
    return SqlCipherDatabase(str(folder / NAMA_BERKAS), passphrase=f"x'{kunci}'")


def isi_tabel(db, kolom=None):
    """Every row of every table of schema 4, by its columns of then."""
    isi = {}
    for tabel in TABEL_4:
        nama = (kolom or {}).get(tabel) or [
            k[1] for k in db.execute_sql(f"PRAGMA table_info({tabel})").fetchall()
        ]
        tanya = f"SELECT {', '.join(nama)} FROM {tabel} ORDER BY 1"
        isi[tabel] = (nama, db.execute_sql(tanya).fetchall())
    return isi


def test_no_row_of_schema_4_is_changed(tmp_path):
    db = salin(tmp_path, 4)
    assert db.execute_sql("PRAGMA user_version").fetchone() == (4,)
    sebelum = isi_tabel(db)
    db.close()
    assert len([t for t, (_, baris) in sebelum.items() if baris]) > 12
    store = Store(tmp_path)
    assert isi_tabel(store._db, {t: nama for t, (nama, _) in sebelum.items()}) == sebelum
    assert store._db.execute_sql("PRAGMA user_version").fetchone() == (skema.VERSI,)
    baru = "SELECT pin_sekali, gagal, gagal_terakhir FROM petugas"
    assert {*store._db.execute_sql(baru).fetchall()} == {(0, 0, "")}
    assert store.kejadian.list_kejadian() == ()
    store.close()


@pytest.mark.parametrize("versi", [1, 2, 3, 4])
def test_the_first_link_covers_everything_that_was_there(tmp_path, versi):
    salin(tmp_path, versi).close()
    store = Store(tmp_path)
    koneksi = store._db.connection()
    assert periksa_lengkap(koneksi).putus == ()
    [(urut, teks, keadaan, waktu)] = koneksi.execute(
        "SELECT urut, isi, keadaan, waktu FROM rantai"
    ).fetchall()
    isi, milik = baca_isi(teks), baca_keadaan(keadaan)
    assert urut == 1
    for nama, tabel in TAMBAH_SAJA.items():
        kunci = [k for (k,) in koneksi.execute(f"SELECT {tabel.kunci} FROM {nama} ORDER BY 1")]
        runtun = [n for a, z, _ in isi.baris.get(nama, ()) for n in range(a, z + 1)]
        assert runtun == kunci, nama
    for jenis in ("permohonan", "petugas"):
        semua = {f"{jenis}:{k}" for (k,) in koneksi.execute(f"SELECT id FROM {jenis}")}
        assert {m for m in milik if m.startswith(f"{jenis}:")} == semua
        assert semua
    [(terakhir,)] = koneksi.execute("SELECT MAX(waktu) FROM peristiwa")
    assert waktu >= terakhir
    store.close()


@pytest.mark.parametrize("versi", [1, 2, 3, 4])
def test_the_register_goes_on_where_the_old_program_left_it(tmp_path, versi):
    salin(tmp_path, versi).close()
    kantor = make_meja(tmp_path, JamTetap(SENIN_PAGI))
    kantor.terima("KTP", nik="3516131708459001")
    koneksi = kantor.store._db.connection()
    akhir = kepala(koneksi)
    assert akhir.urut > 1
    assert periksa_lengkap(koneksi).putus == ()
    kunci = kantor.store.kunci.kunci
    kantor.store.close()
    hasil = bangun_ulang(tmp_path / "jurnal", tmp_path / "baru.db", kunci)
    assert (hasil.sidik, hasil.utuh, hasil.putus) == (akhir.sidik, True, ())


def test_a_step_that_fails_at_its_link_leaves_the_file_at_schema_4(tmp_path, monkeypatch):
    salin(tmp_path, 4).close()

    def gagal(_):
        raise pw.OperationalError("no such table: x")

    with monkeypatch.context() as patch:
        patch.setattr(buka, "tulis_dasar", gagal)
        with pytest.raises(pw.OperationalError):
            Store(tmp_path)
    store = Store(tmp_path)
    assert kepala(store._db.connection()).urut == 1
    store.close()


def test_opening_again_adds_no_link(tmp_path):
    salin(tmp_path, 4).close()
    for _ in range(2):
        store = Store(tmp_path)
        assert kepala(store._db.connection()).urut == 1
        store.close()


@pytest.mark.parametrize("versi", range(1, skema.VERSI + 1))
def test_every_schema_that_was_ever_in_an_office_has_a_frozen_register(versi):
    assert {p.name for p in (LAMA / f"skema_{versi}").iterdir()} == {NAMA_BERKAS, NAMA_KUNCI}


def test_a_frozen_register_of_schema_5_is_opened_by_its_paper_and_proves_itself(tmp_path):
    """Its key file has both slots; this computer's was sealed elsewhere."""
    shutil.copytree(LAMA / "skema_5", tmp_path, dirs_exist_ok=True)
    kunci = buka_dengan_kode(tmp_path / NAMA_KUNCI, KODE)
    store = Store(tmp_path, kunci=kunci)
    koneksi = store._db.connection()
    assert periksa_lengkap(koneksi).putus == ()
    assert store.terbuka.baca_isi().jumlah.permohonan == 7
    assert store.buku.count_baris("KK", 2026) > 3
    assert store.kejadian.list_kejadian()
    sebelum = kepala(koneksi).urut
    kantor = susun_kantor(store, tmp_path, JamTetap(SENIN_PAGI))
    kantor.terima(nama="Hana Misal")
    assert kepala(koneksi).urut > sebelum
    assert periksa_lengkap(koneksi).putus == ()
    store.close()
