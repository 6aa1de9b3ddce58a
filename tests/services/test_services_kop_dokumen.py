"""Every old case prints with the head, the words and the official of its time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from builders import NAMA_KASI, SENIN_PAGI
from printing.logo_contoh import shield
from printing.pdf_baca import words

from sooko_desk.domain.kantor import JABATAN_CAMAT, JABATAN_KASI, BentukJabatan, Kantor, Pejabat
from sooko_desk.domain.tanggal import tanggal_panjang
from sooko_desk.domain.waktu import ke_wib

SENIN = dt.date(2026, 11, 23)
BARU = Kantor(("KABUPATEN BARU", "KECAMATAN BARU", "Jl. Baru 9"), "", "Barusari", "Layanan baru.")
LAMA = Pejabat("l", NAMA_KASI + ", S.Sos", JABATAN_KASI, dt.date(2025, 1, 1), pangkat="Penata")
PENGGANTI = Pejabat(
    "b",
    "RINI PENGGANTI",
    JABATAN_KASI,
    dt.date(2026, 12, 1),
    nip="198001012009012999",
    bentuk=BentukJabatan.PLT,
)


@pytest.fixture
def kop(kantor):
    return kantor.meja.kantor.kop


@pytest.fixture
def ganti(kantor, tmp_path):
    """Ten days later: other head, logo, place, words, Kasi and Camat."""

    def ganti():
        kantor.clock.maju(10 * 24 * 60)
        data = kantor.meja.kantor
        (tmp_path / "logo.png").write_bytes(shield())
        siap = data.logo.siapkan(tmp_path / "logo.png")
        data.isi.simpan_kantor(replace(BARU, logo_sidik=siap.sidik), kantor.kasi)
        camat = Pejabat("c", "CAMAT BARU", JABATAN_CAMAT, dt.date(2026, 12, 1))
        lama = replace(LAMA, sampai=dt.date(2026, 11, 30))
        data.isi.simpan_pejabat((lama, PENGGANTI, camat), kantor.kasi)
        kantor.clock.maju(1)
        return siap

    return ganti


def test_the_head_is_the_cases_sheet_until_the_office_sets_its_own(kantor, kop, ganti):
    sop = kantor.sop()
    lain = replace(sop, lembar=replace(sop.lembar, kop=("SATU", "DUA")))
    assert kop.kop(SENIN_PAGI).baris == sop.lembar.kop
    assert kop.kop(SENIN_PAGI, lain).baris == ("SATU", "DUA")
    siap = ganti()
    sekarang = kantor.clock.now()
    assert (kop.kop(sekarang, lain).baris, kop.kop(sekarang).logo) == (BARU.kop, siap.isi)
    assert kop.kop(SENIN_PAGI, lain) == kop.kop_lembar(lain, SENIN_PAGI)
    assert kop.kop_lembar(lain, sekarang).logo == siap.isi
    assert kop.kop_lembar(lain, sekarang).baris == ("SATU", "DUA")
    assert (kop.catatan_kaki(SENIN_PAGI), kop.catatan_kaki(sekarang)) == ("", "Layanan baru.")
    assert kop.tempat_tanggal(SENIN_PAGI) == "Sooko, 23 November 2026"
    assert kop.tempat_tanggal(sekarang) == "Barusari, 3 Desember 2026"


def test_who_signs_is_the_official_of_that_day(kantor, kop, ganti):
    ganti()
    dahulu, kini = kop.penanda_tangan(SENIN_PAGI), kop.penanda_tangan(kantor.clock.now())
    assert (dahulu.nama, dahulu.pangkat) == (LAMA.nama, "Penata")
    assert kini.sebutan == ("Plt. Kepala Seksi Pelayanan",)
    assert (kini.nama, kini.nip) == (PENGGANTI.nama, PENGGANTI.nip)
    kantor.meja.kantor.isi.simpan_pejabat((PENGGANTI,), kantor.kasi)
    kosong = kop.penanda_tangan(SENIN_PAGI)
    assert (kosong.jabatan, kosong.nama) == (JABATAN_KASI, "")


def test_who_decided_signs_with_what_the_list_knows_of_the_officer(kantor, kop, ganti):
    ganti()
    tahu = kop.penanda_tangan(SENIN_PAGI, NAMA_KASI)
    assert (tahu.nama, tahu.pangkat) == (LAMA.nama, "Penata")
    asing = kop.penanda_tangan(SENIN_PAGI, "ORANG LAIN")
    assert (asing.jabatan, asing.nama, asing.pangkat) == (JABATAN_KASI, "ORANG LAIN", "")
    # A namesake in another office does not sign for this one.
    sekretaris = replace(LAMA, id="s", jabatan="Sekretaris Kecamatan")
    kantor.meja.kantor.isi.simpan_pejabat((sekretaris,), kantor.kasi)
    assert kop.penanda_tangan(SENIN_PAGI, NAMA_KASI).pangkat == ""


def cetak_semua(kantor, permohonan_id, kurang_id):
    meja = kantor.meja
    hari = ke_wib(SENIN_PAGI)
    return {
        "tanda bukti": meja.pencetakan.build_tanda_bukti(permohonan_id),
        "kekurangan": meja.cetak_kekurangan.build_lembar((kurang_id,)),
        "tanda terima": meja.pengambilan.build_tanda_terima(permohonan_id),
        "kepatuhan": meja.kepatuhan.build_permohonan(permohonan_id),
        "bulan": meja.kepatuhan.build_bulan("KK", hari.year, hari.month),
    }


def test_papers_of_an_old_case_are_the_same_bytes_after_everything_changed(kantor, ganti):
    selesai = kantor.sampai(kantor.terima(), "selesai").ringkasan.id
    kurang = kantor.terima("KTP", berkas=())
    langkah = kurang.ringkasan.posisi
    kurang = kantor.gerak(kurang, langkah, "tidak_lengkap", alasan="Kurang.").ringkasan.id
    kantor.meja.kantor.isi.simpan_pejabat((LAMA,), kantor.kasi)
    # At the end of the month, so that the month's sheet is the whole month's both times.
    kantor.clock.atur(dt.datetime(2026, 11, 30, 17, 0, tzinfo=dt.UTC))
    dahulu = cetak_semua(kantor, selesai, kurang)
    ganti()
    kini = cetak_semua(kantor, selesai, kurang)
    for nama, dokumen in dahulu.items():
        teks = words(kini[nama].isi)
        assert "BARU" not in teks, nama
        assert "KECAMATAN SOOKO" in teks, nama
        if nama not in ("bulan", "kekurangan"):  # those tell of today's cases and hours too
            assert dokumen.isi == kini[nama].isi, nama
    for nama in ("kekurangan", "kepatuhan", "bulan"):
        assert LAMA.nama in words(kini[nama].isi)
    assert "Sooko, 30 November 2026" in words(kini["bulan"].isi)


def test_papers_of_a_new_case_carry_what_holds_now(kantor, ganti):
    siap = ganti()
    assert siap.isi
    permohonan = kantor.sampai(kantor.terima(), "selesai").ringkasan.id
    meja = kantor.meja
    for dokumen in (
        meja.pencetakan.build_tanda_bukti(permohonan),
        meja.pengambilan.build_tanda_terima(permohonan),
    ):
        teks = words(dokumen.isi)
        assert "KECAMATAN BARU" in teks
        assert BARU.catatan_kaki in teks
    hari = tanggal_panjang(ke_wib(kantor.clock.now()).date())
    teks = words(meja.cetak_kekurangan.build_daftar_asli().isi)
    assert f"Barusari, {hari}" in teks
    assert PENGGANTI.nama in teks
    assert "KECAMATAN BARU" in words(meja.pengambilan.build_daftar((), "").isi)
    assert "KECAMATAN BARU" in words(meja.cetak_cerita.build_cerita(permohonan).isi)
