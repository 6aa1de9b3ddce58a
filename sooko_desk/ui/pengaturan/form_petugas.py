"""The fields of one officer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.domain.sop import Peran
from sooko_desk.ui.kit.baris_isian import JARAK_BARIS, BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.data.petugas import BarisPetugas
    from sooko_desk.domain.errors import FieldsError

BARU = "Petugas baru"
_TENTANG_PERAN = (
    "Peran tidak diganti, supaya catatan lama tetap benar: nonaktifkan petugas ini, lalu tambah "
    "petugas baru dengan peran lain."
)
_TENTANG_BARU = (
    "Simpan dengan Ctrl+Enter. Sesudah PIN Kasi diketik, tampil satu PIN sekali pakai untuk "
    "petugas ini. Saat masuk pertama ia membuat PIN sendiri."
)
_TENTANG_NAMA = (
    "Nama yang dibetulkan ikut berubah pada catatan lama. Untuk orang lain, tambah petugas baru."
)


@dataclass(frozen=True, slots=True)
class KetikanPetugas:
    """What is typed of an officer and was not saved."""

    nama: str
    peran: Peran


class FormPetugas(QWidget):
    """Name and role; the role only of a new officer.

    Attributes:
        baris: who is shown; None = a new one.

    Signals:
        diubah(): the officer at work typed or chose.
    """

    diubah = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.baris: BarisPetugas | None = None
        self._readonly = True
        self._judul = build_label("", PeranLabel.KARTU)
        self.nama = BarisIsian("Nama", IsianTeks(), wajib=True)
        self.peran = SegmenPilihan([(str(p), p.nama, "") for p in Peran])
        self.peran.setAccessibleName("Peran")
        self._peran = BarisIsian("Peran", self.peran)
        self._tentang = build_label("", PeranLabel.REDUP)
        self._tentang.setWordWrap(True)
        self._salah = build_label("", PeranLabel.REDUP)
        self._salah.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(JARAK_BARIS)
        for satu in (self._judul, self.nama, self._peran, self._salah, self._tentang):
            layout.addWidget(satu)
        layout.addStretch(1)
        self.setFocusProxy(self.nama.input)
        self.nama.input.edited.connect(self._on_edited)
        self.peran.dipilih.connect(self.diubah)

    @property
    def ketikan(self) -> KetikanPetugas:
        """What stands in the fields."""
        return KetikanPetugas(self.nama.input.nilai(), Peran(self.peran.kode()))

    @property
    def petugas_id(self) -> int | None:
        """Who is shown; None = a new one."""
        return self.baris.petugas.id if self.baris else None

    def is_diubah(self) -> bool:
        """Whether a name is typed that was not saved."""
        tersimpan = self.baris.petugas.nama if self.baris else ""
        return self.nama.input.nilai() != tersimpan

    def tampilkan(self, baris: BarisPetugas | None, ketikan: KetikanPetugas | None = None) -> None:
        """Show an officer, None = a new one; with `ketikan` what was typed of him before."""
        self.baris = baris
        if ketikan is None:
            petugas = baris.petugas if baris else None
            ketikan = KetikanPetugas(
                petugas.nama if petugas else "", petugas.peran if petugas else Peran.OPERATOR
            )
        self._judul.setText(baris.petugas.nama if baris else BARU)
        self.nama.input.set_nilai(ketikan.nama)
        self.nama.bersihkan()
        self.peran.set_kode(str(ketikan.peran))
        self._tentang.setText(f"{_TENTANG_NAMA} {_TENTANG_PERAN}" if baris else _TENTANG_BARU)
        gagal = baris.gagal if baris else 0
        self._salah.setText(f"PIN salah berturut-turut: {gagal} kali." if gagal else "")
        self._salah.setVisible(bool(gagal))
        self._atur_hak()

    def set_readonly(self, readonly: bool) -> None:
        """Only show; nothing can be changed."""
        self._readonly = readonly
        self._atur_hak()

    def tunjuk(self, galat: FieldsError) -> str:
        """Mark what is wrong; returns the sentence for the banner."""
        self.nama.set_pesan(Nada.BAHAYA, galat.per_field["nama"])
        self.nama.input.setFocus()
        return str(galat)

    def _atur_hak(self) -> None:
        self.nama.input.setReadOnly(self._readonly)
        self.peran.setEnabled(not self._readonly and self.baris is None)

    def _on_edited(self) -> None:
        self.nama.bersihkan()
        self.diubah.emit()
