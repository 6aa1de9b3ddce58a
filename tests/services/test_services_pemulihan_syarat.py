"""What may be restored, by whom, and what stops it before anything is changed."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest
from builders import NAMA_KASI, PIN_KASI
from data.cadangan_uji import balik_bit
from services.pemulihan_uji import Kantor2, pulihkan, tahan_isi

from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.pemulihan import Keputusan


def test_neither_pin_nor_code_means_no_restore(kedua):
    kedua.terima(1)
    kedua.cadangkan()
    operator = kedua.kantor.operator
    kedua.tutup()
    (pilihan,) = kedua.service().lihat(kedua.stik)
    with pytest.raises(RuleError, match="PIN Kasi atau kode"):
        pulihkan(kedua.service(), pilihan)
    with pytest.raises(RuleError, match="Hanya Kasi"):
        pulihkan(kedua.service(), pilihan, petugas=operator)


def test_wrong_pins_make_wait_longer_and_longer(kedua):
    kedua.cadangkan()
    kedua.tutup()
    detik = [0.0]
    service = kedua.service(detik=lambda: detik[0])
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    for _ in range(3):
        with pytest.raises(UserError, match="PIN salah"):
            service.check_pin(beda, "000000")
    with pytest.raises(UserError, match="Tunggu 1 detik"):
        service.check_pin(beda, PIN_KASI)
    detik[0] += 1.5
    assert service.check_pin(beda, PIN_KASI).nama == NAMA_KASI


def test_a_register_that_another_copy_holds_is_not_touched(kedua):
    kedua.terima(1)
    kedua.cadangkan()
    service = kedua.service()
    service.kosong = False
    (pilihan,) = service.lihat(kedua.stik)
    with pytest.raises(UserError, match="sedang dibuka"):
        service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())


def test_a_damaged_backup_is_not_restored(kedua):
    kedua.terima(1)
    cadangan = kedua.cadangkan()
    kedua.tutup()
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    kunci = service.buka_kunci(pilihan)
    beda = service.bandingkan(pilihan, kunci, Kemajuan())
    kasi = service.check_pin(beda, PIN_KASI)
    balik_bit(cadangan.register, 9000)
    with pytest.raises(UserError, match="tidak dipulihkan"):
        service.bandingkan(pilihan, kunci, Kemajuan())
    with pytest.raises(UserError, match="rusak, sehingga tidak dipulihkan"):
        service.pulihkan(beda, Keputusan(petugas=kasi), Kemajuan())
    cadangan.register.unlink()
    with pytest.raises(UserError, match="Periksa ruang cakram"):
        service.pulihkan(beda, Keputusan(petugas=kasi), Kemajuan())
    assert len(tahan_isi(kedua.buka().store)) == 1


def test_a_backup_without_a_kasi_is_refused(kedua, tmp_path):
    kosong = Kantor2(tmp_path / "dua")
    kosong.kantor.store._db.execute_sql("UPDATE petugas SET aktif = 0 WHERE peran = 'kasi'")
    kosong.cadangkan()
    kosong.tutup()
    service = kosong.service(tmp_path / "tiga")
    (pilihan,) = service.lihat(kosong.stik)
    with pytest.raises(UserError, match="belum memuat Kasi"):
        service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())


def test_scans_that_are_damaged_on_the_stick_are_told_and_the_rest_comes(kedua, tmp_path):
    kedua.terima(1, warna="red")
    kedua.terima(1, warna="blue")
    kedua.terima(1, warna="green")
    kedua.cadangkan()
    kedua.tutup()
    satu, dua, _ = sorted((kedua.stik / "SookoDesk-Cadangan" / "lampiran").rglob("*.bin"))
    balik_bit(satu, 60)
    dua.unlink()
    service = kedua.service(tmp_path / "baru")
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    assert beda.pindaian_rusak == 2
    kasi = service.check_pin(beda, PIN_KASI)
    hasil = service.pulihkan(beda, Keputusan(petugas=kasi), Kemajuan())
    assert (hasil.tidak_pulih, hasil.jumlah.pindaian) == (2, 3)


def test_a_stick_pulled_out_while_scans_are_copied_changes_nothing(kedua, tmp_path):
    kedua.terima(1, warna="red")
    kedua.cadangkan()
    kedua.tutup()
    shutil.rmtree(kedua.data / "lampiran")
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    kasi = service.check_pin(beda, PIN_KASI)
    cabut = Kemajuan(lambda *_: shutil.rmtree(kedua.stik))
    with pytest.raises(UserError, match="pasang kembali flashdisk"):
        service.pulihkan(beda, Keputusan(petugas=kasi), cabut)
    assert len(tahan_isi(kedua.buka().store)) == 1


def test_too_little_room_is_told_before_anything_is_copied(kedua, monkeypatch):
    kedua.terima(1, warna="red")
    kedua.cadangkan()
    kedua.tutup()
    shutil.rmtree(kedua.data / "lampiran")
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    kasi = service.check_pin(beda, PIN_KASI)
    bebas = SimpleNamespace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: bebas)
    with pytest.raises(UserError, match="Ruang cakram komputer tidak cukup"):
        service.pulihkan(beda, Keputusan(petugas=kasi), Kemajuan())


def test_a_chain_that_was_broken_before_the_backup_is_told(kedua):
    kedua.terima(2)
    kedua.kantor.store._db.execute_sql("UPDATE permohonan SET alamat = 'lain' WHERE id = 1")
    kedua.cadangkan()
    kedua.tutup()
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    assert service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan()).putus == 1
