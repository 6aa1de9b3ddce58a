"""The tabs of the office's own data cut no word on any screen of the office."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.ukuran_uji import list_terpotong

from sooko_desk.ui import theme
from sooko_desk.ui.pengaturan.dialog import LEBAR, TINGGI, DialogPengaturan
from sooko_desk.ui.pengaturan.tab_kantor import TabKantor
from sooko_desk.ui.pengaturan.tab_nomor import TabNomor
from sooko_desk.ui.pengaturan.tab_pejabat import TabPejabat
from sooko_desk.ui.theme import Nada

KALIMAT = "Belum tersimpan. Perbaiki isian yang bertanda merah. " * 2


@pytest.fixture
def buka(qapp, kantor):
    if not qapp.styleSheet():
        theme.apply(qapp)
    induk = QWidget()

    def buka(petugas):
        meja = kantor.meja
        halaman = (
            ("Kantor", TabKantor(meja.kantor, meja.clock)),
            ("Pejabat", TabPejabat(meja.kantor.isi, meja.clock)),
            ("Nomor", TabNomor(meja.kantor.pola)),
        )
        dialog = DialogPengaturan(halaman, petugas, induk)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    yield buka
    QThreadPool.globalInstance().waitForDone()
    induk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("siapa", ["operator", "kasi"])
@pytest.mark.parametrize("ukuran", [(LEBAR, TINGGI), (1040, 560)])
def test_nothing_is_cut_with_everything_to_be_said(buka, kantor, siapa, ukuran):
    dialog = buka(getattr(kantor, siapa))
    dialog.resize(*ukuran)
    for nomor in range(dialog.tab.count()):
        dialog.tab.setCurrentIndex(nomor)
        tab = dialog.tab.currentWidget()
        QApplication.processEvents()
        assert list_terpotong(dialog) == [], nomor
        tab.spanduk.tampilkan(Nada.BAHAYA, KALIMAT)
        dialog.spanduk.tampilkan(Nada.INFO, KALIMAT)
        QApplication.processEvents()
        assert list_terpotong(dialog) == [], nomor
        assert (dialog.width(), dialog.height()) == ukuran
        dialog.spanduk.sembunyikan()
