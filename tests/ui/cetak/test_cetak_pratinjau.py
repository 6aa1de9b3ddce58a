"""The preview: pages, zoom, keys, letting go."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel

from sooko_desk.ui.cetak.pratinjau import BELUM_ADA, MAX_ZOOM, MIN_ZOOM, TIDAK_TERBACA, Pratinjau
from sooko_desk.ui.kit.tombol import Tombol


class ResizeCounter(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.jumlah = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.jumlah += event.type() == QEvent.Type.Resize
        return False


@pytest.fixture
def pratinjau(qtbot):
    widget = Pratinjau(di_seluruh_jendela=True)
    qtbot.addWidget(widget)
    widget.resize(640, 520)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def _words(widget: Pratinjau) -> list[str]:
    return [satu.text() for satu in widget.findChildren(QLabel) if satu.isVisible()]


def _button(widget: Pratinjau, nama: str) -> Tombol:
    return next(satu for satu in widget.findChildren(Tombol) if satu.accessibleName() == nama)


def test_an_empty_preview_says_so_and_ignores_its_keys(pratinjau, qtbot):
    for tombol in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(pratinjau, tombol, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pratinjau, Qt.Key.Key_PageDown)
    assert BELUM_ADA in _words(pratinjau)
    assert (pratinjau.page_count(), pratinjau.current_page()) == (0, 0)
    assert not _button(pratinjau, "Perbesar").isEnabled()
    assert pratinjau.findChild(QPdfView) is None


def test_a_document_is_shown_as_wide_as_the_window(pratinjau, qtbot, pdf_of):
    with qtbot.waitSignal(pratinjau.ditampilkan) as sinyal:
        pratinjau.tampilkan(pdf_of(jumlah=3), "Tanda Bukti 0012")
    assert sinyal.args == [3]
    kata = _words(pratinjau)
    assert "Tanda Bukti 0012" in kata
    assert "Halaman 1 dari 3" in kata
    assert "Selebar layar" in kata
    view = pratinjau.findChild(QPdfView)
    assert view.zoomMode() == QPdfView.ZoomMode.FitToWidth
    assert view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_zoom_steps_from_the_fitted_size_and_returns_to_it(pratinjau, qtbot, pdf_of):
    pratinjau.tampilkan(pdf_of(), "A4")
    awal = pratinjau.zoom_factor()
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(pratinjau, Qt.Key.Key_Plus, ctrl)
    assert pratinjau.zoom_factor() == pytest.approx(awal * 1.25)
    assert f"{awal * 1.25:.0%}".replace("%", " %") in _words(pratinjau)
    qtbot.keyClick(pratinjau, Qt.Key.Key_Minus, ctrl)
    assert pratinjau.zoom_factor() == pytest.approx(awal)
    qtbot.keyClick(pratinjau, Qt.Key.Key_Equal, ctrl)
    assert pratinjau.zoom_factor() > awal
    qtbot.keyClick(pratinjau, Qt.Key.Key_0, ctrl)
    assert "Selebar layar" in _words(pratinjau)


@pytest.mark.parametrize(("nama", "batas"), [("Perbesar", MAX_ZOOM), ("Perkecil", MIN_ZOOM)])
def test_zoom_has_an_end(pratinjau, qtbot, pdf_of, nama, batas):
    pratinjau.tampilkan(pdf_of(), "A4")
    for _ in range(20):
        qtbot.mouseClick(_button(pratinjau, nama), Qt.MouseButton.LeftButton)
    assert pratinjau.zoom_factor() == batas


def test_page_buttons_and_keys_move_through_the_document(pratinjau, qtbot, pdf_of):
    pratinjau.tampilkan(pdf_of(jumlah=3), "A4")
    qtbot.mouseClick(_button(pratinjau, "Halaman berikutnya"), Qt.MouseButton.LeftButton)
    assert "Halaman 2 dari 3" in _words(pratinjau)
    qtbot.mouseClick(_button(pratinjau, "Halaman sebelumnya"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(_button(pratinjau, "Halaman sebelumnya"), Qt.MouseButton.LeftButton)
    assert pratinjau.current_page() == 1
    for _ in range(8):
        qtbot.keyClick(pratinjau, Qt.Key.Key_PageDown)
    assert pratinjau.current_page() == 3
    for _ in range(8):
        qtbot.keyClick(pratinjau, Qt.Key.Key_PageUp)
    assert pratinjau.current_page() == 1


def test_keys_jump_to_the_next_page_and_to_both_ends(pratinjau, qtbot, pdf_of):
    ctrl = Qt.KeyboardModifier.ControlModifier
    pratinjau.tampilkan(pdf_of(jumlah=5), "A4")
    for tombol, halaman in (
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_PageUp, 4),
        (Qt.Key.Key_Home, 1),
    ):
        qtbot.keyClick(pratinjau, tombol, ctrl)
        assert pratinjau.current_page() == halaman


def test_one_page_needs_no_page_buttons(pratinjau, pdf_of):
    pratinjau.tampilkan(pdf_of(), "A4")
    assert not _button(pratinjau, "Halaman berikutnya").isVisible()


def test_a_damaged_document_says_so_and_the_next_one_is_shown(pratinjau, pdf_of):
    pratinjau.tampilkan(b"bukan pdf", "Rusak")
    assert TIDAK_TERBACA in _words(pratinjau)
    pratinjau.tampilkan(pdf_of(jumlah=2), "Baik")
    assert pratinjau.page_count() == 2
    assert TIDAK_TERBACA not in _words(pratinjau)


def test_documents_follow_each_other_and_are_let_go(pratinjau, qapp, pdf_of):
    for jumlah in (1, 3, 2):
        pratinjau.tampilkan(pdf_of(jumlah=jumlah), f"Dokumen {jumlah}")
        qapp.processEvents()
        assert f"Halaman 1 dari {jumlah}" in [*_words(pratinjau), "Halaman 1 dari 1"]
    pratinjau.kosongkan()
    assert pratinjau.page_count() == 0
    assert BELUM_ADA in _words(pratinjau)


def test_closing_the_window_while_a_page_is_drawn_is_quiet(qtbot, pdf_of):
    widget = Pratinjau()
    widget.tampilkan(pdf_of(jumlah=3), "A4")
    widget.show()
    widget.close()
    widget.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(widget))


def test_a_page_that_nearly_fits_does_not_freeze_the_window(pratinjau, qapp, pdf_of):
    pratinjau.tampilkan(pdf_of(148, 210), "A5")
    hitung = ResizeCounter()
    view = pratinjau.findChild(QPdfView)
    view.viewport().installEventFilter(hitung)
    ukuran = [QSize(lebar, 690 + lebar % 40) for lebar in range(470, 620, 3)]
    for satu in ukuran:
        pratinjau.resize(satu)
        qapp.processEvents()
    assert hitung.jumlah <= 2 * len(ukuran)


def test_every_tool_has_words_for_a_screen_reader(pratinjau):
    assert all(satu.accessibleName() and satu.toolTip() for satu in pratinjau.findChildren(Tombol))
