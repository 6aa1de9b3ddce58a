"""Batches that went out together. Number, lines and moves of a batch are one unit of work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data import baca
from sooko_desk.data.catat_permohonan import gerakkan
from sooko_desk.data.galat import translated
from sooko_desk.data.permohonan import BATAS_SEKALI
from sooko_desk.data.tabel import (
    TabelKiriman,
    TabelKirimanBaris,
    TabelPeristiwa,
    TabelPermohonan,
    TabelPetugas,
)
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.kiriman import BarisKiriman, Kiriman, Tanda
from sooko_desk.domain.nomor import format_nomor
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from sooko_desk.data.perintah import GerakBaru
    from sooko_desk.domain.permohonan import Petugas

RINCIAN_NOMOR = "Daftar pengiriman"
"""Under this label the story of each case tells the number of its list."""


@dataclass(frozen=True, slots=True)
class KirimanBaru:
    """A batch to store.

    Attributes:
        token: unique per press of the button.
        pola: number pattern with {urut} and {tahun}.
        tahun: year of the book, four digits, in WIB.
        gerak: the sending of each case, in the order of the list; at least one.
    """

    token: str
    layanan: str
    pola: str
    tahun: int
    cara: str
    penerima: str
    petugas: Petugas
    waktu: dt.datetime
    gerak: tuple[GerakBaru, ...]


@dataclass(frozen=True, slots=True)
class TandaBaru:
    """What came of one case: the event to append, and the mark on its newest list."""

    gerak: GerakBaru
    tanda: Tanda
    catatan: str = ""


class KirimanStore:
    """The lists of what was sent."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def find_token(self, token: str) -> int | None:
        """The batch that a press with this token stored; None when it stored nothing."""
        return _find_kiriman(token)

    def buat(self, baru: KirimanBaru) -> int:
        """Store a batch: its number, its lines, and the move of every case; returns its id.

        Raises:
            RuleError: one of the cases has moved since the officer looked; nothing is stored.
        """
        return run_unit(self._db, lambda: _find_kiriman(baru.token), lambda: _sisip(baru))

    def tandai(self, daftar: Sequence[TandaBaru]) -> tuple[int, ...]:
        """Append what came of these cases and mark their newest lines, all or none.

        Args:
            daftar: at least one; the first one's token names the whole unit.

        Returns:
            The cases' ids.

        Raises:
            RuleError: one of the cases has moved since the officer looked; nothing is stored.
        """
        semua = tuple(satu.gerak.permohonan_id for satu in daftar)

        def find() -> tuple[int, ...] | None:
            token = daftar[0].gerak.token
            ada = TabelPeristiwa.select().where(TabelPeristiwa.token == token).exists()
            return semua if ada else None

        return run_unit(self._db, find, lambda: tuple(map(_tandai, daftar)))

    def get(self, kiriman_id: int) -> Kiriman:
        """Read one batch.

        Raises:
            RuleError: there is none of that id.
        """
        daftar = self.list_kiriman(0, (kiriman_id,))
        if not daftar:
            raise RuleError("Daftar pengiriman itu tidak ada dalam register.")
        return daftar[0]

    @translated
    def list_kiriman(self, batas: int, juga: Collection[int] = ()) -> tuple[Kiriman, ...]:
        """The newest batches, newest first.

        Args:
            batas: most of them.
            juga: ids of batches that are wanted however old they are.
        """
        terbaru = TabelKiriman.select(TabelKiriman.id).order_by(TabelKiriman.id.desc()).limit(batas)
        dicari = {int(k.id) for k in terbaru} | set(juga)
        semua = (
            TabelKiriman.select(TabelKiriman, TabelPetugas.nama)
            .join(TabelPetugas)
            .where(TabelKiriman.id.in_(dicari))
            .order_by(TabelKiriman.id.desc())
        )
        hitung = (
            TabelKirimanBaris.select(TabelKirimanBaris.kiriman, pw.fn.COUNT(TabelKirimanBaris.id))
            .where(TabelKirimanBaris.kiriman.in_(dicari))
            .group_by(TabelKirimanBaris.kiriman)
        )
        banyak = {int(k): int(n) for k, n in self._db.execute(hitung).fetchall()}
        return tuple(
            Kiriman(
                int(k.id),
                str(k.layanan),
                str(k.nomor),
                str(k.cara),
                str(k.penerima),
                str(k.petugas.nama),
                dari_iso(str(k.waktu)),
                banyak.get(int(k.id), 0),  # a number that got lost has no cases
            )
            for k in semua
        )

    @translated
    def list_baris(self, kiriman_id: int) -> tuple[BarisKiriman, ...]:
        """The cases of a batch in the order of its list, each as it stands now."""
        baris = (
            _pilih()
            .where(TabelKirimanBaris.kiriman == kiriman_id)
            .order_by(TabelKirimanBaris.urutan)
        )
        return tuple(_baris(b) for b in baris)

    @translated
    def list_ulang(self, kiriman_id: int) -> frozenset[int]:
        """Ids of the cases of a batch that had gone out in an earlier one."""
        lain = TabelKirimanBaris.alias()
        milik = TabelKirimanBaris.select(TabelKirimanBaris.permohonan).where(
            TabelKirimanBaris.kiriman == kiriman_id
        )
        baris = lain.select(lain.permohonan).where(
            lain.permohonan.in_(milik), lain.kiriman < kiriman_id
        )
        return frozenset(int(b.permohonan_id) for b in baris)

    @translated
    def list_terakhir(self, permohonan_id: Iterable[int]) -> dict[int, BarisKiriman]:
        """The newest line of each case that was ever sent in a batch: case id -> line."""
        semua = list(permohonan_id)
        terakhir: dict[int, BarisKiriman] = {}
        for awal in range(0, len(semua), BATAS_SEKALI):
            baris = (
                _pilih()
                .where(TabelKirimanBaris.permohonan.in_(semua[awal : awal + BATAS_SEKALI]))
                .order_by(TabelKirimanBaris.id)
            )
            terakhir |= {int(b.permohonan_id): _baris(b) for b in baris}
        return terakhir


def _pilih() -> pw.ModelSelect[TabelKirimanBaris]:
    return TabelKirimanBaris.select(TabelKirimanBaris, TabelPermohonan).join(TabelPermohonan)


def _baris(b: TabelKirimanBaris) -> BarisKiriman:
    waktu, r = str(b.keadaan_waktu), baca.ringkasan(b.permohonan)
    return BarisKiriman(
        int(b.id),
        b.kiriman_id,
        int(b.urutan),
        r,
        Tanda(str(b.keadaan)),
        dari_iso(waktu) if waktu else None,
        "" if r.dibatasi else str(b.catatan),
    )


def _find_kiriman(token: str) -> int | None:
    baris = TabelKiriman.get_or_none(TabelKiriman.token == token)
    return None if baris is None else int(baris.id)


def next_urut(layanan: str, tahun: int) -> int:
    """The number after the last list's; 1 in a year without one."""
    terakhir = (
        TabelKiriman.select(pw.fn.MAX(TabelKiriman.urut))
        .where(TabelKiriman.layanan == layanan, TabelKiriman.tahun == tahun)
        .scalar()
    )
    return int(terakhir or 0) + 1


def _sisip(baru: KirimanBaru) -> int:
    urut = next_urut(baru.layanan, baru.tahun)
    nomor = format_nomor(baru.pola, urut, baru.tahun)
    kiriman_id = int(
        TabelKiriman.insert(
            token=baru.token,
            layanan=baru.layanan,
            tahun=baru.tahun,
            urut=urut,
            nomor=nomor,
            cara=baru.cara,
            penerima=baru.penerima,
            petugas=baru.petugas.id,
            waktu=iso_utc(baru.waktu),
        ).execute()
    )
    for urutan, gerak in enumerate(baru.gerak, start=1):
        TabelKirimanBaris.insert(
            kiriman=kiriman_id,
            urutan=urutan,
            permohonan=gerakkan(replace(gerak, rincian={RINCIAN_NOMOR: nomor} | gerak.rincian)),
            keadaan="",
            keadaan_waktu="",
            catatan="",
        ).execute()
    return kiriman_id


def _tandai(satu: TandaBaru) -> int:
    permohonan_id = gerakkan(satu.gerak)
    terakhir = TabelKirimanBaris.select(pw.fn.MAX(TabelKirimanBaris.id)).where(
        TabelKirimanBaris.permohonan == permohonan_id
    )
    TabelKirimanBaris.update(
        keadaan=satu.tanda.value,
        keadaan_waktu=iso_utc(satu.gerak.waktu) if satu.tanda else "",
        catatan=satu.catatan,
    ).where(TabelKirimanBaris.id == terakhir).execute()
    return permohonan_id
