"""Daftar berkas asli yang masih di kantor: whose originals the office keeps, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import (
    A4_TEGAK,
    AKSEN,
    KECIL,
    LABEL,
    TINTA,
    Balok,
    Gaya,
    Kotak,
    Pena,
    bagi_halaman,
    gambar_sel,
    tinggi_sel,
)
from .huruf import SEDANG, TEBAL
from .kop import TINGGI_KOP_MM, gambar_kaki, gambar_kop_kiri, gambar_latihan, garis_kop
from .tabel import KolomRegister, gambar_kepala
from .tanda_tangan import PenandaTangan, gambar_penanda_tangan

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BarisAsli", "DaftarAsliData", "PenandaTangan", "render"]

JUDUL = "Daftar Berkas Asli yang Masih di Kantor"
KOSONG = "Tidak ada berkas asli pemohon yang masih di kantor."

X, LEBAR = 15.0, 180.0
KANAN = X + LEBAR
ATAS, ATAS_LANJUT = 43.0, 21.0
"""Where the rows begin: below the title; below a continuation's head."""
KAKI_Y = 283.0
BATAS = KAKI_Y - 3
KEPALA_MM = 7.0
TANDA_TANGAN_MM = 34.0

KOLOM = (
    KolomRegister("No.", 7, "tengah"),
    KolomRegister("Nomor tanda bukti", 35),
    KolomRegister("Pemohon", 34),
    KolomRegister("Desa", 23),
    KolomRegister("Berkas asli", 30),
    KolomRegister("Sejak", 16, "tengah"),
    KolomRegister("Umur (hari)", 10, "kanan"),
    KolomRegister("Keadaan permohonan", 25),
)
LEBAR_KOLOM = tuple(k.lebar_mm for k in KOLOM)
SEL = Gaya(7.2)
NOMOR = Gaya(6.6)
"""A receipt number of five digits then stands on one line."""


@dataclass(frozen=True, slots=True)
class BarisAsli:
    """One original that the office keeps.

    Attributes:
        nomor: number of the receipt.
        sejak: day it came, e.g. "20-11-2026"; `umur` counts the days since.
        keadaan: status of the case in words.
    """

    nomor: str
    pemohon: str
    desa: str
    berkas: str
    sejak: str
    umur: int
    keadaan: str


@dataclass(frozen=True, slots=True)
class DaftarAsliData:
    """The list as of one moment.

    Attributes:
        kop: superior office, office, address lines.
        dibuat: date and time of the list, e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB".
        baris: in any order; printed with the oldest first.
        latihan: practice mode; prints the watermark LATIHAN.
    """

    kop: tuple[str, ...]
    dibuat: str
    baris: tuple[BarisAsli, ...]
    penanda_tangan: PenandaTangan
    latihan: bool = False


def render(data: DaftarAsliData) -> bytes:
    """The list as PDF. The same data gives the same bytes."""
    pena = Pena(A4_TEGAK, JUDUL)
    halaman = bagi_halaman(_susun_balok(data), ATAS, ATAS_LANJUT, BATAS)
    for nomor, isi in enumerate(halaman, start=1):
        if nomor > 1:
            pena.halaman_baru()
        if data.latihan:
            gambar_latihan(pena, Kotak(X, 60, LEBAR, 180))
        if nomor == 1:
            _kepala_pertama(pena, data)
        else:
            _kepala_lanjut(pena, data)
        for y, balok in isi:
            balok.gambar(pena, y)
        gambar_kaki(pena, Kotak(X, KAKI_Y, LEBAR, 5), JUDUL, nomor, len(halaman))
    return pena.selesai()


def _susun_balok(data: DaftarAsliData) -> Iterator[Balok]:
    kepala = Balok(KEPALA_MM, lambda pena, y: gambar_kepala(pena, X, y, KEPALA_MM, KOLOM))
    tertua_dulu = sorted(data.baris, key=lambda baris: -baris.umur)
    for nomor, baris in enumerate(tertua_dulu, start=1):
        yield _balok_baris(nomor, baris, kepala)
    if not data.baris:
        yield Balok(16, _gambar_kosong)
    yield _penutup(data)


def _balok_baris(nomor: int, baris: BarisAsli, kepala: Balok) -> Balok:
    tengah = SEL.ganti(rata="tengah")
    sel = (
        (str(nomor), tengah),
        (baris.nomor, NOMOR),
        (baris.pemohon, SEL.ganti(huruf=SEDANG)),
        (baris.desa, SEL),
        (baris.berkas, SEL),
        (baris.sejak, tengah),
        (str(baris.umur), SEL.ganti(huruf=SEDANG, rata="kanan")),
        (baris.keadaan, SEL),
    )
    tinggi = tinggi_sel(LEBAR_KOLOM, sel)

    def gambar(pena: Pena, y: float) -> None:
        gambar_sel(pena, Kotak(X, y, LEBAR, tinggi), LEBAR_KOLOM, sel)

    return Balok(tinggi, gambar, kepala)


def _gambar_kosong(pena: Pena, y: float) -> None:
    kotak = Kotak(X, y, LEBAR, 14)
    pena.bingkai(kotak, 0.5, sudut=1)
    pena.tulis(kotak.susut(4), KOSONG, Gaya(9.4, SEDANG, rata="tengah", tegak="tengah"))


def _kepala_pertama(pena: Pena, data: DaftarAsliData) -> None:
    gambar_kop_kiri(pena, Kotak(X, 9, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR)
    pena.tulis(Kotak(X, 28, LEBAR, 5.6), JUDUL.upper(), Gaya(14, TEBAL, TINTA))
    keadaan = f"Keadaan pada {data.dibuat}"
    pena.tulis(Kotak(X, 35, LEBAR - 60, 4), keadaan, Gaya(9, SEDANG, AKSEN))
    kanan = Kotak(KANAN - 58, 35.6, 58, 3)
    urutan = "Yang paling lama di atas" if data.baris else ""
    pena.tulis(kanan, urutan, KECIL.ganti(rata="kanan", huruf=SEDANG))


def _kepala_lanjut(pena: Pena, data: DaftarAsliData) -> None:
    kotak = Kotak(X, 10, 108, 4)
    pena.tulis(kotak, f"{JUDUL.upper()} (lanjutan)", Gaya(9, TEBAL, AKSEN))
    kanan = Kotak(X + 110, 10, LEBAR - 110, 4)
    pena.tulis(kanan, data.dibuat, Gaya(8, SEDANG, rata="kanan"))
    garis_kop(pena, X, KANAN, 16.4)


def _penutup(data: DaftarAsliData) -> Balok:
    """The sums, and below them who signs; never torn apart."""

    def gambar(pena: Pena, y: float) -> None:
        y += 4
        _gambar_jumlah(pena, y, data.baris)
        kotak = Kotak(KANAN - 78, y + 2, 78, TANDA_TANGAN_MM)
        gambar_penanda_tangan(pena, kotak, data.penanda_tangan)

    return Balok(TANDA_TANGAN_MM + 6, gambar)


def _gambar_jumlah(pena: Pena, y: float, baris: tuple[BarisAsli, ...]) -> None:
    terlama = f"{max(b.umur for b in baris)} hari" if baris else "–"
    jumlah = (
        ("Berkas asli di kantor", str(len(baris))),
        ("Permohonan", str(len({b.nomor for b in baris}))),
        ("Paling lama", terlama),
    )
    for urut, (label, nilai) in enumerate(jumlah):
        x = X + urut * 32
        if urut:
            pena.garis(((x - 3, y), (x - 3, y + 8)), 0.4)
        pena.tulis(Kotak(x, y, 27, 2.8), label, LABEL.ganti(ukuran=6.8))
        pena.tulis(Kotak(x, y + 3.4, 27, 5), nilai, Gaya(11, TEBAL))
