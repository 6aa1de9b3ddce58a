"""The list of documents that nobody has fetched yet, and the two fields that narrow it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout

from sooko_desk.services.pengambilan import BATAS_UMUR
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.pemindai import baca_kode
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sooko_desk.services.pengambilan import BarisBelum

JUDUL = "Belum diambil"
PETUNJUK = "Enter = buka, Spasi = tandai, Ctrl+A = tandai semua"
TINGGI_BARIS = 48
LEBAR_TERKECIL = 520
LEBAR_DESA = 170
_PANAH = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_PERINTAH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _siapa(b: BarisBelum) -> str:
    r = b.ringkasan
    return f"{r.pemohon.nama}\n{r.kode_pindai}"


def _nama(b: BarisBelum) -> str:
    return b.ringkasan.pemohon.nama.casefold()


def _tempat(b: BarisBelum) -> str:
    return b.ringkasan.tempat or "–"


def sebut_umur(b: BarisBelum) -> str:
    """How long a document waits, in words."""
    return f"{b.umur_hari} hari" if b.umur_hari else "hari ini"


def nada_umur(b: BarisBelum) -> Nada:
    """Tone of that age."""
    seminggu, sebulan = BATAS_UMUR
    if b.umur_hari > sebulan:
        return Nada.BAHAYA
    return Nada.PERINGATAN if b.umur_hari > seminggu else Nada.NETRAL


def _urut_umur(b: BarisBelum) -> float:
    return -b.ringkasan.posisi_sejak.timestamp()


def _kunci(b: BarisBelum) -> int:
    return b.ringkasan.id


class DaftarBelum(Kartu):
    """Fields and table; letters typed in the table go on in the first field.

    Space marks a row, Ctrl+A in the table all that are seen; what is marked is acted on together.

    Args:
        nama_desa: village names by code.

    Signals:
        dipilih(object): another `BarisBelum` is current, or the same one as read anew; None = none.
        dibuka(): Enter on the current case.
        ditandai(): other rows are marked, or seen, than before.
    """

    dipilih = Signal(object)
    dibuka = Signal()
    ditandai = Signal()

    def __init__(self, nama_desa: Mapping[str, str]) -> None:
        super().__init__(JUDUL)
        self._nama_desa = nama_desa
        self._semua: tuple[BarisBelum, ...] = ()
        self._kata: tuple[str, ...] = ()
        self._tanda: set[int] = set()
        self.cari = IsianTeks("Ketik nama, nomor, atau tempat, atau pindai tanda bukti")
        self.cari.setAccessibleName("Cari dokumen yang belum diambil")
        self.desa = Pilihan("Semua desa")
        self.desa.setAccessibleName("Saring menurut desa")
        self.desa.setFixedWidth(LEBAR_DESA)
        self.desa.set_pilihan(nama_desa.items())
        self.model: RowTableModel[BarisBelum] = RowTableModel(self._list_kolom(), _kunci)
        self.tabel: TabelData[BarisBelum] = TabelData(self.model, JUDUL)
        self.tabel.verticalHeader().setDefaultSectionSize(TINGGI_BARIS)
        self.setMinimumWidth(LEBAR_TERKECIL)
        atas = QHBoxLayout()
        atas.setSpacing(THEME.gap_s)
        atas.addWidget(self.cari, 1)
        atas.addWidget(self.desa)
        self.isi.addLayout(atas)
        self.isi.addWidget(self.tabel, 1)
        self.cari.edited.connect(self._saring)
        self.cari.returnPressed.connect(self._on_cari_return_pressed)
        self.desa.dipilih.connect(self._saring)
        self.cari.installEventFilter(self)
        self.tabel.installEventFilter(self)
        self.tabel.baris_dipilih.connect(self.dipilih)
        self.tabel.dibuka.connect(self._on_tabel_dibuka)

    def set_baris(self, baris: Sequence[BarisBelum]) -> None:
        """Show these cases; the chosen and the marked ones stay so while they are among them."""
        self._semua = tuple(baris)
        self._kata = tuple(map(self._sebut, baris))
        self._tanda &= {b.ringkasan.id for b in baris}
        self._saring()

    def tampak(self) -> tuple[BarisBelum, ...]:
        """The rows that are seen now, in the order of the screen."""
        return tuple(self.model.row(n) for n in range(self.model.rowCount()))

    def terpilih(self) -> tuple[BarisBelum, ...]:
        """The marked rows that are seen; without a mark the current row."""
        tanda = tuple(b for b in self.tampak() if b.ringkasan.id in self._tanda)
        kini = self.tabel.baris()
        return tanda or ((kini,) if kini is not None else ())

    def saringan(self) -> str:
        """What the list is narrowed down to, in words."""
        desa = self.desa.kode()
        tempat = f"Desa {self._nama_desa[desa]}" if desa else "Semua desa"
        return f"{tempat}, {self.cari.nilai()}" if self.cari.nilai() else tempat

    def find_kode(self, kode: str) -> BarisBelum | None:
        """The case of a receipt's code, seen or not."""
        return next((b for b in self._semua if b.ringkasan.kode_pindai == kode), None)

    def pilih(self, permohonan_id: int) -> bool:
        """Make that case current, the fields emptied if they hide it; False = not in the list."""
        if self.tabel.pilih(permohonan_id):
            return True
        if all(b.ringkasan.id != permohonan_id for b in self._semua):
            return False
        self.bersihkan()
        return self.tabel.pilih(permohonan_id)

    def bersihkan(self) -> bool:
        """Empty the fields: every case is in the list again. False = they were empty."""
        if not (self.cari.text() or self.desa.kode()):
            return False
        self.cari.clear()
        self.desa.set_kode("")
        self._saring()
        return True

    def lepas_tanda(self) -> bool:
        """Take every mark away; False = there was none."""
        ada = bool(self._tanda)
        self._set_tanda(set())
        return ada

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the field into the table, a letter back; Space and Ctrl+A mark."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.cari and event.key() in _PANAH:
                self.tabel.setFocus()
                return True
            if watched is self.tabel:
                return self._press_tabel(event)
        return super().eventFilter(watched, event)

    def _press_tabel(self, event: QKeyEvent) -> bool:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if (kini := self.tabel.baris()) is not None:
                self._set_tanda(self._tanda ^ {kini.ringkasan.id})
            return True
        if ctrl and event.key() == Qt.Key.Key_A:
            tampak = {b.ringkasan.id for b in self.tampak()}
            self._set_tanda(self._tanda - tampak if tampak <= self._tanda else self._tanda | tampak)
            return True
        if _is_tulisan(event):
            self.cari.setFocus()
            QApplication.sendEvent(self.cari, event)
            return True
        return False

    def _set_tanda(self, tanda: set[int]) -> None:
        self._tanda = tanda
        if akhir := self.model.rowCount():
            self.model.dataChanged.emit(self.model.index(0, 0), self.model.index(akhir - 1, 0))
        self._tulis_kepala()

    def _list_kolom(self) -> tuple[Kolom[BarisBelum], ...]:
        return (
            Kolom("", self._sebut_tanda, Rata.TENGAH, lebar=52),
            Kolom("Pemohon", _siapa, sort_key=_nama),
            Kolom("Desa, telepon", self._di_mana, lebar=130),
            Kolom("Tempat", _tempat, lebar=112),
            Kolom("Umur", sebut_umur, lebar=90, chip=nada_umur, sort_key=_urut_umur),
        )

    def _sebut_tanda(self, b: BarisBelum) -> str:
        return "✓" if b.ringkasan.id in self._tanda else ""

    def _desa(self, b: BarisBelum) -> str:
        desa = b.ringkasan.pemohon.desa
        return self._nama_desa.get(desa, desa)

    def _di_mana(self, b: BarisBelum) -> str:
        return f"{self._desa(b)}\n{b.telepon or 'tanpa nomor'}"

    def _sebut(self, b: BarisBelum) -> str:
        """All by which a case is found."""
        r = b.ringkasan
        kata = (r.pemohon.nama, r.nomor_tanda_bukti, r.kode_pindai, r.tempat, b.telepon)
        return "\n".join((*kata, self._desa(b))).casefold()

    def _saring(self) -> None:
        dicari = baca_kode(self.cari.nilai()) or self.cari.nilai()
        potongan = dicari.casefold().split()
        desa = self.desa.kode()
        cocok = [
            b
            for b, kata in zip(self._semua, self._kata, strict=True)
            if all(p in kata for p in potongan) and desa in ("", b.ringkasan.pemohon.desa)
        ]
        if self._semua:
            kalimat = "Ketik sebagian nama atau nomor, atau kosongkan desanya."
            self.tabel.set_kosong("search", "Tidak ditemukan", kalimat)
        else:
            self.tabel.set_kosong(
                "packages",
                "Tidak ada dokumen yang menunggu diambil",
                "Dokumen yang sudah jadi tampil di sini sampai diserahkan.",
            )
        self.model.set_rows(cocok)
        self._tulis_kepala()

    def _tulis_kepala(self) -> None:
        tampak = self.tampak()
        semua = len(self._semua)
        self.set_judul(f"{JUDUL} · {semua}" if semua else JUDUL)
        kata = [f"{len(tampak)} dari {semua} dokumen"] if len(tampak) < semua else []
        if tanda := sum(b.ringkasan.id in self._tanda for b in tampak):
            kata.append(f"{tanda} ditandai")
        lebih = {batas: sum(b.umur_hari > batas for b in tampak) for batas in BATAS_UMUR}
        kata += [f"{lama} lebih dari {batas} hari" for batas, lama in lebih.items() if lama]
        if semua and not kata:
            kata.append("yang paling lama di atas")
        self.set_subjudul(" · ".join(kata))
        self.ditandai.emit()

    def _on_cari_return_pressed(self) -> None:
        """The first hit becomes current; a second Enter opens it."""
        self.tabel.setFocus()

    def _on_tabel_dibuka(self) -> None:
        if self.tabel.baris() is not None:
            self.dibuka.emit()


def _is_tulisan(event: QKeyEvent) -> bool:
    teks = event.text()
    return teks.isprintable() and bool(teks.strip()) and not event.modifiers() & _PERINTAH
