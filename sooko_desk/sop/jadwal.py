"""Office hours and holidays: jam_kerja.toml and hari_libur.csv to a `JadwalKantor`.

Both texts may be written by the office, so every refusal names the file and the place in it. The
rows of the holidays are read in `libur`, the hours are written in `jadwal_tulis`.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import NAMA_HARI
from sooko_desk.domain.waktu_kantor import JadwalKantor, MasaKhusus
from sooko_desk.sop.berkas_teks import read_teks
from sooko_desk.sop.libur import NAMA_HARI_LIBUR, parse_libur, sebut_libur
from sooko_desk.sop.pesan import Masalah, sebut_tempat, terjemahkan_skema, terjemahkan_toml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sooko_desk.domain.waktu_kantor import JamMingguan, Rentang

NAMA_JAM_KERJA = "jam_kerja.toml"

_JAM = re.compile(r"([01][0-9]|2[0-3])[.:]([0-5][0-9])")

HARI_TOML = tuple(map(str.lower, NAMA_HARI))
"""Names of the days in jam_kerja.toml; index = `date.weekday()`."""


class RentangToml(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One break of an entry."""

    mulai: str
    selesai: str


class JamToml(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """[[jam]]: the same hours on some days of the week."""

    hari: tuple[str, ...]
    mulai: str
    selesai: str
    istirahat: tuple[RentangToml, ...] = ()


class MasaToml(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """[[masa_khusus]]: a period with its own hours; both dates are included."""

    nama: str
    dari: dt.date
    sampai: dt.date
    jam: tuple[JamToml, ...]


class JamKerjaToml(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The whole of jam_kerja.toml."""

    jam: tuple[JamToml, ...]
    masa_khusus: tuple[MasaToml, ...] = ()


def load_jadwal(folder: Path) -> JadwalKantor:
    """Read the office hours.

    Args:
        folder: holds jam_kerja.toml and hari_libur.csv (both UTF-8).

    Raises:
        UserError: a file is missing or unreadable, or `parse_jadwal` refuses its text.
    """
    return parse_jadwal(
        read_tabel(folder / NAMA_JAM_KERJA),
        read_tabel(folder / NAMA_HARI_LIBUR),
    )


def parse_jadwal(teks_jam: str, teks_libur: str) -> JadwalKantor:
    """Read the office hours from the two texts, written as jam_kerja.toml and hari_libur.csv.

    Raises:
        UserError: a key or column is wrong, hours overlap or end before they begin, a date is no
            date, no day is open. The sentence names the file and the key or line.
    """
    berkas = convert_jam_kerja(teks_jam)
    jam = _build_minggu(berkas.jam, "jam")
    if not any(jam):
        raise _galat("jam", "belum ada hari buka; isi jam kerja dahulu")
    return JadwalKantor(
        jam=jam,
        hari_libur=sebut_libur(parse_libur(teks_libur)),
        masa_khusus=_build_masa(berkas.masa_khusus),
    )


def read_tabel(path: Path) -> str:
    """Read a table of the office (UTF-8, a byte order mark is taken off).

    Raises:
        UserError: it is missing, in use, or no UTF-8 text. The sentence names the file.
    """
    try:
        return read_teks(path)
    except OSError as galat:
        raise UserError(
            f"{path.name} tidak dapat dibaca. Pastikan filenya ada di folder tabel dan tidak "
            "sedang dipakai program lain."
        ) from galat
    except UnicodeDecodeError as galat:
        raise UserError(f"{path.name} bukan teks UTF-8. Simpan ulang sebagai UTF-8.") from galat


def convert_jam_kerja(teks: str) -> JamKerjaToml:
    """Read jam_kerja.toml into its keys; whether the hours make sense is for `parse_jadwal`.

    Raises:
        UserError: the text is no TOML, a key is missing, unknown or of the wrong kind.
    """
    try:
        return msgspec.convert(tomllib.loads(teks), JamKerjaToml)
    except (tomllib.TOMLDecodeError, RecursionError) as galat:
        raise _galat_masalah(terjemahkan_toml(galat)) from galat
    except msgspec.ValidationError as galat:
        raise _galat_masalah(terjemahkan_skema(galat)) from galat


def _galat(jalur: str, sebab: str) -> UserError:
    """Build the refusal of one key; `jalur` is a path such as "jam[0].mulai"."""
    return _galat_masalah(Masalah(sebut_tempat(jalur), sebab))


def _galat_masalah(masalah: Masalah) -> UserError:
    return UserError(f"{NAMA_JAM_KERJA}: {masalah}.")


def _build_minggu(daftar: Sequence[JamToml], kunci: str) -> JamMingguan:
    minggu: list[list[Rentang]] = [[] for _ in NAMA_HARI]
    for nomor, jam in enumerate(daftar):
        rentang = _buka(jam, f"{kunci}[{nomor}]")
        for hari in jam.hari:
            if hari not in HARI_TOML:
                sebab = f'hari "{hari}" tidak dikenal; pilih {", ".join(HARI_TOML)}'
                raise _galat(f"{kunci}[{nomor}].hari", sebab)
            minggu[HARI_TOML.index(hari)].extend(rentang)
    for nama, hari_itu in zip(NAMA_HARI, minggu, strict=True):
        hari_itu.sort()
        if any(satu[1] > dua[0] for satu, dua in pairwise(hari_itu)):
            raise _galat(kunci, f"jam hari {nama} bertumpuk; betulkan jamnya")
    return tuple(map(tuple, minggu))


def _buka(jam: JamToml, kunci: str) -> list[Rentang]:
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


def _build_masa(daftar: Sequence[MasaToml]) -> tuple[MasaKhusus, ...]:
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
