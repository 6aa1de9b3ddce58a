import json
import shutil
from pathlib import Path

import peewee as pw
import pytest
from builders import DESA, NAMA

from sooko_desk.data import skema
from sooko_desk.data.buka import NAMA_KUNCI
from sooko_desk.data.store import Store
from sooko_desk.data.tabel_semua import SEMUA
from sooko_desk.domain.errors import UserError


def baca(store, sql):
    return store._db.execute_sql(sql).fetchall()


@pytest.mark.parametrize("tabel", SEMUA, ids=lambda t: t._meta.table_name)
def test_each_table_is_in_the_file_as_peewee_describes_it(store, tabel):
    meta = tabel._meta
    kolom = baca(store, f"PRAGMA table_info({meta.table_name})")
    bidang = meta.sorted_fields
    assert [k[1] for k in kolom] == [b.column_name for b in bidang]
    for (_, nama, jenis, wajib, _, kunci), b in zip(kolom, bidang, strict=True):
        angka = pw.IntegerField, pw.BooleanField, pw.AutoField
        dasar = b.rel_field if isinstance(b, pw.ForeignKeyField) else b
        assert jenis == ("INTEGER" if isinstance(dasar, angka) else "TEXT"), nama
        assert bool(wajib) == (not b.null), nama
        assert bool(kunci) == b.primary_key, nama
    assert _list_unik(store, meta.table_name) == {b.column_name for b in bidang if b.unique}
    asing = {
        (b.column_name, b.rel_model._meta.table_name, b.rel_field.column_name)
        for b in bidang
        if isinstance(b, pw.ForeignKeyField)
    }
    daftar = baca(store, f"PRAGMA foreign_key_list({meta.table_name})")
    assert {(a[3], a[2], a[4]) for a in daftar} == asing


def _list_unik(store, tabel):
    unik = set()
    for _, indeks, satu, asal, _ in baca(store, f"PRAGMA index_list({tabel})"):
        kolom = [k[2] for k in baca(store, f"PRAGMA index_info({indeks})")]
        if satu and asal == "u" and len(kolom) == 1:
            unik |= {*kolom}
    return unik


def test_the_file_has_no_table_that_peewee_does_not_know(store):
    ada = baca(store, "SELECT name FROM sqlite_master WHERE type = 'table'")
    milik = {n for (n,) in ada if not n.startswith(("cari", "sqlite_"))}
    assert milik == {t._meta.table_name for t in SEMUA}


def test_the_file_says_whose_it_is_and_which_schema_it_has(store):
    assert baca(store, "PRAGMA application_id") == [(skema.APPLICATION_ID,)]
    assert baca(store, "PRAGMA user_version") == [(skema.VERSI,)] == [(len(skema.LANGKAH),)]


def test_a_newer_file_is_refused_with_both_versions(kantor, tmp_path):
    kantor.store._db.execute_sql("PRAGMA user_version = 99")
    kantor.store.close()
    with pytest.raises(
        UserError, match=rf"skema 99; program ini mengenal sampai skema {skema.VERSI}"
    ):
        Store(tmp_path / "data")


def test_a_newer_program_brings_the_file_up_and_keeps_what_is_in_it(kantor, tmp_path, monkeypatch):
    permohonan = kantor.terima()
    kantor.store.close()
    monkeypatch.setattr(skema, "LANGKAH", (*skema.LANGKAH, ("CREATE TABLE baru (x TEXT)",)))
    versi = skema.VERSI + 1
    monkeypatch.setattr(skema, "VERSI", versi)
    store = Store(tmp_path / "data")
    assert baca(store, "PRAGMA user_version") == [(versi,)]
    assert baca(store, "SELECT * FROM baru") == []
    assert store.permohonan.get(permohonan.ringkasan.id) == permohonan
    store.close()


BERKAS_LAMA = Path(__file__).parent.parent / "old_files"


def test_a_register_of_schema_1_is_read_whole_and_its_new_columns_are_empty(tmp_path):
    shutil.copytree(BERKAS_LAMA / "skema_1", tmp_path, dirs_exist_ok=True)
    store = Store(tmp_path)
    try:
        satu, dua = store.permohonan.get(1), store.permohonan.get(2)
        assert (satu.ringkasan.pemohon.nama, satu.ringkasan.posisi) == (NAMA, "entri")
        assert (dua.ringkasan.posisi, dua.ringkasan.menunggu) == ("terima", "pemohon")
        assert [len(p.riwayat) for p in (satu, dua)] == [2, 2]
        for permohonan in (satu, dua):
            r = permohonan.ringkasan
            assert (r.prioritas, r.tunggu_id, r.kunjungan) == ("", None, "")
            assert all(b.bentuk == "" and b.jumlah == 1 for b in permohonan.berkas)
            assert not any(b.diterima or b.asli_di_kantor for b in permohonan.berkas)
        assert [p.nama for p in store.petugas.list_petugas()] == ["Rini Contoh", "Bambang Misal"]
        assert store.pencarian.list_cari("SUWARTI", 9) == (dua.ringkasan, satu.ringkasan)
        assert satu.ringkasan.pemohon.desa == DESA
    finally:
        store.close()


def test_a_register_of_schema_2_is_read_whole_and_its_new_columns_are_empty(tmp_path):
    shutil.copytree(BERKAS_LAMA / "skema_2", tmp_path, dirs_exist_ok=True)
    store = Store(tmp_path)
    try:
        satu, dua, tiga = (store.permohonan.get(n) for n in (1, 2, 3))
        assert (satu.ringkasan.pemohon.nama, satu.ringkasan.posisi) == (NAMA, "entri")
        assert (satu.ringkasan.prioritas, satu.ringkasan.kunjungan) == ("lansia", "k1")
        assert dua.ringkasan.tunggu_id == 1
        assert (tiga.ringkasan.posisi, tiga.ringkasan.menunggu) == ("terima", "pemohon")
        assert [b.jumlah for b in satu.berkas] == [2] * len(satu.berkas)
        assert [b.asli_keluar for b in satu.berkas if b.asli_keluar] == ["dikembalikan"]
        for permohonan in (satu, dua, tiga):
            assert (permohonan.ringkasan.luar, permohonan.ringkasan.tempat) == (None, "")
            assert not any(b.diunggah for b in permohonan.berkas)
        assert store.pengaturan.find("jam_kerja") == "isi"
        assert [c.hasil for c in store.cetakan.list_cetakan(9)] == ["tersimpan"]
    finally:
        store.close()


RUSAK = ("CREATE TABLE baru (x TEXT)", "DROP TABLE cetakan", "CREATE TABEL salah")


def test_a_failed_migration_leaves_the_file_as_it_was(kantor, tmp_path, monkeypatch):
    permohonan = kantor.terima()
    kantor.store.close()
    with monkeypatch.context() as patch:
        patch.setattr(skema, "LANGKAH", (*skema.LANGKAH, RUSAK))
        patch.setattr(skema, "VERSI", skema.VERSI + 1)
        with pytest.raises(pw.OperationalError, match="syntax error"):
            Store(tmp_path / "data")
    store = Store(tmp_path / "data")
    assert baca(store, "PRAGMA user_version") == [(skema.VERSI,)]
    assert baca(store, "SELECT name FROM sqlite_master WHERE name = 'baru'") == []
    assert store.cetakan.list_cetakan(1) == ()
    assert store.permohonan.get(permohonan.ringkasan.id) == permohonan
    store.close()


def test_a_birth_that_fails_is_begun_anew_with_the_same_key(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(skema, "LANGKAH", ((*skema.LANGKAH[0], *RUSAK), *skema.LANGKAH[1:]))
        with pytest.raises(pw.OperationalError, match="syntax error"):
            Store(tmp_path)
    lama = json.loads((tmp_path / NAMA_KUNCI).read_text(encoding="utf-8"))
    assert lama["sudah_dibuat"] is False
    store = Store(tmp_path)
    assert store.petugas.list_petugas() == ()
    store.close()
    baru = json.loads((tmp_path / NAMA_KUNCI).read_text(encoding="utf-8"))
    assert baru["sudah_dibuat"] is True
    assert [(isi["kantor"], isi["periksa"]) for isi in (lama, baru)] == [
        (lama["kantor"], lama["periksa"])
    ] * 2
