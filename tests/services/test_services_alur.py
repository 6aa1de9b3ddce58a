import json
import uuid

import pytest
from builders import NAMA, NIK, NKK, list_tanda, nilai_isian

from sooko_desk.domain.errors import FieldsError, PeringatanError, RuleError
from sooko_desk.domain.permohonan import TandaBerkas
from sooko_desk.domain.sop import SELESAI, Isian, JenisIsian, Peran, Pilihan
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.isi_gerak import sebut_isian

LAYAR = frozenset({"penerimaan", "kelengkapan", "entri_data", "pencetakan"})
JALAN = {
    "KK": [
        ("terima", "diterima", "Menunggu pemeriksaan Kasi"),
        ("periksa", "lengkap", "Menunggu entri data"),
        ("entri", "terinput", "Menunggu verifikasi Dispendukcapil"),
        ("verifikasi", "terverifikasi", "Menunggu upload berkas"),
        ("upload", "terupload", "Menunggu tanda tangan"),
        ("tanda_tangan", "tertandatangani", "Siap dicetak"),
        ("cetak", "tercetak", "Siap diambil"),
        ("serahkan", "diserahkan", "Selesai, sudah diserahkan"),
    ],
    "KTP": [
        ("terima", "diterima", "Menunggu pemeriksaan Kasi"),
        ("periksa", "lengkap", "Menunggu entri data"),
        ("entri", "terinput", "Menunggu pengiriman"),
        ("kirim", "terkirim", "Terkirim ke Dispendukcapil"),
        ("di_dispendukcapil", "kartu_diterima", "Siap diambil"),
        ("serahkan", "diserahkan", "Selesai, sudah diserahkan"),
    ],
}
PEMBERI_NOMOR = {"KK": "cetak", "KTP": "kirim"}


def list_antre(kantor, *layar):
    return [b.ringkasan.id for b in kantor.meja.alur.list_antrean(frozenset(layar or LAYAR))]


@pytest.mark.parametrize("layanan", JALAN)
def test_a_case_goes_the_whole_way_of_its_sop(kantor, layanan):
    permohonan = kantor.terima(layanan)
    sop = kantor.sop(layanan)
    for langkah, hasil, status in JALAN[layanan]:
        if langkah != "terima":
            layar = sop.get_langkah(langkah).layar
            assert list_antre(kantor, layar) == [permohonan.ringkasan.id]
            assert list_antre(kantor, *(LAYAR - {layar})) == []
            kantor.clock.maju(7)
            permohonan = kantor.gerak(permohonan, langkah, hasil)
        terakhir = permohonan.riwayat[-1]
        peran = Peran.KASI if langkah == "periksa" else Peran.OPERATOR
        assert (terakhir.langkah, terakhir.hasil, terakhir.peran) == (langkah, hasil, peran)
        assert terakhir.petugas == (kantor.kasi if peran is Peran.KASI else kantor.operator).nama
        assert terakhir.waktu == permohonan.ringkasan.posisi_sejak == kantor.clock.now()
        assert terakhir.ke == permohonan.ringkasan.posisi
        assert permohonan.ringkasan.status == status
        urut = [x[0] for x in JALAN[layanan]]
        bernomor = urut.index(langkah) >= urut.index(PEMBERI_NOMOR[layanan])
        assert bool(permohonan.ringkasan.nomor_register) == bernomor
    assert permohonan.ringkasan.posisi == SELESAI
    assert permohonan.ringkasan.versi == len(permohonan.riwayat) == len(JALAN[layanan])
    assert [p.urut for p in permohonan.riwayat] == [*range(1, len(JALAN[layanan]) + 1)]
    assert list_antre(kantor) == []
    buka = kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.kasi)
    assert (buka.terbuka, buka.boleh, buka.waktu) == ((), frozenset(), None)
    with pytest.raises(RuleError, match="sudah selesai dan diserahkan"):
        kantor.gerak(permohonan, "serahkan", "diserahkan")


@pytest.mark.parametrize("layanan", JALAN)
def test_every_step_refuses_the_other_role_and_stores_nothing(kantor, layanan):
    permohonan = kantor.terima(layanan)
    for langkah, hasil, _ in JALAN[layanan][1:]:
        bukan = kantor.operator if langkah == "periksa" else kantor.kasi
        buka = kantor.meja.alur.buka(permohonan.ringkasan.id, bukan)
        assert langkah in {t.id for t in buka.terbuka}
        assert buka.boleh == frozenset()
        with pytest.raises(
            RuleError, match=r"dicatat oleh (Operator|Kasi Pelayanan)\. Ganti petugas"
        ):
            kantor.gerak(permohonan, langkah, hasil, petugas=bukan)
        assert kantor.meja.alur.buka(permohonan.ringkasan.id, bukan) == buka
        permohonan = kantor.gerak(permohonan, langkah, hasil)


def test_the_open_case_names_the_steps_and_which_of_them_are_mine(kantor):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    buka = kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.operator)
    assert [t.id for t in buka.terbuka] == ["verifikasi", "upload"]
    assert buka.boleh == {"verifikasi", "upload"}
    assert buka.sop is kantor.sop()
    assert buka.waktu.norma == 10


def test_upload_may_come_before_verification_and_is_then_skipped(kantor):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    sejak = permohonan.ringkasan.posisi_sejak
    kantor.clock.maju(3)
    permohonan = kantor.gerak(permohonan, "upload", "terupload")
    assert permohonan.ringkasan.posisi == "verifikasi"
    assert permohonan.ringkasan.posisi_sejak == sejak
    with pytest.raises(RuleError, match="belum boleh dicatat"):
        kantor.gerak(permohonan, "upload", "terupload")
    permohonan = kantor.gerak(permohonan, "verifikasi", "terverifikasi")
    assert permohonan.ringkasan.status == "Menunggu tanda tangan"
    assert [p.hasil for p in permohonan.riwayat].count("terupload") == 1


def test_a_rejection_voids_the_upload_that_came_before(kantor):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    permohonan = kantor.gerak(permohonan, "upload", "terupload")
    permohonan = kantor.gerak(permohonan, "verifikasi", "ditolak", alasan="NIK  kepala\nsalah")
    assert permohonan.ringkasan.status == "Ditolak verifikator, perbaiki data"
    assert permohonan.riwayat[-1].alasan == "NIK kepala salah"
    permohonan = kantor.sampai(permohonan, "verifikasi")
    permohonan = kantor.gerak(permohonan, "verifikasi", "terverifikasi")
    assert permohonan.ringkasan.posisi == "upload"


@pytest.mark.parametrize("layanan", JALAN)
def test_incomplete_papers_go_back_to_the_applicant_and_come_again(kantor, layanan):
    permohonan = kantor.terima(layanan, berkas=())
    kosong = list_tanda(kantor.sop(layanan), permohonan.ringkasan.jenis_kode, ada=False)
    permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=kosong)
    ringkasan = permohonan.ringkasan
    assert (ringkasan.posisi, ringkasan.menunggu) == ("terima", "pemohon")
    assert ringkasan.status == "Dikembalikan, menunggu pemohon"
    assert "F-1.02 diisi dan ditandatangani pemohon" in permohonan.riwayat[-1].rincian["Kurang"]
    assert list_antre(kantor, "penerimaan") == [ringkasan.id]
    assert kantor.meja.alur.count_antrean(frozenset({"penerimaan"})) == 0
    permohonan = kantor.gerak(permohonan, "terima", "diterima")
    assert (permohonan.ringkasan.posisi, permohonan.ringkasan.menunggu) == ("periksa", "")
    assert kantor.meja.alur.count_antrean(frozenset({"kelengkapan"})) == 1
    ada = list_tanda(kantor.sop(layanan), ringkasan.jenis_kode)
    permohonan = kantor.gerak(permohonan, "periksa", "lengkap", tanda=ada)
    assert permohonan.ringkasan.status == "Menunggu entri data"
    assert "F-1.02" in permohonan.riwayat[-1].rincian["Berkas ada"]
    assert permohonan.ringkasan.nomor_tanda_bukti == ringkasan.nomor_tanda_bukti


def test_complete_is_refused_with_the_names_of_the_missing_papers(kantor):
    permohonan = kantor.terima(berkas=())
    with pytest.raises(RuleError, match=r"Berkas wajib yang belum ada: .*F-1\.02.*; .* atau "):
        kantor.gerak(permohonan, "periksa", "lengkap")
    assert kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.kasi).permohonan == permohonan


def test_incomplete_needs_a_missing_paper_or_a_reason(kantor):
    permohonan = kantor.terima()
    with pytest.raises(FieldsError) as galat:
        kantor.gerak(permohonan, "periksa", "tidak_lengkap", alasan="  ")
    assert "Semua berkas wajib sudah dicentang" in galat.value.per_field["alasan"]
    permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap", alasan="Fotokopi buram")
    assert permohonan.riwayat[-1].alasan == "Fotokopi buram"
    assert "Kurang" not in permohonan.riwayat[-1].rincian


def test_a_paper_taken_back_is_told_in_the_story(kantor):
    permohonan = kantor.terima()
    kode = permohonan.berkas[0].kode
    tanda = (TandaBerkas(kode, ada=False, catatan=" buram  sekali "),)
    permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    assert permohonan.berkas[0].catatan == "buram sekali"
    assert permohonan.riwayat[-1].rincian["Berkas tidak ada"] == permohonan.berkas[0].nama


@pytest.mark.parametrize(
    ("alasan", "kalimat"),
    [
        (" \n", "Tulis alasannya dulu."),
        ("a" * 301, "Alasan paling banyak 300 huruf; yang terketik 301."),
    ],
)
def test_a_rejection_needs_a_reason_of_fitting_length(kantor, alasan, kalimat):
    permohonan = kantor.sampai(kantor.terima(), "tanda_tangan")
    with pytest.raises(FieldsError) as galat:
        kantor.gerak(permohonan, "tanda_tangan", "ditolak", alasan=alasan)
    assert galat.value.per_field == {"alasan": kalimat}
    permohonan = kantor.gerak(permohonan, "tanda_tangan", "ditolak", alasan="Nama salah eja")
    assert permohonan.ringkasan.status == "Tanda tangan ditolak, perbaiki data"


def test_forward_needs_every_field_and_stores_clean_values(kantor):
    permohonan = kantor.sampai(kantor.terima(), "entri")
    with pytest.raises(FieldsError) as galat:
        kantor.gerak(permohonan, "entri", "terinput", isian={"rt": "x", "nik_kepala_keluarga": "1"})
    anggota = next(i for i in kantor.sop().get_langkah("entri").isian if i.id == "anggota")
    assert set(galat.value.per_field) == {
        "nama_kepala_keluarga", "nik_kepala_keluarga", "alamat", "rt", "rw", "anggota.0",
        "nomor_referensi_siak",
    }  # fmt: skip
    isian = {
        "nama_kepala_keluarga": " Suwarti  Ningsih ",
        "nik_kepala_keluarga": f"{NIK[:8]} {NIK[8:]}",
        "no_kk_lama": NKK,
        "alamat": "Jl. Contoh",
        "rt": "001",
        "rw": "002",
        "dusun": "Krajan",
        "anggota": nilai_isian(anggota),
        "nomor_referensi_siak": "REF-1",
    }
    permohonan = kantor.gerak(permohonan, "entri", "terinput", isian=isian)
    bersih = isian | {"nama_kepala_keluarga": NAMA, "nik_kepala_keluarga": NIK}
    tersimpan = dict(permohonan.isian)
    (baris,) = parse_tabel(tersimpan.pop("anggota"))
    assert (baris["nik"], baris["tanggal_lahir"], baris["shdk"]) == (NIK, "1945-08-17", "1")
    assert tersimpan == {k: v for k, v in bersih.items() if k != "anggota"}
    rincian = permohonan.riwayat[-1].rincian
    assert rincian["NIK kepala keluarga"] == "************9001"
    assert rincian["Anggota keluarga"] == "1 baris"
    assert NIK not in str(permohonan.riwayat)
    assert NKK not in str(permohonan.riwayat)


def test_backward_keeps_what_is_in_order_and_an_emptied_field_is_emptied(kantor):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    permohonan = kantor.gerak(permohonan, "verifikasi", "ditolak", alasan="Nama salah")
    assert permohonan.isian["dusun"] == "Contoh"
    permohonan = kantor.gerak(
        permohonan, "entri", "kembali_periksa", alasan="Salah berkas",
        isian={"nik_kepala_keluarga": "salah", "rt": "7", "dusun": ""},
    )  # fmt: skip
    assert permohonan.ringkasan.posisi == "periksa"
    assert permohonan.isian["rt"] == "7"
    assert permohonan.isian["nik_kepala_keluarga"] == NIK
    assert "dusun" not in permohonan.isian


def test_backward_keeps_of_the_rows_what_is_in_order(kantor):
    """A family that is half typed goes back to the Kasi: nothing but the wrong cell is lost."""
    permohonan = kantor.sampai(kantor.terima(), "entri")
    baris = [{"nama_lengkap": " siti  aminah ", "nik": "123", "tempat_lahir": "Kediri"}]
    permohonan = kantor.gerak(
        permohonan, "entri", "kembali_periksa", alasan="Salah berkas",
        isian={"anggota": format_tabel(baris)},
    )  # fmt: skip
    assert parse_tabel(permohonan.isian["anggota"]) == (
        {"nama_lengkap": "siti aminah", "tempat_lahir": "Kediri"},
    )


def test_a_doubt_about_a_family_is_told_by_the_row_as_typed_and_stored_once_seen(kantor):
    permohonan = kantor.sampai(kantor.terima(), "entri")
    daftar = kantor.sop().get_langkah("entri").list_isian("I.A.1")
    isian = {i.id: nilai_isian(i) for i in daftar}
    (kepala,) = parse_tabel(isian["anggota"])
    anak = kepala | {"nik": "", "nama_lengkap": "Budi", "shdk": "4", "tanggal_lahir": "1/1/1950"}
    isian["anggota"] = json.dumps([kepala, {}, anak])
    with pytest.raises(PeringatanError) as galat:
        kantor.gerak(permohonan, "entri", "terinput", isian=isian)
    assert "anggota.3.tanggal_lahir" in galat.value.per_field
    jadi = kantor.gerak(permohonan, "entri", "terinput", isian=isian, peringatan_dilihat=True)
    assert len(parse_tabel(jadi.isian["anggota"])) == 2


def test_an_optional_field_left_empty_on_the_way_forward_is_emptied(kantor):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    permohonan = kantor.gerak(permohonan, "verifikasi", "ditolak", alasan="Nama salah")
    isian = {k: v for k, v in permohonan.isian.items() if k != "dusun"}
    permohonan = kantor.gerak(permohonan, "entri", "terinput", isian=isian)
    assert "dusun" not in permohonan.isian


def test_a_ktp_that_comes_back_keeps_its_register_number(kantor):
    permohonan = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
    nomor = permohonan.ringkasan.nomor_register
    lain = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil").ringkasan.nomor_register
    assert (nomor, lain) == ("471.13/1/416-313/2026", "471.13/2/416-313/2026")
    permohonan = kantor.gerak(permohonan, "di_dispendukcapil", "dikembalikan", alasan="Foto buram")
    assert permohonan.ringkasan.menunggu == ""
    permohonan = kantor.sampai(permohonan, "di_dispendukcapil")
    assert permohonan.ringkasan.nomor_register == nomor
    assert len(kantor.meja.register.list_baris("KTP", 2026)) == 2


@pytest.mark.parametrize("hasil", ["lengkap", "tidak_lengkap"])
def test_the_same_press_twice_is_one_event_and_one_answer(kantor, hasil):
    permohonan = kantor.terima()
    token = uuid.uuid4().hex
    pertama = kantor.gerak(permohonan, "periksa", hasil, token=token, alasan="Buram")
    lagi = kantor.gerak(permohonan, "periksa", hasil, token=token, alasan="Buram")
    assert lagi == pertama
    assert len(lagi.riwayat) == 2


def test_what_differs_from_the_nik_is_stored_only_when_it_was_seen(kantor):
    permohonan = kantor.sampai(kantor.terima("KTP"), "entri")
    daftar = kantor.sop("KTP").get_langkah("entri").list_isian("II.A")
    isian = {i.id: nilai_isian(i) for i in daftar} | {"tanggal_lahir": "01/01/1990"}
    with pytest.raises(PeringatanError) as galat:
        kantor.gerak(permohonan, "entri", "terinput", isian=isian)
    assert list(galat.value.per_field) == ["tanggal_lahir"]
    assert kantor.store.permohonan.get(permohonan.ringkasan.id) == permohonan
    jadi = kantor.gerak(permohonan, "entri", "terinput", isian=isian, peringatan_dilihat=True)
    assert jadi.isian["tanggal_lahir"] == "1990-01-01"


def test_a_press_on_a_stale_screen_is_refused(kantor):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    kantor.gerak(permohonan, "upload", "terupload")
    with pytest.raises(RuleError, match="sudah berubah sejak ditampilkan"):
        kantor.gerak(permohonan, "verifikasi", "terverifikasi", versi=permohonan.ringkasan.versi)
    sekarang = kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.operator).permohonan
    assert sekarang.ringkasan.posisi == "verifikasi"
    assert len(sekarang.riwayat) == len(permohonan.riwayat) + 1


def test_a_case_that_is_not_there_is_told(kantor):
    perintah = PerintahGerak("t", 99, 1, "periksa", "lengkap")
    with pytest.raises(RuleError, match="tidak ada dalam register"):
        kantor.meja.alur.jalankan(perintah, kantor.kasi)


def test_a_queue_shows_the_most_used_norm_first_and_others_hands_last(kantor):
    lama = kantor.terima("KK")
    kantor.clock.maju(2)
    mendesak = kantor.terima("KTP")  # a norm of 5 minutes against the KK's 10
    kembali = kantor.gerak(kantor.terima("KTP"), "periksa", "tidak_lengkap", alasan="Buram")
    kantor.clock.maju(5)
    baru = kantor.terima("KK")
    layar = frozenset({"kelengkapan", "penerimaan"})
    urut = [b.ringkasan.id for b in kantor.meja.alur.list_antrean(layar)]
    assert urut == [p.ringkasan.id for p in (mendesak, lama, baru, kembali)]
    assert kantor.meja.alur.count_antrean(layar) == 3


def test_stored_values_are_said_in_words():
    def isian(jenis):
        return Isian("x", "X", JenisIsian(jenis), pilihan=(Pilihan("1", "ISLAM"),))

    assert sebut_isian(isian("tanggal"), "1945-08-17") == "17/08/1945"
    assert sebut_isian(isian("nkk"), NKK) == "************9001"
    assert sebut_isian(isian("pilihan"), "1") == "ISLAM"
    assert sebut_isian(isian("pilihan"), "9") == "9"
    assert sebut_isian(isian("teks"), "Dusun Krajan") == "Dusun Krajan"
