"""The register book as a spreadsheet: plain text only, and the same bytes every time."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import pytest

from sooko_desk.printing import buku_register_xlsx, contoh

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def data():
    return buku_register_xlsx.RegisterXlsxData(
        "KECAMATAN SOOKO", "REGISTER", 2026, contoh.KOLOM_REGISTER, contoh.baris_register(33)
    )


def read_rows(isi: bytes) -> list[list[str]]:
    """Every row of the first sheet as text; fails on a cell that is no text."""
    arsip = zipfile.ZipFile(io.BytesIO(isi))
    kata = [
        "".join(t.text or "" for t in si.iter(f"{NS}t"))
        for si in ET.fromstring(arsip.read("xl/sharedStrings.xml")).iter(f"{NS}si")
    ]
    lembar = ET.fromstring(arsip.read("xl/worksheets/sheet1.xml"))
    assert not list(lembar.iter(f"{NS}f"))
    rows = []
    for row in lembar.iter(f"{NS}row"):
        cells = list(row.iter(f"{NS}c"))
        assert all(c.get("t") == "s" for c in cells if c.find(f"{NS}v") is not None)
        rows.append([kata[int(c.find(f"{NS}v").text)] for c in cells if len(c)])
    return rows


def test_head_and_rows_are_those_of_the_printed_book(data):
    rows = read_rows(buku_register_xlsx.render(data))
    assert rows[0] == [data.judul]
    assert rows[2] == [k.judul for k in data.kolom]
    assert [r[0] for r in rows[3:]] == [b[0] for b in data.baris]


@pytest.mark.parametrize("jahat", ["=1+1", "+62", "@SUM(A1)", '=HYPERLINK("http://x","y")', "007"])
def test_what_a_visitor_typed_stays_text(data, jahat):
    baris = (jahat,) * len(data.kolom)
    rows = read_rows(buku_register_xlsx.render(replace(data, baris=(baris,))))
    assert rows[3] == list(baris)


def test_an_empty_book_has_its_head(data):
    rows = read_rows(buku_register_xlsx.render(replace(data, baris=())))
    assert len(rows) == 3


def test_the_same_book_gives_the_same_bytes(data):
    assert buku_register_xlsx.render(data) == buku_register_xlsx.render(data)
