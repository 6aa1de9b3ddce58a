"""The register as the services see it: named reads that give frozen values, named writes.

One store owns one connection, and one store is open at a time: the tables are bound to the one
opened last. Every write is one flat unit of work (`unit`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.buka import open_register
from sooko_desk.data.buku import BukuStore
from sooko_desk.data.catatan_kantor import CatatanKantorStore
from sooko_desk.data.cetakan import CetakanStore
from sooko_desk.data.gangguan import GangguanStore
from sooko_desk.data.indeks_cari import IndeksCari
from sooko_desk.data.insiden import InsidenStore
from sooko_desk.data.jam import JamStore
from sooko_desk.data.kejadian_kantor import KejadianStore
from sooko_desk.data.kiriman import KirimanStore
from sooko_desk.data.lampiran import LampiranStore
from sooko_desk.data.nomor_buku import NomorBukuStore
from sooko_desk.data.nomor_cadangan import NomorCadanganStore
from sooko_desk.data.pencarian import PencarianStore
from sooko_desk.data.pengaturan import PengaturanStore
from sooko_desk.data.penjaga import find_penjaga
from sooko_desk.data.peristiwa_harian import PeristiwaHarianStore
from sooko_desk.data.permohonan import PermohonanStore
from sooko_desk.data.petugas import PetugasStore
from sooko_desk.data.rantai_jaga import RantaiJaga
from sooko_desk.data.register import RegisterStore
from sooko_desk.data.salinan_register import RegisterTerbuka
from sooko_desk.data.sop_tersimpan import SopStore
from sooko_desk.data.tahun_buku import TahunBukuStore
from sooko_desk.data.tutup_harian import TutupHarianStore

if TYPE_CHECKING:
    from pathlib import Path

    import peewee as pw

    from sooko_desk.data.kunci import KunciData
    from sooko_desk.data.kunci_terbuka import BerkasKunci
    from sooko_desk.data.pelindung import Pelindung
    from sooko_desk.data.tulisan import Pengamat


class Store:
    """An open register file.

    Attributes:
        petugas, permohonan, register, cetakan, sop, pengaturan, pencarian, lampiran, kiriman,
            gangguan, buku, nomor_buku, nomor_cadangan, tutup_harian, peristiwa_harian,
            kejadian, catatan_kantor, jam, tahun_buku, insiden: the register's rooms.
        indeks: the search index, to be made anew when it is damaged.
        terbuka: the file itself, for check and backup.
        berkas_kunci: its key file.
        rantai: its hash chain, its journal, and the marker on this computer.
    """

    def __init__(
        self, folder: Path, pelindung: Pelindung | None = None, kunci: KunciData | None = None
    ) -> None:
        """Open the register in `folder`; see `buka.open_register`."""
        self._pasang(*open_register(folder, pelindung, kunci))

    @classmethod
    def dari(cls, db: pw.SqliteDatabase, berkas_kunci: BerkasKunci) -> Store:
        """Stand on a register that is open already, at the newest schema, with its tables bound.

        The power-cut rig writes through an SQLite of its own: see tests/daya.
        """
        store = cls.__new__(cls)
        cls._pasang(store, db, berkas_kunci)
        return store

    def _pasang(self, db: pw.SqliteDatabase, berkas_kunci: BerkasKunci) -> None:
        self._db = db
        self.berkas_kunci = berkas_kunci
        self.terbuka = RegisterTerbuka(self._db, berkas_kunci)
        self.petugas = PetugasStore(self._db)
        self.permohonan = PermohonanStore(self._db)
        self.register = RegisterStore(self._db)
        self.cetakan = CetakanStore(self._db)
        self.sop = SopStore()
        self.pencarian = PencarianStore(self._db)
        self.indeks = IndeksCari(self._db)
        self.pengaturan = PengaturanStore(self._db)
        self.lampiran = LampiranStore(self._db)
        self.kiriman = KirimanStore(self._db)
        self.gangguan = GangguanStore(self._db)
        self.buku = BukuStore(self._db)
        self.nomor_buku = NomorBukuStore()
        self.nomor_cadangan = NomorCadanganStore(self._db)
        self.tutup_harian = TutupHarianStore(self._db)
        self.peristiwa_harian = PeristiwaHarianStore(self._db)
        self.kejadian = KejadianStore(self._db)
        self.jam = JamStore(self._db)
        self.tahun_buku = TahunBukuStore(self._db)
        self.catatan_kantor = CatatanKantorStore()
        self.insiden = InsidenStore()
        kantor = "" if berkas_kunci.sesaat else berkas_kunci.kunci.kantor
        self.rantai = RantaiJaga(self._db, self.terbuka.folder, kantor)

    @property
    def kunci(self) -> KunciData:
        """The key that opened it."""
        return self.berkas_kunci.kunci

    def amati(self, pengamat: Pengamat) -> None:
        """Let somebody know whenever the register is being written."""
        penjaga = find_penjaga(self._db)
        assert penjaga is not None
        penjaga.tulisan.pengamat = pengamat

    def close(self) -> None:
        """Let go of the file and its lock. Closing twice is harmless."""
        if not self._db.is_closed():
            self.rantai.tulis_penanda()
            self._db.close()
            self.terbuka.tutup()
