"""Ctrl+F: which of the official forms to print, filled from the case or blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.services.cetak_formulir import CetakFormulirService, TawaranFormulir

LEBAR, TINGGI = 760, 420
"""Px; fits the smallest screen of the office."""
JUDUL = "Cetak formulir"


def _kode(t: TawaranFormulir) -> str:
    return t.kode.value


def _nama(t: TawaranFormulir) -> str:
    return t.kode.nama


def _keadaan(t: TawaranFormulir) -> str:
    return "Dapat diisi" if t.boleh else "Kosong saja"


def _nada(t: TawaranFormulir) -> Nada:
    return Nada.SELESAI if t.boleh else Nada.NETRAL


_KOLOM: tuple[Kolom[TawaranFormulir], ...] = (
    Kolom("Formulir", _kode, lebar=90),
    Kolom("Nama", _nama),
    Kolom("Dari data", _keadaan, lebar=124, chip=_nada),
)


class PilihFormulir(QDialog):
    """The three forms with what each would hold, or why it is not offered.

    Choosing one closes the window; nothing is printed here. Show it with `open()`.

    Args:
        service: builds the forms.
        permohonan_id: the case that is open; None = only blank forms.
        parent: the window it belongs to.

    Signals:
        dipilih(object, bool): the `KodeFormulir`, and True for a blank one; once, after closing.
    """

    dipilih = Signal(object, bool)

    def __init__(
        self, service: CetakFormulirService, permohonan_id: int | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(JUDUL)
        self.resize(LEBAR, TINGGI)
        self.model: RowTableModel[TawaranFormulir] = RowTableModel(_KOLOM, _kode)
        self.tabel: TabelData[TawaranFormulir] = TabelData(self.model, "Formulir")
        self.keterangan = build_label("", Peran.BIASA)
        self.keterangan.setWordWrap(True)
        self.spanduk = Spanduk()
        self.terisi = tombol_utama("Cetak terisi", "printer", "Ctrl+Enter")
        self.kosong = tombol_kedua("Cetak kosong", "file", "Ctrl+K")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self._build_layout()
        self._connect()
        self._muat(service, permohonan_id)
        self.tabel.setFocus()

    def _muat(self, service: CetakFormulirService, permohonan_id: int | None) -> None:
        try:
            tawaran = service.list_tawaran(permohonan_id)
        except OfficerError as galat:
            self._on_baris_dipilih(None)
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.model.set_rows(tawaran)
        awal = next((t for t in tawaran if t.boleh), tawaran[0])
        self.tabel.pilih(awal.kode.value)

    def _build_layout(self) -> None:
        kartu = Kartu(JUDUL, "Formulir resmi untuk diperiksa dan ditandatangani pemohon.")
        kartu.isi.addWidget(self.tabel, 1)
        kartu.isi.addWidget(self.keterangan)
        tata_jendela(self, kartu, (self.spanduk,), (self.terisi, self.kosong), self.tutup)

    def _connect(self) -> None:
        self.tabel.baris_dipilih.connect(self._on_baris_dipilih)
        self.tabel.dibuka.connect(self._on_terisi)
        self.terisi.clicked.connect(self._on_terisi)
        self.kosong.clicked.connect(self._on_kosong)
        self.tutup.clicked.connect(self.reject)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_terisi, "Ctrl+K": self._on_kosong})

    def _on_baris_dipilih(self, tawaran: TawaranFormulir | None) -> None:
        self.spanduk.sembunyikan()
        self.keterangan.setText(tawaran.keterangan if tawaran else "")
        self.terisi.setEnabled(tawaran is not None and tawaran.boleh)
        self.kosong.setEnabled(tawaran is not None)

    def _on_terisi(self) -> None:
        tawaran = self.tabel.baris()
        if tawaran is None:
            return
        if not tawaran.boleh:
            self.spanduk.tampilkan(
                Nada.INFO, f"{tawaran.keterangan} Untuk formulir kosong tekan Ctrl+K."
            )
            return
        self._pilih(tawaran, kosong=False)

    def _on_kosong(self) -> None:
        tawaran = self.tabel.baris()
        if tawaran is not None:
            self._pilih(tawaran, kosong=True)

    def _pilih(self, tawaran: TawaranFormulir, *, kosong: bool) -> None:
        self.accept()
        self.dipilih.emit(tawaran.kode, kosong)
