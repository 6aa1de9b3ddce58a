"""The SOP sheet: the sheet's words, the flow chart in the right columns, pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printing.pdf_baca import letters, page_texts

from sooko_desk.domain.sop import Hasil
from sooko_desk.printing import contoh, contoh_sop
from sooko_desk.printing.lembar_sop import LembarSopData, render


def _sheet(sop) -> bytes:
    return render(LembarSopData(sop, contoh.KOP))


def _text(sop) -> str:
    return " ".join(" ".join(page_texts(_sheet(sop))).split())


def _with_steps(sop, *steps):
    return replace(sop, langkah=tuple(steps))


def test_head_boxes_and_rows_carry_the_sheets_words():
    sop = contoh_sop.sop_kk()
    text = _text(sop)
    for words in ("Nomor SOP", "30 Januari 2025", "DASAR HUKUM", "MUTU BAKU", "10 Menit"):
        assert words in text
    for step in sop.langkah:
        assert step.output in text


def test_decision_leads_in_words_to_both_steps():
    text = _text(contoh_sop.sop_kk())
    assert "Lengkap → 3" in text
    assert "Tidak lengkap → 1" in text


def test_inferred_actors_are_marked_and_explained_only_where_they_are():
    sop = contoh_sop.sop_kk()
    assert "4*" in _text(sop)
    assert "* Pelaksana disimpulkan" in _text(sop)
    known = _with_steps(sop, *(replace(k, pelaksana_disimpulkan=False) for k in sop.langkah))
    assert "*" not in _text(known)


def test_marks_stand_in_the_column_of_their_actor():
    pdf = _sheet(contoh_sop.sop_kk())
    columns = (86.0, 114.0, 142.0, 170.0)
    marks = [x for x in letters(pdf, 1) if columns[0] < x.left < columns[3] and x.char.isdigit()]
    where = {}
    for mark in marks:
        column = next(n for n in range(3) if mark.right <= columns[n + 1])
        where.setdefault(column, set()).add(mark.char)
    assert where == {0: {"1", "3", "5", "7"}, 1: {"2", "3", "1"}, 2: {"4", "6"}}


def test_steps_outside_the_sheet_are_not_printed():
    sop = contoh_sop.sop_kk()
    after = replace(sop.langkah[-1], id="serah", nomor=None, kegiatan="Menyerahkan kartu")
    assert "Menyerahkan kartu" not in _text(_with_steps(sop, *sop.langkah, after))


def test_short_sheet_stands_on_one_page_and_has_no_time_where_none_is_given():
    sop = contoh_sop.sop_kk()
    one = replace(sop.langkah[0], waktu_menit=None)
    pages = page_texts(_sheet(_with_steps(sop, one)))
    assert len(pages) == 1
    assert "Menit" not in pages[0]
    assert "Halaman 1 dari 1" in pages[0]


def test_long_table_repeats_its_heads_on_every_page():
    sop = contoh_sop.sop_kk()
    steps = [replace(sop.langkah[n % 7], id=f"k{n}", nomor=n + 1, hasil=()) for n in range(25)]
    pages = page_texts(_sheet(_with_steps(sop, *steps)))
    assert len(pages) == 4
    for page in pages[1:]:
        assert "KEGIATAN" in page
    assert sum("STANDART OPERASIONAL" in page for page in pages) == 1


@pytest.mark.parametrize("next_actor", [0, 1, 2])
def test_decision_may_lead_to_any_column(next_actor):
    sop = contoh_sop.sop_kk()
    decision = replace(
        sop.langkah[1],
        hasil=(
            Hasil("lengkap", "Lengkap", "input"),
            Hasil("tidak_lengkap", "Tidak lengkap", "di_luar"),
        ),
    )
    after = replace(sop.langkah[2], pelaksana=sop.lembar.kolom_pelaksana[next_actor])
    text = _text(_with_steps(sop, sop.langkah[0], decision, after))
    assert "Lengkap → 3" in text
    assert "Tidak lengkap" not in text


def test_remark_column_widens_for_a_remark():
    sop = contoh_sop.sop_kk()
    remark = replace(sop.langkah[0], keterangan="Proses selanjutnya dilakukan oleh Dispendukcapil")
    assert "Proses selanjutnya dilakukan" in _text(_with_steps(sop, remark))


def test_unknown_actor_is_refused():
    sop = contoh_sop.sop_kk()
    stray = replace(sop.langkah[0], pelaksana="LURAH")
    with pytest.raises(ValueError, match="LURAH"):
        _sheet(_with_steps(sop, stray))
