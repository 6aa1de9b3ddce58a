"""The viewer of scans: pages, size, turning, and what it draws."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.lampiran_uji import CTRL, ENTER, SHIFT, K, LoketLampiran

from sooko_desk.ui.kit.tombol import Tombol


@pytest.fixture
def loket(qapp, kantor, tmp_path):
    loket = LoketLampiran(kantor, tmp_path)
    yield loket
    loket.tutup()


def roda(loket, arah, tambahan):
    """Turn the wheel over the page."""
    port = loket.kanvas.viewport()
    titik = QPointF(port.rect().center())
    QApplication.sendEvent(
        port,
        QWheelEvent(
            titik,
            QPointF(port.mapToGlobal(titik.toPoint())),
            QPoint(),
            QPoint(0, 120 * arah),
            Qt.MouseButton.NoButton,
            tambahan,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


@pytest.fixture
def terbuka(loket):
    """A window with a scan of three pages, the caret on it."""
    loket.buka()
    loket.dialog.resize(1040, 560)
    loket.ke_berkas(1)
    loket.tambah(loket.pdf("surat.pdf", 3))
    loket.tekan(ENTER)
    return loket


def test_page_keys_go_through_a_page_first_and_then_to_the_next(terbuka):
    loket, halaman = terbuka, terbuka.utama.bilah.halaman
    bilah = loket.kanvas.verticalScrollBar()
    assert halaman.text() == "Halaman 1 dari 3"
    loket.tekan(K.Key_PageDown)
    assert (loket.kanvas.nomor, bilah.value() > 0) == (1, True)
    loket.tekan(K.Key_End)
    loket.tekan(K.Key_PageDown)
    loket.tuntas()
    assert (halaman.text(), bilah.value()) == ("Halaman 2 dari 3", 0)
    loket.tekan(K.Key_PageUp)
    assert halaman.text() == "Halaman 1 dari 3"
    loket.tekan(K.Key_PageUp)
    loket.tekan(K.Key_PageUp, CTRL)
    assert loket.kanvas.nomor == 1
    loket.tekan(K.Key_PageDown, CTRL, kali=5)
    loket.tuntas()
    assert halaman.text() == "Halaman 3 dari 3"
    loket.tekan(K.Key_Home)
    assert bilah.value() == 0


def test_only_pages_that_are_looked_at_are_drawn(terbuka):
    loket = terbuka
    simpanan = loket.kanvas._pemuat._simpanan
    assert {h.nomor for h in simpanan} == {1}
    loket.tekan(K.Key_PageDown, CTRL, kali=2)
    loket.tuntas()
    assert 3 in {h.nomor for h in simpanan}
    loket.tekan(K.Key_PageUp, CTRL, kali=2)
    assert loket.kanvas.kalimat == ""  # kept: shown at once
    assert not loket.panel.sibuk


def test_keys_and_the_wheel_with_ctrl_change_the_size(terbuka):
    loket, besar = terbuka, terbuka.utama.bilah.besar
    lebar = loket.kanvas.bidang().width()
    assert (besar.text(), lebar) == ("Selebar layar", loket.kanvas.ruang())
    loket.tekan(K.Key_Plus, CTRL)
    assert besar.text() == "125 %"
    assert loket.kanvas.bidang().width() == round(lebar * 1.25)
    loket.tekan(K.Key_Equal, CTRL)
    loket.tekan(K.Key_Minus, CTRL)
    assert besar.text() == "125 %"
    roda(loket, 1, CTRL)
    assert besar.text() == "156 %"
    roda(loket, -1, CTRL)
    roda(loket, 0, CTRL)
    assert besar.text() == "125 %"
    gulir = loket.kanvas.verticalScrollBar().value()
    roda(loket, -1, Qt.KeyboardModifier.NoModifier)
    assert loket.kanvas.verticalScrollBar().value() > gulir
    loket.tekan(K.Key_Plus, CTRL, kali=20)
    assert besar.text() == "600 %"
    loket.tekan(K.Key_Minus, CTRL, kali=40)
    assert besar.text() == "25 %"
    loket.tekan(K.Key_0, CTRL)
    loket.tuntas()
    assert (besar.text(), loket.kanvas.bidang().width()) == ("Selebar layar", lebar)


def test_a_page_is_drawn_sharper_when_it_is_shown_larger(terbuka):
    loket = terbuka
    simpanan = loket.kanvas._pemuat._simpanan
    assert {h.lebar for h in simpanan} == {800}
    loket.tekan(K.Key_Plus, CTRL, kali=4)
    loket.tuntas()
    assert max(h.lebar for h in simpanan) == 1700


def test_a_quarter_turn_fits_the_width_and_stays_with_the_scan(terbuka):
    loket = terbuka
    tegak = loket.kanvas.bidang()
    loket.tekan(K.Key_R, CTRL | SHIFT)
    loket.tuntas()
    rebah = loket.kanvas.bidang()
    assert rebah.width() == tegak.width()
    assert rebah.height() < tegak.width() < tegak.height()
    loket.dialog.grab()
    loket.tekan(K.Key_Escape)
    loket.ke_berkas(2)
    assert loket.kanvas.kalimat
    loket.ke_berkas(1)
    assert loket.kanvas.putaran == 90
    loket.tekan(K.Key_R, CTRL | SHIFT, kali=3)
    assert loket.kanvas.putaran == 0


def test_the_mouse_pulls_a_large_page(terbuka):
    loket = terbuka
    loket.tekan(K.Key_Plus, CTRL, kali=3)
    port = loket.kanvas.viewport()
    tegak, datar = loket.kanvas.verticalScrollBar(), loket.kanvas.horizontalScrollBar()
    tegak.setValue(0)
    sebelum = datar.value()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.mouseMove(port, QPoint(150, 120))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(150, 120))
    QTest.mouseMove(port, QPoint(20, 20))
    assert (tegak.value(), datar.value()) == (80, sebelum + 50)


def test_the_tool_buttons_do_what_their_keys_do(terbuka):
    loket = terbuka
    for nama, terlihat in (
        ("Halaman berikutnya", "Halaman 2 dari 3"),
        ("Halaman sebelumnya", "Halaman 1 dari 3"),
    ):
        tombol = next(t for t in loket.utama.findChildren(Tombol) if t.accessibleName() == nama)
        loket.klik(tombol)
        assert loket.utama.bilah.halaman.text() == terlihat
    assert loket.fokus() is loket.kanvas


def test_a_scan_whose_file_is_gone_says_so_in_place_of_the_page(loket):
    loket.buka()
    loket.tambah(loket.berkas("a.png"))
    loket.tutup_jendela()
    for path in (loket.keluar / "data").rglob("*.bin"):
        path.unlink()
    loket.buka(loket.permohonan)
    loket.tuntas()
    assert "tidak ada lagi" in loket.kanvas.kalimat
    assert loket.pindaian == [(1, "a.png")]
