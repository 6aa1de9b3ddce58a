"""Fills the intake form from earlier cases, and takes that out again when the number changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.domain.nama import kapitalkan
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.ui.daftar_pemohon import DaftarPemohon
from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.masukan import read_masukan, write_masukan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Pemohon
    from sooko_desk.services.pemohon_lama import PemohonLama, PemohonLamaService
    from sooko_desk.ui.kit.baris_isian import BarisIsian
    from sooko_desk.ui.masukan import Masukan

PANJANG = 16
TANDA = "data lama"
_DARI_NIK = ("nama", "nkk", "desa", "alamat", "rt", "rw", "telepon")
_DARI_NKK = ("desa", "alamat", "rt", "rw")
_KAPITAL = ("nama", "alamat")
"""Written in capitals in the form; an older case may have them otherwise."""


class IsiOtomatis:
    """Which fields the program filled, and with what; a field the officer touches is his."""

    def __init__(self, bidang: Mapping[str, BarisIsian[Masukan]]) -> None:
        self._bidang = bidang
        self._asal: dict[str, str] = {}

    def isi(self, asal: str, nilai: Mapping[str, str]) -> None:
        """Fill the empty fields and those that the program filled before.

        Args:
            asal: id of the number field that the data were found by.
            nilai: field id to value; "" fills nothing.
        """
        for nama, baru in nilai.items():
            masukan = self._bidang[nama].input
            if baru and (nama in self._asal or not _tertulis(masukan)):
                write_masukan(masukan, baru)
                self._bidang[nama].set_pesan(Nada.NETRAL, TANDA)
                self._asal[nama] = asal
        self.tandai()

    def cabut(self, asal: str) -> bool:
        """Take out what was filled by that number and not touched since; False = nothing."""
        milik = [nama for nama, dari in self._asal.items() if dari == asal]
        for nama in milik:
            del self._asal[nama]
            write_masukan(self._bidang[nama].input, "")
            self._bidang[nama].bersihkan()
        return bool(milik)

    def milik_petugas(self, nama: str) -> None:
        """The officer typed or chose something there."""
        self._asal.pop(nama, None)

    def lupakan(self) -> None:
        """Another form is on the screen: everything in it is the officer's."""
        self._asal.clear()

    def tandai(self) -> None:
        """Show quietly, where nothing else is said, which fields were filled."""
        for nama in self._asal:
            if self._bidang[nama].nada is None:
                self._bidang[nama].set_pesan(Nada.NETRAL, TANDA)


class PengisiPemohon(QObject):
    """Looks earlier applicants up while NIK and No KK are typed.

    Signals:
        dikenali(str): note on whose data were filled; "" = they were taken out again.
        dipilih(): a known applicant's NIK is complete; the caret may go on to the service.
        nik_diganti(str): a NIK was taken from the list; carries its digits.
    """

    dikenali = Signal(str)
    dipilih = Signal()
    nik_diganti = Signal(str)

    def __init__(
        self,
        pemohon_lama: PemohonLamaService,
        bidang: Mapping[str, BarisIsian[Masukan]],
        form: QWidget,
    ) -> None:
        super().__init__(form)
        self._pemohon_lama = pemohon_lama
        self._bidang = bidang
        self._calon: tuple[PemohonLama, ...] = ()
        self.otomatis = IsiOtomatis(bidang)
        self.daftar = DaftarPemohon(bidang["nik"].input, form)
        self.daftar.diambil.connect(self._on_daftar_diambil)

    def on_nomor(self, nama: str, digits: str) -> bool:
        """A NIK or No KK was typed on; True when the caret was sent to another place."""
        return self._on_nik(digits) if nama == "nik" else self._on_nkk(digits)

    def mulai(self) -> None:
        """Another form is on the screen."""
        self.otomatis.lupakan()
        self.daftar.hide()
        self.dikenali.emit("")

    def _on_nik(self, digits: str) -> bool:
        if self.otomatis.cabut("nik"):
            self.dikenali.emit("")
        if len(digits) == PANJANG:
            self.daftar.hide()
            lama = self._pemohon_lama.find(digits)
            if lama is not None:
                self._isi(lama)
            return lama is not None
        self._calon = self._pemohon_lama.list_awalan(digits) if len(digits) < PANJANG else ()
        self.daftar.tampilkan([calon.kata for calon in self._calon])
        return False

    def _on_nkk(self, digits: str) -> bool:
        self.otomatis.cabut("nkk")
        if len(digits) == PANJANG:
            keluarga = self._pemohon_lama.list_keluarga(digits)
            if keluarga:
                self.otomatis.isi("nkk", _ambil(keluarga[0].pemohon, _DARI_NKK))
        return False

    def _isi(self, lama: PemohonLama) -> None:
        self.otomatis.isi("nik", _ambil(lama.pemohon, _DARI_NIK))
        r = lama.terakhir
        tanggal = tanggal_pendek(ke_wib(r.diterima).date())
        self.dikenali.emit(
            f"Pemohon lama: data dari permohonan {r.layanan} {tanggal}. Periksa lagi."
        )
        self.dipilih.emit()

    def _on_daftar_diambil(self, nomor: int) -> None:
        lama = self._calon[nomor]
        self.daftar.hide()
        nik = self._bidang["nik"].input
        assert isinstance(nik, IsianDigit)
        nik.set_digits(lama.pemohon.nik)
        self.nik_diganti.emit(lama.pemohon.nik)
        self._isi(lama)


def _ambil(pemohon: Pemohon, bidang: Iterable[str]) -> dict[str, str]:
    """Those fields of an earlier applicant, as they would be typed."""
    nilai = {nama: str(getattr(pemohon, nama)) for nama in bidang}
    return nilai | {nama: kapitalkan(nilai[nama]) for nama in _KAPITAL if nama in nilai}


def _tertulis(masukan: Masukan) -> bool:
    """Whether anything stands there, also words that are no choice of a list."""
    return bool(read_masukan(masukan) or getattr(masukan, "currentText", str)())
