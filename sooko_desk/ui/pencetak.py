"""Documents on their way out: build, show in the print window, record what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sooko_desk.domain.errors import OfficerError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Sop
    from sooko_desk.services.cetak_formulir import KodeFormulir
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pencetakan import Dokumen
    from sooko_desk.ui.cetak.dialog_cetak import DialogCetak
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
    from sooko_desk.ui.kabar import Kabar


class Pencetak(QObject):
    """Opens print windows. A document is always stored before it gets here.

    Attributes:
        dialog: the print window that is open, or None.
    """

    def __init__(self, meja: Meja, dunia: DuniaCetak, kabar: Kabar) -> None:
        super().__init__()
        self._service = meja.pencetakan
        self._kekurangan = meja.cetak_kekurangan
        self._kiriman = meja.kiriman.cetak
        self._formulir = meja.cetak_formulir
        self._kepatuhan = meja.kepatuhan
        self._cerita = meja.cetak_cerita
        self._dunia = dunia
        self._kabar = kabar
        self.dialog: DialogCetak | None = None
        self._dokumen: Dokumen | None = None
        self._petugas: Petugas | None = None
        self._dicetak: tuple[str, int] | None = None

    def buka_tanda_bukti(self, permohonan_id: int, petugas: Petugas, induk: QWidget) -> None:
        """Show the receipt of a case."""
        self.buka_dokumen(lambda: self._service.build_tanda_bukti(permohonan_id), petugas, induk)

    def buka_tanda_bukti_bersama(
        self, permohonan_id: Sequence[int], petugas: Petugas, induk: QWidget
    ) -> None:
        """Show the receipts of several cases as one document."""
        build = self._service.build_tanda_bukti_bersama
        self.buka_dokumen(lambda: build(permohonan_id), petugas, induk)

    def buka_lembar_kekurangan(
        self, permohonan_id: Sequence[int], petugas: Petugas, induk: QWidget
    ) -> None:
        """Show what these cases lack, for the applicants."""
        self.buka_dokumen(lambda: self._kekurangan.build_lembar(permohonan_id), petugas, induk)

    def buka_daftar_asli(self, petugas: Petugas, induk: QWidget) -> None:
        """Show the list of originals in the office."""
        self.buka_dokumen(self._kekurangan.build_daftar_asli, petugas, induk)

    def buka_register(self, layanan: str, tahun: int, petugas: Petugas, induk: QWidget) -> None:
        """Show the pages of a register book."""
        self.buka_dokumen(lambda: self._service.build_register(layanan, tahun), petugas, induk)

    def simpan_register_xlsx(self, layanan: str, tahun: int, petugas: Petugas) -> str | None:
        """Ask for a place and save a register book as a spreadsheet.

        Returns:
            The path as saved; None when the officer gave up.

        Raises:
            UserError: it could not be saved; nothing half written is left.
        """
        return self._simpan_xlsx(self._service.build_register_xlsx(layanan, tahun), petugas)

    def buka_kiriman(self, kiriman_id: int, petugas: Petugas, induk: QWidget) -> None:
        """Show a daftar pengiriman."""
        self.buka_dokumen(lambda: self._kiriman.build_daftar(kiriman_id), petugas, induk)

    def simpan_kiriman_xlsx(self, kiriman_id: int, petugas: Petugas) -> str | None:
        """Save a daftar pengiriman as a spreadsheet; see `simpan_register_xlsx`."""
        return self._simpan_xlsx(self._kiriman.build_xlsx(kiriman_id), petugas)

    def _simpan_xlsx(self, dokumen: Dokumen, petugas: Petugas) -> str | None:
        from sooko_desk.services.simpan import simpan_berkas

        path = self._dunia.pilih_berkas(f"Simpan {dokumen.judul}", dokumen.nama_berkas)
        if path is None:
            return None
        tersimpan = simpan_berkas(dokumen.isi, path, ".xlsx")
        self._service.catat(dokumen, "berkas", 1, "tersimpan", petugas)
        return str(tersimpan)

    def buka_formulir(
        self,
        kode: KodeFormulir,
        permohonan_id: int | None,
        petugas: Petugas,
        induk: QWidget,
    ) -> None:
        """Show an official form filled from a case; None = blank."""
        if permohonan_id is None:
            self.buka_dokumen(lambda: self._formulir.build_kosong(kode), petugas, induk)
        else:
            self.buka_dokumen(lambda: self._formulir.build(kode, permohonan_id), petugas, induk)

    def buka_kepatuhan(self, permohonan_id: int, petugas: Petugas, induk: QWidget) -> None:
        """Show how a case kept to its SOP."""
        self.buka_dokumen(lambda: self._kepatuhan.build_permohonan(permohonan_id), petugas, induk)

    def buka_kepatuhan_bulan(
        self, bulan: tuple[str, int, int], petugas: Petugas, induk: QWidget
    ) -> None:
        """Show how a month kept to its SOP.

        Args:
            bulan: service, year and month (1-12).
        """
        self.buka_dokumen(lambda: self._kepatuhan.build_bulan(*bulan), petugas, induk)

    def buka_cerita(self, permohonan_id: int, petugas: Petugas, induk: QWidget) -> None:
        """Show the story of a case."""
        self.buka_dokumen(lambda: self._cerita.build_cerita(permohonan_id), petugas, induk)

    def buka_lembar_sop(self, sop: Sop, petugas: Petugas, induk: QWidget) -> None:
        """Show an SOP sheet."""
        self.buka_dokumen(lambda: self._service.build_lembar_sop(sop), petugas, induk)

    def buka_dokumen(self, build: Callable[[], Dokumen], petugas: Petugas, induk: QWidget) -> None:
        """Build a document and show it; a refusal is told above the tabs."""
        if self.dialog is not None:
            self._kabar.pesan.emit("Cetakan sebelumnya masih dikirim ke printer. Tunggu sebentar.")
            return
        # The print window and Qt's PDF module are the slowest imports: not before they are wanted.
        from sooko_desk.ui.cetak.dialog_cetak import DialogCetak
        from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak

        try:
            dokumen = build()
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
            return
        self._dokumen, self._petugas, self._dicetak = dokumen, petugas, None
        cetak = DokumenCetak(
            dokumen.id,
            dokumen.judul,
            dokumen.nama_berkas,
            dokumen.isi,
            boleh_simpan=dokumen.boleh_simpan,
        )
        dialog = DialogCetak(cetak, self._dunia, induk.window())
        dialog.tercetak.connect(self._on_dialog_tercetak)
        dialog.dikonfirmasi.connect(self._on_dialog_dikonfirmasi)
        dialog.tersimpan.connect(self._on_dialog_tersimpan)
        dialog.gagal.connect(self._on_dialog_gagal)
        dialog.finished.connect(self._on_dialog_finished)
        self.dialog = dialog
        dialog.open()

    def _catat(self, tujuan: str, salinan: int, hasil: str) -> None:
        assert self._dokumen is not None
        assert self._petugas is not None
        try:
            self._service.catat(self._dokumen, tujuan, salinan, hasil, self._petugas)
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
        else:
            self._kabar.berubah.emit(self._dokumen.permohonan_id or 0)

    def _on_dialog_tercetak(self, printer: str, salinan: int) -> None:
        self._dicetak = (printer, salinan)

    def _on_dialog_dikonfirmasi(self, keluar: bool) -> None:
        if self._dicetak is not None:
            self._catat(*self._dicetak, "tercetak" if keluar else "gagal")
            self._dicetak = None

    def _on_dialog_tersimpan(self, _path: str) -> None:
        self._catat("berkas", 1, "tersimpan")

    def _on_dialog_gagal(self, kalimat: str) -> None:
        self._kabar.pesan.emit(kalimat)

    def _on_dialog_finished(self) -> None:
        if self._dicetak is not None:  # closed without an answer
            self._catat(*self._dicetak, "belum_pasti")
            self._dicetak = None
        self.dialog = None
