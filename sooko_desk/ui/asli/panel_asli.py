"""One case at the counter: its originals, who takes them, and the two ways they leave."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sooko_desk.domain.permohonan import AsliKeluar
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.ui.kata import nada_status
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.centang_berkas import BerkasCentang, CentangBerkas
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sooko_desk.domain.permohonan import Berkas, Permohonan

PETUNJUK = "Spasi atau angka = pilih, Ctrl+A = semua"
BELUM_DICENTANG = "Pilih dulu berkas asli yang diserahkan."
DARI_PEMBAWA = "Pembawa saat berkas masuk. Ketik nama lain bila bukan dia yang menerima."
DARI_PEMOHON = "Pemohon. Ketik nama lain bila orang lain yang menerima."


@dataclass(frozen=True, slots=True)
class IsianAsli:
    """What an officer ticked and typed: codes of papers, and who takes them."""

    kode: frozenset[str]
    penerima: str


def isian_awal(permohonan: Permohonan) -> IsianAsli:
    """What a counter does most often with a case.

    A case that is finished, or that went back to its applicant, takes all its papers home at
    once. While the office works on a case its papers stay, so none is ticked.
    """
    r = permohonan.ringkasan
    pulang = r.posisi == SELESAI or r.menunggu == "pemohon"
    kode = frozenset(b.kode for b in list_asli(permohonan)) if pulang else frozenset()
    return IsianAsli(kode, permohonan.pembawa.nama or r.pemohon.nama)


def list_asli(permohonan: Permohonan) -> tuple[Berkas, ...]:
    """The originals of a case that are in the office."""
    return tuple(b for b in permohonan.berkas if b.asli_di_kantor)


class PanelAsli(QStackedWidget):
    """Shows one case and asks for its papers to leave; stores nothing.

    What the law withdraws is asked about once, in place: it never goes back to the applicant.

    Args:
        nama_desa: village names by code.
        sesudah: what Tab comes from.

    Attributes:
        token: made when the case was shown; handing over twice gives one event.

    Signals:
        diminta(AsliKeluar): the ticked papers leave; at least one is ticked.
    """

    diminta = Signal(AsliKeluar)

    def __init__(self, nama_desa: Mapping[str, str], sesudah: QWidget) -> None:
        super().__init__()
        self._nama_desa = nama_desa
        self._sesudah = sesudah
        self.permohonan: Permohonan | None = None
        self.token = ""
        self.nama = build_label("", Peran.TEBAL)
        self.siapa = build_label("", Peran.REDUP)
        self.status = Lencana()
        self.petunjuk = build_label(PETUNJUK, Peran.REDUP)
        self.ceklis = CentangBerkas("Berkas asli di kantor")
        self.penerima = BarisIsian("Diterima oleh", IsianTeks(kapital=True))
        self.tanya = Spanduk()
        self.kembalikan = tombol_utama("Kembalikan ke pemohon", "user", "Ctrl+Enter")
        self.tarik = tombol_kedua("Ditarik kantor", "inbox", "Ctrl+T")
        (self._ya,) = pasang_pintasan(self, {"Y": self._on_ya})
        self._build_layout()
        self.ceklis.berubah.connect(self._on_isian_berubah)
        self.ceklis.lanjut.connect(self._on_ceklis_lanjut)
        self.penerima.input.edited.connect(self._on_isian_berubah)
        self.kembalikan.clicked.connect(self.minta_kembali)
        self.tarik.clicked.connect(self.minta_tarik)
        self.tanya.aksi_dipilih.connect(self._on_ya)
        self.tanya.ditutup.connect(self.batal_tanya)
        self.kosongkan()

    def kosongkan(self) -> None:
        """Show that no case is chosen."""
        self.permohonan = None
        self.batal_tanya()
        self.setCurrentIndex(0)

    def tampilkan(self, permohonan: Permohonan, isian: IsianAsli) -> None:
        """Show a case that has originals in the office."""
        self.permohonan = permohonan
        self.token = uuid.uuid4().hex
        r, p = permohonan.ringkasan, permohonan.ringkasan.pemohon
        self._kartu.set_judul(r.kode_pindai)
        self.status.set_isi(r.status, nada_status(r))
        self.nama.setText(p.nama)
        rt_rw = " ".join(x for x in (p.rt and f"RT {p.rt}", p.rw and f"RW {p.rw}") if x)
        alamat = (p.alamat, rt_rw, f"Desa {self._nama_desa.get(p.desa, p.desa)}")
        self.siapa.setText(f"{r.jenis_kode} {r.jenis_nama}\n{', '.join(x for x in alamat if x)}")
        berkas = [
            BerkasCentang(b.kode, b.nama, _keterangan(b, r.diterima)) for b in list_asli(permohonan)
        ]
        self.ceklis.set_berkas(berkas, isian.kode, self._sesudah)
        self.penerima.input.set_nilai(isian.penerima)
        self.penerima.bersihkan()
        self.penerima.set_bantuan(DARI_PEMBAWA if permohonan.pembawa.nama else DARI_PEMOHON)
        self._beri_petunjuk("")
        self.batal_tanya()
        self.setCurrentIndex(1)

    def isian(self) -> IsianAsli:
        """What is ticked and typed now."""
        return IsianAsli(self.ceklis.kode(), self.penerima.input.nilai())

    def fokus(self) -> None:
        """Put the caret on the papers."""
        self.ceklis.fokus()

    def tolak_penerima(self, kalimat: str) -> None:
        """Say beside the field what is wrong with who takes the papers."""
        self.penerima.set_pesan(Nada.BAHAYA, kalimat)
        self._fokus_penerima()

    def is_bertanya(self) -> bool:
        """Whether the question of withdrawing is open."""
        return self._ya.isEnabled()

    def minta_kembali(self) -> None:
        """The ticked papers go to who is named."""
        if self._siap():
            self.diminta.emit(AsliKeluar.DIKEMBALIKAN)

    def minta_tarik(self) -> None:
        """Ask whether the ticked papers stay with the office for good."""
        if not self._siap():
            return
        dipilih = self.ceklis.kode()
        assert self.permohonan is not None
        nama = [b.nama for b in list_asli(self.permohonan) if b.kode in dipilih]
        apa = nama[0] if len(nama) == 1 else f"{len(nama)} berkas asli yang dipilih"
        self._set_bertanya(ya=True)
        self.tanya.tampilkan(
            Nada.PERINGATAN,
            f"Tarik {apa}? Yang ditarik tidak kembali kepada pemohon. Esc\u00a0=\u00a0tidak.",
            "Ya, tarik (Y)",
        )

    def batal_tanya(self) -> None:
        """Take the question back; nothing was stored."""
        self.tanya.sembunyikan()
        self._set_bertanya(ya=False)

    def _build_layout(self) -> None:
        for label in (self.nama, self.siapa):
            label.setWordWrap(True)
        self._kartu = Kartu("Permohonan")
        self._kartu.add_kanan(self.status)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.nama)
        who.addWidget(self.siapa)
        kepala = QHBoxLayout()
        kepala.addWidget(build_label("Berkas asli di kantor", Peran.LABEL))
        kepala.addStretch(1)
        kepala.addWidget(self.petunjuk)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        tombol.addWidget(self.kembalikan)
        tombol.addWidget(self.tarik)
        tombol.addStretch(1)
        for isi in (who, kepala):
            self._kartu.isi.addLayout(isi)
        self._kartu.isi.addWidget(self.ceklis, 1)
        self._kartu.isi.addWidget(self.penerima)
        # A long sentence about the name opens over this room, not over the buttons.
        self._kartu.isi.addSpacing(THEME.gap_m)
        self._kartu.isi.addWidget(self.tanya)
        self._kartu.isi.addLayout(tombol)
        kosong = Kosong(
            "file-check", "Belum ada yang dipilih", "Pilih permohonan di kiri, lalu tekan Enter."
        )
        self.addWidget(kosong)
        self.addWidget(self._kartu)

    def _siap(self) -> bool:
        """Whether papers may be asked for; else say what is missing."""
        if self.permohonan is None or self.is_bertanya():
            return False
        if not self.ceklis.kode():
            self._beri_petunjuk(BELUM_DICENTANG)
            self.fokus()
            return False
        return True

    def _set_bertanya(self, *, ya: bool) -> None:
        if ya:
            # A disabled button hands the focus to its neighbour: a second Enter would press that.
            self.fokus()
        self._ya.setEnabled(ya)
        self.kembalikan.setEnabled(not ya)
        self.tarik.setEnabled(not ya)

    def _beri_petunjuk(self, kalimat: str) -> None:
        self.petunjuk.setText(kalimat or PETUNJUK)
        set_style_state(self.petunjuk, "nada", str(Nada.BAHAYA) if kalimat else "")

    def _fokus_penerima(self) -> None:
        self.penerima.input.setFocus()
        self.penerima.input.selectAll()

    def _on_isian_berubah(self) -> None:
        """What was asked or refused was about the state before."""
        self.penerima.bersihkan()
        self._beri_petunjuk("")
        self.batal_tanya()

    def _on_ceklis_lanjut(self) -> None:
        if not self.is_bertanya():
            self._fokus_penerima()

    def _on_ya(self) -> None:
        self.batal_tanya()
        self.diminta.emit(AsliKeluar.DITARIK)


def _keterangan(b: Berkas, diterima: dt.datetime) -> str:
    """Since when it is here; `diterima` (aware) for papers from before dates were kept."""
    sejak = f"di kantor sejak {tanggal_pendek(ke_wib(b.diterima or diterima).date())}"
    lembar = f"{b.jumlah} lembar" if b.jumlah > 1 else ""
    catatan = f"catatan: {b.catatan}" if b.catatan else ""
    return " · ".join(x for x in (sejak, lembar, catatan) if x)
