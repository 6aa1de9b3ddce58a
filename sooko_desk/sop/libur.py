"""Holidays as rows: hari_libur.csv read and written, rows checked, and a year's rows at hand.

The dates of a year come from the `holidays` library (country ID, Indonesian names): category
"public" is libur nasional, "government" is cuti bersama. A name that ends in "(perkiraan)" is
computed and waits for the government's decree. Lunar dates are known up to 2077, cuti bersama
only for years whose decree is out.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import parse_tanggal, tanggal_pendek

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAMA_HARI_LIBUR = "hari_libur.csv"
LIBUR_NASIONAL, CUTI_BERSAMA, LIBUR_DAERAH = "libur nasional", "cuti bersama", "libur daerah"
JENIS_LIBUR = (LIBUR_NASIONAL, CUTI_BERSAMA, LIBUR_DAERAH)
PERKIRAAN = " (perkiraan)"
TAHUN_LIBUR_AWAL, TAHUN_LIBUR_AKHIR = 2000, 2077
PANJANG_NAMA = 120
BARIS_TERBANYAK = 5000
"""A hundred years of holidays are half of it."""

_KOLOM = ["tanggal", "nama", "jenis"]
_BARIS_TERPANJANG = 2000
_KATEGORI = {"public": LIBUR_NASIONAL, "government": CUTI_BERSAMA}


@dataclass(frozen=True, slots=True)
class BarisLibur:
    """One closed date, as typed: the date in any way that `parse_tanggal` reads.

    Attributes:
        jenis: one of `JENIS_LIBUR`.
    """

    tanggal: str
    nama: str
    jenis: str


@dataclass(frozen=True, slots=True)
class HasilGabung:
    """Rows after others were merged in.

    Attributes:
        baris: all rows by date.
        ditambah: only the new ones; empty when all were there already.
    """

    baris: tuple[BarisLibur, ...]
    ditambah: tuple[BarisLibur, ...]


def parse_libur(teks: str, nama_berkas: str = NAMA_HARI_LIBUR) -> tuple[BarisLibur, ...]:
    """Read hari_libur.csv: head line, then rows; comma, or semicolon as Excel writes it.

    Returns:
        The rows in the order of the text, dates as dd/mm/yyyy.

    Raises:
        UserError: a column, a date or a jenis is wrong. The sentence names file and line.
    """
    judul, *isi = teks.splitlines() or [""]
    if len(isi) > BARIS_TERBANYAK:
        raise UserError(
            f"{nama_berkas} lebih dari {BARIS_TERBANYAK} baris. Pilih tabel hari libur (CSV)."
        )
    # Excel with Indonesian settings saves the table with semicolons.
    pemisah = ";" if ";" in judul else ","
    if [kolom.casefold() for kolom in _pisah(judul[:_BARIS_TERPANJANG], pemisah)] != _KOLOM:
        raise UserError(f"{nama_berkas}, baris 1: kolomnya harus {','.join(_KOLOM)}.")
    baris = []
    for nomor, satu in enumerate(isi, start=2):
        try:
            kolom = _pisah(satu, pemisah)
            if any(kolom):
                baris.append(_baca_kolom(kolom))
        except UserError as galat:
            raise UserError(f"{nama_berkas}, baris {nomor}: {galat}") from galat
    return tuple(baris)


def write_libur(baris: Iterable[BarisLibur]) -> str:
    """Write rows that `check_libur` passed as hari_libur.csv, by date (comma, LF, ISO dates)."""
    teks = io.StringIO()
    tulis = csv.writer(teks, lineterminator="\n")
    tulis.writerow(_KOLOM)
    tulis.writerows(
        (parse_tanggal(satu.tanggal).isoformat(), rapikan(satu.nama), satu.jenis)
        for satu in urutkan(baris)
    )
    return teks.getvalue()


def sebut_libur(baris: Iterable[BarisLibur]) -> Mapping[dt.date, str]:
    """Closed dates and what they are called; two names of one date are joined."""
    libur: dict[dt.date, str] = {}
    for satu in baris:
        tanggal = parse_tanggal(satu.tanggal)
        libur[tanggal] = f"{libur[tanggal]}; {satu.nama}" if tanggal in libur else satu.nama
    return MappingProxyType(libur)


def check_libur(baris: Sequence[BarisLibur]) -> dict[str, str]:
    """What is wrong with rows as typed.

    Returns:
        "libur.<row>.<tanggal|nama|jenis>" (rows from 0) to one sentence; {} = all in order.
    """
    salah: dict[str, str] = {}
    sudah: dict[tuple[dt.date, str], str] = {}
    for nomor, satu in enumerate(baris):
        kunci = f"libur.{nomor}"
        try:
            tanggal = parse_tanggal(satu.tanggal)
        except UserError as galat:
            salah[f"{kunci}.tanggal"] = str(galat)
        else:
            nama = rapikan(satu.nama)
            if (kembar := sudah.setdefault((tanggal, nama.casefold()), kunci)) != kunci:
                salah[f"{kunci}.tanggal"] = (
                    f"{nama} pada {tanggal_pendek(tanggal)} sudah tercatat. Hapus salah satu."
                )
                salah.setdefault(f"{kembar}.tanggal", salah[f"{kunci}.tanggal"])
        if sebab := _check_nama(satu.nama):
            salah[f"{kunci}.nama"] = sebab
        if satu.jenis not in JENIS_LIBUR:
            salah[f"{kunci}.jenis"] = f"Pilih jenis: {', '.join(JENIS_LIBUR)}."
    return salah


def urutkan(baris: Iterable[BarisLibur]) -> tuple[BarisLibur, ...]:
    """Rows by date, in the order given within a date; a date that is none comes first."""
    return tuple(sorted(baris, key=lambda satu: find_tanggal(satu) or dt.date.min))


def find_tanggal(baris: BarisLibur) -> dt.date | None:
    """The date of a row as typed; None when it is none."""
    try:
        return parse_tanggal(baris.tanggal)
    except UserError:
        return None


def gabung_libur(baris: Sequence[BarisLibur], tambahan: Iterable[BarisLibur]) -> HasilGabung:
    """Merge rows into others without doubling any.

    A row is there already when a row of the same date has the same name. An estimate is left out
    too when its year holds a row of that name: the office has put in the decreed date.
    """
    sudah = {(find_tanggal(satu), _pokok(satu)) for satu in baris}
    setahun = {(tanggal.year, pokok) for tanggal, pokok in sudah if tanggal}
    ditambah = []
    for satu in tambahan:
        tanggal = parse_tanggal(satu.tanggal)
        kunci = (tanggal, _pokok(satu))
        perkiraan = satu.nama.endswith(PERKIRAAN) and (tanggal.year, kunci[1]) in setahun
        if kunci not in sudah and not perkiraan:
            sudah.add(kunci)
            ditambah.append(satu)
    return HasilGabung(urutkan((*baris, *ditambah)), tuple(ditambah))


def list_libur_tahun(tahun: int) -> tuple[BarisLibur, ...]:
    """Libur nasional and cuti bersama of a year, by date.

    Raises:
        UserError: the year is outside `TAHUN_LIBUR_AWAL` to `TAHUN_LIBUR_AKHIR`.
    """
    if not TAHUN_LIBUR_AWAL <= tahun <= TAHUN_LIBUR_AKHIR:
        raise UserError(
            f"Tahun {tahun} tidak ada dalam daftar libur nasional. "
            f"Isi tahun {TAHUN_LIBUR_AWAL} sampai {TAHUN_LIBUR_AKHIR}."
        )
    # Read for one button only: the start of the program does not wait for it.
    from holidays.countries.indonesia import Indonesia

    baris = sorted(
        (tanggal, nama, jenis)
        for kategori, jenis in _KATEGORI.items()
        for tanggal, nama in Indonesia(years=tahun, categories=(kategori,), language="id").items()
    )
    return tuple(BarisLibur(tanggal_pendek(tanggal), nama, jenis) for tanggal, nama, jenis in baris)


def rapikan(nama: str) -> str:
    """A name with single spaces and none around it."""
    return " ".join(nama.split())


def _pokok(baris: BarisLibur) -> str:
    return rapikan(baris.nama).removesuffix(PERKIRAAN).casefold()


def _check_nama(nama: str) -> str:
    bersih = rapikan(nama)
    if not bersih:
        return "Nama hari libur belum diisi."
    if len(bersih) > PANJANG_NAMA:
        return f"Nama hari libur paling panjang {PANJANG_NAMA} huruf. Persingkat."
    # A sign that Python counts as a line break would tear the row of the table apart.
    return "" if bersih.isprintable() else "Nama memuat tanda yang tidak tampak. Ketik ulang."


def _pisah(baris: str, pemisah: str) -> list[str]:
    # csv gives up with an error of its own on a field of 128 KiB: another kind of file.
    if len(baris) > _BARIS_TERPANJANG:
        raise UserError("barisnya terlalu panjang. Pastikan ini tabel hari libur.")
    return [kolom.strip() for kolom in next(csv.reader([baris], delimiter=pemisah), [])]


def _baca_kolom(kolom: list[str]) -> BarisLibur:
    if len(kolom) != len(_KOLOM):
        raise UserError("harus 3 kolom (tanggal, nama, jenis).")
    tanggal, nama, jenis = kolom[0], kolom[1], kolom[2].casefold()
    if not nama:
        raise UserError("nama hari libur belum diisi.")
    if jenis not in JENIS_LIBUR:
        raise UserError(f'jenis "{jenis}" tidak dikenal. Pilih: {", ".join(JENIS_LIBUR)}.')
    return BarisLibur(tanggal_pendek(parse_tanggal(tanggal)), nama, jenis)
