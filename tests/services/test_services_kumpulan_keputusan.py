"""Marked decisions of the Kasi: counted, taken back, signed in one unit or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sooko_desk.domain.permohonan import TandaBerkas
from sooko_desk.domain.sop import Peran
from sooko_desk.services.keputusan import (
    Keputusan,
    KumpulanKeputusan,
    find_pilihan,
    list_penanda_tangan,
    tanda_tangani,
)


def make_keputusan(permohonan, hasil="lengkap", **ganti):
    r = permohonan.ringkasan
    keputusan = Keputusan(
        token=f"token-{r.id}",
        permohonan_id=r.id,
        versi=r.versi,
        nomor=r.kode_pindai,
        nama=r.pemohon.nama,
        langkah="periksa",
        hasil=hasil,
        label=hasil.replace("_", " ").capitalize(),
        mundur=hasil != "lengkap",
    )
    return replace(keputusan, **ganti)


def tandai(*keputusan):
    kumpulan = KumpulanKeputusan()
    for satu in keputusan:
        kumpulan = kumpulan.beri(satu)
    return kumpulan


def list_posisi(kantor, *nomor):
    return [kantor.store.permohonan.get(n).ringkasan.posisi for n in nomor]


def test_a_case_has_one_mark_the_newest(kantor):
    satu, dua = kantor.terima(), kantor.terima("KTP")
    lama, baru = make_keputusan(satu), make_keputusan(satu, "tidak_lengkap", alasan="Buram")
    kumpulan = tandai(lama, make_keputusan(dua), baru)
    assert kumpulan.find(1) == baru
    assert kumpulan.sebut() == "1 lengkap, 1 tidak lengkap"
    assert kumpulan.tarik(1).find(1) is None
    assert kumpulan.tarik(1, 2).sebut() == ""
    assert kumpulan.find(1) == baru  # a value: nobody else's copy changes


@pytest.mark.parametrize("layanan", ["KK", "KTP"])
def test_the_deciding_step_is_known_by_what_the_sop_asks_for(kantor, layanan):
    sop = kantor.sop(layanan)
    pilihan = find_pilihan(sop.get_langkah("periksa"))
    assert (pilihan.lengkap.id, pilihan.kurang.id) == ("lengkap", "tidak_lengkap")
    lain = [t.id for t in sop.langkah if t.id != "periksa" and find_pilihan(t) is not None]
    assert lain == []
    periksa = sop.get_langkah("periksa")
    assert find_pilihan(replace(periksa, hasil=periksa.hasil[:1])) is None


def test_any_kasi_may_sign_while_somebody_else_is_at_work(kantor):
    dua = replace(kantor.kasi, id=9, nama="Sri Contoh")
    semua = (kantor.operator, kantor.kasi, dua)
    assert list_penanda_tangan(semua, kantor.operator) == (kantor.kasi, dua)
    assert list_penanda_tangan(semua, None) == (kantor.kasi, dua)
    assert list_penanda_tangan(semua, dua) == (dua,)
    assert kantor.kasi.peran is Peran.KASI


def test_all_are_stored_with_their_papers_and_reasons(kantor):
    satu, dua = kantor.terima(), kantor.terima("KTP")
    kode = dua.berkas[0].kode
    kumpulan = tandai(
        make_keputusan(satu),
        make_keputusan(
            dua, "tidak_lengkap", tanda=(TandaBerkas(kode, ada=False),), alasan="Hilang"
        ),
    )
    hasil = tanda_tangani(kantor.meja.alur, kumpulan, kantor.kasi)
    assert hasil.tertanda == kumpulan.isi
    assert hasil.sisa == KumpulanKeputusan()
    assert hasil.kalimat == f"1 lengkap, 1 tidak lengkap ditandatangani {kantor.kasi.nama}."
    assert list_posisi(kantor, 1, 2) == ["entri", "terima"]
    akhir = kantor.store.permohonan.get(2)
    assert not akhir.berkas[0].ada
    assert akhir.riwayat[-1].alasan == "Hilang"


def test_signing_twice_stores_once(kantor):
    kumpulan = tandai(make_keputusan(kantor.terima()))
    for _ in range(2):
        assert tanda_tangani(kantor.meja.alur, kumpulan, kantor.kasi).tertanda
    assert len(kantor.store.permohonan.get(1).riwayat) == 2


def test_a_case_that_moved_loses_its_mark_and_stops_the_others(kantor):
    satu, dua = kantor.terima(), kantor.terima("KTP")
    kumpulan = tandai(make_keputusan(satu), make_keputusan(dua))
    kantor.gerak(dua, "periksa", "tidak_lengkap", alasan="Buram")
    hasil = tanda_tangani(kantor.meja.alur, kumpulan, kantor.kasi)
    assert hasil.tertanda == ()
    assert hasil.sisa.isi == kumpulan.isi[:1]
    assert f"{dua.ringkasan.pemohon.nama} ({dua.ringkasan.kode_pindai})" in hasil.kalimat
    assert list_posisi(kantor, 1) == ["periksa"]


def test_who_is_no_kasi_signs_nothing_and_no_mark_is_lost(kantor):
    kumpulan = tandai(make_keputusan(kantor.terima()))
    hasil = tanda_tangani(kantor.meja.alur, kumpulan, kantor.operator)
    assert hasil.sisa == kumpulan
    assert "dicatat oleh Kasi Pelayanan" in hasil.kalimat
    assert list_posisi(kantor, 1) == ["periksa"]
