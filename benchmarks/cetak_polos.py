"""The bare side of `cetak.py`: the marks of a finished PDF, drawn again by a plain canvas.

The marks are read from the PDF's own operators, so that how the program drew them plays no part:
same text runs, lines and boxes, same colours and fonts, each at the same place, nothing measured,
nothing fitted.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Tanda = tuple[str, tuple[Any, ...]]
"""A method of the canvas, and what it is called with. "jalur" is a path of several points."""
Halaman = list[Tanda]

_SALIN = {"q": "saveState", "Q": "restoreState", "w": "setLineWidth"}
_LEWATI = {"BT", "ET", "TL", "T*"}
_LUKIS = {"S": (1, 0), "f*": (0, 1), "f": (0, 1), "B": (1, 1), "B*": (1, 1)}
"""Painting operators: whether they stroke, whether they fill."""


def baca_tanda(pdf: bytes) -> tuple[tuple[float, float], list[Halaman]]:
    """Size of the paper in points, and the marks of every page."""
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        kotak = [float(x) for x in berkas.pages[0].mediabox]
        huruf: dict[tuple[int, int], tuple[str, dict[int, str]]] = {}
        return (kotak[2], kotak[3]), [_Pembaca(huruf).baca(satu) for satu in berkas.pages]


def gambar(ukuran: tuple[float, float], halaman: Sequence[Halaman]) -> bytes:
    """Draw the marks, and nothing else."""
    isi = io.BytesIO()
    kanvas = Canvas(isi, pagesize=ukuran, invariant=1, pageCompression=1)
    for satu in halaman:
        for nama, nilai in satu:
            if nama == "jalur":
                _gambar_jalur(kanvas, *nilai)
            elif nama == "rect":
                kanvas.rect(*nilai[:4], stroke=nilai[4], fill=nilai[5])
            else:
                getattr(kanvas, nama)(*nilai)
        kanvas.showPage()
    kanvas.save()
    return isi.getvalue()


def periksa_sama(satu: bytes, dua: bytes) -> None:
    """Both PDFs have the same text and, at 100 dpi, the same pixels; else nothing was compared."""
    for a, b in zip(_lihat(satu), _lihat(dua), strict=True):
        if a != b:
            raise RuntimeError("the bare canvas did not draw the same marks")


def _lihat(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        for nomor in range(len(dokumen)):
            halaman = dokumen[nomor]
            gambar_halaman = halaman.render(scale=100 / 72)
            yield halaman.get_textpage().get_text_range(), bytes(gambar_halaman.buffer)


def _gambar_jalur(kanvas: Canvas, langkah: Sequence[Tanda], stroke: int, fill: int) -> None:
    jalur = kanvas.beginPath()
    for nama, nilai in langkah:
        getattr(jalur, nama)(*nilai)
    kanvas.drawPath(jalur, stroke=stroke, fill=fill)


class _Pembaca:
    """Reads one page. What a page sets once more, though it is so already, is left out."""

    def __init__(self, huruf: dict[tuple[int, int], tuple[str, dict[int, str]]]) -> None:
        self._huruf = huruf
        self._tanda: Halaman = []
        self._jalur: list[Tanda] = []
        self._keadaan: dict[str, tuple[Any, ...]] = {}
        self._simpanan: list[dict[str, tuple[Any, ...]]] = []
        self._kode: dict[int, str] = {}
        self._letak = (0.0, 0.0)

    def baca(self, halaman: pikepdf.Page) -> Halaman:
        nama_huruf = halaman.resources.Font
        for satu in pikepdf.parse_content_stream(halaman):
            operan, kata = satu.operands, str(satu.operator)
            if kata == "Tf":
                self._pilih_huruf(nama_huruf[str(operan[0])], float(operan[1]))
            elif kata == "Tj":
                teks = "".join(self._kode[bita] for bita in bytes(operan[0]))
                self._tanda.append(("drawString", (*self._letak, teks)))
            elif kata == "d":
                self._atur("setDash", ([float(x) for x in operan[0]], float(operan[1])))
            elif kata not in _LEWATI:
                self._satu(kata, tuple(map(float, operan)))
        return self._tanda

    def _satu(self, kata: str, nilai: tuple[float, ...]) -> None:
        if kata == "Tm":
            self._letak = nilai[4:]  # type: ignore[assignment]  # six numbers
        elif kata in {"rg", "RG"}:
            self._atur("setFillColor" if kata == "rg" else "setStrokeColor", (Color(*nilai),))
        elif kata in _SALIN:
            self._simpan(kata, nilai)
        elif kata == "cm":
            if nilai != (1, 0, 0, 1, 0, 0):
                self._tanda.append(("transform", nilai))
        elif kata in _LUKIS:
            self._lukis(*_LUKIS[kata])
        elif kata != "n":
            nama = {"m": "moveTo", "l": "lineTo", "c": "curveTo", "h": "close", "re": "rect"}[kata]
            self._jalur.append((nama, nilai))

    def _simpan(self, kata: str, nilai: tuple[float, ...]) -> None:
        if kata == "w":
            self._atur("setLineWidth", nilai)
            return
        if kata == "q":
            self._simpanan.append(dict(self._keadaan))
        else:
            self._keadaan = self._simpanan.pop()
        self._tanda.append((_SALIN[kata], ()))

    def _atur(self, nama: str, nilai: tuple[Any, ...]) -> None:
        if self._keadaan.get(nama) != nilai:
            self._keadaan[nama] = nilai
            self._tanda.append((nama, nilai))

    def _lukis(self, stroke: int, fill: int) -> None:
        jalur, self._jalur = self._jalur, []
        nama = [satu for satu, _ in jalur]
        if nama == ["rect"]:
            self._tanda.append(("rect", (*jalur[0][1], stroke, fill)))
        elif nama == ["moveTo", "lineTo"]:
            self._tanda.append(("line", jalur[0][1] + jalur[1][1]))
        else:
            self._tanda.append(("jalur", (jalur, stroke, fill)))

    def _pilih_huruf(self, huruf: pikepdf.Object, ukuran: float) -> None:
        if huruf.objgen not in self._huruf:
            self._huruf[huruf.objgen] = _baca_huruf(huruf)
        nama, self._kode = self._huruf[huruf.objgen]
        self._atur("setFont", (nama, ukuran))


def _baca_huruf(huruf: pikepdf.Object) -> tuple[str, dict[int, str]]:
    """Name of the font without the mark of its subset, and which letter each byte means."""
    peta = huruf.ToUnicode.read_bytes().decode("ascii")
    kode = re.findall(r"^<(\w\w)> <(\w+)>$", peta, re.MULTILINE)
    nama = str(huruf.BaseFont).rpartition("+")[2]
    return nama, {int(satu, 16): chr(int(arti, 16)) for satu, arti in kode}
