"""What stands in the strip: case, value in hand, buttons, list, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import Tombol, tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.pendamping.daftar_salin import DaftarSalin
from sooko_desk.ui.pendamping.isian_referensi import IsianReferensi
from sooko_desk.ui.pendamping.kartu_kini import KartuKini
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from sooko_desk.services.pendamping import UrutanSalin

KLIP_ISI = "Papan klip dikosongkan dalam {} detik"
KLIP_KOSONG = "Tidak ada data di papan klip"
TOMBOL_TERPASANG = "Di SIAK: {} menyalin berikutnya"
TOMBOL_DIPAKAI = "{} dipakai program lain."
TANPA_TOMBOL_GLOBAL = "Klik Salin berikutnya, lalu tempel di SIAK."


class LembarSalin(QWidget):
    """Shows the list and offers its acts; decides nothing.

    Attributes:
        salin, ulang, lewati, mundur: the four acts.
        akhiri: opens or closes the end before everything was copied.
        ganti_tombol: another key for use inside SIAK.
        akhir: the reference.
    """

    def __init__(self) -> None:
        super().__init__()
        self._nomor = build_label("", Peran.KARTU)
        self._nama = TeksElipsis(peran=Peran.TEBAL)
        self._jenis = TeksElipsis(peran=Peran.REDUP)
        self.kemajuan = build_label("", Peran.TEBAL)
        self.balok = QProgressBar()
        self.kini = KartuKini()
        self.klip = build_label("", Peran.REDUP)
        self.berikut = TeksElipsis(peran=Peran.REDUP)
        self.salin = tombol_utama("Salin berikutnya", "copy", "Spasi")
        self.ulang = tombol_kedua("Ulang", "", "U")
        self.lewati = tombol_kedua("Lewati", "", "↓")
        self.mundur = tombol_kedua("Mundur", "", "↑")
        self.akhir = IsianReferensi()
        self.daftar = DaftarSalin()
        self._tombol_global = build_label("", Peran.REDUP)
        self.ganti_tombol = tombol_teks("Ganti tombol")
        self.akhiri = tombol_teks("Sudah selesai di SIAK", "", "End")
        self._kunci = {
            Qt.Key.Key_Space: self.salin,
            Qt.Key.Key_Return: self.salin,
            Qt.Key.Key_Enter: self.salin,
            Qt.Key.Key_U: self.ulang,
            Qt.Key.Key_Down: self.lewati,
            Qt.Key.Key_Up: self.mundur,
            Qt.Key.Key_End: self.akhiri,
        }
        self._build_layout()

    def set_permohonan(self, nomor: str, nama: str, jenis: str) -> None:
        """Say whose case it is."""
        self._nomor.setText(nomor)
        self._nama.set_teks(nama)
        self._jenis.set_teks(jenis)

    def segarkan(self, urutan: UrutanSalin, *, akhir: bool) -> None:
        """Show how far the officer is; `akhir` = the reference is asked for."""
        self.kini.tampilkan(urutan)
        lewat = f", {urutan.dilewati} dilewati" if urutan.dilewati else ""
        self.kemajuan.setText(f"{urutan.selesai} dari {urutan.jumlah}{lewat}")
        self.balok.setMaximum(max(1, urutan.jumlah))
        self.balok.setValue(urutan.selesai)
        berikut = urutan.find_berikut()
        ada = berikut is not None
        self.berikut.set_teks(_sebut_berikut(urutan, berikut))
        self.salin.setEnabled(ada)
        self.lewati.setEnabled(ada)
        self.ulang.setEnabled(urutan.kini is not None)
        self.mundur.setEnabled(urutan.selesai > 0)
        self.akhiri.setVisible(ada)
        self.akhiri.setText("Kembali menyalin" if akhir else "Sudah selesai di SIAK")
        self.akhir.set_sisa(urutan.jumlah - urutan.selesai, urutan.salah)
        baru = akhir and self.akhir.isHidden()
        self.akhir.setVisible(akhir)
        if baru and self.isActiveWindow():
            self.akhir.fokus()
        self.daftar.segarkan()

    def set_sisa(self, detik: int) -> None:
        """Say how long the value stays on the clipboard; 0 = it is gone."""
        self.klip.setText(KLIP_ISI.format(detik) if detik else KLIP_KOSONG)

    def set_tombol_global(self, nama: str, *, tersedia: bool, terpasang: bool) -> None:
        """Say which key copies while SIAK has the keyboard, or that it is taken."""
        if not tersedia:
            kata = TANPA_TOMBOL_GLOBAL
        else:
            kata = (TOMBOL_TERPASANG if terpasang else TOMBOL_DIPAKAI).format(nama)
        self._tombol_global.setText(kata)
        masalah = tersedia and not terpasang
        set_style_state(self._tombol_global, "nada", str(Nada.PERINGATAN) if masalah else "")
        self.ganti_tombol.setVisible(tersedia)

    def tombol_untuk(self, event: QKeyEvent) -> Tombol | None:
        """The button that a key presses; None = none, or the key is one for the reference."""
        if self.akhir.referensi.input.hasFocus():
            return None  # the field has its own Enter
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and self.akhir.isVisible() and (ctrl or not self.salin.isEnabled()):
            return self.akhir.catat
        return None if ctrl else self._kunci.get(Qt.Key(event.key()))

    def _build_layout(self) -> None:
        self.balok.setTextVisible(False)
        self._tombol_global.setWordWrap(True)
        self.set_sisa(0)
        tombol = (self.salin, self.ulang, self.lewati, self.mundur, self.akhiri, self.ganti_tombol)
        for satu in tombol:
            satu.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys belong to the whole strip
        kepala = QHBoxLayout()
        kepala.addWidget(self._nomor, 1)
        kepala.addWidget(self.kemajuan)
        gerak = QHBoxLayout()
        gerak.setSpacing(THEME.gap_xs)
        for satu in (self.ulang, self.lewati, self.mundur):
            gerak.addWidget(satu, 1)
        kaki = QHBoxLayout()
        kaki.setSpacing(THEME.gap_xs)
        kaki.addWidget(self._tombol_global, 1)
        kaki.addWidget(self.ganti_tombol)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addLayout(kepala)
        layout.addWidget(self._nama)
        layout.addWidget(self._jenis)
        layout.addWidget(self.balok)
        layout.addWidget(self.kini)
        layout.addWidget(self.klip)
        layout.addWidget(self.berikut)
        layout.addWidget(self.salin)
        layout.addLayout(gerak)
        layout.addWidget(self.akhir)
        layout.addWidget(self.daftar, 1)
        layout.addLayout(kaki)
        layout.addWidget(self.akhiri)


def _sebut_berikut(urutan: UrutanSalin, berikut: int | None) -> str:
    """What the next copy will be, where it is not the value in hand; empty fields lie between."""
    if berikut is None or berikut == urutan.kini or urutan.butir is None:
        return ""
    butir = urutan.daftar[berikut]
    pindah = butir.kelompok and butir.kelompok != urutan.butir.kelompok
    return f"Berikutnya: {butir.label}" + (f" ({butir.kelompok})" if pindah else "")
