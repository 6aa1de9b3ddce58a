from dataclasses import replace

import pytest
from builders import DESA, NAMA, NIK, NIK_LAIN, NKK, make_form

from sooko_desk.data import pencarian
from sooko_desk.data.tabel import TabelPermohonan
from sooko_desk.domain.permohonan import TandaBerkas
from sooko_desk.domain.sop import SELESAI
from sooko_desk.services.temuan import HARI_BARU, JenisTemuan

SEHARI = 24 * 60
KAKAK = "3516131203909002"
NKK_LAIN = "3516132111259077"


def list_temuan(kantor, **ganti):
    form = make_form(**{"nik": NIK_LAIN, "nama": "Orang Lain", "nkk": "", "desa": ""} | ganti)
    return kantor.meja.temuan.list_temuan(form)


def test_an_empty_register_or_form_finds_nothing(kantor):
    assert list_temuan(kantor, nik=NIK, nama=NAMA, nkk=NKK, pengantar_nomor="1") == ()
    kantor.terima()
    assert list_temuan(kantor, nik="", nama="") == ()


def test_an_open_case_of_the_same_nik_is_told_with_its_state(kantor):
    lama = kantor.terima().ringkasan
    (temuan,) = list_temuan(kantor, nik=NIK, nama=NAMA, nkk=NKK)
    assert (temuan.jenis, temuan.bidang, temuan.permohonan) == (JenisTemuan.NIK, "nik", lama)
    assert temuan.kalimat == (
        f"NIK ini masih punya permohonan KK berjalan ({lama.kode_pindai}, "
        "menunggu pemeriksaan Kasi)."
    )
    assert not temuan.dapat_ditunggu


@pytest.mark.parametrize(
    ("status", "kata"),
    [
        ("Siap diambil", "siap diambil"),
        ("Menunggu pemeriksaan Kasi", "menunggu pemeriksaan Kasi"),
        ("KTP-el dicetak", "KTP-el dicetak"),
        ("", ""),
    ],
)
def test_a_status_keeps_its_names_inside_a_sentence(kantor, status, kata):
    kantor.terima()
    TabelPermohonan.update(status=status).execute()
    assert list_temuan(kantor, nik=NIK)[0].kalimat.endswith(f", {kata}).")


@pytest.mark.parametrize("nama", [n for n in vars(pencarian) if n.startswith("_CARI_")])
def test_no_look_up_reads_through_all_cases(kantor, nama):
    perintah = getattr(pencarian, nama)
    nilai = [""] * perintah.count("?")
    rencana = TabelPermohonan.raw(f"EXPLAIN QUERY PLAN {perintah}", *nilai).tuples()
    langkah = [baris[-1] for baris in rencana]
    assert any("USING" in satu for satu in langkah)
    assert not [satu for satu in langkah if satu.startswith("SCAN permohonan")]


def test_a_finished_case_is_told_of_for_some_days_only(kantor):
    kantor.sampai(kantor.terima(), SELESAI)
    kantor.clock.maju((HARI_BARU - 1) * SEHARI)
    assert "baru dilayani KK 23/11/2026" in list_temuan(kantor, nik=NIK)[0].kalimat
    kantor.clock.maju(2 * SEHARI)
    assert list_temuan(kantor, nik=NIK) == ()


def test_two_digits_that_changed_places_are_named(kantor):
    kantor.terima()
    tertukar = NIK[:12] + NIK[13] + NIK[12] + NIK[14:]
    assert tertukar != NIK
    (temuan,) = list_temuan(kantor, nik=tertukar)
    assert (temuan.jenis, temuan.bidang) == (JenisTemuan.TUKAR, "nik")
    assert "angka ke-13 dan ke-14 tertukar" in temuan.kalimat
    assert NIK not in temuan.kalimat


def test_the_same_person_under_another_nik_is_told(kantor):
    kantor.terima()
    lain = NIK[:-1] + "9"
    (temuan,) = list_temuan(kantor, nik=lain, nama=f" {NAMA.lower()} ")
    assert (temuan.jenis, temuan.bidang) == (JenisTemuan.NAMA, "nama")
    assert list_temuan(kantor, nik=KAKAK, nama=NAMA) == ()
    assert list_temuan(kantor, nik="3516", nama=NAMA) == ()


def test_an_open_kk_of_the_family_can_be_waited_for(kantor):
    kk = kantor.terima().ringkasan
    (temuan,) = list_temuan(kantor, nik=KAKAK, nkk=NKK, layanan="KTP")
    assert (temuan.jenis, temuan.bidang) == (JenisTemuan.NKK, "nkk")
    assert temuan.kalimat.startswith(f"Satu KK dengan {NAMA}, yang masih punya permohonan KK")
    assert temuan.dapat_ditunggu
    for layanan in ("KK", ""):  # a family card waits for nothing
        (sendiri,) = list_temuan(kantor, nik=KAKAK, nkk=NKK, layanan=layanan)
        assert not sendiri.dapat_ditunggu
    assert list_temuan(kantor, nik=KAKAK, nkk=NKK_LAIN) == ()
    ktp = kantor.meja.penerimaan.terima(
        make_form("KTP", nik=KAKAK, tunggu_id=kk.id), kantor.operator, peringatan_dilihat=True
    )
    assert ktp.ringkasan.tunggu_id == kk.id
    kantor.sampai(kantor.store.permohonan.get(kk.id), SELESAI)
    semua = list_temuan(kantor, nik=NIK_LAIN, nkk=NKK, layanan="KTP")
    assert [t.dapat_ditunggu for t in semua] == [False, False]


def test_the_same_letter_of_the_same_village_is_told_outside_its_own_visit(kantor):
    surat = {"pengantar_nomor": "470/12/2026", "kunjungan": "rombongan"}
    lama = kantor.terima(**surat).ringkasan
    (temuan,) = list_temuan(kantor, pengantar_nomor=" 470/12/2026 ", desa=DESA)
    assert (temuan.jenis, temuan.bidang) == (JenisTemuan.PENGANTAR, "pengantar_nomor")
    assert temuan.kalimat == (
        f"Nomor pengantar ini sudah dipakai {NAMA} ({lama.kode_pindai}, 23/11/2026). "
        "Periksa suratnya."
    )
    assert list_temuan(kantor, **surat, desa=DESA) == ()
    assert list_temuan(kantor, pengantar_nomor="470/12/2026", desa="35.16.13.2010") == ()


@pytest.mark.parametrize(("prioritas", "disimpan"), [("lansia", "lansia"), ("raja", "")])
def test_priority_and_visit_are_kept_with_the_case(kantor, prioritas, disimpan):
    r = kantor.terima(prioritas=prioritas, kunjungan="k1").ringkasan
    assert (r.prioritas, r.kunjungan, r.tunggu_id) == (disimpan, "k1", None)


class TestPemohonLama:
    def test_the_newest_data_of_an_applicant_are_found_while_the_nik_is_typed(self, kantor):
        kantor.terima(alamat="Jl. Lama")
        kantor.terima("KTP", alamat="Jl. Baru")
        lama = kantor.meja.pemohon_lama
        assert lama.list_awalan(NIK[:7]) == ()
        for panjang in range(8, 17):
            (satu,) = lama.list_awalan(NIK[:panjang])
            assert satu.pemohon.alamat == "Jl. Baru"
        assert satu.kata == f"{NAMA} · ************9001 · KTP 23/11/2026"
        assert lama.find(NIK) == satu
        assert lama.find(NIK_LAIN) is None
        assert lama.list_awalan("35161399") == ()

    def test_the_family_is_found_by_its_card_each_person_once(self, kantor):
        kantor.terima()
        kantor.terima(nik=KAKAK, nama="Kakak Misal")
        kantor.terima("KTP")
        keluarga = kantor.meja.pemohon_lama.list_keluarga(NKK)
        assert [p.pemohon.nik for p in keluarga] == [NIK, KAKAK]
        assert keluarga[0].terakhir.layanan == "KTP"
        assert kantor.meja.pemohon_lama.list_keluarga(NKK[:15]) == ()


class TestRadar:
    def jenis(self, kantor):
        return kantor.sop("KTP").get_jenis("II.A")

    def kurang(self, kantor, *kode, **ganti):
        permohonan = kantor.terima("KTP", **ganti)
        tanda = tuple(TandaBerkas(b.kode, b.kode not in kode) for b in permohonan.berkas)
        kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)

    def test_without_history_it_says_nothing(self, kantor):
        assert kantor.meja.radar.list_sering_kurang("KTP", self.jenis(kantor), DESA) == ()

    def test_the_two_papers_most_often_missing_of_the_village_are_named(self, kantor):
        wajib = [s for s in self.jenis(kantor).syarat if s.sifat == "wajib" and not s.grup]
        satu, dua = wajib[0], wajib[1]
        self.kurang(kantor, satu.kode, dua.kode)
        self.kurang(kantor, dua.kode)
        desa_lain = "35.16.13.2010"
        self.kurang(kantor, satu.kode, desa=desa_lain)
        sering = kantor.meja.radar.list_sering_kurang("KTP", self.jenis(kantor), DESA)
        assert [(s.nama, s.kali, s.di_desa) for s in sering] == [
            (dua.nama, 2, True),
            (satu.nama, 1, True),
        ]
        semua = kantor.meja.radar.list_sering_kurang("KTP", self.jenis(kantor), "35.16.13.2001")
        assert {(s.nama, s.kali, s.di_desa) for s in semua} == {
            (satu.nama, 2, False),
            (dua.nama, 2, False),
        }

    def test_a_paper_that_left_the_list_is_not_named(self, kantor):
        jenis = self.jenis(kantor)
        self.kurang(kantor, next(s.kode for s in jenis.syarat if s.sifat == "wajib"))
        tanpa = replace(jenis, syarat=())
        assert kantor.meja.radar.list_sering_kurang("KTP", tanpa, "") == ()
