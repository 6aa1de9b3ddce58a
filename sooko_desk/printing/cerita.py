"""Riwayat permohonan: a case's whole story on one page, on more if it must.

Everything in order: what is known of it, its papers with their dates, every event and print with
who and when, corrections before and after. NIK and No KK are masked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import (
    AKSEN,
    BAGIAN,
    KANAN,
    LEBAR,
    LEBAR_TEGAK,
    TINTA,
    Gaya,
    Kotak,
    Pena,
    X,
    gambar_isian,
)
from .huruf import SEDANG, TEBAL
from .kertas import A4, LEMBAR_BESAR, Kertas, check_kertas
from .kop import TINGGI_KOP_MM, Kop, gambar_kop_kiri
from .mengalir import Balok, Rangka, bidang_tegak, gambar_mengalir
from .tabel import KolomRegister, gambar_kepala, tinggi_teks
from .tabel_mengalir import susun_baris

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

JUDUL = "Riwayat Permohonan"
KEPALA_MM = 5.4
BAGIAN_MM = 5.2
SELA_MM = 3.4
SEL = Gaya(7)
KOLOM_BERKAS = (
    KolomRegister("No.", 8, "tengah"),
    KolomRegister("Berkas", 68, tebal=True),
    KolomRegister("Keadaan", 36),
    KolomRegister("Diterima", 18, "tengah"),
    KolomRegister("Diunggah", 18, "tengah"),
    KolomRegister("Catatan", 32),
)
KOLOM_KEJADIAN = (
    KolomRegister("Waktu (WIB)", 24),
    KolomRegister("Langkah", 29),
    KolomRegister("Hasil", 31, tebal=True),
    KolomRegister("Oleh", 30),
    KolomRegister("Rincian", 66),
)


@dataclass(frozen=True, slots=True)
class BerkasCerita:
    """One paper; `diterima` and `diunggah` are dates such as "21/11/2026", "" = not yet."""

    nama: str
    keadaan: str
    diterima: str = ""
    diunggah: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class KejadianCerita:
    """One event or print.

    Attributes:
        waktu: e.g. "21/11/2026 09.05".
        rincian: what was given with it, and the status that came of it.
    """

    waktu: str
    langkah: str
    hasil: str
    oleh: str
    rincian: str = ""


@dataclass(frozen=True, slots=True)
class CeritaData:
    """What is told.

    Attributes:
        nomor: number of the receipt; `kode_pindai` its scan code.
        fakta: what is known of the case, label and words; what is empty is left out.
        dibuat: date and time of the paper, e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB".
        kejadian: oldest first.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`.
    """

    kop: Kop
    nama_layanan: str
    nomor: str
    kode_pindai: str
    nama_pemohon: str
    nik_tersamar: str
    jenis: str
    status: str
    dibuat: str
    fakta: tuple[tuple[str, str], ...] = ()
    berkas: tuple[BerkasCerita, ...] = ()
    kejadian: tuple[KejadianCerita, ...] = ()
    latihan: bool = False
    kertas: Kertas = A4


def render(data: CeritaData) -> bytes:
    """The story as PDF. The same data gives the same bytes.

    Raises:
        ValueError: the story has no layout for the paper.
    """
    check_kertas(data.kertas, LEMBAR_BESAR)
    kertas = data.kertas.tegak
    pena = Pena(kertas, JUDUL, LEBAR_TEGAK)
    rangka = Rangka(
        JUDUL,
        58.0,
        lambda pena: _kepala(pena, data),
        lanjut=f"{data.nomor}  ·  {data.kode_pindai}",
        kaki=f"{JUDUL}  ·  {data.kode_pindai}  ·  dicetak {data.dibuat}",
        latihan=data.latihan,
        bidang=bidang_tegak(kertas),
    )
    gambar_mengalir(pena, rangka, _susun_balok(data))
    return pena.selesai()


def _kepala(pena: Pena, data: CeritaData) -> None:
    gambar_kop_kiri(pena, Kotak(X, 9, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR)
    pena.tulis(Kotak(X, 27.4, 110, 5.6), JUDUL.upper(), Gaya(14, TEBAL, TINTA))
    kanan = Kotak(X + 112, 28.2, LEBAR - 112, 4.4)
    pena.tulis(kanan, data.nama_layanan, Gaya(9, SEDANG, AKSEN, rata="kanan"))
    nama = Gaya(10.5, TEBAL, terkecil=6)
    gambar_isian(pena, X, 35, (("Nama pemohon", data.nama_pemohon, 124),), nama)
    gambar_isian(pena, X + 124, 35, (("NIK", data.nik_tersamar, 56),))
    baris = (
        ("Nomor tanda bukti", data.nomor, 46),
        ("Jenis permohonan", data.jenis, 86),
        ("Keadaan sekarang", data.status, 48),
    )
    gambar_isian(pena, X, 44.4, baris)
    pena.datar(X, KANAN, 55)


def _susun_balok(data: CeritaData) -> Iterator[Balok]:
    fakta = [(label, isi) for label, isi in data.fakta if isi]
    for awal in range(0, len(fakta), 2):
        yield _balok_fakta(fakta[awal : awal + 2])
    if data.berkas:
        yield from _tabel(
            "BERKAS",
            KOLOM_BERKAS,
            [
                (str(urut), b.nama, b.keadaan, b.diterima, b.diunggah, b.catatan)
                for urut, b in enumerate(data.berkas, start=1)
            ],
        )
    yield from _tabel(
        "KEJADIAN, YANG PERTAMA DI ATAS",
        KOLOM_KEJADIAN,
        [(k.waktu, k.langkah, k.hasil, k.oleh, k.rincian) for k in data.kejadian],
    )


def _balok_fakta(pasangan: Sequence[tuple[str, str]]) -> Balok:
    """Two facts side by side, label and words on one line."""
    gaya = Gaya(7.6, SEDANG)
    tinggi = max(tinggi_teks(isi, gaya, 56) for _, isi in pasangan) + 1.5

    def gambar(pena: Pena, y: float) -> None:
        for urut, (label, isi) in enumerate(pasangan):
            x = X + urut * 92
            pena.tulis(Kotak(x, y, 30, 3.4), label, Gaya(7.2))
            pena.tulis(Kotak(x + 31, y, 57, tinggi), isi, gaya, baris=99)

    return Balok(tinggi, gambar)


def _tabel(
    judul: str, kolom: Sequence[KolomRegister], baris: Sequence[tuple[str, ...]]
) -> Iterator[Balok]:
    """A table with its heading above it."""

    def gambar(pena: Pena, y: float) -> None:
        pena.tulis(Kotak(X, y + SELA_MM, LEBAR, 3), judul, BAGIAN)
        gambar_kepala(pena, X, y + SELA_MM + BAGIAN_MM, KEPALA_MM, kolom)

    kepala = Balok(SELA_MM + BAGIAN_MM + KEPALA_MM, gambar)
    return susun_baris(X, kolom, SEL, baris, kepala)
