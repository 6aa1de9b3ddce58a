import json

import pytest

from sooko_desk.data.permohonan import BATAS_SEKALI
from sooko_desk.domain.permohonan import Bentuk, TandaBerkas


@pytest.fixture
def list_rencana(store):
    """What SQLite plans for every query that a call runs."""

    def list_rencana(baca):
        koneksi = store._db.connection()
        tanya = []
        koneksi.set_trace_callback(tanya.append)
        try:
            baca()
        finally:
            koneksi.set_trace_callback(None)
        return [
            str(baris[-1])
            for sql in tanya
            for baris in koneksi.execute(f"EXPLAIN QUERY PLAN {sql}")
        ]

    return list_rencana


def test_the_stories_of_many_cases_are_those_of_each(kantor, store, list_rencana):
    satu = kantor.sampai(kantor.terima(), "verifikasi")
    dua = kantor.gerak(kantor.terima("KTP"), "periksa", "tidak_lengkap", alasan="Buram")
    tiga = kantor.gerak(kantor.terima(), "periksa", "lengkap")
    satu = kantor.gerak(satu, "upload", "terupload")
    cerita = store.permohonan.list_riwayat([3, 1, 2])
    assert cerita == {1: satu.riwayat, 2: dua.riwayat, 3: tiga.riwayat}
    (rencana,) = list_rencana(lambda: store.permohonan.list_riwayat([3, 1, 2]))
    assert "peristiwa_permohonan (permohonan_id=?)" in rencana


def test_more_cases_than_one_query_takes_are_read_in_parts(kantor, store, list_rencana):
    permohonan = kantor.terima()
    semua = range(2 * BATAS_SEKALI + 1, 0, -1)
    cerita = store.permohonan.list_riwayat(semua)
    assert cerita.pop(1) == permohonan.riwayat
    assert set(cerita.values()) == {()}
    assert len(list_rencana(lambda: store.permohonan.list_riwayat(semua))) == 3
    assert store.permohonan.list_riwayat(()) == {}


def test_the_office_counts_what_it_has_itself(kantor, store, list_rencana):
    sidik = {layanan: kantor.sop(layanan).sidik for layanan in ("KK", "KTP")}
    kantor.gerak(kantor.terima(), "periksa", "tidak_lengkap", alasan="Buram")
    kantor.terima()
    kantor.terima("KTP")
    posisi = [(s, langkah) for s in sidik.values() for langkah in ("terima", "periksa")]
    assert len(store.permohonan.list_posisi(posisi)) == 3
    assert store.permohonan.count_posisi(posisi) == 2
    assert store.permohonan.count_posisi([(sidik["KTP"], "periksa")]) == 1
    assert store.permohonan.count_posisi([(sidik["KTP"], "entri")]) == 0
    assert store.permohonan.count_posisi(()) == 0
    for rencana in list_rencana(lambda: store.permohonan.count_posisi(posisi)):
        assert "permohonan_posisi (posisi=?)" in rencana


def test_related_cases_are_found_by_an_index(kantor, store, list_rencana):
    kk = kantor.terima(kunjungan="k")
    ktp = kantor.terima("KTP", tunggu_id=kk.ringkasan.id, kunjungan="k")
    rencana = list_rencana(lambda: store.permohonan.list_kerabat(ktp.ringkasan))
    assert [r.partition(" USING ")[0] for r in rencana] == ["SEARCH t1"] * 4


def test_a_move_keeps_what_it_changed_on_papers_out_of_the_words(kantor, store):
    permohonan = kantor.terima(berkas=())
    satu, dua = (b.kode for b in permohonan.berkas[:2])
    kantor.clock.maju(1)
    tanda = (
        TandaBerkas(satu, ada=True, bentuk=Bentuk.ASLI),
        TandaBerkas(dua, ada=False, catatan="menyusul"),
    )
    baru = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    akhir = baru.riwayat[-1]
    assert set(akhir.rincian) == {"Berkas ada", "Kurang"}
    sql = "SELECT semula FROM peristiwa WHERE urut = ?"
    ((teks,),) = store._db.execute_sql(sql, (akhir.urut,)).fetchall()
    assert json.loads(teks) == {
        satu: {"ada": False, "bentuk": "", "diterima": ""},
        dua: {"catatan": ""},
    }
    assert store.permohonan.list_riwayat([1])[1] == baru.riwayat


def test_a_move_that_changes_no_paper_keeps_words_only(kantor, store):
    kantor.gerak(kantor.terima(berkas=()), "periksa", "tidak_lengkap", alasan="Buram")
    assert store._db.execute_sql("SELECT DISTINCT semula FROM peristiwa").fetchall() == [("",)]
