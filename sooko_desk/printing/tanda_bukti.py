"""Tanda bukti penerimaan: one A4 page, upper half for the applicant, lower half for the file.

KK SOP row 1: "menerima berkas permohonan serta memberi tanda bukti penerimaan". The lower half
is the cover of the case's papers and travels with them; each SOP step has a box to initial.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import (
    A4_TEGAK,
    AKSEN,
    BAGIAN,
    KECIL,
    LABEL,
    NILAI,
    PUTIH,
    REDUP,
    TINTA,
    Gaya,
    Kotak,
    Pena,
)
from .daftar_berkas import BarisBerkas, gambar_daftar_berkas
from .huruf import SEDANG, TEBAL
from .kode_qr import gambar_qr
from .kop import TINGGI_KOP_MM, gambar_kop_kiri, gambar_latihan
from .tanda_tangan import gambar_garis_tanda_tangan

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BarisBerkas", "TandaBuktiData", "render"]

JUDUL = "Tanda Bukti Penerimaan"
DASAR_GRATIS = "UU No. 24 Tahun 2013 Pasal 79A"

X, LEBAR = 15.0, 180.0
KANAN = X + LEBAR
TENGAH_MM = A4_TEGAK[1] / 2
LEBAR_QR = 34.0
"""Right column of each half: QR and scan code."""
KIRI = LEBAR - LEBAR_QR - 6


@dataclass(frozen=True, slots=True)
class TandaBuktiData:
    """What the paper says, as the words that are printed.

    Attributes:
        kop: superior office, office, address lines.
        nama_layanan: e.g. "Kartu Keluarga (KK)".
        kode_pindai: scan code in the QR, e.g. "TB-KK-2026-00012".
        jenis: code and name of the request type, e.g. "I.A.1 Membentuk keluarga baru".
        diterima: e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB".
        nik_tersamar: twelve asterisks and four digits; `nkk_tersamar` likewise.
        alamat: address without the village, which is `desa`.
        pembawa: who brought the papers; "" = the applicant.
        pengantar: number and date of the village's letter; "" = none.
        waktu_sop: the SOP's working time in words.
        langkah: names of the SOP steps; each gets a box to initial on the office half.
        salinan: 0 = the first print; n > 0 prints "SALINAN ke-n".
        latihan: practice mode; prints the watermark LATIHAN.
    """

    kop: tuple[str, ...]
    nama_layanan: str
    nomor: str
    kode_pindai: str
    jenis: str
    diterima: str
    nama_pemohon: str
    nik_tersamar: str
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
    salinan: int = 0
    latihan: bool = False


def render(data: TandaBuktiData) -> bytes:
    """The page as PDF. The same data gives the same bytes."""
    pena = Pena(A4_TEGAK, JUDUL)
    if data.latihan:
        gambar_latihan(pena, Kotak(X, 12, LEBAR, TENGAH_MM - 24))
        gambar_latihan(pena, Kotak(X, TENGAH_MM + 12, LEBAR, TENGAH_MM - 24))
    _lembar_pemohon(pena, data)
    _garis_gunting(pena)
    _lembar_arsip(pena, data)
    return pena.selesai()


def _lembar_pemohon(pena: Pena, data: TandaBuktiData) -> None:
    y = 9.0
    gambar_kop_kiri(pena, Kotak(X, y, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR - 42)
    _label_lembar(pena, y, "LEMBAR PEMOHON", data.salinan)
    gambar_qr(pena, Kotak(KANAN - LEBAR_QR, 26, LEBAR_QR, 28), data.kode_pindai)
    pena.tulis(Kotak(X, 27.4, KIRI, 6.2), "TANDA BUKTI PENERIMAAN", Gaya(16.5, TEBAL, TINTA))
    layanan = Gaya(10, SEDANG, AKSEN)
    pena.tulis(Kotak(X, 34.6, KIRI, 4), f"Pelayanan {data.nama_layanan}", layanan)
    _kolom(pena, X, 40.6, (("Nomor", data.nomor, 60), ("Diterima", data.diterima, KIRI - 60)))
    _kolom(pena, X, 49.2, (("Jenis permohonan", data.jenis, KIRI),))
    pena.datar(X, KANAN, 58.2)
    _isian_pemohon(pena, 60, data)
    pena.datar(X, KANAN, 87.6)
    gambar_daftar_berkas(pena, Kotak(X, 89.4, LEBAR, 28), data.berkas)
    _pita_gratis(pena, Kotak(X, 118.8, LEBAR, 9.6), data.waktu_sop)
    _tanda_tangan(pena, Kotak(X, 130.2, LEBAR, 14.4), data)


def _label_lembar(pena: Pena, y: float, teks: str, salinan: int) -> None:
    """Which half this is, and below it whether it is a copy; at the right edge."""
    kotak = Kotak(KANAN - 34, y, 34, 5)
    pena.bingkai(kotak, 0.7, AKSEN, sudut=0.8)
    gaya = Gaya(6.8, TEBAL, AKSEN, rata="tengah", tegak="tengah")
    pena.tulis(kotak.susut(1.5), teks, gaya)
    if salinan:
        bawah = Kotak(kotak.x, kotak.bawah + 1.1, 34, 5)
        pena.isi(bawah, TINTA, sudut=0.8)
        pena.tulis(bawah.susut(1.5), f"SALINAN ke-{salinan}", gaya.ganti(warna=PUTIH))


def _kolom(
    pena: Pena, x: float, y: float, isi: Sequence[tuple[str, str, float]], gaya: Gaya = NILAI
) -> None:
    """A row of label-over-value fields, 8.4 mm high; each is (label, value, width in mm)."""
    for label, nilai, lebar in isi:
        pena.tulis(Kotak(x, y, lebar - 3, 2.6), label, LABEL)
        pena.tulis(Kotak(x, y + 3, lebar - 3, 5.2), nilai or "–", gaya, baris=2)
        x += lebar


def _isian_pemohon(pena: Pena, y: float, data: TandaBuktiData) -> None:
    """Three rows on a grid of 60 mm, 27 mm high."""
    alamat = f"{data.alamat}, Desa {data.desa}" if data.alamat else f"Desa {data.desa}"
    biasa = NILAI.ganti(ukuran=8.6)
    pena.tulis(Kotak(X, y, 120, 2.6), "Nama pemohon", LABEL)
    nama = Gaya(11.5, TEBAL, terkecil=7)
    pena.tulis(Kotak(X, y + 2.8, 117, 5.2), data.nama_pemohon, nama, baris=2)
    _kolom(pena, X + 120, y, (("NIK", data.nik_tersamar, 60),), biasa)
    y += 9
    _kolom(pena, X, y, (("Alamat", alamat, 120), ("Nomor KK", data.nkk_tersamar, 60)), biasa)
    y += 9
    _kolom(
        pena,
        X,
        y,
        (
            ("Berkas dibawa oleh", _pembawa(data), 60),
            ("Surat pengantar desa", data.pengantar, 60),
            ("Telepon", data.telepon, 60),
        ),
        biasa,
    )


def _pembawa(data: TandaBuktiData) -> str:
    if not data.pembawa:
        return "Pemohon sendiri"
    return f"{data.pembawa} ({data.hubungan_pembawa})" if data.hubungan_pembawa else data.pembawa


def _pita_gratis(pena: Pena, kotak: Kotak, waktu_sop: str) -> None:
    """The two things the applicant must know: it is free, and bring this paper."""
    pita = Kotak(kotak.x, kotak.y, 62, kotak.tinggi)
    pena.isi(pita, AKSEN, sudut=1)
    tengah = Gaya(11, TEBAL, PUTIH, rata="tengah")
    pena.tulis(Kotak(pita.x, pita.y + 1.4, 62, 4.2), "TIDAK DIPUNGUT BIAYA", tengah)
    pena.tulis(
        Kotak(pita.x, pita.y + 6, 62, 2.6), DASAR_GRATIS, Gaya(6.4, SEDANG, PUTIH, rata="tengah")
    )
    x, lebar = pita.kanan + 5, kotak.lebar - 67
    pesan = "Bawa tanda bukti ini saat mengambil."
    pena.tulis(Kotak(x, pita.y + 0.6, lebar, 4), pesan, Gaya(9.4, TEBAL))
    waktu = Kotak(x, pita.y + 5, lebar, 5)
    pena.tulis(waktu, f"Waktu pengerjaan: {waktu_sop}", KECIL.ganti(ukuran=7.2), baris=2)


def _tanda_tangan(pena: Pena, kotak: Kotak, data: TandaBuktiData) -> None:
    kiri = Kotak(kotak.x, kotak.y, 78, kotak.tinggi)
    gambar_garis_tanda_tangan(pena, kiri, "Petugas Penerima", data.petugas)
    kanan = Kotak(kotak.kanan - 78, kotak.y, 78, kotak.tinggi)
    jabatan = "Pembawa Berkas" if data.pembawa else "Pemohon"
    gambar_garis_tanda_tangan(pena, kanan, jabatan, data.pembawa or data.nama_pemohon)


def _garis_gunting(pena: Pena) -> None:
    tulisan = Gaya(6.4, warna=REDUP, rata="tengah", tegak="tengah")
    tengah = X + LEBAR / 2
    pena.putus(6, tengah - 15, TENGAH_MM)
    pena.putus(tengah + 15, 204, TENGAH_MM)
    kotak = Kotak(tengah - 15, TENGAH_MM - 1.3, 30, 2.6)
    pena.tulis(kotak, "✂  gunting di sini", tulisan)


def _lembar_arsip(pena: Pena, data: TandaBuktiData) -> None:
    y = TENGAH_MM + 5
    atas = " · ".join(data.kop[:2])
    pena.tulis(Kotak(X, y, LEBAR - 42, 3), atas, Gaya(7.2, SEDANG, REDUP))
    _label_lembar(pena, y - 0.6, "ARSIP KANTOR", data.salinan)
    gambar_qr(pena, Kotak(KANAN - LEBAR_QR, y + 10.6, LEBAR_QR, 28), data.kode_pindai)
    kode = Gaya(21, TEBAL, TINTA)
    pena.tulis(Kotak(X, y + 4.4, KIRI, 8), data.kode_pindai, kode)
    layanan = f"Sampul berkas {data.nama_layanan}"
    pena.tulis(Kotak(X, y + 13, KIRI, 4), layanan, Gaya(9, SEDANG, AKSEN))
    y += 18.4
    _kolom(pena, X, y, (("Nama pemohon", data.nama_pemohon, KIRI),), Gaya(11, TEBAL, terkecil=7))
    y += 9
    biasa = NILAI.ganti(ukuran=8.2)
    baris_1 = (("NIK", data.nik_tersamar, 60), ("Nomor KK", data.nkk_tersamar, 40))
    _kolom(pena, X, y, (*baris_1, ("Desa", data.desa, KIRI - 100)), biasa)
    y += 9
    baris_2 = (
        ("Nomor", data.nomor, 60),
        ("Diterima", data.diterima, 60),
        ("Telepon", data.telepon, 60),
    )
    _kolom(pena, X, y, baris_2, biasa)
    y += 9
    baris_3 = (("Jenis permohonan", data.jenis, 60), ("Surat pengantar desa", data.pengantar, 60))
    _kolom(pena, X, y, (*baris_3, ("Berkas dibawa oleh", _pembawa(data), 60)), biasa)
    pena.datar(X, KANAN, y + 9)
    gambar_daftar_berkas(pena, Kotak(X, y + 10.8, LEBAR, 27), data.berkas)
    _kotak_langkah(pena, Kotak(X, y + 39.4, LEBAR, 33), data.langkah)
    _tanda_tangan(pena, Kotak(X, 276.4, LEBAR, 13), data)


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
