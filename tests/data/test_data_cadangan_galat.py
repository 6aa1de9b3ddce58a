"""Backups and a stick that refuses, fails, fills, lies or is pulled out: whole or not there."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from builders import SENIN_PAGI
from data.cadangan_uji import BERTIGA, SAAT, balik_bit, list_nama, nama_pindaian, siapkan_bahan

from sooko_desk.data.cadangan import buat_cadangan, is_cakram_sama
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.data.salinan_register import NAMA_SALINAN
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan

GAGAL = [
    (errno.ENOSPC, None, "penuh. Kosongkan ruang"),
    (errno.EDQUOT, None, "penuh. Kosongkan ruang"),
    (errno.EINVAL, 112, "penuh. Kosongkan ruang"),
    (errno.EROFS, None, "tidak dapat ditulisi"),
    (errno.EINVAL, 19, "tidak dapat ditulisi"),
    (errno.EIO, None, "gagal ditulis atau dibaca kembali"),
]


def test_a_disk_that_does_not_say_which_it_is_is_told_and_a_place_that_is_gone_as_ever(stik, data):
    data.mkdir()
    assert is_cakram_sama(stik, data) == (stik.stat().st_dev == data.stat().st_dev)
    with pytest.raises(UserError, match="gagal ditulis atau dibaca kembali"):
        is_cakram_sama(stik, data / "hilang")
    stik.rmdir()
    with pytest.raises(UserError, match=r"tidak ada\. Pasang flashdisk"):
        is_cakram_sama(stik, data)


@pytest.mark.parametrize(("nomor", "windows", "kalimat"), GAGAL)
@pytest.mark.parametrize("urutan", range(9))
def test_a_stick_that_refuses_at_any_sync_leaves_no_backup_and_says_why(
    buat, stik, data, monkeypatch, nomor, windows, kalimat, urutan
):
    lama = buat()[0]
    sebelum = list_nama(stik / NAMA_FOLDER)
    shutil.rmtree(stik / NAMA_FOLDER / "lampiran")
    hitung = iter(range(99))
    asli = os.fsync

    def sync(nomor_berkas):
        if next(hitung) == urutan:
            galat = OSError(nomor, "refused")
            galat.winerror = windows
            raise galat
        asli(nomor_berkas)

    with monkeypatch.context() as ganti:
        ganti.setattr(os, "fsync", sync)
        with pytest.raises(UserError, match=kalimat):
            buat(saat=SENIN_PAGI + dt.timedelta(days=1))
    assert [n for n in list_nama(stik / NAMA_FOLDER) if n.endswith(".part")] == []
    assert list_cadangan(stik / NAMA_FOLDER) == (lama,)
    buat(saat=SENIN_PAGI + dt.timedelta(days=1))
    assert set(sebelum) < set(list_nama(stik / NAMA_FOLDER))


@pytest.mark.parametrize("urutan", range(4))
def test_a_stick_pulled_out_is_told_and_nothing_is_made_in_its_place(buat, stik, urutan):
    def cabut(selesai, _semua):
        if selesai == urutan:
            shutil.rmtree(stik)

    with pytest.raises(UserError, match=r"tidak ada lagi\. Pasang kembali flashdisk"):
        buat(kemajuan=Kemajuan(cabut))
    assert not stik.exists()


def test_a_stick_that_cannot_even_be_asked_is_told_as_gone(buat, stik, monkeypatch):
    putus = []

    def tolak(asli):
        def jawab(self, **kwargs):
            if putus and stik in (self, *self.parents):
                raise OSError(errno.EIO, "gone")
            return asli(self, **kwargs)

        return jawab

    for nama in ("stat", "is_dir"):
        monkeypatch.setattr(Path, nama, tolak(getattr(Path, nama)))
    with pytest.raises(UserError, match="tidak ada lagi"):
        buat(kemajuan=Kemajuan(lambda selesai, _: putus.append(1) if selesai else None))


@pytest.mark.parametrize("bagian", ["register", "kunci", "daftar"])
def test_a_stick_that_gives_back_something_else_is_not_believed(buat, stik, monkeypatch, bagian):
    asli = os.fsync

    def sync(nomor_berkas):
        asli(nomor_berkas)
        for path in (stik / NAMA_FOLDER).glob(f"{bagian}-*.part"):
            balik_bit(path, 50)

    with monkeypatch.context() as ganti:
        ganti.setattr(os, "fsync", sync)
        with pytest.raises(UserError, match="gagal ditulis atau dibaca kembali"):
            buat()
    assert [n for n in list_nama(stik / NAMA_FOLDER) if "lampiran" not in n] == []
    buat()


def test_a_vault_that_gives_back_something_else_is_not_believed(buat, stik, monkeypatch):
    asli = os.fsync

    def sync(nomor_berkas):
        asli(nomor_berkas)
        for path in (stik / NAMA_FOLDER / "lampiran").glob("*.part"):
            balik_bit(path, 50)

    with monkeypatch.context() as ganti:
        ganti.setattr(os, "fsync", sync)
        with pytest.raises(UserError, match="gagal ditulis atau dibaca kembali"):
            buat()
    assert list_nama(stik / NAMA_FOLDER) == []


def test_a_stick_pulled_out_while_the_copy_is_read_back_is_told(buat, stik, monkeypatch):
    asli = Path.open

    def buka(self, mode="r", **kwargs):
        berkas = asli(self, mode, **kwargs)
        if self.suffix == ".part" and stik in self.parents:
            shutil.rmtree(stik)
        return berkas

    monkeypatch.setattr(Path, "open", buka)
    with pytest.raises(UserError, match="tidak ada lagi"):
        buat()


def test_a_register_that_is_damaged_within_is_not_backed_up(buat, kantor, stik):
    db = kantor.store._db
    db.execute_sql("PRAGMA foreign_keys = 0")
    db.execute_sql("INSERT INTO isian (permohonan_id, kunci, nilai) VALUES (99, 'a', 'b')")
    with pytest.raises(UserError, match="register yang rusak tidak dicadangkan"):
        buat()
    assert list_nama(stik / NAMA_FOLDER) == []


def test_a_copy_that_lost_rows_on_the_way_is_no_backup(kantor, sidik, data, stik):
    bahan = siapkan_bahan(kantor, data)
    kantor.terima()
    lain = siapkan_bahan(kantor, data)
    shutil.copy(bahan.salinan.path, stik / "x")
    palsu = type(lain)(
        replace(lain.salinan, path=stik / "x", isi=bahan.salinan.isi),
        lain.baca,
        lain.saat,
    )
    shutil.copy(lain.salinan.path, stik / "x")
    with pytest.raises(UserError, match="register di komputer ini rusak"):
        buat_cadangan(palsu, stik, Kemajuan())


def test_a_copy_that_cannot_be_opened_is_no_backup(kantor, sidik, data, stik):
    bahan = siapkan_bahan(kantor, data)
    bahan.salinan.path.write_bytes(b"rusak" * 5000)
    with pytest.raises(UserError, match="register di komputer ini rusak"):
        buat_cadangan(bahan, stik, Kemajuan())
    assert list_nama(stik) == []


def test_what_broke_off_is_swept_away_and_never_taken_for_a_backup(buat, stik, sidik):
    folder = stik / NAMA_FOLDER
    (folder / "lampiran").mkdir(parents=True)
    for nama in ("register-2026-11-20-080000.db.part", "kunci-2026-11-20-080000.json.part"):
        (folder / nama).write_bytes(b"x")
    (folder / "lampiran" / f"{sidik[0]}.part").write_bytes(b"x")
    (folder / "register-2026-11-20-090000.db").write_bytes(b"without a list")
    (folder / "catatan saya.txt").write_bytes(b"of the officer")
    buat()
    sisa = [n for n in list_nama(folder) if n not in BERTIGA and "lampiran" not in n]
    assert sisa == ["catatan saya.txt", "register-2026-11-20-090000.db"]
    assert not list(folder.rglob("*.part"))
    assert [c.nama for c in list_cadangan(folder)] == [SAAT]


@pytest.mark.parametrize("urutan", range(4))
def test_stopping_leaves_no_backup_but_keeps_the_scans_for_the_next_one(buat, stik, sidik, urutan):
    kemajuan = Kemajuan(lambda selesai, _: selesai == urutan and kemajuan.hentikan())
    if urutan == 3:
        buat(kemajuan=kemajuan)
        return
    with pytest.raises(DihentikanError):
        buat(kemajuan=kemajuan)
    tersalin = nama_pindaian(*sorted(sidik)[:urutan])
    assert list_nama(stik / NAMA_FOLDER) == tersalin
    laporan = []
    buat(kemajuan=Kemajuan(lambda *x: laporan.append(x)))
    assert laporan[0] == (0, 3 - urutan)


def test_the_copy_on_the_own_disk_is_the_callers_to_remove(buat, data):
    buat()
    assert (data / NAMA_SALINAN).is_file()
