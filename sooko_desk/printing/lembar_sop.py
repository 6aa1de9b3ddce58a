"""The SOP sheet in its own table form, landscape: head, six boxes, the step table.

The sheet's flow chart is drawn again: an oval for the first and the last step, a diamond for a
decision, a box otherwise, in the column of the actor. An actor that the scan does not show is
marked with "*" and a dashed line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.tanggal import tanggal_panjang

from .blok import KECIL, TINTA, Gaya, Kotak, Pena
from .huruf import SEDANG, TEBAL
from .kertas import A4, LEMBAR_BESAR, Kertas, check_kertas
from .kop import Kop, gambar_kaki, gambar_kop_tengah
from .lembar_sop_tabel import TabelLangkah
from .tabel import tinggi_teks

if TYPE_CHECKING:
    from sooko_desk.domain.sop import LembarSop, Sop

JUDUL = "Standar Operasional Prosedur"
X, Y = 12.0, 10.0
KAKI_MM = 9.0
"""How far above the lower edge of the page its foot stands."""
BAGIAN_KIRI = 140 / 273
"""What the left of the two columns of boxes has of the width."""
LABEL_MM = 34.0
DISIMPULKAN = "* Pelaksana disimpulkan: tanda pada bagan alir tidak terbaca di lembar asli."
ISI = Gaya(7.6)
KEPALA_KOTAK = Gaya(7.8, TEBAL, rata="tengah", tegak="tengah")


@dataclass(frozen=True, slots=True)
class LembarSopData:
    """One SOP on its sheet.

    Attributes:
        kop: as on every paper of the office; the lines that the SOP itself carries are not read.
        kertas: one of `LEMBAR_BESAR`.
    """

    sop: Sop
    kop: Kop
    kertas: Kertas = A4


@dataclass(frozen=True, slots=True)
class _Lajur:
    """The two columns of boxes: widths in mm."""

    kiri: float
    kanan: float

    @property
    def x_kanan(self) -> float:
        """Where the right column begins."""
        return X + self.kiri


def render(data: LembarSopData) -> bytes:
    """The sheet as PDF. The same data gives the same bytes.

    Raises:
        ValueError: the actor of a step is none of the sheet's columns, or the sheet has no layout
            for the paper.
    """
    check_kertas(data.kertas, LEMBAR_BESAR)
    kertas, sop = data.kertas.rebah, data.sop
    lebar, kaki_y = kertas.lebar - 2 * X, kertas.tinggi - KAKI_MM
    lajur = _Lajur(lebar * BAGIAN_KIRI, lebar * (1 - BAGIAN_KIRI))
    pena = Pena(kertas, JUDUL)
    y = _gambar_kepala(pena, sop.lembar, data.kop, lajur)
    y = _gambar_kotak(pena, y, sop.lembar, lajur)
    tabel = TabelLangkah(sop, X, lebar)
    halaman = tabel.bagi(y + 5, Y, kaki_y - 6)
    for nomor, bagian in enumerate(halaman, start=1):
        if nomor > 1:
            pena.halaman_baru()
        tabel.gambar(pena, bagian)
        if tabel.ada_disimpulkan(bagian):
            pena.tulis(Kotak(X, bagian.bawah + 1.6, lebar, 3), DISIMPULKAN, KECIL)
        kaki = Kotak(X, kaki_y, lebar, 5)
        teks = f"SOP {sop.lembar.nomor}  ·  {sop.lembar.nama_sop}"
        gambar_kaki(pena, kaki, teks, nomor, len(halaman))
    return pena.selesai()


def _gambar_kepala(pena: Pena, lembar: LembarSop, kop: Kop, lajur: _Lajur) -> float:
    """The head box; returns the y of its lower edge."""
    x_nilai, lebar_nilai = lajur.x_kanan + LABEL_MM + 2, lajur.kanan - LABEL_MM - 4
    y = Y
    for label, isi in (
        ("Nomor SOP", lembar.nomor),
        ("Tgl Pembuatan", tanggal_panjang(lembar.tanggal_pembuatan)),
        ("Tgl Revisi", tanggal_panjang(lembar.tanggal_revisi)),
        ("Tgl Efektif", tanggal_panjang(lembar.tanggal_efektif)),
    ):
        _baris_kepala(pena, y, 5.2, label, lajur)
        pena.tulis(Kotak(x_nilai, y, lebar_nilai, 5.2), isi, ISI.ganti(tegak="tengah"))
        y += 5.2
    _baris_kepala(pena, y, 21, "Disahkan oleh", lajur)
    _gambar_pengesah(pena, Kotak(x_nilai, y, lebar_nilai, 21), lembar)
    y += 21
    kiri = Kotak(X, Y, lajur.kiri, y - Y)
    pena.bingkai(kiri, 0.6, TINTA)
    gambar_kop_tengah(pena, kiri.susut(5, 2), kop)
    _baris_kepala(pena, y, 8, "Nama SOP", lajur)
    nama = Gaya(8.6, TEBAL, tegak="tengah")
    pena.tulis(Kotak(x_nilai, y, lebar_nilai, 8), lembar.nama_sop, nama, baris=2)
    unit = Kotak(X, y, lajur.kiri, 8)
    pena.bingkai(unit, 0.6, TINTA)
    pena.tulis(unit.susut(2), lembar.unit, Gaya(9.5, TEBAL, rata="tengah", tegak="tengah"))
    return y + 8


def _baris_kepala(pena: Pena, y: float, tinggi: float, label: str, lajur: _Lajur) -> None:
    x = lajur.x_kanan
    pena.bingkai(Kotak(x, y, LABEL_MM, tinggi), 0.6, TINTA)
    pena.bingkai(Kotak(x + LABEL_MM, y, lajur.kanan - LABEL_MM, tinggi), 0.6, TINTA)
    pena.tulis(
        Kotak(x + 2, y, LABEL_MM - 3, tinggi), label, ISI.ganti(huruf=SEDANG, tegak="tengah")
    )


def _gambar_pengesah(pena: Pena, kotak: Kotak, lembar: LembarSop) -> None:
    y = kotak.y + 9.4
    nama = Gaya(8.2, TEBAL, rata="tengah")
    pena.tulis(Kotak(kotak.x, y, kotak.lebar, 3.4), lembar.pengesah_nama, nama)
    for isi in (lembar.pengesah_pangkat, f"NIP. {lembar.pengesah_nip}"):
        y += 3.6
        pena.tulis(Kotak(kotak.x, y, kotak.lebar, 3.2), isi, ISI.ganti(rata="tengah"))


def _gambar_kotak(pena: Pena, y: float, lembar: LembarSop, lajur: _Lajur) -> float:
    """The six boxes, two a row; returns the y below them."""
    for kiri, kanan in (
        (
            ("DASAR HUKUM", _bernomor(lembar.dasar_hukum)),
            ("KUALIFIKASI PELAKSANA", _bernomor(lembar.kualifikasi_pelaksana)),
        ),
        (
            ("KETERKAITAN", _bernomor(lembar.keterkaitan)),
            ("PERALATAN/PERLENGKAPAN", _bernomor(lembar.peralatan)),
        ),
        (
            ("PERINGATAN", (("", lembar.peringatan),)),
            ("PENCATATAN DAN PENDATAAN", (("", lembar.pencatatan),)),
        ),
    ):
        kolom = ((X, lajur.kiri, *kiri), (lajur.x_kanan, lajur.kanan, *kanan))
        tinggi = max(_tinggi_butir(butir, lebar) for _, lebar, _, butir in kolom) + 3
        for x, lebar, judul, butir in kolom:
            kepala = Kotak(x, y, lebar, 5)
            pena.bingkai(kepala, 0.6, TINTA)
            pena.tulis(kepala.susut(2), judul, KEPALA_KOTAK)
            pena.bingkai(Kotak(x, y + 5, lebar, tinggi), 0.6, TINTA)
            _gambar_butir(pena, Kotak(x, y + 6.5, lebar, tinggi), butir)
        y += 5 + tinggi
    return y


def _bernomor(isi: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{nomor}.", teks) for nomor, teks in enumerate(isi, start=1))


def _lekuk(butir: tuple[tuple[str, str], ...]) -> float:
    return 5.0 if any(nomor for nomor, _ in butir) else 0.0


def _tinggi_butir(butir: tuple[tuple[str, str], ...], lebar: float) -> float:
    dalam = lebar - 5 - _lekuk(butir)
    return sum(tinggi_teks(teks, ISI, dalam) + 0.8 for _, teks in butir)


def _gambar_butir(pena: Pena, kotak: Kotak, butir: tuple[tuple[str, str], ...]) -> None:
    lekuk = _lekuk(butir)
    y, dalam = kotak.y, kotak.lebar - 5 - lekuk
    for nomor, teks in butir:
        tinggi = tinggi_teks(teks, ISI, dalam)
        pena.tulis(Kotak(kotak.x + 2.5, y, 5, 3.2), nomor, ISI)
        pena.tulis(Kotak(kotak.x + 2.5 + lekuk, y, dalam, tinggi + 0.2), teks, ISI, baris=99)
        y += tinggi + 0.8
