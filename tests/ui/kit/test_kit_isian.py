import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sooko_desk.ui.kit.isian_angka import IsianDigit, group_digits
from sooko_desk.ui.kit.isian_rapi import IsianRapi, tandai_isian
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal, tidy_date
from sooko_desk.ui.kit.isian_teks import IsianTeks, tidy_text

NIK = "3516131708459001"
GROUPED = "3516 1317 0845 9001"


@pytest.fixture
def beside(shown):
    """Show an input with a second field, so that Tab can leave it; the input has the focus."""

    def show(edit):
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(edit)
        layout.addWidget(QLineEdit())
        shown(window)
        edit.setFocus()
        return edit

    return show


def leave(qtbot, edit):
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()


def paste(qtbot, edit, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_number_is_grouped_on_leaving_and_bare_on_return(qtbot, beside):
    edit = beside(IsianDigit())
    qtbot.keyClicks(edit, NIK)
    assert edit.text() == NIK
    leave(qtbot, edit)
    assert edit.text() == GROUPED
    assert edit.digits() == NIK
    edit.setFocus()
    assert edit.text() == NIK


@pytest.mark.parametrize(
    "text",
    [
        GROUPED,
        "3516.1317.0845.9001",
        "3516-1317-0845-9001",
        "3516131708\n459001\n",
        " 35 161317 08459001 ",
    ],
)
def test_separators_are_stripped_from_a_paste(qtbot, beside, text):
    edit = beside(IsianDigit())
    paste(qtbot, edit, text)
    assert edit.text() == edit.digits() == NIK


def test_typed_separators_are_swallowed_and_undo_still_works(qtbot, beside):
    edit = beside(IsianDigit())
    qtbot.keyClicks(edit, "3516 13-17.08")
    assert edit.text() == "3516131708"
    assert edit.isUndoAvailable()


@pytest.mark.parametrize("wrong", ["3516I31708459001", "３５１６131708459001", NIK + "7"])
def test_wrong_characters_are_kept_for_the_check_to_name(qtbot, beside, wrong):
    edit = beside(IsianDigit())
    paste(qtbot, edit, wrong)
    leave(qtbot, edit)
    assert edit.digits() == wrong


def test_number_is_cut_at_forty_characters(qtbot, beside):
    edit = beside(IsianDigit())
    paste(qtbot, edit, "1 " * 60)
    assert edit.digits() == "1" * 40
    edit.set_digits("2" * 60)
    assert edit.digits() == "2" * 40


def test_paste_into_the_middle_keeps_the_caret_behind_it(qtbot, beside):
    edit = beside(IsianDigit())
    qtbot.keyClicks(edit, "35169001")
    edit.setCursorPosition(4)
    paste(qtbot, edit, "1317 0845 ")
    qtbot.keyClicks(edit, "X")
    assert edit.text() == "351613170845X9001"


def test_a_click_never_loses_digits(qtbot, beside):
    edit = beside(IsianDigit())
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton, pos=edit.rect().center())
    qtbot.keyClicks(edit, NIK)
    assert edit.digits() == NIK


def test_number_tells_only_what_the_officer_did(qtbot, beside):
    edit = beside(IsianDigit())
    told = []
    edit.edited.connect(told.append)
    edit.set_digits(NIK)
    leave(qtbot, edit)
    edit.setFocus()
    edit.clear()
    assert told == []
    paste(qtbot, edit, "35 16")
    assert told == ["3516"]


def test_stored_number_is_shown_in_groups_unless_it_is_being_typed(qtbot, beside):
    edit = beside(IsianDigit("16 angka"))
    edit.set_digits(NIK)
    assert edit.text() == NIK
    leave(qtbot, edit)
    edit.set_digits(NIK)
    assert edit.text() == GROUPED


@given(st.text("0123456789abc", max_size=40))
def test_grouping_adds_nothing_but_spaces(raw):
    grouped = group_digits(raw)
    assert grouped.replace(" ", "") == raw
    assert all(len(part) <= 4 for part in grouped.split())


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("  Siti   Aminah ", "Siti Aminah"),
        ("Mas’ud", "Mas'ud"),
        ("Ma`ruf\n", "Ma'ruf"),
        ("Nuʼman", "Nu'man"),
        ("", ""),
    ],
)
def test_words_are_tidied(typed, tidy):
    assert tidy_text(typed) == tidy


@given(st.text(max_size=60))
def test_tidy_words_stay_as_they_are(text):
    once = tidy_text(text)
    assert tidy_text(once) == once


def test_words_are_tidied_on_leaving_but_told_tidy_at_once(qtbot, beside):
    edit = beside(IsianTeks())
    told = []
    edit.edited.connect(told.append)
    qtbot.keyClicks(edit, "Budi  S ")
    assert edit.text() == "Budi  S "
    assert told[-1] == "Budi S"
    count = len(told)
    leave(qtbot, edit)
    assert edit.text() == edit.nilai() == "Budi S"
    assert len(told) == count


def test_apostrophe_is_straightened_without_moving_the_caret(qtbot, beside):
    edit = beside(IsianTeks())
    qtbot.keyClicks(edit, "Masd")
    edit.setCursorPosition(3)
    paste(qtbot, edit, "’u")
    assert edit.text() == "Mas'ud"
    assert edit.cursorPosition() == 5


def test_capitals_come_while_typing(qtbot, beside):
    edit = beside(IsianTeks(kapital=True))
    qtbot.keyClicks(edit, "ni luh")
    assert edit.text() == "NI LUH"


def test_a_too_long_name_is_kept_for_the_check(qtbot, beside):
    edit = beside(IsianTeks())
    paste(qtbot, edit, "A" * 200)
    assert len(edit.nilai()) == 200


def test_stored_words_are_shown_silently(qtbot, beside):
    edit = beside(IsianTeks())
    told = []
    edit.edited.connect(told.append)
    edit.set_nilai("Sooko")
    assert edit.text() == "Sooko"
    assert told == []


@pytest.mark.parametrize(
    ("typed", "shown_as"),
    [
        ("17081945", "17/08/1945"),
        ("17/8/1945", "17/08/1945"),
        ("17-08-1945", "17/08/1945"),
        ("7.8.1945", "07/08/1945"),
        ("17 8 1945", "17/08/1945"),
        (" 17 / 8 / 1945 ", "17/08/1945"),
        ("1945-08-17", "17/08/1945"),
        ("17.8.45", "17.8.45"),
        ("170845", "170845"),
        ("17 Agustus 1945", "17 Agustus 1945"),
        ("31/02/2020", "31/02/2020"),
        ("", ""),
    ],
)
def test_date_is_put_in_shape_but_never_guessed(typed, shown_as):
    assert tidy_date(typed) == shown_as


def test_date_is_shown_on_leaving(qtbot, beside):
    edit = beside(IsianTanggal())
    told = []
    edit.edited.connect(told.append)
    qtbot.keyClicks(edit, "17081945")
    assert edit.text() == "17081945"
    assert told[-1] == "17/08/1945"
    leave(qtbot, edit)
    assert edit.text() == "17/08/1945"


def test_stored_date_is_shown_silently(qtbot, beside):
    edit = beside(IsianTanggal())
    told = []
    edit.edited.connect(told.append)
    edit.set_nilai("1945-08-17")
    leave(qtbot, edit)
    assert edit.text() == "17/08/1945"
    assert told == []


@given(st.dates())
def test_every_shown_date_is_one_that_the_office_reads(date):
    from sooko_desk.domain.tanggal import TAHUN_AWAL, parse_tanggal

    if date.year >= TAHUN_AWAL and date.year <= 2100:
        assert parse_tanggal(tidy_date(f"{date:%d%m%Y}")) == date


def test_a_value_is_tidied_on_leaving_and_told_tidy_at_once(qtbot, beside):
    edit = beside(IsianRapi(str.upper, "contoh", 5))
    told = []
    edit.edited.connect(told.append)
    qtbot.keyClicks(edit, "abcdefg")
    assert (edit.text(), edit.nilai(), told[-1]) == ("abcde", "ABCDE", "ABCDE")
    assert edit.placeholderText() == "contoh"
    leave(qtbot, edit)
    assert edit.text() == "ABCDE"
    edit.set_nilai("xy")
    assert edit.text() == "XY"
    assert told[-1] == "ABCDE"


def test_a_field_without_a_message_line_says_by_itself_that_it_is_wrong(beside):
    edit = beside(IsianTanggal())
    tandai_isian(edit, "Tanggal belum diisi.")
    assert edit.property("keadaan") == "bahaya"
    assert edit.toolTip() == "Tanggal belum diisi."
    assert edit.accessibleDescription() == "Salah: Tanggal belum diisi."
    tandai_isian(edit, "")
    assert (edit.property("keadaan"), edit.toolTip(), edit.accessibleDescription()) == ("", "", "")
