"""The office's logo as a field: a picture that is chosen, or dropped here from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sooko_desk.ui.kit.dialog_berkas import Lokasi, Mode, Permintaan, tanya_berkas
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

SISI = 72
"""Px of the picture."""
BELUM_ADA = "Belum ada logo. Pilih gambar, atau seret PNG/JPG ke sini."
ADA = "Logo tercetak di kiri kop. Ganti dengan gambar lain, atau hapus."
DIPERIKSA = "Gambar sedang diperiksa …"
HANYA_LIHAT = "Belum ada logo."
_PILIH = Permintaan(
    judul="Pilih gambar logo",
    terima="Pilih",
    awal=Lokasi.PicturesLocation,
    mode=Mode.ExistingFile,
    saring=("Gambar (*.png *.jpg *.jpeg)", "Semua berkas (*)"),
)


def pilih_gambar(
    parent: QWidget, jalankan: Callable[[QFileDialog], int] = QFileDialog.exec
) -> Path | None:
    """Ask for a picture with the system's own dialog; None when the officer gives up.

    Args:
        parent: the window that waits for the answer.
        jalankan: shows the dialog until it is answered; 0 = given up. A test answers by itself:
            the dialog of Windows is no widget, so nothing else could close it.
    """
    return next(iter(tanya_berkas(parent, _PILIH, jalankan)), None)


class IsianLogo(QFrame):
    """Shows a logo and tells what the officer wants; reads no file itself.

    Signals:
        pilih(): another picture is to be chosen.
        dijatuhkan(object): the `Path` of a file that was dropped here.
        hapus(): the office is to have no logo.
    """

    pilih = Signal()
    dijatuhkan = Signal(object)
    hapus = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._readonly = False
        self._sibuk = False
        self._ada = False
        self._gambar = QLabel()
        self._gambar.setFixedSize(SISI, SISI)
        self._gambar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._kata = build_label(BELUM_ADA, Peran.REDUP)
        self._kata.setWordWrap(True)
        self.tombol_pilih = tombol_kedua("Pilih gambar", "upload", "Alt+L")
        self.tombol_hapus = tombol_teks("Hapus logo", "trash")
        self.setAcceptDrops(True)
        self.setFocusProxy(self.tombol_pilih)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        tombol.addWidget(self.tombol_pilih)
        tombol.addWidget(self.tombol_hapus)
        tombol.addStretch(1)
        kanan = QVBoxLayout()
        kanan.setSpacing(THEME.gap_xs)
        kanan.addWidget(self._kata)
        kanan.addLayout(tombol)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_m)
        layout.addWidget(self._gambar)
        layout.addLayout(kanan, 1)
        self.tombol_pilih.clicked.connect(self.pilih)
        self.tombol_hapus.clicked.connect(self.hapus)

    @property
    def kata(self) -> str:
        """What stands beside the picture."""
        return self._kata.text()

    def set_logo(self, isi: bytes | None) -> None:
        """Show a PNG; None = there is no logo."""
        gambar = QPixmap()
        self._ada = isi is not None and gambar.loadFromData(isi)
        if self._ada:
            rasio = self.devicePixelRatioF()
            gambar = gambar.scaled(
                self._gambar.size() * rasio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            gambar.setDevicePixelRatio(rasio)
        self._gambar.setPixmap(gambar)
        self._gambar.setAccessibleName("Logo kantor" if self._ada else "Tanpa logo")
        self._atur()

    def set_sibuk(self, *, sibuk: bool) -> None:
        """A picture is being looked at: no other is taken meanwhile."""
        self._sibuk = sibuk
        self._atur()

    def set_readonly(self, readonly: bool) -> None:
        """Only show."""
        self._readonly = readonly
        self._atur()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Take one file."""
        if _find_berkas(event) is not None and self.tombol_pilih.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """Tell which file it is."""
        if (path := _find_berkas(event)) is not None and self.tombol_pilih.isEnabled():
            event.acceptProposedAction()
            self.dijatuhkan.emit(path)

    def _atur(self) -> None:
        kosong = HANYA_LIHAT if self._readonly else BELUM_ADA
        self._kata.setText(DIPERIKSA if self._sibuk else ADA if self._ada else kosong)
        self._kata.setVisible(not (self._readonly and self._ada))
        self._gambar.setVisible(self._ada)
        for tombol in (self.tombol_pilih, self.tombol_hapus):
            tombol.setVisible(not self._readonly)
        self.tombol_pilih.setEnabled(not self._readonly and not self._sibuk)
        self.tombol_hapus.setEnabled(self.tombol_pilih.isEnabled() and self._ada)


def _find_berkas(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The one file that is dragged; None = none, several, or nothing of this computer."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
