"""The small window while the program closes: a backup first, unless the officer will not wait."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.cadangan_otomatis import HasilBersama
from sooko_desk.services.cadangan_riwayat import Sebab
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_bahaya, tombol_kedua, tombol_teks
from sooko_desk.ui.pekerja import Pekerja
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.cadangan_riwayat import Tempat
    from sooko_desk.services.jaga import Jaga
    from sooko_desk.ui.jaga.latar import CadanganLatar

JUDUL = "Mencadangkan sebelum menutup"
JANGAN_CABUT = "Mencadangkan sebelum menutup … jangan cabut flashdisk."
BERHENTI = "Menghentikan … jangan cabut flashdisk."
_LEBAR = 540


class DialogTutup(QDialog):
    """Show it with `open()`; accepted = close the program now, rejected = back to work.

    Whatever happens to it, and to the power, a backup is whole or is not there.

    Args:
        petugas: who is at work; None = nobody.
        parent: the window that is to be closed.
    """

    def __init__(
        self, jaga: Jaga, latar: CadanganLatar, petugas: Petugas | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._jaga = jaga
        self._latar = latar
        self._petugas = petugas
        self._tempat: tuple[Tempat, ...] = ()
        self._akhir: Callable[[], None] | None = None
        self._mencari = False
        self.pekerja = Pekerja(self)
        self.teks = build_label(JANGAN_CABUT, Peran.TEBAL)
        self.rincian = build_label("", Peran.REDUP)
        self.bilah = QProgressBar()
        self.spanduk = Spanduk()
        self.tanpa = tombol_bahaya("Tutup tanpa mencadangkan", "x")
        self.ulangi = tombol_kedua("Coba lagi", "refresh", "F5")
        self.kembali = tombol_teks("Kembali bekerja", "arrow-back-up", "Esc")
        self._build_layout()
        self.finished.connect(self.deleteLater)
        self.tanpa.clicked.connect(self._on_tanpa)
        self.ulangi.clicked.connect(self.mulai)
        self.kembali.clicked.connect(self.reject)
        # The button's own: the key is dead while the button is hidden.
        pasang_pintasan(self.ulangi, {"F5": self.ulangi.click})
        self.pekerja.maju.connect(self._on_maju)
        self.pekerja.berhasil.connect(self._on_berhasil)
        self.pekerja.gagal.connect(self._on_gagal)
        self.pekerja.berakhir.connect(self._on_berakhir)
        latar.tenang.connect(self._cari)
        latar.pencari.berakhir.connect(self._on_dicari)

    def mulai(self) -> None:
        """Begin, or begin again; first waits for the backup that is on already."""
        if self.pekerja.sibuk:
            return
        self._latar.henti()
        self.spanduk.sembunyikan()
        self.ulangi.hide()
        self.teks.setText(JANGAN_CABUT)
        self.bilah.setRange(0, 0)
        self.bilah.show()
        if self._latar.pekerja.sibuk:
            self.rincian.setText("Menunggu cadangan yang sedang berjalan.")
        else:
            self._cari()

    def _cari(self) -> None:
        """Look anew: a stick may have come or gone, or got its backup just now."""
        self._mencari = True
        self._latar.cari()

    def _on_dicari(self) -> None:
        if not self._mencari:
            return
        self._mencari = False
        self._tempat = self._latar.list_perlu()
        if not self._tempat:
            self.accept()
            return
        self.rincian.setText(", ".join(t.sebutan for t in self._tempat))
        self.pekerja.jalankan(partial(self._siapkan, self._tempat))

    def reject(self) -> None:
        """Stop and go back to work; a backup that is half written goes."""
        self._berhenti(super().reject)

    def _build_layout(self) -> None:
        self.setWindowTitle(JUDUL)
        self.setFixedWidth(_LEBAR)
        self.bilah.setTextVisible(False)
        self.bilah.setAccessibleName("Kemajuan cadangan")
        self.rincian.setWordWrap(True)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        for satu in (self.tanpa, self.ulangi):
            tombol.addWidget(satu)
        tombol.addStretch(1)
        tombol.addWidget(self.kembali)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_l, THEME.gap_m, THEME.gap_l, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        for isi in (self.teks, self.bilah, self.rincian, self.spanduk):
            layout.addWidget(isi)
        layout.addLayout(tombol)
        self.ulangi.hide()
        self.kembali.setFocus()

    def _siapkan(self, tempat: tuple[Tempat, ...], kemajuan: Kemajuan) -> Callable[[], object]:
        return self._jaga.otomatis.siapkan(tempat, kemajuan).jalankan

    def _berhenti(self, akhir: Callable[[], None]) -> None:
        """Ends with `akhir` as soon as nothing is written any more."""
        self._mencari = False
        if not self.pekerja.sibuk:
            akhir()
            return
        self._akhir = akhir
        self.teks.setText(BERHENTI)
        self.pekerja.hentikan()

    def _on_tanpa(self) -> None:
        self._berhenti(self.accept)

    def _on_maju(self, selesai: int, semua: int) -> None:
        self.bilah.setRange(0, semua)
        self.bilah.setValue(selesai)

    def _on_berhasil(self, hasil: object) -> None:
        assert isinstance(hasil, HasilBersama)
        gagal = [f"{tempat.sebutan}: {kalimat}" for tempat, kalimat in hasil.gagal]
        try:
            self._jaga.otomatis.catat(hasil, self._petugas, Sebab.TUTUP)
        except OfficerError as galat:
            gagal.append(str(galat))
        if gagal:
            self._sebut_gagal(" ".join(gagal))
        elif not hasil.dihentikan and self._akhir is None:
            self._akhir = self.accept

    def _on_gagal(self, kalimat: str) -> None:
        """The quick half failed: the register itself, or this computer's disk."""
        gagal = HasilBersama((), tuple((t, kalimat) for t in self._tempat))
        with contextlib.suppress(OfficerError):  # a register that refuses this was just told
            self._jaga.otomatis.catat(gagal, self._petugas, Sebab.TUTUP)
        self._sebut_gagal(kalimat)

    def _sebut_gagal(self, kalimat: str) -> None:
        self.teks.setText("Belum dicadangkan.")
        self.bilah.hide()
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)
        self.ulangi.show()
        self.ulangi.setFocus()

    def _on_berakhir(self) -> None:
        if self._akhir is not None:
            self._akhir()


class PintuTutup(QObject):
    """Lets the window close once its backups are made, or the officer will not wait for them.

    Args:
        halaman: the page of work, whose window is to be closed.
    """

    def __init__(self, jaga: Jaga, latar: CadanganLatar, halaman: QWidget) -> None:
        super().__init__(halaman)
        self._jaga = jaga
        self._latar = latar
        self._halaman = halaman
        self._boleh = False
        self.dialog: DialogTutup | None = None

    def tahan(self, petugas: Petugas | None) -> bool:
        """Whether closing waits for a backup; the window is closed when that is made.

        When Windows ends the session nobody may wait: the next start makes the backup.
        """
        if self.dialog is not None:
            return True
        if self._boleh or _sesi_berakhir() or not self._latar.list_perlu():
            self._latar.henti()
            return False
        dialog = self.dialog = DialogTutup(self._jaga, self._latar, petugas, self._halaman.window())
        dialog.accepted.connect(self._on_accepted)
        dialog.rejected.connect(self._on_rejected)
        dialog.open()
        dialog.mulai()
        return True

    def _on_accepted(self) -> None:
        self._boleh, self.dialog = True, None
        self._halaman.window().close()

    def _on_rejected(self) -> None:
        self.dialog = None
        self._latar.lanjut()


def _sesi_berakhir() -> bool:
    aplikasi = QGuiApplication.instance()
    return isinstance(aplikasi, QGuiApplication) and aplikasi.isSavingSession()
