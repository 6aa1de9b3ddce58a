"""Fitting of text: never wider than the room, never silent about a letter it cannot print."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.printing import huruf
from sooko_desk.printing.sumber import resources_dir

huruf.daftarkan()
LINES = st.text(alphabet="aWi /-–ẠÖ.1", max_size=120)


@pytest.mark.parametrize("weight", [huruf.REGULER, huruf.SEDANG, huruf.TEBAL])
def test_digits_are_of_one_width_in_every_weight(weight):
    assert len({huruf.lebar_teks(d, weight, 10) for d in "0123456789"}) == 1


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Nur ʼAini Ḥasanah Ōta → № 5 € ☐☑✓✗", ""),
        ("Siti 王 Aminah 😀 王", "王😀"),
        ("tab\tdan\nbaris", ""),
    ],
)
def test_letters_that_cannot_be_printed_are_named(text, missing):
    assert huruf.huruf_tak_tercetak(text) == missing


def test_cleaning_composes_and_drops_invisible_letters():
    assert huruf.bersihkan(" Jose\u0301\u200b \u202eAli\u0000\n ") == "José Ali"


@given(LINES, st.floats(20, 300))
def test_wrapped_lines_fit_and_lose_nothing(text, width):
    lines, _ = huruf.bungkus(text, huruf.REGULER, 7, width)
    assert all(huruf.lebar_teks(line, huruf.REGULER, 7) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(LINES, st.floats(20, 200), st.floats(6, 40), st.integers(1, 4))
def test_set_text_fits_its_room(text, width, height, most):
    room = huruf.Ruang(width, height, most)
    result = huruf.susun(text, huruf.TEBAL, 9, 5, room)
    assert len(result.baris) <= most
    assert 5 <= result.ukuran <= 9
    assert len(result.baris) == 1 or result.tinggi <= height + 0.1
    for line in result.baris:
        assert huruf.lebar_teks(line, huruf.TEBAL, result.ukuran) <= width
    if result.utuh:
        assert "".join("".join(result.baris).split()) == "".join(text.split())
    else:
        assert result.baris[-1].endswith("…")


def test_long_register_number_breaks_after_a_slash():
    lines, whole = huruf.bungkus("471.14/KK-12345/416-313/2026", huruf.REGULER, 7, 60)
    assert not whole
    assert all(line.endswith(("/", "-")) for line in lines[:-1])


def test_short_text_is_not_cut():
    assert huruf.elipsis("Sooko", huruf.REGULER, 7, 100) == "Sooko"


def test_resources_lie_beside_the_package():
    assert (resources_dir() / "fonts" / "OFL.txt").is_file()


def test_resources_of_a_frozen_program_lie_where_it_unpacked(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_dir() == tmp_path / "resources"


@pytest.mark.parametrize("weight", [huruf.REGULER, huruf.SEDANG, huruf.TEBAL])
def test_font_files_are_small(weight):
    path = Path(resources_dir()) / "fonts" / f"{weight}.ttf"
    assert path.stat().st_size < 200_000
