"""Reserved receipt numbers: slips of the power-cut pad carry them, and each is accounted for.

A reserved number is used by the case of its slip, or voided with a reason; neither is undone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.galat import translated
from sooko_desk.data.nomor import Nomor, next_urut
from sooko_desk.data.tabel import TabelPetugas
from sooko_desk.data.tabel_buku import TabelNomorCadangan, TabelNomorCadanganAkhir
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.nomor import format_nomor, kode_pindai
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.perintah import Susulan
    from sooko_desk.domain.permohonan import Petugas

BUKU = "tanda_bukti"
"""The book whose numbers are reserved: slips are taken in, the register is written afterwards."""
_DIPAKAI, _BATAL = "dipakai", "batal"


@dataclass(frozen=True, slots=True)
class CadanganBaru:
    """Numbers to reserve.

    Attributes:
        token: unique per press of the button; names the pad ever after.
        pola: number pattern with {urut} and {tahun}.
        tahun: year of the book, four digits, in WIB.
        banyak: how many, from 1.
        waktu: aware.
    """

    token: str
    layanan: str
    pola: str
    tahun: int
    banyak: int
    petugas: Petugas
    waktu: dt.datetime


@dataclass(frozen=True, slots=True)
class NomorCadangan:
    """A reserved number and what became of it.

    Attributes:
        token: of the pad that it stands on.
        kode_pindai: what the slip's QR holds.
        petugas: who reserved it.
        waktu: aware UTC, when it was reserved.
        akhir: "dipakai", "batal" or "" (open).
        permohonan_id: the case that used it.
        alasan: why it was voided.
    """

    id: int
    token: str
    layanan: str
    tahun: int
    urut: int
    nomor: str
    kode_pindai: str
    petugas: str
    waktu: dt.datetime
    akhir: str = ""
    permohonan_id: int | None = None
    alasan: str = ""


class NomorCadanganStore:
    """The pad's numbers."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    def pesan(self, baru: CadanganBaru) -> tuple[NomorCadangan, ...]:
        """Reserve the next numbers of a service; a token known gives the same ones again."""

        def find() -> tuple[NomorCadangan, ...] | None:
            return _list(TabelNomorCadangan.token == baru.token) or None

        def act() -> tuple[NomorCadangan, ...]:
            awal = next_urut(baru.layanan, BUKU, baru.tahun)
            for urut in range(awal, awal + baru.banyak):
                TabelNomorCadangan.insert(
                    token=baru.token,
                    layanan=baru.layanan,
                    buku=BUKU,
                    tahun=baru.tahun,
                    urut=urut,
                    nomor=format_nomor(baru.pola, urut, baru.tahun),
                    kode_pindai=kode_pindai(baru.layanan, baru.tahun, urut),
                    petugas=baru.petugas.id,
                    waktu=iso_utc(baru.waktu),
                ).execute()
            return _list(TabelNomorCadangan.token == baru.token)

        return run_unit(self._db, find, act)

    def batalkan(
        self, cadangan_id: int, alasan: str, petugas: Petugas, waktu: dt.datetime
    ) -> NomorCadangan:
        """Void an open number (spoilt or lost slip); voiding it twice is one voiding.

        Args:
            cadangan_id: the number.
            alasan: why, not empty.
            petugas: who voids it.
            waktu: aware.

        Raises:
            RuleError: there is no such number, or a case uses it.
        """

        def find() -> NomorCadangan | None:
            (satu,) = _list(TabelNomorCadangan.id == cadangan_id) or (None,)
            return satu if satu is not None and satu.akhir == _BATAL else None

        def act() -> NomorCadangan:
            _get_terbuka(cadangan_id)
            _akhiri(cadangan_id, None, alasan, petugas, waktu)
            (satu,) = _list(TabelNomorCadangan.id == cadangan_id)
            return satu

        return run_unit(self._db, find, act)

    @translated
    def list_terbuka(self, layanan: str = "") -> tuple[NomorCadangan, ...]:
        """Numbers neither used nor voided, oldest first; `layanan` "" = of every service."""
        syarat = TabelNomorCadanganAkhir.id.is_null()
        if layanan:
            syarat &= TabelNomorCadangan.layanan == layanan
        return _list(syarat)

    @translated
    def list_token(self, token: str) -> tuple[NomorCadangan, ...]:
        """The numbers of one pad in their order; () = no such pad."""
        return _list(TabelNomorCadangan.token == token)

    @translated
    def find_kode_pindai(self, kode: str) -> NomorCadangan | None:
        """The number whose slip carries that scan code."""
        return next(iter(_list(TabelNomorCadangan.kode_pindai == kode)), None)


def get_terbuka(cadangan_id: int, layanan: str) -> Nomor:
    """A reserved number for the case of its slip; nothing is written yet.

    Raises:
        RuleError: there is no such number, it is used or voided, or it is another service's.
    """
    satu = _get_terbuka(cadangan_id)
    if satu.layanan != layanan:
        raise RuleError(
            f"Nomor blangko {satu.nomor} milik layanan {satu.layanan}. "
            "Pilih layanan yang tertulis di blangko."
        )
    return Nomor(satu.tahun, satu.urut, satu.nomor)


def pakai(susulan: Susulan, permohonan_id: int, petugas: Petugas) -> None:
    """Tell that a case uses a reserved number, before `catat_nomor`, in the caller's unit."""
    _akhiri(susulan.cadangan_id, permohonan_id, "", petugas, susulan.dicatat)


def _get_terbuka(cadangan_id: int) -> NomorCadangan:
    (satu,) = _list(TabelNomorCadangan.id == cadangan_id) or (None,)
    if satu is None:
        raise RuleError("Nomor blangko itu tidak ada dalam register komputer ini.")
    if satu.akhir:
        kata = "sudah dipakai" if satu.akhir == _DIPAKAI else "sudah dibatalkan"
        raise RuleError(f"Nomor blangko {satu.nomor} {kata}. Periksa lagi nomor di blangko itu.")
    return satu


def _akhiri(
    cadangan_id: int,
    permohonan_id: int | None,
    alasan: str,
    petugas: Petugas,
    waktu: dt.datetime,
) -> None:
    TabelNomorCadanganAkhir.insert(
        cadangan=cadangan_id,
        jenis=_BATAL if permohonan_id is None else _DIPAKAI,
        permohonan=permohonan_id,
        alasan=alasan,
        petugas=petugas.id,
        waktu=iso_utc(waktu),
    ).execute()


def _list(syarat: pw.Expression) -> tuple[NomorCadangan, ...]:
    c, a = TabelNomorCadangan, TabelNomorCadanganAkhir
    baris = (
        c.select(c, TabelPetugas.nama, a)
        .join(TabelPetugas)
        .switch(c)
        .join(a, pw.JOIN.LEFT_OUTER, on=(a.cadangan == c.id), attr="akhir")
        .where(syarat)
        .order_by(c.id)
    )
    return tuple(map(_baca, baris))


def _baca(b: TabelNomorCadangan) -> NomorCadangan:
    akhir: TabelNomorCadanganAkhir | None = getattr(b, "akhir", None)
    return NomorCadangan(
        id=int(b.id),
        token=str(b.token),
        layanan=str(b.layanan),
        tahun=int(b.tahun),
        urut=int(b.urut),
        nomor=str(b.nomor),
        kode_pindai=str(b.kode_pindai),
        petugas=str(b.petugas.nama),
        waktu=dari_iso(str(b.waktu)),
        akhir="" if akhir is None else str(akhir.jenis),
        permohonan_id=None if akhir is None else akhir.permohonan_id,
        alasan="" if akhir is None else str(akhir.alasan),
    )
