"""The value in hand, large: what it is, what it says, and whether it can be pasted already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sooko_desk.services.pendamping import Tanda
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.pendamping.daftar_salin import show_nilai
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from sooko_desk.services.pendamping import UrutanSalin

_BESAR = (14.0, 12.0, 10.0, 9.0, 8.0)
"""Letter sizes in pt, the largest that fits is taken."""
_TINGGI_NILAI = 76
_KATA = {
    Tanda.BELUM: ("Siap disalin", Nada.INFO),
    Tanda.DISALIN: ("Tersalin", Nada.SELESAI),
    Tanda.DILEWATI: ("Dilewati", Nada.NETRAL),
}


class NilaiBesar(QWidget):
    """Words in letters as large as fit. Its height never changes: buttons stand below it."""

    def __init__(self) -> None:
        super().__init__()
        self._teks = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def teks(self) -> str:
        """The words."""
        return self._teks

    def set_teks(self, teks: str) -> None:
        """Change the words."""
        self._teks = teks
        self.setAccessibleName(teks)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(0, _TINGGI_NILAI)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the words."""
        painter = QPainter(self)
        painter.setFont(self._huruf())
        painter.setPen(QColor(THEME.text))
        painter.drawText(self.rect(), self._atur(painter.font()), self._teks)

    def _huruf(self) -> QFont:
        huruf = QFont(self.font())
        huruf.setWeight(QFont.Weight.DemiBold)
        for besar in _BESAR:
            huruf.setPointSizeF(besar)
            if self._muat(huruf):
                break
        return huruf

    def _muat(self, huruf: QFont) -> bool:
        ruang = QRect(0, 0, self.width(), 9999)
        perlu = QFontMetrics(huruf).boundingRect(ruang, self._atur(huruf), self._teks)
        return perlu.height() <= self.height() and perlu.width() <= self.width()

    def _atur(self, huruf: QFont) -> int:
        """Between words, but where one word is longer than a line, anywhere."""
        ukur = QFontMetrics(huruf)
        panjang = max((ukur.horizontalAdvance(k) for k in self._teks.split()), default=0)
        bungkus = (
            Qt.TextFlag.TextWordWrap if panjang <= self.width() else Qt.TextFlag.TextWrapAnywhere
        )
        return int(bungkus) | int(Qt.AlignmentFlag.AlignTop)


class KartuKini(Kartu):
    """The card of one value; always as high."""

    def __init__(self) -> None:
        super().__init__()
        self.kelompok = TeksElipsis(peran=Peran.REDUP)
        self.label = TeksElipsis(peran=Peran.TEBAL)
        self.nilai = NilaiBesar()
        self.keadaan = Lencana()
        self.kode = TeksElipsis(peran=Peran.REDUP)
        kepala = QHBoxLayout()
        kepala.setSpacing(THEME.gap_s)
        kepala.addWidget(self.kelompok, 1)
        kepala.addWidget(self.keadaan)
        self.isi.setSpacing(THEME.gap_xs)
        self.isi.addLayout(kepala)
        self.isi.addWidget(self.label)
        self.isi.addWidget(self.nilai)
        self.isi.addWidget(self.kode)

    def tampilkan(self, urutan: UrutanSalin) -> None:
        """Show where the officer is."""
        butir = urutan.butir
        if butir is None or urutan.kini is None:
            self.kelompok.set_teks("")
            self.label.set_teks("Tidak ada yang disalin")
            self.nilai.set_teks("")
            self.kode.set_teks("")
            self.keadaan.set_isi("", Nada.NETRAL)
            return
        self.kelompok.set_teks(butir.kelompok)
        self.label.set_teks(butir.label)
        self.nilai.set_teks(show_nilai(butir))
        self.kode.set_teks(f"Kode {butir.kode}" if butir.kode else "")
        self.keadaan.set_isi(*_KATA[urutan.tanda(urutan.kini)])
