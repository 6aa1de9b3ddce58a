import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from ui.kit.kolom_uji import (
    ALT,
    CTRL,
    DUA,
    KOLOM,
    NIK_1,
    NIK_2,
    SHIFT,
    Key,
    build_meja,
    huruf,
    isi,
    ketik,
    tampak,
    tekan,
    tempat,
)

from sooko_desk.domain.tabel_isian import format_tabel
from sooko_desk.ui.kit.isian_tabel_model import NADA_ROLE
from sooko_desk.ui.theme import Nada


@pytest.fixture
def meja(shown):
    return build_meja(shown)


def test_a_family_is_typed_cell_by_cell_with_enter_alone(meja):
    tabel = meja()
    ketik("siti aminah", NIK_1, "17081945", "isl", "Jl. Raya 1", "81", "081234567890")
    ketik("budi", "3516 1317 0845 9002", "17/8/1970", "kri", "", "", "")
    assert isi(tabel) == [
        {
            "nama": "SITI AMINAH",
            "nik": NIK_1,
            "lahir": "17/08/1945",
            "agama": "1",
            "alamat": "JL. RAYA 1",
            "umur": "81",
            "hp": "081234567890",
        },
        {"nama": "BUDI", "nik": NIK_2, "lahir": "17/08/1970", "agama": "2"},
    ]
    assert tempat(tabel) == (2, 0)
    assert tampak(tabel, 0, 1) == "3516 1357 0845 9001"
    assert tampak(tabel, 0, 3) == "Islam"


def test_tab_goes_on_and_shift_tab_back_over_the_ends_of_rows(meja):
    tabel = meja(DUA)
    tabel.ke(0, 6)
    tekan(Key.Key_Tab)
    assert tempat(tabel) == (1, 0)
    tekan(Key.Key_Backtab, SHIFT)
    assert tempat(tabel) == (0, 6)
    huruf("08123456789")
    tekan(Key.Key_Backtab, SHIFT)
    assert tempat(tabel) == (0, 5)
    assert isi(tabel)[0]["hp"] == "08123456789"


def test_ctrl_home_and_end_go_to_the_first_cell_and_the_row_not_begun(meja):
    tabel = meja(DUA)
    tabel.ke(1, 3)
    tekan(Key.Key_Home, CTRL)
    assert tempat(tabel) == (0, 0)
    tekan(Key.Key_Right, CTRL)
    assert tempat(tabel) == (0, 0)
    tekan(Key.Key_End, CTRL)
    tekan(Key.Key_D, CTRL)
    assert isi(tabel)[2] == {"nama": "BUDI"}
    tekan(Key.Key_End)
    assert tempat(tabel) == (2, 6)


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_a_row_not_begun_lets_the_caret_out_to_the_next_field(meja, key):
    tabel = meja(DUA)
    tekan(Key.Key_End, CTRL)
    assert tempat(tabel) == (2, 0)
    tekan(key)
    assert tabel.ujung.sesudah.hasFocus()


def test_shift_tab_in_the_first_cell_goes_to_the_field_before(meja):
    tabel = meja(DUA)
    tekan(Key.Key_Backtab, SHIFT)
    assert tabel.ujung.sebelum.hasFocus()


def test_the_last_cell_of_a_full_table_lets_the_caret_out(meja):
    tabel = meja(DUA, paling_banyak=2)
    assert tabel.model().rowCount() == 2
    tabel.ke(1, 6)
    tekan(Key.Key_Return)
    assert tabel.ujung.sesudah.hasFocus()


def test_typing_replaces_and_f2_mends(meja):
    tabel = meja(DUA)
    ketik("ani")
    assert isi(tabel)[0]["nama"] == "ANI"
    tabel.ke(1, 0)
    tekan(Key.Key_F2)
    tekan(Key.Key_End)
    ketik(" s")
    assert isi(tabel)[1]["nama"] == "BUDI S"


def test_escape_gives_up_the_cell_only(meja):
    tabel = meja(DUA)
    huruf("ani")
    tekan(Key.Key_Escape)
    assert tabel.nilai() == DUA.replace("1945-08-17", "17/08/1945")
    assert tabel.hasFocus()


def test_looking_into_a_cell_changes_nothing_and_is_not_told(meja):
    tabel = meja('[{"nama":"Siti  kecil","agama":"99"}]')
    told = []
    tabel.edited.connect(lambda: told.append(1))
    for kolom in range(len(KOLOM)):
        tabel.ke(0, kolom)
        tekan(Key.Key_F2)
        tekan(Key.Key_Return)
    assert isi(tabel) == [{"nama": "Siti  kecil", "agama": "99"}]
    assert told == []


def test_up_and_down_leave_a_cell_of_words(meja):
    tabel = meja(DUA)
    huruf("ani")
    tekan(Key.Key_Down)
    assert tempat(tabel) == (1, 0)
    huruf("joko")
    tekan(Key.Key_Up)
    assert tempat(tabel) == (0, 0)
    assert [b["nama"] for b in isi(tabel)] == ["ANI", "JOKO"]


def test_a_half_typed_cell_counts_already(meja):
    tabel = meja(DUA)
    huruf("ani")
    assert isi(tabel)[0]["nama"] == "ANI"
    tekan(Key.Key_Escape)
    assert isi(tabel)[0]["nama"] == "SITI AMINAH"
    tekan(Key.Key_End, CTRL)
    huruf("cici")
    assert isi(tabel)[2] == {"nama": "CICI"}


def test_a_click_elsewhere_keeps_what_was_typed(meja):
    tabel = meja(DUA)
    huruf("ani")
    tabel.ujung.sesudah.setFocus()
    assert isi(tabel)[0]["nama"] == "ANI"


def test_edited_is_told_once_an_act(meja):
    tabel = meja(DUA)
    told = []
    tabel.edited.connect(lambda: told.append(1))
    ketik("ani")
    tekan(Key.Key_Z, CTRL)
    tekan(Key.Key_Y, CTRL)
    tabel.set_nilai(DUA)
    assert len(told) == 3


@pytest.mark.parametrize(
    ("typed", "kode"), [("1", "1"), ("6", "6"), ("hin", "4"), ("th", "3"), ("bud", "5")]
)
def test_a_choice_is_found_by_words_or_by_its_code(meja, typed, kode):
    tabel = meja(DUA)
    tabel.ke(0, 3)
    ketik(typed)
    assert isi(tabel)[0]["agama"] == kode
    assert tempat(tabel) == (0, 4)


def test_the_arrows_choose_from_the_whole_list(meja):
    tabel = meja(DUA)
    tabel.ke(0, 3)
    tekan(Key.Key_Down, ALT)
    tekan(Key.Key_Down, kali=2)
    tekan(Key.Key_Return)
    assert isi(tabel)[0]["agama"] == "3"


def test_words_without_a_match_lead_back_to_the_whole_list(meja):
    tabel = meja(DUA)
    tabel.ke(0, 3)
    huruf("xyz")
    daftar = QApplication.focusWidget().daftar
    assert not daftar.isVisible()
    tekan(Key.Key_Down)
    assert daftar.count() == 6
    tekan(Key.Key_Down, kali=2)
    tekan(Key.Key_PageUp)
    tekan(Key.Key_Return)
    assert isi(tabel)[0]["agama"] == "1"


def test_a_click_on_a_suggestion_takes_it_and_goes_on(qtbot, meja):
    tabel = meja(DUA)
    tabel.ke(0, 3)
    tekan(Key.Key_Space)
    daftar = QApplication.focusWidget().daftar
    assert daftar.count() == 6
    qtbot.mouseClick(
        daftar.viewport(),
        Qt.MouseButton.LeftButton,
        pos=daftar.visualItemRect(daftar.item(1)).center(),
    )
    assert isi(tabel)[0]["agama"] == "2"
    assert tempat(tabel) == (0, 4)
    assert tabel.hasFocus()


def test_words_that_are_no_choice_stay_marked_and_keep_the_caret(meja):
    tabel = meja(DUA)
    tabel.ke(0, 3)
    ketik("xyz")
    assert tempat(tabel) == (0, 3)
    assert isi(tabel)[0]["agama"] == "xyz"
    assert tampak(tabel, 0, 3, NADA_ROLE) == Nada.BAHAYA
    assert tabel.kalimat == "“xyz” tidak ada dalam daftar Agama. Pilih dari daftar."
    ketik("is")
    assert isi(tabel)[0]["agama"] == "1"
    assert tabel.kalimat == ""


def test_half_typed_words_are_no_choice_until_enter(meja):
    tabel = meja(DUA)
    tabel.ke(0, 3)
    huruf("k")
    assert isi(tabel)[0]["agama"] == "k"
    tekan(Key.Key_Tab)
    assert isi(tabel)[0]["agama"] == "2"


def test_a_choice_is_cleared_by_taking_its_words_out(meja):
    tabel = meja(DUA)
    tabel.ke(0, 3)
    tekan(Key.Key_F2)
    tekan(Key.Key_Backspace)
    tekan(Key.Key_Return)
    assert "agama" not in isi(tabel)[0]


def test_the_list_lies_above_where_there_is_no_room_below(meja):
    tabel = meja(format_tabel([{"nama": f"N{n}", "agama": "1"} for n in range(7)]))
    tabel.ke(6, 3)
    tekan(Key.Key_F2)
    sunting = QApplication.focusWidget()
    window = tabel.window()
    assert sunting.daftar.isVisible()
    assert window.rect().contains(sunting.daftar.geometry())
    assert sunting.daftar.geometry().bottom() < sunting.mapTo(window, QPoint(0, 0)).y()
    daftar = sunting.daftar
    tekan(Key.Key_Escape)
    assert not daftar.isVisible()


def test_delete_empties_cells_and_ctrl_delete_takes_the_row_out(meja):
    tabel = meja(DUA)
    tabel.ke(0, 1)
    tekan(Key.Key_Delete)
    assert "nik" not in isi(tabel)[0]
    tekan(Key.Key_Delete, CTRL)
    assert [b["nama"] for b in isi(tabel)] == ["BUDI"]
    assert tempat(tabel) == (0, 1)


def test_an_inserted_empty_row_keeps_the_numbers_of_those_below(meja):
    tabel = meja(DUA)
    tabel.ke(1, 4)
    tekan(Key.Key_Insert, CTRL)
    assert tempat(tabel) == (1, 0)
    assert isi(tabel)[1] == {}
    assert isi(tabel)[2]["nama"] == "BUDI"
    assert json.loads(tabel.nilai()) == isi(tabel)


def test_every_act_is_undone_and_done_again(meja):
    tabel = meja(DUA)
    states = [tabel.nilai()]
    for act in (
        lambda: ketik("ani"),
        lambda: tekan(Key.Key_Delete),
        lambda: tekan(Key.Key_Insert, CTRL),
        lambda: (tabel.ke(2, 0), tekan(Key.Key_D, CTRL)),
        lambda: tekan(Key.Key_Delete, CTRL),
        lambda: tekan(Key.Key_X, CTRL),
    ):
        tabel.ke(0, 1)
        act()
        if tabel.nilai() != states[-1]:
            states.append(tabel.nilai())
    assert len(states) >= 5
    for state in reversed(states[:-1]):
        tekan(Key.Key_Z, CTRL)
        assert tabel.nilai() == state
    for state in states[1:]:
        tekan(Key.Key_Y, CTRL)
        assert tabel.nilai() == state


def test_undo_goes_to_where_it_changed_something(meja):
    tabel = meja(DUA)
    tabel.ke(1, 4)
    ketik("Jl. Baru")
    tabel.ke(0, 0)
    tekan(Key.Key_Z, CTRL)
    assert tempat(tabel) == (1, 4)


def test_ctrl_d_takes_the_cell_above_also_while_typing(meja):
    tabel = meja(DUA)
    tabel.ke(2, 3)
    tekan(Key.Key_D, CTRL)
    tabel.ke(2, 4)
    huruf("Jl")
    tekan(Key.Key_D, CTRL)
    assert isi(tabel)[2] == {"agama": "3", "alamat": "JL. RAYA 1"}
    tabel.ke(0, 0)
    tekan(Key.Key_D, CTRL)
    assert tabel.kalimat == "Tidak ada baris di atasnya."


def test_ctrl_d_fills_a_block_from_its_first_row(meja):
    tabel = meja(DUA)
    tabel.ke(0, 3)
    tekan(Key.Key_Down, SHIFT, kali=2)
    tekan(Key.Key_D, CTRL)
    assert [b["agama"] for b in isi(tabel)] == ["1", "1", "1"]


def test_a_full_table_says_why_no_row_is_inserted(meja):
    tabel = meja(DUA, paling_banyak=2)
    tekan(Key.Key_Insert, CTRL)
    assert len(isi(tabel)) == 2
    assert tabel.kalimat == "Tabel sudah penuh: paling banyak 2 baris."
    tekan(Key.Key_Right)
    assert tabel.kalimat == ""


def test_the_windows_own_keys_are_left_to_it(qtbot, meja):
    tabel = meja(DUA)
    pressed = []
    for kunci in ("Ctrl+Return", "Ctrl+S", "F9", "Esc", "L", "Ctrl+Z", "Delete", "Space"):
        shortcut = QShortcut(QKeySequence(kunci), tabel.ujung)
        shortcut.activated.connect(lambda kunci=kunci: pressed.append(kunci))
    tekan(Key.Key_Return, CTRL)
    tekan(Key.Key_S, CTRL)
    tekan(Key.Key_F9)
    tekan(Key.Key_Escape)
    assert pressed == ["Ctrl+Return", "Ctrl+S", "F9", "Esc"]
    for key in (Key.Key_Delete, Key.Key_L, Key.Key_Space):
        tekan(key)
    tekan(Key.Key_Z, CTRL)
    tekan(Key.Key_Return, CTRL)
    tekan(Key.Key_Escape)
    assert pressed[4:] == ["Ctrl+Return"]
    assert tabel.hasFocus()


def test_ctrl_enter_while_typing_is_the_windows_and_finds_the_typed_words(meja):
    tabel = meja(DUA)
    found = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), tabel.ujung)
    shortcut.activated.connect(lambda: found.append(isi(tabel)[0]["nama"]))
    huruf("ani")
    tekan(Key.Key_Return, CTRL)
    assert found == ["ANI"]
    shortcut.setEnabled(False)
    tekan(Key.Key_Return, CTRL)
    assert tempat(tabel) == (0, 0)
