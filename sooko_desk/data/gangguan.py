"""The log of outages of another system: rows are appended, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelGangguan, TabelPetugas
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.gangguan import BarisGangguan, TandaGangguan, susun_gangguan
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt

    import peewee as pw

    from sooko_desk.domain.gangguan import Gangguan
    from sooko_desk.domain.permohonan import Petugas


@dataclass(frozen=True, slots=True)
class GangguanBaru:
    """A row to append.

    Attributes:
        token: unique per press of the button.
        waktu: aware, when the outage began or ended.
    """

    token: str
    sistem: str
    alasan: str
    petugas: Petugas
    waktu: dt.datetime


class GangguanStore:
    """Outages by system, e.g. "siak"."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    def mulai(self, baru: GangguanBaru) -> None:
        """An outage begins. A token known already does nothing.

        Raises:
            RuleError: one runs already.
        """
        self._simpan(baru, TandaGangguan.MULAI, berjalan=False)

    def selesai(self, baru: GangguanBaru) -> None:
        """The running outage is over. A token known already does nothing.

        Raises:
            RuleError: none runs.
        """
        self._simpan(baru, TandaGangguan.SELESAI, berjalan=True)

    def betulkan(self, baru: GangguanBaru) -> None:
        """The last outage was over at another time than was said. A token known does nothing.

        Raises:
            RuleError: one runs, or there never was one.
        """
        self._simpan(baru, TandaGangguan.SELESAI, berjalan=False)

    @translated
    def list_semua(self, sistem: str) -> tuple[Gangguan, ...]:
        """Every outage of a system, oldest first."""
        return _list_semua(sistem)

    @translated
    def find_berjalan(self, sistem: str) -> Gangguan | None:
        """The outage that still runs; None = the system works."""
        semua = _list_semua(sistem)
        return semua[-1] if semua and semua[-1].selesai is None else None

    @translated
    def find_token(self, token: str) -> bool:
        """Whether a press of the button is stored already."""
        return _find(token) is not None

    def _simpan(self, baru: GangguanBaru, tanda: TandaGangguan, *, berjalan: bool) -> None:
        def act() -> bool:
            semua = _list_semua(baru.sistem)
            akhir = semua[-1] if semua else None
            if (akhir is not None and akhir.selesai is None) is not berjalan:
                raise RuleError(_SUDAH if tanda is TandaGangguan.MULAI else _TIDAK_ADA[berjalan])
            if akhir is None and tanda is TandaGangguan.SELESAI:
                raise RuleError("Belum ada gangguan yang tercatat, jadi tidak ada yang dibetulkan.")
            TabelGangguan.insert(
                token=baru.token,
                sistem=baru.sistem,
                keadaan=tanda.value,
                alasan=baru.alasan,
                petugas=baru.petugas.id,
                waktu=iso_utc(baru.waktu),
            ).execute()
            return True

        run_unit(self._db, lambda: _find(baru.token), act)


_SUDAH = "Gangguan ini sudah tercatat dan belum selesai. Catat selesainya dulu."
_TIDAK_ADA = {
    True: "Tidak ada gangguan yang sedang berjalan; mungkin sudah dicatat selesai.",
    False: "Gangguan masih berjalan. Catat selesainya, bukan pembetulannya.",
}


def _find(token: str) -> bool | None:
    return TabelGangguan.select().where(TabelGangguan.token == token).exists() or None


def _list_semua(sistem: str) -> tuple[Gangguan, ...]:
    baris = (
        TabelGangguan.select(TabelGangguan, TabelPetugas)
        .join(TabelPetugas)
        .where(TabelGangguan.sistem == sistem)
        .order_by(TabelGangguan.id)
    )
    return susun_gangguan(
        sistem,
        (
            BarisGangguan(
                int(b.id),
                TandaGangguan(b.keadaan),
                dari_iso(str(b.waktu)),
                str(b.alasan),
                str(b.petugas.nama),
            )
            for b in baris
        ),
    )
