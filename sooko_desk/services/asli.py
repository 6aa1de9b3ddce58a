"""Custody of originals: what the office holds, what was given back, what was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_ASLI
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.nama import check_nama
from sooko_desk.domain.permohonan import AsliKeluar

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Berkas, Permohonan, Petugas, RingkasanPermohonan
    from sooko_desk.domain.waktu import Clock


@dataclass(frozen=True, slots=True)
class BarisAsli:
    """One case whose originals the office holds.

    Attributes:
        umur_hari: whole days since the oldest of them came.
    """

    ringkasan: RingkasanPermohonan
    berkas: tuple[Berkas, ...]
    umur_hari: int


class AsliService:
    """Who has the citizens' own papers."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def list_di_kantor(self) -> tuple[BarisAsli, ...]:
        """Cases with originals in the office, oldest intake first."""
        sekarang = self._clock.now()
        return tuple(
            BarisAsli(
                r,
                berkas,
                max((sekarang - min(b.diterima or r.diterima for b in berkas)).days, 0),
            )
            for r, berkas in self._store.pencarian.list_asli()
        )

    def keluarkan(
        self,
        token: str,
        permohonan: Permohonan,
        kode: frozenset[str],
        cara: AsliKeluar,
        penerima: str,
        petugas: Petugas,
    ) -> Permohonan:
        """Record that originals left the office's hands. A token known already does nothing.

        Args:
            token: made when the question was shown.
            permohonan: the case as the officer sees it.
            kode: codes of the papers.
            cara: given back, or withdrawn by law (the old KK or KTP).
            penerima: who took them; not asked for what is withdrawn.
            petugas: who hands them over.

        Raises:
            RuleError: one of the papers is not an original in the office, or the case has moved.
            FieldsError: "penerima" is missing or no name.
        """
        if self._store.permohonan.find_gerak(token) is not None:
            return self._store.permohonan.get(permohonan.ringkasan.id)
        dipilih = [b for b in permohonan.berkas if b.kode in kode and b.asli_di_kantor]
        if not dipilih or len(dipilih) != len(kode):
            raise RuleError("Pilih berkas asli yang masih ada di kantor.")
        rincian = {"Berkas": "; ".join(b.nama for b in dipilih)}
        if cara is AsliKeluar.DIKEMBALIKAN:
            try:
                rincian["Diterima oleh"] = check_nama(penerima, "Nama penerima")
            except UserError as galat:
                raise FieldsError({"penerima": str(galat)}) from galat
        r = permohonan.ringkasan
        self._store.permohonan.simpan_gerak(
            GerakBaru(
                token=token,
                permohonan_id=r.id,
                versi=r.versi,
                langkah=LANGKAH_ASLI,
                hasil=cara.value,
                ke=r.posisi,
                status=r.status,
                menunggu=r.menunggu,
                petugas=petugas,
                waktu=self._clock.now(),
                berkas=tuple(replace(b, asli_keluar=cara) for b in dipilih),
                rincian=rincian,
            )
        )
        return self._store.permohonan.get(r.id)
