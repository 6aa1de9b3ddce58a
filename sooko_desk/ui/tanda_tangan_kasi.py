"""The signature of the Kasi: what will be signed, a PIN, Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.services.keputusan import Keputusan, KumpulanKeputusan, list_penanda_tangan
from sooko_desk.ui.isian_pin import IsianPin
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.pemeriksa_pin import PemeriksaPin
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.data.petugas import PinTersimpan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.petugas import PetugasService

LEBAR, TINGGI = 860, 500
"""Px; fits the smallest screen of the office."""


def _nomor(k: Keputusan) -> str:
    return k.nomor


def _nama(k: Keputusan) -> str:
    return k.nama


def _label(k: Keputusan) -> str:
    return k.label


def _nada(k: Keputusan) -> Nada:
    return nada_keputusan(k)


def _sebab(k: Keputusan) -> str:
    return " · ".join(x for x in (k.kurang, k.alasan) if x)


def _kunci(k: Keputusan) -> int:
    return k.permohonan_id


def nada_keputusan(keputusan: Keputusan) -> Nada:
    """Tone of a decision's chip."""
    return Nada.PERINGATAN if keputusan.mundur else Nada.SELESAI


_KOLOM: tuple[Kolom[Keputusan], ...] = (
    Kolom("Tanda bukti", _nomor, lebar=150),
    Kolom("Nama", _nama),
    Kolom("Keputusan", _label, lebar=128, chip=_nada),
    Kolom("Berkas kurang atau alasan", _sebab),
)


class TandaTanganKasi(QDialog):
    """Lists the marked decisions and asks for the PIN; Escape goes back, nothing is lost.

    While an operator is at work any Kasi may sign: it is the one whose PIN it is.

    Signals:
        disetujui(object): the `Petugas` whose PIN was right; once, then the window closes.
    """

    disetujui = Signal(object)

    def __init__(
        self,
        service: PetugasService,
        kumpulan: KumpulanKeputusan,
        sekarang: Petugas | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        penanda = list_penanda_tangan(service.list_petugas(), sekarang)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tanda tangan keputusan")
        self.resize(LEBAR, TINGGI)
        self.model: RowTableModel[Keputusan] = RowTableModel(_KOLOM, _kunci)
        self.model.set_rows(kumpulan.isi)
        self._daftar: TabelData[Keputusan] = TabelData(self.model, "Keputusan yang ditandatangani")
        self._daftar.pilih(kumpulan.isi[0].permohonan_id)
        siapa = penanda[0].nama if len(penanda) == 1 else "Kasi"
        self.pin = BarisIsian(f"PIN {siapa}", IsianPin(), bantuan="Enam angka, lalu Enter.")
        self._tombol = tombol_utama("Tanda tangani", "rubber-stamp", "Enter")
        self._build_layout(kumpulan)
        self.pemeriksa = PemeriksaPin(service.pin, self.pin, "tanda tangan keputusan")
        self._tombol.clicked.connect(self.pemeriksa.periksa)
        self.pin.input.panah.connect(self._on_pin_panah)
        self.pemeriksa.benar.connect(self._on_benar)
        self.pemeriksa.salah.connect(self._on_salah)
        self.pemeriksa.terganggu.connect(self._on_terganggu)
        self.pemeriksa.sibuk_berubah.connect(self._tombol.setDisabled)
        self.pemeriksa.mulai(penanda)
        self.pin.input.setFocus()

    def reject(self) -> None:
        """Go back; not while the PIN is being checked."""
        if not self.pemeriksa.sibuk:
            super().reject()

    def _build_layout(self, kumpulan: KumpulanKeputusan) -> None:
        kartu = Kartu("Tanda tangan keputusan", f"{kumpulan.sebut()}. Semua tersimpan sekaligus.")
        kartu.isi.addWidget(self._daftar, 1)
        batal = tombol_teks("Kembali", "arrow-left", "Esc")
        batal.clicked.connect(self.reject)
        tombol = QHBoxLayout()
        tombol.addWidget(self._tombol)
        tombol.addWidget(batal)
        tombol.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(kartu, 1)
        layout.addWidget(self.pin)
        layout.addLayout(tombol)

    def _on_pin_panah(self, arah: int) -> None:
        """Look through a long list without leaving the PIN."""
        baris = self._daftar.currentIndex().row() + arah
        if 0 <= baris < self.model.rowCount():
            self._daftar.pilih(self.model.key(baris))

    def _on_benar(self, simpanan: PinTersimpan) -> None:
        self.accept()
        self.disetujui.emit(simpanan.petugas)

    def _on_salah(self) -> None:
        self.pin.set_pesan(Nada.BAHAYA, f"{self.pin.pesan} Belum ada yang tersimpan.")

    def _on_terganggu(self, kalimat: str) -> None:
        self.pin.set_pesan(Nada.PERINGATAN, kalimat)
