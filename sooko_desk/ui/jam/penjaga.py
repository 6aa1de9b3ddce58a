"""Watches clock and register year while somebody works: asks, and says what is still to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.jam import KATA_RAGU
from sooko_desk.services.hak_pengaturan import may_edit
from sooko_desk.ui.jam.halaman_jam import HalamanJam
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.halaman_kerja import HalamanKerja
    from sooko_desk.ui.kabar import Kabar

RAGU = (
    f"Jam komputer diragukan: catatan ditandai '{KATA_RAGU}'. Betulkan jam Windows, lalu nyatakan "
    "benar."
)
AKSI_RAGU = "Periksa jam"


class PenjagaJam(QObject):
    """One per page of work.

    Args:
        meja: the services.
        kabar: hears that a year was opened.
        kerja: the page of work; its heart beat is listened to.
        tumpuk: holds it; the question stands there in its place.

    Attributes:
        halaman: the question.
        spanduk: the banner over the tabs.
    """

    def __init__(
        self, meja: Meja, kabar: Kabar, kerja: HalamanKerja, tumpuk: QStackedWidget
    ) -> None:
        super().__init__(kerja)
        self._meja = meja
        self._kabar = kabar
        self._kerja = kerja
        self._tumpuk = tumpuk
        self._tampil = ""
        self.halaman = HalamanJam()
        self.spanduk = Spanduk()
        tumpuk.addWidget(self.halaman)
        layout = kerja.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, self.spanduk)
        self.halaman.periksa.connect(self.periksa)
        self.halaman.ragukan.connect(self._on_ragukan)
        self.halaman.pastikan.connect(self._on_pastikan)
        self.halaman.ganti_petugas.connect(kerja.ganti_petugas)
        self.spanduk.aksi_dipilih.connect(self._on_aksi_dipilih)
        kerja.detak.timeout.connect(self._on_detak)
        kabar.berubah.connect(self._on_kabar_berubah)

    def periksa(self) -> None:
        """Somebody comes to work, or has put the clock right: ask, or let work go on."""
        self._tanyakan(masuk=True)
        self._segarkan(lagi=True)

    def _tanyakan(self, *, masuk: bool) -> None:
        petugas = self._kerja.petugas
        if petugas is None:
            return
        try:
            tanya = self._meja.waktu.jam.find_tanya(masuk=masuk)
        except OfficerError:
            return  # whatever is read next tells why
        if tanya is not None:
            self.halaman.tampilkan(tanya, petugas)
            if self._tumpuk.currentWidget() is not self.halaman:
                self._tumpuk.setCurrentWidget(self.halaman)
                self.halaman.fokus_awal()
        elif self._tumpuk.currentWidget() is self.halaman:
            self._kembali()

    def _kembali(self) -> None:
        self._tumpuk.setCurrentWidget(self._kerja)
        self._kerja.fokus_awal()

    def _segarkan(self, *, lagi: bool) -> None:
        """Say what is still to do; what was put away stays away until it differs, or `lagi`."""
        petugas = self._kerja.petugas
        if petugas is None:
            return
        try:
            nada, kata, aksi = self._susun(petugas)
        except OfficerError:
            return  # whatever is read next tells why
        if kata and (lagi or kata != self._tampil):
            self.spanduk.tampilkan(nada, kata, aksi)
        elif not kata:
            self.spanduk.sembunyikan()
        self._tampil = kata

    def _susun(self, petugas: Petugas) -> tuple[Nada, str, str]:
        """Tone, words and button of the banner; no words = nothing is to be done."""
        waktu = self._meja.waktu
        if waktu.jam.keraguan().berjalan:
            return Nada.PERINGATAN, RAGU, AKSI_RAGU
        baru = waktu.tahun_buku.find_baru()
        if baru is None:
            return Nada.INFO, "", ""
        kasi = may_edit(petugas)
        lama = waktu.tahun_buku.terbuka
        siapa = "buku baru dibuka" if kasi else f"Kasi membuka buku {baru}"
        kata = (
            f"Tahun {baru}, tetapi buku register yang terbuka masih {lama}: nomor baru masuk buku "
            f"{lama} sampai {siapa} (Ctrl+Shift+B)."
        )
        return Nada.INFO, kata, f"Buka buku {baru}" if kasi else ""

    def _jawab(self, jawab: Callable[[Petugas], None]) -> None:
        petugas = self._kerja.petugas
        if petugas is None:
            return
        try:
            jawab(petugas)
        except OfficerError as galat:
            self.halaman.tolak(str(galat))
            return
        self._kembali()
        self._segarkan(lagi=True)

    def _on_ragukan(self) -> None:
        self._jawab(self._meja.waktu.jam.ragukan)

    def _on_pastikan(self) -> None:
        self._jawab(self._meja.waktu.jam.pastikan)

    def _on_aksi_dipilih(self) -> None:
        from sooko_desk.ui.tahun_buku import DialogTahunBuku

        petugas = self._kerja.petugas
        if petugas is None:
            return
        if self._tampil == RAGU:
            self._meja.waktu.jam.ulangi()
            self.periksa()
        else:
            DialogTahunBuku(self._meja, self._kabar, petugas, self._kerja.window()).open()

    def _on_detak(self) -> None:
        """A minute has gone; a window in front is waited for."""
        if QApplication.activeModalWidget() is not None:
            return
        if self._tumpuk.currentWidget() in (self._kerja, self.halaman):
            self._tanyakan(masuk=False)
            self._segarkan(lagi=False)

    def _on_kabar_berubah(self, _permohonan_id: int) -> None:
        self._segarkan(lagi=False)
