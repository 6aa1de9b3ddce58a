"""Ctrl+E in a case: put right what intake and the steps wrote down, with a reason."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sooko_desk.domain.digit import PANJANG_NOMOR
from sooko_desk.domain.errors import FieldsError, OfficerError, PeringatanError
from sooko_desk.services.beda_isian import KOSONG
from sooko_desk.services.koreksi import PERLU_KASI, PerintahKoreksi
from sooko_desk.ui.form_koreksi import FormKoreksi
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kata import group_nomor
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Permohonan, Petugas
    from sooko_desk.services.beda_isian import Betulan
    from sooko_desk.services.koreksi import KoreksiTerbuka
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar

LEBAR, TINGGI = 1180, 680
LEBAR_BEDA = 320
JEDA_PERIKSA_MS = 120
"""After the last key; a family of fourteen takes some ms to compare."""
TERLIHAT = 40
"""Changes that are listed; of a pasted family the others are counted."""
BELUM_ADA = "Ubah isian di kiri. Yang berubah tampil di sini, semula dan menjadi."
TANYA_BUANG = "Pembetulan belum disimpan. Tekan Esc sekali lagi untuk membuangnya."


class DaftarBetulan(QScrollArea):
    """What changes, each as before and after."""

    def __init__(self) -> None:
        super().__init__()
        self._isi: tuple[Betulan, ...] | None = None
        self.setAccessibleName("Yang dibetulkan")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_isi(self, betulan: Sequence[Betulan]) -> None:
        """Show these changes."""
        if self._isi == tuple(betulan):
            return
        self._isi = tuple(betulan)
        halaman = QWidget()
        halaman.setProperty("peran", "isi")
        layout = QVBoxLayout(halaman)
        layout.setContentsMargins(0, 0, THEME.gap_xs, 0)
        layout.setSpacing(THEME.gap_s)
        for satu in betulan[:TERLIHAT]:
            layout.addLayout(_satu(satu))
        if (lagi := len(betulan) - TERLIHAT) > 0:
            layout.addWidget(build_label(f"dan {lagi} lagi", Peran.REDUP))
        if not betulan:
            kosong = build_label(BELUM_ADA, Peran.REDUP)
            kosong.setWordWrap(True)
            layout.addWidget(kosong)
        layout.addStretch(1)
        if (lama := self.takeWidget()) is not None:
            lama.deleteLater()
        self.setWidget(halaman)


class DialogKoreksi(QDialog):
    """Correction of one case; show it with `open()`. It frees itself after closing.

    Escape with something changed asks once; nothing typed is lost by a slip.

    Args:
        terbuka: the case, from `KoreksiService.buka`.
        kabar: hears of it when it is stored.
        petugas: who is at work.
        parent: the window it belongs to.

    Signals:
        tersimpan(int, str): the correction is stored; the case's id, and words for the officer.
    """

    tersimpan = Signal(int, str)

    def __init__(
        self, meja: Meja, terbuka: KoreksiTerbuka, kabar: Kabar, petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._service = meja.koreksi
        self._terbuka = terbuka
        self._kabar = kabar
        self._petugas = petugas
        self._token = uuid.uuid4().hex
        self._diperingatkan: object = None
        self._tanya_buang = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = FormKoreksi(terbuka, meja.tabel)
        self.beda = DaftarBetulan()
        self.alasan = BarisIsian(
            "&Alasan", IsianTeks("Misalnya: salah ketik saat diterima"), wajib=True
        )
        self.hak = Spanduk()
        self.spanduk = Spanduk()
        self.simpan = tombol_utama("Simpan pembetulan", "device-floppy", "Ctrl+Enter")
        self._jeda = QTimer(self)
        self._jeda.setSingleShot(True)
        self._jeda.setInterval(JEDA_PERIKSA_MS)
        self._build_layout()
        self._connect()
        self.beda.set_isi(())
        if terbuka.terkunci:
            self.hak.tampilkan(Nada.INFO, PERLU_KASI)
        self.form.fokus_awal()

    def reject(self) -> None:
        """Close; with something changed only the second time."""
        if self._tanya_buang or not self._is_diubah():
            super().reject()
            return
        self._tanya_buang = True
        self.spanduk.tampilkan(Nada.PERINGATAN, TANYA_BUANG)

    def _build_layout(self) -> None:
        r = self._terbuka.permohonan.ringkasan
        self.setWindowTitle(f"Betulkan data {r.kode_pindai}")
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        gulir = GulirIsian()
        gulir.setWidget(self.form)
        kanan = Kartu("Yang dibetulkan", f"{r.kode_pindai} · {r.status}")
        kanan.setMinimumWidth(LEBAR_BEDA)
        kanan.isi.addWidget(self.beda, 1)
        kanan.isi.addWidget(self.alasan)
        kanan.isi.addSpacing(THEME.gap_l)  # a sentence of two lines opens over this room
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_s)
        badan.addWidget(gulir, 8)
        badan.addWidget(kanan, 4)
        tutup = tombol_teks("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        bawah = QHBoxLayout()
        bawah.setSpacing(THEME.gap_s)
        bawah.addWidget(self.simpan)
        bawah.addStretch(1)
        bawah.addWidget(tutup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.hak)
        layout.addLayout(badan, 1)
        layout.addWidget(self.spanduk)
        layout.addLayout(bawah)
        QWidget.setTabOrder(tutup, self.beda)  # from the last field Enter leads to the reason

    def _connect(self) -> None:
        self.form.diubah.connect(self._on_form_diubah)
        self._jeda.timeout.connect(self._periksa)
        self.alasan.input.edited.connect(self._on_alasan_edited)
        self.simpan.clicked.connect(self._on_simpan)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_simpan})

    def _perintah(self, *, dilihat: bool = False) -> PerintahKoreksi:
        r = self._terbuka.permohonan.ringkasan
        form, isian = self.form.baca()
        return PerintahKoreksi(
            token=self._token,
            permohonan_id=r.id,
            versi=r.versi,
            form=form,
            isian=isian,
            alasan=self.alasan.input.nilai(),
            peringatan_dilihat=dilihat,
        )

    def _is_diubah(self) -> bool:
        try:
            beda = self._service.periksa(self._perintah())
        except OfficerError:
            return False  # the register cannot be read: nothing could be stored either
        return bool(beda.betulan or beda.galat)

    def _periksa(self) -> None:
        """Show what changes, as far as it can be read."""
        try:
            self.beda.set_isi(self._service.periksa(self._perintah()).betulan)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))

    def _on_form_diubah(self) -> None:
        self._tanya_buang = False
        self._jeda.start()

    def _on_alasan_edited(self) -> None:
        self._tanya_buang = False
        self.alasan.bersihkan()

    def _on_simpan(self) -> None:
        self._jeda.stop()
        self._periksa()
        diketik = self.form.baca()
        perintah = self._perintah(dilihat=self._diperingatkan == diketik)
        try:
            permohonan = self._service.betulkan(perintah, self._petugas)
        except FieldsError as galat:
            self._tolak(galat)
        except PeringatanError as galat:
            self._diperingatkan = diketik
            self.form.tandai(galat.per_field, Nada.PERINGATAN)
            self.form.ke_pertama(galat.per_field)
            self.spanduk.tampilkan(Nada.PERINGATAN, str(galat))
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            self.accept()
            self._kabar.berubah.emit(permohonan.ringkasan.id)
            self.tersimpan.emit(permohonan.ringkasan.id, _sebut(permohonan))

    def _tolak(self, galat: FieldsError) -> None:
        self.form.tandai(galat.per_field, Nada.BAHAYA)
        self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        if kalimat := galat.per_field.get("alasan"):
            self.alasan.set_pesan(Nada.BAHAYA, kalimat)
        if galat.per_field.keys() - {"alasan"}:
            self.form.ke_pertama(galat.per_field)
        else:
            self.alasan.input.setFocus()


def _satu(betulan: Betulan) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(0)
    semula = build_label(_angka(betulan.semula), Peran.REDUP)
    menjadi = build_label(f"→ {_angka(betulan.menjadi)}", Peran.TEBAL)
    for label in (build_label(betulan.label, Peran.LABEL), semula, menjadi):
        label.setWordWrap(True)
        layout.addWidget(label)
    return layout


def _angka(teks: str) -> str:
    """A NIK or No KK in groups, as the form shows it; an empty datum by a word."""
    return group_nomor(teks) if len(teks) == PANJANG_NOMOR and teks.isdecimal() else teks or KOSONG


def _sebut(permohonan: Permohonan) -> str:
    rincian = permohonan.riwayat[-1].rincian
    nama = permohonan.ringkasan.pemohon.nama
    return f"{nama}: {len(rincian)} data dibetulkan."
