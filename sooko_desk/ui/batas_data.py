"""Ctrl+Shift+D: the Kasi restricts the personal data of a case, looks at them, lifts it again."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.services.batas_data import PerintahBatas
from sooko_desk.ui.fakta import Fakta
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.layar_rahasia import rahasiakan_layar
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pembuka_nomor import LAMA_MS
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.permohonan import Peristiwa, Permohonan, Petugas
    from sooko_desk.services.batas_data import KeadaanBatas
    from sooko_desk.services.meja import Meja

LEBAR, TINGGI = 760, 560
"""Px; fits the smallest screen of the office."""
JUDUL = "Batasi data pribadi"
UNTUK_BATAS, UNTUK_CABUT, UNTUK_LIHAT = (
    "pembatasan data pribadi",
    "pencabutan batas data",
    "melihat data yang dibatasi",
)
AKIBAT = (
    "Register adalah buku resmi: tidak ada yang dihapus, dan halaman yang sudah tercatat tetap. "
    "Sesudah dibatasi, nama, NIK, nomor KK, alamat, telepon, isian, dan pindaian permohonan ini "
    "tidak tampil lagi; nomor, desa, tanggal, dan langkahnya tetap. Langkah yang belum selesai "
    "berhenti sampai batasnya dicabut."
)
SELAMA = (
    "Data tampil 20 detik dan dicatat. Isian formulir dan pindaian baru terbuka lagi bila batasnya "
    "dicabut."
)
LAIN = "Permohonan lain dengan NIK yang sama belum dibatasi: {}. Batasi satu per satu bila perlu."


class DialogBatas(QDialog):
    """One case; show it with `open()`. It frees itself after closing.

    Args:
        permohonan_id: the case.
        petugas: the Kasi at work; the PIN is asked again.
        parent: the window it belongs to.

    Signals:
        tersimpan(int): this case was restricted, or is seen again.

    Raises:
        RuleError: as `BatasDataService.buka`.
    """

    tersimpan = Signal(int)

    def __init__(self, meja: Meja, permohonan_id: int, petugas: Petugas, parent: QWidget) -> None:
        keadaan = meja.batas.buka(permohonan_id, petugas)
        super().__init__(parent)
        self._meja, self._petugas = meja, petugas
        self._permohonan = keadaan.permohonan
        self._token = uuid.uuid4().hex
        self._dibatasi = keadaan.peristiwa is not None
        self.alasan = BarisIsian(
            "Alasan",
            IsianTeks("Misalnya: diminta pemohon dengan surat"),
            wajib=True,
            bantuan="Tanpa nama atau nomor penduduk.",
        )
        self.surat = BarisIsian("Nomor surat", IsianTeks("Boleh kosong"))
        self.tanggal = BarisIsian("Tanggal surat", IsianTanggal("Boleh kosong"))
        self.fakta = Fakta(meja.tabel)
        self.spanduk = Spanduk()
        self.utama = tombol_utama(
            "Cabut batas" if self._dibatasi else "Batasi", "check", "Ctrl+Enter"
        )
        self.lihat = tombol_kedua("Lihat 20 detik", "eye", "Ctrl+L")
        self._waktu = QTimer(self)
        self._waktu.setSingleShot(True)
        self._waktu.setInterval(LAMA_MS)
        self._waktu.timeout.connect(self.tutup_data)
        self._build_layout(keadaan)
        self._connect()
        self.alasan.input.setFocus()

    @property
    def terbuka(self) -> bool:
        """Whether the data stand there."""
        return self._waktu.isActive()

    def tutup_data(self) -> None:
        """Let the data go, if they are shown."""
        if self.terbuka:
            self._waktu.stop()
            rahasiakan_layar(self, rahasia=False)
        self.fakta.tampilkan(self._permohonan)
        self.fakta.hide()

    def event(self, event: QEvent) -> bool:
        """Out of sight, or behind another window: nothing stays open."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.WindowBlocked):
            self.tutup_data()
        return super().event(event)

    def _build_layout(self, keadaan: KeadaanBatas) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(JUDUL)
        self.resize(LEBAR, TINGGI)
        r = self._permohonan.ringkasan
        kartu = Kartu(
            f"{r.kode_pindai} · {r.pemohon.nama}", f"{r.jenis_kode} {r.jenis_nama} · {r.status}"
        )
        peristiwa = keadaan.peristiwa
        kata = build_label(AKIBAT if peristiwa is None else _sebut_batas(peristiwa), Peran.BIASA)
        lain = build_label(LAIN.format(", ".join(keadaan.lain)), Peran.TEBAL)
        lain.setVisible(bool(keadaan.lain))
        for label in (kata, lain):
            label.setWordWrap(True)
        kartu.isi.addWidget(kata)
        kartu.isi.addWidget(lain)
        kartu.isi.addWidget(self.alasan)
        surat = QHBoxLayout()
        surat.setSpacing(THEME.gap_m)
        surat.addWidget(self.surat, 3)
        surat.addWidget(self.tanggal, 2)
        kartu.isi.addLayout(surat)
        kartu.isi.addWidget(self.fakta, 20)
        kartu.isi.addStretch(1)
        self.fakta.mata.hide()
        self.fakta.hide()
        self.lihat.setVisible(self._dibatasi)
        tutup = tombol_teks("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        tata_jendela(self, kartu, (self.spanduk,), (self.utama, self.lihat), tutup)

    def _connect(self) -> None:
        for baris in (self.alasan, self.surat, self.tanggal):
            baris.input.edited.connect(baris.bersihkan)
        self.utama.clicked.connect(self._on_utama)
        self.lihat.clicked.connect(self._on_lihat)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_utama, "Ctrl+L": self._on_lihat})

    def _on_utama(self) -> None:
        if not self._dibatasi:
            self._minta(UNTUK_BATAS, "Data permohonan ini tidak tampil lagi.", self._simpan)
        else:
            self._minta(UNTUK_CABUT, "Data permohonan ini tampil lagi seperti biasa.", self._simpan)

    def _on_lihat(self) -> None:
        if self._dibatasi:
            self._minta(UNTUK_LIHAT, SELAMA, self._tampilkan)

    def _minta(self, untuk: str, keterangan: str, lanjut: Callable[[Petugas], None]) -> None:
        """The PIN once more; what is missing is said before it is asked."""
        if not self.alasan.input.nilai():
            self._tandai({"alasan": "Tulis dulu alasannya."})
            return
        minta = MintaPin(self._meja.petugas, self._petugas, untuk, keterangan, self)
        minta.disetujui.connect(partial(self._coba, lanjut))
        minta.open()

    def _coba(self, lanjut: Callable[[Petugas], None], kasi: Petugas) -> None:
        try:
            lanjut(kasi)
        except FieldsError as galat:
            self._tandai(galat.per_field)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))

    def _simpan(self, kasi: Petugas) -> None:
        r = self._permohonan.ringkasan
        perintah = PerintahBatas(
            self._token,
            r.id,
            r.versi,
            self.alasan.input.nilai(),
            self.surat.input.nilai(),
            self.tanggal.input.nilai(),
        )
        service = self._meja.batas
        (service.cabut if self._dibatasi else service.batasi)(perintah, kasi)
        self.accept()
        self.tersimpan.emit(r.id)

    def _tampilkan(self, kasi: Petugas) -> None:
        alasan = self.alasan.input.nilai()
        penuh: Permohonan = self._meja.batas.lihat(self._permohonan.ringkasan.id, alasan, kasi)
        rahasiakan_layar(self, rahasia=True)
        self._waktu.start()
        self.fakta.tampilkan(penuh)
        self.fakta.set_samar(False)
        self.fakta.mata.hide()
        self.fakta.show()
        self.alasan.input.clear()

    def _tandai(self, salah: dict[str, str]) -> None:
        bidang: dict[str, BarisIsian[Any]] = {
            "tanggal": self.tanggal,
            "surat": self.surat,
            "alasan": self.alasan,
        }
        for nama, baris in bidang.items():
            if nama in salah:
                baris.set_pesan(Nada.BAHAYA, salah[nama])
                baris.input.setFocus()


def _sebut_batas(p: Peristiwa) -> str:
    """When, by whom and why it was restricted."""
    surat = f" Surat: {p.rincian['Surat']}." if "Surat" in p.rincian else ""
    kata = f"Dibatasi {sebut_saat(p.waktu)} oleh {p.petugas}: {p.alasan.rstrip('.')}.{surat}"
    return f"{kata}\n{SELAMA}"
