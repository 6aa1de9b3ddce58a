"""Puts a finished register in the place of the present one: by renames alone, and back again.

Everything new is made and proved in a folder of its own inside the data folder, so until the
exchange begins the present register is as it was. A note on the disk says that it has begun: after
a cut the next start goes on with it, and if the disk refuses that, turns it back. Nothing of the
present register is ever removed; it lies whole in a folder that is named by the moment.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from typing import TYPE_CHECKING, Literal

import msgspec

from sooko_desk.data.brankas import NAMA_FOLDER as FOLDER_PINDAIAN
from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.cadangan_berkas import buang, pasang, tulis_utuh
from sooko_desk.data.jurnal_baris import NAMA_FOLDER as FOLDER_JURNAL
from sooko_desk.data.konsep import NAMA_KONSEP
from sooko_desk.data.penanda import Penanda, tulis_penanda
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

NAMA_SIAP = "pemulihan.part"
"""Folder in the data folder where the restored register is made."""
NAMA_BANGUN = "pemulihan-jurnal.part"
"""In the data folder: the register as the journal tells it, while it is being compared."""
NAMA_KEADAAN = "pemulihan.json"
NAMA_DISIMPAN = "disimpan-"
NAMA_PINDAH = "pindah.json"
"""In `NAMA_SIAP`: scans that the restored register does not name and that go with the old one."""

NAMA_PENANDA = "penanda.json"

_BERGANTI = (FOLDER_JURNAL, NAMA_KUNCI, NAMA_BERKAS)
"""What the restored register brings; the register itself last."""
_IKUT = (f"{NAMA_BERKAS}-journal", NAMA_KONSEP, f"{NAMA_KONSEP}-journal")
"""What belongs to the old register alone: a half-written unit, and drafts of its cases."""
_POLA_DISIMPAN = re.compile(
    rf"{NAMA_DISIMPAN}[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-[0-9]{{6}}(-[0-9]+)?"
)

_BATAL = (
    "Pemulihan batal: cakram atau program lain menahan berkas di folder data. Register yang lama "
    "ada di tempatnya, tidak berubah. Tutup program lain yang membuka folder data, periksa ruang "
    "dan hak tulisnya, lalu pulihkan lagi."
)
_TERTAHAN = (
    "Pemulihan belum dapat diselesaikan: cakram atau program lain menahan berkas di folder data. "
    "Register lama dan register yang dipulihkan sama-sama masih utuh. Tutup program lain yang "
    "membuka folder data, periksa cakramnya, lalu coba lagi."
)


class Keadaan(msgspec.Struct, frozen=True):
    """The note on the disk.

    Attributes:
        langkah: "siap" = something is being made, the present register is untouched; "tukar" =
            the exchange has begun.
        disimpan: name of the folder that takes the present register.
    """

    jenis: Literal["pemulihan Sooko Desk 1"]
    langkah: Literal["siap", "tukar"]
    disimpan: str


def mulai(folder: Path, saat: dt.datetime) -> Path:
    """Note that a restore begins; what an earlier one left half made goes.

    Args:
        folder: the data folder; made if there is none.
        saat: aware; names the folder of the present register.

    Returns:
        The empty folder in which the restored register is to be made.

    Raises:
        OSError: the disk refuses.
        UserError: an exchange has begun and cannot be finished, see `lanjutkan`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lanjutkan(folder)
    nama = _nama_disimpan(folder, saat)
    _tulis(folder, Keadaan("pemulihan Sooko Desk 1", "siap", nama))
    siap = folder / NAMA_SIAP
    siap.mkdir()
    return siap


def tulis_pindah(siap: Path, sidik: Iterable[str]) -> None:
    """Name the scans that go along with the old register. OSError: the disk refuses."""
    tulis_utuh(siap / NAMA_PINDAH, msgspec.json.encode(sorted(sidik)))


def tulis_kepala(siap: Path, kantor: str, penanda: Penanda) -> None:
    """What this computer is to remember of the restored register. OSError: the disk refuses."""
    tulis_utuh(siap / NAMA_PENANDA, msgspec.json.encode((kantor, penanda)))


def tukar(folder: Path) -> Path:
    """Put what was made in its place; returns the folder where the old register lies now.

    Raises:
        UserError: the disk refuses; the old register is in its place again, or the next start
            finishes the exchange.
    """
    keadaan = _baca(folder)
    assert keadaan is not None
    try:
        _tulis(folder, msgspec.structs.replace(keadaan, langkah="tukar"))
    except OSError as galat:
        batalkan(folder)
        raise UserError(_BATAL) from galat
    _selesaikan(folder, keadaan.disimpan)
    return folder / keadaan.disimpan


def lanjutkan(folder: Path) -> bool:
    """Settle what a cut left open, before anything opens the register.

    Returns:
        Whether an exchange was finished by this.

    Raises:
        UserError: an exchange can neither be finished nor turned back now.
    """
    keadaan = _baca(folder)
    if keadaan is None or keadaan.langkah == "siap":
        batalkan(folder)
        return False
    _selesaikan(folder, keadaan.disimpan)
    return True


def batalkan(folder: Path) -> None:
    """Give up what was made so far; the present register was not touched."""
    buang(folder / NAMA_KEADAAN)
    shutil.rmtree(folder / NAMA_SIAP, ignore_errors=True)
    buang(folder / NAMA_BANGUN)


def _selesaikan(folder: Path, nama: str) -> None:
    siap, simpan = folder / NAMA_SIAP, folder / nama
    try:
        _maju(folder, siap, simpan)
    except (OSError, msgspec.MsgspecError) as galat:
        try:
            _mundur(folder, siap, simpan)
        except OSError as lain:
            raise UserError(_TERTAHAN) from lain
        batalkan(folder)
        raise UserError(_BATAL) from galat
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        # Without it the next start takes the register for an older copy, and says so.
        isi = (siap / NAMA_PENANDA).read_bytes()
        tulis_penanda(*msgspec.json.decode(isi, type=tuple[str, Penanda]))
    batalkan(folder)


def _maju(folder: Path, siap: Path, simpan: Path) -> None:
    """Old things out, new things in. Each step sees by itself whether it was done before."""
    simpan.mkdir(exist_ok=True)
    if (siap / NAMA_BERKAS).exists():
        for nama in _IKUT:
            _pindah(folder / nama, simpan / nama)
        for sidik in _baca_pindah(siap):
            asal = _pindaian(folder, sidik)
            _pindah(asal, _pindaian(simpan, sidik))
        for baru in _list_berkas(siap / FOLDER_PINDAIAN):
            asal = folder / FOLDER_PINDAIAN / baru
            _pindah(asal, simpan / FOLDER_PINDAIAN / baru)
            _pindah(siap / FOLDER_PINDAIAN / baru, asal)
    for nama in _BERGANTI:
        if (siap / nama).exists():
            _pindah(folder / nama, simpan / nama)
            _pindah(siap / nama, folder / nama)


def _mundur(folder: Path, siap: Path, simpan: Path) -> None:
    for nama in reversed(_BERGANTI):
        if not (siap / nama).exists():
            _pindah(folder / nama, siap / nama)
        _pindah(simpan / nama, folder / nama)
    for nama in _IKUT:
        _pindah(simpan / nama, folder / nama)
    for lama in _list_berkas(simpan / FOLDER_PINDAIAN):
        _pindah(simpan / FOLDER_PINDAIAN / lama, folder / FOLDER_PINDAIAN / lama)
    with contextlib.suppress(OSError):  # only when nothing is in it
        (simpan / FOLDER_PINDAIAN).rmdir()
        simpan.rmdir()


def _pindah(asal: Path, tujuan: Path) -> None:
    """Rename, if there is something to rename."""
    if asal.exists():
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        pasang(asal, tujuan)


def _pindaian(folder: Path, sidik: str) -> Path:
    return folder / FOLDER_PINDAIAN / sidik[:2] / f"{sidik}.bin"


def _list_berkas(folder: Path) -> list[Path]:
    """Every file below a folder, by its path in it."""
    return sorted(satu.relative_to(folder) for satu in folder.rglob("*") if satu.is_file())


def _baca_pindah(siap: Path) -> list[str]:
    return msgspec.json.decode((siap / NAMA_PINDAH).read_bytes(), type=list[str])


def _nama_disimpan(folder: Path, saat: dt.datetime) -> str:
    awal = f"{NAMA_DISIMPAN}{ke_wib(saat):%Y-%m-%d-%H%M%S}"
    nomor = 1
    nama = awal
    while (folder / nama).exists():
        nomor += 1
        nama = f"{awal}-{nomor}"
    return nama


def _baca(folder: Path) -> Keadaan | None:
    """The note; None = there is none, or nothing that this program wrote."""
    try:
        isi = (folder / NAMA_KEADAAN).read_bytes()
        keadaan = msgspec.json.decode(isi, type=Keadaan)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return keadaan if _POLA_DISIMPAN.fullmatch(keadaan.disimpan) else None


def _tulis(folder: Path, keadaan: Keadaan) -> None:
    tulis_utuh(folder / NAMA_KEADAAN, msgspec.json.encode(keadaan))
