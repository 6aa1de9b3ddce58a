"""A window with a list of cases over the page of work: what all of them have around the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

LEBAR, TINGGI = 1180, 680


class JendelaDaftar(QDialog):
    """Banner, "Cetak daftar" and "Tutup" below the content. Show it with `open()`.

    It frees itself after closing. A window of this kind puts its content in with `susun`, and says
    with `mundur` and `cari_pindaian` what Escape and a scanned receipt do there.

    Args:
        judul: title of the window.
        kabar: what it tells in a sentence is told here: nobody sees the page behind now.
        pencetak: prints the list.
        parent: the window it belongs to.

    Attributes:
        spanduk: one sentence at a time, see `katakan`.
        cetak, tutup: the buttons below.
    """

    def __init__(self, judul: str, kabar: Kabar, pencetak: Pencetak, parent: QWidget) -> None:
        super().__init__(parent)
        self._kabar = kabar
        self._pencetak = pencetak
        self._aksi: Callable[[], None] | None = None
        self.spanduk = Spanduk()
        self.cetak = tombol_kedua("Cetak daftar", "printer", "Ctrl+P")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self.setWindowTitle(judul)
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        self.spanduk.aksi_dipilih.connect(self._on_spanduk_aksi)
        self.spanduk.ditutup.connect(self._on_spanduk_ditutup)
        self.tutup.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        kabar.pesan.connect(self._on_kabar_pesan)

    def susun(self, *isi: tuple[QWidget, int], bawah: tuple[QWidget, ...] = ()) -> None:
        """Put the content side by side, with its share of the width each.

        Args:
            bawah: what stands right of "Cetak daftar".
        """
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_s)
        for widget, bagian in isi:
            badan.addWidget(widget, bagian)
        tata_jendela(self, badan, (self.spanduk,), (self.cetak, *bawah), self.tutup)

    def katakan(
        self, nada: Nada, kalimat: str, tombol: str = "", aksi: Callable[[], None] | None = None
    ) -> None:
        """Say one sentence; what the banner offered before is over with it.

        Args:
            tombol, aksi: words of the banner's button, and what it does.
        """
        self._aksi = aksi
        self.spanduk.tampilkan(nada, kalimat, tombol)

    @property
    def is_menawarkan(self) -> bool:
        """Whether the banner offers something."""
        return self._aksi is not None

    def jalankan_aksi(self) -> None:
        """Do what the banner offers; nothing when it offers nothing."""
        if self._aksi is not None:
            self._aksi()

    def pindai(self, kode: str) -> None:
        """A receipt was scanned while this window is in front.

        Args:
            kode: e.g. "TB-KK-2026-00012".
        """
        if kalimat := self.cari_pindaian(kode):
            self.katakan(Nada.PERINGATAN, kalimat)

    def cari_pindaian(self, kode: str) -> str:
        """Go to the case of a scanned receipt; else say why not."""
        raise NotImplementedError

    def mundur(self) -> bool:
        """Go one step back; False = there is none, and the window closes."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.mundur():
            self.reject()

    def _on_spanduk_aksi(self) -> None:
        self.jalankan_aksi()

    def _on_spanduk_ditutup(self) -> None:
        self._aksi = None

    def _on_kabar_pesan(self, kalimat: str) -> None:
        self.katakan(Nada.BAHAYA, kalimat)

    def _on_finished(self) -> None:
        """A print window that is still sending is this window's child and must not go with it."""
        if (cetak := self._pencetak.dialog) is None:
            self.deleteLater()
        else:
            cetak.destroyed.connect(self.deleteLater)
