"""A register that lived, closed, and hands that have its key: no lock holds them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from builders import SENIN_PAGI, make_meja
from data.hidup_uji import Hidup
from sqlcipher3 import dbapi2

from sooko_desk.data.buka import NAMA_BERKAS
from sooko_desk.domain.waktu import JamTetap


@dataclass(frozen=True)
class Usik:
    """A closed register in `folder`."""

    folder: object
    kunci: str

    @contextlib.contextmanager
    def buka(self, path=None):
        """The file with every lock off; what is done to it is undone afterwards."""
        db = dbapi2.connect(str(path or self.folder / NAMA_BERKAS), isolation_level=None)
        db.execute(f"PRAGMA key = \"x'{self.kunci}'\"")
        db.execute("PRAGMA ignore_check_constraints = 1")
        db.execute("BEGIN")
        for (nama,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            db.execute(f"DROP TRIGGER {nama}")
        try:
            yield db
        finally:
            db.execute("ROLLBACK")
            db.close()

    def ubah(self, *perintah):
        """Do something for good, and leave the locks as they were."""
        db = dbapi2.connect(str(self.folder / NAMA_BERKAS), isolation_level=None)
        db.execute(f"PRAGMA key = \"x'{self.kunci}'\"")
        pemicu = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for nama, _ in pemicu:
            db.execute(f"DROP TRIGGER {nama}")
        for satu in perintah:
            db.execute(satu)
        for _, sql in pemicu:
            db.execute(sql)
        db.close()


def buat_hidup(folder, biji=1, banyak=250):
    """A register in `folder` after acts of every kind."""
    kantor = make_meja(folder, JamTetap(SENIN_PAGI))
    try:
        Hidup(kantor, biji).semua_jenis().jalan(banyak)
        return Usik(folder, kantor.store.kunci.kunci)
    finally:
        kantor.store.close()
