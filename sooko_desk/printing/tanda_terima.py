"""Tanda terima pengambilan: two equal halves of A5, one for each side to keep.

Both sign both: the first half stays in the file of the case, the second goes with the document.
What is handed over is named, never shown: nothing here may look like a KK or KTP.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from .blok import (
    AKSEN,
    KANAN,
    LABEL,
    LEBAR,
    MM,
    NILAI,
    REDUP,
    TINTA,
    Gaya,
    Kotak,
    X,
    gambar_isian,
)
from .huruf import SEDANG, TEBAL, Ruang, susun
from .kertas import PARUH
from .kode_qr import gambar_qr
from .kop import TINGGI_KOP_MM, gambar_kop_kiri
from .lembar_pemohon import (
    KIRI,
    LEBAR_PITA,
    LEBAR_QR,
    LembarPemohon,
    gambar_catatan_kaki,
    gambar_label_lembar,
    gambar_pita_gratis,
    mulai_lembar,
    render_paruh,
)
from .tanda_tangan import gambar_garis_tanda_tangan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .blok import Pena

__all__ = ["TandaTerimaData", "render"]

JUDUL = "Tanda Terima Pengambilan"
PERIKSA = "Periksa isi dokumen sebelum meninggalkan loket."
SIMPAN = "Bila ada yang keliru, katakan kepada petugas. Simpan tanda terima ini."
LEBAR_TANDA_TANGAN = 86.0
ASLI = Gaya(7.6, SEDANG, tegak="dasar")
ASLI_MM, ASLI_PADAT_MM = 5.2, 9.9
"""Room of the originals' names: two rows, or four where two do not hold them all."""
PADAT_TURUN_MM = 0.6
"""How much lower four rows push the signatures."""
ASLI_TERSEMPIT_MM = 45.0
SEMPIT = 34.0
"""Room for a masked NIK, a village, a relation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTerimaData(LembarPemohon):
    """What the paper says, as the words that are printed; `kertas` is one of `PARUH`.

    Attributes:
        nomor_register: "" = the service takes none.
        diserahkan: e.g. "Senin, 23 November 2026 pukul 09.05 WIB".
        dokumen: what is handed over, by name, e.g. "Kartu Keluarga (KK), 2 lembar".
        pengambil: who collected it.
        hubungan, identitas, surat_kuasa: as the officer noted; "" = not asked or left empty.
        tanda_bukti: whether the receipt was withdrawn, or why not.
        dikembalikan, di_kantor: names of originals that went back, and that are still kept.
        petugas: who handed over.
    """

    desa: str
    diserahkan: str
    dokumen: str
    pengambil: str
    petugas: str
    nomor_register: str = ""
    hubungan: str = ""
    identitas: str = ""
    surat_kuasa: str = ""
    tanda_bukti: str = ""
    dikembalikan: tuple[str, ...] = ()
    di_kantor: tuple[str, ...] = ()


def render(daftar: Sequence[TandaTerimaData]) -> bytes:
    """The papers as PDF, a page each, or two of A5. The same data gives the same bytes.

    Raises:
        ValueError: there is no case, or the paper is none of `PARUH`.
    """
    pena = mulai_lembar(JUDUL, daftar, PARUH)
    arsip = partial(_gambar_paruh, label="ARSIP KANTOR")
    return render_paruh(pena, daftar, (arsip, partial(_gambar_paruh, label="LEMBAR PEMOHON")))


def _gambar_paruh(pena: Pena, atas: float, data: TandaTerimaData, label: str) -> None:
    """One half, from `atas` + 8 to `atas` + 141 mm."""
    _kepala(pena, atas + 8, data, label)
    _isi(pena, atas + 59.4, data)
    padat = _asli(pena, atas + 100.2, data)
    if padat:
        atas += PADAT_TURUN_MM
        _pesan(pena, atas + 113.2, 8)
    else:
        _pesan(pena, atas + 111.6, 9.6)
    catatan = gambar_catatan_kaki(pena, atas + 122.2, data)
    kotak = Kotak(X, atas + 122.8 + catatan, LEBAR_TANDA_TANGAN, 18 - catatan)
    gambar_garis_tanda_tangan(pena, kotak, "Yang menyerahkan, petugas loket", data.petugas)
    kotak = Kotak(KANAN - LEBAR_TANDA_TANGAN, kotak.y, LEBAR_TANDA_TANGAN, kotak.tinggi)
    gambar_garis_tanda_tangan(pena, kotak, "Yang mengambil", data.pengambil)


def _kepala(pena: Pena, y: float, data: TandaTerimaData, label: str) -> None:
    """Head of the office, title, numbers and scan code; 50 mm."""
    gambar_kop_kiri(pena, Kotak(X, y, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR - 42)
    gambar_label_lembar(pena, y, label, data.salinan)
    gambar_qr(pena, Kotak(KANAN - LEBAR_QR, y + 17, LEBAR_QR, 28), data.kode_pindai)
    pena.tulis(Kotak(X, y + 18.4, KIRI, 6.2), JUDUL.upper(), Gaya(16.5, TEBAL, TINTA))
    layanan = f"Pelayanan {data.nama_layanan}"
    pena.tulis(Kotak(X, y + 25.4, KIRI, 4), layanan, Gaya(10, SEDANG, AKSEN))
    nomor = (
        ("Nomor tanda bukti", data.nomor, KIRI / 2),
        ("Nomor register", data.nomor_register, KIRI / 2),
    )
    gambar_isian(pena, X, y + 31.4, nomor)
    gambar_isian(pena, X, y + 40, (("Diserahkan", data.diserahkan, KIRI),))
    pena.datar(X, KANAN, y + 49.4)


def _isi(pena: Pena, y: float, data: TandaTerimaData) -> None:
    """Applicant and document, who collects: four rows, 40 mm."""
    biasa = NILAI.ganti(ukuran=8.6)
    nama = Gaya(11, TEBAL, terkecil=6)
    lebar = LEBAR - 2 * SEMPIT
    gambar_isian(pena, X, y, (("Nama pemohon", data.nama_pemohon, lebar),), nama)
    nik = (("NIK", data.nik_tersamar, SEMPIT), ("Desa", data.desa, SEMPIT))
    gambar_isian(pena, X + lebar, y, nik, biasa)
    y += 9
    dokumen = (("Yang diserahkan", data.dokumen, LEBAR / 2),)
    gambar_isian(pena, X, y, dokumen, nama.ganti(ukuran=9.6))
    jenis = (("Jenis permohonan", data.jenis, LEBAR / 2),)
    gambar_isian(pena, X + LEBAR / 2, y, jenis, biasa)
    pena.datar(X, KANAN, y + 9.6)
    y += 11.4
    gambar_isian(pena, X, y, (("Diambil oleh", data.pengambil, lebar),), nama)
    siapa = (
        ("Hubungan dengan pemohon", data.hubungan, SEMPIT),
        ("Identitas ditunjukkan", data.identitas, SEMPIT),
    )
    gambar_isian(pena, X + lebar, y, siapa, biasa)
    y += 9
    bukti = (
        ("Tanda bukti penerimaan", data.tanda_bukti, LEBAR - SEMPIT),
        ("Surat kuasa (F-1.07)", data.surat_kuasa, SEMPIT),
    )
    gambar_isian(pena, X, y, bukti, biasa)
    pena.datar(X, KANAN, y + 9.6)


def _asli(pena: Pena, y: float, data: TandaTerimaData) -> bool:
    """Originals: what went back, and beside it what is still to be fetched, and how many.

    Returns:
        Whether they took more than two rows: this paper is the proof of each of them.
    """
    semua = (
        ("Berkas asli yang dikembalikan", data.dikembalikan, SEDANG),
        ("Berkas asli yang masih di kantor", data.di_kantor, TEBAL if data.di_kantor else SEDANG),
    )
    isi = tuple(("; ".join(nama) or "Tidak ada", ASLI.ganti(huruf=h)) for _, nama, h in semua)
    padat, lajur = _susun_asli(isi)
    x = X
    for (label, nama, _), (teks, gaya), lebar in zip(semua, isi, lajur, strict=True):
        judul = f"{label} ({len(nama)})" if nama else label
        pena.tulis(Kotak(x, y, lebar - 3, 2.6), judul, LABEL)
        tinggi = ASLI_PADAT_MM if padat else ASLI_MM
        pena.tulis(Kotak(x, y + 2.7, lebar - 3, tinggi), teks, gaya, baris=4 if padat else 2)
        x += lebar
    return padat


def _susun_asli(isi: Sequence[tuple[str, Gaya]]) -> tuple[bool, tuple[float, float]]:
    """Whether the names need four rows, and the width of each side in mm."""
    panjang = [len(teks) for teks, _ in isi]
    kiri = LEBAR * panjang[0] / sum(panjang)
    kiri = min(max(kiri, ASLI_TERSEMPIT_MM), LEBAR - ASLI_TERSEMPIT_MM)
    setengah, menurut_isi = (LEBAR / 2, LEBAR / 2), (kiri, LEBAR - kiri)
    for lajur in (setengah, menurut_isi):
        ruang = (Ruang((lebar - 3) * MM, ASLI_MM * MM, 2) for lebar in lajur)
        if all(
            susun(teks, gaya.huruf, gaya.ukuran, gaya.terkecil, r).utuh
            for (teks, gaya), r in zip(isi, ruang, strict=True)
        ):
            return False, lajur
    return True, menurut_isi


def _pesan(pena: Pena, y: float, tinggi: float) -> None:
    """It is free, and look at it before you go."""
    gambar_pita_gratis(pena, y, tinggi)
    x, lebar = X + LEBAR_PITA + 5, LEBAR - LEBAR_PITA - 5
    pena.tulis(Kotak(x, y + tinggi / 2 - 4.2, lebar, 4), PERIKSA, Gaya(9.4, TEBAL))
    pena.tulis(Kotak(x, y + tinggi / 2 + 0.6, lebar, 4), SIMPAN, Gaya(7.6, warna=REDUP))
