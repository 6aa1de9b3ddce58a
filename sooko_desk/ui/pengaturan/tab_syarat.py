"""The tab of requirement lists: the reasons left, the papers of the chosen reason right.

What is typed waits here per reason; only `simpan` lets it hold, for new cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.syarat import DAFTAR_SYARAT
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.pengaturan.lembar_simpan import LembarPengaturan
from sooko_desk.ui.pengaturan.panel_syarat import PanelSyarat
from sooko_desk.ui.pengaturan.susunan import Susunan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.errors import FieldsError
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import JenisPermohonan, Syarat
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.syarat import SyaratService

TERSIMPAN = (
    "Daftar syarat tersimpan. Berlaku untuk permohonan baru; yang sudah berjalan tidak berubah."
)
LEBAR_ALASAN = 316
"""Least px of the list of reasons."""

Kunci = tuple[str, str]
"""Service and F-1.02 code."""


@dataclass(frozen=True, slots=True)
class BarisAlasan:
    """One reason in the list; `keadaan` "" = the SOP's own list, "kantor", "diubah"."""

    jenis: JenisPermohonan
    keadaan: str


def _kode(b: BarisAlasan) -> str:
    return b.jenis.kode


def _nama(b: BarisAlasan) -> str:
    return b.jenis.nama


def _keadaan(b: BarisAlasan) -> str:
    return b.keadaan


def _nada(b: BarisAlasan) -> Nada | None:
    return {"kantor": Nada.INFO, "diubah": Nada.PERINGATAN}.get(b.keadaan)


_KOLOM: tuple[Kolom[BarisAlasan], ...] = (
    Kolom("Kode", _kode, lebar=54),
    Kolom("Alasan permohonan", _nama),
    Kolom("", _keadaan, lebar=82, chip=_nada),
)


class TabSyarat(LembarPengaturan):
    """Edits the lists of all reasons of the SOPs in force."""

    def __init__(self, rak: RakService, syarat: SyaratService) -> None:
        super().__init__(DAFTAR_SYARAT)
        self._syarat = syarat
        self._sop = {sop.layanan: sop for sop in rak.list_bawaan()}
        self._susunan: dict[Kunci, Susunan] = {}
        self._kini: Kunci | None = None
        self._baris: tuple[BarisAlasan, ...] = ()
        self.model: RowTableModel[BarisAlasan] = RowTableModel(_KOLOM, _kode)
        self.alasan: TabelData[BarisAlasan] = TabelData(self.model, "Alasan permohonan")
        self.panel = PanelSyarat()
        self.layanan = SegmenPilihan(
            [(kode, kode, f"Alt+{n}") for n, kode in enumerate(self._sop, start=1)]
            or [("", "–", "")]
        )
        self._build_layout()
        self._connect()
        self.set_petugas(None)
        for layanan, sop in list(self._sop.items())[:1]:
            self._buka((layanan, sop.jenis[0].kode))

    def is_diubah(self) -> bool:
        """Whether a list that is shown here differs from the one that holds."""
        return any(self._is_beda(kunci) for kunci in self._susunan)

    def simpan(self) -> bool:
        """Let every changed list hold; False = refused, and the place is shown."""
        if self._petugas is None:
            return False
        for kunci in [k for k in self._susunan if self._is_beda(k)]:
            isi = self._susunan[kunci].isi
            if not self._coba(
                partial(self._simpan, kunci, isi, self._petugas), partial(self._tunjuk, kunci)
            ):
                return False
            del self._susunan[kunci]
        self._muat_ulang()
        self.spanduk.tampilkan(Nada.SELESAI, TERSIMPAN)
        return True

    def kembalikan_bawaan(self) -> None:
        """Let the SOP's own list of this reason hold, with one button to take that back."""
        if self._petugas is None or self._kini is None:
            return
        kunci = self._kini
        layanan, jenis = kunci
        lama = self._list_berlaku(kunci)
        ketikan = self._susunan[kunci].isi
        rusak = self._syarat.find_masalah(layanan, jenis)
        if not rusak and ketikan == lama == self._sop[layanan].get_jenis(jenis).syarat:
            self.spanduk.tampilkan(Nada.INFO, "Daftar ini sudah sama dengan bawaan SOP.")
        elif self._coba(partial(self._syarat.kembalikan, layanan, jenis, self._petugas)):
            del self._susunan[kunci]
            self._muat_ulang()
            self._tawarkan_urung(
                Nada.SELESAI,
                f"Daftar {layanan} {jenis} kembali seperti bawaan SOP.",
                partial(self._batalkan_bawaan, kunci, lama, ketikan),
            )

    def _build_layout(self) -> None:
        self.layanan.setAccessibleName("Layanan")
        self.alasan.setSortingEnabled(False)
        self.alasan.setMinimumWidth(LEBAR_ALASAN)
        self.setFocusProxy(self.alasan)
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self.layanan)
        kiri.addWidget(self.alasan, 1)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_m)
        badan.addLayout(kiri, 7)
        if self._sop:
            badan.addWidget(self.panel, 18)
        else:
            badan.addWidget(
                Kosong("file-x", "Belum ada SOP yang berlaku", "Periksa tanggal komputer."), 18
            )
        self._lembar.addLayout(badan, 1)

    def _connect(self) -> None:
        self.layanan.dipilih.connect(self._on_layanan_dipilih)
        self.alasan.baris_dipilih.connect(self._on_alasan_baris_dipilih)
        self.alasan.dibuka.connect(self._on_alasan_dibuka)
        self.panel.diubah.connect(self._on_panel_diubah)

    def _atur_hak(self) -> None:
        self.panel.set_readonly(not self.boleh)

    def _list_berlaku(self, kunci: Kunci) -> tuple[Syarat, ...]:
        layanan, jenis = kunci
        return self._syarat.list_syarat(self._sop[layanan], jenis)

    def _simpan(self, kunci: Kunci, daftar: tuple[Syarat, ...], petugas: Petugas) -> None:
        layanan, jenis = kunci
        self._syarat.simpan(self._sop[layanan], jenis, daftar, petugas)

    def _is_beda(self, kunci: Kunci) -> bool:
        return self._susunan[kunci].isi != self._list_berlaku(kunci)

    def _isi_alasan(self) -> None:
        """List the reasons of the chosen service; the chosen one stays."""
        layanan = self.layanan.kode()
        baris = tuple(
            BarisAlasan(jenis, self._keadaan((layanan, jenis.kode)))
            for jenis in self._sop[layanan].jenis
        )
        if baris != self._baris:  # moving along the list must not reset it
            self._baris = baris
            with QSignalBlocker(self.alasan):
                self.model.set_rows(baris)
            self.alasan.clearSpans()
            for nomor, satu in enumerate(baris):
                if not satu.keadaan:  # without a mark the name has the room of both columns
                    self.alasan.setSpan(nomor, 1, 1, 2)

    def _keadaan(self, kunci: Kunci) -> str:
        if kunci in self._susunan and self._is_beda(kunci):
            return "diubah"
        return "kantor" if self._syarat.is_diubah(*kunci) else ""

    def _muat_ulang(self) -> None:
        """Show again what holds, where nothing is typed."""
        if self._kini is not None:
            self._buka(self._kini)
        self.diubah.emit()

    def _buka(self, kunci: Kunci) -> None:
        """Show the papers of a reason, and the reason in the list."""
        layanan, jenis = kunci
        if kunci not in self._susunan:
            self._susunan[kunci] = Susunan(self._list_berlaku(kunci))
        self._kini = kunci
        self.layanan.set_kode(layanan)
        self._isi_alasan()
        with QSignalBlocker(self.alasan):
            self.alasan.pilih(jenis)
        self.panel.tampilkan(self._susunan[kunci])
        self._sebut()

    def _sebut(self) -> None:
        """Say which list this is and whose."""
        if self._kini is None:
            return
        layanan, jenis = self._kini
        nama = self._sop[layanan].get_jenis(jenis).nama
        self.panel.set_kepala(f"{jenis}  {nama}", self._sebut_asal(self._kini))

    def _sebut_asal(self, kunci: Kunci) -> str:
        if self._is_beda(kunci):
            return "Diubah, belum disimpan. Sesudah disimpan berlaku untuk permohonan baru."
        if self._syarat.is_diubah(*kunci):
            terakhir = self._syarat.list_riwayat(*kunci)[0]
            tanggal = tanggal_pendek(ke_wib(terakhir.waktu).date())
            return (
                f"Daftar kantor, diubah {tanggal} oleh {terakhir.petugas}; "
                "bawaan SOP dapat dikembalikan."
            )
        return self._syarat.find_masalah(*kunci) or "Daftar bawaan SOP."

    def _tunjuk(self, kunci: Kunci, galat: FieldsError) -> str:
        """Go to the first row that is wrong; returns the sentence for the banner."""
        self._buka(kunci)
        per_baris: dict[int, dict[str, str]] = {}
        for bidang, kalimat in galat.per_field.items():
            nomor, titik, nama = bidang.partition(".")
            if titik:
                per_baris.setdefault(int(nomor) - 1, {})[nama] = kalimat
        baris = min(per_baris, default=-1)
        if baris >= 0:
            self.panel.tunjuk(baris, per_baris[baris])
        daftar = galat.per_field.get("daftar") or per_baris.get(baris, {}).get("kode")
        return daftar or str(galat)

    def _batalkan_bawaan(
        self,
        kunci: Kunci,
        lama: tuple[Syarat, ...],
        ketikan: tuple[Syarat, ...],
        petugas: Petugas,
    ) -> None:
        """Take a return to the SOP's list back, with what was typed then."""
        self._simpan(kunci, lama, petugas)
        self._susunan[kunci] = Susunan(ketikan)
        self._buka(kunci)
        self.diubah.emit()

    def _on_layanan_dipilih(self, layanan: str) -> None:
        self._buka((layanan, self._sop[layanan].jenis[0].kode))

    def _on_alasan_baris_dipilih(self, baris: BarisAlasan | None) -> None:
        if baris is not None:
            self._buka((self.layanan.kode(), baris.jenis.kode))

    def _on_alasan_dibuka(self, _baris: BarisAlasan) -> None:
        self.panel.daftar.setFocus()

    def _on_panel_diubah(self) -> None:
        self.spanduk.sembunyikan()
        self._isi_alasan()
        self._sebut()
        self.diubah.emit()
