"""Tab Penerimaan: step 1 of both SOPs. One screen, keyboard only, Ctrl+Enter saves."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError, PeringatanError
from sooko_desk.domain.kelengkapan import salin_syarat
from sooko_desk.domain.permohonan import TandaBerkas
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.form_penerimaan import FormulirPenerimaan
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kit.ceklis import DaftarCeklis
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.penerimaan import FormPenerimaan
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak


class TabPenerimaan(QWidget):
    """Receives papers and gives the receipt.

    Signals:
        diterima(int): a case was stored; its id.
    """

    diterima = Signal(int)

    def __init__(self, meja: Meja, kabar: Kabar, pencetak: Pencetak) -> None:
        super().__init__()
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._petugas: Petugas | None = None
        self._token = uuid.uuid4().hex
        self._peringatan_dilihat: dict[str, str] = {}
        self._terakhir: int | None = None
        self._dibuang: FormPenerimaan | None = None
        self._tutup_diberitahu = False
        self.spanduk = Spanduk()
        self.form = FormulirPenerimaan(meja)
        self.ceklis = DaftarCeklis()
        self._tanpa_jenis = Kosong(
            "checklist", "Daftar syarat", "Pilih layanan dan alasan; syaratnya tampil di sini."
        )
        self._simpan = tombol_utama("Simpan dan beri tanda bukti", "device-floppy", "Ctrl+Enter")
        self._kosongkan = tombol_teks("Kosongkan isian", "x", "Ctrl+Shift+Del")
        self._cetak = tombol_teks("Tanda bukti terakhir", "printer", "F8")
        self._build_layout()
        self._connect()
        self._show_ceklis()

    def set_petugas(self, petugas: Petugas) -> None:
        """Another officer works now; what is typed stays."""
        self._petugas = petugas
        self.spanduk.sembunyikan()

    def muat_ulang(self) -> None:
        """The day may have changed the SOPs in force; the form itself stays."""
        self.form.muat_layanan()
        self._show_ceklis()

    def fokus_awal(self) -> None:
        """Put the caret where typing begins."""
        self.form.fokus_awal()

    def tahan_tutup(self) -> bool:
        """Tell once of a half-typed form; False when it is empty or was told of already."""
        if self.form.is_kosong() or self._tutup_diberitahu:
            return False
        self._tutup_diberitahu = True
        self.spanduk.tampilkan(
            Nada.PERINGATAN,
            "Isian ini belum disimpan. Simpan dengan Ctrl+Enter, "
            "atau tutup sekali lagi untuk membuangnya.",
        )
        return True

    def _on_form_diubah(self) -> None:
        """What the banner said was of the form before."""
        self._tutup_diberitahu = False
        self.spanduk.sembunyikan()

    def _build_layout(self) -> None:
        self._kartu_syarat = Kartu("Berkas yang diterima", "Spasi = centang, panah = pindah baris.")
        self._kartu_syarat.isi.addWidget(self.ceklis, 1)
        self._kartu_syarat.isi.addWidget(self._tanpa_jenis, 1)
        self._kartu_syarat.isi.addWidget(self.form.bidang["catatan"])
        gulir = GulirIsian()
        gulir.setWidget(self.form)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_m)
        badan.addWidget(gulir, 13)
        badan.addWidget(self._kartu_syarat, 8)
        bawah = QHBoxLayout()
        bawah.addWidget(self._simpan)
        bawah.addWidget(self._kosongkan)
        bawah.addStretch(1)
        bawah.addWidget(build_label("Enter = isian berikutnya", PeranLabel.REDUP))
        bawah.addWidget(self._cetak)
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
        self.spanduk.aksi_dipilih.connect(self._on_spanduk_aksi_dipilih)
        maju = EnterMaju(self)
        maju.awasi(self.ceklis)
        self._simpan.clicked.connect(self._on_simpan)
        self._kosongkan.clicked.connect(self._on_kosongkan)
        self._cetak.clicked.connect(self._on_cetak)
        for tombol, slot in (
            ("Ctrl+Return", self._on_simpan),
            ("Ctrl+Enter", self._on_simpan),
            ("Ctrl+Shift+Del", self._on_kosongkan),  # a field keeps Ctrl+Del for itself
            ("F8", self._on_cetak),
        ):
            pintasan = QShortcut(QKeySequence(tombol), self)
            pintasan.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pintasan.setAutoRepeat(False)
            pintasan.activated.connect(slot)

    def baca_form(self) -> FormPenerimaan:
        """The whole form as typed, marks included."""
        return self.form.baca(self._token, self._tanda())

    def _on_form_jenis_dipilih(self) -> None:
        self.spanduk.sembunyikan()  # it told of the form before
        self._show_ceklis()

    def _show_ceklis(self, tanda: tuple[TandaBerkas, ...] | None = None) -> None:
        """The papers of the chosen reason, with these marks or those that are there already."""
        jenis = self.form.jenis()
        if tanda is None:
            tanda = self._tanda()
        self._tanpa_jenis.setVisible(jenis is None)
        self.ceklis.setVisible(jenis is not None)
        syarat = jenis.syarat if jenis else ()
        ada = {s.kode for s in syarat}
        self.ceklis.set_baris(salin_syarat(syarat, (t for t in tanda if t.kode in ada)))

    def _tanda(self) -> tuple[TandaBerkas, ...]:
        return tuple(
            TandaBerkas(kode, ada, catatan) for kode, (ada, catatan) in self.ceklis.nilai().items()
        )

    def _on_simpan(self) -> None:
        if self._petugas is None:
            return
        form = self.baca_form()
        if self._terakhir is not None and self.form.is_kosong():
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
            r = permohonan.ringkasan
            self._terakhir = r.id
            self._cetak.setEnabled(True)
            self._kosongkan_isian()
            self.spanduk.tampilkan(
                Nada.SELESAI,
                f"Tersimpan dengan nomor {r.nomor_tanda_bukti} atas nama {r.pemohon.nama}. "
                f"{r.status}.",
            )
            self._kabar.berubah.emit(r.id)
            self.diterima.emit(r.id)
            self._on_cetak()

    def _on_kosongkan(self) -> None:
        """Empty the form; what was in it can be had back."""
        if self.form.is_kosong():
            return
        self._dibuang = self.baca_form()
        self._kosongkan_isian()
        self.spanduk.tampilkan(Nada.INFO, "Isian dikosongkan.", "Kembalikan isian")

    def _on_spanduk_aksi_dipilih(self) -> None:
        """Put back what was emptied by mistake, marks and token included."""
        if self._dibuang is None:
            return
        dibuang, self._dibuang = self._dibuang, None
        self.form.tulis(dibuang)
        self._show_ceklis(dibuang.berkas)
        self._token = dibuang.token
        self.spanduk.sembunyikan()
        self.form.fokus_awal()

    def _kosongkan_isian(self) -> None:
        """A fresh form; the officer's service stays chosen, the next applicant often wants it."""
        self._token = uuid.uuid4().hex
        self._peringatan_dilihat = {}
        self.spanduk.sembunyikan()
        self.form.kosongkan()
        self.ceklis.set_baris(())
        self._show_ceklis()
        self.form.fokus_awal()

    def _on_cetak(self) -> None:
        if self._terakhir is not None and self._petugas is not None:
            self._pencetak.buka_tanda_bukti(self._terakhir, self._petugas, self)
