"""One counter for the tests of whole paths: the real window, hands at its keyboard, its papers."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import shiboken6
from builders import (
    PIN_KASI,
    PIN_OPERATOR,
    SENIN_PAGI,
    make_hasher,
    pasang_kertas,
    salin_kantor,
)
from flows.nomor_terbaca import list_nomor_terbaca
from printing.pdf_baca import page_texts
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.app import build
from sooko_desk.app_lingkungan import AKAR, Lingkungan
from sooko_desk.app_tangan import ALT, CTRL, ENTER, TANPA, Tangan
from sooko_desk.data.folder_pengguna import folder_pengguna
from sooko_desk.data.tabel import TabelPermohonan
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.ui import theme
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.kit.tabel import TabelData
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.setelan import SetelanBerkas

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.ui.cetak.tugas import TugasCetak
    from sooko_desk.ui.panel_permohonan import PanelPermohonan
    from sooko_desk.ui.tab_antrean import TabAntrean

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMA, NIK, NKK = "Suwarti Ningsih", "3516135708459001", "3516132111259001"
PERAN = {PIN_OPERATOR: Peran.OPERATOR, PIN_KASI: Peran.KASI}
KK_LENGKAP = ("1", "2", "3")
"""Digits of the checklist that make I.B.2 complete: F-1.02, old KK, one proof."""
KTP_LENGKAP = ("1", "2", "3")
"""For II.A: letter of the village, F-1.02, copy of the KK."""


def kirim_hapusan() -> None:
    """Let Qt free what was told to go; processEvents alone does not."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Loket:
    """A counter in its own folder. `buka` before use; `tutup` proves that nothing is left behind.

    Attributes:
        data: folder of the register.
        keluar: where papers are saved; keluar_dipilih: False = the officer gives up choosing.
        printer: what `list_printer` answers.
        volume: the sticks that are plugged in.
        cakram: the disks that the system lists, to tell where `data` lies.
        tercetak: what was sent to a printer, once `sampai` is set.
        detik: what the clock shows that nobody can set.
        jawab_jam: a test that lets days pass says that the clock is right; False = it is asked.
    """

    def __init__(self, folder: Path, clock: JamTetap | None = None) -> None:
        self.data = folder / "data"
        self.keluar = folder / "keluar"
        self.keluar.mkdir(parents=True, exist_ok=True)
        self.folder_sop = AKAR / "sop_data"
        self.clock = clock or JamTetap(SENIN_PAGI)
        self.detik = 0.0
        self.jawab_jam = True
        self.printer = ()
        self.volume = []
        self.cakram = []
        self.tercetak = []
        self.sampai = threading.Event()
        self.sampai.set()
        self.keluar_dipilih = True
        if not QApplication.instance().styleSheet():
            theme.apply(QApplication.instance())

    def atur_petugas(self) -> Loket:
        """Skip the first set-up: both officers are there already."""
        salin_kantor(self.data)
        return self

    def pasang_kertas(self) -> None:
        """Skip the ceremony of the recovery code; the program must be open."""
        pasang_kertas(self.store, self.clock)

    @property
    def lingkungan(self) -> Lingkungan:
        dunia = DuniaCetak(
            SetelanBerkas(self.data / "setelan.ini"),
            pilih_berkas=self._pilih_berkas,
            list_printer=lambda: self.printer,
            cetak_pdf=self._cetak,
        )
        return Lingkungan(
            self.data,
            self.folder_sop,
            self.clock,
            make_hasher(),
            dunia,
            detik=lambda: self.detik,
            list_volume=lambda: tuple(self.volume),
            list_cakram=lambda: tuple(self.cakram),
        )

    def buka(self, pin: str = "") -> Loket:
        """Start the program; with a PIN also sign in."""
        self.program = program = build(self.lingkungan)
        self.store, self.meja, self.jendela = program.store, program.meja, program.jendela
        self.tangan = Tangan(self.jendela)
        self.jendela.show()
        self.jendela.mulai()
        if pin:
            self.masuk(pin)
        return self

    def tutup(self) -> None:
        """Close and free the window; no window may stay behind, and no number of a person."""
        self.sampai.set()
        self.program.tutup()
        kirim_hapusan()
        assert not shiboken6.isValid(self.jendela)
        assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []
        assert list_nomor_terbaca(self.data, folder_pengguna()) == []

    # -- the officer's hands

    def tekan(self, tombol: K, *tambahan, kali: int = 1) -> None:
        self.tangan.tekan(tombol, *tambahan, kali=kali)

    def ketik(self, teks: str) -> None:
        self.tangan.ketik(teks)

    def isi(self, *teks: str) -> None:
        self.tangan.isi(*teks)

    def tempel(self, teks: str) -> None:
        """Paste; also for letters that no keyboard here has."""
        QApplication.clipboard().setText(teks)
        self.tekan(K.Key_V, CTRL)

    def masuk(self, pin: str) -> None:
        """Sign in on the page of PINs as whoever owns this PIN."""
        terpilih = self.jendela.masuk.findChild(TabelData).baris()
        if terpilih.peran is not PERAN[pin]:
            self.tekan(K.Key_Down)
        self.tangan.masuk(pin)
        self._jawab_jam()

    def _jawab_jam(self) -> None:
        if self.jawab_jam and self.jendela.penjaga.halaman.isVisible():
            self.tekan(ENTER)

    def ganti(self, pin: str) -> None:
        """F12 and the PIN; nothing when this officer is at work already."""
        if self.jendela.kerja.petugas.peran is not PERAN[pin]:
            self.tangan.ganti_petugas(pin)
            self._jawab_jam()

    def klik(self, widget: QWidget) -> None:
        self.tangan.fokus()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def fokus(self) -> QWidget:
        return self.tangan.fokus()

    # -- intake

    def isi_kk(self, **ganti: str) -> None:
        """Fill the intake form for a KK, reason I.B.2, all of it by keyboard."""
        self.isi_form("1", "I.B.2", KK_LENGKAP, ganti)

    def isi_ktp(self, **ganti: str) -> None:
        """As `isi_kk`, for a first KTP."""
        self.isi_form("2", "II.A", KTP_LENGKAP, ganti)

    def isi_form(self, tombol: str, jenis: str, berkas: tuple[str, ...], ganti: dict) -> None:
        """The applicant, Alt+`tombol`, the reason, and these digits of the checklist."""
        teks = {"nik": NIK, "nama": NAMA, "telepon": "081234569001", "nkk": NKK, "desa": "Japan"}
        teks |= {"alamat": "Jl. Contoh 1", "rt": "1", "rw": "2"} | ganti
        self.ganti_isi("nik", "")
        for bidang in ("nik", "nama", "telepon", "nkk", "desa", "alamat", "rt", "rw"):
            self.isi_bidang(bidang, teks[bidang])
        self.tekan(K(ord(tombol)), ALT)
        self.isi(jenis, *[""] * 7)
        for nomor in ganti.get("berkas", berkas):
            self.ketik(nomor)

    def isi_bidang(self, bidang: str, teks: str) -> None:
        """Go to a field of the intake form, wherever the caret is, and type over what is there."""
        self.ke_bidang(bidang)
        if teks:
            self.tekan(K.Key_A, CTRL)
            self.ketik(teks)
            self.tekan(ENTER)

    def ke_bidang(self, bidang: str) -> None:
        """Tab or Shift+Tab through the intake form until that field has the caret."""
        urutan = [*self.bidang]
        urutan.insert(urutan.index("catatan"), "ceklis")
        fokus = self.fokus()
        di = next((n for n, b in self.bidang.items() if b.input is fokus), "ceklis")
        mundur = urutan.index(di) > urutan.index(bidang)
        for _ in range(30):
            if self.fokus() is self.bidang[bidang].input:
                return
            self.tekan(K.Key_Tab, SHIFT if mundur else TANPA)
        raise LookupError(bidang)

    @property
    def bidang(self):
        """The rows of the intake form by field id."""
        return self.jendela.kerja.penerimaan.form.bidang

    def ganti_isi(self, bidang: str, teks: str) -> None:
        """Go back to a field of the intake form and put other words in place of what is there."""
        self.ke_bidang(bidang)
        self.tekan(K.Key_A, CTRL)
        self.tekan(K.Key_Delete)
        if teks:
            self.tempel(teks)

    def simpan(self) -> Permohonan:
        """Ctrl+Enter, then Escape in the print window that opens; the case as stored."""
        sebelum = self.jumlah()
        self.tekan(ENTER, CTRL)
        assert self.jumlah() == sebelum + 1, self.jendela.kerja.penerimaan.spanduk.teks
        self.tutup_cetak()
        return self.permohonan(self.jumlah())

    # -- queues

    @property
    def tab(self) -> TabAntrean:
        """The queue that is on top."""
        return self.jendela.kerja.tab.currentWidget()

    @property
    def panel(self) -> PanelPermohonan:
        return self.tab.panel

    def buka_tab(self, nomor: int) -> None:
        self.tekan(K(ord(str(nomor))), CTRL)

    def pilih(self, nama: str) -> None:
        """Go down the queue to a case by name and open it."""
        self.tekan(K.Key_Escape)
        self.tekan(K.Key_Home)
        for _ in range(self.tab.model.rowCount()):
            baris = self.tab.daftar.baris()
            if nama.casefold() in baris.ringkasan.pemohon.nama.casefold():
                self.tekan(ENTER)
                return
            self.tekan(K.Key_Down)
        raise LookupError(nama)

    def kerjakan(self, nama: str, **nilai: str) -> None:
        """Open a case, fill what its step asks for and press Ctrl+Enter."""
        self.pilih(nama)
        if self.panel.unggah.isVisible():
            self.tekan(K.Key_A, CTRL)
        self.tangan.isi_borang(self.panel.borang, nilai)
        self.tekan(ENTER, CTRL)

    def ke_tombol(self, label: str) -> None:
        """Go on with Tab until the button with these words has the focus."""
        for _ in range(40):
            if getattr(self.fokus(), "text", str)() == label:
                return
            self.tekan(K.Key_Tab)
        raise LookupError(label)

    def hasil(self, label: str) -> None:
        """Go to an outcome's button by Tab and press it."""
        self.ke_tombol(label)
        self.tekan(ENTER)

    # -- papers

    def _pilih_berkas(self, _judul: str, nama: str) -> Path | None:
        return self.keluar / nama if self.keluar_dipilih else None

    def _cetak(self, pdf: bytes, tugas: TugasCetak) -> None:
        """On a worker thread: the printer takes as long as `sampai` says."""
        self.sampai.wait(15)
        self.tercetak.append((pdf, tugas))

    def tunggu_cetak(self):
        pencetak = self.jendela.pencetak
        self.tangan.tunggu(lambda: pencetak.dialog is not None and pencetak.dialog.isVisible())
        return pencetak.dialog

    def tutup_cetak(self) -> None:
        """Escape out of the print window, and see that it is freed."""
        dialog = self.tunggu_cetak()
        self.tekan(K.Key_Escape)
        self.tangan.tunggu(lambda: self.jendela.pencetak.dialog is None)
        self.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))

    def simpan_cetakan(self) -> list[str]:
        """Ctrl+S in the print window, then Escape; the text of each page."""
        self.tunggu_cetak()
        self.tekan(K.Key_S, CTRL)
        self.izinkan()
        self.tutup_cetak()
        berkas = max(self.keluar.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)
        return page_texts(berkas.read_bytes())

    def izinkan(self) -> None:
        """Type the PIN of the Kasi, if it is asked for, and see that the question goes."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MintaPin):
            self.ketik(PIN_KASI)
            self.tekan(ENTER)
            self.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))

    # -- the register

    def permohonan(self, nomor: int = 1) -> Permohonan:
        return self.store.permohonan.get(nomor)

    def jumlah(self) -> int:
        """How many cases are stored."""
        return TabelPermohonan.select().count()

    def riwayat(self, nomor: int = 1) -> list[tuple[str, str]]:
        """(step, outcome) of a case, oldest first."""
        return [(p.langkah, p.hasil) for p in self.permohonan(nomor).riwayat]


def salin_sop(loket: Loket) -> Path:
    """The office's own SOP folder, empty."""
    folder = loket.data / "sop_data"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
