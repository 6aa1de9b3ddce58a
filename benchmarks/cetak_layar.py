"""From Ctrl+Enter in the intake form to the first painted page of the receipt's preview.

The real window and an officer's keys; beside it a bare dialog with Qt's PDF view, which is handed
the finished receipt. A page counts as painted when its ink lies in the dialog's store.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layar import pasang_pesan
from orang import buat_orang
from penulis_register import SEKARANG
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QVBoxLayout
from register_besar import PIN_OPERATOR, hasher

from sooko_desk.app import build, tenangkan_memori
from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.app_tangan import ALT, CTRL, ENTER, Tangan
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.ui import theme
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.setelan import SetelanBerkas

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from shiboken6 import Object

    from sooko_desk.app import Program

ISTIRAHAT_MS = 3500
"""From signing in to the first applicant, who must first be greeted."""
TENANG_MS = 300
PALING_LAMA = 10.0
GELAP, KEPALA_PX = 60, QRect(60, 20, 300, 120)
"""How dark ink is (0-255), and where in the view the head of the office must show it."""
BIJI_LAIN = 7


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """ms until the page was painted, and ms that the process computed meanwhile."""

    dinding: float
    kerja: float


def ukur(folder: str, putaran: int) -> tuple[list[Pratinjau], list[Pratinjau]]:
    """One more than `putaran` receipts of the program, the first of the day first; bare ones."""
    pasang_pesan()
    app = QApplication(["cetak"])
    theme.apply(app)
    dunia = DuniaCetak(SetelanBerkas(Path(folder) / "setelan.ini"), list_printer=lambda: ())
    lingkungan = Lingkungan(
        Path(folder), clock=JamTetap(SEKARANG), hasher=hasher(), dunia=dunia, latihan=True
    )
    program = build(lingkungan)
    try:
        program.jendela.siap.connect(tenangkan_memori)
        program.jendela.show()
        program.jendela.mulai()
        Tangan(program.jendela).masuk(PIN_OPERATOR)
        QTest.qWait(ISTIRAHAT_MS)
        semua, isi = _ukur_program(program, putaran + 1)
        return semua, [_ukur_polos(isi) for _ in range(putaran)]
    finally:
        program.tutup()


class _Jam(QObject):
    """Watches a window until ink lies in its store, and reads the clock then."""

    def __init__(self, jendela: QWidget, view: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._view = view
        self.terlukis: float | None = None
        jendela.installEventFilter(self)

    def eventFilter(self, watched: Object, event: QEvent) -> bool:
        """Paint the window, then look whether the page is there."""
        if self.terlukis is not None or event.type() != QEvent.Type.UpdateRequest:
            return False
        watched.event(event)  # type: ignore[attr-defined]  # a QObject
        kini, view = time.perf_counter(), self._view()
        if view is not None and _bertinta(view):
            self.terlukis = kini
        return True


def _ukur_program(program: Program, banyak: int) -> tuple[list[Pratinjau], bytes]:
    jendela, semua, isi = program.jendela, [], b""
    tangan = Tangan(jendela)
    desa = program.meja.tabel.desa
    for orang in buat_orang(banyak, [d.nama for d in desa], BIJI_LAIN):
        tangan.isi(orang.nik, orang.nama, "081230009001", orang.nkk, orang.desa)
        tangan.isi(orang.alamat, orang.rt, orang.rw)
        tangan.tekan(Qt.Key.Key_1, ALT)
        tangan.isi("I.B.2", *[""] * 7)
        tangan.ketik("123")
        QTest.qWait(TENANG_MS)
        mulai, kerja = time.perf_counter(), time.process_time()
        tangan.tekan(ENTER, CTRL)
        if jendela.pencetak.dialog is None:  # a warning that must be seen first: once more
            mulai, kerja = time.perf_counter(), time.process_time()
            tangan.tekan(ENTER, CTRL)
        dialog = jendela.pencetak.dialog
        assert dialog is not None, jendela.kerja.penerimaan.spanduk.teks
        semua.append(_tunggu(_Jam(dialog, partial(dialog.findChild, QPdfView)), mulai, kerja))
        isi = dialog._dokumen.pdf  # noqa: SLF001 - the bare dialog shows the same receipt
        tangan.tekan(Qt.Key.Key_Escape)
        tangan.tunggu(lambda: jendela.pencetak.dialog is None)
        QTest.qWait(TENANG_MS)
    return semua, isi


def _ukur_polos(isi: bytes) -> Pratinjau:
    jendela, dialog = QMainWindow(), QDialog()
    view = QPdfView(dialog)

    def buka() -> None:
        dokumen, wadah = QPdfDocument(dialog), QBuffer(dialog)
        wadah.setData(QByteArray(isi))
        wadah.open(QBuffer.OpenModeFlag.ReadOnly)
        dokumen.load(wadah)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # Else Qt fits the page and the bar to each other for seconds.
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        view.setDocument(dokumen)
        QVBoxLayout(dialog).addWidget(view)
        dialog.resize(1000, 560)
        dialog.open()

    QShortcut(QKeySequence("Ctrl+Return"), jendela).activated.connect(buka)
    jendela.resize(1280, 680)
    jendela.show()
    jendela.activateWindow()
    QTest.qWaitForWindowActive(jendela)
    mulai, kerja = time.perf_counter(), time.process_time()
    QTest.keyClick(jendela, ENTER, CTRL)
    hasil = _tunggu(_Jam(dialog, lambda: view), mulai, kerja)
    for satu in (dialog, jendela):
        satu.close()
        satu.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return hasil


def _tunggu(jam: _Jam, mulai: float, kerja: float) -> Pratinjau:
    while jam.terlukis is None:
        QApplication.processEvents()
        if time.perf_counter() - mulai > PALING_LAMA:
            raise TimeoutError("no page was painted")
    return Pratinjau((jam.terlukis - mulai) * 1000, (time.process_time() - kerja) * 1000)


def _bertinta(view: Any) -> bool:
    """Whether letters are to be seen on the page."""
    kepala = view.viewport().grab(KEPALA_PX).toImage()
    abu = kepala.convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(abu.constBits())) < GELAP
