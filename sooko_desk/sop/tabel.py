"""The office's code tables: CSV files with the columns kode,nama (desa_sooko also kodepos).

Working hours and holidays lie in the same folder and are read by `jadwal`.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.sop import Pilihan
from sooko_desk.sop.berkas_teks import TerlaluBesarError, read_teks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

NAMA_FOLDER = "tabel"

_DESA = "desa_sooko"
_WAJIB_ADA = (_DESA, "provinsi", "kecamatan_mojokerto", "hubungan_pembawa", "alasan_kurang")
_BUKAN_KODE = frozenset({"hari_libur"})
_KOLOM = ("kode", "nama")
_KOLOM_DESA = (*_KOLOM, "kodepos")


@dataclass(frozen=True, slots=True)
class Desa:
    """A village of the district.

    Attributes:
        kode: Kemendagri code with dots, e.g. "35.16.13.2010".
        kodepos: 5 digits.
    """

    kode: str
    nama: str
    kodepos: str


@dataclass(frozen=True, slots=True)
class Tabel:
    """All code tables. Made by `load_tabel`.

    Attributes:
        desa: villages in the order of their codes' file.
        pilihan: file name without ending -> its rows as choices.
    """

    desa: tuple[Desa, ...]
    pilihan: Mapping[str, tuple[Pilihan, ...]]

    @property
    def provinsi(self) -> Mapping[str, str]:
        """First 2 digits of a NIK -> name of the province."""
        return self._map("provinsi")

    @property
    def kecamatan(self) -> Mapping[str, str]:
        """First 6 digits of a NIK -> name, for the districts of Kabupaten Mojokerto."""
        return self._map("kecamatan_mojokerto")

    @property
    def hubungan_pembawa(self) -> tuple[Pilihan, ...]:
        """How a bringer who is not the applicant stands to the applicant."""
        return self.get("hubungan_pembawa")

    @property
    def alasan_kurang(self) -> tuple[Pilihan, ...]:
        """Standard phrases why a paper that was brought is not accepted."""
        return self.get("alasan_kurang")

    def get(self, nama: str) -> tuple[Pilihan, ...]:
        """The rows of one table, in file order; KeyError when there is no such table."""
        return self.pilihan[nama]

    def _map(self, nama: str) -> Mapping[str, str]:
        return MappingProxyType({baris.kode: baris.nama for baris in self.get(nama)})


def load_tabel(*folder: Path) -> Tabel:
    """Read the code tables.

    Args:
        folder: each holds CSV files; a table of a later folder takes the place of its namesake.

    Raises:
        UserError: a table is broken, or one that the program itself needs is missing.
    """
    tabel, masalah = gabung_tabel(folder)
    if masalah:
        raise UserError(masalah[0])
    for nama in _WAJIB_ADA:
        if nama not in tabel.pilihan:
            raise UserError(
                f"Tabel {nama}.csv tidak ada. Pasang ulang program, atau kembalikan file itu ke "
                f'folder "{NAMA_FOLDER}".'
            )
    return tabel


def gabung_tabel(folder: Iterable[Path]) -> tuple[Tabel, tuple[str, ...]]:
    """Read what can be read; every broken table becomes one sentence and is left out."""
    baris: dict[str, tuple[Desa, ...]] = {}
    masalah: list[str] = []
    for satu in folder:
        for path in sorted(satu.glob("*.csv")):
            if path.stem in _BUKAN_KODE:
                continue
            try:
                baris[path.stem] = _read(path)
            except UserError as galat:
                masalah.append(str(galat))
    pilihan = {n: tuple(Pilihan(b.kode, b.nama) for b in isi) for n, isi in baris.items()}
    return Tabel(baris.get(_DESA, ()), MappingProxyType(pilihan)), tuple(masalah)


def _read(path: Path) -> tuple[Desa, ...]:
    di = f"Tabel {path.name} tidak dipakai"
    try:
        teks = read_teks(path)
    except TerlaluBesarError as galat:
        raise UserError(
            f"{di}: terlalu besar, jadi tidak dibaca. Pindahkan dari folder."
        ) from galat
    except OSError as galat:
        raise UserError(
            f"{di}: file tidak dapat dibaca. Tutup program lain yang sedang memakainya."
        ) from galat
    except UnicodeDecodeError as galat:
        raise UserError(f"{di}: bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8.") from galat
    return _parse(teks, di, _KOLOM_DESA if path.stem == _DESA else _KOLOM)


@lru_cache(maxsize=64)
def _parse(teks: str, di: str, kolom: tuple[str, ...]) -> tuple[Desa, ...]:
    """A start reads each table twice: for itself, and for the SOP files that choose from it."""
    # Excel with Indonesian settings saves the table with semicolons.
    pemisah = ";" if ";" in teks.partition("\n")[0] else ","
    baca = csv.reader(teks.splitlines(), delimiter=pemisah)
    if tuple(nama.strip() for nama in next(baca, [])) != kolom:
        raise UserError(f"{di}: baris 1 harus {','.join(kolom)}. Betulkan judul kolomnya.")
    baris: list[Desa] = []
    for isi in baca:
        sel = [satu.strip() for satu in isi]
        if not any(sel):
            continue
        if len(sel) != len(kolom) or not all(sel):
            raise UserError(
                f"{di}: baris {baca.line_num} harus {len(kolom)} kolom terisi "
                f"({', '.join(kolom)}). Lengkapi barisnya."
            )
        baris.append(Desa(sel[0], sel[1], sel[2] if len(sel) > len(_KOLOM) else ""))
    if not baris:
        raise UserError(f"{di}: belum ada isinya. Tambahkan paling sedikit satu baris.")
    for kode, kali in Counter(b.kode for b in baris).items():
        if kali > 1:
            raise UserError(f'{di}: kode "{kode}" tertulis {kali} kali. Sisakan satu.')
    return tuple(baris)
