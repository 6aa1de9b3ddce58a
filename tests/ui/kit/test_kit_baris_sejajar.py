"""Rows side by side in a line of a form: whose sentence may lie below whose field."""

import pytest
from PySide6.QtWidgets import QGridLayout, QWidget

from sooko_desk.ui.kit.baris_isian import BarisIsian, sejajarkan
from sooko_desk.ui.kit.baris_sejajar import LEBAR_KOTAK
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.theme import Nada

LONG = "No KK harus 16 angka; yang terketik 17. Hapus angka yang kelebihan lalu periksa lagi."
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


def test_a_narrow_field_at_the_right_says_it_below_the_silent_ones_to_its_left(berjajar):
    nik, nama, telepon, _ = berjajar.baris
    telepon.set_pesan(Nada.BAHAYA, KALIMAT)
    assert telepon._lanjut.isVisible()
    assert telepon._lanjut.geometry().right() == telepon.geometry().right()
    assert telepon._lanjut.x() < telepon.x()
    assert tinta(berjajar, nama)
    nama.set_pesan(Nada.NETRAL, TANDA)
    assert not telepon._lanjut.isVisible()
    assert telepon._penuh.isVisible()
    nama.bersihkan()
    nik.set_pesan(Nada.BAHAYA, KALIMAT)  # has written below the name before
    assert nik._lanjut.isVisible()
    assert telepon._penuh.isVisible()


def test_two_narrow_fields_side_by_side_are_both_read(shown):
    kartu = Kartu()
    kartu.setFixedSize(400, 200)
    grid = QGridLayout()
    kartu.isi.addLayout(grid)
    alamat, rt, rw = (BarisIsian(nama, IsianTeks()) for nama in ("Alamat", "RT", "RW"))
    for nomor, baris in enumerate((alamat, rt, rw)):
        grid.addWidget(baris, 0, nomor)
        grid.setColumnStretch(nomor, 8 if nomor == 0 else 1)
    sejajarkan((alamat, rt, rw))
    shown(kartu)
    alamat.input.setFocus()
    for baris, nama in ((rt, "RT"), (rw, "RW")):
        baris.set_pesan(Nada.BAHAYA, f"{nama} diisi angka saja.")
    assert rt._lanjut.isVisible()
    assert rw._penuh.isVisible()
    kotak = rw._penuh.geometry()
    assert kotak.width() == LEBAR_KOTAK
    assert not kotak.intersects(rt._lanjut.geometry())
    assert tinta(kartu, rw) == []  # not once more, cut, beside the box


def test_a_line_that_reaches_the_edge_of_the_form_uses_the_empty_room(shown):
    form = QWidget()
    form.setFixedWidth(600)
    grid = QGridLayout(form)
    for kolom in range(3):
        grid.setColumnStretch(kolom, 1)
    baris = BarisIsian("Nomor", IsianTeks())
    grid.addWidget(baris, 0, 0)
    grid.addWidget(BarisIsian("Lain", IsianTeks()), 1, 2)
    sejajarkan((baris,), sampai_tepi=True)
    shown(form)
    baris.set_pesan(Nada.BAHAYA, KALIMAT)
    assert baris._lanjut.isVisible()
    assert baris._lanjut.width() > baris.width()


def test_it_follows_the_window(berjajar):
    nik, *_ = berjajar.baris
    nik.set_pesan(Nada.SELESAI, KALIMAT)
    berjajar.setFixedWidth(1400)
    assert not nik._lanjut.isVisible()
    assert tinta(berjajar, nik)
    berjajar.setFixedWidth(700)
    assert nik._lanjut.isVisible()
