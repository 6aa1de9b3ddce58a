"""Ctrl+R in an open case: note what SIAK or Dispendukcapil says of it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.luar import DISPENDUKCAPIL, NAMA_SISTEM, SIAK, get_sistem
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.luar import KeadaanTeks
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.daftar_angka import DaftarAngka
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.alur_kerja import PermohonanTerbuka
    from sooko_desk.services.meja import Meja

LEBAR, TINGGI = 560, 500
PILIH_DULU = "Pilih dulu keadaannya dengan angka di kiri."


class DialogLuar(QDialog):
    """System, state, number, date; show it with `open()`. It frees itself after closing.

    Args:
        terbuka: the case as it is shown.
        petugas: who is at work.
        parent: the window it belongs to.

    Signals:
        dicatat(int, str): stored; the case's id, and words for the officer.
    """

    dicatat = Signal(int, str)

    def __init__(
        self, meja: Meja, terbuka: PermohonanTerbuka, petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._meja = meja
        self._permohonan = terbuka.permohonan
        self._petugas = petugas
        self._token = uuid.uuid4().hex
        self.sistem = SegmenPilihan(
            tuple((kode, nama, f"Alt+{n}") for n, (kode, nama) in enumerate(NAMA_SISTEM.items(), 1))
        )
        self.keadaan = DaftarAngka("Keadaan")
        self.referensi = BarisIsian("Nomor referensi", IsianTeks("Boleh kosong"))
        self.tanggal = BarisIsian("Tanggal", IsianTanggal())
        self.spanduk = Spanduk()
        self.simpan = tombol_utama("Catat", "check", "Ctrl+Enter")
        self._build_layout()
        self._connect()
        self._isi_awal(terbuka)

    def _isi_awal(self, terbuka: PermohonanTerbuka) -> None:
        luar = self._permohonan.ringkasan.luar
        langkah = terbuka.terbuka[0] if terbuka.terbuka else None
        if self._permohonan.ringkasan.menunggu == DISPENDUKCAPIL:
            sistem = DISPENDUKCAPIL
        elif luar is not None:
            sistem = luar.sistem
        else:
            sistem = get_sistem(langkah) if langkah else SIAK
        self.sistem.set_kode(sistem)
        self._on_sistem_dipilih(sistem)
        self.tanggal.input.set_nilai(tanggal_pendek(hari_ini(self._meja.clock)))
        self.keadaan.setFocus()

    def _build_layout(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Kabar dari SIAK atau Dispendukcapil")
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        self.sistem.setAccessibleName("Kabar dari")
        r = self._permohonan.ringkasan
        kartu = Kartu(r.pemohon.nama, f"{r.kode_pindai} · {r.jenis_nama}")
        kartu.isi.addWidget(self.sistem)
        kartu.isi.addWidget(self.keadaan, 1)
        bawah = QHBoxLayout()
        bawah.setSpacing(THEME.gap_m)
        bawah.addWidget(self.referensi, 3)
        bawah.addWidget(self.tanggal, 2)
        kartu.isi.addLayout(bawah)
        kartu.isi.addWidget(self.spanduk)
        kartu.isi.addStretch(0)
        tutup = tombol_teks("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        tombol = QHBoxLayout()
        tombol.addWidget(self.simpan)
        tombol.addStretch(1)
        tombol.addWidget(tutup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(kartu, 1)
        layout.addLayout(tombol)

    def _connect(self) -> None:
        self.sistem.dipilih.connect(self._on_sistem_dipilih)
        self.keadaan.lanjut.connect(self._on_keadaan_lanjut)
        self.referensi.input.returnPressed.connect(self._on_referensi_return_pressed)
        self.tanggal.input.returnPressed.connect(self._on_tanggal_return_pressed)
        self.referensi.input.edited.connect(self.referensi.bersihkan)
        self.tanggal.input.edited.connect(self.tanggal.bersihkan)
        self.simpan.clicked.connect(self._on_simpan)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_simpan})

    def _on_sistem_dipilih(self, sistem: str) -> None:
        """Its states; the number that it gave before is offered again."""
        self.keadaan.set_pilihan(self._meja.luar.list_keadaan(sistem))
        luar = self._permohonan.ringkasan.luar
        lama = luar if luar is not None and luar.sistem == sistem else None
        self.keadaan.set_kode(lama.kode if lama else "")
        self.referensi.input.set_nilai(lama.referensi if lama else "")

    def _on_keadaan_lanjut(self) -> None:
        self.spanduk.sembunyikan()
        self.referensi.input.setFocus()

    def _on_referensi_return_pressed(self) -> None:
        self.tanggal.input.setFocus()

    def _on_tanggal_return_pressed(self) -> None:
        self.simpan.setFocus()

    def _on_simpan(self) -> None:
        keadaan = KeadaanTeks(
            self.sistem.kode(),
            self.keadaan.kode(),
            self.referensi.input.nilai(),
            self.tanggal.input.nilai(),
        )
        try:
            baru = self._meja.luar.catat(self._token, self._permohonan, keadaan, self._petugas)
        except FieldsError as galat:
            self._tandai(galat)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            r = baru.ringkasan
            assert r.luar is not None  # just stored
            self.accept()
            kata = f"{r.pemohon.nama}: {NAMA_SISTEM[r.luar.sistem]} {r.luar.nama}."
            self.dicatat.emit(r.id, kata)

    def _tandai(self, galat: FieldsError) -> None:
        salah = galat.per_field
        for nama, baris in (("referensi", self.referensi), ("tanggal", self.tanggal)):
            baris.bersihkan()
            if nama in salah:
                baris.set_pesan(Nada.BAHAYA, salah[nama])
                baris.input.setFocus()
        if "kode" in salah:
            self.spanduk.tampilkan(Nada.BAHAYA, PILIH_DULU)
            self.keadaan.setFocus()
