"""Lembar kekurangan berkas: what the applicant of a case that is *tidak lengkap* takes home.

SOP row 2 sends such a case back to row 1. The sheet carries the number and the scan code of the
receipt, so that the case is opened again and no second one is made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .blok import (
    AKSEN,
    BAGIAN,
    KANAN,
    KECIL,
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
from .dua_lajur import KEPALA_BAGIAN_MM, LAJUR_MM, LAJUR_X, SELA_BAGIAN_MM, susun_dua_lajur
from .huruf import JARAK_BARIS, SEDANG, TEBAL, bungkus
from .kertas import A4, A5, F4, FOLIO
from .lembar_pemohon import (
    KIRI,
    LEBAR_PITA,
    LembarPemohon,
    gambar_kepala_pemohon,
    gambar_pita_gratis,
    letakkan,
    mulai_lembar,
)
from .mengalir import Balok, Bidang, Rangka, bidang_tegak, gambar_mengalir
from .tabel import (
    SELA_SEL_MM,
    KolomRegister,
    gambar_kepala,
    tinggi_teks,
)
from .tabel_mengalir import balok_baris
from .tanda_tangan import (
    PenandaTangan,
    gambar_penanda_tangan,
    letak_nama,
    tinggi_penanda_tangan,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .blok import Pena

__all__ = ["BarisKurang", "LembarKekuranganData", "PenandaTangan", "render"]

JUDUL = "Lembar Kekurangan Berkas"
KERTAS = (A4, A5, F4, FOLIO)
"""The papers that it has a layout for; A5 on its side."""
DI_KANTOR = "SUDAH LENGKAP DI KANTOR"
DIKEMBALIKAN = "DIKEMBALIKAN KEPADA PEMOHON"
ATAU = "atau"
NOMOR_TETAP = "Nomor permohonan tetap sama, tidak perlu mengambil nomor baru."
UTUH_MM = 46.0
"""How high the lists of the papers that are in order may be before they are torn."""

ATAS = 82.0
"""Where the flowing part begins, below the applicant's fields (mm)."""

KOLOM = (
    KolomRegister("No.", 8, "tengah"),
    KolomRegister("Berkas", 44),
    KolomRegister("Apa yang kurang", 34),
    KolomRegister("Diperoleh di mana", 36),
    KolomRegister("Seperti apa", 42),
    KolomRegister("Sudah dibawa", 16, "tengah"),
)
KEPALA_TABEL_MM = 7.0
PITA_TINGGI_MM = (11.4, 20.0)
PETAK_MM = 4.6
"""Side of the box to tick."""
CATATAN_SEPOTONG = 8
"""Lines of a note that stay together: the 300 letters that the program takes are four."""

ISI = Gaya(8)
NAMA_BERKAS = ISI.ganti(huruf=SEDANG)
KOSONG = ISI.ganti(warna=REDUP)
CATATAN = Gaya(8.6)
PESAN = Gaya(9.4, TEBAL)
KETERANGAN = Gaya(8)


@dataclass(frozen=True, slots=True)
class BarisKurang:
    """One paper that is missing.

    Attributes:
        kurang: what is wrong, in words, e.g. "belum ada" or the officer's note.
        diperoleh: where the paper is obtained; "" = not known. `rupa`, what it must look like,
            likewise. A column that is empty in every row is not printed.
        atau: this paper will do in place of the row above it ("A atau B"): it has no number.
    """

    berkas: str
    kurang: str = "belum ada"
    diperoleh: str = ""
    rupa: str = ""
    atau: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarKekuranganData(LembarPemohon):
    """What one case's sheet says, as the words that are printed; `kertas` is one of `KERTAS`.

    Attributes:
        diputuskan: e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB".
        kasi: who decided; signs with place and date.
        jam_layanan: opening hours in words, a line each, the usual week first; () leaves them out.
        kurang: the missing papers; with none the sheet says what `alasan` says.
        alasan: the Kasi's note; "" leaves it out.
        di_kantor: papers that are complete and stay in the office, e.g. "Surat pengantar (asli)".
        dikembalikan: papers that were handed back to the applicant.
        loket: where to come back to, as it follows "ke".
        penerima: who takes the sheet; "" = the applicant.
    """

    diputuskan: str
    kasi: PenandaTangan
    jam_layanan: tuple[str, ...]
    kurang: tuple[BarisKurang, ...]
    alasan: str = ""
    di_kantor: tuple[str, ...] = ()
    dikembalikan: tuple[str, ...] = ()
    loket: str = "loket pelayanan"
    penerima: str = ""

    @property
    def jumlah_kurang(self) -> int:
        """How many papers are missing; those that stand for each other count once."""
        return sum(not baris.atau for baris in self.kurang)


def render(daftar: Sequence[LembarKekuranganData]) -> bytes:
    """The sheets as PDF, each case from a new page on. The same data gives the same bytes.

    Raises:
        ValueError: there is no case, or the paper is none of `KERTAS`.
    """
    pena = mulai_lembar(JUDUL, daftar, KERTAS)
    bidang = bidang_tegak(letakkan(daftar[0].kertas))
    for urut, data in enumerate(daftar):
        if urut:
            pena.halaman_baru()
        _gambar_lembar(pena, data, bidang)
    return pena.selesai()


def _gambar_lembar(pena: Pena, data: LembarKekuranganData, bidang: Bidang) -> None:
    rangka = Rangka(
        JUDUL,
        ATAS,
        lambda pena: _kepala(pena, data),
        lanjut=f"{data.nomor}  ·  {data.kode_pindai}",
        kaki=f"{JUDUL}  ·  {data.kode_pindai}",
        latihan=data.latihan,
        bidang=bidang,
    )
    gambar_mengalir(pena, rangka, _susun_balok(data, bidang))


def _susun_balok(data: LembarKekuranganData, bidang: Bidang) -> Iterator[Balok]:
    """Everything below the applicant's fields, in the order of reading."""
    yield from _tabel_kurang(data.kurang, bidang.batas - bidang.atas_lanjut)
    yield from _catatan_kasi(data.alasan)
    penutup = _penutup(data)
    ruang = bidang.batas - bidang.atas_lanjut - penutup.tinggi
    di_kantor, dikembalikan = (DI_KANTOR, data.di_kantor), (DIKEMBALIKAN, data.dikembalikan)
    yield from susun_dua_lajur(di_kantor, dikembalikan, ISI, min(UTUH_MM, ruang))
    yield penutup


def _kepala(pena: Pena, data: LembarKekuranganData) -> None:
    putusan = ("Diputuskan tidak lengkap", data.diputuskan, KIRI - 60)
    isian = (("Nomor tanda bukti", data.nomor, 60), putusan)
    gambar_kepala_pemohon(pena, data, JUDUL.upper(), isian)
    nama = Gaya(11.5, TEBAL, terkecil=6)
    gambar_isian(pena, X, 60, (("Nama pemohon", data.nama_pemohon, 120),), nama)
    biasa = NILAI.ganti(ukuran=8.6)
    gambar_isian(pena, X + 120, 60, (("NIK", data.nik_tersamar, 60),), biasa)
    pemeriksa = ("Diperiksa oleh", _pemeriksa(data.kasi), 120)
    banyak = f"{data.jumlah_kurang} berkas" if data.kurang else "Tidak ada, lihat catatan"
    gambar_isian(pena, X, 69, (pemeriksa, ("Berkas yang kurang", banyak, 60)), biasa)
    pena.datar(X, KANAN, 78.6)


def _pemeriksa(kasi: PenandaTangan) -> str:
    """Who looked the papers through: name and office, as far as they are known."""
    return ", ".join(kata for kata in (kasi.nama, kasi.sebutan[-1]) if kata)


def _judul_bagian(pena: Pena, y: float, judul: str, keterangan: str = "") -> None:
    pena.tulis(Kotak(X, y, 90, 3), judul, BAGIAN)
    kanan = Kotak(X + 90, y, LEBAR - 90, 3)
    pena.tulis(kanan, keterangan, KECIL.ganti(rata="kanan", huruf=SEDANG))


def _kolom_terpakai(kurang: tuple[BarisKurang, ...]) -> tuple[KolomRegister, ...]:
    """The columns with something in them; the room of the others goes to the wordy ones."""
    dipakai = (
        True,
        True,
        True,
        any(b.diperoleh for b in kurang),
        any(b.rupa for b in kurang),
        True,
    )
    kolom = tuple(k for k, ada in zip(KOLOM, dipakai, strict=True) if ada)
    kata = sum(k.lebar_mm for k in kolom if k.rata == "kiri")
    kali = 1 + (LEBAR - sum(k.lebar_mm for k in kolom)) / kata
    return tuple(replace(k, lebar_mm=k.lebar_mm * kali) if k.rata == "kiri" else k for k in kolom)


def _tabel_kurang(kurang: tuple[BarisKurang, ...], ruang: float) -> Iterator[Balok]:
    """The rows below their head; `ruang` is what a page holds, in mm."""
    kolom = _kolom_terpakai(kurang)

    keterangan = "Kolom kanan diisi petugas"
    if any(b.atau for b in kurang):
        keterangan = f'"{ATAU}": cukup salah satu  ·  {keterangan}'

    def gambar(pena: Pena, y: float) -> None:
        _judul_bagian(pena, y, "BERKAS YANG HARUS DILENGKAPI", keterangan)
        gambar_kepala(pena, X, y + KEPALA_BAGIAN_MM, KEPALA_TABEL_MM, kolom)

    kepala = Balok(KEPALA_BAGIAN_MM + KEPALA_TABEL_MM, gambar)
    nomor = 0
    for baris in kurang:
        nomor += not baris.atau
        sel = tuple(_sel_baris(ATAU if baris.atau else str(nomor), baris))
        yield from _baris_kurang(sel, kolom, kepala, ruang - kepala.tinggi)


def _baris_kurang(
    semua_sel: Sequence[tuple[str, Gaya]],
    kolom: Sequence[KolomRegister],
    kepala: Balok,
    ruang: float,
) -> Iterator[Balok]:
    """One row of the table; in pieces when it is higher than `ruang` mm."""
    sepotong = int((ruang - 2 * SELA_SEL_MM[1]) * MM / (ISI.ukuran * JARAK_BARIS))
    lebar = [k.lebar_mm for k in kolom]
    judul = {k.judul for k in kolom}
    sel = [isi for kol, isi in zip(KOLOM, semua_sel, strict=True) if kol.judul in judul]
    larik = [
        bungkus(teks, gaya.huruf, gaya.ukuran, (w - 2 * SELA_SEL_MM[0]) * MM)[0]
        for w, (teks, gaya) in zip(lebar, sel, strict=True)
    ]
    banyak = max(map(len, larik))
    if banyak <= sepotong:
        yield _balok_kurang(lebar, sel, kepala, petak=True)
        return
    for awal in range(0, banyak, sepotong):
        potongan = [
            (" ".join(garis[awal : awal + sepotong]), gaya)
            for garis, (_, gaya) in zip(larik, sel, strict=True)
        ]
        yield _balok_kurang(lebar, potongan, kepala, petak=awal == 0)


def _sel_baris(nomor: str, baris: BarisKurang) -> Iterator[tuple[str, Gaya]]:
    """The row's cells in the order of KOLOM."""
    yield nomor, ISI.ganti(rata="tengah")
    yield baris.berkas, NAMA_BERKAS
    for teks in (baris.kurang, baris.diperoleh, baris.rupa):
        yield (teks, ISI) if teks.strip() else ("–", KOSONG)
    yield "", ISI


def _balok_kurang(
    lebar: Sequence[float], sel: Sequence[tuple[str, Gaya]], kepala: Balok, *, petak: bool
) -> Balok:
    baris = balok_baris(X, lebar, sel, kepala, PETAK_MM + 2.4)

    def gambar(pena: Pena, y: float) -> None:
        baris.gambar(pena, y)
        tengah = KANAN - lebar[-1] / 2
        kotak = Kotak(tengah - PETAK_MM / 2, y + 1.2, PETAK_MM, PETAK_MM)
        pena.bingkai(kotak, 0.7, TINTA, sudut=0.4)

    return replace(baris, gambar=gambar) if petak else baris


def _catatan_kasi(alasan: str) -> Iterator[Balok]:
    """The note, whole where it is no longer than a note can be, else in pieces."""
    kepala = Balok(
        SELA_BAGIAN_MM + KEPALA_BAGIAN_MM,
        lambda pena, y: _judul_bagian(pena, y + SELA_BAGIAN_MM, "CATATAN KEPALA SEKSI"),
    )
    larik = bungkus(alasan, CATATAN.huruf, CATATAN.ukuran, (LEBAR - 4) * MM)[0]
    for awal in range(0, len(larik), CATATAN_SEPOTONG):
        yield _balok_catatan(larik[awal : awal + CATATAN_SEPOTONG], kepala)


def _balok_catatan(larik: Sequence[str], kepala: Balok) -> Balok:
    jarak = CATATAN.ukuran * 1.3 / MM
    tinggi = jarak * len(larik)

    def gambar(pena: Pena, y: float) -> None:
        pena.isi(Kotak(X, y, 0.8, tinggi), AKSEN)
        for urut, garis in enumerate(larik):
            kotak = Kotak(X + 3, y + urut * jarak, LEBAR - 4, jarak)
            pena.tulis(kotak, garis, CATATAN.ganti(tegak="tengah"))

    return Balok(tinggi, gambar, kepala)


def _penutup(data: LembarKekuranganData) -> Balok:
    """What to do, that it is free, and who signs: never torn apart."""
    bawaan = "lembar ini beserta berkas yang kurang" if data.kurang else "lembar ini"
    pesan = [(f"Bawa {bawaan} ke {data.loket}.", PESAN), (NOMOR_TETAP, KETERANGAN)]
    for urut, kata in enumerate(data.jam_layanan):
        pesan.append((kata if urut else f"Jam pelayanan: {kata}", KETERANGAN))
    if data.catatan_kaki:
        pesan.append((data.catatan_kaki, KETERANGAN))
    tanda_tangan = tinggi_penanda_tangan(data.kasi, LAJUR_MM)
    lebar = LEBAR - LEBAR_PITA - 5
    tinggi = [tinggi_teks(teks, gaya, lebar) + 1.5 for teks, gaya in pesan]
    penuh = max(PITA_TINGGI_MM[0], sum(tinggi))
    pita = min(PITA_TINGGI_MM[1], penuh)

    def gambar(pena: Pena, y: float) -> None:
        y += SELA_BAGIAN_MM
        gambar_pita_gratis(pena, y, pita)
        tulis_y = y + (penuh - sum(tinggi)) / 2 + 0.6
        for (teks, gaya), t in zip(pesan, tinggi, strict=True):
            kotak = Kotak(X + LEBAR_PITA + 5, tulis_y, lebar, t)
            pena.tulis(kotak, teks, gaya.ganti(terkecil=gaya.ukuran), baris=999)
            tulis_y += t
        _tanda_tangan(pena, y + penuh + SELA_BAGIAN_MM, data)

    return Balok(penuh + 2 * SELA_BAGIAN_MM + tanda_tangan, gambar, rekat=True)


def _tanda_tangan(pena: Pena, y: float, data: LembarKekuranganData) -> None:
    """The applicant signs beside the Kasi, on a line of the same height."""
    jabatan = "Penerima lembar ini" if data.penerima else "Pemohon"
    pemohon = PenandaTangan("", jabatan, data.penerima or data.nama_pemohon)
    garis = letak_nama(data.kasi, LAJUR_MM)
    for x, orang in zip(LAJUR_X, (pemohon, data.kasi), strict=True):
        turun = garis - letak_nama(orang, LAJUR_MM)
        tinggi = tinggi_penanda_tangan(orang, LAJUR_MM)
        gambar_penanda_tangan(pena, Kotak(x, y + turun, LAJUR_MM, tinggi), orang)
