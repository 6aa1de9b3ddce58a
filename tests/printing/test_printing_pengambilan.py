"""The papers of the hand-over: two halves that hold whatever the names, a list that flows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import (
    assert_inside_cells,
    assert_inside_the_page,
    assert_no_letter_on_a_rule,
    assert_no_letter_on_another,
    column_edges,
    letters,
    page_sizes_mm,
    page_texts,
    picture,
    words,
)

from sooko_desk.printing import contoh_pengambilan, daftar_belum_diambil, tanda_terima
from sooko_desk.printing.daftar_belum_diambil import KOLOM, BarisBelumDiambil
from sooko_desk.printing.kop import Kop

MIDDLE = 148.5
LONG, SHORT = contoh_pengambilan.tanda_terima()
WORDS = st.text(alphabet="WMiIl ./-,'ŌẠÖß1 ", max_size=160)
TEXT_FIELDS = (
    *("nama_layanan", "nomor", "nomor_register", "jenis", "nama_pemohon", "desa", "diserahkan"),
    *("dokumen", "pengambil", "petugas", "hubungan", "identitas", "surat_kuasa", "tanda_bukti"),
)


def _is_cut_label(letter) -> bool:
    return 88 < letter.left < 122 and abs((letter.top + letter.bottom) / 2 - MIDDLE) < 2


def assert_halves_hold(pdf: bytes) -> None:
    (size,) = page_sizes_mm(pdf)
    assert size == pytest.approx((210, 297), abs=0.1)
    for letter in letters(pdf):
        if _is_cut_label(letter):
            continue
        assert letter.left >= 14.5, letter
        assert letter.right <= 195.5, letter
        assert letter.top >= 7.5, letter
        assert letter.bottom <= 291, letter
        assert letter.bottom <= MIDDLE - 5 or letter.top >= MIDDLE + 5, letter


@settings(max_examples=25)
@given(
    text=st.lists(WORDS, min_size=len(TEXT_FIELDS), max_size=len(TEXT_FIELDS)),
    back=st.lists(WORDS, max_size=8),
    kept=st.lists(WORDS, max_size=8),
)
def test_no_text_leaves_its_half_whatever_the_names(text, back, kept):
    fields = dict(zip(TEXT_FIELDS, text, strict=True))
    data = replace(LONG, **fields, dikembalikan=tuple(back), di_kantor=tuple(kept))
    assert_halves_hold(tanda_terima.render((data,)))


def test_the_longest_names_and_reason_are_printed_in_full_on_both_halves():
    pdf = tanda_terima.render((LONG,))
    assert_halves_hold(pdf)
    assert_no_letter_on_another(pdf)
    text = words(pdf)
    assert "…" not in text
    assert text.count(LONG.nama_pemohon) == 2
    assert text.count(LONG.pengambil) == 4
    for whole in (LONG.tanda_bukti, LONG.jenis, LONG.dokumen, *LONG.di_kantor):
        assert text.count(whole) == 2


ORIGINALS = (
    "Kartu Keluarga lama orang tua suami",
    "Kartu Keluarga lama orang tua istri",
    "Buku nikah suami",
    "Buku nikah istri",
    "Kutipan akta kelahiran anak pertama",
    "Kutipan akta kelahiran anak kedua",
    "Surat keterangan pindah datang dari daerah asal",
    "Surat pernyataan tidak keberatan pemilik rumah",
    "KTP-el lama",
    "Ijazah terakhir",
)


@pytest.mark.parametrize("back", [0, 1, 3, 5, 9, 10])
@pytest.mark.parametrize("note", ["", "Pengaduan: datang ke loket pengaduan Kecamatan Sooko."])
def test_each_of_ten_originals_is_named_and_counted_on_both_halves(back, note):
    gone, kept = ORIGINALS[:back], ORIGINALS[back:]
    data = replace(LONG, dikembalikan=gone, di_kantor=kept, catatan_kaki=note)
    pdf = tanda_terima.render((data,))
    assert_halves_hold(pdf)
    assert_no_letter_on_another(pdf)
    assert_no_letter_on_a_rule(pdf)
    text = words(pdf)
    assert "…" not in text
    for label, names in (("dikembalikan", gone), ("masih di kantor", kept)):
        value = f"({len(names)}) {'; '.join(names)}" if names else "Tidak ada"
        assert text.count(f"Berkas asli yang {label} {value}") == 2


def test_the_values_of_a_row_stand_on_one_line_whatever_their_size():
    found = letters(tanda_terima.render((SHORT,)))
    name = next(x for x in found if x.char == "I" and x.left < 25 and 60 < x.top < 70)
    village = next(x for x in found if x.char == "n" and x.left > 165 and 60 < x.top < 70)
    assert name.bottom - name.top > (village.bottom - village.top) * 1.5
    assert name.bottom == pytest.approx(village.bottom, abs=0.05)


def test_empty_optionals_are_dashes_and_nothing_is_kept():
    pdf = tanda_terima.render((replace(SHORT, pengambil="", tanda_bukti="", kop=Kop(())),))
    assert_halves_hold(pdf)
    text = words(pdf)
    assert text.count("Berkas asli yang masih di kantor Tidak ada") == 2
    assert text.count("Tanda bukti penerimaan – ") == 2


def test_each_half_says_whose_it_is_and_leads_to_the_case():
    pdf = tanda_terima.render((LONG,))
    text = words(pdf)
    assert text.count("ARSIP KANTOR") == 1
    assert text.count("LEMBAR PEMOHON") == 1
    assert text.count("Yang mengambil") == 2
    assert text.count("TIDAK DIPUNGUT BIAYA") == 2
    found = zxingcpp.read_barcodes(picture(pdf, 150))
    assert [code.text for code in found] == ["TB-KK-2026-00012"] * 2


def test_copy_and_practice_are_marked_on_both_halves():
    pdf = tanda_terima.render((replace(LONG, salinan=2, latihan=True),))
    text = words(pdf)
    assert text.count("SALINAN ke-2") == 2
    assert text.count("LATIHAN") == 2
    assert "SALINAN" not in words(tanda_terima.render((LONG,)))


def test_each_case_has_a_page_and_no_case_is_refused():
    assert len(page_texts(tanda_terima.render((LONG, SHORT)))) == 2
    with pytest.raises(ValueError, match="no case"):
        tanda_terima.render(())


def _list(rows, **changes):
    return replace(contoh_pengambilan.daftar_belum_diambil(), baris=tuple(rows), **changes)


def test_columns_fill_the_printable_width():
    assert sum(column.lebar_mm for column in KOLOM) == pytest.approx(180)


def test_an_empty_list_says_so_on_one_signed_page():
    (text,) = page_texts(daftar_belum_diambil.render(_list((), saringan="")))
    assert "Tidak ada dokumen yang menunggu diambil." in text
    assert "Nomor tanda bukti" not in text
    assert "paling lama" not in text
    assert "Halaman 1 dari 1" in text


@pytest.mark.parametrize("count", [1, *range(16, 24), 60, 400])
def test_every_page_has_the_head_and_rows_and_only_the_last_is_signed(count):
    pdf = daftar_belum_diambil.render(_list(contoh_pengambilan.baris_belum_diambil(count)))
    texts = page_texts(pdf)
    for number, text in enumerate(texts, start=1):
        assert f"Halaman {number} dari {len(texts)}" in text
        assert ("KECAMATAN SOOKO" in text) == (number == 1)
        assert ("(lanjutan)" in text) == (number > 1)
        assert ("RR. ANINDYA" in text) == (number == len(texts))
        assert re.search(r"471\.14/TB-", text)
    assert words(pdf).count("471.14/TB-") == count
    assert "…" not in words(pdf)


def test_oldest_stand_first_and_the_sums_tell_how_many_are_old():
    rows = [
        BarisBelumDiambil("KK", "471.14/TB-1/1/2026", nama, "Japan", "", "", "-", umur)
        for nama, umur in (("BARU", 7), ("LAMA", 31), ("TENGAH", 8))
    ]
    text = words(daftar_belum_diambil.render(_list(rows)))
    assert text.index("LAMA") < text.index("TENGAH") < text.index("BARU")
    assert "Belum diambil 3" in text
    assert "Lebih dari 7 hari 2" in text
    assert "Lebih dari 30 hari 1" in text


def test_a_row_of_short_words_is_one_line_high_though_its_number_has_five_digits():
    row = contoh_pengambilan.baris_belum_diambil(2)[1]
    assert row.pemohon == "SITI"
    texts = page_texts(daftar_belum_diambil.render(_list([row] * 40)))
    assert len(texts) == 1
    assert texts[0].count("471.14/TB-12299/416-313/2026") == 40


def test_a_row_is_one_line_high_though_its_village_is_set_a_little_smaller():
    row = replace(contoh_pengambilan.baris_belum_diambil(2)[1], desa="Ngingasrembyong")
    texts = page_texts(daftar_belum_diambil.render(_list([row] * 40)))
    assert len(texts) == 1


def test_what_the_list_is_narrowed_down_to_stands_in_its_head():
    rows = contoh_pengambilan.baris_belum_diambil(2)
    assert "Desa Japan · yang paling lama di atas" in words(
        daftar_belum_diambil.render(_list(rows, saringan="Desa Japan"))
    )
    assert "Yang paling lama di atas" in words(
        daftar_belum_diambil.render(_list(rows, saringan=""))
    )


def test_practice_list_is_marked_on_every_page():
    rows = contoh_pengambilan.baris_belum_diambil(40)
    texts = page_texts(daftar_belum_diambil.render(_list(rows, latihan=True)))
    assert [text.count("LATIHAN") for text in texts] == [1, 1]


@settings(max_examples=25)
@given(
    rows=st.lists(
        st.builds(BarisBelumDiambil, *[WORDS] * 7, st.integers(0, 99_999)),
        max_size=24,
    )
)
def test_no_letter_leaves_the_page_or_its_cell_whatever_the_words(rows):
    pdf = daftar_belum_diambil.render(_list(rows))
    assert_inside_the_page(pdf)
    pages = len(page_sizes_mm(pdf))
    for number in range(pages):
        found = letters(pdf, number)
        top = 50.5 if number == 0 else 28.5
        end = 279.0
        if number == pages - 1:  # the sums begin with the B of "Belum diambil"
            end = max(x.top for x in found if x.char == "B" and x.left < 17) - 2
        if rows:
            assert_inside_cells((x for x in found if top < x.top < end), column_edges(KOLOM))
