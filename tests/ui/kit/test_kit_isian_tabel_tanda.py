import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from ui.kit.kolom_uji import (
    CTRL,
    DUA,
    HP,
    KOLOM,
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

from sooko_desk.ui.kit.isian_tabel_model import KALIMAT_ROLE, NADA_ROLE
from sooko_desk.ui.kit.isian_tabel_tindakan import HANYA_BACA
from sooko_desk.ui.theme import Nada


@pytest.fixture
def meja(shown):
    return build_meja(shown)


def test_marks_are_painted_told_and_gone_once_the_cell_changes(meja):
    tabel = meja(DUA)
    told = []
    tabel.kalimat_berubah.connect(told.append)
    tabel.set_galat({"2.alamat": "Baris 2: salah.", "0": "Kurang satu.", "9.nama": "Tidak ada."})
    assert tabel.kalimat == "Kurang satu."
    assert tampak(tabel, 1, 4, NADA_ROLE) == Nada.BAHAYA
    assert tampak(tabel, 1, 4, Qt.ItemDataRole.ToolTipRole) == "Baris 2: salah."
    assert tampak(tabel, 1, 4, Qt.ItemDataRole.AccessibleDescriptionRole) == "Baris 2: salah."
    assert tabel.ke_galat_pertama()
    assert tempat(tabel) == (1, 4)
    assert told == ["Kurang satu.", "Baris 2: salah."]
    ketik("Jl. Baru")
    assert tampak(tabel, 1, 4, NADA_ROLE) is None
    assert told[-1] == ""
    assert not tabel.ke_galat_pertama()


def test_marks_follow_their_row(meja):
    tabel = meja(DUA)
    tabel.set_galat({"2.alamat": "Baris 2: lihat lagi."}, Nada.PERINGATAN)
    tekan(Key.Key_Insert, CTRL)
    assert tampak(tabel, 2, 4, NADA_ROLE) == Nada.PERINGATAN
    assert tampak(tabel, 1, 4, NADA_ROLE) is None
    tabel.set_galat({})
    assert tampak(tabel, 2, 4, NADA_ROLE) is None


def test_a_wrong_cell_is_gone_to_before_a_doubtful_one(meja):
    tabel = meja(DUA)
    tabel.ke(1, 2)
    ketik("31/02/1990")
    tabel.set_galat({"1.nama": "Lihat lagi."}, Nada.PERINGATAN)
    assert tabel.ke_galat_pertama()
    assert tempat(tabel) == (1, 2)
    assert tabel.nada is Nada.BAHAYA
    assert tabel.kalimat == "Februari 1990 hanya sampai tanggal 28. Periksa tanggalnya."


def test_marking_takes_in_what_is_being_typed(meja):
    tabel = meja(DUA)
    huruf("ani")
    tabel.set_galat({"1.nik": "Salah."})
    assert isi(tabel)[0]["nama"] == "ANI"
    assert tampak(tabel, 0, 1, KALIMAT_ROLE) == "Salah."


def test_the_name_stays_in_sight_when_the_table_scrolls(meja):
    tabel = meja(DUA, kolom=(*KOLOM, *[HP] * 8), lebar=700)
    kepala = tabel.verticalHeader()
    rest = kepala.width()
    x = tabel.columnViewportPosition(2) + tabel.viewport().x()
    tabel.ke(0, 14)
    assert kepala.width() == rest + tabel.columnWidth(0)
    assert tabel.model().headerData(0, Qt.Orientation.Vertical) == "1 SITI AMINAH"
    cell = tabel.visualRect(tabel.currentIndex())
    assert tabel.viewport().rect().contains(cell.adjusted(1, 0, -1, 0))
    tabel.horizontalScrollBar().setValue(1)
    assert tabel.columnViewportPosition(2) + tabel.viewport().x() == x
    tabel.ke(0, 0)
    assert kepala.width() == rest


def test_an_empty_table_has_one_row_to_begin_in(meja):
    tabel = meja()
    assert (tabel.nilai(), tabel.model().rowCount()) == ("", 1)
    before = tabel.grab().toImage()
    tabel.set_readonly(True)
    assert tabel.model().rowCount() == 0
    assert tabel.grab().toImage() != before
    for key in (Key.Key_C, Key.Key_X, Key.Key_D, Key.Key_V):
        tekan(key, CTRL)
    tekan(Key.Key_Return)
    assert tabel.ujung.sesudah.hasFocus()


def test_a_table_to_look_at_takes_no_change(qtbot, meja):
    tabel = meja(DUA)
    tabel.set_readonly(True)
    tabel.setFocus()
    before = tabel.nilai()
    for key, tambahan in (
        (Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Delete, CTRL),
        (Key.Key_Insert, CTRL),
        (Key.Key_D, CTRL),
        (Key.Key_V, CTRL),
    ):
        tabel.ke(1, 0)
        tekan(key, tambahan)
        assert tabel.nilai() == before
        assert tabel.kalimat == HANYA_BACA
    qtbot.mouseDClick(
        tabel.viewport(),
        Qt.MouseButton.LeftButton,
        pos=tabel.visualRect(tabel.currentIndex()).center(),
    )
    assert tabel.hasFocus()
    assert tabel.is_readonly()


def test_a_double_click_opens_a_cell(qtbot, meja):
    tabel = meja(DUA)
    spot = tabel.visualRect(tabel.model().index(1, 4)).center()
    qtbot.mouseClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert QApplication.focusWidget().accessibleName() == "Alamat, baris 2"
    huruf("x")
    tekan(Key.Key_Return, SHIFT)
    assert tempat(tabel) == (1, 3)


def test_a_screen_reader_is_told_column_row_and_words(meja):
    tabel = meja(DUA)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert tampak(tabel, 1, 3, role) == "Agama, baris 2: Katholik"
    assert tampak(tabel, 1, 2, role) == "Tanggal lahir, baris 2: kosong"


def test_heads_say_what_is_asked_for(meja):
    tabel = meja(DUA)
    tip = tabel.model().headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "Nama lengkap (wajib)\nTanpa gelar"


def test_a_held_enter_goes_no_further_than_one_cell(meja):
    tabel = meja(DUA)
    none = Qt.KeyboardModifier.NoModifier
    for repeat in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, none, "\r", repeat)
        QApplication.sendEvent(tabel, event)
    assert tempat(tabel) == (0, 1)
