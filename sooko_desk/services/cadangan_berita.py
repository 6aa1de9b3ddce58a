"""The berita acara pencadangan of a month, from the trail of office events."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import NAMA_BULAN, sebut_saat, sebut_saat_panjang
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.cadangan_riwayat import Apa, Hasil
from sooko_desk.services.laporan_bulanan import Bulan
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.data.periksa_register import JumlahRegister
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.berita_acara import BeritaAcaraData
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.cadangan_riwayat import CatatanCadangan, RiwayatCadangan
    from sooko_desk.services.kop_dokumen import KopDokumen

ID_DOKUMEN = "berita_acara"
_TIDAK_ADA = "tidak ada"
_SIDIK_PENDEK = 16


class BeritaAcaraService:
    """Reads only."""

    def __init__(
        self, store: Store, riwayat: RiwayatCadangan, kop: KopDokumen, clock: Clock
    ) -> None:
        self._store = store
        self._riwayat = riwayat
        self._kop = kop
        self._clock = clock

    def list_tahun(self) -> tuple[int, ...]:
        """The years that can be chosen, newest first; this year always."""
        ini = hari_ini(self._clock).year
        pertama = min(
            (ke_wib(c.waktu).year for c in self._riwayat.list_terbaru(semua=True)), default=ini
        )
        return tuple(range(ini, min(ini, pertama) - 1, -1))

    def list_bulan(self, tahun: int) -> tuple[int, ...]:
        """How many backups were made in each month of a year; months to come are left out."""
        ini = hari_ini(self._clock)
        terakhir = ini.month if tahun == ini.year else len(NAMA_BULAN)
        awal, akhir = Bulan(tahun, 1).rentang[0], Bulan(tahun, terakhir).rentang[1]
        banyak = [0] * terakhir
        for catatan in self._riwayat.list_antara(awal, akhir):
            banyak[ke_wib(catatan.waktu).month - 1] += catatan.selesai
        return tuple(banyak)

    def build_dokumen(self, tahun: int, bulan: int, kertas: Kertas | None = None) -> Dokumen:
        """The paper of a month; of the running month, so far.

        Raises:
            RuleError: the month is still to come.
        """
        from sooko_desk.printing import berita_acara

        satu = Bulan(tahun, bulan)
        return Dokumen(
            ID_DOKUMEN,
            f"Berita acara pencadangan {satu.nama}",
            f"berita-acara-pencadangan-{tahun}-{bulan:02}.pdf",
            berita_acara.render(pada_kertas(self._data(satu), kertas)),
            rujukan=susun_rujukan(ID_DOKUMEN, tahun=tahun, bulan=bulan),
        )

    def _data(self, bulan: Bulan) -> BeritaAcaraData:
        from sooko_desk.printing.berita_acara import BeritaAcaraData

        sekarang = self._clock.now()
        if bulan.rentang[0] > sekarang:
            raise RuleError(f"{bulan.nama} belum tiba. Pilih bulan lain.")
        semua = self._riwayat.list_antara(*bulan.rentang)
        selesai = [c for c in semua if c.selesai]
        periksa = [c for c in semua if c.isi.apa is Apa.PERIKSA]
        latihan = [c for c in semua if c.isi.apa is Apa.LATIHAN]
        gagal = [c for c in semua if c.isi.hasil is not Hasil.UTUH]
        saat = min(sekarang, bulan.rentang[1] - dt.timedelta(microseconds=1))
        return BeritaAcaraData(
            kop=self._kop.kop(saat),
            bulan=bulan.nama,
            fakta=self._fakta(selesai, len(gagal)),
            cadangan=tuple(map(_baris_cadangan, selesai)),
            pemeriksaan=tuple(map(_baris_periksa, periksa)),
            latihan_pulih=tuple(map(_baris_periksa, latihan)),
            gagal=tuple(map(_baris_gagal, gagal)),
            dibuat=sebut_saat_panjang(sekarang),
            operator=self._operator(semua),
            penanda_tangan=self._kop.penanda_tangan(saat),
        )

    def _fakta(self, selesai: Sequence[CatatanCadangan], gagal: int) -> tuple[tuple[str, str], ...]:
        tempat = len({c.isi.tempat.kode for c in selesai})
        fakta = [
            ("Kantor", self._store.kunci.kantor),
            ("Cadangan selesai", f"{len(selesai)}, ke {tempat} tempat" if selesai else _TIDAK_ADA),
            ("Gagal atau rusak", str(gagal) if gagal else _TIDAK_ADA),
        ]
        if selesai:
            akhir = selesai[-1]
            kapan = f"{sebut_saat(akhir.waktu)}, {akhir.isi.tempat.sebutan}"
            fakta.append(("Cadangan terakhir", f"{kapan}: {_sebut_isi(akhir.jumlah)}"))
            if akhir.isi.rantai:
                kepala = f"urut {akhir.isi.urut}, {akhir.isi.rantai}"
                fakta.append(("Kepala rantai di dalamnya", kepala))
        return tuple(fakta)

    def _operator(self, semua: Sequence[CatatanCadangan]) -> str:
        """Who made the last backup as an operator; else the first operator of the office."""
        petugas = self._store.petugas.list_petugas()
        operator = [p.nama for p in petugas if p.peran is Peran.OPERATOR]
        dipakai = (c.petugas for c in reversed(semua) if c.petugas in operator)
        return next(dipakai, operator[0] if operator else "")


def _sebut_isi(jumlah: JumlahRegister) -> str:
    return (
        f"{jumlah.permohonan} permohonan, {jumlah.peristiwa} catatan riwayat, "
        f"{jumlah.pindaian} pindaian"
    )


def _oleh(catatan: CatatanCadangan) -> str:
    return ", ".join(x for x in (str(catatan.isi.sebab), catatan.petugas) if x)


def _baris_cadangan(catatan: CatatanCadangan) -> tuple[str, ...]:
    isi = catatan.isi
    kurang = f"; {isi.tidak_ikut} pindaian tidak ikut" if isi.tidak_ikut else ""
    rantai = f"urut {isi.urut}, {isi.rantai[:_SIDIK_PENDEK]}" if isi.rantai else "–"
    return (
        sebut_saat(catatan.waktu),
        isi.tempat.sebutan,
        isi.nama,
        f"{_sebut_isi(catatan.jumlah)}{kurang}",
        rantai,
        _oleh(catatan),
    )


def _baris_periksa(catatan: CatatanCadangan) -> tuple[str, ...]:
    isi = catatan.isi
    rinci = _sebut_isi(isi.jumlah) if isi.jumlah and isi.hasil is Hasil.UTUH else "lihat di bawah"
    return (
        sebut_saat(catatan.waktu),
        isi.tempat.sebutan,
        isi.nama,
        f"{isi.hasil}: {rinci}",
        _oleh(catatan),
    )


def _baris_gagal(catatan: CatatanCadangan) -> tuple[str, ...]:
    isi = catatan.isi
    awal = f"{isi.nama} {isi.hasil}: " if isi.nama else ""
    return (
        sebut_saat(catatan.waktu),
        isi.tempat.sebutan,
        f"{awal}{isi.kalimat}",
        _oleh(catatan),
    )
