"""Reads a finished backup as a whole, with nothing but what lies in its folder."""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.brankas import NAMA_FOLDER as FOLDER_PINDAIAN
from sooko_desk.data.brankas import Brankas, Keadaan
from sooko_desk.data.cadangan_berkas import sidik_berkas
from sooko_desk.data.cadangan_daftar import folder_cadangan, is_asli, list_cadangan, sidik_kunci
from sooko_desk.data.cadangan_jejak import baca_kepala
from sooko_desk.data.kunci import is_milik
from sooko_desk.data.kunci_berkas import IsiKunci, read_berkas
from sooko_desk.data.periksa_register import JumlahRegister, baca_isi, periksa_register
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.data.cadangan_daftar import Cadangan, Daftar
    from sooko_desk.data.periksa_register import IsiRegister
    from sooko_desk.domain.kemajuan import Kemajuan

_LAGI = "Buat cadangan baru."
_BENTUK_2 = "cadangan Sooko Desk 2"


@dataclass(frozen=True, slots=True)
class HasilPeriksaCadangan:
    """How a backup was found.

    Attributes:
        cadangan: which one.
        jumlah: what its list names; None when the list cannot be read.
        berat: one sentence a fault for which it cannot be restored.
        pindaian: one sentence a kind of fault of its scans; only their cases miss those.
        rusak: SHA-256 of its scans that must be copied anew.
    """

    cadangan: Cadangan
    jumlah: JumlahRegister | None
    berat: tuple[str, ...] = ()
    pindaian: tuple[str, ...] = ()
    rusak: frozenset[str] = frozenset()

    @property
    def temuan(self) -> tuple[str, ...]:
        """All of these sentences; nothing when all is whole."""
        return self.berat + self.pindaian


def periksa_cadangan(
    tujuan: Path, kunci: str, kemajuan: Kemajuan, cadangan: Cadangan | None = None
) -> HasilPeriksaCadangan:
    """Read a backup: its list, key, register and every scan. May run in any thread.

    Args:
        tujuan: what the officer chose, or the folder of backups itself.
        kunci: of the register, 64 hex digits; its backups open with it whichever computer they
            were made on.
        kemajuan: told (files done, files in all).
        cadangan: which one; None = the newest.

    Raises:
        DihentikanError: stopped.
        UserError: there is no finished backup, or the folder cannot be read.
    """
    folder = folder_cadangan(tujuan)
    try:
        ada = list_cadangan(folder)
    except OSError as galat:
        raise UserError(
            f"Folder “{folder}” tidak dapat dibaca. Pasang kembali flashdisk-nya, lalu coba lagi."
        ) from galat
    if cadangan is None:
        if not ada:
            raise UserError(
                f"Tidak ada cadangan yang selesai di “{tujuan}”. Pasang flashdisk-nya atau pilih "
                "folder lain, lalu coba lagi."
            )
        cadangan = ada[0]
    try:
        daftar = cadangan.baca_daftar()
    except UserError as galat:
        return HasilPeriksaCadangan(cadangan, None, (str(galat),))
    return _periksa(cadangan, daftar, kunci, kemajuan)


def _periksa(
    cadangan: Cadangan, daftar: Daftar, kunci: str, kemajuan: Kemajuan
) -> HasilPeriksaCadangan:
    jumlah = JumlahRegister(daftar.permohonan, daftar.peristiwa, len(daftar.pindaian))
    kemajuan.lapor(0, 1 + len(daftar.pindaian))
    if sidik_kunci(kunci) != daftar.sidik_kunci:
        kalimat = "Cadangan ini milik register lain, sehingga tidak dapat diperiksa di sini. "
        return HasilPeriksaCadangan(cadangan, jumlah, (f"{kalimat}Pilih folder lain.",))
    register = periksa_kunci(cadangan, daftar, kunci) + _periksa_register(cadangan, daftar, kunci)
    rusak = periksa_pindaian(cadangan, daftar, kunci, kemajuan)
    pindaian = tuple(
        f"{banyak} pindaian dalam cadangan {keadaan}. Cadangkan lagi ke folder yang sama; "
        "pindaian itu akan disalin ulang."
        for keadaan, banyak in sorted(Counter(rusak.values()).items())
    )
    return HasilPeriksaCadangan(cadangan, jumlah, register, pindaian, frozenset(rusak))


def periksa_kunci(cadangan: Cadangan, daftar: Daftar, kunci: str) -> tuple[str, ...]:
    """Whether the backup's key file opens it on another computer; one sentence a fault."""
    with contextlib.suppress(UserError):
        isi = read_berkas(cadangan.kunci)
        kantor = isi.kantor if isinstance(isi, IsiKunci) and daftar.jenis == _BENTUK_2 else ""
        if is_milik(isi, kunci) and daftar.kantor == kantor:
            return ()
    kalimat = f"Berkas kunci {cadangan.kunci.name} hilang atau rusak, sehingga cadangan ini "
    return (f"{kalimat}tidak dapat dibuka di komputer lain. {_LAGI}",)


def _periksa_register(cadangan: Cadangan, daftar: Daftar, kunci: str) -> tuple[str, ...]:
    nama = cadangan.register.name
    try:
        sama = sidik_berkas(cadangan.register) == daftar.sidik_register
        with open_salinan(cadangan.register, kunci) as koneksi:
            utuh = not periksa_register(koneksi)
            cocok = (
                utuh
                and is_asli(daftar, kunci)
                and is_cocok(baca_isi(koneksi), baca_kepala(koneksi), daftar)
            )
    except FileNotFoundError:
        return (f"Berkas {nama} hilang dari cadangan. {_LAGI}",)
    except (OSError, dbapi2.Error):
        return (f"Berkas {nama} dalam cadangan tidak dapat dibaca. {_LAGI}",)
    if sama and utuh and cocok:
        return ()
    if sama and utuh:
        return (f"Daftar cadangan {cadangan.daftar.name} tidak cocok dengan {nama}. {_LAGI}",)
    return (f"Berkas {nama} dalam cadangan rusak. {_LAGI}",)


def is_cocok(isi: IsiRegister, kepala: tuple[int, str], daftar: Daftar) -> bool:
    """Whether a copy holds what the list of its backup tells."""
    kepala = kepala if daftar.jenis == _BENTUK_2 else (0, "")
    return (*kepala, isi.jumlah.permohonan, isi.jumlah.peristiwa, isi.skema, isi.sidik) == (
        daftar.urut,
        daftar.rantai,
        daftar.permohonan,
        daftar.peristiwa,
        daftar.skema,
        frozenset(daftar.pindaian) | frozenset(daftar.tidak_ikut),
    )


def periksa_pindaian(
    cadangan: Cadangan, daftar: Daftar, kunci: str, kemajuan: Kemajuan
) -> dict[str, Keadaan]:
    """Every scan of the list that is not whole."""
    brankas = Brankas(cadangan.folder / FOLDER_PINDAIAN, kunci)
    semua = 1 + len(daftar.pindaian)
    rusak: dict[str, Keadaan] = {}
    for nomor, sidik in enumerate(daftar.pindaian, start=1):
        kemajuan.lapor(nomor, semua)
        if (keadaan := brankas.periksa(sidik)) is not Keadaan.UTUH:
            rusak[sidik] = keadaan
    kemajuan.lapor(semua, semua)
    return rusak
