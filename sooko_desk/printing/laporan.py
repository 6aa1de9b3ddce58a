"""Reports as one paper: head, facts, ruled tables that flow over pages, notes, who signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import AKSEN, BAGIAN, KANAN, KECIL, LEBAR, LEBAR_TEGAK, TINTA, Gaya, Kotak, Pena, X
from .huruf import SEDANG, TEBAL
from .kertas import LEMBAR_BESAR, check_kertas
from .kop import TINGGI_KOP_MM, gambar_kop_kiri
from .mengalir import Balok, Rangka, bidang_tegak, gambar_mengalir
from .tabel import KolomRegister, tinggi_teks
from .tabel_mengalir import KEPALA_MM, balok_baris, kepala_tabel
from .tanda_tangan import (
    LEBAR_MM,
    gambar_garis_tanda_tangan,
    gambar_penanda_tangan,
    tinggi_penanda_tangan,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sooko_desk.domain.laporan import IsiLaporan, TabelLaporan

    from .kertas import Kertas
    from .kop import Kop
    from .tanda_tangan import PenandaTangan

ATAS = 43.0
"""Where the facts begin, below the title (mm)."""
SEL = Gaya(7.2)
BUTIR = Gaya(7.8)
PEMBUKA = Gaya(8.2)
JUDUL_TABEL_MM = 7.0
LEBAR_LABEL = 44.0
PENUTUP_MM = 4.4
PENANDA_KIRI_MM = 32.0
"""Least room of the second who signs."""


@dataclass(frozen=True, slots=True)
class Lembar:
    """What stands around a report's content.

    Attributes:
        judul: the kind of report, e.g. "Buku Harian".
        kaki: left half of the page foot.
        penutup: lines beside the signature, small.
        pembuka: a sentence above the facts; "" = none.
        penanda_kiri: role and name of a second who signs, on the left below `penutup`.
    """

    judul: str
    kop: Kop
    kaki: str
    penutup: tuple[str, ...]
    penanda_tangan: PenandaTangan
    latihan: bool
    kertas: Kertas
    pembuka: str = ""
    penanda_kiri: tuple[str, str] | None = None


def render_laporan(lembar: Lembar, isi: IsiLaporan) -> bytes:
    """The report as PDF.

    Raises:
        ValueError: there is no layout for the paper.
    """
    check_kertas(lembar.kertas, LEMBAR_BESAR)
    kertas = lembar.kertas.tegak
    pena = Pena(kertas, lembar.judul, LEBAR_TEGAK)
    rangka = Rangka(
        lembar.judul,
        ATAS,
        lambda pena: _kepala(pena, lembar, isi.subjudul),
        lanjut=isi.subjudul,
        kaki=lembar.kaki,
        latihan=lembar.latihan,
        bidang=bidang_tegak(kertas),
    )
    gambar_mengalir(pena, rangka, _susun_balok(lembar, isi))
    return pena.selesai()


def _kepala(pena: Pena, lembar: Lembar, subjudul: str) -> None:
    gambar_kop_kiri(pena, Kotak(X, 9, LEBAR, TINGGI_KOP_MM), lembar.kop, LEBAR)
    pena.tulis(Kotak(X, 28, LEBAR, 5.6), lembar.judul.upper(), Gaya(14, TEBAL, TINTA))
    pena.tulis(Kotak(X, 35, LEBAR, 4), subjudul, Gaya(9.5, SEDANG, AKSEN))


def _susun_balok(lembar: Lembar, isi: IsiLaporan) -> Iterator[Balok]:
    if lembar.pembuka:
        yield _pembuka(lembar.pembuka)
    for label, nilai in isi.fakta:
        yield _fakta(label, nilai)
    for tabel in isi.tabel:
        yield from _tabel(tabel)
    yield from _catatan(isi.catatan)
    yield _penutup(lembar)


def _pembuka(kata: str) -> Balok:
    tinggi = tinggi_teks(kata, PEMBUKA, LEBAR) + 2

    def gambar(pena: Pena, y: float) -> None:
        pena.tulis(Kotak(X, y, LEBAR, tinggi), kata, PEMBUKA, baris=99)

    return Balok(tinggi, gambar)


def _fakta(label: str, nilai: str) -> Balok:
    gaya = BUTIR.ganti(huruf=SEDANG)
    tinggi = tinggi_teks(nilai, gaya, LEBAR - LEBAR_LABEL) + 1.2

    def gambar(pena: Pena, y: float) -> None:
        pena.tulis(Kotak(X, y, LEBAR_LABEL - 2, tinggi), label, BUTIR)
        kotak = Kotak(X + LEBAR_LABEL, y, LEBAR - LEBAR_LABEL, tinggi)
        pena.tulis(kotak, nilai, gaya, baris=99)

    return Balok(tinggi, gambar)


def _tabel(tabel: TabelLaporan) -> Iterator[Balok]:
    """Title and heads stand above the rows, and again on every page the rows go on to."""
    kolom = [KolomRegister(k.judul, k.lebar, k.rata, k.tebal) for k in tabel.kolom]
    kepala = _kepala_tabel(tabel.judul, kolom if tabel.baris else ())
    if not tabel.baris:
        yield _kosong(tabel.kosong, kepala)
        return
    lebar = tuple(k.lebar_mm for k in kolom)
    jumlah = len(tabel.baris) - tabel.jumlah
    for nomor, baris in enumerate(tabel.baris):
        gaya = [
            SEL.ganti(
                rata=k.rata, huruf=TEBAL if nomor >= jumlah else SEDANG if k.tebal else SEL.huruf
            )
            for k in kolom
        ]
        yield balok_baris(X, lebar, tuple(zip(baris, gaya, strict=True)), kepala)


def _kepala_tabel(judul: str, kolom: Sequence[KolomRegister]) -> Balok:
    bawah = kepala_tabel(X, kolom)

    def gambar(pena: Pena, y: float) -> None:
        pena.tulis(Kotak(X, y + 3, LEBAR, 3.4), judul, BAGIAN.ganti(ukuran=8.4))
        if kolom:
            bawah.gambar(pena, y + JUDUL_TABEL_MM)

    return Balok(JUDUL_TABEL_MM + (KEPALA_MM if kolom else 0.0), gambar)


def _kosong(kata: str, kepala: Balok) -> Balok:
    def gambar(pena: Pena, y: float) -> None:
        pena.tulis(Kotak(X, y, LEBAR, 4), kata, BUTIR)

    return Balok(4.4, gambar, kepala)


def _catatan(catatan: Sequence[str]) -> Iterator[Balok]:
    kepala = _kepala_tabel("Catatan", ())
    for kata in catatan:
        yield _butir(kata, kepala)


def _butir(kata: str, kepala: Balok) -> Balok:
    tinggi = tinggi_teks(kata, BUTIR, LEBAR - 4) + 1.2

    def gambar(pena: Pena, y: float) -> None:
        pena.tulis(Kotak(X, y, 3, 3.4), "•", BUTIR)
        pena.tulis(Kotak(X + 4, y, LEBAR - 4, tinggi), kata, BUTIR, baris=99)

    return Balok(tinggi, gambar, kepala)


def _penutup(lembar: Lembar) -> Balok:
    """Who signs, and on the left what the page is known by; never torn apart."""
    orang = lembar.penanda_tangan
    tinggi = tinggi_penanda_tangan(orang)
    lebar = LEBAR - LEBAR_MM - 6
    bawah = PENUTUP_MM * len(lembar.penutup)
    kiri = lembar.penanda_kiri
    perlu = max(tinggi, bawah + (PENANDA_KIRI_MM if kiri else 0.0))

    def gambar(pena: Pena, y: float) -> None:
        y += 6
        for nomor, kata in enumerate(lembar.penutup):
            gaya = KECIL.ganti(huruf=SEDANG) if nomor % 2 else KECIL
            pena.tulis(Kotak(X, y + nomor * PENUTUP_MM, lebar, 4), kata, gaya.ganti(ukuran=7.4))
        if kiri is not None:
            ruang = Kotak(X, y + bawah + 4, lebar - 18, perlu - bawah - 10)
            gambar_garis_tanda_tangan(pena, ruang, *kiri)
        gambar_penanda_tangan(pena, Kotak(KANAN - LEBAR_MM, y, LEBAR_MM, tinggi), orang)

    return Balok(perlu + 8, gambar, rekat=True)
