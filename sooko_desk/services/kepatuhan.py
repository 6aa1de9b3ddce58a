"""Lembar kepatuhan SOP: the SOP's own table with what was measured, of a case or of a month.

A month is told by the register: the cases whose number was taken in it (WIB). The step that takes
the number is the last one of both sheets, so such a case has every step behind it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.gangguan import list_jeda
from sooko_desk.domain.lama import hitung_lama
from sooko_desk.domain.luar import SIAK
from sooko_desk.domain.tanggal import NAMA_BULAN, tanggal_panjang
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.pencetakan import Dokumen, find_nama_kasi, susun_penanda_tangan
from sooko_desk.services.susun_kepatuhan import (
    MENIT_KANTOR,
    isian_sop,
    list_catatan_bulan,
    list_catatan_kasus,
    sebut_bagian,
    sebut_saat,
    susun_baris_bulan,
    susun_baris_kasus,
)
from sooko_desk.services.ukur_kepatuhan import list_lembar, ukur_bulan, ukur_kasus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.gangguan import Jeda
    from sooko_desk.domain.permohonan import Peristiwa, RingkasanPermohonan
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.lembar_kepatuhan import LembarKepatuhanData
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.ukur_kepatuhan import UkuranKasus

ID_DOKUMEN = "lembar_kepatuhan"


@dataclass(frozen=True, slots=True)
class BukuKepatuhan:
    """A service and the years that it has registered cases in, newest first, this year included."""

    layanan: str
    nama: str
    tahun: tuple[int, ...]


class KepatuhanService:
    """Reads only."""

    def __init__(self, store: Store, rak: RakService, jadwal: JadwalService, clock: Clock) -> None:
        self._store = store
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
        """How many cases were registered in each of the twelve months of a year."""
        baris = self._store.register.list_baris(layanan, tahun)
        kali = Counter(ke_wib(b.dicatat).month for b in baris)
        return tuple(kali[bulan] for bulan in range(1, len(NAMA_BULAN) + 1))

    def build_permohonan(self, permohonan_id: int) -> Dokumen:
        """The sheet of one case, finished or not."""
        from sooko_desk.printing import lembar_kepatuhan

        permohonan = self._store.permohonan.get(permohonan_id)
        r = permohonan.ringkasan
        sop = self._rak.get(r.sop_sidik)
        kasus = self._ukur(sop, r, permohonan.riwayat, self._list_jeda())
        return Dokumen(
            ID_DOKUMEN,
            f"Lembar kepatuhan SOP {r.kode_pindai}",
            f"kepatuhan-{r.kode_pindai}.pdf",
            lembar_kepatuhan.render([self._lembar_kasus(sop, kasus)]),
            r.id,
        )

    def build_bulan(self, layanan: str, tahun: int, bulan: int) -> Dokumen:
        """The sheet of a month; one for each version of the SOP that its cases began under.

        Args:
            layanan: id of the service.
            tahun: of the register book.
            bulan: 1 to 12, in WIB.

        Raises:
            RuleError: no case was registered in that month.
        """
        from sooko_desk.printing import lembar_kepatuhan

        nama = f"{NAMA_BULAN[bulan - 1]} {tahun}"
        per_sop: dict[str, list[RingkasanPermohonan]] = {}
        for b in self._store.register.list_baris(layanan, tahun):
            if ke_wib(b.dicatat).month == bulan:
                per_sop.setdefault(b.permohonan.sop_sidik, []).append(b.permohonan)
        if not per_sop:
            raise RuleError(
                f"Tidak ada permohonan {layanan} yang tercatat di register pada {nama}. "
                "Pilih bulan lain."
            )
        lembar = [self._lembar_bulan(sidik, semua, nama) for sidik, semua in per_sop.items()]
        return Dokumen(
            ID_DOKUMEN,
            f"Lembar kepatuhan SOP {layanan} {nama}",
            f"kepatuhan-{layanan.lower()}-{tahun}-{bulan:02}.pdf",
            lembar_kepatuhan.render(lembar),
        )

    def _list_jeda(self) -> tuple[Jeda, ...]:
        return list_jeda(self._store.gangguan.list_semua(SIAK))

    def _ukur(
        self,
        sop: Sop,
        ringkasan: RingkasanPermohonan,
        riwayat: Sequence[Peristiwa],
        jeda: Sequence[Jeda],
    ) -> UkuranKasus:
        lama = hitung_lama(sop, riwayat, self._jadwal.jadwal, self._clock.now(), jeda)
        return ukur_kasus(sop, ringkasan, riwayat, lama)

    def _lembar_kasus(self, sop: Sop, kasus: UkuranKasus) -> LembarKepatuhanData:
        from sooko_desk.printing.lembar_kepatuhan import KOLOM_KASUS, LembarKepatuhanData

        r = kasus.ringkasan
        permohonan = (
            ("Nomor tanda bukti", r.nomor_tanda_bukti, 56.0),
            ("Pemohon", r.pemohon.nama, 68.0),
            ("NIK", samarkan(r.pemohon.nik), 37.0),
            ("Jenis permohonan", f"{r.jenis_kode} {r.jenis_nama}", 56.0),
            ("Keadaan", r.status, 56.0),
        )
        sekarang = self._clock.now()
        return LembarKepatuhanData(
            kop=sop.lembar.kop,
            subjudul=f"Satu permohonan: {r.kode_pindai}",
            isian=(isian_sop(sop, ("Diterima", sebut_saat(r.diterima), 56.0)), permohonan),
            pelaksana=sop.lembar.kolom_pelaksana,
            kolom=KOLOM_KASUS,
            baris=susun_baris_kasus(sop, kasus),
            catatan=tuple(list_catatan_kasus(kasus)),
            penanda_tangan=susun_penanda_tangan(sekarang, find_nama_kasi(self._store)),
        )

    def _lembar_bulan(
        self, sidik: str, semua: Sequence[RingkasanPermohonan], nama: str
    ) -> LembarKepatuhanData:
        from sooko_desk.printing.lembar_kepatuhan import KOLOM_BULAN, LembarKepatuhanData

        sop = self._rak.get(sidik)
        cerita = self._store.permohonan.list_riwayat([r.id for r in semua])
        jeda = self._list_jeda()
        kasus = [self._ukur(sop, r, cerita[r.id], jeda) for r in semua]
        akurat = [k for k in kasus if k.akurat]
        ukuran = ukur_bulan(sop, akurat)
        bulan = (
            ("Bulan", nama, 56.0),
            ("Tercatat di register bulan ini", f"{len(semua)} permohonan", 53.0),
            ("Dihitung", f"{len(akurat)} permohonan", 52.0),
            (
                "Selesai dalam waktu SOP",
                sebut_bagian(ukuran[-1].tepat or 0, len(akurat)),
                56.0,
            ),
            ("Masih berjalan", self._sebut_berjalan(sop), 56.0),
        )
        sekarang = self._clock.now()
        return LembarKepatuhanData(
            kop=sop.lembar.kop,
            subjudul=f"{sop.nama_layanan}, {nama}",
            isian=(isian_sop(sop, ("Unit", sop.lembar.unit, 56.0)), bulan),
            pelaksana=sop.lembar.kolom_pelaksana,
            kolom=KOLOM_BULAN,
            baris=susun_baris_bulan(sop, ukuran),
            catatan=(*list_catatan_bulan(kasus), MENIT_KANTOR),
            penanda_tangan=susun_penanda_tangan(sekarang, find_nama_kasi(self._store)),
        )

    def _sebut_berjalan(self, sop: Sop) -> str:
        posisi = [(sop.sidik, langkah.id) for langkah in list_lembar(sop)]
        banyak = len(self._store.permohonan.list_posisi(posisi))
        return f"{banyak} permohonan, {tanggal_panjang(hari_ini(self._clock))}"
