"""A register out of its journal: a base and the lines after it, or a backup and the lines after it.

The result is an ordinary closed register file under the same key. Nothing of the open register is
needed, and none of it is touched.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.cadangan_berkas import SEMENTARA, buang, pasang
from sooko_desk.data.jurnal_baris import Awal, BarisJurnal, BarisRusakError, list_berkas, list_isi
from sooko_desk.data.rantai import find_sidik, kepala
from sooko_desk.data.rantai_bentuk import MILIK, PEMILIK, RANTAI, TABEL
from sooko_desk.data.rantai_periksa import periksa_lengkap
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sooko_desk.data.jurnal_baris import BerkasJurnal
    from sooko_desk.data.rantai_bentuk import Koneksi
    from sooko_desk.data.rantai_putus import Putus

_INDUK = ("permohonan", "petugas", "sop_tersimpan")
"""Owners that other rows lean on: set anew in place, never removed and put in again."""
_KOLOM_RANTAI = ("urut", "isi", "keadaan", "waktu", "sidik")


@dataclass(frozen=True, slots=True)
class HasilBangun:
    """What came of it.

    Attributes:
        urut, sidik: the head of the chain in the new file.
        baris: lines of the journal that went in.
        utuh: every line of the journal could be read.
        putus: what the full proof of the new file found.
    """

    urut: int
    sidik: str
    baris: int
    utuh: bool
    putus: tuple[Putus, ...]


def list_baris(folder: Path, kunci: str, dari: int = 0) -> Iterator[BarisJurnal]:
    """The units after link `dari`, oldest first, as far as they can be read.

    Args:
        folder: of the journal.
        kunci: 64 hex digits.
        dari: older lines may have gone with an older base; see the first one's number.

    Raises:
        OSError: the disk fails.
    """
    sampai = dari
    for berkas in reversed(list_berkas(folder)):
        with contextlib.suppress(BarisRusakError):
            for isi in list_isi(berkas, kunci):
                if isinstance(isi, BarisJurnal) and isi.urut > sampai:
                    sampai = isi.urut
                    yield isi


def bangun_ulang(folder: Path, tujuan: Path, kunci: str) -> HasilBangun:
    """Make a register from the newest base that can be read, and all lines after it.

    Args:
        folder: of the journal.
        tujuan: the new file; there must be none.
        kunci: 64 hex digits.

    Raises:
        UserError: no base can be read.
        OSError: the disk fails.
        dbapi2.Error: likewise.
    """
    for berkas in list_berkas(folder):
        if not _dapat_dibuka(berkas, kunci):
            continue
        sementara = tujuan.with_name(tujuan.name + SEMENTARA)
        try:
            shutil.copyfile(berkas.register, sementara)
            hasil = susulkan(folder, sementara, kunci)
            pasang(sementara, tujuan)
        except BaseException:
            buang(sementara)
            raise
        return hasil
    raise UserError(
        "Jurnal di folder data tidak ada atau rusak, sehingga register tidak dapat disusun "
        "darinya. Kembalikan register dari cadangan."
    )


def susulkan(folder: Path, register: Path, kunci: str) -> HasilBangun:
    """Bring a closed register file up to the end of the journal.

    Args:
        folder: of the journal.
        register: a copy of an earlier state: a base, or a restored backup of the same schema.
        kunci: 64 hex digits.

    Raises:
        UserError: the file is no earlier state of what the journal tells.
        OSError: the disk fails.
        dbapi2.Error: likewise, or the file is damaged.
    """
    with contextlib.closing(_buka(register, kunci)) as db:
        db.execute("BEGIN IMMEDIATE")
        pemicu = _lepas_pemicu(db)
        masuk, utuh = 0, True
        for berkas in reversed(list_berkas(folder)):
            banyak, baik = _masukkan(db, berkas, kunci)
            masuk, utuh = masuk + banyak, utuh and baik
        for perintah in pemicu:
            db.execute(perintah)
        db.execute("COMMIT")
        akhir = kepala(db)
        return HasilBangun(akhir.urut, akhir.sidik, masuk, utuh, periksa_lengkap(db).putus)


def _buka(register: Path, kunci: str) -> dbapi2.Connection:
    db = dbapi2.connect(str(register), isolation_level=None)
    db.execute(f"PRAGMA key = \"x'{kunci}'\"")
    for pragma in ("cipher_log_level = NONE", "synchronous = FULL", "temp_store = MEMORY"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _dapat_dibuka(berkas: BerkasJurnal, kunci: str) -> bool:
    """Whether a base can be read, and is the one that its lines continue."""
    try:
        awal = next(list_isi(berkas, kunci), None)
        if not isinstance(awal, Awal) or not berkas.register.is_file():
            return False
        with contextlib.closing(_buka(berkas.register, kunci)) as db:
            return find_sidik(db, awal.urut) == awal.sidik
    except (BarisRusakError, dbapi2.Error):
        return False


def _masukkan(db: dbapi2.Connection, berkas: BerkasJurnal, kunci: str) -> tuple[int, bool]:
    """Put the lines of one file in; returns how many, and whether all could be read."""
    masuk = 0
    try:
        for isi in list_isi(berkas, kunci):
            akhir = kepala(db)
            if isi.urut <= akhir.urut:
                if find_sidik(db, isi.urut) != isi.sidik:
                    raise UserError(_LAIN)
            elif isinstance(isi, BarisJurnal) and isi.urut == akhir.urut + 1:
                _terapkan(db, isi)
                masuk += 1
            else:
                return masuk, False
    except BarisRusakError:
        return masuk, False
    return masuk, True


_LAIN = (
    "Register ini tidak cocok dengan jurnalnya: isinya berbeda sejak sebelum akhir jurnal. "
    "Jangan hapus apa pun; pakai cadangan yang lain."
)


def _terapkan(db: dbapi2.Connection, isi: BarisJurnal) -> None:
    for jenis, kunci in isi.milik:
        for tabel in MILIK[jenis]:
            if tabel.nama not in _INDUK or not _ada(isi, tabel.nama, kunci):
                kolom_milik = PEMILIK[tabel.nama][1]
                perintah = f"DELETE FROM {tabel.nama} WHERE {kolom_milik} = ?"  # noqa: S608
                db.execute(perintah, (kunci,))
    for nama, baris in isi.baris.items():
        kolom = _KOLOM_RANTAI if nama == RANTAI else TABEL[nama].kolom
        tanda = ", ".join("?" * len(kolom))
        perintah = f"INSERT OR REPLACE INTO {nama} ({', '.join(kolom)}) VALUES ({tanda})"  # noqa: S608
        if nama in _INDUK:
            ganti = ", ".join(f"{k} = excluded.{k}" for k in kolom[1:])
            perintah = perintah.replace(" OR REPLACE", "")
            perintah += f" ON CONFLICT ({kolom[0]}) DO UPDATE SET {ganti}"
        db.executemany(perintah, baris)


def _ada(isi: BarisJurnal, nama: str, kunci: object) -> bool:
    return any(baris[0] == kunci for baris in isi.baris.get(nama, ()))


def _lepas_pemicu(db: Koneksi) -> list[str]:
    """Take the locks off while rows go in by table instead of in the order of the act.

    Those of the search index stay. Returns the statements that put the others back.
    """
    ada = list(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    lepas = [(str(nama), str(sql)) for nama, sql in ada if not str(nama).startswith("cari_")]
    for nama, _ in lepas:
        db.execute(f"DROP TRIGGER {nama}")
    return [sql for _, sql in lepas]
