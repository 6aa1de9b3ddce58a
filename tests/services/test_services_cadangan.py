"""Backups as an officer makes them: remembered, repeated, looked through."""

from __future__ import annotations

import os
import threading
import uuid
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, SENIN_PAGI, make_meja
from PIL import Image
from services.cadangan_stik_uji import SEHARI, cadangkan, pasang, tandai

from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, Cadangan, list_cadangan
from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.data.salinan_register import NAMA_SALINAN
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan
from sooko_desk.services import cadangan_riwayat


@pytest.fixture
def cadangan(kantor):
    return kantor.meja.jaga.cadangan


@pytest.fixture
def stik(tmp_path):
    stik = tmp_path / "stik"
    stik.mkdir()
    return stik


@pytest.fixture
def pindaian(kantor):
    """One case with one scan."""
    wadah = BytesIO()
    Image.new("RGB", (40, 60), "red").save(wadah, "PNG")
    return kantor.meja.lampiran.tambah_isi(
        uuid.uuid4().hex, kantor.terima(), "", "kk.png", wadah.getvalue(), kantor.operator
    )


def tempat(folder, pindaian):
    return folder / "lampiran" / pindaian.sidik[:2] / f"{pindaian.sidik}.bin"


def test_there_is_none_at_first(cadangan):
    assert cadangan.terakhir is None


def test_any_officer_makes_one_and_the_newest_is_remembered(kantor, cadangan, pindaian, stik):
    hasil = cadangan.buat(stik, kantor.operator)
    assert hasil.jumlah == JumlahRegister(permohonan=1, peristiwa=2, pindaian=1)
    assert (hasil.folder, hasil.tidak_ikut) == (stik, 0)
    assert hasil.cadangan.folder == stik / NAMA_FOLDER
    kantor.clock.maju(1)
    cadangan.buat(stik / NAMA_FOLDER, kantor.kasi)
    catatan = cadangan.terakhir
    assert (catatan.petugas, catatan.folder) == (NAMA_KASI, stik)
    assert (catatan.waktu - SENIN_PAGI).total_seconds() == 60
    assert catatan.jumlah == hasil.jumlah
    riwayat = kantor.store.kejadian.list_kejadian((JenisKejadian.CADANGAN,))
    assert [b.petugas for b in riwayat] == [NAMA_KASI, NAMA_OPERATOR]


def test_the_halves_may_run_apart_and_only_what_is_noted_is_remembered(
    kantor, cadangan, pindaian, stik, tmp_path
):
    laporan = []
    tugas = cadangan.siapkan(stik, Kemajuan(lambda *x: laporan.append(x)))
    assert not (tmp_path / "data" / NAMA_SALINAN).exists()
    kantor.terima()  # the register is copied when the slow half runs
    hasil = tugas.jalankan()
    assert hasil.jumlah.permohonan == 2
    assert hasil.jejak == kantor.store.terbuka.baca_jejak()
    assert laporan == [(0, 2), (1, 2), (2, 2)]
    assert not (tmp_path / "data" / NAMA_SALINAN).exists()
    assert cadangan.terakhir is None
    cadangan.catat(hasil, kantor.operator)
    assert cadangan.terakhir.jumlah == hasil.jumlah


def test_the_register_is_copied_and_written_in_the_thread_of_the_worker(
    kantor, cadangan, pindaian, stik
):
    """Held by what the register's own connection was asked meanwhile, not by a clock."""
    perintah = []
    koneksi = kantor.store._db.connection()
    tugas = cadangan.siapkan(stik, Kemajuan())
    koneksi.set_trace_callback(perintah.append)
    hasil = []
    pekerja = threading.Thread(target=lambda: hasil.append(tugas.jalankan()))
    pekerja.start()
    pekerja.join()
    koneksi.set_trace_callback(None)
    assert hasil[0].jumlah.permohonan == 1
    assert perintah == []


def test_an_unfit_place_is_refused_before_the_register_is_copied(cadangan, tmp_path):
    for tujuan in (tmp_path / "data", tmp_path / "tidak ada"):
        with pytest.raises(UserError):
            cadangan.siapkan(tujuan, Kemajuan())
    assert not (tmp_path / "data" / NAMA_SALINAN).exists()


def test_a_backup_that_fails_or_is_stopped_leaves_no_copy_and_no_note(
    cadangan, pindaian, stik, tmp_path
):
    kemajuan = Kemajuan()
    tugas = cadangan.siapkan(stik, kemajuan)
    kemajuan.hentikan()
    with pytest.raises(DihentikanError):
        tugas.jalankan()
    (stik / NAMA_FOLDER).rmdir()
    tugas = cadangan.siapkan(stik, Kemajuan())
    stik.rmdir()
    with pytest.raises(UserError, match=r"tidak ada\. Pasang flashdisk"):
        tugas.jalankan()
    assert not (tmp_path / "data" / NAMA_SALINAN).exists()
    assert cadangan.terakhir is None


def test_a_backup_on_the_registers_own_disk_is_marked(kantor, cadangan, stik, tmp_path):
    hasil = cadangan.buat(stik, kantor.operator)
    assert hasil.cakram_sama == (stik.stat().st_dev == (tmp_path / "data").stat().st_dev)


@pytest.mark.skipif(not os.path.ismount("/dev/shm"), reason="needs a second disk")
def test_a_backup_on_another_disk_is_not(kantor, cadangan, tmp_path):
    with TemporaryDirectory(dir="/dev/shm") as lain:
        stik = Path(lain)
        if stik.stat().st_dev != tmp_path.stat().st_dev:
            assert not cadangan.buat(stik, kantor.operator).cakram_sama


def test_a_scan_that_is_gone_here_is_counted(kantor, cadangan, pindaian, stik, tmp_path):
    tempat(tmp_path / "data", pindaian).unlink()
    hasil = cadangan.buat(stik, kantor.operator)
    assert (hasil.tidak_ikut, hasil.jumlah.pindaian) == (1, 0)


def test_a_scan_found_damaged_there_is_whole_after_the_next_backup(
    kantor, cadangan, pindaian, stik
):
    hasil = cadangan.buat(stik, kantor.operator)
    path = tempat(hasil.cadangan.folder, pindaian)
    isi = bytearray(path.read_bytes())
    isi[70] ^= 1
    path.write_bytes(isi)
    temuan = cadangan.periksa(stik, Kemajuan())
    assert "rusak" in temuan.temuan[0]
    cadangan.catat_periksa(temuan, kantor.operator)
    cadangan.buat(stik, kantor.operator)
    temuan = cadangan.periksa(stik, Kemajuan())
    assert temuan.temuan == ()
    cadangan.catat_periksa(temuan, kantor.operator)
    assert cadangan._rusak == {stik / NAMA_FOLDER: frozenset()}


def test_the_note_holds_nothing_but_place_and_counts(kantor, cadangan, stik):
    cadangan.buat(stik, kantor.operator)
    (kejadian,) = kantor.store.kejadian.list_kejadian((JenisKejadian.CADANGAN,))
    assert set(kejadian.isi) == {
        *("apa", "hasil", "sebab", "tempat", "sebutan", "folder", "nama", "permohonan"),
        *("riwayat", "pindaian", "jejak", "urut", "rantai"),
    }


def test_a_key_that_cannot_be_written_again_holds_up_no_later_backup(cadangan, stik, tmp_path):
    kunci = tmp_path / "data" / "kunci.json"
    isi = kunci.read_bytes()
    kunci.unlink()
    kunci.mkdir()
    with pytest.raises(UserError, match=r"kunci\.json tidak dapat ditulis"):
        cadangan.siapkan(stik, Kemajuan())
    assert not cadangan.sibuk
    kunci.rmdir()
    kunci.write_bytes(isi)
    assert cadangan.siapkan(stik, Kemajuan()).jalankan().tidak_ikut == 0


def test_a_stick_that_is_pulled_right_after_the_proof_is_remembered_and_the_others_are_tried(
    kantor, tmp_path, monkeypatch
):
    stik = pasang(tmp_path, kantor, "kingston")
    satu = tandai(kantor, stik)
    dua = tandai(kantor, pasang(tmp_path, kantor, "sandisk"))
    tulis_daftar = Cadangan.tulis_daftar

    def tulis_dan_cabut(cadangan, daftar):
        tulis_daftar(cadangan, daftar)
        if stik.akar in cadangan.folder.parents:
            stik.akar.rename(tmp_path / "di saku")

    monkeypatch.setattr(Cadangan, "tulis_daftar", tulis_dan_cabut)
    hasil = cadangkan(kantor, (satu, dua))
    assert [h.tempat for h in hasil.berhasil] == [satu, dua]
    assert hasil.gagal == ()
    assert kantor.meja.jaga.riwayat.find_terakhir(satu.kode).isi.di_luar
    assert list_cadangan(tmp_path / "di saku" / NAMA_FOLDER) != ()


def test_an_old_backup_that_broke_long_ago_still_stands_for_no_day(
    kantor, tmp_path, clock, monkeypatch
):
    monkeypatch.setattr(cadangan_riwayat, "_DIINGAT", 2)
    stik = pasang(tmp_path, kantor, "kingston")
    tempat = tandai(kantor, stik)
    for _ in range(4):
        clock.maju(SEHARI)
        kantor.terima()
        cadangkan(kantor)
    folder = stik.akar / NAMA_FOLDER
    rusak = list_cadangan(folder)[-1]
    rusak.register.write_bytes(b"rusak")
    otomatis = kantor.meja.jaga.otomatis
    otomatis.catat_periksa(otomatis.siapkan_periksa(tempat, Kemajuan())(), None)
    for _ in range(2):
        kantor.meja.jaga.cadangan.catat_gagal(tempat, "Flashdisk penuh.", None)
    kantor.store.close()
    lagi = make_meja(tmp_path / "data", clock)
    lagi.terima()
    assert cadangkan(lagi, (tempat,)).berhasil[0].dibuang == 1
    assert rusak not in list_cadangan(folder)
    lagi.store.close()
