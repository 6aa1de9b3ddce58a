"""Ctrl+B: the originals that the office keeps, and how they leave it again."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.permohonan import AsliKeluar
from sooko_desk.ui.asli.daftar_asli import JUDUL, DaftarAsli
from sooko_desk.ui.asli.panel_asli import IsianAsli, PanelAsli, isian_awal
from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Permohonan, Petugas
    from sooko_desk.services.asli import BarisAsli
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak


@dataclass(frozen=True, slots=True)
class _Penyerahan:
    """The hand-over that can still be undone, and what was ticked and typed for it.

    Attributes:
        token: undoing twice gives one event.
        permohonan: the case as it was stored.
    """

    token: str
    permohonan: Permohonan
    isian: IsianAsli


class DialogAsli(JendelaDaftar):
    """Custody of originals; show it with `open()`. It frees itself after closing.

    Both roles hand over: whoever stands at the counter when the applicant comes for the papers.
    Enter alone never hands anything over, and Ctrl+Enter only from the right-hand side: after a
    hand-over nothing is chosen, so that a second press finds nothing to give.

    Args:
        kabar: hears of every case whose papers moved.
        pencetak: prints the list.
        petugas: who is at work.
        parent: the window it belongs to.
    """

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(JUDUL, kabar, pencetak, parent)
        self._meja = meja
        self._petugas = petugas
        self._konsep: dict[int, IsianAsli] = {}
        nama_desa = {d.kode: d.nama for d in meja.tabel.desa}
        self.daftar = DaftarAsli(nama_desa)
        self.panel = PanelAsli(nama_desa, self.daftar.tabel)
        self.susun((self.daftar.kartu, 4), (self.panel, 5))
        self._connect()
        self.muat_ulang()
        self.daftar.cari.setFocus()

    def muat_ulang(self) -> None:
        """Read the list anew; the chosen case, what is ticked and what is typed stay."""
        try:
            baris = self._meja.asli.list_di_kantor()
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.daftar.set_baris(baris)
        self.panel.setVisible(bool(baris))  # an empty list has nothing to choose from

    def cari_pindaian(self, kode: str) -> str:
        """The case of the receipt, ready to hand back."""
        self.panel.batal_tanya()
        permohonan_id = self.daftar.find_kode(kode)
        if permohonan_id is None:
            return f"Tidak ada berkas asli dari {kode} di kantor."
        self.daftar.pilih(permohonan_id)
        self.panel.fokus()
        return ""

    def mundur(self) -> bool:
        """Question, right-hand side, what is searched."""
        if self.panel.is_bertanya():
            self.panel.batal_tanya()
        elif self._is_di_panel():
            self.daftar.tabel.setFocus()
        elif self.daftar.bersihkan():
            self.daftar.cari.setFocus()
        else:
            return False
        return True

    def _connect(self) -> None:
        self.daftar.dipilih.connect(self._on_daftar_dipilih)
        self.daftar.dibuka.connect(self._on_daftar_dibuka)
        self.panel.diminta.connect(self._on_panel_diminta)
        self.cetak.clicked.connect(self._on_cetak)
        pasang_pintasan(
            self,
            {
                "Ctrl+Enter": self._on_ctrl_enter,
                "Ctrl+T": self._on_ctrl_t,
                "Ctrl+Z": self.jalankan_aksi,
                "Ctrl+P": self._on_cetak,
            },
        )

    def _is_di_panel(self) -> bool:
        fokus = QApplication.focusWidget()
        return fokus is not None and self.panel.isAncestorOf(fokus)

    def _simpan_konsep(self) -> None:
        """Keep what was ticked and typed for the case that is shown."""
        lama = self.panel.permohonan
        if lama is None:
            return
        self._konsep.pop(lama.ringkasan.id, None)
        if self.panel.isian() != isian_awal(lama):
            self._konsep[lama.ringkasan.id] = self.panel.isian()

    def _on_daftar_dipilih(self, baris: BarisAsli | None) -> None:
        self._simpan_konsep()
        if baris is None:
            self.panel.kosongkan()
            return
        permohonan_id = baris.ringkasan.id
        try:
            permohonan = self._meja.asli.buka(permohonan_id)
        except OfficerError as galat:
            self.panel.kosongkan()
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.panel.tampilkan(permohonan, self._konsep.get(permohonan_id) or isian_awal(permohonan))

    def _on_daftar_dibuka(self) -> None:
        self.panel.fokus()

    def _on_panel_diminta(self, cara: AsliKeluar) -> None:
        panel, isian = self.panel, self.panel.isian()
        assert panel.permohonan is not None
        try:
            baru = self._meja.asli.keluarkan(
                panel.token, panel.permohonan, isian.kode, cara, isian.penerima, self._petugas
            )
        except FieldsError as galat:
            panel.tolak_penerima(galat.per_field["penerima"])
        except OfficerError as galat:
            self._muat_sesudah()
            self.katakan(Nada.BAHAYA, str(galat))
        else:
            self._tuntaskan(baru, isian, cara)

    def _tuntaskan(self, baru: Permohonan, isian: IsianAsli, cara: AsliKeluar) -> None:
        """Stored: the rest of the case without a tick, or no case at all."""
        permohonan_id = baru.ringkasan.id
        self.panel.kosongkan()
        self._konsep[permohonan_id] = IsianAsli(frozenset(), isian.penerima)
        self._muat_sesudah()
        kalimat = _sebut_penyerahan(baru, isian, cara)
        urung = partial(self._urungkan, _Penyerahan(uuid.uuid4().hex, baru, isian))
        self.katakan(Nada.SELESAI, kalimat, "Urungkan (Ctrl+Z)", urung)
        self._kabar.berubah.emit(permohonan_id)

    def _muat_sesudah(self) -> None:
        """Read anew after an act; with no paper left of the case, no other is chosen instead."""
        self.muat_ulang()
        if self.daftar.tabel.baris() is None:
            self.daftar.bersihkan()
            self.daftar.lepas_pilihan()
        else:
            self.panel.fokus()

    def _urungkan(self, penyerahan: _Penyerahan) -> None:
        r = penyerahan.permohonan.ringkasan
        try:
            self._meja.asli.batalkan(
                penyerahan.token, penyerahan.permohonan, penyerahan.isian.kode, self._petugas
            )
        except OfficerError as galat:
            self.muat_ulang()
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.panel.kosongkan()
        self._konsep[r.id] = penyerahan.isian
        self.muat_ulang()
        self.daftar.pilih(r.id)
        self.panel.fokus()
        banyak = len(penyerahan.isian.kode)
        self.katakan(
            Nada.INFO, f"Diurungkan: {banyak} berkas asli {r.pemohon.nama} tetap di kantor."
        )
        self._kabar.berubah.emit(r.id)

    def _on_ctrl_enter(self) -> None:
        if self._is_di_panel():
            self.panel.minta_kembali()
        elif not self.is_menawarkan:  # the banner's offer stays for a press too many
            self.katakan(
                Nada.INFO, "Buka dulu permohonannya dengan Enter, lalu kembalikan berkasnya."
            )

    def _on_ctrl_t(self) -> None:
        if self._is_di_panel():
            self.panel.minta_tarik()

    def _on_cetak(self) -> None:
        self._pencetak.buka_daftar_asli(self._petugas, self)


def _sebut_penyerahan(baru: Permohonan, isian: IsianAsli, cara: AsliKeluar) -> str:
    pemohon = baru.ringkasan.pemohon.nama
    berkas = f"{len(isian.kode)} berkas asli"
    if cara is AsliKeluar.DITARIK:
        return f"{berkas} {pemohon} ditarik kantor."
    penerima = baru.riwayat[-1].rincian["Diterima oleh"]
    milik = "" if penerima.casefold() == pemohon.casefold() else f" {pemohon}"
    return f"{berkas}{milik} dikembalikan kepada {penerima}."
