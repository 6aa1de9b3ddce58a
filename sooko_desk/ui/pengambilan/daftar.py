"""The list of documents that nobody has fetched yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sooko_desk.services.pengambilan import BATAS_UMUR, BarisBelum
from sooko_desk.ui.kit.centang_baris import CentangBaris
from sooko_desk.ui.kit.daftar_cari import DaftarCari
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.tabel import Kolom
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

JUDUL = "Belum diambil"
PETUNJUK = "Enter = buka, Spasi = tandai, Ctrl+A = tandai semua"
PETUNJUK_CARI = "Ketik nama, nomor, atau tempat, atau pindai tanda bukti"
UBAH_SARINGAN = "Ketik sebagian nama atau nomor, atau kosongkan desanya."
LEBAR_TERKECIL = 540
LEBAR_DESA = 170


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


def _desa(b: BarisBelum) -> str:
    return b.ringkasan.pemohon.desa


class DaftarBelum(DaftarCari[BarisBelum]):
    """The list in a card of its own; what is marked is acted on together.

    Args:
        nama_desa: village names by code.

    Attributes:
        kartu: the card around it, with a count.
        desa: narrows it down to a village.
        tanda: the marks of its rows.

    Signals:
        dipilih(object): another `BarisBelum` is current, or the same one as read anew; None = none.
        dibuka(): Enter on the current case.
    """

    dipilih = Signal(object)
    dibuka = Signal()

    def __init__(self, nama_desa: Mapping[str, str]) -> None:
        tanda: CentangBaris[BarisBelum] = CentangBaris(_kunci, "ditandai")
        kolom = (
            tanda.kolom,
            Kolom("Pemohon", _siapa, sort_key=_nama),
            Kolom("Desa, telepon", self._di_mana, lebar=118),
            Kolom("Tempat", _tempat, lebar=96),
            Kolom("Umur", sebut_umur, lebar=90, chip=nada_umur, sort_key=_urut_umur),
        )
        super().__init__(kolom, _kunci, self._sebut_baris, JUDUL, PETUNJUK_CARI)
        self._nama_desa = nama_desa
        self.tanda = tanda
        self.tanda.pasang(self)
        self.desa = Pilihan("Semua desa")
        self.desa.setAccessibleName("Saring menurut desa")
        self.desa.setFixedWidth(LEBAR_DESA)
        self.desa.set_pilihan(nama_desa.items())
        self.pasang_pilihan(self.desa, _desa, UBAH_SARINGAN)
        self.kartu = Kartu(JUDUL)
        self.kartu.setMinimumWidth(LEBAR_TERKECIL)
        self.kartu.isi.addWidget(self, 1)
        self.disaring.connect(self._tulis_kepala)
        self.tanda.berubah.connect(self._tulis_kepala)
        self.cari.returnPressed.connect(self._on_cari_return_pressed)
        self.tabel.baris_dipilih.connect(self.dipilih)
        self.tabel.dibuka.connect(self._on_tabel_dibuka)
        self.set_kosong(
            "packages",
            "Tidak ada dokumen yang menunggu diambil",
            "Dokumen yang sudah jadi tampil di sini sampai diserahkan.",
        )

    def set_baris(self, baris: Sequence[BarisBelum]) -> None:
        """Show these cases; the chosen and the marked ones stay so while they are among them."""
        self.tanda.batasi(baris)
        super().set_baris(baris)

    def terpilih(self) -> tuple[BarisBelum, ...]:
        """The marked rows that are seen; without a mark the current row."""
        kini = self.tabel.baris()
        return self.tanda.pilah(self.tampak()) or ((kini,) if kini is not None else ())

    def saringan(self) -> str:
        """What the list is narrowed down to, in words."""
        desa = self.desa.kode()
        tempat = f"Desa {self._nama_desa[desa]}" if desa else "Semua desa"
        return f"{tempat}, {self.cari.nilai()}" if self.cari.nilai() else tempat

    def find_kode(self, kode: str) -> BarisBelum | None:
        """The case of a receipt's code, seen or not."""
        return next((b for b in self.semua() if b.ringkasan.kode_pindai == kode), None)

    def _sebut_desa(self, b: BarisBelum) -> str:
        return self._nama_desa.get(_desa(b), _desa(b))

    def _di_mana(self, b: BarisBelum) -> str:
        return f"{self._sebut_desa(b)}\n{b.telepon or 'tanpa nomor'}"

    def _sebut_baris(self, b: BarisBelum) -> str:
        r = b.ringkasan
        kata = (r.pemohon.nama, r.nomor_tanda_bukti, r.kode_pindai, r.tempat, b.telepon)
        return "\n".join((*kata, self._sebut_desa(b)))

    def _tulis_kepala(self) -> None:
        semua, tampak = len(self.semua()), self.tampak()
        self.kartu.set_judul(f"{JUDUL} · {semua}" if semua else JUDUL)
        kata = [f"{len(tampak)} dari {semua} dokumen"] if len(tampak) < semua else []
        if tanda := len(self.tanda.pilah(tampak)):
            kata.append(f"{tanda} ditandai")
        lebih = {batas: sum(b.umur_hari > batas for b in tampak) for batas in BATAS_UMUR}
        kata += [f"{lama} lebih dari {batas} hari" for batas, lama in lebih.items() if lama]
        if semua and not kata:
            kata.append("yang paling lama di atas")
        self.kartu.set_subjudul(" · ".join(kata))

    def _on_cari_return_pressed(self) -> None:
        """The first hit becomes current; a second Enter opens it."""
        self.tabel.setFocus()

    def _on_tabel_dibuka(self) -> None:
        if self.tabel.baris() is not None:
            self.dibuka.emit()
