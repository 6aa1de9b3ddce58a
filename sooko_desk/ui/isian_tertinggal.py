"""The intake form on disk while it is typed, and offered again after a crash or a power cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.konsep import Konsep, KonsepService
    from sooko_desk.services.penerimaan import FormPenerimaan
    from sooko_desk.ui.kit.spanduk import Spanduk
    from sooko_desk.ui.penyimpan_konsep import PenyimpanKonsep
    from sooko_desk.ui.tab_penerimaan import TabPenerimaan


class ParkiranDisk:
    """Parked forms that outlive the program; read from memory, written in the background."""

    def __init__(self, konsep: KonsepService, penyimpan: PenyimpanKonsep) -> None:
        self._konsep = konsep
        self._penyimpan = penyimpan

    def parkir(self, form: FormPenerimaan, petugas: Petugas) -> str:
        """Put a form aside; returns its key."""
        return self._penyimpan.parkir(form, petugas)

    def list_parkir(self) -> tuple[Konsep, ...]:
        """Parked forms, longest parked first."""
        return self._konsep.list_parkir()

    def ambil_parkir(self, kunci: str, petugas: Petugas) -> FormPenerimaan:
        """Take a form back."""
        return self._penyimpan.ambil_parkir(kunci, petugas)


class IsianTertinggal(QObject):
    """Keeps the intake form of the screen on disk; offers what an earlier run left behind.

    Args:
        tawaran: the banner of the offer alone, so that no other message takes it away.
        pesan: where it is said that something went wrong.
    """

    def __init__(
        self,
        tab: TabPenerimaan,
        tawaran: Spanduk,
        pesan: Spanduk,
        konsep: KonsepService,
        penyimpan: PenyimpanKonsep,
    ) -> None:
        super().__init__(tab)
        self._tab = tab
        self._spanduk = tawaran
        self._pesan = pesan
        self._penyimpan = penyimpan
        self._petugas: Petugas | None = None
        self._masalah = konsep.masalah
        self._tawaran = konsep.find_penerimaan()
        tab.konsep_berubah.connect(self._on_tab_konsep_berubah)
        tawaran.aksi_dipilih.connect(self._on_spanduk_aksi_dipilih)
        penyimpan.gagal.connect(self._on_penyimpan_gagal)

    def set_petugas(self, petugas: Petugas) -> None:
        """Somebody signed in: the first one is told of what is left from before."""
        pertama, self._petugas = self._petugas is None, petugas
        if not pertama:
            return
        if self._tawaran is not None:
            form, saat = self._tawaran.form, sebut_saat(self._tawaran.disimpan)
            nama = " ".join(form.nama.split()) or "tanpa nama"
            self._spanduk.tampilkan(
                Nada.PERINGATAN,
                f"Ada isian penerimaan yang belum disimpan ({nama}, diketik {saat}).",
                "Lanjutkan isian",
            )
        elif self._masalah:
            self._pesan.tampilkan(Nada.PERINGATAN, self._masalah)

    def _on_tab_konsep_berubah(self) -> None:
        if self._petugas is None:
            return
        if not self._tab.is_kosong():
            self._parkirkan_tawaran(self._petugas)
            self._penyimpan.catat(self._tab.baca_form(), self._petugas)
        elif self._tawaran is None:
            self._penyimpan.hapus()

    def _parkirkan_tawaran(self, petugas: Petugas) -> None:
        """Who types another form instead of going on finds the old one parked."""
        if self._tawaran is None:
            return
        self._penyimpan.parkir(self._tawaran.form, petugas)
        self._tawaran = None
        self._spanduk.sembunyikan()
        self._tab.parkir.segarkan()

    def _on_spanduk_aksi_dipilih(self) -> None:
        if self._tawaran is None:
            return
        form, self._tawaran = self._tawaran.form, None
        self._spanduk.sembunyikan()
        self._tab.tulis_form(form)
        self._tab.fokus_awal()

    def _on_penyimpan_gagal(self, kalimat: str) -> None:
        self._pesan.tampilkan(Nada.BAHAYA, kalimat)
