"""Marks of a paper by key and by mouse, on the real list."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Berkas, Cocok, TandaBerkas
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.kit.ceklis import PETUNJUK, PETUNJUK_PERIKSA, DaftarCeklis
from sooko_desk.ui.kit.ceklis_baris import BARIS_ROLE
from sooko_desk.ui.kit.ceklis_tata import Lembar

W, B, C = SifatSyarat.WAJIB, SifatSyarat.BERSYARAT, SifatSyarat.CATATAN
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
K = Qt.Key
KIRI = Qt.MouseButton.LeftButton
DULU = dt.datetime(2026, 8, 10, 2, tzinfo=dt.UTC)
BERKAS = (
    Berkas("F-1.02", "F-1.02 diisi dan ditandatangani", W),
    Berkas("nikah", "Buku nikah", W, grup="kawin"),
    Berkas("sptjm", "SPTJM perkawinan", W, grup="kawin"),
    Berkas("cerai", "Kutipan akta perceraian", B, bila="bila bercerai"),
    Berkas("cek", "Nama pada ijazah sama", C),
    Berkas("kk", "KK lama", W, ada=True, catatan="sobek", diterima=DULU),
)


class Window(QWidget):
    """A list among other fields; letters that the list leaves alone arrive here."""

    def __init__(self):
        super().__init__()
        self.arrived = []
        self.list = DaftarCeklis()
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(QLineEdit())
        self.resize(620, 520)

    def keyPressEvent(self, event: QKeyEvent):
        self.arrived.append(event.key())


@pytest.fixture
def desk(shown):
    window = Window()
    shown(window)
    window.list.set_baris(BERKAS)
    window.list.setFocus()
    window.changes = []
    window.list.berubah.connect(lambda: window.changes.append(1))
    return window


def mark(desk, kode):
    return next(t for t in desk.list.tanda() if t.kode == kode)


def parts(desk, row):
    """Where the parts of that line are, from the line's corner; and the corner."""
    index = desk.list.model().index(row)
    rect = desk.list.visualRect(index)
    periksa = desk.list.itemDelegate().periksa
    lembar = Lembar(desk.list.font(), live=not desk.list.is_readonly(), periksa=periksa)
    return lembar.lay_out(index.data(BARIS_ROLE), rect.width()), rect.topLeft()


def chips(desk, row):
    return [keping.teks for _, keping in parts(desk, row)[0].keping]


def click_chip(qtbot, desk, row, teks):
    place, corner = parts(desk, row)
    spot = next(rect.center() for rect, k in place.keping if k.teks == teks)
    qtbot.mouseClick(desk.list.viewport(), KIRI, pos=corner + spot)


def double_click(qtbot, desk, spot):
    """As the window system tells it: a click, then a press that is a double click."""
    qtbot.mouseClick(desk.list.viewport(), KIRI, pos=spot)
    qtbot.mouseDClick(desk.list.viewport(), KIRI, pos=spot)
    qtbot.mouseRelease(desk.list.viewport(), KIRI, pos=spot)


# Keys


def test_a_and_f_say_the_form_tick_the_paper_and_take_the_form_back(qtbot, desk):
    qtbot.keyClick(desk.list, K.Key_A)
    assert mark(desk, "F-1.02") == TandaBerkas("F-1.02", True, bentuk=Bentuk.ASLI)
    qtbot.keyClick(desk.list, K.Key_F)
    assert mark(desk, "F-1.02").bentuk is Bentuk.FOTOKOPI
    qtbot.keyClick(desk.list, K.Key_F)
    assert mark(desk, "F-1.02") == TandaBerkas("F-1.02", True)
    assert len(desk.changes) == 3


@pytest.mark.parametrize("tombol", ["a", "A"])
def test_caps_lock_makes_no_difference(qtbot, desk, tombol):
    qtbot.keyClicks(desk.list, tombol)
    assert mark(desk, "F-1.02").bentuk is Bentuk.ASLI


def test_a_tick_taken_back_and_set_again_keeps_form_and_number(qtbot, desk):
    qtbot.keyClicks(desk.list, "f++ ")
    assert not mark(desk, "F-1.02").ada
    assert desk.list.berkas()[0] == BERKAS[0]
    qtbot.keyClicks(desk.list, " ")
    assert mark(desk, "F-1.02") == TandaBerkas("F-1.02", True, bentuk=Bentuk.FOTOKOPI, jumlah=3)


@pytest.mark.parametrize("periksa", [False, True])
def test_a_paper_with_wrong_data_that_is_ticked_anew_is_another_one(qtbot, desk, periksa):
    """At the counter; who compares data says so with C."""
    desk.list.set_cocok(periksa)
    desk.list.set_baris((replace(BERKAS[5], cocok=Cocok.TIDAK), BERKAS[0]))
    qtbot.keyClicks(desk.list, "  ")
    assert mark(desk, "kk").ada
    assert mark(desk, "kk").cocok is (Cocok.TIDAK if periksa else Cocok.BELUM)
    assert mark(desk, "kk").catatan == "sobek"


def test_plus_and_minus_count_from_1_to_99(qtbot, desk):
    desk.list.setCurrentIndex(desk.list.model().index(5))
    qtbot.keyClicks(desk.list, "-")
    assert desk.changes == []
    qtbot.keyClicks(desk.list, "+=")
    qtbot.keyClick(desk.list, K.Key_Plus, Qt.KeyboardModifier.KeypadModifier)
    assert mark(desk, "kk").jumlah == 4
    qtbot.keyClicks(desk.list, "-")
    assert mark(desk, "kk").jumlah == 3
    qtbot.keyClicks(desk.list, "+" * 120)
    assert mark(desk, "kk").jumlah == 99


def test_plus_brings_a_paper_and_minus_none(qtbot, desk):
    qtbot.keyClicks(desk.list, "-")
    assert desk.changes == []
    qtbot.keyClicks(desk.list, "+")
    assert mark(desk, "F-1.02") == TandaBerkas("F-1.02", True)


def test_c_goes_round_only_where_data_are_compared(qtbot, desk):
    qtbot.keyClicks(desk.list, "c")
    assert desk.changes == []
    assert desk.list.accessibleDescription().startswith(PETUNJUK)
    desk.list.set_cocok(True)
    assert desk.list.accessibleDescription().startswith(PETUNJUK_PERIKSA)
    seen = []
    for _ in range(4):
        qtbot.keyClicks(desk.list, "c")
        seen.append((mark(desk, "F-1.02").ada, mark(desk, "F-1.02").cocok))
    assert seen == [
        (True, Cocok.COCOK),
        (True, Cocok.TIDAK),
        (True, Cocok.BELUM),
        (True, Cocok.COCOK),
    ]


def test_a_condition_to_look_at_is_only_ticked(qtbot, desk):
    desk.list.set_cocok(True)
    qtbot.keyClicks(desk.list, "5")
    qtbot.keyClicks(desk.list, "afc+-")
    assert mark(desk, "cek") == TandaBerkas("cek", True)
    assert len(desk.changes) == 1
    assert chips(desk, 4) == ["catatan"]


def test_digits_reach_ten_lines_and_arrows_the_rest(qtbot, desk):
    desk.list.set_baris([Berkas(str(i), f"Berkas {i}", W) for i in range(1, 13)])
    qtbot.keyClicks(desk.list, "0")
    assert mark(desk, "10").ada
    for _ in range(2):
        qtbot.keyClick(desk.list, K.Key_Down)
    qtbot.keyClick(desk.list, K.Key_Space)
    assert [t.kode for t in desk.list.tanda() if t.ada] == ["10", "12"]
    qtbot.keyClick(desk.list, K.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert mark(desk, "3").ada


def test_other_letters_go_on_and_never_search_the_list(qtbot, desk):
    qtbot.keyClicks(desk.list, "kltbc")
    assert desk.arrived == [K.Key_K, K.Key_L, K.Key_T, K.Key_B, K.Key_C]
    assert desk.list.currentIndex().row() == 0
    assert desk.changes == []


@pytest.mark.parametrize(
    ("tombol", "bersama"),
    [
        (K.Key_1, CTRL),
        (K.Key_1, ALT),
        (K.Key_F, CTRL),
        (K.Key_A, ALT),
        (K.Key_A, CTRL | SHIFT),
        (K.Key_Space, CTRL),
        (K.Key_Plus, CTRL),
        (K.Key_C, CTRL),
        (K.Key_Down, ALT),
        (K.Key_Return, CTRL),
    ],
)
def test_keys_with_ctrl_or_alt_go_on_untouched(qtbot, desk, tombol, bersama):
    qtbot.keyClick(desk.list, tombol, bersama)
    assert desk.changes == []
    assert desk.arrived[-1] == tombol
    assert desk.list.currentIndex().row() == 0


@pytest.mark.parametrize("teks", [" ", "1", "a", "f"])
def test_a_key_held_down_acts_once(desk, teks):
    key = QKeyEvent.Type.KeyPress
    for auto in (False, True, True):
        tombol = ord(teks.upper())
        event = QKeyEvent(key, tombol, Qt.KeyboardModifier.NoModifier, teks, auto)
        QApplication.sendEvent(desk.list, event)
    assert len(desk.changes) == 1


# Mouse


def test_a_click_left_of_the_name_ticks_and_one_on_the_name_only_chooses(qtbot, desk):
    place, corner = parts(desk, 2)
    qtbot.mouseClick(desk.list.viewport(), KIRI, pos=corner + place.nama.center())
    assert desk.list.currentIndex().row() == 2
    assert desk.changes == []
    for spot in (place.box.center(), place.number.center()):
        qtbot.mouseClick(desk.list.viewport(), KIRI, pos=corner + spot)
    assert len(desk.changes) == 2
    assert not mark(desk, "sptjm").ada


def test_a_double_click_opens_the_note_and_ticks_nothing(qtbot, desk):
    place, corner = parts(desk, 2)
    double_click(qtbot, desk, corner + place.nama.center())
    assert desk.list.findChild(QLineEdit).accessibleName() == "Catatan SPTJM perkawinan"
    assert desk.changes == []


def test_a_double_click_on_the_box_ticks_twice(qtbot, desk):
    place, corner = parts(desk, 2)
    double_click(qtbot, desk, corner + place.box.center())
    assert len(desk.changes) == 2
    assert not mark(desk, "sptjm").ada
    assert desk.list.findChild(QLineEdit) is None


def test_the_pencil_opens_the_note(qtbot, desk):
    place, corner = parts(desk, 2)
    qtbot.mouseClick(desk.list.viewport(), KIRI, pos=corner + place.pencil.center())
    assert desk.list.findChild(QLineEdit).hasFocus()


def test_offered_forms_are_taken_by_a_click_and_go_round(qtbot, desk):
    assert chips(desk, 5) == ["asli", "fotokopi"]
    click_chip(qtbot, desk, 5, "fotokopi")
    assert mark(desk, "kk").bentuk is Bentuk.FOTOKOPI
    click_chip(qtbot, desk, 5, "fotokopi")
    assert chips(desk, 5) == ["asli", "fotokopi"]
    click_chip(qtbot, desk, 5, "asli")
    click_chip(qtbot, desk, 5, "asli")
    assert mark(desk, "kk").bentuk is Bentuk.FOTOKOPI


def test_data_are_compared_by_a_click_too(qtbot, desk):
    desk.list.set_cocok(True)
    for teks, berikut in (
        ("cocok?", Cocok.COCOK),
        ("cocok", Cocok.TIDAK),
        ("tidak cocok", Cocok.BELUM),
    ):
        click_chip(qtbot, desk, 5, teks)
        assert mark(desk, "kk").cocok is berikut


def test_tags_are_no_buttons(qtbot, desk):
    click_chip(qtbot, desk, 0, "wajib")
    assert desk.changes == []
    assert desk.list.currentIndex().row() == 0


# What a line says


def test_chips_ask_while_a_paper_is_away_and_tell_its_marks_when_it_is_there(qtbot, desk):
    assert chips(desk, 0) == ["wajib"]
    assert chips(desk, 1) == chips(desk, 2) == ["wajib", "atau"]
    assert chips(desk, 3) == ["bersyarat"]
    qtbot.keyClicks(desk.list, "f+")
    assert chips(desk, 0) == ["fotokopi ×2"]
    qtbot.keyClicks(desk.list, "f")
    assert chips(desk, 0) == ["×2"]


def test_the_rest_of_a_group_is_enough_once_one_is_there_and_right(qtbot, desk):
    qtbot.keyClicks(desk.list, "2")
    assert chips(desk, 2) == ["cukup, ada no. 2"]
    desk.list.set_cocok(True)
    qtbot.keyClicks(desk.list, "cc")
    assert chips(desk, 2) == ["wajib", "atau"]
    qtbot.keyClicks(desk.list, "3")
    assert chips(desk, 1) == ["asli", "fotokopi", "tidak cocok", "cukup, ada no. 3"]


@pytest.mark.parametrize(
    ("diterima", "chip"),
    [
        (DULU, []),
        (DULU + dt.timedelta(microseconds=1), ["baru 10/08"]),
        (dt.datetime(2026, 8, 14, 17, 0, tzinfo=dt.UTC), ["baru 15/08"]),
        (None, []),
    ],
)
def test_papers_that_came_later_carry_their_date_in_wib(desk, diterima, chip):
    desk.list.set_baru_sejak(DULU)
    desk.list.set_baris((Berkas("a", "A", W, ada=True, bentuk=Bentuk.ASLI, diterima=diterima),))
    assert chips(desk, 0) == ["asli", *chip]
    desk.list.set_baru_sejak(None)
    assert chips(desk, 0) == ["asli"]


@pytest.mark.parametrize(
    ("bentuk", "keluar", "chip"),
    [
        (Bentuk.ASLI, AsliKeluar.DIKEMBALIKAN, ["asli dikembalikan"]),
        (Bentuk.ASLI, AsliKeluar.DITARIK, ["asli ditarik"]),
        (Bentuk.FOTOKOPI, AsliKeluar.DIKEMBALIKAN, ["fotokopi", "asli dikembalikan"]),
    ],
)
def test_an_original_that_left_says_so(desk, bentuk, keluar, chip):
    desk.list.set_baris((Berkas("a", "A", W, ada=True, bentuk=bentuk, asli_keluar=keluar),))
    assert chips(desk, 0) == chip


def test_missing_papers_can_be_brought_out_and_alternatives_with_them(qtbot, desk):
    plain = desk.list.grab().toImage()
    desk.list.set_tekankan_kurang(True)
    assert desk.list.grab().toImage() != plain
    assert [chips(desk, row)[0] for row in range(4)] == ["belum ada"] * 3 + ["bersyarat"]
    qtbot.keyClicks(desk.list, "21")
    assert chips(desk, 2) == ["cukup, ada no. 2"]
    assert chips(desk, 0) == ["asli", "fotokopi"]
    desk.list.set_tekankan_kurang(False)
    assert desk.changes == [1, 1]
