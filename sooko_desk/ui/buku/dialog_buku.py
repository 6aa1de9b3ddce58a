"""Cetak buku register: which book, which pages; nothing that is searched for plays a part here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.tanggal import NAMA_BULAN
from sooko_desk.ui.buku.pekerja_buku import PekerjaBuku
from sooko_desk.ui.cetak.isian_bilangan import IsianBilangan
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.bilah_kemajuan import BilahKemajuan
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import Pilihan, SegmenPilihan
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.services.buku_register import BukuRegisterService, KeadaanBuku
    from sooko_desk.services.register import BukuRegister
    from sooko_desk.services.tugas_buku import TugasBuku

JUDUL = "Cetak buku register"
LEBAR, TINGGI = 620, 400
BELUM, HALAMAN, BULAN, SEMUA = "belum", "halaman", "bulan", "semua"
_CARA = (
    (BELUM, "Belum dicetak", "Alt+1"),
    (HALAMAN, "Halaman", "Alt+2"),
    (BULAN, "Bulan", "Alt+3"),
    (SEMUA, "Seluruh buku", "Alt+4"),
)
_PALING_BANYAK = 999


class DialogBuku(QDialog):
    """Chooses pages and draws them; show it with `open()`. It frees itself after closing.

    While pages are drawn, Escape stops that and the window stays.

    Args:
        service: the books.
        buku: the books that can be chosen.
        dipilih: one of them.
        parent: the window it belongs to.

    Signals:
        jadi(object): the `Dokumen`, to be shown; once, after closing.
    """

    jadi = Signal(object)

    def __init__(
        self,
        service: BukuRegisterService,
        buku: Sequence[BukuRegister],
        dipilih: BukuRegister,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._service = service
        self._buku = {f"{b.layanan}/{b.tahun}": b for b in buku}
        self._keadaan: KeadaanBuku | None = None
        self._bulan_dari = ""
        self.pekerja = PekerjaBuku(self)
        self.buku = Pilihan()
        self.buku.set_pilihan((k, f"{b.layanan} {b.tahun}") for k, b in self._buku.items())
        self.buku.set_kode(f"{dipilih.layanan}/{dipilih.tahun}")
        self.isi = build_label("", Peran.TEBAL)
        self.cara = SegmenPilihan(_CARA)
        self.dari = IsianBilangan("Dari halaman", _PALING_BANYAK)
        self.sampai = IsianBilangan("Sampai halaman", _PALING_BANYAK)
        self.bulan = Pilihan()
        self.bulan.set_pilihan((str(n), nama) for n, nama in enumerate(NAMA_BULAN, start=1))
        self.akan = build_label("", Peran.REDUP)
        self.kemajuan = BilahKemajuan()
        self.spanduk = Spanduk()
        self.cetak = tombol_utama("Cetak", "printer", "Ctrl+Enter")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self._build_layout()
        self._connect()
        self._on_buku_dipilih()
        self.cetak.setFocus()

    def reject(self) -> None:
        """Stop what is being drawn; otherwise close."""
        if self.pekerja.sibuk:
            self.kemajuan.minta_berhenti()
            return
        super().reject()

    def _build_layout(self) -> None:
        self.setWindowTitle(JUDUL)
        self.resize(LEBAR, TINGGI)
        self.cara.setAccessibleName("Yang dicetak")
        for label in (self.isi, self.akan):
            label.setWordWrap(True)
        kartu = Kartu(JUDUL, "Halaman yang penuh selalu sama setiap kali dicetak.")
        kartu.isi.addWidget(BarisIsian("Buku", self.buku))
        kartu.isi.addWidget(self.isi)
        kartu.isi.addWidget(BarisIsian("Yang dicetak", self.cara))
        self._baris_halaman = QWidget()
        rentang = QHBoxLayout(self._baris_halaman)
        rentang.setContentsMargins(0, 0, 0, 0)
        rentang.setSpacing(THEME.gap_s)
        rentang.addWidget(build_label("Halaman", Peran.LABEL))
        rentang.addWidget(self.dari)
        rentang.addWidget(build_label("sampai", Peran.LABEL))
        rentang.addWidget(self.sampai)
        rentang.addStretch(1)
        self._baris_bulan = BarisIsian("Bulan", self.bulan)
        kartu.isi.addWidget(self._baris_halaman)
        kartu.isi.addWidget(self._baris_bulan)
        kartu.isi.addWidget(self.akan)
        kartu.isi.addStretch(1)
        tata_jendela(self, kartu, (self.kemajuan, self.spanduk), (self.cetak,), self.tutup)

    def _connect(self) -> None:
        self.buku.dipilih.connect(self._on_buku_dipilih)
        self.cara.dipilih.connect(self._on_cara_dipilih)
        self.dari.diubah.connect(self._on_dari_diubah)
        self.sampai.diubah.connect(self._sebut)
        self.bulan.dipilih.connect(self._sebut)
        self.cetak.clicked.connect(self._on_cetak)
        self.tutup.clicked.connect(self.reject)
        self.kemajuan.dihentikan.connect(self.pekerja.hentikan)
        self.pekerja.maju.connect(self._on_maju)
        self.pekerja.selesai.connect(self._on_selesai)
        self.pekerja.gagal.connect(self._on_gagal)
        pasang_pintasan(self, dict.fromkeys(("Ctrl+Enter", "Ctrl+P"), self._on_cetak))

    def _on_buku_dipilih(self) -> None:
        buku = self._buku.get(self.buku.kode())
        if buku is None:
            return
        self.spanduk.sembunyikan()
        try:
            self._keadaan = keadaan = self._service.keadaan(buku.layanan, buku.tahun)
        except OfficerError as galat:
            self._keadaan = None
            self.cetak.setEnabled(False)
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.isi.setText(sebut_keadaan(keadaan))
        banyak = max(1, len(keadaan.halaman))
        self.dari.set_batas(1, banyak)
        self.sampai.set_batas(1, banyak)
        self.sampai.set_value(banyak)
        self.dari.set_value(banyak)
        self._bulan_dari = ""
        terbuka = HALAMAN if keadaan.halaman else SEMUA
        self.cara.set_kode(BELUM if keadaan.belum_dicetak else terbuka)
        self._on_cara_dipilih()

    def _on_cara_dipilih(self) -> None:
        cara = self.cara.kode()
        self._baris_halaman.setVisible(cara == HALAMAN)
        self._baris_bulan.setVisible(cara == BULAN)
        if cara == BULAN and self._bulan_dari != self.buku.kode():
            self._bulan_dari = self.buku.kode()
            self.bulan.set_kode(str(self._find_bulan_terbaru()))
        self._sebut()

    def _find_bulan_terbaru(self) -> int:
        """The last month with a line in the book; 1 = there is none."""
        buku = self._buku[self.buku.kode()]
        for bulan in range(len(NAMA_BULAN), 1, -1):
            try:
                self._service.find_bulan(buku.layanan, buku.tahun, bulan)
            except OfficerError:
                continue
            return bulan
        return 1

    def _on_dari_diubah(self, dari: int) -> None:
        if self.sampai.value() < dari:
            self.sampai.set_value(dari)
        self._sebut()

    def _sebut(self) -> None:
        """Say what a print would take in."""
        keadaan = self._keadaan
        if keadaan is None:
            return
        self.spanduk.sembunyikan()
        kosong = not keadaan.halaman
        self.cetak.setText("Cetak halaman kosong" if kosong else "Cetak")
        try:
            nomor = self._list_nomor(keadaan)
        except OfficerError as galat:
            self.akan.setText(str(galat))
            self.cetak.setEnabled(False)
            return
        self.akan.setText(sebut_akan(nomor, keadaan))
        self.cetak.setEnabled(bool(nomor) or (kosong and self.cara.kode() == SEMUA))

    def _list_nomor(self, keadaan: KeadaanBuku) -> tuple[int, ...]:
        """The chosen pages.

        Raises:
            UserError: there are none in that month.
        """
        cara = self.cara.kode()
        if cara == BELUM:
            return keadaan.belum_dicetak
        if cara == SEMUA or not keadaan.halaman:
            return tuple(h.nomor for h in keadaan.halaman)
        dari, sampai = self.dari.value(), self.sampai.value()
        if cara == BULAN:
            buku = self._buku[self.buku.kode()]
            bulan = int(self.bulan.kode() or 1)
            dari, sampai = self._service.find_bulan(buku.layanan, buku.tahun, bulan)
        return tuple(range(dari, sampai + 1))

    def _siapkan(self) -> TugasBuku:
        buku = self._buku[self.buku.kode()]
        assert self._keadaan is not None
        nomor = self._list_nomor(self._keadaan)
        if nomor:
            return self._service.siapkan_nomor(buku.layanan, buku.tahun, nomor)
        return self._service.siapkan(buku.layanan, buku.tahun)

    def _on_cetak(self) -> None:
        if self.pekerja.sibuk or not self.cetak.isEnabled():
            return
        self.dari.settle()
        self.sampai.settle()
        try:
            tugas = self._siapkan()
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self._set_boleh(False)
        self.kemajuan.mulai(f"Menyusun {tugas.jumlah} halaman…", semua=tugas.jumlah)
        self.pekerja.jalankan(tugas)

    def _set_boleh(self, boleh: bool) -> None:
        for satu in (self.buku, self.cara, self.dari, self.sampai, self.bulan, self.cetak):
            satu.setEnabled(boleh)

    def _on_maju(self, selesai: int, semua: int) -> None:
        self.kemajuan.maju(f"Menyusun halaman {selesai} dari {semua}", selesai, semua)

    def _on_selesai(self, dokumen: object) -> None:
        self.kemajuan.selesai()
        self.accept()
        self.jadi.emit(dokumen)

    def _on_gagal(self, kalimat: str) -> None:
        self.kemajuan.selesai()
        self._set_boleh(True)
        self.spanduk.tampilkan(Nada.INFO if self.kemajuan.berhenti else Nada.BAHAYA, kalimat)
        self.cetak.setFocus()


def sebut_keadaan(keadaan: KeadaanBuku) -> str:
    """How far a book is, in one or two sentences."""
    if not keadaan.halaman:
        return "Buku ini belum berisi catatan."
    belum = len(keadaan.belum_dicetak)
    kata = f"{keadaan.tercatat} nomor. {keadaan.penuh} halaman penuh, {belum} belum dicetak."
    terakhir = keadaan.halaman[-1]
    if not terakhir.tertutup:
        kata += f" Halaman {terakhir.nomor} masih kosong {terakhir.kosong} baris."
    return kata


def sebut_akan(nomor: Sequence[int], keadaan: KeadaanBuku) -> str:
    """What will be printed, in one sentence."""
    if not keadaan.halaman:
        return "Yang dapat dicetak satu halaman kosong, untuk diisi dengan pena."
    if not nomor:
        return "Semua halaman penuh sudah dicetak."
    if len(nomor) == 1:
        return f"Akan dicetak halaman {nomor[0]}."
    return f"Akan dicetak {len(nomor)} halaman, dari halaman {nomor[0]} sampai {nomor[-1]}."
