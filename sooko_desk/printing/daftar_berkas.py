"""The checklist of papers: one letter size for all, rows as high as their words need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import BAGIAN, KECIL, MM, REDUP, TINTA, Gaya, Kotak
from .huruf import REGULER, SEDANG, Ruang, bungkus, susun, tinggi_baris

if TYPE_CHECKING:
    from .blok import Pena

BARIS_PENUH = 5
"""Up to so many papers stand in one column over the whole width, more in two."""
UKURAN = (8.0, 7.75, 7.5, 7.25, 7.0, 6.75, 6.5, 6.25, 6.0, 5.75, 5.5, 5.25, 5.0, 4.75, 4.5)
"""Letter sizes tried, largest first (pt)."""
KEPALA_MM = 4.6
SELA_MM = 6.0
TAKUK_MM = 9.2
"""Room for the box and the number, left of the words."""
RENGGANG_MM = 5.2
"""Distance between two one-line rows when there is room enough."""


@dataclass(frozen=True, slots=True)
class BarisBerkas:
    """One paper: its name, whether it was handed in, a note such as "fotokopi" ("" = none)."""

    nama: str
    ada: bool
    catatan: str = ""

    @property
    def teks(self) -> str:
        """The words of the row: name, then what is to be noted."""
        tambahan = "; ".join(t for t in ("" if self.ada else "belum ada", self.catatan) if t)
        return f"{self.nama} ({tambahan})" if tambahan else self.nama


def gambar_daftar_berkas(pena: Pena, kotak: Kotak, berkas: tuple[BarisBerkas, ...]) -> None:
    """Heading with the count, then every paper, all within `kotak`."""
    ada = sum(b.ada for b in berkas)
    pena.tulis(Kotak(kotak.x, kotak.y, 90, 3), "BERKAS YANG DITERIMA", BAGIAN)
    hitungan = f"{ada} dari {len(berkas)} berkas diterima" if berkas else "Tidak ada daftar berkas"
    kanan = Kotak(kotak.x + 90, kotak.y, kotak.lebar - 90, 3)
    pena.tulis(kanan, hitungan, KECIL.ganti(rata="kanan", huruf=SEDANG))
    if not berkas:
        return
    lajur = 1 if len(berkas) <= BARIS_PENUH else 2
    lebar = (kotak.lebar - SELA_MM * (lajur - 1)) / lajur
    banyak = -(-len(berkas) // lajur)
    bagian = [berkas[n : n + banyak] for n in range(0, len(berkas), banyak)]
    ruang = kotak.tinggi - KEPALA_MM
    ukuran, tinggi = _ukuran_bersama(bagian, lebar - TAKUK_MM, ruang)
    for letak, lajur_ini in enumerate(bagian):
        y = kotak.y + KEPALA_MM
        for urut, baris in enumerate(lajur_ini):
            petak = Kotak(kotak.x + letak * (lebar + SELA_MM), y, lebar, tinggi[letak][urut])
            _gambar_baris(pena, petak, letak * banyak + urut + 1, baris, ukuran)
            y += petak.tinggi


def _ukuran_bersama(
    bagian: list[tuple[BarisBerkas, ...]], lebar: float, ruang: float
) -> tuple[float, list[list[float]]]:
    """The largest size at which every column fits, and the height of each row (mm)."""
    for ukuran in UKURAN:
        tinggi = [[_tinggi_baris(b, ukuran, lebar) for b in lajur] for lajur in bagian]
        penuh = max(sum(lajur) for lajur in tinggi)
        muat = all(_banyak_baris(b, ukuran, lebar) <= 2 for lajur in bagian for b in lajur)
        if penuh <= ruang and muat:
            return ukuran, _renggang(tinggi, ruang, ukuran)
    sama = ruang / max(len(lajur) for lajur in bagian)
    return UKURAN[-1], [[sama] * len(lajur) for lajur in bagian]


def _banyak_baris(baris: BarisBerkas, ukuran: float, lebar: float) -> int:
    return len(bungkus(baris.teks, REGULER, ukuran, lebar * MM)[0])


def _tinggi_baris(baris: BarisBerkas, ukuran: float, lebar: float) -> float:
    return (tinggi_baris(_banyak_baris(baris, ukuran, lebar), ukuran) + 0.3 * ukuran) / MM


def _renggang(tinggi: list[list[float]], ruang: float, ukuran: float) -> list[list[float]]:
    """Share what is left over, the same for every row, but never wider than RENGGANG_MM."""
    sisa = min((ruang - sum(lajur)) / len(lajur) for lajur in tinggi)
    tambah = min(sisa, max(0.0, RENGGANG_MM - 1.3 * ukuran / MM))
    return [[t + tambah for t in lajur] for lajur in tinggi]


def _gambar_baris(pena: Pena, kotak: Kotak, nomor: int, baris: BarisBerkas, ukuran: float) -> None:
    ruang = Ruang((kotak.lebar - TAKUK_MM) * MM, kotak.tinggi * MM, 2)
    susunan = susun(baris.teks, REGULER, ukuran, ukuran, ruang)
    atas = kotak.y + (kotak.tinggi - susunan.tinggi / MM) / 2
    sisi = min(2.8, 1.3 * ukuran / MM - 0.7, kotak.tinggi - 0.7)
    tengah = atas + ukuran / MM / 2
    _gambar_petak(pena, Kotak(kotak.x + 0.3, tengah - sisi / 2, sisi, sisi), ada=baris.ada)
    gaya = Gaya(ukuran, warna=TINTA if baris.ada else REDUP, terkecil=ukuran)
    satu = ukuran / MM + 0.1
    pena.tulis(Kotak(kotak.x + 3.6, atas, 4.4, satu), f"{nomor}.", gaya.ganti(rata="kanan"))
    kata = Kotak(kotak.x + TAKUK_MM, atas, kotak.lebar - TAKUK_MM, susunan.tinggi / MM + 0.1)
    pena.tulis(kata, baris.teks, gaya, baris=2)


def _gambar_petak(pena: Pena, petak: Kotak, *, ada: bool) -> None:
    pena.bingkai(petak, 0.6, TINTA if ada else REDUP, sudut=0.3)
    if ada:
        sudut = ((0.2, 0.52), (0.43, 0.76), (0.82, 0.24))
        titik = tuple((petak.x + a * petak.lebar, petak.y + b * petak.tinggi) for a, b in sudut)
        pena.garis(titik, 1.1, TINTA)
