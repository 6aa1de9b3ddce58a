"""Backups that nobody has to think of: when one is due, older ones, how things stand."""

from __future__ import annotations

import datetime as dt
import errno
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from builders import SENIN_PAGI, make_meja
from services.cadangan_stik_uji import SEHARI, cadangkan, cari, pasang, tandai

from sooko_desk.data import cadangan as modul_cadangan
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.data.cadangan_penanda import NAMA_PENANDA, baca_penanda
from sooko_desk.data.jurnal import Mundur
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan
from sooko_desk.services.cadangan import MASIH_JALAN, kenali_tempat
from sooko_desk.services.cadangan_otomatis import JURNAL_RUSAK, HasilBersama, Tingkat
from sooko_desk.services.cadangan_riwayat import Hasil, Sebab
from sooko_desk.services.cadangan_tempat import Temuan, Volume


@pytest.fixture
def jaga(kantor):
    return kantor.meja.jaga


@pytest.fixture
def stik(tmp_path, kantor):
    """A stick that is plugged in, without a mark."""
    return pasang(tmp_path, kantor, "kingston")


# When --------------------------------------------------------------------------------------------


def test_one_is_due_at_first_and_then_after_so_many_entries(kantor, jaga, stik):
    jaga.tempat.set_tiap("5", kantor.kasi)
    tempat = tandai(kantor, stik)
    assert jaga.otomatis.list_tiba(cari(kantor)) == (tempat,)
    cadangkan(kantor)
    for _ in range(4):
        kantor.terima()
        assert jaga.otomatis.list_tiba(cari(kantor)) == ()
    kantor.terima()
    assert jaga.otomatis.list_tiba(cari(kantor)) == (tempat,)


def test_a_place_that_refused_is_left_alone_until_as_many_more_came(kantor, jaga, stik):
    jaga.tempat.set_tiap("5", kantor.kasi)
    tempat = tandai(kantor, stik)
    kantor.terima()
    gagal = HasilBersama((), ((tempat, "Flashdisk penuh."),))
    jaga.otomatis.catat(gagal, None, Sebab.OTOMATIS)
    catatan = jaga.riwayat.list_terbaru()[0]
    assert (catatan.petugas, catatan.isi.kalimat) == ("", "Flashdisk penuh.")
    assert (catatan.isi.hasil, catatan.selesai) == (Hasil.GAGAL, False)
    for _ in range(5):
        assert jaga.otomatis.list_tiba(cari(kantor)) == ()
        kantor.terima()
    assert jaga.otomatis.list_tiba(cari(kantor)) == (tempat,)
    cadangkan(kantor)
    assert jaga.otomatis.list_tiba(cari(kantor)) == ()


def test_nothing_is_needed_when_nothing_changed_and_the_backup_is_still_there(kantor, jaga, stik):
    tempat = tandai(kantor, stik)
    kantor.terima()
    assert jaga.otomatis.list_perlu(cari(kantor)) == (tempat,)
    hasil = cadangkan(kantor)
    assert jaga.otomatis.list_perlu(cari(kantor)) == ()
    kantor.terima()
    assert jaga.otomatis.list_perlu(cari(kantor)) == (tempat,)
    hasil = cadangkan(kantor)
    hasil.berhasil[0].cadangan.daftar.unlink()
    assert jaga.otomatis.list_perlu(cari(kantor)) == (tempat,)


def test_only_one_backup_is_made_at_a_time(kantor, jaga, stik, tmp_path):
    tempat = tandai(kantor, stik)
    tugas = jaga.otomatis.siapkan((tempat,), Kemajuan())
    assert jaga.cadangan.sibuk
    with pytest.raises(RuleError, match="Cadangan yang lain sedang dibuat"):
        jaga.cadangan.siapkan(stik.akar, Kemajuan())
    assert MASIH_JALAN.startswith("Cadangan yang lain")
    tugas.jalankan()
    assert not jaga.cadangan.sibuk
    kantor.store._db.close()
    (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
    for _ in range(2):  # what failed holds up nobody
        [(_, kalimat)] = jaga.otomatis.siapkan((tempat,), Kemajuan()).jalankan().gagal
        assert "tidak cocok dengan kuncinya" in kalimat
        assert not jaga.cadangan.sibuk


def test_a_register_that_cannot_be_copied_is_told_for_every_place(kantor, jaga, stik, tmp_path):
    dua = (tandai(kantor, stik), tandai(kantor, pasang(tmp_path, kantor, "sandisk")))
    tugas = jaga.otomatis.siapkan(dua, Kemajuan())
    (tmp_path / "data" / "potret-cadangan.part").mkdir()
    hasil = tugas.jalankan()
    assert hasil.berhasil == ()
    assert [tempat for tempat, _ in hasil.gagal] == [*dua]
    [kalimat] = {kalimat for _, kalimat in hasil.gagal}
    assert kalimat.startswith("Register tidak dapat disalin di cakram komputer ini.")
    assert not jaga.cadangan.sibuk


def test_one_place_that_fails_leaves_the_others_be(kantor, jaga, stik, tmp_path):
    satu = tandai(kantor, stik)
    dua = tandai(kantor, pasang(tmp_path, kantor, "sandisk"))
    shutil.rmtree(stik.akar)
    hasil = cadangkan(kantor, (satu, dua))
    assert [h.tempat for h in hasil.berhasil] == [dua]
    assert hasil.berhasil[0].folder == dua.folder
    assert [(t, "tidak ada" in k) for t, k in hasil.gagal] == [(satu, True)]
    assert not (tmp_path / "data" / "salinan-cadangan.part").exists()


def test_stopping_keeps_what_is_finished(kantor, jaga, stik, tmp_path):
    satu = tandai(kantor, stik)
    dua = tandai(kantor, pasang(tmp_path, kantor, "sandisk"))
    kemajuan = Kemajuan(lambda selesai, semua: selesai == semua and kemajuan.hentikan())
    hasil = jaga.otomatis.siapkan((satu, dua), kemajuan).jalankan()
    assert hasil.dihentikan
    assert [h.tempat for h in hasil.berhasil] == [satu]
    assert [p.name for p in (dua.folder / NAMA_FOLDER).iterdir()] == [NAMA_PENANDA]


def test_each_backup_thins_the_older_ones_and_a_damaged_register_none(
    kantor, jaga, stik, monkeypatch
):
    tandai(kantor, stik)
    for _ in range(6):
        kantor.terima()
        hasil = cadangkan(kantor)
    assert hasil.berhasil[0].dibuang == 1
    folder = stik.akar / NAMA_FOLDER
    assert [c.nomor for c in list_cadangan(folder)] == [6, 5, 4]
    kantor.store._db.execute_sql("PRAGMA foreign_keys = 0")
    kantor.store._db.execute_sql("INSERT INTO isian (permohonan_id, kunci, nilai) VALUES (99,1,2)")
    kantor.clock.maju(SEHARI * 90)
    hasil = cadangkan(kantor)
    assert "register yang rusak tidak dicadangkan" in hasil.gagal[0][1]
    assert [c.nomor for c in list_cadangan(folder)] == [6, 5, 4]


# Older backups -----------------------------------------------------------------------------------


def periksa(kantor, tempat):
    otomatis = kantor.meja.jaga.otomatis
    lama = otomatis.siapkan_periksa(tempat, Kemajuan())()
    return lama, otomatis.catat_periksa(lama, kantor.operator)


def test_each_look_reads_the_one_not_looked_at_for_longest(kantor, stik):
    tempat = tandai(kantor, stik)
    assert periksa(kantor, tempat)[1] == ""
    cadangkan(kantor)
    assert periksa(kantor, tempat)[0].hasil.cadangan.nomor == 1
    for _ in range(3):
        kantor.clock.maju(SEHARI)
        kantor.terima()
        cadangkan(kantor)
    nomor = [periksa(kantor, tempat)[0].hasil.cadangan.nomor for _ in range(6)]
    assert nomor == [2, 3, 1, 2, 3, 1]


def test_an_old_backup_that_broke_is_told_and_stands_for_no_day(kantor, jaga, stik):
    tempat = tandai(kantor, stik)
    for _ in range(4):
        kantor.clock.maju(SEHARI)
        kantor.terima()
        cadangkan(kantor)
    folder = stik.akar / NAMA_FOLDER
    rusak = list_cadangan(folder)[-1]
    isi = bytearray(rusak.register.read_bytes())
    isi[5000] ^= 1
    rusak.register.write_bytes(isi)
    kalimat = periksa(kantor, tempat)[1]
    assert "Flashdisk 1 tidak dapat dipercaya lagi" in kalimat
    assert rusak.nama in kalimat
    assert jaga.riwayat.list_terbaru()[0].isi.hasil is Hasil.RUSAK
    kantor.terima()
    assert cadangkan(kantor).berhasil[0].dibuang == 1
    assert rusak not in list_cadangan(folder)


def test_a_stick_that_cannot_be_listed_is_told(kantor, jaga, stik, monkeypatch):
    tempat = tandai(kantor, stik)

    def gagal(_self):
        raise OSError(errno.EIO, "gone")

    kerja = jaga.otomatis.siapkan_periksa(tempat, Kemajuan())
    monkeypatch.setattr(Path, "iterdir", gagal)
    with pytest.raises(UserError, match="Flashdisk 1 tidak dapat dibaca"):
        kerja()


def test_reading_an_old_backup_can_be_stopped(kantor, jaga, stik):
    tempat = tandai(kantor, stik)
    cadangkan(kantor)
    kemajuan = Kemajuan()
    kerja = jaga.otomatis.siapkan_periksa(tempat, kemajuan)
    kemajuan.hentikan()
    with pytest.raises(DihentikanError):
        kerja()


def test_a_stick_that_drops_what_was_written_long_ago_is_found(kantor, stik):
    """Fake capacity: new blocks are written over old ones."""
    tempat = tandai(kantor, stik)
    kantor.terima()
    lama = cadangkan(kantor).berhasil[0].cadangan
    kantor.clock.maju(SEHARI)
    kantor.terima()
    cadangkan(kantor)
    lama.register.write_bytes(b"\0" * lama.register.stat().st_size)
    assert "tidak dapat dipercaya lagi" in periksa(kantor, tempat)[1]


# How things stand --------------------------------------------------------------------------------


def keadaan(kantor, temuan=None):
    return kantor.meja.jaga.otomatis.keadaan(temuan or Temuan())


def test_the_light_goes_from_green_to_red_as_days_go_by(kantor, stik):
    tandai(kantor, stik)
    assert keadaan(kantor).tingkat is Tingkat.MERAH
    assert keadaan(kantor).kata == "Belum ada cadangan"
    cadangkan(kantor)
    kantor.clock.maju(SEHARI * 30)
    assert (keadaan(kantor).tingkat, keadaan(kantor).kata) == (Tingkat.HIJAU, "Cadangan lengkap")
    kantor.clock.atur(SENIN_PAGI)
    assert keadaan(kantor).kata == "Cadangan hari ini"
    kantor.terima()
    harus = [
        ("hijau", "Cadangan hari ini"),
        ("hijau", "Cadangan kemarin"),
        ("kuning", "Cadangan 2 hari lalu"),
        ("kuning", "Cadangan 3 hari lalu"),
        ("merah", "Cadangan 4 hari lalu"),
    ]
    for tingkat, kata in harus:
        kini = keadaan(kantor)
        assert (kini.tingkat.value, kini.kata) == (tingkat, kata)
        assert bool(kini.kalimat) == (tingkat != "hijau")
        kantor.clock.maju(SEHARI)
    assert "(23/11/2026 09.05). Pasang flashdisk kantor" in keadaan(kantor).kalimat[0]


def test_a_clock_behind_the_last_backup_is_told(kantor, stik):
    tandai(kantor, stik)
    cadangkan(kantor)
    kantor.terima()
    kantor.clock.atur(SENIN_PAGI - dt.timedelta(days=2))
    kini = keadaan(kantor)
    assert (kini.tingkat, kini.kata) == (Tingkat.KUNING, "Periksa jam")


def test_a_backup_on_the_registers_own_disk_is_none(kantor, jaga, tmp_path):
    folder = tmp_path / "sendiri"
    folder.mkdir()
    hasil = jaga.cadangan.buat(folder, kantor.operator)
    assert keadaan(kantor).tingkat is (Tingkat.MERAH if hasil.cakram_sama else Tingkat.HIJAU)


def test_a_journal_that_lags_behind_is_red(kantor, stik):
    tandai(kantor, stik)
    cadangkan(kantor)
    kantor.store.rantai.jurnal.tertinggal = True
    kini = keadaan(kantor)
    assert (kini.tingkat, kini.kata, kini.gawat) == (Tingkat.MERAH, "Jurnal tertinggal", "")
    assert "Catatan kedua (jurnal) tertinggal" in kini.kalimat[0]


def test_a_register_that_left_its_journal_is_red_and_told_how_to_mend_it(kantor, stik):
    tandai(kantor, stik)
    cadangkan(kantor)
    jurnal = kantor.store.rantai.jurnal
    jurnal.tertinggal, jurnal.mundur = True, Mundur(3, 5, bercabang=True)
    kini = keadaan(kantor)
    assert (kini.tingkat, kini.kata) == (Tingkat.MERAH, "Jurnal tertinggal")
    assert "Register tidak sama dengan catatan keduanya" in kini.kalimat[0]


def test_a_journal_that_began_anew_is_always_told_and_yields_to_what_is_graver(kantor, stik):
    tandai(kantor, stik)
    jurnal = kantor.store.rantai.jurnal
    jurnal.rusak = True
    kini = keadaan(kantor)
    assert (kini.tingkat, kini.kata) == (Tingkat.MERAH, "Belum ada cadangan")
    assert kini.kalimat[1:] == (JURNAL_RUSAK,)
    jurnal.tertinggal = True
    kini = keadaan(kantor)
    assert (kini.tingkat, kini.kata) == (Tingkat.MERAH, "Jurnal tertinggal")
    assert "Catatan kedua (jurnal) tertinggal" in kini.kalimat[1]
    assert kini.kalimat[2:] == (JURNAL_RUSAK,)
    jurnal.tertinggal = False
    cadangkan(kantor)
    kini = keadaan(kantor)
    assert (kini.tingkat, kini.kata, kini.kalimat) == (
        Tingkat.KUNING,
        "Jurnal rusak",
        (JURNAL_RUSAK,),
    )


def test_a_register_that_was_changed_beside_the_program_comes_before_all_else(kantor, jaga, stik):
    tandai(kantor, stik)
    kantor.terima()
    cadangkan(kantor)
    kantor.store._db.execute_sql("DROP TRIGGER peristiwa_tanpa_ubah")
    kantor.store._db.execute_sql("UPDATE peristiwa SET alasan = 'palsu'")
    [kalimat] = jaga.rantai.periksa_awal()
    kini = keadaan(kantor)
    assert (kini.tingkat, kini.kata, kini.gawat) == (Tingkat.MERAH, "Periksa register", kalimat)
    assert kini.kalimat[0] == kalimat


def test_each_finished_backup_is_remembered_outside_the_data_folder(kantor, stik):
    tandai(kantor, stik)
    kantor.terima()
    cadangkan(kantor)
    assert kantor.store.rantai.penanda().urut == kantor.store.rantai.kepala().urut


def test_little_room_is_told_before_it_is_none(kantor, stik, monkeypatch):
    tandai(kantor, stik)
    cadangkan(kantor)
    kantor.volume[:] = [Volume(stik.akar, "", 400_000_000)]
    temuan = cari(kantor)
    kini = keadaan(kantor, temuan)
    assert (kini.tingkat, kini.kata) == (Tingkat.KUNING, "Ruang cakram sempit")
    assert kini.kalimat[0].startswith("Flashdisk 1 hampir penuh: tersisa 400 MB.")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    kantor.terima()
    kantor.clock.maju(SEHARI * 3)
    kini = keadaan(kantor, temuan)
    assert kini.kata == "Cadangan 3 hari lalu"
    assert "Cakram komputer ini hampir penuh: tersisa 1 MB" in kini.kalimat[1]


# The trail ---------------------------------------------------------------------------------------


def test_the_trail_is_the_same_after_the_program_was_closed(kantor, jaga, stik, tmp_path, clock):
    tandai(kantor, stik)
    kantor.terima()
    cadangkan(kantor, sebab=Sebab.TUTUP)
    sebelum = jaga.riwayat.list_terbaru()
    kantor.store.close()
    lagi = make_meja(tmp_path / "data", clock)
    assert lagi.meja.jaga.riwayat.list_terbaru() == sebelum
    isi = sebelum[0].isi
    assert (isi.sebab, isi.peristiwa, isi.di_luar) == (Sebab.TUTUP, 1, True)
    assert (isi.urut, len(isi.rantai)) == (isi.urut, 64)
    daftar = list_cadangan(stik.akar / NAMA_FOLDER)[0].baca_daftar()
    assert (daftar.urut, daftar.rantai) == (isi.urut, isi.rantai)
    assert daftar.kantor == lagi.store.kunci.kantor == baca_penanda(stik.akar).kantor
    lagi.store.close()


def test_a_note_of_an_earlier_program_is_still_read(kantor, jaga, stik):
    isi = (
        '{"folder": "/mnt/lama", "jumlah": '
        '{"permohonan": 3, "peristiwa": 9, "pindaian": 1}, "tidak_ikut": 2}'
    )
    kantor.store.pengaturan.simpan("cadangan", isi, kantor.kasi, kantor.clock.now())
    lama = jaga.cadangan.terakhir
    assert (lama.folder, lama.jumlah.peristiwa, lama.tidak_ikut) == (Path("/mnt/lama"), 9, 2)
    assert (lama.petugas, lama.waktu) == (kantor.kasi.nama, SENIN_PAGI)


def test_a_backup_that_was_refused_by_the_disk_is_in_the_trail(kantor, jaga, stik, monkeypatch):
    tandai(kantor, stik)

    def penuh(_path, _isi):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(modul_cadangan, "tulis", penuh)
    cadangkan(kantor)
    catatan = jaga.riwayat.list_terbaru()[0]
    assert "penuh. Kosongkan ruang" in catatan.isi.kalimat
    assert catatan.jumlah.permohonan == 0
    assert kenali_tempat(stik.akar).kode == catatan.isi.tempat.kode
