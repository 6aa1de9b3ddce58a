"""Ties the strip beside SIAK to the entry form: what it offers, and what it brings back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sooko_desk.services.pendamping import find_referensi
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.ui.pendamping.pendamping import Pendamping
    from sooko_desk.ui.tab_antrean import TabAntrean


class EntriSiak(QObject):
    """F4 in the queue of data entry.

    Args:
        buka: goes to a case by its id, wherever it waits.
    """

    def __init__(
        self, tab: TabAntrean, pendamping: Pendamping, buka: Callable[[int], None]
    ) -> None:
        super().__init__(tab)
        self._panel = tab.panel
        self._pendamping = pendamping
        self._buka = buka
        self._ditunggu: int | None = None
        pasang_pintasan(tab, {"F4": self._on_diminta}, DI_BAGIAN)
        pendamping.selesai.connect(self._on_selesai)
        self._panel.form_diubah.connect(self._on_form_diubah)
        self._panel.dijalankan.connect(self._on_dijalankan)

    def _on_diminta(self) -> None:
        panel = self._panel
        if panel.langkah is None or panel.terbuka is None:
            return
        kalimat = self._pendamping.buka(
            panel.langkah, panel.terbuka.permohonan, panel.borang.nilai()
        )
        if kalimat:
            panel.spanduk.tampilkan(Nada.INFO, kalimat)

    def _on_form_diubah(self) -> None:
        panel = self._panel
        if panel.permohonan_id == self._pendamping.permohonan_id and panel.langkah is not None:
            assert panel.terbuka is not None
            self._pendamping.perbarui(panel.langkah, panel.terbuka.permohonan, panel.borang.nilai())

    def _on_selesai(self, permohonan_id: int, referensi: str) -> None:
        """Fill in the reference and record the step, as Ctrl+Enter does."""
        panel = self._panel
        if panel.permohonan_id != permohonan_id:
            self._buka(permohonan_id)
        if panel.permohonan_id != permohonan_id or panel.langkah is None:
            self._pendamping.tolak("Permohonan ini sudah tidak menunggu entri data.")
            return
        assert panel.terbuka is not None
        isian = find_referensi(panel.langkah, panel.terbuka.permohonan)
        if referensi and isian is not None:
            panel.borang.set_nilai({isian.id: referensi})
        self._ditunggu = permohonan_id
        panel.jalankan_utama()
        if self._ditunggu is not None:  # refused, or doubts that the officer must see
            self._ditunggu = None
            self._pendamping.tolak(panel.spanduk.teks)

    def _on_dijalankan(self, permohonan_id: int) -> None:
        """What the strip shows is recorded, here or there: it must not lie on the next case."""
        if permohonan_id == self._ditunggu:
            self._ditunggu = None
        if permohonan_id == self._pendamping.permohonan_id:
            self._pendamping.tutup()
