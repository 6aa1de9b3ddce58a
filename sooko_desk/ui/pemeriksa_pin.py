"""A field of a PIN that is checked: off the window's thread, with the delay after wrong ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.petugas_pin import sebut_tunggu
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.data.petugas import PinTersimpan
    from sooko_desk.services.petugas_pin import Calon, HasilPin, PenjagaPin
    from sooko_desk.ui.isian_pin import IsianPin
    from sooko_desk.ui.kit.baris_isian import BarisIsian

DETAK_MS = 1000
PIN_KOSONG = "Ketik PIN dulu."
PIN_SALAH = "PIN salah. Ketik ulang enam angka."
PIN_SEKALI = "Ini PIN sekali pakai. Tekan F12, masuk dengannya, lalu buat PIN baru."


class PemeriksaPin(QObject):
    """Asks for the PIN of one of several officers in a field of some window.

    While one has to wait the field says how long, every second; it can be typed in all the same.

    Args:
        penjaga: knows PINs and delays.
        baris: the field.
        untuk: what the PIN is asked for, for the trail, e.g. "masuk".

    Attributes:
        masuk: True = the officer signs in with it; then a one-time PIN is taken too.
        sibuk: a PIN is being checked.

    Signals:
        benar(object): the `PinTersimpan` that fits.
        salah(): it fits nobody.
        sibuk_berubah(bool): a check begins or has ended.
        terganggu(str): the try could not be noted; it counts all the same.
    """

    benar = Signal(object)
    salah = Signal()
    sibuk_berubah = Signal(bool)
    terganggu = Signal(str)

    def __init__(
        self,
        penjaga: PenjagaPin,
        baris: BarisIsian[IsianPin],
        untuk: str,
        *,
        masuk: bool = False,
    ) -> None:
        super().__init__(baris)
        self._penjaga = penjaga
        self._baris = baris
        self._untuk = untuk
        self._calon: Calon = ()
        self._dicoba: tuple[PinTersimpan, ...] = ()
        self._menunggu = False
        self.masuk = masuk
        self.sibuk = False
        self._kerja = SinyalKerja(self)
        self._kerja.berhasil.connect(self._on_kerja_berhasil)
        self.detak = QTimer(self)
        self.detak.setInterval(DETAK_MS)
        self.detak.timeout.connect(self._sebut)
        baris.input.textEdited.connect(self._on_text_edited)
        baris.input.returnPressed.connect(self.periksa)

    def mulai(self, calon: Calon) -> None:
        """Ask for the PIN of one of these officers from now on."""
        self._calon = calon
        self._menunggu = False
        self.detak.stop()
        self._baris.input.clear()
        self._baris.bersihkan()
        self._sebut()

    def periksa(self) -> None:
        """Check what is typed; `benar` or words below the field follow."""
        if self.sibuk:
            return
        pin = self._baris.input.text()
        if not pin:
            self._baris.set_pesan(Nada.BAHAYA, PIN_KOSONG)
            return
        try:
            self._dicoba = self._penjaga.siapkan(self._calon)
        except OfficerError as galat:
            self._baris.set_pesan(Nada.BAHAYA, str(galat))
            return
        self._set_sibuk(sibuk=True)
        run_in_background(self._kerja, partial(self._penjaga.periksa, self._dicoba, pin))

    def _on_kerja_berhasil(self, hasil: HasilPin) -> None:
        self._baris.input.clear()
        try:
            self._penjaga.catat(self._dicoba, hasil, self._untuk, masuk=self._is_masuk(hasil))
        except OfficerError as galat:
            self.terganggu.emit(str(galat))
        self._set_sibuk(sibuk=False)
        if hasil.pemilik is None:
            self._baris.set_pesan(Nada.BAHAYA, PIN_SALAH)
            self._sebut()
            self._baris.input.setFocus()
            self.salah.emit()
        elif hasil.pemilik.sekali and not self.masuk:
            self._baris.set_pesan(Nada.BAHAYA, PIN_SEKALI)
        else:
            self.benar.emit(hasil.pemilik)

    def _is_masuk(self, hasil: HasilPin) -> bool:
        """With a one-time PIN nobody is in before there is a new one."""
        return self.masuk and hasil.pemilik is not None and not hasil.pemilik.sekali

    def _sebut(self) -> None:
        """Say how long one has to wait; when it is over the words go."""
        try:
            sisa = self._penjaga.sisa_jeda(self._calon)
            gagal = self._penjaga.hitung_gagal(self._calon)
        except OfficerError:
            sisa = gagal = 0  # the next try tells what is wrong with the register
        if sisa:
            self._baris.set_pesan(Nada.BAHAYA, sebut_tunggu(gagal, sisa))
            self.detak.start()
        elif self._menunggu:
            self._baris.set_pesan(Nada.INFO, "Silakan coba lagi.")
            self.detak.stop()
        self._menunggu = bool(sisa)

    def _on_text_edited(self) -> None:
        if not self._menunggu:
            self._baris.bersihkan()

    def _set_sibuk(self, *, sibuk: bool) -> None:
        self.sibuk = sibuk
        self._baris.input.setReadOnly(sibuk)
        self.sibuk_berubah.emit(sibuk)
