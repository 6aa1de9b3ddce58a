"""The strip itself: narrow, above all windows, and never in the way of SIAK's keyboard.

A click on it does not take the focus from the browser in which SIAK is typed; only F4 pressed
again, or a click into the field of the reference, gives it the keyboard until it is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.isian import check_isian
from sooko_desk.services.pendamping import UrutanSalin
from sooko_desk.ui.kit.isian_teks import tidy_text
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.pendamping.lembar_salin import LembarSalin
from sooko_desk.ui.pendamping.tempat import clamp, find_layar, read_tempat, write_tempat
from sooko_desk.ui.pendamping.tombol_global import find_kunci, kunci_berikut
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.domain.sop import Isian
    from sooko_desk.services.pendamping import ButirSalin, Jejak
    from sooko_desk.ui.cetak.dunia_cetak import Setelan
    from sooko_desk.ui.pendamping.papan_klip import PenjagaPapanKlip
    from sooko_desk.ui.pendamping.tombol_global import TombolGlobal

LEBAR = 320
TINGGI_TERKECIL = 520
KUNCI_TEMPAT, KUNCI_TOMBOL = "pendamping/tempat", "pendamping/tombol"
_DIAM = Qt.WindowType.WindowDoesNotAcceptFocus


@dataclass(frozen=True, slots=True)
class TugasSalin:
    """One step of one case that is typed into SIAK.

    Attributes:
        referensi: the field for SIAK's number; None = the step does not ask for it.
        hari_ini: in WIB.
    """

    permohonan: Permohonan
    daftar: tuple[ButirSalin, ...]
    referensi: Isian | None
    hari_ini: dt.date


@dataclass(slots=True)
class KerjaSalin:
    """How far the officer is with a step; lives as long as the program.

    Attributes:
        jejak: see `UrutanSalin`.
        referensi: SIAK's number as far as it was typed.
        diakhiri: the officer wants to close the step although values are left.
    """

    jejak: dict[str, Jejak] = field(default_factory=dict)
    referensi: str = ""
    diakhiri: bool = False


class JendelaPendamping(QWidget):
    """One per program; shown with `tampilkan`, kept while hidden.

    It has no parent: Windows would hide it with the main window when that is made small.

    Args:
        penjaga: takes what is copied.
        setelan: remembers place and key.
        tombol: the key that works inside SIAK.

    Signals:
        selesai(int, str): SIAK is done with this case; its reference, "" where none is asked for.
    """

    selesai = Signal(int, str)

    def __init__(self, penjaga: PenjagaPapanKlip, setelan: Setelan, tombol: TombolGlobal) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint | _DIAM)
        self._penjaga = penjaga
        self._setelan = setelan
        self._tombol = tombol
        self._kunci_global = find_kunci(setelan.get(KUNCI_TOMBOL))
        self._tugas: TugasSalin | None = None
        self._kerja = KerjaSalin()
        self.urutan = UrutanSalin((), {})
        self.lembar = LembarSalin()
        self.terkunci = Kosong("lock", "Terkunci", "Masuk dengan PIN untuk melanjutkan.")
        self._tumpuk = QStackedWidget()
        self._build_layout()
        self._connect()

    @property
    def permohonan_id(self) -> int | None:
        """Id of the case that is shown."""
        return None if self._tugas is None else self._tugas.permohonan.ringkasan.id

    def tampilkan(self, tugas: TugasSalin, kerja: KerjaSalin) -> None:
        """Show a step and go on where its officer left off."""
        self.urutan = UrutanSalin(tugas.daftar, kerja.jejak)
        self._set_tugas(tugas, kerja)
        self._letakkan()
        self.show()
        self._letakkan()  # only now the window has a frame
        self._pasang_tombol()

    def perbarui(self, tugas: TugasSalin, kerja: KerjaSalin) -> None:
        """The officer changed the form: the same step with other values, at the same place."""
        kunci = self.urutan.butir.kunci if self.urutan.butir else ""
        self.urutan = UrutanSalin(tugas.daftar, kerja.jejak)
        for n, butir in enumerate(tugas.daftar):
            if butir.kunci == kunci and butir.nilai:
                self.urutan.kini = n
        self._set_tugas(tugas, kerja)

    def fokus(self) -> None:
        """Take the keyboard until the officer goes elsewhere."""
        if self.isVisible() and self._tumpuk.currentWidget() is self.lembar:
            self._letakkan()
            self.windowHandle().setFlag(_DIAM, False)
            self.activateWindow()

    def kunci(self) -> None:
        """Hide every value: nobody is signed in."""
        self._tumpuk.setCurrentWidget(self.terkunci)
        self._tombol.lepas()

    def buka_kunci(self) -> None:
        """Somebody signed in."""
        self._tumpuk.setCurrentWidget(self.lembar)
        if self.isVisible():
            self._pasang_tombol()

    def tolak(self, kalimat: str) -> None:
        """The step was not recorded; says why."""
        self.lembar.akhir.tolak(kalimat)

    def salin(self) -> None:
        """Copy the next value and tick it; with none left SIAK's reference is asked for."""
        self._salin(self.urutan.salin())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter copy, the arrows leave out and go back, Esc closes."""
        if self._tumpuk.currentWidget() is not self.lembar:
            event.ignore()
            return
        tombol = self.lembar.tombol_untuk(event)
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif tombol is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            tombol.click()

    def changeEvent(self, event: QEvent) -> None:
        """Left again: clicks do not take the focus any more."""
        super().changeEvent(event)
        lepas = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if lepas and (handle := self.windowHandle()) is not None:
            handle.setFlag(_DIAM, True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hidden, not forgotten: F4 brings it back."""
        if self.isVisible():
            layar = self.screen().availableGeometry()
            self._setelan.set(KUNCI_TEMPAT, write_tempat(self.frameGeometry(), layar))
        self._tombol.lepas()
        self._penjaga.kosongkan()
        super().closeEvent(event)

    def _build_layout(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle("Pendamping SIAK")
        self.setFixedWidth(LEBAR)
        self.setMinimumHeight(TINGGI_TERKECIL)
        self._tumpuk.addWidget(self.lembar)
        self._tumpuk.addWidget(self.terkunci)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_s, THEME.gap_s, THEME.gap_s, THEME.gap_s)
        layout.addWidget(self._tumpuk)

    def _connect(self) -> None:
        lembar = self.lembar
        lembar.salin.clicked.connect(self.salin)
        lembar.ulang.clicked.connect(self._on_ulang)
        lembar.lewati.clicked.connect(self._on_lewati)
        lembar.mundur.clicked.connect(self._on_mundur)
        lembar.daftar.dipilih.connect(self._on_daftar_dipilih)
        lembar.akhiri.clicked.connect(self._on_akhiri)
        lembar.ganti_tombol.clicked.connect(self._on_ganti_tombol)
        lembar.akhir.dicatat.connect(self._on_akhir_dicatat)
        lembar.akhir.diubah.connect(self._on_akhir_diubah)
        lembar.akhir.minta_fokus.connect(self.fokus)
        lembar.akhir.minta_tempel.connect(self._on_akhir_minta_tempel)
        self._penjaga.sisa_berubah.connect(lembar.set_sisa)

    def _salin(self, butir: ButirSalin | None) -> None:
        if butir is not None:
            self._penjaga.salin(butir.nilai)
        self._setelah()

    def _set_tugas(self, tugas: TugasSalin, kerja: KerjaSalin) -> None:
        self._tugas, self._kerja = tugas, kerja
        r = tugas.permohonan.ringkasan
        self.lembar.set_permohonan(r.kode_pindai, r.pemohon.nama, f"{r.jenis_kode} {r.jenis_nama}")
        self.lembar.akhir.mulai(tugas.referensi, kerja.referensi)
        self.lembar.daftar.set_urutan(self.urutan)
        self._setelah()

    def _setelah(self) -> None:
        habis = self.urutan.find_berikut() is None
        self.lembar.segarkan(self.urutan, akhir=habis or self._kerja.diakhiri)

    def _letakkan(self) -> None:
        """To its old place, or back inside of the screen."""
        layar = [satu.availableGeometry() for satu in QGuiApplication.screens()]
        bingkai = self.frameGeometry()
        lebar_tepi = bingkai.width() - self.width()
        if not self.isVisible():
            teks = self._setelan.get(KUNCI_TEMPAT)
            bingkai = read_tempat(teks, LEBAR + lebar_tepi, layar)
        bingkai = clamp(bingkai, find_layar(bingkai, layar))
        tinggi_tepi = self.frameGeometry().height() - self.height()
        self.resize(LEBAR, bingkai.height() - tinggi_tepi)
        self.move(bingkai.topLeft())

    def _pasang_tombol(self) -> None:
        """Ask for the key that works inside SIAK; another program may have it."""
        ada = self._tombol.pasang(self._kunci_global, self.salin)
        self.lembar.set_tombol_global(
            self._kunci_global.nama, tersedia=self._tombol.tersedia, terpasang=ada
        )

    def _on_ganti_tombol(self) -> None:
        """The next of the few keys there are."""
        self._kunci_global = kunci_berikut(self._kunci_global)
        self._setelan.set(KUNCI_TOMBOL, self._kunci_global.nama)
        self._pasang_tombol()

    def _on_ulang(self) -> None:
        self._salin(self.urutan.ulang())

    def _on_lewati(self) -> None:
        self.urutan.lewati()
        self._setelah()

    def _on_mundur(self) -> None:
        """What is in hand was wrong: it must not be pasted by mistake."""
        self._penjaga.kosongkan()
        self.urutan.mundur()
        self._setelah()

    def _on_daftar_dipilih(self, n: int) -> None:
        self._salin(self.urutan.salin_di(n))

    def _on_akhiri(self) -> None:
        self._kerja.diakhiri = not self._kerja.diakhiri
        self._setelah()

    def _on_akhir_diubah(self, teks: str) -> None:
        self._kerja.referensi = teks

    def _on_akhir_minta_tempel(self) -> None:
        """What we copied ourselves is no number of SIAK's."""
        teks = "" if self._penjaga.is_milik() else QGuiApplication.clipboard().text()
        self.lembar.akhir.terima(tidy_text(teks))

    def _on_akhir_dicatat(self, teks: str) -> None:
        tugas = self._tugas
        assert tugas is not None
        try:
            referensi = tugas.referensi and check_isian(tugas.referensi, teks, tugas.hari_ini)
        except UserError as galat:
            self.lembar.akhir.tolak(str(galat))
            return
        self.selesai.emit(tugas.permohonan.ringkasan.id, referensi or "")
