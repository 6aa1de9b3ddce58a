"""Lost data: exactly those whom the lost copy knew, the 3 x 24 hours, the notice and the list."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from builders import NAMA, NAMA_KASI, NIK, NIK_LAIN, SENIN_PAGI
from printing.pdf_baca import page_texts
from printing.xlsx_baca import baca_lembar

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.cadangan_riwayat import Apa, Hasil, Sebab
from sooko_desk.services.cadangan_tempat import Volume
from sooko_desk.services.catatan_kantor import SaringCatatan, sebut_isi
from sooko_desk.services.cetak_ulang import CetakUlangService
from sooko_desk.services.insiden_isi import SEMUA, Pelindung, PerintahInsiden, sebut_batas

PERINTAH = PerintahInsiden(
    token="i",
    nama=SEMUA,
    tempat="",
    sampai="23/11/2026",
    tanggal="23/11/2026",
    pukul="08.40",
    pelindung=Pelindung.SANDI,
    uraian="Flashdisk tertinggal di angkutan",
    tindakan="Dilaporkan ke Polsek",
)


@pytest.fixture
def insiden(kantor):
    return kantor.meja.insiden


@pytest.fixture
def hilang(kantor, tmp_path):
    """A stick with a backup of two cases, lost; a third case came after it."""
    folder = tmp_path / "stik"
    folder.mkdir()
    volume = Volume(folder, "", 9_000_000_000)
    kantor.volume.append(volume)
    tempat = kantor.meja.jaga.tempat.siapkan_tandai(volume)()
    kantor.terima()
    kantor.terima(
        nik=NIK_LAIN, pembawa_nama="Tono", pembawa_hubungan="anak", pembawa_telepon="081234569009"
    )
    otomatis = kantor.meja.jaga.otomatis
    otomatis.catat(otomatis.siapkan((tempat,), Kemajuan()).jalankan(), None, Sebab.OTOMATIS)
    kantor.gerak(kantor.store.permohonan.get(1), "periksa", "lengkap")
    kantor.terima()
    satu = kantor.meja.insiden.list_cadangan(kantor.kasi)[1]
    return replace(PERINTAH, nama=satu.nama, tempat=satu.tempat, sampai="")


def kertas(dokumen):
    return [" ".join(t.split()) for t in page_texts(dokumen.isi)]


def test_the_list_is_made_of_exactly_those_whom_the_lost_backup_knew(kantor, insiden, hilang):
    assert insiden.hitung(hilang, kantor.kasi) == (2, 2)
    satu = insiden.catat(hilang, kantor.kasi)
    assert (satu.permohonan, satu.pemohon, satu.tercatat, satu.pindaian) == (2, 2, 2, 0)
    dokumen = insiden.build_xlsx(satu.id, kantor.kasi)
    baris = baca_lembar(dokumen.isi, 2)
    orang = [b[1:] for b in baris if b[0] in ("1", "2", "3")]
    assert [o[0] for o in orang] == [
        kantor.store.permohonan.get(n).ringkasan.nomor_tanda_bukti for n in (1, 2)
    ]
    assert orang[0][1:] == [
        "KK",
        "23/11/2026",
        NAMA,
        "*" * 12 + NIK[-4:],
        "Japan",
        "081234567890",
        "",
    ]
    assert orang[1][-1] == "081234569009"
    assert dokumen.orang == 2
    assert NIK.encode() not in dokumen.isi
    assert "Flashdisk 1" in str(baca_lembar(dokumen.isi, 1))


def test_one_page_tells_what_the_law_asks_for_and_nobodys_name(kantor, insiden, hilang):
    satu = insiden.catat(hilang, kantor.kasi)
    dokumen = insiden.build_dokumen(satu.id)
    [isi] = kertas(dokumen)
    for kata in (
        f"Cadangan {hilang.nama} di Flashdisk 1, dibuat 23/11/2026 09.05",
        "Diketahui Senin, 23 November 2026 pukul 08.40 WIB",
        "Batas pemberitahuan Kamis, 26 November 2026 pukul 08.40 WIB (3 x 24 jam)",
        "2 permohonan dari 2 pemohon",
        "0 pindaian berkas",
        "Terenkripsi AES-256",
        "Dilaporkan ke Polsek",
        f"23/11/2026 09.05 oleh {NAMA_KASI}",
    ):
        assert kata in isi, kata
    assert NAMA not in isi
    assert dokumen.orang == 0
    ulang = CetakUlangService(kantor.meja)
    assert ulang.can_build(dokumen.rujukan)
    assert ulang.build(dokumen.rujukan).isi == dokumen.isi


@pytest.mark.parametrize(
    ("pelindung", "kata"),
    [
        (Pelindung.KODE_IKUT, "kertas kode pemulihan ikut hilang"),
        (Pelindung.TERBUKA, "Tidak terlindung"),
    ],
)
def test_what_was_not_protected_is_not_called_so(kantor, insiden, hilang, pelindung, kata):
    satu = insiden.catat(replace(hilang, pelindung=pelindung), kantor.kasi)
    [isi] = kertas(insiden.build_dokumen(satu.id))
    assert kata in isi
    assert "tidak terbuka tanpa komputer" not in isi


def test_it_stands_once_in_the_trail_without_anything_of_a_citizen(kantor, insiden, hilang):
    satu = insiden.catat(hilang, kantor.kasi)
    assert insiden.catat(hilang, kantor.kasi) == satu
    saring = SaringCatatan(jenis=JenisKejadian.INSIDEN)
    [baris] = kantor.meja.catatan.list_catatan(saring, kantor.kasi)
    kata = sebut_isi(baris.kejadian.isi)
    assert "Diketahui: 23/11/2026 08.40" in kata
    assert "Terlindung: terenkripsi, kode pemulihan masih di kantor" in kata
    assert "Z" not in kata
    for rahasia in (NIK, NAMA):
        assert rahasia not in str(baris.kejadian.isi)


def test_all_up_to_a_day_are_those_who_came_until_its_end(kantor, insiden):
    kantor.terima()
    kantor.clock.atur(SENIN_PAGI + dt.timedelta(days=1))
    kantor.terima(nik=NIK_LAIN)
    kantor.terima(nik=NIK_LAIN)
    for hari, banyak in (("22/11/2026", (0, 0)), ("23/11/2026", (1, 1)), ("24/11/2026", (3, 2))):
        assert insiden.hitung(replace(PERINTAH, sampai=hari), kantor.kasi) == banyak
    satu = insiden.catat(PERINTAH, kantor.kasi)
    assert satu.hilang == "Semua data register sampai 23/11/2026"
    [isi] = kertas(insiden.build_dokumen(satu.id))
    assert "pembawa; pindaian berkas." in isi
    kosong = insiden.catat(replace(PERINTAH, token="k", sampai="22/11/2026"), kantor.kasi)
    lembar = baca_lembar(insiden.build_xlsx(kosong.id, kantor.kasi).isi, 2)
    assert "Tidak ada permohonan di dalamnya." in str(lembar)


def test_a_backup_whose_record_names_no_event_held_what_there_was_then(kantor, insiden, hilang):
    riwayat = kantor.meja.jaga.riwayat
    catatan = riwayat.find_terakhir()
    assert (catatan.isi.apa, catatan.isi.hasil) == (Apa.CADANGAN, Hasil.UTUH)
    kantor.clock.maju(60)
    riwayat.tulis(replace(catatan.isi, nama="lama", peristiwa=0), kantor.kasi)
    kantor.clock.maju(60)
    kantor.terima()
    assert insiden.hitung(replace(hilang, nama="lama"), kantor.kasi) == (3, 2)


def test_a_register_that_went_back_in_time_says_that_the_list_may_be_short(kantor, insiden, hilang):
    riwayat = kantor.meja.jaga.riwayat
    isi = riwayat.find_terakhir().isi
    jumlah = replace(isi.jumlah, permohonan=9)
    riwayat.tulis(replace(isi, nama="lain", jumlah=jumlah), kantor.kasi)
    satu = insiden.catat(replace(hilang, nama="lain"), kantor.kasi)
    [kata] = kertas(insiden.build_dokumen(satu.id))
    assert "Catatan cadangan menyebut 9 permohonan" in kata


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"sampai": ""}, "sampai"),
        ({"nama": "tidak ada"}, "sampai"),
        ({"tanggal": "31/2/2026"}, "tanggal"),
        ({"pukul": "siang"}, "pukul"),
        ({"pukul": "09.06"}, "pukul"),
        ({"pelindung": ""}, "pelindung"),
        ({"uraian": " "}, "uraian"),
        ({"tindakan": "x" * 301}, "tindakan"),
        ({"tindakan": "Dilaporkan 🙂"}, "tindakan"),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_field(kantor, insiden, ganti, bidang):
    with pytest.raises(FieldsError) as galat:
        insiden.catat(replace(PERINTAH, **ganti), kantor.kasi)
    assert list(galat.value.per_field) == [bidang]
    assert kantor.store.kejadian.list_kejadian([JenisKejadian.INSIDEN]) == ()


def test_the_hours_run_from_the_moment_that_is_typed_in(kantor, insiden):
    batas = insiden.hitung_batas(PERINTAH)
    assert sebut_batas(batas, kantor.clock.now()) == "26/11/2026 08.40, sisa 71 jam 35 menit"
    assert sebut_batas(batas, batas + dt.timedelta(minutes=1)).endswith("sudah lewat")
    with pytest.raises(FieldsError):
        insiden.hitung_batas(replace(PERINTAH, pukul=""))


def test_another_event_is_none(kantor, insiden):
    kantor.terima()
    kantor.meja.catatan.catat_dibuka(1, kantor.kasi)
    [lain] = kantor.store.kejadian.list_kejadian([JenisKejadian.DATA_DIBUKA])
    for satu in (lain.id, 999):
        with pytest.raises(RuleError, match="bukan catatan data"):
            insiden.get(satu, kantor.kasi)
