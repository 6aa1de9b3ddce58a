"""The Kasi's mark on a step whose recorded time is known to be wrong (see `domain.akurat`)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.akurat import list_tidak_akurat, susun_hasil
from sooko_desk.domain.alur import LANGKAH_WAKTU, list_yang_berlaku
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.sop import Peran
from sooko_desk.services.hak_pengaturan import GANTI_PETUGAS, may_edit
from sooko_desk.services.koreksi import check_alasan
from sooko_desk.services.ukur_kepatuhan import list_lembar

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Permohonan, Petugas
    from sooko_desk.domain.sop import Langkah, Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService

HANYA_KASI = f"Hanya {Peran.KASI.nama} yang menandai waktu langkah. {GANTI_PETUGAS}"
ALASAN_KOSONG = "Tulis alasannya, misalnya: lupa dicatat, dikerjakan kemarin."
BELUM_TERCATAT = "Belum ada langkah yang tercatat selesai, jadi belum ada waktu yang ditandai."


@dataclass(frozen=True, slots=True)
class LangkahTercatat:
    """A step of the sheet that was done.

    Attributes:
        waktu: aware UTC, when it was recorded.
        petugas: who recorded it.
        tidak_akurat: its time is marked as wrong.
    """

    langkah: Langkah
    waktu: dt.datetime
    petugas: str
    tidak_akurat: bool


@dataclass(frozen=True, slots=True)
class PerintahWaktu:
    """A mark as the Kasi gives it.

    Attributes:
        token: made when the window was opened; the same press twice gives one event.
        versi: `RingkasanPermohonan.versi` that the officer saw.
        langkah: id of a step, "" = not chosen.
        akurat: True takes the mark back.
    """

    token: str
    permohonan_id: int
    versi: int
    langkah: str
    akurat: bool
    alasan: str


class WaktuLangkahService:
    """Marks steps; the story tells both marks and who made them."""

    def __init__(self, store: Store, rak: RakService, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._clock = clock

    def buka(
        self, permohonan_id: int, petugas: Petugas
    ) -> tuple[Permohonan, tuple[LangkahTercatat, ...]]:
        """A case and the steps that can be marked.

        Raises:
            RuleError: this is not the Kasi, there is no such case, or no step was done yet.
        """
        if not may_edit(petugas):
            raise RuleError(HANYA_KASI)
        permohonan = self._store.permohonan.get(permohonan_id)
        sop = self._rak.get(permohonan.ringkasan.sop_sidik)
        if not (semua := _list_tercatat(sop, permohonan)):
            raise RuleError(BELUM_TERCATAT)
        return permohonan, semua

    def atur(self, perintah: PerintahWaktu, petugas: Petugas) -> Permohonan:
        """Mark a step or take its mark back. A token known already does nothing.

        Raises:
            RuleError: as `buka`, or the case has moved since the officer looked at it.
            FieldsError: "langkah" or "alasan".
        """
        if self._store.permohonan.find_gerak(perintah.token) is not None:
            return self._store.permohonan.get(perintah.permohonan_id)
        permohonan, semua = self.buka(perintah.permohonan_id, petugas)
        alasan = " ".join(perintah.alasan.split())
        satu = next((s for s in semua if s.langkah.id == perintah.langkah), None)
        salah = check_alasan(alasan, ALASAN_KOSONG)
        if satu is None:
            salah["langkah"] = "Pilih langkahnya dulu."
        elif satu.tidak_akurat is not perintah.akurat:
            salah["langkah"] = "Langkah ini sudah ditandai begitu."
        if satu is None or salah:
            raise FieldsError(salah)
        hasil = susun_hasil(satu.langkah.id, akurat=perintah.akurat)
        kejadian = (LANGKAH_WAKTU, hasil)
        gerak = replace(
            GerakBaru.di_tempat(
                permohonan.ringkasan, perintah.token, kejadian, petugas, self._clock.now()
            ),
            versi=perintah.versi,
            alasan=alasan,
            rincian={"Langkah": satu.langkah.nama},
        )
        self._store.permohonan.simpan_gerak(gerak)
        return self._store.permohonan.get(perintah.permohonan_id)


def _list_tercatat(sop: Sop, permohonan: Permohonan) -> tuple[LangkahTercatat, ...]:
    """The steps of the sheet that went forward, the last time each, in its order.

    The intake is none of them: its minutes are never measured.
    """
    maju = {
        p.langkah: p
        for p in list_yang_berlaku(permohonan.riwayat)
        if not sop.get_langkah(p.langkah).get_hasil(p.hasil).mundur
    }
    tanda = list_tidak_akurat(permohonan.riwayat)
    return tuple(
        LangkahTercatat(langkah, p.waktu, p.petugas, langkah.id in tanda)
        for langkah in list_lembar(sop)
        if langkah is not sop.awal and (p := maju.get(langkah.id)) is not None
    )
