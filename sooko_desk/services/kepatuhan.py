"""Lembar kepatuhan SOP: the SOP's own table with what was measured, of a case or of a month.

A month is told by the register: the cases whose number was taken in it (WIB). The step that takes
the number is the last one of both sheets, so such a case has every step behind it.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.gangguan import list_jeda
from sooko_desk.domain.jam import susun_keraguan
from sooko_desk.domain.lama import hitung_lama
from sooko_desk.domain.luar import SIAK
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import NAMA_BULAN, sebut_saat, tanggal_panjang
from sooko_desk.domain.waktu import WIB, hari_ini, ke_wib
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan
from sooko_desk.services.susun_kepatuhan import (
    MENIT_KANTOR,
    isian_sop,
    list_catatan_bulan,
    list_catatan_kasus,
    sebut_bagian,
    susun_baris_bulan,
    susun_baris_kasus,
)
from sooko_desk.services.ukur_kepatuhan import list_lembar, ukur_bulan, ukur_kasus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.gangguan import Jeda
    from sooko_desk.domain.jam import Keraguan
    from sooko_desk.domain.permohonan import Peristiwa, RingkasanPermohonan
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.printing.lembar_kepatuhan import LembarKepatuhanData
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.ukur_kepatuhan import UkuranBulan, UkuranKasus

ID_DOKUMEN = "lembar_kepatuhan"


@dataclass(frozen=True, slots=True)
class BukuKepatuhan:
    """A service and the years that it has registered cases in, newest first, this year included."""

    layanan: str
    nama: str
    tahun: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RingkasKepatuhan:
    """How the cases of one SOP went in a month.

    Attributes:
        tercatat: cases that were registered in it.
        ukuran: all rows of the sheet together, of the cases whose times are to be trusted.
    """

    sop: Sop
    tercatat: int
    ukuran: UkuranBulan

    @property
    def tidak_akurat(self) -> int:
        """Cases that were left out, because a time of theirs is not to be trusted."""
        return self.tercatat - len(self.ukuran.menit)


@dataclass(frozen=True, slots=True)
class _Acuan:
    """What every case is measured against: when SIAK was down, which times are doubtful."""

    jeda: Sequence[Jeda]
    keraguan: Keraguan


class KepatuhanService:
    """Reads only."""

    def __init__(
        self, store: Store, rak: RakService, jadwal: JadwalService, clock: Clock, kop: KopDokumen
    ) -> None:
        self._store = store
        self._kop = kop
        self._rak = rak
        self._jadwal = jadwal
        self._clock = clock

    def list_buku(self) -> tuple[BukuKepatuhan, ...]:
        """What a month can be chosen of: the services of today, then those of former days."""
        berlaku = [s.layanan for s in self._rak.list_berlaku()]
        dahulu = sorted({*self._store.register.list_layanan()} - {*berlaku})
        ini = hari_ini(self._clock).year
        return tuple(
            BukuKepatuhan(
                sop.layanan,
                sop.nama_layanan,
                tuple(sorted({ini, *self._store.register.list_tahun(sop.layanan)}, reverse=True)),
            )
            for sop in filter(None, map(self._rak.find_terakhir, (*berlaku, *dahulu)))
        )

    def list_bulan(self, layanan: str, tahun: int) -> tuple[int, ...]:
        """How many cases were registered in each month of a year; months to come are left out."""
        ini = hari_ini(self._clock)
        terakhir = ini.month if tahun == ini.year else len(NAMA_BULAN)
        awal, akhir = (dt.datetime(t, 1, 1, tzinfo=WIB) for t in (tahun, tahun + 1))
        baris = self._store.register.list_dicatat(layanan, awal, akhir)
        kali = Counter(ke_wib(b.dicatat).month for b in baris)
        return tuple(kali[bulan] for bulan in range(1, terakhir + 1))

    def build_permohonan(self, permohonan_id: int, kertas: Kertas | None = None) -> Dokumen:
        """The sheet of one case, finished or not."""
        from sooko_desk.printing import lembar_kepatuhan

        permohonan = self._store.permohonan.get(permohonan_id)
        r = permohonan.ringkasan
        sop = self._rak.get(r.sop_sidik)
        kasus = self._ukur(sop, r, permohonan.riwayat, self._baca_acuan())
        selesai = r.posisi == SELESAI
        saat = permohonan.riwayat[-1].waktu if selesai else self._clock.now()
        return Dokumen(
            ID_DOKUMEN,
            f"Lembar kepatuhan SOP {r.kode_pindai}",
            f"kepatuhan-{r.kode_pindai}.pdf",
            lembar_kepatuhan.render([pada_kertas(self._lembar_kasus(sop, kasus, saat), kertas)]),
            r.id,
            rujukan=susun_rujukan(ID_DOKUMEN, permohonan=r.id),
        )

    def build_bulan(
        self, layanan: str, tahun: int, bulan: int, kertas: Kertas | None = None
    ) -> Dokumen:
        """The sheet of a month; one for each version of the SOP that its cases began under.

        Args:
            layanan: id of the service.
            tahun: four digits, in WIB.
            bulan: 1 to 12, in WIB.

        Raises:
            RuleError: no case was registered in that month.
        """
        from sooko_desk.printing import lembar_kepatuhan

        nama = f"{NAMA_BULAN[bulan - 1]} {tahun}"
        per_sop = self._bagi_sop(layanan, tahun, bulan)
        if not per_sop:
            raise RuleError(
                f"Tidak ada permohonan {layanan} yang tercatat di register pada {nama}. "
                "Pilih bulan lain."
            )
        saat = min(self._clock.now(), _akhir_bulan(tahun, bulan))
        lembar = [
            self._lembar_bulan(self._rak.get(sidik), semua, nama, saat)
            for sidik, semua in per_sop.items()
        ]
        return Dokumen(
            ID_DOKUMEN,
            f"Lembar kepatuhan SOP {layanan} {nama}",
            f"kepatuhan-{layanan.lower()}-{tahun}-{bulan:02}.pdf",
            lembar_kepatuhan.render([pada_kertas(satu, kertas) for satu in lembar]),
            rujukan=susun_rujukan(ID_DOKUMEN, layanan=layanan, tahun=tahun, bulan=bulan),
        )

    def list_ringkas(self, tahun: int, bulan: int) -> tuple[RingkasKepatuhan, ...]:
        """How a month kept to the SOP in one line for each SOP; () = nothing was registered."""
        acuan = self._baca_acuan()
        hasil = []
        for buku in self.list_buku():
            for sidik, semua in self._bagi_sop(buku.layanan, tahun, bulan).items():
                sop = self._rak.get(sidik)
                cerita = self._store.permohonan.list_riwayat([r.id for r in semua])
                kasus = [self._ukur(sop, r, cerita[r.id], acuan) for r in semua]
                seluruh = ukur_bulan(sop, [k for k in kasus if k.akurat])[-1]
                hasil.append(RingkasKepatuhan(sop, len(semua), seluruh))
        return tuple(hasil)

    def _bagi_sop(
        self, layanan: str, tahun: int, bulan: int
    ) -> dict[str, list[RingkasanPermohonan]]:
        """The cases registered in a month by the SOP that they began under."""
        per_sop: dict[str, list[RingkasanPermohonan]] = {}
        akhir = _akhir_bulan(tahun, bulan) + dt.timedelta(seconds=1)
        awal = dt.datetime(tahun, bulan, 1, tzinfo=WIB)
        for b in self._store.register.list_dicatat(layanan, awal, akhir):
            per_sop.setdefault(b.permohonan.sop_sidik, []).append(b.permohonan)
        return per_sop

    def _baca_acuan(self) -> _Acuan:
        return _Acuan(
            list_jeda(self._store.gangguan.list_semua(SIAK)),
            susun_keraguan(self._store.jam.list_tanda()),
        )

    def _ukur(
        self,
        sop: Sop,
        ringkasan: RingkasanPermohonan,
        riwayat: Sequence[Peristiwa],
        acuan: _Acuan,
    ) -> UkuranKasus:
        lama = hitung_lama(sop, riwayat, self._jadwal.jadwal, self._clock.now(), acuan.jeda)
        return ukur_kasus(sop, ringkasan, riwayat, lama, acuan.keraguan)

    def _lembar_kasus(self, sop: Sop, kasus: UkuranKasus, saat: dt.datetime) -> LembarKepatuhanData:
        from sooko_desk.printing.lembar_kepatuhan import KOLOM_KASUS, LembarKepatuhanData

        r = kasus.ringkasan
        permohonan = (
            ("Nomor tanda bukti", r.nomor_tanda_bukti, 56.0),
            ("Pemohon", r.pemohon.nama, 68.0),
            ("NIK", samarkan(r.pemohon.nik), 37.0),
            ("Jenis permohonan", f"{r.jenis_kode} {r.jenis_nama}", 56.0),
            ("Keadaan", r.status, 56.0),
        )
        return LembarKepatuhanData(
            kop=self._kop.kop(saat, sop),
            subjudul=f"Satu permohonan: {r.kode_pindai}",
            isian=(isian_sop(sop, ("Diterima", sebut_saat(r.diterima), 56.0)), permohonan),
            pelaksana=sop.lembar.kolom_pelaksana,
            kolom=KOLOM_KASUS,
            baris=susun_baris_kasus(sop, kasus),
            catatan=tuple(list_catatan_kasus(kasus)),
            penanda_tangan=self._kop.penanda_tangan(saat),
        )

    def _lembar_bulan(
        self, sop: Sop, semua: Sequence[RingkasanPermohonan], nama: str, saat: dt.datetime
    ) -> LembarKepatuhanData:
        from sooko_desk.printing.lembar_kepatuhan import KOLOM_BULAN, LembarKepatuhanData

        cerita = self._store.permohonan.list_riwayat([r.id for r in semua])
        acuan = self._baca_acuan()
        kasus = [self._ukur(sop, r, cerita[r.id], acuan) for r in semua]
        akurat = [k for k in kasus if k.akurat]
        ukuran = ukur_bulan(sop, akurat)
        bulan = (
            ("Bulan", nama, 56.0),
            ("Tercatat di register bulan ini", f"{len(semua)} permohonan", 53.0),
            ("Dihitung", f"{len(akurat)} permohonan", 52.0),
            (
                "Selesai dalam waktu SOP",
                sebut_bagian(ukuran[-1].tepat or 0, len(ukuran[-1].menit)),
                56.0,
            ),
            ("Masih berjalan", self._sebut_berjalan(sop), 56.0),
        )
        return LembarKepatuhanData(
            kop=self._kop.kop(saat, sop),
            subjudul=f"{sop.nama_layanan}, {nama}",
            isian=(isian_sop(sop, ("Unit", sop.lembar.unit, 56.0)), bulan),
            pelaksana=sop.lembar.kolom_pelaksana,
            kolom=KOLOM_BULAN,
            baris=susun_baris_bulan(sop, ukuran),
            catatan=(*list_catatan_bulan(kasus), MENIT_KANTOR),
            penanda_tangan=self._kop.penanda_tangan(saat),
        )

    def _sebut_berjalan(self, sop: Sop) -> str:
        posisi = [(sop.sidik, langkah.id) for langkah in list_lembar(sop)]
        banyak = len(self._store.permohonan.list_posisi(posisi))
        return f"{banyak} permohonan, {tanggal_panjang(hari_ini(self._clock))}"


def _akhir_bulan(tahun: int, bulan: int) -> dt.datetime:
    """The last instant of a month in WIB."""
    hari = calendar.monthrange(tahun, bulan)[1]
    return dt.datetime(tahun, bulan, hari, 23, 59, 59, tzinfo=WIB)
