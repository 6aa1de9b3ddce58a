"""Parked forms, the batch of one village, several services in one visit: what stays, what goes."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from sooko_desk.services.penerimaan import FormPenerimaan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import Gaya, Tombol
from sooko_desk.ui.parkiran import sebut_parkir

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from sooko_desk.data.nomor_cadangan import NomorCadangan
    from sooko_desk.domain.permohonan import Permohonan, Petugas
    from sooko_desk.ui.parkiran import Parkiran
    from sooko_desk.ui.theme import Nada

BELUM_DISIMPAN = (
    "Isian ini belum disimpan. Simpan dengan Ctrl+Enter, "
    "atau tutup sekali lagi: isian ini ditawarkan lagi saat program dibuka."
)
TITIPAN_MULAI = (
    "Titipan desa: pembawa, pengantar, desa, layanan, dan alasan tetap sesudah "
    "disimpan. F6 lagi = selesai, lalu tanda bukti semuanya dicetak."
)
_PEMBAWA_PENGANTAR = (
    "pembawa_nama",
    "pembawa_hubungan",
    "pembawa_telepon",
    "pengantar_nomor",
    "pengantar_tanggal",
    "pengantar_penanda",
    "kunjungan",
)
_PEMOHON = ("nik", "nama", "telepon", "nkk", "desa", "alamat", "rt", "rw", "prioritas")


def bawa_kunjungan(form: FormPenerimaan) -> FormPenerimaan:
    """A new form for another service of the same applicant in the same visit."""
    return _bawa(form, (*_PEMOHON, *_PEMBAWA_PENGANTAR))


def bawa_susulan(slip: NomorCadangan) -> FormPenerimaan:
    """A new form for a slip of the power-cut pad."""
    token = uuid.uuid4().hex
    return FormPenerimaan(token=token, layanan=slip.layanan, blangko=slip.kode_pindai)


def bawa_titipan(form: FormPenerimaan) -> FormPenerimaan:
    """A new form for the next applicant whose papers the same bringer has with him."""
    return _bawa(form, ("layanan", "jenis", "desa", *_PEMBAWA_PENGANTAR))


def sebut_tersimpan(permohonan: Permohonan) -> str:
    """The case that was stored, by number and name."""
    r = permohonan.ringkasan
    return f"nomor {r.nomor_tanda_bukti} atas nama {r.pemohon.nama}"


def sebut_kosong(belum: Sequence[str], terakhir: Permohonan | None) -> str:
    """Why an empty form is not stored, and what to do.

    Args:
        belum: what has to be filled in, at least one; see `FormulirPenerimaan.list_belum`.
        terakhir: the case stored last; None = none yet.
    """
    *awal, akhir = belum
    isi = f"{', '.join(awal)}, dan {akhir}" if awal else akhir
    kalimat = f"Isian masih kosong, jadi tidak ada yang disimpan. Isi {isi}."
    return f"{kalimat} Terakhir tersimpan: {sebut_tersimpan(terakhir)}." if terakhir else kalimat


def _bawa(form: FormPenerimaan, nama: tuple[str, ...]) -> FormPenerimaan:
    return FormPenerimaan(token=uuid.uuid4().hex, **{n: getattr(form, n) for n in nama})


class SpandukAksi(Spanduk):
    """A banner that knows what its button does, as long as it stands there."""

    def __init__(self) -> None:
        super().__init__()
        self._slot: Callable[[], None] | None = None
        self.aksi_dipilih.connect(self._on_aksi_dipilih)

    def umumkan(self, nada: Nada, teks: str, aksi: str, slot: Callable[[], None]) -> None:
        """Show a sentence with a button and what it does; `aksi` "" = no button."""
        self._slot = slot
        self.tampilkan(nada, teks, aksi)

    def _on_aksi_dipilih(self) -> None:
        if self._slot is not None:
            self._slot()


class TombolTitipan(Tombol):
    """Switch and counter of the batch lane."""

    def __init__(self) -> None:
        super().__init__("", Gaya.TEKS, pintasan="F6")
        self._isi: list[int] | None = None
        self._segarkan()

    @property
    def aktif(self) -> bool:
        """Whether a batch is running."""
        return self._isi is not None

    @property
    def jumlah(self) -> int:
        """How many cases the running batch has."""
        return len(self._isi or ())

    def mulai(self) -> None:
        """Begin a batch."""
        self._isi = []
        self._segarkan()

    def tambah(self, permohonan_id: int) -> None:
        """Count a stored case."""
        assert self._isi is not None
        self._isi.append(permohonan_id)
        self._segarkan()

    def akhiri(self) -> list[int]:
        """End the batch; the cases in the order of intake."""
        isi, self._isi = self._isi or [], None
        self._segarkan()
        return isi

    def _segarkan(self) -> None:
        isi = self._isi
        teks = "Titipan desa" if isi is None else f"Titipan: {len(isi)} berkas tersimpan"
        self.setText(teks)
        self.setAccessibleName(teks)
        self.updateGeometry()


class TombolParkir(Tombol):
    """Keeps the parked forms and offers them in a menu.

    Attributes:
        parkiran: where they are kept.

    Signals:
        terpilih(str): key of the parked form that the officer wants back.
    """

    terpilih = Signal(str)

    def __init__(self, parkiran: Parkiran) -> None:
        super().__init__("Parkir", Gaya.TEKS, pintasan="F5")
        self.setToolTip("F5 = parkir isian ini, Shift+F5 = ambil yang diparkir")
        self.parkiran = parkiran

    @property
    def jumlah(self) -> int:
        """How many forms are parked."""
        return len(self.parkiran.list_parkir())

    def simpan(self, form: FormPenerimaan, petugas: Petugas) -> None:
        """Put a form aside."""
        self.parkiran.parkir(form, petugas)
        self.segarkan()

    def ambil(self, kunci: str, petugas: Petugas) -> FormPenerimaan:
        """Take a form back; UserError when it is not parked any more."""
        form = self.parkiran.ambil_parkir(kunci, petugas)
        self.segarkan()
        return form

    def segarkan(self) -> None:
        """Say how many forms are parked."""
        self.setText(f"Parkir ({self.jumlah})" if self.jumlah else "Parkir")
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def buka_menu(self) -> None:
        """Offer what is parked; a digit or Enter takes one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for nomor, konsep in enumerate(self.parkiran.list_parkir(), start=1):
            kata = sebut_parkir(konsep).replace("&", "&&")
            menu.addAction(f"&{nomor}  {kata}").setData(konsep.kunci)
        menu.triggered.connect(self._on_menu_triggered)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(self.rect().topLeft()))

    def _on_menu_triggered(self, aksi: QAction) -> None:
        self.terpilih.emit(aksi.data())
