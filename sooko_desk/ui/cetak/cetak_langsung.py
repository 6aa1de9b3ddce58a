"""Printing without a window: the same order as last time, told in a small sentence at the edge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sooko_desk.ui.cetak import pesan
from sooko_desk.ui.cetak.naskah_cetak import baca_naskah, ukur_printer
from sooko_desk.ui.cetak.pemantau import Pemantau
from sooko_desk.ui.cetak.setelan_cetak import read_geser, read_muat
from sooko_desk.ui.cetak.tugas import KabarTugas, Nasib, TugasCetak
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tombol import Tombol, tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak
    from sooko_desk.ui.cetak.setelan_cetak import KebiasaanCetak

LAMA_MS = 20_000
"""As long as the way to the printer and back; without an answer the log says "Belum pasti"."""
SEBENTAR_MS = 4_000
LEBAR_PX = 360


class KabarCetak(Kartu):
    """The small sentence; takes no focus, so that the officer goes on typing.

    Several in one window stand above each other, the newest lowest; the keys are the newest one's
    that asks.

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
        self._set_bertanya(False)
        self._pewaktu = QTimer(self)
        self._pewaktu.setSingleShot(True)
        self._pewaktu.timeout.connect(self.selesai)
        self.ya.clicked.connect(self._on_ya)
        self.belum.clicked.connect(self._on_belum)
        self.buka.clicked.connect(self.jendela_diminta)
        semua = (self.ya, self.belum, self.buka)
        pintasan = pasang_pintasan(self, {tombol.pintasan: tombol.click for tombol in semua})
        self._kunci = tuple(zip(semua, pintasan, strict=True))
        induk.installEventFilter(self)

    def katakan(self, kalimat: str, *, bertanya: bool = False, lama_ms: int = LAMA_MS) -> None:
        """Show a sentence, with the two answers and the way to the window when it asks.

        Args:
            kalimat: the sentence.
            bertanya: it is a question.
            lama_ms: until `selesai`; 0 = never by itself.
        """
        self.teks.setText(kalimat)
        self._set_bertanya(bertanya)
        self.setAccessibleName(kalimat)
        self.show()
        self._place()
        if lama_ms:
            self._pewaktu.start(lama_ms)
        else:
            self._pewaktu.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave place and keys to the others."""
        super().hideEvent(event)
        self._place()

    def _set_bertanya(self, bertanya: bool) -> None:
        self.bertanya = bertanya
        self._kaki.setVisible(bertanya)
        self.buka.setVisible(bertanya)

    def _place(self) -> None:
        """Put all sentences of this window in their places."""
        langsung = Qt.FindChildOption.FindDirectChildrenOnly
        semua = [
            k for k in self._induk.findChildren(KabarCetak, options=langsung) if not k.isHidden()
        ]
        penanya = next((k for k in reversed(semua) if k.bertanya), None)
        tempat = self._list_tombol(semua)
        bawah = self._induk.height() - THEME.gap_l
        for kartu in reversed(semua):
            bawah = kartu.taruh(bawah, tempat)
            kartu.beri_kunci(kartu is penanya)
        for kartu in semua:
            kartu.raise_()

    def taruh(self, bawah: int, tombol: Sequence[QRect]) -> int:
        """Stand above a line, and not on the window's buttons while there is room elsewhere.

        Args:
            bawah: px from the top of the window.
            tombol: places of the buttons.

        Returns:
            The line for the sentence above this one.
        """
        self.adjustSize()
        tinggi = max(self.sizeHint().height(), self.heightForWidth(LEBAR_PX))
        kiri = self._induk.width() - LEBAR_PX - THEME.gap_l
        tempat = QRect(kiri, bawah - tinggi, LEBAR_PX, tinggi)
        while halangan := [t for t in tombol if t.intersects(tempat)]:
            tempat.moveBottom(min(t.top() for t in halangan) - THEME.gap_s)
        if tempat.top() < self._induk.height() // 3:
            tempat.moveBottom(bawah - 1)
        self.setGeometry(tempat)
        return tempat.top() - THEME.gap_s

    def beri_kunci(self, milik: bool) -> None:
        """Answer to the keys, or show none."""
        for tombol, pintasan in self._kunci:
            pintasan.setEnabled(milik)
            tombol.set_pintasan(pintasan.key().toString() if milik else "")

    def _list_tombol(self, kecuali: Sequence[QWidget]) -> list[QRect]:
        """Places of the window's buttons, without those of these widgets."""
        return [
            QRect(t.mapTo(self._induk, QPoint(0, 0)), t.size())
            for t in self._induk.findChildren(Tombol)
            if t.isVisible() and t.window() is self._induk
            if not any(satu.isAncestorOf(t) for satu in kecuali)
        ]

    def _on_ya(self) -> None:
        self.dijawab.emit(True)

    def _on_belum(self) -> None:
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
        # A sleeping printer takes its time, and what becomes of it must get into the log.
        self.kabar.katakan(f"Mengirim {self._dokumen.judul} ke “{tugas.printer}”…", lama_ms=0)
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
        self._fail(pesan.sebut_belum(self._dokumen.judul, kalimat))

    def _on_cetak_berakhir(self) -> None:
        self._sibuk = False
        if not self._terkirim and not self._berakhir:
            self._fail(pesan.sebut_belum(self._dokumen.judul, "Ada kesalahan program."))
        self._free_when_idle()

    def _on_pemantau_dikabarkan(self, kabar: KabarTugas) -> None:
        if self._berakhir:
            return
        if kabar.nasib is Nasib.SELESAI and kabar.pasti:
            self._on_dijawab(True)
        elif kabar.nasib is Nasib.GAGAL:
            self.dikonfirmasi.emit(False)
            self._fail(pesan.sebut_belum(self._dokumen.judul, kabar.kalimat))
        elif kabar.nasib is Nasib.TERTAHAN:
            self.kabar.katakan(f"{self._sebut_terkirim()} {kabar.kalimat}", bertanya=True)

    def _on_dijawab(self, keluar: bool) -> None:
        self.dikonfirmasi.emit(keluar)
        if keluar:
            self._finish(f"{self._dokumen.judul} tercetak.")
        else:
            self._fail(pesan.sebut_belum(self._dokumen.judul, "Periksa printer."))

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
