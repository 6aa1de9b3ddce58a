"""Events of the whole register by number and by time, for the daily book and the monthly report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data import baca
from sooko_desk.data.galat import translated
from sooko_desk.data.permohonan import BATAS_SEKALI
from sooko_desk.data.tabel import (
    TabelKiriman,
    TabelKirimanBaris,
    TabelNomor,
    TabelPeristiwa,
    TabelPermohonan,
    TabelPetugas,
)
from sooko_desk.data.tabel_buku import TabelNomorCadangan, TabelNomorCadanganAkhir
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Sequence

    from sooko_desk.domain.permohonan import Peristiwa, RingkasanPermohonan

_BATAL = "batal"
_WIB = "+7 hours"


@dataclass(frozen=True, slots=True)
class PeristiwaKasus:
    """An event, and whose it is."""

    permohonan_id: int
    peristiwa: Peristiwa


@dataclass(frozen=True, slots=True)
class NomorTercatat:
    """A number that was given out; `dicatat` aware UTC."""

    layanan: str
    buku: str
    urut: int
    nomor: str
    permohonan_id: int
    dicatat: dt.datetime


@dataclass(frozen=True, slots=True)
class NomorBatal:
    """A reserved number that was voided; `waktu` aware UTC."""

    id: int
    nomor: str
    alasan: str
    petugas: str
    waktu: dt.datetime


@dataclass(frozen=True, slots=True)
class KirimanTercatat:
    """A batch that was sent; `waktu` aware UTC."""

    nomor: str
    layanan: str
    banyak: int
    waktu: dt.datetime


class PeristiwaHarianStore:
    """Reads only."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def get_akhir(self) -> int:
        """Number of the newest event; 0 = there is none."""
        return int(TabelPeristiwa.select(pw.fn.MAX(TabelPeristiwa.urut)).scalar() or 0)

    @translated
    def list_sesudah(self, sesudah: int, juga: Collection[int] = ()) -> tuple[PeristiwaKasus, ...]:
        """Events after a number, and some from before it, in their order.

        Args:
            sesudah: number of an event, 0 = all.
            juga: numbers of earlier events.
        """
        urut = TabelPeristiwa.urut
        dulu = self._pilih_kejadian(urut.in_(list(juga))) if juga else ()
        return (*dulu, *self._pilih_kejadian(urut > sesudah))

    @translated
    def list_antara(self, dari: dt.datetime, sampai: dt.datetime) -> tuple[PeristiwaKasus, ...]:
        """Events from an instant (included, aware) to another (not included), in their order."""
        return self._pilih_kejadian(_antara(TabelPeristiwa.waktu, dari, sampai))

    @translated
    def count_diterima(self, tahun: int) -> dict[int, int]:
        """How many cases came in each month of a year (WIB): month to number, none = left out."""
        bulan = pw.fn.strftime("%Y-%m", TabelPermohonan.diterima, _WIB)
        tanya = (
            TabelPermohonan.select(bulan, pw.fn.COUNT(TabelPermohonan.id))
            .where(pw.fn.SUBSTR(bulan, 1, 4) == f"{tahun:04}")
            .group_by(bulan)
        )
        return {int(b[-2:]): int(n) for b, n in self._db.execute(tanya).fetchall()}

    @translated
    def find_pertama(self) -> dt.datetime | None:
        """When the first case came, aware UTC; None = there is none."""
        teks = TabelPermohonan.select(pw.fn.MIN(TabelPermohonan.diterima)).scalar()
        return dari_iso(str(teks)) if teks else None

    @translated
    def list_ringkasan(self, permohonan_id: Collection[int]) -> dict[int, RingkasanPermohonan]:
        """Cases by id."""
        return {
            int(b.id): baca.ringkasan(b)
            for potong in _potong(sorted(permohonan_id))
            for b in TabelPermohonan.select().where(TabelPermohonan.id.in_(potong))
        }

    @translated
    def list_belum_selesai(self, saat: dt.datetime) -> tuple[RingkasanPermohonan, ...]:
        """Cases that were there at an instant (aware) and closed later or never, oldest first.

        They are told as they are now. Where the clock had jumped back before the closing, one that
        was closed already may be among them.
        """
        batas = iso_utc(saat)
        posisi = TabelPermohonan.posisi
        # Where a case stands since when is kept with it: no event need be looked through.
        ditutup_kemudian = (posisi == SELESAI) & (TabelPermohonan.posisi_sejak >= batas)
        saring = (posisi < SELESAI, posisi > SELESAI, ditutup_kemudian)  # each by the index
        semua = [
            baca.ringkasan(b)
            for satu in saring
            for b in TabelPermohonan.select().where(satu, TabelPermohonan.diterima < batas)
        ]
        return tuple(sorted(semua, key=lambda r: (r.diterima, r.id)))

    @translated
    def list_nomor(self, permohonan_id: Collection[int]) -> tuple[NomorTercatat, ...]:
        """Every number of these cases, by service, book, year and number."""
        n = TabelNomor
        kolom = (n.layanan, n.buku, n.tahun, n.urut, n.nomor, n.permohonan, n.dicatat)
        semua = sorted(
            tuple(baris)
            for potong in _potong(sorted(permohonan_id))
            for baris in self._db.execute(n.select(*kolom).where(n.permohonan.in_(potong)))
        )
        return tuple(
            NomorTercatat(layanan, buku, urut, nomor, milik, dari_iso(dicatat))
            for layanan, buku, _, urut, nomor, milik, dicatat in semua
        )

    @translated
    def list_batal(self, sesudah: int, juga: Collection[int] = ()) -> tuple[NomorBatal, ...]:
        """Voided numbers by the id of their voiding, as `list_sesudah`."""
        c, a = TabelNomorCadangan, TabelNomorCadanganAkhir
        baris = (
            a.select(a, c.nomor, TabelPetugas.nama)
            .join(c)
            .switch(a)
            .join(TabelPetugas)
            .where(a.jenis == _BATAL, (a.id > sesudah) | a.id.in_(list(juga)))
            .order_by(a.id)
        )
        return tuple(
            NomorBatal(
                int(b.id),
                str(b.cadangan.nomor),
                str(b.alasan),
                str(b.petugas.nama),
                dari_iso(str(b.waktu)),
            )
            for b in baris
        )

    @translated
    def list_kiriman(self, dari: dt.datetime, sampai: dt.datetime) -> tuple[KirimanTercatat, ...]:
        """Batches sent between two instants as `list_antara`, oldest first."""
        k, b = TabelKiriman, TabelKirimanBaris
        tanya = (
            k.select(k.nomor, k.layanan, pw.fn.COUNT(b.id), k.waktu)
            .join(b)
            .where(_antara(k.waktu, dari, sampai))
            .group_by(k.id)
            .order_by(k.id)
        )
        return tuple(
            KirimanTercatat(str(nomor), str(layanan), int(banyak), dari_iso(str(waktu)))
            for nomor, layanan, banyak, waktu in self._db.execute(tanya).fetchall()
        )

    def _pilih_kejadian(self, syarat: pw.Expression) -> tuple[PeristiwaKasus, ...]:
        tanya = (
            TabelPeristiwa.select(TabelPeristiwa.permohonan, *baca.KOLOM_PERISTIWA)
            .where(syarat)
            .order_by(TabelPeristiwa.urut)
        )
        return tuple(
            PeristiwaKasus(int(satu), baca.peristiwa_kasus(int(satu), baca.BarisPeristiwa(*kolom)))
            for satu, *kolom in self._db.execute(tanya).fetchall()
        )


def _antara(kolom: pw.TextField, dari: dt.datetime, sampai: dt.datetime) -> pw.Expression:
    return (kolom >= iso_utc(dari)) & (kolom < iso_utc(sampai))


def _potong(semua: Sequence[int]) -> Iterator[Sequence[int]]:
    for awal in range(0, len(semua), BATAS_SEKALI):
        yield semua[awal : awal + BATAS_SEKALI]
