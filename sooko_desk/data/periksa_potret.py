"""Everything that a check reads of the register, from a picture of it; for any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sooko_desk.data.galat import translated
from sooko_desk.data.lampiran import SQL_LOGO
from sooko_desk.data.periksa_register import Kerusakan, baca_isi, periksa_register
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlcipher3 import dbapi2

    from sooko_desk.data.periksa_register import JumlahRegister
    from sooko_desk.data.rantai import Kepala
    from sooko_desk.data.rantai_jaga import PembuktiRantai
    from sooko_desk.data.rantai_putus import HasilRantai
    from sooko_desk.data.salinan_register import PotretRegister

_SQL_PINDAIAN = """
SELECT p.nomor_tanda_bukti, l.nama, l.sidik FROM lampiran l
JOIN permohonan p ON p.id = l.permohonan_id ORDER BY l.id
"""


class Pindaian(NamedTuple):
    """A scan as a check sees it; `nomor` is the receipt number of its case."""

    nomor: str
    nama: str
    sidik: str


@dataclass(frozen=True, slots=True)
class IsiPotret:
    """What a picture showed.

    Attributes:
        rusak: what is wrong with the file.
        jumlah: what the register holds; None when it is too damaged to count.
        pindaian: every scan, oldest first.
        logo: SHA-256 of every logo that the office had.
        rantai: how the hash chain was found; None = it could not be proved, or pages are lost.
        galat: sentences for what could not be read.
    """

    rusak: tuple[Kerusakan, ...]
    jumlah: JumlahRegister | None = None
    pindaian: tuple[Pindaian, ...] = ()
    logo: tuple[str, ...] = ()
    rantai: HasilRantai | None = None
    galat: tuple[str, ...] = ()


@translated
def periksa_potret(
    potret: PotretRegister, bukti: PembuktiRantai, kepala: Iterable[Kepala]
) -> IsiPotret:
    """Take the picture and read it as a whole: file, scans by name, hash chain.

    Args:
        potret: the picture.
        bukti: proves its chain.
        kepala: heads that backups tell, asked for before: a later one would be missed in it.

    Raises:
        UserError: the picture cannot be taken.
    """
    with potret.buka() as koneksi:
        rusak = periksa_register(koneksi)
        try:
            jumlah, pindaian, logo = _baca(koneksi)
        except UserError as galat:
            return IsiPotret(rusak, galat=(str(galat),))
        if Kerusakan.HALAMAN in rusak:  # a row that the disk lost is no row that somebody took
            return IsiPotret(rusak, jumlah, pindaian, logo)
        try:
            rantai = bukti.jalankan(koneksi, kepala)
        except UserError as galat:
            return IsiPotret(rusak, jumlah, pindaian, logo, galat=(str(galat),))
    return IsiPotret(rusak, jumlah, pindaian, logo, rantai)


@translated
def _baca(
    koneksi: dbapi2.Connection,
) -> tuple[JumlahRegister, tuple[Pindaian, ...], tuple[str, ...]]:
    pindaian = tuple(Pindaian(*map(str, baris)) for baris in koneksi.execute(_SQL_PINDAIAN))
    logo = tuple(str(baris[0]) for baris in koneksi.execute(SQL_LOGO))
    return baca_isi(koneksi).jumlah, pindaian, logo
