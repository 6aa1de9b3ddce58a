"""What the register knows about a form that is being typed: duplicates, family, letters, slips.

Nothing found here stops an intake: the officer sees it beside the field and decides.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nik import read_nik
from sooko_desk.domain.nik_tukar import list_tukaran, sebut_tukaran
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import hari_ini, ke_wib

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import RingkasanPermohonan
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.penerimaan import FormPenerimaan

HARI_BARU = 30
"""A finished case is still worth telling of for so many days."""
BATAS = 20
PANJANG = 16


class JenisTemuan(StrEnum):
    """What two cases have in common; also the order in which findings are told."""

    NIK = "nik"
    TUKAR = "tukar"
    NAMA = "nama"
    NKK = "nkk"
    PENGANTAR = "pengantar"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding.

    Attributes:
        bidang: id of the form's field that it belongs beside.
        permohonan: the other case, for the jump.
    """

    jenis: JenisTemuan
    bidang: str
    kalimat: str
    permohonan: RingkasanPermohonan

    @property
    def dapat_ditunggu(self) -> bool:
        """An open KK of the same family, which a KTP may wait for."""
        r = self.permohonan
        return self.jenis is JenisTemuan.NKK and r.layanan == "KK" and r.posisi != SELESAI


class TemuanService:
    """Reads only; a handful of indexed look-ups."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._cari = store.pencarian
        self._clock = clock

    def list_temuan(self, form: FormPenerimaan) -> tuple[Temuan, ...]:
        """Findings for the form as typed so far, each case once, weightiest first."""
        semua = [
            *self._list_nik(form),
            *self._list_tukar(form),
            *self._list_nama(form),
            *self._list_nkk(form),
            *self._list_pengantar(form),
        ]
        per_id: dict[int, Temuan] = {}
        for temuan in semua:
            per_id.setdefault(temuan.permohonan.id, temuan)
        return tuple(per_id.values())

    def _list_nik(self, form: FormPenerimaan) -> Iterable[Temuan]:
        if len(form.nik) != PANJANG:
            return
        for r in self._pilih(self._cari.list_nik((form.nik,), BATAS)):
            yield Temuan(JenisTemuan.NIK, "nik", f"NIK ini {_sebut(r)}.", r)

    def _list_tukar(self, form: FormPenerimaan) -> Iterable[Temuan]:
        """An earlier NIK that differs by two digits that changed places."""
        if len(form.nik) != PANJANG or self._cari.list_nik((form.nik,), 1):
            return
        for r in self._cari.list_nik(list_tukaran(form.nik), 1):
            tempat = sebut_tukaran(form.nik, r.pemohon.nik)
            kalimat = (
                f"Mirip NIK {r.pemohon.nama} yang pernah dilayani: mungkin {tempat} tertukar. "
                "Cocokkan dengan KTP-el atau KK."
            )
            yield Temuan(JenisTemuan.TUKAR, "nik", kalimat, r)

    def _list_nama(self, form: FormPenerimaan) -> Iterable[Temuan]:
        """The same name and birth date under another NIK."""
        nama = " ".join(form.nama.split())
        lahir = self._lahir(form.nik)
        if not (nama and lahir):
            return
        for r in self._pilih(self._cari.list_nama(nama, BATAS)):
            if r.pemohon.nik != form.nik and lahir & self._lahir(r.pemohon.nik):
                kalimat = f"Nama dan tanggal lahir sama, NIK berbeda: {_sebut(r)}."
                yield Temuan(JenisTemuan.NAMA, "nama", kalimat, r)

    def _list_nkk(self, form: FormPenerimaan) -> Iterable[Temuan]:
        if len(form.nkk) != PANJANG:
            return
        for r in self._pilih(self._cari.list_nkk(form.nkk, BATAS)):
            if r.pemohon.nik != form.nik:
                kalimat = f"Satu KK dengan {r.pemohon.nama}, yang {_sebut(r)}."
                yield Temuan(JenisTemuan.NKK, "nkk", kalimat, r)

    def _list_pengantar(self, form: FormPenerimaan) -> Iterable[Temuan]:
        """A village gives each letter its own number; the cases of one visit share one."""
        nomor = " ".join(form.pengantar_nomor.split())
        if not (nomor and form.desa):
            return
        for r in self._cari.list_pengantar(nomor, form.desa, BATAS):
            if not (form.kunjungan and r.kunjungan == form.kunjungan):
                kalimat = (
                    f"Nomor pengantar ini sudah dipakai {r.pemohon.nama} "
                    f"({r.kode_pindai}, {_tanggal(r)}). Periksa suratnya."
                )
                yield Temuan(JenisTemuan.PENGANTAR, "pengantar_nomor", kalimat, r)

    def _pilih(self, daftar: Iterable[RingkasanPermohonan]) -> Iterable[RingkasanPermohonan]:
        """Open cases, and finished ones of the last days."""
        sejak = self._clock.now() - dt.timedelta(days=HARI_BARU)
        return (r for r in daftar if r.posisi != SELESAI or r.diterima >= sejak)

    def _lahir(self, nik: str) -> set[dt.date]:
        try:
            return {*read_nik(nik, hari_ini(self._clock)).tanggal_lahir}
        except UserError:
            return set()


def _sebut(r: RingkasanPermohonan) -> str:
    if r.posisi == SELESAI:
        return f"baru dilayani {r.layanan} {_tanggal(r)} ({r.kode_pindai})"
    return f"masih punya permohonan {r.layanan} berjalan ({r.kode_pindai}, {r.status.lower()})"


def _tanggal(r: RingkasanPermohonan) -> str:
    return tanggal_pendek(ke_wib(r.diterima).date())
