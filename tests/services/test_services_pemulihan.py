"""Restoring with the services alone: nothing is lost unseen, no number is given twice."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from builders import PIN_KASI
from data.cadangan_uji import balik_bit
from services.pemulihan_uji import KODE, lupakan_komputer, pulihkan, tahan_isi
from sqlcipher3 import dbapi2

from sooko_desk.data.brankas import open_brankas
from sooko_desk.data.cadangan_berkas import sidik_berkas
from sooko_desk.data.kunci import KunciTerkunciError
from sooko_desk.data.pemulihan import galat_disebut
from sooko_desk.data.pemulihan_lihat import lihat_cadangan
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.catatan_kantor import sebut_isi
from sooko_desk.services.pemulihan import Keputusan
from sooko_desk.services.pemulihan_daftar import JURNAL, Pilihan


def test_stick_and_paper_bring_everything_back_to_an_empty_pc(kedua, tmp_path):
    kedua.terima(3, warna="red")
    kedua.catat_register()
    kedua.terima(2, layanan="KTP")
    kedua.cadangkan()
    semua = tahan_isi(kedua.kantor.store)
    sidik = sorted(kedua.kantor.store.lampiran.list_sidik())
    isi = open_brankas(kedua.data, kedua.kantor.store.kunci.kunci).get(sidik[0])
    kedua.tutup()
    lupakan_komputer()
    baru = tmp_path / "baru"
    service = kedua.service(baru)
    (pilihan,) = service.lihat(kedua.stik)
    hasil = pulihkan(service, pilihan, kode=KODE)
    assert hasil.jumlah.permohonan == 6
    store = Store(baru)
    assert tahan_isi(store) == semua
    assert open_brankas(baru, store.kunci.kunci).get(sidik[0]) == isi
    assert store.kunci.kertas is not None
    (kejadian,) = store.kejadian.list_kejadian([JenisKejadian.PEMULIHAN])
    assert kejadian.isi["permohonan"] == "6"
    assert store.rantai.jurnal.mundur is None
    assert store.rantai.periksa_lengkap().putus == ()
    store.close()


def test_the_trail_says_in_words_from_where_and_of_when(kedua):
    kedua.terima()
    kedua.cadangkan()
    kedua.tutup()
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    kasi = service.check_pin(
        service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan()), "736104"
    )
    pulihkan(service, pilihan, petugas=kasi)
    (kejadian,) = kedua.buka().store.kejadian.list_kejadian([JenisKejadian.PEMULIHAN])
    kata = sebut_isi(kejadian.isi)
    assert f"Sebutan: {kedua.stik}" in kata
    assert "Dibuat: 23/11/2026 09.06" in kata


def test_numbers_given_out_after_the_backup_are_used_up(kedua):
    kedua.terima(2)
    kedua.cadangkan()
    kedua.terima(3)
    kedua.catat_register()
    kedua.tutup()
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    kunci = service.buka_kunci(pilihan)
    beda = service.bandingkan(pilihan, kunci, Kemajuan())
    assert len(beda.list_hilang(susulkan=False)) == 4
    assert beda.list_hilang(susulkan=True) == ()
    assert beda.susulan > 0
    assert not beda.saran_susulan
    assert service.list_tanya(beda) == ()
    kasi = service.check_pin(beda, "736104")
    hasil = pulihkan(service, pilihan, petugas=kasi)
    assert hasil.nomor_batal == 5  # four receipts, one line of the register
    kantor = kedua.buka()
    permohonan = kantor.terima()
    assert permohonan.ringkasan.nomor_tanda_bukti.split("/")[1] == "TB-7", permohonan
    assert kantor.store.rantai.jurnal.mundur is None
    assert kantor.store.rantai.periksa_lengkap().putus == ()
    jadi = kantor.sampai(permohonan, "selesai")
    assert "/2/" in jadi.ringkasan.nomor_register


# -- the journal


def test_the_journal_brings_back_what_came_after_the_backup(kedua):
    kedua.terima(2)
    kedua.cadangkan()
    kedua.terima(3)
    semua = tahan_isi(kedua.kantor.store)
    kedua.tutup()
    (kedua.data / "register.db").write_bytes(b"x" * 5000)
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    assert beda.saran_susulan
    assert beda.count_catatan(susulkan=True) == 0
    assert beda.count_catatan(susulkan=False) == 3
    kasi = service.check_pin(beda, PIN_KASI)
    hasil = service.pulihkan(beda, Keputusan(susulkan=True, petugas=kasi), Kemajuan())
    assert hasil.baris == beda.susulan
    assert hasil.nomor_batal == 0
    assert tahan_isi(kedua.buka().store) == semua


def test_a_damaged_journal_brings_what_comes_before_the_damage(kedua):
    kedua.terima(1)
    kedua.cadangkan()
    kedua.terima(2)
    kedua.tutup()
    (kedua.data / "register.db").unlink()
    (log,) = (kedua.data / "jurnal").glob("*.log")
    isi = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(isi[:-1]) + b"rusak\n")
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    assert not beda.terjaga
    assert beda.susulan > 0
    assert {t.paling for t in service.list_tanya(beda) if t.buku.buku == "tanda_bukti"} == {3, 0}


# -- what no officer sees happen


def test_a_full_disk_under_the_database_is_told_as_such(kedua):
    with pytest.raises(UserError, match="Cakram komputer penuh"), galat_disebut(kedua.data):
        raise dbapi2.OperationalError("database or disk is full")


def test_a_copy_whose_pages_do_not_prove_themselves_is_given_up(kedua):
    kedua.terima(1)
    cadangan = kedua.cadangkan()
    kedua.tutup()
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    balik_bit(cadangan.register, cadangan.register.stat().st_size - 2000)
    daftar = replace(pilihan.daftar, sidik_register=sidik_berkas(cadangan.register))
    beda = replace(beda, pilihan=replace(pilihan, daftar=daftar))
    with pytest.raises(UserError, match="rusak, sehingga tidak dipulihkan"):
        service.pulihkan(beda, Keputusan(petugas=service.check_pin(beda, PIN_KASI)), Kemajuan())
    with pytest.raises(UserError, match="tidak dapat dibaca"):
        lihat_cadangan(kedua.folder / "tidak-ada.db", "00" * 32)


def test_the_journal_comes_back_by_the_code_and_tells_which_scans_are_lost(kedua):
    kedua.terima(1, warna="red")
    kedua.tutup()
    lupakan_komputer()
    shutil.rmtree(kedua.data / "lampiran")
    (kedua.data / "register.db").unlink()
    service = kedua.service()
    jurnal = Pilihan(JURNAL)
    with pytest.raises(KunciTerkunciError):
        service.buka_kunci(jurnal)
    beda = service.bandingkan(jurnal, service.buka_kunci_dengan_kode(jurnal, KODE), Kemajuan())
    hasil = service.pulihkan(beda, Keputusan(), Kemajuan())
    assert (hasil.jumlah.permohonan, hasil.tidak_pulih) == (1, 1)
    (kedua.data / "kunci.json").unlink()
    with pytest.raises(UserError, match="kunci register lain"):
        service.buka_kunci_dengan_kode(jurnal, KODE)


def test_scans_of_vanished_cases_go_along_with_the_old_register(kedua):
    kedua.terima(1, warna="red")
    kedua.cadangkan()
    kedua.terima(1, warna="blue")
    kasi = kedua.kantor.kasi
    kedua.tutup()
    shutil.rmtree(kedua.data / "jurnal")
    (pilihan,) = kedua.service().lihat(kedua.stik)
    hasil = pulihkan(kedua.service(), pilihan, petugas=kasi)
    assert len(list(hasil.disimpan.rglob("*.bin"))) == 1
    store = Store(kedua.data)
    assert open_brankas(kedua.data, store.kunci.kunci).list_sidik() == store.lampiran.list_sidik()
    store.close()
