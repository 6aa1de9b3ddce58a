"""The backup's light in the head of the page of work."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from sooko_desk.services.cadangan_otomatis import KeadaanCadangan, Tingkat
from sooko_desk.ui.kit.tombol import Gaya, Tombol
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from sooko_desk.ui.jaga.latar import CadanganLatar

_RINGKAS = "Cadangan"
_RUPA = {
    Tingkat.HIJAU: (Gaya.TEKS, "circle-check", Nada.SELESAI),
    Tingkat.KUNING: (Gaya.TEKS, "alert-triangle", Nada.PERINGATAN),
    Tingkat.MERAH: (Gaya.BAHAYA, "alert-triangle", Nada.BAHAYA),
}


class Ruang(Enum):
    """Words, one word, or the picture and its colour alone."""

    LUAS = auto()
    SEMPIT = auto()
    TERSEMPIT = auto()


class LampuCadangan(Tombol):
    """Green, yellow or red, with two or three words. `clicked` asks for Ctrl+I.

    Attributes:
        keadaan: what it shows.
    """

    def __init__(self, latar: CadanganLatar) -> None:
        super().__init__(_RINGKAS, Gaya.TEKS, "database", "")
        self._latar = latar
        self._ruang = Ruang.LUAS
        self.keadaan = KeadaanCadangan(Tingkat.HIJAU, _RINGKAS)
        latar.berubah.connect(self.segarkan)

    def set_ruang(self, ruang: Ruang) -> None:
        """How much the head of the page has room for."""
        self._ruang = ruang
        self._tampilkan()

    def minimumSizeHint(self) -> QSize:
        """The picture: its words never keep a window from getting smaller."""
        lebar = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(lebar, self.sizeHint().height())

    def segarkan(self) -> None:
        """Show how things stand now."""
        self.keadaan = self._latar.keadaan()
        self._tampilkan()

    def _tampilkan(self) -> None:
        keadaan = self.keadaan
        self._gaya, self._nama_ikon, _ = _RUPA[keadaan.tingkat]
        teks = {Ruang.LUAS: keadaan.kata, Ruang.SEMPIT: _RINGKAS, Ruang.TERSEMPIT: ""}
        self.setText(teks[self._ruang])
        kalimat = (*keadaan.kalimat, *filter(None, (self._latar.pengingat(),)))
        keterangan = " ".join(kalimat) or f"{keadaan.kata}."
        self.setAccessibleName(f"{keadaan.kata}, lampu {keadaan.tingkat.value}. {keterangan}")
        self.setToolTip(f"{keterangan} (Ctrl+I)")
        set_style_state(self, "gaya", str(self._gaya))
        self.updateGeometry()
        self.update()

    def _ink(self) -> tuple[str, str]:
        nada = _RUPA[self.keadaan.tingkat][2]
        return THEME.tone(nada).text, THEME.text_hint
