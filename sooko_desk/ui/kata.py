"""Words and tones that several screens share, so that one thing looks the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import jam, tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.cetak_cerita import JenisCerita
from sooko_desk.services.waktu_sop import KeadaanWaktu
from sooko_desk.ui.kit.garis_waktu import ButirRiwayat
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import RingkasanPermohonan
    from sooko_desk.services.cetak_cerita import BarisCerita

NADA_WAKTU = {
    KeadaanWaktu.TEPAT: Nada.SELESAI,
    KeadaanWaktu.DEKAT: Nada.PERINGATAN,
    KeadaanWaktu.LEWAT: Nada.BAHAYA,
    KeadaanWaktu.TANPA: Nada.NETRAL,
}
NADA_CERITA = {
    JenisCerita.MAJU: Nada.SELESAI,
    JenisCerita.MUNDUR: Nada.PERINGATAN,
    JenisCerita.BATAL: Nada.PERINGATAN,
    JenisCerita.CATATAN: Nada.INFO,
    JenisCerita.CETAKAN: Nada.NETRAL,
}
RINCIAN_TERBANYAK = 4
"""A step that recorded more than this is told by the count; the form itself shows the rest."""
KATA_WAKTU = {
    KeadaanWaktu.TEPAT: "tepat waktu",
    KeadaanWaktu.DEKAT: "hampir habis",
    KeadaanWaktu.LEWAT: "terlambat",
    KeadaanWaktu.TANPA: "",
}


def sebut_saat(saat: dt.datetime) -> str:
    """Date and time in WIB, e.g. "21/11/2026 09.05"."""
    wib = ke_wib(saat)
    return f"{tanggal_pendek(wib.date())} {jam(wib)}"


def nada_status(r: RingkasanPermohonan) -> Nada:
    """Tone of a case's status chip."""
    if r.posisi == SELESAI:
        return Nada.SELESAI
    if r.menunggu == "pemohon":
        return Nada.PERINGATAN
    return Nada.INFO if r.menunggu else Nada.PROSES


def group_nomor(digits: str) -> str:
    """A NIK or No KK in groups of four for reading beside the paper; "–" when empty."""
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4)) or "–"


def list_riwayat(cerita: Sequence[BarisCerita]) -> tuple[ButirRiwayat, ...]:
    """The story of a case as the screen shows it, oldest first."""
    return tuple(map(_butir, cerita))


def _butir(b: BarisCerita) -> ButirRiwayat:
    catatan = b.catatan
    langkah = b.jenis in (JenisCerita.MAJU, JenisCerita.MUNDUR)
    if langkah and len(b.rincian) > RINCIAN_TERBANYAK:
        catatan = ". ".join(x for x in (b.alasan, f"{len(b.rincian)} isian dicatat") if x)
    return ButirRiwayat(
        sebut_saat(b.waktu), b.siapa, b.langkah, b.hasil, catatan, NADA_CERITA[b.jenis]
    )
