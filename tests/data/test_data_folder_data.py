"""Before anything is opened: files that bear the read-only mark, and paths that are too long."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from builders import SENIN_PAGI, make_meja

from sooko_desk.data import folder_data
from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.folder_data import BYTE_FOLDER, is_baca_saja, lepas_baca_saja
from sooko_desk.data.konsep import NAMA_KONSEP, BarisKonsep, KonsepStore
from sooko_desk.data.kunci import save_kunci
from sooko_desk.data.pelindung import pelindung_komputer
from sooko_desk.data.salinan_register import open_salinan, uri_baca
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError

JURNAL = f"{NAMA_BERKAS}-journal"
BACA_SAJA, BIASA = 0o444, 0o644


@pytest.fixture
def folder(kantor, tmp_path):
    """A folder with a closed register that holds one case."""
    kantor.terima()
    kantor.store.close()
    yield tmp_path / "data"
    for path in (tmp_path / "data").rglob("*"):
        if path.is_file():
            path.chmod(BIASA)  # Windows removes no file that bears the mark


def isi_folder(folder):
    return {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("nama", [NAMA_BERKAS, JURNAL])
def test_a_register_that_is_marked_read_only_is_refused_before_it_is_opened(folder, clock, nama):
    if nama == JURNAL:
        (folder / JURNAL).write_bytes(b"")
    (folder / nama).chmod(BACA_SAJA)
    sebelum = isi_folder(folder)
    with pytest.raises(UserError) as galat:
        Store(folder)
    assert f"Berkas {nama} di folder data {folder} terkunci dari penulisan" in str(galat.value)
    assert "hapus centang Read-only" in str(galat.value)
    assert isi_folder(folder) == sebelum
    (folder / nama).chmod(BIASA)
    kantor = make_meja(folder, clock)
    assert kantor.terima().ringkasan.nomor_tanda_bukti.split("/")[1] == "TB-2"
    kantor.store.close()


def test_all_else_that_is_marked_read_only_does_not_stop_the_start(folder, clock):
    KonsepStore(folder, "5a" * 32).close()
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in (NAMA_BERKAS, JURNAL):
            path.chmod(BACA_SAJA)
    kantor = make_meja(folder, clock)
    assert kantor.terima().ringkasan.nomor_tanda_bukti.split("/")[1] == "TB-2"
    kantor.store.close()


def test_a_file_is_read_only_by_its_mark_whoever_asks(tmp_path):
    berkas = tmp_path / "berkas"
    assert not is_baca_saja(berkas)
    berkas.write_bytes(b"")
    assert not is_baca_saja(berkas)
    berkas.chmod(BACA_SAJA)
    assert is_baca_saja(berkas)
    berkas.chmod(BIASA)


# -- drafts


def simpan_konsep(folder):
    store = KonsepStore(folder, "5a" * 32)
    store.tulis({"penerimaan": BarisKonsep("penerimaan", "{}", 1, SENIN_PAGI)})
    store.close()
    return folder / NAMA_KONSEP


def test_drafts_that_are_marked_read_only_are_kept_and_go_on(tmp_path):
    path = simpan_konsep(tmp_path)
    path.chmod(BACA_SAJA)
    store = KonsepStore(tmp_path, "5a" * 32)
    assert store.rusak is None
    assert [baris.kunci for baris in store.list_semua()] == ["penerimaan"]
    store.tulis({"penerimaan": None})
    store.close()
    assert not is_baca_saja(path)


def test_drafts_of_which_the_mark_cannot_be_taken_off_are_put_aside(tmp_path, monkeypatch):
    path = simpan_konsep(tmp_path)
    path.chmod(BACA_SAJA)
    isi = path.read_bytes()

    def tolak(*_args, **_kwargs):
        raise PermissionError(1, "not the owner")

    with monkeypatch.context() as ganti:
        ganti.setattr(Path, "chmod", tolak)
        assert not lepas_baca_saja(path)
        store = KonsepStore(tmp_path, "5a" * 32)
    assert store.list_semua() == ()
    assert store.rusak.read_bytes() == isi
    store.close()
    store.rusak.chmod(BIASA)


# -- the key


def test_a_key_that_cannot_be_written_for_its_mark_says_so(folder):
    """Windows puts nothing in the place of such a file; here something else is in the way."""
    path = folder / NAMA_KUNCI
    store = Store(folder)
    path.chmod(BACA_SAJA)
    (folder / f"{NAMA_KUNCI}.part").mkdir()
    with pytest.raises(UserError, match=r"kunci\.json tidak dapat ditulis.*centang Read-only"):
        save_kunci(path, replace(store.kunci, kertas=None), pelindung_komputer())
    store.close()


# -- long paths


def bertingkat(dasar, panjang):
    """A path below `dasar` of so many letters."""
    while len(str(dasar)) < panjang - 100:
        dasar /= "x" * 90
    return dasar / ("x" * (panjang - len(str(dasar)) - 1))


def test_no_register_is_begun_in_a_folder_whose_path_sqlite_cannot_hold(tmp_path):
    folder = bertingkat(tmp_path, BYTE_FOLDER + 1)
    with pytest.raises(UserError, match="terlalu panjang, jadi register baru tidak dimulai"):
        Store(folder)
    assert list(tmp_path.iterdir()) == []


def test_no_register_is_begun_where_a_scan_could_not_be_stored(tmp_path, monkeypatch):
    monkeypatch.setattr(folder_data, "HURUF_TERPANJANG", 300)  # what no disk takes as one name
    with pytest.raises(UserError, match="terlalu panjang, jadi register baru tidak dimulai"):
        Store(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows may end at 260")
def test_the_longest_path_that_is_accepted_carries_everything(tmp_path, clock):
    folder = bertingkat(tmp_path, BYTE_FOLDER)
    kantor = make_meja(folder, clock)
    kantor.terima()
    salinan = kantor.store.terbuka.siapkan_salin()()
    with open_salinan(salinan.path, salinan.kunci) as koneksi:
        assert koneksi.execute("SELECT count(*) FROM permohonan").fetchone() == (1,)
    terpanjang = folder / "sebelum-skema-99" / f"{NAMA_BERKAS}.part"
    terpanjang.parent.mkdir()
    kantor.store.terbuka._db.connection().execute("VACUUM INTO ?", (str(terpanjang),))
    assert not kantor.store.rantai.jurnal.tertinggal
    kantor.store.close()


# -- addresses


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/srv/a b/r.db"), "file:///srv/a%20b/r.db?mode=ro"),
        (PurePosixPath("/srv/50%/#1?/r.db"), "file:///srv/50%25/%231%3F/r.db?mode=ro"),
        (PureWindowsPath(r"C:\Ñ\r.db"), "file:///C:/%C3%91/r.db?mode=ro"),
        (PureWindowsPath(r"\\server\bersama\r.db"), "file:////server/bersama/r.db?mode=ro"),
    ],
)
def test_an_address_for_sqlite_has_no_host_and_no_letter_that_means_something(path, uri):
    assert uri_baca(path) == uri


def test_a_copy_is_found_by_a_path_that_is_not_absolute(kantor, tmp_path, monkeypatch):
    salinan = kantor.store.terbuka.siapkan_salin()()
    monkeypatch.chdir(tmp_path)
    with open_salinan(salinan.path.relative_to(tmp_path), salinan.kunci) as koneksi:
        assert koneksi.execute("SELECT count(*) FROM permohonan").fetchone() == (0,)
