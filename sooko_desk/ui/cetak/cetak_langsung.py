"""Printing without a window: the same order as last time, told in a small sentence at the edge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sooko_desk.ui.cetak.naskah_cetak import baca_naskah, ukur_printer
from sooko_desk.ui.cetak.pemantau import Pemantau
from sooko_desk.ui.cetak.setelan_cetak import read_geser, read_muat
from sooko_desk.ui.cetak.tugas import KabarTugas, Nasib, TugasCetak
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak
    from sooko_desk.ui.cetak.setelan_cetak import KebiasaanCetak

LAMA_MS = 20_000
"""As long as the way to the printer and back; without an answer the log says "Belum pasti"."""
SEBENTAR_MS = 4_000
LEBAR_PX = 360
DARI_RIWAYAT = "Cetak lagi dari riwayat cetak (F7); nomornya tetap."


class KabarCetak(Kartu):
    """The small sentence; takes no focus, so that the officer goes on typing.

    Signals:
        dijawab(bool): whether the paper came out.
        jendela_diminta(): the print window of this document is wanted.
        selesai(): the time is over, or it was closed.
    """

    dijawab = Signal(bool)
    jendela_diminta = Signal()
    selesai = Signal()

    def __init__(self, induk: QWidget) -> None:
        super().__init__(parent=induk)
        self._induk = induk
        self.setFixedWidth(LEBAR_PX)
        self.teks = build_label("")
        self.teks.setWordWrap(True)
        self.ya = tombol_kedua("Ya, keluar", "check", "Alt+Y")
        self.belum = tombol_kedua("Belum", "refresh", "Alt+U")
        self.buka = tombol_teks("Jendela cetak", "printer", "Ctrl+Shift+P")
        self._kaki = QWidget()
        kaki = QHBoxLayout(self._kaki)
        kaki.setContentsMargins(0, 0, 0, 0)
        for tombol in (self.ya, self.belum):
            kaki.addWidget(tombol)
        kaki.addStretch(1)
        for widget in (self.teks, self._kaki, self.buka):
            self.isi.addWidget(widget)
        self._kaki.hide()
        self._pewaktu = QTimer(self)
        self._pewaktu.setSingleShot(True)
        self._pewaktu.timeout.connect(self.selesai)
        self.ya.clicked.connect(self._on_ya)
        self.belum.clicked.connect(self._on_belum)
        self.buka.clicked.connect(self.jendela_diminta)
        for kunci, slot in (
            ("Alt+Y", self._on_ya),
            ("Alt+U", self._on_belum),
            ("Ctrl+Shift+P", self.jendela_diminta.emit),
        ):
            QShortcut(QKeySequence(kunci), self).activated.connect(slot)
        induk.installEventFilter(self)

    def katakan(self, kalimat: str, *, bertanya: bool = False, lama_ms: int = LAMA_MS) -> None:
        """Show a sentence, with the two answers when it asks."""
        self.teks.setText(kalimat)
        self._kaki.setVisible(bertanya)
        self.setAccessibleName(kalimat)
        self.show()
        self._place()
        self._pewaktu.start(lama_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        tinggi = max(self.sizeHint().height(), self.heightForWidth(LEBAR_PX))
        self.resize(LEBAR_PX, tinggi)
        tepi = THEME.gap_l
        self.move(
            self._induk.width() - self.width() - tepi, self._induk.height() - self.height() - tepi
        )
        self.raise_()

    def _on_ya(self) -> None:
        if self._kaki.isVisible():
            self.dijawab.emit(True)

    def _on_belum(self) -> None:
        if self._kaki.isVisible():
            self.dijawab.emit(False)


class CetakLangsung(QObject):
    """One document on its way without a window; frees itself after `finished`.

    Signals: as of `DialogCetak`; `jendela_diminta()` in addition.
    """

    tercetak = Signal(str, int)
    tidak_tercetak = Signal(str, int)
    dikonfirmasi = Signal(bool)
    tersimpan = Signal(str)
    gagal = Signal(str)
    finished = Signal()
    jendela_diminta = Signal()

    alasan = ""

    def __init__(self, dokumen: DokumenCetak, dunia: DuniaCetak, induk: QWidget) -> None:
        super().__init__(induk)
        self._dokumen = dokumen
        self._dunia = dunia
        self._naskah = baca_naskah(dokumen, dokumen.pdf)
        self._terkirim = self._berakhir = False
        self._tugas = TugasCetak("")
        self._sinyal = SinyalKerja()
        self._sibuk = False
        self._sinyal.berhasil.connect(self._on_cetak_berhasil)
        self._sinyal.gagal.connect(self._on_cetak_gagal)
        self._sinyal.berakhir.connect(self._on_cetak_berakhir)
        self._pemantau = Pemantau(dunia.read_kabar, self)
        self._pemantau.dikabarkan.connect(self._on_pemantau_dikabarkan)
        self._pemantau.diam.connect(self._free_when_idle)
        self.kabar = KabarCetak(induk)
        self.kabar.dijawab.connect(self._on_dijawab)
        self.kabar.selesai.connect(self._finish)
        self.kabar.jendela_diminta.connect(self._on_jendela_diminta)

    @property
    def kertas(self) -> str:
        """Id of the paper."""
        return self._naskah.kertas.id

    def mulai(self, kebiasaan: KebiasaanCetak) -> None:
        """Print as last time."""
        naskah, dunia = self._naskah, self._dunia
        self._tugas = tugas = TugasCetak(
            kebiasaan.printer,
            kebiasaan.salinan,
            judul=self._dokumen.nama_tugas,
            geser=read_geser(dunia.setelan, kebiasaan.printer, rebah=naskah.rebah),
        )
        muat = read_muat(dunia.setelan, kebiasaan.printer)

        def cetak() -> object:
            milik = ukur_printer(dunia, tugas.printer, naskah).milik if muat else None
            bidang = milik.pinggir if milik is not None else None
            return dunia.cetak_pdf(naskah.pdf, replace(tugas, bidang=bidang))

        self._sibuk = True
        self.kabar.katakan(f"Mengirim {self._dokumen.judul} ke “{tugas.printer}”…")
        run_in_background(self._sinyal, cetak)

    def _on_cetak_berhasil(self, hasil: object) -> None:
        self._terkirim = True
        self.tercetak.emit(self._tugas.printer, self._tugas.salinan)
        self.kabar.katakan(self._sebut_terkirim(), bertanya=True)
        self._pemantau.mulai(hasil)

    def _sebut_terkirim(self) -> str:
        lembar = f" ({self._tugas.salinan} salinan)" if self._tugas.salinan > 1 else ""
        return (
            f"{self._dokumen.judul}{lembar} dikirim ke “{self._tugas.printer}”. "
            "Sudah keluar dari printer?"
        )

    def _on_cetak_gagal(self, kalimat: str) -> None:
        self.tidak_tercetak.emit(self._tugas.printer, self._tugas.salinan)
        self._fail(f"{self._dokumen.judul} belum tercetak. {kalimat} {DARI_RIWAYAT}")

    def _on_cetak_berakhir(self) -> None:
        self._sibuk = False
        if not self._terkirim and not self._berakhir:
            self._fail(f"{self._dokumen.judul} belum tercetak: kesalahan program. {DARI_RIWAYAT}")
        self._free_when_idle()

    def _on_pemantau_dikabarkan(self, kabar: KabarTugas) -> None:
        if self._berakhir:
            return
        if kabar.nasib is Nasib.SELESAI and kabar.pasti:
            self._on_dijawab(True)
        elif kabar.nasib is Nasib.GAGAL:
            self.dikonfirmasi.emit(False)
            self._fail(f"{self._dokumen.judul}: {kabar.kalimat} {DARI_RIWAYAT}")
        elif kabar.nasib is Nasib.TERTAHAN:
            self.kabar.katakan(f"{self._sebut_terkirim()} {kabar.kalimat}", bertanya=True)

    def _on_dijawab(self, keluar: bool) -> None:
        self.dikonfirmasi.emit(keluar)
        if keluar:
            self._finish(f"{self._dokumen.judul} tercetak.")
        else:
            self._fail(f"{self._dokumen.judul} belum tercetak. Periksa printer. {DARI_RIWAYAT}")

    def _on_jendela_diminta(self) -> None:
        self._finish()
        self.jendela_diminta.emit()

    def _fail(self, kalimat: str) -> None:
        self.gagal.emit(kalimat)
        self._finish()

    def _finish(self, kalimat: str = "") -> None:
        if self._berakhir:
            self.kabar.hide()
            return
        self._berakhir = True
        self._pemantau.berhenti()
        if kalimat:
            self.kabar.katakan(kalimat, lama_ms=SEBENTAR_MS)
        else:
            self.kabar.hide()
        self.finished.emit()
        self._free_when_idle()

    def _free_when_idle(self) -> None:
        if self._berakhir and not self._sibuk and not self._pemantau.sibuk:
            QTimer.singleShot(SEBENTAR_MS, self.kabar.deleteLater)
            self.deleteLater()
