"""The step table of the SOP sheet: heads, rows split over pages, the flow chart's marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import AKSEN, GARIS, PUTIH, REDUP, TINTA, Gaya, Kotak
from .huruf import SEDANG, TEBAL
from .tabel import tinggi_teks

if TYPE_CHECKING:
    from sooko_desk.domain.sop import Langkah, Sop

    from .blok import Pena

SEL = Gaya(7.4)
KEPALA = Gaya(6.8, TEBAL, rata="tengah", tegak="tengah", terkecil=5)
JUDUL_MM = 6.0
KEPALA_MM = 16.0
BARIS_TERENDAH_MM = 15.0
TANDA = (15.0, 7.0)
"""Width and height of a mark in mm; a decision is higher by half."""
ANAK_PANAH_MM = 1.5


@dataclass(frozen=True, slots=True)
class BagianTabel:
    """The rows of one page.

    Attributes:
        y: top of the table on this page in mm; `bawah` its foot.
        mulai: index of the first row; `tinggi` the height of each row.
    """

    y: float
    mulai: int
    tinggi: tuple[float, ...]
    judul: bool = False

    @property
    def atas_baris(self) -> float:
        """Where the first row starts (mm)."""
        return self.y + KEPALA_MM + (JUDUL_MM if self.judul else 0)

    @property
    def bawah(self) -> float:
        """Foot of the table on this page (mm)."""
        return self.atas_baris + sum(self.tinggi) if self.tinggi else self.y


class TabelLangkah:
    """The table of one SOP, `lebar` mm wide from `x` on."""

    def __init__(self, sop: Sop, x: float, lebar: float) -> None:
        self._x = x
        self._lebar_semua = lebar
        self._judul = sop.lembar.judul_tabel
        self._pelaksana = sop.lembar.kolom_pelaksana
        self._langkah = tuple(k for k in sop.langkah if k.nomor is not None)
        self._nomor = {k.id: k.nomor for k in self._langkah}
        self._lajur = tuple(self._cari_lajur(k) for k in self._langkah)
        self._lebar = self._bagi_lebar()
        self._keputusan = tuple(self._kata_keputusan(k) for k in self._langkah)
        self._tinggi = tuple(self._tinggi_langkah(n) for n in range(len(self._langkah)))

    def _cari_lajur(self, langkah: Langkah) -> int:
        """Which actor column the step stands in, told by the heading's words."""
        judul = [" ".join(k.casefold().split()) for k in self._pelaksana]
        dicari = " ".join(langkah.pelaksana.casefold().split())
        if dicari not in judul:
            raise ValueError(f"step {langkah.id}: no actor column {langkah.pelaksana!r}")
        return judul.index(dicari)

    def _bagi_lebar(self) -> tuple[float, ...]:
        """Widths: NO, KEGIATAN, the actors, KELENGKAPAN, WAKTU, OUTPUT, KET."""
        banyak = len(self._pelaksana)
        ket = 38.0 if any(k.keterangan for k in self._langkah) else 20.0
        pelaku = min(28.0, 90 / banyak)
        tetap = (42.0, 15.0, 38.0, ket)
        kegiatan = self._lebar_semua - 9 - pelaku * banyak - sum(tetap)
        return (9.0, kegiatan, *(pelaku,) * banyak, *tetap)

    def _kata_keputusan(self, langkah: Langkah) -> tuple[str, ...]:
        """The sheet's "lengkap / tidak lengkap" in words, with where each leads."""
        if not any("lengkap" in h.label.casefold() for h in langkah.hasil):
            return ()
        return tuple(
            f"{h.label} → {self._nomor[h.ke]}" for h in langkah.hasil if h.ke in self._nomor
        )

    def _isi(self, langkah: Langkah) -> tuple[tuple[int, str], ...]:
        """The worded cells of a row as (column, text)."""
        akhir = 2 + len(self._pelaksana)
        waktu = "" if langkah.waktu_menit is None else f"{langkah.waktu_menit} Menit"
        return (
            (1, langkah.kegiatan),
            (akhir, langkah.kelengkapan),
            (akhir + 1, waktu),
            (akhir + 2, langkah.output),
            (akhir + 3, langkah.keterangan),
        )

    def _tinggi_langkah(self, nomor: int) -> float:
        teks = max(
            tinggi_teks(isi, SEL, self._lebar[k] - 3) for k, isi in self._isi(self._langkah[nomor])
        )
        kata = self._keputusan[nomor]
        tanda = 19.5 + 2.9 * len(kata) if kata else 0.0
        return max(BARIS_TERENDAH_MM, teks + 4, tanda)

    def ada_disimpulkan(self, bagian: BagianTabel) -> bool:
        """Whether a mark of that page carries the "*" of an inferred actor."""
        akhir = bagian.mulai + len(bagian.tinggi)
        return any(k.pelaksana_disimpulkan for k in self._langkah[bagian.mulai : akhir])

    def bagi(self, y_pertama: float, y_lanjut: float, batas: float) -> tuple[BagianTabel, ...]:
        """Share the rows out over pages.

        A table that does not fit below the head starts on a page of its own: the flow chart
        is read as one picture.

        Args:
            y_pertama: where the table may start on the first page (mm).
            y_lanjut: where it starts on the next pages.
            batas: the foot that no row may cross.
        """
        if y_pertama + JUDUL_MM + KEPALA_MM + sum(self._tinggi) <= batas:
            return (BagianTabel(y_pertama, 0, self._tinggi, judul=True),)
        bagian = [BagianTabel(y_pertama, 0, ())]
        kini = BagianTabel(y_lanjut, 0, (), judul=True)
        for nomor, tinggi in enumerate(self._tinggi):
            if kini.tinggi and kini.bawah + tinggi > batas:
                bagian.append(kini)
                kini = BagianTabel(y_lanjut, nomor, ())
            kini = BagianTabel(kini.y, kini.mulai, (*kini.tinggi, tinggi), kini.judul)
        return (*bagian, kini)

    def gambar(self, pena: Pena, bagian: BagianTabel) -> None:
        """Draw the rows of one page below the repeated heads."""
        if not bagian.tinggi:
            return
        if bagian.judul:
            kotak = Kotak(self._x, bagian.y, self._lebar_semua, JUDUL_MM - 1)
            pena.tulis(kotak, self._judul, Gaya(10, TEBAL, rata="tengah"))
        self._gambar_kepala(pena, bagian.atas_baris - KEPALA_MM)
        y = bagian.atas_baris
        for urut, tinggi in enumerate(bagian.tinggi):
            self._gambar_baris(pena, bagian.mulai + urut, y, tinggi)
            y += tinggi
        x = self._x
        for lebar in self._lebar[:-1]:
            x += lebar
            pena.garis(((x, bagian.atas_baris), (x, y)), 0.4, REDUP)
        luar = Kotak(self._x, bagian.atas_baris - KEPALA_MM, self._lebar_semua, y)
        pena.bingkai(Kotak(luar.x, luar.y, luar.lebar, y - luar.y), 0.8, TINTA)

    def _gambar_kepala(self, pena: Pena, y: float) -> None:
        pelaku = len(self._pelaksana)
        batas = [self._x]
        for lebar in self._lebar:
            batas.append(batas[-1] + lebar)
        kelompok = (
            (0, 1, "NO"),
            (1, 2, "KEGIATAN"),
            (2, 2 + pelaku, "PELAKSANA"),
            (2 + pelaku, 5 + pelaku, "MUTU BAKU"),
            (5 + pelaku, 6 + pelaku, "KET"),
        )
        for dari, sampai, judul in kelompok:
            tinggi = 5.0 if sampai - dari > 1 or judul == "PELAKSANA" else KEPALA_MM
            kotak = Kotak(batas[dari], y, batas[sampai] - batas[dari], tinggi)
            pena.bingkai(kotak, 0.6, TINTA)
            pena.tulis(kotak.susut(1), judul, KEPALA)
        bawah = (*self._pelaksana, "KELENGKAPAN", "WAKTU", "OUTPUT")
        for nomor, judul in enumerate(bawah, start=2):
            kotak = Kotak(batas[nomor], y + 5, self._lebar[nomor], KEPALA_MM - 5)
            pena.bingkai(kotak, 0.6, TINTA)
            pena.tulis(kotak.susut(1, 0.6), judul, KEPALA.ganti(huruf=SEDANG), baris=4)

    def _gambar_baris(self, pena: Pena, nomor: int, y: float, tinggi: float) -> None:
        langkah = self._langkah[nomor]
        pena.datar(self._x, self._x + self._lebar_semua, y + tinggi, 0.4, GARIS)
        kiri = [self._x]
        for lebar in self._lebar:
            kiri.append(kiri[-1] + lebar)
        tengah = SEL.ganti(rata="tengah", tegak="tengah")
        pena.tulis(Kotak(self._x, y, self._lebar[0], tinggi), str(langkah.nomor), tengah)
        for kolom, isi in self._isi(langkah):
            kotak = Kotak(kiri[kolom] + 1.5, y, self._lebar[kolom] - 3, tinggi)
            pena.tulis(kotak, isi, SEL.ganti(tegak="tengah"), baris=99)
        self._gambar_alur(pena, nomor, Kotak(kiri[2], y, 0, tinggi))

    def _tengah_lajur(self, x: float, nomor: int) -> float:
        return x + (self._lajur[nomor] + 0.5) * self._lebar[2]

    def _gambar_alur(self, pena: Pena, nomor: int, kotak: Kotak) -> None:
        """The mark of one step with the arrow that comes in and the line that leaves."""
        x = self._tengah_lajur(kotak.x, nomor)
        kata = self._keputusan[nomor]
        tinggi_tanda = TANDA[1] * (1.5 if kata else 1)
        tengah = kotak.y + (kotak.tinggi - 2.9 * len(kata)) / 2
        tanda = Kotak(x - TANDA[0] / 2, tengah - tinggi_tanda / 2, TANDA[0], tinggi_tanda)
        if nomor:
            pena.garis(((x, kotak.y), (x, tanda.y)), 0.7, AKSEN)
            kepala = ((x - 0.9, tanda.y - ANAK_PANAH_MM), (x + 0.9, tanda.y - ANAK_PANAH_MM))
            pena.bidang((*kepala, (x, tanda.y)), AKSEN)
        if nomor + 1 < len(self._langkah):
            tujuan = self._tengah_lajur(kotak.x, nomor + 1)
            pena.garis(_jalur_keluar(tanda, x, tujuan, kotak.bawah, samping=bool(kata)), 0.7, AKSEN)
        self._gambar_tanda(pena, nomor, tanda)
        y = tanda.bawah + 0.8
        for isi in kata:
            lebar = self._lebar[2]
            gaya = Gaya(6.4, SEDANG, rata="tengah", terkecil=4.5)
            pena.tulis(Kotak(x - lebar / 2 + 1, y, lebar - 2, 2.6), isi, gaya)
            y += 2.9

    def _gambar_tanda(self, pena: Pena, nomor: int, tanda: Kotak) -> None:
        langkah = self._langkah[nomor]
        disimpulkan = langkah.pelaksana_disimpulkan
        pena.kanvas.saveState()
        if disimpulkan:
            pena.kanvas.setDash(2, 1.6)
        if self._keputusan[nomor]:
            x, y = tanda.x + tanda.lebar / 2, tanda.y + tanda.tinggi / 2
            belah = ((x, tanda.y), (tanda.kanan, y), (x, tanda.bawah), (tanda.x, y))
            pena.bidang(belah, PUTIH, AKSEN, 0.9)
        else:
            ujung = nomor in (0, len(self._langkah) - 1)
            sudut = tanda.tinggi / 2 if ujung else 0.4
            pena.isi(tanda, PUTIH, sudut)
            pena.bingkai(tanda, 0.9, AKSEN, sudut)
        pena.kanvas.restoreState()
        teks = f"{langkah.nomor}*" if disimpulkan else str(langkah.nomor)
        pena.tulis(tanda, teks, Gaya(8, TEBAL, AKSEN, rata="tengah", tegak="tengah"))


def _jalur_keluar(
    tanda: Kotak, x: float, tujuan: float, bawah: float, *, samping: bool
) -> tuple[tuple[float, float], ...]:
    """The line from a mark down to the foot of its row, under the next step's column.

    A decision leaves at its side, since its words stand below it.
    """
    if not samping:
        belok = bawah - 2
        return ((x, tanda.bawah), (x, belok), (tujuan, belok), (tujuan, bawah))
    y = tanda.y + tanda.tinggi / 2
    if tujuan < x:
        return ((tanda.x, y), (tujuan, y), (tujuan, bawah))
    if tujuan > x:
        return ((tanda.kanan, y), (tujuan, y), (tujuan, bawah))
    sisi = tanda.kanan + 3.5
    return ((tanda.kanan, y), (sisi, y), (sisi, bawah - 2), (x, bawah - 2), (x, bawah))
