"""Where every running case stood at an instant, worked out from its story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.alur import list_yang_berlaku
from sooko_desk.domain.pengambilan import BAGIAN_SERAH
from sooko_desk.domain.sop import SELESAI
from sooko_desk.services.pengambilan import BATAS_UMUR

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Peristiwa, RingkasanPermohonan
    from sooko_desk.domain.sop import Langkah, Sop
    from sooko_desk.services.rak import RakService


@dataclass(frozen=True, slots=True)
class KeadaanBerkas:
    """One running case.

    Attributes:
        kasus: as it is now; the rest is as it was at the instant.
        langkah: what it waited for.
        status: the same in words.
        menunggu: "pemohon", "dispendukcapil" or "" (the office had it).
        sejak: aware UTC, when it came there.
        umur_hari: whole days since then; `lama_hari` since the intake.
    """

    kasus: RingkasanPermohonan
    langkah: Langkah
    status: str
    menunggu: str
    sejak: dt.datetime
    umur_hari: int
    lama_hari: int

    @property
    def siap_diambil(self) -> bool:
        """Its document waits for the applicant."""
        return self.langkah.bagian == BAGIAN_SERAH


def list_keadaan(
    store: Store, rak: RakService, batas: dt.datetime, sekarang: dt.datetime
) -> tuple[KeadaanBerkas, ...]:
    """The running cases, longest in the office first.

    Args:
        batas: aware; what was recorded from then on is not looked at. The end of time = as now.
        sekarang: aware; ages are counted up to it.
    """
    kasus = store.peristiwa_harian.list_belum_selesai(batas)
    cerita = store.permohonan.list_riwayat([r.id for r in kasus])
    hasil = []
    for r in kasus:
        akhir = max(p.urut for p in cerita[r.id] if p.waktu < batas)
        # By number, not by time: an undoing must not lose what it undid where the clock jumped.
        riwayat = [p for p in cerita[r.id] if p.urut <= akhir]
        if satu := _susun(rak.get(r.sop_sidik), r, riwayat, sekarang):
            hasil.append(satu)
    return tuple(hasil)


def hitung_umur(umur: Sequence[int]) -> tuple[int, int, int]:
    """How many documents wait up to 7 days, up to 30 days, and longer."""
    pendek, panjang = BATAS_UMUR
    return (
        sum(hari <= pendek for hari in umur),
        sum(pendek < hari <= panjang for hari in umur),
        sum(hari > panjang for hari in umur),
    )


def _susun(
    sop: Sop, kasus: RingkasanPermohonan, riwayat: Sequence[Peristiwa], sekarang: dt.datetime
) -> KeadaanBerkas | None:
    berlaku = list_yang_berlaku(riwayat)
    if berlaku[-1].ke == SELESAI:
        return None
    posisi = berlaku[-1].ke
    # A step recorded before its turn moves nothing: who brought the case here was before it.
    datang = next((p for p in reversed(berlaku) if p.langkah == p.dari), berlaku[0])
    hasil = sop.get_langkah(datang.langkah).get_hasil(datang.hasil)
    langkah = sop.get_langkah(posisi)
    status = hasil.status if hasil.ke == posisi and hasil.status else langkah.status
    umur, lama = (max((sekarang - t).days, 0) for t in (datang.waktu, kasus.diterima))
    return KeadaanBerkas(kasus, langkah, status, hasil.menunggu, datang.waktu, umur, lama)
