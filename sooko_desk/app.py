"""The composition root: makes every long-lived object, starts the window, ends in order."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from dataclasses import dataclass, field
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
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
    from sooko_desk.ui.galat_program import GalatProgram
    from sooko_desk.ui.jendela import Jendela

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


@dataclass(frozen=True, slots=True)
class Program:
    """A running program."""

    store: Store
    meja: Meja
    jendela: Jendela
    konsep: KonsepStore

    def tutup(self) -> None:
        """Take the window down while Qt still lives, then let go of the register.

        A window that outlives the QApplication ends the process with a crash.
        """
        hapus_jendela(self.jendela)
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
    """Make the whole program, not yet shown. A QApplication must exist.

    Raises:
        UserError: register or tables cannot be opened. Text for the officer.
    """
    from sooko_desk.data.konsep import open_konsep
    from sooko_desk.data.store import Store
    from sooko_desk.services.konsep import KonsepService
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
    from sooko_desk.ui.jendela import Jendela
    from sooko_desk.ui.setelan import SetelanBerkas

    store = Store(lingkungan.folder_data)
    konsep: KonsepStore | None = None
    try:
        meja = build_meja(store, lingkungan)
        meja.lampiran.bersihkan()  # scans that were read and, in a crash, never taken
        konsep = open_konsep(lingkungan.folder_data)
        dunia = lingkungan.dunia or DuniaCetak(
            SetelanBerkas(lingkungan.folder_data / "setelan.ini")
        )
        jendela = Jendela(meja, dunia, KonsepService(konsep, lingkungan.clock))
        return Program(store, meja, jendela, konsep)
    except BaseException:
        if konsep is not None:
            konsep.close()
        store.close()
        raise


def build_meja(store: Store, lingkungan: Lingkungan) -> Meja:
    """Make the services over an open register.

    Raises:
        UserError: a table of `sop_data` is missing or wrong.
    """
    from argon2 import PasswordHasher

    from sooko_desk.services.alur_kerja import AlurKerjaService
    from sooko_desk.services.asli import AsliService
    from sooko_desk.services.cetak_cerita import CetakCeritaService
    from sooko_desk.services.cetak_formulir import CetakFormulirService
    from sooko_desk.services.cetak_kekurangan import CetakKekuranganService
    from sooko_desk.services.gangguan import GangguanService
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.kepatuhan import KepatuhanService
    from sooko_desk.services.kiriman import KirimanService
    from sooko_desk.services.koreksi import KoreksiService
    from sooko_desk.services.lampiran import LampiranService
    from sooko_desk.services.luar import LuarService
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pemohon_lama import PemohonLamaService
    from sooko_desk.services.pencetakan import PencetakanService
    from sooko_desk.services.pendamping import PendampingService
    from sooko_desk.services.penerimaan import PenerimaanService
    from sooko_desk.services.pengambilan import PengambilanService
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.services.radar import RadarService
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.register import RegisterService
    from sooko_desk.services.syarat import SyaratService
    from sooko_desk.services.temuan import TemuanService
    from sooko_desk.sop.muat import load_rak
    from sooko_desk.sop.tabel import load_tabel

    clock = lingkungan.clock
    folder_kantor = lingkungan.folder_data / "sop_data"
    tabel = load_tabel(lingkungan.folder_sop / "tabel", folder_kantor / "tabel")
    syarat = SyaratService(store.pengaturan, clock)
    rak = RakService(load_rak((lingkungan.folder_sop, folder_kantor)), tabel, store, clock, syarat)
    jadwal = JadwalService(store.pengaturan, lingkungan.folder_sop / "tabel", clock)
    alur = AlurKerjaService(store, rak, jadwal, clock)
    return Meja(
        petugas=PetugasService(store, clock, lingkungan.hasher or PasswordHasher()),
        penerimaan=PenerimaanService(store, rak, tabel, clock),
        alur=alur,
        register=RegisterService(store, rak, clock),
        pencetakan=PencetakanService(store, rak, tabel, clock),
        cetak_kekurangan=CetakKekuranganService(store, rak, tabel, jadwal, clock),
        rak=rak,
        syarat=syarat,
        jadwal=jadwal,
        pemohon_lama=PemohonLamaService(store),
        temuan=TemuanService(store, clock),
        radar=RadarService(store),
        asli=AsliService(store, clock),
        kiriman=KirimanService(store, rak, alur, tabel, clock),
        lampiran=LampiranService(store, lingkungan.folder_data, clock),
        luar=LuarService(store, rak, tabel, clock),
        gangguan=GangguanService(store, jadwal, clock),
        pengambilan=PengambilanService(store, rak, tabel, clock),
        koreksi=KoreksiService(store, rak, tabel, clock),
        pendamping=PendampingService(store.pengaturan, clock),
        cetak_formulir=CetakFormulirService(store, rak, tabel, clock),
        kepatuhan=KepatuhanService(store, rak, jadwal, clock),
        cetak_cerita=CetakCeritaService(store, rak, tabel, clock),
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
        from sooko_desk.ui.halaman_galat import HalamanGalat

        lama = self.tampak
        try:
            self._program = build(self._lingkungan)
        except UserError as galat:
            halaman = HalamanGalat(str(galat))
            halaman.coba_lagi.connect(self.mulai)
            self.tampak = halaman
            halaman.show()
        else:
            self.tampak = self._program.jendela
            self._galat = GalatProgram(
                self._lingkungan.folder_data, self._lingkungan.clock, self._program.jendela
            )
            self._galat.terjadi.connect(self._program.jendela.tampilkan_galat)
            self._galat.pasang()
            self._program.jendela.siap.connect(tenangkan_memori)
            self._program.jendela.show()
            self._program.jendela.mulai()
        if lama is not None:
            # Not at once: the click that brought us here is still on its way through it.
            lama.close()
            lama.deleteLater()

    def tutup(self) -> None:
        """Let go of the register."""
        if self._galat is not None:
            self._galat.lepas()
        if self._program is not None:
            self._program.tutup()
            gc.unfreeze()
        elif self.tampak is not None:
            hapus_jendela(self.tampak)


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
