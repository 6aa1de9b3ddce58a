"""Marks on the queue of the Kasi: L, T with digits, U, and going from case to case.

What the marks are for, and how they are signed, is in `tab_kelengkapan`.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.kelengkapan import sebut_kurang, terapkan_tanda
from sooko_desk.services.keputusan import (
    Keputusan,
    KumpulanKeputusan,
    PilihanKeputusan,
    find_pilihan,
    list_penanda_tangan,
)
from sooko_desk.ui.baris_antrean import ChipBaris
from sooko_desk.ui.kit.ceklis import PETUNJUK
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.tabel import Kolom
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import tombol_utama
from sooko_desk.ui.panel_permohonan import PanelPermohonan
from sooko_desk.ui.tab_antrean import KELENGKAPAN, KOLOM, TabAntrean
from sooko_desk.ui.tanda_tangan_kasi import nada_keputusan
from sooko_desk.ui.theme import THEME, Nada
from sooko_desk.ui.tombol_hasil import TombolHasil
from sooko_desk.ui.tombol_tanda import TombolTanda

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut

    from sooko_desk.domain.permohonan import Petugas, TandaBerkas
    from sooko_desk.domain.sop import Hasil
    from sooko_desk.services.antrean import BarisAntrean
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

TOMBOL_TANDA = (
    "L lengkap · T tidak lengkap · U tarik tanda · N/P pindah · Ctrl+Z batalkan · C data cocok · "
    "F2 catatan"
)
TOMBOL_LAIN = TOMBOL_TANDA[TOMBOL_TANDA.index("U ") :]
"""Beside marks that wait: L and T stand on the buttons, and the signature needs the room."""
TOMBOL_TERIMA = f"{PETUNJUK}, Spasi dua kali = berkas diganti"
TOMBOL_KURANG = "Tidak lengkap: tekan angka berkas yang kurang, lalu Enter. Esc = batal."
ANGKA = "1234567890"


class TombolTanpaKunci(TombolHasil):
    """Buttons for the mouse: in this tab the keys are the tab's own."""

    def set_hasil(self, hasil: tuple[Hasil, ...]) -> None:
        """Offer these outcomes; no letter stands on them, as the letters mark."""
        super().set_hasil(tuple(replace(h, pintasan="") for h in hasil))

    def _build_pintasan(self, kunci: str, hasil_id: str) -> QShortcut:
        pintasan = super()._build_pintasan(kunci, hasil_id)
        pintasan.setEnabled(False)  # the tab decides what Ctrl+Enter means
        return pintasan


@dataclass(frozen=True, slots=True)
class _Menandai:
    """Between T and Enter: the case whose missing papers are named, and how it was before."""

    permohonan_id: int
    versi: int
    semula: tuple[TandaBerkas, ...]
    dapat_diubah: bool
    dari_daftar: bool


class TabPenandaan(TabAntrean):
    """A queue whose cases are marked by single keys.

    Unsigned marks live as long as this tab: another tab, another officer or a reload keep them.
    """

    def __init__(self, meja: Meja, kabar: Kabar, pencetak: Pencetak, induk: QWidget) -> None:
        self._kumpulan = KumpulanKeputusan()
        self._menandai: _Menandai | None = None
        self._ditanya = False
        super().__init__(meja, kabar, pencetak, KELENGKAPAN, induk)
        self.kaki = build_label("", PeranLabel.TEBAL)
        self._petunjuk = TeksElipsis(peran=PeranLabel.REDUP)
        self.tombol_tanda = TombolTanda()
        self._tombol = tombol_utama("Tanda tangani", "rubber-stamp", "Ctrl+Enter")
        self._build_kaki()
        self.panel.pasang_bawah(self.tombol_tanda)
        self.tombol_tanda.lengkap.connect(self._on_lengkap)
        self.tombol_tanda.tidak_lengkap.connect(self._on_tidak_lengkap)
        self.tombol_tanda.selesai.connect(self._on_enter)
        self.tombol_tanda.batal.connect(self._on_kembali)
        self._pintasan_kurang = self._build_pintasan()
        self._tampilkan_kaki()

    @property
    def kumpulan(self) -> KumpulanKeputusan:
        """The marks that nobody signed yet."""
        return self._kumpulan

    def set_petugas(self, petugas: Petugas) -> None:
        """Another officer works now; marks stay, a half-named list of papers does not."""
        self._akhiri_menandai(kembalikan=True)
        super().set_petugas(petugas)

    def _list_kolom(self) -> tuple[Kolom[BarisAntrean], ...]:
        return (Kolom(KOLOM[0].judul, self._sebut_baris), *KOLOM[1:])

    def _build_panel(self) -> PanelPermohonan:
        return PanelPermohonan(self._meja, self._kanan, TombolTanpaKunci)

    def _build_kaki(self) -> None:
        kaki = QHBoxLayout()
        kaki.setSpacing(THEME.gap_m)
        kaki.addWidget(self.kaki)
        kaki.addWidget(self._petunjuk, 1)
        kaki.addWidget(self._tombol)
        self._isi.addLayout(kaki)

    def _build_pintasan(self) -> tuple[QShortcut, ...]:
        tidak = dict.fromkeys(("T", "Ctrl+Shift+Enter"), self._on_tidak_lengkap)
        tanda = {"L": self._on_lengkap, **tidak, "U": self._on_tarik}
        pindah = {"N": self._on_berikutnya, "P": self._on_sebelumnya}
        pasang_pintasan(self, tanda | pindah, DI_BAGIAN)
        slot = dict.fromkeys(ANGKA, self._on_angka) | {"Enter": self._on_enter}
        kurang = pasang_pintasan(self, slot, DI_BAGIAN)
        for pintasan in kurang:
            pintasan.setEnabled(False)
        return kurang

    # -- what is seen

    def _sebut_baris(self, b: BarisAntrean) -> str:
        keputusan = self._kumpulan.find(b.ringkasan.id)
        if keputusan is None:
            return KOLOM[0].nilai(b)
        return f"{b.ringkasan.pemohon.nama}\n{keputusan.label}, belum ditandatangani"

    def _list_chip(self, b: BarisAntrean) -> tuple[ChipBaris, ...]:
        keputusan = self._kumpulan.find(b.ringkasan.id)
        if keputusan is not None:
            return (ChipBaris(keputusan.label, nada_keputusan(keputusan), "pencil"),)
        return super()._list_chip(b)

    def _tampilkan(self, baris: BarisAntrean | None) -> None:
        super()._tampilkan(baris)
        if (m := self._menandai) is not None:
            if baris is not None and self._kunci_tampak() == (m.permohonan_id, m.versi):
                return
            self._akhiri_menandai(kembalikan=False)
        self._tampilkan_tanda()

    def _kunci_tampak(self) -> tuple[int, int] | None:
        terbuka = self.panel.terbuka
        if terbuka is None:
            return None
        return (terbuka.permohonan.ringkasan.id, terbuka.permohonan.ringkasan.versi)

    def _tampilkan_tanda(self) -> None:
        """The papers of a marked case stand as they will be signed, and cannot be changed."""
        self._tampilkan_kaki()
        keputusan = self._keputusan_tampak()
        if keputusan is None:
            return
        sama = self.panel.ceklis.is_readonly() and (
            self.panel.alasan.input.nilai() == keputusan.alasan
        )
        if not (sama and self._is_tanda_tampak(keputusan)):
            self.panel.set_tanda(keputusan.tanda, keputusan.alasan, dapat_diubah=False)

    def _is_tanda_tampak(self, keputusan: Keputusan) -> bool:
        tampak = {t.kode: t for t in self.panel.ceklis.tanda()}
        return all(tampak[t.kode] == t for t in keputusan.tanda)

    def _keputusan_tampak(self) -> Keputusan | None:
        """The mark of the case that is shown, while it is still the case that was marked."""
        kunci = self._kunci_tampak()
        keputusan = self._kumpulan.find(kunci[0]) if kunci else None
        return keputusan if keputusan and kunci and keputusan.versi == kunci[1] else None

    def _tampilkan_kaki(self) -> None:
        sebut = self._kumpulan.sebut()
        self.kaki.setText(f"{sebut} belum ditandatangani" if sebut else "")
        self.kaki.setVisible(bool(sebut))
        self._tombol.setVisible(bool(sebut))
        menandai = self._menandai is not None
        tanda = self._is_memutuskan() and (bool(sebut) or menandai)
        self.panel.hasil.setVisible(not tanda)
        self.tombol_tanda.atur(tampak=tanda, menandai=menandai)
        self._petunjuk.set_teks(self._sebut_tombol())

    def _sebut_tombol(self) -> str:
        """The keys that do something on the case that is shown."""
        if self._menandai is not None:
            return TOMBOL_KURANG
        bertanda = bool(self._kumpulan.isi)
        if not self._is_memutuskan() and self.panel.hasil.tombol:
            return PETUNJUK if bertanda else TOMBOL_TERIMA
        return TOMBOL_LAIN if bertanda else TOMBOL_TANDA

    def _is_memutuskan(self) -> bool:
        """Whether the step that is shown decides if the papers are complete."""
        langkah = self.panel.langkah
        return langkah is not None and find_pilihan(langkah) is not None

    def _set_kumpulan(self, kumpulan: KumpulanKeputusan) -> None:
        self._kumpulan = kumpulan
        self._ditanya = False
        self.daftar.viewport().update()
        self._tampilkan_kaki()

    # -- marking

    def _pilihan(self) -> PilihanKeputusan | None:
        """What can be decided on the case that is shown; says why when nothing can."""
        if self._menandai is not None or self.daftar.baris() is None:
            return None
        langkah = self.panel.langkah
        pilihan = find_pilihan(langkah) if langkah else None
        if pilihan is None and langkah is not None:
            self.panel.spanduk.tampilkan(
                Nada.INFO,
                f'Permohonan ini menunggu "{langkah.nama}", bukan keputusan lengkap atau tidak.',
            )
        return pilihan

    def _on_lengkap(self) -> None:
        if (pilihan := self._pilihan()) is None:
            return
        lama = self._keputusan_tampak()
        semula = lama.tanda_semula if lama else self.panel.tanda()
        try:
            self._tandai(pilihan.lengkap, "", semula, semula)
        except OfficerError as galat:
            self.panel.spanduk.tampilkan(Nada.BAHAYA, str(galat))

    def _on_tidak_lengkap(self) -> None:
        kunci = self._kunci_tampak()
        if self._pilihan() is None or kunci is None:
            return
        lama = self._keputusan_tampak()
        dapat_diubah = bool(self.panel.hasil.tombol)
        semula = lama.tanda_semula if lama else self.panel.tanda()
        alasan = lama.alasan if lama else self.panel.alasan.input.nilai()
        self._menandai = _Menandai(*kunci, semula, dapat_diubah, self._is_di_daftar())
        self.panel.set_tanda(lama.tanda if lama else semula, alasan, dapat_diubah=True)
        self.panel.spanduk.sembunyikan()
        self.panel.ceklis.setFocus()
        for pintasan in self._pintasan_kurang:
            pintasan.setEnabled(True)
        self._tampilkan_kaki()

    def _on_angka(self) -> None:
        self.panel.ceklis.tandai_kurang(int(self.sender().objectName()))

    def _on_enter(self) -> None:
        """End naming what is missing; a note that is being written is kept first."""
        fokus = QApplication.focusWidget()
        ceklis = self.panel.ceklis
        if fokus is not ceklis and fokus is not None and ceklis.isAncestorOf(fokus):
            ceklis.setFocus()
            return
        m = self._menandai
        langkah = self.panel.langkah
        pilihan = find_pilihan(langkah) if langkah else None
        if m is None or pilihan is None:
            return
        self.panel.alasan.bersihkan()
        try:
            self._tandai(
                pilihan.kurang, self.panel.alasan.input.nilai(), self.panel.tanda(), m.semula
            )
        except FieldsError as galat:
            self.panel.alasan.set_pesan(Nada.BAHAYA, galat.per_field["alasan"])
            self.panel.alasan.input.setFocus()
        except OfficerError as galat:
            self.panel.spanduk.tampilkan(Nada.BAHAYA, str(galat))

    def _tandai(
        self,
        hasil: Hasil,
        alasan: str,
        tanda: tuple[TandaBerkas, ...],
        semula: tuple[TandaBerkas, ...],
    ) -> None:
        """Mark the case that is shown and go to the next one; OfficerError = refused."""
        terbuka, langkah = self.panel.terbuka, self.panel.langkah
        assert terbuka is not None
        assert langkah is not None
        r = terbuka.permohonan.ringkasan
        berkas = terapkan_tanda(terbuka.permohonan.berkas, tanda)
        keputusan = Keputusan(
            token=uuid.uuid4().hex,
            permohonan_id=r.id,
            versi=r.versi,
            nomor=r.kode_pindai,
            nama=r.pemohon.nama,
            langkah=langkah.id,
            hasil=hasil.id,
            label=hasil.label,
            mundur=hasil.mundur,
            alasan=alasan,
            kurang=sebut_kurang(berkas),
            tanda=tanda,
            tanda_semula=semula,
        )
        self._meja.alur.check(keputusan.build_perintah(), self._penanda())
        di_daftar = self._menandai.dari_daftar if self._menandai else self._is_di_daftar()
        self._akhiri_menandai(kembalikan=False)
        self.panel.spanduk.sembunyikan()
        self.spanduk.sembunyikan()
        self._set_kumpulan(self._kumpulan.beri(keputusan))
        self._pilih_berikut(self._list_berikut())
        self._tampilkan_tanda()
        (self.daftar if di_daftar else self.panel.ceklis).setFocus()

    def _penanda(self) -> Petugas:
        """In whose name a mark is checked: the Kasi, also while an operator is at work."""
        assert self._petugas is not None
        penanda = list_penanda_tangan(self._meja.petugas.list_petugas(), self._petugas)
        return penanda[0] if penanda else self._petugas

    def _akhiri_menandai(self, *, kembalikan: bool) -> None:
        """Leave T; `kembalikan` puts the papers back as they were before."""
        m, self._menandai = self._menandai, None
        if m is None:
            return
        for pintasan in self._pintasan_kurang:
            pintasan.setEnabled(False)
        if kembalikan:
            self.panel.set_tanda(m.semula, dapat_diubah=m.dapat_diubah)
            self._tampilkan_tanda()
        self._tampilkan_kaki()

    def _on_tarik(self) -> None:
        baris = self.daftar.baris()
        lama = self._kumpulan.find(baris.ringkasan.id) if baris else None
        if self._menandai is not None or lama is None:
            return
        if self._keputusan_tampak() is not None:
            dapat_diubah = bool(self.panel.hasil.tombol)
            self.panel.set_tanda(lama.tanda_semula, dapat_diubah=dapat_diubah)
        self._set_kumpulan(self._kumpulan.tarik(lama.permohonan_id))
        self._tampilkan_tanda()

    # -- going about

    def _is_di_daftar(self) -> bool:
        fokus = QApplication.focusWidget()
        return fokus is None or not self.panel.isAncestorOf(fokus)

    def _is_menunggu(self, baris: BarisAntrean) -> bool:
        """Whether the case is to be decided and has no mark yet."""
        belum = self._kumpulan.find(baris.ringkasan.id) is None
        return belum and find_pilihan(baris.langkah) is not None

    def _pindah(self, arah: int) -> None:
        baris = self.daftar.currentIndex().row() + arah
        if self._menandai is None and 0 <= baris < self.model.rowCount():
            di_daftar = self._is_di_daftar()
            self.daftar.pilih(self.model.key(baris))
            (self.daftar if di_daftar else self.panel.ceklis).setFocus()

    def _on_berikutnya(self) -> None:
        self._pindah(1)

    def _on_sebelumnya(self) -> None:
        self._pindah(-1)

    def _on_kembali(self) -> None:
        """Escape: out of T with the papers as they were, else to the queue."""
        self._akhiri_menandai(kembalikan=True)
        super()._on_kembali()

    def _on_daftar_baris_dipilih(self, baris: BarisAntrean | None) -> None:
        m = self._menandai
        if m is not None and (baris is None or baris.ringkasan.id != m.permohonan_id):
            self._akhiri_menandai(kembalikan=True)
        super()._on_daftar_baris_dipilih(baris)

    def _on_daftar_dibuka(self, baris: BarisAntrean) -> None:
        super()._on_daftar_dibuka(baris)
        if self._kumpulan.find(baris.ringkasan.id) is not None:
            self.panel.ceklis.setFocus()
