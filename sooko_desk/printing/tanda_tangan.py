"""Where people sign: the official's block and the plain signature line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.kantor import BentukJabatan

from .blok import KECIL, MM, TINTA, Gaya, Kotak
from .huruf import SEDANG, TEBAL, lebar_teks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .blok import Pena

UB = "u.b."


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """The official who signs.

    Attributes:
        tempat_tanggal: e.g. "Sooko, 31 Desember 2026".
        jabatan: the signer's own office, or the one held for another as Plt. or Plh.
        nip: the bare number; "" leaves the line out, as an empty `pangkat` does.
        bentuk: as what the official signs.
        atas_nama: of an "a.n.": the office in whose name, e.g. "Camat Sooko".
        melalui: of an "a.n.": the office between the two, whose holder passed the signing on
            ("u.b."); "" = none.
    """

    tempat_tanggal: str
    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""
    bentuk: BentukJabatan = BentukJabatan.TETAP
    atas_nama: str = ""
    melalui: str = ""

    @property
    def sebutan(self) -> tuple[str, ...]:
        """The lines above the signature, e.g. ("a.n. Camat Sooko", "Sekretaris Kecamatan")."""
        if self.bentuk is not BentukJabatan.ATAS_NAMA:
            return (f"{self.bentuk} {self.jabatan}".strip(),)
        lewat = (self.melalui, UB) if self.melalui else ()
        return (f"{self.bentuk} {self.atas_nama}", *lewat, self.jabatan)


LEBAR_MM = 78.0
"""Width of the block where nothing else is said."""
TANGGAL_MM = 4.0
LARIK_MM = 3.4
"""Height of a row of the office, of a rank or of a NIP."""
NAMA_MM = 6.6
"""Room of the name: two rows."""
RUANG_PARAF_MM = (8.0, 12.0)
"""Free room to sign in above the name: what must be there, and what is there if it can."""
TEKS = Gaya(8.2, rata="tengah", terkecil=6)
JABATAN = TEKS.ganti(huruf=SEDANG)
SATU_LARIK = 7.2
"""Letter size in points down to which an office stands on one row; else it takes two."""


def tinggi_penanda_tangan(orang: PenandaTangan, lebar: float = LEBAR_MM) -> float:
    """Height in mm of the block that `gambar_penanda_tangan` draws `lebar` mm wide."""
    return _tinggi_tetap(orang, lebar) + RUANG_PARAF_MM[1]


def letak_nama(orang: PenandaTangan, lebar: float = LEBAR_MM) -> float:
    """How far below the block's top the line below the name stands, in mm."""
    return tinggi_penanda_tangan(orang, lebar) - LARIK_MM * len(_list_bawah(orang))


def gambar_penanda_tangan(pena: Pena, kotak: Kotak, orang: PenandaTangan) -> None:
    """Place and date, office, room to sign, name underlined, rank, NIP; centred in `kotak`.

    A name or an office longer than its row stands on two. The box is 60 mm wide or more; where it
    is lower than `tinggi_penanda_tangan` says, first the room to sign gets smaller, then the rows.
    """
    tetap = _tinggi_tetap(orang, kotak.lebar)
    paraf = min(RUANG_PARAF_MM[1], max(RUANG_PARAF_MM[0], kotak.tinggi - tetap))
    kali = min(1.0, (kotak.tinggi - paraf) / tetap)
    kecil = TEKS.ganti(ukuran=TEKS.ukuran * kali, terkecil=4.8)
    pena.tulis(Kotak(kotak.x, kotak.y, kotak.lebar, 3.4), orang.tempat_tanggal, kecil)
    y = kotak.y + TANGGAL_MM * kali
    for teks, larik in _list_jabatan(orang, kotak.lebar):
        tinggi = LARIK_MM * larik * kali
        pena.tulis(
            Kotak(kotak.x, y, kotak.lebar, tinggi), teks, kecil.ganti(huruf=SEDANG), baris=larik
        )
        y += tinggi
    nama = Kotak(kotak.x + 4, y + paraf, kotak.lebar - 8, NAMA_MM * kali)
    pena.tulis(nama, orang.nama, kecil.ganti(huruf=TEBAL, tegak="bawah"), baris=2)
    pena.datar(nama.x, nama.kanan, nama.bawah + 0.3, 0.5, TINTA)
    y = nama.bawah + 1
    for isi in _list_bawah(orang):
        bawah = kecil.ganti(ukuran=7.6 * kali)
        pena.tulis(Kotak(kotak.x, y, kotak.lebar, LARIK_MM * kali), isi, bawah)
        y += LARIK_MM * kali


def _tinggi_tetap(orang: PenandaTangan, lebar: float) -> float:
    """Height in mm of everything but the room to sign."""
    larik = sum(banyak for _, banyak in _list_jabatan(orang, lebar))
    return TANGGAL_MM + LARIK_MM * (larik + len(_list_bawah(orang))) + NAMA_MM + 1


def _list_jabatan(orang: PenandaTangan, lebar: float) -> Iterator[tuple[str, int]]:
    """The lines above the room to sign, and how many rows each takes."""
    for teks in orang.sebutan:
        penuh = lebar_teks(teks, JABATAN.huruf, SATU_LARIK)
        yield teks, 1 if penuh <= lebar * MM else 2


def _list_bawah(orang: PenandaTangan) -> list[str]:
    """What stands below the name."""
    return [x for x in (orang.pangkat, f"NIP. {orang.nip}" if orang.nip else "") if x]


def gambar_garis_tanda_tangan(pena: Pena, kotak: Kotak, jabatan: str, nama: str) -> None:
    """The role on top, a line to sign on, the name below it ("" = an empty line to write on).

    A name that is too long for one row stands on two; the line is then a little higher.
    """
    gaya = Gaya(7.8, SEDANG, terkecil=5.5)
    larik = 1 if lebar_teks(nama, gaya.huruf, gaya.terkecil) <= kotak.lebar * MM else 2
    bawah = kotak.bawah - (3.8 if larik == 1 else 5.4)
    pena.tulis(Kotak(kotak.x, kotak.y, kotak.lebar, 3), jabatan, KECIL)
    pena.datar(kotak.x, kotak.kanan, bawah, 0.5, TINTA)
    tempat = Kotak(kotak.x, bawah + 0.9, kotak.lebar, kotak.bawah - bawah - 0.8)
    pena.tulis(tempat, nama, gaya, baris=larik)
