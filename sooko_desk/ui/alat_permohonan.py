"""What can be done with an open case beside its step: scans, corrections, forms, its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_teks

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.cetak_formulir import KodeFormulir
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran
    from sooko_desk.ui.pencetak import Pencetak


class AlatPermohonan(QObject):
    """A button with a menu, and the same by keys wherever the caret is in `halaman`.

    Args:
        dunia: the dialogs in which files are chosen.
        halaman: the page whose open case is meant.
        permohonan: id of the case that is open there; None = none is.

    Attributes:
        tombol: for the page to put somewhere.

    Signals:
        dibetulkan(int, str): the data of a case were corrected; its id, and words for the officer.
    """

    dibetulkan = Signal(int, str)

    def __init__(
        self,
        meja: Meja,
        kabar: Kabar,
        pencetak: Pencetak,
        halaman: QWidget,
        permohonan: Callable[[], int | None],
    ) -> None:
        super().__init__(halaman)
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._halaman = halaman
        self._permohonan = permohonan
        self._petugas: Petugas | None = None
        self.dunia: DuniaLampiran | None = None
        self.tombol = tombol_teks("Lainnya", "chevron-down")
        menu = QMenu(self.tombol)
        for teks, kunci, slot in (
            ("Pindaian berkas", "Ctrl+L", self._on_lampiran),
            ("Betulkan data", "Ctrl+E", self._on_koreksi),
            ("Formulir F-1.01, F-1.02, F-1.06", "Ctrl+F", self._on_formulir),
            ("Cetak riwayat permohonan", "Ctrl+H", self._on_cerita),
            ("Lembar kepatuhan SOP", "", self._on_kepatuhan),
            ("Waktu langkah tidak akurat (Kasi)", "Ctrl+W", self._on_waktu),
            ("Batasi data pribadi… (Kasi)", "Ctrl+Shift+D", self._on_batas),
        ):
            aksi = menu.addAction(f"{teks}\t{kunci}" if kunci else teks)
            aksi.triggered.connect(slot)
            if kunci:
                pasang_pintasan(halaman, {kunci: slot}, DI_BAGIAN)
        self.tombol.setMenu(menu)

    def set_petugas(self, petugas: Petugas) -> None:
        """Another officer works now."""
        self._petugas = petugas

    def _on_lampiran(self) -> None:
        from sooko_desk.ui.lampiran.jendela_lampiran import JendelaLampiran

        satu = self._permohonan()
        if satu is not None and self._petugas is not None and self.dunia is not None:
            JendelaLampiran(
                self._meja, self._kabar, self.dunia, self._petugas, satu, self._halaman.window()
            ).open()

    def _on_koreksi(self) -> None:
        from sooko_desk.ui.koreksi import DialogKoreksi

        satu = self._permohonan()
        if satu is None or self._petugas is None:
            return
        try:
            terbuka = self._meja.koreksi.buka(satu, self._petugas)
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
            return
        dialog = DialogKoreksi(
            self._meja, terbuka, self._kabar, self._petugas, self._halaman.window()
        )
        dialog.tersimpan.connect(self.dibetulkan)
        dialog.open()

    def _on_waktu(self) -> None:
        from sooko_desk.ui.waktu_langkah import DialogWaktuLangkah

        satu = self._permohonan()
        if satu is None or self._petugas is None:
            return
        try:
            dialog = DialogWaktuLangkah(
                self._meja.waktu.langkah, satu, self._petugas, self._halaman.window()
            )
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
            return
        dialog.tersimpan.connect(self._kabar.berubah)
        dialog.open()

    def _on_batas(self) -> None:
        from sooko_desk.ui.batas_data import DialogBatas

        satu = self._permohonan()
        if satu is None or self._petugas is None:
            return
        try:
            dialog = DialogBatas(self._meja, satu, self._petugas, self._halaman.window())
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
            return
        dialog.tersimpan.connect(self._kabar.berubah)
        dialog.open()

    def _on_formulir(self) -> None:
        from sooko_desk.ui.pilih_formulir import PilihFormulir

        satu = self._permohonan()
        if self._petugas is None:
            return
        dialog = PilihFormulir(self._meja.cetak_formulir, satu, self._halaman.window())
        dialog.dipilih.connect(self._on_formulir_dipilih)
        dialog.open()

    def _on_formulir_dipilih(self, kode: KodeFormulir, kosong: bool) -> None:
        if self._petugas is not None:
            satu = None if kosong else self._permohonan()
            self._pencetak.buka_formulir(kode, satu, self._petugas, self._halaman)

    def _on_cerita(self) -> None:
        satu = self._permohonan()
        if satu is not None and self._petugas is not None:
            self._pencetak.buka_cerita(satu, self._petugas, self._halaman)

    def _on_kepatuhan(self) -> None:
        satu = self._permohonan()
        if satu is not None and self._petugas is not None:
            self._pencetak.buka_kepatuhan(satu, self._petugas, self._halaman)
