"""The power-cut pad by keys: reserved, printed, typed in afterwards, voided; no number is lost."""

from __future__ import annotations

import pytest
from builders import PIN_KASI, PIN_OPERATOR, SENIN_PAGI
from flows.loket import ALT, CTRL, ENTER, NAMA, NIK, SHIFT, K
from flows.test_flow_pindai import pindai
from PySide6.QtWidgets import QApplication

from sooko_desk.data.tabel import TabelNomor
from sooko_desk.data.tabel_buku import TabelNomorCadangan
from sooko_desk.ui.blangko.dialog import DialogBlangko
from sooko_desk.ui.kit.tombol import Tombol

KODE = tuple(f"TB-KK-2026-{n:05}" for n in range(1, 5))
"""The pad of four."""
ORANG = (("Orang Kedua", "3516131708459002"), ("Orang Ketiga", "3516131708459003"))


def buka_blangko(loket):
    loket.tekan(K.Key_N, CTRL)
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), DialogBlangko))
    return QApplication.activeModalWidget()


def tutup_blangko(loket):
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is None)


def pesan_empat(loket):
    """The Kasi reserves four slips for the KK and prints them; the window stays open."""
    loket.buka(PIN_KASI)
    dialog = buka_blangko(loket)
    loket.tekan(K.Key_1, ALT)
    loket.tekan(K.Key_Tab)
    loket.ketik("4")
    loket.tekan(ENTER, CTRL)
    return dialog


def isi_susulan(loket, pukul, **orang):
    """The slip that is on the screen: hour, applicant, reason, papers."""
    loket.isi(pukul)
    loket.isi_kk(**orang)


def simpan(loket):
    """Ctrl+Enter; no print window comes."""
    sebelum = loket.jumlah()
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == sebelum + 1, loket.jendela.kerja.penerimaan.spanduk.teks
    assert loket.jendela.pencetak.dialog is None
    return loket.permohonan(loket.jumlah())


@pytest.fixture
def padam(loket):
    """Four slips were printed at 09.05; the light is back at 11.05 and the operator at work."""
    pesan_empat(loket)
    loket.tutup_cetak()
    tutup_blangko(loket)
    loket.clock.maju(120)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(1)
    return loket


def test_a_power_cut_from_the_reserved_number_to_the_register(loket):
    dialog = pesan_empat(loket)
    halaman = loket.simpan_cetakan()
    assert [kode for kode in KODE for teks in halaman if kode in teks] == list(KODE)
    assert [b.slip.kode_pindai for b in dialog.daftar.semua()] == list(KODE)
    tutup_blangko(loket)
    # -- the light is on and off again: intake goes on after the pad's numbers
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(1)
    loket.isi_kk(nama="Orang Pertama", nik=NIK)
    assert loket.simpan().ringkasan.kode_pindai == "TB-KK-2026-00005"
    loket.clock.maju(120)
    # -- late entry of two, the second one offered after the first
    buka_blangko(loket)
    loket.tekan(K.Key_Home)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is None)
    tab = loket.jendela.kerja.penerimaan
    assert tab.susulan.isVisible()
    assert tab.susulan.kode == KODE[0]
    assert tab.form.layanan.kode() == "KK"
    nama, nik = ORANG[0]
    isi_susulan(loket, "9.20", nama=nama, nik=nik)
    satu = simpan(loket)
    assert "Tanda bukti tidak dicetak lagi" in tab.spanduk.teks
    assert not tab.susulan.isVisible()
    tombol = next(t for t in tab.spanduk.findChildren(Tombol) if KODE[1] in t.text())
    loket.klik(tombol)
    nama, nik = ORANG[1]
    isi_susulan(loket, "1040", nama=nama, nik=nik)
    dua = simpan(loket)
    assert [p.ringkasan.kode_pindai for p in (satu, dua)] == list(KODE[:2])
    assert satu.ringkasan.diterima == SENIN_PAGI.replace(hour=9, minute=20)
    assert satu.riwayat[0].rincian["Entri susulan"].startswith(f"blangko {KODE[0]}, diketik")
    # -- the queue of the Kasi: who waits longest by the paper is on top
    loket.ganti(PIN_KASI)
    loket.buka_tab(2)
    model = loket.tab.model
    antre = [model.row(n).ringkasan.kode_pindai for n in range(model.rowCount())]
    assert antre == ["TB-KK-2026-00005", KODE[0], KODE[1]]
    assert [model.row(n).waktu.menit for n in range(3)] == [120, 105, 25]
    # -- two are voided
    dialog = buka_blangko(loket)
    for sisa in (1, 0):
        loket.tekan(K.Key_Home)
        loket.tekan(K.Key_Delete, CTRL)
        loket.ketik("Tidak terpakai")
        loket.tekan(ENTER, CTRL)
        assert len(dialog.daftar.semua()) == sisa
    tutup_blangko(loket)
    dipakai = {n.urut for n in TabelNomor.select()}
    pesanan = {c.urut for c in TabelNomorCadangan.select()}
    assert dipakai | pesanan == {1, 2, 3, 4, 5}
    assert dipakai == {1, 2, 5}


def test_a_scanned_slip_opens_the_late_entry_and_a_typed_one_its_case(padam):
    loket = padam
    loket.buka_tab(5)
    pindai(KODE[2])
    kerja = loket.jendela.kerja
    tab = kerja.penerimaan
    assert kerja.tab.currentWidget() is tab
    assert tab.susulan.kode == KODE[2]
    assert loket.fokus() is tab.susulan.pukul.input  # the day can only be today
    isi_susulan(loket, "10")
    simpan(loket)
    pindai(KODE[2])
    assert kerja.tab.currentWidget() is kerja.kelengkapan
    assert loket.panel.permohonan_id == 1


def test_a_voided_slip_says_why_and_opens_nothing(padam):
    loket = padam
    slip = loket.meja.blangko.find(KODE[0])
    kasi = next(p for p in loket.meja.petugas.list_petugas() if p.peran.name == "KASI")
    loket.meja.blangko.batalkan(slip.id, "Lembar sobek", kasi)
    pindai(KODE[0])
    kerja = loket.jendela.kerja
    assert f"{KODE[0]} sudah dibatalkan: Lembar sobek" in kerja.spanduk.teks
    assert not kerja.penerimaan.susulan.isVisible()


def test_the_kasi_is_told_who_types_a_slip_in(padam):
    loket = padam
    loket.ganti(PIN_KASI)
    pindai(KODE[0])
    assert "Ganti petugas dengan F12" in loket.jendela.kerja.spanduk.teks
    dialog = buka_blangko(loket)
    loket.tekan(K.Key_Home)
    loket.tekan(ENTER)
    assert "Ganti petugas dengan F12" in dialog.spanduk.teks
    tutup_blangko(loket)


def test_a_form_that_stands_there_is_parked_and_the_same_slip_scanned_twice_keeps_its_words(padam):
    loket = padam
    tab = loket.jendela.kerja.penerimaan
    loket.isi_kk()
    pindai(KODE[0])
    assert tab.parkir.jumlah == 1
    assert "diparkir" in tab.spanduk.teks
    loket.isi("10")
    loket.isi_bidang("nama", "Orang Kedua")
    loket.clock.maju(1)
    pindai(KODE[0])
    assert loket.bidang["nama"].input.nilai() == "ORANG KEDUA"
    assert tab.parkir.jumlah == 1
    pindai(KODE[1])
    assert tab.parkir.jumlah == 2
    assert tab.susulan.kode == KODE[1]
    loket.tekan(K.Key_F5, SHIFT)
    loket.tekan(K.Key_2)
    assert tab.susulan.kode == KODE[0]
    assert tab.susulan.pukul.input.nilai() == "10.00"


def test_a_time_that_cannot_be_is_told_beside_it_and_nothing_is_stored(padam):
    loket = padam
    tab = loket.jendela.kerja.penerimaan
    pindai(KODE[0])
    isi_susulan(loket, "8.15")
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == 0
    assert "baru dipesan 23/11/2026 09.05" in tab.susulan.pukul.pesan
    assert loket.fokus() is tab.susulan.pukul.input
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("9.15")
    assert simpan(loket).ringkasan.diterima == SENIN_PAGI.replace(minute=15)


def test_a_half_typed_slip_outlives_a_crash(padam):
    loket = padam
    pindai(KODE[0])
    loket.isi("9.20")
    loket.isi_bidang("nik", NIK)
    loket.isi_bidang("nama", NAMA)
    loket.jendela.kerja.penerimaan.tahan_tutup()
    loket.tutup()
    loket.buka(PIN_OPERATOR)
    kerja = loket.jendela.kerja
    assert not kerja.penerimaan.susulan.isVisible()
    tombol = next(t for t in kerja.tawaran.findChildren(Tombol) if t.text() == "Lanjutkan isian")
    loket.klik(tombol)
    assert kerja.penerimaan.susulan.isVisible()
    loket.isi_kk()
    assert simpan(loket).ringkasan.kode_pindai == KODE[0]


def test_the_late_entry_is_left_and_taken_up_again(padam):
    loket = padam
    tab = loket.jendela.kerja.penerimaan
    pindai(KODE[0])
    loket.tekan(ENTER, CTRL)
    assert "Isian masih kosong" in tab.spanduk.teks
    assert loket.fokus() is tab.susulan.pukul.input
    loket.isi("9.20")
    assert tab.tahan_tutup()
    loket.tekan(K.Key_F6)
    assert "Selesaikan dulu entri susulan" in tab.spanduk.teks
    loket.tekan(K.Key_2, ALT)
    assert tab.form.layanan.kode() == "KK"  # the number is of that service
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    assert not tab.susulan.isVisible()
    assert tab.form.layanan.tombol("KTP").isEnabled()
    tombol = next(t for t in tab.spanduk.findChildren(Tombol) if t.text() == "Kembalikan isian")
    loket.klik(tombol)
    assert tab.susulan.kode == KODE[0]
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.isi_kk()
    assert loket.simpan().ringkasan.kode_pindai == "TB-KK-2026-00005"


def test_a_batch_of_a_village_is_ended_first(padam):
    loket = padam
    loket.tekan(K.Key_F6)
    pindai(KODE[0])
    assert "Titipan desa masih berjalan" in loket.jendela.kerja.spanduk.teks
    assert not loket.jendela.kerja.penerimaan.susulan.isVisible()


def test_the_receipt_is_printed_where_it_is_wanted_all_the_same(padam):
    loket = padam
    pindai(KODE[0])
    isi_susulan(loket, "9.20")
    simpan(loket)
    loket.tekan(K.Key_F8)
    [halaman] = loket.simpan_cetakan()
    assert "pukul 09.20 WIB" in halaman
    assert KODE[0] in halaman
