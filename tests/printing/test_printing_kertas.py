"""Every document on every paper that it has a layout for, whatever the case tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from printing.kasus import BUILD, CASES, LONGEST, build
from printing.pdf_baca import (
    assert_inside_paper,
    assert_no_letter_on_a_rule,
    assert_no_letter_on_another,
    assert_only_embedded_fonts,
    bare,
    letters,
    page_sizes_mm,
    page_texts,
    picture,
    rules,
    words,
)

from sooko_desk.printing.blok import Gaya, Kotak, Pena
from sooko_desk.printing.daftar import DAFTAR
from sooko_desk.printing.kertas import A4, A5, F4, FOLIO, KERTAS, Pinggir

LANDSCAPE = {
    *("register_kk", "register_ktp", "lembar_sop", "f101", "f106"),
    *("lembar_kepatuhan", "daftar_pengiriman"),
}
LISTS = {
    *("register_kk", "register_ktp"),
    *("daftar_asli", "daftar_belum_diambil", "daftar_pengiriman"),
}
REPORTS = {"buku_harian", "laporan_bulanan"}
BLANK = {"blangko"}
"""Names are written in by hand."""
SIGNED = {*LISTS, *REPORTS, "lembar_kekurangan", "lembar_kepatuhan"} - {"daftar_pengiriman"}
WITH_OTHER = {
    *("tanda_bukti", "tanda_terima", "lembar_kekurangan"),
    *("daftar_pengiriman", "cerita", "f101", "f102"),
}
ON_PAPERS = [(name, paper) for name, entry in DAFTAR.items() for paper in entry.kertas]

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A case that does not fit is told as it is: to make it small takes minutes."""


def _turned(name, paper):
    return paper.rebah if name in LANDSCAPE or paper.id == "A5" else paper.tegak


def _named(name, case):
    """Who must stand on the paper in full."""
    if name not in BLANK and (case.rows or name not in LISTS):
        yield case.name
    if name in SIGNED:
        yield case.signer.nama
    if name in WITH_OTHER:
        yield case.other


def assert_well_printed(name, paper, case):
    pdf = build(name, case, paper)
    assert_inside_paper(pdf, _turned(name, paper))
    assert_no_letter_on_another(pdf)
    assert_no_letter_on_a_rule(pdf)
    assert_only_embedded_fonts(pdf)
    text = bare(words(pdf))
    for who in _named(name, case):
        assert bare(who) in text


def test_every_document_is_tried():
    assert BUILD.keys() == DAFTAR.keys()


@pytest.mark.parametrize(("name", "paper"), ON_PAPERS, ids=lambda one: getattr(one, "id", one))
def test_the_most_of_everything_fits_on_every_paper(name, paper):
    assert_well_printed(name, paper, LONGEST)


@pytest.mark.parametrize("name", sorted(DAFTAR))
@settings(max_examples=5, phases=QUICK)
@given(case=CASES, which=st.integers(0, 3))
def test_whatever_the_case_tells_fits(name, case, which):
    papers = DAFTAR[name].kertas
    assert_well_printed(name, papers[which % len(papers)], case)


@pytest.mark.parametrize("name", sorted(DAFTAR))
def test_a_paper_without_a_layout_is_refused(name):
    for paper in KERTAS.values():
        if paper not in DAFTAR[name].kertas:
            with pytest.raises(ValueError, match=f"no layout for paper {paper.id}"):
                build(name, LONGEST, paper)


@pytest.mark.parametrize("name", sorted(DAFTAR))
def test_nothing_lands_where_the_printer_cannot_print(name):
    paper = DAFTAR[name].kertas[-1]
    ink_jet = _turned(name, paper).susut(Pinggir(6.4, 3.0, 6.4, 16.9))
    pdf = build(name, LONGEST, ink_jet)
    assert_inside_paper(pdf, ink_jet)
    assert_no_letter_on_another(pdf)
    assert_no_letter_on_a_rule(pdf)


def test_margins_turn_with_the_paper_and_the_wider_side_counts():
    printer = A4.susut(Pinggir(kiri=6, atas=3, kanan=7, bawah=12))
    assert printer.pinggir == Pinggir(6, 5, 7, 12)
    assert printer.tegak is printer
    assert printer.rebah.pinggir == Pinggir(12, 7, 12, 7)
    assert (printer.rebah.lebar, printer.rebah.tinggi) == (297, 210)
    assert printer.rebah.rebah.tegak.pinggir == Pinggir(7, 12, 7, 12)


def test_the_papers_have_the_sizes_that_are_sold():
    sizes = {paper.id: (paper.lebar, paper.tinggi) for paper in KERTAS.values()}
    assert sizes == {"A4": (210, 297), "A5": (148, 210), "F4": (215, 330), "FOLIO": (210, 330)}


@pytest.mark.parametrize("name", ["daftar_asli", "daftar_belum_diambil", "cerita"])
def test_a_higher_paper_holds_more_rows_and_the_words_stand_in_its_middle(name):
    small, large = (build(name, LONGEST, paper) for paper in (A4, F4))
    assert len(page_sizes_mm(small)) >= len(page_sizes_mm(large))
    lowest = [max(x.bottom for x in letters(pdf) if x.bottom < 312) for pdf in (small, large)]
    assert lowest[1] > lowest[0] + 10
    left = [min(x.left for x in letters(pdf)) for pdf in (small, large)]
    assert left[1] - left[0] == pytest.approx(2.5, abs=0.01)


@pytest.mark.parametrize("name", sorted(LANDSCAPE - {"f101", "f106"}))
def test_a_wide_table_is_as_wide_as_its_paper(name):
    for paper in (A4, F4, FOLIO):
        level, _ = rules(build(name, LONGEST, paper), 0)
        width = max(right - left for _, left, right in level)
        assert paper.tinggi - 31 < width < paper.tinggi - 20


def test_a_receipt_on_a5_is_the_applicants_page_then_the_files_page():
    (sample,) = DAFTAR["tanda_bukti"].contoh()
    second = replace(sample, kode_pindai="TB-KK-2026-00013")
    pdf = DAFTAR["tanda_bukti"].render([replace(one, kertas=A5) for one in (sample, second)])
    texts = page_texts(pdf)
    assert ["LEMBAR PEMOHON" in text for text in texts] == [True, False, True, False]
    assert ["ARSIP KANTOR" in text for text in texts] == [False, True, False, True]
    assert not any("gunting" in text for text in texts)
    codes = [zxingcpp.read_barcodes(picture(pdf, 200, page))[0].text for page in range(4)]
    assert codes == [sample.kode_pindai] * 2 + [second.kode_pindai] * 2


def test_a_handover_on_a5_is_a_page_for_each_side_marked_in_practice():
    sample = replace(DAFTAR["tanda_terima"].contoh()[0], kertas=A5, latihan=True)
    texts = page_texts(DAFTAR["tanda_terima"].render([sample]))
    assert [text.count("LATIHAN") for text in texts] == [1, 1]
    assert ["ARSIP KANTOR" in text for text in texts] == [True, False]


def _page(draw):
    pen = Pena(A4, "Uji")
    draw(pen)
    return pen.selesai()


def test_the_checks_see_a_word_on_a_rule_and_a_word_on_a_word():
    word = Gaya(10)
    box = Kotak(10, 10, 12, 12)
    on_rule = _page(lambda pen: (pen.tulis(Kotak(20, 20, 60, 4), "MMM", word), pen.bingkai(box)))
    with pytest.raises(AssertionError):
        assert_no_letter_on_a_rule(on_rule)
    twice = _page(
        lambda pen: [pen.tulis(Kotak(20, y, 60, 4), "MA"[y - 20], word) for y in (20, 21)]
    )
    with pytest.raises(AssertionError):
        assert_no_letter_on_another(twice)
