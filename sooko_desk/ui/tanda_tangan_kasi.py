"""The signature of the Kasi: what will be signed, a PIN, Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.services.keputusan import Keputusan, KumpulanKeputusan, list_penanda_tangan
from sooko_desk.ui.halaman_masuk import IsianPin
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
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
        self._service = service
        self._penanda = list_penanda_tangan(service.list_petugas(), sekarang)
        self._sibuk = False
        self._kerja = SinyalKerja(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tanda tangan keputusan")
        self.resize(LEBAR, TINGGI)
        self.model: RowTableModel[Keputusan] = RowTableModel(_KOLOM, _kunci)
        self.model.set_rows(kumpulan.isi)
        self._daftar: TabelData[Keputusan] = TabelData(self.model, "Keputusan yang ditandatangani")
        self._daftar.pilih(kumpulan.isi[0].permohonan_id)
        siapa = self._penanda[0].nama if len(self._penanda) == 1 else "Kasi"
        self.pin = BarisIsian(f"PIN {siapa}", IsianPin(), bantuan="Enam angka, lalu Enter.")
        self._tombol = tombol_utama("Tanda tangani", "rubber-stamp", "Enter")
        self._build_layout(kumpulan)
        self._tombol.clicked.connect(self._on_tanda_tangan)
        self.pin.input.returnPressed.connect(self._on_tanda_tangan)
        self.pin.input.textEdited.connect(self.pin.bersihkan)
        self.pin.input.panah.connect(self._on_pin_panah)
        self._kerja.berhasil.connect(self._on_kerja_berhasil)
        self.pin.input.setFocus()

    def reject(self) -> None:
        """Go back; not while the PIN is being checked."""
        if not self._sibuk:
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

    def _on_tanda_tangan(self) -> None:
        if self._sibuk:
            return
        pin = self.pin.input.text()
        if not pin:
            self.pin.set_pesan(Nada.BAHAYA, "Ketik PIN dulu.")
            return
        hash_pin = [(p, self._service.get_hash(p)) for p in self._penanda]
        self._set_sibuk(sibuk=True)
        run_in_background(self._kerja, lambda: self._cari(hash_pin, pin))

    def _cari(self, hash_pin: list[tuple[Petugas, str]], pin: str) -> tuple[Petugas | None, str]:
        """On the worker thread: whose PIN it is, and the newer hash where the old one is weak."""
        for petugas, lama in hash_pin:
            if self._service.verify_pin(lama, pin):
                perlu = self._service.needs_rehash(lama)
                return petugas, self._service.hash_pin(pin) if perlu else ""
        return None, ""

    def _on_kerja_berhasil(self, hasil: tuple[Petugas | None, str]) -> None:
        petugas, baru = hasil
        self._set_sibuk(sibuk=False)
        self.pin.input.clear()
        if petugas is None:
            self.pin.set_pesan(
                Nada.BAHAYA, "PIN salah, belum ada yang tersimpan. Ketik ulang enam angka."
            )
            self.pin.input.setFocus()
            return
        if baru:
            self._service.simpan_hash(petugas, baru)
        self.accept()
        self.disetujui.emit(petugas)

    def _set_sibuk(self, *, sibuk: bool) -> None:
        self._sibuk = sibuk
        self._tombol.setEnabled(not sibuk)
        self.pin.input.setReadOnly(sibuk)
