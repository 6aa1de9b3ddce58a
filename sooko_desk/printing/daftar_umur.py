"""Lists of what waits in the office, the oldest first: one paper, whatever it is that waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from .blok import AKSEN, KANAN, KECIL, LEBAR, LEBAR_TEGAK, TINTA, Gaya, Kotak, Pena, X
from .huruf import SEDANG, TEBAL
from .kertas import A4, LEMBAR_BESAR, Kertas, check_kertas
from .kop import TINGGI_KOP_MM, Kop, gambar_kop_kiri
from .mengalir import Balok, Rangka, bidang_tegak, gambar_mengalir
from .tabel_mengalir import gambar_jumlah, kepala_tabel, susun_baris
from .tanda_tangan import LEBAR_MM, PenandaTangan, gambar_penanda_tangan, tinggi_penanda_tangan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .tabel import KolomRegister

ATAS = 43.0
"""Where the rows begin, below the title (mm)."""
SEL = Gaya(7.2)


class BarisUmur(Protocol):
    """One thing that waits."""

    @property
    def umur(self) -> int:
        """Days that it has waited."""

    def sel(self, nomor: int) -> tuple[str, ...]:
        """Its cells in the order of the columns; `nomor` is its number on the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarUmurData:
    """The list as of one moment.

    Attributes:
        dibuat: date and time of the list, e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB".
        saringan: what the rows were narrowed down to, e.g. "Desa Japan"; "" = all.
        baris: in any order; printed with the oldest first.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`.
    """

    kop: Kop
    dibuat: str
    saringan: str = ""
    baris: Sequence[BarisUmur]
    penanda_tangan: PenandaTangan
    latihan: bool = False
    kertas: Kertas = A4


@dataclass(frozen=True, slots=True)
class RupaDaftar:
    """What one kind of list says: its title, what it says without a row, its columns."""

    judul: str
    kosong: str
    kolom: tuple[KolomRegister, ...]


def render_daftar(
    rupa: RupaDaftar, data: DaftarUmurData, jumlah: Sequence[tuple[str, str]]
) -> bytes:
    """The list as PDF; `jumlah` are the sums below it, label and number.

    Raises:
        ValueError: the list has no layout for the paper.
    """
    check_kertas(data.kertas, LEMBAR_BESAR)
    kertas = data.kertas.tegak
    pena = Pena(kertas, rupa.judul, LEBAR_TEGAK)
    rangka = Rangka(
        rupa.judul,
        ATAS,
        lambda pena: _kepala(pena, rupa, data),
        lanjut=data.dibuat,
        kaki=rupa.judul,
        latihan=data.latihan,
        bidang=bidang_tegak(kertas),
    )
    gambar_mengalir(pena, rangka, _susun_balok(rupa, data, jumlah))
    return pena.selesai()


def _susun_balok(
    rupa: RupaDaftar, data: DaftarUmurData, jumlah: Sequence[tuple[str, str]]
) -> Iterator[Balok]:
    tertua_dulu = sorted(data.baris, key=lambda baris: -baris.umur)
    semua = (baris.sel(nomor) for nomor, baris in enumerate(tertua_dulu, start=1))
    yield from susun_baris(X, rupa.kolom, SEL, semua, kepala_tabel(X, rupa.kolom))
    if not data.baris:
        yield Balok(16, lambda pena, y: _gambar_kosong(pena, y, rupa.kosong))
    yield _penutup(data.penanda_tangan, jumlah)


def _gambar_kosong(pena: Pena, y: float, kata: str) -> None:
    kotak = Kotak(X, y, LEBAR, 14)
    pena.bingkai(kotak, 0.5, sudut=1)
    pena.tulis(kotak.susut(4), kata, Gaya(9.4, SEDANG, rata="tengah", tegak="tengah"))


def _kepala(pena: Pena, rupa: RupaDaftar, data: DaftarUmurData) -> None:
    gambar_kop_kiri(pena, Kotak(X, 9, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR)
    pena.tulis(Kotak(X, 28, LEBAR, 5.6), rupa.judul.upper(), Gaya(14, TEBAL, TINTA))
    keadaan = f"Keadaan pada {data.dibuat}"
    pena.tulis(Kotak(X, 35, LEBAR - 60, 4), keadaan, Gaya(9, SEDANG, AKSEN))
    urutan = "yang paling lama di atas" if data.baris else ""
    kata = " · ".join(x for x in (data.saringan, urutan) if x)
    kanan = Kotak(KANAN - 58, 35.6, 58, 3)
    pena.tulis(kanan, kata[:1].upper() + kata[1:], KECIL.ganti(rata="kanan", huruf=SEDANG))


def _penutup(orang: PenandaTangan, jumlah: Sequence[tuple[str, str]]) -> Balok:
    """The sums, and beside them who signs; never torn apart."""
    tinggi = tinggi_penanda_tangan(orang)

    def gambar(pena: Pena, y: float) -> None:
        y += 4
        gambar_jumlah(pena, Kotak(X, y, 27, 8), jumlah)
        gambar_penanda_tangan(pena, Kotak(KANAN - LEBAR_MM, y + 2, LEBAR_MM, tinggi), orang)

    return Balok(tinggi + 6, gambar, rekat=True)
