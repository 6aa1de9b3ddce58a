"""An office with cases, scans and a stick; and what a restore of it stands on."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from builders import KODE, SENIN_PAGI, make_hasher, make_meja
from data.cadangan_uji import siapkan_bahan, tambah_pindaian

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.data.cadangan import buat_cadangan
from sooko_desk.data.folder_pengguna import folder_pengguna
from sooko_desk.data.pelindung import pelindung_komputer
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.pemulihan import DuniaPemulihan, Keputusan, PemulihanService

if TYPE_CHECKING:
    from pathlib import Path


class Kantor2:
    """A register in `data`, backups on `stik`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.stik = folder / "stik"
        self.stik.mkdir(parents=True)
        self.clock = JamTetap(SENIN_PAGI)
        self.kantor = make_meja(self.data, self.clock)

    def terima(self, banyak=1, warna=None, layanan="KK"):
        for _ in range(banyak):
            permohonan = self.kantor.terima(layanan)
            if warna:
                tambah_pindaian(self.kantor, permohonan, warna)
            self.clock.maju(1)
        return permohonan

    def catat_register(self):
        """One KK that has its register number."""
        return self.kantor.sampai(self.kantor.terima(), "selesai")

    def cadangkan(self):
        bahan = siapkan_bahan(self.kantor, self.data, self.clock.now())
        cadangan, _ = buat_cadangan(bahan, self.stik, Kemajuan())
        bahan.salinan.buang()
        self.clock.maju(1)
        return cadangan

    def tutup(self):
        self.kantor.store.close()

    def buka(self):
        self.kantor = make_meja(self.data, self.clock)
        return self.kantor

    def service(self, data=None, **ganti):
        dunia = DuniaPemulihan(
            folder_data=data or self.data,
            folder_sop=AKAR / "sop_data",
            clock=self.clock,
            pelindung=pelindung_komputer(),
            hasher=make_hasher(),
            list_volume=tuple,
            detik=lambda: 0.0,
        )
        return PemulihanService(replace(dunia, **ganti))


def lupakan_penanda():
    """What this user's own folder remembers of every register is gone."""
    shutil.rmtree(folder_pengguna(), ignore_errors=True)


def lupakan_komputer():
    """Another PC, or the system set up anew: what opened the key by itself is gone too."""
    if sys.platform == "win32":
        pytest.skip("Windows itself opens the key as long as the user is the same")
    lupakan_penanda()


def tahan_isi(store):
    """Every case as it is now, to compare with what comes back."""
    return {
        nomor: store.permohonan.get(nomor)
        for nomor in range(1, store.terbuka.baca_isi().jumlah.permohonan + 1)
    }


def pulihkan(service, pilihan, *, kode="", susulkan=False, sampai=None, petugas=None):
    kunci = service.buka_kunci_dengan_kode(pilihan, kode) if kode else service.buka_kunci(pilihan)
    beda = service.bandingkan(pilihan, kunci, Kemajuan())
    return service.pulihkan(beda, Keputusan(susulkan, sampai or {}, petugas), Kemajuan())


__all__ = ["KODE", "Kantor2", "lupakan_komputer", "lupakan_penanda", "pulihkan", "tahan_isi"]
