"""F7: which document went where; what failed stands on top until it is repeated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.saring_cetakan import HASIL, SaringanCetak
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from sooko_desk.data.perintah import BarisCetakan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.pencetakan import PencetakanService
    from sooko_desk.ui.pencetak import Pencetak

LEBAR, TINGGI = 1040, 520
_NADA = {
    "tercetak": Nada.SELESAI,
    "tersimpan": Nada.INFO,
    "belum_pasti": Nada.PERINGATAN,
    "gagal": Nada.BAHAYA,
}


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One line of the log.

    Attributes:
        menunggu: it failed, and no later line repeats it.
    """

    cetakan: BarisCetakan
    menunggu: bool


def _waktu(b: BarisRiwayat) -> str:
    return sebut_saat(b.cetakan.waktu)


def _judul(b: BarisRiwayat) -> str:
    return b.cetakan.judul


def _tujuan(b: BarisRiwayat) -> str:
    return "Berkas PDF" if b.cetakan.tujuan == "berkas" else b.cetakan.tujuan


def _salinan(b: BarisRiwayat) -> str:
    return str(b.cetakan.salinan)


def _petugas(b: BarisRiwayat) -> str:
    return b.cetakan.petugas


def _hasil(b: BarisRiwayat) -> str:
    if b.cetakan.hasil == "gagal":
        return "Gagal, ulangi" if b.menunggu else "Gagal, diulang"
    return HASIL[b.cetakan.hasil]


def _nada(b: BarisRiwayat) -> Nada:
    is_lama = b.cetakan.hasil == "gagal" and not b.menunggu
    return Nada.NETRAL if is_lama else _NADA[b.cetakan.hasil]


def _kunci(b: BarisRiwayat) -> int:
    return b.cetakan.id


_BELUM_ADA = ("printer", "Belum ada yang dicetak", "Setiap cetakan tercatat.")
_TIDAK_COCOK = ("search", "Tidak ada yang cocok", "Ubah saringannya, atau kosongkan dengan Esc.")
_KOLOM: tuple[Kolom[BarisRiwayat], ...] = (
    Kolom("Waktu", _waktu, lebar=130),
    Kolom("Dokumen", _judul),
    Kolom("Tujuan", _tujuan, lebar=160),
    Kolom("Lembar", _salinan, Rata.KANAN, lebar=76),
    Kolom("Petugas", _petugas, lebar=160),
    Kolom("Hasil", _hasil, lebar=160, chip=_nada),
)


class RiwayatCetak(QDialog):
    """The print log; Escape empties the filter, then closes."""

    def __init__(
        self,
        service: PencetakanService,
        pencetak: Pencetak,
        petugas: Petugas,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Riwayat cetak")
        self.resize(LEBAR, TINGGI)
        self._service = service
        self._pencetak = pencetak
        self._petugas = petugas
        self._induk = parent
        self.saringan = SaringanCetak(service.list_cetakan())
        self.model: RowTableModel[BarisRiwayat] = RowTableModel(_KOLOM, _kunci)
        self.tabel: TabelData[BarisRiwayat] = TabelData(self.model, "Riwayat cetak")
        self.rincian = build_label("", Peran.REDUP)
        self.ulangi = tombol_utama("Cetak ulang", "printer", "Enter")
        self.kartu = Kartu("Riwayat cetak")
        self._build_layout()
        self.saringan.diubah.connect(self._muat)
        self.tabel.baris_dipilih.connect(self._on_tabel_baris_dipilih)
        self.tabel.dibuka.connect(self._on_tabel_dibuka)
        self.ulangi.clicked.connect(self._on_ulangi)
        pasang_pintasan(self, {"Ctrl+P": self._on_ulangi, "Ctrl+F": self.saringan.teks.setFocus})
        self._muat()
        self.tabel.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back."""
        if event.key() == Qt.Key.Key_Escape and self.saringan.kosongkan():
            return
        super().keyPressEvent(event)

    def _build_layout(self) -> None:
        self.kartu.isi.addWidget(self.saringan)
        self.kartu.isi.addWidget(self.tabel, 1)
        self.kartu.isi.addWidget(self.rincian)
        tutup = tombol_kedua("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        kaki = QHBoxLayout()
        kaki.setSpacing(THEME.gap_s)
        kaki.addStretch(1)
        kaki.addWidget(self.ulangi)
        kaki.addWidget(tutup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.kartu, 1)
        layout.addLayout(kaki)

    def _muat(self) -> None:
        # Whether a failed line was repeated is seen in all lines, also in those filtered away.
        semua = self._service.list_cetakan()
        diulang = {b.ulang_dari for b in semua}
        baris = [
            BarisRiwayat(b, b.hasil == "gagal" and b.id not in diulang)
            for b in self._service.list_cetakan(self.saringan.saring())
        ]
        baris.sort(key=lambda b: not b.menunggu)
        menunggu = sum(b.menunggu for b in baris)
        self.kartu.set_subjudul(
            f"{menunggu} cetakan gagal menunggu diulang; nomornya tetap."
            if menunggu
            else "Cetakan terbaru di atas."
        )
        self.tabel.set_kosong(*(_TIDAK_COCOK if semua else _BELUM_ADA))
        self.model.set_rows(baris)
        if baris and self.tabel.baris() is None:
            self.tabel.pilih(_kunci(baris[0]))
        self._on_tabel_baris_dipilih(self.tabel.baris())

    def _on_tabel_baris_dipilih(self, baris: BarisRiwayat | None) -> None:
        c = baris.cetakan if baris is not None else None
        self.ulangi.setEnabled(c is not None and self._pencetak.can_ulangi(c))
        bagian = (
            ()
            if c is None
            else (
                c.kertas and f"Kertas {c.kertas}",
                c.alasan and f"Alasan cetak ulang: {c.alasan}",
                c.ulang_dari is not None and "Mengulang cetakan yang gagal",
            )
        )
        self.rincian.setText(" · ".join(x for x in bagian if x))

    def _on_tabel_dibuka(self, _baris: BarisRiwayat) -> None:
        self._on_ulangi()

    def _on_ulangi(self) -> None:
        baris = self.tabel.baris()
        if baris is None or not self.ulangi.isEnabled():
            return
        c = baris.cetakan
        sebaris = [
            b for b in self._service.list_cetakan() if b.rujukan == c.rujukan and b.waktu == c.waktu
        ]
        self.accept()
        self._pencetak.ulangi(sebaris, self._petugas, self._induk)
