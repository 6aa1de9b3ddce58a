"""A disk in memory that remembers every write, and an SQLite with the register's cipher on it.

The register's own library cannot be given another file system, so the rigs write through SQLite3
Multiple Ciphers in the same file format; the program's own library reads what comes of it. The one
difference lies in the rollback journal: there SQLCipher sums up what it encrypted, the other what
it is going to encrypt. The log holds the sums that SQLCipher would have written, so that a journal
left by a cut is played back by the program's own library.
"""

from __future__ import annotations

import contextlib
import itertools
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePath

import apsw
import peewee as pw
from sqlcipher3 import dbapi2

from sooko_desk.data.buka import _PRAGMA
from sooko_desk.data.penjaga import pasang_penjaga
from sooko_desk.data.tabel_semua import SEMUA

SEKTOR = HALAMAN = 4096
KEPALA = 512  # of a rollback journal, where the disk writes no more than it is told
TULISAN_UTUH = 0x1000  # SQLITE_IOCAP_POWERSAFE_OVERWRITE, as both Windows and Linux say
_nama = (f"cakram{n}" for n in itertools.count())


class Galat(Enum):
    """How an I/O call fails."""

    PENUH = "disk penuh"
    RUSAK = "I/O rusak"


@dataclass(frozen=True, slots=True)
class Catatan:
    """One thing that was asked of the disk.

    Attributes:
        apa: "buat", "tulis", "potong", "sinkron", "hapus".
        tempat: offset of a write, new size of a truncation.
    """

    apa: str
    berkas: str
    tempat: int = 0
    isi: bytes = b""


@dataclass
class Cakram:
    """The files of a disk.

    Attributes:
        log: everything that was asked of it; None = it is not kept.
        gagal_pada: the call of this number (from 1) fails; 0 = none.
        panggilan: calls so far that may fail.
    """

    berkas: dict[str, bytearray] = field(default_factory=dict)
    log: list[Catatan] | None = None
    gagal: Galat = Galat.PENUH
    gagal_pada: int = 0
    panggilan: int = 0

    def __post_init__(self) -> None:
        self.nama = next(_nama)
        self._vfs = _Vfs(self)

    def salin(self) -> dict[str, bytes]:
        return {nama: bytes(isi) for nama, isi in self.berkas.items()}

    def pasang(self, berkas: dict[str, bytes]) -> None:
        """Another disk in its place; nothing may be open."""
        self.berkas = {nama: bytearray(isi) for nama, isi in berkas.items()}
        self.gagal_pada = 0

    def catat(self, apa: str, berkas: str, tempat: int = 0, isi: bytes = b"") -> None:
        if self.log is not None:
            self.log.append(Catatan(apa, berkas, tempat, isi))

    def coba(self, *, baca: bool = False) -> None:
        """Fail if this is the call that fails. Reading never fails for want of room."""
        if baca and self.gagal is Galat.PENUH:
            return
        self.panggilan += 1
        if self.panggilan == self.gagal_pada:
            if self.gagal is Galat.PENUH:
                raise apsw.FullError("database or disk is full")
            raise apsw.IOError("disk I/O error")


class _Vfs(apsw.VFS):
    def __init__(self, cakram: Cakram) -> None:
        self._cakram = cakram
        super().__init__(cakram.nama, "")

    def xFullPathname(self, nama):
        return nama

    def xAccess(self, nama, flags):
        return PurePath(nama).name in self._cakram.berkas

    def xDelete(self, nama, syncdir):
        self._cakram.coba()
        berkas = PurePath(nama).name
        if self._cakram.berkas.pop(berkas, None) is None:
            raise apsw.IOError("disk I/O error")
        self._cakram.catat("hapus", berkas)

    def xOpen(self, nama, flags):
        nama = nama.filename() if isinstance(nama, apsw.URIFilename) else nama
        return _Berkas(self._cakram, PurePath(nama).name)


class _Berkas:
    """An open file; locks need no keeping, for one connection at a time is open."""

    def __init__(self, cakram: Cakram, nama: str) -> None:
        self._cakram, self._nama = cakram, nama
        if nama not in cakram.berkas:
            cakram.coba()
            cakram.berkas[nama] = bytearray()
            cakram.catat("buat", nama)
        self._isi = cakram.berkas[nama]
        self._jumlah = JumlahJurnal() if nama.endswith("-journal") else None

    def xRead(self, banyak, tempat):
        self._cakram.coba(baca=True)
        return bytes(self._isi[tempat : tempat + banyak])

    def xWrite(self, isi, tempat):
        self._cakram.coba()
        isi = bytes(isi)
        tulis(self._isi, tempat, isi)
        if self._jumlah is not None:
            isi = self._jumlah.betulkan(tempat, isi)
        self._cakram.catat("tulis", self._nama, tempat, isi)

    def xTruncate(self, ukuran):
        self._cakram.coba()
        del self._isi[ukuran:]
        self._cakram.catat("potong", self._nama, ukuran)

    def xSync(self, flags):
        self._cakram.coba()
        self._cakram.catat("sinkron", self._nama)

    def xFileSize(self):
        return len(self._isi)

    def xSectorSize(self):
        return SEKTOR

    def xDeviceCharacteristics(self):
        return TULISAN_UTUH

    def xFileControl(self, op, penunjuk):
        return False

    def xLock(self, tingkat):
        return None

    xUnlock = xLock

    def xCheckReservedLock(self):
        return False

    def xClose(self):
        return None


class JumlahJurnal:
    """Puts SQLCipher's checksums into what is written to a rollback journal.

    A header holds the nonce and begins at a sector, where no page of a record ever does; a record
    is a page number, the page, and the nonce plus every 200th byte of the page from its end.
    """

    def __init__(self) -> None:
        self._nonce = 0
        self._halaman = (-1, b"")

    def betulkan(self, tempat: int, isi: bytes) -> bytes:
        if len(isi) == KEPALA and tempat % KEPALA == 0:
            self._nonce = int.from_bytes(isi[12:16], "big")
        elif len(isi) == HALAMAN:
            self._halaman = (tempat + HALAMAN, isi)
        elif len(isi) == 4 and tempat == self._halaman[0]:
            jumlah = self._nonce + sum(self._halaman[1][HALAMAN - 200 : 0 : -200])
            return (jumlah & 0xFFFFFFFF).to_bytes(4, "big")
        return isi


def tulis(berkas: bytearray, tempat: int, isi: bytes) -> None:
    """Write into a file; what lies between its end and the place becomes zeros."""
    if tempat > len(berkas):
        berkas.extend(bytes(tempat - len(berkas)))
    berkas[tempat : tempat + len(isi)] = isi


def open_cakram(cakram: Cakram, path: PurePath, kunci: str, **ganti: object) -> DbCakram:
    """Open the register on a disk in memory with the program's own settings, tables not bound.

    Args:
        path: where the register would lie; the folder is real (key, scans).
        kunci: as `sambungan_kunci` gives it.
        ganti: settings other than the program's, e.g. synchronous="off".
    """
    pragma = [(n, ganti.pop(n, isi)) for n, isi in _PRAGMA if not n.startswith("cipher")]
    db = DbCakram(str(path), pragmas=pragma)
    db.cakram, db.kunci = cakram, kunci
    sambung(db)
    return db


def sambung(db: DbCakram) -> None:
    """Connect and take the lock, as the program does."""
    db.connect()
    db.begin("EXCLUSIVE")
    db.commit()


def jaga(db: DbCakram) -> None:
    """Seal every later unit of this connection, at the newest schema, and bind the tables to it."""
    pasang_penjaga(db)
    db.bind(SEMUA)


def kunci_register(db: pw.SqliteDatabase) -> str:
    """The key of an open register, as its library is told it."""
    return db.connect_params["passphrase"]


def kunci_hex(db: pw.SqliteDatabase) -> str:
    """The same, 64 hex digits."""
    return kunci_register(db)[2:-1]


class DbCakram(pw.SqliteDatabase):
    """peewee over a disk in memory; fails with the words and classes of the program's library."""

    server_version = tuple(int(i) for i in apsw.sqlite_lib_version().split("."))
    cakram: Cakram
    kunci: str

    def _connect(self):
        with _diterjemahkan():
            asli = apsw.Connection(self.database, vfs=f"multipleciphers-{self.cakram.nama}")
        sambungan = _Sambungan(asli)
        for sql in ("cipher = 'sqlcipher'", "legacy = 4", f'key = "{self.kunci}"'):
            sambungan.execute(f"PRAGMA {sql}")
        self._add_conn_hooks(sambungan)
        return sambungan


class _Sambungan:
    """An apsw connection with the manners of sqlite3."""

    def __init__(self, asli: apsw.Connection) -> None:
        self._asli = asli

    @property
    def in_transaction(self) -> bool:
        return self._asli.in_transaction

    def cursor(self) -> _Kursor:
        return _Kursor(self._asli)

    def execute(self, sql, isi=()):
        return self.cursor().execute(sql, isi)

    def executemany(self, sql, semua):
        for isi in semua:
            self.execute(sql, isi)

    def create_function(self, nama, banyak, fungsi, *, deterministic=False):
        self._asli.create_scalar_function(nama, fungsi, banyak, deterministic=deterministic)

    def close(self) -> None:
        self._asli.close(True)


class _Kursor:
    """All rows are read at once, so that a failure comes where it comes in the program."""

    def __init__(self, asli: apsw.Connection) -> None:
        self._asli = asli
        self._baris: list[tuple] = []
        self.description = None
        self.lastrowid = None
        self.rowcount = -1

    def execute(self, sql, isi=None):
        kursor = self._asli.cursor()
        kursor.exec_trace = self._lihat
        with _diterjemahkan():
            self._baris = kursor.execute(sql, tuple(isi or ())).fetchall()
        self._baris.reverse()
        self.lastrowid = self._asli.last_insert_rowid()
        self.rowcount = self._asli.changes()
        return self

    def _lihat(self, kursor, sql, isi) -> bool:
        kolom = kursor.get_description()
        self.description = [(k[0], None, None, None, None, None, None) for k in kolom] or None
        return True

    def fetchone(self):
        return self._baris.pop() if self._baris else None

    def fetchall(self):
        return list(self)

    def fetchmany(self, banyak=1):
        return list(itertools.islice(self, banyak))

    def __iter__(self):
        while self._baris:
            yield self._baris.pop()

    def close(self) -> None:
        self._baris = []


_KELAS = {
    apsw.ConstraintError: dbapi2.IntegrityError,
    apsw.CorruptError: dbapi2.DatabaseError,
    apsw.NotADBError: dbapi2.DatabaseError,
}


@contextlib.contextmanager
def _diterjemahkan():
    try:
        yield
    except apsw.Error as galat:
        raise _KELAS.get(type(galat), dbapi2.OperationalError)(str(galat)) from galat
