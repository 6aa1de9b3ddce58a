"""Checks of the entry fields that a step asks for (`Langkah.isian`)."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import is_angka_ascii
from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.keluarga import (
    ISIAN_NIK_KEPALA,
    KODE_KELAMIN,
    list_peringatan_keluarga,
    list_salah,
)
from sooko_desk.domain.nama import check_nama
from sooko_desk.domain.nik import cocokkan_nik, read_nik
from sooko_desk.domain.nkk import read_nkk
from sooko_desk.domain.sop import Isian, JenisIsian
from sooko_desk.domain.tabel_isian import check_tabel, format_tabel, parse_tabel
from sooko_desk.domain.tanggal import parse_tanggal
from sooko_desk.domain.telepon import check_telepon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sooko_desk.domain.tabel_isian import Baris

ISIAN_KAPITAL = frozenset(
    {"tempat_lahir", "alamat", "dusun", "daerah_asal", "daerah_domisili", "kepercayaan"}
)
"""Fields and columns of words that SIAK, the KK and F-1.01 write in capitals, as they do names.

Not numbers of papers, which are copied as they are, nor degrees: S.Pd. is no S.PD.
"""
_KELAMIN = {kode: kelamin for kelamin, kode in KODE_KELAMIN.items()}


def check_isian(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    """Return the value of one field or cell as it is stored ("" when empty and not required).

    Stored forms: digits only for NIK, No KK and numbers; ISO date (YYYY-MM-DD); code of a choice.

    Raises:
        UserError: one sentence for the officer.
    """
    teks = " ".join(teks.split())
    if not teks:
        if isian.wajib:
            raise UserError(f"{isian.label} belum diisi.")
        return ""
    if len(teks) > isian.panjang and isian.jenis is JenisIsian.TEKS:
        raise UserError(
            f"{isian.label} paling banyak {isian.panjang} huruf; yang terketik {len(teks)}."
        )
    return _PEMERIKSA[isian.jenis](isian, teks, hari_ini)


def is_kapital(isian: Isian) -> bool:
    """Whether what is typed in this field or column becomes capitals."""
    return isian.jenis is JenisIsian.NAMA or (
        isian.jenis is JenisIsian.TEKS and isian.id in ISIAN_KAPITAL
    )


def read_angka(teks: str, label: str, panjang: int) -> str:
    """Read a short count or RT/RW; "" for an empty text. Leading zeros stay.

    Dots and dashes are not dropped as in a NIK: "2-3" members are not 23.

    Raises:
        UserError: anything but 0-9, or more than `panjang` digits.
    """
    angka = "".join(h for h in teks if h.isprintable() and not h.isspace())
    if not all(map(is_angka_ascii, angka)):
        raise UserError(f"{label} diisi angka saja.")
    if len(angka) > panjang:
        raise UserError(f"{label} paling banyak {panjang} angka.")
    return angka


def check_semua(
    daftar: Iterable[Isian], nilai: Mapping[str, str], hari_ini: dt.date
) -> dict[str, str]:
    """Check all fields of a step; returns id -> stored value, without the empty ones.

    Rows with an `aturan` must also be such that a family card can have them (`keluarga`).

    Raises:
        FieldsError: one sentence per wrong field; of a field of rows the keys are
            "<field id>.<row from 1>.<column id>", and "<field id>.0" for the rows as a whole.
    """
    baik: dict[str, str] = {}
    salah: dict[str, str] = {}
    for isian in daftar:
        isi = nilai.get(isian.id, "")
        if isian.jenis is JenisIsian.TABEL:
            baik[isian.id], per_sel = check_tabel(
                isian, isi, lambda kolom, teks: check_isian(kolom, teks, hari_ini)
            )
            if isian.aturan:
                per_sel = list_salah(_baca_baris(isian, isi, hari_ini), isian.aturan) | per_sel
            salah |= {f"{isian.id}.{sel}": kalimat for sel, kalimat in per_sel.items()}
            continue
        try:
            baik[isian.id] = check_isian(isian, isi, hari_ini)
        except UserError as galat:
            salah[isian.id] = str(galat)
    if salah:
        raise FieldsError(salah)
    return {kunci: isi for kunci, isi in baik.items() if isi}


def keep_isian(
    daftar: Iterable[Isian], nilai: Mapping[str, str], hari_ini: dt.date
) -> dict[str, str]:
    """What is in order of a form that goes back unfinished: id -> stored value.

    A field that is wrong, or not in `nilai`, is left out; of a field of rows, the wrong cells.
    """
    baik: dict[str, str] = {}
    for isian in daftar:
        isi = nilai.get(isian.id, "")
        if isian.jenis is JenisIsian.TABEL:
            if isian.id in nilai:
                baik[isian.id] = format_tabel(_baca_baris(isian, isi, hari_ini).values())
            continue
        with contextlib.suppress(UserError):
            baik[isian.id] = check_isian(isian, isi, hari_ini)
    return baik


def list_peringatan(
    daftar: Iterable[Isian], nilai: Mapping[str, str], hari_ini: dt.date
) -> dict[str, str]:
    """What does not fit together among fields that are each in order; never blocks by itself.

    The NIK against the birth date and sex typed beside it: both may differ rightly, since a
    correction of either does not change the NIK (Permendagri 108/2019 ps. 15(3)). And the rows
    of a family against each other, see `keluarga`.

    Args:
        nilai: as typed or as stored; what is wrong by itself is not looked at.

    Returns:
        Field id to one sentence for the officer; of rows the keys are as in `check_semua`.
    """
    semua = tuple(daftar)
    baik = keep_isian(semua, nilai, hari_ini)
    peringatan = _cocokkan_nik(semua, baik, hari_ini)
    for isian in semua:
        if isian.aturan:
            per_sel = list_peringatan_keluarga(
                _baca_baris(isian, nilai.get(isian.id, ""), hari_ini),
                hari_ini,
                baik.get(ISIAN_NIK_KEPALA, ""),
            )
            peringatan |= {f"{isian.id}.{sel}": kalimat for sel, kalimat in per_sel.items()}
    return peringatan


def _cocokkan_nik(
    semua: Iterable[Isian], nilai: Mapping[str, str], hari_ini: dt.date
) -> dict[str, str]:
    nik = next((nilai[i.id] for i in semua if i.jenis is JenisIsian.NIK and nilai.get(i.id)), "")
    if not nik:
        return {}
    dibaca = read_nik(nik, hari_ini)
    peringatan: dict[str, str] = {}
    for isian in semua:
        isi = nilai.get(isian.id, "")
        tanggal = dt.date.fromisoformat(isi) if isi and isian.dari == "tanggal_lahir" else None
        kelamin = _KELAMIN.get(isi) if isian.dari == "jenis_kelamin" else None
        for kalimat in cocokkan_nik(dibaca, tanggal, kelamin):
            peringatan[isian.id] = kalimat
    return peringatan


def _baca_baris(isian: Isian, teks: str, hari_ini: dt.date) -> dict[int, Baris]:
    """The rows by their number as typed, from 1; without the empty ones and the wrong cells."""
    per_nomor: dict[int, Baris] = {}
    for nomor, baris in enumerate(parse_tabel(teks), start=1):
        sel = keep_isian(isian.kolom, baris, hari_ini)
        if terisi := {kolom: isi for kolom, isi in sel.items() if isi}:
            per_nomor[nomor] = terisi
    return per_nomor


def _teks(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    del hari_ini
    if not teks.isprintable():
        raise UserError(f"{isian.label} berisi tanda yang tidak dapat dicetak. Ketik ulang.")
    return teks


def _nama(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    del hari_ini
    return check_nama(teks, isian.label)


def _angka(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    del hari_ini
    angka = read_angka(teks, isian.label, isian.panjang)
    if angka and int(angka) < isian.terkecil:
        raise UserError(f"{isian.label} paling kecil {isian.terkecil}.")
    return angka


def _tanggal(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    tanggal = parse_tanggal(teks)
    if tanggal > hari_ini and not isian.mendatang:
        raise UserError(f"{isian.label} lewat dari hari ini. Periksa tahunnya.")
    return tanggal.isoformat()


def _pilihan(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    del hari_ini
    if teks not in {p.kode for p in isian.pilihan}:
        raise UserError(f"“{teks}” tidak ada dalam daftar {isian.label}. Pilih dari daftar.")
    return teks


def _nik(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    del isian
    return read_nik(teks, hari_ini).digits


def _nkk(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    del isian
    return read_nkk(teks, hari_ini).digits


def _telepon(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    del isian, hari_ini
    return check_telepon(teks)


_PEMERIKSA: dict[JenisIsian, Callable[[Isian, str, dt.date], str]] = {
    JenisIsian.TEKS: _teks,
    JenisIsian.NAMA: _nama,
    JenisIsian.ANGKA: _angka,
    JenisIsian.TANGGAL: _tanggal,
    JenisIsian.PILIHAN: _pilihan,
    JenisIsian.NIK: _nik,
    JenisIsian.NKK: _nkk,
    JenisIsian.TELEPON: _telepon,
}
