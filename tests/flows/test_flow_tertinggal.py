"""What was typed and not saved is on disk, and is offered when the program starts again."""

from __future__ import annotations

from builders import PIN_OPERATOR
from flows.loket import NAMA, NIK, SHIFT, K

from sooko_desk.ui.kit.tombol import Tombol


def mulai_lagi(loket):
    """As after a crash: the register and its drafts are all that is left."""
    loket.tutup()
    loket.buka(PIN_OPERATOR)
    return loket.jendela.kerja


def tutup_paksa(loket):
    loket.jendela.kerja.penerimaan.tahan_tutup()  # told once already


def test_a_half_typed_form_is_offered_and_goes_on_where_it_was(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    tutup_paksa(loket)
    kerja = mulai_lagi(loket)
    assert f"belum disimpan ({NAMA.upper()}" in kerja.tawaran.teks
    assert kerja.penerimaan.is_kosong()
    tombol = next(t for t in kerja.tawaran.findChildren(Tombol) if t.text() == "Lanjutkan isian")
    loket.klik(tombol)
    assert not kerja.tawaran.isVisible()
    assert loket.simpan().ringkasan.pemohon.nik == NIK
    kerja = mulai_lagi(loket)
    assert not kerja.tawaran.isVisible()


def test_who_types_another_form_finds_the_old_one_parked(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    tutup_paksa(loket)
    kerja = mulai_lagi(loket)
    loket.ketik("3516")
    assert not kerja.tawaran.isVisible()
    assert kerja.penerimaan.parkir.jumlah == 1
    kerja.penerimaan.tahan_tutup()
    kerja = mulai_lagi(loket)
    assert kerja.penerimaan.parkir.jumlah == 1
    assert "tanpa nama" in kerja.tawaran.teks


def test_a_parked_form_outlives_the_program(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.tekan(K.Key_F5)
    kerja = mulai_lagi(loket)
    assert not kerja.tawaran.isVisible()
    assert kerja.penerimaan.parkir.jumlah == 1
    loket.tekan(K.Key_F5, SHIFT)
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_Return)
    assert kerja.penerimaan.parkir.jumlah == 0
    assert loket.bidang["nik"].input.digits() == NIK
