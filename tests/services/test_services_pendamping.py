"""What the SIAK companion copies and in which order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.sop import Isian, JenisIsian, Pilihan
from sooko_desk.domain.tabel_isian import format_tabel
from sooko_desk.services.pendamping import (
    DETIK_BAWAAN,
    KUNCI_DETIK,
    ButirSalin,
    Tanda,
    UrutanSalin,
    find_referensi,
    susun_daftar,
)

HARI_INI = dt.date(2026, 11, 23)
KELAMIN = (Pilihan("1", "LAKI-LAKI"), Pilihan("2", "PEREMPUAN"))
WARGA = (Pilihan("WNI", "WNI"),)
ANGGOTA = Isian(
    "anggota",
    "Anggota keluarga",
    JenisIsian.TABEL,
    kolom=(
        Isian("shdk", "Hubungan", JenisIsian.PILIHAN, pilihan=KELAMIN),
        Isian("nama", "Nama lengkap", JenisIsian.NAMA),
        Isian("lahir", "Tanggal lahir", JenisIsian.TANGGAL, panjang=10),
        Isian("catatan", "Catatan kantor", JenisIsian.TEKS, siak=False),
    ),
)
PERUBAHAN = Isian(
    "perubahan",
    "Perubahan data",
    JenisIsian.TABEL,
    kolom=(
        Isian("elemen", "Elemen data", JenisIsian.PILIHAN, pilihan=(Pilihan("rt", "Alamat"),)),
        Isian("menjadi", "Menjadi", JenisIsian.TEKS),
    ),
)
DAFTAR = (
    Isian("nik", "NIK", JenisIsian.NIK, panjang=16),
    Isian("kelamin", "Jenis kelamin", JenisIsian.PILIHAN, pilihan=KELAMIN),
    Isian("lahir", "Tanggal lahir", JenisIsian.TANGGAL, panjang=10),
    Isian("warga", "Kewarganegaraan", JenisIsian.PILIHAN, pilihan=WARGA),
    Isian("dusun", "Dusun", JenisIsian.TEKS),
    Isian("nomor_referensi_siak", "Nomor referensi", JenisIsian.TEKS, siak=False),
    Isian("lain", "Untuk jenis lain", JenisIsian.TEKS, untuk=("I.C.1",)),
)


@pytest.fixture
def permohonan(kantor):
    return kantor.terima()


@pytest.fixture
def langkah(kantor):
    return kantor.sop().get_langkah("entri")


def susun(langkah, permohonan, daftar, nilai):
    return susun_daftar(replace(langkah, isian=tuple(daftar)), permohonan, nilai, HARI_INI)


def test_values_come_in_the_order_of_the_fields_as_siak_takes_them(langkah, permohonan):
    nilai = {
        "nik": "3516 1317 0845 9001",
        "kelamin": "2",
        "lahir": "17/8/1945",
        "warga": "WNI",
        "nomor_referensi_siak": "R-1",
        "lain": "tidak ditanya",
    }
    assert susun(langkah, permohonan, DAFTAR, nilai) == (
        ButirSalin("nik", "NIK", "3516131708459001"),
        ButirSalin("kelamin", "Jenis kelamin", "PEREMPUAN", kode="2"),
        ButirSalin("lahir", "Tanggal lahir", "17-08-1945"),
        ButirSalin("warga", "Kewarganegaraan", "WNI"),
        ButirSalin("dusun", "Dusun", ""),
    )


def test_a_stored_date_and_a_typed_one_give_the_same(langkah, permohonan):
    for teks in ("1945-08-17", "17081945"):
        butir = susun(langkah, permohonan, DAFTAR, {"lahir": teks})[2]
        assert butir.nilai == "17-08-1945"


def test_rows_follow_one_another_under_their_names(langkah, permohonan):
    baris = [
        {"shdk": "1", "nama": "SUTRISNO", "lahir": "1945-08-17", "catatan": "rahasia"},
        {},
        {"nama": "SITI AMINAH"},
        {"shdk": "2"},
    ]
    # As typed: a form keeps empty rows in between, and their numbers count.
    teks = "[" + ",".join(format_tabel([b])[1:-1] or "{}" for b in baris) + "]"
    butir = susun(langkah, permohonan, [ANGGOTA], {"anggota": teks})
    assert [(b.kunci, b.nilai, b.kelompok) for b in butir] == [
        ("anggota.1.shdk", "LAKI-LAKI", "Anggota 1: SUTRISNO"),
        ("anggota.1.nama", "SUTRISNO", "Anggota 1: SUTRISNO"),
        ("anggota.1.lahir", "17-08-1945", "Anggota 1: SUTRISNO"),
        ("anggota.3.shdk", "", "Anggota 3: SITI AMINAH"),
        ("anggota.3.nama", "SITI AMINAH", "Anggota 3: SITI AMINAH"),
        ("anggota.3.lahir", "", "Anggota 3: SITI AMINAH"),
        ("anggota.4.shdk", "PEREMPUAN", "Anggota 4: belum bernama"),
        ("anggota.4.nama", "", "Anggota 4: belum bernama"),
        ("anggota.4.lahir", "", "Anggota 4: belum bernama"),
    ]


def test_rows_without_a_name_are_called_after_their_first_column(langkah, permohonan):
    teks = format_tabel([{"elemen": "rt", "menjadi": "Jl. Baru"}])
    butir = susun(langkah, permohonan, [PERUBAHAN], {"perubahan": teks})
    assert {b.kelompok for b in butir} == {"Perubahan 1: Alamat"}
    assert butir[0].kode == "rt"


def test_what_is_wrong_in_the_form_is_not_offered(langkah, permohonan):
    butir = susun(langkah, permohonan, DAFTAR, {"nik": "12", "lahir": "31/02/1990"})
    assert [b.nilai for b in butir] == [""] * 5
    assert "harus 16 angka" in butir[0].salah
    assert "Februari 1990" in butir[2].salah
    assert UrutanSalin(butir, {}).salah == 2


def test_values_stand_in_no_representation(langkah, permohonan):
    """A traceback or a log line must not carry them."""
    butir = susun(langkah, permohonan, DAFTAR, {"nik": "3516131708459001"})
    jejak = {}
    UrutanSalin(butir, jejak).salin()
    assert "9001" not in repr(butir) + repr(jejak)


def test_a_step_that_does_not_need_siak_offers_nothing(langkah, permohonan):
    assert susun_daftar(replace(langkah, perlu_siak=False), permohonan, {}, HARI_INI) == ()


@pytest.mark.parametrize("layanan", ["KK", "KTP"])
def test_every_field_of_the_shipped_entry_steps_is_offered(kantor, layanan):
    permohonan = kantor.terima(layanan)
    langkah = kantor.sop(layanan).get_langkah("entri")
    butir = susun_daftar(langkah, permohonan, {}, HARI_INI)
    ditanya = langkah.list_isian(permohonan.ringkasan.jenis_kode)
    biasa = [i.id for i in ditanya if i.siak and i.jenis is not JenisIsian.TABEL]
    assert [b.kunci for b in butir] == biasa


def test_the_reference_is_the_field_of_the_step(kantor, langkah, permohonan):
    isian = find_referensi(langkah, permohonan)
    assert isian is not None
    assert isian.label == "Nomor referensi SIAK"
    assert find_referensi(kantor.sop().get_langkah("upload"), permohonan) is None


def butir(kunci, nilai="x"):
    return ButirSalin(kunci, kunci.upper(), nilai)


LIMA = (butir("a"), butir("b", ""), butir("c"), butir("d"), butir("e"))


def test_one_after_the_other_is_copied_and_ticked():
    urutan = UrutanSalin(LIMA, {})
    assert (urutan.jumlah, urutan.selesai, urutan.kini) == (4, 0, 0)
    assert [urutan.salin().kunci for _ in range(4)] == ["a", "c", "d", "e"]
    assert urutan.salin() is None
    assert urutan.find_berikut() is None
    assert (urutan.selesai, urutan.dilewati, urutan.kini) == (4, 0, 4)


def test_what_was_left_out_is_not_copied_and_counted_apart():
    urutan = UrutanSalin(LIMA, {})
    urutan.lewati()
    assert urutan.kini == 2
    urutan.salin()
    urutan.lewati()
    assert (urutan.tanda(3), urutan.kini) == (Tanda.DILEWATI, 4)
    urutan.lewati()
    assert (urutan.kini, urutan.dilewati, urutan.selesai) == (4, 3, 4)
    urutan.lewati()
    assert urutan.dilewati == 3


def test_back_makes_two_values_due_again():
    urutan = UrutanSalin(LIMA, {})
    urutan.salin()
    urutan.salin()
    urutan.mundur()
    assert (urutan.kini, urutan.selesai) == (0, 0)
    urutan.mundur()
    assert (urutan.kini, urutan.selesai) == (0, 0)
    assert urutan.salin().kunci == "a"


def test_any_value_can_be_copied_and_the_rest_is_not_forgotten():
    urutan = UrutanSalin(LIMA, {})
    assert urutan.salin_di(3).kunci == "d"
    assert urutan.salin_di(1) is None
    assert urutan.kini == 3
    assert [urutan.salin().kunci for _ in range(3)] == ["e", "a", "c"]


def test_the_value_in_hand_is_copied_once_more():
    urutan = UrutanSalin(LIMA, {})
    urutan.salin()
    assert urutan.ulang().kunci == "a"
    assert urutan.selesai == 1


def test_an_empty_list_does_nothing():
    urutan = UrutanSalin((butir("a", ""),), {})
    urutan.lewati()
    urutan.mundur()
    assert (urutan.kini, urutan.butir, urutan.salin(), urutan.ulang()) == (None, None, None, None)


def test_a_list_is_gone_on_with_and_a_changed_value_is_due_again():
    jejak = {}
    urutan = UrutanSalin(LIMA, jejak)
    for _ in range(4):
        urutan.salin()
    assert UrutanSalin(LIMA, jejak).kini == 4
    ganti = UrutanSalin((*LIMA[:2], butir("c", "lain"), *LIMA[3:]), jejak)
    assert (ganti.selesai, ganti.kini) == (3, 2)
    assert ganti.salin().nilai == "lain"


@given(st.lists(st.sampled_from(["salin", "lewati", "mundur", "ulang", "di"]), max_size=40))
def test_whatever_is_pressed_the_place_has_a_value_and_copying_ends(tombol):
    urutan = UrutanSalin(LIMA, {})
    for satu in tombol:
        urutan.salin_di(3) if satu == "di" else getattr(urutan, satu)()
        assert urutan.butir.nilai
        assert 0 <= urutan.selesai <= urutan.jumlah
    for _ in range(urutan.jumlah - urutan.selesai):
        assert urutan.salin() is not None
    assert urutan.salin() is None


@pytest.fixture
def service(kantor):
    return kantor.meja.pendamping


def test_thirty_seconds_hold_until_the_kasi_says_otherwise(service, kasi):
    assert (service.detik, service.is_bawaan()) == (30, True)
    service.simpan_detik(" 45 ", kasi)
    assert (service.detik, service.is_bawaan()) == (45, False)
    service.kembalikan(kasi)
    assert service.detik == DETIK_BAWAAN


def test_what_holds_already_is_not_stored_again(service, kasi, store):
    service.simpan_detik("30", kasi)
    service.kembalikan(kasi)
    assert store.pengaturan.list_riwayat(KUNCI_DETIK) == ()


@pytest.mark.parametrize("teks", ["", "4", "301", "lima", "1000", "-30", "3.0"])
def test_other_seconds_are_refused_with_a_sentence(service, kasi, teks):
    with pytest.raises(FieldsError) as galat:
        service.simpan_detik(teks, kasi)
    assert galat.value.per_field["detik"].endswith(".")
    assert service.detik == DETIK_BAWAAN


def test_only_the_kasi_changes_the_seconds(service, operator):
    with pytest.raises(RuleError, match="waktu papan klip"):
        service.simpan_detik("10", operator)
    with pytest.raises(RuleError, match="waktu papan klip"):
        service.kembalikan(operator)


def test_a_stored_text_that_makes_no_sense_counts_as_never_set(service, kasi, store, clock):
    store.pengaturan.simpan(KUNCI_DETIK, "banyak", kasi, clock.now())
    assert service.detik == DETIK_BAWAAN
