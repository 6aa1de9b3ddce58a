"""Checks of the entry fields that a step asks for (`Langkah.isian`)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import is_angka_ascii
from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.nama import check_nama
from sooko_desk.domain.nik import cocokkan_nik, read_nik
from sooko_desk.domain.nkk import read_nkk
from sooko_desk.domain.sop import Isian, JenisIsian
from sooko_desk.domain.tabel_isian import check_tabel
from sooko_desk.domain.tanggal import parse_tanggal
from sooko_desk.domain.telepon import check_telepon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


KODE_KELAMIN = {"L": "1", "P": "2"}
"""Code on F-1.01, by the sex as a NIK tells it."""
_KELAMIN = {kode: kelamin for kelamin, kode in KODE_KELAMIN.items()}


def check_isian(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    """Return the value as it is stored ("" when left empty and not required).

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
            salah |= {f"{isian.id}.{sel}": kalimat for sel, kalimat in per_sel.items()}
            continue
        try:
            baik[isian.id] = check_isian(isian, isi, hari_ini)
        except UserError as galat:
            salah[isian.id] = str(galat)
    if salah:
        raise FieldsError(salah)
    return {kunci: isi for kunci, isi in baik.items() if isi}


def list_peringatan(
    daftar: Iterable[Isian], nilai: Mapping[str, str], hari_ini: dt.date
) -> dict[str, str]:
    """What does not fit together among fields that are each in order; never blocks by itself.

    The NIK against the birth date and sex typed beside it: both may differ rightly, since a
    correction of either does not change the NIK (Permendagri 108/2019 ps. 15(3)).

    Args:
        nilai: stored forms, as `check_semua` gives them.

    Returns:
        Field id to one sentence for the officer.
    """
    semua = tuple(daftar)
    nik = next((nilai[i.id] for i in semua if i.jenis is JenisIsian.NIK and i.id in nilai), "")
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
    return read_angka(teks, isian.label, isian.panjang)


def _tanggal(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    tanggal = parse_tanggal(teks)
    if tanggal > hari_ini:
        raise UserError(f"{isian.label} lewat dari hari ini. Periksa tahunnya.")
    return tanggal.isoformat()


def _pilihan(isian: Isian, teks: str, hari_ini: dt.date) -> str:
    del hari_ini
    if teks not in {p.kode for p in isian.pilihan}:
        raise UserError(f"{isian.label}: pilih salah satu dari daftar.")
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
