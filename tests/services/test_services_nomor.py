"""Numbers over sequences of intakes, moves and a clock that runs, jumps and goes back."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from builders import SENIN_PAGI, make_meja
from hypothesis import given, settings
from hypothesis import strategies as st

from sooko_desk.domain.waktu import WIB, JamTetap, ke_wib

LANGKAH = st.one_of(
    st.tuples(st.just("terima"), st.sampled_from(["KK", "KTP"])),
    st.tuples(st.just("maju"), st.integers(0, 7)),
    st.tuples(st.just("jam"), st.integers(-500, 800)),
)


def main_sekali(kantor, gerakan):
    semua = []
    for apa, isi in gerakan:
        if apa == "jam":
            kantor.clock.maju(isi * 24 * 60)
            if kantor.meja.waktu.tahun_buku.find_baru() is not None:
                kantor.buka_tahun()
        elif apa == "terima":
            semua.append(kantor.terima(isi))
        elif semua and (permohonan := semua[isi % len(semua)]).ringkasan.posisi != "selesai":
            posisi = permohonan.ringkasan.posisi
            langkah = kantor.meja.rak.get(permohonan.ringkasan.sop_sidik).get_langkah(posisi)
            semua[isi % len(semua)] = kantor.gerak(permohonan, posisi, langkah.hasil[0].id)
    return semua


@settings(max_examples=30)
@given(st.lists(LANGKAH, max_size=40))
def test_numbers_have_no_gap_and_no_double_per_service_book_and_year(gerakan):
    with tempfile.TemporaryDirectory() as nama:
        # Late enough that the SOPs are in force on any day the clock can jump to.
        kantor = make_meja(Path(nama), JamTetap(dt.datetime(2085, 12, 31, 23, 50, tzinfo=WIB)))
        semua = main_sekali(kantor, gerakan)
        baris = kantor.store._db.execute_sql(
            "SELECT layanan, buku, tahun, urut, nomor, dicatat FROM nomor ORDER BY id"
        ).fetchall()
        kantor.store.close()
    buku = {}
    dibuka = [tahun for _, _, tahun, *_ in baris]
    assert dibuka == sorted(dibuka)  # whatever the clock did
    for layanan, jenis, tahun, urut, _, dicatat in baris:
        assert tahun >= ke_wib(dt.datetime.fromisoformat(dicatat)).year
        buku.setdefault((layanan, jenis, tahun), []).append(urut)
    for urut in buku.values():
        assert urut == [*range(1, len(urut) + 1)]
    assert len({nomor for *_, nomor, _ in baris}) == len(baris)
    tanda_bukti = [p.ringkasan.nomor_tanda_bukti for p in semua]
    register = [p.ringkasan.nomor_register for p in semua if p.ringkasan.nomor_register]
    assert sorted(tanda_bukti + register) == sorted(nomor for *_, nomor, _ in baris)
    assert len({p.ringkasan.kode_pindai for p in semua}) == len(semua)


@pytest.mark.parametrize(
    ("saat", "kode"),
    [
        (dt.datetime(2026, 12, 31, 16, 59, 59, tzinfo=dt.UTC), "TB-KK-2026-00002"),
        (dt.datetime(2026, 12, 31, 17, 0, tzinfo=dt.UTC), "TB-KK-2027-00001"),
        (dt.datetime(2027, 1, 1, 0, 0, tzinfo=WIB), "TB-KK-2027-00001"),
    ],
)
def test_the_year_can_be_opened_from_midnight_in_wib_on(kantor, saat, kode):
    kantor.terima()
    kantor.clock.atur(saat)
    if kantor.meja.waktu.tahun_buku.find_baru() is not None:
        kantor.buka_tahun()
    assert kantor.terima().ringkasan.kode_pindai == kode


def test_the_register_number_belongs_to_the_year_in_which_it_is_taken(kantor):
    permohonan = kantor.sampai(kantor.terima(), "cetak")
    kantor.clock.atur(dt.datetime(2027, 1, 4, 8, 0, tzinfo=WIB))
    kantor.buka_tahun()
    permohonan = kantor.gerak(permohonan, "cetak", "tercetak")
    assert permohonan.ringkasan.nomor_tanda_bukti == "471.14/TB-1/416-313/2026"
    assert permohonan.ringkasan.nomor_register == "471.14/1/416-313/2027"


def test_a_clock_set_ahead_or_back_goes_on_with_the_open_book(kantor):
    kantor.terima()
    kantor.clock.atur(SENIN_PAGI + dt.timedelta(days=300))
    kantor.terima()
    kantor.clock.atur(SENIN_PAGI - dt.timedelta(days=30))
    permohonan = kantor.terima()
    assert permohonan.ringkasan.kode_pindai == "TB-KK-2026-00003"
    assert [p.urut for p in permohonan.riwayat] == [3]
