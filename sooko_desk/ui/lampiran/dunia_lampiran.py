"""What the window of scans needs from outside: preferences, and the dialogs of the system."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog

from sooko_desk.ui.cetak.dunia_cetak import pilih_berkas_sistem

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak, PilihBerkas, Setelan

    PilihPindaian = Callable[[str, Path | None], tuple[Path, ...]]
    PilihFolder = Callable[[str, Path | None], Path | None]

AKHIRAN = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
"""Endings of scans; what a file really is, is read from the file itself."""

_KATA_BUKA = {
    QFileDialog.DialogLabel.LookIn: "Di folder",
    QFileDialog.DialogLabel.FileName: "Nama berkas",
    QFileDialog.DialogLabel.FileType: "Jenis",
    QFileDialog.DialogLabel.Accept: "Pilih",
    QFileDialog.DialogLabel.Reject: "Batal",
}


def pilih_pindaian_sistem(judul: str, folder: Path | None) -> tuple[Path, ...]:
    """Ask for files to add with the system's own dialog; empty when the officer gives up."""
    dialog = _build_dialog(judul, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    pola = " ".join(f"*{akhiran}" for akhiran in AKHIRAN)
    dialog.setNameFilters([f"Pindaian ({pola})", "Semua berkas (*)"])
    return _tanya(dialog)


def pilih_folder_sistem(judul: str, folder: Path | None) -> Path | None:
    """Ask for a folder with the system's own dialog; None when the officer gives up."""
    dialog = _build_dialog(judul, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    return next(iter(_tanya(dialog)), None)


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


def _build_dialog(judul: str, folder: Path | None) -> QFileDialog:
    gambar = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    awal = str(folder) if folder is not None and folder.is_dir() else gambar
    dialog = QFileDialog(QApplication.activeWindow(), judul, awal)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    # Windows shows its own dialog in its own language; Qt's own one speaks English unless told.
    for label, kata in _KATA_BUKA.items():
        dialog.setLabelText(label, kata)
    return dialog


def _tanya(dialog: QFileDialog) -> tuple[Path, ...]:
    try:
        return tuple(map(Path, dialog.selectedFiles())) if dialog.exec() else ()
    finally:
        dialog.deleteLater()
