"""Tabs Kelengkapan, Entri Data and Pencetakan: the queue on the left, the open case on the right.

One widget serves all three; the SOP file says which steps belong to which screen.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sooko_desk.ui.alat_permohonan import AlatPermohonan
from sooko_desk.ui.baris_antrean import KATA_PRIORITAS, BarisDuaDelegate, ChipBaris
from sooko_desk.ui.kata import KATA_PIHAK, NADA_WAKTU, ringkas_waktu
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.panel_permohonan import PanelPermohonan
from sooko_desk.ui.theme import THEME, Nada
from sooko_desk.ui.tombol_dikembalikan import TombolDikembalikan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.antrean import BarisAntrean
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.lampiran.panel import PanelLampiran
    from sooko_desk.ui.pencetak import Pencetak


@dataclass(frozen=True, slots=True)
class RuangAntrean:
    """What makes one of the three tabs.

    Attributes:
        layar: `Langkah.layar` values that belong here.
        kosong: title and sentence of the empty queue.
    """

    judul: str
    layar: frozenset[str]
    kosong: tuple[str, str]


KELENGKAPAN = RuangAntrean(
    "Kelengkapan",
    frozenset({"kelengkapan", "penerimaan"}),
    ("Tidak ada berkas menunggu", "Berkas yang diterima di loket tampil di sini."),
)
ENTRI_DATA = RuangAntrean(
    "Entri Data",
    frozenset({"entri_data"}),
    ("Tidak ada data menunggu", "Berkas yang dinyatakan lengkap oleh Kasi tampil di sini."),
)
PENCETAKAN = RuangAntrean(
    "Pencetakan",
    frozenset({"pencetakan"}),
    ("Tidak ada cetakan menunggu", "Dokumen yang siap dicetak atau diserahkan tampil di sini."),
)


def _siapa(b: BarisAntrean) -> str:
    r = b.ringkasan
    keadaan = r.status if r.menunggu else b.langkah.nama
    return f"{r.pemohon.nama}\n{r.layanan} · {keadaan}"


def _waktu(b: BarisAntrean) -> str:
    return ringkas_waktu(b.waktu)


def _nada_waktu(b: BarisAntrean) -> Nada:
    return NADA_WAKTU[b.waktu.keadaan]


def _urut_waktu(b: BarisAntrean) -> float:
    return -1.0 if b.waktu.bagian is None else b.waktu.bagian


def _kunci(b: BarisAntrean) -> int:
    return b.ringkasan.id


LEBAR_ANTREAN = 274
"""Least px of the queue's card: both columns, the scroll bar and the card's sides."""
TINGGI_DUA_BARIS = 48
"""Row height in px: the name, and below it the service and the step."""

KOLOM: tuple[Kolom[BarisAntrean], ...] = (
    Kolom("Pemohon dan langkah", _siapa),
    Kolom("Menit", _waktu, lebar=80, chip=_nada_waktu, sort_key=_urut_waktu),
)


class TabAntrean(QWidget):
    """One work queue.

    Signals:
        minta_permohonan(int): another case, tied to the open one, is wanted, wherever it waits.
    """

    minta_permohonan = Signal(int)

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, ruang: RuangAntrean, induk: QWidget
    ) -> None:
        super().__init__(induk)
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._ruang = ruang
        self._petugas: Petugas | None = None
        self.spanduk = Spanduk()
        self.model: RowTableModel[BarisAntrean] = RowTableModel(self._list_kolom(), _kunci)
        self.daftar: TabelData[BarisAntrean] = TabelData(self.model, f"Antrean {ruang.judul}")
        self.daftar.verticalHeader().setDefaultSectionSize(TINGGI_DUA_BARIS)
        self.daftar.setItemDelegateForColumn(0, BarisDuaDelegate(self.daftar, self._list_chip))
        self.daftar.set_kosong("inbox", *ruang.kosong)
        self.dikembalikan = TombolDikembalikan(meja)
        self._kanan = QStackedWidget()
        self._cetak = tombol_teks("Tanda bukti", "printer", "F8")
        self.alat = AlatPermohonan(meja, kabar, pencetak, self, self._find_terbuka)
        self._build_layout()
        # In its place from the beginning, see `HalamanKerja`; after the list, for Tab.
        self.panel = self._build_panel()
        self._kanan.addWidget(self.panel)
        self.daftar.baris_dipilih.connect(self._on_daftar_baris_dipilih)
        self.daftar.dibuka.connect(self._on_daftar_dibuka)
        self.panel.dijalankan.connect(self._on_panel_dijalankan)
        self.panel.ketinggalan.connect(self._on_panel_ketinggalan)
        self.panel.buka_permohonan.connect(self.minta_permohonan)
        self.panel.pasang_samping(self._build_samping)
        self.panel.samping_berubah.connect(self._kartu.setHidden)
        self.dikembalikan.berubah.connect(self.muat_ulang)
        self._cetak.clicked.connect(self._on_cetak)
        self.alat.dibetulkan.connect(self._on_dibetulkan)
        self._diserahkan = 0
        self.spanduk.aksi_dipilih.connect(self._on_tanda_terima)
        pasang_pintasan(
            self,
            {
                "F8": self._on_cetak,
                "Esc": self._on_kembali,
                "Ctrl+J": self.panel.kerabat.buka_pertama,
            },
            DI_BAGIAN,
        )

    def set_petugas(self, petugas: Petugas) -> None:
        """Another officer works now; what he may do changes with him."""
        self._petugas = petugas
        self.alat.set_petugas(petugas)
        self.spanduk.sembunyikan()

    def muat_ulang(self) -> None:
        """Read the queue anew; the chosen case stays chosen while it is still here."""
        if self._petugas is None:
            return
        dipilih = self.panel.permohonan_id
        if self._ruang is ENTRI_DATA:
            self.dikembalikan.muat_ulang()
        antrean = self._meja.alur.list_antrean(self._ruang.layar)
        self.model.set_rows(self.dikembalikan.saring(antrean))
        self._sebut_isi(antrean)
        ada = self.model.rowCount() > 0
        if not (dipilih is not None and self.daftar.pilih(dipilih)) and ada:
            self.daftar.pilih(self.model.key(0))
        self._tampilkan(self.daftar.baris())

    @property
    def layar(self) -> frozenset[str]:
        """`Langkah.layar` values that belong here."""
        return self._ruang.layar

    def buka_permohonan(self, permohonan_id: int) -> None:
        """Choose a case of this queue, ready to work; one that came back on what it lacks."""
        self.muat_ulang()
        self.daftar.pilih(permohonan_id)
        self._tampilkan(self.daftar.baris())
        self.panel.ceklis.pilih_kurang()
        self.fokus_awal()  # for who may only look
        self.panel.fokus_kerja()

    def fokus_awal(self) -> None:
        """The queue; its first case is open already."""
        self.daftar.setFocus()

    def _list_chip(self, b: BarisAntrean) -> tuple[ChipBaris, ...]:
        """Chips in a row's second line."""
        kata = KATA_PRIORITAS.get(b.ringkasan.prioritas)
        calon = (
            (b.ringkasan.id in self.dikembalikan.id_dikembalikan, "Dikembalikan", Nada.PERINGATAN),
            (b.waktu.gangguan, "SIAK gangguan", Nada.BAHAYA),
            (bool(kata), kata or "", Nada.PROSES),
        )
        return tuple(ChipBaris(teks, nada) for ada, teks, nada in calon if ada)

    def _list_kolom(self) -> tuple[Kolom[BarisAntrean], ...]:
        return KOLOM

    def _build_panel(self) -> PanelPermohonan:
        return PanelPermohonan(self._meja, self._kanan)

    def _build_layout(self) -> None:
        self._kartu = Kartu("Antrean")
        self._kartu.isi.addWidget(self.dikembalikan, 0, Qt.AlignmentFlag.AlignLeft)
        tepi = self._kartu.layout()
        assert tepi is not None
        tepi.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        self._kartu.isi.addWidget(self.daftar, 1)
        bawah = QHBoxLayout()
        bawah.setSpacing(0)
        bawah.addWidget(self._cetak)
        bawah.addWidget(self.alat.tombol)
        bawah.addStretch(1)
        self._kartu.isi.addLayout(bawah)
        self._kosong = Kosong("file-text", "Belum ada yang dipilih", "Pilih permohonan di kiri.")
        self._kanan.addWidget(self._kosong)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_s)
        self._kartu.setMinimumWidth(LEBAR_ANTREAN)
        badan.addWidget(self._kartu, 1)
        badan.addWidget(self._kanan, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_s)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.spanduk)
        layout.addLayout(badan, 1)
        self._isi = layout

    def _sebut_isi(self, antrean: Sequence[BarisAntrean]) -> None:
        """First, as on the tab itself, how many wait here; below it what others have."""
        luar = Counter(b.ringkasan.menunggu for b in antrean)
        menunggu = luar.pop("", 0)
        tampil = self.model.rowCount()
        dari = f"{tampil} dari " if tampil < len(antrean) else ""
        self._kartu.set_judul(f"Antrean · {dari}{menunggu} menunggu" if antrean else "Antrean")
        kata = (f"{n} {KATA_PIHAK.get(siapa, 'di luar kantor')}" for siapa, n in luar.items())
        self._kartu.set_subjudul("" if dari else ", ".join(kata))

    def _list_berikut(self) -> list[int]:
        """Ids of the other cases as they stand below the chosen one, then from the top."""
        jumlah, kini = self.model.rowCount(), self.daftar.currentIndex().row()
        urutan = ((kini + n) % jumlah for n in range(1, jumlah))
        return [self.model.row(nomor).ringkasan.id for nomor in urutan]

    def _pilih_berikut(self, calon: Sequence[int]) -> None:
        """Choose the first of these that waits for this tab's people."""
        menunggu = {
            b.ringkasan.id
            for b in map(self.model.row, range(self.model.rowCount()))
            if self._is_menunggu(b)
        }
        berikut = next((i for i in calon if i in menunggu), None)
        if berikut is not None:
            self.daftar.pilih(berikut)

    def _is_menunggu(self, baris: BarisAntrean) -> bool:
        """Whether somebody at this tab has something to do with the case."""
        return not baris.ringkasan.menunggu

    def _tampilkan(self, baris: BarisAntrean | None) -> None:
        if baris is None or self._petugas is None:
            self._kanan.setCurrentWidget(self._kosong)
            self._cetak.setEnabled(False)
            return
        self._cetak.setEnabled(True)
        self.panel.tampilkan(baris.ringkasan.id, self._petugas)
        self._kanan.setCurrentWidget(self.panel)

    def _on_dibetulkan(self, _permohonan_id: int, kalimat: str) -> None:
        self._diserahkan = 0
        self.spanduk.tampilkan(Nada.SELESAI, kalimat)
        self.panel.fokus_kerja()  # its form was made anew

    def _on_tanda_terima(self) -> None:
        """The paper of the hand-over that the banner tells of."""
        if self._diserahkan and self._petugas is not None:
            satu = self._diserahkan
            build = self._meja.pengambilan.build_tanda_terima
            self._pencetak.buka_dokumen(lambda: build(satu), self._petugas, self)

    def _find_terbuka(self) -> int | None:
        return None if self.daftar.baris() is None else self.panel.permohonan_id

    def _build_samping(self) -> PanelLampiran:
        from sooko_desk.ui.lampiran.panel import PanelLampiran

        assert self.alat.dunia is not None
        return PanelLampiran(self._meja, self._kabar, self.alat.dunia, di_samping=True)

    def _on_kembali(self) -> None:
        if self.panel.batal_alasan():
            self.panel.fokus_kerja()
            return
        if self.panel.is_samping():
            self.panel.tutup_samping()
            return
        self.daftar.setFocus()

    def _on_daftar_baris_dipilih(self, baris: BarisAntrean | None) -> None:
        if baris is not None and baris.ringkasan.id != self.panel.permohonan_id:
            self._tampilkan(baris)

    def _on_daftar_dibuka(self, _baris: BarisAntrean) -> None:
        self._diserahkan = 0
        self.spanduk.sembunyikan()  # it told of the case before
        self.panel.fokus_kerja()

    def _on_panel_dijalankan(self, permohonan_id: int, kalimat: str) -> None:
        berikut = self._list_berikut()
        self._kabar.berubah.emit(permohonan_id)
        kini = self.daftar.baris()
        if kini is None or kini.ringkasan.id != permohonan_id or kini.ringkasan.menunggu:
            self._pilih_berikut(berikut)  # it left, or went to the end: on to the next one
        self.daftar.setFocus()
        penyerahan = self._meja.pengambilan.find_penyerahan(permohonan_id)
        self._diserahkan = penyerahan.permohonan_id if penyerahan else 0
        if penyerahan is None:
            self.spanduk.tampilkan(Nada.SELESAI, kalimat)
            return
        kata = " ".join(x for x in (kalimat, penyerahan.pengingat) if x)
        nada = Nada.PERINGATAN if penyerahan.asli else Nada.SELESAI
        self.spanduk.tampilkan(nada, kata, "Cetak tanda terima (F8)")

    def _on_panel_ketinggalan(self, permohonan_id: int, kalimat: str) -> None:
        self._diserahkan = 0
        self._kabar.berubah.emit(permohonan_id)
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)
        self.daftar.setFocus()

    def _on_cetak(self) -> None:
        if self._diserahkan and self.spanduk.isVisible():
            self._on_tanda_terima()
            return
        baris = self.daftar.baris()
        if baris is not None and self._petugas is not None:
            self._pencetak.buka_tanda_bukti(baris.ringkasan.id, self._petugas, self)
