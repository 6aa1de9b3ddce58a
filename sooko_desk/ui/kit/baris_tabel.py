"""Puts an `IsianTabel` into a row of a form: its sentence in the line below, all the height."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

if TYPE_CHECKING:
    from sooko_desk.ui.kit.baris_isian import BarisIsian
    from sooko_desk.ui.kit.isian_tabel import IsianTabel

TOMBOL = (
    "Enter ke kanan · Ctrl+D sama dengan atasnya · Ctrl+Ins sisip baris · "
    "Ctrl+Del hapus baris · Ctrl+Z urungkan"
)


class KalimatTabel(QObject):
    """Shows below the table what is wrong with the current cell, else the help of its column.

    Args:
        baris: the row that the table lies in; owns this object.
        bantuan: help of the table itself; none = its keys.
    """

    def __init__(self, baris: BarisIsian[Any], tabel: IsianTabel, bantuan: str = "") -> None:
        super().__init__(baris)
        self._baris = baris
        self._tabel = tabel
        self._bantuan = bantuan or TOMBOL
        layout = baris.layout()
        assert isinstance(layout, QVBoxLayout)
        for nomor in range(layout.count()):
            layout.setStretch(nomor, int(nomor == layout.indexOf(tabel)))
        tabel.kalimat_berubah.connect(self._tampilkan)
        tabel.selectionModel().currentColumnChanged.connect(self._tampilkan)
        self._tampilkan()

    def _tampilkan(self) -> None:
        self._baris.set_bantuan(self._tabel.kolom.bantuan or self._bantuan)
        if self._tabel.kalimat:
            self._baris.set_pesan(self._tabel.nada, self._tabel.kalimat)
        else:
            self._baris.bersihkan()
