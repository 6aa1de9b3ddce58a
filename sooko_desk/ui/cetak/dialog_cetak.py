"""The print window: see a document, choose a printer, print or save, say whether it came out.

Numbers nothing and records nothing: what happened goes out as signals.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from sooko_desk.domain.errors import UserError
from sooko_desk.services.simpan import simpan_berkas
from sooko_desk.ui.cetak import pesan
from sooko_desk.ui.cetak.panel_cetak import PanelCetak
from sooko_desk.ui.cetak.pratinjau import Pratinjau
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak
    from sooko_desk.ui.cetak.tugas import PrinterTersedia, TugasCetak


class Keadaan(Enum):
    """What the print window is doing."""

    MENCARI = auto()
    SIAP = auto()
    MENGIRIM = auto()
    MENUNGGU_JAWABAN = auto()


class DialogCetak(QDialog):
    """Print window of one document; show it with `open()`. It frees itself after closing.

    Closing while a document is on its way to the printer hides the window; `finished` waits for
    the result, so that it always comes last. Closing without an answer to "Sudah keluar dari
    printer?" sends no `dikonfirmasi`.

    Signals:
        tercetak(str, int): the print system has taken the document; printer name, copies.
        dikonfirmasi(bool): the officer says whether the paper came out.
        tersimpan(str): saved as a file; its path.
        gagal(str): printing or saving failed; the sentence that the officer reads.
    """

    tercetak = Signal(str, int)
    dikonfirmasi = Signal(bool)
    tersimpan = Signal(str)
    gagal = Signal(str)

    def __init__(
        self, dokumen: DokumenCetak, dunia: DuniaCetak, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._dokumen = dokumen
        self._dunia = dunia
        self._keadaan = Keadaan.MENCARI
        self._is_first_show = True
        self._is_closing = False
        self._tugas: TugasCetak | None = None
        self._sinyal_daftar = SinyalKerja()
        self._sinyal_cetak = SinyalKerja()
        self._berjalan = 0
        self._pratinjau = Pratinjau(di_seluruh_jendela=True)
        self._panel = PanelCetak()
        self.setWindowTitle(f"Cetak – {dokumen.judul}")
        # 1366 × 768 at 125 % leaves about 1040 × 560 for a window.
        self.resize(1000, 560)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(THEME.gap_l, THEME.gap_m, THEME.gap_l, THEME.gap_l)
        tata.setSpacing(THEME.gap_l)
        tata.addWidget(self._pratinjau, 1)
        tata.addWidget(self._panel)
        self._connect()
        self._set_keadaan(Keadaan.MENCARI)

    @property
    def keadaan(self) -> Keadaan:
        """What the window is doing now."""
        return self._keadaan

    def showEvent(self, event: QShowEvent) -> None:
        """Start the slow things once, after the window is on the screen."""
        super().showEvent(event)
        if self._is_first_show:
            self._is_first_show = False
            QTimer.singleShot(0, self._on_shown)

    def done(self, hasil: int) -> None:
        """Close; while sending only out of sight, see the class."""
        if self._keadaan is Keadaan.MENGIRIM:
            self._is_closing = True
            self.hide()
            return
        super().done(hasil)

    def _connect(self) -> None:
        self._pratinjau.ditampilkan.connect(self._panel.pilihan.set_jumlah_halaman)
        self._panel.pilihan.muat_ulang_diminta.connect(self._on_muat_ulang)
        self._panel.pilihan.printer_dipilih.connect(self._on_printer_dipilih)
        self._panel.cetak.clicked.connect(self._on_cetak)
        self._panel.simpan.clicked.connect(self._on_simpan)
        self._panel.simpan.setVisible(self._dokumen.boleh_simpan)
        self._panel.tutup.clicked.connect(self.reject)
        self._panel.sudah.clicked.connect(self._on_sudah)
        self._panel.belum.clicked.connect(self._on_belum)
        self._sinyal_daftar.berhasil.connect(self._on_daftar_berhasil)
        self._sinyal_daftar.gagal.connect(self._on_daftar_gagal)
        self._sinyal_daftar.berakhir.connect(self._on_daftar_berakhir)
        self._sinyal_cetak.berhasil.connect(self._on_cetak_berhasil)
        self._sinyal_cetak.gagal.connect(self._on_cetak_gagal)
        self._sinyal_cetak.berakhir.connect(self._on_cetak_berakhir)
        self.finished.connect(self._on_finished)
        kunci = [("Ctrl+P", self._on_cetak)]
        if self._dokumen.boleh_simpan:
            kunci.append(("Ctrl+S", self._on_simpan))
        for tombol, slot in kunci:
            QShortcut(QKeySequence(tombol), self).activated.connect(slot)
        self._pintasan_jawaban = [QShortcut(QKeySequence(huruf), self) for huruf in "YU"]
        ya, ulang = self._pintasan_jawaban
        ya.activated.connect(self._on_sudah)
        ulang.activated.connect(self._on_belum)

    def _set_keadaan(self, keadaan: Keadaan) -> None:
        self._keadaan = keadaan
        is_bertanya = keadaan is Keadaan.MENUNGGU_JAWABAN
        for pintasan in self._pintasan_jawaban:
            pintasan.setEnabled(is_bertanya)
        terkirim = self._tugas.printer if is_bertanya and self._tugas is not None else ""
        self._panel.set_bertanya(is_bertanya, f"Sudah dikirim ke “{terkirim}”." if terkirim else "")
        is_siap = keadaan is Keadaan.SIAP
        if not is_siap and not is_bertanya:
            # A disabled button hands the focus to its neighbour: a second Enter would press that.
            self._pratinjau.setFocus()
        self._panel.pilihan.setEnabled(is_siap)
        self._panel.cetak.setEnabled(is_siap and self._can_print())
        if is_siap and self._panel.cetak.isEnabled():
            self._panel.cetak.setFocus()

    def _can_print(self) -> bool:
        return self._panel.pilihan.printer() is not None and self._pratinjau.page_count() > 0

    def _start(self, sinyal: SinyalKerja, kerja: Callable[[], object]) -> None:
        self._berjalan += 1
        run_in_background(sinyal, kerja)

    def _print(self) -> None:
        if self._tugas is not None:
            self._dunia.cetak_pdf(self._dokumen.pdf, self._tugas)

    def _fail(self, kalimat: str) -> None:
        self._panel.tell(kalimat, Nada.BAHAYA)
        self.gagal.emit(kalimat)

    def _free_when_idle(self) -> None:
        if self._berjalan == 0 and not self.isVisible():
            self._pratinjau.kosongkan()
            self.deleteLater()

    def _on_shown(self) -> None:
        self._pratinjau.tampilkan(self._dokumen.pdf, self._dokumen.judul)
        self._on_muat_ulang()

    def _on_muat_ulang(self) -> None:
        self._set_keadaan(Keadaan.MENCARI)
        self._panel.pilihan.set_mencari()
        self._panel.tell("", Nada.INFO)
        self._start(self._sinyal_daftar, self._dunia.list_printer)

    def _on_daftar_berhasil(self, hasil: object) -> None:
        daftar = cast("tuple[PrinterTersedia, ...]", hasil)
        terakhir = self._dunia.setelan.get(self._kunci())
        if not daftar:
            self._panel.pilihan.set_daftar((), "")
            self._panel.tell(pesan.TIDAK_ADA_PRINTER, Nada.PERINGATAN)
        elif not self._panel.pilihan.set_daftar(daftar, terakhir):
            self._panel.tell(
                f"Printer yang terakhir dipakai, “{terakhir}”, tidak ada. "
                "Periksa dulu printer yang terpilih.",
                Nada.PERINGATAN,
            )

    def _on_daftar_gagal(self, kalimat: str) -> None:
        self._panel.pilihan.set_daftar((), "")
        self._panel.tell(kalimat, Nada.BAHAYA)

    def _on_daftar_berakhir(self) -> None:
        self._berjalan -= 1
        self._set_keadaan(Keadaan.SIAP)
        self._free_when_idle()

    def _on_printer_dipilih(self) -> None:
        terpilih = self._panel.pilihan.printer()
        if terpilih is not None and not terpilih.is_kertas:
            self._panel.tell(
                f"“{terpilih.nama}” bukan printer kertas: data warga akan tersimpan di luar "
                "program. Untuk menyimpan berkas, pakai Simpan PDF.",
                Nada.PERINGATAN,
            )
        else:
            self._panel.tell("", Nada.INFO)

    def _on_cetak(self) -> None:
        tugas = self._panel.pilihan.tugas(self._dokumen.nama_tugas)
        if self._keadaan is not Keadaan.SIAP or tugas is None or not self._can_print():
            return
        self._tugas = tugas
        self._set_keadaan(Keadaan.MENGIRIM)
        self._panel.tell("Mengirim ke printer…", Nada.INFO)
        self._start(self._sinyal_cetak, self._print)

    def _on_cetak_berhasil(self, _hasil: object) -> None:
        if self._tugas is None:
            return
        self._dunia.setelan.set(self._kunci(), self._tugas.printer)
        self._panel.tell("", Nada.INFO)
        self._set_keadaan(Keadaan.MENUNGGU_JAWABAN)
        self.tercetak.emit(self._tugas.printer, self._tugas.salinan)

    def _on_cetak_gagal(self, kalimat: str) -> None:
        self._set_keadaan(Keadaan.SIAP)
        self._fail(kalimat)

    def _on_cetak_berakhir(self) -> None:
        self._berjalan -= 1
        if self._keadaan is Keadaan.MENGIRIM:
            self._set_keadaan(Keadaan.SIAP)
            self._fail("Dokumen belum tercetak karena kesalahan program. Coba cetak sekali lagi.")
        if self._is_closing:
            self.reject()

    def _on_sudah(self) -> None:
        self.dikonfirmasi.emit(True)
        self.accept()

    def _on_belum(self) -> None:
        self._set_keadaan(Keadaan.SIAP)
        self._panel.tell(
            "Periksa kertas, kabel dan antrean printer, lalu tekan Cetak lagi.", Nada.PERINGATAN
        )
        self.dikonfirmasi.emit(False)

    def _on_simpan(self) -> None:
        tujuan = self._dunia.pilih_berkas("Simpan sebagai PDF", self._dokumen.nama_berkas)
        if tujuan is None:
            return
        try:
            jadi = simpan_berkas(self._dokumen.pdf, tujuan, ".pdf")
        except UserError as salah:
            self._fail(str(salah))
            return
        self._panel.tell(f"Tersimpan di {jadi}", Nada.SELESAI)
        self.tersimpan.emit(str(jadi))

    def _on_finished(self, _hasil: int) -> None:
        self._free_when_idle()

    def _kunci(self) -> str:
        return f"printer/{self._dokumen.kode}"
