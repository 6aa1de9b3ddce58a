"""A scan in a field leaves the field as it was; what is no scan is typing."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
)
from ui.papan_pemindai import (
    ENTER,
    FIELDS,
    KODE,
    NIK,
    K,
    M,
    Recorder,
    build_pilihan,
    edit_of,
    open_desk,
    state,
)

from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.pemindai import (
    BUKAN_TANDA_BUKTI,
    JEDA_LONGGAR_MS,
    JEDA_MS,
    KODE_TERPOTONG,
    baca_kode,
)


@pytest.fixture(params=FIELDS)
def field(request):
    return FIELDS[request.param]()


# --- what is a code ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "teks",
    [
        KODE,
        "tb-kk-2026-00012",
        "TB'KK'2026'00012",
        "TB/KK/2026/00012",
        "tbßkkß2026ß00012",
        "TB_KK_2026_00012",
        "TB KK 2026 00012",
        " TB-KK-2026-00012 ",
        "TB-KK-2026-000012",
    ],
)
def test_other_keyboard_layouts_and_cases_are_the_same_code(teks):
    assert baca_kode(teks) == KODE


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "TB-KK/2026-00012",
        "TBKK202600012",
        "TB-KK-2026-0012",
        "TB-KK-2026-00000",
        "TB-KK-2026-",
        "XTB-KK-2026-00012",
        NIK,
        "https://contoh.id/TB-KK-2026-00012",
    ],
)
def test_other_texts_are_no_code(teks):
    assert baca_kode(teks) == ""


# --- in a field -------------------------------------------------------------------------------


@pytest.mark.parametrize("end", [ENTER, "\t"])
def test_a_scan_leaves_a_half_typed_field_as_it_was(field, qtbot, end):
    other = QLineEdit()
    desk = open_desk(qtbot, field, other)
    edit = edit_of(field)
    edit.selectAll()
    desk.keyboard.type("351613")
    desk.keyboard.key(K.Key_Left)
    desk.keyboard.key(K.Key_Left)
    before = state(edit)
    said = []
    edit.textEdited.connect(said.append)
    edit.returnPressed.connect(lambda: said.append("Enter"))
    desk.keyboard.scan(end=end)
    assert state(edit) == before
    assert desk.told == ([KODE], [])
    assert said[-1:] in ([], [before[0]])
    assert QApplication.focusWidget() is field
    assert QApplication.activePopupWidget() is None
    desk.keyboard.type("9")
    assert edit.text() == "3516" + "9" + "13"


@pytest.mark.parametrize("backwards", [False, True])
def test_marked_text_is_marked_again_from_the_same_side(qtbot, backwards):
    edit = QLineEdit("PEMOHON")
    desk = open_desk(qtbot, edit)
    if backwards:
        edit.setSelection(5, -3)
    else:
        edit.setSelection(2, 3)
    before = state(edit)
    desk.keyboard.scan()
    assert state(edit) == before
    desk.keyboard.key(K.Key_Left, mods=M.ShiftModifier)
    assert edit.selectedText() == ("EMOH" if backwards else "MO")


def test_the_change_signal_of_a_kit_field_ends_on_what_is_there_again(qtbot):
    nik = IsianDigit()
    desk = open_desk(qtbot, nik)
    said = []
    nik.edited.connect(said.append)
    desk.keyboard.type("351613")
    desk.keyboard.scan()
    assert said[-1] == nik.digits() == "351613"
    desk.keyboard.type("5708459001")
    assert nik.digits() == NIK


def test_an_older_text_in_small_letters_stays_so_in_a_field_of_capitals(qtbot):
    nama = IsianTeks(kapital=True)
    desk = open_desk(qtbot, nama)
    nama.set_nilai("Siti Contoh")
    desk.keyboard.scan()
    assert nama.text() == "Siti Contoh"


def test_a_chosen_item_stays_chosen(qtbot):
    desa = build_pilihan()
    desk = open_desk(qtbot, desa)
    desa.set_kode("02")
    told = []
    desa.dipilih.connect(told.append)
    desa.tidak_dikenal.connect(told.append)
    desk.keyboard.scan()
    assert (desa.kode(), desa.currentText(), told) == ("02", "Tangunan", [])


@pytest.mark.parametrize("marked", [False, True])
def test_many_lines_of_text_come_back(qtbot, marked):
    paper = QPlainTextEdit("satu\ndua\ntiga")
    desk = open_desk(qtbot, paper)
    cursor = paper.textCursor()
    cursor.setPosition(9 if marked else 6)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)
    desk.keyboard.scan()
    assert paper.toPlainText() == "satu\ndua\ntiga"
    assert (paper.textCursor().anchor(), paper.textCursor().position()) == (9 if marked else 6, 6)
    assert desk.codes == [KODE]


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_a_field_that_is_gone_meanwhile_does_no_harm(make, qtbot):
    edit = make()
    desk = open_desk(qtbot, edit, Recorder())
    desk.keyboard.type("TB-KK-", gap=5)
    shiboken6.delete(edit)
    desk.keyboard.type("2026-00012\r", gap=5, first=5)
    assert desk.codes == [KODE]


def test_a_read_only_field_is_no_field(qtbot):
    edit = QLineEdit("tetap", readOnly=True)
    desk = open_desk(qtbot, edit)
    fired = []
    QShortcut(QKeySequence("T"), desk).activated.connect(lambda: fired.append(1))
    desk.keyboard.scan()
    assert (edit.text(), fired, desk.codes) == ("tetap", [], [KODE])


def test_the_first_letter_of_a_typist_is_on_the_screen_at_once(qtbot):
    edit = QLineEdit()
    desk = open_desk(qtbot, edit)
    desk.keyboard.type("s")
    assert edit.text() == "s"


def test_a_quick_pair_of_letters_is_on_the_screen_after_the_gap(qtbot):
    edit = QLineEdit()
    desk = open_desk(qtbot, edit)
    desk.keyboard.type("si", gap=10)
    qtbot.waitUntil(lambda: edit.text() == "si")
    assert desk.told == ([], [])


# --- not ours ---------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [QLineEdit, IsianDigit, Recorder])
@pytest.mark.parametrize(
    ("teks", "kalimat"),
    [
        ("8991234567890", BUKAN_TANDA_BUKTI),
        ("https://contoh.id/x", BUKAN_TANDA_BUKTI),
        ("351613", BUKAN_TANDA_BUKTI),
        ("TB-KK-2026-", KODE_TERPOTONG),
        ("tb/kk/2", KODE_TERPOTONG),
    ],
)
def test_another_scan_is_taken_back_and_told_without_what_it_held(make, teks, kalimat, qtbot):
    widget = make()
    desk = open_desk(qtbot, widget)
    desk.keyboard.scan(teks)
    assert desk.told == ([], [kalimat])
    assert (widget.pressed if make is Recorder else widget.text()) == ""


def test_sixteen_digits_into_a_field_of_digits_are_typing_and_enter_goes_on(qtbot):
    nik, nama = IsianDigit(), IsianTeks()
    desk = open_desk(qtbot, nik, nama)
    enter = EnterMaju()
    enter.awasi(nik)
    desk.keyboard.scan(NIK)
    assert nik.digits() == NIK
    assert QApplication.focusWidget() is nama
    assert desk.told == ([], [])
    desk.keyboard.scan(NIK)
    assert nama.text() == ""
    assert desk.words == [BUKAN_TANDA_BUKTI]


@pytest.mark.parametrize("teks", ["12345", "TB-KK"])
def test_fewer_than_six_characters_are_typing(teks, qtbot):
    widget = Recorder()
    desk = open_desk(qtbot, widget)
    desk.keyboard.scan(teks)
    assert widget.pressed == teks + ENTER
    assert desk.told == ([], [])


@pytest.mark.parametrize(
    ("gaps", "scans"),
    [
        ([JEDA_MS] * 6, 1),
        ([JEDA_MS + 1] * 6, 0),
        ([JEDA_MS] * 2 + [JEDA_MS + 1] + [JEDA_MS] * 3, 0),
        ([JEDA_MS] * 3 + [JEDA_LONGGAR_MS] * 3, 1),
        ([JEDA_MS] * 3 + [JEDA_LONGGAR_MS + 1] * 3, 0),
        ([JEDA_MS] * 5 + [JEDA_LONGGAR_MS + 1], 0),
    ],
)
def test_the_gaps_of_another_scan_are_met_to_the_millisecond(gaps, scans, qtbot):
    widget = Recorder()
    desk = open_desk(qtbot, widget)
    for gap, letter in zip([500, *gaps], "351613\r", strict=True):
        desk.keyboard.type(letter, first=gap)
    desk.keyboard.key(K.Key_F35)
    assert len(desk.words) == scans
    assert widget.pressed == ("" if scans else "351613\r")


@pytest.mark.parametrize("gap", [JEDA_MS + 1, JEDA_LONGGAR_MS, JEDA_LONGGAR_MS + 1])
@pytest.mark.parametrize("teks", [KODE, KODE.lower()])
def test_our_code_may_come_slower(gap, teks, qtbot):
    widget = Recorder()
    desk = open_desk(qtbot, widget)
    desk.keyboard.scan(teks, gap=gap)
    late = gap > JEDA_LONGGAR_MS
    assert widget.pressed == (teks + ENTER if late else "")
    assert desk.told == ([] if late else [KODE], [])


def test_a_typists_words_that_begin_with_t_are_typing(qtbot):
    edit = QLineEdit()
    desk = open_desk(qtbot, edit)
    desk.keyboard.type("tatang tbk. tb", gap=60)
    desk.keyboard.key(K.Key_Return, ENTER, gap=60)
    assert edit.text() == "tatang tbk. tb"
    assert desk.told == ([], [])


@pytest.mark.parametrize("told", [True, False])
def test_a_held_key_is_no_scan_even_where_it_is_not_told_to_repeat(told, qtbot):
    widget = Recorder()
    desk = open_desk(qtbot, widget)
    for n in range(20):
        desk.keyboard.key(K.Key_1, "1", gap=30, repeat=n > 0 and told)
    desk.keyboard.key(K.Key_Return, ENTER, gap=30)
    assert widget.pressed == "1" * 20 + ENTER
    assert desk.told == ([], [])


def test_keys_without_a_stamp_are_no_scan(qtbot):
    edit = QLineEdit()
    desk = open_desk(qtbot, edit)
    QTest.keyClicks(edit, KODE)
    QTest.keyClick(edit, K.Key_Return)
    assert edit.text() == KODE
    assert desk.told == ([], [])


def test_what_was_typed_while_the_program_was_busy_is_no_scan_unless_it_is_our_code(qtbot):
    edit = QLineEdit()
    entered = []
    edit.returnPressed.connect(lambda: entered.append(edit.text()))
    desk = open_desk(qtbot, edit, busy_ms=lambda: 400)
    desk.keyboard.scan("SITI AMINAH", gap=0)
    assert entered == ["SITI AMINAH"]
    assert desk.told == ([], [])
    desk.keyboard.scan(gap=0)
    assert edit.text() == "SITI AMINAH"
    assert desk.codes == [KODE]


def test_a_busy_moment_within_a_scan_does_not_break_it(qtbot):
    busy = [0]
    desk = open_desk(qtbot, Recorder(), busy_ms=lambda: busy[0])
    desk.keyboard.type("TB-KK-", gap=5)
    busy[0] = 400
    desk.keyboard.type("2", first=405)
    busy[0] = 0
    desk.keyboard.type("026-00012\r", gap=5, first=5)
    assert desk.codes == [KODE]
