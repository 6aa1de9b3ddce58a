"""A scan on lists, buttons, menus and dialogs does nothing there; keys go on working."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from ui.papan_pemindai import (
    BERKAS,
    ENTER,
    KODE,
    K,
    Keyboard,
    M,
    Recorder,
    build_pilihan,
    open_desk,
    shortcut,
)

from sooko_desk.ui.kit.ceklis import DaftarCeklis
from sooko_desk.ui.pemindai import (
    EKOR_MS,
    JEDA_LONGGAR_MS,
    Pemindai,
)

# --- lists, checklists, buttons, keys ---------------------------------------------------------


CHECKED = Qt.CheckState.Checked


def list_ticked(papers):
    model = papers.model()
    states = [model.index(n, 0).data(Qt.ItemDataRole.CheckStateRole) for n in range(len(BERKAS))]
    return [n + 1 for n, state in enumerate(states) if Qt.CheckState(state) == CHECKED]


def test_a_scan_ticks_no_paper_and_a_typed_digit_does(qtbot):
    papers = DaftarCeklis()
    desk = open_desk(qtbot, papers)
    papers.set_baris(BERKAS)
    desk.keyboard.scan()
    assert list_ticked(papers) == []
    desk.keyboard.type("2")
    qtbot.waitUntil(lambda: list_ticked(papers) == [2])
    desk.keyboard.type(" 13")
    desk.keyboard.key(K.Key_Down)
    assert list_ticked(papers) == [1, 3]


def test_a_note_being_written_survives_a_scan(qtbot):
    papers = DaftarCeklis()
    desk = open_desk(qtbot, papers)
    papers.set_baris(BERKAS)
    papers.buka_catatan()
    desk.keyboard.type("sobek")
    note = QApplication.focusWidget()
    desk.keyboard.scan()
    assert QApplication.focusWidget() is note
    assert note.text() == "sobek"
    assert desk.codes == [KODE]


def test_a_scan_presses_no_button_and_a_quick_tap_of_space_does(qtbot):
    button = QPushButton("Simpan")
    desk = open_desk(qtbot, button, QLineEdit())
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    desk.keyboard.scan("TB KK 2026 00012")
    assert (pressed, desk.codes) == ([], [KODE])
    desk.keyboard.type(" ")
    qtbot.waitUntil(lambda: bool(pressed))
    assert not button.isDown()
    assert len(pressed) == 1


def test_a_key_that_was_held_back_works_once_and_its_repeats_do_not(qtbot):
    rows = QListWidget()
    desk = open_desk(qtbot, rows)
    fired = []
    shortcut(desk, "L", fired)
    desk.keyboard.type("l")
    assert fired == []
    qtbot.waitUntil(lambda: bool(fired))
    for _ in range(5):
        desk.keyboard.key(K.Key_L, "l", gap=30, repeat=True)
    QTest.qWait(2 * JEDA_LONGGAR_MS)
    assert fired == ["L"]
    desk.keyboard.type("lll")
    desk.keyboard.key(K.Key_F35)
    assert fired == ["L"] * 4


def test_letters_of_a_scan_work_as_no_key(qtbot):
    desk = open_desk(qtbot, QListWidget())
    fired = []
    for keys in ("T", "L", "K", "2", "Return", "Tab", "Shift+T"):
        shortcut(desk, keys, fired)
    desk.keyboard.scan()
    desk.keyboard.scan("tb-lkk-2026-00012")
    QTest.qWait(2 * JEDA_LONGGAR_MS)
    assert fired == []
    assert desk.codes == [KODE, "TB-LKK-2026-00012"]


def test_through_the_platforms_own_door(qtbot):
    """QTest sends to a window what the platform would: real stamps, the real order of events."""
    rows, edit = QListWidget(), QLineEdit()
    desk = open_desk(qtbot, rows, edit)
    fired = []
    shortcut(desk, "L", fired)
    shortcut(desk, "T", fired)
    shortcut(desk, "Ctrl+Return", fired)
    window = desk.windowHandle()
    for widget in (rows, edit):
        widget.setFocus()
        for letter in KODE:
            QTest.keyClick(window, K(ord(letter)), M.NoModifier)
        QTest.keyClick(window, K.Key_Return)
    assert fired == []
    assert edit.text() == ""
    assert desk.codes == [KODE] * 2
    rows.setFocus()
    QTest.qWait(EKOR_MS)
    QTest.keyClick(window, K.Key_L)
    assert fired == []
    qtbot.waitUntil(lambda: fired == ["L"])
    QTest.keyClick(window, K.Key_T)
    QTest.keyClick(window, K.Key_Return, M.ControlModifier)
    assert fired == ["L", "T", "Ctrl+Return"]


def test_other_keys_wait_for_nothing_and_keep_the_order(qtbot):
    desk = open_desk(qtbot, QListWidget())
    fired = []
    shortcut(desk, "L", fired)
    shortcut(desk, "F8", fired)
    shortcut(desk, "Ctrl+J", fired)
    shortcut(desk, "Ctrl+L", fired)
    desk.keyboard.type("l")
    desk.keyboard.key(K.Key_Shift, mods=M.ShiftModifier, gap=1)
    assert fired == []
    desk.keyboard.key(K.Key_F8, gap=1)
    desk.keyboard.key(K.Key_J, "\n", mods=M.ControlModifier)
    desk.keyboard.key(K.Key_L, "\x0c", mods=M.ControlModifier)
    assert fired == ["L", "F8", "Ctrl+J", "Ctrl+L"]


@pytest.mark.parametrize("tail", ["enter", "ctrl-j"])
def test_a_second_enter_of_the_scanner_is_dropped_and_a_typed_one_is_not(qtbot, tail):
    widget = Recorder()
    desk = open_desk(qtbot, widget)
    fired = []
    shortcut(desk, "Ctrl+J", fired)
    desk.keyboard.scan()
    if tail == "enter":
        desk.keyboard.key(K.Key_Return, ENTER, gap=5)
    else:
        desk.keyboard.key(K.Key_J, "\n", gap=5, mods=M.ControlModifier)
    assert (widget.pressed, fired) == ("", [])
    desk.keyboard.key(K.Key_Return, ENTER, gap=EKOR_MS)
    assert widget.pressed == ENTER
    assert desk.codes == [KODE]


def test_control_codes_end_a_scan_too(qtbot):
    desk = open_desk(qtbot, Recorder())
    fired = []
    shortcut(desk, "Ctrl+J", fired)
    desk.keyboard.type(KODE, gap=5)
    desk.keyboard.key(K.Key_J, "\n", gap=5, mods=M.ControlModifier)
    assert (desk.codes, fired) == ([KODE], [])


@pytest.mark.parametrize("make", [QLineEdit, Recorder])
def test_our_code_needs_no_enter(make, qtbot):
    widget = make()
    desk = open_desk(qtbot, widget)
    desk.keyboard.scan(end="")
    qtbot.waitUntil(lambda: desk.codes == [KODE])
    assert (widget.pressed if make is Recorder else widget.text()) == ""
    desk.keyboard.key(K.Key_Return, ENTER, gap=EKOR_MS)  # the scanner's, late
    assert (widget.pressed if make is Recorder else widget.text()) == ""


def test_a_click_comes_after_what_was_typed_before_it(qtbot):
    widget = Recorder()
    desk = open_desk(qtbot, widget)
    desk.keyboard.type("l")
    assert widget.pressed == ""
    QTest.mouseClick(desk.windowHandle(), Qt.MouseButton.LeftButton)
    assert widget.keys == ["l", "l^"]


# --- other windows ----------------------------------------------------------------------------


def test_a_scan_in_a_dialog_presses_nothing_and_is_told(qtbot):
    desk = open_desk(qtbot, QLineEdit())
    dialog = QDialog(desk)
    layout = QVBoxLayout(dialog)
    button, edit = QPushButton("Cetak"), QLineEdit("1")
    layout.addWidget(button)
    layout.addWidget(edit)
    pressed = []
    button.clicked.connect(lambda: pressed.append("Cetak"))
    QShortcut(QKeySequence("T"), dialog).activated.connect(lambda: pressed.append("T"))
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for widget in (button, edit):
        widget.setFocus()
        desk.keyboard.scan()
    assert (pressed, edit.text(), dialog.isVisible()) == ([], "1", True)
    assert desk.told == ([KODE] * 2, [])
    dialog.close()


def test_a_menu_is_closed_by_a_scan_and_chooses_nothing(qtbot):
    desk = open_desk(qtbot, QListWidget())
    chosen = []
    menu = QMenu(desk)
    menu.addAction("&2  KTP").triggered.connect(lambda: chosen.append(2))
    menu.popup(desk.mapToGlobal(desk.rect().center()))
    desk.keyboard.scan()
    assert QApplication.activePopupWidget() is None
    assert (chosen, desk.codes) == ([], [KODE])
    menu.popup(desk.mapToGlobal(desk.rect().center()))
    desk.keyboard.type("2")
    qtbot.waitUntil(lambda: chosen == [2])


def test_a_drop_down_list_is_closed_by_a_scan_and_keeps_its_choice(qtbot):
    desa = build_pilihan()
    desk = open_desk(qtbot, desa)
    desa.set_kode("01")
    desa.showPopup()
    desk.keyboard.scan()
    assert QApplication.activePopupWidget() is None
    assert (desa.kode(), desa.currentText(), desk.codes) == ("01", "Modopuro", [KODE])


def test_keys_after_one_that_opens_a_dialog_go_into_the_dialog(qtbot):
    desk = open_desk(qtbot, QListWidget())
    typed = []

    def open_dialog():
        dialog = QDialog(desk)
        edit = QLineEdit(dialog)
        edit.textEdited.connect(dialog.close)
        edit.textEdited.connect(typed.append)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        desk.keyboard.key(K.Key_F35)
        typed.append("closed")

    QShortcut(QKeySequence("L"), desk).activated.connect(open_dialog)
    desk.keyboard.type("l7", gap=5)
    desk.keyboard.key(K.Key_F35)
    assert typed == ["7", "closed"]


def test_taking_it_off_delivers_what_is_held_and_watches_no_more(qtbot):
    widget = Recorder()
    desk = open_desk(qtbot, widget)
    desk.keyboard.type("l")
    desk.scanner.lepas()
    assert widget.pressed == "l"
    desk.keyboard.scan()
    assert widget.pressed == "l" + KODE + ENTER
    assert desk.codes == []


def test_it_goes_with_its_window(qtbot):
    gone = QWidget()
    gone.show()
    scanner = Pemindai(gone)
    shiboken6.delete(gone)
    assert not shiboken6.isValid(scanner)
    edit = QLineEdit()
    desk = open_desk(qtbot, edit)
    desk.scanner.lepas()
    desk.keyboard.scan()
    assert edit.text() == KODE


def test_before_the_window_is_shown(qtbot):
    window = QLineEdit()
    qtbot.addWidget(window)
    scanner = Pemindai(window, lambda: 0)
    codes = []
    scanner.terpindai.connect(codes.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    Keyboard().scan()
    assert (window.text(), codes) == ("", [KODE])
