"""Slips of the power-cut pad: the receipt's two halves, numbered, to be filled in by hand.

While the computer is off the applicant goes home with the upper half, as with a printed receipt.
The lower half is the cover of the papers until they are typed in; only there is room for NIK and
No KK, which the applicant's half never carries in full.
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
    MM,
    REDUP,
    TINTA,
    Gaya,
    Kotak,
    X,
    gambar_isian,
)
from .formulir import gambar_kotak_huruf
from .huruf import SEDANG, TEBAL, lebar_teks
from .kertas import PARUH
from .kode_qr import gambar_qr
from .lembar_pemohon import (
    BAWAH_KEPALA_MM,
    KIRI,
    LEBAR_PITA,
    LEBAR_QR,
    LembarBernomor,
    gambar_kepala,
    gambar_label_lembar,
    gambar_pita_gratis,
    mulai_lembar,
    render_paruh,
)
from .tanda_bukti import BAWA, JUDUL, NAIK_MM
from .tanda_tangan import gambar_garis_tanda_tangan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .blok import Pena

JUDUL_BERKAS = "Blangko Listrik Padam"
SAH = "Berlaku seperti tanda bukti yang dicetak komputer."
LAIN = "Lain: " + "." * 40
BANYAK_ANGKA = 16
SISI_ANGKA_MM = 5.0
"""One box of NIK and No KK: wide enough for a digit of the pen."""
PETAK_MM = 2.6
KOLOM_CENTANG = 3
SELA_CENTANG_MM = 3.0
DEPAN_MM = PETAK_MM + 1.4
"""The box to tick and the gap before its words."""
TERSEMPIT_MM = 42.0
"""Least width of a column of boxes: room to write what is not on the list."""
BUTIR, BUTIR_KECIL = Gaya(7.4, tegak="tengah", terkecil=4.6), 6.4
"""How the words of a list look, and the size in points that only the longest go below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlangkoData(LembarBernomor):
    """One slip.

    Attributes:
        dipesan: when its number was reserved, e.g. "Senin, 23 November 2026 pukul 08.10 WIB".
        alasan: reasons to tick, with their codes; those of the SOP.
        berkas: papers to tick.
    """

    dipesan: str
    alasan: tuple[str, ...]
    berkas: tuple[str, ...]


def render(daftar: Sequence[BlangkoData]) -> bytes:
    """The slips as PDF, a page each, or two of A5. The same data gives the same bytes.

    Raises:
        ValueError: there is no slip, or the paper is none of `PARUH`.
    """
    pena = mulai_lembar(JUDUL_BERKAS, daftar, PARUH)
    return render_paruh(pena, daftar, (_lembar_pemohon, _lembar_arsip))


def _lembar_pemohon(pena: Pena, atas: float, data: BlangkoData) -> None:
    y = gambar_kepala(pena, data, JUDUL.upper(), atas - NAIK_MM)
    gambar_isian(pena, X, y + 31.6, (("Nomor", data.nomor, 58),))
    saat = (("Diterima tanggal", 50), ("Pukul (WIB)", KIRI - 108))
    _garis_isi(pena, X + 58, y + 31.6, saat)
    _garis_isi(pena, X, y + 40.2, (("Jenis permohonan", KIRI),))
    y = atas - NAIK_MM + BAWAH_KEPALA_MM
    _garis_isi(pena, X, y + 1.8, (("Nama pemohon", 118), ("Desa", 62)))
    _garis_isi(pena, X, y + 11.2, (("Berkas dibawa oleh", 118), ("Telepon", 62)))
    _centang(
        pena,
        Kotak(X, y + 23, LEBAR, 30),
        ("BERKAS YANG DITERIMA", "beri tanda ✓"),
        (*data.berkas, LAIN),
    )
    gambar_pita_gratis(pena, atas + 116, 9.6)
    x, lebar = X + LEBAR_PITA + 5, LEBAR - LEBAR_PITA - 5
    pena.tulis(Kotak(x, atas + 116.6, lebar, 4), BAWA, Gaya(9.4, TEBAL))
    pena.tulis(Kotak(x, atas + 121, lebar, 3), SAH, KECIL.ganti(ukuran=7.2))
    _tanda_tangan(pena, Kotak(X, atas + 128.4, LEBAR, 14.4))


def _lembar_arsip(pena: Pena, atas: float, data: BlangkoData) -> None:
    y = atas + 6.2
    kantor = " · ".join(data.kop.baris[:2])
    pena.tulis(Kotak(X, y, LEBAR - 42, 3), kantor, Gaya(7.2, SEDANG, REDUP))
    gambar_label_lembar(pena, y - 0.6, "ARSIP KANTOR", data.salinan)
    gambar_qr(pena, Kotak(KANAN - LEBAR_QR, y + 10.6, LEBAR_QR, 28), data.kode_pindai)
    kode = Gaya(21, TEBAL, TINTA)
    pena.tulis(Kotak(X, y + 4.4, KIRI, 8), data.kode_pindai, kode)
    layanan = f"Blangko listrik padam, {data.nama_layanan}"
    pena.tulis(Kotak(X, y + 13, KIRI, 4), layanan, Gaya(9, SEDANG, AKSEN))
    dipesan = f"Nomor {data.nomor}, dipesan {data.dipesan}"
    pena.tulis(Kotak(X, y + 17.2, KIRI, 3), dipesan, KECIL)
    _garis_isi(pena, X, y + 21.4, (("Nama pemohon", KIRI),))
    saat = (("Diterima tanggal", 46), ("Pukul (WIB)", 34), ("Telepon", KIRI - 80))
    _garis_isi(pena, X, y + 30.4, saat)
    y += 41.2
    _petak_angka(pena, X, y, "NIK")
    _petak_angka(pena, KANAN - BANYAK_ANGKA * SISI_ANGKA_MM, y, "Nomor KK")
    alamat = (("Alamat", 92), ("RT", 16), ("RW", 16), ("Desa", LEBAR - 124))
    _garis_isi(pena, X, y + 9.4, alamat)
    bawaan = (
        ("Berkas dibawa oleh", 60),
        ("Hubungan", 30),
        ("Surat pengantar desa, nomor", 54),
        ("Tanggal", LEBAR - 144),
    )
    _garis_isi(pena, X, y + 18.2, bawaan)
    alasan = ("JENIS PERMOHONAN", "beri tanda ✓ pada satu")
    _centang(pena, Kotak(X, y + 29.2, LEBAR, 19), alasan, data.alasan)
    berkas = ("BERKAS YANG DITERIMA", "beri tanda ✓; tulis A = asli, F = fotokopi")
    _centang(pena, Kotak(X, y + 50.4, LEBAR, 19), berkas, (*data.berkas, LAIN))
    _garis_isi(pena, X, y + 71.2, (("Catatan", 100), ("Diketik susulan, tanggal dan paraf", 80)))
    _tanda_tangan(pena, Kotak(X, atas + 129.1, LEBAR, 13))


def _garis_isi(pena: Pena, x: float, y: float, isian: Sequence[tuple[str, float]]) -> None:
    """A row of labels, each with a line below to write on, 7.8 mm high; each with its width."""
    for urut, (label, lebar) in enumerate(isian, start=1):
        pena.tulis(Kotak(x, y, lebar - 3, 2.6), label, LABEL)
        kanan = x + lebar - (3 if urut < len(isian) else 0)
        pena.datar(x, kanan, y + 7.8, 0.5, REDUP)
        x += lebar


def _petak_angka(pena: Pena, x: float, y: float, label: str) -> None:
    """Sixteen boxes below their label, 8.4 mm high."""
    pena.tulis(Kotak(x, y, 60, 2.6), label, LABEL)
    gambar_kotak_huruf(pena, Kotak(x, y + 2.8, BANYAK_ANGKA * SISI_ANGKA_MM, 5.6), "", BANYAK_ANGKA)


def _centang(pena: Pena, kotak: Kotak, judul: tuple[str, str], butir: tuple[str, ...]) -> None:
    """A list to tick, in columns from top to bottom, below its name and how to tick it."""
    kata, cara = judul
    pena.tulis(Kotak(kotak.x, kotak.y, 60, 3), kata, BAGIAN)
    pena.tulis(Kotak(kotak.x + 60, kotak.y, kotak.lebar - 60, 3), cara, KECIL.ganti(rata="kanan"))
    baris = max(1, -(-len(butir) // KOLOM_CENTANG))
    tinggi = min(6.6, (kotak.tinggi - 4) / baris)
    sisi = min(PETAK_MM, tinggi - 0.8)
    larik = 2 if tinggi >= 5 else 1
    lajur = [butir[awal : awal + baris] for awal in range(0, len(butir), baris)]
    gaya, semua_lebar = _bagi_lajur(kotak.lebar, lajur, larik)
    x = kotak.x
    for isi, lebar in zip(lajur, semua_lebar, strict=True):
        for nomor, teks in enumerate(isi):
            y = kotak.y + 4 + nomor * tinggi
            pena.bingkai(Kotak(x, y + (tinggi - sisi) / 2, sisi, sisi), 0.6, TINTA)
            pena.tulis(Kotak(x + DEPAN_MM, y, lebar - DEPAN_MM, tinggi), teks, gaya, baris=larik)
        x += lebar + SELA_CENTANG_MM


def _bagi_lajur(
    lebar: float, lajur: Sequence[Sequence[str]], larik: int
) -> tuple[Gaya, list[float]]:
    """How a list's words look, and the width of each column in mm.

    A column is a third. Where words of one row need more, the columns are as wide as theirs, and
    the whole list is set in one smaller size, down to `BUTIR_KECIL`.
    """
    sepertiga = (lebar - (KOLOM_CENTANG - 1) * SELA_CENTANG_MM) / KOLOM_CENTANG
    kata = [max(lebar_teks(teks, BUTIR.huruf, 1) for teks in isi) / MM for isi in lajur]
    ukuran = BUTIR.ukuran
    if larik > 1 or all(DEPAN_MM + satu * ukuran <= sepertiga for satu in kata):
        return BUTIR, [sepertiga] * len(lajur)
    ruang = lebar - (len(lajur) - 1) * SELA_CENTANG_MM
    while True:
        perlu = [max(TERSEMPIT_MM, DEPAN_MM + 0.3 + satu * ukuran) for satu in kata]
        if sum(perlu) <= ruang or ukuran <= BUTIR.terkecil:
            gaya = BUTIR.ganti(ukuran=max(BUTIR_KECIL, ukuran))
            return gaya, [satu * ruang / sum(perlu) for satu in perlu]
        ukuran = max(BUTIR.terkecil, ukuran - 0.2)


def _tanda_tangan(pena: Pena, kotak: Kotak) -> None:
    for x, jabatan in (
        (kotak.x, "Petugas Penerima"),
        (kotak.kanan - 86, "Pemohon / Pembawa Berkas"),
    ):
        gambar_garis_tanda_tangan(pena, Kotak(x, kotak.y, 86, kotak.tinggi), jabatan, "")
