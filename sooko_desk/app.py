"""The composition root: makes every long-lived object, starts the window, ends in order."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import JamSistem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argon2 import PasswordHasher
    from PySide6.QtWidgets import QWidget

    from sooko_desk.data.konsep import KonsepStore
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.sop.tabel import Tabel
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak, Setelan
    from sooko_desk.ui.galat_program import GalatProgram
    from sooko_desk.ui.jendela import AlatKerja, Jendela

AKAR = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[1]))
"""Folder with `sop_data` and `resources`: the checkout, or the frozen program's own folder."""

TANPA_LAYAR = (
    "Sooko Desk memerlukan layar, tetapi tidak ada layar yang dapat dipakai. "
    "Jalankan dari meja kerja (desktop), atau pakai: main.py --peragaan FOLDER"
)
KODE_TANPA_LAYAR = 2


@dataclass(frozen=True, slots=True)
class Lingkungan:
    """What the program stands on; tests and the demonstration bring their own.

    Attributes:
        folder_data: register, key, preferences, and the office's own `sop_data`.
        folder_sop: the shipped SOP files.
        hasher: PIN hashing; None = argon2's recommended parameters.
        dunia: printers and file dialogs; None = those of this computer.
    """

    folder_data: Path
    folder_sop: Path = AKAR / "sop_data"
    clock: Clock = field(default_factory=JamSistem)
    hasher: PasswordHasher | None = None
    dunia: DuniaCetak | None = None

    def load_tabel(self) -> Tabel:
        """Read the tables, the office's own in place of the shipped ones.

        Raises:
            UserError: a table is missing or wrong.
        """
        from sooko_desk.sop.tabel import load_tabel

        return load_tabel(self.folder_sop / "tabel", self.folder_data / "sop_data" / "tabel")


@dataclass(frozen=True, slots=True)
class Program:
    """A running program."""

    store: Store
    jendela: Jendela
    konsep: KonsepStore

    @property
    def meja(self) -> Meja:
        """The services, made on first use; see `build_alat`."""
        return self.jendela.alat.meja

    def tutup(self) -> None:
        """Take the window down while Qt still lives, then let go of the register.

        A window that outlives the QApplication ends the process with a crash.
        """
        hapus_jendela(self.jendela)
        self.lepas()

    def lepas(self) -> None:
        """Let go of drafts and register; the window must be closed."""
        self.konsep.close()
        self.store.close()


def tenangkan_memori() -> None:
    """Take what lives as long as the program out of the collector's rounds.

    A full round over all widgets and SOPs takes up to a tenth of a second, and comes while somebody
    types. One is made now, while the PIN is typed; the later ones look at what is new only.
    """
    gc.collect()
    gc.freeze()


def hapus_jendela(jendela: QWidget) -> None:
    """Close a window and free it at once."""
    from PySide6.QtCore import QCoreApplication, QEvent

    jendela.close()
    jendela.deleteLater()
    QCoreApplication.sendPostedEvents(jendela, QEvent.Type.DeferredDelete)


def build(lingkungan: Lingkungan) -> Program:
    """Make the program as far as signing in, not yet shown. A QApplication must exist.

    What only the page of work needs is made by the window once sign-in is painted: `build_alat`.

    Raises:
        UserError: register, tables or drafts cannot be opened. Text for the officer.
    """
    from sooko_desk.data.konsep import open_konsep
    from sooko_desk.data.store import Store
    from sooko_desk.ui.jendela import Jendela
    from sooko_desk.ui.setelan import SetelanBerkas

    store = Store(lingkungan.folder_data)
    konsep: KonsepStore | None = None
    try:
        tabel = lingkungan.load_tabel()
        konsep = open_konsep(lingkungan.folder_data)
        setelan: Setelan = (
            lingkungan.dunia.setelan
            if lingkungan.dunia
            else SetelanBerkas(lingkungan.folder_data / "setelan.ini")
        )
        buka_alat = partial(build_alat, store, konsep, lingkungan, tabel, setelan)
        jendela = Jendela(build_petugas(store, lingkungan), setelan, buka_alat)
        return Program(store, jendela, konsep)
    except BaseException:
        if konsep is not None:
            konsep.close()
        store.close()
        raise


def build_alat(
    store: Store, konsep: KonsepStore, lingkungan: Lingkungan, tabel: Tabel, setelan: Setelan
) -> AlatKerja:
    """Make what the page of work stands on.

    Raises:
        UserError: a shipped table, the key file or the drafts cannot be read.
    """
    from sooko_desk.services.konsep import KonsepService
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
    from sooko_desk.ui.jendela import AlatKerja

    meja = build_meja(store, lingkungan, tabel)
    meja.lampiran.bersihkan()  # scans that were read and, in a crash, never taken
    return AlatKerja(
        meja, lingkungan.dunia or DuniaCetak(setelan), KonsepService(konsep, lingkungan.clock)
    )


def build_petugas(store: Store, lingkungan: Lingkungan) -> PetugasService:
    """Make the one service that signing in needs."""
    from argon2 import PasswordHasher

    from sooko_desk.services.petugas import PetugasService

    return PetugasService(store, lingkungan.clock, lingkungan.hasher or PasswordHasher())


def build_meja(store: Store, lingkungan: Lingkungan, tabel: Tabel) -> Meja:
    """Make the services over an open register.

    Raises:
        UserError: a shipped table or the key file is missing or wrong.
    """
    from sooko_desk.services.alur_kerja import AlurKerjaService
    from sooko_desk.services.asli import AsliService
    from sooko_desk.services.blangko import BlangkoService
    from sooko_desk.services.buku_register import BukuRegisterService
    from sooko_desk.services.cetak_cerita import CetakCeritaService
    from sooko_desk.services.cetak_formulir import CetakFormulirService
    from sooko_desk.services.cetak_kekurangan import CetakKekuranganService
    from sooko_desk.services.data_kantor import build_data_kantor
    from sooko_desk.services.gangguan import GangguanService
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.jaga import build_jaga
    from sooko_desk.services.kepatuhan import KepatuhanService
    from sooko_desk.services.kiriman import KirimanService
    from sooko_desk.services.koreksi import KoreksiService
    from sooko_desk.services.lampiran import LampiranService
    from sooko_desk.services.laporan import build_laporan
    from sooko_desk.services.luar import LuarService
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pemohon_lama import PemohonLamaService
    from sooko_desk.services.pencetakan import PencetakanService
    from sooko_desk.services.pendamping import PendampingService
    from sooko_desk.services.penerimaan import PenerimaanService
    from sooko_desk.services.pengambilan import PengambilanService
    from sooko_desk.services.radar import RadarService
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.register import RegisterService
    from sooko_desk.services.syarat import SyaratService
    from sooko_desk.services.temuan import TemuanService
    from sooko_desk.sop.muat import load_rak

    clock = lingkungan.clock
    folder_kantor = lingkungan.folder_data / "sop_data"
    syarat = SyaratService(store.pengaturan, clock)
    rak = RakService(load_rak((lingkungan.folder_sop, folder_kantor)), tabel, store, clock, syarat)
    jadwal = JadwalService(store.pengaturan, lingkungan.folder_sop / "tabel", clock)
    alur = AlurKerjaService(store, rak, jadwal, clock)
    lampiran = LampiranService(store, lingkungan.folder_data, clock)
    kantor = build_data_kantor(store, rak, lampiran.brankas, clock)
    kop = kantor.kop
    jaga = build_jaga(store, lampiran, clock)
    return Meja(
        petugas=build_petugas(store, lingkungan),
        penerimaan=PenerimaanService(store, rak, tabel, clock),
        blangko=BlangkoService(store, rak, kop, clock),
        alur=alur,
        register=RegisterService(store, rak, clock),
        buku=BukuRegisterService(store, rak, kantor.isi, kop, clock),
        pencetakan=PencetakanService(store, rak, tabel, clock, kop),
        cetak_kekurangan=CetakKekuranganService(store, rak, tabel, jadwal, clock, kop),
        rak=rak,
        syarat=syarat,
        jadwal=jadwal,
        pemohon_lama=PemohonLamaService(store),
        temuan=TemuanService(store, clock),
        radar=RadarService(store),
        asli=AsliService(store, clock),
        kiriman=KirimanService(store, rak, alur, tabel, clock, kop),
        kantor=kantor,
        lampiran=lampiran,
        jaga=jaga,
        luar=LuarService(store, rak, tabel, clock),
        gangguan=GangguanService(store, jadwal, clock),
        pengambilan=PengambilanService(store, rak, tabel, clock, kop),
        koreksi=KoreksiService(store, rak, tabel, clock),
        pendamping=PendampingService(store.pengaturan, clock),
        cetak_formulir=CetakFormulirService(store, rak, tabel, clock, kop),
        kepatuhan=KepatuhanService(store, rak, jadwal, clock, kop),
        cetak_cerita=CetakCeritaService(store, rak, tabel, clock, kop),
        laporan=build_laporan(store, rak, jadwal, jaga.cadangan, kantor, clock),
        tabel=tabel,
        clock=clock,
    )


def main(argv: Sequence[str]) -> int:
    """Run the program; returns the exit code."""
    pilihan = _parse(argv)
    if pilihan.peragaan is not None:
        from sooko_desk.app_peragaan import jalankan_peragaan

        return jalankan_peragaan(Path(pilihan.peragaan))
    from sooko_desk.app_layar import ada_layar

    if not ada_layar(os.environ, sys.platform):
        sys.stderr.write(TANPA_LAYAR + "\n")
        return KODE_TANPA_LAYAR
    from PySide6.QtWidgets import QApplication

    from sooko_desk.ui import theme

    app = QApplication.instance() or QApplication(["sooko-desk"])
    assert isinstance(app, QApplication)
    theme.apply(app)
    awal = Awal(Lingkungan(Path(pilihan.data)))
    awal.mulai()
    kode = app.exec()
    awal.tutup()
    return kode


class Awal:
    """Opens the program, or the page that says why not, as often as the officer tries.

    Attributes:
        tampak: the window that is shown.
    """

    def __init__(self, lingkungan: Lingkungan) -> None:
        self._lingkungan = lingkungan
        self._program: Program | None = None
        self._galat: GalatProgram | None = None
        self.tampak: QWidget | None = None

    def mulai(self) -> None:
        """Try to open the register and show the main window."""
        from sooko_desk.ui.galat_program import GalatProgram

        try:
            self._program = build(self._lingkungan)
        except UserError as galat:
            self._tampilkan_galat(str(galat))
            return
        jendela = self._program.jendela
        self._galat = GalatProgram(self._lingkungan.folder_data, self._lingkungan.clock, jendela)
        self._galat.terjadi.connect(jendela.tampilkan_galat)
        self._galat.pasang()
        jendela.siap.connect(tenangkan_memori)
        jendela.gagal.connect(self._on_jendela_gagal)
        lama, self.tampak = self.tampak, jendela
        jendela.show()
        jendela.mulai()
        _lupakan(lama)

    def tutup(self) -> None:
        """Let go of the register."""
        if self._galat is not None:
            self._galat.lepas()
        if self._program is not None:
            self._program.tutup()
            gc.unfreeze()
        elif self.tampak is not None:
            hapus_jendela(self.tampak)

    def _tampilkan_galat(self, kalimat: str) -> None:
        from sooko_desk.ui.halaman_galat import HalamanGalat

        halaman = HalamanGalat(kalimat)
        halaman.coba_lagi.connect(self.mulai)
        lama, self.tampak = self.tampak, halaman
        halaman.show()
        _lupakan(lama)

    def _on_jendela_gagal(self, kalimat: str) -> None:
        """What the page of work needs cannot be opened: as if it had been found at once."""
        assert self._program is not None
        assert self._galat is not None
        program, self._program = self._program, None
        self._galat.lepas()
        self._galat = None
        self._tampilkan_galat(kalimat)
        program.lepas()


def _lupakan(lama: QWidget | None) -> None:
    """Close a window that another one has replaced."""
    if lama is not None:
        # Not freed at once: the click or signal that brought us here is still on its way through.
        lama.close()
        lama.deleteLater()


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Sooko Desk: meja pelayanan KK dan KTP Kecamatan Sooko.",
        usage=argparse.SUPPRESS,
        add_help=False,
    )
    pilihan = parser.add_argument_group("pilihan")
    pilihan.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
    pilihan.add_argument(
        "--data",
        metavar="FOLDER",
        default=str(platformdirs.user_data_path("SookoDesk", "Kecamatan Sooko")),
        help="folder register (bawaan: folder data pengguna)",
    )
    pilihan.add_argument(
        "--peragaan",
        metavar="FOLDER",
        nargs="?",
        const="peragaan",
        help="memainkan satu permohonan KK dan satu KTP dengan data karangan, "
        "lalu menaruh gambar layar dan PDF di FOLDER (bawaan: peragaan)",
    )
    return parser.parse_args(argv)
