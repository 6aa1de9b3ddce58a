"""Every unit of work leaves one link that tells what it touched, and nothing else does."""

from __future__ import annotations

import json

import pytest
from builders import SENIN_PAGI, make_meja
from data.gerak_uji import make_gerak
from data.hidup_uji import Hidup
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.data import rantai, skema
from sooko_desk.data.penjaga import find_penjaga, pasang_penjaga
from sooko_desk.data.rantai import NOL, find_sidik, kepala
from sooko_desk.data.rantai_bentuk import (
    PEMILIK,
    RANTAI,
    TABEL,
    TAMBAH_SAJA,
    Tabel,
    baca_keadaan,
    baca_kunci,
    encode,
    hitung_keadaan,
)
from sooko_desk.data.rantai_periksa import periksa_lengkap, periksa_rantai
from sooko_desk.data.store import Store
from sooko_desk.data.tabel import TabelBerkas, TabelPetugas
from sooko_desk.data.tabel_semua import SEMUA
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import RuleError


@pytest.fixture
def koneksi(store):
    return store._db.connection()


def list_mata(koneksi):
    tanya = "SELECT isi, keadaan FROM rantai ORDER BY urut"
    return [(json.loads(isi), json.loads(keadaan)) for isi, keadaan in koneksi.execute(tanya)]


def test_every_table_is_append_only_or_has_an_owner(koneksi):
    """A new table that is neither must be named in `PEMILIK`."""
    assert {*TABEL} == {t._meta.table_name for t in SEMUA} - {RANTAI}
    ada = {nama for (nama,) in koneksi.execute("SELECT name FROM main.sqlite_master")}
    for nama in (*TAMBAH_SAJA, RANTAI):
        assert {f"{nama}_tanpa_ubah", f"{nama}_tanpa_hapus", f"{nama}_tanpa_timpa"} <= ada, nama
    for tabel in SEMUA:
        meta = tabel._meta
        assert meta.sorted_fields[0] is meta.primary_key
        if meta.table_name in PEMILIK:
            assert PEMILIK[meta.table_name][1] in TABEL[meta.table_name].kolom


def test_every_table_is_watched_for_all_that_can_happen_to_it(koneksi):
    pemicu = {n for (n,) in koneksi.execute("SELECT name FROM temp.sqlite_master")}
    harus = {f"sentuh_{t}_{apa}" for t in TABEL for apa in ("masuk", "ubah", "hapus")}
    assert harus <= pemicu


def test_a_new_register_begins_with_a_link_over_nothing(tmp_path):
    store = Store(tmp_path)
    koneksi = store._db.connection()
    [(isi, keadaan)] = list_mata(koneksi)
    assert isi["baris"] == keadaan == {}
    assert isi["kolom"] == {nama: list(t.kolom) for nama, t in TAMBAH_SAJA.items()}
    assert periksa_lengkap(koneksi).putus == ()
    assert kepala(koneksi).waktu == ""
    assert (find_sidik(koneksi, 0), find_sidik(koneksi, 2)) == (NOL, "")
    assert find_sidik(koneksi, 1) == kepala(koneksi).sidik
    store.close()


def test_a_link_names_the_rows_the_cases_and_the_time_of_its_unit(kantor, koneksi):
    sebelum = kepala(koneksi).urut
    permohonan = kantor.terima()
    satu = permohonan.ringkasan.id
    isi, keadaan = list_mata(koneksi)[-1]
    assert {nama: [r[:2] for r in runtun] for nama, runtun in isi["baris"].items()} == {
        "nomor": [[1, 1]],
        "peristiwa": [[1, 1]],
    }
    assert [*keadaan] == [f"sop_tersimpan:{kantor.sop().sidik}", f"permohonan:{satu}"]
    akhir = kepala(koneksi)
    assert (akhir.urut, akhir.waktu[:16]) == (sebelum + 1, "2026-11-23T02:05")
    kantor.clock.maju(5)
    kantor.gerak(permohonan, "periksa", "lengkap")
    isi, baru = list_mata(koneksi)[-1]
    assert isi["baris"].keys() == {"peristiwa"}
    assert baru.keys() == {f"permohonan:{satu}"}
    assert baru[f"permohonan:{satu}"] != keadaan[f"permohonan:{satu}"]
    assert kepala(koneksi).waktu[:16] == "2026-11-23T02:10"
    assert periksa_lengkap(koneksi).putus == ()


def test_a_unit_that_writes_nothing_or_fails_leaves_no_link(kantor, store, koneksi):
    permohonan = kantor.terima()
    sebelum = kepala(koneksi)
    assert run_unit(store._db, lambda: None, lambda: 7) == 7
    basi = make_gerak(kantor, permohonan, versi=99)
    with pytest.raises(RuleError):
        store.permohonan.simpan_gerak(basi)

    def gagal():
        TabelPetugas.update(nama="Lain").where(TabelPetugas.id == 1).execute()
        raise KeyError

    with pytest.raises(KeyError):
        run_unit(store._db, lambda: None, gagal)
    assert kepala(koneksi) == sebelum
    assert list(koneksi.execute("SELECT 1 FROM disentuh")) == []
    assert periksa_lengkap(koneksi).putus == ()


def test_what_is_written_outside_a_unit_is_not_sealed_by_the_next(kantor, koneksi):
    permohonan = kantor.terima()
    koneksi.execute("UPDATE permohonan SET nama = 'Palsu'")
    koneksi.execute("UPDATE petugas SET pin = 'palsu' WHERE id = 1")
    lain = kantor.terima(nik="3516131708459001")
    putus = periksa_lengkap(koneksi).putus
    nomor = permohonan.ringkasan.nomor_tanda_bukti
    assert {(p.apa, p.tabel, p.kunci, p.nomor) for p in putus} == {
        ("diubah", "permohonan", "1", nomor),
        ("diubah", "petugas", "1", ""),
    }
    assert lain.ringkasan.id == 2


def test_a_row_that_changes_its_owner_changes_both(kantor, store, koneksi):
    satu, dua = kantor.terima(), kantor.terima(nik="3516131708459001")
    del satu, dua

    def pindah():
        baru = TabelBerkas.update(permohonan=2, kode="lain").where(TabelBerkas.id == 1)
        baru.execute()
        TabelBerkas.delete().where(TabelBerkas.id == 3).execute()
        return 1

    run_unit(store._db, lambda: None, pindah)
    _, keadaan = list_mata(koneksi)[-1]
    assert [*keadaan] == ["permohonan:1", "permohonan:2"]
    assert periksa_lengkap(koneksi).putus == ()


def test_an_owner_that_is_gone_is_told_as_gone(store, koneksi):
    def tambah():
        return TabelPetugas.create(
            nama="Tini", peran="operator", pin="x", aktif=True, dibuat="", pin_sekali=False,
            gagal=0, gagal_terakhir="",
        ).id  # fmt: skip

    baru = run_unit(store._db, lambda: None, tambah)
    hapus = TabelPetugas.delete().where(TabelPetugas.id == baru)
    run_unit(store._db, lambda: None, hapus.execute)
    assert list_mata(koneksi)[-1][1] == {f"petugas:{baru}": ""}
    assert periksa_lengkap(koneksi).putus == ()


def test_a_unit_of_very_many_rows_is_one_link_too(kantor, store, koneksi, monkeypatch):
    monkeypatch.setattr(rantai, "BATAS_BARIS", 3)
    sebelum = kepala(koneksi).urut
    kantor.terima()
    store.pengaturan.simpan_semua({f"k{n}": "isi" for n in range(10)}, kantor.kasi, SENIN_PAGI)
    isi, _ = list_mata(koneksi)[-1]
    [[awal, akhir, tanda]] = isi["baris"]["pengaturan"]
    assert (akhir - awal + 1, len(tanda)) == (10, 80)
    assert kepala(koneksi).urut == sebelum + 2
    assert periksa_lengkap(koneksi).putus == ()


def test_runs_with_a_gap_between_their_keys_are_told_as_such(store, koneksi):
    def lompat():
        for n in (5, 6, 9):
            koneksi.execute(
                "INSERT INTO pengaturan (id, kunci, isi, petugas_id, waktu) "
                "VALUES (?, 'a', '', 1, '')",
                (n,),
            )
        return 1

    run_unit(store._db, lambda: None, lompat)
    isi, _ = list_mata(koneksi)[-1]
    assert [r[:2] for r in isi["baris"]["pengaturan"]] == [[5, 6], [9, 9]]
    assert periksa_rantai(koneksi).putus == ()


def test_a_register_that_lived_is_whole(kantor, koneksi):
    Hidup(kantor, biji=5).semua_jenis().jalan(60)
    assert periksa_lengkap(koneksi, [kepala(koneksi)]).putus == ()


def test_after_a_change_of_the_schema_rows_are_hashed_by_their_new_columns(
    tmp_path, clock, monkeypatch
):
    kantor = make_meja(tmp_path / "data", clock)
    Hidup(kantor).semua_jenis()
    lama = kepala(kantor.store._db.connection())
    kantor.store.close()
    langkah = "ALTER TABLE gangguan ADD COLUMN baru TEXT NOT NULL DEFAULT 'b'"
    tabel = Tabel("gangguan", (*TABEL["gangguan"].kolom, "baru"))
    monkeypatch.setattr(skema, "LANGKAH", (*skema.LANGKAH, (langkah,)))
    monkeypatch.setattr(skema, "VERSI", skema.VERSI + 1)
    monkeypatch.setitem(TABEL, "gangguan", tabel)
    monkeypatch.setitem(TAMBAH_SAJA, "gangguan", tabel)
    store = Store(tmp_path / "data")
    koneksi = store._db.connection()
    assert kepala(koneksi).urut == lama.urut + 1
    assert list_mata(koneksi)[-1][0]["kolom"]["gangguan"][-1] == "baru"
    assert periksa_lengkap(koneksi, [lama]).putus == ()
    koneksi.execute("DROP TRIGGER gangguan_tanpa_ubah")
    koneksi.execute("UPDATE gangguan SET baru = 'palsu' WHERE id = 1")
    [putus] = periksa_rantai(koneksi).putus
    assert (putus.urut, putus.tabel, putus.kunci) == (lama.urut + 1, "gangguan", "1")
    store.close()


TEKS = st.text(st.characters(exclude_categories=["Cs"]))
NILAI = st.one_of(st.none(), TEKS, st.integers(-(2**63), 2**63 - 1))


@given(st.lists(NILAI).map(tuple))
def test_the_form_that_is_hashed_is_plain_json(baris):
    """So that another program can prove the chain, and a later msgspec must give the same."""
    harus = json.dumps(baris, ensure_ascii=False, separators=(",", ":"))
    assert encode(baris).decode() == harus


def test_an_owner_of_whom_nothing_is_left_has_no_state():
    assert hitung_keadaan(([], [])) == ""
    assert hitung_keadaan(([(1, "a")], [])) != hitung_keadaan(([], [(1, "a")]))


def test_the_name_of_an_owner_is_read_back():
    assert baca_kunci("permohonan:12") == ("permohonan", 12)
    assert baca_kunci("sop_tersimpan:12") == ("sop_tersimpan", "12")
    assert baca_keadaan('{"a:1":""}') == {"a:1": ""}


def test_a_file_without_guards_has_no_chain(store):
    assert find_penjaga(store._db).jurnal is not None
    assert find_penjaga(object.__new__(type(store._db))) is None
    assert callable(pasang_penjaga)
