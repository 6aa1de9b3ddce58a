"""The pen: draws on a page in millimetres from its top left corner, in the house's few styles.

ReportLab counts points from the bottom; every document here is thought from the top. Nothing
else in `printing` touches the canvas, so sizes, colours and fonts are decided once.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from . import huruf as hrf

if TYPE_CHECKING:
    from collections.abc import Sequence

MM = 72 / 25.4
A4_TEGAK = (210.0, 297.0)
A4_REBAH = (297.0, 210.0)
X, LEBAR = 15.0, 180.0
KANAN = X + LEBAR
"""Left edge, width and right edge in mm of what a portrait page holds."""

TINTA = "#14181F"
REDUP = "#56606C"
GARIS = "#B4BBC4"
AKSEN = "#163A5C"
PUTIH = "#FFFFFF"
BAYANG = "#E4E7EB"

PENULIS = "Kecamatan Sooko"


@cache
def _warna(hex_warna: str) -> Color:
    return HexColor(hex_warna)


@dataclass(frozen=True, slots=True)
class Kotak:
    """A rectangle in mm; `y` is its top, counted downwards from the top of the page."""

    x: float
    y: float
    lebar: float
    tinggi: float

    @property
    def kanan(self) -> float:
        """Right edge in mm."""
        return self.x + self.lebar

    @property
    def bawah(self) -> float:
        """Lower edge in mm."""
        return self.y + self.tinggi

    def susut(self, datar: float, tegak: float = 0.0) -> Kotak:
        """The same rectangle, smaller by so many mm on each side."""
        return Kotak(
            self.x + datar, self.y + tegak, self.lebar - 2 * datar, self.tinggi - 2 * tegak
        )


@dataclass(frozen=True, slots=True)
class Gaya:
    """How a text looks.

    Attributes:
        ukuran: size in points; `terkecil` is how far it may shrink to fit.
        rata: where the lines stand in their box; `tegak` likewise up and down.
    """

    ukuran: float
    huruf: str = hrf.REGULER
    warna: str = TINTA
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"
    tegak: Literal["atas", "tengah", "bawah"] = "atas"
    terkecil: float = 5.5

    def ganti(self, **ubahan: Any) -> Gaya:
        """A copy with some attributes changed."""
        return replace(self, **ubahan)


LABEL = Gaya(6.3, warna=REDUP)
NILAI = Gaya(9, hrf.SEDANG, terkecil=6)
KECIL = Gaya(6.8, warna=REDUP)
BAGIAN = Gaya(7.2, hrf.TEBAL, AKSEN)


class Pena:
    """Draws one document. Lengths are mm, letter sizes and line widths points.

    Args:
        ukuran_mm: width and height of every page.
        judul: title in the PDF's metadata; never personal data.
    """

    def __init__(self, ukuran_mm: tuple[float, float], judul: str) -> None:
        hrf.daftarkan()
        self.lebar, self.tinggi = ukuran_mm
        self._isi = io.BytesIO()
        self.kanvas = Canvas(
            self._isi,
            pagesize=(self.lebar * MM, self.tinggi * MM),
            invariant=1,
            pageCompression=1,
            initialFontName=hrf.REGULER,
            lang="id-ID",
        )
        self.kanvas.setTitle(judul)
        self.kanvas.setAuthor(PENULIS)
        self.kanvas.setSubject(judul)
        self.kanvas.setCreator("Sooko Desk")

    def halaman_baru(self) -> None:
        """Close this page; the next mark goes on a new one."""
        self.kanvas.showPage()

    def selesai(self) -> bytes:
        """The finished PDF, the page in hand included."""
        self.kanvas.save()
        return self._isi.getvalue()

    def _y(self, y_mm: float) -> float:
        return (self.tinggi - y_mm) * MM

    def _taruh(self, kotak: Kotak, dasar: float, teks: str, gaya: Gaya) -> None:
        """One finished line; `dasar` is its baseline in points from the bottom of the page."""
        if gaya.rata == "kiri":
            self.kanvas.drawString(kotak.x * MM, dasar, teks)
        elif gaya.rata == "kanan":
            self.kanvas.drawRightString(kotak.kanan * MM, dasar, teks)
        else:
            self.kanvas.drawCentredString((kotak.x + kotak.lebar / 2) * MM, dasar, teks)

    def tulis(self, kotak: Kotak, teks: str, gaya: Gaya, baris: int = 1) -> float:
        """Set a text into a box: shrunk a little, wrapped to at most `baris` lines, then cut.

        Returns:
            The height used, in mm.
        """
        ruang = hrf.Ruang(kotak.lebar * MM, kotak.tinggi * MM, baris)
        susunan = hrf.susun(teks, gaya.huruf, gaya.ukuran, gaya.terkecil, ruang)
        sisa = max(0.0, kotak.tinggi * MM - susunan.tinggi)
        geser = {"atas": 0.0, "tengah": sisa / 2, "bawah": sisa}[gaya.tegak]
        dasar = self._y(kotak.y) - geser - hrf.NAIK * susunan.ukuran
        self.kanvas.setFillColor(_warna(gaya.warna))
        self.kanvas.setFont(gaya.huruf, susunan.ukuran)
        # A blank at the line's end keeps two words apart when the text is copied or read aloud.
        sambung = " " if susunan.kata_utuh and gaya.rata == "kiri" else ""
        for nomor, isi in enumerate(susunan.baris, start=1):
            self._taruh(kotak, dasar, isi + (sambung if nomor < len(susunan.baris) else ""), gaya)
            dasar -= hrf.JARAK_BARIS * susunan.ukuran
        return susunan.tinggi / MM

    def bayang_kata(self, x: float, y: float, kata: str, gaya: Gaya, sudut: float) -> None:
        """One word turned by `sudut` degrees about its middle at (x, y): a watermark."""
        self.kanvas.saveState()
        self.kanvas.translate(x * MM, self._y(y))
        self.kanvas.rotate(sudut)
        self.kanvas.setFillColor(_warna(gaya.warna))
        self.kanvas.setFont(gaya.huruf, gaya.ukuran)
        self.kanvas.drawCentredString(0, -0.36 * gaya.ukuran, kata)
        self.kanvas.restoreState()

    def garis(
        self, titik: tuple[tuple[float, float], ...], tebal: float = 0.4, warna: str = GARIS
    ) -> None:
        """A line through the points (mm)."""
        self.kanvas.setStrokeColor(_warna(warna))
        self.kanvas.setLineWidth(tebal)
        jalur = self.kanvas.beginPath()
        jalur.moveTo(titik[0][0] * MM, self._y(titik[0][1]))
        for x, y in titik[1:]:
            jalur.lineTo(x * MM, self._y(y))
        self.kanvas.drawPath(jalur, stroke=1, fill=0)

    def datar(self, x1: float, x2: float, y: float, tebal: float = 0.4, warna: str = GARIS) -> None:
        """A level line."""
        self.garis(((x1, y), (x2, y)), tebal, warna)

    def putus(self, x1: float, x2: float, y: float) -> None:
        """A dashed level line: cut here."""
        self.kanvas.saveState()
        self.kanvas.setDash(4, 3)
        self.datar(x1, x2, y, 0.6, REDUP)
        self.kanvas.restoreState()

    def bingkai(
        self, kotak: Kotak, tebal: float = 0.5, warna: str = GARIS, sudut: float = 0.0
    ) -> None:
        """The outline of a box, its corners rounded by `sudut` mm."""
        self.kanvas.setStrokeColor(_warna(warna))
        self.kanvas.setLineWidth(tebal)
        self._persegi(kotak, sudut, stroke=1, fill=0)

    def isi(self, kotak: Kotak, warna: str, sudut: float = 0.0) -> None:
        """A filled box."""
        self.kanvas.setFillColor(_warna(warna))
        self._persegi(kotak, sudut, stroke=0, fill=1)

    def bidang(
        self, titik: tuple[tuple[float, float], ...], isi: str, tepi: str = "", tebal: float = 0.0
    ) -> None:
        """A filled polygon (mm), outlined when `tepi` names a colour."""
        self.kanvas.setFillColor(_warna(isi))
        if tepi:
            self.kanvas.setStrokeColor(_warna(tepi))
            self.kanvas.setLineWidth(tebal)
        jalur = self.kanvas.beginPath()
        jalur.moveTo(titik[0][0] * MM, self._y(titik[0][1]))
        for x, y in titik[1:]:
            jalur.lineTo(x * MM, self._y(y))
        jalur.close()
        self.kanvas.drawPath(jalur, stroke=int(bool(tepi)), fill=1)

    def _persegi(self, kotak: Kotak, sudut: float, *, stroke: int, fill: int) -> None:
        letak = (kotak.x * MM, self._y(kotak.bawah), kotak.lebar * MM, kotak.tinggi * MM)
        if sudut:
            self.kanvas.roundRect(*letak, sudut * MM, stroke=stroke, fill=fill)
        else:
            self.kanvas.rect(*letak, stroke=stroke, fill=fill)


def gambar_isian(
    pena: Pena, x: float, y: float, isi: Sequence[tuple[str, str, float]], gaya: Gaya = NILAI
) -> None:
    """A row of label-over-value fields, 8.4 mm high; each is (label, value, width in mm)."""
    for label, nilai, lebar in isi:
        pena.tulis(Kotak(x, y, lebar - 3, 2.6), label, LABEL)
        pena.tulis(Kotak(x, y + 2.7, lebar - 3, 5.2), nilai or "–", gaya, baris=2)
        x += lebar


def gambar_label(pena: Pena, kotak: Kotak, teks: str, *, penuh: bool = False) -> None:
    """A small stamped word in a rounded box; `penuh` = light letters on ink."""
    gaya = Gaya(6.8, hrf.TEBAL, AKSEN, rata="tengah", tegak="tengah")
    if penuh:
        pena.isi(kotak, TINTA, sudut=0.8)
        gaya = gaya.ganti(warna=PUTIH)
    else:
        pena.bingkai(kotak, 0.7, AKSEN, sudut=0.8)
    pena.tulis(kotak.susut(1.5), teks, gaya)
