"""The register as the services see it: named reads that give frozen values, named writes.

One store owns one connection, and one store is open at a time: the tables are bound to the one
opened last. Every write is one flat unit of work (`unit`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.buka import open_register
from sooko_desk.data.cetakan import CetakanStore
from sooko_desk.data.gangguan import GangguanStore
from sooko_desk.data.kiriman import KirimanStore
from sooko_desk.data.lampiran import LampiranStore
from sooko_desk.data.pencarian import PencarianStore
from sooko_desk.data.pengaturan import PengaturanStore
from sooko_desk.data.permohonan import PermohonanStore
from sooko_desk.data.petugas import PetugasStore
from sooko_desk.data.register import RegisterStore
from sooko_desk.data.sop_tersimpan import SopStore

if TYPE_CHECKING:
    from pathlib import Path


class Store:
    """An open register file.

    Attributes:
        petugas, permohonan, register, cetakan, sop, pengaturan, pencarian: the register's rooms.
    """

    def __init__(self, folder: Path) -> None:
        """Open the register in `folder`; see `buka.open_register` for what may be refused."""
        self._db = open_register(folder)
        self.petugas = PetugasStore(self._db)
        self.permohonan = PermohonanStore(self._db)
        self.register = RegisterStore(self._db)
        self.cetakan = CetakanStore(self._db)
        self.sop = SopStore()
        self.pencarian = PencarianStore()
        self.pengaturan = PengaturanStore(self._db)
        self.lampiran = LampiranStore(self._db)
        self.kiriman = KirimanStore(self._db)
        self.gangguan = GangguanStore(self._db)

    def close(self) -> None:
        """Let go of the file and its lock. Closing twice is harmless."""
        if not self._db.is_closed():
            self._db.close()
