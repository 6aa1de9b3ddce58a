"""Nothing of a line is cut or covered, at any width, with any marks."""

import datetime as dt
import itertools
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Berkas, Cocok
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.kit.ceklis import DaftarCeklis
from sooko_desk.ui.kit.ceklis_baris import BARIS_ROLE
from sooko_desk.ui.kit.ceklis_kata import build_baris, sub_words
from sooko_desk.ui.kit.ceklis_tata import WRAP, Lembar

AKAR = Path(__file__).resolve().parents[3]
SOP = [
    tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((AKAR / "sop_data").glob("*.toml"))
]
NAMA = sorted({s["nama"] for sop in SOP for s in sop["syarat"]})
BILA = sorted({s.get("bila", "") for sop in SOP for j in sop["jenis"] for s in j["syarat"]})
DULU = dt.datetime(2026, 8, 10, 2, tzinfo=dt.UTC)
LUAS = 10_000

papers = st.builds(
    Berkas,
    kode=st.just("x"),
    nama=st.sampled_from(NAMA),
    sifat=st.sampled_from(SifatSyarat),
    bila=st.sampled_from(BILA),
    grup=st.sampled_from(("", "g")),
    ada=st.booleans(),
    catatan=st.sampled_from(("", "sobek", "fotokopi terpotong, halaman tidak lengkap " * 3)),
    bentuk=st.sampled_from(Bentuk),
    jumlah=st.sampled_from((1, 2, 99)),
    cocok=st.sampled_from(Cocok),
    diterima=st.sampled_from((None, DULU + dt.timedelta(days=4))),
    asli_keluar=st.sampled_from(AsliKeluar),
)


@pytest.fixture(scope="module")
def huruf(qapp):
    return qapp.font()


@given(
    berkas=papers,
    width=st.integers(300, 700),
    live=st.booleans(),
    periksa=st.booleans(),
    tekankan=st.booleans(),
    lain=st.booleans(),
    pt=st.sampled_from((10.0, 12.5, 15.0)),
)
@example(
    berkas=Berkas(
        "x",
        "Kutipan akta kelahiran",
        SifatSyarat.BERSYARAT,
        bila="bila pisah karena kawin atau cerai",
        ada=False,
    ),
    width=490,
    live=False,
    periksa=False,
    tekankan=False,
    lain=False,
    pt=10.0,
)
@settings(max_examples=300)
def test_parts_stay_inside_their_line_and_apart(
    huruf, berkas, width, live, periksa, tekankan, lain, pt
):
    huruf = type(huruf)(huruf)
    huruf.setPointSizeF(pt)
    other = replace(berkas, kode="y", ada=lain, cocok=Cocok.BELUM)
    baris = build_baris((berkas, other), DULU, tekankan=tekankan)[0]
    lembar = Lembar(huruf, live=live, periksa=periksa)
    place = lembar.lay_out(baris, width)
    whole = QRect(0, 0, width, place.height)
    chips = [rect for rect, _ in place.keping]
    parts = [place.number, place.box, place.nama, place.sub, place.pencil, *chips]
    parts = [p for p in parts if not p.isEmpty()]
    assert all(whole.contains(p) for p in parts)
    assert not [(a, b) for a, b in itertools.combinations(parts, 2) if a.intersects(b)]
    words = [(lembar.name, place.nama, berkas.nama), (lembar.small, place.sub, sub_words(berkas))]
    for metrics, rect, teks in words:
        room = QRect(rect.left(), rect.top(), rect.width(), LUAS)
        assert not teks or metrics.boundingRect(room, WRAP, teks).height() <= rect.height()
    assert chips or (berkas.ada and not live)
    assert place.height >= 34


@pytest.mark.parametrize("periksa", [False, True])
@pytest.mark.parametrize("width", range(300, 701, 50))
def test_ticking_and_saying_the_form_move_no_line(huruf, width, periksa):
    lembar = Lembar(huruf, live=True, periksa=periksa)
    for nama in NAMA:
        away = Berkas("x", nama, SifatSyarat.WAJIB, grup="g")
        other = replace(away, kode="y")
        there = replace(away, ada=True)
        lists = [
            (away, other),
            (there, other),
            (away, replace(other, ada=True)),
            (replace(there, bentuk=Bentuk.ASLI), other),
            (replace(there, bentuk=Bentuk.FOTOKOPI), other),
        ]
        heights = {
            lembar.lay_out(build_baris(berkas, None, tekankan=False)[0], width).height
            for berkas in lists
        }
        assert len(heights) == 1, nama


@pytest.mark.parametrize("width", [300, 380, 450, 520, 700])
def test_lines_follow_the_width_of_the_list_and_its_scroll_bar(qtbot, width):
    daftar = DaftarCeklis()
    qtbot.addWidget(daftar)
    daftar.resize(620, 300)
    daftar.show()
    daftar.set_baris([Berkas(str(i), nama, SifatSyarat.WAJIB) for i, nama in enumerate(NAMA)])
    daftar.grab()
    daftar.resize(width, 300)
    QApplication.processEvents()
    lembar = Lembar(daftar.font(), live=True, periksa=False)
    assert daftar.verticalScrollBar().isVisible()
    for row in range(len(NAMA)):
        index = daftar.model().index(row)
        rect = daftar.visualRect(index)
        assert rect.height() == lembar.lay_out(index.data(BARIS_ROLE), rect.width()).height
        assert rect.width() == daftar.viewport().width()


def test_many_looks_of_a_line_are_not_kept_for_ever(huruf):
    lembar = Lembar(huruf, live=True, periksa=False)
    baris = build_baris((Berkas("x", "KK", SifatSyarat.WAJIB),), None, tekankan=False)[0]
    places = [lembar.lay_out(baris, width) for width in range(300, 1000)]
    assert len(lembar._laid_out) <= 300
    assert lembar.lay_out(baris, 300) == places[0]
