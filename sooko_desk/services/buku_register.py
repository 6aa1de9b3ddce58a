"""The register book on paper and as a spreadsheet, made of its written lines only.

Page n of a year holds the same lines for ever (`domain.buku`). Its head and title are those of
the day of its last line; who signs is who was the Kasi on that day, as it was known when the full
page was printed first. So a page that was printed once comes out alike whenever it is repeated.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from sooko_desk.data.perintah import SaringCetakan
from sooko_desk.domain.buku import JenisBaris, list_halaman
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import NAMA_BULAN
from sooko_desk.domain.waktu import WIB, hari_ini
from sooko_desk.printing.kertas import A4
from sooko_desk.services.bentuk_buku import BentukBukuService
from sooko_desk.services.halaman_dibatasi import tutup_baris
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.rujukan import baca_rujukan, susun_rujukan
from sooko_desk.services.tugas_buku import (
    Bahan,
    Pesanan,
    TugasBuku,
    find_judul,
    get_bentuk,
    sebut_bertanggal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.buku import HalamanBuku, KolomBuku
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.kantor import KantorService
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService

SEMUA_CETAKAN = 1_000_000
"""More lines of the print log than a register ever has of its books."""
KELUAR = ("tercetak", "belum_pasti", "tersimpan")
"""Outcomes after which a page may be in somebody's hands."""
DI_KERTAS = ("tercetak",)
LEBAR_HALAMAN_MM, LEBAR_PEMBETULAN_MM = 14.0, 80.0
"""Of the two columns that only the spreadsheet has."""


@dataclass(frozen=True, slots=True)
class KeadaanBuku:
    """How far a book is.

    Attributes:
        halaman: every page in order; () = nothing is written yet.
        tercatat: numbers in it.
        belum_dicetak: numbers of the full pages that are not known to be on paper.
    """

    halaman: tuple[HalamanBuku, ...]
    tercatat: int
    belum_dicetak: tuple[int, ...]

    @property
    def penuh(self) -> int:
        """How many pages are closed."""
        return sum(h.tertutup for h in self.halaman)


@dataclass(frozen=True, slots=True)
class _Cetakan:
    """One earlier print of the book: its pages, and how many lines were written then."""

    halaman: frozenset[int]
    baris: int
    waktu: dt.datetime


class BukuRegisterService:
    """Everything but the tasks' slow half belongs to the window's thread.

    Attributes:
        bentuk: what the pages look like.
    """

    def __init__(
        self, store: Store, rak: RakService, kantor: KantorService, kop: KopDokumen, clock: Clock
    ) -> None:
        self._bahan = Bahan(store, rak, kantor, kop, clock)
        self._store = store
        self._rak = rak
        self._clock = clock
        self.bentuk = BentukBukuService(store, rak, kop, clock)

    def keadaan(self, layanan: str, tahun: int) -> KeadaanBuku:
        """The pages of a book, and which full ones are still to be printed."""
        halaman = list_halaman(self._store.buku.list_ruas(layanan, tahun))
        dicetak = _kapan_dibekukan(halaman, self._list_cetakan(layanan, tahun, DI_KERTAS))
        belum = (h.nomor for h in halaman if h.tertutup and h.nomor not in dicetak)
        return KeadaanBuku(halaman, self._store.buku.count_catat(layanan, tahun), tuple(belum))

    def find_bulan(self, layanan: str, tahun: int, bulan: int) -> tuple[int, int]:
        """First and last page with a line of that month (1-12, WIB).

        December has also what was written after it, before the next book was opened.

        Raises:
            UserError: nothing was written in that month.
        """
        akhir = calendar.monthrange(tahun, bulan)[1]
        dari = dt.datetime(tahun, bulan, 1, tzinfo=WIB)
        sampai = dt.datetime(tahun, bulan, akhir, tzinfo=WIB) + dt.timedelta(days=1)
        if bulan == len(NAMA_BULAN):  # the tail of a book stays open until the next is
            sampai = dt.datetime.max.replace(tzinfo=dt.UTC)
        rentang = self._store.buku.find_rentang(layanan, tahun, dari, sampai)
        if rentang is None:
            raise UserError(
                f"Pada {NAMA_BULAN[bulan - 1]} {tahun} tidak ada yang dicatat dalam buku "
                f"{layanan}. Pilih bulan lain."
            )
        halaman = list_halaman(self._store.buku.list_ruas(layanan, tahun))
        nomor = [h.nomor for h in halaman if h.sampai >= rentang[0] and h.dari <= rentang[1]]
        return nomor[0], nomor[-1]

    def siapkan(
        self,
        layanan: str,
        tahun: int,
        dari: int = 1,
        sampai: int | None = None,
        kertas: Kertas | None = None,
    ) -> TugasBuku:
        """Make ready to print pages of a book, or one blank page where it is empty.

        Args:
            dari: first page; `sampai` last one, both included; None = the last of the book.
            sampai: see `dari`.
            kertas: None = A4.

        Raises:
            UserError: the book has no such pages.
            KeyError: the service was never known (a bug of the caller).
        """
        halaman = list_halaman(self._store.buku.list_ruas(layanan, tahun))
        terakhir = len(halaman) or 1
        sampai = terakhir if sampai is None else sampai
        if not 1 <= dari <= sampai <= terakhir:
            raise UserError(
                f"Buku {layanan} {tahun} berisi halaman 1 sampai {terakhir}. "
                "Betulkan nomor halamannya."
            )
        return self._siapkan(layanan, tahun, halaman, halaman[dari - 1 : sampai], kertas)

    def siapkan_nomor(
        self, layanan: str, tahun: int, nomor: Sequence[int], kertas: Kertas | None = None
    ) -> TugasBuku:
        """Make ready to print these pages (e.g. `KeadaanBuku.belum_dicetak`), at least one.

        Raises:
            UserError: the book has no such pages.
        """
        halaman = list_halaman(self._store.buku.list_ruas(layanan, tahun))
        dipilih = tuple(h for h in halaman if h.nomor in nomor)
        if not dipilih:
            raise UserError(f"Buku {layanan} {tahun} tidak memiliki halaman itu. Pilih yang lain.")
        return self._siapkan(layanan, tahun, halaman, dipilih, kertas)

    def build(
        self,
        layanan: str,
        tahun: int,
        halaman: Sequence[int] = (),
        kertas: Kertas | None = None,
    ) -> Dokumen:
        """Pages of a book in one go.

        Args:
            halaman: as a reference of the print log has it: first and last page of each stretch;
                () = the whole book.

        Raises:
            UserError: the book has no such pages.
            KeyError: the service was never known (a bug of the caller).
        """
        if not halaman:
            return self.siapkan(layanan, tahun, kertas=kertas).jalankan()
        nomor = sorted(_list_nomor(halaman))
        return self.siapkan_nomor(layanan, tahun, nomor, kertas).jalankan()

    def build_xlsx(self, layanan: str, tahun: int) -> Dokumen:
        """The whole book as a spreadsheet, numbers of people masked as on paper.

        It is no official page: a restricted case has its number, service and days in it alone.

        Raises:
            KeyError: the service was never known (a bug of the caller).
        """
        from sooko_desk.printing import buku_register_xlsx
        from sooko_desk.printing.tabel import KolomRegister

        halaman = list_halaman(self._store.buku.list_ruas(layanan, tahun))
        kolom = self._list_kolom(layanan, halaman)
        data = buku_register_xlsx.RegisterXlsxData(
            kantor=self._bahan.kop.kop(self._clock.now()).kantor,
            judul=find_judul(self._rak, layanan, hari_ini(self._clock)),
            tahun=tahun,
            kolom=(
                KolomRegister("Halaman", LEBAR_HALAMAN_MM, "tengah"),
                *(KolomRegister(k.judul, k.lebar_mm, k.rata) for k in kolom),
                KolomRegister("Pembetulan", LEBAR_PEMBETULAN_MM),
            ),
            baris=self._list_sel(layanan, tahun, halaman, kolom),
        )
        judul, nama = self._sebut(layanan, tahun)
        isi = buku_register_xlsx.render(data)
        return Dokumen("register_xlsx", judul, f"{nama}.xlsx", isi, orang=_count_baris(halaman))

    def _siapkan(
        self,
        layanan: str,
        tahun: int,
        halaman: Sequence[HalamanBuku],
        dipilih: Sequence[HalamanBuku],
        kertas: Kertas | None,
    ) -> TugasBuku:
        judul, nama = self._sebut(layanan, tahun)
        nomor = [h.nomor for h in dipilih]
        if nomor and len(nomor) < len(halaman):
            judul = f"{judul}, {_sebut_halaman(nomor)}"
            nama = f"{nama}-halaman-{nomor[0]}" + (f"-{nomor[-1]}" if len(nomor) > 1 else "")
        rujukan = susun_rujukan(
            "register",
            layanan=layanan,
            tahun=tahun,
            halaman=list(_list_ruas(nomor)),
            baris=halaman[-1].sampai if halaman else 0,
        )
        pesanan = Pesanan(
            layanan=layanan,
            tahun=tahun,
            halaman=tuple(dipilih),
            dibekukan=_kapan_dibekukan(halaman, self._list_cetakan(layanan, tahun, KELUAR)),
            dokumen=Dokumen(
                "register",
                judul,
                f"{nama}.pdf",
                b"",
                rujukan=rujukan,
                orang=_count_baris(dipilih),
                dibatasi=self._store.buku.count_dibatasi(
                    layanan, tahun, [(h.dari, h.sampai) for h in dipilih]
                ),
            ),
            kertas=kertas or A4,
        )
        return TugasBuku(self._bahan, pesanan)

    def _sebut(self, layanan: str, tahun: int) -> tuple[str, str]:
        """Title of the window, and the beginning of the file's name."""
        sop = self._rak.find_terakhir(layanan)
        if sop is None:
            raise KeyError(layanan)
        return f"{sop.nama_register} {tahun}", f"register-{layanan.lower()}-{tahun}"

    def _list_cetakan(self, layanan: str, tahun: int, hasil: Sequence[str]) -> list[_Cetakan]:
        """The prints of a book with these outcomes, oldest first."""
        semua = self._store.cetakan.list_cetakan(SEMUA_CETAKAN, SaringCetakan(dokumen="register"))
        return [
            _Cetakan(frozenset(_list_nomor(isi["halaman"])), isi["baris"], c.waktu)
            for c in reversed(semua)
            for isi in (baca_rujukan(c.rujukan),)
            if c.hasil in hasil and _is_buku(isi, layanan, tahun)
        ]

    def _list_kolom(self, layanan: str, halaman: Iterable[HalamanBuku]) -> tuple[KolomBuku, ...]:
        """Every column that the book had: those of its newest form first."""
        bentuk = [
            self._store.buku.get_bentuk(i)
            for i in sorted({h.bentuk_id for h in halaman}, reverse=True)
        ] or [get_bentuk(self._store, layanan)]
        kolom: dict[str, KolomBuku] = {}
        for k in chain.from_iterable(b.kolom for b in bentuk):
            kolom.setdefault(k.id, k)
        return tuple(kolom.values())

    def _list_sel(
        self,
        layanan: str,
        tahun: int,
        halaman: Iterable[HalamanBuku],
        kolom: Sequence[KolomBuku],
    ) -> Iterator[tuple[str, ...]]:
        tertutup = self._store.permohonan.list_dibatasi()
        for h in halaman:
            for baris in self._store.buku.list_baris(layanan, tahun, h.dari, h.sampai):
                tampil = tutup_baris(baris) if baris.permohonan_id in tertutup else baris
                catat = tampil.jenis is JenisBaris.CATAT
                kata = "" if catat else sebut_bertanggal(tampil)
                yield (str(h.nomor), *(tampil.isi.get(k.id, "") for k in kolom), kata)


def _count_baris(halaman: Iterable[HalamanBuku]) -> int:
    return sum(h.sampai - h.dari + 1 for h in halaman)


def _is_buku(isi: Mapping[str, Any], layanan: str, tahun: int) -> bool:
    return (isi.get("layanan"), isi.get("tahun")) == (layanan, tahun) and "baris" in isi


def _list_nomor(ruas: Sequence[int]) -> Iterator[int]:
    """Page numbers of stretches that are written as first, last, first, last ..."""
    for dari, sampai in zip(ruas[::2], ruas[1::2], strict=True):
        yield from range(dari, sampai + 1)


def _list_ruas(nomor: Sequence[int]) -> Iterator[int]:
    """The stretches of page numbers in rising order, written as first, last, first, last ..."""
    if nomor:
        putus = [(a, b) for a, b in pairwise(nomor) if b != a + 1]
        yield from chain((nomor[0],), chain.from_iterable(putus), (nomor[-1],))


def _sebut_halaman(nomor: Sequence[int]) -> str:
    ruas = list(_list_ruas(nomor))
    kata = (str(a) if a == b else f"{a}-{b}" for a, b in zip(ruas[::2], ruas[1::2], strict=True))
    return f"halaman {', '.join(kata)}"


def _kapan_dibekukan(
    halaman: Sequence[HalamanBuku], cetakan: Iterable[_Cetakan]
) -> dict[int, dt.datetime]:
    """Page number to the instant of its first print among these after it was closed."""
    kapan: dict[int, dt.datetime] = {}
    for c in cetakan:
        for nomor in c.halaman:
            h = halaman[nomor - 1]
            if c.baris > h.sampai or (c.baris == h.sampai and not h.kosong):
                kapan.setdefault(nomor, c.waktu)
    return kapan
