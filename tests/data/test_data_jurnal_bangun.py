"""A register out of base and lines alone: equal table by table, honest about what is missing."""

from __future__ import annotations

import shutil

import pytest
from builders import SENIN_PAGI, make_meja
from data.hidup_uji import Hidup, baca_semua
from data.register_usik import Usik, buat_hidup
from sqlcipher3 import dbapi2

from sooko_desk.data.jurnal_bangun import bangun_ulang, list_baris, susulkan
from sooko_desk.data.jurnal_baris import list_berkas
from sooko_desk.data.rantai import kepala
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import JamTetap


def baca(path, kunci):
    with open_salinan(path, kunci) as koneksi:
        return baca_semua(koneksi)


@pytest.mark.parametrize("biji", range(4))
def test_a_register_that_lived_comes_out_of_its_journal_equal_table_by_table(tmp_path, biji):
    usik = buat_hidup(tmp_path / "data", biji, 60)
    semula = baca(tmp_path / "data" / "register.db", usik.kunci)
    (tmp_path / "data" / "register.db").unlink()
    baru = tmp_path / "baru.db"
    hasil = bangun_ulang(tmp_path / "data" / "jurnal", baru, usik.kunci)
    assert baca(baru, usik.kunci) == semula
    assert (hasil.utuh, hasil.putus) == (True, ())
    assert hasil.urut == len(semula["rantai"]) == hasil.baris + 1
    assert hasil.sidik == semula["rantai"][-1][-1]
    shutil.move(baru, tmp_path / "data" / "register.db")
    kantor = make_meja(tmp_path / "data", JamTetap(SENIN_PAGI))
    assert kantor.store.rantai.jurnal.mundur is None
    assert kantor.terima().ringkasan.id == len(semula["permohonan"]) + 1
    kantor.store.close()


def hidup_bertahap(folder, banyak=4):
    """A register of several days; the last lines of each day were lost and caught up later."""
    for hari in range(banyak):
        kantor = make_meja(folder, JamTetap(SENIN_PAGI))
        Hidup(kantor, hari).jalan(40)
        kunci = kantor.store.kunci.kunci
        kantor.store.close()
        log = list_berkas(folder / "jurnal")[0].log
        baris = log.read_bytes().splitlines(keepends=True)
        log.write_bytes(b"".join(baris[: max(1, len(baris) - 9)]))
    make_meja(folder, JamTetap(SENIN_PAGI)).store.close()
    return kunci


def test_lines_that_were_caught_up_later_give_the_same_register(tmp_path):
    folder = tmp_path / "data"
    kunci = hidup_bertahap(folder)
    hasil = bangun_ulang(folder / "jurnal", tmp_path / "baru.db", kunci)
    assert baca(tmp_path / "baru.db", kunci) == baca(folder / "register.db", kunci)
    assert (hasil.utuh, hasil.putus) == (True, ())


@pytest.fixture
def lama(tmp_path):
    """A register with its earlier copy, and its journal over two bases."""
    folder = tmp_path / "data"
    usik = buat_hidup(folder, 1, 20)
    shutil.copyfile(folder / "register.db", tmp_path / "lama.db")
    kantor = make_meja(folder, JamTetap(SENIN_PAGI))
    Hidup(kantor, 2).jalan(20)
    kantor.store.rantai.jurnal.mulai_dasar_baru()
    Hidup(kantor, 3).jalan(20)
    kantor.store.close()
    return usik


def test_an_older_backup_is_brought_up_by_the_lines_after_it_over_two_bases(tmp_path, lama):
    akhir = baca(lama.folder / "register.db", lama.kunci)
    dulu = len(baca(tmp_path / "lama.db", lama.kunci)["rantai"])
    hasil = susulkan(lama.folder / "jurnal", tmp_path / "lama.db", lama.kunci)
    assert baca(tmp_path / "lama.db", lama.kunci) == akhir
    assert (hasil.utuh, hasil.baris) == (True, len(akhir["rantai"]) - dulu)
    lagi = susulkan(lama.folder / "jurnal", tmp_path / "lama.db", lama.kunci)
    assert (lagi.baris, lagi.sidik) == (0, hasil.sidik)
    baris = list(list_baris(lama.folder / "jurnal", lama.kunci, dulu))
    assert [b.urut for b in baris] == [*range(dulu + 1, len(akhir["rantai"]) + 1)]
    assert [b.sidik for b in baris] == [b[-1] for b in akhir["rantai"][dulu:]]
    assert list(list_baris(lama.folder / "jurnal", lama.kunci, baris[-1].urut)) == []


def test_a_register_that_went_another_way_is_not_mixed_with_the_journal(tmp_path, lama):
    jurnal = (lama.folder / "jurnal").rename(tmp_path / "jurnal")
    shutil.copyfile(tmp_path / "lama.db", lama.folder / "register.db")
    kantor = make_meja(lama.folder, JamTetap(SENIN_PAGI))
    Hidup(kantor, 9).jalan(5)
    kantor.store.close()
    cabang = lama.folder / "register.db"
    sebelum = baca(cabang, lama.kunci)
    with pytest.raises(UserError, match="tidak cocok dengan jurnalnya"):
        susulkan(jurnal, cabang, lama.kunci)
    assert baca(cabang, lama.kunci) == sebelum


def test_what_comes_after_a_damaged_line_is_left_out_and_said(tmp_path):
    folder = tmp_path / "data"
    usik = buat_hidup(folder, 1, 20)
    log = list_berkas(folder / "jurnal")[0].log
    baris = log.read_bytes().splitlines(keepends=True)
    rusak = baris[20][:-9] + b"AAAA" + baris[20][-5:]
    log.write_bytes(b"".join([*baris[:20], rusak, *baris[21:]]))
    hasil = bangun_ulang(folder / "jurnal", tmp_path / "baru.db", usik.kunci)
    assert (hasil.utuh, hasil.baris, hasil.putus) == (False, 19, ())
    assert [b.urut for b in list_baris(folder / "jurnal", usik.kunci)][-1] == hasil.urut
    # The register itself goes on from there; what it has more, the journal does not know.
    assert len(baca(folder / "register.db", usik.kunci)["rantai"]) > hasil.urut


def test_lines_whose_predecessors_are_lost_are_left_out_and_said(tmp_path, lama):
    tua = list_berkas(lama.folder / "jurnal")[1]
    tua.log.unlink()
    hasil = susulkan(lama.folder / "jurnal", tmp_path / "lama.db", lama.kunci)
    assert (hasil.utuh, hasil.baris) == (False, 0)


def test_the_newest_base_that_can_be_read_is_taken(tmp_path, lama):
    akhir = baca(lama.folder / "register.db", lama.kunci)
    baru, tua = list_berkas(lama.folder / "jurnal")
    baru.register.write_bytes(b"rusak" * 1000)
    hasil = bangun_ulang(lama.folder / "jurnal", tmp_path / "satu.db", lama.kunci)
    assert baca(tmp_path / "satu.db", lama.kunci) == akhir
    baru.register.unlink()
    shutil.copyfile(tua.register, baru.register)  # a whole file, but not the one that belongs here
    dua = bangun_ulang(lama.folder / "jurnal", tmp_path / "dua.db", lama.kunci)
    assert dua.sidik == hasil.sidik
    tua.log.write_bytes(b"")
    with pytest.raises(UserError, match="tidak ada atau rusak"):
        bangun_ulang(lama.folder / "jurnal", tmp_path / "tiga.db", lama.kunci)
    with pytest.raises(UserError, match="tidak ada atau rusak"):
        bangun_ulang(lama.folder / "jurnal", tmp_path / "tiga.db", "0" * 64)
    assert not (tmp_path / "tiga.db").exists()


def test_a_rebuild_that_fails_leaves_nothing_half(tmp_path, monkeypatch):
    usik = buat_hidup(tmp_path / "data", 1, 5)
    tujuan = tmp_path / "tidak-ada" / "baru.db"
    with pytest.raises(FileNotFoundError):
        bangun_ulang(tmp_path / "data" / "jurnal", tujuan, usik.kunci)
    assert not tujuan.parent.exists()


def test_the_new_file_is_locked_against_changes_as_the_old_one_was(tmp_path):
    usik = buat_hidup(tmp_path / "data", 1, 30)
    baru = tmp_path / "baru.db"
    bangun_ulang(tmp_path / "data" / "jurnal", baru, usik.kunci)
    db = dbapi2.connect(str(baru))
    db.execute(f"PRAGMA key = \"x'{usik.kunci}'\"")
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        db.execute("UPDATE peristiwa SET alasan = 'x'")
    db.close()


def test_the_proof_of_the_new_file_is_told(tmp_path):
    """A register that was tampered with before its base was made comes out as tampered with."""
    folder = tmp_path / "data"
    usik = buat_hidup(folder, 1, 5)
    Usik(folder, usik.kunci).ubah("UPDATE peristiwa SET alasan = 'palsu' WHERE urut = 1")
    store = Store(folder)
    store.rantai.jurnal.mulai_dasar_baru()
    urut = kepala(store._db.connection()).urut
    store.close()
    hasil = bangun_ulang(folder / "jurnal", tmp_path / "baru.db", usik.kunci)
    assert (hasil.urut, hasil.baris) == (urut, 0)
    assert [(p.tabel, p.kunci) for p in hasil.putus] == [("peristiwa", "1")]
