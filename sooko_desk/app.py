"""The composition root: makes every long-lived object, starts the window, ends in order."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from sooko_desk.app_lingkungan import Lingkungan, build_petugas
from sooko_desk.app_pemulihan import Pemulih
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from sooko_desk.data.konsep import KonsepStore
    from sooko_desk.data.store import Store
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.sop.tabel import Tabel
    from sooko_desk.ui.cetak.dunia_cetak import Setelan
    from sooko_desk.ui.galat_program import GalatProgram
    from sooko_desk.ui.jendela import AlatKerja, Jendela

TANPA_LAYAR = (
    "Sooko Desk memerlukan layar, tetapi tidak ada layar yang dapat dipakai. "
    "Jalankan dari meja kerja (desktop), atau pakai: main.py --peragaan FOLDER"
)
KODE_TANPA_LAYAR = 2


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
        UserError: register, tables or drafts cannot be opened, or no register is to be begun in
            that folder. Text for the officer.
    """
    from sooko_desk.data.konsep import KonsepStore
    from sooko_desk.data.store import Store
    from sooko_desk.ui.jendela import Jendela
    from sooko_desk.ui.penahan_masukan import PenahanMasukan
    from sooko_desk.ui.setelan import SetelanBerkas

    peringatan = lingkungan.periksa_tempat()
    store = Store(lingkungan.folder_data, lingkungan.pelindung)
    konsep: KonsepStore | None = None
    try:
        tabel = lingkungan.load_tabel()
        konsep = KonsepStore(lingkungan.folder_data, store.kunci.kunci)
        setelan: Setelan = (
            lingkungan.dunia.setelan
            if lingkungan.dunia
            else SetelanBerkas(lingkungan.folder_data / "setelan.ini")
        )
        petugas = build_petugas(store, lingkungan)
        buka_alat = partial(build_alat, store, konsep, lingkungan, tabel, setelan, petugas)
        jendela = Jendela(petugas, setelan, buka_alat, peringatan)
        store.amati(PenahanMasukan(jendela, lingkungan.detik))
        return Program(store, jendela, konsep)
    except BaseException:
        if konsep is not None:
            konsep.close()
        store.close()
        raise


def build_alat(
    store: Store,
    konsep: KonsepStore,
    lingkungan: Lingkungan,
    tabel: Tabel,
    setelan: Setelan,
    petugas: PetugasService,
) -> AlatKerja:
    """Make what the page of work stands on.

    Raises:
        UserError: a shipped table, the key file or the drafts cannot be read.
    """
    from sooko_desk.app_meja import build_meja
    from sooko_desk.services.konsep import KonsepService
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
    from sooko_desk.ui.jendela import AlatKerja

    meja = build_meja(store, lingkungan, tabel, petugas)
    meja.lampiran.bersihkan()  # scans that were read and, in a crash, never taken
    return AlatKerja(
        meja, lingkungan.dunia or DuniaCetak(setelan), KonsepService(konsep, lingkungan.clock)
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
    from sooko_desk.ui.galat_program import tulis_galat

    app = QApplication.instance() or QApplication(["sooko-desk"])
    assert isinstance(app, QApplication)
    theme.apply(app)
    # From the first moment a fault is told without its message, which could hold a name.
    lama, sys.excepthook = sys.excepthook, tulis_galat
    awal = Awal(Lingkungan(Path(pilihan.data)))
    awal.mulai()
    kode = app.exec()
    awal.tutup()
    sys.excepthook = lama
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
        self._pemulih = Pemulih(lingkungan, self._gantikan, self.mulai, self._tampilkan_galat)
        self.tampak: QWidget | None = None

    def mulai(self) -> None:
        """Try to open the register and show the main window."""
        from sooko_desk.data.kunci import KunciTerkunciError
        from sooko_desk.ui.galat_program import GalatProgram

        if self._pemulih.tahan():
            return
        try:
            self._program = build(self._lingkungan)
        except UserError as galat:
            if isinstance(galat, KunciTerkunciError) and galat.kertas is not None:
                self._minta_kode(str(galat))
            else:
                self._tampilkan_galat(str(galat))
            return
        jurnal = self._program.store.rantai.jurnal
        if self._pemulih.tahan_mundur(jurnal.mundur if jurnal else None):
            return
        jendela = self._program.jendela
        self._galat = GalatProgram(self._lingkungan.folder_data, self._lingkungan.clock, jendela)
        self._galat.terjadi.connect(jendela.tampilkan_galat)
        self._galat.pasang()
        jendela.siap.connect(tenangkan_memori)
        jendela.gagal.connect(self._on_jendela_gagal)
        jendela.pulihkan.connect(self._pemulih.buka)
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
        halaman.pulihkan.connect(self._pemulih.buka)
        self._tampilkan(halaman)

    def _minta_kode(self, kalimat: str) -> None:
        """This computer does not open the key: the code on paper does."""
        from sooko_desk.ui.kode_pemulihan.halaman_buka import HalamanBuka

        halaman = HalamanBuka(kalimat)
        halaman.coba_lagi.connect(self.mulai)
        halaman.pulihkan.connect(self._pemulih.buka)
        halaman.dicoba.connect(self._on_kode_dicoba)
        self._tampilkan(halaman)

    def _tampilkan(self, halaman: QWidget) -> None:
        lama, self.tampak = self.tampak, halaman
        halaman.show()
        _lupakan(lama)

    def _gantikan(self, halaman: QWidget) -> None:
        """Show a window in place of the program, and let go of the register."""
        program, self._program = self._program, None
        if program is not None:
            program.jendela.dilepas = True
            if self._galat is not None:
                self._galat.lepas()
                self._galat = None
            if program.jendela is not self.tampak:
                hapus_jendela(program.jendela)
        self._tampilkan(halaman)
        if program is not None:
            program.lepas()
            gc.unfreeze()

    def _on_kode_dicoba(self, kode: str) -> None:
        from sooko_desk.services.kunci_kertas import buka_register_dengan_kode
        from sooko_desk.ui.kode_pemulihan.halaman_buka import HalamanBuka

        halaman, dunia = self.tampak, self._lingkungan
        assert isinstance(halaman, HalamanBuka)
        try:
            buka_register_dengan_kode(dunia.folder_data, kode, dunia.clock, dunia.pelindung)
        except UserError as galat:
            halaman.tolak(str(galat))
        else:
            self.mulai()

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
