import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sooko_desk.domain.permohonan import Berkas
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.kit.ceklis import DaftarCeklis
from sooko_desk.ui.kit.ceklis_gambar import tags_of

W, B, C = SifatSyarat.WAJIB, SifatSyarat.BERSYARAT, SifatSyarat.CATATAN
BERKAS = (
    Berkas("F-1.02", "Formulir F-1.02", W),
    Berkas("nikah", "Buku nikah", W, grup="kawin"),
    Berkas("sptjm", "SPTJM perkawinan", W, grup="kawin"),
    Berkas("cerai", "Kutipan akta perceraian", B, bila="bila bercerai"),
    Berkas("cek", "Nama pada ijazah sama", C),
    Berkas("kk", "KK lama", W, ada=True, catatan="sobek"),
)
LONG = "Surat keterangan pindah dari daerah asal bagi penduduk yang datang dari luar kabupaten"


@pytest.fixture
def desk(shown):
    window = QWidget()
    layout = QVBoxLayout(window)
    window.list = DaftarCeklis()
    window.other = QLineEdit()
    layout.addWidget(window.list)
    layout.addWidget(window.other)
    window.resize(520, 460)
    shown(window)
    window.list.set_baris(BERKAS)
    window.list.setFocus()
    window.changes = []
    window.list.berubah.connect(lambda: window.changes.append(1))
    return window


def there(desk):
    return [kode for kode, (ada, _note) in desk.list.nilai().items() if ada]


def test_model_passes_qts_own_checks(qtmodeltester, desk):
    qtmodeltester.check(desk.list.model())
    assert desk.list.model().data(QModelIndex()) is None


def test_filling_says_nothing_and_stands_on_the_first_line(desk):
    assert desk.changes == []
    assert desk.list.currentIndex().row() == 0
    assert desk.list.nilai()["kk"] == (True, "sobek")
    assert list(desk.list.nilai()) == [b.kode for b in BERKAS]
    desk.list.set_baris(())
    assert desk.list.nilai() == {}


def test_arrows_move_and_space_ticks(qtbot, desk):
    qtbot.keyClick(desk.list, Qt.Key.Key_Down)
    qtbot.keyClick(desk.list, Qt.Key.Key_Space)
    assert there(desk) == ["nikah", "kk"]
    qtbot.keyClick(desk.list, Qt.Key.Key_Space)
    assert there(desk) == ["kk"]
    assert len(desk.changes) == 2


def test_digit_ticks_its_line(qtbot, desk):
    qtbot.keyClicks(desk.list, "4")
    assert there(desk) == ["cerai", "kk"]
    assert desk.list.currentIndex().row() == 3
    qtbot.keyClicks(desk.list, "9")
    assert len(desk.changes) == 1


def test_control_a_ticks_required_papers_without_alternative(qtbot, desk):
    qtbot.keyClick(desk.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert there(desk) == ["F-1.02", "kk"]


def test_note_is_written_with_f2_and_kept_with_enter(qtbot, desk):
    qtbot.keyClick(desk.list, Qt.Key.Key_F2)
    editor = desk.list.findChild(QLineEdit)
    assert editor.hasFocus()
    assert editor.accessibleName() == "Catatan Formulir F-1.02"
    qtbot.keyClicks(editor, " belum  ditandatangani ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.list.hasFocus)
    assert desk.list.nilai()["F-1.02"] == (False, "belum ditandatangani")
    assert len(desk.changes) == 1


def test_note_is_dropped_with_escape(qtbot, desk):
    desk.list.buka_catatan()
    editor = desk.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "salah")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert desk.list.nilai()["F-1.02"] == (False, "")
    assert desk.changes == []


def test_click_ticks_and_the_pencil_opens_the_note(qtbot, desk):
    rect = desk.list.visualRect(desk.list.model().index(2))
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert there(desk) == ["sptjm", "kk"]
    pencil = rect.center()
    pencil.setX(rect.right() - 10)
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=pencil)
    assert desk.list.findChild(QLineEdit).hasFocus()
    assert there(desk) == ["sptjm", "kk"]


def test_line_under_the_mouse_is_tinted_unless_readonly(qtbot, desk):
    desk.other.setFocus()
    spot = desk.list.visualRect(desk.list.model().index(3)).center()
    plain = desk.list.grab().toImage()
    qtbot.mouseMove(desk.list.viewport(), spot)
    assert desk.list.grab().toImage() != plain
    desk.list.set_readonly(True)
    qtbot.mouseMove(desk.list.viewport(), spot)
    assert desk.list.grab().toImage() != plain


def test_right_click_ticks_nothing(qtbot, desk):
    rect = desk.list.visualRect(desk.list.model().index(2))
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.RightButton, pos=rect.center())
    assert desk.changes == []


def test_readonly_list_changes_by_no_key_or_click(qtbot, desk):
    desk.list.set_readonly(True)
    assert desk.list.is_readonly()
    qtbot.keyClick(desk.list, Qt.Key.Key_Space)
    qtbot.keyClicks(desk.list, "2")
    qtbot.keyClick(desk.list, Qt.Key.Key_F2)
    qtbot.keyClick(desk.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    rect = desk.list.visualRect(desk.list.model().index(2))
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert there(desk) == ["kk"]
    assert desk.list.findChild(QLineEdit) is None
    assert not desk.list.model().setData(desk.list.model().index(0), "x")
    desk.list.grab()


def test_check_state_can_be_set_by_a_screen_reader(desk):
    index = desk.list.model().index(0)
    role = Qt.ItemDataRole.CheckStateRole
    assert desk.list.model().setData(index, Qt.CheckState.Checked, role)
    assert index.data(role) == Qt.CheckState.Checked
    assert not desk.list.model().setData(index, "x", Qt.ItemDataRole.DecorationRole)
    assert len(desk.changes) == 1


def test_line_is_spoken_with_tags_condition_state_and_note(desk):
    role = Qt.ItemDataRole.AccessibleTextRole
    model = desk.list.model()
    assert model.index(3).data(role) == (
        "4, Kutipan akta perceraian, bersyarat, bila bercerai, belum ada"
    )
    assert model.index(5).data(role) == "6, KK lama, wajib, ada, sobek"


def test_tags_name_alternatives():
    assert [teks for teks, _ in tags_of(BERKAS[1])] == ["wajib", "atau"]
    assert [teks for teks, _ in tags_of(BERKAS[4])] == ["catatan"]


def test_eleven_short_lines_fit_into_380_pixels(desk):
    desk.list.set_baris([Berkas(str(i), f"Berkas {i}", W) for i in range(11)])
    desk.list.setFixedHeight(380)
    desk.list.grab()
    last = desk.list.visualRect(desk.list.model().index(10))
    assert last.bottom() <= desk.list.viewport().height()


def test_long_names_and_notes_make_a_taller_line(qtbot, desk):
    desk.list.set_baris((Berkas("a", "Pendek", W), Berkas("b", LONG, B, bila="bila pindah datang")))
    desk.list.grab()
    short, tall = (desk.list.visualRect(desk.list.model().index(i)).height() for i in (0, 1))
    assert tall > short
    desk.list.model().setData(desk.list.model().index(0), "catatan panjang sekali " * 5)
    qtbot.waitUntil(lambda: desk.list.visualRect(desk.list.model().index(0)).height() > short)


def test_enter_is_left_to_the_form(qtbot, desk):
    qtbot.keyClick(desk.list, Qt.Key.Key_Return)
    assert desk.changes == []
    assert desk.list.findChild(QLineEdit) is None
