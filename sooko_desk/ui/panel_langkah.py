"""The step to do on a case: what is ticked, typed or only looked at, and its buttons.

Which buttons there are, which fields they ask for and who may press them comes from the SOP file
through the services; this card only shows it.
"""

from __future__ import annotations

import itertools
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sooko_desk.domain.alur import LANGKAH_KHUSUS
from sooko_desk.domain.errors import FieldsError, OfficerError, PeringatanError
from sooko_desk.domain.kelengkapan import terapkan_tanda
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.konsep import KonsepLangkah, TempatLangkah
from sooko_desk.ui.alasan_langkah import AlasanLangkah
from sooko_desk.ui.baris_kembali import BarisKembali
from sooko_desk.ui.form_langkah import FormLangkah
from sooko_desk.ui.kata import KATA_WAKTU, NADA_WAKTU, sebut_hak, sebut_waktu
from sooko_desk.ui.kit.ceklis import DaftarCeklis
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.panel_unggah import PanelUnggah
from sooko_desk.ui.simpanan_langkah import SimpananLangkah, SimpananMemori
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas, TandaBerkas
    from sooko_desk.domain.sop import Langkah
    from sooko_desk.services.alur_kerja import PermohonanTerbuka
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.borang import Borang
    from sooko_desk.ui.tombol_hasil import TombolHasil

LEBAR_KERJA = 450
"""Room in px that the step keeps on a small screen (1366 × 768 at 125 %)."""
LAYAR_PERIKSA = "kelengkapan"
"""Screen of the step that compares what the papers say."""
LAYAR_CEKLIS = frozenset({LAYAR_PERIKSA, "penerimaan"})
"""Screens on which the papers are ticked; elsewhere they are only looked at."""


class PanelLangkah(Kartu):
    """Does the next step of the case that it was given.

    What is typed stays with its case and step until it is recorded: another case, another tab
    or another officer in between takes nothing away.

    Args:
        hasil: the buttons that end a step.

    Signals:
        dijalankan(int, str): a move of this case was stored; its id, and words for the officer.
        ketinggalan(int, str): refused, because the case moved since it was shown; id and words.
    """

    dijalankan = Signal(int, str)
    ketinggalan = Signal(int, str)

    def __init__(self, meja: Meja, hasil: TombolHasil) -> None:
        super().__init__("Langkah")
        self._meja = meja
        self._petugas: Petugas | None = None
        self._terbuka: PermohonanTerbuka | None = None
        self._langkah: Langkah | None = None
        self._token = ""
        self._diperingatkan: frozenset[str] | None = None
        self.simpanan: SimpananLangkah = SimpananMemori()
        self.pilih_langkah: SegmenPilihan | None = None
        self.hasil = hasil
        self.waktu = Lencana()
        self.data = tombol_teks("Data permohonan", "id-badge-2", "F5")
        self._kegiatan = TeksElipsis(peran=PeranLabel.REDUP)
        self.kembali = BarisKembali()
        self.spanduk = Spanduk()
        self.ceklis = DaftarCeklis("Berkas permohonan")
        self.ceklis.set_frasa([p.nama for p in meja.tabel.alasan_kurang])
        self.form = FormLangkah(meja)
        self.unggah = PanelUnggah()
        self.unggah.hide()
        self._alasan = AlasanLangkah()
        self.alasan = self._alasan.baris
        self._hak = build_label("", PeranLabel.REDUP)
        self._hak.setWordWrap(True)
        self._build_layout()
        self.hasil.dipilih.connect(self._jalankan)
        self.ceklis.berubah.connect(self._on_ceklis_berubah)
        self.ceklis.berubah.connect(self._simpan_konsep)
        self.form.diubah.connect(self._simpan_konsep)
        self.unggah.berubah.connect(self._simpan_konsep)
        self.unggah.lanjut.connect(self._on_unggah_lanjut)
        self._alasan.diubah.connect(self._simpan_konsep)
        self._alasan.lanjut.connect(self._on_alasan_lanjut)
        self._alasan.ditunggu.connect(self._on_alasan_ditunggu)

    @property
    def terbuka(self) -> PermohonanTerbuka | None:
        """The case that is shown, as it was read."""
        return self._terbuka

    @property
    def borang(self) -> Borang:
        """The fields of the step; made anew for every step."""
        return self.form.borang

    @property
    def langkah(self) -> Langkah | None:
        """The step that is shown."""
        return self._langkah

    def tampilkan(self, terbuka: PermohonanTerbuka, petugas: Petugas) -> None:
        """Show a case that is new here or has moved; the step in turn first."""
        self._terbuka, self._petugas = terbuka, petugas
        self.spanduk.sembunyikan()
        self._tampilkan_waktu()
        self._tampilkan_langkah(terbuka.terbuka[0] if terbuka.terbuka else None)

    def segarkan(self, terbuka: PermohonanTerbuka) -> None:
        """The same case, read anew: only its minutes may have changed."""
        self._terbuka = terbuka
        self._tampilkan_waktu()

    def tolak(self, kalimat: str) -> None:
        """The case cannot be shown; says why."""
        self._terbuka = self._langkah = None
        self.hasil.set_hasil(())
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def tanda(self) -> tuple[TandaBerkas, ...]:
        """Marks of the papers that this officer may change; empty when he may only look."""
        return () if self.ceklis.is_readonly() else self.ceklis.tanda()

    def set_tanda(
        self, tanda: tuple[TandaBerkas, ...], alasan: str = "", *, dapat_diubah: bool
    ) -> None:
        """Show these marks on the stored papers and this reason in place of what stands there."""
        assert self._terbuka is not None
        kini = self.ceklis.currentIndex().row()
        self.ceklis.set_baris(terapkan_tanda(self._terbuka.permohonan.berkas, tanda))
        self.ceklis.setCurrentIndex(self.ceklis.model().index(kini, 0))
        self.ceklis.set_readonly(not dapat_diubah)
        self._on_ceklis_berubah()
        self.alasan.input.set_nilai(alasan)
        self.alasan.input.setReadOnly(not dapat_diubah)
        self.alasan.bersihkan()
        self.alasan.setVisible(dapat_diubah or bool(alasan))
        if dapat_diubah:
            self._simpan_konsep()

    def jalankan_utama(self) -> None:
        """Record what Ctrl+Enter means: the first outcome, or the one that waits for its reason."""
        if tombol := self.hasil.tombol:
            self._jalankan(self._alasan.diminta or next(iter(tombol)))

    def batal_alasan(self) -> bool:
        """The way back is not taken after all; False = it was not asked for."""
        return self._alasan.batal()

    def fokus_kerja(self) -> None:
        """Put the caret where this step begins: papers, fields, the reason, or the first button.

        A button comes last: with it a double Enter in the queue would record the step.
        """
        if self.unggah.isVisible() and self.unggah.isEnabled():
            self.unggah.fokus()
        elif self.ceklis.isVisible() and not self.ceklis.is_readonly():
            self.ceklis.setFocus()
        elif self.borang.daftar:
            self.borang.fokus_pertama()
        elif self.alasan.isVisible():
            self.alasan.input.setFocus()
        elif tombol := self.hasil.tombol:
            next(iter(tombol.values())).setFocus()

    def _build_layout(self) -> None:
        self.setMinimumWidth(LEBAR_KERJA)
        kepala = QHBoxLayout()  # below the title: on a small screen both would not fit beside it
        kepala.setSpacing(THEME.gap_s)
        kepala.addWidget(self._kegiatan, 1)
        kepala.addWidget(self.data)
        kepala.addWidget(self.waktu)
        self.isi.addLayout(kepala)
        self._baris_langkah = QHBoxLayout()
        self.isi.addLayout(self._baris_langkah)
        self.isi.addWidget(self.kembali)
        self.isi.addWidget(self.ceklis, 1)
        self.isi.addWidget(self.form, 1)
        self.isi.addWidget(self.unggah, 1)
        self.isi.addWidget(self._alasan)
        self.isi.addWidget(self._hak)
        self.isi.addWidget(self.spanduk)  # below: the fields stay where the eyes are
        self.isi.addWidget(self.hasil)

    def _tampilkan_waktu(self) -> None:
        waktu = self._terbuka.waktu if self._terbuka else None
        self.waktu.setVisible(waktu is not None)
        if waktu is not None:
            kata = " · ".join(x for x in (sebut_waktu(waktu), KATA_WAKTU[waktu.keadaan]) if x)
            self.waktu.set_isi(kata, NADA_WAKTU[waktu.keadaan])
            self.waktu.setToolTip(waktu.gangguan_kata)

    def _tampilkan_langkah(self, langkah: Langkah | None) -> None:
        self._langkah = langkah
        self._token = uuid.uuid4().hex
        terbuka = self._terbuka
        assert terbuka is not None
        boleh = langkah is not None and langkah.id in terbuka.boleh
        self.set_judul(_judul_langkah(langkah))
        self._kegiatan.set_teks(langkah.kegiatan if langkah else "")
        self._kegiatan.setVisible(langkah is not None)
        self._bangun_pilihan_langkah()
        self.form.bangun(langkah, terbuka.permohonan, boleh=boleh)
        self._isi_ceklis(langkah, boleh=boleh)
        hasil = langkah.hasil if langkah and boleh else ()
        self.hasil.set_hasil(hasil)
        baku = langkah is not None and bool(langkah.tolak)
        self._alasan.atur(hasil, nanti=bool(self.borang.daftar) or baku)
        if not terbuka.permohonan.ringkasan.dibatasi:
            self._pulihkan_konsep()
        self._urutkan_tab()
        self._hak.setVisible(langkah is not None and not boleh)
        if langkah is not None and not boleh:
            self._hak.setText(sebut_hak(langkah, terbuka.permohonan.ringkasan))

    def _isi_ceklis(self, langkah: Langkah | None, *, boleh: bool) -> None:
        """The papers, as the step looks at them: a case that came back shows what changed."""
        terbuka = self._terbuka
        assert terbuka is not None
        dicentang = langkah is not None and langkah.layar in LAYAR_CEKLIS
        self.ceklis.set_baris(terbuka.permohonan.berkas)
        self.ceklis.set_readonly(not (dicentang and boleh))
        self.ceklis.set_cocok(langkah is not None and langkah.layar == LAYAR_PERIKSA)
        self.ceklis.set_baru_sejak(terbuka.dikembalikan_sejak)
        self.ceklis.set_tekankan_kurang(dicentang and terbuka.dikembalikan_sejak is not None)
        unggah = langkah is not None and langkah.bagian == "unggah"
        self.ceklis.setVisible(not (self.borang.daftar or unggah))
        self.unggah.setVisible(unggah)
        self.unggah.setEnabled(boleh)
        self.unggah.set_berkas(terbuka.permohonan.berkas if unggah else (), frozenset())
        self.kembali.set_permohonan(terbuka if dicentang else None)

    def _bangun_pilihan_langkah(self) -> None:
        if self.pilih_langkah is not None:
            self.pilih_langkah.hide()
            self.pilih_langkah.deleteLater()
        terbuka = self._terbuka.terbuka if self._terbuka else ()
        self.pilih_langkah = None
        if len(terbuka) > 1 and self._langkah is not None:
            pilihan = SegmenPilihan(
                tuple(
                    (t.id, t.nama if nomor == 1 else f"Dahulukan: {t.nama}", f"Alt+{nomor}")
                    for nomor, t in enumerate(terbuka, start=1)
                )
            )
            pilihan.setAccessibleName("Langkah yang dicatat")
            pilihan.set_kode(self._langkah.id)
            pilihan.dipilih.connect(self._on_langkah_dipilih)
            self._baris_langkah.addWidget(pilihan)
            self.pilih_langkah = pilihan

    def _urutkan_tab(self) -> None:
        """As it stands on the screen; what was made last would else come last."""
        urutan: list[QWidget] = [] if self.pilih_langkah is None else [self.pilih_langkah]
        urutan += [self.ceklis, *(b.input for b in self.borang.baris.values())]
        urutan += [self.alasan.input, self._alasan.tolak.daftar, *self.hasil.tombol.values()]
        for satu, berikut in itertools.pairwise(urutan):
            QWidget.setTabOrder(satu, berikut)

    def _find_tempat(self) -> TempatLangkah | None:
        """Of the draft: what is told beside the steps, such as an original, moves no case."""
        if self._terbuka is None or self._langkah is None:
            return None
        permohonan = self._terbuka.permohonan
        gerak = sum(p.langkah not in LANGKAH_KHUSUS for p in permohonan.riwayat)
        return TempatLangkah(permohonan.ringkasan.id, gerak, self._langkah.id)

    def _simpan_konsep(self) -> None:
        tempat = self._find_tempat()
        if tempat is not None and self.hasil.tombol and self._petugas is not None:
            konsep = KonsepLangkah(
                self.borang.nilai(),
                self.tanda(),
                self.alasan.input.nilai(),
                self._alasan.tolak.kode(),
                tuple(sorted(self.unggah.kode())),
            )
            self.simpanan.simpan(tempat, konsep, self._petugas)

    def _pulihkan_konsep(self) -> None:
        tempat = self._find_tempat()
        if tempat is None or (konsep := self.simpanan.find(tempat)) is None:
            return
        assert self._terbuka is not None
        self.borang.set_nilai(konsep.isian)
        self.ceklis.set_baris(terapkan_tanda(self._terbuka.permohonan.berkas, konsep.tanda))
        self._on_ceklis_berubah()
        self._alasan.set_nilai(konsep.alasan, konsep.tolak)
        if konsep.unggah:
            self.unggah.set_berkas(self._terbuka.permohonan.berkas, frozenset(konsep.unggah))

    def _on_ceklis_berubah(self) -> None:
        self.kembali.hitung(self.ceklis.berkas())

    def _on_langkah_dipilih(self, langkah_id: str) -> None:
        assert self._terbuka is not None
        self._tampilkan_langkah(next(t for t in self._terbuka.terbuka if t.id == langkah_id))
        self.fokus_kerja()

    def _on_alasan_lanjut(self, hasil_id: str) -> None:
        self.hasil.tombol[hasil_id].setFocus()

    def _on_alasan_ditunggu(self, hasil_id: str) -> None:
        if tombol := self.hasil.tombol:
            self.hasil.set_utama(hasil_id or next(iter(tombol)))

    def _on_unggah_lanjut(self) -> None:
        if tombol := self.hasil.tombol:
            next(iter(tombol.values())).setFocus()

    def _jalankan(self, hasil_id: str) -> None:
        if self._terbuka is None or self._langkah is None or self._petugas is None:
            return
        if self._alasan.perlu_diminta(self._langkah.get_hasil(hasil_id)):
            self._alasan.minta(self._langkah, hasil_id)
            return
        r = self._terbuka.permohonan.ringkasan
        perintah = PerintahGerak(
            token=f"{self._token}-{hasil_id}",
            permohonan_id=r.id,
            versi=r.versi,
            langkah=self._langkah.id,
            hasil=hasil_id,
            alasan=self._alasan.nilai(),
            tanda=self.tanda(),
            isian=self.borang.nilai(),
            tolak=self._alasan.tolak.kode(),
            unggah=(unggah := self.unggah.kode()),
            peringatan_dilihat=self.form.peringatan_dilihat and unggah == self._diperingatkan,
        )
        self.alasan.bersihkan()
        try:
            permohonan = self._meja.alur.jalankan(perintah, self._petugas)
        except FieldsError as galat:
            self._tandai(galat, hasil_id)
        except PeringatanError as galat:
            self._diperingatkan = unggah
            self.form.peringatkan(galat.per_field)
            if kalimat := galat.per_field.get("unggah"):
                self.unggah.set_pesan(Nada.PERINGATAN, kalimat)
            self.spanduk.tampilkan(Nada.PERINGATAN, str(galat))
        except OfficerError as galat:
            if self._is_ketinggalan():
                self.ketinggalan.emit(r.id, str(galat))
            else:
                self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            baru = permohonan.ringkasan
            nomor = f" Nomor register {baru.nomor_register}." if self._langkah.nomor_buku else ""
            self.simpanan.hapus(r.id)
            self._langkah = None  # what stands in its form is recorded, no draft any more
            self.dijalankan.emit(r.id, f"{r.pemohon.nama}: {baru.status}.{nomor}")

    def _tandai(self, galat: FieldsError, hasil_id: str) -> None:
        self.form.tolak(galat.per_field)
        if kalimat := galat.per_field.get("alasan"):
            self._alasan.tandai(kalimat, hasil_id)
        if kalimat := galat.per_field.get("unggah"):
            self.unggah.set_pesan(Nada.BAHAYA, kalimat)
        self.spanduk.tampilkan(Nada.BAHAYA, str(galat))

    def _is_ketinggalan(self) -> bool:
        """Whether the case moved since it was shown."""
        assert self._terbuka is not None
        assert self._petugas is not None
        lama = self._terbuka.permohonan.ringkasan
        try:
            kini = self._meja.alur.buka(lama.id, self._petugas).permohonan.ringkasan
        except OfficerError:
            return False
        return kini.versi != lama.versi


def _judul_langkah(langkah: Langkah | None) -> str:
    if langkah is None:
        return "Selesai"
    if langkah.nomor is None:
        return langkah.nama
    return f"Langkah {langkah.nomor}: {langkah.nama}"
