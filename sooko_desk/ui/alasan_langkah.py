"""Why a case goes back: the officer's own words, and the standard reasons below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.pilih_alasan import PilihAlasan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.sop import Hasil, Langkah

MENULIS = frozenset({"alasan", "kurang"})
"""`Hasil.wajib` of the outcomes that take a reason."""


class AlasanLangkah(QWidget):
    """Field and list; hidden where no outcome asks for a reason.

    Attributes:
        baris: the field for words of one's own.
        tolak: the step's standard reasons.
        diminta: id of the outcome that asked for the reason; "" = none did. Ctrl+Enter then
            means that outcome.

    Signals:
        diubah(): words or reason are others now.
        lanjut(str): the reason stands; id of the outcome that asked for it.
        ditunggu(str): this outcome waits for its reason now; "" = none does any more.
    """

    diubah = Signal()
    lanjut = Signal(str)
    ditunggu = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.diminta = ""
        self._tersembunyi = False
        self.baris = BarisIsian("Alasan atau catatan", IsianTeks("Untuk pemohon dan riwayat"))
        self.tolak = PilihAlasan()
        self.tolak.pasang(self.baris.input)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addWidget(self.baris)
        layout.addWidget(self.tolak)
        self.baris.input.edited.connect(self.diubah)
        self.baris.input.returnPressed.connect(self._on_selesai)
        self.tolak.dipilih.connect(self.diubah)
        self.tolak.lanjut.connect(self._on_tolak_lanjut)

    def atur(self, hasil: tuple[Hasil, ...], *, nanti: bool) -> None:
        """Begin a step, without words and without a reason.

        Args:
            hasil: the outcomes that the officer may choose.
            nanti: the reason is asked for when the way back is taken, and not before.
        """
        self.diminta = ""
        self._tersembunyi = False
        self.baris.setVisible(any(h.wajib & MENULIS for h in hasil) and not nanti)
        self.tolak.set_pilihan(())
        self.baris.input.clear()
        self.baris.input.setReadOnly(False)
        self.baris.set_bantuan("")
        self.baris.bersihkan()

    def perlu_diminta(self, hasil: Hasil) -> bool:
        """Whether this outcome asks for a reason that could not be written yet."""
        return self.baris.isHidden() and "alasan" in hasil.wajib

    def minta(self, langkah: Langkah, hasil_id: str) -> None:
        """Ask for the reason of an outcome; it is taken when it is chosen again."""
        self._tersembunyi = True
        self.baris.show()
        pilih = "Pilih atau tulis" if langkah.tolak else "Tulis"
        label = langkah.get_hasil(hasil_id).label
        self.baris.set_bantuan(f"{pilih} alasannya, lalu Ctrl+Enter = {label}. Esc = batal.")
        self.tolak.set_pilihan(langkah.tolak)
        self._tunggu(hasil_id)

    def batal(self) -> bool:
        """Ask no more; False = nothing was asked for."""
        if not self.diminta:
            return False
        self.diminta = ""
        if self._tersembunyi:
            self.baris.hide()
            self.tolak.set_pilihan(())
        self.baris.bersihkan()
        self.ditunggu.emit("")
        return True

    def tandai(self, kalimat: str, hasil_id: str) -> None:
        """The outcome was refused for want of a reason."""
        self.baris.set_pesan(Nada.BAHAYA, kalimat)
        self._tunggu(hasil_id)

    def nilai(self) -> str:
        """The words; "" while nobody sees them, such as those of a way back that was not taken."""
        return "" if self.baris.isHidden() else self.baris.input.nilai()

    def set_nilai(self, teks: str, kode: str = "") -> None:
        """Show words and reason as they were."""
        self.baris.input.set_nilai(teks)
        self.tolak.set_kode(kode)

    def _tunggu(self, hasil_id: str) -> None:
        self.diminta = hasil_id
        self.ditunggu.emit(hasil_id)
        self._fokus()

    def _fokus(self) -> None:
        """One digit chooses where there are standard reasons."""
        if self.tolak.isHidden() or self.tolak.kode():
            self.baris.input.setFocus()
        else:
            self.tolak.setFocus()

    def _on_tolak_lanjut(self) -> None:
        if self.diminta:
            self.lanjut.emit(self.diminta)
        else:
            self.baris.input.setFocus()

    def _on_selesai(self) -> None:
        """To the button that asked for the reason, not to the one that goes forward."""
        if self.diminta:
            self.lanjut.emit(self.diminta)
