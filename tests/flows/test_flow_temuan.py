"""What the register knows is shown beside the form, opens by a key, and stops nobody."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import ALT, CTRL, NIK, NKK, SHIFT, K

from sooko_desk.domain.sop import Peran
from sooko_desk.services.alur_kerja import PerintahGerak

NIK_LAIN = "3516135708459002"
NIK_ANAK = "3516131101099003"
NKK_LAIN = "3516132111259002"


@pytest.fixture
def form(loket):
    """One KK of SUWARTI NINGSIH is under way."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    return loket


def panel(loket):
    return loket.jendela.kerja.penerimaan.temuan


def test_nothing_found_shows_nothing(form):
    loket = form
    assert not panel(loket).isVisible()
    loket.ketik(NIK_LAIN)
    assert panel(loket).kalimat == ()
    assert not panel(loket).isVisible()


def test_an_open_case_of_the_same_nik_is_told_and_opened_without_losing_the_form(form):
    loket = form
    dibuka = []
    loket.jendela.kerja.penerimaan.buka_permohonan.connect(dibuka.append)
    loket.tekan(K.Key_J, CTRL)
    assert dibuka == []
    loket.ketik(NIK)
    assert panel(loket).isVisible()
    assert panel(loket).kalimat == (
        "NIK ini masih punya permohonan KK berjalan (TB-KK-2026-00001, menunggu pemeriksaan Kasi).",
    )
    sebelum = loket.jendela.kerja.penerimaan.baca_form()
    loket.tekan(K.Key_J, CTRL)
    assert dibuka == [1]
    assert loket.tab.panel.permohonan_id == 1
    loket.buka_tab(1)
    assert loket.jendela.kerja.penerimaan.baca_form() == sebelum
    loket.tekan(K.Key_1, ALT)
    loket.isi("ib2")
    loket.tekan(K.Key_F9)
    loket.ketik("3")
    loket.simpan()  # told, never blocked
    assert not panel(loket).isVisible()


def test_the_findings_follow_the_form(form):
    loket = form
    loket.ketik(NIK_LAIN)
    loket.isi("Orang Dua", "")
    loket.ketik(NKK)
    assert "Satu KK dengan SUWARTI NINGSIH" in panel(loket).kalimat[0]
    loket.ganti_isi("nkk", "")
    assert panel(loket).kalimat == ()
    loket.ganti_isi("nik", "3516135708459010")  # 9001 with two digits changed places
    assert "tertukar" in panel(loket).kalimat[0]
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    assert panel(loket).kalimat == ()


def test_a_letter_of_the_village_that_was_used_is_told(form):
    loket = form
    orang = ((NIK_LAIN, "Orang Dua", NKK_LAIN), (NIK_ANAK, "Orang Tiga", "3516132111259003"))
    for nik, nama, nkk in orang:
        loket.isi_kk(nik=nik, nama=nama, nkk=nkk)
        loket.ke_bidang("pengantar_nomor")
        loket.isi("470/1/2026")
        if nik == NIK_LAIN:
            loket.simpan()
    (kalimat,) = panel(loket).kalimat
    assert kalimat.startswith(
        "Nomor pengantar ini sudah dipakai ORANG DUA (TB-KK-2026-00002, 23/11/2026)."
    )
    loket.simpan()


def test_a_ktp_may_wait_for_the_kk_of_its_family(form):
    loket = form
    loket.ketik(NIK_LAIN)
    loket.isi("Orang Dua", "")
    loket.ketik(NKK)
    assert not panel(loket).tunggu.isVisible()  # a KK waits for nothing
    loket.tekan(K.Key_2, ALT)
    loket.ketik("iia")
    loket.tekan(K.Key_F9)
    assert panel(loket).tunggu.isVisible()
    assert not panel(loket).tunggu.isChecked()
    loket.tekan(K.Key_M, ALT)
    form_ = loket.jendela.kerja.penerimaan.baca_form()
    assert form_.tunggu_id == 1
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    assert loket.jendela.kerja.penerimaan.baca_form().tunggu_id is None
    loket.jendela.kerja.penerimaan.tulis_form(form_)
    assert panel(loket).tunggu.isChecked()
    assert loket.simpan().ringkasan.tunggu_id == 1


def test_papers_often_missing_are_told_when_the_reason_is_chosen(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk(berkas=("1", "3"))
    loket.simpan()
    kasi = next(p for p in loket.meja.petugas.list_petugas() if p.peran is Peran.KASI)
    versi = loket.permohonan().ringkasan.versi
    loket.meja.alur.jalankan(PerintahGerak("t", 1, versi, "periksa", "tidak_lengkap"), kasi)
    radar = loket.jendela.kerja.penerimaan.syarat.radar
    assert not radar.isVisible()
    loket.tekan(K.Key_1, ALT)
    loket.isi("ib2")
    assert radar.isVisible()
    assert radar.teks == "Sering kurang: KK lama (1×)"
    loket.ketik(NIK)
    assert radar.teks == "Sering kurang: KK lama (1×) · di desa ini"
    loket.tekan(K.Key_2, ALT)
    assert radar.teks == ""
