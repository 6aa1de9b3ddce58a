"""Daftar dokumen yang belum diambil: what lies ready, where, and whom to call, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import A4_TEGAK, AKSEN, KANAN, KECIL, LABEL, LEBAR, TINTA, Gaya, Kotak, Pena, X
from .huruf import SEDANG, TEBAL
from .kop import TINGGI_KOP_MM, gambar_kop_kiri
from .mengalir import Balok, Rangka, gambar_mengalir
from .tabel import KolomRegister, gambar_kepala, gambar_sel, tinggi_sel
from .tanda_tangan import PenandaTangan, gambar_penanda_tangan, tinggi_penanda_tangan

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BarisBelumDiambil", "DaftarBelumDiambilData", "PenandaTangan", "render"]

JUDUL = "Daftar Dokumen yang Belum Diambil"
KOSONG = "Tidak ada dokumen yang menunggu diambil."

ATAS = 43.0
"""Where the rows begin, below the title (mm)."""
KEPALA_MM = 7.0

KOLOM = (
    KolomRegister("No.", 8, "tengah"),
    KolomRegister("Layanan", 13),
    KolomRegister("Nomor tanda bukti", 33),
    KolomRegister("Pemohon", 34),
    KolomRegister("Desa", 23),
    KolomRegister("Telepon", 23),
    KolomRegister("Tempat", 20),
    KolomRegister("Siap sejak", 16, "tengah"),
    KolomRegister("Umur (hari)", 10, "kanan"),
)
LEBAR_KOLOM = tuple(k.lebar_mm for k in KOLOM)
SEL = Gaya(7.2)
NOMOR = Gaya(6.4)
"""A receipt number of five digits then stands on one line."""


@dataclass(frozen=True, slots=True)
class BarisBelumDiambil:
    """One finished document that nobody has fetched yet.

    Attributes:
        layanan: e.g. "KK".
        nomor: number of the receipt.
        telepon: whom to call; "" = no number is known.
        tempat: where it lies; "" = not noted.
        sejak: day it was ready, e.g. "20/11/2026"; `umur` counts the days since.
    """

    layanan: str
    nomor: str
    pemohon: str
    desa: str
    telepon: str
    tempat: str
    sejak: str
    umur: int


@dataclass(frozen=True, slots=True)
class DaftarBelumDiambilData:
    """The list as of one moment.

    Attributes:
        kop: superior office, office, address lines.
        dibuat: date and time of the list, e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB".
        saringan: what the rows were narrowed down to, e.g. "Desa Japan"; "" = all.
        baris: in any order; printed with the oldest first.
        batas_umur: days, from the fewest: how many rows are older is told of each.
        latihan: practice mode; prints the watermark LATIHAN.
    """

    kop: tuple[str, ...]
    dibuat: str
    saringan: str
    baris: tuple[BarisBelumDiambil, ...]
    batas_umur: tuple[int, ...]
    penanda_tangan: PenandaTangan
    latihan: bool = False


def render(data: DaftarBelumDiambilData) -> bytes:
    """The list as PDF. The same data gives the same bytes."""
    pena = Pena(A4_TEGAK, JUDUL)
    rangka = Rangka(
        JUDUL,
        ATAS,
        lambda pena: _kepala(pena, data),
        lanjut=data.dibuat,
        kaki=JUDUL,
        latihan=data.latihan,
    )
    gambar_mengalir(pena, rangka, _susun_balok(data))
    return pena.selesai()


def _susun_balok(data: DaftarBelumDiambilData) -> Iterator[Balok]:
    kepala = Balok(KEPALA_MM, lambda pena, y: gambar_kepala(pena, X, y, KEPALA_MM, KOLOM))
    tertua_dulu = sorted(data.baris, key=lambda baris: -baris.umur)
    for nomor, baris in enumerate(tertua_dulu, start=1):
        yield _balok_baris(nomor, baris, kepala)
    if not data.baris:
        yield Balok(16, _gambar_kosong)
    yield _penutup(data)


def _balok_baris(nomor: int, baris: BarisBelumDiambil, kepala: Balok) -> Balok:
    tengah = SEL.ganti(rata="tengah")
    sel = (
        (str(nomor), tengah),
        (baris.layanan, SEL),
        (baris.nomor, NOMOR),
        (baris.pemohon, SEL.ganti(huruf=SEDANG)),
        (baris.desa, SEL),
        (baris.telepon, SEL),
        (baris.tempat, SEL.ganti(huruf=SEDANG)),
        (baris.sejak, tengah),
        (str(baris.umur), SEL.ganti(huruf=SEDANG, rata="kanan")),
    )
    tinggi = tinggi_sel(LEBAR_KOLOM, sel)

    def gambar(pena: Pena, y: float) -> None:
        gambar_sel(pena, Kotak(X, y, LEBAR, tinggi), LEBAR_KOLOM, sel)

    return Balok(tinggi, gambar, kepala)


def _gambar_kosong(pena: Pena, y: float) -> None:
    kotak = Kotak(X, y, LEBAR, 14)
    pena.bingkai(kotak, 0.5, sudut=1)
    pena.tulis(kotak.susut(4), KOSONG, Gaya(9.4, SEDANG, rata="tengah", tegak="tengah"))


def _kepala(pena: Pena, data: DaftarBelumDiambilData) -> None:
    gambar_kop_kiri(pena, Kotak(X, 9, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR)
    pena.tulis(Kotak(X, 28, LEBAR, 5.6), JUDUL.upper(), Gaya(14, TEBAL, TINTA))
    keadaan = f"Keadaan pada {data.dibuat}"
    pena.tulis(Kotak(X, 35, LEBAR - 60, 4), keadaan, Gaya(9, SEDANG, AKSEN))
    urutan = "yang paling lama di atas" if data.baris else ""
    kata = " · ".join(x for x in (data.saringan, urutan) if x)
    kanan = Kotak(KANAN - 58, 35.6, 58, 3)
    pena.tulis(kanan, kata[:1].upper() + kata[1:], KECIL.ganti(rata="kanan", huruf=SEDANG))


def _penutup(data: DaftarBelumDiambilData) -> Balok:
    """The sums, and beside them who signs; never torn apart."""
    tinggi = tinggi_penanda_tangan(data.penanda_tangan)

    def gambar(pena: Pena, y: float) -> None:
        y += 4
        _gambar_jumlah(pena, y, data)
        kotak = Kotak(KANAN - 78, y + 2, 78, tinggi)
        gambar_penanda_tangan(pena, kotak, data.penanda_tangan)

    return Balok(tinggi + 6, gambar, rekat=True)


def _gambar_jumlah(pena: Pena, y: float, data: DaftarBelumDiambilData) -> None:
    umur = [baris.umur for baris in data.baris]
    lebih = ((f"Lebih dari {b} hari", str(sum(u > b for u in umur))) for b in data.batas_umur)
    jumlah = (("Belum diambil", str(len(umur))), *lebih)
    for urut, (label, nilai) in enumerate(jumlah):
        x = X + urut * 32
        if urut:
            pena.garis(((x - 3, y), (x - 3, y + 8)), 0.4)
        pena.tulis(Kotak(x, y, 27, 2.8), label, LABEL.ganti(ukuran=6.8))
        pena.tulis(Kotak(x, y + 3.4, 27, 5), nilai, Gaya(11, TEBAL))
