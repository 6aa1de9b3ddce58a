"""Ctrl+W: the Kasi marks a step whose recorded time is wrong, so that no statistic counts it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sooko_desk.domain.akurat import KATA_TIDAK_AKURAT
from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.services.waktu_langkah import LangkahTercatat, PerintahWaktu
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Permohonan, Petugas
    from sooko_desk.services.waktu_langkah import WaktuLangkahService

LEBAR, TINGGI = 780, 460
"""Px; fits the smallest screen of the office."""
_TANDAI, _HITUNG = "Tandai waktu tidak akurat", "Hitung lagi waktunya"


def _nama(s: LangkahTercatat) -> str:
    return f"{s.langkah.nomor}. {s.langkah.nama}"


def _dicatat(s: LangkahTercatat) -> str:
    return sebut_saat(s.waktu)


def _petugas(s: LangkahTercatat) -> str:
    return s.petugas


def _keadaan(s: LangkahTercatat) -> str:
    return "Tidak akurat" if s.tidak_akurat else "Dihitung"


def _nada(s: LangkahTercatat) -> Nada:
    return Nada.PERINGATAN if s.tidak_akurat else Nada.SELESAI


def _kunci(s: LangkahTercatat) -> str:
    return s.langkah.id


_KOLOM: tuple[Kolom[LangkahTercatat], ...] = (
    Kolom("Langkah", _nama),
    Kolom("Dicatat", _dicatat, lebar=130),
    Kolom("Oleh", _petugas, lebar=160),
    Kolom("Waktu", _keadaan, lebar=130, chip=_nada),
)


class DialogWaktuLangkah(QDialog):
    """The steps of a case that were done; show it with `open()`. It frees itself after closing.

    Args:
        service: marks them.
        permohonan_id: the case.
        petugas: the Kasi at work.
        parent: the window it belongs to.

    Signals:
        tersimpan(int): a step of this case was marked, or its mark taken back.

    Raises:
        RuleError: as `WaktuLangkahService.buka`.
    """

    tersimpan = Signal(int)

    def __init__(
        self, service: WaktuLangkahService, permohonan_id: int, petugas: Petugas, parent: QWidget
    ) -> None:
        permohonan, langkah = service.buka(permohonan_id, petugas)
        super().__init__(parent)
        self._service = service
        self._permohonan = permohonan
        self._petugas = petugas
        self._token = uuid.uuid4().hex
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(KATA_TIDAK_AKURAT)
        self.resize(LEBAR, TINGGI)
        self.model: RowTableModel[LangkahTercatat] = RowTableModel(_KOLOM, _kunci)
        self.tabel: TabelData[LangkahTercatat] = TabelData(self.model, "Langkah yang tercatat")
        self.alasan = BarisIsian(
            "Alasan", IsianTeks("Misalnya: lupa dicatat, dikerjakan kemarin"), wajib=True
        )
        self.spanduk = Spanduk()
        self.utama = tombol_utama(_TANDAI, "clock", "Ctrl+Enter")
        self._tutup = tombol_teks("Tutup", "x", "Esc")
        self._build_layout()
        self.tabel.baris_dipilih.connect(self._on_baris_dipilih)
        self.tabel.dibuka.connect(self._on_dibuka)
        self.alasan.input.edited.connect(self.alasan.bersihkan)
        self.utama.clicked.connect(self._on_simpan)
        self._tutup.clicked.connect(self.reject)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_simpan})
        self._pasang(permohonan, langkah)
        self.tabel.pilih(langkah[-1].langkah.id)
        self.tabel.setFocus()

    def _pasang(self, permohonan: Permohonan, langkah: tuple[LangkahTercatat, ...]) -> None:
        self._permohonan = permohonan
        self._token = uuid.uuid4().hex
        self.model.set_rows(langkah)

    def _build_layout(self) -> None:
        r = self._permohonan.ringkasan
        kartu = Kartu(
            f"{KATA_TIDAK_AKURAT}: {r.kode_pindai} {r.pemohon.nama}",
            "Untuk langkah yang lupa dicatat pada waktunya. Menitnya tidak dihitung dalam lembar "
            "kepatuhan dan laporan; ceritanya tetap.",
        )
        kartu.isi.addWidget(self.tabel, 1)
        kartu.isi.addWidget(self.alasan)
        tata_jendela(self, kartu, (self.spanduk,), (self.utama,), self._tutup)

    def _on_baris_dipilih(self, satu: LangkahTercatat | None) -> None:
        self.utama.setText(_HITUNG if satu is not None and satu.tidak_akurat else _TANDAI)
        self.utama.updateGeometry()

    def _on_dibuka(self, _satu: LangkahTercatat) -> None:
        self.alasan.input.setFocus()

    def _on_simpan(self) -> None:
        satu = self.tabel.baris()
        r = self._permohonan.ringkasan
        perintah = PerintahWaktu(
            token=self._token,
            permohonan_id=r.id,
            versi=r.versi,
            langkah="" if satu is None else satu.langkah.id,
            akurat=satu is not None and satu.tidak_akurat,
            alasan=self.alasan.input.nilai(),
        )
        try:
            self._service.atur(perintah, self._petugas)
            permohonan, langkah = self._service.buka(r.id, self._petugas)
        except FieldsError as galat:
            self._tandai(galat.per_field)
            return
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self._pasang(permohonan, langkah)
        self.alasan.input.clear()
        kata = "dihitung lagi" if perintah.akurat else "tidak dihitung lagi"
        self.spanduk.tampilkan(Nada.SELESAI, f"Waktu langkah itu {kata}.")
        self.tabel.setFocus()
        self.tersimpan.emit(r.id)

    def _tandai(self, salah: dict[str, str]) -> None:
        if kalimat := salah.get("alasan"):
            self.alasan.set_pesan(Nada.BAHAYA, kalimat)
            self.alasan.input.setFocus()
        if kalimat := salah.get("langkah"):
            self.spanduk.tampilkan(Nada.BAHAYA, kalimat)
