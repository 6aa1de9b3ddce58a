"""The SIAK companion: what is copied for the officer to paste into SIAK, and in which order.

SIAK itself is never touched. What was copied is kept in memory only, as long as the program runs.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.isian import check_isian, read_angka
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.domain.tabel_isian import parse_tabel
from sooko_desk.services.hak_pengaturan import require_kasi

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sooko_desk.data.pengaturan import PengaturanStore
    from sooko_desk.domain.permohonan import Permohonan, Petugas
    from sooko_desk.domain.sop import Isian, Langkah
    from sooko_desk.domain.tabel_isian import Baris
    from sooko_desk.domain.waktu import Clock

FORMAT_TANGGAL_SIAK = "%d-%m-%Y"
"""How SIAK takes a date, e.g. "17-08-1945"."""
ISIAN_REFERENSI = "nomor_referensi_siak"
"""Field of a step that holds the number SIAK gives once the data are saved there."""

KUNCI_DETIK = "pendamping/detik"
DETIK_BAWAAN = 30
"""Seconds after which a copied value leaves the clipboard, as the program ships."""
DETIK_TERSINGKAT, DETIK_TERLAMA = 5, 300
WAKTU_PAPAN_KLIP = "waktu papan klip"
"""What is changed, in words."""

_DIGIT_DETIK = 3


@dataclass(frozen=True, slots=True)
class ButirSalin:
    """One value to be pasted into SIAK.

    Attributes:
        kunci: field id, of a cell "<field id>.<row from 1>.<column id>".
        nilai: the text as SIAK takes it; "" = nothing to copy.
        kelompok: heading of the row it belongs to, e.g. "Anggota 3: SITI AMINAH"; "" = none.
        kode: code of a choice where its words do not say it, e.g. "4".
        salah: why what is typed cannot be used yet; then `nilai` is "".
    """

    kunci: str
    label: str
    nilai: str = field(repr=False)
    kelompok: str = field(default="", repr=False)
    kode: str = ""
    salah: str = field(default="", repr=False)


class Tanda(StrEnum):
    """What became of one value."""

    BELUM = "belum"
    DISALIN = "disalin"
    DILEWATI = "dilewati"
    KOSONG = "kosong"
    """There is nothing to copy."""


@dataclass(frozen=True, slots=True)
class Jejak:
    """A mark and the value that it was given to: another value is not marked by it."""

    tanda: Tanda
    nilai: str = field(repr=False)


def susun_daftar(
    langkah: Langkah, permohonan: Permohonan, nilai: Mapping[str, str], hari_ini: dt.date
) -> tuple[ButirSalin, ...]:
    """All fields of a step that are typed into SIAK, in SIAK's order, empty ones too.

    Args:
        langkah: the step; one that does not need SIAK gives ().
        permohonan: the case, for its reason of request.
        nilai: field id to value, as typed or as stored.
        hari_ini: today in WIB; a date after it is wrong where the field does not allow it.
    """
    if not langkah.perlu_siak:
        return ()
    butir: list[ButirSalin] = []
    for isian in langkah.list_isian(permohonan.ringkasan.jenis_kode):
        isi = nilai.get(isian.id, "")
        if not isian.siak:
            continue
        if isian.jenis is JenisIsian.TABEL:
            butir += _susun_tabel(isian, isi, hari_ini)
        else:
            butir.append(_susun_butir(isian, isi, isian.id, "", hari_ini))
    return tuple(butir)


def find_referensi(langkah: Langkah, permohonan: Permohonan) -> Isian | None:
    """The field for SIAK's own number; None where the step does not ask for it."""
    daftar = langkah.list_isian(permohonan.ringkasan.jenis_kode)
    return next((i for i in daftar if i.id == ISIAN_REFERENSI), None)


def _susun_tabel(isian: Isian, teks: str, hari_ini: dt.date) -> Iterator[ButirSalin]:
    """Row by row; a row that is empty throughout counts but is left out."""
    for nomor, baris in enumerate(parse_tabel(teks), start=1):
        if not any(baris.values()):
            continue
        kelompok = f"{isian.label.split()[0]} {nomor}: {_nama_baris(isian, baris)}"
        for kolom in isian.kolom:
            if kolom.siak:
                kunci = f"{isian.id}.{nomor}.{kolom.id}"
                yield _susun_butir(kolom, baris.get(kolom.id, ""), kunci, kelompok, hari_ini)


def _nama_baris(isian: Isian, baris: Baris) -> str:
    """Whom or what a row is about: its first name, else its first column."""
    kolom = next((k for k in isian.kolom if k.jenis is JenisIsian.NAMA), isian.kolom[0])
    return _kata_pilihan(kolom, baris.get(kolom.id, "")) or "belum bernama"


def _kata_pilihan(isian: Isian, nilai: str) -> str:
    return next((p.nama for p in isian.pilihan if p.kode == nilai), nilai)


def _susun_butir(
    isian: Isian, teks: str, kunci: str, kelompok: str, hari_ini: dt.date
) -> ButirSalin:
    if not teks:
        return ButirSalin(kunci, isian.label, "", kelompok)
    try:
        nilai = check_isian(isian, teks, hari_ini)
    except UserError as galat:
        return ButirSalin(kunci, isian.label, "", kelompok, salah=str(galat))
    if isian.jenis is JenisIsian.TANGGAL:
        nilai = dt.date.fromisoformat(nilai).strftime(FORMAT_TANGGAL_SIAK)
    if isian.jenis is not JenisIsian.PILIHAN:
        return ButirSalin(kunci, isian.label, nilai, kelompok)
    kata = _kata_pilihan(isian, nilai)
    kode = "" if kata.casefold() == nilai.casefold() else nilai
    return ButirSalin(kunci, isian.label, kata, kelompok, kode)


class UrutanSalin:
    """Where the officer is in the list, and what is copied next.

    Attributes:
        daftar: all values in SIAK's order.
        kini: place of the value in hand or in turn; None = there is nothing to copy at all.
    """

    def __init__(self, daftar: Sequence[ButirSalin], jejak: dict[str, Jejak]) -> None:
        """Go on where `jejak` (key of a value to its mark) left off; it is kept up to date."""
        self.daftar = tuple(daftar)
        self._jejak = jejak
        self.kini: int | None = None
        self.kini = self.find_berikut()
        if self.kini is None and (isi := self._list_isi()):
            self.kini = isi[-1]

    @property
    def butir(self) -> ButirSalin | None:
        """The value in hand or in turn."""
        return None if self.kini is None else self.daftar[self.kini]

    @property
    def jumlah(self) -> int:
        """How many values there are to copy."""
        return len(self._list_isi())

    @property
    def selesai(self) -> int:
        """How many of them were copied or left out."""
        return sum(self.tanda(n) is not Tanda.BELUM for n in self._list_isi())

    @property
    def dilewati(self) -> int:
        """How many of them were left out."""
        return sum(self.tanda(n) is Tanda.DILEWATI for n in self._list_isi())

    @property
    def salah(self) -> int:
        """How many fields cannot be copied before they are put right in the form."""
        return sum(bool(butir.salah) for butir in self.daftar)

    def tanda(self, n: int) -> Tanda:
        """The mark of the n-th value, from 0; one that changed since it was copied has none."""
        butir = self.daftar[n]
        if not butir.nilai:
            return Tanda.KOSONG
        jejak = self._jejak.get(butir.kunci)
        return jejak.tanda if jejak and jejak.nilai == butir.nilai else Tanda.BELUM

    def find_berikut(self) -> int | None:
        """Place of what is copied next: in hand if it was not yet, else onwards, then from the top.

        None = all were copied or left out.
        """
        mulai = self.kini or 0
        urut = (*range(mulai, len(self.daftar)), *range(mulai))
        return next((n for n in urut if self.tanda(n) is Tanda.BELUM), None)

    def salin(self) -> ButirSalin | None:
        """Copy the next value; None = all were copied or left out."""
        berikut = self.find_berikut()
        return None if berikut is None else self.salin_di(berikut)

    def salin_di(self, n: int) -> ButirSalin | None:
        """Copy the n-th value, from 0, and go on from there; None = there is nothing to copy."""
        if self.tanda(n) is Tanda.KOSONG:
            return None
        self.kini = n
        self._tandai(n, Tanda.DISALIN)
        return self.daftar[n]

    def ulang(self) -> ButirSalin | None:
        """Copy the value in hand once more."""
        return None if self.kini is None else self.salin_di(self.kini)

    def lewati(self) -> None:
        """Leave the next value out."""
        berikut = self.find_berikut()
        if berikut is None:
            return
        self._tandai(berikut, Tanda.DILEWATI)
        self.kini = berikut
        lanjut = self.find_berikut()
        if lanjut is not None:
            self.kini = lanjut

    def mundur(self) -> None:
        """One value back. That one and the one in hand are to be copied again."""
        if self.kini is None:
            return
        self._jejak.pop(self.daftar[self.kini].kunci, None)
        sebelum = [n for n in self._list_isi() if n < self.kini]
        if sebelum:
            self.kini = sebelum[-1]
            self._jejak.pop(self.daftar[self.kini].kunci, None)

    def _list_isi(self) -> list[int]:
        return [n for n, butir in enumerate(self.daftar) if butir.nilai]

    def _tandai(self, n: int, tanda: Tanda) -> None:
        butir = self.daftar[n]
        self._jejak[butir.kunci] = Jejak(tanda, butir.nilai)


class PendampingService:
    """The office's setting of the companion: how long a value stays on the clipboard."""

    def __init__(self, pengaturan: PengaturanStore, clock: Clock) -> None:
        self._pengaturan = pengaturan
        self._clock = clock

    @property
    def detik(self) -> int:
        """Seconds that hold now; a stored text that makes no sense counts as never set."""
        teks = self._pengaturan.find(KUNCI_DETIK) or ""
        try:
            return _read_detik(teks)
        except UserError:
            return DETIK_BAWAAN

    def is_bawaan(self) -> bool:
        """Whether what the program ships holds."""
        return self.detik == DETIK_BAWAAN

    def check_detik(self, teks: str) -> dict[str, str]:
        """What is wrong with seconds as typed, under "detik"; {} = nothing."""
        try:
            _read_detik(teks)
        except UserError as galat:
            return {"detik": str(galat)}
        return {}

    def simpan_detik(self, teks: str, petugas: Petugas) -> None:
        """Let these seconds hold from now on; what holds already is not stored again.

        Raises:
            RuleError: the officer is not the Kasi.
            FieldsError: "detik" is no number from 5 to 300.
        """
        require_kasi(petugas, WAKTU_PAPAN_KLIP)
        if salah := self.check_detik(teks):
            raise FieldsError(salah)
        if _read_detik(teks) != self.detik:
            self._simpan(str(_read_detik(teks)), petugas)

    def kembalikan(self, petugas: Petugas) -> None:
        """Let the shipped seconds hold again. RuleError: the officer is not the Kasi."""
        require_kasi(petugas, WAKTU_PAPAN_KLIP)
        if not self.is_bawaan():
            self._simpan("", petugas)

    def _simpan(self, isi: str, petugas: Petugas) -> None:
        self._pengaturan.simpan(KUNCI_DETIK, isi, petugas, self._clock.now())


def _read_detik(teks: str) -> int:
    angka = read_angka(teks, "Detik", _DIGIT_DETIK)
    if not angka or not DETIK_TERSINGKAT <= int(angka) <= DETIK_TERLAMA:
        raise UserError(f"Tulis {DETIK_TERSINGKAT} sampai {DETIK_TERLAMA} detik.")
    return int(angka)
