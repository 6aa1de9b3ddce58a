"""Which backups a place holds, newest first, and why one cannot be restored here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk import __version__
from sooko_desk.data import skema
from sooko_desk.data.cadangan_berkas import ukuran_berkas
from sooko_desk.data.cadangan_daftar import folder_cadangan, list_cadangan
from sooko_desk.data.kunci import buka_slot
from sooko_desk.data.kunci_berkas import IsiKunci, IsiLama, read_berkas
from sooko_desk.data.pelindung import PelindungSesaat
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import dari_iso
from sooko_desk.services.cadangan import kenali_tempat

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sooko_desk.data.cadangan_daftar import Cadangan, Daftar

JURNAL = "Jurnal di komputer ini"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Something that can be restored, or at least looks like it.

    Attributes:
        tempat: where it lies, as the officers call it.
        cadangan, daftar: None = the journal of this computer; a backup whose list cannot be read
            has no `daftar`.
        waktu: when it was made, aware; None = not known.
        program: version of the program that made it; "" = not known.
        halangan: why it cannot be restored here; "" = nothing is in the way.
    """

    tempat: str
    cadangan: Cadangan | None = None
    daftar: Daftar | None = None
    waktu: dt.datetime | None = None
    program: str = ""
    halangan: str = ""

    @property
    def jurnal(self) -> bool:
        """Whether it is the journal."""
        return self.cadangan is None


def list_pilihan(folder: Path, kantor: str) -> tuple[Pilihan, ...]:
    """The finished backups in a place, newest first. May run in any thread.

    Args:
        folder: a stick, a folder that the officer chose, or the folder of backups itself.
        kantor: id of the office whose register is on this computer; "" = none is, or unknown.

    Raises:
        UserError: the place cannot be read, or holds no finished backup.
    """
    try:
        semua = list_cadangan(folder_cadangan(folder))
        tempat = kenali_tempat(folder).sebutan
    except OSError as galat:
        raise UserError(
            f"“{folder}” tidak dapat dibaca. Pasang kembali flashdisk-nya, lalu coba lagi."
        ) from galat
    if not semua:
        raise UserError(
            f"Tidak ada cadangan yang selesai di “{folder}”. Pasang flashdisk cadangan atau pilih "
            "folder lain."
        )
    return tuple(_pilihan(satu, tempat, kantor) for satu in semua)


def find_kantor(path: Path) -> str:
    """Id of the office that a key file names, without opening it; "" = none, or damaged."""
    try:
        isi = read_berkas(path)
    except UserError:
        return ""
    if isinstance(isi, IsiLama):
        return buka_slot(path, isi, PelindungSesaat()).kantor
    return isi.kantor if isinstance(isi, IsiKunci) else ""


def _pilihan(cadangan: Cadangan, tempat: str, kantor: str) -> Pilihan:
    try:
        daftar = cadangan.baca_daftar()
    except UserError as galat:
        program, halangan = _baca_asing(cadangan.daftar)
        kalimat = halangan or str(galat)
        return Pilihan(tempat, cadangan, program=program, halangan=kalimat)
    waktu = dari_iso(daftar.dibuat)
    halangan = _find_halangan(cadangan, daftar, kantor)
    return Pilihan(tempat, cadangan, daftar, waktu, daftar.program, halangan)


def _find_halangan(cadangan: Cadangan, daftar: Daftar, kantor: str) -> str:
    if daftar.skema > skema.VERSI:
        return _sebut_baru(daftar.program, daftar.skema)
    for path in (cadangan.register, cadangan.kunci):
        try:
            kurang = ukuran_berkas(path) <= 0
        except OSError:
            kurang = True
        if kurang:
            return f"Berkas {path.name} hilang, kosong, atau tidak dapat dibaca."
    milik = daftar.kantor or find_kantor(cadangan.kunci)
    if kantor and milik and milik != kantor:
        return (
            "Cadangan kantor atau register lain. Di komputer yang sudah berisi register hanya "
            "cadangannya sendiri yang dipulihkan."
        )
    return ""


def _baca_asing(path: Path) -> tuple[str, str]:
    """Version, and what to say, of a list in a form that this program does not know."""
    try:
        isi = json.loads(path.read_bytes())
        program, versi = str(isi["program"]), int(isi["skema"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""
    return program, _sebut_baru(program, versi) if versi > skema.VERSI else ""


def _sebut_baru(program: str, versi: int) -> str:
    return (
        f"Dibuat Sooko Desk versi {program} (skema {versi}), lebih baru dari program ini: versi "
        f"{__version__} (skema {skema.VERSI}). Pasang versi {program} atau yang lebih baru, lalu "
        "pulihkan lagi."
    )
