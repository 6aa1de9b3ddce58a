"""A clock that cannot be right: the officer is asked, and what is written meanwhile is marked."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from builders import PIN_KASI, PIN_OPERATOR, SENIN_PAGI
from flows.loket import CTRL, ENTER, NAMA, K
from printing.pdf_baca import page_texts

from sooko_desk.app_tangan import ALT
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.waktu import WIB
from sooko_desk.ui.jam.penjaga import RAGU
from sooko_desk.ui.kata import list_riwayat

TAHUN_2002 = dt.datetime(2002, 1, 1, 8, 0, tzinfo=WIB)
TANDA = "(jam diragukan)"


def jam_kerja(loket):
    """The question, or None while work is shown."""
    jendela = loket.jendela
    halaman = jendela.penjaga.halaman
    return halaman if jendela.centralWidget().currentWidget() is halaman else None


def kejadian(loket, *jenis):
    return [(k.jenis, k.petugas) for k in loket.store.kejadian.list_kejadian(jenis)]


TANDA_JAM = (JenisKejadian.JAM_DIRAGUKAN, JenisKejadian.JAM_DIPASTIKAN)


def cerita(loket, nomor=1):
    """Words beside each event of a case on the screen."""
    return [
        b.catatan
        for b in list_riwayat(loket.meja.cetak_cerita.susun_cerita(loket.permohonan(nomor)))
    ]


def buka_lagi(loket, pin):
    loket.tutup()
    return loket.buka(pin)


@pytest.fixture(autouse=True)
def _tanya(request):
    """Here the question is looked at."""
    for nama in {"loket", "baru"} & set(request.fixturenames):
        request.getfixturevalue(nama).jawab_jam = False


def terima_satu(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    return loket.simpan()


def test_a_dead_battery_stops_work_until_somebody_says_how_to_go_on(loket):
    terima_satu(loket)
    loket.clock.atur(TAHUN_2002)
    buka_lagi(loket, PIN_OPERATOR)
    halaman = jam_kerja(loket)
    assert halaman.kalimat.text() == (
        "Jam komputer menunjukkan Selasa, 1 Januari 2002 pukul 08.00 WIB, padahal catatan "
        "terakhir Senin, 23 November 2026 pukul 09.05 WIB."
    )
    assert not halaman.pasti.isVisible()
    assert loket.fokus() is halaman.lagi
    loket.tekan(ENTER)  # nothing was put right
    assert jam_kerja(loket) is halaman
    loket.tekan(K.Key_2, CTRL)  # the keys of work are not there
    assert jam_kerja(loket) is halaman
    loket.clock.atur(SENIN_PAGI + dt.timedelta(minutes=3))
    loket.tekan(K.Key_F5)
    assert jam_kerja(loket) is None
    assert kejadian(loket, *TANDA_JAM) == []


def test_what_is_written_under_a_doubtful_clock_is_marked_in_its_order(loket):
    terima_satu(loket)
    loket.clock.atur(TAHUN_2002)
    buka_lagi(loket, PIN_KASI)
    loket.tekan(K.Key_L, ALT)
    assert jam_kerja(loket) is None
    assert loket.jendela.penjaga.spanduk.teks == RAGU
    assert kejadian(loket, *TANDA_JAM) == [("jam_diragukan", "Bambang Misal")]
    loket.kerjakan(NAMA)
    assert loket.riwayat()[-1] == ("periksa", "lengkap")
    assert [kata.startswith(TANDA) for kata in cerita(loket)] == [False, True]
    urut = [p.urut for p in loket.permohonan().riwayat]
    assert urut == sorted(urut)
    # The clock is right again: the banner's button asks once more, Enter ends the mark.
    loket.clock.atur(SENIN_PAGI + dt.timedelta(minutes=9))
    loket.jendela.penjaga.spanduk.aksi_dipilih.emit()
    assert loket.fokus() is jam_kerja(loket).pasti
    loket.tekan(ENTER)
    assert jam_kerja(loket) is None
    assert loket.jendela.penjaga.spanduk.isHidden()
    assert kejadian(loket, *TANDA_JAM)[0] == ("jam_dipastikan", "Bambang Misal")
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.kerjakan(NAMA)
    tanda = [kata.startswith(TANDA) for kata in cerita(loket)]
    assert tanda[:2] == [False, True]
    assert not any(tanda[2:])


def test_paper_and_daily_page_say_which_times_are_doubtful(loket):
    terima_satu(loket)
    loket.clock.atur(SENIN_PAGI - dt.timedelta(hours=1))
    buka_lagi(loket, PIN_KASI)
    assert not jam_kerja(loket).pasti.isHidden()  # a Kasi may know better
    loket.tekan(K.Key_L, ALT)
    loket.kerjakan(NAMA)
    loket.clock.atur(SENIN_PAGI + dt.timedelta(hours=1))
    dokumen = loket.meja.cetak_cerita.build_cerita(1)
    assert TANDA in " ".join(page_texts(dokumen.isi)[0].split())
    siap = loket.meja.laporan.harian.siapkan(SENIN_PAGI.date())
    tabel = next(t for t in siap.isi.tabel if t.sifat == "kejadian")
    assert [TANDA in baris[-2] for baris in tabel.baris] == [False, True]


def test_the_clock_is_set_back_during_the_day(loket):
    terima_satu(loket)
    loket.clock.maju(-180)
    loket.jendela.kerja.detak.timeout.emit()
    assert "padahal catatan terakhir" in jam_kerja(loket).kalimat.text()
    loket.clock.maju(181)
    loket.jendela.kerja.detak.timeout.emit()  # put right: nobody need press anything
    assert jam_kerja(loket) is None


def test_an_operator_goes_on_and_the_kasi_says_that_the_clock_is_right(loket):
    terima_satu(loket)
    loket.clock.maju(-180)
    loket.jendela.kerja.detak.timeout.emit()
    assert jam_kerja(loket).pasti.isHidden()
    loket.tekan(K.Key_F12)
    loket.tangan.masuk(PIN_KASI)
    loket.tekan(K.Key_B, ALT)
    assert jam_kerja(loket) is None
    # What says a later time was written under a wrong clock.
    assert [kata.startswith(TANDA) for kata in cerita(loket)] == [True]


def test_a_long_holiday_is_one_key_and_marks_nothing(loket):
    terima_satu(loket)
    loket.clock.maju(41 * 24 * 60)
    buka_lagi(loket, PIN_OPERATOR)
    assert "lama tutup" in jam_kerja(loket).kalimat.text()
    loket.tekan(ENTER)
    assert jam_kerja(loket) is None
    loket.isi_kk(nik="3516131708459001", nama="Sutrisno")
    loket.simpan()
    assert not any(TANDA in kata for kata in cerita(loket, 2))
    assert kejadian(loket, *TANDA_JAM) == [("jam_dipastikan", "Rini Contoh")]


def test_no_holiday_is_asked_about_while_the_program_runs(loket):
    terima_satu(loket)
    lewat = 41 * 24 * 60
    loket.clock.maju(lewat)
    loket.detik += lewat * 60
    loket.jendela.kerja.detak.timeout.emit()
    assert jam_kerja(loket) is None


def test_a_jump_ahead_in_use_is_asked_about_until_it_is_put_back(loket):
    terima_satu(loket)
    loket.clock.maju(5 * 24 * 60)
    loket.jendela.kerja.detak.timeout.emit()
    assert "lebih dari 12 jam" in jam_kerja(loket).kalimat.text()
    loket.clock.maju(-5 * 24 * 60)
    loket.tekan(K.Key_F5)
    assert jam_kerja(loket) is None
    assert kejadian(loket, *TANDA_JAM) == []


def test_a_window_in_front_is_not_disturbed_and_a_scan_waits_for_the_answer(loket):
    terima_satu(loket)
    loket.clock.maju(-180)
    loket.tekan(K.Key_F1)
    loket.jendela.kerja.detak.timeout.emit()
    assert jam_kerja(loket) is None
    loket.tekan(K.Key_Escape)
    loket.jendela.kerja.detak.timeout.emit()
    assert jam_kerja(loket) is not None
    loket.tekan(K.Key_F12)
    loket.tekan(K.Key_Escape)  # back to work as the same officer: the question still stands
    assert jam_kerja(loket) is not None


def test_a_half_typed_form_is_still_there_after_the_answer(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    nama = loket.bidang["nama"].input.text()
    loket.clock.maju(-180)
    loket.jendela.kerja.detak.timeout.emit()
    assert jam_kerja(loket) is not None
    loket.tekan(K.Key_L, ALT)
    assert jam_kerja(loket) is None
    assert loket.bidang["nama"].input.text() == nama
    loket.simpan()
    assert cerita(loket)[0].startswith(TANDA)


def test_the_first_set_up_opens_the_year_that_it_shows_and_refuses_a_dead_clock(baru):
    baru.clock.atur(TAHUN_2002)
    baru.buka()
    awal = baru.jendela.awal
    for teks in ("Rini Contoh", PIN_OPERATOR, PIN_OPERATOR, "Bambang Misal", PIN_KASI, PIN_KASI):
        baru.ketik(teks)
        baru.tekan(ENTER)
    assert "program ini dibuat" in awal._spanduk.teks
    assert baru.meja.petugas.list_petugas() == ()
    baru.clock.atur(SENIN_PAGI)
    baru.tekan(ENTER)
    baru.tangan.tunggu(lambda: bool(baru.meja.petugas.list_petugas()))
    assert awal._buku.text().startswith("Buku register yang dibuka: tahun 2026.")
    assert baru.store.tahun_buku.find() == 2026


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone a user, not a process")
@pytest.mark.parametrize("zona", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC"])
def test_the_time_zone_of_the_pc_changes_nothing(loket, monkeypatch, zona):
    monkeypatch.setenv("TZ", zona)
    time.tzset()
    try:
        terima_satu(loket)
        [peristiwa] = loket.permohonan().riwayat
        assert peristiwa.waktu == SENIN_PAGI
        assert str(peristiwa.waktu.utcoffset()) == "0:00:00"
        kata = list_riwayat(loket.meja.cetak_cerita.susun_cerita(loket.permohonan()))
        assert kata[0].waktu == "23/11/2026 09.05"
        assert jam_kerja(loket) is None
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
