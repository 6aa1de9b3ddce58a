"""A restricted case on lists, papers and in searches: nothing personal; the official pages stay."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from builders import NIK, SENIN_PAGI, make_form
from printing.xlsx_baca import baca_lembar
from services.batas_uji import (
    HARI,
    NAMA_R,
    NKK_R,
    TELEPON_R,
    assert_tanpa_rahasia,
    batasi,
    teks,
    terima,
)

from sooko_desk.domain.dibatasi import DIBATASI
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.kiriman import Tanda
from sooko_desk.services.cetak_formulir import KodeFormulir
from sooko_desk.services.cetak_ulang import CetakUlangService
from sooko_desk.services.insiden_isi import SEMUA, Pelindung, PerintahInsiden
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.services.koreksi import PerintahKoreksi
from sooko_desk.services.laporan_bulanan import Bulan
from sooko_desk.services.tanda_kiriman import PerintahTanda

BACA = {
    "alur": lambda m: m.alur.buka(1, m.petugas.list_petugas()[0]),
    "asli": lambda m: m.asli.buka(1),
    "baris": lambda m: m.register.list_baris("KK", 2026),
    "belum": lambda m: m.pengambilan.list_belum(),
    "bulan": lambda m: m.laporan.bulanan.susun(Bulan(2026, 11)),
    "cerita": lambda m: m.cetak_cerita.susun_cerita(m.asli.buka(1)),
    "harian": lambda m: m.laporan.harian.siapkan(HARI),
    "kepatuhan": lambda m: m.kepatuhan.list_ringkas(2026, 11),
    "kode": lambda m: m.register.list_cari("TB-KK-2026-00001"),
    "tawaran": lambda m: m.cetak_formulir.list_tawaran(1),
}


@pytest.mark.parametrize("apa", sorted(BACA))
def test_no_list_and_no_page_on_the_screen_tells_whose_it_is(diserahkan, apa):
    meja = diserahkan.meja
    batasi(diserahkan)
    hasil = BACA[apa](meja)
    assert_tanpa_rahasia(hasil)
    if apa in ("baris", "kode", "harian", "alur"):
        assert DIBATASI in repr(hasil)


@pytest.mark.parametrize("layar", ["kelengkapan", "entri_data", "pencetakan"])
def test_it_waits_in_its_queue_without_a_name(kantor, layar):
    terima(kantor)
    kantor.gerak(kantor.store.permohonan.get(1), "periksa", "lengkap")
    batasi(kantor)
    baris = kantor.meja.alur.list_antrean(frozenset({layar}))
    assert_tanpa_rahasia(baris)
    assert len(baris) == (layar == "entri_data")


CETAK = {
    "tanda_bukti": lambda m: m.pencetakan.build_tanda_bukti(1),
    "cerita": lambda m: m.cetak_cerita.build_cerita(1),
    "kepatuhan": lambda m: m.kepatuhan.build_permohonan(1),
    "kepatuhan_bulan": lambda m: m.kepatuhan.build_bulan("KK", 2026, 11),
    "bulan": lambda m: m.laporan.bulanan.build_dokumen(2026, 11),
    "asli": lambda m: m.cetak_kekurangan.build_daftar_asli(),
}


@pytest.mark.parametrize("apa", sorted(CETAK))
def test_papers_that_are_made_anew_name_nobody(dibatasi, apa):
    dokumen = CETAK[apa](dibatasi.meja)
    assert_tanpa_rahasia(teks(dokumen))
    assert dokumen.dibatasi == 0


def test_what_is_made_of_the_data_alone_is_refused(dibatasi):
    meja = dibatasi.meja
    with pytest.raises(RuleError, match="dibatasi"):
        meja.cetak_formulir.build(KodeFormulir.F102, 1)
    with pytest.raises(RuleError, match="dibatasi"):
        meja.pengambilan.build_tanda_terima(1)
    with pytest.raises(RuleError, match="dibatasi"):
        meja.lampiran.list(1)
    with pytest.raises(RuleError, match="dibatasi"):
        meja.koreksi.buka(1, dibatasi.kasi)
    with pytest.raises(RuleError, match="dibatasi"):
        meja.catatan.catat_dibuka(1, dibatasi.kasi)


def test_who_searches_by_the_person_learns_nothing(dibatasi):
    meja = dibatasi.meja
    for kata in ("Xenia", "xe", "xenia 00001", NIK, NIK[:8], NKK_R, TELEPON_R):
        assert meja.register.list_cari(kata) == (), kata
    for nomor in ("TB-KK-2026-00001", "416-313", "tb-kk 2026"):
        assert len(meja.register.list_cari(nomor)) == 1, nomor
    assert meja.pemohon_lama.find(NIK) is None
    assert meja.pemohon_lama.list_awalan(NIK[:8]) == ()
    assert meja.pemohon_lama.list_keluarga(NKK_R) == ()


def test_another_case_of_the_same_person_is_found_as_ever(dibatasi):
    kantor = dibatasi
    terima(kantor)
    [satu] = kantor.meja.register.list_cari("xenia")
    assert satu.id == 2
    assert kantor.meja.pemohon_lama.find(NIK).terakhir.id == 2
    assert kantor.meja.alur.buka(2, kantor.operator).kerabat == ()
    assert kantor.meja.alur.buka(1, kantor.operator).kerabat == ()


@pytest.mark.parametrize(
    "ganti",
    [
        {},
        {"nik": "3516135709459001"},
        {"nik": "3516131708459001", "nkk": NKK_R},
        {"nik": "3516315708459001", "pengantar_nomor": "470/Pengantar77"},
    ],
)
def test_nothing_is_told_of_it_while_a_form_is_typed(kantor, ganti):
    terima(kantor)
    form = replace(make_form(nama=NAMA_R, nkk=NKK_R), pengantar_nomor="470/Pengantar77")
    form = replace(form, **ganti)
    assert kantor.meja.temuan.list_temuan(form) != ()
    batasi(kantor)
    assert kantor.meja.temuan.list_temuan(form) == ()


def test_the_line_of_the_book_prints_as_it_was_and_says_that_a_pin_is_needed(diserahkan):
    meja = diserahkan.meja
    dahulu = meja.buku.build("KK", 2026)
    assert dahulu.dibatasi == 0
    assert "Xenia" in teks(dahulu)
    batasi(diserahkan)
    kini = meja.buku.build("KK", 2026)
    assert kini.isi == dahulu.isi
    assert kini.dibatasi == 1
    ulang = CetakUlangService(meja).build(kini.rujukan)
    assert (ulang.isi, ulang.dibatasi) == (dahulu.isi, 1)


def test_a_closed_day_prints_as_it_was_closed(diserahkan):
    harian = diserahkan.meja.laporan.harian
    dahulu = harian.build_dokumen(HARI)
    assert "Xenia" in teks(dahulu)
    batasi(diserahkan)
    kini = harian.build_dokumen(HARI)
    assert kini.isi == dahulu.isi
    assert kini.dibatasi > 0
    diserahkan.clock.atur(SENIN_PAGI + dt.timedelta(days=1))
    diserahkan.terima()
    besok = harian.build_dokumen(HARI + dt.timedelta(days=1))
    assert besok.dibatasi == 0


def test_an_open_day_names_it_no_more(kantor):
    terima(kantor)
    batasi(kantor)
    dokumen = kantor.meja.laporan.harian.build_dokumen(HARI)
    assert dokumen.dibatasi == 0
    assert_tanpa_rahasia(teks(dokumen))
    assert "Data pribadi dibatasi" in teks(dokumen)


def test_a_spreadsheet_of_the_book_leaves_out_what_is_personal(diserahkan):
    buka = diserahkan.meja.koreksi.buka(1, diserahkan.kasi)
    betul = replace(buka.form, nama="Xenia Rahasia Dua")
    versi = buka.permohonan.ringkasan.versi
    diserahkan.meja.koreksi.betulkan(
        PerintahKoreksi("k", 1, versi, betul, {}, "Salah ketik", peringatan_dilihat=True),
        diserahkan.kasi,
    )
    kantor = diserahkan
    kantor.sampai(kantor.terima(), "serahkan")
    assert "XENIA" in str(baca_lembar(kantor.meja.buku.build_xlsx("KK", 2026).isi, 1)).upper()
    batasi(kantor)
    baris = baca_lembar(kantor.meja.buku.build_xlsx("KK", 2026).isi, 1)
    assert_tanpa_rahasia(str(baris).replace("'", ""))
    kata = str(baris)
    assert DIBATASI in kata
    assert kantor.store.permohonan.get(1).ringkasan.nomor_register in kata
    assert "Suwarti" in kata


def test_counts_and_measures_of_the_month_stay_as_they_were(diserahkan):
    meja = diserahkan.meja
    sebelum = meja.kepatuhan.list_ringkas(2026, 11)
    bulan = meja.laporan.bulanan.susun(Bulan(2026, 11))
    batasi(diserahkan)
    assert meja.kepatuhan.list_ringkas(2026, 11) == sebelum
    assert meja.laporan.bulanan.susun(Bulan(2026, 11)).tabel[0] == bulan.tabel[0]


def test_what_was_noted_in_a_batch_is_not_told(kantor):
    kasus = kantor.sampai(terima(kantor, layanan="KTP"), "kirim")
    i = kasus.ringkasan.id
    kantor.meja.kiriman.kirim(
        PerintahKirim("k", (i,), {"cara_pengiriman": "siak"}), kantor.operator
    )
    isian = {"tolak": "data_beda", "alasan": "Nama ibu Xenia lain"}
    tanda = PerintahTanda("t", (i,), Tanda.DITOLAK, isian)
    kantor.meja.kiriman.tanda.tandai(tanda, kantor.operator)
    [baris] = kantor.meja.kiriman.list_baris(1)
    assert "Xenia" in baris.catatan
    batasi(kantor)
    assert_tanpa_rahasia(kantor.meja.kiriman.list_baris(1))
    assert_tanpa_rahasia(teks(kantor.meja.kiriman.cetak.build_daftar(1)))


def test_a_lost_backup_lists_it_by_its_number_alone(dibatasi):
    kata = ("23/11/2026", "23/11/2026", "09.00", Pelindung.SANDI, "Hilang", "Dicari")
    insiden = dibatasi.meja.insiden
    satu = insiden.catat(PerintahInsiden("i", SEMUA, "", *kata), dibatasi.kasi)
    baris = json.dumps(baca_lembar(insiden.build_xlsx(satu.id, dibatasi.kasi).isi, 2))
    assert_tanpa_rahasia(baris)
    assert DIBATASI in baris
