"""A sheet that shows where a printer really prints: crosses 10 mm from the corners, mm rulers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import huruf as hrf
from .blok import NILAI, REDUP, TINTA, Gaya, Kotak, Pena

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .kertas import Kertas

JUDUL = "Lembar kalibrasi printer"
SILANG_MM = 10.0
"""From both edges of a corner to the middle of its cross."""
PANJANG_MM = 25
"""How far the rulers reach from the edge of the paper inwards."""

_LENGAN_MM = 5.0
_TIPIS = 0.3
_ANGKA = Gaya(6, warna=REDUP, rata="tengah", tegak="tengah")
_LEBAR_KATA = 130.0

_PETUNJUK = (
    "1. Ukur dengan penggaris dari tepi kiri kertas ke tengah tanda silang kiri atas.",
    "2. Ukur dari tepi atas kertas ke tengah tanda silang yang sama.",
    "3. Isi kedua angka di jendela “Atur posisi cetak”. Kalau tepat, keduanya 10 mm.",
    (
        "Penggaris di keempat tepi mulai dari 0 di tepi kertas: garis pertama yang tampak "
        "menunjukkan bagian yang tidak terjangkau printer."
    ),
)


@dataclass(frozen=True, slots=True)
class LembarKalibrasiData:
    """One sheet for one printer.

    Attributes:
        printer: its name.
        kertas: as it is read; nothing of it is kept free.
    """

    printer: str
    kertas: Kertas


def render(data: LembarKalibrasiData) -> bytes:
    """Draw the sheet at true size, whatever the printer reaches."""
    k = data.kertas
    pena = Pena(k, JUDUL)
    for x in (SILANG_MM, k.lebar - SILANG_MM):
        for y in (SILANG_MM, k.tinggi - SILANG_MM):
            pena.garis(((x - _LENGAN_MM, y), (x + _LENGAN_MM, y)), _TIPIS, TINTA)
            pena.garis(((x, y - _LENGAN_MM), (x, y + _LENGAN_MM)), _TIPIS, TINTA)
    for strip in _list_strip(k):
        pena.garis(strip, _TIPIS, TINTA)
    for jarak in range(5, PANJANG_MM + 1, 5):
        for x, y in (
            (jarak, k.tinggi / 2 - 6),
            (k.lebar - jarak, k.tinggi / 2 - 6),
            (k.lebar / 2 - 6, jarak),
            (k.lebar / 2 - 6, k.tinggi - jarak),
        ):
            pena.tulis(Kotak(x - 3, y - 1.5, 6, 3), str(jarak), _ANGKA)
    _tulis_kata(pena, data)
    return pena.selesai()


def _list_strip(k: Kertas) -> Iterator[tuple[tuple[float, float], ...]]:
    """The strokes of the four rulers, one a mm, counted from the edges of the paper."""
    for jarak in range(PANJANG_MM + 1):
        panjang = 4.0 if jarak % 5 == 0 else 2.0
        for x in (jarak, k.lebar - jarak):
            yield (x, k.tinggi / 2), (x, k.tinggi / 2 - panjang)
        for y in (jarak, k.tinggi - jarak):
            yield (k.lebar / 2, y), (k.lebar / 2 - panjang, y)


def _tulis_kata(pena: Pena, data: LembarKalibrasiData) -> None:
    k = data.kertas
    lebar = min(_LEBAR_KATA, k.lebar - 2 * (PANJANG_MM + 5))
    x, y = (k.lebar - lebar) / 2, PANJANG_MM + 8.0
    pena.tulis(Kotak(x, y, lebar, 7), JUDUL, Gaya(14, hrf.TEBAL))
    asal = f"Printer {data.printer} · {k.nama} · dicetak tanpa geseran, ukuran asli"
    pena.tulis(Kotak(x, y + 8, lebar, 5), asal, Gaya(8, warna=REDUP))
    for nomor, kalimat in enumerate(_PETUNJUK):
        pena.tulis(Kotak(x, y + 16 + 9 * nomor, lebar, 9), kalimat, NILAI, 2)
