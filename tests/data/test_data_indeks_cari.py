"""A search index that is damaged: nothing is lost, it is made anew, and real damage stays one."""

from __future__ import annotations

import contextlib

import pytest
from builders import NAMA, SENIN_PAGI, make_meja
from data.cadangan_uji import siapkan_bahan
from data.register_usik import Usik

from sooko_desk.data.buka import NAMA_BERKAS
from sooko_desk.data.cadangan import buat_cadangan
from sooko_desk.data.indeks_cari import is_rusak, perbaiki_salinan
from sooko_desk.data.pencarian import IndeksRusakError
from sooko_desk.data.periksa_register import periksa_register
from sooko_desk.data.rantai_periksa import periksa_lengkap
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.indeks import IndeksService

HALAMAN = 4096
KATA = NAMA.split()[0][:5]
TERDENGAR = {
    "all of it": "DELETE FROM cari_data",
    "its structure": "DELETE FROM cari_data WHERE id = 10",
    "a structure of noise": "UPDATE cari_data SET block = x'ffffffffffff' WHERE id = 10",
    "its leaves": "DELETE FROM cari_data WHERE id > 10",
    "leaves of zeros": "UPDATE cari_data SET block = zeroblob(length(block)) WHERE id > 10",
    "leaves of noise": "UPDATE cari_data SET block = randomblob(length(block)) WHERE id > 10",
    "leaves cut short": "UPDATE cari_data SET block = x'00' WHERE id > 10",
    "leaves of text": "UPDATE cari_data SET block = 'x' WHERE id > 10",
    "its form": "DELETE FROM cari_config",
    "a form of tomorrow": "UPDATE cari_config SET v = 99 WHERE k = 'version'",
}
"""What a search meets."""
TERSEMBUNYI = {
    "no sums": "DELETE FROM cari_data WHERE id = 1",
    "no sizes": "DELETE FROM cari_docsize",
    "an empty structure": "UPDATE cari_data SET block = zeroblob(length(block)) WHERE id = 10",
    "a case left out": "DELETE FROM cari_docsize WHERE id = 1",
    "a case too many": "INSERT INTO cari (rowid, nama_cari) VALUES (99, 'SUWARTI')",
    "words of another": "INSERT INTO cari (rowid, nama_cari) VALUES (1, 'BUDI')",
}
"""What a search answers without a word, wrongly or not."""


@pytest.fixture
def ada(tmp_path):
    """Two cases in a closed register; `rusak(sql)` damages it and opens it again."""
    folder, jam = tmp_path / "data", JamTetap(SENIN_PAGI)
    kantor = make_meja(folder, jam)
    kantor.terima()
    kantor.terima("KTP")
    usik = Usik(folder, kantor.store.kunci.kunci)
    buka = [kantor]

    def rusak(sql):
        buka[0].store.close()
        usik.ubah(sql)
        buka[0] = make_meja(folder, jam)
        return buka[0]

    yield rusak
    buka[0].store.close()


def cari(kantor):
    return [r.id for r in kantor.store.pencarian.list_cari(KATA, 50)]


def koneksi(kantor):
    return kantor.store._db.connection()


def list_kejadian(kantor):
    return kantor.store.kejadian.list_kejadian([JenisKejadian.INDEKS_DIBANGUN])


def utuh(kantor):
    assert cari(kantor) == [2, 1]
    assert not is_rusak(koneksi(kantor))
    assert periksa_register(koneksi(kantor)) == ()
    assert periksa_lengkap(koneksi(kantor)).putus == ()


@pytest.mark.parametrize("sql", TERDENGAR.values(), ids=TERDENGAR)
def test_a_damaged_index_is_told_as_such_and_made_anew(ada, sql):
    kantor = ada(sql)
    with pytest.raises(IndeksRusakError):
        cari(kantor)
    assert kantor.meja.jaga.indeks.bangun_ulang()
    utuh(kantor)
    assert [k.petugas for k in list_kejadian(kantor)] == [""]
    assert not kantor.meja.jaga.indeks.bangun_ulang()
    assert len(list_kejadian(kantor)) == 1


@pytest.mark.parametrize("sql", TERSEMBUNYI.values(), ids=TERSEMBUNYI)
def test_an_index_that_differs_from_the_cases_is_found_and_made_anew(ada, sql):
    kantor = ada(sql)
    cari(kantor)
    assert kantor.meja.jaga.indeks.bangun_ulang()
    utuh(kantor)


@pytest.mark.parametrize(("sql", "rusak"), [("SELECT 1", False), (TERSEMBUNYI["no sizes"], True)])
def test_a_look_at_a_picture_of_the_register_finds_it_too(ada, sql, rusak):
    kantor = ada(sql)
    indeks = kantor.meja.jaga.indeks
    periksa = indeks.siapkan_periksa()
    periksa.jalankan()
    assert periksa.rusak is rusak
    assert bool(indeks.selesaikan(periksa)) is rusak
    utuh(kantor)


def test_half_a_letter_is_no_damage(ada):
    with pytest.raises(UserError, match="huruf rusak"):
        ada("SELECT 1").store.pencarian.list_cari("\ud83d budi", 9)


@pytest.mark.parametrize("sql", [TERDENGAR["all of it"], TERSEMBUNYI["no sums"]])
def test_an_intake_that_fails_at_the_index_is_asked_for_again_and_then_stored(ada, sql):
    kantor = ada(sql)
    with pytest.raises(UserError, match=r"indeks pencarian rusak.*Simpan sekali lagi"):
        kantor.terima(nama="Sumarni")
    assert cari(kantor) == [2, 1]
    assert len(list_kejadian(kantor)) == 1
    assert kantor.terima(nama="Sumarni").ringkasan.id == 3
    assert periksa_lengkap(koneksi(kantor)).putus == ()


def test_damage_elsewhere_is_told_as_damage_of_the_register(ada):
    kantor = ada("SELECT 1")
    kantor.store._db.execute_sql(
        "CREATE TEMP TRIGGER rusak BEFORE INSERT ON main.permohonan "
        "BEGIN SELECT RAISE(ABORT, 'database disk image is malformed'); END"
    )
    with pytest.raises(UserError, match="Berkas register rusak"):
        kantor.terima(nama="Sumarni")
    assert list_kejadian(kantor) == ()


def test_an_index_that_cannot_be_made_anew_is_damage_of_the_register(ada):
    kantor = ada("DROP TABLE cari_data")
    with pytest.raises(IndeksRusakError, match="tidak dapat dibangun ulang"):
        cari(kantor)
    with pytest.raises(UserError, match="Berkas register rusak"):
        kantor.meja.jaga.indeks.bangun_ulang()


@pytest.mark.parametrize("tabel", ["cari_data", "permohonan"])
def test_a_broken_page_is_damage_of_the_register(ada, tabel):
    kantor = ada("SELECT 1")
    tanya = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    [(nomor,)] = koneksi(kantor).execute(tanya, (tabel,)).fetchall()
    path = kantor.store.terbuka.folder / NAMA_BERKAS
    folder = path.parent
    kantor.store.close()
    isi = bytearray(path.read_bytes())
    isi[(nomor - 1) * HALAMAN + 200] ^= 1
    path.write_bytes(isi)
    store = Store(folder)
    IndeksService(store, kantor.clock)
    with contextlib.suppress(UserError):
        store.pencarian.list_cari(KATA, 50)
    with pytest.raises(UserError, match="Berkas register rusak"):
        store.indeks.bangun_ulang()
    store.close()


def test_a_disk_that_is_full_is_told_as_such(ada):
    kantor = ada(TERDENGAR["all of it"])
    kantor.store._db.execute_sql(
        "CREATE TEMP TRIGGER penuh BEFORE INSERT ON main.kejadian_kantor "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    with pytest.raises(UserError, match="Cakram komputer penuh"):
        kantor.meja.jaga.indeks.bangun_ulang()
    with pytest.raises(IndeksRusakError):
        cari(kantor)
    kantor.store._db.execute_sql(
        "CREATE TEMP TRIGGER penuh_lebih_dulu BEFORE INSERT ON main.cari_config "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    with pytest.raises(UserError, match="Cakram komputer penuh"):
        kantor.meja.jaga.indeks.bangun_ulang()


def test_without_anybody_to_note_it_nothing_is_made_anew(ada):
    kantor = ada(TERDENGAR["all of it"])
    folder = kantor.store.terbuka.folder
    kantor.store.close()
    store = Store(folder)
    assert not store.indeks.bangun_ulang()
    store.close()


def test_a_backup_holds_a_whole_index_whatever_the_register_has(ada, tmp_path):
    kantor = ada(TERDENGAR["leaves of noise"])
    stik = tmp_path / "stik"
    stik.mkdir()
    bahan = siapkan_bahan(kantor, kantor.store.terbuka.folder)
    cadangan, _ = buat_cadangan(bahan, stik, Kemajuan())
    with open_salinan(cadangan.register, kantor.store.kunci.kunci) as salinan:
        assert periksa_register(salinan) == ()
    assert [p.name for p in kantor.store.terbuka.folder.glob("*.part*")] == [
        "salinan-cadangan.part"
    ]


def test_a_copy_that_is_no_register_is_left_as_it_is(tmp_path):
    path = tmp_path / "salinan.part"
    path.write_bytes(b"x" * 9000)
    perbaiki_salinan(path, "ab" * 32)
    assert path.read_bytes() == b"x" * 9000
