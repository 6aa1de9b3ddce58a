import datetime as dt

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Berkas, Cocok
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.kit.ceklis import DaftarCeklis

W, B, C = SifatSyarat.WAJIB, SifatSyarat.BERSYARAT, SifatSyarat.CATATAN
BERKAS = (
    Berkas("F-1.02", "Formulir F-1.02", W),
    Berkas("nikah", "Buku nikah", W, grup="kawin"),
    Berkas("sptjm", "SPTJM perkawinan", W, grup="kawin"),
    Berkas("cerai", "Kutipan akta perceraian", B, bila="bila bercerai"),
    Berkas("cek", "Nama pada ijazah sama", C),
    Berkas("kk", "KK lama", W, ada=True, catatan="sobek"),
)
DATANG = dt.datetime(2026, 8, 14, 18, 30, tzinfo=dt.UTC)
"""Half past one of the fifteenth in WIB."""
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
    return [t.kode for t in desk.list.tanda() if t.ada]


def note(desk, kode):
    return next(t.catatan for t in desk.list.tanda() if t.kode == kode)


def test_model_passes_qts_own_checks(qtmodeltester, desk):
    qtmodeltester.check(desk.list.model())
    assert desk.list.model().data(QModelIndex()) is None


def test_filling_says_nothing_and_stands_on_the_first_line(desk):
    assert desk.changes == []
    assert desk.list.currentIndex().row() == 0
    assert there(desk) == ["kk"]
    assert note(desk, "kk") == "sobek"
    assert [t.kode for t in desk.list.tanda()] == [b.kode for b in BERKAS]
    desk.list.set_baris(())
    assert desk.list.tanda() == ()
    assert desk.list.berkas() == ()


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
    assert len(desk.changes) == 1


def test_note_is_written_with_f2_and_kept_with_enter(qtbot, desk):
    qtbot.keyClick(desk.list, Qt.Key.Key_F2)
    editor = desk.list.findChild(QLineEdit)
    assert editor.hasFocus()
    assert editor.accessibleName() == "Catatan Formulir F-1.02"
    qtbot.keyClicks(editor, " belum  ditandatangani ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.list.hasFocus)
    assert note(desk, "F-1.02") == "belum ditandatangani"
    assert len(desk.changes) == 1


def test_note_is_dropped_with_escape(qtbot, desk):
    desk.list.buka_catatan()
    editor = desk.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "salah")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert note(desk, "F-1.02") == ""
    assert desk.changes == []


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
    box = desk.list.visualRect(desk.list.model().index(2)).topLeft() + QPoint(38, 16)
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.RightButton, pos=box)
    assert desk.changes == []


def test_readonly_list_changes_by_no_key_or_click(qtbot, desk):
    desk.list.set_readonly(True)
    assert desk.list.is_readonly()
    qtbot.keyClick(desk.list, Qt.Key.Key_Space)
    qtbot.keyClicks(desk.list, "2")
    qtbot.keyClicks(desk.list, "af+-c")
    qtbot.keyClick(desk.list, Qt.Key.Key_F2)
    qtbot.keyClick(desk.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    box = desk.list.visualRect(desk.list.model().index(2)).topLeft() + QPoint(38, 16)
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    name = box + QPoint(60, 0)
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=name)
    qtbot.mouseDClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=name)
    desk.list.centang_semua_wajib()
    assert not desk.list.tandai_kurang(6)
    assert there(desk) == ["kk"]
    assert desk.changes == []
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


def test_marks_are_spoken_too(desk):
    tanda = {"ada": True, "bentuk": Bentuk.ASLI, "jumlah": 2, "cocok": Cocok.TIDAK}
    keluar = {"diterima": DATANG, "asli_keluar": AsliKeluar.DIKEMBALIKAN}
    desk.list.set_baru_sejak(DATANG - dt.timedelta(hours=1))
    desk.list.set_baris(
        (
            Berkas("ktp", "KTP lama", W, grup="ktp", ada=True, bentuk=Bentuk.FOTOKOPI),
            Berkas("sk", "Surat kehilangan", W, grup="ktp", diperoleh="Polsek Sooko", rupa="Asli"),
            Berkas("kk", "KK", W, **tanda, **keluar, catatan="sobek"),
        )
    )
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [desk.list.model().index(row).data(role) for row in range(3)] == [
        "1, KTP lama, wajib, atau, ada, fotokopi",
        "2, Surat kehilangan, wajib, cukup, sudah ada KTP lama, belum ada",
        "3, KK, wajib, ada, asli, jumlah 2, data tidak cocok, baru 15/08, asli dikembalikan, sobek",
    ]
    tip = desk.list.model().index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == [
        "Cukup: sudah ada KTP lama.",
        "Diperoleh: Polsek Sooko",
        "Rupa: Asli",
    ]


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
