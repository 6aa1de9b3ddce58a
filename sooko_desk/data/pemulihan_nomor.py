"""Numbers that were given out after a backup: found where they are known, and used up for good.

A number stands on paper in somebody's hand, so it is never given a second time: in the restored
register it is reserved and voided, and the book says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sooko_desk.data.buku import catat_batal
from sooko_desk.data.kejadian_kantor import find_kejadian, tulis_kejadian
from sooko_desk.data.nomor import Nomor
from sooko_desk.data.nomor_buku import BUKU_KIRIMAN
from sooko_desk.data.penanda import baca_penanda
from sooko_desk.data.tabel import TabelKiriman, TabelNomor
from sooko_desk.data.tabel_buku import TabelNomorCadangan, TabelNomorCadanganAkhir
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.nomor import format_nomor, kode_pindai
from sooko_desk.domain.waktu import iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    import peewee as pw
    from sqlcipher3 import dbapi2

    from sooko_desk.domain.kejadian import KejadianBaru
    from sooko_desk.domain.permohonan import Petugas

TANDA_BUKTI, REGISTER = "tanda_bukti", "register"
CARA_BATAL = "Nomor batal"
"""In place of how a list was sent, where its number got lost."""

_SUMBER = {
    "nomor": "SELECT layanan, buku, tahun, urut, nomor FROM nomor",
    "nomor_cadangan": "SELECT layanan, buku, tahun, urut, nomor FROM nomor_cadangan",
    "kiriman": f"SELECT layanan, '{BUKU_KIRIMAN}' AS buku, tahun, urut, nomor FROM kiriman",  # noqa: S608
}
"""Table -> its numbers; files of older schemas lack some."""


class Buku(NamedTuple):
    """One book of one service and year."""

    layanan: str
    buku: str
    tahun: int

    def sebut(self) -> str:
        """As the marker names it, e.g. "KK/register/2026"."""
        return f"{self.layanan}/{self.buku}/{self.tahun}"


@dataclass(frozen=True, slots=True)
class NomorHilang:
    """A number that is to be used up.

    Attributes:
        teks: as printed; "" = not known, then the pattern tells it.
    """

    buku: Buku
    urut: int
    teks: str = ""


@dataclass(frozen=True, slots=True)
class Penghabisan:
    """What is written into the restored register, in one unit.

    Attributes:
        nomor: in the order of their books.
        pola: pattern of a service's book, for numbers whose text is not known.
        alasan: why, as the book and the pad say it.
        petugas: in whose name; the Kasi.
        waktu: aware.
        tanggal: the day of it as the book writes it.
        kejadian: told in the same unit.
    """

    nomor: tuple[NomorHilang, ...]
    pola: Callable[[str, str], str]
    alasan: str
    petugas: Petugas
    waktu: dt.datetime
    tanggal: str
    kejadian: KejadianBaru


def baca_terakhir(koneksi: dbapi2.Connection) -> dict[Buku, int]:
    """The last number of every book that has one, given out or reserved.

    Raises:
        dbapi2.Error: the file is damaged.
    """
    pilih = "SELECT layanan, buku, tahun, max(urut), ''"
    semua = _list_nomor(koneksi, pilih, " GROUP BY 1, 2, 3")
    return tertinggi(*({buku: urut} for buku, urut, _ in semua))


def list_sesudah(koneksi: dbapi2.Connection, batas: Mapping[Buku, int]) -> tuple[NomorHilang, ...]:
    """The numbers of a register that lie beyond those of another.

    Args:
        koneksi: the newer register.
        batas: last number of each book in the other; a book that is not named has none.

    Raises:
        dbapi2.Error: the file is damaged.
    """
    semua = _list_nomor(koneksi, "SELECT layanan, buku, tahun, urut, nomor", " ORDER BY 1, 2, 3, 4")
    return tuple(NomorHilang(b, n, teks) for b, n, teks in semua if n > batas.get(b, 0))


def baca_penanda_nomor(kantor: str) -> dict[Buku, int]:
    """The last number of each book as this computer remembers it, outside the data folder."""
    penanda = baca_penanda(kantor)
    nomor: dict[Buku, int] = {}
    for nama, urut in ({} if penanda is None else penanda.nomor).items():
        layanan, _, sisa = nama.partition("/")
        buku, _, tahun = sisa.partition("/")
        if tahun.isdecimal():
            nomor[Buku(layanan, buku, int(tahun))] = urut
    return nomor


def tertinggi(*semua: Mapping[Buku, int]) -> dict[Buku, int]:
    """Of each book the highest of what several sources tell."""
    akhir: dict[Buku, int] = {}
    for satu in semua:
        for buku, urut in satu.items():
            akhir[buku] = max(urut, akhir.get(buku, 0))
    return akhir


def lengkapi(
    batas: Mapping[Buku, int],
    diketahui: tuple[NomorHilang, ...],
    sampai: Mapping[Buku, int],
) -> tuple[NomorHilang, ...]:
    """Every number after those of the restored register that was or may have been given out.

    Args:
        batas: last number of each book in the restored register.
        diketahui: those of which the text is known.
        sampai: last number of each book as the marker or the papers say.
    """
    teks = {(satu.buku, satu.urut): satu.teks for satu in diketahui}
    akhir = tertinggi(sampai, *({satu.buku: satu.urut} for satu in diketahui))
    return tuple(
        NomorHilang(buku, urut, teks.get((buku, urut), ""))
        for buku in sorted(akhir)
        for urut in range(batas.get(buku, 0) + 1, akhir[buku] + 1)
    )


def habiskan(db: pw.SqliteDatabase, isi: Penghabisan) -> int:
    """Use the numbers up and tell of the restore, once per token; returns the event's id.

    Raises:
        UserError: the disk refuses; nothing is written.
    """

    def act() -> int:
        for satu in isi.nomor:
            _habiskan(satu, isi)
        return tulis_kejadian(isi.kejadian)

    return run_unit(db, lambda: find_kejadian(isi.kejadian.token), act)


def _habiskan(satu: NomorHilang, isi: Penghabisan) -> None:
    layanan, buku, tahun = satu.buku
    teks = _teks_bebas(satu.teks or format_nomor(isi.pola(layanan, buku), satu.urut, tahun))
    if buku == BUKU_KIRIMAN:
        TabelKiriman.insert(
            token=f"{isi.kejadian.token}-{layanan}-{tahun}-{satu.urut}",
            layanan=layanan,
            tahun=tahun,
            urut=satu.urut,
            nomor=teks,
            cara=CARA_BATAL,
            penerima=isi.alasan,
            petugas=isi.petugas.id,
            waktu=iso_utc(isi.waktu),
        ).execute()
        return
    cadangan = TabelNomorCadangan.insert(
        token=f"{isi.kejadian.token}-{layanan}-{buku}-{tahun}",
        layanan=layanan,
        buku=buku,
        tahun=tahun,
        urut=satu.urut,
        nomor=teks,
        kode_pindai=_kode(satu),
        petugas=isi.petugas.id,
        waktu=iso_utc(isi.waktu),
    ).execute()
    TabelNomorCadanganAkhir.insert(
        cadangan=cadangan,
        jenis="batal",
        permohonan=None,
        alasan=isi.alasan,
        petugas=isi.petugas.id,
        waktu=iso_utc(isi.waktu),
    ).execute()
    if buku == REGISTER:
        nomor = Nomor(tahun, satu.urut, teks)
        catat_batal(layanan, nomor, (isi.tanggal, isi.alasan), isi.petugas, isi.waktu)


def _kode(satu: NomorHilang) -> str:
    """As a slip's for a receipt, so that a scan of it is told what became of the number."""
    layanan, buku, tahun = satu.buku
    kode = kode_pindai(layanan, tahun, satu.urut)
    return kode if buku == TANDA_BUKTI else f"{kode}-{buku}"


def _teks_bebas(teks: str) -> str:
    """A text that no number bears: a pattern that was changed since may have given it before."""
    bebas, kali = teks, 1
    while any(
        tabel.select().where(tabel.nomor == bebas).exists()
        for tabel in (TabelNomor, TabelNomorCadangan, TabelKiriman)
    ):
        kali += 1
        bebas = f"{teks} ({kali})"
    return bebas


def _list_nomor(
    koneksi: dbapi2.Connection, pilih: str, akhir: str
) -> Iterator[tuple[Buku, int, str]]:
    ada = {str(nama) for (nama,) in koneksi.execute("SELECT name FROM sqlite_master")}
    for tabel, sumber in _SUMBER.items():
        if tabel in ada:
            sql = f"{pilih} FROM ({sumber}){akhir}"
            for layanan, buku, tahun, urut, teks in koneksi.execute(sql):
                yield Buku(str(layanan), str(buku), int(tahun)), int(urut), str(teks)
