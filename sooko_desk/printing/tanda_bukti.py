"""Tanda bukti penerimaan: one half for the applicant, one half for the file.

KK SOP row 1: "menerima berkas permohonan serta memberi tanda bukti penerimaan". The second half
is the cover of the case's papers and travels with them; each SOP step has a box to initial.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import (
    AKSEN,
    BAGIAN,
    KANAN,
    KECIL,
    LABEL,
    LEBAR,
    NILAI,
    REDUP,
    TINTA,
    Gaya,
    Kotak,
    X,
    gambar_isian,
)
from .daftar_berkas import BarisBerkas, gambar_daftar_berkas
from .huruf import SEDANG, TEBAL
from .kertas import PARUH
from .kode_qr import gambar_qr
from .lembar_pemohon import (
    KIRI,
    LEBAR_PITA,
    LEBAR_QR,
    LembarPemohon,
    gambar_catatan_kaki,
    gambar_kepala_pemohon,
    gambar_label_lembar,
    gambar_pita_gratis,
    mulai_lembar,
    render_paruh,
)
from .tanda_tangan import gambar_garis_tanda_tangan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .blok import Pena

__all__ = ["BarisBerkas", "TandaBuktiData", "render"]

JUDUL = "Tanda Bukti Penerimaan"
BAWA = "Bawa tanda bukti ini saat mengambil."
NAIK_MM = 1.8
"""How much higher than on a page of its own the head stands in a half."""
LEBAR_SURAT = 110.0
"""Room for the village's letter: its number, date and signer are up to 150 letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaBuktiData(LembarPemohon):
    """What the paper says, as the words that are printed; `kertas` is one of `PARUH`.

    Attributes:
        diterima: e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB".
        nkk_tersamar: twelve asterisks and four digits; "" = none.
        alamat: address without the village, which is `desa`.
        pembawa: who brought the papers; "" = the applicant.
        pengantar: number and date of the village's letter; "" = none.
        waktu_sop: the SOP's working time in words.
        langkah: names of the SOP steps; each gets a box to initial on the office half.
    """

    diterima: str
    nkk_tersamar: str
    alamat: str
    desa: str
    petugas: str
    waktu_sop: str
    pembawa: str = ""
    hubungan_pembawa: str = ""
    telepon: str = ""
    pengantar: str = ""
    berkas: tuple[BarisBerkas, ...] = ()
    langkah: tuple[str, ...] = ()


def render(daftar: Sequence[TandaBuktiData]) -> bytes:
    """The receipts as PDF, a page each, or two of A5. The same data gives the same bytes.

    Raises:
        ValueError: there is no case, or the paper is none of `PARUH`.
    """
    pena = mulai_lembar(JUDUL, daftar, PARUH)
    return render_paruh(pena, daftar, (_lembar_pemohon, _lembar_arsip))


def _lembar_pemohon(pena: Pena, atas: float, data: TandaBuktiData) -> None:
    isian = (("Nomor", data.nomor, 60), ("Diterima", data.diterima, KIRI - 60))
    y = atas - NAIK_MM
    gambar_kepala_pemohon(pena, data, JUDUL.upper(), isian, y)
    _isian_pemohon(pena, y + 60, data)
    pena.datar(X, KANAN, y + 87.6)
    catatan = gambar_catatan_kaki(pena, y + 113.4, data)
    gambar_daftar_berkas(pena, Kotak(X, y + 89.4, LEBAR, 28 - catatan), data.berkas)
    _pesan(pena, y + 118.8, data.waktu_sop)
    _tanda_tangan(pena, Kotak(X, y + 130.2, LEBAR, 14.4), data)


def _isian_pemohon(pena: Pena, y: float, data: TandaBuktiData) -> None:
    """Three rows, 27 mm high."""
    alamat = f"{data.alamat}, Desa {data.desa}" if data.alamat else f"Desa {data.desa}"
    biasa = NILAI.ganti(ukuran=8.6)
    lebar, nomor = 112.0, 34.0
    nama = Gaya(11.5, TEBAL, terkecil=6)
    gambar_isian(pena, X, y, (("Nama pemohon", data.nama_pemohon, lebar),), nama)
    nik = (("NIK", data.nik_tersamar, nomor), ("Nomor KK", data.nkk_tersamar, nomor))
    gambar_isian(pena, X + lebar, y, nik, biasa)
    y += 9
    isian = (("Alamat", alamat, lebar), ("Telepon", data.telepon, 2 * nomor))
    gambar_isian(pena, X, y, isian, biasa)
    gambar_isian(pena, X, y + 9, _isian_bawaan(data), biasa)


def _isian_bawaan(data: TandaBuktiData) -> tuple[tuple[str, str, float], ...]:
    """Who brought the papers, and with which letter of the village."""
    return (
        ("Berkas dibawa oleh", _pembawa(data), LEBAR - LEBAR_SURAT),
        ("Surat pengantar desa", data.pengantar, LEBAR_SURAT),
    )


def _pembawa(data: TandaBuktiData) -> str:
    if not data.pembawa:
        return "Pemohon sendiri"
    return f"{data.pembawa} ({data.hubungan_pembawa})" if data.hubungan_pembawa else data.pembawa


def _pesan(pena: Pena, y: float, waktu_sop: str) -> None:
    """The two things the applicant must know: it is free, and bring this paper."""
    gambar_pita_gratis(pena, y, 9.6)
    x, lebar = X + LEBAR_PITA + 5, LEBAR - LEBAR_PITA - 5
    pena.tulis(Kotak(x, y + 0.6, lebar, 4), BAWA, Gaya(9.4, TEBAL))
    waktu = Kotak(x, y + 5, lebar, 5)
    pena.tulis(waktu, f"Waktu pengerjaan: {waktu_sop}", KECIL.ganti(ukuran=7.2), baris=2)


def _tanda_tangan(pena: Pena, kotak: Kotak, data: TandaBuktiData) -> None:
    kiri = Kotak(kotak.x, kotak.y, 86, kotak.tinggi)
    gambar_garis_tanda_tangan(pena, kiri, "Petugas Penerima", data.petugas)
    kanan = Kotak(kotak.kanan - 86, kotak.y, 86, kotak.tinggi)
    jabatan = "Pembawa Berkas" if data.pembawa else "Pemohon"
    gambar_garis_tanda_tangan(pena, kanan, jabatan, data.pembawa or data.nama_pemohon)


def _lembar_arsip(pena: Pena, atas: float, data: TandaBuktiData) -> None:
    y = atas + 6.2
    kantor = " · ".join(data.kop.baris[:2])
    pena.tulis(Kotak(X, y, LEBAR - 42, 3), kantor, Gaya(7.2, SEDANG, REDUP))
    gambar_label_lembar(pena, y - 0.6, "ARSIP KANTOR", data.salinan)
    gambar_qr(pena, Kotak(KANAN - LEBAR_QR, y + 10.6, LEBAR_QR, 28), data.kode_pindai)
    kode = Gaya(21, TEBAL, TINTA)
    pena.tulis(Kotak(X, y + 4.4, KIRI, 8), data.kode_pindai, kode)
    layanan = f"Sampul berkas {data.nama_layanan}"
    pena.tulis(Kotak(X, y + 13, KIRI, 4), layanan, Gaya(9, SEDANG, AKSEN))
    y += 18.4
    nama = Gaya(11, TEBAL, terkecil=6)
    gambar_isian(pena, X, y, (("Nama pemohon", data.nama_pemohon, KIRI),), nama)
    biasa = NILAI.ganti(ukuran=8.2)
    baris = (
        (
            ("NIK", data.nik_tersamar, 34),
            ("Nomor KK", data.nkk_tersamar, 34),
            ("Desa", data.desa, 36),
            ("Telepon", data.telepon, KIRI - 104),
        ),
        (
            ("Nomor", data.nomor, 46),
            ("Diterima", data.diterima, 64),
            ("Jenis permohonan", data.jenis, LEBAR - 110),
        ),
        _isian_bawaan(data),
    )
    for isian in baris:
        y += 9
        gambar_isian(pena, X, y, isian, biasa)
    pena.datar(X, KANAN, y + 9)
    gambar_daftar_berkas(pena, Kotak(X, y + 10.8, LEBAR, 27), data.berkas)
    _kotak_langkah(pena, Kotak(X, y + 40.8, LEBAR, 33), data.langkah)
    _tanda_tangan(pena, Kotak(X, atas + 129.1, LEBAR, 13), data)


def _kotak_langkah(pena: Pena, kotak: Kotak, langkah: tuple[str, ...]) -> None:
    """One box a step with room for initials and date; two rows when one would be too narrow."""
    pena.tulis(Kotak(kotak.x, kotak.y, 90, 3), "PARAF TIAP LANGKAH", BAGIAN)
    if not langkah:
        return
    lajur = 1 if len(langkah) <= 7 else 2
    banyak = -(-len(langkah) // lajur)
    tinggi = (kotak.tinggi - 4.2) / lajur
    lebar = kotak.lebar / banyak
    for nomor, nama in enumerate(langkah):
        x = kotak.x + (nomor % banyak) * lebar
        y = kotak.y + 4.2 + (nomor // banyak) * tinggi
        _satu_langkah(pena, Kotak(x, y, lebar, tinggi), nomor + 1, nama)


def _satu_langkah(pena: Pena, kotak: Kotak, nomor: int, nama: str) -> None:
    pena.bingkai(kotak, 0.5, REDUP)
    isi = kotak.susut(1.4)
    kaki = 6.2 if kotak.tinggi < 20 else 15.5
    gaya = Gaya(7, SEDANG, terkecil=4.8)
    ruang = Kotak(isi.x, kotak.y + 1.2, isi.lebar, kotak.tinggi - kaki - 1.6)
    pena.tulis(ruang, f"{nomor}. {nama}", gaya, baris=6)
    y = kotak.bawah - kaki
    pena.datar(kotak.x, kotak.kanan, y, 0.3, REDUP)
    if kaki > 10:
        pena.datar(kotak.x, kotak.kanan, kotak.bawah - 4.6, 0.3, REDUP)
        pena.tulis(Kotak(isi.x, y + 0.7, isi.lebar, 2.4), "Paraf", LABEL.ganti(ukuran=5.6))
        pena.tulis(Kotak(isi.x, kotak.bawah - 3.9, isi.lebar, 2.4), "Tgl", LABEL.ganti(ukuran=5.6))
        return
    tengah = kotak.x + kotak.lebar / 2
    pena.garis(((tengah, y), (tengah, kotak.bawah)), 0.3, REDUP)
    pena.tulis(Kotak(isi.x, y + 0.7, isi.lebar / 2, 2.4), "Paraf", LABEL.ganti(ukuran=5.6))
    pena.tulis(Kotak(tengah + 1, y + 0.7, isi.lebar / 2, 2.4), "Tgl", LABEL.ganti(ukuran=5.6))
