"""Data are lost or got out: the Kasi writes it down, prints the notice, saves the list of people.

Opens from Ctrl+Shift+K, behind the PIN.
"""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.tanggal import jam, sebut_saat, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.catatan_kantor import sebut_orang
from sooko_desk.services.insiden_isi import (
    SEMUA,
    CadanganHilang,
    Insiden,
    Pelindung,
    PerintahInsiden,
    sebut_batas,
    susun_fakta,
)
from sooko_desk.sop.jadwal_tulis import tidy_jam
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_rapi import IsianRapi
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada
from sooko_desk.ui.tutup_harian.dialog import BUKAN_BERKAS

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

JUDUL = "Data hilang atau bocor"
UNTUK = "catatan data hilang atau bocor"
KETERANGAN = "Dari sini daftar orang yang datanya terkena dapat disimpan."
CATAT_DULU = "Catat dulu dengan Ctrl+Enter; sesudah itu pemberitahuan dan daftarnya dapat dibuat."
_HURUF_PUKUL = 12
_LEBAR_LABEL = 190


def _apa(c: CadanganHilang) -> str:
    return f"Cadangan {sebut_saat(c.dibuat)}" if c.dibuat else "Semua data sampai tanggal"


def _tempat(c: CadanganHilang) -> str:
    return c.tempat


def _banyak(c: CadanganHilang) -> str:
    return "" if c.permohonan is None else str(c.permohonan)


def _kunci(c: CadanganHilang) -> str:
    return f"{c.nama}/{c.tempat}"


_KOLOM: tuple[Kolom[CadanganHilang], ...] = (
    Kolom("Yang hilang", _apa),
    Kolom("Tempat", _tempat, lebar=110),
    Kolom("Permohonan", _banyak, Rata.KANAN, lebar=96),
)


class DialogInsiden(JendelaDaftar):
    """What was lost and when it became known; then paper and list. Show it with `open()`.

    Args:
        kabar: tells here what went wrong with a print.
        pencetak: prints the notice, saves the list.
        petugas: the Kasi whose PIN was right.
        insiden: one that was written down before; None = a new one.
        parent: the window it belongs to.

    Raises:
        RuleError: the officer is not the Kasi.
    """

    def __init__(
        self,
        meja: Meja,
        kabar: Kabar,
        pencetak: Pencetak,
        petugas: Petugas,
        insiden: Insiden | None,
        parent: QWidget,
    ) -> None:
        semua = meja.insiden.list_cadangan(petugas)
        super().__init__(JUDUL, kabar, pencetak, parent)
        self._service = meja.insiden
        self._clock = meja.clock
        self._petugas = petugas
        self._token = uuid.uuid4().hex
        self._insiden: Insiden | None = None
        self.model: RowTableModel[CadanganHilang] = RowTableModel(_KOLOM, _kunci)
        self.tabel: TabelData[CadanganHilang] = TabelData(self.model, "Yang hilang")
        self.sampai = BarisIsian("Semua data sampai tanggal", IsianTanggal())
        self.tanggal = BarisIsian("Diketahui tanggal", IsianTanggal(), wajib=True)
        self.pukul = BarisIsian("Pukul", IsianRapi(tidy_jam, "jj.mm", _HURUF_PUKUL), wajib=True)
        self.pelindung = BarisIsian("Perlindungan", Pilihan("Pilih"), wajib=True)
        self.uraian = BarisIsian(
            "Apa yang terjadi",
            IsianTeks("Misalnya: flashdisk tertinggal di angkutan"),
            wajib=True,
            bantuan="Tanpa nama atau nomor penduduk.",
        )
        self.tindakan = BarisIsian(
            "Yang sudah dilakukan",
            IsianTeks("Misalnya: dilaporkan ke Polsek dan Camat"),
            wajib=True,
        )
        self.terkena = build_label("", Peran.TEBAL)
        self.utama = tombol_utama("Catat", "check", "Ctrl+Enter")
        self.simpan = tombol_kedua("Simpan daftar orang (XLSX)", "download", "Ctrl+S")
        self.cetak.setText("Cetak pemberitahuan")
        self.cetak.setAccessibleName("Cetak pemberitahuan")
        self._build_layout()
        self._connect()
        if insiden is None:
            self._isi_awal(semua)
        else:
            self._tampilkan(insiden)

    def cari_pindaian(self, _kode: str) -> str:
        """A receipt has no place here."""
        return BUKAN_BERKAS

    def mundur(self) -> bool:
        """Nothing is stored before it is written down."""
        return False

    def _build_layout(self) -> None:
        self._kiri = Kartu(
            "Apa yang hilang",
            "Satu flashdisk memuat beberapa cadangan. Pilih yang terbaru di situ: isinya mencakup "
            "yang lebih lama.",
        )
        self._kiri.isi.addWidget(self.tabel, 1)
        self._form = Kartu(JUDUL)
        saat = QHBoxLayout()
        saat.setSpacing(THEME.gap_m)
        saat.addWidget(self.tanggal, 3)
        saat.addWidget(self.pukul, 2)
        self._form.isi.addWidget(self.sampai)
        self._form.isi.addLayout(saat)
        for baris in (self.pelindung, self.uraian, self.tindakan):
            self._form.isi.addWidget(baris)
        self.terkena.setWordWrap(True)
        self._form.isi.addWidget(self.terkena)
        self._form.isi.addStretch(1)
        self._fakta = Kartu(JUDUL)
        self._fakta.hide()
        self.pelindung.input.set_pilihan((str(p), str(p).capitalize()) for p in Pelindung)
        self.susun(
            (self._kiri, 3), (self._form, 2), (self._fakta, 1), bawah=(self.simpan, self.utama)
        )

    def _connect(self) -> None:
        self.tabel.baris_dipilih.connect(self._on_baris_dipilih)
        self.tabel.dibuka.connect(self._on_dibuka)
        for baris in (self.sampai, self.tanggal, self.pukul, self.uraian, self.tindakan):
            baris.input.edited.connect(baris.bersihkan)
        for baris in (self.sampai, self.tanggal, self.pukul):
            baris.input.edited.connect(self._hitung)
        self.pelindung.input.dipilih.connect(self.pelindung.bersihkan)
        self.utama.clicked.connect(self._on_catat)
        self.cetak.clicked.connect(self._on_cetak)
        self.simpan.clicked.connect(self._on_simpan)
        pasang_pintasan(
            self,
            {"Ctrl+Enter": self._on_catat, "Ctrl+P": self._on_cetak, "Ctrl+S": self._on_simpan},
        )

    def _isi_awal(self, semua: tuple[CadanganHilang, ...]) -> None:
        sekarang = self._clock.now()
        hari = tanggal_pendek(hari_ini(self._clock))
        for baris in (self.sampai, self.tanggal):
            baris.input.set_nilai(hari)
        self.pukul.input.setText(jam(sekarang))
        for tombol in (self.cetak, self.simpan):
            tombol.setEnabled(False)
            tombol.setToolTip(CATAT_DULU)
        self.model.set_rows(semua)
        self.tabel.pilih(_kunci(semua[min(1, len(semua) - 1)]))
        self.tabel.setFocus()

    def _perintah(self) -> PerintahInsiden:
        dipilih = self.tabel.baris()
        return PerintahInsiden(
            token=self._token,
            nama=dipilih.nama if dipilih else SEMUA,
            tempat=dipilih.tempat if dipilih else "",
            sampai=self.sampai.input.nilai(),
            tanggal=self.tanggal.input.nilai(),
            pukul=self.pukul.input.nilai(),
            pelindung=self.pelindung.input.kode(),
            uraian=self.uraian.input.nilai(),
            tindakan=self.tindakan.input.nilai(),
        )

    def _on_baris_dipilih(self, satu: CadanganHilang | None) -> None:
        self.sampai.setVisible(satu is not None and satu.nama == SEMUA)
        self._hitung()

    def _on_dibuka(self, satu: CadanganHilang) -> None:
        (self.tanggal if satu.nama else self.sampai).input.setFocus()

    def _hitung(self) -> None:
        """Whom it concerns and how long is left, as far as it can be told by now."""
        perintah, kata = self._perintah(), []
        try:
            permohonan, pemohon = self._service.hitung(perintah, self._petugas)
            kata.append(f"Terkena: {permohonan} permohonan, {sebut_orang(pemohon)} pemohon.")
            batas = self._service.hitung_batas(perintah)
            kata.append(f"Batas 3 x 24 jam: {sebut_batas(batas, self._clock.now())}.")
        except FieldsError:
            pass  # told when it is written down; half a date is no mistake yet
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
        self.terkena.setText("\n".join(kata))

    def _on_catat(self) -> None:
        if self._insiden is not None:
            return
        try:
            insiden = self._service.catat(self._perintah(), self._petugas)
        except FieldsError as galat:
            self._tandai(galat.per_field)
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
        else:
            self._tampilkan(insiden)
            self.katakan(Nada.SELESAI, "Tercatat. Cetak pemberitahuannya, lalu simpan daftarnya.")

    def _tandai(self, salah: dict[str, str]) -> None:
        """Say it at each field; the first wrong one gets the caret."""
        bidang: dict[str, BarisIsian[Any]] = {
            "sampai": self.sampai,
            "tanggal": self.tanggal,
            "pukul": self.pukul,
            "pelindung": self.pelindung,
            "uraian": self.uraian,
            "tindakan": self.tindakan,
        }
        for nama in reversed([n for n in bidang if n in salah]):
            bidang[nama].set_pesan(Nada.BAHAYA, salah[nama])
            bidang[nama].input.setFocus()

    def _tampilkan(self, insiden: Insiden) -> None:
        """It is written down: nothing of it changes any more, paper and list can be made."""
        self._insiden = insiden
        sisa = sebut_batas(insiden.batas, self._clock.now())
        self._fakta.set_judul(f"{JUDUL}: dicatat {sebut_saat(insiden.dicatat)} ({insiden.oleh})")
        self._fakta.set_subjudul(f"Batas pemberitahuan {sisa}.")
        grid = QGridLayout()
        grid.setHorizontalSpacing(THEME.gap_m)
        grid.setVerticalSpacing(THEME.gap_s)
        for nomor, (label, isi) in enumerate(susun_fakta(insiden)):
            kiri, kanan = build_label(label, Peran.REDUP), build_label(isi)
            kiri.setFixedWidth(_LEBAR_LABEL)
            kanan.setWordWrap(True)
            grid.addWidget(kiri, nomor, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(kanan, nomor, 1)
        grid.setColumnStretch(1, 1)
        self._fakta.isi.addLayout(grid)
        self._fakta.isi.addStretch(1)
        for kartu in (self._kiri, self._form):
            kartu.hide()
        self.utama.hide()
        self._fakta.show()
        for tombol in (self.cetak, self.simpan):
            tombol.setEnabled(True)
            tombol.setToolTip("")
        self.cetak.setFocus()

    def _on_cetak(self) -> None:
        if self._insiden is None:
            self.katakan(Nada.PERINGATAN, CATAT_DULU)
            return
        build = partial(self._service.build_dokumen, self._insiden.id)
        self._pencetak.buka_dokumen(build, self._petugas, self)

    def _on_simpan(self) -> None:
        if self._insiden is None:
            self.katakan(Nada.PERINGATAN, CATAT_DULU)
            return
        build = partial(self._service.build_xlsx, self._insiden.id, self._petugas)
        self._pencetak.simpan_xlsx(build, self._petugas, self, self.katakan)
