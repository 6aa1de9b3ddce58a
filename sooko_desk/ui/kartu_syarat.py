"""The right side of the intake: which papers the chosen reason asks for, and which are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.kelengkapan import salin_syarat
from sooko_desk.ui.kit.ceklis import PETUNJUK, DaftarCeklis
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.panel_temuan import BarisRadar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import TandaBerkas
    from sooko_desk.domain.sop import JenisPermohonan

_PETUNJUK = ", ".join(
    satu.replace(" ", "\N{NO-BREAK SPACE}") for satu in f"{PETUNJUK}, F9 semua wajib".split(", ")
)
"""A key and its meaning stay on one line where the card is narrow."""


class KartuSyarat(Kartu):
    """Checklist, the papers often missing above it, the note below."""

    def __init__(self, catatan: QWidget) -> None:
        super().__init__("Berkas yang diterima", _PETUNJUK)
        self.ceklis = DaftarCeklis()
        self.radar = BarisRadar()
        self._tanpa_jenis = Kosong(
            "checklist", "Daftar syarat", "Pilih layanan dan alasan; syaratnya tampil di sini."
        )
        self.isi.addWidget(self.radar)
        self.isi.addWidget(self.ceklis, 1)
        self.isi.addWidget(self._tanpa_jenis, 1)
        self.isi.addWidget(catatan)

    def tampilkan(self, jenis: JenisPermohonan | None, tanda: tuple[TandaBerkas, ...]) -> None:
        """The papers of this reason with these marks; marks of other papers are left out."""
        self._tanpa_jenis.setVisible(jenis is None)
        self.ceklis.setVisible(jenis is not None)
        syarat = jenis.syarat if jenis else ()
        ada = {s.kode for s in syarat}
        self.ceklis.set_baris(salin_syarat(syarat, (t for t in tanda if t.kode in ada)))

    def centang_wajib(self) -> None:
        """Tick what everybody brings, and stand on what is still to be chosen."""
        self.ceklis.centang_semua_wajib()
        self.ceklis.setFocus()
        self.ceklis.pilih_kurang()
