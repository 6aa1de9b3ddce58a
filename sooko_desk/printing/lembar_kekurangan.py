"""Lembar kekurangan berkas: what the applicant of a case that is *tidak lengkap* takes home.

SOP row 2 sends such a case back to row 1. The sheet carries the number and the scan code of the
receipt, so that the case is opened again and no second one is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from .blok import (
    A4_TEGAK,
    AKSEN,
    BAGIAN,
    KECIL,
    MM,
    NILAI,
    PUTIH,
    REDUP,
    SELA_SEL_MM,
    TINTA,
    Balok,
    Gaya,
    Kotak,
    Pena,
    bagi_halaman,
    gambar_isian,
    gambar_label,
    gambar_sel,
    tinggi_sel,
)
from .huruf import SEDANG, TEBAL, bungkus
from .kode_qr import gambar_qr
from .kop import TINGGI_KOP_MM, gambar_kaki, gambar_kop_kiri, gambar_latihan, garis_kop
from .tabel import KolomRegister, gambar_kepala, tinggi_teks
from .tanda_tangan import PenandaTangan, gambar_penanda_tangan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["BarisKurang", "LembarKekuranganData", "PenandaTangan", "render"]

JUDUL = "Lembar Kekurangan Berkas"
GRATIS = "GRATIS – tidak dipungut biaya"
DASAR_GRATIS = "UU No. 24 Tahun 2013 Pasal 79A"
DI_KANTOR = "SUDAH LENGKAP DI KANTOR"
DIKEMBALIKAN = "DIKEMBALIKAN KEPADA PEMOHON"
NOMOR_TETAP = "Nomor permohonan tetap sama, tidak perlu mengambil nomor baru."

X, LEBAR = 15.0, 180.0
KANAN = X + LEBAR
LEBAR_QR = 34.0
KIRI = LEBAR - LEBAR_QR - 6
ATAS, ATAS_LANJUT = 82.0, 21.0
"""Where the flowing part begins: below the applicant's fields; below a continuation's head."""
KAKI_Y = 283.0
BATAS = KAKI_Y - 3

KOLOM = (
    KolomRegister("No.", 8, "tengah"),
    KolomRegister("Berkas", 44),
    KolomRegister("Apa yang kurang", 34),
    KolomRegister("Diperoleh di mana", 36),
    KolomRegister("Seperti apa", 42),
    KolomRegister("Sudah dibawa", 16, "tengah"),
)
KEPALA_BAGIAN_MM, KEPALA_TABEL_MM = 5.0, 7.0
SELA_BAGIAN_MM = 4.0
SELA_LAJUR_MM = 6.0
LAJUR_MM = (LEBAR - SELA_LAJUR_MM) / 2
LAJUR_X = (X, X + LAJUR_MM + SELA_LAJUR_MM)
TAKUK_MM = 3.0
PITA_MM, PITA_TINGGI_MM = 62.0, (11.4, 20.0)
TANDA_TANGAN_MM = 34.0
PETAK_MM = 4.6
"""Side of the box to tick."""
BARIS_SEPOTONG = 40
"""A row of more lines is torn into pieces of so many: any text then fits a page."""

ISI = Gaya(8)
NAMA_BERKAS = ISI.ganti(huruf=SEDANG)
KOSONG = ISI.ganti(warna=REDUP)
CATATAN = Gaya(8.6)
PESAN = Gaya(9.4, TEBAL)
KETERANGAN = Gaya(8)


@dataclass(frozen=True, slots=True)
class BarisKurang:
    """One paper that is missing; alternatives ("A atau B") are one row.

    Attributes:
        kurang: what is wrong, in words, e.g. "belum ada" or the officer's note.
        diperoleh: where the paper is obtained; "" = not known. `rupa`, what it must look like,
            likewise. A column that is empty in every row is not printed.
    """

    berkas: str
    kurang: str = "belum ada"
    diperoleh: str = ""
    rupa: str = ""


@dataclass(frozen=True, slots=True)
class LembarKekuranganData:
    """What one case's sheet says, as the words that are printed.

    Attributes:
        kop: superior office, office, address lines.
        nama_layanan: e.g. "Kartu Keluarga (KK)".
        nomor: number of the receipt; `kode_pindai` its scan code, e.g. "TB-KK-2026-00012".
        jenis: code and name of the request type, e.g. "I.A.1 Membentuk keluarga baru".
        diputuskan: e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB".
        nik_tersamar: twelve asterisks and four digits.
        kasi: who decided; signs with place and date.
        jam_layanan: opening hours in words; "" leaves the line out.
        kurang: the missing papers; with none the sheet says what `alasan` says.
        alasan: the Kasi's note; "" leaves it out.
        di_kantor: papers that are complete and stay in the office, e.g. "Surat pengantar (asli)".
        dikembalikan: papers that were handed back to the applicant.
        loket: where to come back to, as it follows "ke".
        penerima: who takes the sheet; "" = the applicant.
        salinan: 0 = the first print; n > 0 prints "SALINAN ke-n".
        latihan: practice mode; prints the watermark LATIHAN.
    """

    kop: tuple[str, ...]
    nama_layanan: str
    nomor: str
    kode_pindai: str
    jenis: str
    diputuskan: str
    nama_pemohon: str
    nik_tersamar: str
    kasi: PenandaTangan
    jam_layanan: str
    kurang: tuple[BarisKurang, ...]
    alasan: str = ""
    di_kantor: tuple[str, ...] = ()
    dikembalikan: tuple[str, ...] = ()
    loket: str = "loket pelayanan"
    penerima: str = ""
    salinan: int = 0
    latihan: bool = False


def render(daftar: Sequence[LembarKekuranganData]) -> bytes:
    """The sheets as PDF, each case from a new page on. The same data gives the same bytes.

    Raises:
        ValueError: there is no case.
    """
    if not daftar:
        raise ValueError("no case to print")
    pena = Pena(A4_TEGAK, JUDUL)
    for urut, data in enumerate(daftar):
        if urut:
            pena.halaman_baru()
        _gambar_lembar(pena, data)
    return pena.selesai()


def _gambar_lembar(pena: Pena, data: LembarKekuranganData) -> None:
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
        kaki = f"{JUDUL}  ·  {data.kode_pindai}"
        gambar_kaki(pena, Kotak(X, KAKI_Y, LEBAR, 5), kaki, nomor, len(halaman))


def _susun_balok(data: LembarKekuranganData) -> Iterator[Balok]:
    """Everything below the applicant's fields, in the order of reading."""
    yield from _tabel_kurang(data.kurang)
    yield from _catatan_kasi(data.alasan)
    yield from _berkas_lain(data)
    yield _penutup(data)


def _kepala_pertama(pena: Pena, data: LembarKekuranganData) -> None:
    gambar_kop_kiri(pena, Kotak(X, 9, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR - 42)
    gambar_label(pena, Kotak(KANAN - 34, 9, 34, 5), "LEMBAR PEMOHON")
    if data.salinan:
        salinan = Kotak(KANAN - 34, 15.1, 34, 5)
        gambar_label(pena, salinan, f"SALINAN ke-{data.salinan}", penuh=True)
    gambar_qr(pena, Kotak(KANAN - LEBAR_QR, 26, LEBAR_QR, 28), data.kode_pindai)
    pena.tulis(Kotak(X, 27.4, KIRI, 6.2), JUDUL.upper(), Gaya(16.5, TEBAL, TINTA))
    layanan = Gaya(10, SEDANG, AKSEN)
    pena.tulis(Kotak(X, 34.6, KIRI, 4), f"Pelayanan {data.nama_layanan}", layanan)
    putusan = ("Diputuskan tidak lengkap", data.diputuskan, KIRI - 60)
    gambar_isian(pena, X, 40.6, (("Nomor tanda bukti", data.nomor, 60), putusan))
    gambar_isian(pena, X, 49.2, (("Jenis permohonan", data.jenis, KIRI),))
    pena.datar(X, KANAN, 58.2)
    nama = Gaya(11.5, TEBAL, terkecil=6)
    gambar_isian(pena, X, 60, (("Nama pemohon", data.nama_pemohon, 120),), nama)
    biasa = NILAI.ganti(ukuran=8.6)
    gambar_isian(pena, X + 120, 60, (("NIK", data.nik_tersamar, 60),), biasa)
    pemeriksa = ("Diperiksa oleh", f"{data.kasi.nama}, {data.kasi.jabatan}", 120)
    jumlah = ("Berkas yang kurang", f"{len(data.kurang)} berkas" if data.kurang else "", 60)
    gambar_isian(pena, X, 69, (pemeriksa, jumlah), biasa)
    pena.datar(X, KANAN, 78.6)


def _kepala_lanjut(pena: Pena, data: LembarKekuranganData) -> None:
    kotak = Kotak(X, 10, 90, 4)
    pena.tulis(kotak, f"{JUDUL.upper()} (lanjutan)", Gaya(9, TEBAL, AKSEN))
    kanan = Kotak(X + 92, 10, LEBAR - 92, 4)
    pena.tulis(kanan, f"{data.nomor}  ·  {data.kode_pindai}", Gaya(8, SEDANG, rata="kanan"))
    garis_kop(pena, X, KANAN, 16.4)


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
    return tuple(
        KolomRegister(k.judul, k.lebar_mm * kali, k.rata) if k.rata == "kiri" else k for k in kolom
    )


def _tabel_kurang(kurang: tuple[BarisKurang, ...]) -> Iterator[Balok]:
    kolom = _kolom_terpakai(kurang)

    def gambar(pena: Pena, y: float) -> None:
        _judul_bagian(pena, y, "BERKAS YANG HARUS DILENGKAPI", "Kolom kanan diisi petugas")
        gambar_kepala(pena, X, y + KEPALA_BAGIAN_MM, KEPALA_TABEL_MM, kolom)

    kepala = Balok(KEPALA_BAGIAN_MM + KEPALA_TABEL_MM, gambar)
    for nomor, baris in enumerate(kurang, start=1):
        yield from _baris_kurang(nomor, baris, kolom, kepala)


def _baris_kurang(
    nomor: int, baris: BarisKurang, kolom: Sequence[KolomRegister], kepala: Balok
) -> Iterator[Balok]:
    """One row of the table; in pieces when it is too high for a page."""
    lebar = [k.lebar_mm for k in kolom]
    judul = {k.judul for k in kolom}
    semua = zip(KOLOM, _sel_baris(nomor, baris), strict=True)
    sel = [isi for kol, isi in semua if kol.judul in judul]
    larik = [
        bungkus(teks, gaya.huruf, gaya.ukuran, (w - 2 * SELA_SEL_MM[0]) * MM)[0]
        for w, (teks, gaya) in zip(lebar, sel, strict=True)
    ]
    banyak = max(map(len, larik))
    if banyak <= BARIS_SEPOTONG:
        yield _balok_baris(lebar, sel, kepala, petak=True)
        return
    for awal in range(0, banyak, BARIS_SEPOTONG):
        potongan = [
            (" ".join(garis[awal : awal + BARIS_SEPOTONG]), gaya)
            for garis, (_, gaya) in zip(larik, sel, strict=True)
        ]
        yield _balok_baris(lebar, potongan, kepala, petak=awal == 0)


def _sel_baris(nomor: int, baris: BarisKurang) -> Iterator[tuple[str, Gaya]]:
    """The row's cells in the order of KOLOM."""
    yield str(nomor), ISI.ganti(rata="tengah")
    yield baris.berkas, NAMA_BERKAS
    for teks in (baris.kurang, baris.diperoleh, baris.rupa):
        yield (teks, ISI) if teks.strip() else ("–", KOSONG)
    yield "", ISI


def _balok_baris(
    lebar: Sequence[float], sel: Sequence[tuple[str, Gaya]], kepala: Balok, *, petak: bool
) -> Balok:
    tinggi = max(tinggi_sel(lebar, sel), PETAK_MM + 2.4)

    def gambar(pena: Pena, y: float) -> None:
        gambar_sel(pena, Kotak(X, y, LEBAR, tinggi), lebar, sel)
        if petak:
            tengah = KANAN - lebar[-1] / 2
            kotak = Kotak(tengah - PETAK_MM / 2, y + 1.2, PETAK_MM, PETAK_MM)
            pena.bingkai(kotak, 0.7, TINTA, sudut=0.4)

    return Balok(tinggi, gambar, kepala)


def _catatan_kasi(alasan: str) -> Iterator[Balok]:
    """The note, line by line so that it may run over to the next page."""
    kepala = Balok(
        SELA_BAGIAN_MM + KEPALA_BAGIAN_MM,
        lambda pena, y: _judul_bagian(pena, y + SELA_BAGIAN_MM, "CATATAN KEPALA SEKSI"),
    )
    jarak = CATATAN.ukuran * 1.3 / MM
    for garis in bungkus(alasan, CATATAN.huruf, CATATAN.ukuran, (LEBAR - 4) * MM)[0]:
        yield Balok(jarak, _gambar_garis_catatan(garis, jarak), kepala)


def _gambar_garis_catatan(garis: str, jarak: float) -> Callable[[Pena, float], None]:
    def gambar(pena: Pena, y: float) -> None:
        pena.isi(Kotak(X, y, 0.8, jarak), AKSEN)
        pena.tulis(Kotak(X + 3, y, LEBAR - 4, jarak), garis, CATATAN.ganti(tegak="tengah"))

    return gambar


def _berkas_lain(data: LembarKekuranganData) -> Iterator[Balok]:
    """The papers that need no more care, in two columns: stayed in the office, handed back."""
    kiri, kanan = data.di_kantor, data.dikembalikan
    judul = (DI_KANTOR if kiri else "", DIKEMBALIKAN if kanan else "")
    if not (kiri and kanan):
        judul = (judul[0] or judul[1], "")
        satu = kiri or kanan
        kiri, kanan = satu[: -(-len(satu) // 2)], satu[-(-len(satu) // 2) :]

    def gambar(pena: Pena, y: float) -> None:
        for letak, teks in zip(LAJUR_X, judul, strict=True):
            kotak = Kotak(letak, y + SELA_BAGIAN_MM, LAJUR_MM, 3)
            pena.tulis(kotak, teks, BAGIAN)

    kepala = Balok(SELA_BAGIAN_MM + KEPALA_BAGIAN_MM, gambar)
    for pasangan in zip_longest(kiri, kanan, fillvalue=""):
        yield _balok_pasangan(pasangan, kepala)


def _balok_pasangan(pasangan: tuple[str, str], kepala: Balok) -> Balok:
    lebar = LAJUR_MM - TAKUK_MM
    tinggi = max(tinggi_teks(teks, ISI, lebar) for teks in pasangan) + 1.4

    def gambar(pena: Pena, y: float) -> None:
        for letak, teks in zip(LAJUR_X, pasangan, strict=True):
            if teks.strip():
                pena.tulis(Kotak(letak, y, TAKUK_MM, 3), "•", ISI)
                kotak = Kotak(letak + TAKUK_MM, y, lebar, tinggi)
                pena.tulis(kotak, teks, ISI.ganti(terkecil=ISI.ukuran), baris=999)

    return Balok(tinggi, gambar, kepala)


def _penutup(data: LembarKekuranganData) -> Balok:
    """What to do, that it is free, and who signs: never torn apart."""
    bawaan = "lembar ini beserta berkas yang kurang" if data.kurang else "lembar ini"
    pesan = [(f"Bawa {bawaan} ke {data.loket}.", PESAN), (NOMOR_TETAP, KETERANGAN)]
    if data.jam_layanan:
        pesan.append((f"Jam pelayanan: {data.jam_layanan}", KETERANGAN))
    lebar = LEBAR - PITA_MM - 5
    tinggi = [tinggi_teks(teks, gaya, lebar) + 1.5 for teks, gaya in pesan]
    penuh = max(PITA_TINGGI_MM[0], sum(tinggi))
    pita = min(PITA_TINGGI_MM[1], penuh)

    def gambar(pena: Pena, y: float) -> None:
        y += SELA_BAGIAN_MM
        _pita_gratis(pena, Kotak(X, y, PITA_MM, pita))
        tulis_y = y + (penuh - sum(tinggi)) / 2 + 0.6
        for (teks, gaya), t in zip(pesan, tinggi, strict=True):
            kotak = Kotak(X + PITA_MM + 5, tulis_y, lebar, t)
            pena.tulis(kotak, teks, gaya.ganti(terkecil=gaya.ukuran), baris=999)
            tulis_y += t
        _tanda_tangan(pena, y + penuh + SELA_BAGIAN_MM, data)

    return Balok(penuh + 2 * SELA_BAGIAN_MM + TANDA_TANGAN_MM, gambar)


def _pita_gratis(pena: Pena, pita: Kotak) -> None:
    pena.isi(pita, AKSEN, sudut=1)
    tengah = Gaya(9.6, TEBAL, PUTIH, rata="tengah")
    y = pita.y + (pita.tinggi - 7.2) / 2
    pena.tulis(Kotak(pita.x, y, pita.lebar, 4), GRATIS, tengah)
    dasar = Kotak(pita.x, y + 4.8, pita.lebar, 2.6)
    pena.tulis(dasar, DASAR_GRATIS, Gaya(6.4, SEDANG, PUTIH, rata="tengah"))


def _tanda_tangan(pena: Pena, y: float, data: LembarKekuranganData) -> None:
    """The applicant signs beside the Kasi, on a line of the same height."""
    nama = data.penerima or data.nama_pemohon
    jabatan = "Penerima lembar ini" if data.penerima else "Pemohon"
    kiri = Kotak(X, y, LAJUR_MM, TANDA_TANGAN_MM)
    gambar_penanda_tangan(pena, kiri, PenandaTangan("", jabatan, nama))
    gambar_penanda_tangan(pena, Kotak(LAJUR_X[1], y, LAJUR_MM, TANDA_TANGAN_MM), data.kasi)
