"""The end of the typing: SIAK's own number is asked for, and the step is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.sop import Isian

HABIS = "Semua sudah disalin."
BELUM_HABIS = "{} isian belum disalin."
MASIH_SALAH = "{} isian belum benar: perbaiki di borang."
KLIP_KOSONG = "Salin dulu nomornya di SIAK, lalu tekan Tempel."


class IsianReferensi(Kartu):
    """Asks for the reference where the step has a field for it, and for the end in any case.

    Signals:
        dicatat(str): the step may be recorded, with this reference ("" = none is asked for).
        diubah(str): the reference was typed or pasted.
        minta_fokus(): the officer clicked into the field.
        minta_tempel(): the clipboard's text is wanted in the field.
    """

    dicatat = Signal(str)
    diubah = Signal(str)
    minta_fokus = Signal()
    minta_tempel = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.referensi = BarisIsian("Nomor referensi SIAK", IsianTeks(), wajib=True)
        self.tempel = tombol_kedua("Tempel")
        self.catat = tombol_utama("Catat langkah", "", "Ctrl+Enter")
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        tombol.addWidget(self.tempel)
        tombol.addWidget(self.catat)
        tombol.addStretch(1)
        self.isi.setSpacing(THEME.gap_xs)
        self.isi.addWidget(self.referensi)
        self.isi.addLayout(tombol)
        self.referensi.input.installEventFilter(self)
        self.referensi.input.edited.connect(self._on_edited)
        self.referensi.input.returnPressed.connect(self.minta_catat)
        self.tempel.clicked.connect(self.minta_tempel)
        self.catat.clicked.connect(self.minta_catat)

    def mulai(self, isian: Isian | None, isi: str) -> None:
        """Begin with another step.

        Args:
            isian: the field of the reference; None = the step has none.
            isi: the reference as far as it is known.
        """
        self.referensi.bersihkan()
        self.referensi.setVisible(isian is not None)
        self.tempel.setVisible(isian is not None)
        self.referensi.input.set_nilai(isi)

    def set_sisa(self, belum: int, salah: int) -> None:
        """Say what is left.

        Args:
            belum: how many values were neither copied nor left out.
            salah: how many fields of the form are wrong.
        """
        kalimat = [BELUM_HABIS.format(belum) if belum else HABIS]
        if salah:
            kalimat.append(MASIH_SALAH.format(salah))
        self.set_subjudul(" ".join(kalimat))

    def tolak(self, kalimat: str) -> None:
        """Say beside the field what is wrong."""
        self.referensi.set_pesan(Nada.BAHAYA, kalimat)

    def fokus(self) -> None:
        """Put the caret into the field, where there is one."""
        if not self.referensi.isHidden():
            self.referensi.input.setFocus()

    def terima(self, teks: str) -> None:
        """Put a pasted number into the field; "" says where it comes from."""
        if not teks:
            self.tolak(KLIP_KOSONG)
            return
        self.referensi.input.set_nilai(teks)
        self._on_edited(teks)

    def minta_catat(self) -> None:
        """The officer is done."""
        self.referensi.bersihkan()
        self.dicatat.emit("" if self.referensi.isHidden() else self.referensi.input.nilai())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click into the field is the one click that wants the keyboard."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.minta_fokus.emit()
        return super().eventFilter(watched, event)

    def _on_edited(self, teks: str) -> None:
        self.referensi.bersihkan()
        self.diubah.emit(teks)
