"""Tab Kelengkapan: the Kasi marks decisions with single keys and signs them all with one PIN.

Two ways, each for its own hands. Keys mark: L and T, wherever the caret is except in a text
field, set a mark that waits for Ctrl+Enter and the PIN. The mouse records: the panel's buttons
store the decision of a signed-in Kasi at once, as in every queue, and so does Ctrl+Enter in the
open case. So that both never mix, the buttons hide while a mark waits, and Ctrl+Enter then always
means the signature. What an operator records here ("Berkas diterima") stays as in every queue.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.keputusan import tanda_tangani
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.tab_penandaan import TabPenandaan
from sooko_desk.ui.tanda_tangan_kasi import TandaTanganKasi
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak


class TabKelengkapan(TabPenandaan):
    """The queue of the Kasi, with signing and undoing.

    Signals:
        lembar_kekurangan(list): ids of cases found incomplete, whose sheet of missing papers is
            wanted.
    """

    lembar_kekurangan = Signal(list)

    def __init__(self, meja: Meja, kabar: Kabar, pencetak: Pencetak, induk: QWidget) -> None:
        self._tertanda: list[int] = []
        self._kurang: list[int] = []
        self.dialog: TandaTanganKasi | None = None
        super().__init__(meja, kabar, pencetak, induk)
        self._tombol.clicked.connect(self._on_tanda_tangan)
        self.spanduk.aksi_dipilih.connect(self._on_spanduk_aksi_dipilih)
        slot = {"Ctrl+Z": self._on_batalkan, "Ctrl+Enter": self._on_ctrl_enter}
        pasang_pintasan(self, slot, DI_BAGIAN)

    def tahan_tutup(self) -> str:
        """Tell once of marks that are unsigned, and return that; "" = none, or told of."""
        if not self._kumpulan.isi or self._ditanya:
            return ""
        self._ditanya = True
        kalimat = (
            f"{self._kumpulan.sebut()} belum ditandatangani. Tekan Ctrl+Enter, atau tutup sekali "
            "lagi bila tandanya boleh hilang."
        )
        self.spanduk.tampilkan(Nada.PERINGATAN, kalimat)
        return kalimat

    def _on_ctrl_enter(self) -> None:
        if self._menandai is not None:
            self._on_enter()
        elif not self._is_di_daftar() and not (self._is_memutuskan() and self._kumpulan.isi):
            self.panel.jalankan_utama()
        else:
            self._on_tanda_tangan()

    def _on_tanda_tangan(self) -> None:
        if not self._kumpulan.isi or self.dialog is not None or self._menandai is not None:
            return
        self.dialog = TandaTanganKasi(
            self._meja.petugas, self._kumpulan, self._petugas, self.window()
        )
        self.dialog.disetujui.connect(self._on_dialog_disetujui)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None
        self.daftar.setFocus()

    def _on_dialog_disetujui(self, kasi: Petugas) -> None:
        hasil = tanda_tangani(self._meja.alur, self._kumpulan, kasi)
        self._set_kumpulan(hasil.sisa)
        if not hasil.tertanda:
            self.muat_ulang()
            self.spanduk.tampilkan(Nada.BAHAYA, hasil.kalimat)
            return
        dibuka, berikut = self.panel.permohonan_id, self._list_berikut()
        tertanda = [k.permohonan_id for k in hasil.tertanda]
        for permohonan_id in tertanda:
            self._kabar.berubah.emit(permohonan_id)
        self._tertanda += tertanda
        baris = self.daftar.baris()
        if dibuka in tertanda or (baris is not None and not self._is_menunggu(baris)):
            self._pilih_berikut(berikut)  # not left standing on what waits for the applicant
        self._kabarkan(
            hasil.kalimat, [k.permohonan_id for k in hasil.tertanda if k.mundur], len(tertanda)
        )

    def _kabarkan(self, kalimat: str, kurang: list[int], jumlah: int = 1) -> None:
        """Say what is stored; offer the way back and the sheet of the papers that are missing."""
        self._kurang = kurang
        batal = f"Ctrl+Z membatalkan{' yang terakhir' if jumlah > 1 else ''}."
        aksi = "Cetak lembar kekurangan" if kurang else ""
        self.spanduk.tampilkan(Nada.SELESAI, f"{kalimat} {batal}", aksi)

    def _on_spanduk_aksi_dipilih(self) -> None:
        self.lembar_kekurangan.emit(list(self._kurang))

    def _on_panel_dijalankan(self, permohonan_id: int, kalimat: str) -> None:
        super()._on_panel_dijalankan(permohonan_id, kalimat)
        self._tertanda.append(permohonan_id)
        assert self._petugas is not None
        kini = self._meja.alur.buka(permohonan_id, self._petugas).permohonan.ringkasan
        self._kabarkan(kalimat, [permohonan_id] if kini.menunggu == "pemohon" else [])

    def _find_dibatalkan(self) -> int | None:
        """The chosen case if it was decided here, else the one that was decided here last.

        Not a chosen one that waits to be decided since somebody else brought it: there the list
        stands by itself after a decision.
        """
        baris = self.daftar.baris()
        if not self._tertanda:
            return None if baris is None else baris.ringkasan.id
        terakhir = self._tertanda[-1]
        if baris is None or baris.ringkasan.id not in self._tertanda or self._petugas is None:
            return terakhir
        dipilih = baris.ringkasan.id
        akhir = self._meja.alur.buka(dipilih, self._petugas).permohonan.riwayat[-1]
        lain = self._is_menunggu(baris) and akhir.petugas != self._petugas.nama
        return terakhir if lain else dipilih

    def _on_batalkan(self) -> None:
        calon = self._find_dibatalkan()
        if calon is None or self._petugas is None or self._menandai is not None:
            return
        nama = self._meja.alur.buka(calon, self._petugas).permohonan.ringkasan.pemohon.nama
        try:
            kini = self._meja.alur.batalkan(uuid.uuid4().hex, calon, self._petugas).ringkasan
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, f"{nama}: {galat}")
            return
        self._tertanda = [i for i in self._tertanda if i != calon]
        self._kabar.berubah.emit(calon)
        self.daftar.pilih(calon)
        self.spanduk.tampilkan(Nada.INFO, f"{nama}: keputusan dibatalkan. {kini.status}.")
