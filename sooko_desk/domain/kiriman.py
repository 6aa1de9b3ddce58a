"""A daftar pengiriman: cases that went out together, and what came of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.alur import HASIL_BATAL, LANGKAH_KIRIMAN, list_yang_berlaku
from sooko_desk.domain.errors import RuleError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Peristiwa, RingkasanPermohonan
    from sooko_desk.domain.sop import Hasil, Langkah, Sop

BAGIAN_KIRIM = "kirim"
"""`Langkah.bagian` of the step that is closed by a batch."""
BAGIAN_LUAR = "luar"
"""`Langkah.bagian` of the step that waits for the other office."""
POLA_NOMOR = "DP-{layanan}/{{urut}}/{{tahun}}"
"""The office has no pattern of its own for this list; the service keeps the books apart."""


class Tanda(StrEnum):
    """What came of a case of a batch; also the outcome of its `LANGKAH_KIRIMAN` event."""

    BELUM = ""
    DITERIMA = "diterima"
    DITOLAK = "ditolak"
    KARTU_KEMBALI = "kartu_kembali"


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One daftar pengiriman.

    Attributes:
        nomor: e.g. "DP-KTP/3/2026", without gap per service and year.
        cara, penerima: how it was sent and to whom, in words; "" = not given.
        petugas: who sent it.
        waktu: aware UTC.
        banyak: cases on it.
    """

    id: int
    layanan: str
    nomor: str
    cara: str
    penerima: str
    petugas: str
    waktu: dt.datetime
    banyak: int


@dataclass(frozen=True, slots=True)
class BarisKiriman:
    """One case on a daftar pengiriman.

    Attributes:
        urutan: its number on the list, from 1.
        tanda: what was ticked off; the case itself may have gone on without it.
        waktu: aware UTC, when it was ticked off; None = it was not.
        catatan: the reason where it was refused.
    """

    id: int
    kiriman_id: int
    urutan: int
    permohonan: RingkasanPermohonan
    tanda: Tanda
    waktu: dt.datetime | None
    catatan: str


def find_bagian(sop: Sop, bagian: str) -> Langkah | None:
    """The first step of that part of the work (`Langkah.bagian`); None where there is none."""
    return next((langkah for langkah in sop.langkah if langkah.bagian == bagian), None)


def get_hasil(langkah: Langkah, *, mundur: bool) -> Hasil:
    """The first outcome that goes forward, or the first that sends the case back.

    Raises:
        RuleError: the SOP gives this step none.
    """
    for hasil in langkah.hasil:
        if hasil.mundur is mundur:
            return hasil
    arah = "mengembalikan" if mundur else "meneruskan"
    raise RuleError(
        f'Langkah "{langkah.kegiatan}" tidak punya hasil yang {arah} permohonan. '
        "Betulkan berkas SOP-nya."
    )


def tanda_sebelum(riwayat: Sequence[Peristiwa]) -> Tanda:
    """What a case was ticked off as before its last move, which is to be undone.

    Args:
        riwayat: all events of the case, oldest first; the last move that counts is the one that
            took it away from the other office.
    """
    berlaku = list_yang_berlaku(riwayat)
    dikirim = berlaku[-2].urut if len(berlaku) > 1 else 0
    kabar = [p for p in riwayat if p.langkah == LANGKAH_KIRIMAN and p.urut > dikirim]
    if not kabar or kabar[-1].hasil == HASIL_BATAL:
        return Tanda.BELUM
    return Tanda(kabar[-1].hasil)
