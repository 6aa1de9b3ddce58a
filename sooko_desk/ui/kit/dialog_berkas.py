"""The system's own dialog for files and folders, in Indonesian wherever Qt draws it itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

Lokasi = QStandardPaths.StandardLocation
Mode = QFileDialog.FileMode

_KATA = {
    QFileDialog.DialogLabel.LookIn: "Di folder",
    QFileDialog.DialogLabel.FileName: "Nama berkas",
    QFileDialog.DialogLabel.FileType: "Jenis",
    QFileDialog.DialogLabel.Reject: "Batal",
}


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What the officer is asked for.

    Attributes:
        judul: title of the dialog.
        terima: word on the button that takes what is chosen.
        awal: folder to start in: one of the system's own, or a path.
        mode: what can be chosen; `AnyFile` asks for a file to save.
        saring: kinds of files to choose from, as `QFileDialog.setNameFilters` takes them; () = all.
        nama_awal: name offered at first; "" = none.
    """

    judul: str
    terima: str
    awal: Lokasi | Path
    mode: Mode
    saring: tuple[str, ...] = ()
    nama_awal: str = ""


def tanya_berkas(
    parent: QWidget | None,
    permintaan: Permintaan,
    jalankan: Callable[[QFileDialog], int] = QFileDialog.exec,
) -> tuple[Path, ...]:
    """Ask for files or a folder; empty when the officer gives up.

    Args:
        parent: the window that waits for the answer.
        permintaan: what is asked for.
        jalankan: shows the dialog until it is answered; 0 = given up. A test answers by itself:
            the dialog of Windows is no widget, so nothing else could close it.
    """
    dialog = _build_dialog(parent, permintaan)
    try:
        return tuple(map(Path, dialog.selectedFiles())) if jalankan(dialog) else ()
    finally:
        dialog.deleteLater()


def _build_dialog(parent: QWidget | None, permintaan: Permintaan) -> QFileDialog:
    awal = permintaan.awal
    folder = str(awal) if isinstance(awal, Path) else QStandardPaths.writableLocation(awal)
    dialog = QFileDialog(parent, permintaan.judul, folder)
    dialog.setFileMode(permintaan.mode)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, permintaan.mode is Mode.Directory)
    if permintaan.mode is Mode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if permintaan.saring:
        dialog.setNameFilters(permintaan.saring)
    # Windows shows its own dialog in its own language; Qt's own one speaks English unless told.
    for label, kata in {**_KATA, QFileDialog.DialogLabel.Accept: permintaan.terima}.items():
        dialog.setLabelText(label, kata)
    if permintaan.nama_awal:
        dialog.selectFile(permintaan.nama_awal)
    return dialog
