"""Tab Penerimaan: step 1 of both SOPs. One screen, keyboard only, Ctrl+Enter saves."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError, PeringatanError
from sooko_desk.services.penerimaan import FormPenerimaan
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.form_penerimaan import FormulirPenerimaan
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kartu_syarat import KartuSyarat
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.lajur_penerimaan import (
    TombolParkir,
    TombolTitipan,
    bawa_kunjungan,
    bawa_titipan,
)
from sooko_desk.ui.panel_temuan import PanelTemuan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.permohonan import Permohonan, Petugas, TandaBerkas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak


class TabPenerimaan(QWidget):
    """Receives papers and gives the receipt; `parkir` is the button that keeps parked forms.

    Signals:
        diterima(int): a case was stored; its id.
        buka_permohonan(int): the officer wants to see this case; the form stays as it is.
        konsep_berubah(): the form changed; `baca_form` and `is_kosong` tell how.
        cetak_banyak(list): ids of a finished batch, in the order of intake.
    """

    diterima = Signal(int)
    buka_permohonan = Signal(int)
    konsep_berubah = Signal()
    cetak_banyak = Signal(list)

    def __init__(self, meja: Meja, kabar: Kabar, pencetak: Pencetak) -> None:
        super().__init__()
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._petugas: Petugas | None = None
        self._token = uuid.uuid4().hex
        self._kunjungan = uuid.uuid4().hex
        self._peringatan_dilihat: dict[str, str] = {}
        self._terakhir: int | None = None
        self._tersimpan: FormPenerimaan | None = None
        self._awal: FormPenerimaan | None = None
        self._dibuang: FormPenerimaan | None = None
        self._tutup_diberitahu = False
        self._aksi_spanduk: Callable[[], None] | None = None
        self.spanduk = Spanduk()
        self.form = FormulirPenerimaan(meja)
        self._gulir = GulirIsian()
        self.temuan = PanelTemuan(meja.temuan)
        self.syarat = KartuSyarat(self.form.bidang["catatan"])
        self.ceklis = self.syarat.ceklis
        self._simpan = tombol_utama("Simpan dan beri tanda bukti", "device-floppy", "Ctrl+Enter")
        self._kosongkan = tombol_teks("Kosongkan", "x", "Ctrl+Shift+Del")
        self.parkir = TombolParkir(meja.clock)
        self._titipan = TombolTitipan()
        self._cetak = tombol_teks("Tanda bukti", "printer", "F8")
        self._cetak.setToolTip("Tanda bukti terakhir (F8)")
        self._build_layout()
        self._connect()
        self._show_ceklis()

    def set_petugas(self, petugas: Petugas) -> None:
        """Another officer works now; what is typed stays."""
        self._petugas = petugas
        self.spanduk.sembunyikan()
        self.parkir.segarkan()

    def muat_ulang(self) -> None:
        """The day may have changed the SOPs, others the register; the form stays."""
        self.form.muat_layanan()
        self._show_ceklis()
        self.temuan.nyatakan_basi()
        self._segarkan_temuan()

    def fokus_awal(self) -> None:
        """Put the caret where typing begins."""
        self.form.fokus_awal()

    def is_kosong(self) -> bool:
        """Whether nothing would be lost: empty, or just what a batch begins each form with."""
        return self.form.is_kosong() or self._is_awal()

    def tahan_tutup(self) -> bool:
        """Tell once of a half-typed form; False when it is empty or was told of already."""
        if self.is_kosong() or self._tutup_diberitahu:
            return False
        self._tutup_diberitahu = True
        self.spanduk.tampilkan(
            Nada.PERINGATAN,
            "Isian ini belum disimpan. Simpan dengan Ctrl+Enter, "
            "atau tutup sekali lagi: isian ini ditawarkan lagi saat program dibuka.",
        )
        return True

    def baca_form(self) -> FormPenerimaan:
        """The whole form as typed, marks included."""
        form = self.form.baca(self._token, self.ceklis.tanda())
        return replace(form, kunjungan=self._kunjungan, tunggu_id=self.temuan.tunggu_id)

    def tulis_form(self, form: FormPenerimaan) -> None:
        """Put this form on the screen in place of the one there, marks and token included."""
        self._token = form.token
        self._kunjungan = form.kunjungan or uuid.uuid4().hex
        self._peringatan_dilihat = {}
        self.spanduk.sembunyikan()
        self.form.tulis(form)
        self._show_ceklis(form.berkas)
        self.temuan.nyatakan_basi()
        self._segarkan_temuan(form.tunggu_id)
        self._gulir.verticalScrollBar().setValue(0)
        self.form.fokus_awal()
        self.konsep_berubah.emit()

    def _build_layout(self) -> None:
        self._gulir.setWidget(self.form)
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self._gulir, 1)
        kiri.addWidget(self.temuan)  # below: what is found never moves a field
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_m)
        badan.addLayout(kiri, 13)
        badan.addWidget(self.syarat, 8)
        bawah = QHBoxLayout()
        bawah.addWidget(self._simpan)
        bawah.addWidget(self._kosongkan)
        bawah.addStretch(1)
        for tombol in (self.parkir, self._titipan, self._cetak):
            bawah.addWidget(tombol)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_s)
        layout.setSpacing(THEME.gap_s)
        layout.addLayout(badan, 1)
        layout.addWidget(self.spanduk)  # below: the fields stay where the eyes are
        layout.addLayout(bawah)
        self._cetak.setEnabled(False)
        # By place on the screen: the papers come after the letter, the note comes last.
        catatan = self.form.bidang["catatan"].input
        QWidget.setTabOrder(self.form.bidang["pengantar_penanda"].input, self.ceklis)
        QWidget.setTabOrder(self.ceklis, catatan)
        QWidget.setTabOrder(catatan, self._simpan)

    def _connect(self) -> None:
        self.form.jenis_dipilih.connect(self._on_form_jenis_dipilih)
        self.form.diubah.connect(self._on_form_diubah)
        self.form.data_berubah.connect(self._segarkan_temuan)
        self.form.minta_ceklis.connect(self._on_form_minta_ceklis)
        self.ceklis.berubah.connect(self.konsep_berubah)
        self.temuan.buka.connect(self.buka_permohonan)
        self.temuan.tunggu_diubah.connect(self.konsep_berubah)
        self.spanduk.aksi_dipilih.connect(self._on_spanduk_aksi_dipilih)
        EnterMaju(self).awasi(self.ceklis)
        self._simpan.clicked.connect(self._on_simpan)
        self._kosongkan.clicked.connect(self._on_kosongkan)
        self.parkir.clicked.connect(self._on_parkir_clicked)
        self.parkir.terpilih.connect(self._on_parkir_terpilih)
        self._titipan.clicked.connect(self._on_titipan)
        self._cetak.clicked.connect(self._on_cetak)
        for kunci, slot in (
            ("Ctrl+Return", self._on_simpan),
            ("Ctrl+Enter", self._on_simpan),
            ("Ctrl+Shift+Del", self._on_kosongkan),  # a field keeps Ctrl+Del for itself
            ("Ctrl+J", self.temuan.buka_pertama),
            ("Alt+M", self.temuan.balik_tunggu),
            ("F4", self._on_layanan_lain),
            ("F5", self._on_parkir),
            ("Shift+F5", self._on_ambil_parkir),
            ("F6", self._on_titipan),
            ("F8", self._on_cetak),
            ("F9", self._on_centang_wajib),
        ):
            pintasan = QShortcut(QKeySequence(kunci), self)
            pintasan.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pintasan.setAutoRepeat(False)
            pintasan.activated.connect(slot)

    def _on_form_diubah(self) -> None:
        """What the banner said was of the form before."""
        self._tutup_diberitahu = False
        self.spanduk.sembunyikan()
        self.konsep_berubah.emit()

    def _on_form_jenis_dipilih(self) -> None:
        self.spanduk.sembunyikan()
        self._show_ceklis()
        self._segarkan_temuan()
        self.konsep_berubah.emit()

    def _on_form_minta_ceklis(self) -> None:
        self.form.maju.ke(self.ceklis)

    def _segarkan_temuan(self, tunggu_id: int | None = None) -> None:
        """Ask the register again, if what it is asked about has changed."""
        form, jenis = self.baca_form(), self.form.jenis()
        if self.temuan.segarkan(form, tunggu_id):
            tanya = self._meja.radar.list_sering_kurang
            self.syarat.radar.tampilkan(tanya(form.layanan, jenis, form.desa) if jenis else ())

    def _show_ceklis(self, tanda: tuple[TandaBerkas, ...] | None = None) -> None:
        """The papers of the chosen reason, with these marks or those that are there already."""
        self.syarat.tampilkan(self.form.jenis(), self.ceklis.tanda() if tanda is None else tanda)

    def _on_centang_wajib(self) -> None:
        """From anywhere: the papers that everybody brings are there; pick the others."""
        self.form.tetapkan()
        if self.form.jenis() is None:
            self.form.fokus_awal()
        else:
            self.syarat.centang_wajib()

    def _on_simpan(self) -> None:
        if self._petugas is None:
            return
        form = self.baca_form()
        if self._terakhir is not None and self.is_kosong():
            return  # the second half of a double press: the case is stored already
        self.form.bersihkan_pesan()
        periksa = self._meja.penerimaan.periksa(form)
        dilihat = periksa.peringatan == self._peringatan_dilihat
        try:
            permohonan = self._meja.penerimaan.terima(
                form, self._petugas, peringatan_dilihat=dilihat
            )
        except FieldsError as galat:
            self.muat_ulang()
            self.form.set_keterangan(periksa.keterangan)
            self.form.set_pesan(galat.per_field, Nada.BAHAYA)
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        except PeringatanError as galat:
            self._peringatan_dilihat = galat.per_field
            self.form.set_keterangan(periksa.keterangan)
            self.form.set_pesan(galat.per_field, Nada.PERINGATAN)
            self.spanduk.tampilkan(Nada.PERINGATAN, str(galat))
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            self._tersimpan = form
            self._selesai_simpan(permohonan)

    def _selesai_simpan(self, permohonan: Permohonan) -> None:
        """The next form is on the screen before anybody is told of this case."""
        r = permohonan.ringkasan
        self._terakhir = r.id
        self._cetak.setEnabled(True)
        if self._titipan.aktif:
            self._titipan.tambah(r.id)
        self._mulai_isian()
        self._umumkan(
            Nada.SELESAI,
            f"Tersimpan dengan nomor {r.nomor_tanda_bukti} atas nama {r.pemohon.nama}. {r.status}.",
            "" if self._titipan.aktif else "Layanan lain untuk pemohon ini (F4)",
            self._on_layanan_lain,
        )
        self._kabar.berubah.emit(r.id)
        self.diterima.emit(r.id)
        if not self._titipan.aktif:
            self._on_cetak()

    def _mulai_isian(self) -> None:
        """A fresh form; the service stays chosen, the next applicant often wants it.

        In a batch also stays what its applicants have in common.
        """
        if self._titipan.jumlah and self._tersimpan is not None:
            self.tulis_form(bawa_titipan(self._tersimpan))
        else:
            layanan = self.form.layanan.kode()
            self.tulis_form(FormPenerimaan(token=uuid.uuid4().hex, layanan=layanan))
        self._awal = self.baca_form()

    def _is_awal(self) -> bool:
        return self._awal is not None and self.baca_form() == self._awal

    def _on_layanan_lain(self) -> None:
        """The applicant of the last case wants another service, in the same visit."""
        if self._tersimpan is None:
            self.spanduk.tampilkan(
                Nada.INFO, "F4 mengulang pemohon terakhir: simpan dulu satu permohonan."
            )
        elif not self.is_kosong():
            self.spanduk.tampilkan(
                Nada.PERINGATAN,
                "Isian ini belum disimpan. Simpan dengan Ctrl+Enter atau parkir dengan F5, "
                "lalu tekan F4 lagi.",
            )
        else:
            self.tulis_form(bawa_kunjungan(self._tersimpan))

    def _on_kosongkan(self) -> None:
        """Empty the form; what was in it can be had back."""
        if self.is_kosong():
            return
        self._dibuang = self.baca_form()
        self._mulai_isian()
        self._umumkan(Nada.INFO, "Isian dikosongkan.", "Kembalikan isian", self._on_kembalikan)

    def _on_kembalikan(self) -> None:
        """Put back what was emptied by mistake, marks and token included."""
        if self._dibuang is not None:
            dibuang, self._dibuang = self._dibuang, None
            self.tulis_form(dibuang)

    def _umumkan(self, nada: Nada, teks: str, aksi: str, slot: Callable[[], None]) -> None:
        self._aksi_spanduk = slot
        self.spanduk.tampilkan(nada, teks, aksi)

    def _on_spanduk_aksi_dipilih(self) -> None:
        if self._aksi_spanduk is not None:
            self._aksi_spanduk()

    def _on_cetak(self) -> None:
        if self._terakhir is not None and self._petugas is not None:
            self._pencetak.buka_tanda_bukti(self._terakhir, self._petugas, self)

    def _on_titipan(self) -> None:
        """Begin or end a batch; what is typed stays."""
        if not self._titipan.aktif:
            self._titipan.mulai()
            self.spanduk.tampilkan(
                Nada.INFO,
                "Titipan desa: pembawa, pengantar, desa, layanan, dan alasan tetap sesudah "
                "disimpan. F6 lagi = selesai, lalu tanda bukti semuanya dicetak.",
            )
            return
        self.spanduk.sembunyikan()
        selesai = self._titipan.akhiri()
        if self._is_awal():
            self._mulai_isian()
        if selesai:
            self.spanduk.tampilkan(
                Nada.SELESAI, f"Titipan desa selesai: {len(selesai)} berkas tersimpan."
            )
            self.cetak_banyak.emit(selesai)

    def _on_parkir(self) -> None:
        """Put the form aside, for the applicant who fetches something."""
        if self._parkirkan():
            self._mulai_isian()
            self._umumkan(
                Nada.INFO,
                "Isian diparkir.",
                "Ambil yang diparkir (Shift+F5)",
                self._on_ambil_parkir,
            )
        else:
            self.spanduk.tampilkan(Nada.INFO, "Isian masih kosong; tidak ada yang diparkir.")

    def _parkirkan(self) -> bool:
        if self._petugas is None or self.is_kosong():
            return False
        self.parkir.simpan(self.baca_form(), self._petugas)
        return True

    def _on_parkir_clicked(self) -> None:
        if self.is_kosong() and self.parkir.jumlah:
            self.parkir.buka_menu()
        else:
            self._on_parkir()

    def _on_ambil_parkir(self) -> None:
        if self.parkir.jumlah:
            self.parkir.buka_menu()
        else:
            self.spanduk.tampilkan(Nada.INFO, "Tidak ada isian yang diparkir.")

    def _on_parkir_terpilih(self, kunci: str) -> None:
        if self._petugas is None:
            return
        self._parkirkan()  # a form that stands there is put aside first
        try:
            form = self.parkir.ambil(kunci, self._petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            self.tulis_form(form)
