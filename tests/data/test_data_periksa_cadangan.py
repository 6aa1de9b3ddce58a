"""A finished backup is read as a whole; every fault in it is found and told."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from builders import SENIN_PAGI
from data.cadangan_uji import balik_bit, siapkan_bahan, tambah_pindaian, tempat

from sooko_desk.data import cadangan_daftar
from sooko_desk.data.cadangan import buat_cadangan
from sooko_desk.data.cadangan_daftar import list_cadangan
from sooko_desk.data.kunci import KunciTerkunciError, load_kunci, save_kunci
from sooko_desk.data.pelindung import PelindungSesaat, pelindung_komputer
from sooko_desk.data.periksa_cadangan import periksa_cadangan
from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan


@pytest.fixture
def stik(tmp_path):
    stik = tmp_path / "stik"
    stik.mkdir()
    return stik


@pytest.fixture
def sidik(kantor):
    return sorted(tambah_pindaian(kantor, kantor.terima(), "red", "blue"))


@pytest.fixture
def cadangan(kantor, sidik, tmp_path, stik):
    """A finished backup of one case with two scans."""
    return buat_cadangan(siapkan_bahan(kantor, tmp_path / "data"), stik, Kemajuan())[0]


def kunci(stik):
    """The key of the register that is beside the stick."""
    return load_kunci(stik.parent / "data" / "kunci.json", pelindung_komputer()).kunci


def temuan(stik):
    return periksa_cadangan(stik, kunci(stik), Kemajuan()).temuan


def test_a_whole_backup_is_whole_and_needs_nothing_of_the_computer(kantor, cadangan, stik):
    rahasia = kunci(stik)
    kantor.store.close()
    for path in (stik.parent / "data").rglob("*"):
        if path.is_file():
            path.unlink()
    laporan = []
    hasil = periksa_cadangan(stik, rahasia, Kemajuan(lambda *x: laporan.append(x)))
    assert hasil.cadangan == cadangan
    assert hasil.jumlah == JumlahRegister(permohonan=1, peristiwa=3, pindaian=2)
    assert (hasil.temuan, hasil.rusak) == ((), frozenset())
    assert laporan == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert periksa_cadangan(cadangan.folder, rahasia, Kemajuan()) == hasil


def test_a_check_writes_nothing_and_sweeps_only_what_broke_off(cadangan, stik):
    sebelum = {p: p.stat().st_mtime_ns for p in stik.rglob("*") if p.is_file()}
    sisa = cadangan.folder / "lampiran" / "x.part"
    sisa.write_bytes(b"x")
    temuan(stik)
    assert {p: p.stat().st_mtime_ns for p in stik.rglob("*") if p.is_file()} == sebelum


def test_what_forbids_a_restore_is_told_apart_from_scans_that_are_missed(cadangan, stik, sidik):
    tempat(cadangan.folder, sidik[0]).unlink()
    hasil = periksa_cadangan(stik, kunci(stik), Kemajuan())
    assert (hasil.berat, len(hasil.pindaian)) == ((), 1)
    cadangan.kunci.unlink()
    hasil = periksa_cadangan(stik, kunci(stik), Kemajuan())
    assert (len(hasil.berat), len(hasil.pindaian)) == (1, 1)
    assert hasil.temuan == hasil.berat + hasil.pindaian
    asing = periksa_cadangan(stik, "5a" * 32, Kemajuan())
    assert (len(asing.berat), asing.pindaian) == (1, ())
    cadangan.daftar.write_bytes(b"{")
    hasil = periksa_cadangan(stik, kunci(stik), Kemajuan())
    assert (len(hasil.berat), hasil.pindaian) == (1, ())


def test_the_newest_is_read_unless_another_is_asked_for(kantor, cadangan, stik, tmp_path):
    bahan = siapkan_bahan(kantor, tmp_path / "data", SENIN_PAGI + dt.timedelta(days=1))
    baru, _ = buat_cadangan(bahan, stik, Kemajuan())
    balik_bit(cadangan.register, 9000)
    assert periksa_cadangan(stik, kunci(stik), Kemajuan()).cadangan == baru
    assert temuan(stik) == ()
    assert (
        "dalam cadangan rusak"
        in periksa_cadangan(stik, kunci(stik), Kemajuan(), cadangan).temuan[0]
    )


def test_any_flipped_bit_of_the_register_is_found(cadangan, stik):
    for tempat_byte in range(0, cadangan.register.stat().st_size, 4999):
        balik_bit(cadangan.register, tempat_byte)
        (kalimat,) = temuan(stik)
        assert cadangan.register.name in kalimat
        balik_bit(cadangan.register, tempat_byte)
    assert temuan(stik) == ()


@pytest.mark.parametrize("bagian", [0, 100, 4096, 5 * 4096, -4096, -1])
def test_a_register_cut_short_is_found(cadangan, stik, bagian):
    isi = cadangan.register.read_bytes()
    cadangan.register.write_bytes(isi[:bagian])
    (kalimat,) = temuan(stik)
    assert cadangan.register.name in kalimat
    assert kalimat.endswith("Buat cadangan baru.")


def test_a_register_that_is_gone_or_unreadable_is_told_apart(cadangan, stik):
    cadangan.register.unlink()
    assert "hilang dari cadangan" in temuan(stik)[0]
    cadangan.register.mkdir()
    assert "tidak dapat dibaca" in temuan(stik)[0]


@pytest.mark.parametrize("rusak", ["hilang", "bukan kunci", "kunci lain"])
def test_a_backup_without_its_key_is_worth_nothing(cadangan, stik, rusak):
    if rusak == "hilang":
        cadangan.kunci.unlink()
    elif rusak == "bukan kunci":
        cadangan.kunci.write_text("{}", encoding="utf-8")
    else:
        isi = {"kunci": "5a" * 32, "sudah_dibuat": True}
        cadangan.kunci.write_text(json.dumps(isi), encoding="utf-8")
    (kalimat,) = temuan(stik)
    assert kalimat == (
        f"Berkas kunci {cadangan.kunci.name} hilang atau rusak, sehingga cadangan ini tidak dapat "
        "dibuka di komputer lain. Buat cadangan baru."
    )


def test_any_flipped_bit_of_the_key_file_is_found_or_harmless(cadangan, stik):
    for nomor, byte in enumerate(cadangan.kunci.read_bytes()):
        balik_bit(cadangan.kunci, nomor)
        if not chr(byte).isspace():
            assert cadangan.kunci.name in temuan(stik)[0], nomor
        balik_bit(cadangan.kunci, nomor)
    assert temuan(stik) == ()


def test_a_backup_of_another_register_is_told_as_such(cadangan, stik):
    hasil = periksa_cadangan(stik, "5a" * 32, Kemajuan())
    assert hasil.jumlah == JumlahRegister(permohonan=1, peristiwa=3, pindaian=2)
    (kalimat,) = hasil.temuan
    assert "milik register lain" in kalimat


def test_a_backup_sealed_by_another_computer_is_its_own_by_the_same_key(kantor, cadangan, stik):
    lain = kantor.store.kunci
    save_kunci(cadangan.kunci, lain, PelindungSesaat())
    with pytest.raises(KunciTerkunciError):
        load_kunci(cadangan.kunci, pelindung_komputer())
    assert temuan(stik) == ()
    bahan = siapkan_bahan(kantor, stik.parent / "data", SENIN_PAGI + dt.timedelta(days=1))
    buat_cadangan(bahan, stik, Kemajuan())
    assert len(list_cadangan(cadangan.folder)) == 2


def test_missing_and_damaged_scans_are_counted_and_named_for_the_next_backup(cadangan, stik, sidik):
    tempat(cadangan.folder, sidik[0]).unlink()
    balik_bit(tempat(cadangan.folder, sidik[1]))
    hasil = periksa_cadangan(stik, kunci(stik), Kemajuan())
    assert hasil.rusak == set(sidik)
    assert [kalimat.split(".")[0] for kalimat in hasil.temuan] == [
        "1 pindaian dalam cadangan hilang",
        "1 pindaian dalam cadangan rusak",
    ]
    assert "akan disalin ulang" in hasil.temuan[0]


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [("permohonan", 2), ("peristiwa", 2), ("skema", 1), ("pindaian", ())],
)
def test_a_list_that_does_not_fit_its_register_is_found(cadangan, stik, nama, nilai):
    isi = replace(cadangan.baca_daftar(), **{nama: nilai})
    cadangan.tulis_daftar(replace(isi, segel=cadangan_daftar._segel(isi, kunci(stik))))
    assert "tidak cocok dengan" in temuan(stik)[0]


def test_a_list_that_was_damaged_anywhere_is_found(cadangan, stik):
    utuh = cadangan.daftar.read_bytes()
    for nomor in range(len(utuh)):
        isi = bytearray(utuh)
        isi[nomor] ^= 1
        cadangan.daftar.write_bytes(isi)
        assert temuan(stik), (nomor, utuh[nomor : nomor + 20])


def test_a_list_without_a_seal_is_none_of_a_register_with_a_chain(cadangan, stik):
    isi = replace(
        cadangan.baca_daftar(), jenis="cadangan Sooko Desk 1", urut=0, rantai="", kantor=""
    )
    cadangan.tulis_daftar(replace(isi, segel=""))
    assert any("tidak cocok dengan" in kalimat for kalimat in temuan(stik))


def test_a_list_of_a_newer_program_or_cut_short_is_told(cadangan, stik):
    isi = json.loads(cadangan.daftar.read_text(encoding="utf-8"))
    for teks in (json.dumps(isi | {"jenis": "cadangan Sooko Desk 3"}), "", "{", "[]", "\ud800"):
        cadangan.daftar.write_bytes(teks.encode("utf-8", "surrogatepass"))
        hasil = periksa_cadangan(stik, kunci(stik), Kemajuan())
        assert "Daftar cadangan" in hasil.temuan[0]
        assert hasil.jumlah is None


def test_a_list_leads_to_no_file_outside_the_folder(cadangan, stik):
    isi = json.loads(cadangan.daftar.read_text(encoding="utf-8"))
    isi["pindaian"] = ["../../../" + "a" * 55]
    cadangan.daftar.write_text(json.dumps(isi), encoding="utf-8")
    assert "Daftar cadangan" in temuan(stik)[0]


def test_a_place_without_a_finished_backup_is_told(cadangan, stik, tmp_path):
    with pytest.raises(UserError, match="Tidak ada cadangan yang selesai"):
        temuan(tmp_path / "lain")
    cadangan.daftar.unlink()
    with pytest.raises(UserError, match="Tidak ada cadangan yang selesai"):
        temuan(stik)
    assert list_cadangan(cadangan.folder) == ()


def test_a_stick_that_fails_while_it_is_listed_is_told(cadangan, stik, monkeypatch):
    def gagal(_self):
        raise OSError(5, "gone")

    monkeypatch.setattr(Path, "iterdir", gagal)
    with pytest.raises(UserError, match=r"tidak dapat dibaca\. Pasang kembali"):
        temuan(stik)


@pytest.mark.parametrize("urutan", range(4))
def test_a_check_can_be_stopped(cadangan, stik, urutan):
    kemajuan = Kemajuan(lambda selesai, _: selesai == urutan and kemajuan.hentikan())
    if urutan == 3:
        assert periksa_cadangan(stik, kunci(stik), kemajuan).temuan == ()
        return
    with pytest.raises(DihentikanError):
        periksa_cadangan(stik, kunci(stik), kemajuan)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs an ordinary user's rights")
def test_a_write_protected_backup_can_be_read(cadangan, stik):
    cadangan.folder.chmod(0o500)
    assert temuan(stik) == ()
    cadangan.folder.chmod(0o700)
