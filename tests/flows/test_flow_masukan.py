"""Unusual input typed into the real intake form, and everything that must not lose the form."""

from __future__ import annotations

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, NIK, SHIFT, K, salin_sop

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.theme import Nada


@pytest.fixture
def form(loket):
    """The loket with the intake form on top."""
    loket.buka(PIN_OPERATOR)
    return loket


KOSONG = "Isian masih kosong, jadi tidak ada yang disimpan. Isi "


def test_nothing_typed_at_all_begins_with_the_nik(form):
    loket = form
    loket.tekan(ENTER, CTRL)
    spanduk = loket.jendela.kerja.penerimaan.spanduk
    assert spanduk.teks == f"{KOSONG}NIK, nama, desa, layanan, dan alasan permohonan."
    assert spanduk.property("nada") == Nada.INFO
    assert loket.fokus() is loket.bidang["nik"].input
    assert loket.jumlah() == 0


def test_an_empty_form_is_never_stored_under_the_banner_of_the_case_before(form):
    """Nor does it look as if that case had failed: this may be half of a double press."""
    loket = form
    spanduk = loket.jendela.kerja.penerimaan.spanduk
    loket.isi_kk()
    loket.simpan()
    assert spanduk.property("nada") == Nada.SELESAI
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == 1
    assert spanduk.isVisible()
    assert spanduk.property("nada") == Nada.INFO
    assert spanduk.teks == (
        f"{KOSONG}NIK, nama, desa, layanan, dan alasan permohonan. Terakhir tersimpan: "
        "nomor 471.14/TB-1/416-313/2026 atas nama SUWARTI NINGSIH."
    )
    assert [n for n, baris in loket.bidang.items() if baris.nada is not None] == []
    assert loket.fokus() is loket.bidang["nik"].input
    loket.tekan(K.Key_1, ALT)
    loket.tekan(ENTER, CTRL)
    assert spanduk.teks.startswith(f"{KOSONG}NIK, nama, desa, dan alasan permohonan.")


def test_the_next_applicant_in_the_queue_has_no_service_until_the_officer_says_so(form):
    """KK and KTP take turns, and both have a reason "Hilang"."""
    loket = form
    formulir = loket.jendela.kerja.penerimaan.form
    loket.isi_kk()
    loket.simpan()
    assert formulir.layanan.kode() == ""
    loket.ketik(NIK)  # known: everything is filled in, the caret goes on
    assert formulir.layanan.isAncestorOf(loket.fokus())
    loket.ketik("2")
    assert formulir.layanan.kode() == "KTP"
    assert loket.fokus() is loket.bidang["jenis"].input
    loket.isi("hilang")
    assert formulir.jenis().kode == "II.C.1"
    loket.tekan(K.Key_1, ALT)  # from any field
    assert formulir.layanan.kode() == "KK"
    assert formulir.jenis() is None


def test_a_reason_typed_before_the_service_asks_for_the_service(form):
    loket = form
    loket.ke_bidang("jenis")
    loket.isi("hilang")
    assert loket.bidang["jenis"].pesan == "Pilih layanan dulu."
    loket.tekan(K.Key_1, ALT)
    assert loket.bidang["jenis"].pesan == ""
    loket.isi("bukan alasan")
    assert "tidak ada dalam daftar" in loket.bidang["jenis"].pesan


def test_changing_the_officer_keeps_the_half_typed_form(form):
    loket = form
    loket.isi_kk(nama="Orang Lain")
    loket.ganti(PIN_KASI)
    assert loket.jendela.kerja.kelengkapan.isVisible()
    loket.ganti(PIN_OPERATOR)
    assert loket.bidang["nama"].input.text() == "ORANG LAIN"
    loket.simpan()
    assert loket.permohonan().ringkasan.pemohon.nama == "ORANG LAIN"


def test_escape_and_the_other_tabs_never_lose_the_form(form):
    loket = form
    loket.isi_kk()
    sebelum = loket.jendela.kerja.penerimaan.baca_form()
    loket.tekan(K.Key_Escape, kali=3)
    for nomor in (2, 3, 4, 5, 1):
        loket.buka_tab(nomor)
        loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_F1)
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_F12)
    loket.tekan(K.Key_Escape)
    assert loket.jendela.kerja.penerimaan.baca_form() == sebelum


@pytest.mark.parametrize("bidang", ["nama", "desa", "catatan", "ceklis"])
def test_only_ctrl_shift_del_empties_the_form(form, bidang):
    loket = form
    loket.isi_kk()
    if bidang != "ceklis":
        loket.ganti_isi(bidang, "Sooko")
    loket.tekan(K.Key_Delete, CTRL)
    assert loket.bidang["nik"].input.digits() == NIK
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    assert loket.bidang["nik"].input.digits() == ""
    assert loket.jendela.kerja.penerimaan.form.layanan.kode() == ""
    assert loket.fokus() is loket.bidang["nik"].input


def test_changing_the_reason_keeps_the_ticks_of_papers_that_both_ask_for(form):
    loket = form
    loket.isi_kk()
    loket.ganti_isi("jenis", "")
    loket.isi("I.C.1")
    tanda = {t.kode: t.ada for t in loket.jendela.kerja.penerimaan.baca_form().berkas}
    assert tanda["F-1.02"]
    assert "kk_lama" not in tanda


def test_a_form_left_open_over_midnight_takes_the_new_sop_with_one_more_press(loket):
    """The reason's papers changed over night: nothing typed is lost."""
    teks = (AKAR / "sop_data/kk-2025-02-26.toml").read_text(encoding="utf-8")
    teks = teks.replace("tanggal_efektif = 2025-02-26", "tanggal_efektif = 2026-11-24")
    assert '{ kode = "kk_lama", sifat = "wajib"' in teks
    teks = teks.replace('{ kode = "kk_lama", sifat = "wajib"', '{ kode = "ktp", sifat = "wajib"')
    (salin_sop(loket) / "kk-2026-11-24.toml").write_text(teks, encoding="utf-8")
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.clock.maju(24 * 60)
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == 0
    form = loket.jendela.kerja.penerimaan.form
    assert "sudah berubah" in form.bidang["jenis"].pesan
    assert form.bidang["nama"].input.text() == "SUWARTI NINGSIH"
    loket.simpan()
    assert {b.kode for b in loket.permohonan().berkas} >= {"ktp", "F-1.02"}


def test_a_form_emptied_by_mistake_can_be_had_back(form):
    loket = form
    loket.isi_kk()
    sebelum = loket.jendela.kerja.penerimaan.baca_form()
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.klik(tombol_spanduk(loket.jendela.kerja.penerimaan))
    assert loket.jendela.kerja.penerimaan.baca_form() == sebelum
    loket.simpan()


def tombol_spanduk(tab):
    return next(t for t in tab.spanduk.findChildren(Tombol) if t.isVisible())
