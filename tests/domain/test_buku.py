"""Columns and forms of the register book, and how its lines make pages and volumes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.buku import (
    KOLOM_PENA,
    LEBAR_CETAK_MM,
    PANJANG_PEMBETULAN,
    KolomBuku,
    RuasBuku,
    bagi_pembetulan,
    list_halaman,
    list_kolom_tersedia,
    list_salah_bentuk,
    make_bentuk_awal,
)

AWAL = make_bentuk_awal()


def test_the_form_that_every_book_begins_with_fills_the_page():
    assert sum(k.lebar_mm for k in AWAL.kolom) == LEBAR_CETAK_MM
    for layanan in ("KK", "KTP", "KIA"):
        assert list_salah_bentuk(layanan, AWAL) == {}
        tersedia = list_kolom_tersedia(layanan)
        assert set(AWAL.kolom) <= set(tersedia)
        assert len({k.id for k in tersedia}) == len(tersedia)


def test_each_book_is_offered_the_columns_of_its_own_steps():
    kk, ktp, kia = ({k.id for k in list_kolom_tersedia(x)} for x in ("KK", "KTP", "KIA"))
    assert kk ^ ktp == {
        "kepala_keluarga", "tgl_verifikasi", "tgl_tte", "tgl_cetak", "nkk_baru",
        "status_rekam", "tgl_kirim", "tgl_kartu",
    }  # fmt: skip
    assert kia == kk | ktp
    assert kia > KOLOM_PENA


def ganti(n, **isi):
    kolom = list(AWAL.kolom)
    kolom[n] = replace(kolom[n], **isi)
    return {"kolom": tuple(kolom)}


@pytest.mark.parametrize(
    ("isi", "bidang", "kata"),
    [
        ({"per_halaman": 9}, "per_halaman", "10 sampai 30 baris"),
        ({"per_halaman": 31}, "per_halaman", "10 sampai 30 baris"),
        ({"halaman_jilid": 9}, "halaman_jilid", "10 sampai 500 halaman"),
        ({"halaman_jilid": 501}, "halaman_jilid", "10 sampai 500 halaman"),
        (ganti(0, judul="  "), "kolom.1.judul", "belum diisi"),
        (ganti(1, judul="x" * 41), "kolom.2.judul", "41 huruf; tulis paling banyak 40"),
        (ganti(2, judul="a\u202eb"), "kolom.3.judul", "tidak tampak"),
        (ganti(0, lebar_mm=5.9), "kolom.1.lebar_mm", "harus 6 sampai 120 mm"),
        (ganti(0, lebar_mm=120.5), "kolom.1.lebar_mm", "harus 6 sampai 120 mm"),
        (ganti(0, lebar_mm=8.5), "kolom", "269.5 mm, padahal kertas hanya memuat 269 mm"),
        (ganti(0, lebar_mm=10), "kolom", "Kurangi 2 mm"),
        (ganti(11, id="nkk"), "kolom", "No. KK (tersamar) dipilih dua kali"),
        (ganti(11, id="rahasia"), "kolom", "Keterangan tidak dapat dipakai"),
        (ganti(11, id="status_rekam"), "kolom", "Keterangan tidak dapat dipakai"),
        ({"kolom": AWAL.kolom[1:]}, "kolom", "No. urut wajib ada"),
        ({"kolom": ()}, "kolom", "No. urut wajib ada"),
        ({"kolom": AWAL.kolom[:1]}, "kolom", "Nomor register wajib ada"),
    ],
)
def test_a_form_that_cannot_be_printed_is_told_by_its_field(isi, bidang, kata):
    salah = list_salah_bentuk("KK", replace(AWAL, **isi))
    assert kata in salah[bidang]
    assert all(k.endswith(".") and len(k.splitlines()) == 1 for k in salah.values())


def test_a_wider_paper_takes_wider_columns():
    lebar = replace(AWAL, **ganti(0, lebar_mm=40))
    assert "kolom" in list_salah_bentuk("KK", lebar)
    assert list_salah_bentuk("KK", lebar, 302) == {}


def make_ruas(*panjang):
    """Stretches of lines: (lines, rows a page, pages a volume)."""
    ruas, dari = [], 1
    for n, (banyak, per_halaman, jilid) in enumerate(panjang, start=1):
        ruas.append(RuasBuku(n, per_halaman, jilid, dari, dari + banyak - 1))
        dari += banyak
    return tuple(ruas)


def test_a_new_form_begins_a_page_and_rules_the_old_one_off():
    halaman = list_halaman(make_ruas((25, 20, 100), (3, 10, 50)))
    assert [(h.nomor, h.bentuk_id, h.dari, h.sampai, h.kosong, h.tertutup) for h in halaman] == [
        (1, 1, 1, 20, 0, True),
        (2, 1, 21, 25, 15, True),
        (3, 2, 26, 28, 7, False),
    ]
    assert [h.sebutan for h in halaman] == [
        "Jilid 1 · Halaman 1 dari 100",
        "Jilid 1 · Halaman 2 dari 100",
        "Jilid 1 · Halaman 3 dari 100",
    ]


def test_a_volume_is_as_thick_as_the_form_of_its_first_page_says():
    halaman = list_halaman(make_ruas((21, 10, 2), (20, 10, 3)))
    assert [(h.jilid, h.nomor_jilid, h.halaman_jilid) for h in halaman] == [
        (1, 1, 2), (1, 2, 2), (2, 1, 2), (2, 2, 2), (3, 1, 3),
    ]  # fmt: skip
    assert halaman[-1].tertutup


def test_a_book_without_lines_has_no_page():
    assert list_halaman(()) == ()


RUAS = st.lists(
    st.tuples(st.integers(1, 75), st.integers(10, 30), st.integers(10, 500)), max_size=5
)


@given(RUAS)
def test_every_line_stands_on_one_page_in_its_order(panjang):
    halaman = list_halaman(make_ruas(*panjang))
    assert [b for h in halaman for b in range(h.dari, h.sampai + 1)] == [
        *range(1, sum(n for n, _, _ in panjang) + 1)
    ]
    assert [h.nomor for h in halaman] == [*range(1, len(halaman) + 1)]
    assert all(0 <= h.kosong < h.per_halaman for h in halaman)
    assert all(h.tertutup for h in halaman[:-1])
    for h in halaman:
        assert 1 <= h.nomor_jilid <= h.halaman_jilid


@given(RUAS.filter(len), st.integers(0, 60), RUAS)
def test_a_closed_page_stays_as_it_is_whatever_is_written_later(panjang, tambah, lagi):
    sebelum = list_halaman(make_ruas(*panjang))
    (banyak, per_halaman, jilid) = panjang[-1]
    sesudah = list_halaman(make_ruas(*panjang[:-1], (banyak + tambah, per_halaman, jilid), *lagi))
    for lama, baru in zip(sebelum, sesudah, strict=False):
        assert lama == baru or not lama.tertutup
    # Also the open page keeps its place, its form and its volume.
    terbuka = sebelum[-1]
    baru = sesudah[terbuka.nomor - 1]
    assert replace(baru, sampai=terbuka.sampai, tertutup=terbuka.tertutup) == terbuka


def test_a_column_is_left_aligned_unless_told():
    assert KolomBuku("x", "X", 10).rata == "kiri"


@given(st.lists(st.text("abc ", min_size=1, max_size=90), max_size=8))
def test_what_was_corrected_is_shared_out_over_lines_that_can_be_read(kata):
    baris = bagi_pembetulan(kata)
    assert "; ".join(baris) == "; ".join(kata)
    assert all(len(satu) <= PANJANG_PEMBETULAN for satu in baris)
    for satu, lanjut in pairwise(baris):
        assert len(f"{satu}; {lanjut}") > PANJANG_PEMBETULAN or ";" in lanjut


def test_a_long_sentence_has_a_line_of_its_own():
    panjang = "x" * 300
    assert bagi_pembetulan(("a", panjang, "b", "c")) == ("a", panjang, "b; c")
