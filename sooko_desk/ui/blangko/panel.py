"""What the Kasi does with the pad: reserve and print numbers, void one with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.services.blangko import HANYA_KASI, TERBANYAK
from sooko_desk.ui.cetak.isian_bilangan import IsianBilangan
from sooko_desk.ui.kit.baris_isian import JARAK_BARIS, BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.kit.tombol import Gaya, Tombol, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sooko_desk.services.blangko import BlangkoTerbuka

_PILIH = "Pilih dulu blangkonya di daftar."


class PanelBlangko(QWidget):
    """Two cards; who is not the Kasi reads who is.

    Args:
        layanan: the services with an SOP in force.
        tahun: books whose numbers can be reserved, the open one first.
        boleh: whether the officer may reserve and void.

    Attributes:
        pesan, batal: the cards.
        layanan, buku, banyak, alasan: their fields; `buku` only where there is a choice.

    Signals:
        pesan_diminta(str, int, int): so many slips of this service are wanted, of this book.
        batal_diminta(str): the chosen slip is to be voided, for this reason.
    """

    pesan_diminta = Signal(str, int, int)
    batal_diminta = Signal(str)

    def __init__(self, layanan: Sequence[str], tahun: Sequence[int], *, boleh: bool) -> None:
        super().__init__()
        self._boleh = boleh
        butir = tuple((kode, kode, f"Alt+{n}") for n, kode in enumerate(layanan, start=1))
        self.layanan = BarisIsian("Layanan", SegmenPilihan(butir), wajib=True)
        buku = [(str(t), f"{t}, berkas susulan" if n else str(t)) for n, t in enumerate(tahun)]
        self.buku = BarisIsian(
            "Buku",
            SegmenPilihan([(kode, nama, "") for kode, nama in buku]),
            bantuan="Buku tahun lalu: untuk berkas tahun itu yang belum diketik.",
        )
        self.buku.input.set_kode(buku[0][0])
        self._ada_buku = len(buku) > 1
        self.banyak = BarisIsian(
            "Banyaknya lembar",
            IsianBilangan("Banyaknya lembar", TERBANYAK),
            bantuan=f"1 sampai {TERBANYAK}; satu lembar untuk satu pemohon.",
        )
        self.alasan = BarisIsian("Alasan", IsianTeks("Misalnya: lembar sobek"), wajib=True)
        self._terpilih = build_label("", Peran.TEBAL)
        self._tombol_pesan = tombol_utama("Pesan dan cetak", "printer", "Ctrl+Enter")
        self._tombol_batal = Tombol("Batalkan nomor", Gaya.BAHAYA, "x", "Ctrl+Enter")
        self.pesan = Kartu(
            "Pesan nomor",
            "Nomor yang dipesan tidak dipakai permohonan lain. Sesudah listrik menyala, setiap "
            "blangko diketik atau dibatalkan, sehingga register tidak berlubang.",
        )
        self.batal = Kartu(
            "Batalkan nomor", "Untuk blangko yang rusak, hilang, atau tidak terpakai."
        )
        self._build_layout()
        self._tombol_pesan.clicked.connect(self.minta_pesan)
        self._tombol_batal.clicked.connect(self.minta_batal)
        self.layanan.input.dipilih.connect(self.layanan.bersihkan)
        self.alasan.input.edited.connect(self.alasan.bersihkan)
        self.tampilkan(None)

    def tampilkan(self, terpilih: BlangkoTerbuka | None) -> None:
        """Say which slip would be voided; the reason belongs to the slip and goes with it."""
        self._terpilih.setText(_PILIH if terpilih is None else terpilih.slip.kode_pindai)
        self.alasan.input.clear()
        self.alasan.bersihkan()
        ada = self._boleh and terpilih is not None
        self.alasan.input.setEnabled(ada)
        self._tombol_batal.setEnabled(ada)

    def fokus_pesan(self) -> None:
        """Begin to reserve."""
        if self._boleh:
            self.layanan.input.setFocus()

    def fokus_batal(self) -> None:
        """Begin to void."""
        if self.alasan.input.isEnabled():
            self.alasan.input.setFocus()

    def minta_pesan(self) -> None:
        """Ask for what the fields say."""
        self.pesan_diminta.emit(
            self.layanan.input.kode(), self.banyak.input.value(), int(self.buku.input.kode())
        )

    def minta_batal(self) -> None:
        """Ask for the chosen slip's end."""
        self.batal_diminta.emit(self.alasan.input.nilai())

    def tolak(self, per_field: Mapping[str, str]) -> None:
        """Show what is wrong beside the fields and go to the first of them."""
        semua: dict[str, BarisIsian[Any]] = {
            "layanan": self.layanan,
            "banyak": self.banyak,
            "tahun": self.buku,
            "alasan": self.alasan,
        }
        for nama, kalimat in per_field.items():
            semua[nama].set_pesan(Nada.BAHAYA, kalimat)
        semua[next(iter(per_field))].input.setFocus()

    def _build_layout(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        isi: tuple[tuple[Kartu, tuple[QWidget, ...]], ...] = (
            (self.pesan, (self.layanan, self.buku, self.banyak, self._tombol_pesan)),
            (self.batal, (self._terpilih, self.alasan, self._tombol_batal)),
        )
        if not self._boleh:
            self.pesan.set_subjudul(HANYA_KASI)
            self.batal.hide()
        for kartu, bagian in isi:
            kartu.isi.setSpacing(JARAK_BARIS)
            for satu in bagian:
                kartu.isi.addWidget(satu)
                satu.setVisible(self._boleh)
            layout.addWidget(kartu)
        self.buku.setVisible(self._boleh and self._ada_buku)
        layout.addStretch(1)
