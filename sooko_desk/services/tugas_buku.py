"""Written lines of a register book to printed pages, some pages at a time.

Lines are read in the window's thread and drawn in any: neither the register nor the paper holds
more than a handful of pages at once, however long the book is.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sooko_desk.domain.buku import (
    KOLOM_NOMOR,
    KOLOM_PEMBETULAN,
    KOLOM_PETUGAS,
    KOLOM_TANGGAL,
    make_bentuk_awal,
)
from sooko_desk.domain.buku import JenisBaris as Jenis
from sooko_desk.domain.kantor import JABATAN_KASI, Pejabat
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.domain.tanggal import tanggal_panjang
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.printing.kertas import A4
from sooko_desk.services.kop_dokumen import make_penanda_tangan
from sooko_desk.services.rantai import sebut_kepala

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sooko_desk.data.store import Store
    from sooko_desk.domain.buku import BarisBuku, BentukBuku, HalamanBuku
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.buku_register import (
        BarisHalaman,
        HalamanRegister,
        PenulisBuku,
    )
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.printing.tabel import KolomRegister
    from sooko_desk.printing.tanda_tangan import PenandaTangan
    from sooko_desk.services.kantor import KantorService
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.pencetakan import Dokumen
    from sooko_desk.services.rak import RakService

HALAMAN_SEKALI = 8
"""Pages that are read and drawn in one go: a tenth of a second of work."""
BENTUK_BERGANTI = "Baris ini tidak dipakai: bentuk halaman berganti."
_SEBUTAN = {Jenis.KOREKSI: "Pembetulan", Jenis.BATAL: "Nomor batal"}

Potongan = tuple["HalamanRegister", ...]
"""Pages that are ready to be drawn."""


@dataclass(frozen=True, slots=True)
class Bahan:
    """What pages are made of besides their lines."""

    store: Store
    rak: RakService
    kantor: KantorService
    kop: KopDokumen
    clock: Clock


@dataclass(frozen=True, slots=True)
class Pesanan:
    """Which pages are wanted, and what becomes of them.

    Attributes:
        halaman: the pages, by number; () = one blank page for a book that is empty.
        dibekukan: page number to the instant of its first print after it was closed: whoever
            signed then signs on every later print, whatever is known of the officials since.
        dokumen: everything of the document but its content.
    """

    layanan: str
    tahun: int
    halaman: tuple[HalamanBuku, ...]
    dibekukan: Mapping[int, dt.datetime]
    dokumen: Dokumen
    kertas: Kertas = A4


@dataclass(slots=True)
class TugasBuku:
    """One print of a book: call `baca` and `gambar` in turn until nothing is left, then `selesai`.

    `baca` reads the register and belongs to the window's thread. `gambar` and `selesai` may run in
    any, one after the other.
    """

    bahan: Bahan
    pesanan: Pesanan
    _terbaca: int = field(default=0, init=False)
    _tercatat: tuple[int, int] = field(default=(0, 0), init=False)
    _bentuk: dict[int, BentukBuku] = field(default_factory=dict, init=False)
    _isi: io.BytesIO = field(default_factory=io.BytesIO, init=False)
    _penulis: PenulisBuku = field(init=False)

    def __post_init__(self) -> None:
        from sooko_desk.printing.buku_register import PenulisBuku

        self._penulis = PenulisBuku(self._isi, self.pesanan.kertas)

    @property
    def jumlah(self) -> int:
        """Pages in all."""
        return max(1, len(self.pesanan.halaman))

    @property
    def terbaca(self) -> int:
        """Pages that were read so far."""
        return self._terbaca

    def baca(self) -> Potongan:
        """The next pages; () = there are no more."""
        if self._terbaca == self.jumlah:
            return ()
        if not self.pesanan.halaman:
            self._terbaca = 1
            return (self._halaman_kosong(),)
        semua = self.pesanan.halaman[self._terbaca : self._terbaca + HALAMAN_SEKALI]
        self._terbaca += len(semua)
        return tuple(map(self._susun, semua))

    def gambar(self, potongan: Potongan) -> None:
        """Draw pages that `baca` gave, in their order."""
        for halaman in potongan:
            self._penulis.tambah(halaman)

    def selesai(self) -> Dokumen:
        """The finished document."""
        self._penulis.tutup()
        return replace(self.pesanan.dokumen, isi=self._isi.getvalue())

    def jalankan(self, kemajuan: Kemajuan | None = None) -> Dokumen:
        """Everything in this thread, which must be the window's.

        Raises:
            DihentikanError: the officer stopped it.
        """
        kemajuan = kemajuan or Kemajuan()
        while potongan := self.baca():
            kemajuan.lapor(self._terbaca - len(potongan), self.jumlah)
            self.gambar(potongan)
        return self.selesai()

    def _susun(self, h: HalamanBuku) -> HalamanRegister:
        from sooko_desk.printing.buku_register import HalamanRegister

        p, buku = self.pesanan, self.bahan.store.buku
        semua = buku.list_baris(p.layanan, p.tahun, h.dari, h.sampai)
        sampai, pindahan = self._tercatat
        if sampai != h.dari - 1:
            pindahan = buku.count_catat(p.layanan, p.tahun, h.dari - 1)
        tercatat = sum(b.jenis is Jenis.CATAT for b in semua)
        self._tercatat = (h.sampai, pindahan + tercatat)
        bentuk = self._ambil_bentuk(h.bentuk_id)
        saat = semua[-1].waktu
        return HalamanRegister(
            kop=self.bahan.kop.kop(saat),
            judul=find_judul(self.bahan.rak, p.layanan, ke_wib(saat).date()),
            tahun=p.tahun,
            sebutan=h.sebutan,
            kolom=susun_kolom(bentuk),
            per_halaman=h.per_halaman,
            baris=tuple(susun_baris(b, bentuk) for b in semua),
            pindahan=pindahan,
            tercatat=tercatat,
            penanda_tangan=self._penanda_tangan(saat, self.pesanan.dibekukan.get(h.nomor)),
            penutup=BENTUK_BERGANTI if h.tertutup else "",
            catatan="" if h.tertutup else self._belum_penuh("Halaman belum penuh"),
            rantai=self._sebut_rantai(h.sampai),
        )

    def _halaman_kosong(self) -> HalamanRegister:
        from sooko_desk.printing.buku_register import HalamanRegister

        p, saat = self.pesanan, self.bahan.clock.now()
        bentuk = get_bentuk(self.bahan.store, p.layanan)
        return HalamanRegister(
            kop=self.bahan.kop.kop(saat),
            judul=find_judul(self.bahan.rak, p.layanan, ke_wib(saat).date()),
            tahun=p.tahun,
            sebutan=f"Jilid 1 · Halaman 1 dari {bentuk.halaman_jilid}",
            kolom=susun_kolom(bentuk),
            per_halaman=bentuk.per_halaman,
            baris=(),
            pindahan=0,
            tercatat=0,
            penanda_tangan=self._penanda_tangan(saat, None),
            catatan=self._belum_penuh("Buku belum berisi catatan"),
        )

    def _sebut_rantai(self, baris: int) -> str:
        """The link over a page's last line: it stays the same however often the page is printed."""
        mata = self.bahan.store.buku.find_mata(self.pesanan.layanan, self.pesanan.tahun, baris)
        return sebut_kepala(mata) if mata is not None else ""

    def _ambil_bentuk(self, bentuk_id: int) -> BentukBuku:
        if bentuk_id not in self._bentuk:
            self._bentuk[bentuk_id] = self.bahan.store.buku.get_bentuk(bentuk_id)
        return self._bentuk[bentuk_id]

    def _belum_penuh(self, kata: str) -> str:
        return f"{kata}, dicetak {tanggal_panjang(hari_ini(self.bahan.clock))}."

    def _penanda_tangan(self, saat: dt.datetime, diketahui: dt.datetime | None) -> PenandaTangan:
        """Who was the Kasi on the day of `saat`.

        Args:
            saat: aware.
            diketahui: as the list of officials was at that instant; None = as it is now.
        """
        hari = ke_wib(saat).date()
        pejabat = self.bahan.kantor.find_pejabat(JABATAN_KASI, hari, diketahui)
        return make_penanda_tangan(
            pejabat or Pejabat("", "", JABATAN_KASI, hari), self.bahan.kop.tempat_tanggal(saat)
        )


def get_bentuk(store: Store, layanan: str) -> BentukBuku:
    """The form that the next line of a book gets."""
    return store.buku.find_bentuk(layanan) or make_bentuk_awal()


def find_judul(rak: RakService, layanan: str, hari: dt.date) -> str:
    """Title of the book as the SOP in force on a day calls it.

    Raises:
        KeyError: the service was never known (a bug of the caller).
    """
    berlaku = (s for s in rak.list_bawaan(hari) if s.layanan == layanan)
    sop = next(berlaku, None) or rak.find_terakhir(layanan)
    if sop is None:
        raise KeyError(layanan)
    return sop.nama_register.upper()


def susun_kolom(bentuk: BentukBuku) -> tuple[KolomRegister, ...]:
    """The columns of a form as they are drawn."""
    from sooko_desk.printing.tabel import KolomRegister

    return tuple(KolomRegister(k.judul, k.lebar_mm, k.rata) for k in bentuk.kolom)


def susun_baris(baris: BarisBuku, bentuk: BentukBuku) -> BarisHalaman:
    """A line as it is drawn: its words by column, or one sentence of a dated line."""
    if baris.jenis is Jenis.CATAT:
        return tuple(baris.isi.get(k.id, "") for k in bentuk.kolom)
    return sebut_bertanggal(baris)


def sebut_bertanggal(baris: BarisBuku) -> str:
    """The sentence of a dated line."""
    isi = baris.isi
    kata = (
        f"{_SEBUTAN[baris.jenis]} {isi[KOLOM_TANGGAL]}, nomor {isi[KOLOM_NOMOR]}: "
        f"{isi[KOLOM_PEMBETULAN]}"
    )
    petugas = isi.get(KOLOM_PETUGAS)
    return f"{kata} ({petugas})" if petugas else kata
