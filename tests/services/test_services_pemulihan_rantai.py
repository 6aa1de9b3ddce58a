"""After a restore the chain goes on: what was taken away is no break, anything else still is."""

from __future__ import annotations

import pytest
from services.pemulihan_uji import KODE, Kantor2, pulihkan

from sooko_desk.data import pemulihan_tukar
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import Kemajuan


@pytest.fixture
def kedua(tmp_path):
    kantor = Kantor2(tmp_path)
    yield kantor
    kantor.tutup()


def periksa(kedua):
    """What Ctrl+I finds with the stick plugged in."""
    tugas = kedua.kantor.meja.jaga.pemeriksaan.siapkan(Kemajuan(), [kedua.stik])
    return tugas.selesaikan(tugas.jalankan()).temuan


def pulihkan_lama(kedua):
    """Two backups, and a restore of the older one."""
    kedua.terima(2)
    kedua.cadangkan()
    kedua.terima(3)
    kedua.cadangkan()
    kedua.tutup()
    service = kedua.service()
    _, lama = service.lihat(kedua.stik)
    pulihkan(service, lama, kode=KODE)
    return lama.daftar


def catatan(kedua):
    (kejadian,) = kedua.kantor.store.kejadian.list_kejadian([JenisKejadian.PEMULIHAN])
    return int(kejadian.isi["urut"])


def test_backups_that_a_restore_took_away_are_no_breaks(kedua):
    daftar = pulihkan_lama(kedua)
    kedua.buka()
    assert catatan(kedua) == daftar.urut
    assert kedua.kantor.store.rantai.periksa_awal().putus == ()
    assert periksa(kedua) == ()
    kedua.terima()
    kedua.cadangkan()
    assert periksa(kedua) == ()


def test_a_backup_that_tells_of_another_chain_is_one(kedua):
    pulihkan_lama(kedua)
    kedua.buka()
    folder = kedua.stik / NAMA_FOLDER
    kedua.terima()
    baru = kedua.cadangkan()
    lama = list_cadangan(folder)[-1]
    for cadangan in (baru, lama):
        isi = cadangan.daftar.read_bytes()
        sidik = cadangan.baca_daftar().rantai.encode()
        cadangan.daftar.write_bytes(isi.replace(sidik, b"e" * 64))
    sebelum = periksa(kedua)
    assert len(sebelum) == 2
    assert all("berbeda dari yang pernah dicatat di luar register" in k for k in sebelum)
    baru.daftar.write_bytes(b"{")
    assert len(periksa(kedua)) == 1


def test_of_another_office_or_a_place_that_is_gone_nothing_is_compared(kedua):
    kedua.terima()
    cadangan = kedua.cadangkan()
    isi = cadangan.daftar.read_text()
    daftar = cadangan.baca_daftar()
    asing = isi.replace(daftar.kantor, "f" * 32).replace(daftar.rantai, "e" * 64)
    cadangan.daftar.write_text(asing)
    assert periksa(kedua) == ()
    (kedua.stik / NAMA_FOLDER).rename(kedua.folder / "lain")
    assert periksa(kedua) == ()


def test_a_restore_that_this_computer_could_not_remember_is_no_break(kedua, monkeypatch):
    def gagal(*_):
        raise OSError(28, "full")

    with monkeypatch.context() as sementara:
        sementara.setattr(pemulihan_tukar, "tulis_penanda", gagal)
        pulihkan_lama(kedua)
    kedua.buka()
    rantai = kedua.kantor.store.rantai
    assert rantai.penanda() is None
    assert rantai.periksa_awal().putus == ()
    kedua.tutup()
    kedua.buka()
    assert kedua.kantor.store.rantai.penanda() is not None


def test_out_of_the_journal_the_chain_goes_on_from_its_last_line(kedua):
    kedua.terima(2)
    akhir = kedua.kantor.store.rantai.kepala().urut
    kedua.tutup()
    (kedua.data / "register.db").unlink()
    service = kedua.service()
    (jurnal,) = service.cari()
    pulihkan(service, jurnal, kode=KODE)
    kedua.buka()
    assert catatan(kedua) == akhir
    assert periksa(kedua) == ()
