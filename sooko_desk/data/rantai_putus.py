"""What a proof of the hash chain finds, and whose case a broken row belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from sooko_desk.data.rantai_bentuk import TAMBAH_SAJA, baca_keadaan, sql_pilih

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.data.rantai_bentuk import Koneksi

_KASUS = "permohonan"


class JenisPutus(StrEnum):
    """What is wrong with a row or a link."""

    DIUBAH = "diubah"
    DIHAPUS = "dihapus"
    DISISIPKAN = "disisipkan"
    TERPOTONG = "terpotong"
    LAIN = "lain"
    TAK_TERBACA = "tak_terbaca"


@dataclass(frozen=True, slots=True)
class Putus:
    """One break.

    Attributes:
        urut: the link that sealed the row, or the broken link itself; 0 = none did.
        apa: TERPOTONG and LAIN tell of the chain against a head that was kept elsewhere.
        tabel, kunci: the row; an owner whose rows change by its kind; "rantai" = the link itself.
        nomor: receipt number of the case that it concerns; "" = none, or not known.
        waktu: ISO 8601 in UTC, of the link; "" = not known.
    """

    urut: int
    apa: JenisPutus
    tabel: str
    kunci: str
    nomor: str = ""
    waktu: str = ""


@dataclass(frozen=True, slots=True)
class Titik:
    """Up to where a chain was proved.

    Attributes:
        batas: append-only table -> key of its last row then.
    """

    urut: int
    sidik: str
    batas: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class HasilRantai:
    """What a proof found.

    Attributes:
        putus: nothing when all is whole.
        titik: where the next quick proof may begin; None when something is wrong.
        mata: links that were read.
    """

    putus: tuple[Putus, ...]
    titik: Titik | None
    mata: int


def find_nomor_baris(koneksi: Koneksi, tabel: str, kunci: int, keadaan: str) -> str:
    """The case of a row: as the row says, else the only one that its link names."""
    if tabel in TAMBAH_SAJA and "permohonan_id" in TAMBAH_SAJA[tabel].kolom:
        tanya = f"{sql_pilih(tabel, ('permohonan_id',))} WHERE {TAMBAH_SAJA[tabel].kunci} = ?"
        for (pemilik,) in koneksi.execute(tanya, (kunci,)):
            if nomor := find_nomor_milik(koneksi, _KASUS, pemilik):
                return nomor
    nama = [n for j, _, n in (m.partition(":") for m in baca_keadaan_aman(keadaan)) if j == _KASUS]
    return find_nomor_milik(koneksi, _KASUS, nama[0]) if len(nama) == 1 else ""


def baca_keadaan_aman(teks: str) -> dict[str, str]:
    """The states that a link tells; a forged one tells none."""
    try:
        return baca_keadaan(teks)
    except msgspec.MsgspecError:
        return {}


def find_nomor_milik(koneksi: Koneksi, jenis: str, kunci: object) -> str:
    """The receipt number of a case, or of the case that a missing paper belongs to."""
    tanya = {
        "permohonan": "SELECT nomor_tanda_bukti FROM permohonan WHERE id = ?",
        "kekurangan": "SELECT p.nomor_tanda_bukti FROM peristiwa e JOIN permohonan p "
        "ON p.id = e.permohonan_id WHERE e.urut = ?",
    }.get(jenis)
    if tanya is not None:
        for (nomor,) in koneksi.execute(tanya, (kunci,)):
            return str(nomor)
    return ""
