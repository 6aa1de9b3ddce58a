"""Thinning: many young backups, few old ones, and never by what a clock says alone."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import msgspec
import pytest
from builders import SENIN_PAGI
from data.cadangan_uji import tempat
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.data.cadangan_daftar import Cadangan, list_cadangan, new_cadangan, new_daftar
from sooko_desk.data.cadangan_jarang import TERBARU, jarangkan, pilih_simpan

SEHARI = dt.timedelta(days=1)
KUNCI = "5a" * 32


def buat_palsu(folder, saat):
    """A backup as the folder shows it; what is in it does not matter here."""
    cadangan = new_cadangan(folder, saat)
    cadangan.register.write_bytes(b"register")
    cadangan.kunci.write_bytes(b"kunci")
    daftar = new_daftar(
        saat,
        KUNCI,
        5,
        sidik_register="0" * 64,
        permohonan=1,
        peristiwa=1,
        pindaian=["a" * 64],
        tidak_ikut=[],
    )
    cadangan.daftar.write_bytes(msgspec.json.encode(daftar))
    return cadangan


def jalan(folder, hari):
    """One backup on each of these days by the clock of that day, thinned each time."""
    for satu in hari:
        buat_palsu(folder, satu)
        jarangkan(folder)
    return [c.baca_daftar().dibuat[:10] for c in list_cadangan(folder)]


def test_four_hundred_days_leave_days_weeks_months_and_years(tmp_path):
    semua = [SENIN_PAGI + SEHARI * n for n in range(400)]
    sisa = [dt.date.fromisoformat(satu) for satu in jalan(tmp_path, semua)]
    hari = [satu.date() for satu in reversed(semua)]
    assert sisa[:12] == hari[:12]
    minggu = list(dict.fromkeys(satu.isocalendar()[:2] for satu in hari))[:10]
    assert minggu == list(dict.fromkeys(s.isocalendar()[:2] for s in sisa))[:10]
    bulan = list(dict.fromkeys((satu.year, satu.month) for satu in hari))[:9]
    assert bulan == list(dict.fromkeys((s.year, s.month) for s in sisa))[:9]
    assert {satu.year for satu in sisa} == {2026, 2027}
    assert 12 + 8 <= len(sisa) <= 12 + 10 + 9 + 2
    for cadangan in list_cadangan(tmp_path):
        assert all(p.exists() for p in (cadangan.register, cadangan.kunci, cadangan.daftar))
    assert len(list(tmp_path.glob("register-*"))) == len(sisa)


def test_each_backup_of_a_day_is_replaced_by_the_next_but_for_the_newest_three(tmp_path):
    jalan(tmp_path, [SENIN_PAGI + dt.timedelta(minutes=n) for n in range(9)])
    assert [c.nomor for c in list_cadangan(tmp_path)] == [9, 8, 7]


@pytest.mark.parametrize(
    "lompat",
    [
        dt.timedelta(days=365 * 40),
        -dt.timedelta(days=365 * 17),
        dt.timedelta(days=3),
        -dt.timedelta(days=3),
    ],
)
def test_a_clock_that_jumps_never_costs_the_newest(tmp_path, lompat):
    """A dead battery for a week, in the middle of four hundred days."""
    for nomor in range(400):
        salah = lompat if 200 <= nomor < 207 else dt.timedelta()
        terbaru = buat_palsu(tmp_path, SENIN_PAGI + SEHARI * nomor + salah)
        jarangkan(tmp_path)
        ada = list_cadangan(tmp_path)
        assert ada[0] == terbaru
        assert [c.nomor for c in ada[:3]] == list(range(nomor + 1, max(nomor - 2, 0), -1))
    tanggal = [c.baca_daftar().dibuat[:10] for c in ada]
    assert tanggal[:12] == [
        (SENIN_PAGI + SEHARI * n).date().isoformat() for n in range(399, 387, -1)
    ]


def test_a_clock_that_stands_still_keeps_three(tmp_path):
    jalan(tmp_path, [SENIN_PAGI] * 20)
    assert [c.nomor for c in list_cadangan(tmp_path)] == [20, 19, 18]


@given(st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), max_size=80))
def test_whatever_the_dates_the_newest_stay_and_every_year_has_one(tanggal):
    simpan = pilih_simpan(tanggal)
    assert set(range(min(TERBARU, len(tanggal)))) <= simpan
    assert {tanggal[n].year for n in simpan} == {satu.year for satu in tanggal}
    for nomor in simpan - set(range(TERBARU)):
        assert tanggal[nomor] not in tanggal[:nomor]
    assert len({tanggal[n] for n in simpan}) >= min(12, len(set(tanggal)))


def test_scans_are_never_touched(tmp_path):
    satu = tempat(tmp_path, "a" * 64)
    satu.parent.mkdir(parents=True)
    satu.write_bytes(b"the only copy")
    jalan(tmp_path, [SENIN_PAGI] * 9)
    assert satu.read_bytes() == b"the only copy"


def test_a_damaged_backup_stands_for_no_day_and_goes_after_three_good_ones(tmp_path):
    semua = [buat_palsu(tmp_path, SENIN_PAGI + SEHARI * n) for n in range(4)]
    assert jarangkan(tmp_path, [semua[2].nama]) == 0
    assert list_cadangan(tmp_path) == tuple(reversed(semua))
    buat_palsu(tmp_path, SENIN_PAGI + SEHARI * 5)
    buat_palsu(tmp_path, SENIN_PAGI + SEHARI * 6)
    assert jarangkan(tmp_path, [semua[2].nama]) == 1
    assert [c.nomor for c in list_cadangan(tmp_path)] == [6, 5, 4, 2, 1]


def test_with_fewer_than_three_good_ones_nothing_goes(tmp_path):
    semua = [buat_palsu(tmp_path, SENIN_PAGI) for _ in range(9)]
    assert jarangkan(tmp_path, [c.nama for c in semua[2:]]) == 0
    assert len(list_cadangan(tmp_path)) == 9


@pytest.mark.parametrize("isi", [b"{", b"[]", None])
def test_a_list_that_cannot_be_read_neither_counts_nor_goes(tmp_path, isi):
    semua = [buat_palsu(tmp_path, SENIN_PAGI) for _ in range(6)]
    teks = isi or semua[1].daftar.read_bytes().replace(b"2026-11", b"2026-99")
    semua[1].daftar.write_bytes(teks)
    assert jarangkan(tmp_path) == 2
    assert [c.nomor for c in list_cadangan(tmp_path)] == [6, 5, 4, 2]


def test_what_never_got_its_list_goes_but_not_what_is_newer(tmp_path):
    for nama in ("000001-2026-11-20-080000", "2026-11-20-090000", "000009-2026-11-20-080000"):
        Cadangan(tmp_path, nama).register.write_bytes(b"x")
        Cadangan(tmp_path, nama).kunci.write_bytes(b"x")
    for nomor in range(2, 6):
        satu = Cadangan(tmp_path, f"{nomor:06}-2026-11-23-090500")
        lain = buat_palsu(tmp_path, SENIN_PAGI)
        for dari, ke in zip(
            (lain.register, lain.kunci, lain.daftar),
            (satu.register, satu.kunci, satu.daftar),
            strict=True,
        ):
            dari.rename(ke)
    assert jarangkan(tmp_path) == 1
    sisa = {p.name[:15] for p in tmp_path.glob("register-*")}
    assert sisa == {f"register-{n:06}" for n in (3, 4, 5, 9)}


def test_old_names_stay_readable_and_stand_before_every_number(tmp_path):
    lama = []
    for hari, kembar in itertools.product((1, 2), ("", "-2", "-10")):
        satu = Cadangan(tmp_path, f"2026-11-{hari:02}-153012{kembar}")
        baru = buat_palsu(tmp_path, SENIN_PAGI - SEHARI * (23 - hari))
        baru.daftar.rename(satu.daftar)
        baru.register.unlink()
        baru.kunci.unlink()
        lama.append(satu)
    baru = buat_palsu(tmp_path, SENIN_PAGI - SEHARI * 900)
    assert baru.nomor == 1
    assert list_cadangan(tmp_path) == (baru, *reversed(lama))


def test_a_stick_that_refuses_to_forget_loses_nothing_else(tmp_path, monkeypatch):
    semua = [buat_palsu(tmp_path, SENIN_PAGI) for _ in range(5)]
    asli = Path.unlink

    def tolak(self, **kwargs):
        if self == semua[0].daftar:
            raise PermissionError
        asli(self, **kwargs)

    monkeypatch.setattr(Path, "unlink", tolak)
    assert jarangkan(tmp_path) == 1
    assert semua[0].register.exists()
    assert not semua[1].register.exists()


def test_a_stick_that_fails_is_thinned_the_next_time(tmp_path, monkeypatch):
    for _ in range(5):
        buat_palsu(tmp_path, SENIN_PAGI)
    with monkeypatch.context() as ganti:
        ganti.setattr(Path, "iterdir", lambda _self: (_ for _ in ()).throw(OSError(5, "gone")))
        assert jarangkan(tmp_path) == 0
    assert jarangkan(tmp_path) == 2
