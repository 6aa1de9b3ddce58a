"""What a day's page of the daily book tells: its lines, totals, numbers, and what lies in the room.

An event stands on exactly one page: the first that is closed after it was recorded and is not for
an earlier day. What is recorded for a day that is closed already comes as a dated line (susulan).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.gangguan import BELUM_SELESAI
from sooko_desk.domain.laporan import IsiLaporan, TabelLaporan
from sooko_desk.domain.luar import SIAK
from sooko_desk.domain.tanggal import hari_tanggal, jam, sebut_saat, tanggal_pendek
from sooko_desk.domain.waktu import WIB, hari_ini, ke_wib
from sooko_desk.printing import kolom_laporan as kol
from sooko_desk.services.baris_harian import TANPA_BARIS, BarisHarian
from sooko_desk.services.hitung_kejadian import (
    Golongan,
    list_kejadian,
    list_nomor_dipakai,
    susun_hitungan,
)
from sooko_desk.services.keadaan_berkas import hitung_umur, list_keadaan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sooko_desk.data.peristiwa_harian import NomorBatal, PeristiwaKasus
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.cadangan import CadanganService
    from sooko_desk.services.cadangan_riwayat import CatatanCadangan
    from sooko_desk.services.cetak_cerita import CetakCeritaService
    from sooko_desk.services.hitung_kejadian import Kejadian
    from sooko_desk.services.keadaan_berkas import KeadaanBerkas
    from sooko_desk.services.rak import RakService

SEBUT_TERBANYAK = 5
SEHARI = dt.timedelta(days=1)
DI_TANGAN = {"": "kantor", "pemohon": "pemohon", "dispendukcapil": "Dispendukcapil"}

KOLOM_HITUNGAN = tuple(g for g in Golongan if g is not Golongan.KOREKSI)


@dataclass(frozen=True, slots=True)
class Batas:
    """How far the pages go.

    Attributes:
        urut: newest event of the register when the page was made.
        sisa: numbers of earlier events that stand on no page yet.
        batal: id of the newest voided number then.
        sisa_batal: ids of earlier ones that stand on no page yet.
    """

    urut: int
    sisa: tuple[int, ...] = ()
    batal: int = 0
    sisa_batal: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SusunanHarian:
    """A page as it would be closed now.

    Attributes:
        banyak: how many events of the day itself it tells of; `susulan` how many of other days.
        peringatan: what should be looked at before, a sentence each.
    """

    isi: IsiLaporan
    batas: Batas
    banyak: int
    susulan: int
    peringatan: tuple[str, ...]


class BukuHarianService:
    """Puts pages together; stores nothing."""

    def __init__(
        self,
        store: Store,
        rak: RakService,
        cadangan: CadanganService,
        cerita: CetakCeritaService,
        clock: Clock,
    ) -> None:
        self._store = store
        self._rak = rak
        self._cadangan = cadangan
        self._baris = BarisHarian(rak, cerita)
        self._clock = clock

    def list_belum(self, batas: Batas | None, sejak: dt.date) -> tuple[PeristiwaKasus, ...]:
        """Events that stand on no page yet.

        Args:
            batas: of the last page; None = there is none.
            sejak: without a page: the first day that is looked at.
        """
        store = self._store.peristiwa_harian
        if batas is None:
            return store.list_antara(awal_hari(sejak), BELUM_SELESAI)
        return store.list_sesudah(batas.urut, batas.sisa)

    def susun(self, tanggal: dt.date, batas: Batas | None) -> SusunanHarian:
        """The page of a day as of now.

        Args:
            tanggal: today or earlier, in WIB.
            batas: of the last page before it; None = it is the first.
        """
        ini = tanggal == hari_ini(self._clock)
        belum = self.list_belum(batas, tanggal)
        # What a clock that ran ahead dated into the future belongs to the day it is closed with.
        masuk = [p for p in belum if ini or hari(p.peristiwa.waktu) <= tanggal]
        semua = list_kejadian(self._store, self._rak, masuk)
        hari_itu = [k for k in semua if hari(k.peristiwa.waktu) == tanggal]
        susulan = [k for k in semua if hari(k.peristiwa.waktu) != tanggal]
        batal, sisa_batal = self._bagi_batal(tanggal, batas, ini=ini)
        keadaan = self._list_keadaan(tanggal, ini=ini)
        peringatan = tuple(self._list_peringatan(tanggal, keadaan))
        isi = IsiLaporan(
            subjudul=hari_tanggal(tanggal),
            fakta=tuple(self._list_fakta(tanggal)),
            tabel=(
                *self._tabel_ringkas(semua, batal, keadaan),
                self._tabel_kejadian("kejadian", "Kejadian hari ini", hari_itu),
                self._tabel_kejadian("susulan", "Susulan dari hari lain", susulan),
            ),
            catatan=(*_list_catatan(semua, len(susulan), pertama=batas is None), *peringatan),
        )
        baru = Batas(
            self._store.peristiwa_harian.get_akhir(),
            tuple(p.peristiwa.urut for p in belum if p not in masuk),
            max((b.id for b in (*batal, *sisa_batal)), default=batas.batal if batas else 0),
            tuple(b.id for b in sisa_batal),
        )
        return SusunanHarian(isi, baru, len(hari_itu), len(susulan), peringatan)

    def _bagi_batal(
        self, tanggal: dt.date, batas: Batas | None, *, ini: bool
    ) -> tuple[list[NomorBatal], list[NomorBatal]]:
        """Voided numbers on no page yet: those for this page, and those that stay open."""
        store = self._store.peristiwa_harian
        if batas is None:
            belum = [b for b in store.list_batal(0) if hari(b.waktu) >= tanggal]
        else:
            belum = [*store.list_batal(batas.batal, batas.sisa_batal)]
        masuk = [b for b in belum if ini or hari(b.waktu) <= tanggal]
        return masuk, [b for b in belum if b not in masuk]

    def _list_keadaan(self, tanggal: dt.date, *, ini: bool) -> tuple[KeadaanBerkas, ...]:
        """What runs now, or ran at the end of an earlier day."""
        if ini:
            return list_keadaan(self._store, self._rak, BELUM_SELESAI, self._clock.now())
        akhir = awal_hari(tanggal + SEHARI)
        return list_keadaan(self._store, self._rak, akhir, akhir)

    def _tabel_ringkas(
        self,
        semua: Sequence[Kejadian],
        batal: Sequence[NomorBatal],
        keadaan: Sequence[KeadaanBerkas],
    ) -> Iterator[TabelLaporan]:
        layanan = [sop.layanan for sop in self._rak.list_berlaku()]
        baris, jumlah = susun_hitungan(semua, KOLOM_HITUNGAN, layanan)
        yield TabelLaporan(
            "jumlah",
            "Jumlah",
            kol.angka("Layanan dan jenis", 44, KOLOM_HITUNGAN),
            baris,
            jumlah,
            "Tidak ada permohonan yang bergerak.",
        )
        nomor = self._store.peristiwa_harian.list_nomor({k.kasus.id for k in semua})
        yield TabelLaporan(
            "nomor",
            "Nomor yang dipakai",
            kol.NOMOR,
            list_nomor_dipakai(semua, nomor),
            kosong="Tidak ada nomor yang dipakai.",
        )
        yield TabelLaporan(
            "batal",
            "Nomor blangko yang dibatalkan",
            kol.BATAL,
            tuple((b.nomor, b.alasan, sebut_saat(b.waktu), b.petugas) for b in batal),
            kosong="Tidak ada nomor yang dibatalkan.",
        )
        yield tabel_ruang(keadaan, "Berkas di ruang menurut langkah")
        yield tabel_umur(keadaan)

    def _tabel_kejadian(self, sifat: str, judul: str, semua: Sequence[Kejadian]) -> TabelLaporan:
        baris = self._baris.susun(semua, bertanggal=sifat == "susulan")
        kosong = "Tidak ada." if sifat == "susulan" else "Tidak ada kejadian yang tercatat."
        return TabelLaporan(sifat, judul, kol.KEJADIAN, baris, kosong=kosong)

    def _list_fakta(self, tanggal: dt.date) -> Iterator[tuple[str, str]]:
        gangguan = "; ".join(self._list_gangguan(tanggal))
        yield "Gangguan SIAK", gangguan or "tidak ada"
        yield "Cadangan terakhir", sebut_cadangan(self._cadangan.terakhir)

    def _list_gangguan(self, tanggal: dt.date) -> Iterator[str]:
        awal, akhir = awal_hari(tanggal), awal_hari(tanggal + SEHARI)
        for g in self._store.gangguan.list_semua(SIAK):
            if g.mulai < akhir and awal < (g.selesai or BELUM_SELESAI):
                mulai = jam(g.mulai) if g.mulai >= awal else sebut_saat(g.mulai)
                yield f"{mulai} sampai {_sebut_pulih(g.selesai, akhir)}"

    def _list_peringatan(self, tanggal: dt.date, keadaan: Sequence[KeadaanBerkas]) -> Iterator[str]:
        if (gangguan := self._store.gangguan.find_berjalan(SIAK)) is not None:
            yield (
                f"Gangguan SIAK sejak {sebut_saat(gangguan.mulai)} belum dicatat pulih (Ctrl+G)."
            )
        lama = [k for k in keadaan if not k.menunggu and not k.siap_diambil and k.umur_hari]
        if lama:
            kode = [k.kasus.kode_pindai for k in lama[:SEBUT_TERBANYAK]]
            sebut = ", ".join(kode) + (", …" if len(lama) > len(kode) else "")
            yield f"{len(lama)} permohonan menunggu di kantor lebih dari sehari: {sebut}."
        cadangan = self._cadangan.terakhir
        if cadangan is None or hari(cadangan.waktu) < tanggal:
            yield f"Belum ada cadangan pada atau sesudah {tanggal_pendek(tanggal)}."


def hari(saat: dt.datetime) -> dt.date:
    """The day of an instant (aware) in WIB."""
    return ke_wib(saat).date()


def awal_hari(tanggal: dt.date) -> dt.datetime:
    """The first instant of a day in WIB."""
    return dt.datetime.combine(tanggal, dt.time(), WIB)


def sebut_cadangan(cadangan: CatatanCadangan | None) -> str:
    """When the last backup was made and whether it is whole."""
    if cadangan is None:
        return "belum pernah"
    utuh = (
        f"{cadangan.tidak_ikut} pindaian tidak ikut karena rusak atau hilang"
        if cadangan.tidak_ikut
        else "utuh"
    )
    jumlah = cadangan.jumlah
    return (
        f"{sebut_saat(cadangan.waktu)} oleh {cadangan.petugas}, {utuh}: "
        f"{jumlah.permohonan} permohonan, {jumlah.pindaian} pindaian"
    )


def tabel_ruang(keadaan: Sequence[KeadaanBerkas], judul: str) -> TabelLaporan:
    """Running cases by service and state; what waits to be fetched has a table of its own."""
    per_status: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for k in keadaan:
        if not k.siap_diambil:
            kunci = (k.kasus.layanan, k.status, DI_TANGAN.get(k.menunggu, k.menunggu))
            per_status[kunci].append(k.umur_hari)
    baris = tuple(
        (*kunci, str(len(umur)), f"{max(umur)} hari") for kunci, umur in sorted(per_status.items())
    )
    return TabelLaporan("ruang", judul, kol.RUANG, baris, kosong="Tidak ada berkas di ruang.")


def tabel_umur(keadaan: Sequence[KeadaanBerkas]) -> TabelLaporan:
    """Documents that wait to be fetched, by service and age."""
    umur: dict[str, list[int]] = defaultdict(list)
    for k in keadaan:
        if k.siap_diambil:
            umur[k.kasus.layanan].append(k.umur_hari)
    baris = tuple(
        (layanan, *map(str, hitung_umur(satu)), str(len(satu)))
        for layanan, satu in sorted(umur.items())
    )
    return TabelLaporan(
        "umur",
        "Dokumen yang belum diambil",
        kol.UMUR,
        baris,
        kosong="Semua sudah diambil.",
    )


def _sebut_pulih(selesai: dt.datetime | None, akhir: dt.datetime) -> str:
    if selesai is None:
        return "belum pulih"
    return jam(selesai) if selesai < akhir else sebut_saat(selesai)


def _list_catatan(semua: Sequence[Kejadian], susulan: int, *, pertama: bool) -> Iterator[str]:
    if pertama:
        yield "Buku harian dimulai dengan hari ini; yang lebih dahulu tidak dirinci di sini."
    if susulan:
        yield f"Jumlah dan nomor di atas termasuk {susulan} kejadian susulan dari hari lain."
    tanpa = sum(k.peristiwa.langkah in TANPA_BARIS for k in semua)
    if tanpa:
        yield f"Tidak dirinci: {tanpa} catatan pindaian dan tempat berkas."
