"""One open case: facts and story on the left, the step to do on the right, its buttons below.

Which buttons there are, which fields they ask for and who may press them comes from the SOP file
through the services; this panel only shows it.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.permohonan import TandaBerkas
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.ui.borang import Borang
from sooko_desk.ui.fakta import Fakta
from sooko_desk.ui.isian_awal import list_nilai_awal
from sooko_desk.ui.kata import KATA_WAKTU, NADA_WAKTU, list_riwayat, nada_status
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.ceklis import DaftarCeklis
from sooko_desk.ui.kit.garis_waktu import GarisWaktu
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import Tombol, tombol_bahaya, tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Hasil, Langkah
    from sooko_desk.services.alur_kerja import PermohonanTerbuka
    from sooko_desk.services.meja import Meja

LAYAR_CEKLIS = frozenset({"kelengkapan", "penerimaan"})
"""Screens on which the papers are ticked; elsewhere they are only looked at."""


class PanelPermohonan(QWidget):
    """Shows one case and does its next step.

    Signals:
        dijalankan(int, str): a move of this case was stored; its id, and words for the officer.
    """

    dijalankan = Signal(int, str)

    def __init__(self, meja: Meja) -> None:
        super().__init__()
        self._meja = meja
        self._petugas: Petugas | None = None
        self._terbuka: PermohonanTerbuka | None = None
        self._langkah: Langkah | None = None
        self._token = ""
        self.pilih_langkah: SegmenPilihan | None = None
        self._tombol: dict[str, Tombol] = {}
        self._pintasan: list[QShortcut] = []
        self.status = Lencana()
        self.waktu = Lencana()
        self.fakta = Fakta(meja.tabel)
        self.riwayat = GarisWaktu()
        self.spanduk = Spanduk()
        self.ceklis = DaftarCeklis("Berkas permohonan")
        self.borang = Borang(())
        self.alasan = BarisIsian("Alasan atau catatan", IsianTeks("Untuk pemohon dan riwayat"))
        self._hak = build_label("", PeranLabel.REDUP)
        self._hak.setWordWrap(True)
        self._build_layout()

    @property
    def permohonan_id(self) -> int | None:
        """Id of the case that is shown."""
        return None if self._terbuka is None else self._terbuka.permohonan.ringkasan.id

    def tombol(self, hasil_id: str) -> Tombol:
        """The button of an outcome; KeyError when the shown step has none of that id."""
        return self._tombol[hasil_id]

    def tampilkan(self, permohonan_id: int, petugas: Petugas) -> None:
        """Show a case as it is stored now."""
        self._petugas = petugas
        self.spanduk.sembunyikan()
        try:
            self._terbuka = self._meja.alur.buka(permohonan_id, petugas)
        except OfficerError as galat:
            self._terbuka = None
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        permohonan = self._terbuka.permohonan
        self._kepala.set_judul(f"{permohonan.ringkasan.kode_pindai}")
        self.status.set_isi(permohonan.ringkasan.status, nada_status(permohonan.ringkasan))
        self.fakta.tampilkan(permohonan)
        self.riwayat.set_butir(list_riwayat(permohonan, self._terbuka.sop))
        self._tampilkan_waktu()
        self._pilih_langkah(self._terbuka.terbuka[0] if self._terbuka.terbuka else None)

    def fokus_kerja(self) -> None:
        """Put the caret where this step begins: papers, fields, or the first button."""
        if self.ceklis.isVisible() and not self.ceklis.is_readonly():
            self.ceklis.setFocus()
        elif self.borang.daftar:
            self.borang.fokus_pertama()
        elif self._tombol:
            next(iter(self._tombol.values())).setFocus()

    def _build_layout(self) -> None:
        self._kepala = Kartu("Permohonan")
        self._kepala.add_kanan(self.status)
        self._kepala.isi.addWidget(self.fakta)
        kartu_riwayat = Kartu("Riwayat")
        kartu_riwayat.isi.addWidget(self.riwayat, 1)
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self._kepala)
        kiri.addWidget(kartu_riwayat, 1)
        self._kerja = Kartu("Langkah")
        self._kerja.add_kanan(self.waktu)
        self._gulir = QScrollArea()
        self._gulir.setWidgetResizable(True)
        self._gulir.setFrameShape(QScrollArea.Shape.NoFrame)
        self._gulir.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._gulir.setWidget(self.borang)
        self._baris_langkah = QHBoxLayout()
        self._baris_tombol = QHBoxLayout()
        self._kerja.isi.addWidget(self.spanduk)
        self._kerja.isi.addLayout(self._baris_langkah)
        self._kerja.isi.addWidget(self.ceklis, 1)
        self._kerja.isi.addWidget(self._gulir, 1)
        self._kerja.isi.addWidget(self.alasan)
        self._kerja.isi.addWidget(self._hak)
        self._kerja.isi.addLayout(self._baris_tombol)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addLayout(kiri, 4)
        layout.addWidget(self._kerja, 7)

    def _tampilkan_waktu(self) -> None:
        waktu = self._terbuka.waktu if self._terbuka else None
        self.waktu.setVisible(waktu is not None)
        if waktu is not None:
            kata = " · ".join(x for x in (waktu.kata, KATA_WAKTU[waktu.keadaan]) if x)
            self.waktu.set_isi(kata, NADA_WAKTU[waktu.keadaan])

    def _pilih_langkah(self, langkah: Langkah | None) -> None:
        self._langkah = langkah
        self._token = uuid.uuid4().hex
        terbuka = self._terbuka
        assert terbuka is not None
        boleh = langkah is not None and langkah.id in terbuka.boleh
        self._kerja.set_judul(_judul_langkah(langkah))
        self._kerja.set_subjudul(langkah.kegiatan if langkah else "")
        self._bangun_pilihan_langkah()
        centang = langkah is not None and langkah.layar in LAYAR_CEKLIS
        self.ceklis.set_baris(terbuka.permohonan.berkas)
        self.ceklis.set_readonly(not (centang and boleh))
        self._bangun_borang(langkah)
        self.ceklis.setVisible(not self.borang.daftar)
        self._gulir.setVisible(bool(self.borang.daftar))
        self.borang.setEnabled(boleh)
        hasil = langkah.hasil if langkah and boleh else ()
        self._bangun_tombol(hasil)
        self.alasan.setVisible(any(h.wajib & {"alasan", "kurang"} for h in hasil))
        self.alasan.input.clear()
        self.alasan.bersihkan()
        self._hak.setVisible(langkah is not None and not boleh)
        if langkah is not None and not boleh:
            peran = " atau ".join(sorted(p.nama for p in langkah.peran))
            self._hak.setText(f"Langkah ini dicatat oleh {peran}. Ganti petugas dengan F12.")

    def _bangun_pilihan_langkah(self) -> None:
        _kosongkan(self._baris_langkah)
        terbuka = self._terbuka.terbuka if self._terbuka else ()
        self.pilih_langkah = None
        if len(terbuka) > 1 and self._langkah is not None:
            pilihan = SegmenPilihan(
                tuple(
                    (t.id, t.nama if t is terbuka[0] else f"Dahulukan: {t.nama}", "")
                    for t in terbuka
                )
            )
            pilihan.setAccessibleName("Langkah yang dicatat")
            pilihan.set_kode(self._langkah.id)
            pilihan.dipilih.connect(self._on_langkah_dipilih)
            self._baris_langkah.addWidget(pilihan)
            self.pilih_langkah = pilihan

    def _bangun_borang(self, langkah: Langkah | None) -> None:
        terbuka = self._terbuka
        assert terbuka is not None
        jenis = terbuka.permohonan.ringkasan.jenis_kode
        self.borang = Borang(langkah.list_isian(jenis) if langkah else ())
        self.borang.set_nilai(
            list_nilai_awal(self.borang.daftar, terbuka.permohonan, self._meja.tabel)
        )
        self._gulir.setWidget(self.borang)

    def _bangun_tombol(self, hasil: tuple[Hasil, ...]) -> None:
        _kosongkan(self._baris_tombol)
        for pintasan in self._pintasan:
            pintasan.setEnabled(False)
            pintasan.deleteLater()
        self._tombol, self._pintasan = {}, []
        for nomor, h in enumerate(hasil):
            kunci = [h.pintasan] if h.pintasan else []
            if nomor == 0:
                kunci += ["Ctrl+Return", "Ctrl+Enter"]
            build = tombol_bahaya if h.mundur else tombol_utama if nomor == 0 else tombol_kedua
            tombol = build(
                h.label,
                "arrow-back-up" if h.mundur else "check",
                (kunci[0] if kunci else "").replace("Return", "Enter"),
            )
            tombol.setObjectName(h.id)
            tombol.clicked.connect(self._on_hasil_clicked)
            self._tombol[h.id] = tombol
            self._baris_tombol.addWidget(tombol)
            for k in kunci:
                self._pintasan.append(self._build_pintasan(k, h.id))
        self._baris_tombol.addStretch(1)

    def _build_pintasan(self, kunci: str, hasil_id: str) -> QShortcut:
        pintasan = QShortcut(QKeySequence(kunci), self)
        pintasan.setObjectName(hasil_id)
        pintasan.setAutoRepeat(False)
        # The key works while the focus is in the list beside this panel too.
        pintasan.setContext(Qt.ShortcutContext.WindowShortcut)
        pintasan.activated.connect(self._on_hasil_activated)
        return pintasan

    def _on_langkah_dipilih(self, langkah_id: str) -> None:
        assert self._terbuka is not None
        self._pilih_langkah(next(t for t in self._terbuka.terbuka if t.id == langkah_id))

    def _on_hasil_clicked(self) -> None:
        self._jalankan(self.sender().objectName())

    def _on_hasil_activated(self) -> None:
        # A plain letter typed into a line edit never gets here: the edit keeps it for itself.
        if self.isVisible():
            self._jalankan(self.sender().objectName())

    def _jalankan(self, hasil_id: str) -> None:
        if self._terbuka is None or self._langkah is None or self._petugas is None:
            return
        r = self._terbuka.permohonan.ringkasan
        tanda = () if self.ceklis.is_readonly() else self._tanda()
        perintah = PerintahGerak(
            token=f"{self._token}-{hasil_id}",
            permohonan_id=r.id,
            versi=r.versi,
            langkah=self._langkah.id,
            hasil=hasil_id,
            alasan=self.alasan.input.nilai(),
            tanda=tanda,
            isian=self.borang.nilai(),
        )
        self.alasan.bersihkan()
        try:
            permohonan = self._meja.alur.jalankan(perintah, self._petugas)
        except FieldsError as galat:
            self.borang.set_galat(galat.per_field)
            if kalimat := galat.per_field.get("alasan"):
                self.alasan.set_pesan(Nada.BAHAYA, kalimat)
                self.alasan.input.setFocus()
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            baru = permohonan.ringkasan
            nomor = f" Nomor register {baru.nomor_register}." if self._langkah.nomor_buku else ""
            self.dijalankan.emit(r.id, f"{r.pemohon.nama}: {baru.status}.{nomor}")

    def _tanda(self) -> tuple[TandaBerkas, ...]:
        return tuple(
            TandaBerkas(kode, ada, catatan) for kode, (ada, catatan) in self.ceklis.nilai().items()
        )


def _judul_langkah(langkah: Langkah | None) -> str:
    if langkah is None:
        return "Selesai"
    if langkah.nomor is None:
        return langkah.nama
    return f"Langkah {langkah.nomor}: {langkah.nama}"


def _kosongkan(layout: QHBoxLayout) -> None:
    while (butir := layout.takeAt(0)) is not None:
        if (widget := butir.widget()) is not None:
            widget.hide()
            widget.deleteLater()
