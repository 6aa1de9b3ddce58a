"""Ctrl+G: the "SIAK gangguan" switch, its light in the page's head, and the month's outages."""

from __future__ import annotations

import datetime as dt
import uuid
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError, PeringatanError
from sooko_desk.domain.gangguan import BELUM_SELESAI
from sooko_desk.domain.tanggal import NAMA_BULAN, jam, sebut_saat
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.gangguan import SaatTeks
from sooko_desk.services.jadwal import sebut_menit
from sooko_desk.sop.jadwal_tulis import tidy_jam
from sooko_desk.ui.kabar import SEMUA_PERMOHONAN
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_rapi import IsianRapi
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import Gaya, Tombol, tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from sooko_desk.domain.gangguan import Gangguan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.gangguan import GangguanService, LamaGangguan
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar

LEBAR, TINGGI = 980, 580
SEKALI_LAGI = "Bila benar baru pulih sekarang, tekan Ctrl+Enter sekali lagi."

_HURUF_PUKUL = 12


class Modus(Enum):
    """What the main button of the window does."""

    MULAI = auto()
    SELESAI = auto()
    BETULKAN = auto()


_TOMBOL = {
    Modus.MULAI: "Catat gangguan",
    Modus.SELESAI: "SIAK sudah pulih",
    Modus.BETULKAN: "Simpan pembetulan",
}
_BANTUAN_PUKUL = {
    Modus.MULAI: "Mulai gangguan",
    Modus.SELESAI: "SIAK pulih",
    Modus.BETULKAN: "SIAK pulih",
}


class LampuSiak(Tombol):
    """Quiet while SIAK works; red, with the hour, while it does not. `clicked` asks for Ctrl+G."""

    def __init__(self, service: GangguanService, clock: Clock) -> None:
        super().__init__("SIAK", Gaya.TEKS, "circle-check", "Ctrl+G")
        self._service = service
        self._clock = clock
        self._tampilkan(None)

    def segarkan(self) -> None:
        """Show what the log says now; what it said before stays when it cannot be read."""
        try:
            berjalan = self._service.berjalan
        except OfficerError:
            return  # whatever else is read next tells why
        self._tampilkan(berjalan)

    @property
    def is_gangguan(self) -> bool:
        """Whether it tells of an outage; then its words are long."""
        return self._gaya is Gaya.BAHAYA

    def _tampilkan(self, gangguan: Gangguan | None) -> None:
        gaya = Gaya.TEKS if gangguan is None else Gaya.BAHAYA
        teks = "SIAK"
        if gangguan is not None:
            mulai = ke_wib(gangguan.mulai)
            hari = "" if mulai.date() == hari_ini(self._clock) else f"{mulai:%d/%m} "
            teks = f"SIAK gangguan sejak {hari}{jam(gangguan.mulai)}"
        self._gaya = gaya
        self._nama_ikon = "circle-check" if gangguan is None else "alert-triangle"
        self.setText(teks)
        keterangan = "SIAK berjalan; catat bila gangguan" if gangguan is None else teks
        self.setAccessibleName(keterangan)
        self.setToolTip(f"{keterangan} (Ctrl+G)")
        set_style_state(self, "gaya", str(gaya))
        self.updateGeometry()


def _mulai(b: LamaGangguan) -> str:
    return sebut_saat(b.gangguan.mulai)


def _selesai(b: LamaGangguan) -> str:
    return sebut_saat(b.gangguan.selesai) if b.gangguan.selesai else "masih berjalan"


def _nada_selesai(b: LamaGangguan) -> Nada | None:
    return None if b.gangguan.selesai else Nada.BAHAYA


def _menit(b: LamaGangguan) -> str:
    return str(b.menit)


def _urut_menit(b: LamaGangguan) -> int:
    return b.menit


def _urut_mulai(b: LamaGangguan) -> dt.datetime:
    return b.gangguan.mulai


def _urut_selesai(b: LamaGangguan) -> dt.datetime:
    return b.gangguan.selesai or BELUM_SELESAI


def _keterangan(b: LamaGangguan) -> str:
    return " ".join(x for x in (b.gangguan.alasan, *b.gangguan.catatan) if x) or "–"


def _petugas(b: LamaGangguan) -> str:
    g = b.gangguan
    return " / ".join(dict.fromkeys(x for x in (g.petugas, g.penutup) if x))


def _kunci(b: LamaGangguan) -> int:
    return b.gangguan.id


_KOLOM: tuple[Kolom[LamaGangguan], ...] = (
    Kolom("Mulai", _mulai, lebar=132, sort_key=_urut_mulai),
    Kolom("Pulih", _selesai, lebar=132, chip=_nada_selesai, sort_key=_urut_selesai),
    Kolom("Menit kantor", _menit, Rata.KANAN, lebar=106, sort_key=_urut_menit),
    Kolom("Keterangan", _keterangan),
    Kolom("Dicatat oleh", _petugas, lebar=150),
)


class DialogGangguan(QDialog):
    """Begins and ends an outage; show it with `open()`. It frees itself after closing.

    Ctrl+Enter writes down what the main button says and closes the window; a correction of the
    last end leaves it open. Empty date and hour mean now.

    Args:
        kabar: hears that every queue's minutes may have changed.
        petugas: who is at work.
        parent: the window it belongs to.
    """

    def __init__(self, meja: Meja, kabar: Kabar, petugas: Petugas, parent: QWidget) -> None:
        super().__init__(parent)
        self._service = meja.gangguan
        self._clock = meja.clock
        self._kabar = kabar
        self._petugas = petugas
        self._token = ""
        self._modus = Modus.MULAI
        self._diperingatkan: SaatTeks | None = None
        self._bulan = hari_ini(meja.clock).replace(day=1)
        self.keadaan = build_label("", Peran.TEBAL)
        self.rincian = build_label("", Peran.REDUP)
        self.alasan = BarisIsian("Keterangan", IsianTeks("Misalnya: tidak dapat masuk"))
        self.tanggal = BarisIsian("Tanggal", IsianTanggal("hari ini"))
        self.pukul = BarisIsian("Pukul", IsianRapi(tidy_jam, "sekarang", _HURUF_PUKUL))
        self.spanduk = Spanduk()
        self.utama = tombol_utama("", "check", "Ctrl+Enter")
        self.betulkan = tombol_kedua("Betulkan jam pulih", "pencil", "Ctrl+E")
        self.lalu = tombol_teks("Bulan lalu", "arrow-left", "Alt+←")
        self.berikut = tombol_teks("Bulan berikut", "arrow-right", "Alt+→")
        self.model: RowTableModel[LamaGangguan] = RowTableModel(_KOLOM, _kunci)
        self.tabel: TabelData[LamaGangguan] = TabelData(self.model, "Gangguan SIAK sebulan")
        self.tabel.set_kosong("circle-check", "Tidak ada gangguan", "Bulan ini belum ada catatan.")
        self._build_layout()
        self._connect()
        self.muat_ulang()

    def muat_ulang(self) -> None:
        """Read anew what runs; the main button follows."""
        try:
            berjalan, terakhir = self._service.berjalan, self._service.terakhir
            self._isi_bulan()
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self._set_modus(Modus.MULAI if berjalan is None else Modus.SELESAI)
        self._tampilkan_keadaan(berjalan)
        self.betulkan.setVisible(berjalan is None and terakhir is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the correction first, then the window."""
        if event.key() == Qt.Key.Key_Escape and self._modus is Modus.BETULKAN:
            self.muat_ulang()
            return
        super().keyPressEvent(event)

    def _build_layout(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Gangguan SIAK")
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        self.keadaan.setWordWrap(True)
        self.rincian.setWordWrap(True)
        atas = Kartu("SIAK")
        isian = QHBoxLayout()
        isian.setSpacing(THEME.gap_m)
        isian.addWidget(self.pukul, 2)
        isian.addWidget(self.tanggal, 2)
        isian.addWidget(self.alasan, 6)
        self.pukul.set_lanjutan(self.tanggal, self.alasan)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        tombol.addWidget(self.utama)
        tombol.addWidget(self.betulkan)
        tombol.addStretch(1)
        atas.isi.addWidget(self.keadaan)
        atas.isi.addWidget(self.rincian)
        atas.isi.addLayout(isian)
        atas.isi.addLayout(tombol)
        self._kartu_bulan = Kartu("Gangguan")
        self._kartu_bulan.isi.addWidget(self.tabel, 1)
        tutup = tombol_teks("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        bawah = QHBoxLayout()
        bawah.addWidget(self.lalu)
        bawah.addWidget(self.berikut)
        bawah.addStretch(1)
        bawah.addWidget(tutup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(atas)
        layout.addWidget(self.spanduk)
        layout.addWidget(self._kartu_bulan, 1)
        layout.addLayout(bawah)

    def _connect(self) -> None:
        self.utama.clicked.connect(self._on_utama)
        self.betulkan.clicked.connect(self._on_betulkan)
        self.lalu.clicked.connect(self._on_lalu)
        self.berikut.clicked.connect(self._on_berikut)
        for baris in (self.alasan, self.tanggal, self.pukul):
            baris.input.edited.connect(baris.bersihkan)
            baris.input.returnPressed.connect(self._on_isian_return_pressed)
        pasang_pintasan(
            self,
            {
                "Ctrl+Enter": self._on_utama,
                "Ctrl+E": self._on_betulkan,
                "Alt+Left": self._on_lalu,
                "Alt+Right": self._on_berikut,
            },
        )

    def _set_modus(self, modus: Modus) -> None:
        self._modus = modus
        self._token = uuid.uuid4().hex
        self._diperingatkan = None
        for baris in (self.alasan, self.tanggal, self.pukul):
            baris.input.clear()
            baris.bersihkan()
        self.alasan.input.setReadOnly(modus is not Modus.MULAI)
        self.pukul.set_bantuan(_BANTUAN_PUKUL[modus])
        self.utama.setText(_TOMBOL[modus])
        self.utama.setAccessibleName(_TOMBOL[modus])
        self.utama.updateGeometry()
        fokus = {Modus.MULAI: self.alasan.input, Modus.BETULKAN: self.pukul.input}
        fokus.get(modus, self.utama).setFocus()

    def _tampilkan_keadaan(self, berjalan: Gangguan | None) -> None:
        set_style_state(
            self.keadaan, "nada", str(Nada.SELESAI if berjalan is None else Nada.BAHAYA)
        )
        if berjalan is None:
            self.keadaan.setText("SIAK berjalan.")
            self.rincian.setText(
                "Selama gangguan tercatat, waktu langkah yang memerlukan SIAK berhenti dihitung."
            )
            return
        menit = next(b.menit for b in self._service.list_semua() if b.gangguan.id == berjalan.id)
        self.keadaan.setText(
            f"SIAK gangguan sejak {sebut_saat(berjalan.mulai)}, {sebut_menit(menit)} dalam jam "
            "kantor."
        )
        self.rincian.setText(f"Dicatat oleh {berjalan.petugas}.")
        self.alasan.input.set_nilai(berjalan.alasan)

    def _isi_bulan(self) -> None:
        baris = self._service.list_semua(self._bulan)
        self.model.set_rows(baris)
        self._kartu_bulan.set_judul(f"{NAMA_BULAN[self._bulan.month - 1]} {self._bulan.year}")
        jumlah = sum(b.menit for b in baris)
        kata = f"{len(baris)} gangguan, {sebut_menit(jumlah)} dalam jam kantor" if baris else ""
        self._kartu_bulan.set_subjudul(kata)
        self.berikut.setEnabled(self._bulan < hari_ini(self._clock).replace(day=1))

    def _on_lalu(self) -> None:
        self._bulan = (self._bulan - dt.timedelta(days=1)).replace(day=1)
        self._isi_bulan()

    def _on_berikut(self) -> None:
        if self.berikut.isEnabled():
            self._bulan = (self._bulan + dt.timedelta(days=31)).replace(day=1)
            self._isi_bulan()

    def _on_betulkan(self) -> None:
        terakhir = self._service.terakhir
        if not self.betulkan.isVisible() or terakhir is None or terakhir.selesai is None:
            return
        self.spanduk.sembunyikan()
        self._set_modus(Modus.BETULKAN)
        self.betulkan.hide()
        selesai = sebut_saat(terakhir.selesai)
        tanggal, pukul = selesai.split(" ")
        set_style_state(self.keadaan, "nada", "")
        self.alasan.input.set_nilai(terakhir.alasan)
        self.keadaan.setText(f"Betulkan: pulih {selesai}, mulai {sebut_saat(terakhir.mulai)}.")
        self.rincian.setText("Bila bukan gangguan, tulis jam mulainya. Esc = batal.")
        self.tanggal.input.set_nilai(tanggal)
        self.pukul.input.set_nilai(pukul)
        self.pukul.input.selectAll()

    def _on_isian_return_pressed(self) -> None:
        self.utama.setFocus()

    def _on_utama(self) -> None:
        self.spanduk.sembunyikan()
        saat = SaatTeks(self.tanggal.input.nilai(), self.pukul.input.nilai())
        try:
            kalimat = self._catat(saat)
        except FieldsError as galat:
            self._tandai(galat)
        except PeringatanError as galat:
            self._diperingatkan = saat
            kata = " ".join(galat.per_field.values())
            self.spanduk.tampilkan(Nada.PERINGATAN, f"{kata} {SEKALI_LAGI}")
            self.pukul.input.setFocus()
        except OfficerError as galat:
            self.muat_ulang()
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            self._kabar.berubah.emit(SEMUA_PERMOHONAN)
            if kalimat:
                self.muat_ulang()
                self.spanduk.tampilkan(Nada.SELESAI, kalimat)
            else:
                self.accept()

    def _catat(self, saat: SaatTeks) -> str:
        """Write it down; returns words that keep the window open, "" = it closes."""
        if self._modus is Modus.MULAI:
            self._service.mulai(self._token, self.alasan.input.nilai(), self._petugas, saat)
        elif self._modus is Modus.SELESAI:
            dilihat = self._diperingatkan == saat
            self._service.selesai(self._token, self._petugas, saat, peringatan_dilihat=dilihat)
        else:
            baru = self._service.betulkan(self._token, self._petugas, saat)
            return f"Dibetulkan: {_selesai_kata(baru)}."
        return ""

    def _tandai(self, galat: FieldsError) -> None:
        for nama, baris in (
            ("alasan", self.alasan),
            ("tanggal", self.tanggal),
            ("pukul", self.pukul),
        ):
            baris.bersihkan()
            if nama in galat.per_field:
                baris.set_pesan(Nada.BAHAYA, galat.per_field[nama])
                baris.input.setFocus()


def _selesai_kata(gangguan: Gangguan) -> str:
    assert gangguan.selesai is not None  # just stored
    return f"gangguan {sebut_saat(gangguan.mulai)} pulih {sebut_saat(gangguan.selesai)}"
