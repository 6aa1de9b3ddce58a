"""Damage to a register or a backup: is it noticed?"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from builders import SENIN_PAGI, susun_kantor
from daya.cakram import kunci_hex
from daya.kerja import gambar_kecil, jalankan
from daya.padam import siapkan_folder
from daya.pekerja import Pekerja

from sooko_desk.data.buka import NAMA_BERKAS
from sooko_desk.data.periksa_cadangan import periksa_cadangan
from sooko_desk.data.periksa_register import periksa_register
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.domain.waktu import JamTetap

if TYPE_CHECKING:
    from pathlib import Path

POTONGAN = 4096


@dataclass
class HasilBit:
    """What the damage showed; `lolos` = damages that nobody noticed."""

    rusak: int = 0
    lolos: int = 0
    cela: list[str] = field(default_factory=list)

    def catat(self, terlihat: bool, apa: str) -> None:
        self.rusak += 1
        if not terlihat:
            self.lolos += 1
            self.cela.append(apa)


@dataclass(frozen=True, slots=True)
class Bahan:
    """A closed register, its key, and a folder with one backup of it."""

    folder: Path
    kunci: str
    tujuan: Path


def siapkan(folder: Path, kerja: int = 40) -> Bahan:
    """Some work, two scans, and a backup."""
    siapkan_folder(folder)
    store = Store(folder)
    kantor = susun_kantor(store, folder, JamTetap(SENIN_PAGI))
    pekerja = Pekerja(3)
    for _ in range(kerja):
        jalankan(kantor, pekerja.pilih(kantor))
    kasus = kantor.store.permohonan.get(1)
    for nomor in (1, 2):
        kantor.meja.lampiran.tambah_isi(
            f"pindai{nomor}", kasus, "", f"{nomor}.png", gambar_kecil(nomor), kantor.operator
        )
    tujuan = folder.parent / "flashdisk"
    tujuan.mkdir()
    kantor.meja.jaga.cadangan.buat(tujuan, kantor.kasi)
    kunci = kunci_hex(store._db)
    store.close()
    return Bahan(folder, kunci, tujuan)


def balik_register(bahan: Bahan, banyak: int, biji: int) -> HasilBit:
    """Flip so many single bits, spread over the whole file, one at a time."""
    path, acak, hasil = bahan.folder / NAMA_BERKAS, random.Random(biji), HasilBit()
    isi = bytearray(path.read_bytes())
    for nomor in range(banyak):
        tempat = acak.randrange(len(isi) * nomor // banyak, len(isi) * (nomor + 1) // banyak)
        bit = 1 << acak.randrange(8)
        _ubah_bita(path, tempat, isi[tempat] ^ bit)
        with open_salinan(path, bahan.kunci) as koneksi:
            hasil.catat(bool(periksa_register(koneksi)), f"bita {tempat}, bit {bit}")
        _ubah_bita(path, tempat, isi[tempat])
    with open_salinan(path, bahan.kunci) as koneksi:
        assert periksa_register(koneksi) == ()
    return hasil


def rusak_cadangan(bahan: Bahan, tiap: int, balik: int, biji: int) -> HasilBit:
    """Cut each file of a backup at every `tiap` x 4 KiB, and flip `balik` bits of each."""
    acak, hasil = random.Random(biji), HasilBit()
    assert _ditolak(bahan) == ""
    for path in sorted(p for p in bahan.tujuan.rglob("*") if p.is_file()):
        isi, nama = path.read_bytes(), path.relative_to(bahan.tujuan).as_posix()
        for sampai in {0, *range(0, len(isi), tiap * POTONGAN), len(isi) - 1} - {len(isi)}:
            path.write_bytes(isi[:sampai])
            hasil.catat(bool(_ditolak(bahan)), f"{nama} dipotong di {sampai}")
        for _ in range(balik):
            tempat, bit = acak.randrange(len(isi)), 1 << acak.randrange(8)
            path.write_bytes(isi[:tempat] + bytes([isi[tempat] ^ bit]) + isi[tempat + 1 :])
            hasil.catat(bool(_ditolak(bahan)), f"{nama} bita {tempat}, bit {bit}")
        path.unlink()
        hasil.catat(bool(_ditolak(bahan)), f"{nama} dihapus")
        path.write_bytes(isi)
    return hasil


def _ditolak(bahan: Bahan) -> str:
    """What the program says of the backup; "" = it is whole."""
    try:
        hasil = periksa_cadangan(bahan.tujuan, bahan.kunci, Kemajuan())
    except OfficerError as galat:
        return str(galat)
    return " ".join(hasil.temuan)


def _ubah_bita(path: Path, tempat: int, bita: int) -> None:
    with path.open("r+b") as berkas:
        berkas.seek(tempat)
        berkas.write(bytes([bita]))
