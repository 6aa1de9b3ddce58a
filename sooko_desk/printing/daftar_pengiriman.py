"""Daftar pengiriman: the cases that go to Dispendukcapil together, landscape, signed for there.

The NIK is masked as on every paper of the office. The list travels beside the cases' own papers
and what was entered into SIAK, which hold the NIK in full; a case is found there by the receipt
and register numbers, and a list that is lost on the way gives no NIK away (UU 23/2006 ps. 84).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import AKSEN, KECIL, TINTA, Gaya, Kotak, Pena, gambar_isian
from .huruf import SEDANG, TEBAL
from .kertas import A4, LEMBAR_BESAR, Kertas, check_kertas
from .kop import TINGGI_KOP_MM, Kop, gambar_kop_kiri
from .mengalir import Balok, Bidang, Rangka, gambar_mengalir
from .tabel import KolomRegister, lebarkan
from .tabel_mengalir import gambar_jumlah_halaman, kepala_tabel, susun_baris

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KOLOM", "BarisKirim", "DaftarPengirimanData", "render"]

JUDUL = "Daftar Pengiriman"
TUJUAN = "Dispendukcapil Kabupaten Mojokerto"
CATATAN_NIK = (
    "NIK disamarkan. Cocokkan dengan nomor tanda bukti atau nomor register pada berkas permohonan."
)

X, LEBAR = 15.0, 267.0
"""Left edge, and what the columns are wide together on A4 (mm)."""
ATAS = 46.0
PENGESAHAN_MM = 47.0

KOLOM = (
    KolomRegister("No.", 9, "tengah"),
    KolomRegister("Nomor tanda bukti", 42),
    KolomRegister("Nomor register", 37),
    KolomRegister("Nama", 62, tebal=True),
    KolomRegister("NIK (tersamar)", 30, "tengah"),
    KolomRegister("Desa", 29),
    KolomRegister("Jenis permohonan", 33),
    KolomRegister("Keterangan", 25),
)
SEL = Gaya(7.6)


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
        nama_layanan: e.g. "Kartu Tanda Penduduk (KTP)".
        dikirim: date and time, e.g. "Senin, 23 November 2026 pukul 09.05 WIB".
        cara: way of sending in words; "" = not given.
        tempat_tanggal: of the sender's signature, e.g. "Sooko, 23 November 2026".
        pengirim: name of the officer.
        penerima: name of the receiver; "" leaves a line to write it on.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`.
    """

    kop: Kop
    nama_layanan: str
    nomor: str
    dikirim: str
    cara: str
    baris: tuple[BarisKirim, ...]
    tempat_tanggal: str
    pengirim: str
    penerima: str = ""
    latihan: bool = False
    kertas: Kertas = A4


def render(data: DaftarPengirimanData) -> bytes:
    """The list as PDF. The same data gives the same bytes.

    Raises:
        ValueError: the list has no layout for the paper.
    """
    check_kertas(data.kertas, LEMBAR_BESAR)
    kertas = data.kertas.rebah
    bidang = _bidang(kertas)
    pena = Pena(kertas, JUDUL)
    rangka = Rangka(
        JUDUL,
        ATAS,
        lambda pena: _gambar_atas(pena, data, bidang.lebar),
        lanjut=f"{data.nomor}  ·  {data.dikirim}",
        kaki=f"{JUDUL}  ·  {data.nomor}",
        latihan=data.latihan,
        bidang=bidang,
        jumlah=lambda pena, lewat, di_sini: gambar_jumlah_halaman(
            pena, X, bidang.batas + 2.5, lewat, di_sini
        ),
    )
    gambar_mengalir(pena, rangka, _susun_balok(data, bidang))
    return pena.selesai()


def _bidang(kertas: Kertas) -> Bidang:
    """The room of a page; below it the sums and the foot."""
    lebar, tinggi = kertas.lebar - 2 * X, kertas.tinggi
    bayang = Kotak(X, 40, lebar, tinggi - 70)
    return Bidang(X, lebar, 10.0, 21.0, tinggi - 25, tinggi - 10, bayang)


def _susun_balok(data: DaftarPengirimanData, bidang: Bidang) -> Iterator[Balok]:
    kolom = lebarkan(KOLOM, bidang.lebar / LEBAR)
    semua = (baris.sel(nomor) for nomor, baris in enumerate(data.baris, start=1))
    yield from susun_baris(X, kolom, SEL, semua, kepala_tabel(X, kolom))
    yield Balok(
        PENGESAHAN_MM,
        lambda pena, y: _gambar_pengesahan(pena, y, data, bidang.kanan),
        rekat=True,
    )


def _gambar_atas(pena: Pena, data: DaftarPengirimanData, lebar: float) -> None:
    gambar_kop_kiri(pena, Kotak(X, 9, lebar, TINGGI_KOP_MM), data.kop, 150)
    kanan = Kotak(X + 154, 9, lebar - 154, 5.6)
    pena.tulis(kanan, JUDUL.upper(), Gaya(14, TEBAL, TINTA, rata="kanan", tegak="bawah"))
    layanan = Kotak(kanan.x, 15.4, kanan.lebar, 4)
    pena.tulis(layanan, f"Permohonan {data.nama_layanan}", Gaya(9, SEDANG, AKSEN, rata="kanan"))
    banyak = f"{len(data.baris)} permohonan"
    isian = (
        ("Nomor daftar", data.nomor, 38),
        ("Dikirim", data.dikirim, 74),
        ("Kepada", TUJUAN, 64),
        ("Cara pengiriman", data.cara, 58),
        ("Banyaknya", banyak, 33),
    )
    kali = lebar / LEBAR
    gambar_isian(pena, X, 29, [(label, isi, kali * w) for label, isi, w in isian])
    pena.tulis(Kotak(X, 40.4, lebar, 3), CATATAN_NIK, KECIL)


def _gambar_pengesahan(pena: Pena, y: float, data: DaftarPengirimanData, tepi_kanan: float) -> None:
    """Who sends on the left, who receives on the right, with lines for the pen."""
    y += 4
    lebar = 96.0
    kiri, kanan = X, tepi_kanan - lebar
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
