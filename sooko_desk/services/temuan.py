"""What the register knows about a form that is being typed: duplicates, family, letters, slips.

Nothing found here stops an intake: the officer sees it beside the field and decides.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.dibatasi import tanpa_dibatasi
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
MENUNGGU = {"KTP": "KK"}
"""Service -> the one of the same family whose end it may wait for: the card names the family's
number and address. No SOP sheet says so, so it stands here."""


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
        dapat_ditunggu: an open case of the same family that this form's service may wait for.
    """

    jenis: JenisTemuan
    bidang: str
    kalimat: str
    permohonan: RingkasanPermohonan
    dapat_ditunggu: bool = False


class TemuanService:
    """Reads only; a handful of indexed look-ups."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._cari = store.pencarian
        self._clock = clock

    def list_temuan(self, form: FormPenerimaan) -> tuple[Temuan, ...]:
        """Findings for the form as typed so far, each case once, weightiest first."""
        semua = [
            *self._list_nik(form),
            *self._list_nama(form),
            *self._list_nkk(form),
            *self._list_pengantar(form),
        ]
        per_id: dict[int, Temuan] = {}
        for temuan in semua:
            per_id.setdefault(temuan.permohonan.id, temuan)
        return tuple(per_id.values())

    def _list_nik(self, form: FormPenerimaan) -> Iterable[Temuan]:
        """Cases of this NIK; of one never seen, whom it resembles."""
        if len(form.nik) != PANJANG:
            return
        semua = tanpa_dibatasi(self._cari.list_nik((form.nik,), BATAS))
        if not semua:
            yield from self._list_tukar(form.nik)
        for r in self._pilih(semua):
            yield Temuan(JenisTemuan.NIK, "nik", f"NIK ini {_sebut(r)}.", r)

    def _list_tukar(self, nik: str) -> Iterable[Temuan]:
        """An earlier NIK that differs by two digits that changed places."""
        for r in tanpa_dibatasi(self._cari.list_nik(list_tukaran(nik), BATAS))[:1]:
            tempat = sebut_tukaran(nik, r.pemohon.nik)
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
                ditunggu = r.posisi != SELESAI and MENUNGGU.get(form.layanan) == r.layanan
                yield Temuan(JenisTemuan.NKK, "nkk", kalimat, r, ditunggu)

    def _list_pengantar(self, form: FormPenerimaan) -> Iterable[Temuan]:
        """A village gives each letter its own number; the cases of one visit share one."""
        nomor = " ".join(form.pengantar_nomor.split())
        if not (nomor and form.desa):
            return
        for r in tanpa_dibatasi(self._cari.list_pengantar(nomor, form.desa, BATAS)):
            if not (form.kunjungan and r.kunjungan == form.kunjungan):
                kalimat = (
                    f"Nomor pengantar ini sudah dipakai {r.pemohon.nama} "
                    f"({r.kode_pindai}, {_tanggal(r)}). Periksa suratnya."
                )
                yield Temuan(JenisTemuan.PENGANTAR, "pengantar_nomor", kalimat, r)

    def _pilih(self, daftar: Iterable[RingkasanPermohonan]) -> Iterable[RingkasanPermohonan]:
        """Open cases, and finished ones of the last days."""
        sejak = self._clock.now() - dt.timedelta(days=HARI_BARU)
        baru = (r for r in daftar if r.posisi != SELESAI or r.diterima >= sejak)
        return tanpa_dibatasi(baru)

    def _lahir(self, nik: str) -> set[dt.date]:
        try:
            return {*read_nik(nik, hari_ini(self._clock)).tanggal_lahir}
        except UserError:
            return set()


def _sebut(r: RingkasanPermohonan) -> str:
    if r.posisi == SELESAI:
        return f"baru dilayani {r.layanan} {_tanggal(r)} ({r.kode_pindai})"
    return (
        f"masih punya permohonan {r.layanan} berjalan ({r.kode_pindai}, {_dalam_kalimat(r.status)})"
    )


def _dalam_kalimat(status: str) -> str:
    """The status as it goes on in a sentence: "Menunggu Kasi" is lowered, "KTP-el dicetak" not."""
    return status if status[1:2].isupper() else status[:1].lower() + status[1:]


def _tanggal(r: RingkasanPermohonan) -> str:
    return tanggal_pendek(ke_wib(r.diterima).date())
