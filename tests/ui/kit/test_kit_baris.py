import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

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


KALIMAT = "Perempuan, lahir 17/08/1945, wilayah Sooko, Kab. Mojokerto"
TANDA = "data lama"


@pytest.fixture
def berjajar(shown):
    """Three fields in a line, the first too narrow for its sentence, and a line below."""
    kartu = Kartu()
    kartu.setFixedWidth(700)
    grid = QGridLayout()
    grid.setVerticalSpacing(0)
    kartu.isi.addLayout(grid)
    kartu.baris = [BarisIsian(nama, IsianTeks()) for nama in ("NIK", "Nama", "Telepon", "Alamat")]
    for nomor, baris in enumerate(kartu.baris):
        grid.addWidget(baris, nomor // 3, nomor % 3)
        grid.setColumnStretch(nomor % 3, 1)
    kartu.baris[0].set_lanjutan(*kartu.baris[1:3])
    shown(kartu)
    kartu.baris[3].input.setFocus()
    return kartu


def tinta(kartu, baris):
    """Columns of the card, from that row's left to its right edge, with words below the input."""
    gambar = kartu.grab().toImage()
    kiri = baris.mapTo(kartu, baris._pesan.pos())
    tepi = gambar.pixelColor(kiri.x() - 8, kiri.y())
    return [
        x
        for x in range(kiri.x(), kiri.x() + baris.width())
        if any(
            gambar.pixelColor(x, y) != tepi
            for y in range(kiri.y(), kiri.y() + baris._pesan.height())
        )
    ]


def test_a_long_sentence_runs_on_below_fields_that_say_nothing(berjajar):
    nik, nama, telepon, _ = berjajar.baris
    assert tinta(berjajar, nama) == []
    nik.set_pesan(Nada.SELESAI, KALIMAT)
    assert nik._pesan.needed() > nik.width()
    assert nik._lanjut.isVisible()
    assert nik._lanjut.width() == nik._pesan.needed()
    assert tinta(berjajar, nama)
    assert tinta(berjajar, telepon) == []
    assert not nik._penuh.isVisible()
    nik.input.setFocus()
    assert not nik._penuh.isVisible()
    nik.set_pesan(Nada.SELESAI, "Pendek.")
    assert not nik._lanjut.isVisible()
    assert tinta(berjajar, nik)
    nik.set_pesan(Nada.SELESAI, KALIMAT)
    nik.bersihkan()
    assert tinta(berjajar, nama) == tinta(berjajar, nik) == []


def test_it_stops_before_a_field_that_has_something_to_say(berjajar):
    nik, nama, telepon, _ = berjajar.baris
    nik.set_pesan(Nada.SELESAI, KALIMAT)
    nama.set_pesan(Nada.PERINGATAN, "Nama memuat angka.")
    assert not nik._lanjut.isVisible()
    assert tinta(berjajar, nama)
    nik.input.setFocus()
    assert nik._penuh.isVisible()
    assert nik._penuh.width() == nik.width()
    nama.bersihkan()
    assert nik._lanjut.isVisible()
    assert not nik._penuh.isVisible()
    nik.set_pesan(Nada.BAHAYA, f"{LONG} {LONG}")
    telepon.set_pesan(Nada.BAHAYA, "Telepon terlalu pendek.")
    assert nik._penuh.geometry().right() == nama.geometry().right()


def test_a_plain_mark_beside_it_moves_over_or_gives_way(berjajar):
    nik, nama, _, _ = berjajar.baris
    nama.set_pesan(Nada.NETRAL, TANDA)
    sebelum = tinta(berjajar, nama)
    nik.set_pesan(Nada.SELESAI, KALIMAT)
    sesudah = tinta(berjajar, nama)
    assert nik._lanjut.isVisible()
    lebar = sebelum[-1] - sebelum[0]
    assert sesudah[-1] - lebar > nik.x() + nik._lanjut.width()
    berjajar.setFixedWidth(560)
    assert nik._lanjut.isVisible()
    kalimat_saja = nik.x() + nik._lanjut.width()
    assert tinta(berjajar, nama)[-1] <= kalimat_saja
    nik.bersihkan()
    assert len(tinta(berjajar, nama)) == len(sebelum)


def test_it_follows_the_window(berjajar):
    nik, *_ = berjajar.baris
    nik.set_pesan(Nada.SELESAI, KALIMAT)
    berjajar.setFixedWidth(1400)
    assert not nik._lanjut.isVisible()
    assert tinta(berjajar, nik)
    berjajar.setFixedWidth(700)
    assert nik._lanjut.isVisible()
