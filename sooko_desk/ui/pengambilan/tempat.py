"""F2: where finished documents lie, for one or many at once."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import Gaya, Tombol, tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.pengambilan import BarisBelum, PengambilanService

LEBAR = 520
NAMA_TERLIHAT = 5
"""Lines for the documents, the one added last on top; what has no room is counted."""
CONTOH = "Misalnya Rak B-3"
PETUNJUK_PINDAI = "Pindai tanda bukti lain untuk menambahkannya."


class DialogTempat(QDialog):
    """Asks for the place. Show it with `open()`; Escape goes back, nothing is stored.

    Receipts that are scanned while it is in front join: a pile goes onto one shelf in one act.

    Args:
        cari: the waiting case of a receipt's code; None = none waits.

    Signals:
        tersimpan(object, str): ids of the cases that lie elsewhere now, and the place.
    """

    tersimpan = Signal(object, str)

    def __init__(
        self,
        service: PengambilanService,
        baris: Sequence[BarisBelum],
        petugas: Petugas,
        cari: Callable[[str], BarisBelum | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._baris = list(baris)
        self._petugas = petugas
        self._cari = cari
        self._token = uuid.uuid4().hex
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tempat dokumen")
        self.setMinimumWidth(LEBAR)
        self._kartu = Kartu("Tempat dokumen")
        self.siapa = tuple(TeksElipsis() for _ in range(NAMA_TERLIHAT))
        self.spanduk = Spanduk()
        self.tempat = BarisIsian("Tempat", IsianTeks(CONTOH), wajib=True, bantuan=PETUNJUK_PINDAI)
        self.terakhir: tuple[Tombol, ...] = ()
        self.simpan = tombol_utama("Simpan", "device-floppy", "Enter")
        self._build_layout()
        self._sebut()
        lama = {b.ringkasan.tempat for b in baris}
        if len(lama) == 1:
            self.tempat.input.set_nilai(lama.pop())
        self.tempat.input.selectAll()
        self.tempat.input.setFocus()
        self.tempat.input.edited.connect(self.tempat.bersihkan)
        self.tempat.input.returnPressed.connect(self._on_simpan)
        self.simpan.clicked.connect(self._on_simpan)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_simpan})

    def pindai(self, kode: str) -> None:
        """A receipt was scanned: its document goes to the same place.

        Args:
            kode: e.g. "TB-KK-2026-00012".
        """
        baris = self._cari(kode)
        if baris is None:
            self.spanduk.tampilkan(Nada.PERINGATAN, f"{kode} tidak menunggu diambil.")
            return
        self.spanduk.sembunyikan()
        if all(b.ringkasan.id != baris.ringkasan.id for b in self._baris):
            self._baris.append(baris)
            self._token = uuid.uuid4().hex
        self._sebut()

    def _build_layout(self) -> None:
        batal = tombol_teks("Kembali", "arrow-left", "Esc")
        batal.clicked.connect(self.reject)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        tombol.addWidget(self.simpan)
        tombol.addWidget(batal)
        tombol.addStretch(1)
        nama = QVBoxLayout()
        nama.setSpacing(0)
        for baris in self.siapa:
            nama.addWidget(baris)
        self._kartu.isi.addLayout(nama)
        self._kartu.isi.addWidget(self.tempat)
        self._pasang_terakhir()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self._kartu, 1)
        layout.addWidget(self.spanduk)
        layout.addLayout(tombol)

    def _pasang_terakhir(self) -> None:
        """The places used last, each with a key of its own."""
        try:
            tempat = self._service.list_tempat()
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        if tempat:
            self._kartu.isi.addWidget(build_label("Terakhir dipakai", Peran.LABEL))
        semua = []
        for nomor, nama in enumerate(tempat, start=1):
            kunci = f"Alt+{nomor}"
            tombol = Tombol(nama, Gaya.KEDUA, "map-pin", kunci)
            tombol.setObjectName(nama)
            tombol.clicked.connect(self._on_terakhir_clicked)
            pasang_pintasan(self, {kunci: tombol.click})
            self._kartu.isi.addWidget(tombol, 0, Qt.AlignmentFlag.AlignLeft)
            semua.append(tombol)
        self.terakhir = tuple(semua)

    def _sebut(self) -> None:
        banyak = len(self._baris)
        kata = "1 dokumen" if banyak == 1 else f"{banyak} dokumen ke satu tempat"
        self._kartu.set_subjudul(kata)
        nama = [_satu(b) for b in reversed(self._baris)]
        if banyak > NAMA_TERLIHAT:
            nama[NAMA_TERLIHAT - 1 :] = [f"dan {banyak - NAMA_TERLIHAT + 1} dokumen lain"]
        for nomor, teks in enumerate(self.siapa):
            teks.set_teks(nama[nomor] if nomor < len(nama) else "")
            teks.setVisible(nomor < len(nama))

    def _on_terakhir_clicked(self) -> None:
        self.tempat.input.set_nilai(self.sender().objectName())
        self._on_simpan()

    def _on_simpan(self) -> None:
        tempat = self.tempat.input.nilai()
        semua = [b.ringkasan.id for b in self._baris]
        try:
            dipindah = self._service.atur_tempat(self._token, semua, tempat, self._petugas)
        except FieldsError as galat:
            self.tempat.set_pesan(Nada.BAHAYA, galat.per_field["tempat"])
            self.tempat.input.setFocus()
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            self.accept()
            self.tersimpan.emit(dipindah, tempat)


def _satu(b: BarisBelum) -> str:
    r = b.ringkasan
    return " · ".join(x for x in (r.kode_pindai, r.tempat, r.pemohon.nama) if x)
