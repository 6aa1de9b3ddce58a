from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.sop.jadwal import parse_jadwal
from sooko_desk.sop.jadwal_tulis import (
    Istirahat,
    JamHari,
    JamKantor,
    MasaJam,
    check_jam,
    hitung_menit,
    parse_jam,
    read_jam,
    tidy_jam,
    write_jam,
)

JAM_KERJA = Path(__file__).resolve().parents[2] / "sop_data" / "tabel" / "jam_kerja.toml"
BAWAAN = JAM_KERJA.read_text(encoding="utf-8")
LIBUR = "tanggal,nama,jenis\n"
TUTUP = JamHari()
SENIN = JamHari(buka=True, mulai="07.30", selesai="16.00", istirahat=(Istirahat("12.00", "13.00"),))
MINGGU = (SENIN,) * 4 + (TUTUP,) * 3
RAMADAN = MasaJam("Ramadan 1448 H", "8/2/2027", "9/3/2027", MINGGU)


@pytest.mark.parametrize(
    ("teks", "jam"),
    [
        ("07.30", (7, 30)),
        ("7.30", (7, 30)),
        (" 7:30 ", (7, 30)),
        ("7,30", (7, 30)),
        ("0730", (7, 30)),
        ("730", (7, 30)),
        ("7", (7, 0)),
        ("16", (16, 0)),
        ("00.00", (0, 0)),
        ("23:59", (23, 59)),
    ],
)
def test_an_hour_is_read_as_it_is_typed(teks, jam):
    assert parse_jam(teks) == dt.time(*jam)
    assert tidy_jam(teks) == f"{jam[0]:02}.{jam[1]:02}"


@pytest.mark.parametrize("teks", ["", "pagi", "24", "24.00", "7.60", "7.3", "7.", "-7", "07.30.00"])
def test_what_is_no_hour_is_said_and_kept_as_typed(teks):
    with pytest.raises(UserError, match=r"bukan jam\. Tulis seperti 07\.30\."):
        parse_jam(teks)
    assert tidy_jam(teks) == teks


def test_the_shipped_hours_are_shown_day_by_day():
    isi = read_jam(BAWAAN)
    assert isi.minggu[0] == isi.minggu[3] == SENIN
    jumat = JamHari(
        buka=True, mulai="07.30", selesai="16.30", istirahat=(Istirahat("11.30", "13.00"),)
    )
    assert isi.minggu[4:] == (jumat, TUTUP, TUTUP)
    assert isi.masa == ()
    assert parse_jadwal(write_jam(isi), LIBUR).jam == parse_jadwal(BAWAAN, LIBUR).jam


def test_shifts_of_one_day_become_one_span_with_breaks_between():
    teks = """
    [[jam]]
    hari = ["sabtu"]
    mulai = "13:00"
    selesai = "16.00"
    istirahat = [{ mulai = "15.00", selesai = "15.15" }]
    [[jam]]
    hari = ["sabtu"]
    mulai = "08.00"
    selesai = "12.00"
    [[jam]]
    hari = ["sabtu"]
    mulai = "16.00"
    selesai = "18.00"
    """
    assert read_jam(teks).minggu[5] == JamHari(
        buka=True,
        mulai="08.00",
        selesai="18.00",
        istirahat=(Istirahat("12.00", "13.00"), Istirahat("15.00", "15.15")),
    )


def test_equal_days_share_one_entry_and_a_period_may_be_closed():
    tutup = replace(RAMADAN, minggu=(TUTUP,) * 7, nama='Renovasi "A\\B"')
    teks = write_jam(JamKantor(MINGGU, (tutup,)))
    assert teks.count("[[jam]]") == 1
    masa = parse_jadwal(teks, LIBUR).masa_khusus[0]
    assert (masa.nama, masa.jam) == ('Renovasi "A\\B"', ((),) * 7)
    assert (masa.dari, masa.sampai) == (dt.date(2027, 2, 8), dt.date(2027, 3, 9))


def test_periods_are_shown_in_order():
    lama = replace(RAMADAN, nama="Ramadan 1447 H", dari="18/2/2026", sampai="19/3/2026")
    isi = read_jam(write_jam(JamKantor(MINGGU, (RAMADAN, lama))))
    assert [(m.nama, m.dari) for m in isi.masa] == [
        ("Ramadan 1447 H", "18/02/2026"),
        ("Ramadan 1448 H", "08/02/2027"),
    ]


MENIT = st.integers(0, 24 * 60 - 1)
NAMA = (
    st.text(min_size=1, max_size=40)
    .map(lambda s: " ".join(s.split()))
    .filter(lambda s: s and s.isprintable())
)


def jam_teks(menit: int) -> str:
    return f"{menit // 60:02}.{menit % 60:02}"


@st.composite
def hari(draw):
    """An open day with up to three breaks, its open minutes more than none; or a closed one."""
    batas = sorted(draw(st.sets(MENIT, min_size=3, max_size=8)))
    if draw(st.booleans()):
        return TUTUP
    dalam = batas[1:-1]
    istirahat = [
        Istirahat(jam_teks(a), jam_teks(b)) for a, b in zip(dalam[::2], dalam[1::2], strict=False)
    ]
    return JamHari(
        buka=True,
        mulai=jam_teks(batas[0]),
        selesai=jam_teks(batas[-1]),
        istirahat=tuple(istirahat),
    )


MINGGU_SAH = st.tuples(*[hari()] * 7).filter(lambda minggu: any(h.buka for h in minggu))


@st.composite
def kantor(draw):
    """Hours that are in order, with up to three periods that do not touch."""
    tanggal = sorted(draw(st.sets(st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)), max_size=6)))
    masa = tuple(
        MasaJam(draw(NAMA), f"{a:%d/%m/%Y}", f"{b:%d/%m/%Y}", draw(MINGGU_SAH))
        for a, b in zip(tanggal[::2], tanggal[1::2], strict=False)
    )
    return JamKantor(draw(MINGGU_SAH), masa)


@given(kantor())
def test_hours_that_pass_come_back_the_same_from_their_text(isi):
    assert check_jam(isi) == {}
    teks = write_jam(isi)
    assert read_jam(teks) == isi
    jadwal = parse_jadwal(teks, LIBUR)
    for tulis, dibaca in zip(isi.minggu, jadwal.jam, strict=True):
        menit = sum((b.hour - a.hour) * 60 + b.minute - a.minute for a, b in dibaca)
        assert hitung_menit(tulis) == menit


JAM_KETIKAN = st.sampled_from(["", "7.30", "8", "12:00", "13.00", "16.00", "25", "besok"])
TANGGAL_KETIKAN = st.sampled_from(["", "1/2/2027", "5/2/2027", "9/2/2027", "31/2/2027", "x"])
HARI_KETIKAN = st.builds(
    JamHari,
    buka=st.booleans(),
    mulai=JAM_KETIKAN,
    selesai=JAM_KETIKAN,
    istirahat=st.lists(st.builds(Istirahat, JAM_KETIKAN, JAM_KETIKAN), max_size=2).map(tuple),
)
MINGGU_KETIKAN = st.tuples(*[HARI_KETIKAN | st.just(SENIN)] * 7)
MASA_KETIKAN = st.builds(
    MasaJam,
    st.sampled_from(["", "Ramadan", "a\nb", "\x00"]),
    TANGGAL_KETIKAN,
    TANGGAL_KETIKAN,
    MINGGU_KETIKAN,
)


@given(
    st.builds(
        JamKantor,
        st.just(MINGGU) | MINGGU_KETIKAN,
        st.lists(st.just(RAMADAN) | MASA_KETIKAN, max_size=2).map(tuple),
    )
)
def test_whatever_is_typed_is_either_told_or_taken(isi):
    if not check_jam(isi):
        assert parse_jadwal(write_jam(isi), LIBUR)


def ubah(nomor: int, **ganti) -> JamKantor:
    return JamKantor(tuple(replace(h, **ganti) if n == nomor else h for n, h in enumerate(MINGGU)))


def istirahat(*jam: str) -> tuple[Istirahat, ...]:
    return tuple(Istirahat(a, b) for a, b in zip(jam[::2], jam[1::2], strict=True))


@pytest.mark.parametrize(
    ("isi", "kunci", "kata"),
    [
        (JamKantor((TUTUP,) * 7), "jam.0.buka", "Belum ada hari buka."),
        (ubah(2, mulai=""), "jam.2.mulai", "Jam mulai Rabu belum diisi. Tulis seperti 07.30."),
        (ubah(2, selesai="sore"), "jam.2.selesai", 'Jam selesai Rabu: "sore" bukan jam.'),
        (ubah(2, selesai="7"), "jam.2.selesai", "Selesai Rabu (07.00) tidak sesudah mulai (07.30)"),
        (ubah(2, selesai="7.30"), "jam.2.selesai", "tidak sesudah mulai"),
        (
            ubah(1, istirahat=istirahat("12.00", "")),
            "jam.1.istirahat.0.selesai",
            "Jam selesai istirahat Selasa belum diisi.",
        ),
        (
            ubah(1, istirahat=istirahat("13.00", "12.00")),
            "jam.1.istirahat.0.selesai",
            "Selesai istirahat Selasa (12.00) tidak sesudah mulai (13.00).",
        ),
        (
            ubah(1, istirahat=istirahat("7.00", "8.00")),
            "jam.1.istirahat.0.mulai",
            "Istirahat 07.00-08.00 di luar jam buka 07.30-16.00.",
        ),
        (
            ubah(1, istirahat=istirahat("15.00", "16.30")),
            "jam.1.istirahat.0.selesai",
            "Istirahat 15.00-16.30 di luar jam buka 07.30-16.00.",
        ),
        (
            ubah(1, istirahat=istirahat("12.00", "13.00", "12.30", "14.00")),
            "jam.1.istirahat.1.mulai",
            "Istirahat 12.30-14.00 bertumpuk dengan istirahat 12.00-13.00.",
        ),
        (
            ubah(1, istirahat=istirahat("", "", "7.30", "16.00")),
            "jam.1.istirahat.1.mulai",
            "Istirahat Selasa menghabiskan seluruh jam buka.",
        ),
        (
            JamKantor(MINGGU, (replace(RAMADAN, nama=" "),)),
            "masa.0.nama",
            "Nama masa khusus belum diisi",
        ),
        (
            JamKantor(MINGGU, (replace(RAMADAN, nama="x" * 61),)),
            "masa.0.nama",
            "Nama paling panjang 60 huruf.",
        ),
        (
            JamKantor(MINGGU, (replace(RAMADAN, nama="a\u200bb"),)),
            "masa.0.nama",
            "Nama memuat tanda yang tidak tampak.",
        ),
        (
            JamKantor(MINGGU, (replace(RAMADAN, dari="31/2/2027"),)),
            "masa.0.dari",
            "Februari 2027 hanya sampai tanggal 28",
        ),
        (
            JamKantor(MINGGU, (replace(RAMADAN, sampai="1/2/2027"),)),
            "masa.0.sampai",
            '"Ramadan 1448 H" selesai (01/02/2027) sebelum mulai (08/02/2027).',
        ),
        (
            JamKantor(
                MINGGU,
                (replace(RAMADAN, nama="Lain", dari="9/3/2027", sampai="10/3/2027"), RAMADAN),
            ),
            "masa.0.dari",
            'Bertumpuk dengan "Ramadan 1448 H" (08/02/2027 sampai 09/03/2027).',
        ),
        (
            JamKantor(MINGGU, (replace(RAMADAN, minggu=(TUTUP,) * 7),)),
            "masa.0.jam.0.buka",
            "Belum ada hari buka.",
        ),
        (
            JamKantor(MINGGU, (replace(RAMADAN, minggu=ubah(3, mulai="x").minggu),)),
            "masa.0.jam.3.mulai",
            'Jam mulai Kamis: "x" bukan jam.',
        ),
    ],
)
def test_each_fault_is_told_at_its_place(isi, kunci, kata):
    salah = check_jam(isi)
    assert list(salah) == [kunci]
    assert kata in salah[kunci]


def test_two_spans_of_days_that_only_follow_each_other_are_fine():
    lain = replace(RAMADAN, nama="Lain", dari="10/3/2027", sampai="11/3/2027")
    assert check_jam(JamKantor(MINGGU, (lain, RAMADAN))) == {}


def test_breaks_may_stand_in_any_order_and_a_closed_day_holds_anything():
    isi = ubah(0, istirahat=istirahat("15.00", "15.15", "12.00", "13.00"))
    tutup = replace(isi.minggu[5], mulai="x")
    isi = JamKantor((*isi.minggu[:5], tutup, TUTUP), (RAMADAN, replace(RAMADAN, dari="x")))
    assert list(check_jam(isi)) == ["masa.1.dari"]


@pytest.mark.parametrize(
    ("hari", "menit"),
    [
        (SENIN, 450),
        (TUTUP, 0),
        (replace(SENIN, buka=False), 0),
        (replace(SENIN, istirahat=istirahat("", "")), 510),
        (replace(SENIN, mulai=""), None),
    ],
)
def test_the_open_minutes_of_a_day_follow_what_is_typed(hari, menit):
    assert hitung_menit(hari) == menit
