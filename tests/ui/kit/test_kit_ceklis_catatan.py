"""Writing the note of a paper: standard phrases, one Enter, Escape."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.domain.permohonan import Berkas
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.ceklis import DaftarCeklis
from sooko_desk.ui.kit.ceklis_catatan import IsianCatatan, place_editor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)

K = Qt.Key
FRASA = ("fotokopi tidak terbaca", "hanya fotokopi, perlu asli", "belum ditandatangani")


@pytest.fixture
def desk(shown):
    window = QWidget()
    layout = QVBoxLayout(window)
    window.list = DaftarCeklis()
    window.next = QLineEdit()
    layout.addWidget(window.list)
    layout.addWidget(window.next)
    window.resize(620, 400)
    shown(window)
    window.list.set_frasa(FRASA)
    window.list.set_baris(
        (
            Berkas("kk", "KK lama", SifatSyarat.WAJIB, catatan="sobek"),
            Berkas("ktp", "KTP-el pemohon", SifatSyarat.WAJIB),
        )
    )
    window.enter = EnterMaju(window)
    window.enter.awasi(window.list)
    window.list.setFocus()
    window.changes = []
    window.list.berubah.connect(lambda: window.changes.append(1))
    return window


def write(qtbot, desk, row=1):
    desk.list.setCurrentIndex(desk.list.model().index(row))
    qtbot.keyClick(desk.list, K.Key_F2)
    return QApplication.focusWidget()


def popup():
    return QApplication.activePopupWidget()


def press(qtbot, editor, tombol):
    """To whom the window system gives the key: the phrases have the keyboard while they show."""
    qtbot.keyClick(popup() or editor, tombol)


def words(editor):
    if popup() is None:
        return []
    model = popup().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def notes(desk):
    return [t.catatan for t in desk.list.tanda()]


def test_phrases_are_found_by_any_part_and_the_one_that_begins_so_is_marked(qtbot, desk):
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, "Foto")
    assert words(editor) == list(FRASA[:2])
    assert popup().currentIndex().data() == FRASA[0]
    assert editor.text() == "Foto"
    press(qtbot, editor, K.Key_Return)
    assert notes(desk) == ["sobek", FRASA[0]]
    assert popup() is None
    qtbot.waitUntil(desk.list.hasFocus)
    assert len(desk.changes) == 1


@pytest.mark.parametrize("enter", [K.Key_Return, K.Key_Enter])
def test_down_shows_all_phrases_and_one_enter_takes_the_marked_one(qtbot, desk, enter):
    editor = write(qtbot, desk)
    press(qtbot, editor, K.Key_Down)
    assert words(editor) == list(FRASA)
    for _ in range(3):
        press(qtbot, editor, K.Key_Down)
    press(qtbot, editor, enter)
    assert notes(desk)[1] == FRASA[2]
    qtbot.waitUntil(desk.list.hasFocus)
    assert popup() is None


def test_words_in_the_middle_are_offered_but_own_words_stay(qtbot, desk):
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, "terbaca")
    assert words(editor) == [FRASA[0]]
    press(qtbot, editor, K.Key_Return)
    assert notes(desk)[1] == "terbaca"
    editor = write(qtbot, desk)
    editor.clear()
    qtbot.keyClicks(editor, "terbaca")
    press(qtbot, editor, K.Key_Down)
    press(qtbot, editor, K.Key_Return)
    assert notes(desk)[1] == FRASA[0]


def test_phrases_go_away_when_nothing_fits_or_nothing_is_typed(qtbot, desk):
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, "bel")
    assert words(editor) == [FRASA[2]]
    press(qtbot, editor, K.Key_X)
    assert popup() is None
    press(qtbot, editor, K.Key_Backspace)
    assert words(editor) == [FRASA[2]]
    for _ in range(3):
        press(qtbot, editor, K.Key_Backspace)
    assert popup() is None
    press(qtbot, editor, K.Key_Return)
    assert desk.changes == []


@pytest.mark.parametrize("isi", ["", "salah", "fot"])
def test_one_escape_leaves_the_old_note(qtbot, desk, isi):
    editor = write(qtbot, desk, row=0)
    assert editor.text() == "sobek"
    editor.selectAll()
    qtbot.keyClicks(editor, isi)
    press(qtbot, editor, K.Key_Escape)
    assert notes(desk) == ["sobek", ""]
    assert desk.changes == []
    assert popup() is None
    qtbot.waitUntil(desk.list.hasFocus)


def test_enter_ends_the_note_and_goes_no_further(qtbot, desk):
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, "  halaman   dua  kurang ")
    press(qtbot, editor, K.Key_Return)
    assert notes(desk)[1] == "halaman dua kurang"
    qtbot.waitUntil(desk.list.hasFocus)
    assert not desk.next.hasFocus()
    qtbot.keyClick(desk.list, K.Key_Return)
    assert desk.next.hasFocus()


def test_a_phrase_is_taken_by_a_click(qtbot, desk):
    editor = write(qtbot, desk)
    press(qtbot, editor, K.Key_Down)
    view = popup()
    spot = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert notes(desk)[1] == FRASA[1]
    qtbot.waitUntil(desk.list.hasFocus)


def test_leaving_the_note_keeps_it(qtbot, desk):
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, "kurang jelas")
    desk.next.setFocus()
    assert notes(desk)[1] == "kurang jelas"


def test_digits_and_letters_are_words_while_a_note_is_written(qtbot, desk):
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, "1 af+- c")
    press(qtbot, editor, K.Key_Return)
    assert [(t.ada, t.jumlah, t.catatan) for t in desk.list.tanda()] == [
        (False, 1, "sobek"),
        (False, 1, "1 af+- c"),
    ]


def test_without_phrases_it_is_a_plain_line(qtbot, desk):
    desk.list.set_frasa(())
    editor = write(qtbot, desk)
    assert "↓" not in editor.placeholderText()
    press(qtbot, editor, K.Key_Down)
    assert popup() is None


def test_a_held_enter_does_not_end_the_note(qtbot, desk):
    editor = write(qtbot, desk)
    editor.setText("x")
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QKeyEvent.Type.KeyPress, K.Key_Return, none, "\r", True)
    QApplication.sendEvent(editor, held)
    assert desk.list.findChild(IsianCatatan) is editor
    assert desk.changes == []


@pytest.mark.parametrize("isi", ["fot", "kurang jelas"])
def test_enter_ends_the_note_before_the_window_s_own_enter(qtbot, desk, isi):
    told = []
    for tombol in ("Return", "Ctrl+Return", "Esc"):
        pintasan = QShortcut(QKeySequence(tombol), desk)
        pintasan.activated.connect(lambda tombol=tombol: told.append((tombol, notes(desk)[1])))
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, isi)
    press(qtbot, editor, K.Key_Return)
    assert told == []
    assert notes(desk)[1]
    qtbot.waitUntil(desk.list.hasFocus)
    editor = write(qtbot, desk)
    press(qtbot, editor, K.Key_Escape)
    assert told == []


def test_a_form_stored_while_a_note_is_written_takes_the_note_along(qtbot, desk):
    told = []
    pintasan = QShortcut(QKeySequence("Ctrl+Return"), desk)
    pintasan.activated.connect(lambda: told.append((notes(desk)[1], desk.list.berkas()[1].catatan)))
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, " kurang  jelas")
    qtbot.keyClick(editor, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == [("kurang jelas", "kurang jelas")]
    assert desk.changes == []
    press(qtbot, editor, K.Key_Escape)
    assert notes(desk)[1] == ""


def test_another_list_drops_the_note_that_is_being_written(qtbot, desk):
    editor = write(qtbot, desk)
    qtbot.keyClicks(editor, "fot")
    desk.list.set_baris((Berkas("a", "A", SifatSyarat.WAJIB),))
    assert notes(desk) == [""]
    assert popup() is None


@pytest.mark.parametrize(
    ("lebar", "tempat"),
    [
        (600, QRect(131, 35, 466, 32)),
        (320, QRect(56, 63, 261, 32)),
    ],
)
def test_the_line_stands_beside_the_name_or_under_it(lebar, tempat):
    nama = QRect(58, 42, 62, 19)
    baris = QRect(0, 34, lebar, 34)
    assert place_editor(nama, baris, QRect(0, 0, lebar, 300)) == tempat


def test_the_line_stays_inside_a_low_list():
    place = place_editor(QRect(58, 42, 62, 19), QRect(0, 34, 320, 34), QRect(0, 0, 320, 70))
    assert place.bottom() <= 70
