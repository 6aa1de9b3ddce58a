"""The list of slips that are still to be typed in or voided."""

from __future__ import annotations

from PySide6.QtCore import Signal

from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.services.blangko import BlangkoTerbuka
from sooko_desk.ui.kit.daftar_cari import DaftarCari
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tabel import Kolom
from sooko_desk.ui.theme import Nada

JUDUL = "Blangko listrik padam"
PETUNJUK = "Ketik nomor atau pindai blangko"
LEBAR_TERKECIL = 380


def _blangko(b: BlangkoTerbuka) -> str:
    return f"{b.slip.kode_pindai}\n{b.slip.nomor}"


def _urut(b: BlangkoTerbuka) -> tuple[str, int, int]:
    return b.slip.layanan, b.slip.tahun, b.slip.urut


def _dipesan(b: BlangkoTerbuka) -> str:
    return f"{sebut_saat(b.slip.waktu)}\n{b.slip.petugas}"


def _umur(b: BlangkoTerbuka) -> str:
    return f"{b.umur} hari" if b.umur else "hari ini"


def _nada_umur(b: BlangkoTerbuka) -> Nada:
    """A slip of an earlier day may lie filled in and forgotten in a drawer."""
    return Nada.PERINGATAN if b.umur else Nada.NETRAL


def _lama(b: BlangkoTerbuka) -> float:
    return -b.slip.waktu.timestamp()


def _kunci(b: BlangkoTerbuka) -> int:
    return b.slip.id


def _sebut(b: BlangkoTerbuka) -> str:
    return f"{b.slip.kode_pindai} {b.slip.nomor} {b.slip.layanan} {b.slip.petugas}"


KOLOM: tuple[Kolom[BlangkoTerbuka], ...] = (
    Kolom("Blangko", _blangko, sort_key=_urut),
    Kolom("Dipesan", _dipesan, sort_key=_lama),
    Kolom("Umur", _umur, lebar=96, chip=_nada_umur, sort_key=_lama),
)


class DaftarBlangko(DaftarCari[BlangkoTerbuka]):
    """The list in a card of its own, with a count.

    Attributes:
        kartu: the card around it.

    Signals:
        dibuka(object): this `BlangkoTerbuka` is to be typed in.
    """

    dibuka = Signal(object)

    def __init__(self) -> None:
        super().__init__(KOLOM, _kunci, _sebut, JUDUL, PETUNJUK)
        self.kartu = Kartu("Menunggu diketik")
        self.kartu.setMinimumWidth(LEBAR_TERKECIL)
        self.kartu.isi.addWidget(self, 1)
        self.disaring.connect(self._on_disaring)
        self.cari.returnPressed.connect(self._on_cari_return_pressed)
        self.tabel.dibuka.connect(self.dibuka)
        self.set_kosong(
            "printer",
            "Tidak ada blangko yang menunggu",
            "Pesan dan cetak blangko selagi listrik menyala, lalu simpan di loket.",
        )

    def _on_disaring(self) -> None:
        banyak = len(self.semua())
        self.kartu.set_subjudul(f"{banyak} lembar; Enter = entri susulan" if banyak else "")

    def _on_cari_return_pressed(self) -> None:
        self.ke_baris(0)
        self.tabel.setFocus()
