"""The office's own data on its papers: head, logo, place, and who signed for it on which day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import is_angka_ascii
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nama import check_nama
from sooko_desk.domain.tanggal import tanggal_pendek

if TYPE_CHECKING:
    from collections.abc import Sequence

JABATAN_CAMAT = "Camat Sooko"
JABATAN_KASI = "Kepala Seksi Pelayanan"

KOP_TERSEDIKIT, KOP_TERBANYAK = 2, 6
"""Lines of the head."""
PANJANG_KOP = 100
MASA = "masa"
"""Where two terms that exclude each other are told: both dates may be right in themselves."""
PANJANG_TEMPAT = 40
PANJANG_CATATAN = 200
PANJANG_JABATAN = 80
PANJANG_PANGKAT = 60
PANJANG_NIP = 18
"""Digits: date of birth (8), month of appointment (6), sex (1), serial (3)."""
_HEX = frozenset("0123456789abcdef")
_PANJANG_SIDIK = 64


class BentukJabatan(StrEnum):
    """As what an official signs, in the short form that stands before the office."""

    TETAP = ""
    PLT = "Plt."
    PLH = "Plh."
    ATAS_NAMA = "a.n."


@dataclass(frozen=True, slots=True)
class Kantor:
    """What the office writes on each of its papers.

    Attributes:
        kop: superior office, office, then address lines; 2 to 6.
        logo_sidik: SHA-256 (hex) of the logo in the vault; "" = none.
        tempat: place before the date of a signature, e.g. "Sooko".
        catatan_kaki: words at the foot of what the public is given; "" = none.
    """

    kop: tuple[str, ...]
    logo_sidik: str = ""
    tempat: str = "Sooko"
    catatan_kaki: str = ""


@dataclass(frozen=True, slots=True)
class Pejabat:
    """Who signs, as what, and from which day to which.

    Attributes:
        id: unique in the list.
        nip: 18 digits; "" = none.
        jabatan: the office held; of an "a.n." the signer's own.
        bentuk: permanent, acting (Plt., Plh.), or in the name of another (a.n.).
        atas_nama: the office in whose name an "a.n." signs; "" otherwise.
        dari, sampai: days, both included; `sampai` None = still.
    """

    id: str
    nama: str
    jabatan: str
    dari: dt.date
    sampai: dt.date | None = None
    pangkat: str = ""
    nip: str = ""
    bentuk: BentukJabatan = BentukJabatan.TETAP
    atas_nama: str = ""

    @property
    def mewakili(self) -> str:
        """The office for which the signature stands."""
        return self.atas_nama if self.bentuk is BentukJabatan.ATAS_NAMA else self.jabatan

    @property
    def sebutan(self) -> tuple[str, ...]:
        """The lines above the signature, e.g. ("a.n. Camat Sooko", "Sekretaris Kecamatan")."""
        if self.bentuk is BentukJabatan.ATAS_NAMA:
            return f"{self.bentuk} {self.atas_nama}", self.jabatan
        return (f"{self.bentuk} {self.jabatan}".strip(),)

    def is_menjabat(self, tanggal: dt.date) -> bool:
        """Whether that day lies in the term."""
        return self.dari <= tanggal <= (self.sampai or dt.date.max)


def find_pejabat(daftar: Sequence[Pejabat], jabatan: str, tanggal: dt.date) -> Pejabat | None:
    """Who signs for an office on a day: whoever stands in for the holder, else the holder.

    Letter case and blanks of `jabatan` do not matter. None = nobody.
    """
    calon = [p for p in daftar if _kunci(p.mewakili) == _kunci(jabatan) and p.is_menjabat(tanggal)]
    pengganti = [p for p in calon if p.bentuk]
    return next(iter(pengganti or calon), None)


def list_salah_kantor(kantor: Kantor) -> dict[str, str]:
    """What is wrong with the office's data: field of `Kantor` -> sentence; {} = in order."""
    salah: dict[str, str] = {}
    if kalimat := _salah_kop(kantor.kop):
        salah["kop"] = kalimat
    if kalimat := _salah_kata(kantor.tempat, "Tempat", PANJANG_TEMPAT, wajib=True):
        salah["tempat"] = kalimat
    if kalimat := _salah_kata(kantor.catatan_kaki, "Catatan kaki", PANJANG_CATATAN):
        salah["catatan_kaki"] = kalimat
    sidik = kantor.logo_sidik
    if sidik and not (len(sidik) == _PANJANG_SIDIK and set(sidik) <= _HEX):
        salah["logo_sidik"] = "Logo ini tidak dikenal. Pilih lagi berkas gambarnya."
    return salah


def list_salah_pejabat(daftar: Sequence[Pejabat]) -> dict[str, str]:
    """What is wrong with the list of officials.

    Returns:
        "<place from 1>.<field of `Pejabat`>" -> sentence; two terms that cannot both be so are
        told at the later one's `MASA`. {} = in order.
    """
    salah: dict[str, str] = {}
    for n, pejabat in enumerate(daftar, start=1):
        salah |= {f"{n}.{bidang}": kalimat for bidang, kalimat in _salah_satu(pejabat).items()}
    bernomor = sorted(enumerate(daftar, start=1), key=_menurut_mulai)
    for (_, a), (n, b) in combinations(bernomor, 2):
        if b.dari <= (a.sampai or dt.date.max) and _is_bertabrakan(a, b):
            kata = (
                f"{a.nama or 'Pejabat baru'} dan {b.nama or 'pejabat baru'} sama-sama tercatat "
                f"untuk {b.mewakili} pada {tanggal_pendek(b.dari)}. "
                "Isi atau betulkan tanggal selesainya."
            )
            salah.setdefault(f"{n}.{MASA}", kata)
    return salah


def _kunci(jabatan: str) -> str:
    return " ".join(jabatan.split()).casefold()


def _menurut_mulai(pasangan: tuple[int, Pejabat]) -> dt.date:
    return pasangan[1].dari


def _is_bertabrakan(a: Pejabat, b: Pejabat) -> bool:
    """Whether two terms for one office exclude each other on a day that both hold.

    A Plh. or an a.n. stands beside the holder; a Plt. only in an office that nobody holds.
    """
    if _kunci(a.mewakili) != _kunci(b.mewakili):
        return False
    if bool(a.bentuk) is bool(b.bentuk):
        return True
    return BentukJabatan.PLT in (a.bentuk, b.bentuk)


def _salah_kop(kop: Sequence[str]) -> str:
    if len(kop) < KOP_TERSEDIKIT:
        return "Kop paling sedikit 2 baris: nama pemerintah kabupaten, lalu nama kecamatan."
    if len(kop) > KOP_TERBANYAK:
        return f"Kop {len(kop)} baris; yang muat {KOP_TERBANYAK} baris. Gabungkan barisnya."
    salah = (
        _salah_kata(baris, f"Baris kop {n}", PANJANG_KOP, wajib=True)
        for n, baris in enumerate(kop, start=1)
    )
    return next(filter(None, salah), "")


def _salah_satu(p: Pejabat) -> dict[str, str]:
    salah: dict[str, str] = {}
    try:
        check_nama(p.nama, "Nama pejabat")
    except UserError as galat:
        salah["nama"] = str(galat)
    if p.nip and not (len(p.nip) == PANJANG_NIP and all(map(is_angka_ascii, p.nip))):
        salah["nip"] = f"NIP harus {PANJANG_NIP} angka, atau kosongkan."
    if kalimat := _salah_kata(p.jabatan, "Jabatan", PANJANG_JABATAN, wajib=True):
        salah["jabatan"] = kalimat
    if kalimat := _salah_kata(p.pangkat, "Pangkat", PANJANG_PANGKAT):
        salah["pangkat"] = kalimat
    if kalimat := _salah_atas_nama(p):
        salah["atas_nama"] = kalimat
    if p.sampai is not None and p.sampai < p.dari:
        salah["sampai"] = "Tanggal selesai mendahului tanggal mulai. Periksa tanggalnya."
    return salah


def _salah_atas_nama(p: Pejabat) -> str:
    if p.bentuk is not BentukJabatan.ATAS_NAMA:
        return "Kosongkan: hanya diisi untuk a.n." if p.atas_nama else ""
    if p.atas_nama and _kunci(p.atas_nama) == _kunci(p.jabatan):
        return "Jabatan yang diatasnamakan sama dengan jabatannya sendiri. Pilih yang lain."
    return _salah_kata(p.atas_nama, "Jabatan yang diatasnamakan", PANJANG_JABATAN, wajib=True)


def _salah_kata(teks: str, label: str, panjang: int, *, wajib: bool = False) -> str:
    """What is wrong with one line of words; "" = nothing."""
    if not teks.strip():
        return f"{label} belum diisi." if wajib else ""
    if len(teks) > panjang:
        return f"{label} {len(teks)} huruf; tulis paling banyak {panjang} huruf."
    if not teks.isprintable():
        return f"{label} memuat tanda yang tidak tampak. Ketik ulang."
    return ""
