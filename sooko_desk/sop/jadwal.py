"""Office hours and holidays: jam_kerja.toml and hari_libur.csv to a `JadwalKantor`.

Both files may be edited by the office, so every refusal names the file and the place in it.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import tomllib
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import NAMA_HARI, parse_tanggal
from sooko_desk.domain.waktu_kantor import JadwalKantor, MasaKhusus
from sooko_desk.sop.pesan import Masalah, sebut_tempat, terjemahkan_skema, terjemahkan_toml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sooko_desk.domain.waktu_kantor import JamMingguan, Rentang

NAMA_JAM_KERJA = "jam_kerja.toml"
NAMA_HARI_LIBUR = "hari_libur.csv"
JENIS_LIBUR = ("libur nasional", "cuti bersama", "libur daerah")

_KOLOM = ["tanggal", "nama", "jenis"]
_JAM = re.compile(r"([01][0-9]|2[0-3])[.:]([0-5][0-9])")

_HARI = tuple(map(str.lower, NAMA_HARI))


class _Rentang(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    mulai: str
    selesai: str


class _Jam(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    hari: tuple[str, ...]
    mulai: str
    selesai: str
    istirahat: tuple[_Rentang, ...] = ()


class _Masa(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    nama: str
    dari: dt.date
    sampai: dt.date
    jam: tuple[_Jam, ...]


class _JamKerja(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    jam: tuple[_Jam, ...]
    masa_khusus: tuple[_Masa, ...] = ()


def load_jadwal(folder: Path) -> JadwalKantor:
    """Read the office hours.

    Args:
        folder: holds jam_kerja.toml and hari_libur.csv (both UTF-8).

    Raises:
        UserError: a file is missing or unreadable, a key or column is wrong, hours overlap or end
            before they begin, a date is no date. The text names the file and the key or line.
    """
    berkas = _convert(_read(folder / NAMA_JAM_KERJA))
    jam = _build_minggu(berkas.jam, "jam")
    if not any(jam):
        raise _galat("jam", "belum ada hari buka; isi jam kerja dahulu")
    return JadwalKantor(
        jam=jam,
        hari_libur=_parse_hari_libur(_read(folder / NAMA_HARI_LIBUR)),
        masa_khusus=_build_masa(berkas.masa_khusus),
    )


def _read(path: Path) -> str:
    try:
        # utf-8-sig: Notepad and Excel put a byte order mark before the text.
        return path.read_text(encoding="utf-8-sig")
    except OSError as galat:
        raise UserError(
            f"{path.name} tidak dapat dibaca. Pastikan filenya ada di folder tabel dan tidak "
            "sedang dipakai program lain."
        ) from galat
    except UnicodeDecodeError as galat:
        raise UserError(f"{path.name} bukan teks UTF-8. Simpan ulang sebagai UTF-8.") from galat


def _galat(jalur: str, sebab: str) -> UserError:
    """Build the refusal of one key; `jalur` is a path such as "jam[0].mulai"."""
    return _galat_masalah(Masalah(sebut_tempat(jalur), sebab))


def _galat_masalah(masalah: Masalah) -> UserError:
    return UserError(f"{NAMA_JAM_KERJA}: {masalah}.")


def _convert(teks: str) -> _JamKerja:
    try:
        return msgspec.convert(tomllib.loads(teks), _JamKerja)
    except (tomllib.TOMLDecodeError, RecursionError) as galat:
        raise _galat_masalah(terjemahkan_toml(galat)) from galat
    except msgspec.ValidationError as galat:
        raise _galat_masalah(terjemahkan_skema(galat)) from galat


def _build_minggu(daftar: Sequence[_Jam], kunci: str) -> JamMingguan:
    minggu: list[list[Rentang]] = [[] for _ in NAMA_HARI]
    for nomor, jam in enumerate(daftar):
        rentang = _buka(jam, f"{kunci}[{nomor}]")
        for hari in jam.hari:
            if hari not in _HARI:
                sebab = f'hari "{hari}" tidak dikenal; pilih {", ".join(_HARI)}'
                raise _galat(f"{kunci}[{nomor}].hari", sebab)
            minggu[_HARI.index(hari)].extend(rentang)
    for nama, hari_itu in zip(NAMA_HARI, minggu, strict=True):
        hari_itu.sort()
        if any(satu[1] > dua[0] for satu, dua in pairwise(hari_itu)):
            raise _galat(kunci, f"jam hari {nama} bertumpuk; betulkan jamnya")
    return tuple(map(tuple, minggu))


def _buka(jam: _Jam, kunci: str) -> list[Rentang]:
    """The spans of one entry that stay open when its breaks are taken out."""
    awal, akhir = _parse_rentang(jam.mulai, jam.selesai, kunci)
    rentang = []
    istirahat = sorted(
        _parse_rentang(satu.mulai, satu.selesai, f"{kunci}.istirahat[{nomor}]")
        for nomor, satu in enumerate(jam.istirahat)
    )
    for mulai, selesai in istirahat:
        if mulai < awal or selesai > akhir:
            raise _galat(
                f"{kunci}.istirahat", "istirahat bertumpuk atau di luar jam kerja; betulkan jamnya"
            )
        if mulai > awal:
            rentang.append((awal, mulai))
        awal = selesai
    if awal < akhir:
        rentang.append((awal, akhir))
    return rentang


def _parse_rentang(mulai: str, selesai: str, kunci: str) -> Rentang:
    awal, akhir = _parse_jam(mulai, f"{kunci}.mulai"), _parse_jam(selesai, f"{kunci}.selesai")
    if awal >= akhir:
        raise _galat(kunci, f"selesai ({selesai}) tidak sesudah mulai ({mulai}); betulkan jamnya")
    return awal, akhir


def _parse_jam(teks: str, kunci: str) -> dt.time:
    cocok = _JAM.fullmatch(teks)
    if cocok is None:
        raise _galat(kunci, f'"{teks}" bukan jam; tulis seperti 07.30')
    return dt.time(int(cocok[1]), int(cocok[2]))


def _build_masa(daftar: Sequence[_Masa]) -> tuple[MasaKhusus, ...]:
    masa_khusus = []
    for nomor, masa in enumerate(daftar):
        kunci = f"masa_khusus[{nomor}]"
        if masa.dari > masa.sampai:
            raise _galat(
                kunci, 'tanggal "sampai" lebih dahulu daripada tanggal "dari"; betulkan tanggalnya'
            )
        minggu = _build_minggu(masa.jam, f"{kunci}.jam")
        masa_khusus.append(MasaKhusus(masa.nama, masa.dari, masa.sampai, minggu))
    masa_khusus.sort(key=lambda masa: masa.dari)
    for satu, dua in pairwise(masa_khusus):
        if satu.sampai >= dua.dari:
            raise _galat(
                "masa_khusus",
                f'tanggal "{satu.nama}" dan "{dua.nama}" bertumpuk; betulkan tanggalnya',
            )
    return tuple(masa_khusus)


def _parse_hari_libur(teks: str) -> Mapping[dt.date, str]:
    judul, *isi = teks.splitlines() or [""]
    # Excel with Indonesian settings saves the table with semicolons.
    pemisah = ";" if ";" in judul else ","
    if _pisah(judul, pemisah) != _KOLOM:
        raise UserError(f"{NAMA_HARI_LIBUR}, baris 1: kolomnya harus {','.join(_KOLOM)}.")
    libur: dict[dt.date, str] = {}
    for nomor, baris in enumerate(isi, start=2):
        kolom = _pisah(baris, pemisah)
        if not any(kolom):
            continue
        try:
            tanggal, nama = _parse_libur(kolom)
        except UserError as galat:
            raise UserError(f"{NAMA_HARI_LIBUR}, baris {nomor}: {galat}") from galat
        libur[tanggal] = f"{libur[tanggal]}; {nama}" if tanggal in libur else nama
    return MappingProxyType(libur)


def _pisah(baris: str, pemisah: str) -> list[str]:
    return [kolom.strip() for kolom in next(csv.reader([baris], delimiter=pemisah), [])]


def _parse_libur(kolom: list[str]) -> tuple[dt.date, str]:
    if len(kolom) != len(_KOLOM):
        raise UserError("harus 3 kolom (tanggal, nama, jenis).")
    tanggal, nama, jenis = kolom
    if not nama:
        raise UserError("nama hari libur belum diisi.")
    if jenis not in JENIS_LIBUR:
        raise UserError(f'jenis "{jenis}" tidak dikenal. Pilih: {", ".join(JENIS_LIBUR)}.')
    return parse_tanggal(tanggal), nama
