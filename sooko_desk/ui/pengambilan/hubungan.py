"""The relation of who collects a document follows the name, as far as the name tells it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sooko_desk.domain.pengambilan import ISIAN_HUBUNGAN, ISIAN_NAMA, SENDIRI, find_hubungan
from sooko_desk.ui.borang import Borang
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.masukan import read_masukan, write_masukan
from sooko_desk.ui.theme import Nada

TANYA = "Nama lain: pilih hubungannya."


class HubunganPengambil(QObject):
    """Watches the name in a form of the hand-over; a form without both fields is left alone.

    "Pemohon sendiri" goes as soon as the name is another one, and the officer is asked; it comes
    back with the applicant's name. A relation that the officer chose stays.

    Args:
        borang: owns this object.
        nama_pemohon: the applicant as stored.
    """

    def __init__(self, borang: Borang, nama_pemohon: str) -> None:
        super().__init__(borang)
        self._nama_pemohon = nama_pemohon
        if ISIAN_HUBUNGAN not in borang.baris or ISIAN_NAMA not in borang.baris:
            return
        nama = borang.baris[ISIAN_NAMA].input
        if isinstance(nama, IsianTeks):
            nama.edited.connect(self._on_nama_edited)

    def _on_nama_edited(self, nama: str) -> None:
        borang = self.parent()
        assert isinstance(borang, Borang)
        baris = borang.baris[ISIAN_HUBUNGAN]
        semula, kini = read_masukan(baris.input), find_hubungan(nama, self._nama_pemohon)
        if semula not in ("", SENDIRI) or kini == semula:
            return
        write_masukan(baris.input, kini)
        if kini:
            baris.bersihkan()
        else:
            baris.set_pesan(Nada.INFO, TANYA)
        borang.diubah.emit()  # what is kept of the form was kept before
