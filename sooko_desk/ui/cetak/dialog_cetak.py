"""The print window: see a document, choose a printer, print or save, say whether it came out.

Numbers nothing and records nothing: what happened goes out as signals.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.cetak import pesan, setelan_cetak
from sooko_desk.ui.cetak.alasan_cetak import BELUM_DIISI
from sooko_desk.ui.cetak.naskah_cetak import baca_naskah, sebut_masalah
from sooko_desk.ui.cetak.panel_cetak import PanelCetak
from sooko_desk.ui.cetak.pemantau import Pemantau
from sooko_desk.ui.cetak.pengukur import Pengukur
from sooko_desk.ui.cetak.pratinjau import Pratinjau
from sooko_desk.ui.cetak.simpan_pdf import minta_izin, simpan_pdf
from sooko_desk.ui.cetak.tugas import Nasib
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak
    from sooko_desk.ui.cetak.naskah_cetak import Naskah
    from sooko_desk.ui.cetak.tugas import KabarTugas, PrinterTersedia, TugasCetak


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
    printer?" sends no `dikonfirmasi`. Where the print system itself says how it ended, nobody is
    asked.

    Signals:
        tercetak(str, int): the print system has taken the document; printer name, copies.
        tidak_tercetak(str, int): it has not; printer name, copies.
        dikonfirmasi(bool): whether the paper came out, as the officer or the printer says.
        tersimpan(str): saved as a file; its path.
        gagal(str): saving failed, or the last print when closed; told where the window was.
    """

    tercetak = Signal(str, int)
    tidak_tercetak = Signal(str, int)
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
        self._naskah: Naskah | None = None
        self._tugas: TugasCetak | None = None
        self._sinyal_daftar, self._sinyal_cetak, self._berjalan = SinyalKerja(), SinyalKerja(), 0
        self._printer_lain = self._belum = ""
        self._pengukur = Pengukur(dunia, self)
        self._pemantau = Pemantau(dunia.read_kabar, self)
        self._pratinjau = Pratinjau(di_seluruh_jendela=True)
        self._panel = PanelCetak(dokumen.salinan)
        self.setWindowTitle(f"Cetak – {dokumen.judul}")
        # 1366 × 768 at 125 % leaves about 1040 × 560 for a window.
        self.resize(1000, 560)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(THEME.gap_l, THEME.gap_m, THEME.gap_l, THEME.gap_m)
        tata.setSpacing(THEME.gap_l)
        tata.addWidget(self._pratinjau, 1)
        tata.addWidget(self._panel)
        self._connect()
        self._connect_kunci()
        self._set_keadaan(Keadaan.MENCARI)

    @property
    def keadaan(self) -> Keadaan:
        """What the window is doing now."""
        return self._keadaan

    @property
    def alasan(self) -> str:
        """Why it is printed again; "" on the first print."""
        return self._panel.alasan.kata() if self._panel.alasan is not None else ""

    @property
    def kertas(self) -> str:
        """Id of the paper, e.g. "A4"; "" while the document cannot be read."""
        return self._naskah.kertas.id if self._naskah is not None else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Start once: the preview at once, the slow things after the window is on the screen."""
        super().showEvent(event)
        if self._is_first_show:
            self._is_first_show = False
            # Now, so that its thread draws the page while the window is painted for the first time.
            self._show(self._dokumen.pdf)
            QTimer.singleShot(0, self._on_shown)

    def done(self, hasil: int) -> None:
        """Close; while sending only out of sight, see the class."""
        if self._keadaan is Keadaan.MENGIRIM:
            self._is_closing = True
            self.hide()
            return
        self._pemantau.berhenti()
        if self._belum:
            self.gagal.emit(self._belum)
        super().done(hasil)

    def _connect(self) -> None:
        pilihan, panel = self._panel.pilihan, self._panel
        self._pratinjau.ditampilkan.connect(pilihan.set_jumlah_halaman)
        pilihan.muat_ulang_diminta.connect(self._on_muat_ulang)
        pilihan.printer_dipilih.connect(self._on_printer_dipilih)
        pilihan.kertas_dipilih.connect(self._on_kertas_dipilih)
        pilihan.posisi_diminta.connect(self._on_posisi_diminta)
        pilihan.muat.toggled.connect(self._tell_masalah)
        panel.cetak.clicked.connect(self._on_cetak)
        panel.simpan.clicked.connect(self._on_simpan)
        panel.simpan.setVisible(self._dokumen.boleh_simpan)
        panel.tutup.clicked.connect(self.reject)
        panel.sudah.clicked.connect(self._on_sudah)
        panel.belum.clicked.connect(self._on_belum)
        self._sinyal_daftar.berhasil.connect(self._on_daftar_berhasil)
        self._sinyal_daftar.gagal.connect(self._on_daftar_gagal)
        self._sinyal_daftar.berakhir.connect(self._on_daftar_berakhir)
        self._pengukur.terukur.connect(self._tell_masalah)
        self._pengukur.diam.connect(self._free_when_idle)
        self._sinyal_cetak.berhasil.connect(self._on_cetak_berhasil)
        self._sinyal_cetak.gagal.connect(self._on_cetak_gagal)
        self._sinyal_cetak.berakhir.connect(self._on_cetak_berakhir)
        self._pemantau.dikabarkan.connect(self._on_pemantau_dikabarkan)
        self._pemantau.diam.connect(self._free_when_idle)
        self.finished.connect(self._free_when_idle)

    def _connect_kunci(self) -> None:
        pasang_pintasan(self, {"Ctrl+P": self._on_cetak, "F5": self._on_muat_ulang})
        if self._dokumen.boleh_simpan:
            pasang_pintasan(self, {"Ctrl+S": self._on_simpan})
        self._pintasan_jawaban = pasang_pintasan(self, {"Y": self._on_sudah, "U": self._on_belum})

    def _set_keadaan(self, keadaan: Keadaan) -> None:
        self._keadaan = keadaan
        is_bertanya = keadaan is Keadaan.MENUNGGU_JAWABAN
        for pintasan in self._pintasan_jawaban:
            pintasan.setEnabled(is_bertanya)
        self._panel.set_bertanya(is_bertanya, self._sebut_terkirim() if is_bertanya else "")
        is_siap = keadaan is Keadaan.SIAP
        if not is_siap and not is_bertanya:
            # A disabled button hands the focus to its neighbour: a second Enter would press that.
            self._pratinjau.setFocus()
        self._panel.pilihan.setEnabled(is_siap)
        self._panel.cetak.setEnabled(is_siap and self._can_print())
        if is_siap:
            self._panel.fokus_langkah_berikut()

    def _sebut_terkirim(self) -> str:
        return f"Sudah dikirim ke “{self._tugas.printer}”." if self._tugas is not None else ""

    def _can_print(self) -> bool:
        return self._panel.pilihan.printer() is not None and self._pratinjau.page_count() > 0

    def _start(self, sinyal: SinyalKerja, kerja: Callable[[], object]) -> None:
        self._berjalan += 1
        run_in_background(sinyal, kerja)

    def _fail(self, kalimat: str, nada: Nada = Nada.BAHAYA) -> None:
        """Back to printing; who closes now, or has closed, is told where the window was."""
        self._set_keadaan(Keadaan.SIAP)
        self._panel.tell(kalimat, nada)
        self._belum = pesan.sebut_belum(self._dokumen.judul, kalimat if self._is_closing else "")

    def _free_when_idle(self) -> None:
        sibuk = self._berjalan > 0 or self._pemantau.sibuk or self._pengukur.sibuk
        if not sibuk and not self.isVisible():
            self._pratinjau.kosongkan()
            self.deleteLater()

    def _kebiasaan(self) -> setelan_cetak.KebiasaanCetak:
        return setelan_cetak.read_kebiasaan(self._dunia.setelan, self._dokumen.kode)

    def _on_shown(self) -> None:
        kebiasaan = self._kebiasaan()
        self._panel.pilihan.set_salinan(kebiasaan.salinan)
        self._panel.pilihan.langsung.setChecked(kebiasaan.langsung)
        lain = next((k for k in self._dokumen.kertas if k.id == kebiasaan.kertas), None)
        if lain is not None and self._naskah is not None and lain != self._naskah.kertas:
            self._rebuild(lain)
        self._on_muat_ulang()

    def _show(self, pdf: bytes) -> None:
        self._pratinjau.tampilkan(pdf, self._dokumen.judul)
        if self._pratinjau.page_count():
            self._naskah = baca_naskah(self._dokumen, pdf)
            self._panel.pilihan.set_kertas(self._naskah.pilihan, self._naskah.kertas)

    def _rebuild(self, kertas: Kertas) -> None:
        bangun, naskah = self._dokumen.bangun, self._naskah
        if bangun is None or naskah is None:
            return
        try:
            self._show(bangun(kertas))
        except OfficerError as galat:
            self._panel.pilihan.set_kertas(naskah.pilihan, naskah.kertas)
            self._panel.tell(str(galat), Nada.BAHAYA)

    def _on_muat_ulang(self) -> None:
        if self._berjalan or self._keadaan is Keadaan.MENUNGGU_JAWABAN:
            return
        self._printer_lain = ""
        self._set_keadaan(Keadaan.MENCARI)
        self._panel.pilihan.set_mencari()
        self._panel.tell("", Nada.INFO)
        self._start(self._sinyal_daftar, self._dunia.list_printer)

    def _on_daftar_berhasil(self, hasil: object) -> None:
        daftar = cast("tuple[PrinterTersedia, ...]", hasil)
        terakhir = self._kebiasaan().printer
        if not daftar:
            self._panel.pilihan.set_daftar((), "")
            self._panel.ingatkan(pesan.sebut_tanpa_printer(simpan=self._dokumen.boleh_simpan))
        elif not self._panel.pilihan.set_daftar(daftar, terakhir):
            self._printer_lain = pesan.sebut_printer_lain(terakhir)
            self._panel.ingatkan(f"{self._printer_lain} {self._panel.kalimat}".strip())

    def _on_daftar_gagal(self, kalimat: str) -> None:
        self._panel.pilihan.set_daftar((), "")
        self._panel.tell(kalimat, Nada.BAHAYA)

    def _on_daftar_berakhir(self) -> None:
        self._berjalan -= 1
        self._set_keadaan(Keadaan.SIAP)
        self._free_when_idle()

    def _on_printer_dipilih(self) -> None:
        terpilih = self._panel.pilihan.printer()
        if terpilih is not None:
            muat = setelan_cetak.read_muat(self._dunia.setelan, terpilih.nama)
            self._panel.pilihan.muat.setChecked(muat)
        if terpilih is not None and not terpilih.is_kertas:
            simpan = self._dokumen.boleh_simpan
            self._panel.ingatkan(pesan.sebut_bukan_kertas(terpilih.nama, simpan=simpan))
        elif self._keadaan is Keadaan.SIAP:  # what was said during the search is newer
            self._printer_lain = ""
            self._panel.tell("", Nada.INFO)
        self._measure()

    def _on_kertas_dipilih(self) -> None:
        kertas = self._panel.pilihan.kertas()
        if kertas is None or self._naskah is None or kertas == self._naskah.kertas:
            return
        self._panel.tell("", Nada.INFO)
        self._rebuild(kertas)
        self._measure()

    def _measure(self) -> None:
        """Ask the printer for its papers. Printing need not wait for the answer."""
        terpilih, naskah = self._panel.pilihan.printer(), self._naskah
        self._pengukur.lupakan()
        self._panel.pilihan.set_kertas_printer(None)
        if terpilih is not None and naskah is not None:
            self._pengukur.ukur(terpilih.nama, naskah)

    def _tell_masalah(self) -> None:
        ukuran, terpilih = self._pengukur.ukuran, self._panel.pilihan.printer()
        if ukuran is None or terpilih is None or self._naskah is None:
            return
        self._panel.pilihan.set_kertas_printer(ukuran.daftar)
        if not terpilih.is_kertas or self._keadaan is not Keadaan.SIAP:
            return
        masalah = sebut_masalah(ukuran, self._naskah, muat=self._panel.pilihan.muat.isChecked())
        if masalah or self._panel.kalimat.endswith(pesan.sebut_terpotong(ukuran.printer)):
            self._panel.ingatkan(f"{self._printer_lain} {masalah}".strip())

    def _on_posisi_diminta(self) -> None:
        from sooko_desk.ui.cetak.posisi_cetak import DialogPosisi

        terpilih, naskah = self._panel.pilihan.printer(), self._naskah
        if terpilih is not None and naskah is not None:
            kertas = naskah.kertas.rebah if naskah.rebah else naskah.kertas
            dialog = DialogPosisi(terpilih.nama, kertas, self._dunia, self)
            dialog.tersimpan.connect(self._on_posisi_tersimpan)
            dialog.open()

    def _on_posisi_tersimpan(self, kalimat: str) -> None:
        self._panel.tell(kalimat, Nada.SELESAI)

    def _on_cetak(self) -> None:
        tugas = self._panel.pilihan.tugas(self._dokumen.nama_tugas)
        naskah = self._naskah
        if self._keadaan is not Keadaan.SIAP or tugas is None or naskah is None:
            return
        if self._panel.alasan is not None and not self.alasan:
            self._panel.ingatkan(BELUM_DIISI)
            self._panel.alasan.setFocus()
            return
        muat = self._panel.pilihan.muat.isChecked()
        ukuran = self._pengukur.ukuran
        milik = ukuran.milik if ukuran is not None else None
        self._tugas = tugas = replace(
            tugas,
            geser=setelan_cetak.read_geser(self._dunia.setelan, tugas.printer, rebah=naskah.rebah),
            bidang=milik.pinggir if muat and milik is not None else None,
        )
        self._set_keadaan(Keadaan.MENGIRIM)
        self._panel.tell("Mengirim ke printer…", Nada.INFO)
        self._start(self._sinyal_cetak, lambda: self._dunia.cetak_pdf(naskah.pdf, tugas))

    def _on_cetak_berhasil(self, hasil: object) -> None:
        if self._tugas is None:
            return
        pilihan = self._panel.pilihan
        langsung, muat = pilihan.langsung.isChecked(), pilihan.muat.isChecked()
        setelan_cetak.ingat_cetakan(
            self._dunia.setelan,
            self._dokumen,
            self._tugas,
            self.kertas,
            langsung=langsung,
            muat=muat,
        )
        self._belum = ""
        self._panel.tell("", Nada.INFO)
        self._set_keadaan(Keadaan.MENUNGGU_JAWABAN)
        self.tercetak.emit(self._tugas.printer, self._tugas.salinan)
        if not self._is_closing:
            self._pemantau.mulai(hasil)

    def _on_cetak_gagal(self, kalimat: str) -> None:
        self._fail(kalimat)
        if self._tugas is not None:
            self.tidak_tercetak.emit(self._tugas.printer, self._tugas.salinan)

    def _on_cetak_berakhir(self) -> None:
        self._berjalan -= 1
        if self._keadaan is Keadaan.MENGIRIM:
            self._fail("Dokumen belum tercetak karena kesalahan program. Coba cetak sekali lagi.")
        if self._is_closing:
            self.reject()

    def _on_pemantau_dikabarkan(self, kabar: KabarTugas) -> None:
        if self._keadaan is not Keadaan.MENUNGGU_JAWABAN:
            return
        if kabar.nasib is Nasib.SELESAI and kabar.pasti:
            self._on_sudah()
        elif kabar.nasib is Nasib.GAGAL:
            self._fail(kabar.kalimat, Nada.PERINGATAN)
            self.dikonfirmasi.emit(False)
        elif kabar.kalimat:
            self._panel.set_keterangan(f"{self._sebut_terkirim()} {kabar.kalimat}")

    def _on_sudah(self) -> None:
        self.dikonfirmasi.emit(True)
        self.accept()

    def _on_belum(self) -> None:
        self._pemantau.berhenti()
        self._fail(pesan.BELUM_KELUAR, Nada.PERINGATAN)
        self.dikonfirmasi.emit(False)

    def _on_simpan(self) -> None:
        minta_izin(self._dokumen, self, self._simpan)

    def _simpan(self, catat: Callable[[], None]) -> None:
        pdf = self._naskah.pdf if self._naskah is not None else self._dokumen.pdf
        try:
            jadi = simpan_pdf(self._dunia, self._dokumen, pdf, catat)
        except OfficerError as salah:
            self._panel.tell(str(salah), Nada.BAHAYA)
            self.gagal.emit(str(salah))
            return
        if jadi:
            self._panel.tell(f"Tersimpan di {jadi}", Nada.SELESAI)
            self.tersimpan.emit(jadi)
