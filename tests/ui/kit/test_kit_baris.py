import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.theme import Nada

LONG = "No KK harus 16 angka; yang terketik 17. Hapus angka yang kelebihan lalu periksa lagi."


@pytest.fixture
def form(shown):
    window = QWidget()
    window.setFixedWidth(300)
    layout = QVBoxLayout(window)
    layout.setSpacing(0)
    window.first = BarisIsian("&Nama", IsianTeks(), wajib=True, bantuan="Seperti pada KTP-el")
    window.second = BarisIsian("Desa", Pilihan())
    layout.addWidget(window.first)
    layout.addWidget(window.second)
    shown(window)
    window.second.input.setFocus()
    return window


def spoken(widget, kind):
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def test_screen_reader_hears_label_required_help_and_error(form):
    row = form.first
    assert spoken(row.input, QAccessible.Text.Name) == "Nama, wajib"
    assert spoken(row.input, QAccessible.Text.Description) == "Seperti pada KTP-el"
    row.set_pesan(Nada.BAHAYA, "Nama belum diisi.")
    assert spoken(row.input, QAccessible.Text.Description) == "Salah: Nama belum diisi."
    row.set_pesan(Nada.PERINGATAN, "Nama memuat angka.")
    assert spoken(row.input, QAccessible.Text.Description) == "Perhatian: Nama memuat angka."


def test_combo_is_named_by_its_label_inside_and_out(form):
    combo = form.second.input
    form.second.set_pesan(Nada.BAHAYA, "Pilih desa.")
    for widget in (combo, combo.lineEdit()):
        assert spoken(widget, QAccessible.Text.Name) == "Desa"
        assert spoken(widget, QAccessible.Text.Description) == "Salah: Pilih desa."


def test_message_colours_the_input_and_clears_back_to_help(form):
    row = form.first
    assert (row.nada, row.pesan) == (None, "Seperti pada KTP-el")
    row.set_pesan(Nada.BAHAYA, "Nama belum diisi.")
    assert (row.nada, row.pesan) == (Nada.BAHAYA, "Nama belum diisi.")
    assert row.input.property("keadaan") == "bahaya"
    row.bersihkan()
    assert (row.nada, row.pesan) == (None, "Seperti pada KTP-el")
    assert row.input.property("keadaan") == ""


def test_new_help_waits_behind_a_message(form):
    row = form.first
    row.set_pesan(Nada.SELESAI, "Sudah pernah datang.")
    row.set_bantuan("Nama lengkap")
    assert row.pesan == "Sudah pernah datang."
    row.bersihkan()
    assert row.pesan == "Nama lengkap"
    row.set_bantuan("Nama")
    assert row.pesan == "Nama"


def test_no_message_ever_moves_a_field(form, qtbot):
    before = [form.height(), form.first.height(), form.second.y(), form.second.input.y()]
    form.first.set_bantuan("")
    form.first.set_pesan(Nada.BAHAYA, LONG)
    form.first.input.setFocus()
    form.second.set_pesan(Nada.PERINGATAN, LONG)
    form.grab()
    after = [form.height(), form.first.height(), form.second.y(), form.second.input.y()]
    assert after == before


def test_long_message_opens_in_full_only_with_the_focus(form, qtbot):
    row = form.first
    row.set_pesan(Nada.BAHAYA, LONG)
    assert not row._penuh.isVisible()
    row.input.setFocus()
    assert row._penuh.isVisible()
    assert row._penuh.text() == LONG
    assert row._penuh.geometry().bottom() <= form.second.y() + form.second.input.geometry().bottom()
    row.set_pesan(Nada.BAHAYA, "Pendek.")
    assert not row._penuh.isVisible()
    row.set_pesan(Nada.BAHAYA, LONG)
    assert row._penuh.isVisible()
    form.second.input.setFocus()
    assert not row._penuh.isVisible()


def test_label_key_jumps_to_the_input(form, qtbot):
    from PySide6.QtCore import Qt

    qtbot.keyClick(form, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert form.first.input.hasFocus()


def test_row_hands_its_focus_to_the_input(form):
    form.first.setFocus()
    assert form.first.input.hasFocus()
