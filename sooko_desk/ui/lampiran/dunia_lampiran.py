"""What the window of scans needs from outside: preferences, and the dialogs of the system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sooko_desk.ui.cetak.dunia_cetak import pilih_berkas_sistem
from sooko_desk.ui.kit.dialog_berkas import Lokasi, Mode, Permintaan, tanya_berkas

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak, PilihBerkas, Setelan

    PilihPindaian = Callable[[str, Path | None], tuple[Path, ...]]
    PilihFolder = Callable[[str, Path | None], Path | None]

AKHIRAN = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
"""Endings of scans; what a file really is, is read from the file itself."""

_POLA = " ".join(f"*{akhiran}" for akhiran in AKHIRAN)


def pilih_pindaian_sistem(judul: str, folder: Path | None) -> tuple[Path, ...]:
    """Ask for files to add with the system's own dialog; empty when the officer gives up."""
    saring = (f"Pindaian ({_POLA})", "Semua berkas (*)")
    return _tanya(Permintaan(judul, "Pilih", _awal(folder), Mode.ExistingFiles, saring))


def pilih_folder_sistem(judul: str, folder: Path | None) -> Path | None:
    """Ask for a folder with the system's own dialog; None when the officer gives up."""
    return next(iter(_tanya(Permintaan(judul, "Pilih", _awal(folder), Mode.Directory))), None)


@dataclass(frozen=True, slots=True)
class DuniaLampiran:
    """The world outside of the window of scans; tests and the demo bring their own.

    Attributes:
        pilih_simpan: asks where to save a copy (title, first name); None when given up.
        pilih_pindaian: asks for files to add (title, folder to start in).
        pilih_folder: asks for the scanner's folder (title, the folder until now).
    """

    setelan: Setelan
    pilih_simpan: PilihBerkas = pilih_berkas_sistem
    pilih_pindaian: PilihPindaian = pilih_pindaian_sistem
    pilih_folder: PilihFolder = pilih_folder_sistem

    @classmethod
    def dari_cetak(cls, dunia: DuniaCetak) -> DuniaLampiran:
        """The same computer as the print window's: its preferences and its way of saving."""
        return cls(dunia.setelan, pilih_simpan=dunia.pilih_berkas)


def _awal(folder: Path | None) -> Lokasi | Path:
    return folder if folder is not None and folder.is_dir() else Lokasi.PicturesLocation


def _tanya(permintaan: Permintaan) -> tuple[Path, ...]:
    return tanya_berkas(QApplication.activeWindow(), permintaan)
