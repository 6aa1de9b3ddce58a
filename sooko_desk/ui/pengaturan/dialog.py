"""F10: the settings window. Holds the tabs, saves them, and lets nothing typed get lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from sooko_desk.services.hak_pengaturan import GANTI_PETUGAS, may_edit
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from sooko_desk.domain.permohonan import Petugas

LEBAR, TINGGI = 1180, 688
"""With its title it stands above the task bar of 1366 × 768."""


class HalamanPengaturan(Protocol):
    """What a tab of the settings window offers; it is a QWidget besides.

    It shows its own messages: why a save was refused, and that it is done.
    """

    @property
    def diubah(self) -> SignalInstance:
        """Something was changed, saved or reset."""
        ...

    def set_petugas(self, petugas: Petugas | None) -> None:
        """Another officer works now; all but the Kasi only look."""
        ...

    def is_diubah(self) -> bool:
        """Whether something is typed that was not saved."""
        ...

    def sebut_tunggu(self) -> str:
        """Why closing has to wait a moment; "" = it need not."""
        ...

    def simpan(self) -> bool:
        """Let hold what is typed; False = refused."""
        ...

    def kembalikan_bawaan(self) -> None:
        """Go back to what the program ships."""
        ...


class DialogPengaturan(QDialog):
    """Settings of the office; show it with `open()`. It frees itself after closing.

    What was changed may hold already before that: reload on `finished`.

    Args:
        halaman: title and tab, left to right.
        petugas: who is at work; only the Kasi changes anything.
        parent: the window it belongs to.
    """

    def __init__(
        self, halaman: Sequence[tuple[str, HalamanPengaturan]], petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._halaman = tuple(halaman)
        self._diberitahu = False
        self._boleh = may_edit(petugas)
        self.tab = QTabWidget()
        self.spanduk = Spanduk()
        self.simpan = tombol_utama("Simpan", "device-floppy", "Ctrl+Enter")
        self.kembalikan = tombol_kedua("Kembalikan bawaan", "arrow-back-up")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self._build_layout()
        self._connect()
        for _, isi in self._halaman:
            isi.set_petugas(petugas)
        self._fokus_halaman()

    def reject(self) -> None:
        """Close; with unsaved changes ask once in place, and not while a tab has to wait."""
        tunggu = [kalimat for _, isi in self._halaman if (kalimat := isi.sebut_tunggu())]
        if tunggu:
            self.spanduk.tampilkan(Nada.INFO, " ".join(tunggu))
            return
        belum = [judul for judul, isi in self._halaman if isi.is_diubah()]
        if belum and not self._diberitahu:
            self._diberitahu = True
            self.spanduk.tampilkan(
                Nada.PERINGATAN,
                f"{' dan '.join(belum)}: ada perubahan yang belum disimpan. Simpan dengan "
                "Ctrl+Enter, atau tutup sekali lagi untuk membuangnya.",
            )
            return
        super().reject()

    def _build_layout(self) -> None:
        self.setWindowTitle("Pengaturan")
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        for judul, isi in self._halaman:
            assert isinstance(isi, QWidget)
            self.tab.addTab(isi, judul)
        self.tab.setDocumentMode(True)
        self.simpan.setVisible(self._boleh)
        self.kembalikan.setVisible(self._boleh)
        bawah = QHBoxLayout()
        bawah.setContentsMargins(THEME.gap_m, 0, THEME.gap_m, 0)
        bawah.setSpacing(THEME.gap_s)
        bawah.addWidget(self.simpan)
        bawah.addWidget(self.kembalikan)
        bawah.addStretch(1)
        bawah.addWidget(self.tutup)
        kabar = QHBoxLayout()
        kabar.setContentsMargins(THEME.gap_m, 0, THEME.gap_m, 0)
        kabar.addWidget(self.spanduk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, THEME.gap_m)
        layout.setSpacing(THEME.gap_xs)
        layout.addWidget(self.tab, 1)
        layout.addLayout(kabar)
        layout.addLayout(bawah)

    def _connect(self) -> None:
        self.simpan.clicked.connect(self._on_simpan)
        self.kembalikan.clicked.connect(self._on_kembalikan)
        self.tutup.clicked.connect(self.reject)
        self.tab.currentChanged.connect(self._fokus_halaman)
        for _, isi in self._halaman:
            isi.diubah.connect(self._on_halaman_diubah)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_simpan, "F12": self._on_ganti_petugas})
        kunci_tab = [f"Ctrl+{nomor}" for nomor, _ in enumerate(self._halaman, start=1)]
        pasang_pintasan(self, dict.fromkeys(kunci_tab, self._on_pintasan_tab))

    def _fokus_halaman(self) -> None:
        """Put the caret where the tab's work begins."""
        halaman = self.tab.currentWidget()
        (halaman if halaman.focusProxy() is not None else self.tab.tabBar()).setFocus()

    def _on_simpan(self) -> None:
        """Save every tab with changes; stop at the first that refuses."""
        if not self._boleh:
            return
        berubah = [n for n, (_, isi) in enumerate(self._halaman) if isi.is_diubah()]
        if not berubah:
            self.spanduk.tampilkan(Nada.INFO, "Belum ada perubahan untuk disimpan.")
            return
        semula = self.tab.currentIndex()
        for nomor in berubah:
            # Before saving: a refusal puts the caret on what is wrong.
            self.tab.setCurrentIndex(nomor)
            if not self._halaman[nomor][1].simpan():
                return
        self.tab.setCurrentIndex(semula)

    def _on_kembalikan(self) -> None:
        self._halaman[self.tab.currentIndex()][1].kembalikan_bawaan()

    def _on_ganti_petugas(self) -> None:
        """The page on which F12 works lies behind; what is not saved is asked about on Esc."""
        self._diberitahu = False
        self.spanduk.tampilkan(Nada.INFO, GANTI_PETUGAS)

    def _on_halaman_diubah(self) -> None:
        """What the banner said was of the state before."""
        self._diberitahu = False
        self.spanduk.sembunyikan()

    def _on_pintasan_tab(self) -> None:
        self.tab.setCurrentIndex(int(self.sender().objectName().removeprefix("Ctrl+")) - 1)
