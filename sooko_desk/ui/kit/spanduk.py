"""An inline banner above a form or list: says how it went, and stops nobody."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from sooko_desk.ui.ikon import ikon, pixmap
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.theme import THEME, Nada, set_style_state

_ICONS = {
    Nada.NETRAL: "info-circle",
    Nada.INFO: "info-circle",
    Nada.PROSES: "clock",
    Nada.PERINGATAN: "alert-triangle",
    Nada.BAHAYA: "alert-circle",
    Nada.SELESAI: "circle-check",
}


class Spanduk(QFrame):
    """One banner, hidden until `tampilkan`. Escape closes it while the focus is in it.

    Args:
        tetap: the officer cannot close it.

    Signals:
        aksi_dipilih(): the action button was pressed; the banner stays.
        ditutup(): the officer closed it.
    """

    aksi_dipilih = Signal()
    ditutup = Signal()

    def __init__(self, *, tetap: bool = False) -> None:
        super().__init__()
        self._tetap = tetap
        self._gambar = QLabel()
        self._teks = build_label("")
        self._teks.setWordWrap(True)
        self._teks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._aksi = tombol_teks("")
        self._tutup = QToolButton()
        self._tutup.setIcon(ikon("x", ukuran=THEME.icon_s))
        self._tutup.setToolTip("Tutup pemberitahuan")
        self._tutup.setAccessibleName("Tutup pemberitahuan")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_xs, THEME.gap_xs, THEME.gap_xs)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self._gambar)
        layout.addWidget(self._teks, 1)
        layout.addWidget(self._aksi)
        layout.addWidget(self._tutup)
        self._aksi.clicked.connect(self._on_aksi_clicked)
        self._tutup.clicked.connect(self._on_tutup_clicked)
        self._tutup.setHidden(tetap)
        self.hide()

    @property
    def teks(self) -> str:
        """The sentence that is shown."""
        return self._teks.text()

    def tampilkan(self, nada: Nada, teks: str, aksi: str = "") -> None:
        """Show a sentence, with one button if `aksi` has words. A screen reader is alerted."""
        set_style_state(self, "nada", str(nada))
        set_style_state(self._teks, "nada", str(nada))
        self._gambar.setPixmap(pixmap(_ICONS[nada], THEME.tone(nada).icon, THEME.icon))
        self._teks.setText(teks)
        self._aksi.setText(aksi)
        self._aksi.setAccessibleName(aksi)
        self._aksi.setVisible(bool(aksi))
        self._aksi.updateGeometry()
        self.setAccessibleName(teks)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def sembunyikan(self) -> None:
        """Take the banner away without telling `ditutup`."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape and not self._tetap:
            self._on_tutup_clicked()
            return
        super().keyPressEvent(event)

    def _on_aksi_clicked(self) -> None:
        self.aksi_dipilih.emit()

    def _on_tutup_clicked(self) -> None:
        self.hide()
        self.ditutup.emit()
