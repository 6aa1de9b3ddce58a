import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.ui.kit.pilihan import Pilihan, SegmenPilihan

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)

DESA = [("01", "Brangkal"), ("02", "Mojoranu"), ("03", "Modongan"), ("04", "Sooko")]


@pytest.fixture
def desk(shown):
    window = QWidget()
    layout = QVBoxLayout(window)
    window.combo = Pilihan("ketik sebagian nama")
    window.combo.set_pilihan(DESA)
    window.other = QLineEdit()
    layout.addWidget(window.combo)
    layout.addWidget(window.other)
    shown(window)
    window.combo.setFocus()
    window.told = []
    window.combo.dipilih.connect(window.told.append)
    return window


def leave(desk):
    desk.other.setFocus()


def enter(qtbot, desk):
    target = desk.combo.completer().popup()
    qtbot.keyClick(target if target.isVisible() else desk.combo, Qt.Key.Key_Return)


def test_starts_empty_with_a_placeholder(desk):
    assert desk.combo.kode() == ""
    assert desk.combo.currentText() == ""
    assert desk.combo.lineEdit().placeholderText() == "ketik sebagian nama"


def test_part_of_a_name_and_enter_picks(qtbot, desk):
    qtbot.keyClicks(desk.combo, "dong")
    enter(qtbot, desk)
    assert desk.combo.kode() == "03"
    assert desk.combo.currentText() == "Modongan"
    assert desk.told == ["03"]


def test_enter_takes_the_first_of_several(qtbot, desk):
    qtbot.keyClicks(desk.combo, "mo")
    enter(qtbot, desk)
    assert desk.combo.kode() == "02"
    assert desk.told == ["02"]


def test_enter_takes_the_marked_suggestion(qtbot, desk):
    qtbot.keyClicks(desk.combo, "mo")
    popup = desk.combo.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert desk.combo.kode() == "03"
    assert desk.told == ["03"]


def test_leaving_takes_the_only_fit(qtbot, desk):
    qtbot.keyClicks(desk.combo, "SOO")
    leave(desk)
    assert desk.combo.currentText() == "Sooko"
    assert desk.told == ["04"]


def test_unknown_words_are_never_kept(qtbot, desk):
    desk.combo.set_kode("01")
    desk.combo.lineEdit().selectAll()
    qtbot.keyClicks(desk.combo, "Surabaya")
    assert desk.combo.kode() == ""
    leave(desk)
    assert desk.combo.currentText() == "Brangkal"
    assert desk.combo.kode() == "01"
    assert desk.told == []


def test_enter_on_unknown_words_says_so_and_leaving_puts_the_choice_back(qtbot, desk):
    unknown = []
    desk.combo.tidak_dikenal.connect(unknown.append)
    desk.combo.set_kode("01")
    desk.combo.lineEdit().selectAll()
    qtbot.keyClicks(desk.combo, "xyz")
    enter(qtbot, desk)
    assert unknown == ["xyz"]
    assert desk.combo.currentText() == "xyz"
    qtbot.keyClick(desk.combo, Qt.Key.Key_Tab)
    assert desk.combo.kode() == "01"
    assert unknown == ["xyz", "xyz"]


def test_a_letter_after_a_choice_begins_a_new_search(qtbot, desk):
    desk.combo.setFocus()
    desk.combo.set_kode("01")
    qtbot.keyClicks(desk.combo, "x")
    assert desk.combo.currentText() == "x"


def test_escape_puts_the_choice_back(qtbot, desk):
    desk.combo.set_kode("04")
    desk.combo.lineEdit().selectAll()
    qtbot.keyClicks(desk.combo, "zz")
    qtbot.keyClick(desk.combo, Qt.Key.Key_Escape)
    assert desk.combo.currentText() == "Sooko"


def test_several_fits_are_not_guessed_on_leaving(qtbot, desk):
    qtbot.keyClicks(desk.combo, "mo")
    leave(desk)
    assert desk.combo.kode() == ""
    assert desk.combo.currentText() == ""


def test_visible_words_and_code_agree_before_leaving(qtbot, desk):
    qtbot.keyClicks(desk.combo, "sooko")
    assert desk.combo.kode() == "04"


def test_emptied_field_is_told_once(qtbot, desk):
    desk.combo.set_kode("02")
    desk.combo.lineEdit().clear()
    leave(desk)
    assert desk.combo.kode() == ""
    assert desk.told == [""]


def test_arrow_keys_choose(qtbot, desk):
    qtbot.keyClick(desk.combo, Qt.Key.Key_Down)
    assert desk.told == ["01"]


def test_set_kode_is_silent_and_strict(desk):
    desk.combo.set_kode("03")
    assert desk.combo.kode() == "03"
    desk.combo.set_kode("")
    assert desk.combo.currentText() == ""
    with pytest.raises(KeyError):
        desk.combo.set_kode("99")
    assert desk.told == []


def test_new_choices_keep_a_code_that_is_still_there(desk):
    desk.combo.set_kode("03")
    desk.combo.set_pilihan([("03", "Modongan"), ("05", "Japan")])
    assert desk.combo.kode() == "03"
    desk.combo.set_pilihan([("05", "Japan")])
    assert desk.combo.kode() == ""
    assert desk.told == []


def test_wheel_is_left_to_the_form(desk):
    desk.combo.set_kode("02")
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(desk.combo, event)
    assert desk.combo.kode() == "02"
    assert not event.isAccepted()


@pytest.fixture
def segments(shown):
    window = QWidget()
    layout = QVBoxLayout(window)
    window.first = QLineEdit()
    window.row = SegmenPilihan(
        (("KK", "Kartu Keluarga", "Alt+1"), ("KTP", "KTP-el", "Alt+2"), ("KIA", "KIA", ""))
    )
    window.row.setAccessibleName("Layanan")
    window.last = QLineEdit()
    for widget in (window.first, window.row, window.last):
        layout.addWidget(widget)
    shown(window)
    window.first.setFocus()
    window.told = []
    window.row.dipilih.connect(window.told.append)
    return window


def test_click_chooses_one_and_tells_once(qtbot, segments):
    button = segments.row.tombol("KTP")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert segments.row.kode() == "KTP"
    assert segments.told == ["KTP"]


def test_alt_key_chooses_at_once(qtbot, segments):
    qtbot.keyClick(segments.first, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert segments.row.kode() == "KTP"
    assert segments.row.tombol("KTP").hasFocus()


def test_arrows_walk_round_and_skip_what_is_off(qtbot, segments):
    segments.row.set_kode("KK")
    segments.row.tombol("KTP").setEnabled(False)
    segments.row.setFocus()
    qtbot.keyClick(segments.row.tombol("KK"), Qt.Key.Key_Right)
    assert segments.row.kode() == "KIA"
    qtbot.keyClick(segments.row.tombol("KIA"), Qt.Key.Key_Down)
    assert segments.row.kode() == "KK"
    qtbot.keyClick(segments.row.tombol("KK"), Qt.Key.Key_Left)
    assert segments.told == ["KIA", "KK", "KIA"]


def test_space_chooses_the_focused_segment(qtbot, segments):
    segments.row.setFocus()
    qtbot.keyClick(segments.row.tombol("KK"), Qt.Key.Key_Space)
    assert segments.told == ["KK"]


def test_tab_stops_once_in_the_row(qtbot, segments):
    segments.row.set_kode("KTP")
    qtbot.keyClick(segments.first, Qt.Key.Key_Tab)
    assert segments.row.tombol("KTP").hasFocus()
    qtbot.keyClick(segments.row.tombol("KTP"), Qt.Key.Key_Tab)
    assert segments.last.hasFocus()


def test_segment_set_kode_is_silent_and_can_lift_all(segments):
    segments.row.set_kode("KK")
    segments.row.set_kode("")
    assert segments.row.kode() == ""
    assert segments.told == []
    with pytest.raises(KeyError):
        segments.row.set_kode("X")


def test_segments_say_the_rows_name(segments):
    assert segments.row.tombol("KK").accessibleName() == "Layanan: Kartu Keluarga"
