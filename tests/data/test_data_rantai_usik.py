"""Hands that have the key change, remove and put in rows: each time the proof says where."""

from __future__ import annotations

import hashlib
import random

import pytest
from data.register_usik import buat_hidup

from sooko_desk.data.rantai import Kepala, kepala
from sooko_desk.data.rantai_bentuk import PEMILIK, RANTAI, TABEL, TAMBAH_SAJA
from sooko_desk.data.rantai_periksa import periksa_kepala, periksa_lengkap, periksa_rantai
from sooko_desk.data.rantai_putus import JenisPutus
from sooko_desk.data.tabel_semua import SEMUA

TABEL_SEMUA = {
    t._meta.table_name: tuple(f.column_name for f in t._meta.sorted_fields) for t in SEMUA
}
KOLOM = [(tabel, kolom) for tabel, semua in TABEL_SEMUA.items() for kolom in semua]


@pytest.fixture(scope="module")
def usik(tmp_path_factory):
    return buat_hidup(tmp_path_factory.mktemp("usik"), banyak=120)


def lain(nilai):
    """Something else of the same kind."""
    if nilai is None:
        return 1
    return nilai + 70_000 if isinstance(nilai, int) else f"{nilai}x"


def cari_kunci(db, tabel, acak):
    """The key of a row that is neither first nor last, of a table that has so many."""
    kunci = TABEL_SEMUA[tabel][0]
    semua = [b[0] for b in db.execute(f"SELECT {kunci} FROM {tabel} ORDER BY 1").fetchall()]
    return acak.choice(semua[1:-1] or semua)


def pemilik(db, tabel, kunci):
    """How a finding names the owner of a row."""
    jenis, kolom = PEMILIK[tabel]
    [(nilai,)] = db.execute(
        f"SELECT {kolom} FROM {tabel} WHERE {TABEL_SEMUA[tabel][0]} = ?", (kunci,)
    )
    return jenis, str(nilai)


def test_the_untouched_register_is_whole(usik):
    with usik.buka() as db:
        assert periksa_rantai(db).putus == ()
        hasil = periksa_lengkap(db, [kepala(db)])
        assert hasil.putus == ()
        assert hasil.mata == hasil.titik.urut == kepala(db).urut
        assert all(db.execute(f"SELECT 1 FROM {t} LIMIT 1").fetchall() for t in TABEL_SEMUA)


@pytest.mark.parametrize(("tabel", "kolom"), KOLOM, ids=lambda k: k)
def test_a_changed_column_is_found_in_its_row(usik, tabel, kolom):
    acak = random.Random(f"{tabel}.{kolom}")
    with usik.buka() as db:
        kunci = cari_kunci(db, tabel, acak)
        nama_kunci = TABEL_SEMUA[tabel][0]
        harus = (tabel, str(kunci)) if tabel not in PEMILIK else pemilik(db, tabel, kunci)
        [(lama,)] = db.execute(f"SELECT {kolom} FROM {tabel} WHERE {nama_kunci} = ?", (kunci,))
        db.execute(f"UPDATE {tabel} SET {kolom} = ? WHERE {nama_kunci} = ?", (lain(lama), kunci))
        putus = periksa_lengkap(db).putus
    assert harus in {(p.tabel, p.kunci) for p in putus}
    if tabel in TAMBAH_SAJA or tabel == RANTAI:
        satu = next(p for p in putus if (p.tabel, p.kunci) == harus)
        assert satu.waktu or tabel == RANTAI or kolom == nama_kunci


@pytest.mark.parametrize("n", range(2))
@pytest.mark.parametrize("tabel", TABEL_SEMUA)
def test_a_removed_row_is_found(usik, tabel, n):
    with usik.buka() as db:
        kunci = cari_kunci(db, tabel, random.Random(f"{tabel}{n}"))
        harus = (tabel, str(kunci)) if tabel not in PEMILIK else pemilik(db, tabel, kunci)
        db.execute(f"DELETE FROM {tabel} WHERE {TABEL_SEMUA[tabel][0]} = ?", (kunci,))
        putus = periksa_lengkap(db).putus
    assert harus in {(p.tabel, p.kunci) for p in putus}


@pytest.mark.parametrize("tabel", TABEL)
def test_a_row_that_was_put_in_is_found(usik, tabel):
    kolom = ", ".join(TABEL_SEMUA[tabel][1:])
    with usik.buka() as db:
        for (indeks,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? "
            "AND sql IS NOT NULL",
            (tabel,),
        ).fetchall():
            db.execute(f"DROP INDEX {indeks}")
        kunci = cari_kunci(db, tabel, random.Random(tabel))
        [asal] = db.execute(
            f"SELECT * FROM {tabel} WHERE {TABEL_SEMUA[tabel][0]} = ?", (kunci,)
        ).fetchall()
        unik = [lain(nilai) for nilai in asal]
        tanda = ", ".join("?" * len(asal))
        db.execute(f"INSERT INTO {tabel} ({TABEL_SEMUA[tabel][0]}, {kolom}) VALUES ({tanda})", unik)
        putus = periksa_lengkap(db).putus
    jenis, nama = PEMILIK.get(tabel, (tabel, TABEL_SEMUA[tabel][0]))
    baru = str(unik[TABEL_SEMUA[tabel].index(nama)])
    assert (jenis, baru, JenisPutus.DISISIPKAN) in {(p.tabel, p.kunci, p.apa) for p in putus}


@pytest.mark.parametrize("tabel", [*TAMBAH_SAJA, RANTAI])
def test_a_row_put_in_before_all_others_is_found_by_the_short_proof_too(usik, tabel):
    with usik.buka() as db:
        titik = periksa_lengkap(db, [kepala(db)]).titik
        [asal] = db.execute(f"SELECT * FROM {tabel} ORDER BY 1 LIMIT 1").fetchall()
        baru = [-7, *map(lain, asal[1:])]
        db.execute(f"INSERT INTO {tabel} VALUES ({', '.join('?' * len(baru))})", baru)
        temuan = [periksa_lengkap(db).putus, periksa_rantai(db, titik).putus]
    for putus in temuan:
        assert (tabel, "-7", JenisPutus.DISISIPKAN) in {(p.tabel, p.kunci, p.apa) for p in putus}


def test_a_finding_names_the_case_and_the_time_of_its_link(usik):
    with usik.buka() as db:
        urut, waktu, nomor = db.execute(
            "SELECT e.urut, e.waktu, p.nomor_tanda_bukti FROM peristiwa e "
            "JOIN permohonan p ON p.id = e.permohonan_id WHERE e.langkah = 'koreksi' "
            "ORDER BY e.urut DESC"
        ).fetchone()
        db.execute("UPDATE peristiwa SET alasan = 'lain' WHERE urut = ?", (urut,))
        [putus] = periksa_rantai(db).putus
        assert (putus.apa, putus.tabel, putus.kunci) == ("diubah", "peristiwa", str(urut))
        assert (putus.nomor, putus.waktu[:16]) == (nomor, waktu[:16])
        db.execute("DELETE FROM peristiwa WHERE urut = ?", (urut,))
        [putus] = periksa_rantai(db).putus
        assert (putus.apa, putus.kunci, putus.nomor) == ("dihapus", str(urut), nomor)


def test_a_changed_missing_paper_names_its_case(usik):
    with usik.buka() as db:
        peristiwa, nomor = db.execute(
            "SELECT k.peristiwa_id, p.nomor_tanda_bukti FROM kekurangan k JOIN peristiwa e "
            "ON e.urut = k.peristiwa_id JOIN permohonan p ON p.id = e.permohonan_id"
        ).fetchone()
        db.execute("UPDATE kekurangan SET kode = 'z' WHERE peristiwa_id = ?", (peristiwa,))
        [putus] = periksa_lengkap(db).putus
        assert (putus.tabel, putus.kunci, putus.nomor) == ("kekurangan", str(peristiwa), nomor)


@pytest.mark.parametrize("banyak", [1, 2, 7, 60])
def test_a_tail_that_is_cut_cleanly_leaves_a_whole_chain_that_older_heads_know_longer(usik, banyak):
    with usik.buka() as db:
        akhir = kepala(db)
        potong(db, akhir.urut - banyak)
        assert periksa_rantai(db).putus == ()
        [putus] = periksa_kepala(db, [akhir])
        assert (putus.apa, putus.kunci) == (JenisPutus.TERPOTONG, str(akhir.urut))
        assert periksa_lengkap(db, [akhir]).titik is None


def potong(db, sampai):
    """Take links off the end, and the rows that they cover with them."""
    from sooko_desk.data.rantai_bentuk import baca_isi

    for (isi,) in db.execute("SELECT isi FROM rantai WHERE urut > ?", (sampai,)).fetchall():
        for tabel, runtun in baca_isi(isi).baris.items():
            for awal, akhir, _ in runtun:
                kunci = TABEL_SEMUA[tabel][0]
                db.execute(f"DELETE FROM {tabel} WHERE {kunci} BETWEEN ? AND ?", (awal, akhir))
    db.execute("DELETE FROM rantai WHERE urut > ?", (sampai,))


def test_rows_that_are_cut_off_without_their_links_are_found(usik):
    with usik.buka() as db:
        [(urut,)] = db.execute("SELECT MAX(urut) FROM peristiwa")
        db.execute("DELETE FROM peristiwa WHERE urut > ?", (urut - 3,))
        putus = [p for p in periksa_rantai(db).putus if p.tabel == "peristiwa"]
        assert [p.kunci for p in putus] == [str(n) for n in range(urut - 2, urut + 1)]


def test_a_chain_that_was_made_anew_is_whole_and_differs_from_every_older_head(usik, monkeypatch):
    from sooko_desk.data import rantai

    with usik.buka() as db:
        lama = [Kepala(*b) for b in db.execute("SELECT urut, sidik, waktu FROM rantai").fetchall()]
        db.execute("UPDATE peristiwa SET alasan = 'palsu' WHERE urut = 5")
        db.execute("DELETE FROM rantai")

        class Palsu:
            @staticmethod
            def connection():
                return db

        rantai.tulis_dasar(Palsu())
        assert periksa_lengkap(db).putus == ()
        putus = periksa_kepala(db, lama)
        assert [p.apa for p in putus] == ["lain"] + ["terpotong"] * (len(lama) - 1)


def test_a_seal_recomputed_by_an_insider_breaks_the_next_link(usik):
    from sooko_desk.data.rantai_bentuk import hitung_sidik

    with usik.buka() as db:
        sidik = hitung_sidik("0" * 64, (9, "", "{}", "{}"), hashlib.sha256())
        db.execute("UPDATE rantai SET sidik = ? WHERE urut = 9", (sidik,))
        [putus] = periksa_rantai(db).putus
        assert (putus.tabel, putus.kunci) == (RANTAI, "9")


@pytest.mark.parametrize(
    ("kolom", "isi"),
    [
        ("isi", '{"baris":{}}'),
        ("isi", '{"baris":{"peristiwa":[[1,999999999999,""]]}}'),
        ("isi", '{"baris":{"rahasia":[[1,1,""]]}}'),
        ("isi", '{"baris":{},"kolom":{"peristiwa":["urut; DROP TABLE rantai"]}}'),
        ("isi", '{"baris":{},"kolom":{"peristiwa":[]}}'),
        ("isi", '{"baris":{},"kolom":{"petugas":["id"]}}'),
        ("isi", "bukan json"),
        ("keadaan", "[]"),
        ("keadaan", "{}"),
    ],
)
def test_a_forged_link_is_found_whatever_it_says(usik, kolom, isi):
    with usik.buka() as db:
        db.execute(f"UPDATE rantai SET {kolom} = ? WHERE urut = 20", (isi,))
        putus = periksa_lengkap(db).putus
    assert any(p.urut in (20, 21) for p in putus)


def test_a_register_whose_chain_is_gone_is_not_taken_for_a_new_one(usik):
    with usik.buka() as db:
        db.execute("DELETE FROM rantai")
        putus = periksa_rantai(db).putus
        assert (putus[-1].apa, putus[-1].tabel, putus[-1].kunci) == ("dihapus", RANTAI, "1")
        assert periksa_lengkap(db).putus[: len(putus)] == putus


def test_a_text_that_is_no_text_is_found(usik):
    with usik.buka() as db:
        db.execute("UPDATE peristiwa SET alasan = CAST(x'ff' AS TEXT) WHERE urut = 5")
        assert [p.apa for p in periksa_rantai(db).putus] == [JenisPutus.TAK_TERBACA]
    with usik.buka() as db:
        db.execute("UPDATE permohonan SET alamat = CAST(x'ff' AS TEXT) WHERE id = 5")
        assert [p.apa for p in periksa_lengkap(db).putus] == [JenisPutus.TAK_TERBACA]


def test_a_proof_may_begin_where_an_earlier_one_ended(usik):
    with usik.buka() as db:
        [(tengah,)] = db.execute("SELECT MAX(urut) / 2 FROM rantai")
        sebelum = periksa_sampai(db, tengah)
        hasil = periksa_rantai(db, sebelum)
        assert hasil.putus == ()
        assert hasil.mata == kepala(db).urut - tengah
        assert hasil.titik == periksa_rantai(db).titik
        db.execute(
            "UPDATE peristiwa SET alasan = 'z' WHERE urut = (SELECT MAX(urut) FROM peristiwa)"
        )
        [putus] = periksa_rantai(db, sebelum).putus
        assert putus.tabel == "peristiwa"
        db.execute("UPDATE rantai SET sidik = ? WHERE urut = ?", ("f" * 64, tengah))
        [putus] = periksa_rantai(db, sebelum).putus
        assert (putus.apa, putus.kunci) == (JenisPutus.LAIN, str(tengah))


def periksa_sampai(db, urut):
    """The proof as it ended when the chain was only so long."""
    db.execute("SAVEPOINT sampai")
    potong(db, urut)
    titik = periksa_rantai(db).titik
    db.execute("ROLLBACK TO sampai")
    return titik
