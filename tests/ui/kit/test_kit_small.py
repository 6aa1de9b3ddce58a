from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from sooko_desk.ui.kit.garis_waktu import ButirRiwayat, GarisWaktu
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.lencana import Lencana, chip_size
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_bahaya, tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import Nada

MAKERS = [tombol_utama, tombol_kedua, tombol_bahaya, tombol_teks]


@pytest.mark.parametrize("make", MAKERS)
def test_button_says_its_words_and_its_key(qtbot, make):
    button = make("Simpan", "device-floppy", "Ctrl+Enter")
    qtbot.addWidget(button)
    assert button.text() == button.accessibleName() == "Simpan"
    assert button.pintasan in button.accessibleDescription()
    assert button.pintasan in button.toolTip()
    assert not button.grab().isNull()
    button.setEnabled(False)
    assert not button.grab().isNull()


def test_button_has_room_for_its_hint(qtbot):
    plain, hinted = tombol_utama("Simpan"), tombol_utama("Simpan", "check", "Ctrl+Enter")
    qtbot.addWidget(plain)
    qtbot.addWidget(hinted)
    assert hinted.sizeHint().width() > plain.sizeHint().width() + 60
    assert hinted.minimumSizeHint() == hinted.sizeHint()
    assert plain.accessibleDescription() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_button_is_pressed_by_key(qtbot, shown, key):
    button = shown(tombol_utama("Simpan"))
    button.setFocus()
    button.grab()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_held_enter_does_not_press_again(qtbot, shown):
    button = shown(tombol_kedua("Simpan"))
    pressed = []
    button.clicked.connect(pressed.append)
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(button, event)
    assert pressed == []


def test_card_hides_an_empty_head(qtbot, shown):
    card = Kartu()
    card.add_kanan(Lencana("gratis", Nada.SELESAI))
    card.isi.addWidget(QLabel("isi"))
    shown(card)
    assert not card._judul.isVisible()
    card.set_judul("Pemohon")
    card.set_subjudul("Ketik NIK")
    assert card._judul.isVisible()
    assert card._subjudul.isVisible()
    assert card.accessibleName() == "Pemohon"


def test_label_never_reads_html(qtbot):
    label = build_label("<b>Budi</b> & Co", Peran.TEBAL)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_chip_fits_its_words_and_hides_without(qtbot, shown):
    chip = shown(Lencana("Berkas kurang", Nada.PERINGATAN))
    assert chip.sizeHint() == chip_size("Berkas kurang", chip.font())
    assert (chip.teks, chip.nada) == ("Berkas kurang", Nada.PERINGATAN)
    assert chip.accessibleName() == "Berkas kurang"
    chip.grab()
    chip.set_isi("", Nada.NETRAL)
    assert not chip.isVisible()


def test_empty_state_is_spoken_as_a_whole(qtbot, shown):
    button = tombol_kedua("Buka register")
    page = shown(Kosong("inbox", "Belum ada", "Permohonan baru muncul di sini.", button))
    assert page.accessibleName() == "Belum ada. Permohonan baru muncul di sini."
    assert button.isVisible()
    qtbot.addWidget(Kosong("inbox", "Belum ada", "Kosong."))


@pytest.mark.parametrize("nada", list(Nada))
def test_banner_shows_and_is_closed_by_hand(qtbot, shown, nada):
    banner = shown(Spanduk())
    closed, acted = [], []
    banner.ditutup.connect(lambda: closed.append(1))
    banner.aksi_dipilih.connect(lambda: acted.append(1))
    banner.tampilkan(nada, "Tersimpan dengan nomor KK-0412/2026.", "Cetak")
    assert banner.isVisible()
    assert banner.teks == banner.accessibleName() == "Tersimpan dengan nomor KK-0412/2026."
    qtbot.mouseClick(banner._aksi, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(banner._tutup, Qt.MouseButton.LeftButton)
    assert (closed, acted) == ([1], [1])
    assert not banner.isVisible()


def test_banner_is_closed_by_escape_and_silently_by_the_tab(qtbot, shown):
    banner = shown(Spanduk())
    closed = []
    banner.ditutup.connect(lambda: closed.append(1))
    banner.tampilkan(Nada.INFO, "Siap.")
    assert not banner._aksi.isVisible()
    qtbot.keyClick(banner._tutup, Qt.Key.Key_A)
    assert banner.isVisible()
    qtbot.keyClick(banner._tutup, Qt.Key.Key_Escape)
    assert closed == [1]
    banner.tampilkan(Nada.INFO, "Siap.")
    banner.sembunyikan()
    assert not banner.isVisible()
    assert closed == [1]


def test_story_says_every_part_and_can_be_replaced(qtbot, shown):
    story = shown(GarisWaktu())
    story.set_butir(
        (
            ButirRiwayat("20/11/2026 08.12", "Rina, Operator", "Menerima berkas", "diterima"),
            ButirRiwayat(
                "20/11/2026 08.21", "Hadi, Kasi", "Mengecek", catatan="Kurang akta.",
                nada=Nada.PERINGATAN,
            ),
        )
    )  # fmt: skip
    names = [w.accessibleName() for w in story.widget().children() if w.isWidgetType()]
    assert names == [
        "20/11/2026 08.12, Menerima berkas, diterima, Rina, Operator",
        "20/11/2026 08.21, Mengecek, Hadi, Kasi, Kurang akta.",
    ]
    story.grab()
    story.set_butir((ButirRiwayat("a", "b", "c"),))
    story.grab()
    assert len([w for w in story.widget().children() if w.isWidgetType()]) == 1


@pytest.mark.parametrize(("notes", "from_head"), [(9, True), (0, False)])
def test_the_newest_event_is_shown_from_its_head_when_it_is_long(shown, notes, from_head):
    story = GarisWaktu()
    story.resize(300, 76)
    shown(story)
    lama = ButirRiwayat("20/11/2026 08.12", "Rina, Operator", "Menerima berkas", "Diterima")
    baru = ButirRiwayat("20/11/2026 08.21", "Hadi, Kasi", "Mengecek", "Kurang")
    story.set_butir((lama, lama, replace(baru, catatan="Kurang akta lahir. " * notes)))
    QApplication.processEvents()
    event = story.widget().children()[-1]
    top = event.mapTo(story.viewport(), event.rect().topLeft()).y()
    assert (top == 0) is from_head
    assert top + event.height() > 0
    assert (top + event.height() <= story.viewport().height()) is not from_head


def test_an_event_keeps_its_height_where_the_outcome_moves_below_the_step(shown):
    story = GarisWaktu()
    story.resize(300, 90)
    story.set_butir((ButirRiwayat("20/11/2026 09.05", "Rina", "Terima", "Berkas diterima"),))
    shown(story)
    for width in (300, 250, 300, 250):
        story.resize(width, 90)
        QApplication.processEvents()
        event = story.widget().children()[-1]
        assert event.height() >= event.heightForWidth(event.width())
