"""Laporan bulanan for the Camat: counts of a month beside two others, the SOP, what waits."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.akurat import KATA_TIDAK_AKURAT
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.gangguan import BELUM_SELESAI
from sooko_desk.domain.laporan import IsiLaporan, TabelLaporan
from sooko_desk.domain.tanggal import NAMA_BULAN, sebut_saat, sebut_saat_panjang, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.printing import kolom_laporan as kol
from sooko_desk.services.buku_harian import awal_hari, hari, tabel_umur
from sooko_desk.services.hitung_kejadian import Golongan, hitung, list_kejadian, susun_hitungan
from sooko_desk.services.keadaan_berkas import list_keadaan
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan
from sooko_desk.services.susun_kepatuhan import TANPA_UKURAN, sebut_bagian, sebut_menit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.printing.laporan_bulanan import LaporanBulananData
    from sooko_desk.services.gangguan import GangguanService
    from sooko_desk.services.hitung_kejadian import Kejadian
    from sooko_desk.services.keadaan_berkas import KeadaanBerkas
    from sooko_desk.services.kepatuhan import KepatuhanService
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService

ID_DOKUMEN = "laporan_bulanan"
TERLAMA = 10
"""How many of the longest waits are named."""
KOLOM_HITUNGAN = (
    Golongan.TERIMA,
    Golongan.LENGKAP,
    Golongan.KEMBALI,
    Golongan.TOLAK,
    Golongan.REGISTER,
    Golongan.SERAH,
)
CATATAN = (
    "Diterima dihitung menurut hari masuk, diserahkan menurut hari penyerahan; satu permohonan "
    "dapat diterima dan diserahkan pada bulan yang berbeda."
)
_KATA = {
    Golongan.TERIMA: "Permohonan diterima",
    Golongan.SERAH: "Selesai dan diserahkan",
    Golongan.KEMBALI: "Dikembalikan kepada pemohon",
    Golongan.TOLAK: "Ditolak verifikator atau Dispendukcapil",
    Golongan.REGISTER: "Tercatat di register",
    Golongan.KOREKSI: "Pembetulan data",
}


@dataclass(frozen=True, slots=True)
class Bulan:
    """A calendar month in WIB."""

    tahun: int
    bulan: int

    @property
    def nama(self) -> str:
        """E.g. "November 2026"."""
        return f"{NAMA_BULAN[self.bulan - 1]} {self.tahun}"

    @property
    def awal(self) -> dt.date:
        """Its first day."""
        return dt.date(self.tahun, self.bulan, 1)

    @property
    def rentang(self) -> tuple[dt.datetime, dt.datetime]:
        """Its first instant and that of the next month."""
        return awal_hari(self.awal), awal_hari((self.awal + dt.timedelta(days=31)).replace(day=1))

    @property
    def lalu(self) -> Bulan:
        """The month before."""
        sebelum = self.awal - dt.timedelta(days=1)
        return Bulan(sebelum.year, sebelum.month)

    @property
    def setahun_lalu(self) -> Bulan:
        """The same month of the year before."""
        return Bulan(self.tahun - 1, self.bulan)


class LaporanBulananService:
    """Reads only."""

    def __init__(
        self,
        store: Store,
        rak: RakService,
        kepatuhan: KepatuhanService,
        gangguan: GangguanService,
        kop: KopDokumen,
        clock: Clock,
    ) -> None:
        self._store = store
        self._rak = rak
        self._kepatuhan = kepatuhan
        self._gangguan = gangguan
        self._kop = kop
        self._clock = clock
        self._nama_desa = {d.kode: d.nama for d in rak.tabel.desa}

    def list_tahun(self) -> tuple[int, ...]:
        """The years that can be chosen, newest first; this year always."""
        pertama = self._store.peristiwa_harian.find_pertama()
        ini = hari_ini(self._clock).year
        awal = ini if pertama is None else min(ini, hari(pertama).year)
        return tuple(range(ini, awal - 1, -1))

    def list_bulan(self, tahun: int) -> tuple[int, ...]:
        """How many cases came in each month of a year; months to come are left out."""
        ini = hari_ini(self._clock)
        terakhir = ini.month if tahun == ini.year else len(NAMA_BULAN)
        banyak = self._store.peristiwa_harian.count_diterima(tahun)
        return tuple(banyak.get(bulan, 0) for bulan in range(1, terakhir + 1))

    def susun(self, bulan: Bulan) -> IsiLaporan:
        """What the report of a month tells; of the running month, so far.

        Raises:
            RuleError: the month is still to come.
        """
        sekarang = self._clock.now()
        awal, akhir = bulan.rentang
        if awal > sekarang:
            raise RuleError(f"{bulan.nama} belum tiba. Pilih bulan lain.")
        berjalan = sekarang < akhir
        batas, saat = (BELUM_SELESAI, sekarang) if berjalan else (akhir, akhir)
        semua = self._list_kejadian(bulan)
        keadaan = list_keadaan(self._store, self._rak, batas, saat)
        diterima = hitung(semua)[Golongan.TERIMA]
        kata = f"{diterima} diterima" if diterima else f"tidak ada permohonan pada {bulan.nama}"
        fakta = [("Permohonan", kata)]
        if berjalan:
            fakta.append(("Keadaan", f"bulan berjalan, sampai {sebut_saat(sekarang)}"))
        return IsiLaporan(
            subjudul=bulan.nama,
            fakta=tuple(fakta),
            tabel=(
                self._tabel_perbandingan(bulan, semua),
                *(self._list_tabel(bulan, semua) if semua else ()),
                self._tabel_terlama(keadaan),
                tabel_umur(keadaan),
                *self._tabel_luar(bulan),
            ),
            catatan=(CATATAN, *self._catat_tidak_akurat(bulan)),
        )

    def build_dokumen(self, tahun: int, bulan: int, kertas: Kertas | None = None) -> Dokumen:
        """The report of a month as PDF.

        Raises:
            RuleError: the month is still to come.
        """
        from sooko_desk.printing import laporan_bulanan

        satu = Bulan(tahun, bulan)
        return Dokumen(
            ID_DOKUMEN,
            f"Laporan bulanan {satu.nama}",
            f"laporan-{tahun}-{bulan:02}.pdf",
            laporan_bulanan.render(pada_kertas(self._data(satu), kertas)),
            rujukan=susun_rujukan(ID_DOKUMEN, tahun=tahun, bulan=bulan),
        )

    def build_xlsx(self, tahun: int, bulan: int) -> Dokumen:
        """The same as a spreadsheet.

        Raises:
            RuleError: the month is still to come.
        """
        from sooko_desk.printing import laporan_bulanan, laporan_xlsx

        data = self._data(Bulan(tahun, bulan))
        return Dokumen(
            f"{ID_DOKUMEN}_xlsx",
            f"Laporan bulanan {data.isi.subjudul}",
            f"laporan-{tahun}-{bulan:02}.xlsx",
            laporan_xlsx.render(laporan_bulanan.JUDUL, data.kop.kantor, data.isi),
        )

    def _data(self, bulan: Bulan) -> LaporanBulananData:
        from sooko_desk.printing.laporan_bulanan import LaporanBulananData

        sekarang = self._clock.now()
        isi = self.susun(bulan)
        saat = min(sekarang, bulan.rentang[1] - dt.timedelta(microseconds=1))
        return LaporanBulananData(
            kop=self._kop.kop(saat),
            isi=isi,
            dibuat=sebut_saat_panjang(sekarang),
            penanda_tangan=self._kop.penanda_tangan(saat),
        )

    def _list_kejadian(self, bulan: Bulan) -> tuple[Kejadian, ...]:
        semua = self._store.peristiwa_harian.list_antara(*bulan.rentang)
        return list_kejadian(self._store, self._rak, semua)

    def _tabel_perbandingan(self, bulan: Bulan, semua: Sequence[Kejadian]) -> TabelLaporan:
        """The month beside the one before and the same one a year ago."""
        daftar = (bulan, bulan.lalu, bulan.setahun_lalu)
        kejadian = (semua, *map(self._list_kejadian, daftar[1:]))
        banyak = [hitung(satu) for satu in kejadian]
        baris = [(kata, *(str(b[g]) for b in banyak)) for g, kata in _KATA.items()]
        baris.append(("Daftar pengiriman", *map(self._sebut_kiriman, daftar)))
        baris.append(("Gangguan SIAK", *map(self._sebut_gangguan, daftar)))
        kolom = kol.angka("Uraian", 66, [b.nama for b in daftar])
        return TabelLaporan("perbandingan", "Perbandingan", kolom, tuple(baris))

    def _sebut_kiriman(self, bulan: Bulan) -> str:
        semua = self._store.peristiwa_harian.list_kiriman(*bulan.rentang)
        return f"{len(semua)} ({sum(k.banyak for k in semua)} permohonan)" if semua else "0"

    def _sebut_gangguan(self, bulan: Bulan) -> str:
        semua = self._gangguan.list_semua(bulan.awal)
        return f"{len(semua)} ({sum(g.menit for g in semua)} menit kantor)" if semua else "0"

    def _list_tabel(self, bulan: Bulan, semua: Sequence[Kejadian]) -> Iterator[TabelLaporan]:
        layanan = [sop.layanan for sop in self._rak.list_berlaku()]
        kolom = kol.angka("Layanan dan jenis", 66, KOLOM_HITUNGAN)
        baris, jumlah = susun_hitungan(semua, KOLOM_HITUNGAN, layanan)
        yield TabelLaporan(
            "jenis", "Menurut layanan dan jenis", kolom, baris, jumlah, "Tidak ada yang bergerak."
        )
        yield self._tabel_desa(semua)
        baris_sop = tuple(
            (
                f"{r.sop.nama_layanan}, {r.sop.lembar.nomor}",
                str(r.tercatat),
                str(len(r.ukuran.menit)),
                sebut_bagian(r.ukuran.tepat or 0, len(r.ukuran.menit)),
                TANPA_UKURAN if r.ukuran.median is None else sebut_menit(r.ukuran.median),
                f"{r.ukuran.norma} menit",
            )
            for r in self._kepatuhan.list_ringkas(bulan.tahun, bulan.bulan)
        )
        yield TabelLaporan(
            "sop",
            "Waktu pelayanan menurut SOP",
            kol.WAKTU_SOP,
            baris_sop,
            kosong="Belum ada yang tercatat di register.",
        )

    def _catat_tidak_akurat(self, bulan: Bulan) -> Iterator[str]:
        ringkas = self._kepatuhan.list_ringkas(bulan.tahun, bulan.bulan)
        if banyak := sum(r.tidak_akurat for r in ringkas):
            yield (
                f"{KATA_TIDAK_AKURAT}: waktu {banyak} permohonan tidak dihitung, karena jam "
                "komputer diragukan atau pernah mundur, atau langkahnya ditandai Kasi."
            )

    def _tabel_desa(self, semua: Sequence[Kejadian]) -> TabelLaporan:
        per_desa: dict[str, list[Kejadian]] = defaultdict(list)
        for k in semua:
            if k.golongan & set(KOLOM_HITUNGAN):
                kode = k.kasus.pemohon.desa
                per_desa[self._nama_desa.get(kode, kode)].append(k)
        baris = []
        for desa, milik in sorted(per_desa.items()):
            banyak = hitung(milik)
            baris.append((desa, *(str(banyak[g] or TANPA_UKURAN) for g in KOLOM_HITUNGAN)))
        return TabelLaporan(
            "desa",
            "Menurut desa",
            kol.angka("Desa", 66, KOLOM_HITUNGAN),
            tuple(baris),
            kosong="Tidak ada yang bergerak.",
        )

    def _tabel_terlama(self, keadaan: Sequence[KeadaanBerkas]) -> TabelLaporan:
        """The longest waits of what is not ready yet, counted from the intake."""
        jalan = [k for k in keadaan if not k.siap_diambil][:TERLAMA]
        baris = tuple(
            (
                k.kasus.kode_pindai,
                f"{k.kasus.jenis_kode} {k.kasus.jenis_nama}",
                self._nama_desa.get(k.kasus.pemohon.desa, k.kasus.pemohon.desa),
                k.status,
                tanggal_pendek(hari(k.kasus.diterima)),
                str(k.lama_hari),
            )
            for k in jalan
        )
        return TabelLaporan(
            "terlama",
            "Paling lama menunggu pada akhir bulan",
            kol.TERLAMA,
            baris,
            kosong="Tidak ada yang menunggu.",
        )

    def _tabel_luar(self, bulan: Bulan) -> Iterator[TabelLaporan]:
        gangguan = tuple(
            (
                sebut_saat(g.gangguan.mulai),
                sebut_saat(g.gangguan.selesai) if g.gangguan.selesai else "belum pulih",
                str(g.menit),
                " ".join(x for x in (g.gangguan.alasan, *g.gangguan.catatan) if x),
            )
            for g in reversed(self._gangguan.list_semua(bulan.awal))
        )
        yield TabelLaporan(
            "gangguan",
            "Gangguan SIAK",
            kol.GANGGUAN,
            gangguan,
            kosong="Tidak ada gangguan.",
        )
        kiriman = tuple(
            (k.nomor, k.layanan, sebut_saat(k.waktu), str(k.banyak))
            for k in self._store.peristiwa_harian.list_kiriman(*bulan.rentang)
        )
        yield TabelLaporan(
            "kiriman",
            "Daftar pengiriman",
            kol.KIRIMAN,
            kiriman,
            kosong="Tidak ada yang dikirim.",
        )
