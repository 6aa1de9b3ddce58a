"""One open case: facts, family and story on the left, the step to do on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.baris_antrean import KATA_PRIORITAS
from sooko_desk.ui.fakta import Fakta
from sooko_desk.ui.kata import list_riwayat, nada_status
from sooko_desk.ui.kit.garis_waktu import GarisWaktu
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.panel_kerabat import PALING_BANYAK, PanelKerabat
from sooko_desk.ui.panel_langkah import PanelLangkah
from sooko_desk.ui.panel_luar import PanelLuar
from sooko_desk.ui.pembuka_nomor import PembukaNomor
from sooko_desk.ui.theme import THEME, Nada
from sooko_desk.ui.tombol_hasil import TombolHasil

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from sooko_desk.domain.permohonan import Petugas, TandaBerkas
    from sooko_desk.domain.sop import Langkah
    from sooko_desk.services.alur_kerja import PermohonanTerbuka
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.borang import Borang
    from sooko_desk.ui.kit.pilihan import SegmenPilihan
    from sooko_desk.ui.lampiran.panel import PanelLampiran
    from sooko_desk.ui.simpanan_langkah import SimpananLangkah

BAGIAN_KIRI = 3
"""Share of the width for facts and story; the step has five, scans beside it six."""
TINGGI_RIWAYAT = 76
"""The newest event whole: step, outcome, officer and a line of note; the facts scroll beside it."""
TINGGI_RENDAH = 560
"""Px of the panel below which the cases of a family leave a line to facts and story."""


class PanelPermohonan(QWidget):
    """Shows one case and does its next step.

    Signals:
        dijalankan(int, str): a move of this case was stored; its id, and words for the officer.
        ketinggalan(int, str): refused, because the case moved since it was shown; id and words.
        samping_berubah(bool): scans stand beside the step now, or no more.
        form_diubah(): the officer typed into the step's form.
        buka_permohonan(int): another case, tied to this one, is wanted.
    """

    dijalankan = Signal(int, str)
    ketinggalan = Signal(int, str)
    samping_berubah = Signal(bool)
    form_diubah = Signal()
    buka_permohonan = Signal(int)

    def __init__(
        self, meja: Meja, induk: QWidget, jenis_tombol: type[TombolHasil] = TombolHasil
    ) -> None:
        super().__init__(induk)
        self._meja = meja
        self._petugas: Petugas | None = None
        self._build_samping: Callable[[], PanelLampiran] | None = None
        self.samping: PanelLampiran | None = None
        self.status = Lencana()
        self.prioritas = Lencana()
        self.luar = PanelLuar(meja)
        self.fakta = Fakta(meja.tabel)
        self.kerabat = PanelKerabat()
        self.riwayat = GarisWaktu()
        self._kerja = PanelLangkah(meja, jenis_tombol(self))
        self.hasil = self._kerja.hasil
        self.waktu = self._kerja.waktu
        self.kembali = self._kerja.kembali
        self.spanduk = self._kerja.spanduk
        self.ceklis = self._kerja.ceklis
        self.unggah = self._kerja.unggah
        self.alasan = self._kerja.alasan
        self.nomor = PembukaNomor(meja.catatan, self.fakta, self, lambda: self.permohonan_id)
        self._build_layout()
        pasang_pintasan(
            self,
            {"F5": self._on_data, "F6": self._on_samping, "Ctrl+R": self.luar.buka},
            DI_BAGIAN,
        )
        self._kerja.data.clicked.connect(self._on_data)
        self.ceklis.selectionModel().currentChanged.connect(self._on_ceklis_current_changed)
        self._kerja.form.dibangun.connect(self._on_form_dibangun)
        self._on_form_dibangun()
        self._kerja.form.diubah.connect(self.form_diubah)
        self._kerja.dijalankan.connect(self.dijalankan)
        self._kerja.ketinggalan.connect(self.ketinggalan)
        self.luar.dicatat.connect(self.dijalankan)
        self.kerabat.buka.connect(self.buka_permohonan)
        self.nomor.samar_berubah.connect(self._on_nomor_samar_berubah)
        self.nomor.ditolak.connect(self._on_nomor_ditolak)

    @property
    def permohonan_id(self) -> int | None:
        """Id of the case that is shown."""
        return None if self.terbuka is None else self.terbuka.permohonan.ringkasan.id

    @property
    def terbuka(self) -> PermohonanTerbuka | None:
        """The case that is shown, as it was read."""
        return self._kerja.terbuka

    @property
    def langkah(self) -> Langkah | None:
        """The step that is shown."""
        return self._kerja.langkah

    @property
    def borang(self) -> Borang:
        """The fields of the step; made anew for every step."""
        return self._kerja.borang

    @property
    def simpanan(self) -> SimpananLangkah:
        """Where half-done steps are kept."""
        return self._kerja.simpanan

    @simpanan.setter
    def simpanan(self, simpanan: SimpananLangkah) -> None:
        self._kerja.simpanan = simpanan

    @property
    def pilih_langkah(self) -> SegmenPilihan | None:
        """Choice among the steps that are open; None = there is one."""
        return self._kerja.pilih_langkah

    def tanda(self) -> tuple[TandaBerkas, ...]:
        """See `PanelLangkah.tanda`."""
        return self._kerja.tanda()

    def set_tanda(
        self, tanda: tuple[TandaBerkas, ...], alasan: str = "", *, dapat_diubah: bool
    ) -> None:
        """See `PanelLangkah.set_tanda`."""
        self._kerja.set_tanda(tanda, alasan, dapat_diubah=dapat_diubah)

    def pasang_bawah(self, widget: QWidget) -> None:
        """Put something below the step, where its buttons are."""
        self._kerja.isi.addWidget(widget)

    def batal_alasan(self) -> bool:
        """See `PanelLangkah.batal_alasan`."""
        return self._kerja.batal_alasan()

    def jalankan_utama(self) -> None:
        """See `PanelLangkah.jalankan_utama`."""
        self._kerja.jalankan_utama()

    def fokus_kerja(self) -> None:
        """See `PanelLangkah.fokus_kerja`."""
        self._kerja.fokus_kerja()

    def tampilkan(self, permohonan_id: int, petugas: Petugas) -> None:
        """Show a case as it is stored now; the form stays as it is while nothing changed."""
        try:
            terbuka = self._meja.alur.buka(permohonan_id, petugas)
        except OfficerError as galat:
            self._kerja.tolak(str(galat))
            self.kerabat.tampilkan(())
            return
        self.kerabat.tampilkan(terbuka.kerabat)
        self.luar.tampilkan(terbuka, petugas)
        if self._is_tampak(terbuka, petugas):
            self._kerja.segarkan(terbuka)
            return
        self._petugas = petugas
        self.nomor.set_petugas(petugas)
        if self.samping is not None and self.is_samping():
            self.samping.tampilkan(permohonan_id, petugas)
        permohonan = terbuka.permohonan
        self._kepala.set_judul(f"Tanda bukti {permohonan.ringkasan.kode_pindai}")
        self.status.set_isi(permohonan.ringkasan.status, nada_status(permohonan.ringkasan))
        self.prioritas.set_isi(KATA_PRIORITAS.get(permohonan.ringkasan.prioritas, ""), Nada.PROSES)
        self.fakta.tampilkan(permohonan)
        self.riwayat.set_butir(list_riwayat(self._meja.cetak_cerita.susun_cerita(permohonan)))
        self._kerja.tampilkan(terbuka, petugas)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen facts and story need the room more than a third case of the family."""
        super().resizeEvent(event)
        rendah = event.size().height() < TINGGI_RENDAH
        self.kerabat.batasi(PALING_BANYAK - 1 if rendah else PALING_BANYAK)

    def _build_layout(self) -> None:
        self._kepala = Kartu("Permohonan")
        self._kerja.add_kanan(self.prioritas)  # the card that is always there
        self._kepala.isi.addWidget(self.status, 0, Qt.AlignmentFlag.AlignLeft)
        self._kepala.isi.addWidget(self.luar)
        # Beside the form: what was refused is mended there, where the card of facts may be folded.
        self._kerja.isi.insertWidget(2, self.luar.penolakan)
        self._kepala.isi.addWidget(self.fakta)
        self.riwayat.setMinimumHeight(TINGGI_RIWAYAT)
        self._kartu_riwayat = Kartu("Riwayat")
        self._kartu_riwayat.isi.addWidget(self.riwayat, 1)
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self._kepala)
        kiri.addWidget(self.kerabat)
        kiri.addWidget(self._kartu_riwayat, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        self._sisi, self._kiri = layout, kiri
        layout.addLayout(kiri, BAGIAN_KIRI)
        layout.addWidget(self._kerja, 5)

    def _on_nomor_samar_berubah(self, samar: bool) -> None:
        self.borang.set_samar(samar)

    def _on_nomor_ditolak(self, kalimat: str) -> None:
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def _on_form_dibangun(self) -> None:
        """A table wants the whole width; the data are a key away."""
        self._lipat(lipat=self.borang.bertabel or self.is_samping())
        self._kerja.data.setVisible(self.borang.bertabel)

    def pasang_samping(self, build: Callable[[], PanelLampiran]) -> None:
        """How the panel of scans is made, once it is first wanted."""
        self._build_samping = build

    def is_samping(self) -> bool:
        """Whether the scans stand beside the step."""
        return self.samping is not None and not self.samping.isHidden()

    def tutup_samping(self) -> None:
        """Back to the data of the case."""
        if self.samping is not None and self.is_samping():
            self.samping.hide()
            self._lipat(lipat=self.borang.bertabel)
            self.samping_berubah.emit(False)
            self.fokus_kerja()

    def lupakan_samping(self) -> None:
        """The program ends: let go of pictures and watchers."""
        if self.samping is not None:
            self.samping.lupakan()

    def _on_samping(self) -> None:
        """Scans in place of facts and story: to compare them with what is ticked or typed."""
        if self.is_samping():
            self.tutup_samping()
            return
        if self._build_samping is None or self.permohonan_id is None or self._petugas is None:
            return
        if self.samping is None:
            self.samping = self._build_samping()
            self._sisi.insertWidget(1, self.samping, 6)
        self.samping.tampilkan(self.permohonan_id, self._petugas)
        self._lipat(lipat=True)
        if not self._ikuti_berkas():
            any(self.samping.pilih_berkas(b.kode) for b in self.ceklis.berkas())
        self.samping.show()
        self.samping_berubah.emit(True)
        self.fokus_kerja()

    def _ikuti_berkas(self) -> bool:
        """Show the scan of the paper that the checklist stands on."""
        kini = self.ceklis.currentIndex().row()
        if self.samping is None or kini < 0:
            return False
        return self.samping.pilih_berkas(self.ceklis.berkas()[kini].kode)

    def _on_ceklis_current_changed(self) -> None:
        if self.is_samping():
            self._ikuti_berkas()

    def _on_data(self) -> None:
        if self.borang.bertabel:
            self._lipat(lipat=not self._kepala.isHidden())

    def _lipat(self, *, lipat: bool) -> None:
        # An empty layout would keep its share of the width.
        self._sisi.setStretchFactor(self._kiri, 0 if lipat else BAGIAN_KIRI)
        self._kepala.setHidden(lipat)
        self._kartu_riwayat.setHidden(lipat)
        self.kerabat.lipat(lipat=lipat)

    def _is_tampak(self, terbuka: PermohonanTerbuka, petugas: Petugas) -> bool:
        lama = self.terbuka
        return (
            lama is not None
            and lama.permohonan.ringkasan == terbuka.permohonan.ringkasan
            and self._petugas == petugas
        )
