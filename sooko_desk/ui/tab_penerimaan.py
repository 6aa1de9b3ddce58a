"""Tab Penerimaan: step 1 of both SOPs. One screen, keyboard only, Ctrl+Enter saves."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError, PeringatanError
from sooko_desk.services.penerimaan import FormPenerimaan
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.form_penerimaan import FormulirPenerimaan
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kartu_syarat import KartuSyarat
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.lajur_penerimaan import (
    BELUM_DISIMPAN,
    TITIPAN_MULAI,
    SpandukAksi,
    TombolParkir,
    TombolTitipan,
    bawa_kunjungan,
    bawa_titipan,
    sebut_kosong,
    sebut_tersimpan,
)
from sooko_desk.ui.panel_temuan import PanelTemuan
from sooko_desk.ui.pita_susulan import PitaSusulan
from sooko_desk.ui.tata_penerimaan import susun_badan, susun_tombol
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Permohonan, Petugas, TandaBerkas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.parkiran import Parkiran
    from sooko_desk.ui.pencetak import Pencetak


class TabPenerimaan(QWidget):
    """Receives papers and gives the receipt.

    Attributes:
        parkir, titipan: the buttons that keep parked forms and the batch of one village.
        susulan: the band of the slip that is typed in afterwards.

    Signals:
        diterima(int): a case was stored; its id.
        susulan_diterima(object): a slip of the power-cut pad was typed in; its `Permohonan`.
        buka_permohonan(int): the officer wants to see this case; the form stays as it is.
        konsep_berubah(): the form changed; `baca_form` and `is_kosong` tell how.
        cetak_banyak(list): ids of a finished batch, in the order of intake.
    """

    diterima = Signal(int)
    susulan_diterima = Signal(object)
    buka_permohonan = Signal(int)
    konsep_berubah = Signal()
    cetak_banyak = Signal(list)

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, parkiran: Parkiran, induk: QWidget
    ) -> None:
        super().__init__(induk)
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._petugas: Petugas | None = None
        self._token = uuid.uuid4().hex
        self._kunjungan = uuid.uuid4().hex
        self._peringatan_dilihat: dict[str, str] = {}
        self._terakhir: Permohonan | None = None
        self._tersimpan: FormPenerimaan | None = None
        self._awal: FormPenerimaan | None = None
        self._dibuang: FormPenerimaan | None = None
        self._tutup_diberitahu = False
        self.spanduk = SpandukAksi()
        self.susulan = PitaSusulan(meja.blangko, meja.clock)
        self.susulan.setParent(self)  # above the form, so before it for Tab
        self._gulir = GulirIsian(self)
        self.form = FormulirPenerimaan(meja, self._gulir.viewport())
        self.temuan = PanelTemuan(meja.temuan)
        self.syarat = KartuSyarat(self.form.bidang["catatan"])
        self.ceklis = self.syarat.ceklis
        self._simpan = tombol_utama("Simpan dan beri tanda bukti", "device-floppy", "Ctrl+Enter")
        self._kosongkan = tombol_teks("Kosongkan", "x", "Ctrl+Shift+Del")
        self.parkir = TombolParkir(parkiran)
        self.titipan = TombolTitipan()
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
        if not self.susulan.fokus_awal():
            self.form.fokus_awal()

    def is_kosong(self) -> bool:
        """Whether nothing would be lost: empty, or just what a batch begins each form with."""
        return (self.form.is_kosong() and not self.susulan.is_terisi()) or self._is_awal()

    def tahan_tutup(self) -> str:
        """Tell once of a half-typed form, and return that; "" = it is empty or was told of."""
        if self.is_kosong() or self._tutup_diberitahu:
            return ""
        self._tutup_diberitahu = True
        self.spanduk.tampilkan(Nada.PERINGATAN, BELUM_DISIMPAN)
        return BELUM_DISIMPAN

    def baca_form(self) -> FormPenerimaan:
        """The whole form as typed, marks included."""
        form = self.form.baca(self._token, self.ceklis.tanda())
        form = replace(form, kunjungan=self._kunjungan, tunggu_id=self.temuan.tunggu_id)
        return self.susulan.baca(form)

    def tulis_form(self, form: FormPenerimaan) -> None:
        """Put this form on the screen in place of the one there, marks and token included."""
        self._token = form.token
        self._kunjungan = form.kunjungan or uuid.uuid4().hex
        self._peringatan_dilihat = {}
        self.spanduk.sembunyikan()
        self.form.tulis(form)
        self.susulan.tulis(form)
        # The slip's number is of that service.
        self.form.layanan.batasi(form.layanan if form.blangko else "")
        self._show_ceklis(form.berkas)
        self.temuan.nyatakan_basi()
        self._segarkan_temuan(form.tunggu_id)
        self._gulir.verticalScrollBar().setValue(0)
        self.fokus_awal()
        self.konsep_berubah.emit()

    def _build_layout(self) -> None:
        self._gulir.setWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_s)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.susulan)
        layout.addLayout(susun_badan(self._gulir, self.temuan, self.syarat), 1)
        layout.addWidget(self.spanduk)  # below: the fields stay where the eyes are
        kanan = (self.parkir, self.titipan, self._cetak)
        layout.addLayout(susun_tombol((self._simpan, self._kosongkan), kanan))
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
        self.susulan.diubah.connect(self._on_form_diubah)
        self.susulan.ditinggalkan.connect(self._on_kosongkan)
        EnterMaju(self).awasi(self.ceklis)
        self._simpan.clicked.connect(self._on_simpan)
        self._kosongkan.clicked.connect(self._on_kosongkan)
        self.parkir.clicked.connect(self._on_parkir_clicked)
        self.parkir.terpilih.connect(self._on_parkir_terpilih)
        self.titipan.clicked.connect(self._on_titipan)
        self._cetak.clicked.connect(self._on_cetak)
        pasang_pintasan(
            self,
            {
                "Ctrl+Enter": self._on_simpan,
                "Ctrl+Shift+Del": self._on_kosongkan,  # a field keeps Ctrl+Del for itself
                "Ctrl+J": self.temuan.buka_pertama,
                "Alt+M": self.temuan.balik_tunggu,
                "F4": self._on_layanan_lain,
                "F5": self._on_parkir,
                "Shift+F5": self.ambil_parkir,
                "F6": self._on_titipan,
                "F8": self._on_cetak,
                "F9": self._on_centang_wajib,
            },
            DI_BAGIAN,
        )

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
        if self.is_kosong():
            # Nothing in red: this may be half of a double press, and the case is stored.
            self.spanduk.tampilkan(Nada.INFO, sebut_kosong(self.form.list_belum(), self._terakhir))
            self.fokus_awal()
            return
        form = self.baca_form()
        self.form.bersihkan_pesan()
        self.susulan.bersihkan()
        periksa = self._meja.penerimaan.periksa(form)
        dilihat = periksa.peringatan == self._peringatan_dilihat
        try:
            permohonan = self._meja.penerimaan.terima(
                form, self._petugas, peringatan_dilihat=dilihat
            )
        except FieldsError as galat:
            self.muat_ulang()
            self._tandai(galat, periksa.keterangan, Nada.BAHAYA)
        except PeringatanError as galat:
            self._peringatan_dilihat = galat.per_field
            self._tandai(galat, periksa.keterangan, Nada.PERINGATAN)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            self._tersimpan = form
            self._selesai_simpan(permohonan)

    def _tandai(
        self, galat: FieldsError | PeringatanError, keterangan: dict[str, str], nada: Nada
    ) -> None:
        self.form.set_keterangan(keterangan)
        self.form.set_pesan(self.susulan.set_pesan(galat.per_field, nada), nada)
        self.susulan.fokus_salah()
        self.spanduk.tampilkan(nada, str(galat))

    def _selesai_simpan(self, permohonan: Permohonan) -> None:
        """The next form is on the screen before anybody is told of this case."""
        is_susulan = bool(self.susulan.kode)
        self._terakhir, r = permohonan, permohonan.ringkasan
        self._cetak.setEnabled(True)
        if self.titipan.aktif:
            self.titipan.tambah(r.id)
        self._mulai_isian()
        self.spanduk.umumkan(
            Nada.SELESAI,
            f"Tersimpan dengan {sebut_tersimpan(permohonan)}. {r.status}.",
            "" if self.titipan.aktif else "Layanan lain untuk pemohon ini (F4)",
            self._on_layanan_lain,
        )
        self._kabar.berubah.emit(r.id)
        self.diterima.emit(r.id)
        if is_susulan:
            self.susulan_diterima.emit(permohonan)
        elif not self.titipan.aktif:
            self._on_cetak()

    def _mulai_isian(self) -> None:
        """A fresh form, without a service too; in a batch with what its applicants share."""
        if self.titipan.jumlah and self._tersimpan is not None:
            self.tulis_form(bawa_titipan(self._tersimpan))
        else:
            self.tulis_form(FormPenerimaan(token=uuid.uuid4().hex))
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
        if self.is_kosong() and not self.susulan.kode:
            return
        self._dibuang = self.baca_form()
        self._mulai_isian()
        self.spanduk.umumkan(
            Nada.INFO, "Isian dikosongkan.", "Kembalikan isian", self._on_kembalikan
        )

    def _on_kembalikan(self) -> None:
        """Put back what was emptied by mistake, marks and token included."""
        if self._dibuang is not None:
            dibuang, self._dibuang = self._dibuang, None
            self.tulis_form(dibuang)

    def _on_cetak(self) -> None:
        if self._terakhir is not None and self._petugas is not None:
            self._pencetak.buka_tanda_bukti(self._terakhir.ringkasan.id, self._petugas, self)

    def _on_titipan(self) -> None:
        """Begin or end a batch; what is typed stays."""
        if self.susulan.kode:
            self.spanduk.tampilkan(Nada.PERINGATAN, "Selesaikan dulu entri susulan blangko ini.")
            return
        if not self.titipan.aktif:
            self.titipan.mulai()
            self.spanduk.tampilkan(Nada.INFO, TITIPAN_MULAI)
            return
        self.spanduk.sembunyikan()
        selesai = self.titipan.akhiri()
        if self._is_awal():
            self._mulai_isian()
        if selesai:
            self.spanduk.tampilkan(
                Nada.SELESAI, f"Titipan desa selesai: {len(selesai)} berkas tersimpan."
            )
            self.cetak_banyak.emit(selesai)

    def _on_parkir(self) -> None:
        """Put the form aside, for the applicant who fetches something."""
        if self.parkirkan():
            self._mulai_isian()
            self.spanduk.umumkan(
                Nada.INFO, "Isian diparkir.", "Ambil yang diparkir (Shift+F5)", self.ambil_parkir
            )
        else:
            self.spanduk.tampilkan(Nada.INFO, "Isian masih kosong; tidak ada yang diparkir.")

    def parkirkan(self) -> bool:
        """Put aside what stands in the form; False = nothing does."""
        if self._petugas is None or self.is_kosong():
            return False
        self.parkir.simpan(self.baca_form(), self._petugas)
        return True

    def _on_parkir_clicked(self) -> None:
        if self.is_kosong() and self.parkir.jumlah:
            self.parkir.buka_menu()
        else:
            self._on_parkir()

    def ambil_parkir(self) -> None:
        """Offer the parked forms."""
        if self.parkir.jumlah:
            self.parkir.buka_menu()
        else:
            self.spanduk.tampilkan(Nada.INFO, "Tidak ada isian yang diparkir.")

    def _on_parkir_terpilih(self, kunci: str) -> None:
        if self._petugas is None:
            return
        self.parkirkan()  # a form that stands there is put aside first
        try:
            form = self.parkir.ambil(kunci, self._petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            self.tulis_form(form)
