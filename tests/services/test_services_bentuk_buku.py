"""The form of a register book, chosen by the Kasi."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from builders import NAMA_KASI
from PIL import Image
from printing.pdf_baca import page_texts
from services.buku_uji import catat

from sooko_desk.domain.buku import list_kolom_tersedia, make_bentuk_awal
from sooko_desk.domain.errors import RuleError, UserError

AWAL = make_bentuk_awal()


def test_only_the_kasi_chooses_the_form_and_what_is_wrong_is_told_by_its_place(kantor):
    layanan = kantor.meja.buku.bentuk
    semua = layanan.get_semua()
    assert [k for k, _ in semua.buku] == ["KK", "KTP"]
    assert layanan.is_bawaan()
    with pytest.raises(RuleError, match="mengubah buku register"):
        layanan.simpan_semua(semua, kantor.operator)
    satu, *sisa = AWAL.kolom
    salah = replace(AWAL, kolom=(replace(satu, judul="No 😀"), *sisa), per_halaman=40)
    with pytest.raises(UserError) as galat:
        layanan.simpan_semua(semua.ganti("KTP", salah), kantor.kasi)
    assert galat.value.per_field.keys() == {"KTP.kolom.1.judul", "KTP.per_halaman"}
    with pytest.raises(UserError) as galat:
        layanan.build_contoh("KTP", salah)
    assert galat.value.per_field.keys() == {"kolom.1.judul", "per_halaman"}
    assert kantor.store.buku.find_bentuk("KTP") is None


def test_a_new_form_holds_for_the_next_line_and_the_first_one_can_come_back(kantor):
    catat(kantor, 3)
    layanan = kantor.meja.buku.bentuk
    semua = layanan.get_semua()
    terbuka = layanan.find_halaman_terbuka("KK")
    assert (terbuka.nomor, terbuka.kosong) == (1, 17)
    assert layanan.find_halaman_terbuka("KTP") is None
    satu, *sisa = AWAL.kolom
    bentuk = replace(AWAL, kolom=(replace(satu, judul="  No. "), *sisa), per_halaman=15)
    assert layanan.is_beda("KK", bentuk)
    kantor.clock.maju(1)
    layanan.simpan_semua(semua.ganti("KK", bentuk), kantor.kasi)
    assert not layanan.is_beda("KK", bentuk)
    assert layanan.get_semua().get("KK").kolom[0].judul == "No."
    assert kantor.store.buku.find_bentuk("KTP") is None  # untouched books keep theirs
    assert not layanan.is_bawaan()
    catat(kantor, 1)
    assert [h.per_halaman for h in kantor.meja.buku.keadaan("KK", 2026).halaman] == [20, 15]
    layanan.kembalikan(kantor.kasi)
    assert layanan.is_bawaan()
    assert len(kantor.store.buku.list_bentuk("KK")) == 3


def test_the_sample_page_shows_the_form_with_invented_people(kantor):
    kolom = list_kolom_tersedia("KTP")
    bentuk = replace(AWAL, kolom=(*kolom[:8], kolom[-3]), per_halaman=12, halaman_jilid=50)
    [halaman] = page_texts(kantor.meja.buku.bentuk.build_contoh("KTP", bentuk))
    teks = " ".join(halaman.split())
    for isi in ("Contoh halaman", "halaman 1 dari 50", "Tgl diambil", "23/11/2026", NAMA_KASI):
        assert isi.lower() in teks.lower()
    assert "Desa " not in teks
    png = kantor.meja.buku.bentuk.gambar_contoh("KTP", bentuk, 600)
    with Image.open(io.BytesIO(png)) as gambar:
        assert gambar.width == 600
        assert gambar.width / gambar.height == pytest.approx(297 / 210, 0.01)
