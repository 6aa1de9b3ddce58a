"""Daftar pengiriman: the cases that go to Dispendukcapil together, A4 landscape, signed for there.

The NIK is masked as on every paper of the office. The list travels beside the cases' own papers
and what was entered into SIAK, which hold the NIK in full; a case is found there by the receipt
and register numbers, and a list that is lost on the way gives no NIK away (UU 23/2006 ps. 84).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import A4_REBAH, AKSEN, KECIL, LABEL, TINTA, Gaya, Kotak, Pena, gambar_isian
from .huruf import SEDANG, TEBAL, lebar_teks
from .kop import TINGGI_KOP_MM, gambar_kaki, gambar_kop_kiri, gambar_latihan, garis_kop
from .mengalir import Balok, bagi_halaman
from .tabel import KolomRegister, gambar_kepala, gambar_sel, tinggi_sel

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KOLOM", "BarisKirim", "DaftarPengirimanData", "render"]

JUDUL = "Daftar Pengiriman"
TUJUAN = "Dispendukcapil Kabupaten Mojokerto"
CATATAN_NIK = (
    "NIK disamarkan. Cocokkan dengan nomor tanda bukti atau nomor register pada berkas permohonan."
)

X, LEBAR = 15.0, 267.0
KANAN = X + LEBAR
ATAS, ATAS_LANJUT = 46.0, 21.0
BATAS = 185.0
"""Lower edge of the rows on every page, in mm; below it stand the sums."""
JUMLAH_Y, KAKI_Y = 187.5, 200.0
KEPALA_MM = 7.0
PENGESAHAN_MM = 47.0

KOLOM = (
    KolomRegister("No.", 9, "tengah"),
    KolomRegister("Nomor tanda bukti", 42),
    KolomRegister("Nomor register", 37),
    KolomRegister("Nama", 62),
    KolomRegister("NIK (tersamar)", 30, "tengah"),
    KolomRegister("Desa", 29),
    KolomRegister("Jenis permohonan", 33),
    KolomRegister("Keterangan", 25),
)
LEBAR_KOLOM = tuple(k.lebar_mm for k in KOLOM)
SEL = Gaya(7.6)
TENGAH = SEL.ganti(rata="tengah")
LANJUTAN = Gaya(9, TEBAL, AKSEN)


@dataclass(frozen=True, slots=True)
class BarisKirim:
    """One case of the list; `keterangan` "" leaves room for the receiver's pen."""

    nomor_tanda_bukti: str
    nomor_register: str
    nama: str
    nik_tersamar: str
    desa: str
    jenis: str
    keterangan: str = ""

    def sel(self, nomor: int) -> tuple[str, ...]:
        """Its cells in the order of `KOLOM`; `nomor` is its number on the list."""
        return (
            str(nomor),
            self.nomor_tanda_bukti,
            self.nomor_register,
            self.nama,
            self.nik_tersamar,
            self.desa,
            self.jenis,
            self.keterangan,
        )


@dataclass(frozen=True, slots=True)
class DaftarPengirimanData:
    """One list.

    Attributes:
        kop: superior office, office, address lines.
        nama_layanan: e.g. "Kartu Tanda Penduduk (KTP)".
        dikirim: date and time, e.g. "Senin, 23 November 2026 pukul 09.05 WIB".
        cara: way of sending in words; "" = not given.
        tempat_tanggal: of the sender's signature, e.g. "Sooko, 23 November 2026".
        pengirim: name of the officer.
        penerima: name of the receiver; "" leaves a line to write it on.
        latihan: practice mode; prints the watermark LATIHAN.
    """

    kop: tuple[str, ...]
    nama_layanan: str
    nomor: str
    dikirim: str
    cara: str
    baris: tuple[BarisKirim, ...]
    tempat_tanggal: str
    pengirim: str
    penerima: str = ""
    latihan: bool = False


def render(data: DaftarPengirimanData) -> bytes:
    """The list as PDF. The same data gives the same bytes."""
    pena = Pena(A4_REBAH, JUDUL)
    kepala = Balok(KEPALA_MM, lambda pena, y: gambar_kepala(pena, X, y, KEPALA_MM, KOLOM))
    halaman = bagi_halaman(_susun_balok(data, kepala), ATAS, ATAS_LANJUT, BATAS)
    pindahan = 0
    for nomor, isi in enumerate(halaman, start=1):
        if nomor > 1:
            pena.halaman_baru()
        if data.latihan:
            gambar_latihan(pena, Kotak(X, 40, LEBAR, 140))
        if nomor == 1:
            _gambar_atas(pena, data)
        else:
            _gambar_atas_lanjut(pena, data)
        for y, balok in isi:
            balok.gambar(pena, y)
        di_sini = sum(balok.kepala is kepala for _, balok in isi)
        _gambar_jumlah(pena, pindahan, di_sini)
        pindahan += di_sini
        kaki = Kotak(X, KAKI_Y, LEBAR, 5)
        gambar_kaki(pena, kaki, f"{JUDUL}  ·  {data.nomor}", nomor, len(halaman))
    return pena.selesai()


def _susun_balok(data: DaftarPengirimanData, kepala: Balok) -> Iterator[Balok]:
    for nomor, baris in enumerate(data.baris, start=1):
        yield _balok_baris(baris.sel(nomor), kepala)
    yield Balok(PENGESAHAN_MM, lambda pena, y: _gambar_pengesahan(pena, y, data), rekat=True)


def _balok_baris(teks: tuple[str, ...], kepala: Balok) -> Balok:
    gaya = {"kiri": SEL, "tengah": TENGAH}
    sel = [
        (satu, SEL.ganti(huruf=SEDANG) if kolom.judul == "Nama" else gaya[kolom.rata])
        for kolom, satu in zip(KOLOM, teks, strict=True)
    ]
    tinggi = tinggi_sel(LEBAR_KOLOM, sel)

    def gambar(pena: Pena, y: float) -> None:
        gambar_sel(pena, Kotak(X, y, LEBAR, tinggi), LEBAR_KOLOM, sel)

    return Balok(tinggi, gambar, kepala)


def _gambar_atas(pena: Pena, data: DaftarPengirimanData) -> None:
    gambar_kop_kiri(pena, Kotak(X, 9, LEBAR, TINGGI_KOP_MM), data.kop, 150)
    kanan = Kotak(X + 154, 9, LEBAR - 154, 5.6)
    pena.tulis(kanan, JUDUL.upper(), Gaya(14, TEBAL, TINTA, rata="kanan", tegak="bawah"))
    layanan = Kotak(kanan.x, 15.4, kanan.lebar, 4)
    pena.tulis(layanan, f"Permohonan {data.nama_layanan}", Gaya(9, SEDANG, AKSEN, rata="kanan"))
    banyak = f"{len(data.baris)} permohonan"
    gambar_isian(
        pena,
        X,
        29,
        (
            ("Nomor daftar", data.nomor, 46),
            ("Dikirim", data.dikirim, 74),
            ("Kepada", TUJUAN, 60),
            ("Cara pengiriman", data.cara, 52),
            ("Banyaknya", banyak, 35),
        ),
    )
    pena.tulis(Kotak(X, 40.4, LEBAR, 3), CATATAN_NIK, KECIL)


def _gambar_atas_lanjut(pena: Pena, data: DaftarPengirimanData) -> None:
    judul = f"{JUDUL.upper()} (lanjutan)"
    lebar = lebar_teks(judul, LANJUTAN.huruf, LANJUTAN.ukuran) / 72 * 25.4 + 0.5
    pena.tulis(Kotak(X, 10, lebar, 4), judul, LANJUTAN)
    kanan = Kotak(X + lebar + 3, 10, LEBAR - lebar - 3, 4)
    pena.tulis(kanan, f"{data.nomor}  ·  {data.dikirim}", Gaya(8, SEDANG, rata="kanan"))
    garis_kop(pena, X, KANAN, 16.4)


def _gambar_jumlah(pena: Pena, pindahan: int, di_sini: int) -> None:
    """The sums that carry the list from page to page."""
    x = X
    for urut, (label, nilai) in enumerate(
        (
            ("Pindahan halaman lalu", pindahan),
            ("Tercatat di halaman ini", di_sini),
            ("Jumlah sampai halaman ini", pindahan + di_sini),
        )
    ):
        if urut:
            pena.garis(((x - 3, JUMLAH_Y), (x - 3, JUMLAH_Y + 8)), 0.4)
        pena.tulis(Kotak(x, JUMLAH_Y, 38, 2.8), label, LABEL.ganti(ukuran=6.8))
        pena.tulis(Kotak(x, JUMLAH_Y + 3.4, 38, 5), str(nilai), Gaya(11, TEBAL))
        x += 43


def _gambar_pengesahan(pena: Pena, y: float, data: DaftarPengirimanData) -> None:
    """Who sends on the left, who receives on the right, with lines for the pen."""
    y += 4
    lebar = 96.0
    kiri, kanan = X, KANAN - lebar
    teks = Gaya(8.2, rata="kiri", terkecil=6)
    pena.tulis(Kotak(kiri, y, lebar, 3.4), data.tempat_tanggal, teks)
    pena.tulis(Kotak(kiri, y + 5, lebar, 3.4), "Yang mengirim,", teks.ganti(huruf=SEDANG))
    _gambar_nama(pena, Kotak(kiri, y + 24, lebar, 8), data.pengirim)
    pena.tulis(Kotak(kanan, y, lebar, 3.4), "Diterima tanggal / pukul:", teks)
    pena.datar(kanan + 36, kanan + lebar, y + 3.4, 0.4, TINTA)
    penerima = "Yang menerima, petugas Dispendukcapil,"
    pena.tulis(Kotak(kanan, y + 5, lebar, 3.4), penerima, teks.ganti(huruf=SEDANG))
    _gambar_nama(pena, Kotak(kanan, y + 24, lebar, 8), data.penerima)
    for urut, label in enumerate(("NIP:", "Banyaknya berkas yang diterima:")):
        turun = y + 34 + urut * 5.2
        pena.tulis(Kotak(kanan, turun, 46, 3.4), label, teks)
        mulai = kanan + (8 if urut == 0 else 46)
        pena.datar(mulai, kanan + lebar, turun + 3.4, 0.4, TINTA)


def _gambar_nama(pena: Pena, kotak: Kotak, nama: str) -> None:
    """The line to sign on; the name stands above it, or is written there."""
    if nama:
        atas = Kotak(kotak.x, kotak.y, kotak.lebar, kotak.tinggi - 0.6)
        pena.tulis(atas, nama, Gaya(8.2, TEBAL, terkecil=6, tegak="bawah"), baris=2)
    pena.datar(kotak.x, kotak.kanan, kotak.bawah, 0.5, TINTA)
