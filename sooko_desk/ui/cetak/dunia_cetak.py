"""What the print window is given: one document, and the world outside the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QApplication

from sooko_desk.ui.cetak import printer
from sooko_desk.ui.kit.dialog_berkas import Lokasi, Mode, Permintaan, tanya_berkas

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.ui.cetak.tugas import (
        KabarTugas,
        KertasPrinter,
        Kiriman,
        PrinterTersedia,
        TugasCetak,
    )

    PilihBerkas = Callable[[str, str], Path | None]


class Setelan(Protocol):
    """Preferences of this computer, by key; an unknown key reads as ""."""

    def get(self, key: str) -> str:
        """Read a preference."""

    def set(self, key: str, value: str) -> None:
        """Keep a preference."""


def pilih_berkas_sistem(judul: str, nama_awal: str) -> Path | None:
    """Ask for a file to save with the system's own dialog; None when the officer gives up."""
    permintaan = Permintaan(
        judul=judul,
        terima="Simpan",
        awal=Lokasi.DocumentsLocation,
        mode=Mode.AnyFile,
        saring=(f"Dokumen (*{Path(nama_awal).suffix})",),
        nama_awal=nama_awal,
    )
    return next(iter(tanya_berkas(QApplication.activeWindow(), permintaan)), None)


@dataclass(frozen=True, slots=True)
class DokumenCetak:
    """One document to look at, print or save.

    Attributes:
        kode: kind of document, e.g. "tanda_bukti"; its last printer is remembered, and it names
            the job in the print queue, so it holds no personal data.
        judul: title on the screen.
        nama_berkas: file name offered for saving, e.g. "tanda-bukti-0012.pdf".
        pdf: the whole document, pages of one paper size.
        boleh_simpan: False = it may not be left on disk.
        salinan: how often it went out before; from 1 on a print needs a reason.
        kertas: papers that it can be built for, upright, its own first; () = as it is.
        bangun: builds it for another of `kertas`; raises `OfficerError`.
        izin: asked before it is saved to a file, with the window in front and what then saves it,
            see `JagaEkspor.minta`; None = nobody is asked.
    """

    kode: str
    judul: str
    nama_berkas: str
    pdf: bytes
    boleh_simpan: bool = True
    salinan: int = 0
    kertas: tuple[Kertas, ...] = ()
    bangun: Callable[[Kertas], bytes] | None = None
    izin: Callable[[QWidget, Callable[[Callable[[], None]], None]], None] | None = None

    @property
    def nama_tugas(self) -> str:
        """The job's name in the print queue."""
        return f"Sooko Desk - {self.kode.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class DuniaCetak:
    """What the print window needs from outside; tests and the demo bring their own.

    Attributes:
        pilih_berkas: asks for a path (title, first name); None when given up.
        list_printer, list_kertas, cetak_pdf, read_kabar: see `printer`; each runs in a worker
            thread.
    """

    setelan: Setelan
    pilih_berkas: PilihBerkas = pilih_berkas_sistem
    list_printer: Callable[[], tuple[PrinterTersedia, ...]] = printer.list_printer
    cetak_pdf: Callable[[bytes, TugasCetak], Kiriman | None] = printer.cetak_pdf
    list_kertas: Callable[[str], tuple[KertasPrinter, ...] | None] = printer.list_kertas
    read_kabar: Callable[[Kiriman], KabarTugas] = printer.read_kabar
