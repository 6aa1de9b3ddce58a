"""No spreadsheet of the program holds a formula, a link or a number: whatever a visitor typed."""

from __future__ import annotations

import ast
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.parsers import expat

import pytest

import sooko_desk
from sooko_desk.domain.laporan import IsiLaporan, KolomLaporan, TabelLaporan
from sooko_desk.printing import contoh_kiriman, daftar_pengiriman_xlsx, laporan_xlsx
from sooko_desk.printing.tabel import KolomRegister
from sooko_desk.printing.tabel_xlsx import render_tabel

PROGRAM = Path(sooko_desk.__file__).parent
JAHAT = (
    "=1+1",
    "+62812",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x","y")',
    "{=1}",
    "http://contoh.id",
    "mailto:a@b",
    "3516131708459001",
    "3.20E+15",
    "0012",
    "<b>&",
)


def read_sel(isi):
    """(kind, words) of every cell of a workbook, by expat alone; fails on a formula or a link."""
    arsip = zipfile.ZipFile(io.BytesIO(isi))
    assert not [n for n in arsip.namelist() if "externalLinks" in n or "vba" in n]
    kata = []
    _baca(arsip.read("xl/sharedStrings.xml"), lambda n, a, t: kata.append(t) if n == "si" else None)
    sel = []
    for nama in arsip.namelist():
        if nama.startswith("xl/worksheets/sheet"):
            assert b"<f" not in arsip.read(nama).replace(b"<fit", b"").replace(b"<form", b"")
            assert b"hyperlink" not in arsip.read(nama)
            _baca(
                arsip.read(nama),
                lambda n, a, t: sel.append((a.get("t"), kata[int(t)])) if n == "c" and t else None,
            )
    return sel


def _baca(xml, tiap):
    """Call `tiap(name, attributes, text)` at the end of every element."""
    tumpuk = []
    pembaca = expat.ParserCreate()
    pembaca.StartElementHandler = lambda nama, sifat: tumpuk.append((nama, sifat, []))

    def tutup(_nama):
        nama, sifat, teks = tumpuk.pop()
        isi = "".join(teks)
        tiap(nama, sifat, isi)
        if tumpuk:
            tumpuk[-1][2].append(isi)

    pembaca.EndElementHandler = tutup

    def tambah(kata):
        tumpuk[-1][2].append(kata)

    pembaca.CharacterDataHandler = tambah
    pembaca.Parse(xml, True)


@pytest.mark.parametrize("jahat", JAHAT)
def test_every_cell_is_text_and_reads_back_as_it_was(jahat):
    kolom = (KolomRegister("A", 20), KolomRegister(jahat, 20))
    isi = render_tabel({"title": "x"}, "Lembar", ((jahat, True),), kolom, [(jahat, "b")])
    sel = read_sel(isi)
    assert {jenis for jenis, _ in sel} == {"s"}
    kata = [kata for _, kata in sel]
    tertulis = jahat.replace("\r", "_x000D_")  # as the format spells it
    assert kata == [tertulis, "A", tertulis, tertulis, "b"]


def test_the_list_to_dispendukcapil_and_the_report_are_written_the_same_way():
    data = contoh_kiriman.daftar_pengiriman()
    baris = tuple(replace(b, nama="=1+1", desa="@x") for b in data.baris)
    sel = read_sel(daftar_pengiriman_xlsx.render(replace(data, baris=baris)))
    tabel = TabelLaporan("a", "=2", (KolomLaporan("+3", 20),), (("-4",),))
    sel += read_sel(laporan_xlsx.render("J", "K", IsiLaporan("s", (("=5", "=6"),), (tabel,))))
    assert {jenis for jenis, _ in sel} == {"s"}
    assert {"=1+1", "@x", "=2", "+3", "-4", "=5", "=6"} <= {kata for _, kata in sel}


def test_no_other_code_of_the_program_writes_workbooks_or_csv():
    """A new writer comes here to be looked at."""
    penulis = {}
    for path in PROGRAM.rglob("*.py"):
        for simpul in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.Import) and any(n.name == "xlsxwriter" for n in simpul.names):
                penulis.setdefault("xlsx", set()).add(path.name)
            if isinstance(simpul, ast.Attribute) and simpul.attr in ("writer", "DictWriter"):
                penulis.setdefault("csv", set()).add(path.name)
    assert penulis["xlsx"] == {"tabel_xlsx.py"}
    # Holidays, typed by the Kasi and read by the program; cells for the clipboard, made safe.
    assert penulis["csv"] == {"libur.py", "isian_tabel_tempel.py"}
