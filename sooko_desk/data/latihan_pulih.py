"""A restore for practice: a backup is brought back beside the register, proved, and removed again.

As the guided restore does it, but for two things: scans are proved where they lie, for they are
the largest part and a copy would prove no more; and nothing is put in the place of anything. The
tables of the program are bound to the open register, so the copy is read by a connection alone.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.cadangan import sebut_ukuran
from sooko_desk.data.cadangan_berkas import baca_potong, sidik_berkas, tulis, ukuran_berkas
from sooko_desk.data.cadangan_daftar import SKEMA_RANTAI, is_asli, sidik_kunci
from sooko_desk.data.cadangan_jejak import baca_kepala
from sooko_desk.data.periksa_cadangan import is_cocok, periksa_kunci, periksa_pindaian
from sooko_desk.data.periksa_register import JumlahRegister, baca_isi, periksa_register
from sooko_desk.data.rantai_periksa import periksa_lengkap
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import DihentikanError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sooko_desk.data.cadangan_daftar import Cadangan, Daftar
    from sooko_desk.domain.kemajuan import Kemajuan

NAMA_LATIHAN = "latihan-pemulihan.part"
"""Folder in the data folder, while a practice is on."""
_RUANG_SISA = 16_000_000
"""Bytes that must stay free besides the copy."""
_TAK_TERBACA = "Cadangan {} tidak dapat dibaca seluruhnya. Buat cadangan baru."
_RUSAK = "Register dari cadangan {} rusak atau tidak cocok dengan daftarnya. Buat cadangan baru."
_RANTAI = (
    "Rantai catatan dalam cadangan {} putus: ada yang diubah di luar program. Jangan hapus apa "
    "pun; periksa register (Ctrl+I, F5)."
)
_LANGKAH_SQLITE = 50_000
"""Steps of SQLite between two looks whether to stop; about 5 ms."""


@dataclass(frozen=True, slots=True)
class HasilLatihan:
    """How a practice ended.

    Attributes:
        jumlah: what was brought back; None when the list cannot be read.
        urut, rantai: head of the hash chain in it.
        temuan: one sentence a fault of the backup; nothing = it brings the register back.
        belum: why it could not be tried to the end, though the backup may be good; "" = it was.
    """

    cadangan: Cadangan
    jumlah: JumlahRegister | None = None
    urut: int = 0
    rantai: str = ""
    temuan: tuple[str, ...] = ()
    belum: str = ""

    @property
    def berhasil(self) -> bool:
        """Whether the backup was brought back and proved."""
        return not self.temuan and not self.belum


def latih(cadangan: Cadangan, folder: Path, kunci: str, kemajuan: Kemajuan) -> HasilLatihan:
    """Bring a backup back into a folder of its own, prove it, and remove it. For any thread.

    Args:
        folder: the data folder.
        kunci: of the register, 64 hex digits.
        kemajuan: told (parts done, parts in all).

    Raises:
        DihentikanError: stopped; nothing is left behind.
        UserError: the stick is gone, or the backup made room for a newer one meanwhile.
    """
    try:
        hasil = _latih(cadangan, folder, kunci, kemajuan)
    except OSError:
        hasil = HasilLatihan(cadangan, temuan=(_TAK_TERBACA.format(cadangan.nama),))
    finally:
        buang_sisa(folder)
    if hasil.temuan:
        _check_masih_ada(cadangan)
    return hasil


def buang_sisa(folder: Path) -> None:
    """Remove what a practice left that was cut off."""
    shutil.rmtree(folder / NAMA_LATIHAN, ignore_errors=True)


def _latih(cadangan: Cadangan, folder: Path, kunci: str, kemajuan: Kemajuan) -> HasilLatihan:
    kemajuan.lapor(0, 1)
    try:
        daftar = cadangan.baca_daftar()
    except UserError as galat:
        return HasilLatihan(cadangan, temuan=(str(galat),))
    if sidik_kunci(kunci) != daftar.sidik_kunci:
        raise UserError("Cadangan ini milik register lain. Pilih folder lain.")
    jumlah = JumlahRegister(daftar.permohonan, daftar.peristiwa, len(daftar.pindaian))
    if kurang := _sebut_kurang(cadangan, folder):
        return HasilLatihan(cadangan, jumlah, belum=kurang)
    temuan = periksa_kunci(cadangan, daftar, kunci)
    try:
        temuan += _latih_register(cadangan, daftar, folder / NAMA_LATIHAN, (kunci, kemajuan))
    except _CakramSiniError:
        return HasilLatihan(
            cadangan,
            jumlah,
            belum="Salinannya tidak dapat ditulis di komputer ini. Periksa cakram komputer.",
        )
    rusak = periksa_pindaian(cadangan, daftar, kunci, kemajuan)
    if rusak:
        temuan += (f"{len(rusak)} pindaian dalam cadangan hilang atau rusak. Cadangkan lagi.",)
    return HasilLatihan(cadangan, jumlah, daftar.urut, daftar.rantai, temuan)


class _CakramSiniError(Exception):
    """The copy cannot be written, though the backup can be read."""


def _latih_register(
    cadangan: Cadangan, daftar: Daftar, folder: Path, cara: tuple[str, Kemajuan]
) -> tuple[str, ...]:
    """Copy, open, prove and count the register; one sentence a fault."""
    kunci, kemajuan = cara
    register = folder / cadangan.register.name
    sidik = _salin(cadangan.register, register)
    kemajuan.lapor(0, 1)
    if sidik != daftar.sidik_register or not is_asli(daftar, kunci):
        return (_RUSAK.format(cadangan.nama),)
    try:
        with open_salinan(register, kunci) as koneksi:
            koneksi.set_progress_handler(_penghenti(kemajuan), _LANGKAH_SQLITE)
            utuh = not periksa_register(koneksi)
            utuh = utuh and is_cocok(baca_isi(koneksi), baca_kepala(koneksi), daftar)
            putus = utuh and daftar.skema >= SKEMA_RANTAI and periksa_lengkap(koneksi).putus
    except dbapi2.Error:
        utuh, putus = False, False
    kemajuan.lapor(0, 1)  # ends here where it was stopped: what was found then is none
    if not utuh:
        return (_RUSAK.format(cadangan.nama),)
    return (_RANTAI.format(cadangan.nama),) if putus else ()


def _salin(asal: Path, tujuan: Path) -> str:
    """Returns the SHA-256 of what was copied.

    Raises:
        OSError: the backup cannot be read.
        _CakramSiniError: the copy cannot be written.
    """
    try:
        buang_sisa(tujuan.parents[1])
        tujuan.parent.mkdir(parents=True)
        return tulis(tujuan, baca_potong(asal))
    except OSError as galat:
        sidik_berkas(asal)
        raise _CakramSiniError from galat


def _penghenti(kemajuan: Kemajuan) -> Callable[[], int]:
    def berhenti() -> int:
        try:
            kemajuan.lapor(0, 1)
        except DihentikanError:
            return 1
        return 0

    return berhenti


def _sebut_kurang(cadangan: Cadangan, folder: Path) -> str:
    perlu = max(0, ukuran_berkas(cadangan.register)) + _RUANG_SISA
    bebas = shutil.disk_usage(folder).free
    if bebas >= perlu:
        return ""
    return (
        f"Ruang cakram komputer tidak cukup: perlu {sebut_ukuran(perlu)}, tersisa "
        f"{sebut_ukuran(bebas)}. Kosongkan ruang, lalu ulangi."
    )


def _check_masih_ada(cadangan: Cadangan) -> None:
    """What cannot be read because it is not there any more is no fault of the backup."""
    with contextlib.suppress(OSError):
        if cadangan.daftar.is_file():
            return
    raise UserError(
        f"Cadangan {cadangan.nama} tidak ada lagi di tempatnya. Pasang kembali flashdisk-nya, lalu "
        "ulangi."
    )
