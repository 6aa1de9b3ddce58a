from __future__ import annotations

import csv
import datetime as dt
import runpy
from pathlib import Path

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import WIB
from sooko_desk.domain.waktu_kantor import menit_kantor
from sooko_desk.sop.jadwal import load_jadwal, parse_jadwal
from sooko_desk.sop.libur import JENIS_LIBUR

PUNCAK = Path(__file__).resolve().parents[2]
TABEL = PUNCAK / "sop_data" / "tabel"
JAM = '[[jam]]\nhari = ["senin"]\nmulai = "07.30"\nselesai = "16.00"\n'
LIBUR = "tanggal,nama,jenis\n2026-12-25,Hari Raya Natal,libur nasional\n"


@pytest.fixture
def tulis(tmp_path):
    def _tulis(jam: str = JAM, libur: str = LIBUR) -> Path:
        (tmp_path / "jam_kerja.toml").write_text(jam, encoding="utf-8")
        (tmp_path / "hari_libur.csv").write_text(libur, encoding="utf-8")
        return tmp_path

    return _tulis


def pesan(folder: Path) -> str:
    with pytest.raises(UserError) as galat:
        load_jadwal(folder)
    return str(galat.value)


def rentang(*jam: str) -> tuple[tuple[dt.time, dt.time], ...]:
    saat = [dt.time.fromisoformat(satu) for satu in jam]
    return tuple(zip(saat[::2], saat[1::2], strict=True))


def test_the_shipped_hours_are_those_of_the_kabupaten():
    jadwal = load_jadwal(TABEL)
    biasa = rentang("07:30", "12:00", "13:00", "16:00")
    jumat = rentang("07:30", "11:30", "13:00", "16:30")
    assert jadwal.jam == (biasa, biasa, biasa, biasa, jumat, (), ())
    senin = dt.datetime(2026, 11, 16, tzinfo=WIB)
    assert menit_kantor(jadwal, senin, senin + dt.timedelta(days=7)) == 37.5 * 60


@pytest.mark.parametrize(
    ("hari", "nama"),
    [
        (dt.date(2025, 8, 17), "Hari Kemerdekaan Republik Indonesia"),
        (dt.date(2026, 12, 24), "Cuti Bersama Hari Raya Natal"),
        (dt.date(2027, 1, 1), "Tahun Baru Masehi"),
    ],
)
def test_the_shipped_holidays_are_closed(hari, nama):
    jadwal = load_jadwal(TABEL)
    assert jadwal.hari_libur[hari] == nama
    assert jadwal.list_buka(hari) == ()


def test_the_shipped_holidays_cover_three_years_in_order():
    with (TABEL / "hari_libur.csv").open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    tanggal = [satu["tanggal"] for satu in baris]
    assert tanggal == sorted(tanggal)
    for tahun in ("2025", "2026", "2027"):
        jenis = [satu["jenis"] for satu in baris if satu["tanggal"].startswith(tahun)]
        assert jenis.count("libur nasional") >= 16
        assert jenis.count("cuti bersama") >= 7
    assert {satu["jenis"] for satu in baris} < set(JENIS_LIBUR)


def test_the_seed_script_writes_the_committed_table_again(tmp_path):
    skrip = runpy.run_path(str(PUNCAK / "packaging" / "isi_hari_libur.py"))
    tujuan = tmp_path / "hari_libur.csv"
    jumlah = skrip["write_hari_libur"](tujuan, range(2025, 2028))
    assert tujuan.read_bytes() == (TABEL / "hari_libur.csv").read_bytes()
    assert jumlah == len(tujuan.read_text(encoding="utf-8").splitlines()) - 1


def test_breaks_are_taken_out_wherever_they_lie(tulis):
    istirahat = """istirahat = [
        { mulai = "14.00", selesai = "16.00" },
        { mulai = "07:30", selesai = "08:00" },
        { mulai = "10.00", selesai = "10.15" },
    ]
    """
    jadwal = load_jadwal(tulis(JAM + istirahat))
    assert jadwal.jam[0] == rentang("08:00", "10:00", "10:15", "14:00")
    assert jadwal.jam[1:] == ((),) * 6


def test_a_day_may_have_two_shifts(tulis):
    sore = '[[jam]]\nhari = ["senin"]\nmulai = "16.00"\nselesai = "20.00"\n'
    assert load_jadwal(tulis(sore + JAM)).jam[0] == rentang("07:30", "16:00", "16:00", "20:00")


def test_texts_give_the_same_schedule_as_files(tulis):
    assert parse_jadwal(JAM, LIBUR) == load_jadwal(tulis())
    with pytest.raises(UserError, match=r"^jam_kerja\.toml: "):
        parse_jadwal("", LIBUR)
    with pytest.raises(UserError, match=r"^hari_libur\.csv, baris 1: "):
        parse_jadwal(JAM, "")


MASA = """
[[masa_khusus]]
nama = "{nama}"
dari = {dari}
sampai = {sampai}
[[masa_khusus.jam]]
hari = ["senin"]
mulai = "08.00"
selesai = "15.00"
"""


def test_periods_with_their_own_hours_are_put_in_order(tulis):
    kedua = MASA.format(nama="Ramadan 2028", dari="2028-01-28", sampai="2028-02-25")
    pertama = MASA.format(nama="Ramadan 2027", dari="2027-02-08", sampai="2027-03-09")
    jadwal = load_jadwal(tulis(JAM + kedua + pertama))
    assert [masa.nama for masa in jadwal.masa_khusus] == ["Ramadan 2027", "Ramadan 2028"]
    assert jadwal.list_buka(dt.date(2027, 2, 8)) == rentang("08:00", "15:00")
    assert jadwal.list_buka(dt.date(2027, 3, 15)) == rentang("07:30", "16:00")


def jam(**isi: str) -> str:
    nilai = {"hari": '["senin"]', "mulai": '"07.30"', "selesai": '"16.00"'} | isi
    return "[[jam]]\n" + "".join(f"{kunci} = {satu}\n" for kunci, satu in nilai.items() if satu)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("", 'jam_kerja.toml: kunci "jam": belum ada'),
        ("jam = []", 'jam_kerja.toml: kunci "jam": belum ada hari buka'),
        ("jam = [", "jam_kerja.toml: susunan TOML-nya tidak dapat dibaca"),
        (JAM + "x = ,", "jam_kerja.toml: baris 5, huruf ke-5: salah tulis"),
        ("jam = 1", 'jam_kerja.toml: kunci "jam": harus daftar'),
        (JAM + "[ongkos]", 'jam_kerja.toml: kunci "ongkos": tidak dikenal'),
        (jam(buka="1"), 'jam_kerja.toml: jam ke-1, kunci "buka": tidak dikenal'),
        (jam(mulai=""), 'jam_kerja.toml: jam ke-1, kunci "mulai": belum ada'),
        (jam(mulai="7"), 'jam_kerja.toml: jam ke-1, kunci "mulai": harus teks'),
        (jam(hari='["ahad"]'), 'jam ke-1, kunci "hari": hari "ahad" tidak dikenal; pilih senin, '),
        (jam(mulai='"7.30"'), 'jam_kerja.toml: jam ke-1, kunci "mulai": "7.30" bukan jam'),
        (JAM + jam(selesai='"24.00"'), 'jam ke-2, kunci "selesai": "24.00" bukan jam'),
        (jam(selesai='"07.00"'), "jam ke-1: selesai (07.00) tidak sesudah mulai (07.30)"),
        (jam(selesai='"07.30"'), "jam ke-1: selesai (07.30) tidak sesudah mulai (07.30)"),
        (JAM + JAM, 'jam_kerja.toml: kunci "jam": jam hari Senin bertumpuk'),
        (jam(hari='["senin", "senin"]'), 'kunci "jam": jam hari Senin bertumpuk'),
        (
            jam(istirahat='[{ mulai = "13.00", selesai = "12.00" }]'),
            "jam ke-1, istirahat ke-1: selesai (12.00) tidak sesudah mulai (13.00)",
        ),
        (
            jam(istirahat='[{ mulai = "07.00", selesai = "08.00" }]'),
            'jam ke-1, kunci "istirahat": istirahat bertumpuk atau di luar jam kerja',
        ),
        (
            jam(istirahat='[{ mulai = "15.00", selesai = "17.00" }]'),
            'jam ke-1, kunci "istirahat": istirahat bertumpuk atau di luar jam kerja',
        ),
        (
            jam(
                istirahat='[{ mulai = "12.00", selesai = "13.00" }, '
                '{ mulai = "12.30", selesai = "13.30" }]'
            ),
            'jam ke-1, kunci "istirahat": istirahat bertumpuk atau di luar jam kerja',
        ),
        (
            JAM + MASA.format(nama="x", dari="2027-02-08", sampai="2027-02-07"),
            'masa_khusus ke-1: tanggal "sampai" lebih dahulu',
        ),
        (
            JAM + MASA.format(nama="x", dari="2027-02-08", sampai='"besok"'),
            'masa_khusus ke-1, kunci "sampai": ',
        ),
        (
            JAM
            + MASA.format(nama="satu", dari="2027-02-08", sampai="2027-02-10")
            + MASA.format(nama="dua", dari="2027-02-10", sampai="2027-02-12"),
            'kunci "masa_khusus": tanggal "satu" dan "dua" bertumpuk',
        ),
        (
            JAM
            + MASA.format(nama="x", dari="2027-02-08", sampai="2027-02-10").replace("08.00", "8"),
            'masa_khusus ke-1, jam ke-1, kunci "mulai": "8" bukan jam',
        ),
    ],
)
def test_wrong_hours_are_told_with_file_and_key(tulis, isi, kata):
    assert kata in pesan(tulis(isi))


def test_a_table_saved_by_excel_is_read(tulis):
    folder = tulis()
    (folder / "hari_libur.csv").write_bytes(
        b"\xef\xbb\xbftanggal;nama;jenis\r\n25/12/2026;Hari Raya Natal;libur nasional\r\n;;\r\n\r\n"
    )
    assert load_jadwal(folder).hari_libur == {dt.date(2026, 12, 25): "Hari Raya Natal"}


def test_two_holidays_on_one_date_are_both_named(tulis):
    folder = tulis(libur=LIBUR + '2026-12-25,"Hari Jadi, Sooko",libur daerah\n')
    assert load_jadwal(folder).hari_libur == {
        dt.date(2026, 12, 25): "Hari Raya Natal; Hari Jadi, Sooko"
    }


def test_a_table_without_holidays_is_taken(tulis):
    assert load_jadwal(tulis(libur="tanggal,nama,jenis\n")).hari_libur == {}


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("", "hari_libur.csv, baris 1: kolomnya harus tanggal,nama,jenis"),
        ("date,name\n", "hari_libur.csv, baris 1: kolomnya harus tanggal,nama,jenis"),
        (
            LIBUR + "2026-02-30,Libur,cuti bersama\n",
            "hari_libur.csv, baris 3: Februari 2026 hanya sampai tanggal 28",
        ),
        (LIBUR + "\nbesok,Libur,cuti bersama", "hari_libur.csv, baris 4: Tanggal tidak terbaca"),
        (LIBUR + ",Libur,cuti bersama", "hari_libur.csv, baris 3: Tanggal belum diisi"),
        (LIBUR + "2026-12-26,,cuti bersama", "hari_libur.csv, baris 3: nama hari libur"),
        (LIBUR + "2026-12-26,Libur,cuti", 'hari_libur.csv, baris 3: jenis "cuti" tidak dikenal'),
        (LIBUR + "2026-12-26,Libur", "hari_libur.csv, baris 3: harus 3 kolom"),
        (LIBUR + '2026-12-26,"Li', "hari_libur.csv, baris 3: harus 3 kolom"),
        (LIBUR + "x" * 200_000, "hari_libur.csv, baris 3: barisnya terlalu panjang"),
        ("x" * 200_000, "hari_libur.csv, baris 1: kolomnya harus tanggal,nama,jenis"),
    ],
)
def test_wrong_holidays_are_told_with_file_and_line(tulis, isi, kata):
    assert kata in pesan(tulis(libur=isi))


@pytest.mark.parametrize("nama", ["jam_kerja.toml", "hari_libur.csv"])
def test_a_missing_or_garbled_file_is_named(tulis, nama):
    folder = tulis()
    (folder / nama).write_bytes(b"\xff\xfe\x00")
    assert pesan(folder).startswith(f"{nama} bukan teks UTF-8")
    (folder / nama).unlink()
    assert pesan(folder).startswith(f"{nama} tidak dapat dibaca")
