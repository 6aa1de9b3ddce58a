"""A consistent copy of the open register, and a second look at a copy."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.cadangan_jejak import baca_jejak
from sooko_desk.data.galat import reraise, translated
from sooko_desk.data.kejadian_kantor import find_kejadian, tulis_kejadian
from sooko_desk.data.periksa_register import baca_isi, periksa_register
from sooko_desk.data.unit import run_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    import peewee as pw

    from sooko_desk.data.cadangan_jejak import Jejak
    from sooko_desk.data.kunci_berkas import SlotKertas
    from sooko_desk.data.kunci_terbuka import BerkasKunci
    from sooko_desk.data.periksa_register import IsiRegister, Kerusakan
    from sooko_desk.domain.kejadian import KejadianBaru

NAMA_SALINAN = "salinan-cadangan.part"
"""In the data folder, while a backup is being made."""


@dataclass(frozen=True, slots=True)
class SalinanRegister:
    """A copy on this computer's own disk, as encrypted as the register.

    Attributes:
        path: the copy; whoever uses it removes it.
        folder_data: where register, key and scans lie.
        kunci: opens it, 64 hex digits.
        berkas_kunci: content of the key file that a backup of it needs.
        isi: what the register held at that moment.
    """

    path: Path
    folder_data: Path
    kunci: str = field(repr=False)
    berkas_kunci: bytes = field(repr=False)
    isi: IsiRegister

    def buang(self) -> None:
        """Remove the copy; what the disk refuses is overwritten the next time."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


class RegisterTerbuka:
    """The register file that is open. Everything here belongs to the window's thread."""

    def __init__(self, db: pw.SqliteDatabase, berkas_kunci: BerkasKunci) -> None:
        self._db = db
        self._berkas_kunci = berkas_kunci

    @property
    def folder(self) -> Path:
        """The data folder."""
        return Path(str(self._db.database)).parent

    @property
    def kunci(self) -> str:
        """Its key, 64 hex digits. Any thread may ask."""
        return self._berkas_kunci.kunci.kunci

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

    @property
    def kantor(self) -> str:
        """The office's id, 32 hex digits. Any thread may ask."""
        return self._berkas_kunci.kunci.kantor

    @translated
    def baca_jejak(self) -> Jejak:
        """What tells this state of the register from another, in about a millisecond.

        Raises:
            UserError: the file is damaged.
        """
        return baca_jejak(self._db.connection())

    def pasang_kertas(self, kertas: SlotKertas, baru: KejadianBaru) -> None:
        """Let this paper open the key from now on, and record it, once per token.

        Raises:
            UserError: register or key file cannot be written.
        """

        def act() -> int:
            nomor = tulis_kejadian(baru)
            # Last, for a file does not roll back.
            self._berkas_kunci.pasang_kertas(kertas)
            return nomor

        run_unit(self._db, lambda: find_kejadian(baru.token), act)

    def salin(self) -> SalinanRegister:
        """Copy the register as it is now, about 0.4 s per 100,000 rows.

        To this computer's disk and not straight to the stick: the window waits for it.

        Raises:
            UserError: the register is damaged, the disk is full, or a lost key file cannot be
                written again.
        """
        salinan = SalinanRegister(
            self.folder / NAMA_SALINAN,
            self.folder,
            self.kunci,
            self._berkas_kunci.baca(),
            self.baca_isi(),
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
