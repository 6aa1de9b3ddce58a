"""The recovery code on paper: the same half sheet twice, one for each of two sealed envelopes.

Whoever holds this sheet and a backup can read the register, and without it a new computer cannot.
So it says what it is, where it belongs, and how it is used, to somebody who never saw the program.
"""

from __future__ import annotations

from dataclasses import dataclass

from .blok import AKSEN, KANAN, LABEL, LEBAR, LEBAR_TEGAK, REDUP, TINTA, Gaya, Kotak, Pena, X
from .huruf import SEDANG, TEBAL
from .kertas import A4, HANYA_A4, Kertas, check_kertas
from .kop import TINGGI_KOP_MM, Kop, gambar_kop_kiri
from .lembar_pemohon import KIRI, gambar_garis_gunting, gambar_label_lembar
from .tanda_tangan import gambar_garis_tanda_tangan

JUDUL = "Kode Pemulihan Register"
KELOMPOK = 7
"""Groups of the code."""

_LEMBAR = ("LEMBAR 1 DARI 2", "LEMBAR 2 DARI 2")
_TEMPAT = (
    "Amplop tersegel 1: disimpan Kasi Pelayanan di lemari terkunci kantor.",
    "Amplop tersegel 2: disimpan di tempat lain, misalnya oleh Sekretaris Camat.",
)
_SELA_MM, _TEPI_MM = 2.4, 1.6
_TANDA_TANGAN_MM = 52.0
_HURUF = Gaya(14, TEBAL, TINTA, rata="tengah", tegak="tengah")
_PETUNJUK = (
    "Dipakai bila komputer diganti, Windows dipasang ulang, atau PIN Kasi terlupa.",
    (
        "Pasang Sooko Desk, pilih “Pulihkan dari cadangan”, lalu ketik kode ini. Huruf besar atau "
        "kecil sama saja; huruf O dibaca angka 0, huruf I dan L dibaca angka 1."
    ),
    (
        "Jangan difoto, jangan disalin ke komputer atau telepon, jangan disimpan bersama "
        "flashdisk cadangan: siapa yang memegang keduanya dapat membaca seluruh register."
    ),
    "Bila lembar ini hilang atau amplopnya terbuka, Kasi segera membuat kode baru (Ctrl+I).",
)


@dataclass(frozen=True, slots=True)
class LembarKodeData:
    """What the sheet says.

    Attributes:
        kode: seven groups of four, parted by blanks.
        nomor: of the code, from 1; a later code makes the earlier ones of no use for new backups.
        dibuat: e.g. "Senin, 23 November 2026 pukul 09.05 WIB".
        register: a mark that tells registers apart, e.g. "3F2A-91BC".
        kasi: who made it.
        kertas: A4.
    """

    kop: Kop
    kode: str
    nomor: int
    dibuat: str
    register: str
    kasi: str
    kertas: Kertas = A4


def render(data: LembarKodeData) -> bytes:
    """Both half sheets on one page.

    Raises:
        ValueError: the code has not `KELOMPOK` groups, or the paper is not A4.
    """
    kelompok = data.kode.split()
    if len(kelompok) != KELOMPOK:
        raise ValueError("a recovery code has seven groups")
    check_kertas(data.kertas, HANYA_A4)
    pena = Pena(data.kertas.tegak, JUDUL, LEBAR_TEGAK)
    gambar_garis_gunting(pena)
    for nomor, atas in enumerate((0.0, data.kertas.tinggi / 2)):
        _gambar_paruh(pena, atas, data, nomor)
    return pena.selesai()


def _gambar_paruh(pena: Pena, atas: float, data: LembarKodeData, nomor: int) -> None:
    y = atas + 9
    gambar_kop_kiri(pena, Kotak(X, y, LEBAR, TINGGI_KOP_MM), data.kop, LEBAR - 42)
    gambar_label_lembar(pena, y, _LEMBAR[nomor], 0)
    y += TINGGI_KOP_MM + 2.4
    pena.tulis(Kotak(X, y, KIRI, 6.4), JUDUL.upper(), Gaya(16.5, TEBAL, TINTA))
    pena.tulis(Kotak(X, y + 7.4, LEBAR, 4), _TEMPAT[nomor], Gaya(9.6, SEDANG, AKSEN))
    asal = f"Kode nomor {data.nomor}  ·  register {data.register}  ·  dibuat {data.dibuat}"
    pena.tulis(Kotak(X, y + 12.6, LEBAR, 3.6), asal, Gaya(8, warna=REDUP))
    _gambar_kode(pena, y + 24, data.kode.split())
    y += 47
    for urut, kalimat in enumerate(_PETUNJUK, start=1):
        pena.tulis(Kotak(X, y, 5, 4), f"{urut}.", Gaya(9, SEDANG))
        tinggi = pena.tulis(Kotak(X + 5, y, LEBAR - 5, 9), kalimat, Gaya(9), baris=2)
        y += tinggi + 1.8
    lebar = _TANDA_TANGAN_MM
    kotak = Kotak(X, atas + 121, lebar, 18)
    gambar_garis_tanda_tangan(pena, kotak, "Dibuat oleh, Kasi Pelayanan", data.kasi)
    kotak = Kotak(X + (LEBAR - lebar) / 2, kotak.y, lebar, kotak.tinggi)
    gambar_garis_tanda_tangan(pena, kotak, "Diterima oleh", "")
    kotak = Kotak(KANAN - lebar, kotak.y, lebar, kotak.tinggi)
    gambar_garis_tanda_tangan(pena, kotak, "Amplop disegel tanggal", "")


def _gambar_kode(pena: Pena, y: float, kelompok: list[str]) -> None:
    """The seven groups in a row of boxes, a number above each."""
    lebar = (LEBAR - (KELOMPOK - 1) * _SELA_MM) / KELOMPOK
    for urut, isi in enumerate(kelompok):
        kotak = Kotak(X + urut * (lebar + _SELA_MM), y, lebar, 14)
        pena.tulis(Kotak(kotak.x, y - 3.6, lebar, 3), f"kelompok {urut + 1}", LABEL)
        pena.bingkai(kotak, 0.9, AKSEN)
        # Letter by letter: the pen keeps what it has set, and the code must not stay in memory.
        sel = (lebar - 2 * _TEPI_MM) / len(isi)
        for tempat, huruf in enumerate(isi):
            pena.tulis(Kotak(kotak.x + _TEPI_MM + tempat * sel, y, sel, 14), huruf, _HURUF)
