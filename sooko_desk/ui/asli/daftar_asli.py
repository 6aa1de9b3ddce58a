"""The list of cases whose originals are in the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal

from sooko_desk.services.asli import BarisAsli
from sooko_desk.ui.kit.daftar_cari import DaftarCari
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tabel import Kolom, Rata
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Mapping

JUDUL = "Asli masih di kantor"
UMUR_LAMA_HARI = 30
"""Days after which an original in the office is to be asked after. No rule says how many."""
LEBAR_TERKECIL = 380


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


class DaftarAsli(DaftarCari[BarisAsli]):
    """The list in a card of its own.

    Args:
        nama_desa: village names by code.

    Attributes:
        kartu: the card around it, with a count.

    Signals:
        dipilih(object): another `BarisAsli` is current, or the same one as read anew; None = none.
        dibuka(): the current case is to be worked on.
    """

    dipilih = Signal(object)
    dibuka = Signal()

    def __init__(self, nama_desa: Mapping[str, str]) -> None:
        super().__init__(KOLOM, _kunci, self._sebut_baris, JUDUL)
        self._nama_desa = nama_desa
        self.kartu = Kartu(JUDUL)
        self.kartu.setMinimumWidth(LEBAR_TERKECIL)
        self.kartu.isi.addWidget(self, 1)
        self.disaring.connect(self._tulis_kepala)
        self.cari.returnPressed.connect(self._on_cari_return_pressed)
        self.tabel.baris_dipilih.connect(self.dipilih)
        self.tabel.dibuka.connect(self._on_tabel_dibuka)
        self.set_kosong(
            "file-check",
            "Tidak ada berkas asli di kantor",
            "Berkas yang ditandai asli saat diterima tampil di sini sampai dikembalikan.",
        )

    def find_kode(self, kode: str) -> int | None:
        """Id of the case of a receipt's code, e.g. "TB-KK-2026-00012", seen or not."""
        milik = (b.ringkasan for b in self.semua() if b.ringkasan.kode_pindai == kode)
        return next((r.id for r in milik), None)

    def lepas_pilihan(self) -> None:
        """Stand in the table with no case chosen; the next arrow takes the first one."""
        self.tabel.setCurrentIndex(QModelIndex())
        self.tabel.clearSelection()
        # With any other reason the table chooses its first row by itself.
        self.tabel.setFocus(Qt.FocusReason.MouseFocusReason)

    def _sebut_baris(self, b: BarisAsli) -> str:
        r = b.ringkasan
        desa = self._nama_desa.get(r.pemohon.desa, "")
        return "\n".join((r.pemohon.nama, r.nomor_tanda_bukti, r.kode_pindai, desa))

    def _tulis_kepala(self) -> None:
        semua, tampak = self.semua(), self.model.rowCount()
        self.kartu.set_judul(f"{JUDUL} · {len(semua)}" if semua else JUDUL)
        asli = sum(map(_jumlah, semua))
        if tampak < len(semua):
            self.kartu.set_subjudul(f"{tampak} dari {len(semua)} permohonan")
        else:
            self.kartu.set_subjudul(
                f"{asli} berkas asli, yang paling lama di atas" if semua else ""
            )

    def _on_cari_return_pressed(self) -> None:
        """One hit opens at once; several wait in the table."""
        self.tabel.setFocus()
        if self.cari.nilai() and self.model.rowCount() == 1:
            self._on_tabel_dibuka()

    def _on_tabel_dibuka(self) -> None:
        if self.tabel.baris() is not None:
            self.dibuka.emit()
