"""The pen: draws on a page in millimetres from its top left corner, in the house's few styles.

ReportLab counts points from the bottom; every document here is thought from the top. Nothing
else in `printing` touches the canvas, so sizes, colours and fonts are decided once.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.rl_accel import fp_str
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from . import huruf as hrf
from .kertas import BEBAS_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .kertas import Kertas

MM = 72 / 25.4
LEBAR_TEGAK = 210.0
X, LEBAR = 15.0, 180.0
KANAN = X + LEBAR
"""Left edge, width and right edge in mm of what a portrait page holds.

They are thought on a page `LEBAR_TEGAK` mm wide; on a wider paper the whole stands in the middle.
"""

TINTA = "#14181F"
REDUP = "#56606C"
GARIS = "#B4BBC4"
AKSEN = "#163A5C"
PUTIH = "#FFFFFF"
BAYANG = "#E4E7EB"

PENULIS = "Kecamatan Sooko"
UKURAN_DASAR = 11.5
"""Letter size in points whose base line the values of a row of fields share."""

_LOLOS = str.maketrans({h: f"\\{h}" for h in "\\()"})
"""Letters that mean something else in a text of a PDF."""


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
        rata: where the lines stand in their box; `tegak` likewise up and down. "dasar" sets one
            line on the base line of `UKURAN_DASAR`, whatever its own size; more start on top.
    """

    ukuran: float
    huruf: str = hrf.REGULER
    warna: str = TINTA
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"
    tegak: Literal["atas", "tengah", "bawah", "dasar"] = "atas"
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

    Where the paper's margins are wider than what documents keep free by themselves, every page is
    made so much smaller that all of it lands on what the printer reaches.

    Args:
        kertas: paper of every page, turned as it is read.
        judul: title in the PDF's metadata; never personal data.
        lebar: width in mm that the document was thought for; None = the paper's.
    """

    def __init__(self, kertas: Kertas, judul: str, lebar: float | None = None) -> None:
        hrf.daftarkan()
        self.tinggi = kertas.tinggi
        self._isi = io.BytesIO()
        self._gambar: dict[bytes, tuple[ImageReader, str]] = {}
        self._huruf: dict[str, str] = {}
        self._letak = _letak_halaman(kertas, kertas.lebar if lebar is None else lebar)
        self.kanvas = Canvas(
            self._isi,
            pagesize=(kertas.lebar * MM, kertas.tinggi * MM),
            invariant=1,
            pageCompression=1,
            initialFontName=hrf.REGULER,
            lang="id-ID",
        )
        self.kanvas.setTitle(judul)
        self.kanvas.setAuthor(PENULIS)
        self.kanvas.setSubject(judul)
        self.kanvas.setCreator("Sooko Desk")
        self._mulai_halaman()

    def _mulai_halaman(self) -> None:
        kali, x, y = self._letak
        if self._letak != (1.0, 0.0, 0.0):
            self.kanvas.transform(kali, 0, 0, kali, x * MM, y * MM)

    def halaman_baru(self) -> None:
        """Close this page; the next mark goes on a new one."""
        self.kanvas.showPage()
        self._mulai_halaman()

    def selesai(self) -> bytes:
        """The finished PDF, the page in hand included."""
        self.kanvas.save()
        return self._isi.getvalue()

    def _y(self, y_mm: float) -> float:
        return (self.tinggi - y_mm) * MM

    def pakai(self, warna: str) -> None:
        """Fill with that colour, unless the page does so already."""
        isi = _warna(warna)
        # The canvas keeps it right through pages and saved states.
        if self.kanvas._fillColorObj is not isi:  # noqa: SLF001
            self.kanvas.setFillColor(isi)

    def _taruh(self, x: float, dasar: float, teks: str, huruf: str) -> None:
        """One line in the font and size at hand, from x on and on that base line (points)."""
        if not (teks.isascii() and teks.isprintable()):
            self.kanvas.drawString(x, dasar, teks)
            return
        # What `drawString` comes to for these letters, which every embedded font has at their own
        # places, in a sixth of its time: half of what a page of a register takes.
        kanvas = self.kanvas
        ukuran = fp_str(kanvas._fontsize, kanvas._leading)  # noqa: SLF001
        tf, tl = ukuran.split()
        kode = f"BT 1 0 0 1 {fp_str(x, dasar)} Tm {self._nama_huruf(huruf)} {tf} Tf {tl} TL"
        kanvas._code.append(f"{kode} ({teks.translate(_LOLOS)}) Tj T* ET")  # noqa: SLF001

    def _nama_huruf(self, huruf: str) -> str:
        """What the page calls the part of an embedded font that holds the letters of ASCII."""
        if huruf not in self._huruf:
            isi, dokumen = getFont(huruf), self.kanvas._doc  # noqa: SLF001
            isi.splitString("", dokumen)  # makes the font known to this document
            self._huruf[huruf] = isi.getSubsetInternalName(0, dokumen)
        return self._huruf[huruf]

    def tulis(self, kotak: Kotak, teks: str, gaya: Gaya, baris: int = 1) -> float:
        """Set a text into a box: shrunk a little, wrapped to at most `baris` lines, then cut.

        Returns:
            The height used, in mm.
        """
        tata = _tata(teks, gaya, kotak.lebar, kotak.tinggi, baris)
        self.pakai(gaya.warna)
        self.kanvas.setFont(gaya.huruf, tata.ukuran)
        kiri = kotak.x * MM
        dasar = self._y(kotak.y) - tata.geser - hrf.NAIK * tata.ukuran
        for x, isi in tata.baris:
            self._taruh(kiri + x, dasar, isi, gaya.huruf)
            dasar -= hrf.JARAK_BARIS * tata.ukuran
        return tata.tinggi

    def pasang_gambar(self, kotak: Kotak, isi: bytes) -> float:
        """A picture at the left edge of `kotak`, as large as the box lets it be, half-way down.

        The PDF holds it once, on however many pages it stands.

        Args:
            kotak: the room.
            isi: a PNG or JPEG file.

        Returns:
            The width used, in mm.
        """
        baca, nama = self._gambar.get(isi) or (ImageReader(io.BytesIO(isi)), "")
        piksel = tuple(map(float, baca.getSize()))
        kali = min(kotak.lebar / piksel[0], kotak.tinggi / piksel[1])
        lebar, tinggi = piksel[0] * kali, piksel[1] * kali
        letak = (kotak.x * MM, self._y(kotak.y + (kotak.tinggi + tinggi) / 2))
        if nama:
            # Not `drawImage` again: to know the picture it would go through all its pixels.
            self.kanvas.saveState()
            self.kanvas.translate(*letak)
            self.kanvas.scale(lebar * MM, tinggi * MM)
            self.kanvas.doForm(nama)
            self.kanvas.restoreState()
        else:
            catatan = {"name": ""}
            ukuran = (lebar * MM, tinggi * MM)
            self.kanvas.drawImage(baca, *letak, *ukuran, mask="auto", extraReturn=catatan)
            self._gambar[isi] = (baca, catatan["name"])
        return lebar

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
        if len(titik) == 2:
            (x1, y1), (x2, y2) = titik
            self.kanvas.line(x1 * MM, self._y(y1), x2 * MM, self._y(y2))
            return
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
        self.pakai(warna)
        self._persegi(kotak, sudut, stroke=0, fill=1)

    def bidang(
        self, titik: tuple[tuple[float, float], ...], isi: str, tepi: str = "", tebal: float = 0.0
    ) -> None:
        """A filled polygon (mm), outlined when `tepi` names a colour."""
        self.pakai(isi)
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


class _Tata(NamedTuple):
    """A text as it stands in its box.

    Attributes:
        baris: of each line, how far from the left edge it begins in points, and its words.
        geser: how far below the top it begins, in points.
        tinggi: in mm.
    """

    baris: tuple[tuple[float, str], ...]
    ukuran: float
    geser: float
    tinggi: float


@lru_cache(maxsize=hrf.DIINGAT)
def _tata(teks: str, gaya: Gaya, lebar: float, tinggi: float, baris: int) -> _Tata:
    """Fit a text into a box of that size (mm); the same words come again on every page."""
    ruang = hrf.Ruang(lebar * MM, tinggi * MM, baris)
    susunan = hrf.susun(teks, gaya.huruf, gaya.ukuran, gaya.terkecil, ruang)
    ukuran, akhir = susunan.ukuran, len(susunan.baris) - 1
    sisa = max(0.0, ruang.tinggi - susunan.tinggi)
    sejajar = hrf.NAIK * (UKURAN_DASAR - ukuran) if not akhir else 0.0
    geser = {"atas": 0.0, "tengah": sisa / 2, "bawah": sisa, "dasar": sejajar}[gaya.tegak]
    # A blank at the line's end keeps two words apart when the text is copied or read aloud. It is
    # printed, but does not count for where the line stands.
    sambung = " " if susunan.kata_utuh else ""
    bagi = {"kiri": 0.0, "tengah": 0.5, "kanan": 1.0}[gaya.rata]
    isi = tuple(
        (
            bagi * (ruang.lebar - hrf.lebar_teks(kata.rstrip(), gaya.huruf, ukuran)) if bagi else 0,
            kata + sambung if nomor < akhir else kata,
        )
        for nomor, kata in enumerate(susunan.baris)
    )
    return _Tata(isi, ukuran, geser, susunan.tinggi / MM)


def _letak_halaman(kertas: Kertas, lebar: float) -> tuple[float, float, float]:
    """How much smaller a page is drawn, and how far right and up its corner goes (mm).

    Args:
        kertas: the paper as it is read.
        lebar: width in mm that the document was thought for.
    """
    p = kertas.pinggir
    datar = kertas.lebar - p.kiri - p.kanan
    tegak = kertas.tinggi - p.atas - p.bawah
    kali = min(
        1.0,
        datar / (kertas.lebar - 2 * BEBAS_MM),
        tegak / (kertas.tinggi - 2 * BEBAS_MM),
    )
    return kali, p.kiri + (datar - kali * lebar) / 2, p.bawah + (tegak - kali * kertas.tinggi) / 2


def gambar_isian(
    pena: Pena, x: float, y: float, isi: Sequence[tuple[str, str, float]], gaya: Gaya = NILAI
) -> None:
    """A row of label-over-value fields, 8.4 mm high; each is (label, value, width in mm)."""
    gaya = gaya.ganti(tegak="dasar")
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
