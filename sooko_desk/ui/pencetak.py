"""Documents on their way out: build, show in the print window or print directly."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.cetak_kode import CetakKodeService
from sooko_desk.services.cetak_ulang import CetakUlangService, list_kertas
from sooko_desk.ui.cetak.setelan_cetak import read_kebiasaan
from sooko_desk.ui.jaga_ekspor import JagaEkspor
from sooko_desk.ui.pencatat_cetak import PencatatCetak
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from sooko_desk.data.perintah import BarisCetakan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Sop
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.cetak_formulir import KodeFormulir
    from sooko_desk.services.kunci_kertas import KodeBaru
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pencetakan import Dokumen
    from sooko_desk.ui.cetak.dialog_cetak import DialogCetak
    from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak
    from sooko_desk.ui.kabar import Kabar

    Lapor = Callable[[Nada, str], None]

_JEDA_HANGAT_MS, _SELANG_HANGAT_MS = 2000, 40
"""From the page of work to the first piece of what the first print needs, and between two."""
# A quarter of a second at the first receipt of the day, cut so that no key waits for long.
_MODUL_CETAK = (
    "reportlab.lib.colors",
    "reportlab.pdfbase.ttfonts",
    "reportlab.pdfgen.canvas",
    "reportlab.platypus.paragraph",
    "reportlab.graphics.shapes",
    "reportlab.graphics.barcode.qrencoder",
    "sooko_desk.printing.tanda_bukti",
    "pypdfium2",
    "PySide6.QtPdfWidgets",
    "sooko_desk.ui.cetak.panel_cetak",
    "sooko_desk.ui.cetak.dialog_cetak",
)


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
        self._kode = CetakKodeService(meja.kantor.kop)
        self._dunia = dunia
        self._kabar = kabar
        self._buku = meja.buku
        self._cetak_ulang = CetakUlangService(meja)
        self._ekspor = JagaEkspor(meja, kabar)
        self.dialog: DialogCetak | None = None
        self._dingin = list(reversed(_MODUL_CETAK))
        QTimer.singleShot(_JEDA_HANGAT_MS, self, self._hangatkan)

    def _hangatkan(self) -> None:
        """Load one piece of what the first print needs; the rest after the keys that wait."""
        if self._dingin:
            import_module(self._dingin.pop())
            QTimer.singleShot(_SELANG_HANGAT_MS, self, self._hangatkan)
        else:
            import_module("sooko_desk.printing.huruf").daftarkan()

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

    def simpan_register_xlsx(
        self, buku: tuple[str, int], petugas: Petugas, induk: QWidget, lapor: Lapor
    ) -> None:
        """Ask for a place and save a register book as a spreadsheet; see `simpan_xlsx`.

        Args:
            buku: service and year.
        """
        self.simpan_xlsx(lambda: self._buku.build_xlsx(*buku), petugas, induk, lapor)

    def buka_kiriman(self, kiriman_id: int, petugas: Petugas, induk: QWidget) -> None:
        """Show a daftar pengiriman."""
        self.buka_dokumen(lambda: self._kiriman.build_daftar(kiriman_id), petugas, induk)

    def simpan_kiriman_xlsx(
        self, kiriman_id: int, petugas: Petugas, induk: QWidget, lapor: Lapor
    ) -> None:
        """Save a daftar pengiriman as a spreadsheet; see `simpan_xlsx`."""
        self.simpan_xlsx(lambda: self._kiriman.build_xlsx(kiriman_id), petugas, induk, lapor)

    def simpan_xlsx(
        self, build: Callable[[], Dokumen], petugas: Petugas, induk: QWidget, lapor: Lapor
    ) -> None:
        """Build a spreadsheet, ask for a place and save it; a list of people needs the Kasi's PIN.

        Args:
            induk: the window in front.
            lapor: told how it went; not called when the officer gives up. After a refusal nothing
                half written is left.
        """
        try:
            dokumen = build()
        except OfficerError as galat:
            lapor(Nada.BAHAYA, str(galat))
            return
        self._ekspor.minta(dokumen, petugas, induk, partial(self._simpan, dokumen, petugas, lapor))

    def _simpan(
        self, dokumen: Dokumen, petugas: Petugas, lapor: Lapor, catat: Callable[[], None]
    ) -> None:
        from sooko_desk.services.simpan import simpan_berkas

        path = self._dunia.pilih_berkas(f"Simpan {dokumen.judul}", dokumen.nama_berkas)
        if path is None:
            return
        try:
            catat()
            tersimpan = simpan_berkas(dokumen.isi, path, ".xlsx")
            self._service.catat(dokumen, "berkas", 1, "tersimpan", petugas)
        except OfficerError as galat:
            lapor(Nada.BAHAYA, str(galat))
        else:
            lapor(Nada.SELESAI, f"{dokumen.judul} tersimpan: {tersimpan}")

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

    def buka_kode(self, kode: KodeBaru, petugas: Petugas, induk: QWidget) -> bool:
        """Show the sheet of a recovery code that is not stored anywhere; as `buka_dokumen`."""
        return self.buka_dokumen(lambda: self._kode.build(kode, petugas), petugas, induk)

    def buka_lembar_sop(self, sop: Sop, petugas: Petugas, induk: QWidget) -> None:
        """Show an SOP sheet."""
        self.buka_dokumen(lambda: self._service.build_lembar_sop(sop), petugas, induk)

    def buka_dokumen(self, build: Callable[[], Dokumen], petugas: Petugas, induk: QWidget) -> bool:
        """Build a document and show or print it; a refusal is told by `Kabar`.

        A kind of document that is to be printed directly is, unless Shift is held or it is a
        copy, whose reason must be asked.

        Returns:
            Whether there is a document.
        """
        if (dokumen := self._build(build)) is None:
            return False
        keluarkan = partial(self._keluarkan, dokumen, petugas, induk, {})
        self._ekspor.minta_dibatasi(dokumen, petugas, induk, keluarkan)
        return True

    def ulangi(self, baris: Sequence[BarisCetakan], petugas: Petugas, induk: QWidget) -> None:
        """Print once more what lines of the print log tell of; nothing is numbered anew.

        Args:
            baris: of one print: the same reference.
        """
        ulang = {b.permohonan_id: b.id for b in baris if b.hasil == "gagal"}
        rujukan = baris[0].rujukan
        if (dokumen := self._build(lambda: self._cetak_ulang.build(rujukan))) is not None:
            buka = partial(self._buka_jendela, dokumen, petugas, induk, ulang)
            self._ekspor.minta_dibatasi(dokumen, petugas, induk, buka)

    def can_ulangi(self, baris: BarisCetakan) -> bool:
        """Whether `ulangi` can build what this line tells of."""
        return self._cetak_ulang.can_build(baris.rujukan)

    def _build(self, build: Callable[[], Dokumen]) -> Dokumen | None:
        if self.dialog is not None:
            self._kabar.pesan.emit("Cetakan sebelumnya masih dikirim ke printer. Tunggu sebentar.")
            return None
        try:
            return build()
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
            return None

    def _keluarkan(
        self,
        dokumen: Dokumen,
        petugas: Petugas,
        induk: QWidget,
        ulang: Mapping[int | None, int],
    ) -> None:
        kebiasaan = read_kebiasaan(self._dunia.setelan, dokumen.id)
        is_shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        if not kebiasaan.langsung or not kebiasaan.printer or dokumen.salinan or is_shift:
            self._buka_jendela(dokumen, petugas, induk, ulang)
            return
        from sooko_desk.ui.cetak.cetak_langsung import CetakLangsung

        kertas = next((k for k in list_kertas(dokumen.id) if k.id == kebiasaan.kertas), None)
        rujukan = dokumen.rujukan
        if kertas is not None and self._cetak_ulang.can_build(rujukan):
            dokumen = self._build(lambda: self._cetak_ulang.build(rujukan, kertas)) or dokumen
        jalan = CetakLangsung(self._susun(dokumen, petugas), self._dunia, induk.window())
        PencatatCetak(self._service, self._kabar, dokumen, petugas, ulang).ikuti(jalan)
        jalan.jendela_diminta.connect(partial(self._buka_lagi, dokumen, petugas, induk.window()))
        jalan.mulai(kebiasaan)

    def _buka_lagi(self, dokumen: Dokumen, petugas: Petugas, induk: QWidget) -> None:
        """The window of what was just printed directly: what comes out now is a copy."""
        rujukan = dokumen.rujukan
        if self._cetak_ulang.can_build(rujukan):
            dokumen = self._build(lambda: self._cetak_ulang.build(rujukan)) or dokumen
        self._buka_jendela(dokumen, petugas, induk, {})

    def _buka_jendela(
        self,
        dokumen: Dokumen,
        petugas: Petugas,
        induk: QWidget,
        ulang: Mapping[int | None, int],
    ) -> None:
        # Not at start: with Qt's PDF module these are the slowest imports, see `_MODUL_CETAK`.
        from sooko_desk.ui.cetak.dialog_cetak import DialogCetak

        dialog = DialogCetak(self._susun(dokumen, petugas), self._dunia, induk.window())
        PencatatCetak(self._service, self._kabar, dokumen, petugas, ulang).ikuti(dialog)
        dialog.finished.connect(self._on_dialog_finished)
        self.dialog = dialog
        dialog.open()

    def _susun(self, dokumen: Dokumen, petugas: Petugas) -> DokumenCetak:
        from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak

        def bangun(kertas: Kertas) -> bytes:
            return self._cetak_ulang.build(dokumen.rujukan, kertas).isi

        return DokumenCetak(
            dokumen.id,
            dokumen.judul,
            dokumen.nama_berkas,
            dokumen.isi,
            boleh_simpan=dokumen.boleh_simpan,
            salinan=dokumen.salinan,
            kertas=list_kertas(dokumen.id),
            bangun=bangun if self._cetak_ulang.can_build(dokumen.rujukan) else None,
            izin=partial(self._ekspor.minta, dokumen, petugas) if dokumen.orang else None,
        )

    def _on_dialog_finished(self) -> None:
        self.dialog = None
