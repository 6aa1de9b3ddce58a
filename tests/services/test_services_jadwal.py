"""Office hours and holidays edited by the Kasi: at once, kept, and back again."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace

import pytest

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import WIB
from sooko_desk.domain.waktu_kantor import menit_kantor
from sooko_desk.services.hak_pengaturan import GANTI_PETUGAS, may_edit
from sooko_desk.services.jadwal import (
    KUNCI_JAM,
    KUNCI_LIBUR,
    JadwalService,
    sebut_menit,
)
from sooko_desk.sop.berkas_teks import TERBESAR
from sooko_desk.sop.jadwal import load_jadwal
from sooko_desk.sop.jadwal_tulis import JamHari, JamKantor, MasaJam
from sooko_desk.sop.libur import BarisLibur

TABEL = AKAR / "sop_data" / "tabel"
SENIN = dt.datetime(2026, 11, 23, tzinfo=WIB)
CSV = "tanggal,nama,jenis\n24/11/2026,Hari Jadi,libur daerah\n"
HARI_JADI = BarisLibur("24/11/2026", "Hari Jadi", "libur daerah")


@pytest.fixture
def store(tmp_path):
    """A register with nothing but officers."""
    store = Store(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def dua_petugas(store, clock):
    kejadian = [
        KejadianBaru(siapa, JenisKejadian.PETUGAS_BARU, None, clock.now()) for siapa in "ab"
    ]
    return store.petugas.tambah_petugas(
        (("Rini Contoh", Peran.OPERATOR, "-"), ("Bambang Misal", Peran.KASI, "-")), kejadian
    )


@pytest.fixture
def operator(dua_petugas):
    return dua_petugas[0]


@pytest.fixture
def kasi(dua_petugas):
    return dua_petugas[1]


@pytest.fixture
def service(store, clock):
    return JadwalService(store.pengaturan, TABEL, clock)


def seminggu(service: JadwalService) -> float:
    return menit_kantor(service.jadwal, SENIN, SENIN + dt.timedelta(days=7))


def sampai_jam_14(service: JadwalService) -> JamKantor:
    isi = service.get_jam()
    return replace(isi, minggu=(replace(isi.minggu[0], selesai="14"), *isi.minggu[1:]))


def test_without_a_change_the_shipped_tables_hold(service):
    assert service.jadwal == load_jadwal(TABEL)
    assert service.masalah == ()
    assert service.tahun_ini == 2026
    assert service.is_bawaan_jam()
    assert service.is_bawaan_libur()
    assert len(service.get_libur()) == 79
    assert service.list_riwayat() == ()


def test_changed_hours_count_at_once_and_after_a_restart(service, store, clock, kasi):
    sebelum = seminggu(service)
    service.simpan_jam(sampai_jam_14(service), kasi)
    assert seminggu(service) == sebelum - 120
    assert not service.is_bawaan_jam()
    assert service.get_jam().minggu[0].selesai == "14.00"
    assert JadwalService(store.pengaturan, TABEL, clock).jadwal == service.jadwal
    service.kembalikan_jam(kasi)
    assert seminggu(service) == sebelum
    assert service.is_bawaan_jam()


def test_changed_holidays_count_at_once_and_after_a_restart(service, store, clock, kasi):
    sebelum = seminggu(service)
    service.simpan_libur([*service.get_libur(), HARI_JADI], kasi)
    assert seminggu(service) == sebelum - 450
    assert not service.is_bawaan_libur()
    assert HARI_JADI in JadwalService(store.pengaturan, TABEL, clock).get_libur()
    service.kembalikan_libur(kasi)
    assert seminggu(service) == sebelum
    assert service.is_bawaan_libur()


def test_every_change_is_in_the_history_newest_first(service, clock, kasi):
    service.simpan_jam(sampai_jam_14(service), kasi)
    clock.maju(1)
    service.simpan_libur([HARI_JADI], kasi)
    clock.maju(1)
    service.kembalikan_jam(kasi)
    riwayat = service.list_riwayat()
    assert [(b.kunci, bool(b.isi)) for b in riwayat] == [
        (KUNCI_JAM, False),
        (KUNCI_LIBUR, True),
        (KUNCI_JAM, True),
    ]
    assert {b.petugas for b in riwayat} == {kasi.nama}


def test_what_holds_already_is_not_stored_again(service, kasi):
    service.simpan_jam(service.get_jam(), kasi)
    service.simpan_libur(service.get_libur()[::-1], kasi)
    service.kembalikan_jam(kasi)
    service.kembalikan_libur(kasi)
    assert service.list_riwayat() == ()


def test_only_the_kasi_changes_anything(service, operator, kasi):
    ubah = (
        lambda: service.simpan_jam(sampai_jam_14(service), operator),
        lambda: service.simpan_libur([], operator),
        lambda: service.kembalikan_jam(operator),
        lambda: service.kembalikan_libur(operator),
    )
    for satu in ubah:
        with pytest.raises(RuleError, match=f"^Hanya Kasi Pelayanan yang .* {GANTI_PETUGAS}$"):
            satu()
    assert service.list_riwayat() == ()
    assert [may_edit(p) for p in (None, operator, kasi)] == [False, False, True]


def test_wrong_hours_and_rows_are_told_and_not_stored(service, kasi):
    isi = service.get_jam()
    salah = replace(
        isi, minggu=(*isi.minggu[:2], replace(isi.minggu[2], selesai="7"), *isi.minggu[3:])
    )
    with pytest.raises(FieldsError) as galat:
        service.simpan_jam(salah, kasi)
    assert list(galat.value.per_field) == ["jam.2.selesai"]
    assert service.check_jam(salah) == galat.value.per_field
    baris = [HARI_JADI, BarisLibur("31/02/2026", "x", "cuti bersama")]
    with pytest.raises(FieldsError) as galat:
        service.simpan_libur(baris, kasi)
    assert list(galat.value.per_field) == ["libur.1.tanggal"]
    assert service.check_libur(baris) == galat.value.per_field
    assert service.list_riwayat() == ()


@pytest.mark.parametrize(
    ("kunci", "sebutan", "lain"),
    [(KUNCI_JAM, "Jam kantor", KUNCI_LIBUR), (KUNCI_LIBUR, "Hari libur", KUNCI_JAM)],
)
def test_a_broken_stored_text_falls_back_alone_and_is_told(
    store, clock, kasi, kunci, sebutan, lain
):
    sah = {
        KUNCI_JAM: '[[jam]]\nhari = ["senin"]\nmulai = "08.00"\nselesai = "09.00"\n',
        KUNCI_LIBUR: CSV,
    }
    store.pengaturan.simpan(kunci, "rusak = ", kasi, clock.now())
    store.pengaturan.simpan(lain, sah[lain], kasi, clock.now())
    service = JadwalService(store.pengaturan, TABEL, clock)
    (masalah,) = service.masalah
    assert masalah.startswith(f"{sebutan} yang tersimpan tidak dapat dipakai")
    assert (service.is_bawaan_jam(), service.is_bawaan_libur()) == (
        kunci == KUNCI_JAM,
        kunci == KUNCI_LIBUR,
    )
    service.kembalikan_jam(kasi)
    service.kembalikan_libur(kasi)
    assert service.masalah == ()
    assert service.jadwal == load_jadwal(TABEL)


def test_a_broken_shipped_table_stops_the_start(store, clock, tmp_path):
    folder = shutil.copytree(TABEL, tmp_path / "tabel")
    (folder / "jam_kerja.toml").write_text("jam = []", encoding="utf-8")
    with pytest.raises(UserError, match=r"^jam_kerja\.toml: "):
        JadwalService(store.pengaturan, folder, clock)


def test_a_year_is_added_once(service):
    hasil = service.tambah_libur_tahun(service.get_libur(), 2028)
    assert len(hasil.ditambah) == 17
    assert len(hasil.baris) == 79 + 17
    assert service.tambah_libur_tahun(hasil.baris, 2028).ditambah == ()
    assert service.tambah_libur_tahun(hasil.baris, 2026).ditambah == ()
    assert service.list_riwayat() == ()


def test_rows_are_imported_from_a_file_and_merged(service, tmp_path):
    berkas = tmp_path / "libur 2028.csv"
    berkas.write_bytes(b"\xef\xbb\xbf" + CSV.replace(",", ";").encode())
    baris = service.import_berkas_libur(berkas)
    assert baris == service.import_libur(CSV) == (HARI_JADI,)
    hasil = service.gabung_libur(service.get_libur(), baris)
    assert hasil.ditambah == (HARI_JADI,)
    assert service.gabung_libur(hasil.baris, baris).ditambah == ()


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"tanggal,nama,jenis\n", r"^libur\.csv tidak berisi hari libur"),
        (b"tanggal,nama,jenis\n31/02/2026,x,cuti bersama", r"^libur\.csv, baris 2: Februari 2026"),
        (b"\xff\xfe\x00", r"^libur\.csv bukan teks UTF-8"),
        (b"x" * (TERBESAR + 1), r"^libur\.csv terlalu besar"),
    ],
)
def test_a_wrong_file_is_told_by_its_name(service, tmp_path, isi, kata):
    berkas = tmp_path / "libur.csv"
    berkas.write_bytes(isi)
    with pytest.raises(UserError, match=kata):
        service.import_berkas_libur(berkas)


def test_a_file_that_is_gone_is_told_by_its_name(service, tmp_path):
    with pytest.raises(UserError, match=r"^hilang\.csv tidak dapat dibaca"):
        service.import_berkas_libur(tmp_path / "hilang.csv")


RAMADAN = MasaJam(
    "Ramadan", "20/11/2026", "24/11/2026", (JamHari(buka=True, mulai="8", selesai="15"),) * 7
)


@pytest.mark.parametrize(
    ("saat", "kata"),
    [
        (SENIN, "Hari ini (Ramadan) buka 08.00-15.00."),
        (SENIN + dt.timedelta(days=2), "Hari ini buka 07.30-12.00, 13.00-16.00."),
        (SENIN + dt.timedelta(days=5), "Hari ini tutup."),
        (dt.datetime(2026, 12, 25, 8, tzinfo=WIB), "Hari ini (Hari Raya Natal) tutup."),
    ],
)
def test_the_preview_tells_the_week_and_today(service, clock, saat, kata):
    clock.atur(saat)
    isi = replace(service.get_jam(), masa=(RAMADAN,))
    assert service.pratinjau_jam(isi) == f"Jam kantor seminggu: 37 jam 30 menit. {kata}"


def test_the_preview_waits_while_something_is_wrong(service):
    isi = JamKantor((JamHari(),) * 7)
    assert service.pratinjau_jam(isi).startswith("Jam kantor seminggu belum dapat dihitung.")


@pytest.mark.parametrize(
    ("menit", "kata"),
    [(450, "7 jam 30 menit"), (480, "8 jam"), (45, "45 menit"), (0, "0 menit")],
)
def test_a_length_of_time_is_said_in_words(menit, kata):
    assert sebut_menit(menit) == kata
