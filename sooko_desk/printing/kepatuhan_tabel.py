"""The SOP's own step table with columns of how it went beside it: heads, rows, actors' marks.

The columns up to OUTPUT and the last one, KET, are the sheet's; what stands between is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import AKSEN, BAYANG, PUTIH, REDUP, TINTA, Gaya, Kotak
from .huruf import SEDANG, TEBAL
from .mengalir import Balok
from .tabel import tinggi_teks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .blok import Pena
    from .mengalir import Bidang

SEL = Gaya(7.2, tegak="tengah", terkecil=5)
TENGAH = SEL.ganti(rata="tengah")
KEPALA = Gaya(6.6, TEBAL, rata="tengah", tegak="tengah", terkecil=4.6)
KELOMPOK_MM, JUDUL_MM = 5.0, 12.6
BARIS_TERENDAH_MM = 7.8
LEBAR_PELAKU = 22.0
BULAT_MM = 3.6


@dataclass(frozen=True, slots=True)
class LangkahLembar:
    """The sheet's words of one row.

    Attributes:
        lajur: which of the actor columns, from 0.
        disimpulkan: the actor was inferred; marked "*".
        norma: minutes; None = the sheet gives none.
    """

    nomor: int
    kegiatan: str
    lajur: int
    disimpulkan: bool
    kelengkapan: str
    norma: int | None
    output: str


@dataclass(frozen=True, slots=True)
class KolomKepatuhan:
    """A column that stands right of the sheet's own: heading, width in mm, its group's heading."""

    judul: str
    lebar: float
    kelompok: str
    kiri: bool = False


@dataclass(frozen=True, slots=True)
class BarisKepatuhan:
    """One row.

    Attributes:
        langkah: the sheet's words; None = the row of the sums.
        isi: a text for each measured column and, last, for KET.
        lewat: the norm was exceeded; the measured words stand out.
        judul, norma: of a row of sums: its words and the sum of the norms.
    """

    langkah: LangkahLembar | None
    isi: tuple[str, ...]
    lewat: bool = False
    judul: str = ""
    norma: str = ""


class TabelKepatuhan:
    """The table of one sheet.

    Args:
        bidang: the room of the pages; the column KEGIATAN takes what the others leave.
        pelaksana: headings of the actor columns.
        kolom: the measured columns, then KET.
        kelengkapan: False leaves out the column KELENGKAPAN, where room is short.
    """

    def __init__(
        self,
        bidang: Bidang,
        pelaksana: Sequence[str],
        kolom: Sequence[KolomKepatuhan],
        *,
        kelengkapan: bool = True,
    ) -> None:
        self._x, self._lebar = bidang.x, bidang.lebar
        self._pelaksana = tuple(pelaksana)
        self._kolom = tuple(kolom)
        self._baku = (
            *((KolomKepatuhan("KELENGKAPAN", 27, "MUTU BAKU", kiri=True),) if kelengkapan else ()),
            KolomKepatuhan("WAKTU", 14, "MUTU BAKU"),
            KolomKepatuhan("OUTPUT", 26, "MUTU BAKU", kiri=True),
        )
        pelaku = tuple(KolomKepatuhan(p, LEBAR_PELAKU, "PELAKSANA") for p in self._pelaksana)
        sisa = self._lebar - 8 - sum(k.lebar for k in (*pelaku, *self._baku, *self._kolom))
        nomor = KolomKepatuhan("NO", 8, "")
        kegiatan = KolomKepatuhan("KEGIATAN", sisa, "", kiri=True)
        self._semua = (nomor, kegiatan, *pelaku, *self._baku, *self._kolom)

    def susun(self, baris: Sequence[BarisKepatuhan]) -> Iterator[Balok]:
        """The rows as pieces below the heads."""
        kepala = Balok(KELOMPOK_MM + JUDUL_MM, self._gambar_kepala)
        for satu in baris:
            yield self._balok(satu, kepala)

    def _gambar_kepala(self, pena: Pena, y: float) -> None:
        x = self._x
        pena.isi(Kotak(x, y, self._lebar, KELOMPOK_MM + JUDUL_MM), AKSEN)
        putih = KEPALA.ganti(warna=PUTIH)
        kelompok: dict[str, Kotak] = {}
        for kolom in self._semua:
            lama = kelompok.get(kolom.kelompok)
            if kolom.kelompok:
                kotak = Kotak(x, y + KELOMPOK_MM, kolom.lebar, JUDUL_MM)
                mulai = lama.x if lama else x
                kelompok[kolom.kelompok] = Kotak(mulai, y, x + kolom.lebar - mulai, KELOMPOK_MM)
            else:
                kotak = Kotak(x, y, kolom.lebar, KELOMPOK_MM + JUDUL_MM)
            pena.bingkai(kotak, 0.3, PUTIH)
            pena.tulis(kotak.susut(0.8, 0.3), kolom.judul, putih.ganti(huruf=SEDANG), baris=4)
            x += kolom.lebar
        for judul, kotak in kelompok.items():
            pena.bingkai(kotak, 0.3, PUTIH)
            pena.tulis(kotak.susut(1), judul, putih)

    def _kata(self, baris: BarisKepatuhan) -> tuple[str, ...]:
        """A text for every column; the actors' cells are empty, they hold marks."""
        kosong = ("",) * len(self._pelaksana)
        langkah = baris.langkah
        if langkah is None:
            baku = ("", baris.norma, "")
            return ("", baris.judul, *kosong, *baku[-len(self._baku) :], *baris.isi)
        waktu = "" if langkah.norma is None else f"{langkah.norma} Menit"
        baku = (langkah.kelengkapan, waktu, langkah.output)
        depan = (str(langkah.nomor), langkah.kegiatan, *kosong)
        return (*depan, *baku[-len(self._baku) :], *baris.isi)

    def _gaya(self, kolom: KolomKepatuhan, baris: BarisKepatuhan, *, diukur: bool) -> Gaya:
        gaya = SEL if kolom.kiri else TENGAH
        tebal = baris.langkah is None or (baris.lewat and diukur and not kolom.kiri)
        return gaya.ganti(huruf=TEBAL) if tebal else gaya

    def _balok(self, baris: BarisKepatuhan, kepala: Balok) -> Balok:
        mulai_ukur = len(self._semua) - len(self._kolom)
        sel = [
            (kolom, teks, self._gaya(kolom, baris, diukur=urut >= mulai_ukur))
            for urut, (kolom, teks) in enumerate(zip(self._semua, self._kata(baris), strict=True))
        ]
        tinggi = max(BARIS_TERENDAH_MM, *(tinggi_teks(t, g, k.lebar - 2) + 2.2 for k, t, g in sel))

        def gambar(pena: Pena, y: float) -> None:
            x, tepi = self._x, (self._x, self._x + self._lebar)
            if baris.langkah is None:
                pena.isi(Kotak(x, y, self._lebar, tinggi), BAYANG)
            for kolom, teks, gaya in sel:
                kotak = Kotak(x, y, kolom.lebar, tinggi)
                pena.bingkai(kotak, 0.3, REDUP)
                pena.tulis(kotak.susut(1, 0.6), teks, gaya, baris=99)
                x += kolom.lebar
            if baris.langkah is not None:
                self._gambar_pelaku(pena, y, tinggi, baris.langkah)
            for x in tepi:
                pena.garis(((x, y), (x, y + tinggi)), 0.8, TINTA)

        return Balok(tinggi, gambar, kepala)

    def _gambar_pelaku(self, pena: Pena, y: float, tinggi: float, langkah: LangkahLembar) -> None:
        """A filled dot in the actor's column, with "*" where the actor was inferred."""
        x = self._x + sum(k.lebar for k in self._semua[:2]) + (langkah.lajur + 0.5) * LEBAR_PELAKU
        tengah = y + tinggi / 2
        bulat = Kotak(x - BULAT_MM / 2, tengah - BULAT_MM / 2, BULAT_MM, BULAT_MM)
        pena.isi(bulat, AKSEN, sudut=BULAT_MM / 2)
        if langkah.disimpulkan:
            kotak = Kotak(bulat.kanan + 0.6, tengah - 2.4, 3, 4)
            pena.tulis(kotak, "*", Gaya(8, TEBAL, AKSEN))
