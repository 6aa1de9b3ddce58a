"""The list of cases whose originals are in the office, and the field that narrows it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.pemindai import baca_kode
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sooko_desk.services.asli import BarisAsli

JUDUL = "Asli masih di kantor"
UMUR_LAMA_HARI = 30
"""Days after which an original in the office is to be asked after. No rule says how many."""
TINGGI_BARIS = 48
LEBAR_TERKECIL = 380
_PANAH = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_PERINTAH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _siapa(b: BarisAsli) -> str:
    r = b.ringkasan
    return f"{r.pemohon.nama}\n{r.layanan} · {r.nomor_tanda_bukti}"


def _nama(b: BarisAsli) -> str:
    return b.ringkasan.pemohon.nama.casefold()


def _banyak(b: BarisAsli) -> str:
    return str(len(b.berkas))


def _jumlah(b: BarisAsli) -> int:
    return len(b.berkas)


def _umur(b: BarisAsli) -> str:
    return f"{b.umur_hari} hari" if b.umur_hari else "hari ini"


def _nada_umur(b: BarisAsli) -> Nada:
    return Nada.PERINGATAN if b.umur_hari > UMUR_LAMA_HARI else Nada.NETRAL


def _urut_umur(b: BarisAsli) -> float:
    return -b.sejak.timestamp()


def _kunci(b: BarisAsli) -> int:
    return b.ringkasan.id


KOLOM: tuple[Kolom[BarisAsli], ...] = (
    Kolom("Pemohon", _siapa, sort_key=_nama),
    Kolom("Asli", _banyak, Rata.TENGAH, lebar=52, sort_key=_jumlah),
    Kolom("Umur", _umur, lebar=96, chip=_nada_umur, sort_key=_urut_umur),
)


class DaftarAsli(Kartu):
    """Field and table; letters typed in the table go on in the field.

    Args:
        nama_desa: village names by code.

    Signals:
        dipilih(object): another `BarisAsli` is current, or the same one as read anew; None = none.
        dibuka(): the current case is to be worked on.
    """

    dipilih = Signal(object)
    dibuka = Signal()

    def __init__(self, nama_desa: Mapping[str, str]) -> None:
        super().__init__(JUDUL)
        self._nama_desa = nama_desa
        self._semua: tuple[BarisAsli, ...] = ()
        self._kata: tuple[str, ...] = ()
        self.cari = IsianTeks("Ketik nama, nomor atau desa, atau pindai tanda bukti")
        self.cari.setAccessibleName("Cari berkas asli")
        self.model: RowTableModel[BarisAsli] = RowTableModel(KOLOM, _kunci)
        self.tabel: TabelData[BarisAsli] = TabelData(self.model, JUDUL)
        self.tabel.verticalHeader().setDefaultSectionSize(TINGGI_BARIS)
        self.setMinimumWidth(LEBAR_TERKECIL)
        self.isi.addWidget(self.cari)
        self.isi.addWidget(self.tabel, 1)
        self.cari.edited.connect(self._saring)
        self.cari.returnPressed.connect(self._on_cari_return_pressed)
        self.cari.installEventFilter(self)
        self.tabel.installEventFilter(self)
        self.tabel.baris_dipilih.connect(self.dipilih)
        self.tabel.dibuka.connect(self._on_tabel_dibuka)

    def set_baris(self, baris: Sequence[BarisAsli]) -> None:
        """Show these cases; the chosen one stays chosen while it is among them."""
        self._semua = tuple(baris)
        self._kata = tuple(map(self._sebut, baris))
        self._saring()

    def pilih(self, permohonan_id: int) -> bool:
        """Make that case current, the field emptied if it hides it; False = not in the list."""
        if self.tabel.pilih(permohonan_id):
            return True
        if all(b.ringkasan.id != permohonan_id for b in self._semua):
            return False
        self.bersihkan()
        return self.tabel.pilih(permohonan_id)

    def pilih_kode(self, kode: str) -> bool:
        """The same by a receipt's code, e.g. "TB-KK-2026-00012"."""
        milik = (b.ringkasan.id for b in self._semua if b.ringkasan.kode_pindai == kode)
        return self.pilih(next(milik, 0))

    def bersihkan(self) -> None:
        """Empty the field: every case is in the list again."""
        self.cari.clear()
        self._saring()

    def lepas_pilihan(self) -> None:
        """Stand in the table with no case chosen; the next arrow takes the first one."""
        self.tabel.setCurrentIndex(QModelIndex())
        self.tabel.clearSelection()
        # With any other reason the table chooses its first row by itself.
        self.tabel.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the field into the table, a letter back from the table."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.cari and event.key() in _PANAH:
                self.tabel.setFocus()
                return True
            if watched is self.tabel and _is_tulisan(event):
                self.cari.setFocus()
                QApplication.sendEvent(self.cari, event)
                return True
        return super().eventFilter(watched, event)

    def _sebut(self, b: BarisAsli) -> str:
        """All by which a case is found."""
        r = b.ringkasan
        desa = self._nama_desa.get(r.pemohon.desa, "")
        return "\n".join((r.pemohon.nama, r.nomor_tanda_bukti, r.kode_pindai, desa)).casefold()

    def _saring(self) -> None:
        dicari = baca_kode(self.cari.nilai()) or self.cari.nilai()
        potongan = dicari.casefold().split()
        cocok = [
            b
            for b, kata in zip(self._semua, self._kata, strict=True)
            if all(p in kata for p in potongan)
        ]
        if self._semua:
            self.tabel.set_kosong("search", "Tidak ditemukan", "Ketik sebagian nama atau nomor.")
        else:
            self.tabel.set_kosong(
                "file-check",
                "Tidak ada berkas asli di kantor",
                "Berkas yang ditandai asli saat diterima tampil di sini sampai dikembalikan.",
            )
        self.model.set_rows(cocok)
        self._tulis_kepala(len(cocok))

    def _tulis_kepala(self, tampak: int) -> None:
        semua = len(self._semua)
        self.set_judul(f"{JUDUL} · {semua}" if semua else JUDUL)
        asli = sum(map(_jumlah, self._semua))
        if tampak < semua:
            self.set_subjudul(f"{tampak} dari {semua} permohonan")
        else:
            self.set_subjudul(f"{asli} berkas asli, yang paling lama di atas" if semua else "")

    def _on_cari_return_pressed(self) -> None:
        """One hit opens at once; several wait in the table."""
        self.tabel.setFocus()
        if self.cari.nilai() and self.model.rowCount() == 1:
            self._on_tabel_dibuka()

    def _on_tabel_dibuka(self) -> None:
        if self.tabel.baris() is not None:
            self.dibuka.emit()


def _is_tulisan(event: QKeyEvent) -> bool:
    teks = event.text()
    return teks.isprintable() and bool(teks.strip()) and not event.modifiers() & _PERINTAH
