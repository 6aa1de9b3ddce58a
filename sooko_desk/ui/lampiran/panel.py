"""The scans of one case: papers and scans on the left, the scan that is looked at on the right.

Stands in a window of its own (`JendelaLampiran`) or beside the data at review.
"""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.pindaian import check_pindaian, read_berkas, tampilkan_halaman
from sooko_desk.ui.lampiran.baris_lampiran import (
    BarisBerkas,
    BarisPindaian,
    build_baris,
    sebut_tujuan,
)
from sooko_desk.ui.lampiran.kanvas_dokumen import DokumenGambar
from sooko_desk.ui.lampiran.lembar_salinan import LembarSalinan
from sooko_desk.ui.lampiran.lembar_utama import LembarUtama
from sooko_desk.ui.lampiran.penambah import Penambah, Tugas
from sooko_desk.ui.lampiran.pengawas_folder import PengawasFolder
from sooko_desk.ui.lampiran.sumber_pindaian import SumberBerkas, ada_isi, baca_mime, dari_path
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from sooko_desk.domain.lampiran import Lampiran
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.lampiran.baris_lampiran import Baris
    from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran
    from sooko_desk.ui.lampiran.sumber_pindaian import Sumber

KLIP_KOSONG = "Papan klip tidak berisi gambar atau berkas. Salin dulu gambarnya, lalu tekan Ctrl+V."
TIADA_BARU = (
    "Belum ada pindaian baru. Tambahkan dengan Ctrl+O, tempel dengan Ctrl+V, atau seret ke sini."
)
PILIH_DULU = "Pilih dulu pindaiannya dengan panah."
_SELESAI_DITAMBAH = "{banyak} pindaian ditambahkan{ke}."
_DIHENTIKAN = "Dihentikan: {banyak} pindaian sudah ditambahkan, {sisa} belum."


class PanelLampiran(QWidget):
    """Scans are never compulsory: nothing here stops a step of the case.

    Args:
        kabar: hears of the case after every scan that was added or taken off.
        di_samping: it stands beside the data: list above viewer, fewer buttons.

    Signals:
        menganggur(): nothing is being worked on any more; it may be freed.
    """

    menganggur = Signal()

    def __init__(
        self, meja: Meja, kabar: Kabar, dunia: DuniaLampiran, *, di_samping: bool = False
    ) -> None:
        super().__init__()
        self._meja = meja
        self._kabar = kabar
        self._dunia = dunia
        self._permohonan_id = 0
        self._petugas: Petugas | None = None
        self._masuk: list[Lampiran] = []
        self._diambil: set[Path] = set()
        # As children: what Python alone holds may be collected by a worker thread, and a watcher
        # that dies there takes the program with it.
        self._penambah = Penambah(meja, self)
        self.pengawas = PengawasFolder(dunia.setelan, meja.clock, self)
        self.utama = LembarUtama(sempit=di_samping)
        self.salinan = LembarSalinan(meja, dunia.pilih_simpan)
        self._tumpukan = QStackedLayout(self)
        self._tumpukan.addWidget(self.utama)
        self._tumpukan.addWidget(self.salinan)
        self.setFocusProxy(self.utama)
        self.setAcceptDrops(True)
        self._connect()

    @property
    def sibuk(self) -> bool:
        """Whether work goes on that this widget must outlive."""
        return self._penambah.sibuk or self.utama.kanvas.sibuk or self.salinan.sibuk

    def tampilkan(self, permohonan_id: int, petugas: Petugas) -> None:
        """Show the scans of a case to an officer who is at work.

        What is still being added goes to the case that it was chosen for.
        """
        if (permohonan_id, petugas) != (self._permohonan_id, self._petugas):
            self._permohonan_id, self._petugas = permohonan_id, petugas
            self.utama.bersihkan()
            self.tutup_salinan()
        self.muat_ulang()

    def muat_ulang(self) -> None:
        """Read papers and scans anew; the current line stays."""
        if not self._permohonan_id:
            return
        try:
            permohonan = self._meja.asli.buka(self._permohonan_id)
            lampiran = self._meja.lampiran.list(self._permohonan_id)
        except OfficerError as galat:
            self.utama.katakan(Nada.BAHAYA, str(galat))
            return
        self.utama.daftar.set_baris(build_baris(permohonan.berkas, lampiran))

    def pilih_berkas(self, berkas_kode: str) -> bool:
        """Show the first scan of a paper; False = it has none, and what is shown stays."""
        for baris in self.utama.daftar.model_baris.baris:
            if isinstance(baris, BarisPindaian) and baris.berkas_kode == berkas_kode:
                return self.utama.daftar.pilih(baris.kunci)
        return False

    def lupakan(self) -> None:
        """Stop adding and watching, and let go of every picture."""
        self._penambah.batalkan()
        self.pengawas.berhenti()
        self.utama.kanvas.lupakan()
        self.salinan.lupakan()

    def mundur(self) -> bool:
        """One step back, as Escape does; False = there is nothing to go back from."""
        if self._tumpukan.currentWidget() is self.salinan:
            self.tutup_salinan()
        elif self.utama.is_bertanya():
            self.utama.batal_tanya()
        elif self._penambah.sibuk:
            self.utama.kemajuan.minta_berhenti()
        elif self.utama.kanvas.hasFocus():
            self.utama.daftar.setFocus()
        else:
            return False
        return True

    def ambil_baru(self) -> None:
        """Add what the scanner's folder offers first, to the paper that is current."""
        if self._tumpukan.currentWidget() is self.utama and not self.utama.pita.ambil_satu():
            self.utama.katakan(Nada.INFO, TIADA_BARU)

    def tutup_salinan(self) -> None:
        """Go back from the copy for an upload to the list."""
        if self._tumpukan.currentWidget() is self.salinan:
            self._tumpukan.setCurrentWidget(self.utama)
            self.salinan.lupakan()
            self.utama.daftar.setFocus()

    def tambah(self, sumber: Sequence[Sumber], berkas_kode: str) -> None:
        """Add these to a paper of the case that is shown."""
        if self._petugas is None or not sumber:
            return
        if not self._penambah.sibuk:
            self._masuk.clear()
            self.utama.spanduk.sembunyikan()
        self._penambah.minta(
            [Tugas(satu, self._permohonan_id, berkas_kode, self._petugas) for satu in sumber]
        )

    def event(self, event: QEvent) -> bool:
        """Take what is dragged here; always a copy, so that the source keeps its file."""
        if isinstance(event, QDropEvent):
            self._on_seret(event)
            return True
        if isinstance(event, QDragLeaveEvent):
            self.utama.daftar.set_sasaran(None)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back; further back is the window's."""
        if event.key() != Qt.Key.Key_Escape or not self.mundur():
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the scanner's folder while somebody looks."""
        super().showEvent(event)
        self.pengawas.mulai()
        folder = self.pengawas.folder
        self.utama.set_folder(folder)
        if folder is not None and not folder.is_dir():
            self.utama.katakan(
                Nada.PERINGATAN,
                f"Folder pemindai “{folder}” tidak ada. Pilih lagi dengan tombol Folder pemindai.",
            )

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: watch nothing."""
        super().hideEvent(event)
        self.pengawas.berhenti()

    def _connect(self) -> None:
        utama = self.utama
        utama.daftar.dipilih.connect(self._on_dipilih)
        utama.daftar.dibuka.connect(self._on_dibuka)
        utama.tambah_diminta.connect(self._on_tambah)
        utama.tempel_diminta.connect(self._on_tempel)
        utama.salinan_diminta.connect(self._on_salinan)
        utama.folder_diminta.connect(self._on_folder)
        utama.dilepas.connect(self._on_lepas)
        utama.pita.dilihat.connect(self._on_pita_dilihat)
        utama.pita.diambil.connect(self._on_pita_diambil)
        utama.pita.dilewati.connect(self.pengawas.tuntaskan)
        utama.tolak.dicoba_lagi.connect(self._penambah.minta)
        utama.kemajuan.dihentikan.connect(self._penambah.batalkan)
        utama.kanvas.menganggur.connect(self._sebut_menganggur)
        self.salinan.ditutup.connect(self.tutup_salinan)
        self.salinan.menganggur.connect(self._sebut_menganggur)
        self.pengawas.berubah.connect(self._on_pengawas_berubah)
        self._penambah.maju.connect(self._on_maju)
        self._penambah.ditambahkan.connect(self._on_ditambahkan)
        self._penambah.ditolak.connect(self._on_ditolak)
        self._penambah.berakhir.connect(self._on_berakhir)
        self._kabar.berubah.connect(self._on_kabar_berubah)

    def _sebut_menganggur(self) -> None:
        if not self.sibuk:
            self.menganggur.emit()

    # -- what is looked at

    def _on_dipilih(self, baris: Baris) -> None:
        utama = self.utama
        utama.batal_tanya()
        tujuan = sebut_tujuan(baris, utama.daftar.kepala())
        utama.pita.set_tujuan(tujuan)
        lampiran = self._lampiran(baris)
        utama.set_ada_pindaian(isinstance(baris, BarisPindaian))
        if lampiran is None:
            utama.tampilkan_kosong(tujuan)
            return
        gambar = partial(self._meja.lampiran.halaman, lampiran)
        utama.tampilkan(lampiran.nama, DokumenGambar(str(lampiran.id), lampiran.halaman, gambar))

    def _lampiran(self, baris: Baris) -> Lampiran | None:
        """The scan to look at: the current one, or the first of the current paper."""
        if isinstance(baris, BarisPindaian):
            return baris.lampiran
        semua = self.utama.daftar.model_baris.baris
        milik = (
            b.lampiran
            for b in semua[self.utama.daftar.model_baris.find(baris.kunci) + 1 :][:1]
            if isinstance(b, BarisPindaian)
        )
        return next(milik, None)

    def _on_dibuka(self, baris: Baris) -> None:
        if isinstance(baris, BarisBerkas) and not baris.banyak:
            self._on_tambah()
        else:
            self.utama.kanvas.setFocus()

    def _on_salinan(self) -> None:
        baris = self.utama.daftar.pindaian()
        if baris is None or self._petugas is None:
            self.utama.katakan(Nada.INFO, PILIH_DULU)
            return
        self._tumpukan.setCurrentWidget(self.salinan)
        self.salinan.buka(baris.lampiran, self._petugas)

    # -- what comes in

    def _on_tambah(self) -> None:
        berkas_kode = self.utama.daftar.berkas_kode()
        tujuan = sebut_tujuan(self.utama.daftar.baris(), self.utama.daftar.kepala())
        paths = self._dunia.pilih_pindaian(f"Tambahkan ke {tujuan}", self.pengawas.folder)
        self.tambah(dari_path(paths), berkas_kode)

    def _on_tempel(self) -> None:
        sumber = baca_mime(QApplication.clipboard().mimeData(), self._meja.clock.now())
        if not sumber:
            self.utama.katakan(Nada.INFO, KLIP_KOSONG)
        self.tambah(sumber, self.utama.daftar.berkas_kode())

    def _on_seret(self, event: QDropEvent) -> None:
        """Drag over the panel (enter, move) or let go of it there."""
        daftar = self.utama.daftar
        is_lepas = event.type() == QEvent.Type.Drop
        if self._tumpukan.currentWidget() is not self.utama or not ada_isi(event.mimeData()):
            daftar.set_sasaran(None)
            event.ignore()
            return
        titik = daftar.viewport().mapFrom(self, event.position().toPoint())
        di_bawah = daftar.berkas_di(titik) if daftar.viewport().rect().contains(titik) else None
        berkas_kode = daftar.berkas_kode() if di_bawah is None else di_bawah
        daftar.set_sasaran(None if is_lepas else berkas_kode)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if is_lepas:
            self.tambah(baca_mime(event.mimeData(), self._meja.clock.now()), berkas_kode)

    def _on_folder(self) -> None:
        folder = self._dunia.pilih_folder("Folder tempat pemindai menyimpan", self.pengawas.folder)
        if folder is not None:
            self.pengawas.pilih(folder)
            self.utama.set_folder(folder)
            self.utama.katakan(
                Nada.INFO,
                f"Pindaian baru di “{folder}” akan ditawarkan di atas selama jendela ini terbuka.",
            )

    def _on_pita_dilihat(self, path: Path) -> None:
        """Its first page, straight from the folder; nothing is stored."""
        kunci = f"baru {uuid.uuid4().hex}"
        dokumen = DokumenGambar(kunci, 1, partial(_gambar_luar, path))
        self.utama.tampilkan(f"Belum ditambahkan: {SumberBerkas(path).nama}", dokumen)

    def _on_pita_diambil(self, paths: tuple[Path, ...]) -> None:
        self._diambil.update(paths)
        self._on_pengawas_berubah()
        self.tambah(dari_path(paths), self.utama.daftar.berkas_kode())

    def _on_pengawas_berubah(self) -> None:
        self.utama.pita.set_baru([p for p in self.pengawas.baru if p not in self._diambil])

    def _on_maju(self, selesai: int, semua: int, nama: str) -> None:
        ke = f"{selesai + 1} dari {semua}: " if semua > 1 else ""
        # Heard after a stop only for what was added since.
        self.utama.kemajuan.mulai(f"Menambahkan {ke}{nama}", selesai, semua)

    def _on_ditambahkan(self, tugas: Tugas, lampiran: Lampiran) -> None:
        if isinstance(tugas.sumber, SumberBerkas):
            self.pengawas.tuntaskan([tugas.sumber.path])
        self._masuk.append(lampiran)
        self._kabar.berubah.emit(tugas.permohonan_id)
        if len(self._masuk) == 1:
            self.utama.daftar.pilih(("pindaian", str(lampiran.id)))

    def _on_ditolak(self, tugas: Tugas, kalimat: str) -> None:
        self.utama.tolak.tambah(tugas, kalimat)

    def _on_berakhir(self, dibatalkan: int) -> None:
        self.utama.kemajuan.selesai()
        # What was refused or given up is offered again.
        self._diambil.clear()
        self._on_pengawas_berubah()
        banyak = len(self._masuk)
        if dibatalkan:
            self.utama.katakan(Nada.INFO, _DIHENTIKAN.format(banyak=banyak, sisa=dibatalkan))
        elif banyak:
            kode = {lampiran.berkas_kode for lampiran in self._masuk}
            nama = {b.kode: b.nama for b in self.utama.daftar.kepala()}
            ke = f" ke {nama.get(kode.pop(), '')}" if len(kode) == 1 else ""
            self.utama.katakan(Nada.SELESAI, _SELESAI_DITAMBAH.format(banyak=banyak, ke=ke))
        self._sebut_menganggur()

    # -- what goes

    def _on_lepas(self) -> None:
        baris = self.utama.daftar.pindaian()
        assert baris is not None
        assert self._petugas is not None
        try:
            self._meja.lampiran.lepas(uuid.uuid4().hex, baris.lampiran.id, self._petugas)
        except OfficerError as galat:
            self.muat_ulang()
            self.utama.katakan(Nada.BAHAYA, str(galat))
            return
        self._kabar.berubah.emit(self._permohonan_id)
        self.utama.katakan(
            Nada.SELESAI, f"Pindaian {baris.lampiran.nama} dilepas dari permohonan ini."
        )

    def _on_kabar_berubah(self, permohonan_id: int) -> None:
        if permohonan_id == self._permohonan_id:
            self.muat_ulang()


def _gambar_luar(path: Path, nomor: int, lebar_px: int) -> bytes:
    """A page of a file that is not stored; on a worker thread."""
    isi = read_berkas(path)
    jenis, _ = check_pindaian(isi, path.name)
    return tampilkan_halaman(isi, jenis, nomor, lebar_px)
