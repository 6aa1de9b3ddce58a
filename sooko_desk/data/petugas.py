"""Officers, their PIN hashes, and the wrong PINs that were tried."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.galat import translated
from sooko_desk.data.kejadian_kantor import find_kejadian, tulis_kejadian
from sooko_desk.data.tabel import TabelPetugas
from sooko_desk.data.tabel_jaga import TabelKejadianKantor
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.permohonan import Petugas
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.domain.kejadian import KejadianBaru

ISI_NAMA = "nama"
"""In an office event about an officer: whom it is about."""


@dataclass(frozen=True, slots=True)
class PinTersimpan:
    """What is kept of an officer's PIN.

    Attributes:
        hash: argon2, with its parameters.
        sekali: a one-time PIN, to be changed before any work.
        gagal: wrong PINs in a row.
    """

    petugas: Petugas
    hash: str
    sekali: bool
    gagal: int


@dataclass(frozen=True, slots=True)
class BarisPetugas:
    """One officer as the Kasi sees them.

    Attributes:
        gagal_terakhir, masuk_terakhir: aware UTC; None = never.
    """

    petugas: Petugas
    pin_sekali: bool
    gagal: int
    gagal_terakhir: dt.datetime | None
    masuk_terakhir: dt.datetime | None


@dataclass(frozen=True, slots=True)
class PinSalah:
    """A wrong PIN: whose was tried, and when (aware UTC)."""

    nama: str
    waktu: dt.datetime


class PetugasStore:
    """The officers of the counter."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def list_petugas(self) -> tuple[Petugas, ...]:
        """Active officers, operators first, then by name."""
        baris = (
            TabelPetugas.select()
            .where(TabelPetugas.aktif)
            .order_by(TabelPetugas.peran.desc(), TabelPetugas.nama)
        )
        return tuple(_petugas(b) for b in baris)

    @translated
    def list_semua(self) -> tuple[BarisPetugas, ...]:
        """Every officer, those who were switched off last."""
        kejadian = TabelKejadianKantor
        terakhir = (
            kejadian.select(kejadian.petugas, pw.fn.MAX(kejadian.waktu).alias("waktu"))
            .where(kejadian.jenis == str(JenisKejadian.MASUK))
            .group_by(kejadian.petugas)
        )
        masuk = {k.petugas_id: str(k.waktu) for k in terakhir}
        baris = TabelPetugas.select().order_by(
            TabelPetugas.aktif.desc(), TabelPetugas.peran.desc(), TabelPetugas.nama
        )
        return tuple(
            BarisPetugas(
                _petugas(b),
                bool(b.pin_sekali),
                int(b.gagal),
                _saat(str(b.gagal_terakhir)),
                _saat(masuk.get(b.id, "")),
            )
            for b in baris
        )

    @translated
    def get(self, petugas_id: int) -> Petugas:
        """One officer as they are now."""
        return _petugas(TabelPetugas.get_by_id(petugas_id))

    @translated
    def get_pin(self, petugas_id: int) -> PinTersimpan:
        """The PIN of an officer."""
        b = TabelPetugas.get_by_id(petugas_id)
        return PinTersimpan(_petugas(b), str(b.pin), bool(b.pin_sekali), int(b.gagal))

    @translated
    def list_salah_sebelum_masuk(self, petugas_id: int) -> tuple[PinSalah, ...]:
        """Every wrong PIN, of all officers, between that officer's last two sign-ins.

        Oldest first; before the first sign-in of all counts from the beginning.
        """
        kejadian = TabelKejadianKantor
        masuk = (
            kejadian.select(kejadian.id)
            .where(kejadian.jenis == str(JenisKejadian.MASUK), kejadian.petugas == petugas_id)
            .order_by(kejadian.id.desc())
            .limit(2)
        )
        batas = [int(k.id) for k in masuk]
        awal = batas[1] if len(batas) > 1 else 0
        baris = (
            kejadian.select()
            .where(kejadian.jenis == str(JenisKejadian.PIN_SALAH), kejadian.id > awal)
            .order_by(kejadian.id)
        )
        return tuple(
            PinSalah(str(json.loads(str(b.isi))[ISI_NAMA]), dari_iso(str(b.waktu))) for b in baris
        )

    def catat_salah(self, calon: Sequence[Petugas], kejadian: Sequence[KejadianBaru]) -> None:
        """Count a wrong PIN against each of these officers; one event for each."""

        def act() -> bool:
            for satu, baru in zip(calon, kejadian, strict=True):
                TabelPetugas.update(
                    gagal=TabelPetugas.gagal + 1, gagal_terakhir=iso_utc(baru.waktu)
                ).where(TabelPetugas.id == satu.id).execute()
                tulis_kejadian(baru)
            return True

        run_unit(self._db, _tidak_ada, act)

    def catat_benar(self, petugas_id: int, pin: str, kejadian: KejadianBaru | None) -> None:
        """The PIN was right: no wrong ones in a row any more.

        Args:
            petugas_id: whose PIN.
            pin: its newer hash; "" = the one that is kept stays.
            kejadian: what came of it; None = nothing to be told.
        """

        def act() -> bool:
            baru = {"gagal": 0, "gagal_terakhir": ""} | ({"pin": pin} if pin else {})
            TabelPetugas.update(baru).where(TabelPetugas.id == petugas_id).execute()
            if kejadian is not None:
                tulis_kejadian(kejadian)
            return True

        run_unit(self._db, _tidak_ada, act)

    def set_pin(self, petugas_id: int, pin: str, kejadian: KejadianBaru, *, sekali: bool) -> None:
        """Give an officer another PIN (argon2 hash); wrong ones before it are forgotten."""
        self._ubah(
            petugas_id,
            {"pin": pin, "pin_sekali": sekali, "gagal": 0, "gagal_terakhir": ""},
            kejadian,
        )

    def set_nama(self, petugas_id: int, nama: str, kejadian: KejadianBaru) -> None:
        """Correct a name; what the officer did before is told under the right name too."""
        self._ubah(petugas_id, {"nama": nama}, kejadian)

    def set_aktif(self, petugas_id: int, kejadian: KejadianBaru, *, aktif: bool) -> None:
        """Switch an officer off or on again."""
        self._ubah(petugas_id, {"aktif": aktif}, kejadian)

    def tambah_petugas(
        self,
        daftar: Sequence[tuple[str, Peran, str]],
        kejadian: Sequence[KejadianBaru],
        *,
        sekali: bool = False,
    ) -> tuple[Petugas, ...]:
        """Add officers, all or none.

        Args:
            daftar: name, role, argon2 hash.
            kejadian: one for each.
            sekali: their PINs must be changed at the first sign-in.

        Returns:
            Them with their ids.
        """

        def act() -> tuple[Petugas, ...]:
            return tuple(
                _sisip(satu, baru, sekali=sekali)
                for satu, baru in zip(daftar, kejadian, strict=True)
            )

        return run_unit(self._db, _tidak_ada, act)

    def _ubah(self, petugas_id: int, baru: dict[str, object], kejadian: KejadianBaru) -> None:
        def act() -> int:
            TabelPetugas.update(baru).where(TabelPetugas.id == petugas_id).execute()
            return tulis_kejadian(kejadian)

        run_unit(self._db, lambda: find_kejadian(kejadian.token), act)


def _tidak_ada() -> None:
    """For acts that may be repeated without harm and so carry no token."""


def _sisip(satu: tuple[str, Peran, str], kejadian: KejadianBaru, *, sekali: bool) -> Petugas:
    nama, peran, pin = satu
    baris = TabelPetugas.create(
        nama=nama,
        peran=peran.value,
        pin=pin,
        aktif=True,
        dibuat=iso_utc(kejadian.waktu),
        pin_sekali=sekali,
        gagal=0,
        gagal_terakhir="",
    )
    tulis_kejadian(kejadian)
    return _petugas(baris)


def _saat(teks: str) -> dt.datetime | None:
    return dari_iso(teks) if teks else None


def _petugas(baris: TabelPetugas) -> Petugas:
    return Petugas(int(baris.id), str(baris.nama), Peran(baris.peran), bool(baris.aktif))
