"""Ctrl+I: is everything whole, and is there a second copy of it."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from sooko_desk.data.periksa_cadangan import HasilPeriksaCadangan
from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.cadangan import MASIH_JALAN, HasilCadangan, kenali_tempat
from sooko_desk.services.cadangan_latihan import LatihanSelesai
from sooko_desk.services.pemeriksaan import HasilPemeriksaan
from sooko_desk.ui.jaga.fakta_latihan import FaktaLatihan
from sooko_desk.ui.jaga.kartu_kerja import KartuKerja
from sooko_desk.ui.jaga.kartu_kode import KartuKode
from sooko_desk.ui.jaga.kartu_tempat import KartuTempat
from sooko_desk.ui.jaga.kata import (
    sebut_cadangan,
    sebut_folder,
    sebut_latihan,
    sebut_pemeriksaan,
    sebut_periksa_cadangan,
    sebut_terakhir,
)
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tombol import Tombol, tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.lampiran.dunia_lampiran import pilih_folder_sistem
from sooko_desk.ui.pekerja import Pekerja
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.indeks import PeriksaIndeks
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pemeriksaan import TugasPemeriksaan
    from sooko_desk.ui.jaga.latar import CadanganLatar
    from sooko_desk.ui.lampiran.dunia_lampiran import PilihFolder

JUDUL = "Pemeriksaan dan cadangan"
LEBAR, TINGGI = 1080, 690
MENYALIN = "Menyalin"


class DialogJaga(QDialog):
    """Checks and backs up; show it with `open()`. It frees itself after closing.

    While something is being worked on, Escape stops it and the window stays.

    Args:
        meja: checks and backups, and the recovery code.
        latar: makes the automatic backups.
        petugas: who is at work; any officer may.
        parent: the window it belongs to.
        pilih_folder: asks for a folder (title, the folder until now); None when given up.

    Signals:
        berita_acara(): the month's report of all backups is wanted.
        pulihkan(): a backup is to be restored.
    """

    berita_acara = Signal()
    pulihkan = Signal()

    def __init__(
        self,
        meja: Meja,
        latar: CadanganLatar,
        petugas: Petugas,
        parent: QWidget,
        pilih_folder: PilihFolder = pilih_folder_sistem,
    ) -> None:
        super().__init__(parent)
        jaga = self._jaga = meja.jaga
        self._latar = latar
        self._petugas = petugas
        self._pilih_folder = pilih_folder
        self.pekerja = Pekerja(self)
        self.pemeriksaan = KartuKerja(
            "Periksa register dan pindaian",
            "Membaca seluruh register dan setiap pindaian di komputer ini, lalu menyebutkan yang "
            "rusak.",
        )
        self.cadangan = KartuKerja(
            "Cadangkan ke flashdisk atau cakram kedua",
            "Menyalin register, kuncinya, dan pindaian yang belum ada di sana, lalu membacanya "
            "kembali.",
        )
        self.tempat = KartuTempat(jaga.tempat, latar, petugas, pilih_folder)
        self.latihan = FaktaLatihan(jaga.latihan, latar)
        self.kode = KartuKode(meja.kunci_kertas, petugas)
        self._tugas: TugasPemeriksaan | None = None
        self._indeks: PeriksaIndeks | None = None
        self._bekerja = self.pemeriksaan
        self._kata = ""
        self._gagal = False
        self.periksa = tombol_kedua("Periksa", "checklist", "F5")
        self.terakhir = build_label("", Peran.TEBAL)
        self.folder = BarisIsian(
            "Folder cadangan", QLineEdit(), bantuan="Misalnya huruf flashdisk-nya, E:\\"
        )
        self.pilih = tombol_kedua("Pilih folder", "folder-open", "Ctrl+O")
        self.cadangkan = tombol_utama("Cadangkan", "database", "Ctrl+Enter")
        self.periksa_cadangan = tombol_kedua("Periksa cadangan", "checklist", "F6")
        self.cetak = tombol_kedua("Berita acara pencadangan", "printer", "Ctrl+P")
        self.pulih = tombol_kedua("Pulihkan dari cadangan", "history", "Ctrl+Shift+R")
        self.berlatih = tombol_kedua("Latihan pemulihan", "refresh", "F7")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self._build_layout()
        self._connect()
        self._isi_awal()

    def reject(self) -> None:
        """Stop what is being worked on; otherwise close."""
        if self.pekerja.sibuk:
            self._bekerja.kemajuan.minta_berhenti()
            return
        super().reject()

    def _build_layout(self) -> None:
        self.setWindowTitle(JUDUL)
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        self.terakhir.setWordWrap(True)
        self.pemeriksaan.isi.addLayout(_baris(self.periksa))
        self.pemeriksaan.add_hasil()
        isi = self.cadangan.isi
        isi.addWidget(self.terakhir)
        self.folder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tujuan = QHBoxLayout()
        tujuan.setSpacing(THEME.gap_s)
        tujuan.addWidget(self.folder, 1)
        tujuan.addWidget(self.pilih, 0, Qt.AlignmentFlag.AlignVCenter)  # the field's own middle
        isi.addLayout(tujuan)
        isi.addLayout(_baris(self.cadangkan, self.periksa_cadangan))
        self.cadangan.add_hasil()
        kartu = QHBoxLayout()
        kartu.setSpacing(THEME.gap_s)
        kartu.addWidget(self.pemeriksaan, 1)
        kartu.addWidget(self.cadangan, 1)
        bawah = QHBoxLayout()
        bawah.addWidget(self.cetak)
        bawah.addWidget(self.pulih)
        bawah.addWidget(self.berlatih)
        bawah.addStretch(1)
        bawah.addWidget(self.tutup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addLayout(kartu, 1)
        self.tempat.fakta.addWidget(self.latihan)
        layout.addWidget(self.tempat)
        layout.addWidget(self.kode)
        layout.addLayout(bawah)

    def _connect(self) -> None:
        self.finished.connect(self.deleteLater)
        self.periksa.clicked.connect(self._on_periksa)
        self.cadangkan.clicked.connect(self._on_cadangkan)
        self.periksa_cadangan.clicked.connect(self._on_periksa_cadangan)
        self.berlatih.clicked.connect(self._on_latihan)
        self.pilih.clicked.connect(self._on_pilih)
        self.cetak.clicked.connect(self.berita_acara)
        self.pulih.clicked.connect(self._on_pulih)
        self.tutup.clicked.connect(self.reject)
        self.folder.input.textEdited.connect(self.folder.bersihkan)
        self.folder.input.returnPressed.connect(self._on_folder_return_pressed)
        for kartu in (self.pemeriksaan, self.cadangan):
            kartu.kemajuan.dihentikan.connect(self.pekerja.hentikan)
        self.pekerja.maju.connect(self._on_maju)
        self.pekerja.berhasil.connect(self._on_berhasil)
        self.pekerja.gagal.connect(self._on_gagal)
        self.pekerja.berakhir.connect(self._on_berakhir)
        kunci: dict[str, Callable[[], object]] = {
            "F5": self._on_periksa,
            "F6": self._on_periksa_cadangan,
            "F7": self._on_latihan,
            "Ctrl+O": self._on_pilih,
            "F8": self.tempat.pilih_flashdisk,
            "Ctrl+S": self.tempat.simpan_isian,
            "Ctrl+N": self.kode.baru.click,
            "Ctrl+U": self.kode.uji.click,
            "Ctrl+P": self.berita_acara.emit,
            "Ctrl+Shift+R": self._on_pulih,
            "Ctrl+Enter": self._on_cadangkan,
        }
        pasang_pintasan(self, kunci)

    def _isi_awal(self) -> None:
        terakhir = self._sebut_terakhir()
        self.folder.input.setText(sebut_folder(terakhir))
        (self.folder.input if terakhir is None else self.cadangkan).setFocus()

    def _sebut_terakhir(self) -> Path | None:
        """Say when the last backup was made; returns where."""
        try:
            catatan = self._jaga.cadangan.terakhir
        except OfficerError as galat:
            self.cadangan.katakan(Nada.BAHAYA, str(galat))
            return None
        nada, kalimat = sebut_terakhir(catatan)
        set_style_state(self.terakhir, "nada", str(nada))
        self.terakhir.setText(kalimat)
        return catatan.folder if catatan else None

    @property
    def _tujuan(self) -> Path:
        return Path(self.folder.input.text().strip())

    def _on_folder_return_pressed(self) -> None:
        kosong = not self.folder.input.text().strip()
        (self.pilih if kosong else self.cadangkan).setFocus()

    def _on_pulih(self) -> None:
        if not self.pekerja.sibuk:
            self.pulihkan.emit()

    def _on_pilih(self) -> None:
        if self.pekerja.sibuk:
            return
        kini = self._tujuan if self.folder.input.text().strip() else None
        folder = self._pilih_folder("Folder cadangan", kini)
        if folder is not None:
            self.folder.input.setText(str(folder))
            self.folder.bersihkan()
            self.cadangkan.setFocus()

    def _on_periksa(self) -> None:
        self._mulai(self.pemeriksaan, "Membaca", self._siapkan_periksa)

    def _siapkan_periksa(self, kemajuan: Kemajuan) -> Callable[[], HasilPemeriksaan]:
        tempat = (t.tempat.folder for t in self._latar.temuan.terpasang)
        self._tugas = self._jaga.pemeriksaan.siapkan(kemajuan, tempat)
        self._indeks = self._jaga.indeks.siapkan_periksa()
        return partial(_periksa, self._tugas, self._indeks)

    def _on_cadangkan(self) -> None:
        service, folder = self._jaga.cadangan, self._tujuan
        self._mulai(self.cadangan, MENYALIN, lambda k: service.siapkan(folder, k).jalankan)

    def _on_periksa_cadangan(self) -> None:
        service, folder = self._jaga.cadangan, self._tujuan
        self._mulai(self.cadangan, "Membaca", lambda k: partial(service.periksa, folder, k))

    def _on_latihan(self) -> None:
        self._mulai(self.cadangan, "Memulihkan", self._siapkan_latihan)

    def _siapkan_latihan(self, kemajuan: Kemajuan) -> Callable[[], LatihanSelesai]:
        """Of the folder that is chosen; without one, of the first place that is plugged in."""
        terpasang = self._latar.temuan.terpasang
        if terpasang and not self.folder.input.text().strip():
            return self._jaga.latihan.siapkan(terpasang[0].tempat, kemajuan)
        return self._jaga.latihan.siapkan_folder(self._tujuan, kemajuan)

    def _mulai(
        self, kartu: KartuKerja, kata: str, siapkan: Callable[[Kemajuan], Callable[[], object]]
    ) -> None:
        if self.pekerja.sibuk:
            return
        self._bekerja, self._kata, self._gagal = kartu, kata, False
        kartu.bersihkan()
        kartu.kemajuan.mulai(f"{kata}…")
        self._set_boleh(False)
        self.pekerja.jalankan(siapkan)

    def _set_boleh(self, boleh: bool) -> None:
        """Meanwhile the focus stands where a second Enter does nothing."""
        if not boleh:
            self.folder.input.setFocus()
        for tombol in (
            self.periksa,
            self.cadangkan,
            self.pilih,
            self.periksa_cadangan,
            self.berlatih,
        ):
            tombol.setEnabled(boleh)
        self.folder.input.setReadOnly(not boleh)

    def _on_maju(self, selesai: int, semua: int) -> None:
        self._bekerja.kemajuan.maju(f"{self._kata} {selesai} dari {semua}", selesai, semua)

    def _on_berhasil(self, hasil: object) -> None:
        if isinstance(hasil, HasilPemeriksaan):
            assert self._tugas is not None
            hasil = self._tugas.selesaikan(hasil)
            self._latar.berubah.emit()
            nada, kalimat = sebut_pemeriksaan(hasil)
            kalimat = " ".join(filter(None, (kalimat, self._selesaikan_indeks())))
            self._bekerja.katakan(nada, kalimat, hasil.temuan)
        elif isinstance(hasil, HasilPeriksaCadangan):
            catat = partial(self._jaga.cadangan.catat_periksa, hasil)
            self._catat(catat, sebut_periksa_cadangan(hasil), hasil.temuan)
        elif isinstance(hasil, HasilCadangan):
            self._catat(partial(self._jaga.cadangan.catat, hasil), sebut_cadangan(hasil))
            self._sebut_terakhir()
            self._latar.cari()
        elif isinstance(hasil, LatihanSelesai):
            catat = partial(self._jaga.latihan.catat, hasil)
            self._catat(catat, sebut_latihan(hasil), hasil.hasil.temuan)
            self._latar.berubah.emit()

    def _selesaikan_indeks(self) -> str:
        assert self._indeks is not None
        try:
            return self._jaga.indeks.selesaikan(self._indeks)
        except OfficerError as galat:
            return str(galat)

    def _catat(
        self,
        catat: Callable[[Petugas], object],
        sebutan: tuple[Nada, str],
        temuan: Sequence[str] = (),
    ) -> None:
        """Write down how it ended, and say so."""
        nada, kalimat = sebutan
        try:
            catat(self._petugas)
        except OfficerError as galat:
            nada, kalimat = Nada.PERINGATAN, f"{kalimat} Belum tercatat: {galat}"
        self.cadangan.katakan(nada, kalimat, temuan)

    def _on_gagal(self, kalimat: str) -> None:
        berhenti = self._bekerja.kemajuan.berhenti
        self._gagal = not berhenti
        if self._gagal and self._bekerja is self.cadangan and self._kata == MENYALIN:
            self._catat_gagal(kalimat)
        self._bekerja.katakan(Nada.INFO if berhenti else Nada.BAHAYA, kalimat)

    def _catat_gagal(self, kalimat: str) -> None:
        if self._tujuan.is_absolute() and kalimat != MASIH_JALAN:
            with contextlib.suppress(OfficerError):  # the sentence itself is shown anyway
                tempat = kenali_tempat(self._tujuan)
                self._jaga.cadangan.catat_gagal(tempat, kalimat, self._petugas)

    def _on_berakhir(self) -> None:
        self._bekerja.kemajuan.selesai()
        self._set_boleh(True)
        if self._bekerja is self.pemeriksaan:
            self.periksa.setFocus()
        elif self._gagal:  # most often it is the place
            self.folder.input.setFocus()
            self.folder.input.selectAll()
        else:
            self.cadangkan.setFocus()


def _periksa(tugas: TugasPemeriksaan, indeks: PeriksaIndeks) -> HasilPemeriksaan:
    indeks.jalankan()
    return tugas.jalankan()


def _baris(*tombol: Tombol) -> QHBoxLayout:
    baris = QHBoxLayout()
    baris.setSpacing(THEME.gap_s)
    for satu in tombol:
        baris.addWidget(satu)
    baris.addStretch(1)
    return baris
