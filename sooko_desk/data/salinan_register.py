"""A consistent copy of the open register, and a second look at a copy."""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlcipher3 import dbapi2

from sooko_desk.data.cadangan_jejak import baca_jejak
from sooko_desk.data.galat import reraise, translated
from sooko_desk.data.kejadian_kantor import find_kejadian, tulis_kejadian
from sooko_desk.data.penjaga import find_penjaga
from sooko_desk.data.periksa_register import baca_isi, periksa_register
from sooko_desk.data.potret_register import BerkasTerbuka
from sooko_desk.data.tulisan import Tulisan
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import PurePath

    import peewee as pw

    from sooko_desk.data.cadangan_jejak import Jejak
    from sooko_desk.data.kunci_berkas import SlotKertas
    from sooko_desk.data.kunci_terbuka import BerkasKunci
    from sooko_desk.data.periksa_register import IsiRegister, Kerusakan
    from sooko_desk.domain.kejadian import KejadianBaru

NAMA_SALINAN = "salinan-cadangan.part"
"""In the data folder, while a backup is being made."""
_NAMA_POTRET = "potret-{}.part"

_PENUH = (
    "Cakram komputer penuh, sehingga register belum dapat disalin. Kosongkan ruang, lalu coba lagi."
)
_GAGAL = (
    "Register tidak dapat disalin di cakram komputer ini. Periksa cakram dan hak tulis folder "
    "data, lalu coba lagi."
)


@dataclass(frozen=True, slots=True)
class SalinanRegister:
    """A copy on this computer's own disk, as encrypted as the register.

    Attributes:
        path: the copy; whoever uses it removes it.
        folder_data: where register, key and scans lie.
        kunci: opens it, 64 hex digits.
        berkas_kunci: content of the key file that a backup of it needs.
        isi: what the register held at that moment.
        jejak: which state of it that is.
    """

    path: Path
    folder_data: Path
    kunci: str = field(repr=False)
    berkas_kunci: bytes = field(repr=False)
    isi: IsiRegister
    jejak: Jejak

    def buang(self) -> None:
        """Remove the copy; what the disk refuses is overwritten the next time."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


class RegisterTerbuka:
    """The register file that is open. Belongs to the window's thread, but for what it hands out."""

    def __init__(self, db: pw.SqliteDatabase, berkas_kunci: BerkasKunci) -> None:
        self._db = db
        self._berkas_kunci = berkas_kunci
        self._berkas = BerkasTerbuka(Path(str(db.database)))

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

    def potret(self, untuk: str) -> PotretRegister:
        """A picture of it, to be taken in any thread.

        Args:
            untuk: a word for its name: two of the same are not taken at once.
        """
        penjaga = find_penjaga(self._db)
        tulisan = Tulisan() if penjaga is None else penjaga.tulisan
        path = self.folder.absolute() / _NAMA_POTRET.format(untuk)
        return PotretRegister(self._berkas, tulisan, path, self.kunci)

    def siapkan_salin(self) -> Callable[[], SalinanRegister]:
        """What copies the register, about 0.5 s per 100,000 rows; for any thread, once.

        To this computer's disk and not straight to the stick, from which it may be pulled. It
        raises UserError: the register is damaged, or the disk full.

        Raises:
            UserError: a lost key file cannot be written again.
        """
        potret, berkas_kunci = self.potret("cadangan"), self._berkas_kunci.baca()
        return lambda: _salin(potret, self.folder, berkas_kunci)

    def tutup(self) -> None:
        """Let go of the file, once the connection has."""
        self._berkas.tutup()


@dataclass(frozen=True, slots=True)
class PotretRegister:
    """A picture to be taken; for any thread, once.

    Attributes:
        berkas: the register's file.
        tulisan: tells whether it is being written.
        path: where the picture lies meanwhile, absolute, on this computer's own disk.
        kunci: opens it, 64 hex digits.
    """

    berkas: BerkasTerbuka
    tulisan: Tulisan
    path: Path
    kunci: str = field(repr=False)

    @contextlib.contextmanager
    def buka(self) -> Iterator[dbapi2.Connection]:
        """Take the picture and open it to read; afterwards it goes.

        Raises:
            dbapi2.Error: it cannot be opened.
            UserError: this computer's disk refuses, or the register is being closed.
        """
        try:
            try:
                self.berkas.salin(self.path, self.tulisan)
            except OSError as galat:
                penuh = galat.errno == errno.ENOSPC
                raise UserError(_PENUH if penuh else _GAGAL) from galat
            with open_salinan(self.path, self.kunci) as koneksi:
                yield koneksi
        finally:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)


@contextlib.contextmanager
def open_salinan(path: Path, kunci: str) -> Iterator[dbapi2.Connection]:
    """Open a copy to read it, by a connection of its own; it is not changed.

    Args:
        path: of the copy.
        kunci: 64 hex digits.

    Raises:
        dbapi2.Error: there is no such file.
    """
    with contextlib.closing(_connect(uri_baca(path.absolute()), kunci)) as koneksi:
        yield koneksi


def uri_baca(path: PurePath) -> str:
    r"""What SQLite opens without ever writing it.

    `as_uri` writes the server of \\server\share as the host, and SQLite refuses every host; here it
    stays a part of the path.

    Args:
        path: absolute.
    """
    lajur = path.as_posix()
    awal = "" if lajur.startswith("/") else "/"
    return f"file://{awal}{quote(os.fsencode(lajur), safe='/:')}?mode=ro"


def _connect(tujuan: str, kunci: str) -> dbapi2.Connection:
    koneksi = dbapi2.connect(tujuan, uri=tujuan.startswith("file:"))
    koneksi.execute(f"PRAGMA key = \"x'{kunci}'\"")
    koneksi.execute("PRAGMA cipher_log_level = NONE")
    return koneksi


def _salin(potret: PotretRegister, folder: Path, berkas_kunci: bytes) -> SalinanRegister:
    path = potret.path.with_name(NAMA_SALINAN)
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
    try:
        with potret.buka() as koneksi:
            isi, jejak = baca_isi(koneksi), baca_jejak(koneksi)
            # VACUUM INTO reads row by row and ends at the first that cannot be read. Tried too:
            # SQLite's backup interface is a fifth quicker, but SQLCipher hands it a page with a
            # broken seal as zeros, and it copies them without a word; sqlcipher_export loses
            # user_version, without which the copy is taken for a newborn register.
            koneksi.execute("VACUUM INTO ?", (str(path),))
    except dbapi2.Error as galat:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        reraise(galat)
    return SalinanRegister(path, folder, potret.kunci, berkas_kunci, isi, jejak)
