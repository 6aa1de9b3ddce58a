"""The office's head on a paper, the watermark, and the page foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.kantor import KOP_TERBANYAK

from .blok import AKSEN, BAYANG, KECIL, MM, REDUP, TINTA, Gaya, Kotak
from .huruf import REGULER, SEDANG, TEBAL, bersihkan, lebar_teks, tinggi_baris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .blok import Pena

TINGGI_KOP_MM = 16.4
TULISAN_MM = 13.6
"""What the words and the logo of the head on the left have of it, above the double line."""
LOGO_MM = (24.0, 22.0)
"""Most room of a logo: width, and height where the head has more than `TULISAN_MM`."""
SELA_LOGO_MM = 3.0
SAMBUNG = "  ·  "
TERKECIL = 4.4
"""Letter size in points below which no line of a head goes, be it cut."""
KENDUR = 0.86
"""How much smaller a line is set rather than broken in two."""
SKALA = tuple(1 - 0.03 * langkah for langkah in range(19))
"""How much smaller the whole head is set, tried in this order."""

GAYA_KIRI = (
    Gaya(7.6, SEDANG, REDUP, terkecil=TERKECIL),
    Gaya(14, TEBAL, AKSEN, terkecil=TERKECIL),
    KECIL.ganti(terkecil=TERKECIL),
)
GAYA_TENGAH = (
    Gaya(9.5, SEDANG, rata="tengah", terkecil=TERKECIL),
    Gaya(14, TEBAL, rata="tengah", terkecil=TERKECIL),
    Gaya(7.4, REGULER, rata="tengah", terkecil=TERKECIL),
)
"""Looks of the superior office, the office, and every further line."""


@dataclass(frozen=True, slots=True)
class Kop:
    """The head of the office's papers.

    Attributes:
        baris: superior office, office, then address lines; at most `KOP_TERBANYAK`.
        logo: a PNG or JPEG file; None = none.

    Raises:
        ValueError: there are more lines.
    """

    baris: tuple[str, ...]
    logo: bytes | None = None

    def __post_init__(self) -> None:
        if len(self.baris) > KOP_TERBANYAK:
            raise ValueError(f"a head has at most {KOP_TERBANYAK} lines")

    @property
    def kantor(self) -> str:
        """Name of the office; "" = the head is empty."""
        return self.baris[1] if len(self.baris) > 1 else ""


@dataclass(frozen=True, slots=True)
class _BarisKop:
    """One line of the head as it is set: in one row, or in two."""

    teks: str
    gaya: Gaya
    larik: int

    @property
    def tinggi(self) -> float:
        """Height in mm, free room below included."""
        ukuran = self.gaya.ukuran
        return (tinggi_baris(self.larik, ukuran) + 0.3 * ukuran) / MM


def garis_kop(pena: Pena, x1: float, x2: float, y: float) -> None:
    """The double line that closes the head; `y` is its lower line."""
    pena.datar(x1, x2, y - 0.9, 1.4, AKSEN)
    pena.datar(x1, x2, y, 0.4, AKSEN)


def gambar_kop_kiri(pena: Pena, kotak: Kotak, kop: Kop, lebar_teks_mm: float) -> None:
    """Head set to the left, `TINGGI_KOP_MM` high, with the double line over the whole width.

    Args:
        kotak: the head's room; the address lines share a line as far as they fit on one.
        lebar_teks_mm: room for logo and words; the rest of the width stays free.
    """
    ruang = Kotak(kotak.x, kotak.y, lebar_teks_mm, TULISAN_MM)
    ruang = _pasang_logo(pena, ruang, kop)
    _tulis(pena, ruang, _susun(ruang, lambda skala: _baris_kiri(kop.baris, skala, ruang.lebar)))
    garis_kop(pena, kotak.x, kotak.kanan, kotak.y + TINGGI_KOP_MM - 1.4)


def gambar_kop_tengah(pena: Pena, kotak: Kotak, kop: Kop) -> None:
    """Head in the middle of `kotak` as on the SOP sheet, the logo on its left, a double line below.

    Every line of the head has a line of its own.
    """
    isi = Kotak(kotak.x, kotak.y, kotak.lebar, kotak.tinggi - 2.4)
    ruang = _pasang_logo(pena, isi, kop)
    baris = _susun(ruang, lambda skala: _baris_tengah(kop.baris, skala))
    tinggi = _tulis(pena, ruang, baris)
    if kop.logo:
        tinggi = max(tinggi, min(LOGO_MM[1], isi.tinggi))
    y = isi.y + (isi.tinggi + tinggi) / 2 + 1
    pena.datar(isi.x, isi.kanan, y, 1.2, TINTA)
    pena.datar(isi.x, isi.kanan, y + 0.9, 0.4, TINTA)


def _pasang_logo(pena: Pena, ruang: Kotak, kop: Kop) -> Kotak:
    """Put the logo at the left edge; returns the room that is left for the words."""
    if kop.logo is None:
        return ruang
    tinggi = min(LOGO_MM[1], ruang.tinggi)
    kotak = Kotak(ruang.x, ruang.y + (ruang.tinggi - tinggi) / 2, LOGO_MM[0], tinggi)
    geser = pena.pasang_gambar(kotak, kop.logo) + SELA_LOGO_MM
    return Kotak(ruang.x + geser, ruang.y, ruang.lebar - geser, ruang.tinggi)


def _baris_kiri(kop: Sequence[str], skala: float, lebar: float) -> Iterator[tuple[str, Gaya]]:
    yield from _baris_tengah(kop[:2], skala, GAYA_KIRI)
    gaya = _kecilkan(GAYA_KIRI[2], skala)
    rangkai = ""
    for teks in filter(None, map(bersihkan, kop[2:])):
        coba = f"{rangkai}{SAMBUNG}{teks}" if rangkai else teks
        if rangkai and lebar_teks(coba, gaya.huruf, gaya.ukuran * KENDUR) > lebar * MM:
            yield rangkai, gaya
            coba = teks
        rangkai = coba
    if rangkai:
        yield rangkai, gaya


def _baris_tengah(
    kop: Sequence[str], skala: float, gaya: Sequence[Gaya] = GAYA_TENGAH
) -> Iterator[tuple[str, Gaya]]:
    for urut, teks in enumerate(kop):
        yield bersihkan(teks), _kecilkan(gaya[min(urut, 2)], skala)


def _kecilkan(gaya: Gaya, skala: float) -> Gaya:
    return gaya.ganti(ukuran=max(gaya.terkecil, gaya.ukuran * skala))


def _susun(ruang: Kotak, baris: Callable[[float], Iterator[tuple[str, Gaya]]]) -> list[_BarisKop]:
    """The head's lines in the largest letters with which all of them fit into `ruang`.

    Args:
        ruang: the room of the words.
        baris: lines and looks of a head that is so much smaller.
    """
    for skala in SKALA:
        hasil = [_bungkus(teks, gaya, ruang.lebar) for teks, gaya in baris(skala)]
        if sum(satu.tinggi for satu in hasil) <= ruang.tinggi:
            return hasil
    return [_BarisKop(teks, gaya, 1) for teks, gaya in baris(SKALA[-1])]


def _bungkus(teks: str, gaya: Gaya, lebar: float) -> _BarisKop:
    """One line a little smaller where it then fits on one row, else on two."""
    ukuran = gaya.ukuran
    muat = ukuran * lebar * MM / max(lebar_teks(teks, gaya.huruf, ukuran), 1.0)
    if muat >= ukuran:
        return _BarisKop(teks, gaya, 1)
    if muat >= max(gaya.terkecil, KENDUR * ukuran):
        # A hair below what fits: a sum of widths is not exact to the last digit.
        return _BarisKop(teks, gaya.ganti(ukuran=muat - 0.01), 1)
    return _BarisKop(teks, gaya, 2)


def _tulis(pena: Pena, ruang: Kotak, baris: Sequence[_BarisKop]) -> float:
    """Write the lines half-way down `ruang`; returns their height in mm."""
    tinggi = sum(satu.tinggi for satu in baris)
    y = ruang.y + max(0.0, ruang.tinggi - tinggi) / 2
    for satu in baris:
        kotak = Kotak(ruang.x, y, ruang.lebar, satu.tinggi)
        pena.tulis(kotak, satu.teks, satu.gaya, baris=satu.larik)
        y += satu.tinggi
    return tinggi


def gambar_latihan(pena: Pena, kotak: Kotak) -> None:
    """The word LATIHAN across `kotak`, light: a practice print is no proof of anything."""
    ukuran = min(kotak.lebar * 1.12, kotak.tinggi * 0.62)
    tengah = (kotak.x + kotak.lebar / 2, kotak.y + kotak.tinggi / 2)
    pena.bayang_kata(*tengah, "LATIHAN", Gaya(ukuran, TEBAL, BAYANG), sudut=18)


def gambar_kaki(pena: Pena, kotak: Kotak, kiri: str, halaman: int, jumlah: int) -> None:
    """Page foot: what this is, and "Halaman n dari m"."""
    pena.datar(kotak.x, kotak.kanan, kotak.y, 0.4)
    isi = Kotak(kotak.x, kotak.y + 1.2, kotak.lebar, 3.2)
    pena.tulis(isi, kiri, KECIL)
    pena.tulis(isi, f"Halaman {halaman} dari {jumlah}", KECIL.ganti(rata="kanan", huruf=SEDANG))
