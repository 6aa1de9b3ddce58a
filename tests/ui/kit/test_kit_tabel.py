from dataclasses import dataclass, replace
from operator import attrgetter

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sooko_desk.ui.kit.lencana import CHIP_ROLE
from sooko_desk.ui.kit.tabel import ROW_ROLE, SORT_ROLE, Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.theme import Nada


@dataclass(frozen=True)
class Kasus:
    nomor: str
    nama: str
    menit: int


ROWS = [Kasus("KK-3", "Budi", 41), Kasus("KK-1", "agus", 4), Kasus("KK-2", "Siti", 128)]


def show_menit(kasus):
    return f"{kasus.menit} menit"


def tone_of(kasus):
    return Nada.BAHAYA if kasus.menit > 100 else None


KOLOM = (
    Kolom("Nomor", attrgetter("nomor"), lebar=90),
    Kolom("Nama", attrgetter("nama")),
    Kolom("Lama", show_menit, Rata.KANAN, 90, tone_of, attrgetter("menit")),
)


@pytest.fixture
def model(qapp):
    model = RowTableModel(KOLOM, attrgetter("nomor"))
    model.set_rows(ROWS)
    return model


@pytest.fixture
def table(model, shown):
    window = QWidget()
    layout = QVBoxLayout(window)
    table = TabelData(model, "Permohonan")
    table.other = QLineEdit()
    layout.addWidget(table)
    layout.addWidget(table.other)
    window.resize(500, 300)
    shown(window)
    table.setFocus()
    table.chosen, table.opened = [], []
    table.baris_dipilih.connect(table.chosen.append)
    table.dibuka.connect(table.opened.append)
    return table


def column(model, number):
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_model_passes_qts_own_checks(qtmodeltester, model):
    qtmodeltester.check(model)
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.set_rows(ROWS[:1])
    qtmodeltester.check(model)


def test_model_answers_every_role(model):
    cell = model.index(2, 2)
    assert cell.data() == cell.data(Qt.ItemDataRole.ToolTipRole) == "128 menit"
    assert cell.data(SORT_ROLE) == 128
    assert cell.data(ROW_ROLE) == ROWS[2]
    assert cell.data(CHIP_ROLE) == Nada.BAHAYA
    assert model.index(0, 2).data(CHIP_ROLE) is None
    assert model.index(0, 0).data(CHIP_ROLE) is None
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert cell.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_header_says_titles_only(model):
    across = Qt.Orientation.Horizontal
    assert model.headerData(1, across) == "Nama"
    assert model.headerData(2, across, Qt.ItemDataRole.TextAlignmentRole)
    assert model.headerData(9, across) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


def test_a_hidden_column_leaves_its_room_to_the_others(table):
    assert table.columnWidth(1) == table.viewport().width() - 2 * 90
    table.setColumnHidden(0, True)
    table.window().resize(520, 300)
    assert table.columnWidth(1) == table.viewport().width() - 90


def test_words_sort_without_capitals_and_numbers_as_numbers(model):
    model.sort(1)
    assert column(model, 1) == ["agus", "Budi", "Siti"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert column(model, 2) == ["128 menit", "41 menit", "4 menit"]
    model.sort(-1)
    assert column(model, 0) == ["KK-3", "KK-1", "KK-2"]


def test_sorting_stays_over_a_reload(model):
    model.sort(0)
    model.set_rows([*ROWS, Kasus("KK-0", "Ani", 1)])
    assert column(model, 0) == ["KK-0", "KK-1", "KK-2", "KK-3"]


def test_sorting_carries_the_current_row_along(table, model):
    assert table.pilih("KK-2")
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert table.currentIndex().row() == 0
    assert table.baris() == ROWS[2]


def test_reload_finds_the_current_row_by_key_and_tells_its_new_value(table, model):
    table.pilih("KK-1")
    fresh = replace(ROWS[1], menit=99)
    table.chosen.clear()
    model.set_rows([Kasus("KK-9", "Baru", 0), fresh, ROWS[0]])
    assert table.baris() == fresh
    assert table.chosen == [fresh]
    assert table.selectionModel().isRowSelected(1)


def test_reload_tells_when_the_current_row_is_gone(table, model):
    table.pilih("KK-1")
    table.chosen.clear()
    model.set_rows(ROWS[:1])
    assert table.baris() is None
    assert table.chosen == [None]


def test_reload_without_a_current_row_tells_nothing(qtbot, model):
    table = TabelData(model, "Permohonan")
    qtbot.addWidget(table)
    chosen = []
    table.baris_dipilih.connect(chosen.append)
    model.set_rows(ROWS)
    assert chosen == []


def test_keyboard_focus_chooses_the_first_row(table):
    assert table.baris() == ROWS[0]
    assert table.selectionModel().isRowSelected(0)


def test_unknown_key_is_not_chosen(table):
    assert not table.pilih("KK-77")


def test_focus_by_mouse_or_without_rows_chooses_nothing(model, shown):
    table = TabelData(model, "Permohonan")
    shown(table)
    table.clearFocus()
    table.setCurrentIndex(QModelIndex())
    table.setFocus(Qt.FocusReason.MouseFocusReason)
    assert table.baris() is None
    model.set_rows([])
    table.clearFocus()
    table.setFocus()
    assert table.baris() is None


def test_enter_opens_the_current_row(qtbot, table):
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.opened == [ROWS[1]]


def test_enter_and_end_in_an_empty_table_do_nothing(qtbot, table, model):
    model.set_rows([])
    table.opened.clear()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(table, key)
    assert table.opened == []
    assert table.baris() is None


def test_home_and_end_go_to_first_and_last_row(qtbot, table):
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.baris() == ROWS[-1]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.baris() == ROWS[0]


def test_double_click_opens(qtbot, table, model):
    spot = table.visualRect(model.index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert table.opened == [ROWS[1]]


def test_tab_leaves_the_table(qtbot, table):
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert table.other.hasFocus()


def test_column_without_width_takes_the_rest_but_stays_readable(qtbot, table):
    assert table.columnWidth(0) == 90
    assert table.columnWidth(1) == table.viewport().width() - 180
    table.resize(220, 200)
    assert table.columnWidth(1) == 150


def test_columns_share_the_room_that_is_left_by_their_parts(shown):
    kolom = (*KOLOM[:2], Kolom("Alasan", attrgetter("nama"), bagian=2))
    table = TabelData(RowTableModel(kolom, attrgetter("nomor")), "Permohonan")
    table.resize(900, 200)
    shown(table)
    room = table.viewport().width() - 90
    assert table.columnWidth(1) == room // 3
    assert table.columnWidth(2) == room * 2 // 3


def test_a_column_lifted_to_the_least_width_takes_it_from_the_wider_ones(shown):
    kolom = (*KOLOM[:2], Kolom("Alasan", attrgetter("nama"), bagian=2))
    table = TabelData(RowTableModel(kolom, attrgetter("nomor")), "Permohonan")
    table.resize(500, 200)
    shown(table)
    assert table.columnWidth(1) == 150
    assert table.horizontalHeader().length() == table.viewport().width()


def test_chips_ring_and_empty_words_are_painted(qtbot, table, model):
    table.pilih("KK-2")
    full = table.grab().toImage()
    model.set_rows([])
    table.set_kosong("inbox", "Tidak ada yang menunggu", "Permohonan baru muncul di sini.")
    empty = table.grab().toImage()
    assert full != empty
    table.set_kosong("inbox", "", "")
    assert table.grab().toImage() != empty


def test_table_of_fixed_columns_is_left_alone(qtbot):
    table = TabelData(RowTableModel(KOLOM[:1], attrgetter("nomor")), "Nomor")
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    assert table.columnWidth(0) == 90
