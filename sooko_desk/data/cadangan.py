"""Backups on a stick or second disk: a copy of the register each, and the scans once for all.

    SookoDesk-Cadangan/register-000012-2026-11-21-153012.db   the copy
                       kunci-000012-2026-11-21-153012.json    its key
                       daftar-000012-2026-11-21-153012.json   its list, written last
                       lampiran/ab/<SHA-256>.bin              scans of all backups in the folder
                       flashdisk.json                         the mark of an office stick

No function here touches the open register, so all of them may run in any thread.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.brankas import NAMA_FOLDER as FOLDER_PINDAIAN
from sooko_desk.data.brankas import Brankas, BrankasError, Keadaan
from sooko_desk.data.cadangan_berkas import (
    SEMENTARA,
    IsiLainError,
    baca_potong,
    buang,
    gagal_disebut,
    pasang,
    sebut_galat,
    tulis,
    tulis_utuh,
    ukuran_berkas,
)
from sooko_desk.data.cadangan_daftar import (
    Cadangan,
    Daftar,
    folder_cadangan,
    list_cadangan,
    new_cadangan,
    new_daftar,
    sidik_kunci,
)
from sooko_desk.data.cadangan_jejak import Jejak
from sooko_desk.data.cadangan_penanda import check_kantor
from sooko_desk.data.indeks_cari import perbaiki_salinan
from sooko_desk.data.periksa_register import baca_isi, periksa_register
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from sooko_desk.data.salinan_register import SalinanRegister
    from sooko_desk.domain.kemajuan import Kemajuan

_RUANG_SISA = 4_000_000
"""Bytes that must stay free besides: key, list, and what the disk needs for itself."""
_SATUAN = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


@dataclass(frozen=True, slots=True)
class Bahan:
    """What a backup is made of.

    Attributes:
        salinan: the register as it was at one moment.
        baca: the content of a scan by SHA-256; raises BrankasError.
        saat: when it was begun, aware.
        ulang: SHA-256 of scans that were found damaged in the backup and are copied anew.
        jejak: the state of the register at that moment.
        kantor: the office's id, 32 hex digits.
    """

    salinan: SalinanRegister
    baca: Callable[[str], bytes]
    saat: dt.datetime
    ulang: frozenset[str] = frozenset()
    jejak: Jejak = field(default_factory=Jejak)
    kantor: str = ""


def buat_cadangan(bahan: Bahan, tujuan: Path, kemajuan: Kemajuan) -> tuple[Cadangan, Daftar]:
    """Make a backup below `tujuan` and prove it, before it gets its name.

    Args:
        bahan: the caller removes its copy of the register afterwards.
        tujuan: what the officer chose; must exist.
        kemajuan: told (files done, files in all).

    Raises:
        DihentikanError: stopped; scans that were copied stay for the next time.
        UserError: the place is unfit, gone, full, read-only or fails, or the register of this
            computer is damaged. Older backups are untouched.
    """
    check_tujuan(tujuan, bahan.salinan.folder_data)
    folder = folder_cadangan(tujuan)
    with gagal_disebut(tujuan):
        folder.mkdir(exist_ok=True)
    with gagal_disebut(folder):
        return _buat(bahan, folder, kemajuan)


def check_tujuan(tujuan: Path, folder_data: Path) -> None:
    """Refuse a place where no backup belongs.

    Raises:
        UserError: no whole path, no folder, or the data folder itself or below it.
    """
    if not tujuan.is_absolute():
        raise UserError("Tempat cadangan belum dipilih. Tulis foldernya lengkap, atau pilih.")
    with gagal_disebut(tujuan):
        if not tujuan.is_dir():
            raise UserError(
                f"Folder “{tujuan}” tidak ada. Pasang flashdisk-nya atau pilih folder lain, lalu "
                "cadangkan lagi."
            )
        sini, data = tujuan.resolve(), folder_data.resolve()
    if data in (sini, *sini.parents):
        raise UserError(
            f"Cadangan harus di tempat lain: “{tujuan}” berada di folder data program ini. Pilih "
            "flashdisk atau cakram lain."
        )


def is_cakram_sama(tujuan: Path, folder_data: Path) -> bool:
    """Whether a backup in `tujuan` would lie on the same disk as the register.

    Raises:
        UserError: as `check_tujuan`.
    """
    check_tujuan(tujuan, folder_data)
    with gagal_disebut(tujuan):
        return tujuan.stat().st_dev == folder_data.stat().st_dev


def sebut_ukuran(byte: int) -> str:
    """A size to read, e.g. "1,2 GB"."""
    for besar, satuan in _SATUAN:
        if byte >= besar:
            return f"{byte / besar:.1f} {satuan}".replace(".", ",")
    return f"{byte} byte"


def _buat(bahan: Bahan, folder: Path, kemajuan: Kemajuan) -> tuple[Cadangan, Daftar]:
    salinan = bahan.salinan
    check_kantor(folder, bahan.kantor)
    _check_milik(folder, salinan.kunci)
    _buang_sisa(folder)
    kurang = _list_kurang(bahan, folder)
    _check_ruang(bahan, folder, kurang)
    cadangan = new_cadangan(folder, bahan.saat)
    sementara = cadangan.register.with_name(cadangan.register.name + SEMENTARA)
    semua = 1 + len(kurang)
    try:
        kemajuan.lapor(0, semua)
        sidik_register = _salin_register(salinan, sementara)
        tidak_ikut = set()
        brankas = Brankas(folder / FOLDER_PINDAIAN, salinan.kunci)
        for nomor, sidik in enumerate(kurang, start=1):
            kemajuan.lapor(nomor, semua)
            # Where the stick was mounted the vault would begin a new one on the PC's own disk.
            sementara.stat()
            if not _salin_pindaian(bahan, brankas, sidik, folder):
                tidak_ikut.add(sidik)
        kemajuan.lapor(semua, semua)
        daftar = new_daftar(
            bahan.saat,
            salinan.kunci,
            salinan.isi.skema,
            sidik_register=sidik_register,
            permohonan=salinan.isi.jumlah.permohonan,
            peristiwa=salinan.isi.jumlah.peristiwa,
            pindaian=sorted(salinan.isi.sidik - tidak_ikut),
            tidak_ikut=sorted(tidak_ikut),
            kantor=bahan.kantor,
            urut=bahan.jejak.urut,
            rantai=bahan.jejak.rantai,
        )
        _selesaikan(cadangan, sementara, salinan, daftar)
    except BaseException:
        for path in (sementara, cadangan.register, cadangan.kunci):
            buang(path)
        raise
    return cadangan, daftar


def _check_milik(folder: Path, kunci: str) -> None:
    """Two registers must not share a folder: scans of the same content would be sealed twice."""
    for cadangan in list_cadangan(folder):
        try:
            milik = cadangan.baca_daftar().sidik_kunci
        except UserError:
            continue  # says nothing about whose it is
        if milik != sidik_kunci(kunci):
            raise UserError(
                f"Folder “{folder}” berisi cadangan register lain. Pilih flashdisk atau folder "
                "lain, lalu cadangkan lagi."
            )
        return


def _buang_sisa(folder: Path) -> None:
    """What a backup that broke off left half written; the vault sees to its own."""
    for sisa in folder.glob(f"*{SEMENTARA}"):
        buang(sisa)


def _list_kurang(bahan: Bahan, folder: Path) -> list[str]:
    """SHA-256 of the scans to copy.

    By size alone: to read all of them from a stick takes minutes, and is `periksa_cadangan`'s.
    """
    asal, sana = bahan.salinan.folder_data / FOLDER_PINDAIAN, folder / FOLDER_PINDAIAN
    return [
        sidik
        for sidik in sorted(bahan.salinan.isi.sidik)
        if sidik in bahan.ulang
        or (ada := _ukuran(sana, sidik)) < 0
        or _ukuran(asal, sidik) not in (-1, ada)
    ]


def _ukuran(folder: Path, sidik: str) -> int:
    return ukuran_berkas(folder / sidik[:2] / f"{sidik}.bin")


def _check_ruang(bahan: Bahan, folder: Path, kurang: list[str]) -> None:
    asal = bahan.salinan.folder_data / FOLDER_PINDAIAN
    perlu = ukuran_berkas(bahan.salinan.path) + _RUANG_SISA
    perlu += sum(max(0, _ukuran(asal, sidik)) for sidik in kurang)
    bebas = shutil.disk_usage(folder).free
    if bebas < perlu:
        raise UserError(
            f"Ruang di “{folder}” tidak cukup: perlu {sebut_ukuran(perlu)}, tersisa "
            f"{sebut_ukuran(bebas)}. Kosongkan ruang di sana atau pilih tempat lain, lalu "
            "cadangkan lagi."
        )


def _salin_register(salinan: SalinanRegister, sementara: Path) -> str:
    """Write, read back, open with the key, check and count; returns the SHA-256.

    Raises:
        OSError: the stick refuses or fails.
        UserError: what was copied is not whole, so the register on this computer is not.
    """
    perbaiki_salinan(salinan.path, salinan.kunci)
    sidik = tulis(sementara, baca_potong(salinan.path))
    try:
        with open_salinan(sementara, salinan.kunci) as koneksi:
            utuh = not periksa_register(koneksi) and baca_isi(koneksi) == salinan.isi
    except dbapi2.Error as galat:
        raise IsiLainError from galat
    if not utuh:
        raise UserError(
            "Cadangan belum jadi: register di komputer ini rusak, dan register yang rusak tidak "
            "dicadangkan. Jangan hapus apa pun; cadangan yang sudah ada tetap seperti semula. "
            "Jalankan pemeriksaan."
        )
    return sidik


def _salin_pindaian(bahan: Bahan, brankas: Brankas, sidik: str, folder: Path) -> bool:
    """Copy a scan; False = it is whole neither on this computer nor in the backup.

    The vault writes it beside its place, reads it back, opens and compares it, then renames.
    """
    try:
        isi = bahan.baca(sidik)
    except BrankasError:
        return brankas.periksa(sidik) is Keadaan.UTUH
    try:
        brankas.simpan(isi)
    except UserError as galat:
        raise UserError(sebut_galat(galat.__cause__, folder)) from galat
    return True


def _selesaikan(
    cadangan: Cadangan, sementara: Path, salinan: SalinanRegister, daftar: Daftar
) -> None:
    """Give the copy its name, put the key beside it, and write the list last."""
    tulis_utuh(cadangan.kunci, salinan.berkas_kunci)
    pasang(sementara, cadangan.register)
    cadangan.tulis_daftar(daftar)
