"""The step before anything happens: what would vanish, what paper tells, and the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.ui.isian_pin import IsianPin
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.pemulihan.kata import list_hilang, sebut_hilang, sebut_isi
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.data.pemulihan_nomor import Buku
    from sooko_desk.services.pemulihan_beda import Perbandingan
    from sooko_desk.services.pemulihan_nomor import TanyaNomor

_LAJUR = 3
_NOMOR = "Nomor terakhir di kertas"
_NOMOR_SUB = (
    "Lihat tanda bukti, buku register, dan daftar pengiriman yang terakhir dicetak, lalu tulis "
    "nomor urutnya. Yang dari cadangan sudah terisi."
)


class HalamanBeda(QWidget):
    """Filled anew by `tampilkan`.

    Attributes:
        pin: hidden where the PIN or the code was given before.
        nomor: one field a book; {} where all numbers are known.

    Signals:
        selesai(): Enter in the last field.
    """

    selesai = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._beda: Perbandingan | None = None
        self._dicoba = False
        self.isi = build_label("")
        self.isi.setWordWrap(True)
        self.kabar = Spanduk()
        self.susulkan = QCheckBox()
        self.hilang = QPlainTextEdit()
        self.hilang.setReadOnly(True)
        self.hilang.setTabChangesFocus(True)
        self.hilang.setAccessibleName("Permohonan yang akan hilang")
        self.pin = BarisIsian("PIN Kasi", IsianPin(), bantuan="Enam angka, lalu Enter.")
        self.nomor: dict[Buku, BarisIsian[QLineEdit]] = {}
        self._kertas = Kartu(_NOMOR, _NOMOR_SUB)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(THEME.gap_m)
        self._grid.setVerticalSpacing(0)
        self._kertas.isi.addLayout(self._grid)
        self._build_layout()
        self.susulkan.toggled.connect(self._segarkan)
        self.pin.input.returnPressed.connect(self.selesai)
        self.pin.input.textEdited.connect(self.pin.bersihkan)

    def tampilkan(
        self, beda: Perbandingan, tanya: tuple[TanyaNomor, ...], *, minta_pin: bool
    ) -> None:
        """Show a comparison."""
        self._beda = beda
        self._dicoba = False
        self.isi.setText("\n".join(sebut_isi(beda)))
        self.susulkan.setVisible(beda.susulan > 0)
        self.susulkan.setText(f"Masukkan kembali {beda.susulan} catatan dari jurnal")
        self.susulkan.setChecked(beda.saran_susulan)
        self.pin.setVisible(minta_pin)
        self.pin.input.clear()
        self._pasang_nomor(tanya)
        self._segarkan()

    def fokus(self) -> None:
        """Put the caret where typing begins, or goes on after a wrong PIN."""
        semua = self._urut()
        if semua:
            belum = [satu for satu in semua if not satu.text()]
            tuju = belum[0] if self._dicoba and belum else semua[0]
            tuju.setFocus()
            tuju.selectAll()
            self._dicoba = True

    def teks_nomor(self) -> dict[Buku, str]:
        """What stands in the fields."""
        return {buku: baris.input.text() for buku, baris in self.nomor.items()}

    def tandai(self, tanya: tuple[TanyaNomor, ...], per_field: dict[str, str]) -> None:
        """Say what is wrong beside the fields; the caret goes to the first."""
        salah = [satu for satu in tanya if satu.kunci in per_field]
        for satu in salah:
            self.nomor[satu.buku].set_pesan(Nada.BAHAYA, per_field[satu.kunci])
        self.nomor[salah[0].buku].input.setFocus()

    def _build_layout(self) -> None:
        kiri = Kartu("Yang dipulihkan")
        kiri.isi.addWidget(self.isi)
        kiri.isi.addWidget(self.susulkan)
        kiri.isi.addStretch(1)
        kanan = Kartu("Yang akan hilang")
        kanan.isi.addWidget(self.kabar)
        kanan.isi.addWidget(self.hilang, 1)
        kanan.isi.addStretch()
        atas = QHBoxLayout()
        atas.setSpacing(THEME.gap_s)
        atas.addWidget(kiri, 1)
        atas.addWidget(kanan, 1)
        bawah = QHBoxLayout()
        self.pin.setFixedWidth(240)
        bawah.addWidget(self.pin)
        bawah.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addLayout(atas, 1)
        layout.addWidget(self._kertas)
        layout.addLayout(bawah)

    def _pasang_nomor(self, tanya: tuple[TanyaNomor, ...]) -> None:
        for lama in self.nomor.values():
            self._grid.removeWidget(lama)
            lama.hide()
            lama.deleteLater()
        self.nomor = {}
        for tempat, satu in enumerate(tanya):
            baris = BarisIsian(satu.nama, QLineEdit(str(satu.paling)))
            baris.input.setMaxLength(9)
            baris.input.returnPressed.connect(self._on_enter)
            baris.input.textEdited.connect(baris.bersihkan)
            self.nomor[satu.buku] = baris
            self._grid.addWidget(baris, tempat // _LAJUR, tempat % _LAJUR)
        self._kertas.setVisible(bool(tanya))

    def _segarkan(self) -> None:
        assert self._beda is not None
        susulkan = self.susulkan.isChecked()
        self.kabar.tampilkan(*sebut_hilang(self._beda, susulkan=susulkan))
        daftar = list_hilang(self._beda, susulkan=susulkan)
        self.hilang.setPlainText(daftar)
        self.hilang.setVisible(bool(daftar))

    def _urut(self) -> list[QLineEdit]:
        pin = [] if self.pin.isHidden() else [self.pin.input]
        return [*(baris.input for baris in self.nomor.values()), *pin]

    def _on_enter(self) -> None:
        """Enter goes on to the next field; on the last one it goes on to the restore."""
        semua = self._urut()
        tempat = next(n for n, satu in enumerate(semua) if satu.hasFocus())
        if tempat + 1 < len(semua):
            semua[tempat + 1].setFocus()
            semua[tempat + 1].selectAll()
        else:
            self.selesai.emit()
