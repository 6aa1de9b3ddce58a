"""A consistent copy of the open register, and a second look at a copy."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.buka import NAMA_KUNCI
from sooko_desk.data.galat import reraise, translated
from sooko_desk.data.kunci import load_kunci
from sooko_desk.data.periksa_register import baca_isi, periksa_register
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import peewee as pw

    from sooko_desk.data.periksa_register import IsiRegister, Kerusakan

NAMA_SALINAN = "salinan-cadangan.part"
"""In the data folder, while a backup is being made."""


@dataclass(frozen=True, slots=True)
class SalinanRegister:
    """A copy on this computer's own disk, as encrypted as the register.

    Attributes:
        path: the copy; whoever uses it removes it.
        folder_data: where register, key and scans lie.
        kunci: opens it, 64 hex digits.
        isi: what the register held at that moment.
    """

    path: Path
    folder_data: Path
    kunci: str
    isi: IsiRegister

    def buang(self) -> None:
        """Remove the copy; what the disk refuses is overwritten the next time."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


class RegisterTerbuka:
    """The register file that is open. Everything here belongs to the window's thread."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @property
    def folder(self) -> Path:
        """The data folder."""
        return Path(str(self._db.database)).parent

    @translated
    def periksa(self) -> tuple[Kerusakan, ...]:
        """Read the file as a whole; nothing when it is whole."""
        return periksa_register(self._db.connection())

    @translated
    def baca_isi(self) -> IsiRegister:
        """Count it and list its scans.

        Raises:
            UserError: the file is damaged.
        """
        return baca_isi(self._db.connection())

    def salin(self) -> SalinanRegister:
        """Copy the register as it is now, about 0.4 s per 100,000 rows.

        To this computer's disk and not straight to the stick: the window waits for it.

        Raises:
            UserError: the register is damaged, the disk is full, or the key file is missing.
        """
        kunci = load_kunci(self.folder / NAMA_KUNCI)
        if kunci is None:
            raise UserError(
                f"Berkas kunci {NAMA_KUNCI} tidak ada di folder data, dan cadangan tanpa kunci "
                "tidak dapat dibuka. Jangan hapus apa pun; kembalikan berkas kunci dari cadangan."
            )
        salinan = SalinanRegister(
            self.folder / NAMA_SALINAN, self.folder, kunci.kunci, self.baca_isi()
        )
        salinan.buang()
        try:
            # The register's own connection reads, since its exclusive lock keeps every other out.
            # VACUUM INTO reads row by row and ends at the first that cannot be read. Tried too:
            # SQLite's backup interface is a fifth quicker, but SQLCipher hands it a page with a
            # broken seal as zeros, and it copies them without a word; sqlcipher_export loses
            # user_version, without which the copy is taken for a newborn register.
            self._db.connection().execute("VACUUM INTO ?", (str(salinan.path),))
        except dbapi2.Error as galat:
            salinan.buang()
            reraise(galat)
        return salinan


@contextlib.contextmanager
def open_salinan(path: Path, kunci: str) -> Iterator[dbapi2.Connection]:
    """Open a copy to read it, by a connection of its own; it is not changed.

    Args:
        path: absolute.
        kunci: 64 hex digits.

    Raises:
        dbapi2.Error: there is no such file.
    """
    with contextlib.closing(_connect(f"{path.as_uri()}?mode=ro", kunci)) as koneksi:
        yield koneksi


def _connect(tujuan: str, kunci: str) -> dbapi2.Connection:
    koneksi = dbapi2.connect(tujuan, uri=tujuan.startswith("file:"))
    koneksi.execute(f"PRAGMA key = \"x'{kunci}'\"")
    koneksi.execute("PRAGMA cipher_log_level = NONE")
    return koneksi
