"""A restore for practice: what it proves, what it finds, and that nothing of it stays."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
from builders import make_meja
from data.cadangan_uji import balik_bit, siapkan_bahan, tempat
from data.register_usik import Usik

import sooko_desk
from sooko_desk.data import latihan_pulih as modul
from sooko_desk.data.cadangan import buat_cadangan
from sooko_desk.data.latihan_pulih import NAMA_LATIHAN, buang_sisa, latih
from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan

Ruang = namedtuple("Ruang", "total used free")


@pytest.fixture
def cadangan(buat):
    """A backup of one case with two scans."""
    return buat()[0]


@pytest.fixture
def berlatih(kantor, data):
    def berlatih(cadangan, kemajuan=None):
        hasil = latih(cadangan, data, kantor.store.kunci.kunci, kemajuan or Kemajuan())
        assert not (data / NAMA_LATIHAN).exists()
        return hasil

    return berlatih


def test_a_whole_backup_comes_back_is_proved_and_removed(kantor, cadangan, berlatih, data, stik):
    sebelum = {p: p.stat().st_mtime_ns for d in (data, stik) for p in d.rglob("*")}
    hasil = berlatih(cadangan)
    assert hasil.berhasil
    assert hasil.jumlah == JumlahRegister(1, 3, 2)
    kepala = kantor.meja.jaga.rantai.kepala()
    assert (hasil.urut, hasil.rantai) == (kepala.urut, kepala.sidik)
    sesudah = {p: p.stat().st_mtime_ns for d in (data, stik) for p in d.rglob("*")}
    assert sesudah == sebelum


def test_every_part_that_is_not_whole_is_told(cadangan, berlatih, sidik):
    def satu(path, kalimat, tempat_byte=200):
        isi = path.read_bytes()
        balik_bit(path, tempat_byte)
        hasil = berlatih(cadangan)
        assert not hasil.berhasil
        assert any(kalimat in t for t in hasil.temuan), hasil.temuan
        path.write_bytes(isi)

    satu(cadangan.register, "rusak atau tidak cocok dengan daftarnya", 9000)
    satu(cadangan.kunci, "Berkas kunci", 0)
    satu(cadangan.daftar, "rusak", 0)
    satu(tempat(cadangan.folder, sidik[0]), "1 pindaian dalam cadangan hilang atau rusak", 90)
    assert berlatih(cadangan).berhasil


def test_a_forged_list_is_told(cadangan, berlatih):
    isi = cadangan.daftar.read_bytes()
    cadangan.daftar.write_bytes(isi.replace(b'"permohonan":1', b'"permohonan":2'))
    assert "tidak cocok dengan daftarnya" in berlatih(cadangan).temuan[0]


def test_a_list_that_counts_otherwise_is_told(cadangan, berlatih, monkeypatch):
    monkeypatch.setattr(modul, "is_cocok", lambda *_: False)
    assert "tidak cocok dengan daftarnya" in berlatih(cadangan).temuan[0]


def test_a_copy_that_does_not_open_is_told(cadangan, berlatih, monkeypatch):
    asli = modul.open_salinan
    monkeypatch.setattr(modul, "open_salinan", lambda path, _: asli(path, "ab" * 32))
    assert "rusak" in berlatih(cadangan).temuan[0]


def test_a_chain_that_was_broken_beside_the_program_is_told(kantor, data, stik):
    kantor.terima()
    kunci = kantor.store.kunci.kunci
    kantor.store.close()
    Usik(data, kunci).ubah("UPDATE peristiwa SET alasan = 'palsu' WHERE urut = 1")
    baru = make_meja(data, kantor.clock)
    cadangan, _ = buat_cadangan(siapkan_bahan(baru, data), stik, Kemajuan())
    baru.store.close()
    [kalimat] = latih(cadangan, data, kunci, Kemajuan()).temuan
    assert kalimat.startswith(f"Rantai catatan dalam cadangan {cadangan.nama} putus")


def test_a_backup_that_cannot_be_read_is_told(cadangan, berlatih):
    cadangan.register.unlink()
    cadangan.register.mkdir()
    assert "tidak dapat dibaca seluruhnya" in berlatih(cadangan).temuan[0]


def test_a_stick_that_is_gone_is_no_fault_of_the_backup(cadangan, berlatih, stik, monkeypatch):
    shutil.rmtree(stik)
    with pytest.raises(UserError, match="tidak ada lagi di tempatnya"):
        berlatih(cadangan)

    def gagal(_):
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(Path, "is_file", gagal)
    with pytest.raises(UserError, match="tidak ada lagi di tempatnya"):
        berlatih(cadangan)


def test_a_backup_of_another_register_is_refused(cadangan, data):
    with pytest.raises(UserError, match="milik register lain"):
        latih(cadangan, data, "ab" * 32, Kemajuan())


def test_without_room_nothing_is_begun(cadangan, berlatih, monkeypatch):
    monkeypatch.setattr(modul.shutil, "disk_usage", lambda _: Ruang(1, 1, 15_000_000))
    monkeypatch.setattr(modul, "tulis", None)
    hasil = berlatih(cadangan)
    assert (hasil.berhasil, hasil.temuan) == (False, ())
    assert "Ruang cakram komputer tidak cukup" in hasil.belum


def test_a_disk_of_this_computer_that_refuses_is_no_fault_of_the_backup(
    cadangan, berlatih, monkeypatch
):
    def penuh(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(modul, "tulis", penuh)
    hasil = berlatih(cadangan)
    assert hasil.temuan == ()
    assert "tidak dapat ditulis di komputer ini" in hasil.belum


@pytest.mark.parametrize("nomor", range(5))
def test_stopped_at_any_report_it_ends_and_leaves_nothing(cadangan, berlatih, nomor):
    laporan = []

    def lapor(*_):
        laporan.append(_)
        if len(laporan) > nomor:
            kemajuan.hentikan()

    kemajuan = Kemajuan(lapor)
    with pytest.raises(DihentikanError):
        berlatih(cadangan, kemajuan)


def test_it_is_stopped_in_the_middle_of_a_long_question(cadangan, berlatih, monkeypatch):
    monkeypatch.setattr(modul, "_LANGKAH_SQLITE", 1)
    kemajuan = Kemajuan()

    def lambat(koneksi):
        koneksi.execute("SELECT 1").fetchall()
        kemajuan.hentikan()
        lama = (
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        )
        koneksi.execute(lama).fetchall()

    monkeypatch.setattr(modul, "periksa_register", lambat)
    with pytest.raises(DihentikanError):
        berlatih(cadangan, kemajuan)


_DIBUNUH = """
import os, signal, sys
from pathlib import Path
from sooko_desk.data.cadangan_daftar import Cadangan
from sooko_desk.data.latihan_pulih import latih
from sooko_desk.domain.kemajuan import Kemajuan

folder, nama, data, kunci = sys.argv[1:]
data = Path(data)

def lapor(*_):
    if any(data.glob("latihan-pemulihan.part/*.db")):
        os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)

latih(Cadangan(Path(folder), nama), data, kunci, Kemajuan(lapor))
"""


def test_killed_in_the_middle_the_next_start_sweeps_it(kantor, cadangan, data):
    kunci = kantor.store.kunci.kunci
    akar = Path(sooko_desk.__file__).parents[1]
    anak = subprocess.run(
        [sys.executable, "-c", _DIBUNUH, cadangan.folder, cadangan.nama, data, kunci],
        env={**os.environ, "PYTHONPATH": str(akar)},
        check=False,
    )
    assert anak.returncode != 0
    assert (data / NAMA_LATIHAN).is_dir()
    kantor.store.close()
    make_meja(data, kantor.clock).store.close()
    assert not (data / NAMA_LATIHAN).exists()


def test_what_was_left_is_swept_by_the_next_practice_too(cadangan, berlatih, data):
    (data / NAMA_LATIHAN / "x").mkdir(parents=True)
    assert berlatih(cadangan).berhasil
    buang_sisa(data)
