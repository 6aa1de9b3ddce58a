import datetime as dt
import shutil

import pytest
from builders import NAMA_OPERATOR, NIK, make_meja
from printing.pdf_baca import page_texts, words

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.data.gangguan import GangguanBaru
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.lama import hitung_lama
from sooko_desk.domain.waktu import WIB
from sooko_desk.services.susun_kepatuhan import sebut_bagian, sebut_menit, sebut_selisih
from sooko_desk.services.ukur_kepatuhan import is_akurat, ukur_bulan, ukur_kasus

DESEMBER = dt.datetime(2026, 12, 1, 9, 5, tzinfo=WIB)


@pytest.fixture
def service(kantor):
    return kantor.meja.kepatuhan


def jalan(kantor, permohonan, *langkah):
    """Record steps, each so many minutes after the one before: (minutes, step, outcome)."""
    for menit, langkah_id, hasil in langkah:
        kantor.clock.maju(menit)
        permohonan = kantor.gerak(permohonan, langkah_id, hasil, alasan="Buram")
    return permohonan


TUNTAS = (
    (4, "periksa", "lengkap"),
    (14.4, "entri", "terinput"),
    (6, "verifikasi", "terverifikasi"),
    (3, "upload", "terupload"),
    (2, "tanda_tangan", "tertandatangani"),
    (2, "cetak", "tercetak"),
)


def ukur(kantor, permohonan):
    baru = kantor.store.permohonan.get(permohonan.ringkasan.id)
    sop = kantor.meja.rak.get(baru.ringkasan.sop_sidik)
    jadwal = kantor.meja.jadwal.jadwal
    lama = hitung_lama(sop, baru.riwayat, jadwal, kantor.clock.now())
    return ukur_kasus(sop, baru.ringkasan, baru.riwayat, lama)


def menit(kasus):
    return [u.menit for u in kasus.langkah]


# ---------------------------------------------------------------- one case


def test_minutes_norms_and_deviations_of_a_finished_case(kantor):
    kasus = ukur(kantor, jalan(kantor, kantor.terima(), *TUNTAS))
    assert menit(kasus) == [None, 4, 14.4, 6, 3, 2, 2]
    assert [u.selisih for u in kasus.langkah] == [None, -6, 4.4, -4, -7, -3, -3]
    assert [u.lewat for u in kasus.langkah] == [n == 2 for n in range(7)]
    assert kasus.jumlah == 31.4
    assert kasus.akurat


def test_the_intake_is_not_measured_and_a_return_is_not_counted(kantor):
    permohonan = jalan(
        kantor,
        kantor.terima(),
        (8, "periksa", "tidak_lengkap"),
        (2 * 24 * 60, "terima", "diterima"),
        (4, "periksa", "lengkap"),
    )
    terima, periksa, entri, *_ = ukur(kantor, permohonan).langkah
    assert terima.menit is None
    assert terima.jeda > 60
    assert (periksa.menit, periksa.kali) == (12, 2)
    assert (entri.berjalan, entri.menit, entri.selisih) == (True, 0, None)


def test_a_step_recorded_early_says_before_which(kantor):
    permohonan = jalan(
        kantor,
        kantor.terima(),
        *TUNTAS[:2],
        (3, "upload", "terupload"),
        (3, "verifikasi", "terverifikasi"),
    )
    upload = ukur(kantor, permohonan).langkah[4]
    assert upload.menit is None
    assert upload.mendahului is not None
    assert upload.mendahului.id == "verifikasi"
    assert upload.penutup is not None


def test_a_running_step_is_late_only_once_its_norm_is_over(kantor):
    permohonan = jalan(kantor, kantor.terima(), (1, "periksa", "lengkap"))
    kantor.clock.maju(10)
    assert ukur(kantor, permohonan).langkah[2].selisih is None
    kantor.clock.maju(1)
    entri = ukur(kantor, permohonan).langkah[2]
    assert (entri.selisih, entri.lewat) == (1, True)


def test_a_step_without_a_norm_is_never_late_and_not_in_the_sum(kantor):
    permohonan = jalan(
        kantor,
        kantor.terima("KTP"),
        (1, "periksa", "lengkap"),
        (2, "entri", "terinput"),
        (300, "kirim", "terkirim"),
    )
    kasus = ukur(kantor, permohonan)
    kirim = kasus.langkah[3]
    assert kirim.menit > 100
    assert (kirim.selisih, kirim.lewat) == (None, False)
    assert kasus.jumlah == 3


def test_a_decision_that_was_undone_does_not_count_as_done(kantor):
    permohonan = jalan(kantor, kantor.terima(), (4, "periksa", "lengkap"))
    kantor.meja.alur.batalkan("u", permohonan.ringkasan.id, kantor.kasi)
    periksa = ukur(kantor, permohonan).langkah[1]
    assert periksa.penutup is None
    assert periksa.berjalan


def test_a_clock_that_jumped_back_makes_the_times_untrue(kantor):
    permohonan = jalan(kantor, kantor.terima(), (4, "periksa", "lengkap"))
    assert is_akurat(permohonan.riwayat)
    kantor.clock.maju(-30)
    assert not is_akurat(kantor.gerak(permohonan, "entri", "terinput").riwayat)


def test_the_sheet_of_a_case_tells_all_of_it(kantor, service):
    permohonan = jalan(
        kantor,
        kantor.terima(),
        (8, "periksa", "tidak_lengkap"),
        (2 * 24 * 60, "terima", "diterima"),
        *TUNTAS[:2],
        (3, "upload", "terupload"),
    )
    r = permohonan.ringkasan
    dokumen = service.build_permohonan(r.id)
    assert (dokumen.id, dokumen.permohonan_id) == ("lembar_kepatuhan", r.id)
    assert dokumen.judul == f"Lembar kepatuhan SOP {r.kode_pindai}"
    assert dokumen.nama_berkas == f"kepatuhan-{r.kode_pindai}.pdf"
    teks = words(dokumen.isi)
    for kata in (
        "065/76/416-313/2025",
        "************9001",
        "VERIFIKATOR DISPENDUKCAPIL",
        "12,0",
        "+2,0",
        "2 kali dikerjakan; Lewat waktu SOP",
        "14,4",
        "Tidak terukur: tercatat saat berkas diterima",
        "Sedang berjalan",
        "Belum dikerjakan",
        "Dicatat mendahului langkah 4 (verifikasi data)",
        "Belum tuntas",
        "Tidak dihitung: menunggu pemohon",
        NAMA_OPERATOR,
        "JUMLAH",
        "55 Menit",
    ):
        assert kata in teks, kata
    assert NIK not in teks


def test_a_finished_case_is_compared_with_the_whole_norm(kantor, service):
    permohonan = jalan(kantor, kantor.terima(), *TUNTAS)
    teks = words(service.build_permohonan(permohonan.ringkasan.id).isi)
    assert "31,4 -23,6" in teks
    assert "Belum tuntas" not in teks


def test_an_outage_and_a_jump_of_the_clock_are_told_apart(kantor, service):
    permohonan = jalan(kantor, kantor.terima(), (1, "periksa", "lengkap"))
    mulai = kantor.clock.now()
    kantor.store.gangguan.mulai(GangguanBaru("a", "siak", "", kantor.operator, mulai))
    kantor.clock.maju(25)
    selesai = kantor.clock.now()
    kantor.store.gangguan.selesai(GangguanBaru("b", "siak", "", kantor.operator, selesai))
    permohonan = jalan(
        kantor, permohonan, (5, "entri", "terinput"), (-20, "verifikasi", "terverifikasi")
    )
    teks = words(service.build_permohonan(permohonan.ringkasan.id).isi)
    assert "SIAK gangguan 25,0 menit, tidak dihitung" in teks
    assert "Tidak dihitung: SIAK gangguan 25,0 menit." in teks
    assert "Waktu tidak akurat: jam komputer pernah mundur" in teks


def test_a_ktp_sheet_has_the_words_of_its_own_sop(kantor, service):
    permohonan = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
    teks = words(service.build_permohonan(permohonan.ringkasan.id).isi)
    assert "VERIFIKATOR" not in teks
    assert "Tanpa batas waktu" in teks
    assert "Proses selanjutnya dilakukan oleh Dispendukcapil" in teks
    assert "JUMLAH langkah yang berbatas waktu" in teks
    assert "20 Menit" in teks


# ---------------------------------------------------------------- a month


def test_a_month_without_a_case_is_refused(service):
    with pytest.raises(RuleError, match=r"Tidak ada permohonan KK .* pada Mei 2026"):
        service.build_bulan("KK", 2026, 5)


def test_books_and_months_are_counted_by_the_register(kantor, service):
    jalan(kantor, kantor.terima(), *TUNTAS)
    jalan(kantor, kantor.terima(), *TUNTAS)
    kantor.clock.atur(DESEMBER)
    jalan(kantor, kantor.terima(), *TUNTAS)
    kk, ktp = service.list_buku()
    assert (kk.layanan, kk.nama, kk.tahun) == ("KK", "Kartu Keluarga (KK)", (2026,))
    assert ktp.layanan == "KTP"
    assert service.list_bulan("KK", 2026) == (*[0] * 10, 2, 1)
    assert service.list_bulan("KTP", 2026) == (0,) * 12
    kantor.clock.atur(dt.datetime(2027, 1, 4, 9, 0, tzinfo=WIB))
    assert service.list_buku()[0].tahun == (2027, 2026)


def test_months_to_come_are_left_out_of_this_year_alone(kantor, service):
    jalan(kantor, kantor.terima(), *TUNTAS)
    assert service.list_bulan("KK", 2026) == (*[0] * 10, 1)
    kantor.clock.atur(dt.datetime(2027, 1, 1, 0, 30, tzinfo=WIB))  # the year before in UTC
    assert service.list_bulan("KK", 2026) == (*[0] * 10, 1, 0)
    assert service.list_bulan("KK", 2027) == (0,)


def test_a_month_gives_median_share_and_slowest(kantor, service):
    for lambat in (0, 10, 20):
        langkah = [(m + lambat * (nama == "entri"), nama, h) for m, nama, h in TUNTAS]
        terakhir = jalan(kantor, kantor.terima(), *langkah).ringkasan.kode_pindai
    kantor.terima()
    kantor.clock.atur(DESEMBER)
    jalan(kantor, kantor.terima(), *TUNTAS)
    dokumen = service.build_bulan("KK", 2026, 11)
    assert dokumen.permohonan_id is None
    assert dokumen.judul == "Lembar kepatuhan SOP KK November 2026"
    assert dokumen.nama_berkas == "kepatuhan-kk-2026-11.pdf"
    teks = words(dokumen.isi)
    for kata in (
        "Kartu Keluarga (KK), November 2026",
        "3 permohonan",
        "1 permohonan, 1 Desember 2026",
        "24,4 +14,4 0 dari 3 (0%)",
        "34,4",
        f"({terakhir})",
        "4,0 -6,0 3 dari 3 (100%)",
        "41,4 -13,6 3 dari 3 (100%)",
        "MEDIAN",
    ):
        assert kata in teks, kata
    assert "KELENGKAPAN" not in teks


def test_what_a_month_leaves_out_is_told(kantor, service):
    mundur = jalan(kantor, kantor.terima(), *TUNTAS[:5], (-2, "cetak", "tercetak"))
    kantor.clock.maju(2)
    kembali = ((8, "periksa", "tidak_lengkap"), (60, "terima", "diterima"))
    dahulu = (*TUNTAS[:2], (1, "upload", "terupload"), TUNTAS[2], *TUNTAS[4:])
    jalan(kantor, kantor.terima(), *kembali, *dahulu)
    teks = words(service.build_bulan("KK", 2026, 11).isi)
    for kata in (
        "Waktu tidak akurat: 1 permohonan tidak dihitung karena jam komputer pernah mundur",
        f"({mundur.ringkasan.kode_pindai}).",
        "Berkas dikembalikan, menunggu pemohon: 1 permohonan, seluruhnya",
        "1 dicatat mendahului",
        "1 dikerjakan ulang",
        "Tercatat di register bulan ini",
    ):
        assert kata in teks, kata


def test_a_month_of_untrue_times_alone_has_no_figures(kantor, service):
    for _ in range(9):
        jalan(kantor, kantor.terima(), *TUNTAS[:5], (-2, "cetak", "tercetak"))
        kantor.clock.maju(5)
    teks = words(service.build_bulan("KK", 2026, 11).isi)
    assert "9 permohonan tidak dihitung" in teks
    assert "dan 1 lagi" in teks
    assert "0 permohonan" in teks
    assert "%" not in teks


def test_a_month_of_the_ktp_has_no_lateness_where_there_is_no_norm(kantor, service):
    r = jalan(kantor, kantor.terima("KTP"), *TUNTAS[:2], (3, "kirim", "terkirim")).ringkasan
    teks = words(service.build_bulan("KTP", 2026, 11).isi)
    assert r.kode_pindai in teks
    assert "Tanpa batas waktu" in teks
    assert "3,0 – –" in teks


def test_versions_of_an_sop_have_sheets_of_their_own(clock, tmp_path):
    folder_sop = tmp_path / "sop"
    shutil.copytree(AKAR / "sop_data", folder_sop)
    lembar = []
    for versi in ("# satu", "# dua"):
        path = folder_sop / "kk-2025-02-26.toml"
        path.write_text(f"{versi}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
        kantor = make_meja(tmp_path / "data", clock, folder_sop)
        jalan(kantor, kantor.terima(), *TUNTAS)
        lembar.append(page_texts(kantor.meja.kepatuhan.build_bulan("KK", 2026, 11).isi))
        kantor.store.close()
    assert [len(isi) for isi in lembar] == [1, 2]
    assert all("LEMBAR KEPATUHAN SOP" in halaman for halaman in lembar[1])
    assert all("Halaman 1 dari 1" in halaman for halaman in lembar[1])


def test_nothing_measured_has_no_median(kantor):
    baris = ukur_bulan(kantor.sop(), [])
    assert {u.median for u in baris} == {None}
    assert {u.terlama for u in baris} == {""}
    assert baris[-1].norma == 55
    assert baris[1].tepat == 0


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("menit", "kata"), [(0, "0,0"), (12.4, "12,4"), (1204.5, "1.204,5"), (1e6, "1.000.000,0")]
)
def test_minutes_are_written_with_a_comma(menit, kata):
    assert sebut_menit(menit) == kata


@pytest.mark.parametrize(
    ("selisih", "kata"), [(None, "–"), (2.4, "+2,4"), (-3.0, "-3,0"), (0.0, "0,0")]
)
def test_a_deviation_has_its_sign(selisih, kata):
    assert sebut_selisih(selisih) == kata


def test_a_share_of_nothing_is_a_dash():
    assert sebut_bagian(0, 0) == "–"
    assert sebut_bagian(3, 4) == "3 dari 4 (75%)"
