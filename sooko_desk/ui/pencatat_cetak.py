"""Writes into the print log what becomes of one document on its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.pencetakan import CatatanCetak

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.pencetakan import Dokumen, PencetakanService
    from sooko_desk.ui.cetak.cetak_langsung import CetakLangsung
    from sooko_desk.ui.cetak.dialog_cetak import DialogCetak
    from sooko_desk.ui.kabar import Kabar


class PencatatCetak(QObject):
    """One print window or direct print; belongs to it and goes with it."""

    def __init__(
        self,
        service: PencetakanService,
        kabar: Kabar,
        dokumen: Dokumen,
        petugas: Petugas,
        ulang_dari: Mapping[int | None, int],
    ) -> None:
        super().__init__()
        self._service = service
        self._kabar = kabar
        self._dokumen = dokumen
        self._petugas = petugas
        self._ulang_dari = dict(ulang_dari)
        self._dicetak: tuple[str, int] | None = None
        self._jalan: DialogCetak | CetakLangsung | None = None

    def ikuti(self, jalan: DialogCetak | CetakLangsung) -> None:
        """Listen to a print window or a direct print."""
        self.setParent(jalan)
        self._jalan = jalan
        jalan.tercetak.connect(self._on_tercetak)
        jalan.tidak_tercetak.connect(self._on_tidak_tercetak)
        jalan.dikonfirmasi.connect(self._on_dikonfirmasi)
        jalan.tersimpan.connect(self._on_tersimpan)
        jalan.gagal.connect(self._kabar.pesan)
        jalan.finished.connect(self._on_finished)

    def _catat(self, tujuan: str, salinan: int, hasil: str) -> None:
        assert self._jalan is not None
        lain = CatatanCetak(self._jalan.alasan, self._jalan.kertas, dict(self._ulang_dari))
        try:
            nomor = self._service.catat(self._dokumen, tujuan, salinan, hasil, self._petugas, lain)
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
            return
        # The next try repeats this one.
        self._ulang_dari = nomor if hasil == "gagal" else {}
        self._kabar.berubah.emit(self._dokumen.permohonan_id or 0)

    def _on_tercetak(self, printer: str, salinan: int) -> None:
        self._dicetak = (printer, salinan)

    def _on_tidak_tercetak(self, printer: str, salinan: int) -> None:
        self._catat(printer, salinan, "gagal")

    def _on_dikonfirmasi(self, keluar: bool) -> None:
        if self._dicetak is not None:
            self._catat(*self._dicetak, "tercetak" if keluar else "gagal")
            self._dicetak = None

    def _on_tersimpan(self, _path: str) -> None:
        self._catat("berkas", 1, "tersimpan")

    def _on_finished(self) -> None:
        if self._dicetak is not None:  # closed without an answer
            self._catat(*self._dicetak, "belum_pasti")
            self._dicetak = None
