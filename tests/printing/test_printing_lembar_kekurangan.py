"""The sheet of missing papers: nothing cut, nothing outside its cell, flows to further pages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import (
    assert_inside_cells,
    assert_inside_paper,
    assert_inside_the_page,
    assert_no_letter_on_a_rule,
    assert_no_letter_on_another,
    column_edges,
    letters,
    page_texts,
    picture,
    words,
)

from sooko_desk.printing import contoh
from sooko_desk.printing.kertas import A4, A5
from sooko_desk.printing.kop import Kop
from sooko_desk.printing.lembar_kekurangan import KOLOM, BarisKurang, render
from sooko_desk.printing.lembar_pemohon import letakkan

WORDS = st.text(alphabet="WMiIl ./-,'ŌẠÖß1 ", max_size=160)
SENTENCE = "Surat asli yang terbaca jelas, ditandatangani kepala keluarga dan berstempel desa."
LONG_CASE, SHORT_CASE = contoh.lembar_kekurangan()


def test_code_on_the_first_page_of_each_case_is_read_by_a_scanner():
    pdf = render(contoh.lembar_kekurangan())
    found = [
        [code.text for code in zxingcpp.read_barcodes(picture(pdf, 200, page))]
        for page in range(len(page_texts(pdf)))
    ]
    assert found == [[LONG_CASE.kode_pindai], [], [SHORT_CASE.kode_pindai]]


def test_each_case_begins_a_page_and_counts_its_own_pages():
    texts = page_texts(render(contoh.lembar_kekurangan()))
    assert ["Halaman 1 dari 2" in texts[0], "Halaman 2 dari 2" in texts[1]] == [True, True]
    assert "Halaman 1 dari 1" in texts[2]
    assert "KECAMATAN SOOKO" in texts[0]
    assert "KECAMATAN SOOKO" not in texts[1]
    assert "(lanjutan)" in texts[1]
    assert LONG_CASE.nomor in texts[1]


def test_no_case_is_refused():
    with pytest.raises(ValueError, match="no case"):
        render(())


def test_the_sheet_says_what_to_do_and_that_it_is_free():
    text = words(render((SHORT_CASE,)))
    assert "Bawa lembar ini beserta berkas yang kurang ke loket pelayanan" in text
    assert "Nomor permohonan tetap sama, tidak perlu mengambil nomor baru." in text
    assert "TIDAK DIPUNGUT BIAYA" in text
    assert "UU No. 24 Tahun 2013 Pasal 79A" in text
    assert "Jam pelayanan: Senin–Kamis 07.30–12.00 dan 13.00–16.00 WIB" in text
    assert "Tutup 30/11/2026" in text


def test_no_unmasked_nik_is_printed():
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", words(render(contoh.lembar_kekurangan())))


@pytest.mark.parametrize("count", [1, 5, 10, 25])
def test_every_sentence_of_every_row_is_printed_in_full(count):
    rows = tuple(
        BarisKurang(f"Berkas {n} {SENTENCE}", f"Kurang {n}", f"Tempat {n}", f"Rupa {n} {SENTENCE}")
        for n in range(count)
    )
    pdf = render((replace(LONG_CASE, kurang=rows),))
    assert_inside_the_page(pdf)
    texts = page_texts(pdf)
    text = words(pdf)
    assert "…" not in text
    assert text.count(SENTENCE) == 2 * count
    for n in range(count):
        for word in ("Berkas", "Kurang", "Tempat", "Rupa"):
            assert f"{word} {n}" in text
    with_rows = [t for t in texts if "Rupa" in t]
    assert all("Diperoleh di mana" in t for t in with_rows)
    assert f"Halaman {len(texts)} dari {len(texts)}" in texts[-1]


def test_columns_empty_in_every_row_are_left_out_and_single_gaps_get_a_dash():
    rows = (BarisKurang("Surat pengantar", rupa="Asli"), BarisKurang("Buku nikah"))
    text = words(render((replace(SHORT_CASE, kurang=rows),)))
    assert "Diperoleh di mana" not in text
    assert "Seperti apa" in text
    assert " – " in text
    bare = words(render((replace(SHORT_CASE, kurang=(BarisKurang("Buku nikah"),)),)))
    assert "Seperti apa" not in bare
    assert "belum ada" in bare


def test_papers_that_stand_for_each_other_share_a_number_and_count_once():
    rows = (
        BarisKurang("Kartu Keluarga lama"),
        BarisKurang("Buku nikah", diperoleh="KUA tempat nikah"),
        BarisKurang("Akta perkawinan", diperoleh="Dispendukcapil", atau=True),
        BarisKurang("Surat pengantar"),
    )
    data = replace(SHORT_CASE, kurang=rows)
    text = words(render((data,)))
    assert data.jumlah_kurang == 3
    assert "Berkas yang kurang 3 berkas" in text
    assert "2 Buku nikah belum ada KUA tempat nikah atau Akta perkawinan belum ada" in text
    assert "3 Surat pengantar" in text
    assert '"atau": cukup salah satu' in text
    assert "cukup salah satu" not in words(render((SHORT_CASE,)))


@pytest.mark.parametrize("count", range(1, 16))
@pytest.mark.parametrize("here", [(), ("Formulir F-1.02 (asli)",) * 3])
def test_the_signatures_never_stand_alone_on_a_page(count, here):
    row = BarisKurang(f"Berkas {SENTENCE}", "belum ada", "Tempat", f"Rupa {SENTENCE}")
    data = replace(LONG_CASE, kurang=(row,) * count, alasan="", di_kantor=here, dikembalikan=())
    *_, last = page_texts(render((data,)))
    assert "Kepala Seksi Pelayanan" in last
    assert ("F-1.02" if here else "Rupa") in last


@pytest.mark.parametrize("count", range(1, 16))
@pytest.mark.parametrize("paper", [A4, A5])
def test_no_list_of_papers_is_named_again_above_nothing(count, paper):
    row = BarisKurang(f"Berkas {SENTENCE}", "belum ada", "Tempat", f"Rupa {SENTENCE}")
    data = replace(LONG_CASE, kurang=(row,) * count, kertas=paper)
    texts = page_texts(render((data,)))
    assert sum("SUDAH LENGKAP DI KANTOR" in text for text in texts) == 1
    assert sum("DIKEMBALIKAN KEPADA PEMOHON" in text for text in texts) == 1
    assert "Kutipan akta kelahiran anak" in texts[-1]


def test_lists_longer_than_a_page_go_on_in_full():
    many = tuple(f"Berkas asli nomor {n}" for n in range(80))
    text = words(render((replace(LONG_CASE, di_kantor=many),)))
    assert all(f"{name} " in text for name in many)
    assert text.count("SUDAH LENGKAP DI KANTOR") > 1


@pytest.mark.parametrize("count", range(4, 14))
def test_a_note_stays_whole(count):
    note = "Tanda tangan pada formulir tidak sama dengan KTP-el. " * 6
    row = BarisKurang(f"Berkas {SENTENCE}", "belum ada", "Tempat", f"Rupa {SENTENCE}")
    texts = page_texts(render((replace(LONG_CASE, kurang=(row,) * count, alasan=note),)))
    assert [text.count("tidak sama") for text in texts if "CATATAN" in text] == [6]


@pytest.mark.parametrize("paper", [A4, A5])
def test_a_row_higher_than_a_page_goes_on_on_the_next_with_one_box_and_one_number(paper):
    row = BarisKurang("Surat kuasa", "kata " * 1500)
    pdf = render((replace(SHORT_CASE, kurang=(row,), kertas=paper),))
    assert_inside_paper(pdf, letakkan(paper))
    assert_no_letter_on_a_rule(pdf)
    assert words(pdf).count("kata") == 1500
    assert words(pdf).count("Surat kuasa") == 1


def test_a_long_note_runs_over_to_the_next_page_in_full():
    pdf = render((replace(LONG_CASE, alasan="teliti " * 3000),))
    assert_inside_the_page(pdf)
    assert sum(t.count("teliti") for t in page_texts(pdf)) == 3000
    assert sum(t.count("CATATAN KEPALA SEKSI") for t in page_texts(pdf)) >= 2


def test_without_missing_papers_the_note_alone_stands():
    data = replace(LONG_CASE, kurang=(), di_kantor=(), dikembalikan=(), jam_layanan=(), kop=Kop(()))
    text = words(render((data,)))
    assert "BERKAS YANG HARUS DILENGKAPI" not in text
    assert "Berkas yang kurang Tidak ada, lihat catatan" in text
    assert "Bawa lembar ini ke loket" in text
    assert "Jam pelayanan" not in text
    assert "SUDAH LENGKAP" not in text
    assert "DIKEMBALIKAN" not in text


@pytest.mark.parametrize(
    ("field", "heading"),
    [("di_kantor", "SUDAH LENGKAP DI KANTOR"), ("dikembalikan", "DIKEMBALIKAN KEPADA PEMOHON")],
)
def test_one_list_alone_takes_both_columns(field, heading):
    items = tuple(f"Kutipan akta nomor {n}" for n in range(5))
    pdf = render((replace(SHORT_CASE, di_kantor=(), dikembalikan=()),))
    assert heading not in words(pdf)
    data = replace(SHORT_CASE, di_kantor=(), dikembalikan=())
    pdf = render((replace(data, **{field: items}),))
    text = words(pdf)
    assert text.count(heading) == 1
    assert all(item in text for item in items)
    bullets = {round(x.left) for x in letters(pdf) if x.char == "•"}
    assert len(bullets) == 2


def test_copy_and_practice_are_marked():
    pdf = render((replace(LONG_CASE, salinan=2, latihan=True),))
    texts = page_texts(pdf)
    assert ["SALINAN ke-2" in t for t in texts] == [True, False]
    assert all(t.count("LATIHAN") == 1 for t in texts)
    first = words(render((LONG_CASE,)))
    assert "SALINAN" not in first
    assert "LATIHAN" not in first


def test_the_applicant_signs_unless_somebody_else_takes_the_sheet():
    assert "Penerima lembar ini" in words(render((LONG_CASE,)))
    own = words(render((replace(LONG_CASE, penerima=""),)))
    assert "Penerima lembar ini" not in own
    assert own.count(LONG_CASE.nama_pemohon) == 2


@settings(max_examples=20)
@given(
    texts=st.lists(WORDS, min_size=6, max_size=6),
    rows=st.lists(st.builds(BarisKurang, WORDS, WORDS, WORDS, WORDS, st.booleans()), max_size=10),
    hours=st.lists(WORDS, max_size=4),
    here=st.lists(WORDS, max_size=6),
    back=st.lists(WORDS, max_size=6),
)
def test_no_text_leaves_the_page_whatever_the_words(texts, rows, hours, here, back):
    fields = (
        "nama_pemohon",
        "jenis",
        "nomor",
        "alasan",
        "loket",
        "penerima",
    )
    data = replace(
        LONG_CASE,
        **dict(zip(fields, texts, strict=True)),
        jam_layanan=tuple(hours),
        kurang=tuple(rows),
        di_kantor=tuple(here),
        dikembalikan=tuple(back),
    )
    assert_inside_the_page(render((data, SHORT_CASE)))


def test_no_letter_stands_on_another():
    assert_no_letter_on_another(render(contoh.lembar_kekurangan()))


@settings(max_examples=20)
@given(texts=st.lists(st.text(alphabet="WMil /-.1Ạ", max_size=120), min_size=4, max_size=4))
def test_no_letter_crosses_the_rules_of_its_cell(texts):
    edges = column_edges(KOLOM)
    assert edges[-1] == pytest.approx(195)
    full = BarisKurang("a", "b", "c", "d")
    rows = (full, BarisKurang(*texts), BarisKurang(*texts, atau=True), full)
    found = letters(render((replace(SHORT_CASE, kurang=rows),)))
    (last_row,) = (x.top for x in found if x.char == "3" and x.right < 23 and x.top > 95)
    assert_inside_cells((x for x in found if 95.5 < x.top < last_row - 0.5), edges)
