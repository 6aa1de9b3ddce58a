"""Putting right what was written down: rights, checks, story, and what is printed afterwards."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest
from builders import NAMA, NIK, NIK_LAIN, NKK, nilai_baris
from printing.pdf_baca import words

from sooko_desk.domain.alur import LANGKAH_KOREKSI, list_langkah_terbuka
from sooko_desk.domain.errors import FieldsError, PeringatanError, RuleError, UserError
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel
from sooko_desk.services.isi_gerak import PANJANG_ALASAN
from sooko_desk.services.koreksi import PerintahKoreksi

ALASAN = "Salah ketik saat diterima"


@pytest.fixture
def service(kantor):
    return kantor.meja.koreksi


@pytest.fixture
def betulkan(kantor):
    """Correct a case as an officer does; `form` and `isian` hold what was typed over."""

    def betulkan(permohonan, form=None, isian=None, petugas=None, **ganti):
        petugas = petugas or kantor.operator
        terbuka = kantor.meja.koreksi.buka(permohonan.ringkasan.id, petugas)
        perintah = PerintahKoreksi(
            token=uuid.uuid4().hex,
            permohonan_id=permohonan.ringkasan.id,
            versi=terbuka.permohonan.ringkasan.versi,
            form=replace(terbuka.form, **(form or {})),
            isian=isian or {},
            alasan=ALASAN,
        )
        return kantor.meja.koreksi.betulkan(replace(perintah, **ganti), petugas)

    return betulkan


def rincian(permohonan):
    return permohonan.riwayat[-1].rincian


def test_any_intake_datum_is_corrected_and_told_as_before_and_after(kantor, betulkan):
    permohonan = kantor.sampai(
        kantor.terima(pembawa_nama="SLAMET", pembawa_hubungan="anak", catatan="Lama"), "entri"
    )
    baru = betulkan(
        permohonan,
        {
            "nik": NIK_LAIN,
            "nama": "Suwarti  Ningrum",
            "nkk": "",
            "telepon": "0812 3456 9002",
            "desa": "35.16.13.2010",
            "alamat": "Jl. Baru 2",
            "rt": "9",
            "rw": "",
            "pembawa_nama": "",
            "pembawa_hubungan": "",
            "pengantar_nomor": "470/12",
            "pengantar_tanggal": "1/11/2026",
            "pengantar_penanda": "KADES",
            "catatan": "",
        },
        peringatan_dilihat=True,
    )
    p = baru.ringkasan.pemohon
    assert (p.nik, p.nama, p.nkk, p.telepon) == (NIK_LAIN, "Suwarti Ningrum", "", "081234569002")
    assert (p.desa, p.alamat, p.rt, p.rw) == ("35.16.13.2010", "Jl. Baru 2", "009", "")
    assert (baru.pembawa.nama, baru.pembawa.hubungan, baru.catatan) == ("", "", "")
    assert (baru.pengantar.nomor, baru.pengantar.penanda_tangan) == ("470/12", "KADES")
    desa = {d.kode: d.nama for d in kantor.meja.tabel.desa}
    assert rincian(baru) == {
        "NIK": "************9001 → ************9001 (angka di depan dibetulkan)",
        "Nomor KK": "************9001 → kosong",
        "Nama pemohon": f"{NAMA} → Suwarti Ningrum",
        "Telepon": "081234567890 → 081234569002",
        "Desa": f"{desa['35.16.13.2009']} → {desa['35.16.13.2010']}",
        "Alamat": "Jl. Contoh No. 1 → Jl. Baru 2",
        "RT": "001 → 009",
        "RW": "002 → kosong",
        "Pembawa berkas": "SLAMET → kosong",
        "Hubungan pembawa": "Anak → kosong",
        "Nomor pengantar desa": "kosong → 470/12",
        "Tanggal pengantar": "kosong → 01/11/2026",
        "Penanda tangan pengantar": "kosong → KADES",
        "Catatan": "Lama → kosong",
    }
    akhir = baru.riwayat[-1]
    assert (akhir.langkah, akhir.hasil, akhir.alasan) == (LANGKAH_KOREKSI, "dibetulkan", ALASAN)
    assert (akhir.petugas, akhir.peran) == (kantor.operator.nama, kantor.operator.peran)
    assert not any(n in f"{akhir.rincian}" for n in (NIK, NIK_LAIN, NKK))
    assert [r.id for r in kantor.store.pencarian.list_cari("NINGRUM", 9)] == [baru.ringkasan.id]


def test_the_case_stays_where_it_is_and_only_what_differs_is_told(kantor, betulkan):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    baru = betulkan(permohonan, {"alamat": "Jl. Baru 2"})
    assert rincian(baru) == {"Alamat": "Jl. Contoh No. 1 → Jl. Baru 2"}
    r, lama = baru.ringkasan, permohonan.ringkasan
    assert (r.posisi, r.posisi_sejak, r.status) == (lama.posisi, lama.posisi_sejak, lama.status)
    assert list_langkah_terbuka(kantor.sop(), r.posisi, baru.riwayat)[0].id == "verifikasi"
    assert baru.isian == permohonan.isian
    assert kantor.sampai(baru, "serahkan").ringkasan.nomor_register


def test_what_is_printed_afterwards_carries_the_new_data(kantor, betulkan):
    permohonan = kantor.sampai(kantor.terima(), "serahkan")
    betulkan(permohonan, {"nama": "SRI REJEKI"}, petugas=kantor.kasi, peringatan_dilihat=True)
    cetak = kantor.meja.pencetakan
    assert "SRI REJEKI" in words(cetak.build_tanda_bukti(permohonan.ringkasan.id).isi)
    assert "SRI REJEKI" in words(kantor.meja.buku.build("KK", 2026).isi)


def test_the_same_press_twice_gives_one_event(kantor, betulkan):
    permohonan = kantor.terima()
    for _ in range(2):
        baru = betulkan(permohonan, {"rt": "9"}, token="sekali")
    assert len(baru.riwayat) == len(permohonan.riwayat) + 1


def test_a_correction_needs_a_reason_and_a_difference(kantor, betulkan):
    permohonan = kantor.terima()
    for alasan, kata in (
        (" ", "Tulis alasan"),
        ("x" * (PANJANG_ALASAN + 1), "paling banyak 300"),
        ("Salah \u202eketik", "tidak dapat dicetak"),
    ):
        with pytest.raises(FieldsError) as galat:
            betulkan(permohonan, {"rt": "9"}, alasan=alasan)
        assert kata in galat.value.per_field["alasan"]
    with pytest.raises(UserError, match="Belum ada yang dibetulkan"):
        betulkan(permohonan, {"rt": "1", "nama": f" {NAMA} "})


def test_intake_data_are_checked_as_at_intake(kantor, betulkan):
    permohonan = kantor.terima()
    salah = {"nik": "123", "nama": "", "telepon": "12", "desa": "", "rt": "x"}
    with pytest.raises(FieldsError) as galat:
        betulkan(permohonan, salah, alasan="")
    assert galat.value.per_field.keys() == {*salah, "alasan"}
    with pytest.raises(FieldsError) as galat:
        betulkan(permohonan, {"pembawa_hubungan": "anak"})
    assert galat.value.per_field.keys() == {"pembawa_nama"}
    assert len(kantor.store.permohonan.get(permohonan.ringkasan.id).riwayat) == 1


def test_what_is_doubtful_is_asked_about_once(kantor, service, betulkan):
    permohonan = kantor.terima()
    with pytest.raises(PeringatanError) as ragu:
        betulkan(permohonan, {"nama": "Suwarti 2"})
    assert ragu.value.per_field.keys() == {"nama"}
    assert rincian(betulkan(permohonan, {"nama": "Suwarti 2"}, peringatan_dilihat=True))
    # A doubt about what stays as it is would be asked about for ever.
    assert rincian(betulkan(permohonan, {"rt": "9"})) == {"RT": "001 → 009"}


def test_good_news_of_a_new_nik_is_told_before_it_is_stored(kantor, service):
    permohonan = kantor.terima()
    terbuka = service.buka(permohonan.ringkasan.id, kantor.operator)
    form = replace(terbuka.form, nik="3516131708459002")
    perintah = PerintahKoreksi("t", permohonan.ringkasan.id, 1, form, {})
    beda = service.periksa(perintah)
    assert [b.bidang for b in beda.betulan] == ["nik"]
    assert "lahir 17/08/1945" in beda.keterangan["nik"]
    assert (beda.pembawa, beda.pengantar, beda.catatan) == (None, None, None)


def test_entered_values_of_recorded_steps_are_corrected_too(kantor, service, betulkan):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    terbuka = service.buka(permohonan.ringkasan.id, kantor.operator)
    assert [langkah.id for langkah, _ in terbuka.langkah] == ["entri"]
    assert "nomor_referensi_siak" in {i.id for i in terbuka.isian}
    baru = betulkan(permohonan, isian={"nomor_referensi_siak": "SP-2", "dusun": " "})
    assert baru.isian["nomor_referensi_siak"] == "SP-2"
    assert "dusun" not in baru.isian
    assert rincian(baru) == {
        "Entri data: Dusun": "Contoh → kosong",
        "Entri data: Nomor referensi SIAK": "Contoh → SP-2",
    }


def test_a_step_in_turn_and_one_that_only_went_back_have_their_own_form(kantor, service):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    permohonan = kantor.gerak(permohonan, "verifikasi", "ditolak", alasan="NIK beda")
    assert permohonan.ringkasan.posisi == "entri"
    assert service.buka(permohonan.ringkasan.id, kantor.operator).langkah == ()


def test_entered_values_are_checked_as_at_their_step(kantor, betulkan):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    with pytest.raises(FieldsError) as galat:
        betulkan(permohonan, isian={"nomor_referensi_siak": "", "nik_kepala_keluarga": "12"})
    assert galat.value.per_field.keys() == {
        "isian.nomor_referensi_siak",
        "isian.nik_kepala_keluarga",
    }
    baris = nilai_baris(_tabel(kantor))
    with pytest.raises(FieldsError) as galat:
        betulkan(permohonan, isian={"anggota": format_tabel([baris, baris | {"nama_lengkap": ""}])})
    assert "isian.anggota.2.nama_lengkap" in galat.value.per_field


def test_a_family_is_corrected_cell_by_cell(kantor, betulkan):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    (kepala,) = parse_tabel(permohonan.isian["anggota"])
    anak = kepala | {"nama_lengkap": "ANI", "nik": "3516131708459003", "shdk": "4"}
    baru = betulkan(
        permohonan,
        isian={"anggota": format_tabel([kepala | {"tempat_lahir": "Kediri"}, anak])},
        peringatan_dilihat=True,
    )
    cerita = rincian(baru)
    assert cerita["Entri data: Anggota keluarga, baris 1, Tempat lahir"] == "Contoh → Kediri"
    assert "ANI; NIK ************9003" in cerita["Entri data: Anggota keluarga, baris 2 ditambah"]
    assert len(parse_tabel(baru.isian["anggota"])) == 2


def test_rows_that_do_not_fit_together_any_more_are_doubted(kantor, betulkan):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    with pytest.raises(PeringatanError) as ragu:
        betulkan(permohonan, isian={"nik_kepala_keluarga": NIK_LAIN})
    assert ragu.value.per_field.keys() == {"isian.anggota.1.nik"}


def _tabel(kantor):
    entri = kantor.sop().get_langkah("entri")
    return next(i for i in entri.list_isian("I.A.1") if i.id == "anggota")


def test_what_repeats_the_intake_follows_it_or_is_doubted(kantor, service, betulkan):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    ikut = service.buka(permohonan.ringkasan.id, kantor.operator).ikut
    assert ikut == {
        "nama_kepala_keluarga": "nama",
        "nik_kepala_keluarga": "nik",
        "no_kk_lama": "nkk",
    }
    with pytest.raises(PeringatanError) as ragu:
        betulkan(permohonan, {"nama": "SRI"})
    assert ragu.value.per_field == {
        "isian.nama_kepala_keluarga": "Masih data lama. Betulkan juga bila perlu."
    }
    baru = betulkan(permohonan, {"nama": "SRI"}, {"nama_kepala_keluarga": "SRI"})
    assert rincian(baru).keys() == {"Nama pemohon", "Entri data: Nama kepala keluarga"}


def test_whose_document_it_is_only_the_kasi_corrects_once_it_is_registered(
    kantor, service, betulkan
):
    permohonan = kantor.sampai(kantor.terima(), "serahkan")
    terkunci = service.buka(permohonan.ringkasan.id, kantor.operator).terkunci
    assert terkunci == {
        "nik",
        "nama",
        "isian.nama_kepala_keluarga",
        "isian.nik_kepala_keluarga",
        "isian.anggota",
    }
    assert service.buka(permohonan.ringkasan.id, kantor.kasi).terkunci == frozenset()
    for form, isian in (
        ({"nama": "SRI"}, {}),
        ({"nik": NIK_LAIN}, {}),
        ({}, {"nama_kepala_keluarga": "SRI"}),
    ):
        with pytest.raises(RuleError, match="Kasi Pelayanan"):
            betulkan(permohonan, form, isian)
    assert rincian(betulkan(permohonan, {"telepon": "081234569002"}))
    baru = betulkan(permohonan, {"nik": NIK_LAIN}, petugas=kantor.kasi, peringatan_dilihat=True)
    assert baru.ringkasan.pemohon.nik == NIK_LAIN
    assert baru.ringkasan.nomor_register == permohonan.ringkasan.nomor_register


def test_before_the_register_the_operator_corrects_names_himself(kantor, service):
    permohonan = kantor.sampai(kantor.terima(), "cetak")
    assert service.buka(permohonan.ringkasan.id, kantor.operator).terkunci == frozenset()


def test_who_collected_may_be_corrected_by_the_rules_of_the_hand_over(kantor, service, betulkan):
    permohonan = kantor.sampai(kantor.terima(), "selesai")
    terbuka = service.buka(permohonan.ringkasan.id, kantor.operator)
    assert "nama_pengambil" not in terbuka.ikut
    assert not {"isian.nama_pengambil"} & terbuka.terkunci
    with pytest.raises(FieldsError) as galat:
        betulkan(permohonan, isian={"hubungan_pengambil": "kuasa", "surat_kuasa": "tidak"})
    assert galat.value.per_field.keys() == {"isian.surat_kuasa"}
    with pytest.raises(PeringatanError) as ragu:
        betulkan(permohonan, isian={"nama_pengambil": "BUDI"})
    assert ragu.value.per_field.keys() == {"isian.nama_pengambil"}
    baru = betulkan(permohonan, isian={"nama_pengambil": "BUDI", "hubungan_pengambil": "saudara"})
    assert rincian(baru) == {
        "Serahkan kepada pemohon: Nama pengambil": f"{NAMA} → BUDI",
        "Serahkan kepada pemohon: Hubungan dengan pemohon": "Pemohon sendiri → Saudara",
    }
    terima = kantor.meja.pengambilan.build_tanda_terima(permohonan.ringkasan.id)
    assert words(terima.isi).count("BUDI") == 4


def test_a_village_that_the_table_no_longer_has_must_be_put_right_too(kantor, betulkan):
    """Intake data are judged whole, as at intake."""
    permohonan = kantor.terima()
    with pytest.raises(FieldsError) as galat:
        betulkan(permohonan, {"desa": "35.16.13.9999", "rt": "9"})
    assert galat.value.per_field.keys() == {"desa"}


def test_a_case_that_moved_since_is_not_overwritten(kantor, betulkan):
    permohonan = kantor.terima()
    with pytest.raises(RuleError, match="sudah berubah"):
        betulkan(permohonan, {"rt": "9"}, versi=7)


def test_the_repr_of_what_was_typed_holds_no_number(kantor, service):
    permohonan = kantor.terima()
    form = service.buka(permohonan.ringkasan.id, kantor.operator).form
    perintah = PerintahKoreksi("t", permohonan.ringkasan.id, 1, form, {"nik": NIK})
    assert NIK not in repr(perintah)
