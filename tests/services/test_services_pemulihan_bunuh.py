"""A restore that is cut off or refused at any moment: the old register opens, or the new one."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from builders import PIN_KASI
from services.pemulihan_uji import Kantor2

from sooko_desk.data.brankas import Keadaan, open_brankas
from sooko_desk.data.konsep import KonsepStore
from sooko_desk.data.pemulihan_tukar import NAMA_KEADAAN, NAMA_SIAP, lanjutkan, mulai
from sooko_desk.data.rantai_periksa import periksa_lengkap
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan
from sooko_desk.services.pemulihan import Keputusan

PINTU = (
    (os, "fsync"),
    (os, "replace"),
    (Path, "replace"),
    (Path, "mkdir"),
    (Path, "unlink"),
    (shutil, "rmtree"),
)
"""Where a restore changes the disk for good."""


@pytest.fixture
def kedua(tmp_path):
    kantor = Kantor2(tmp_path)
    kantor.terima(2, warna="red")
    kantor.cadangkan()
    kantor.terima(1, warna="blue")
    kantor.catat_register()
    konsep = KonsepStore(kantor.data, kantor.kantor.store.kunci.kunci)
    konsep.close()
    merah = kantor.kantor.meja.lampiran.brankas.list_sidik() & {
        satu.stem for satu in (kantor.stik / "SookoDesk-Cadangan" / "lampiran").rglob("*.bin")
    }
    for sidik in merah:  # so that a scan is copied, and another one goes along with the old
        (kantor.data / "lampiran" / sidik[:2] / f"{sidik}.bin").unlink()
    kantor.tutup()
    return kantor


def jalankan(kedua, data=None):
    service = kedua.service(data)
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    kasi = service.check_pin(beda, PIN_KASI)
    return service.pulihkan(beda, Keputusan(petugas=kasi), Kemajuan())


def baca(data):
    """The register as the next start finds it: its cases, and the next receipt number."""
    lanjutkan(data)
    store = Store(data)
    try:
        assert store.terbuka.periksa() == ()
        assert store.rantai.jurnal.mundur is None
        assert periksa_lengkap(store._db.connection()).putus == ()
        assert not (data / NAMA_SIAP).exists()
        assert not (data / NAMA_KEADAAN).exists()
        brankas = open_brankas(data, store.kunci.kunci)
        rusak = [s for s in store.lampiran.list_sidik() if brankas.periksa(s) is not Keadaan.UTUH]
        banyak = store.terbuka.baca_isi().jumlah.permohonan
        assert len(rusak) <= (banyak == 4)  # one was lost before, and may be back already
        return banyak, store.nomor_buku.urut_berikut("KK", "tanda_bukti", 2026)
    finally:
        store.close()


LAMA, BARU = (4, 5), (2, 5)


def test_killed_at_any_moment_the_old_or_the_new_register_opens(kedua, tmp_path, monkeypatch):
    saat = []

    def potret():
        tujuan = tmp_path / "potret" / f"{len(saat):03}" / "data"
        shutil.copytree(kedua.data, tujuan)
        saat.append(tujuan)

    def pasang(ganti, rumah, nama):
        asli = getattr(rumah, nama)

        def lakukan(*args, **kwargs):
            with ganti.context() as tanpa:
                for satu, n, a in semua:
                    tanpa.setattr(satu, n, a)
                potret()
            return asli(*args, **kwargs)

        ganti.setattr(rumah, nama, lakukan)

    semua = [(rumah, nama, getattr(rumah, nama)) for rumah, nama in PINTU]
    with monkeypatch.context() as ganti:
        for rumah, nama in PINTU:
            pasang(ganti, rumah, nama)
        jalankan(kedua)
    assert len(saat) > 40
    hasil = [baca(satu) for satu in saat]
    assert set(hasil) == {LAMA, BARU}
    assert hasil == sorted(hasil, reverse=True)  # once it is the new one it stays so
    assert baca(kedua.data) == BARU


@pytest.mark.parametrize(("rumah", "nama"), PINTU[:4], ids=lambda satu: str(satu)[-12:])
def test_a_disk_that_refuses_at_any_moment_leaves_the_old_register(
    kedua, tmp_path, monkeypatch, rumah, nama
):
    asli = getattr(rumah, nama)
    urutan, selesai = 0, False
    while not selesai:
        data = tmp_path / f"salinan-{urutan}" / "data"
        shutil.copytree(kedua.data, data)
        hitung = iter(range(10_000))

        def tolak(*args, hitung=hitung, urutan=urutan, **kwargs):
            if next(hitung) == urutan:
                raise OSError(errno.ENOSPC, "refused")
            return asli(*args, **kwargs)

        with monkeypatch.context() as ganti:
            ganti.setattr(rumah, nama, tolak)
            try:
                jalankan(kedua, data)
                berhasil = True
            except OfficerError:
                berhasil = False
            selesai = next(hitung) <= urutan
        assert baca(data) == (BARU if berhasil else LAMA), (nama, urutan)
        shutil.rmtree(data.parent)
        urutan += 1


def test_a_disk_that_refuses_for_good_is_told_and_loses_nothing(kedua, monkeypatch):
    asli = Path.replace
    boleh = [True]

    def tolak(self, tujuan):
        if not boleh[0] and NAMA_KEADAAN not in str(tujuan):
            raise OSError(errno.EACCES, "held")
        hasil = asli(self, tujuan)
        if b'"tukar"' in _isi(kedua.data / NAMA_KEADAAN) and self.name == "kunci.json":
            boleh[0] = False
        return hasil

    with monkeypatch.context() as ganti:
        ganti.setattr(Path, "replace", tolak)
        with pytest.raises(OfficerError, match="sama-sama masih utuh"):
            jalankan(kedua)
        with pytest.raises(OfficerError, match="sama-sama masih utuh"):
            lanjutkan(kedua.data)
        with pytest.raises(OfficerError, match="sama-sama masih utuh"):
            mulai(kedua.data, kedua.clock.now())
    assert baca(kedua.data) == BARU


def _isi(path):
    return path.read_bytes() if path.exists() else b""


def test_stopped_by_the_officer_nothing_has_happened(kedua):
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    kasi = service.check_pin(beda, PIN_KASI)
    kemajuan = Kemajuan()
    kemajuan.hentikan()
    with pytest.raises(DihentikanError):
        service.pulihkan(beda, Keputusan(petugas=kasi), kemajuan)
    assert baca(kedua.data) == LAMA
