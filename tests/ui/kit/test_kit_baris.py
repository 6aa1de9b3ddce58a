import pytest
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
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


def test_a_long_doubt_opens_in_full_with_the_focus(form):
    row = form.first
    row.set_pesan(Nada.PERINGATAN, LONG)
    assert not row._penuh.isVisible()
    row.input.setFocus()
    assert row._penuh.isVisible()
    assert row._penuh.text() == LONG
    assert row._penuh.geometry().bottom() <= form.second.y() + form.second.input.geometry().bottom()
    row.set_pesan(Nada.PERINGATAN, "Pendek.")
    assert not row._penuh.isVisible()
    row.set_pesan(Nada.PERINGATAN, LONG)
    assert row._penuh.isVisible()
    form.second.input.setFocus()
    assert not row._penuh.isVisible()


SEBARIS_LEBIH = "Nomor referensi harus diisi angka saja, paling banyak 40."


def test_a_long_error_is_always_read_in_full(form):
    row = form.first
    row.set_pesan(Nada.BAHAYA, SEBARIS_LEBIH)
    assert row._penuh.isVisible()
    assert row._penuh.text() == SEBARIS_LEBIH
    assert row._penuh.geometry().bottom() < form.second.y() + form.second.input.y()
    row.hide()
    assert not row._penuh.isVisible()
    row.show()
    assert row._penuh.isVisible()
    row.bersihkan()
    assert not row._penuh.isVisible()


def test_an_error_gives_way_only_to_the_field_that_it_would_hide_while_it_is_typed_in(form):
    row = form.first
    row.set_pesan(Nada.BAHAYA, f"{LONG} {LONG}")  # four lines, over the field below
    assert form.second.input.hasFocus()
    assert not row._penuh.isVisible()
    form.second.input.clearFocus()
    assert row._penuh.isVisible()
    form.second.input.setFocus()
    assert not row._penuh.isVisible()
    row.input.setFocus()
    assert row._penuh.isVisible()
    row.bersihkan()
    form.second.input.setFocus()
    assert not row._penuh.isVisible()


def test_a_box_at_the_lower_end_of_a_form_lies_above_its_field(form):
    row = form.second
    row.set_pesan(Nada.BAHAYA, f"{LONG} {LONG}")
    kotak = row._penuh
    assert kotak.isVisible()
    assert kotak.parentWidget().rect().contains(kotak.geometry())
    assert kotak.geometry().bottom() < row.y() + row.input.y()


def test_a_box_that_is_too_tall_for_its_card_lies_on_the_form(shown):
    form = QWidget()
    form.setFixedSize(260, 400)
    layout = QVBoxLayout(form)
    kartu, lain = Kartu(), Kartu()
    baris = BarisIsian("Nomor KK", IsianTeks())
    kartu.isi.addWidget(baris)
    layout.addWidget(kartu)
    layout.addWidget(lain, 1)
    shown(form)
    baris.set_pesan(Nada.BAHAYA, LONG)
    assert baris._penuh.parentWidget() is form
    assert form.rect().contains(baris._penuh.geometry())
    assert baris._penuh.mapToGlobal(baris._penuh.rect().topLeft()).x() == (
        baris.mapToGlobal(baris.rect().topLeft()).x()
    )


def test_the_box_of_the_caret_is_scrolled_into_sight(shown):
    gulir = QScrollArea()
    gulir.setWidgetResizable(True)
    gulir.resize(240, 100)
    form = QWidget()
    layout = QVBoxLayout(form)
    baris = [BarisIsian(nama, IsianTeks()) for nama in ("NIK", "Nama", "Alamat", "RT")]
    for satu in baris:
        layout.addWidget(satu)
    gulir.setWidget(form)
    shown(gulir)
    baris[1].input.setFocus()
    gulir.ensureWidgetVisible(baris[1], 0, 0)
    baris[1].set_pesan(Nada.PERINGATAN, LONG)
    kotak = baris[1]._penuh
    tampak = gulir.viewport().rect()
    assert tampak.contains(kotak.mapTo(gulir.viewport(), kotak.rect().bottomLeft()))


BANTUAN = "Nomor pengajuan yang tampil di SIAK sesudah data disimpan."


def test_long_help_has_two_lines_and_what_is_said_there_has_them_too(shown):
    window = QWidget()
    window.setFixedWidth(220)
    layout = QVBoxLayout(window)
    layout.setSpacing(0)
    pendek = BarisIsian("Dusun", IsianTeks(), bantuan="Boleh kosong.")
    panjang = BarisIsian("Nomor referensi", IsianTeks(), bantuan=BANTUAN)
    layout.addWidget(pendek)
    layout.addWidget(panjang)
    shown(window)
    tinggi = [window.height(), pendek.height(), panjang.height()]
    assert tinggi[2] - tinggi[1] == QFontMetrics(panjang._pesan.font()).height()
    assert panjang.is_muat()
    tinta = list_garis_tinta(panjang._pesan)
    assert tinta[-1] - tinta[0] > panjang._pesan.height() // 2
    panjang.set_pesan(Nada.BAHAYA, "Nomor referensi SIAK belum diisi.")
    assert panjang.is_muat()
    assert not panjang._penuh.isVisible()
    panjang.set_pesan(Nada.NETRAL, "")
    panjang.set_bantuan("Pendek.")
    window.grab()
    assert [window.height(), pendek.height(), panjang.height()] == tinggi
    assert len(list_garis_tinta(panjang._pesan)) < 20
    panjang.bersihkan()
    assert list_garis_tinta(panjang._pesan)[-1] <= QFontMetrics(panjang._pesan.font()).height()
    window.setFixedWidth(600)
    window.grab()
    assert panjang.sizeHint().height() == pendek.sizeHint().height()


def list_garis_tinta(pesan):
    """Lines of the picture, from its top, that have words."""
    gambar = pesan.grab().toImage()
    kosong = gambar.pixelColor(gambar.width() - 1, gambar.height() - 1)
    return [
        y
        for y in range(gambar.height())
        if any(gambar.pixelColor(x, y) != kosong for x in range(gambar.width()))
    ]


def test_help_that_is_too_long_for_two_lines_ends_in_an_ellipsis_and_opens_with_the_focus(shown):
    window = QWidget()
    window.setFixedWidth(220)
    layout = QVBoxLayout(window)
    baris = BarisIsian("Nomor referensi", IsianTeks(), bantuan=f"{BANTUAN} {BANTUAN}")
    layout.addWidget(baris)
    layout.addStretch(1)
    window.setFixedHeight(300)
    shown(window)
    window.setFocus()
    assert not baris.is_muat()
    baris.input.setFocus()
    assert baris._penuh.isVisible()
    assert baris._penuh.text() == f"{BANTUAN} {BANTUAN}"


def test_label_key_jumps_to_the_input(form, qtbot):
    from PySide6.QtCore import Qt

    qtbot.keyClick(form, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert form.first.input.hasFocus()


def test_row_hands_its_focus_to_the_input(form):
    form.first.setFocus()
    assert form.first.input.hasFocus()
