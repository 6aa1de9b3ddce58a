"""Which key opens a backup: this computer's, the code on paper, an older one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from builders import make_meja
from services.pemulihan_uji import KODE, lupakan_komputer

from sooko_desk.data.cadangan_berkas import sidik_berkas
from sooko_desk.data.cadangan_daftar import sidik_kunci
from sooko_desk.data.kunci import KunciTerkunciError, new_kertas
from sooko_desk.data.periksa_register import baca_isi
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.domain.kode_pemulihan import format_kode
from sooko_desk.services.pemulihan import Keputusan


def test_the_code_opens_also_backups_of_an_older_paper(kedua, tmp_path):
    kedua.terima(1)
    lama = kedua.cadangkan()
    store = kedua.kantor.store
    kode2 = format_kode(bytes(range(16)))
    store.berkas_kunci.pasang_kertas(
        new_kertas(store.kunci, bytes(range(16)), 2, kedua.clock.now())
    )
    kedua.cadangkan()
    kedua.tutup()
    lupakan_komputer()
    service = kedua.service(tmp_path / "baru")
    pilihan = service.lihat(kedua.stik)[1]
    assert pilihan.cadangan == lama
    with pytest.raises(KunciTerkunciError) as galat:
        service.buka_kunci(pilihan)
    assert galat.value.kertas.nomor == 1
    assert service.buka_kunci_dengan_kode(pilihan, kode2).kertas.nomor == 2
    assert service.buka_kunci_dengan_kode(pilihan, KODE).kertas.nomor == 1
    with pytest.raises(UserError, match="bukan kode kertas nomor 1"):
        service.buka_kunci_dengan_kode(pilihan, format_kode(bytes(range(3, 19))))
    with pytest.raises(UserError, match="kelompok"):
        service.buka_kunci_dengan_kode(pilihan, "abc")


def test_the_key_of_this_pc_that_opens_nothing_there_is_told(kedua, tmp_path):
    kedua.terima(1)
    kedua.cadangkan()
    kedua.tutup()
    lupakan_komputer()
    lain = make_meja(tmp_path / "lain", kedua.clock)
    lain.store.close()
    (tmp_path / "lain" / "register.db").unlink()
    service = kedua.service(tmp_path / "lain")
    (pilihan,) = kedua.service(tmp_path / "kosong").lihat(kedua.stik)
    with pytest.raises(KunciTerkunciError):
        service.buka_kunci(pilihan)
    pilihan.cadangan.kunci.unlink()
    with pytest.raises(UserError, match="bukan kunci cadangan itu"):
        service.buka_kunci(pilihan)
    with pytest.raises(UserError, match="tidak ada"):
        service.buka_kunci_dengan_kode(pilihan, format_kode(bytes(range(5, 21))))
    (tmp_path / "lain" / "kunci.json").write_text("rusak")
    with pytest.raises(UserError, match="rusak"):
        service.buka_kunci(pilihan)


def test_a_code_of_another_registers_key_is_told(kedua, tmp_path):
    kedua.terima(1)
    cadangan = kedua.cadangkan()
    lain = make_meja(tmp_path / "lain", kedua.clock)
    shutil.copy(tmp_path / "lain" / "kunci.json", cadangan.kunci)
    lain.store.close()
    (pilihan,) = kedua.service(tmp_path / "kosong").lihat(kedua.stik)
    with pytest.raises(UserError, match="kunci register lain"):
        kedua.service(tmp_path / "kosong").buka_kunci_dengan_kode(pilihan, KODE)


def test_an_old_backup_with_a_plain_key_comes_back(kedua, tmp_path):
    """Schema 1 to 4 and the key file of version 1, as earlier programs left them."""
    for nomor in (1, 2, 3, 4):
        lama = Path(__file__).parents[1] / "old_files" / f"skema_{nomor}"
        stik = tmp_path / f"stik-{nomor}" / "SookoDesk-Cadangan"
        stik.mkdir(parents=True)
        nama = "2026-01-02-030405"
        shutil.copy(lama / "register.db", stik / f"register-{nama}.db")
        shutil.copy(lama / "kunci.json", stik / f"kunci-{nama}.json")
        kunci = json.loads((lama / "kunci.json").read_text())["kunci"]
        with open_salinan((stik / f"register-{nama}.db").absolute(), kunci) as koneksi:
            kasus = koneksi.execute("SELECT count(*) FROM permohonan").fetchone()[0]
            peristiwa = koneksi.execute("SELECT count(*) FROM peristiwa").fetchone()[0]
            ada = koneksi.execute("SELECT 1 FROM sqlite_master WHERE name = 'lampiran'").fetchone()
            sidik = sorted(baca_isi(koneksi).sidik) if ada else []
        daftar = {
            "jenis": "cadangan Sooko Desk 1",
            "dibuat": "2026-01-01T20:04:05.000000Z",
            "program": "0.1.0",
            "skema": nomor,
            "sidik_kunci": sidik_kunci(kunci),
            "sidik_register": sidik_berkas(stik / f"register-{nama}.db"),
            "permohonan": kasus,
            "peristiwa": peristiwa,
            "pindaian": [],
            "tidak_ikut": sidik,
        }
        (stik / f"daftar-{nama}.json").write_text(json.dumps(daftar))
        if not ada:
            continue  # backups are as old as scans
        data = tmp_path / f"baru-{nomor}"
        service = kedua.service(data)
        (pilihan,) = service.lihat(stik)
        assert pilihan.halangan == ""
        beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
        assert beda.susulan == 0
        kasi = beda.isi.kasi[0][0]
        hasil = service.pulihkan(beda, Keputusan(petugas=kasi), Kemajuan())
        assert hasil.jumlah.permohonan == kasus
        store = Store(data)
        assert store.kunci.kertas is None  # so the ceremony is asked
        assert store.kunci.kunci == kunci
        store.close()
