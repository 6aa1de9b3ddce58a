"""What holds of the durations of any case under any schedule."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.alur import HASIL_BATAL, LANGKAH_ASLI, get_gerak, list_langkah_terbuka
from sooko_desk.domain.lama import (
    DISPENDUKCAPIL,
    KANTOR,
    PEMOHON,
    Lama,
    dikembalikan_sejak,
    hitung_kini,
    hitung_lama,
    waktu_efektif,
)
from sooko_desk.domain.permohonan import Peristiwa
from sooko_desk.domain.sop import SELESAI, Peran
from sooko_desk.domain.waktu import WIB
from sooko_desk.domain.waktu_kantor import JadwalKantor, MasaKhusus, menit_kantor
from sooko_desk.sop.muat import load_rak

SOP = {sop.layanan: sop for sop in load_rak((AKAR / "sop_data",)).sop}
KK, KTP = SOP["KK"], SOP["KTP"]
HARI = dt.timedelta(days=1)
TERIMA = ("terima", "terima", "diterima", "periksa")
KEMBALI = ("periksa", "periksa", "tidak_lengkap", "terima")


def peristiwa(urut, saat, gerak):
    """One event from (dari, langkah, hasil, ke)."""
    dari, langkah, hasil, ke = gerak
    return Peristiwa(urut, langkah, hasil, dari, ke, "Rini Contoh", Peran.OPERATOR, saat)


AWAL = dt.date(2027, 2, 1)
LEBAR = 60
"""Days of the generated calendar."""


@st.composite
def sehari(draw: st.DrawFn):
    """The open spans of a day: none, one, or several with breaks between."""
    batas = draw(st.lists(st.integers(0, 1439), max_size=6, unique=True))
    batas = sorted(batas[: len(batas) // 2 * 2])
    saat = [dt.time(menit // 60, menit % 60) for menit in batas]
    return tuple(zip(saat[::2], saat[1::2], strict=True))


MINGGU = st.tuples(*[sehari()] * 7)


@st.composite
def jadwal(draw: st.DrawFn) -> JadwalKantor:
    """Any schedule with breaks, holidays and up to two periods such as Ramadan."""
    biasa = draw(MINGGU.filter(any))
    libur = draw(st.lists(st.integers(0, LEBAR), max_size=15))
    batas = draw(st.sampled_from([0, 2, 4]))
    tepi = sorted(draw(st.sets(st.integers(0, LEBAR), min_size=batas, max_size=batas)))
    masa = tuple(
        MasaKhusus("Ramadan", AWAL + satu * HARI, AWAL + dua * HARI, draw(MINGGU))
        for satu, dua in zip(tepi[::2], tepi[1::2], strict=True)
    )
    return JadwalKantor(biasa, {AWAL + hari * HARI: "Libur" for hari in libur}, masa)


JADWAL = jadwal()
MULAI = dt.datetime.combine(AWAL, dt.time(), WIB)
# The clock of the PC: mostly on, sometimes far back or ahead.
LANGKAH_JAM = st.one_of(
    st.integers(0, 3_000_000_000),
    st.integers(0, 5 * 86_400_000_000),
    st.integers(-20 * 86_400_000_000, -1),
).map(lambda mikro: dt.timedelta(microseconds=mikro))


@st.composite
def cerita(draw: st.DrawFn, *, batal: bool = True):
    """A story as the program writes it, on either SOP, and the state after every event.

    Returns:
        SOP, events, and per event (posisi, menunggu) as the register has them afterwards.
    """
    sop = draw(st.sampled_from([KK, KTP]))
    saat, posisi = MULAI + draw(LANGKAH_JAM), sop.awal.id
    daftar: list[Peristiwa] = []
    keadaan: list[tuple[str, str]] = []
    menunggu, sebelum = "", None
    for urut in range(1, draw(st.integers(1, 12)) + 1):
        if posisi == SELESAI:
            break
        if batal and sebelum is not None and len(daftar) > 1 and draw(st.booleans()):
            lama = daftar[-1]
            gerak = (posisi, lama.langkah, HASIL_BATAL, lama.dari)
            posisi, menunggu = sebelum
            sebelum = None
        else:
            langkah = draw(st.sampled_from(list_langkah_terbuka(sop, posisi, daftar)))
            boleh = [h for h in langkah.hasil if langkah.id == posisi or not h.mundur]
            hasil = draw(st.sampled_from(boleh))
            baru = get_gerak(sop, posisi, daftar, langkah.id, hasil.id)
            gerak = (posisi, langkah.id, hasil.id, baru.ke)
            sebelum = None if baru.dahulu else (posisi, menunggu)
            posisi, menunggu = baru.ke, menunggu if baru.dahulu else baru.menunggu
        daftar.append(peristiwa(urut, saat, gerak))
        keadaan.append((posisi, menunggu))
        saat += draw(LANGKAH_JAM)
    return sop, tuple(daftar), keadaan, saat


ID = st.sampled_from([*(langkah.id for langkah in KK.langkah), SELESAI, LANGKAH_ASLI, "hilang", ""])
HASIL = st.sampled_from(["lengkap", "tidak_lengkap", "diterima", "terkirim", HASIL_BATAL, "hilang"])
ACAK = st.lists(
    st.builds(
        lambda selisih, dari, langkah, hasil, ke: (MULAI + selisih, (dari, langkah, hasil, ke)),
        LANGKAH_JAM,
        ID,
        ID,
        HASIL,
        ID,
    ),
    max_size=12,
).map(lambda daftar: tuple(peristiwa(n, *satu) for n, satu in enumerate(daftar, start=1)))
"""Stories that no program wrote: any order of steps, unknown words, undoings of nothing."""

SEMUA = st.one_of(
    cerita().map(lambda hasil: (hasil[0], hasil[1], hasil[3])),
    st.tuples(st.sampled_from([KK, KTP]), ACAK, LANGKAH_JAM.map(lambda selisih: MULAI + selisih)),
)


def mikro_kantor(jadwal: JadwalKantor, dari: dt.datetime, sampai: dt.datetime) -> int:
    return jadwal.mikro_sampai(sampai) - jadwal.mikro_sampai(dari)


def detik(waktu: dt.time) -> int:
    return (waktu.hour * 60 + waktu.minute) * 60 + waktu.second


def sisipkan(cerita, indeks, selisih, hasil):
    """A custody event put before event `indeks`; the numbers go on as they would have."""
    daftar = list(cerita)
    posisi = daftar[indeks - 1].ke if indeks else daftar[0].dari
    baru = peristiwa(0, MULAI + selisih, (posisi, LANGKAH_ASLI, hasil, posisi))
    daftar.insert(indeks, baru)
    return tuple(
        peristiwa(n, p.waktu, (p.dari, p.langkah, p.hasil, p.ke))
        for n, p in enumerate(daftar, start=1)
    )


@settings(max_examples=100)
@given(JADWAL, SEMUA)
def test_the_spans_cover_the_whole_story_without_gap_or_loss(jadwal, semua):
    sop, daftar, sekarang = semua
    lama = hitung_lama(sop, daftar, jadwal, sekarang)
    ikut = [p for p in daftar if p.langkah != LANGKAH_ASLI]
    if not ikut:
        assert lama == Lama((), None)
        return
    assert all(satu.sampai == dua.dari for satu, dua in pairwise(lama.ruas))
    assert all(ruas.dari <= ruas.sampai and ruas.mikro >= 0 for ruas in lama.ruas)
    awal = ikut[0].waktu
    akhir = max(sekarang, *(p.waktu for p in ikut))
    if lama.kini is None:
        akhir = lama.ruas[-1].sampai if lama.ruas else awal
    assert sum(r.mikro for r in lama.ruas) == mikro_kantor(jadwal, awal, akhir)
    assert lama.jumlah == pytest.approx(menit_kantor(jadwal, awal, akhir), abs=1e-6)
    if lama.ruas:
        assert (lama.ruas[0].dari, lama.ruas[-1].sampai) == (awal, akhir)


@settings(max_examples=100)
@given(JADWAL, SEMUA)
def test_all_sums_add_up_and_none_is_negative(jadwal, semua):
    sop, daftar, sekarang = semua
    lama = hitung_lama(sop, daftar, jadwal, sekarang)
    pihak = [lama.menit_pihak(p) for p in (KANTOR, PEMOHON, DISPENDUKCAPIL)]
    per_langkah = lama.menit_per_langkah()
    assert all(menit >= 0 for menit in (*pihak, *per_langkah.values()))
    assert sum(pihak) == pytest.approx(lama.jumlah)
    assert sum(per_langkah.values()) == pytest.approx(pihak[0])
    assert all(ruas.menit == (0 if ruas.menunggu else ruas.mikro / 60e6) for ruas in lama.ruas)
    if (kini := lama.kini) is not None:
        assert kini.langkah == lama.ruas[-1].langkah
        assert 0 <= kini.menit <= per_langkah[kini.langkah] + 1e-9
        assert (kini.bagian is None) == (kini.norma is None or bool(kini.menunggu))
        assert kini.bagian is None or kini.bagian * (kini.norma or 0) == pytest.approx(kini.menit)


@settings(max_examples=100)
@given(JADWAL, cerita(batal=False))
def test_every_span_is_the_time_between_the_events_as_the_register_has_them(jadwal, semua):
    """The plain way: after each event the register's own step and holder."""
    sop, daftar, keadaan, sekarang = semua
    efektif = [max(p.waktu for p in daftar[: n + 1]) for n in range(len(daftar))]
    efektif.append(max(sekarang, efektif[-1]))
    harap: dict[tuple[str, str], int] = {}
    for milik, (dari, sampai) in zip(keadaan, pairwise(efektif), strict=True):
        if milik[0] != SELESAI:
            harap[milik] = harap.get(milik, 0) + mikro_kantor(jadwal, dari, sampai)
    ada: dict[tuple[str, str], int] = {}
    for ruas in hitung_lama(sop, daftar, jadwal, sekarang).ruas:
        milik = (ruas.langkah, ruas.menunggu)
        ada[milik] = ada.get(milik, 0) + ruas.mikro
    assert ada == harap


@settings(max_examples=100)
@given(JADWAL, cerita())
def test_the_case_is_where_the_register_has_it_also_after_undoing(jadwal, semua):
    sop, daftar, keadaan, sekarang = semua
    kini = hitung_lama(sop, daftar, jadwal, sekarang).kini
    posisi, menunggu = keadaan[-1]
    if posisi == SELESAI:
        assert kini is None
    else:
        assert kini is not None
        assert (kini.langkah, kini.menunggu) == (posisi, menunggu)


@settings(max_examples=100)
@given(JADWAL, SEMUA)
def test_the_present_stay_alone_is_measured_as_within_the_whole(jadwal, semua):
    sop, daftar, sekarang = semua
    kini = hitung_lama(sop, daftar, jadwal, sekarang).kini
    assert hitung_kini(sop, daftar, jadwal, sekarang) == kini
    kembali = dikembalikan_sejak(sop, daftar)
    assert kembali is None or kembali <= waktu_efektif(daftar, kembali)


@settings(max_examples=100)
@given(JADWAL, cerita(), st.lists(LANGKAH_JAM, max_size=4))
def test_looking_in_between_takes_nothing_away(jadwal, semua, pada):
    """Any split: what is counted up to an instant and from there on is the whole."""
    sop, daftar, _, sekarang = semua
    saat = sorted({sekarang, *(sekarang + abs(selisih) for selisih in pada)})
    lama = [hitung_lama(sop, daftar, jadwal, satu) for satu in saat]
    for (satu, dari), (dua, sampai) in pairwise(zip(lama, saat, strict=True)):
        tambah = mikro_kantor(jadwal, waktu_efektif(daftar, dari), waktu_efektif(daftar, sampai))
        if satu.kini is None:
            tambah = 0
        beda = sum(r.mikro for r in dua.ruas) - sum(r.mikro for r in satu.ruas)
        assert beda == tambah
        assert dua.ruas[:-1] == satu.ruas[:-1]


@given(JADWAL, SEMUA, st.data())
def test_the_number_of_the_event_decides_not_its_place_or_clock(jadwal, semua, data):
    sop, daftar, sekarang = semua
    kocok = data.draw(st.permutations(daftar))
    assert hitung_lama(sop, kocok, jadwal, sekarang) == hitung_lama(sop, daftar, jadwal, sekarang)


@given(
    JADWAL,
    cerita(),
    st.lists(
        st.tuples(st.integers(0, 12), LANGKAH_JAM, st.sampled_from(["dikembalikan", "ditarik"]))
    ),
)
def test_custody_of_originals_changes_no_duration(jadwal, semua, asli):
    sop, daftar, _, sekarang = semua
    dengan = daftar
    for indeks, selisih, hasil in asli:
        dengan = sisipkan(dengan, indeks % (len(dengan) + 1), selisih, hasil)
    assert hitung_lama(sop, dengan, jadwal, sekarang) == hitung_lama(sop, daftar, jadwal, sekarang)


@given(JADWAL, cerita(), st.integers(0, 12), LANGKAH_JAM, LANGKAH_JAM)
def test_a_decision_and_its_undoing_leave_no_trace(jadwal, semua, indeks, selisih, lagi):
    sop, daftar, keadaan, sekarang = semua
    posisi = keadaan[-1][0]
    if posisi == SELESAI:
        return
    langkah = sop.get_langkah(posisi)
    hasil = langkah.hasil[indeks % len(langkah.hasil)]
    n, saat = len(daftar), max(p.waktu for p in daftar)
    salah = peristiwa(n + 1, saat + abs(selisih), (posisi, posisi, hasil.id, hasil.ke))
    batal = peristiwa(n + 2, saat + abs(selisih) + lagi, (hasil.ke, posisi, HASIL_BATAL, posisi))
    nanti = max(sekarang, saat) + abs(selisih) + abs(lagi)
    dengan = hitung_lama(sop, (*daftar, salah, batal), jadwal, nanti)
    assert dengan == hitung_lama(sop, daftar, jadwal, nanti)


@given(JADWAL, cerita(), st.integers(-30 * 86_400, 0))
def test_a_clock_behind_the_last_event_counts_as_the_last_event(jadwal, semua, mundur):
    sop, daftar, _, _ = semua
    akhir = max(p.waktu for p in daftar)
    lalu = akhir + dt.timedelta(seconds=mundur)
    assert hitung_lama(sop, daftar, jadwal, lalu) == hitung_lama(sop, daftar, jadwal, akhir)


@given(JADWAL, st.integers(0, LEBAR), st.integers(0, 86_399), st.integers(0, 86_399))
def test_closed_time_counts_zero(jadwal, hari, satu, dua):
    """On one date the open minutes are those of its list, and none when it is closed."""
    tanggal = AWAL + hari * HARI
    tengah = dt.datetime.combine(tanggal, dt.time(), WIB)
    dari, sampai = (tengah + dt.timedelta(seconds=s) for s in sorted((satu, dua)))
    awal = peristiwa(1, dari, TERIMA)
    lama = hitung_lama(KK, (awal,), jadwal, sampai)
    buka = sum(
        max(min(detik(sampai.time()), detik(tutup)) - max(detik(dari.time()), detik(mulai)), 0)
        for mulai, tutup in jadwal.list_buka(tanggal)
    )
    assert lama.jumlah == pytest.approx(buka / 60)
    if not jadwal.list_buka(tanggal):
        assert lama.jumlah == 0


@given(JADWAL, LANGKAH_JAM, LANGKAH_JAM, LANGKAH_JAM)
def test_paused_time_counts_zero(jadwal, satu, dua, tiga):
    saat = [MULAI]
    for selisih in (satu, dua, tiga):
        saat.append(saat[-1] + abs(selisih))
    gerak = [TERIMA, KEMBALI]
    daftar = tuple(peristiwa(n, saat[n], g) for n, g in enumerate(gerak, start=1))
    lama = hitung_lama(KK, daftar, jadwal, saat[3])
    assert lama.menit_pihak(KANTOR) == menit_kantor(jadwal, saat[1], saat[2])
    assert lama.menit_pihak(PEMOHON) == menit_kantor(jadwal, saat[2], saat[3])
    assert lama.menit_per_langkah()["terima"] == 0
