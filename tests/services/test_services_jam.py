"""Which clock is asked about, what the answer writes, and from where times count again."""

import datetime as dt
from dataclasses import replace

import pytest
from builders import SENIN_PAGI
from printing.pdf_baca import words

from sooko_desk import TANGGAL_VERSI
from sooko_desk.domain.alur import LANGKAH_KHUSUS
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.jam import SebabRagu
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.waktu import WIB
from sooko_desk.services.jam import JamService, hari_periksa, is_ragu
from sooko_desk.services.tahun_buku import sebut_awal

SEHARI = 24 * 60


@pytest.fixture
def detik():
    return [0.0]


@pytest.fixture
def jam(store, clock, detik):
    return JamService(store, clock, lambda: detik[0])


def sebab(jam, *, masuk=True):
    tanya = jam.find_tanya(masuk=masuk)
    return tanya and tanya.sebab


def test_a_clock_that_goes_on_is_never_asked_about(kantor, jam, clock, detik):
    assert sebab(jam) is None
    for _ in range(40):
        clock.maju(SEHARI)
        detik[0] += SEHARI * 60
        assert sebab(jam, masuk=False) is None
    assert sebab(jam) is SebabRagu.LAMA


def test_a_sign_in_proves_nothing_of_the_clock(kantor, jam, clock):
    kantor.terima()
    clock.atur(SENIN_PAGI - dt.timedelta(hours=5))
    for jenis in (JenisKejadian.MASUK, JenisKejadian.PIN_SALAH):
        baru = KejadianBaru(jenis.value, jenis, kantor.operator, clock.now())
        kantor.store.kejadian.catat(baru)
    assert kantor.store.jam.find_terakhir() == SENIN_PAGI
    assert sebab(jam) is SebabRagu.MUNDUR


def test_a_late_entry_with_the_time_of_its_paper_hides_no_later_event(kantor, jam, clock):
    [slip] = kantor.meja.blangko.pesan("t", "KK", 1, kantor.kasi)
    clock.maju(300)
    kantor.terima()
    kantor.terima(blangko=slip.kode_pindai, blangko_tanggal="23/11/2026", blangko_pukul="9.30")
    assert kantor.store.jam.find_terakhir() == SENIN_PAGI + dt.timedelta(minutes=300)


def test_after_a_doubt_the_events_before_it_are_what_the_clock_is_judged_by(kantor, jam, clock):
    kantor.terima()
    clock.atur(SENIN_PAGI.replace(year=2002))
    jam.ragukan(kantor.operator)
    jam.ragukan(kantor.operator)  # once more says nothing new
    kantor.terima()
    assert is_ragu(kantor.store)
    assert kantor.store.jam.find_terakhir() == SENIN_PAGI
    assert len(kantor.store.jam.list_tanda()) == 1
    assert jam.find_tanya(masuk=True) is None  # answered in this run
    jam.ulangi()
    assert sebab(jam) is SebabRagu.SEBELUM_PROGRAM
    with pytest.raises(RuleError, match="Betulkan jam Windows"):
        jam.pastikan(kantor.kasi)
    clock.atur(SENIN_PAGI + dt.timedelta(hours=1))
    tanya = jam.find_tanya(masuk=True)
    assert (tanya.sebab, tanya.boleh_pasti(kantor.operator)) == (None, True)
    assert "sedang ditandai" in tanya.kalimat
    jam.pastikan(kantor.operator)
    assert not is_ragu(kantor.store)
    assert kantor.store.jam.find_terakhir() == SENIN_PAGI + dt.timedelta(hours=1)


def test_only_the_kasi_says_that_a_clock_which_went_back_is_right(kantor, jam, clock):
    kantor.terima()
    clock.maju(-600)
    tanya = jam.find_tanya(masuk=True)
    assert not tanya.boleh_pasti(kantor.operator)
    with pytest.raises(RuleError, match="Kasi Pelayanan"):
        jam.pastikan(kantor.operator)
    jam.pastikan(kantor.kasi)
    assert jam.find_tanya(masuk=True) is None


def test_a_year_that_was_believed_by_mistake_is_put_right_by_the_kasi(kantor, jam, clock):
    """Somebody said that 2040 is right; the events of that day are marked once it is found out."""
    lama = kantor.terima()
    clock.atur(SENIN_PAGI.replace(year=2040))
    jam.pastikan(kantor.operator)
    salah = kantor.gerak(lama, "periksa", "lengkap").riwayat[-1]
    clock.atur(SENIN_PAGI + dt.timedelta(days=2))
    assert sebab(jam) is SebabRagu.MUNDUR
    jam.pastikan(kantor.kasi)
    keraguan = jam.keraguan()
    assert keraguan.is_ragu(salah.urut, salah.waktu)
    assert not keraguan.is_ragu(lama.riwayat[0].urut, lama.riwayat[0].waktu)
    assert jam.find_tanya(masuk=True) is None


def test_a_doubt_is_asked_about_again_once_the_clock_is_set(kantor, jam, clock):
    kantor.terima()
    assert jam.find_tanya(masuk=True) is None
    clock.maju(5 * SEHARI)
    assert sebab(jam, masuk=False) is SebabRagu.LOMPAT
    jam.ragukan(kantor.operator)
    assert jam.find_tanya(masuk=False) is None
    clock.maju(-5 * SEHARI)
    tanya = jam.find_tanya(masuk=False)
    assert tanya.sebab is None
    assert "sedang ditandai" in tanya.kalimat


def test_a_program_started_in_doubt_asks_once(kantor, jam, clock):
    clock.maju(-60)
    jam.ragukan(kantor.kasi)
    baru = JamService(kantor.store, clock, lambda: 0.0)
    assert sebab(baru) is SebabRagu.MUNDUR
    baru.ragukan(kantor.operator)
    assert baru.find_tanya(masuk=True) is None


def test_forms_are_judged_on_a_day_that_can_be(kantor, store, clock):
    assert hari_periksa(store, clock) == SENIN_PAGI.date()
    clock.atur(SENIN_PAGI.replace(year=2002))
    assert hari_periksa(store, clock) == SENIN_PAGI.date()
    assert kantor.meja.waktu.jam.hari_periksa() == SENIN_PAGI.date()
    assert [s.layanan for s in kantor.meja.penerimaan.list_layanan()] == ["KK", "KTP"]
    permohonan = kantor.sampai(kantor.terima(), "serahkan")
    assert permohonan.ringkasan.nomor_register == "471.14/1/416-313/2026"


def test_a_new_register_is_judged_by_the_programs_own_date(tmp_path, clock):
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import JamTetap

    store = Store(tmp_path / "kosong")
    try:
        dulu = JamTetap(dt.datetime(2002, 1, 1, tzinfo=WIB))
        assert hari_periksa(store, dulu) == TANGGAL_VERSI
        tanya = JamService(store, dulu, lambda: 0.0).find_tanya(masuk=True)
        assert tanya.sebab is SebabRagu.SEBELUM_PROGRAM
        assert tanya.terakhir is None
        assert "program ini baru dibuat 21 November 2026" in tanya.kalimat
        assert JamService(store, clock, lambda: 0.0).find_tanya(masuk=True) is None
    finally:
        store.close()


def test_the_first_set_up_says_which_year_it_opens(meja):
    assert meja.petugas.sebut_buku_awal() == sebut_awal(SENIN_PAGI)
    assert sebut_awal(SENIN_PAGI).startswith("Buku register yang dibuka: tahun 2026.")
    with pytest.raises(UserError, match="Betulkan jam Windows"):
        sebut_awal(SENIN_PAGI.replace(year=2009))


def test_the_register_line_and_the_statistics_know_of_the_doubt(kantor, jam, clock):
    ragu = kantor.sampai(kantor.terima(), "cetak")
    clock.maju(-30)
    jam.ragukan(kantor.operator)
    ragu = kantor.sampai(ragu, "serahkan")
    [baris] = kantor.store.buku.list_baris("KK", 2026)
    assert baris.isi["keterangan"] == "jam diragukan"
    lembar = words(kantor.meja.kepatuhan.build_permohonan(ragu.ringkasan.id).isi)
    assert "jam komputer diragukan pada sebagian langkah ini" in lembar
    clock.maju(40)
    jam.pastikan(kantor.operator)
    kantor.sampai(kantor.terima(nik="3516131708459001", nama="Sutrisno"), "serahkan")
    assert "keterangan" not in kantor.store.buku.list_baris("KK", 2026)[1].isi
    [ringkas] = kantor.meja.kepatuhan.list_ringkas(2026, 11)
    assert (ringkas.tercatat, len(ringkas.ukuran.menit), ringkas.tidak_akurat) == (2, 1, 1)
    catatan = _catatan_bulan(kantor)
    assert any("jam komputer diragukan (TB-KK-2026-00001)" in kata for kata in catatan)
    from sooko_desk.services.laporan_bulanan import Bulan

    isi = kantor.meja.laporan.bulanan.susun(Bulan(2026, 11))
    assert "waktu 1 permohonan tidak dihitung" in isi.catatan[-1]


def _catatan_bulan(kantor):
    from sooko_desk.services.susun_kepatuhan import list_catatan_bulan

    service = kantor.meja.kepatuhan
    [(sidik, semua)] = service._bagi_sop("KK", 2026, 11).items()
    cerita = kantor.store.permohonan.list_riwayat([r.id for r in semua])
    acuan = service._baca_acuan()
    sop = kantor.meja.rak.get(sidik)
    return list(list_catatan_bulan([service._ukur(sop, r, cerita[r.id], acuan) for r in semua]))


def test_events_beside_the_steps_spoil_no_measure(kantor, jam, clock):
    permohonan = kantor.sampai(kantor.terima(), "cetak")
    clock.maju(-30)
    jam.ragukan(kantor.kasi)
    kantor.meja.waktu.langkah.atur(_perintah(permohonan, "periksa"), kantor.kasi)
    akhir = kantor.store.permohonan.get(permohonan.ringkasan.id).riwayat[-1]
    assert akhir.langkah in LANGKAH_KHUSUS
    assert jam.keraguan().is_ragu(akhir.urut, akhir.waktu)
    service = kantor.meja.kepatuhan
    sop = kantor.meja.rak.get(permohonan.ringkasan.sop_sidik)
    lama = kantor.store.permohonan.get(permohonan.ringkasan.id)
    kasus = service._ukur(sop, lama.ringkasan, lama.riwayat, service._baca_acuan())
    assert kasus.akurat
    assert not kasus.utuh


def _perintah(permohonan, langkah, **ganti):
    from sooko_desk.services.waktu_langkah import PerintahWaktu

    r = permohonan.ringkasan
    perintah = PerintahWaktu("t", r.id, r.versi, langkah, akurat=False, alasan="lupa dicatat")
    return replace(perintah, **ganti)
