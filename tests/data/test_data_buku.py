"""The written book: a line with its number in one unit, dated lines, and forms that change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import peewee as pw
import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, SENIN_PAGI
from data import gerak_uji

from sooko_desk.data.tabel import TabelNomor
from sooko_desk.domain.alur import LANGKAH_KOREKSI
from sooko_desk.domain.buku import (
    JenisBaris,
    list_halaman,
    make_bentuk_awal,
)
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.waktu import WIB

BARIS = {"nama": "ANI MISAL", "tgl_register": "23/11/2026", "alamat": "Jl. Contoh", "desa": ""}
AWAL = make_bentuk_awal()


def make_gerak(kantor, permohonan, **ganti):
    """A sending that writes its line into the book."""
    return gerak_uji.make_gerak(kantor, permohonan, **{"baris_buku": BARIS} | ganti)


def daftar(kantor, **ganti):
    """A case that is registered now."""
    permohonan = kantor.sampai(kantor.terima("KTP"), "kirim")
    satu = kantor.store.permohonan.simpan_gerak(make_gerak(kantor, permohonan, **ganti))
    return kantor.store.permohonan.get(satu)


def betulkan(kantor, permohonan, betulan, **ganti):
    gerak = make_gerak(
        kantor,
        permohonan,
        langkah=LANGKAH_KOREKSI,
        hasil="dibetulkan",
        ke=permohonan.ringkasan.posisi,
        nomor=None,
        baris_buku={"tgl_register": "24/11/2026"},
        betulan_buku=betulan,
    )
    kantor.store.permohonan.simpan_gerak(replace(gerak, **ganti))
    return kantor.store.permohonan.get(permohonan.ringkasan.id)


def test_the_number_and_its_line_are_written_together(kantor):
    buku = kantor.store.buku
    assert (buku.count_baris("KTP", 2026), buku.list_ruas("KTP", 2026)) == (0, ())
    assert (buku.find_bentuk("KTP"), buku.list_tahun("KTP")) == (None, ())
    permohonan = daftar(kantor)
    [baris] = buku.list_baris("KTP", 2026)
    assert (baris.baris, baris.jenis, baris.urut) == (1, JenisBaris.CATAT, 1)
    assert (baris.permohonan_id, baris.waktu) == (permohonan.ringkasan.id, SENIN_PAGI)
    assert baris.isi == {
        "urut": "1",
        "nomor_register": "R-1-2026",
        "tgl_register": "23/11/2026",
        "nama": "ANI MISAL",
    }
    bentuk = buku.find_bentuk("KTP")
    assert (baris.bentuk_id, bentuk) == (bentuk.id, replace(AWAL, id=bentuk.id))
    assert buku.get_bentuk(bentuk.id) == bentuk
    [riwayat] = buku.list_bentuk("KTP")
    assert (riwayat.petugas, riwayat.waktu) == (NAMA_OPERATOR, SENIN_PAGI)
    assert buku.list_tahun("KTP") == (2026,)
    assert buku.list_permohonan(permohonan.ringkasan.id) == (baris,)
    assert hash(baris) == hash(replace(baris, isi={}))


def test_when_the_move_fails_neither_number_nor_line_is_written(kantor):
    permohonan = kantor.sampai(kantor.terima("KTP"), "kirim")
    gerak = make_gerak(kantor, permohonan, baris_buku={"nama": object()})
    with pytest.raises(TypeError):
        kantor.store.permohonan.simpan_gerak(gerak)
    with pytest.raises(RuleError, match="sudah berubah"):
        kantor.store.permohonan.simpan_gerak(replace(gerak, versi=99))
    assert TabelNomor.select().where(TabelNomor.buku == "register").count() == 0
    assert kantor.store.buku.count_baris("KTP", 2026) == 0
    assert kantor.store.buku.list_bentuk("KTP") == ()


def test_a_case_that_passes_the_step_twice_keeps_its_one_line(kantor):
    permohonan = daftar(kantor)
    lagi = make_gerak(kantor, permohonan, baris_buku=BARIS | {"nama": "LAIN"})
    kantor.store.permohonan.simpan_gerak(lagi)
    assert [b.isi["nama"] for b in kantor.store.buku.list_baris("KTP", 2026)] == ["ANI MISAL"]


def test_a_correction_is_a_dated_line_of_what_the_book_shows(kantor):
    satu = daftar(kantor)
    betulkan(kantor, satu, {"nama": "Nama: A → B", "alamat": "Alamat: C → D", "nik": "NIK: E → F"})
    dua = daftar(kantor)
    semua = kantor.store.buku.list_baris("KTP", 2026)
    assert [(b.baris, b.jenis.value, b.urut) for b in semua] == [
        (1, "catat", 1),
        (2, "koreksi", None),
        (3, "catat", 2),
    ]
    koreksi = kantor.store.buku.list_permohonan(satu.ringkasan.id)[1]
    assert koreksi.isi == {
        "tgl_register": "24/11/2026",
        "nomor_register": "R-1-2026",
        "pembetulan": "Nama: A → B; NIK: E → F",
    }
    assert kantor.store.buku.count_catat("KTP", 2026) == 2
    assert [kantor.store.buku.count_catat("KTP", 2026, n) for n in (0, 1, 2, 3)] == [0, 1, 1, 2]
    assert [b.baris for b in kantor.store.buku.list_baris("KTP", 2026, 2, 2)] == [2]
    assert dua.ringkasan.nomor_register == "R-2-2026"


def test_what_the_book_does_not_show_or_a_case_without_number_gives_no_line(kantor):
    satu = daftar(kantor)
    satu = betulkan(kantor, satu, {"alamat": "Alamat: C → D"})
    betulkan(kantor, satu, {})
    betulkan(kantor, kantor.terima("KTP"), {"nama": "Nama: A → B"})
    assert kantor.store.buku.count_baris("KTP", 2026) == 1


def test_a_correction_stands_in_the_book_that_is_open_when_it_is_made(kantor):
    satu = daftar(kantor)
    tahun_baru = dt.datetime(2027, 1, 1, 0, 5, tzinfo=WIB)
    kantor.clock.atur(tahun_baru)
    kantor.buka_tahun()
    betulkan(kantor, satu, {"nama": "Nama: A → B"}, waktu=tahun_baru)
    assert kantor.store.buku.list_tahun("KTP") == (2027, 2026)
    [koreksi] = kantor.store.buku.list_baris("KTP", 2027)
    assert (koreksi.baris, koreksi.isi["nomor_register"]) == (1, "R-1-2026")


def test_a_new_form_holds_for_the_lines_to_come_and_begins_a_page(kantor):
    buku = kantor.store.buku
    satu = daftar(kantor)
    dengan_alamat = replace(
        AWAL, kolom=(*AWAL.kolom[:2], replace(AWAL.kolom[5], id="alamat")), per_halaman=10
    )
    baru = buku.simpan_bentuk("KTP", dengan_alamat, kantor.kasi, SENIN_PAGI)
    assert baru == replace(dengan_alamat, id=baru.id) == buku.find_bentuk("KTP")
    assert buku.find_bentuk("KK") is None
    daftar(kantor)
    assert [set(b.isi) for b in buku.list_baris("KTP", 2026)] == [
        {"urut", "nomor_register", "tgl_register", "nama"},
        {"urut", "nomor_register", "alamat"},
    ]
    assert [(r.dari, r.sampai, r.per_halaman) for r in buku.list_ruas("KTP", 2026)] == [
        (1, 1, 20),
        (2, 2, 10),
    ]
    halaman = list_halaman(buku.list_ruas("KTP", 2026))
    assert [(h.bentuk_id, h.tertutup) for h in halaman] == [(baru.id - 1, True), (baru.id, False)]
    # What the old line shows is put right under the new form, and only that.
    betulkan(kantor, satu, {"nama": "Nama: A → B", "alamat": "Alamat: C → D"})
    koreksi = buku.list_baris("KTP", 2026, 3)[0]
    assert (koreksi.bentuk_id, koreksi.isi["pembetulan"]) == (baru.id, "Nama: A → B")
    assert [r.petugas for r in buku.list_bentuk("KTP")] == [NAMA_KASI, NAMA_OPERATOR]


def test_the_form_that_holds_already_leaves_no_page_half_empty(kantor):
    buku = kantor.store.buku
    for _ in range(2):
        buku.simpan_bentuk("KTP", AWAL, kantor.kasi, SENIN_PAGI)
    assert len(buku.list_bentuk("KTP")) == 1
    buku.simpan_bentuk("KTP", replace(AWAL, per_halaman=25), kantor.kasi, SENIN_PAGI)
    buku.simpan_bentuk("KTP", AWAL, kantor.kasi, SENIN_PAGI)
    assert [r.bentuk.per_halaman for r in buku.list_bentuk("KTP")] == [20, 25, 20]


@pytest.mark.parametrize(
    ("jenis", "urut", "permohonan"),
    [("catat", None, 1), ("koreksi", 5, 1), ("catat", 5, None), ("lain", 5, 1), ("catat", 1, 1)],
)
def test_the_file_itself_refuses_a_line_that_makes_no_sense(kantor, jenis, urut, permohonan):
    daftar(kantor)
    with pytest.raises(pw.IntegrityError):
        kantor.store._db.execute_sql(
            "INSERT INTO buku_baris VALUES (NULL, 'KTP', 2026, 2, ?, ?, ?, 1, '{}', '')",
            (jenis, urut, permohonan),
        )
