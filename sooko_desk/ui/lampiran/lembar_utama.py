"""The list and the viewer, with all that is said and asked around them. Stores nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sooko_desk.ui.kit.bilah_kemajuan import BilahKemajuan
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import Tombol, tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.lampiran.bilah_tampilan import BilahTampilan
from sooko_desk.ui.lampiran.daftar_pindaian import DaftarPindaian
from sooko_desk.ui.lampiran.kanvas_dokumen import KanvasDokumen
from sooko_desk.ui.lampiran.papan_tolak import PapanTolak
from sooko_desk.ui.lampiran.pita_baru import PitaBaru
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sooko_desk.ui.lampiran.kanvas_dokumen import DokumenGambar

PILIH_UNTUK_DILEPAS = "Pilih dulu pindaian yang dilepas."


class LembarUtama(QWidget):
    """One case's scans.

    Args:
        sempit: list above viewer, and only the buttons without which it does not work.

    Signals:
        tambah_diminta(), tempel_diminta(): files, or what was copied, are to be added.
        salinan_diminta(): a copy for an upload of the current scan is wanted.
        folder_diminta(): the scanner's folder is to be chosen.
        dilepas(): the officer said yes to taking the current scan off.
    """

    tambah_diminta = Signal()
    tempel_diminta = Signal()
    salinan_diminta = Signal()
    folder_diminta = Signal()
    dilepas = Signal()

    def __init__(self, *, sempit: bool) -> None:
        super().__init__()
        self.pita = PitaBaru(sempit=sempit)
        self.daftar = DaftarPindaian()
        self.tolak = PapanTolak()
        self.kanvas = KanvasDokumen()
        self.bilah = BilahTampilan(self.kanvas, self)
        self.kemajuan = BilahKemajuan()
        self.spanduk = Spanduk()
        self.tambah = tombol_utama("Tambah…", "plus", "Ctrl+O")
        self.tempel = tombol_teks("Tempel", "copy", "Ctrl+V")
        self.lepas = tombol_teks("Lepas", "trash", "Del")
        self.salinan = tombol_kedua("Salinan unggah", "upload", "Ctrl+S")
        self.folder = tombol_teks("Folder pemindai…", "folder-open")
        (self._ya,) = pasang_pintasan(self, {"Y": self._on_ya}, DI_BAGIAN)
        self._build_layout(sempit=sempit)
        self._connect()
        self._set_bertanya(ya=False)
        self.set_folder(None)

    def bersihkan(self) -> None:
        """Forget what was said of another case."""
        self.batal_tanya()
        self.spanduk.sembunyikan()
        self.tolak.kosongkan()

    def katakan(self, nada: Nada, kalimat: str) -> None:
        """Say one sentence; a question that is open is over with it."""
        self._set_bertanya(ya=False)
        self.spanduk.tampilkan(nada, kalimat)

    def tampilkan(self, nama: str, dokumen: DokumenGambar) -> None:
        """Show a scan; the one that is shown already stays as it is."""
        self.bilah.nama.set_teks(nama)
        if self.kanvas.dokumen != dokumen:
            self.kanvas.set_dokumen(dokumen)

    def tampilkan_kosong(self, tujuan: str) -> None:
        """Show that this paper has no scan, and how it gets one."""
        self.bilah.nama.set_teks("")
        self.kanvas.kosongkan(
            f"Belum ada pindaian untuk {tujuan}.\n\n"
            "Seret berkas ke sini, tambah dengan Ctrl+O, atau tempel dengan Ctrl+V.\n"
            "Pindaian tidak wajib."
        )

    def set_ada_pindaian(self, ada: bool) -> None:
        """Whether the current line is a scan."""
        self.lepas.setEnabled(ada)
        self.salinan.setEnabled(ada)

    def set_folder(self, folder: Path | None) -> None:
        """Tell which folder is watched."""
        kata = f"Diawasi: {folder}" if folder is not None else "Belum ada folder yang diawasi"
        self.folder.setToolTip(kata)
        self.folder.setAccessibleDescription(kata)

    def add_tombol(self, tombol: Tombol) -> None:
        """Put a button at the right end of the row."""
        self._bawah.addWidget(tombol)

    def is_bertanya(self) -> bool:
        """Whether the question of taking a scan off is open."""
        return self._ya.isEnabled()

    def batal_tanya(self) -> None:
        """Take the question back; nothing was stored."""
        if self.is_bertanya():
            self.spanduk.sembunyikan()
            self._set_bertanya(ya=False)

    def minta_lepas(self) -> None:
        """Ask whether the current scan is taken off the case."""
        baris = self.daftar.pindaian()
        if baris is None:
            self.katakan(Nada.INFO, PILIH_UNTUK_DILEPAS)
            return
        self.daftar.setFocus()
        self.spanduk.tampilkan(
            Nada.PERINGATAN,
            f"Lepas pindaian {baris.lampiran.nama} dari permohonan ini? Kejadiannya tetap "
            "tercatat. Esc\u00a0=\u00a0tidak.",
            "Ya, lepas (Y)",
        )
        self._set_bertanya(ya=True)

    def _build_layout(self, *, sempit: bool) -> None:
        kiri = QWidget()
        kolom = QVBoxLayout(kiri)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(THEME.gap_s)
        kolom.addWidget(self.daftar, 1)
        kolom.addWidget(self.tolak)
        kanan = QWidget()
        kolom = QVBoxLayout(kanan)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(THEME.gap_xs)
        kolom.addWidget(self.bilah)
        kolom.addWidget(self.kanvas, 1)
        arah = Qt.Orientation.Vertical if sempit else Qt.Orientation.Horizontal
        belah = QSplitter(arah)
        belah.setHandleWidth(THEME.gap_m)
        belah.setChildrenCollapsible(False)
        for bagian, ruang in ((kiri, 2), (kanan, 5)):
            belah.addWidget(bagian)
            belah.setStretchFactor(belah.indexOf(bagian), ruang)
        self._bawah = QHBoxLayout()
        self._bawah.setSpacing(THEME.gap_xs)
        for tombol in (self.tambah, self.tempel, self.lepas, self.salinan, self.folder):
            # After a click the arrows go on choosing in the list.
            tombol.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._bawah.addWidget(tombol)
            tombol.setVisible(not sempit or tombol not in (self.tempel, self.folder))
        self._bawah.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.pita)
        layout.addWidget(belah, 1)
        layout.addWidget(self.kemajuan)
        layout.addWidget(self.spanduk)
        layout.addLayout(self._bawah)
        self.kanvas.setAccessibleName("Pindaian yang dilihat")
        self.setFocusProxy(self.daftar)

    def _connect(self) -> None:
        self.tambah.clicked.connect(self.tambah_diminta)
        self.tempel.clicked.connect(self.tempel_diminta)
        self.lepas.clicked.connect(self.minta_lepas)
        self.salinan.clicked.connect(self.salinan_diminta)
        self.folder.clicked.connect(self.folder_diminta)
        self.spanduk.aksi_dipilih.connect(self._on_ya)
        self.spanduk.ditutup.connect(self._on_spanduk_ditutup)
        kunci: dict[str, Callable[[], object]] = {
            "Ctrl+O": self.tambah_diminta.emit,
            "Ctrl+V": self.tempel_diminta.emit,
            "Del": self.minta_lepas,
            "Ctrl+S": self.salinan_diminta.emit,
        }
        pasang_pintasan(self, kunci, DI_BAGIAN)

    def _set_bertanya(self, *, ya: bool) -> None:
        self._ya.setEnabled(ya)

    def _on_spanduk_ditutup(self) -> None:
        self._set_bertanya(ya=False)

    def _on_ya(self) -> None:
        if self.is_bertanya():
            self.batal_tanya()
            self.dilepas.emit()
