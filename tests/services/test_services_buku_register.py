"""The register book: closed pages never change, whatever happens to cases, office and form."""

from __future__ import annotations

import datetime as dt
import io
import json
import uuid
from dataclasses import replace

import pytest
from builders import NAMA_KASI, NIK, NIK_LAIN, SENIN_PAGI, make_meja
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printing.pdf_baca import page_sizes_mm, page_texts
from printing.test_printing_register_xlsx import read_rows
from services.buku_uji import SEPULUH, catat, tulis_buku

from sooko_desk.data.tabel_buku import TabelBukuBaris
from sooko_desk.domain.buku import JenisBaris, list_kolom_tersedia, make_bentuk_awal
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kantor import JABATAN_KASI, BentukJabatan, Pejabat
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan
from sooko_desk.domain.waktu import WIB, JamTetap, iso_utc
from sooko_desk.printing.kertas import F4, FOLIO
from sooko_desk.services.cetak_ulang import CetakUlangService
from sooko_desk.services.koreksi import PerintahKoreksi
from sooko_desk.services.rantai import sebut_kepala
from sooko_desk.services.rujukan import baca_rujukan
from sooko_desk.services.tugas_buku import HALAMAN_SEKALI

SENIN = dt.date(2026, 11, 23)
SERIBU = 1000
AWAL = make_bentuk_awal()


@pytest.fixture
def buku(kantor):
    """The service under test, over books with ten rows a page."""
    for layanan in ("KK", "KTP"):
        kantor.store.buku.simpan_bentuk(layanan, SEPULUH, kantor.kasi, kantor.clock.now())
    return kantor.meja.buku


def tulis(kantor, tahun, urutan, waktu=SENIN_PAGI):
    """Lines put straight into the KK book, see `tulis_buku`."""
    kasus = kantor.terima().ringkasan.id
    tulis_buku(kantor.store, kantor.kasi, kasus, urutan, tahun, waktu)


def betulkan(kantor, kasus, **form):
    terbuka = kantor.meja.koreksi.buka(kasus.ringkasan.id, kantor.kasi)
    perintah = PerintahKoreksi(
        token=uuid.uuid4().hex,
        permohonan_id=kasus.ringkasan.id,
        versi=terbuka.permohonan.ringkasan.versi,
        form=replace(terbuka.form, **form),
        isian={},
        alasan="Salah ketik",
        peringatan_dilihat=True,
    )
    return kantor.meja.koreksi.betulkan(perintah, kantor.kasi)


def cetak(kantor, dokumen, hasil="tercetak"):
    kantor.meja.pencetakan.catat(dokumen, "Loket", 1, hasil, kantor.operator)
    return dokumen.isi


def halaman(kantor, nomor, layanan="KK"):
    """One page printed alone."""
    return kantor.meja.buku.build(layanan, 2026, (nomor, nomor))


def kata(dokumen):
    return [" ".join(t.split()) for t in page_texts(dokumen.isi)]


def test_closed_pages_come_out_byte_for_byte_whatever_happens_later(kantor, buku):
    kasus = catat(kantor, 9)
    betulkan(kantor, kasus, nama="SRI REJEKI")  # the tenth line: page 1 is full
    catat(kantor, 4, nama="SITI MISAL")
    lama = cetak(kantor, halaman(kantor, 1))
    terbuka = halaman(kantor, 2)
    assert "Halaman belum penuh, dicetak 23 November 2026." in kata(terbuka)[0]

    kantor.clock.maju(3 * 24 * 60)
    office = kantor.meja.kantor.isi
    office.simpan_kantor(
        replace(office.kantor(), kop=("PEMERINTAH MISAL", "KECAMATAN BARU"), tempat="Mojokerto"),
        kantor.kasi,
    )
    baru = Pejabat("baru", "DEWI CONTOH, S.Sos.", JABATAN_KASI, SENIN, bentuk=BentukJabatan.PLH)
    office.simpan_pejabat((*office.list_pejabat(), baru), kantor.kasi)
    kolom = list_kolom_tersedia("KK")[:6]
    bentuk = replace(AWAL, kolom=kolom, per_halaman=15)
    kantor.store.buku.simpan_bentuk("KK", bentuk, kantor.kasi, kantor.clock.now())
    betulkan(kantor, kasus, nama="SRI REJEKI UTAMI", desa="35.16.13.2010")
    catat(kantor, 3, nama="JOKO MISAL")

    assert halaman(kantor, 1).isi == lama
    assert buku.build("KK", 2026, (1, 1)).isi == lama
    satu, dua, tiga = kata(buku.build("KK", 2026))
    assert kata(halaman(kantor, 1)) == [satu]
    assert NAMA_KASI in satu
    assert "DEWI CONTOH" not in satu
    for isi in ("Pembetulan 23/11/2026", "SRI REJEKI", "Jilid 1 · Halaman 1 dari 100", "Sooko, 23"):
        assert isi in satu
    assert "UTAMI" not in satu
    mata = kantor.store.buku.find_mata("KK", 2026, 10)
    assert f"Rantai {sebut_kepala(mata)}" in satu
    assert "Baris ini tidak dipakai: bentuk halaman berganti." in dua
    assert "belum penuh" not in dua
    assert "DEWI CONTOH, S.Sos." in dua  # never printed while it was closed: as known today
    assert "Plh. Kepala Seksi Pelayanan" in dua
    assert "KECAMATAN BARU" in tiga
    assert "Mojokerto, 26 November 2026" in tiga
    assert "SRI REJEKI UTAMI" in tiga
    assert "Tgl terima" in tiga
    assert "Petugas" not in tiga


def test_what_was_corrected_before_the_first_print_is_the_list_of_that_day(kantor, buku):
    catat(kantor, 10)
    office = kantor.meja.kantor.isi
    kasi = replace(office.find_pejabat(JABATAN_KASI, SENIN), pangkat="Penata")
    kantor.clock.maju(1)
    office.simpan_pejabat((kasi,), kantor.kasi)
    kantor.clock.maju(1)
    lama = cetak(kantor, halaman(kantor, 1), "belum_pasti")
    assert "Penata" in kata(halaman(kantor, 1))[0]
    kantor.clock.maju(1)
    office.simpan_pejabat((replace(kasi, nama="ORANG LAIN"),), kantor.kasi)
    assert halaman(kantor, 1).isi == lama


def test_a_page_that_was_printed_half_full_is_printed_again_and_counts_then(kantor, buku):
    catat(kantor, 9)
    setengah = cetak(kantor, halaman(kantor, 1))
    assert buku.keadaan("KK", 2026).belum_dicetak == ()
    catat(kantor, 2)
    assert buku.keadaan("KK", 2026).belum_dicetak == (1,)
    assert buku.keadaan("KK", 2026).penuh == 1
    assert buku.keadaan("KK", 2026).tercatat == 11
    penuh = cetak(kantor, halaman(kantor, 1), "gagal")
    assert penuh != setengah
    cetak(kantor, halaman(kantor, 1), "tersimpan")
    assert buku.keadaan("KK", 2026).belum_dicetak == (1,)
    assert cetak(kantor, halaman(kantor, 1)) == penuh
    assert buku.keadaan("KK", 2026).belum_dicetak == ()
    assert [h.nomor for h in buku.keadaan("KK", 2026).halaman] == [1, 2]


def test_pages_left_out_are_printed_together_and_told(kantor, buku):
    tulis(kantor, 2026, "c" * 45)
    cetak(kantor, buku.build("KK", 2026, (2, 2)))
    assert buku.keadaan("KK", 2026).belum_dicetak == (1, 3, 4)
    dokumen = buku.siapkan_nomor("KK", 2026, (1, 3, 4)).jalankan()
    assert dokumen.judul == "Register Pelayanan Kartu Keluarga (KK) 2026, halaman 1, 3-4"
    assert dokumen.nama_berkas == "register-kk-2026-halaman-1-4.pdf"
    assert baca_rujukan(dokumen.rujukan) == {
        "dokumen": "register",
        "layanan": "KK",
        "tahun": 2026,
        "halaman": [1, 1, 3, 4],
        "baris": 45,
    }
    satu, tiga, empat = kata(dokumen)
    assert ("Pindahan halaman lalu 0" in satu, "R-40/2026" in empat) == (True, True)
    for jumlah in ("Pindahan halaman lalu 20", "halaman ini 10", "sampai halaman ini 30"):
        assert jumlah in _jumlah(tiga)
    cetak(kantor, dokumen)
    assert buku.keadaan("KK", 2026).belum_dicetak == ()
    ulang = CetakUlangService(kantor.meja)
    assert ulang.build(dokumen.rujukan).isi == dokumen.isi
    assert page_sizes_mm(ulang.build(dokumen.rujukan, F4).isi)[0] == pytest.approx((330, 215), 0.01)
    assert page_sizes_mm(buku.build("KK", 2026, (1, 1), FOLIO).isi)[0] == pytest.approx(
        (330, 210), 0.01
    )


def _jumlah(teks):
    """The three sums as label and number, whichever way the reader walks over them."""
    label = ("Pindahan halaman lalu", "Tercatat di halaman ini", "Jumlah sampai halaman ini")
    awal = teks.index(label[0])
    angka = [x for x in teks[awal:].split() if x.isdigit()][:3]
    return "; ".join(f"{a} {b}" for a, b in zip(label, angka, strict=True))


def test_repeating_the_whole_book_takes_todays_lines_in(kantor, buku):
    catat(kantor, 1)
    dokumen = buku.build("KK", 2026)
    assert dokumen.nama_berkas == "register-kk-2026.pdf"
    catat(kantor, 1, nama="BARU MISAL")
    [teks] = kata(CetakUlangService(kantor.meja).build(dokumen.rujukan))
    assert "BARU MISAL" in teks


@pytest.mark.parametrize(("dari", "sampai"), [(0, 1), (2, 1), (1, 3), (3, None)])
def test_pages_that_are_not_there_are_told(kantor, buku, dari, sampai):
    tulis(kantor, 2026, "c" * 15)
    with pytest.raises(UserError, match="Buku KK 2026 berisi halaman 1 sampai 2"):
        buku.siapkan("KK", 2026, dari, sampai)
    with pytest.raises(UserError, match="tidak memiliki halaman itu"):
        buku.siapkan_nomor("KK", 2026, (7,))


def test_an_empty_book_is_one_blank_page_that_the_kasi_signs_if_there_is_one(kantor, buku):
    keadaan = buku.keadaan("KK", 2025)
    assert (keadaan.halaman, keadaan.penuh, keadaan.tercatat) == ((), 0, 0)
    kantor.store._db.execute_sql("UPDATE petugas SET aktif = 0 WHERE peran = 'kasi'")
    dokumen = buku.build("KK", 2025)
    [teks] = kata(dokumen)
    assert "Buku belum berisi catatan, dicetak 23 November 2026." in teks
    assert "Tahun 2025" in teks
    assert NAMA_KASI not in teks
    assert CetakUlangService(kantor.meja).build(dokumen.rujukan).isi == dokumen.isi
    assert kata(kantor.meja.buku.build("KTP", 2026))


@pytest.mark.parametrize("layanan", ["KK", "KTP"])
def test_the_book_prints_every_number_in_order_and_no_case_without_one(kantor, layanan):
    catat(kantor, 2, "SITI MISAL", layanan)
    kantor.terima(layanan, nama="Belum Jadi")
    dokumen = kantor.meja.buku.build(layanan, 2026)
    [teks] = kata(dokumen)
    awal = "471.14" if layanan == "KK" else "471.13"
    assert dokumen.nama_berkas == f"register-{layanan.lower()}-2026.pdf"
    assert kantor.sop(layanan).nama_register.upper() in teks
    assert teks.index(f"{awal}/1/416-313/2026") < teks.index(f"{awal}/2/416-313/2026")
    assert "Belum Jadi" not in teks


def test_a_book_of_no_service_is_a_bug(buku):
    with pytest.raises(KeyError, match="SIM"):
        buku.build("SIM", 2026)
    with pytest.raises(KeyError, match="SIM"):
        buku.build_xlsx("SIM", 2026)


def test_a_month_leads_to_its_pages_and_an_empty_one_is_told(kantor, buku):
    oktober = dt.datetime(2026, 10, 31, 23, 59, tzinfo=WIB)
    tulis(kantor, 2026, "c" * 15, oktober)
    tulis(kantor, 2026, "c" * 12, oktober + dt.timedelta(minutes=1))
    assert buku.find_bulan("KK", 2026, 10) == (1, 2)
    assert buku.find_bulan("KK", 2026, 11) == (2, 3)
    with pytest.raises(UserError, match="Pada Desember 2026 tidak ada yang dicatat dalam buku KK"):
        buku.find_bulan("KK", 2026, 12)


def test_numbers_of_people_stay_masked_and_dates_are_those_in_wib(kantor, buku):
    kantor.clock.atur(dt.datetime(2026, 11, 23, 22, 30, tzinfo=dt.UTC))
    kasus = kantor.sampai(kantor.terima(nik=NIK_LAIN), "serahkan")
    betulkan(kantor, kasus, nik=NIK)
    [teks] = kata(buku.build("KK", 2026))
    assert "************9001" in teks
    assert NIK not in teks.replace(" ", "")
    assert NIK_LAIN not in teks.replace(" ", "")
    assert "Sooko, 24 November 2026" in teks
    assert "23/11/2026" not in teks


def test_a_long_correction_takes_as_many_dated_lines_as_it_needs(kantor, buku):
    kolom = list_kolom_tersedia("KK")
    bentuk = replace(AWAL, kolom=(*kolom[:2], *kolom[5:12]), per_halaman=30)
    kantor.store.buku.simpan_bentuk("KK", bentuk, kantor.kasi, kantor.clock.now())
    alamat = "JALAN RAYA DUSUN KEDUNGMALING NOMOR SERATUS DUA PULUH TIGA GANG MELATI DEKAT BALAI"
    betulkan(kantor, catat(kantor, 1), nama="W" * 60, alamat=alamat, rt="7", desa="35.16.13.2010")
    baris = kantor.store.buku.list_baris("KK", 2026)
    assert [b.jenis for b in baris] == [JenisBaris.CATAT, JenisBaris.KOREKSI, JenisBaris.KOREKSI]
    [teks] = kata(buku.build("KK", 2026))
    for isi in ("W" * 60, alamat, "RT: 001 → 007"):
        assert isi in teks
    assert "…" not in teks
    assert "halaman ini 1" in _jumlah(teks)


def test_a_void_number_is_told_across_the_page_and_not_counted(kantor, buku):
    tulis(kantor, 2026, "cc")
    isi = {
        "nomor_register": "R-3/2026",
        "tgl_register": "24/11/2026",
        "pembetulan": "Blangko rusak",
    }
    kini = kantor.store.buku.find_bentuk("KK")
    TabelBukuBaris.insert(
        layanan="KK", tahun=2026, baris=3, jenis=JenisBaris.BATAL, urut=3, permohonan=None,
        bentuk=kini.id, isi=json.dumps(isi), waktu=iso_utc(kantor.clock.now()),
    ).execute()  # fmt: skip
    [teks] = kata(buku.build("KK", 2026))
    assert "Nomor batal 24/11/2026, nomor R-3/2026: Blangko rusak" in teks
    assert "sampai halaman ini 2" in _jumlah(teks)


def test_a_long_book_is_read_and_drawn_a_few_pages_at_a_time_and_can_be_stopped(kantor, buku):
    tulis(kantor, 2026, "c" * 205)
    lapor = []
    tugas = buku.siapkan("KK", 2026)
    assert tugas.jumlah == 21
    assert len(tugas.baca()) == HALAMAN_SEKALI
    assert tugas.terbaca == HALAMAN_SEKALI
    dokumen = buku.siapkan("KK", 2026).jalankan(Kemajuan(lambda *x: lapor.append(x)))
    assert lapor == [(0, 21), (8, 21), (16, 21)]
    assert len(kata(dokumen)) == 21
    kemajuan = Kemajuan()
    kemajuan.hentikan()
    with pytest.raises(DihentikanError):
        buku.siapkan("KK", 2026).jalankan(kemajuan)


@pytest.fixture(scope="module")
def deret(tmp_path_factory):
    """One register for many books: each takes a year of its own."""
    kantor = make_meja(tmp_path_factory.mktemp("deret"), JamTetap(SENIN_PAGI))
    yield kantor
    kantor.store.close()


_TAHUN = iter(range(SERIBU, 9999))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(
    awal=st.text("ccccckb", min_size=1, max_size=40).filter(lambda s: set(s) - {"b"}),
    lagi=st.text("cckb", max_size=25),
)
def test_pages_hold_every_line_once_and_carry_their_sums(deret, awal, lagi):
    tahun = next(_TAHUN)
    layanan = deret.meja.buku
    tulis(deret, tahun, awal)
    dulu = layanan.keadaan("KK", tahun).halaman
    tertutup = [h.nomor for h in dulu if h.tertutup]
    lama = {n: layanan.build("KK", tahun, (n, n)).isi for n in tertutup}
    tulis(deret, tahun, lagi)
    kini = layanan.keadaan("KK", tahun)
    assert {n: layanan.build("KK", tahun, (n, n)).isi for n in tertutup} == lama
    tugas = layanan.siapkan("KK", tahun)
    semua = [h for potongan in iter(tugas.baca, ()) for h in potongan]
    pindahan = 0
    for h, cetakan in zip(kini.halaman, semua, strict=True):
        assert len(cetakan.baris) <= cetakan.per_halaman
        assert len(cetakan.baris) == h.sampai - h.dari + 1
        assert cetakan.pindahan == pindahan
        assert cetakan.tercatat == sum(isinstance(b, tuple) for b in cetakan.baris)
        pindahan += cetakan.tercatat
    assert pindahan == kini.tercatat == (awal + lagi).count("c")
    dated = sum(isinstance(b, str) for h in semua for b in h.baris)
    assert dated == (awal + lagi).count("k")
    assert not semua[-1].catatan or not kini.halaman[-1].tertutup


def test_the_spreadsheet_holds_all_lines_of_all_forms_with_their_pages(kantor, buku):
    kasus = catat(kantor, 2, nama="Nu'man")
    kolom = list_kolom_tersedia("KK")
    bentuk = replace(AWAL, kolom=(kolom[0], kolom[1], kolom[11]), per_halaman=10)
    kantor.store.buku.simpan_bentuk("KK", bentuk, kantor.kasi, kantor.clock.now())
    betulkan(kantor, kasus, nama="SRI REJEKI")
    catat(kantor, 1)
    dokumen = buku.build_xlsx("KK", 2026)
    assert (dokumen.id, dokumen.nama_berkas) == ("register_xlsx", "register-kk-2026.xlsx")
    kepala, *baris = read_rows(dokumen.isi)[2:]
    assert kepala[:5] == ["Halaman", "No. urut", "Nomor register", "Alamat", "Tgl register"]
    assert kepala[-1] == "Pembetulan"
    assert [b[0] for b in baris] == ["1", "1", "2", "2"]
    assert baris[0][kepala.index("Nama pemohon")] == "Nu'man"
    assert "SRI REJEKI" in " ".join(baris[2])
    assert NIK not in io.BytesIO(dokumen.isi).read().decode("latin1")
    assert read_rows(buku.build_xlsx("KTP", 2026).isi)[2][1] == "No. urut"
