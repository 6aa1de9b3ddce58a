"""What was missing at *tidak lengkap*, and the originals in the office, as documents."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sooko_desk.domain import kelengkapan
from sooko_desk.domain.alur import list_yang_berlaku
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import AsliKeluar, Cocok
from sooko_desk.domain.tanggal import NAMA_HARI, sebut_saat_panjang, tanggal_panjang, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.asli import AsliService
from sooko_desk.services.pencetakan import (
    Dokumen,
    sebut_bentuk,
    susun_dokumen,
)
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import (
        Berkas,
        Peristiwa,
        Permohonan,
        RingkasanPermohonan,
    )
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.domain.waktu_kantor import JadwalKantor, JamMingguan
    from sooko_desk.printing.daftar_asli import BarisAsli
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.printing.lembar_kekurangan import BarisKurang, LembarKekuranganData
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

KURANG = "tidak_lengkap"
"""Outcome of the check that sends the applicant home (row 2 of both SOPs)."""
LOKET = "loket pelayanan Kantor Kecamatan Sooko"
HARI_KE_DEPAN = 14
"""How many days ahead the sheet tells closed days and hours that will be others."""


class CetakKekuranganService:
    """Builds the two documents from what is stored."""

    def __init__(
        self,
        store: Store,
        rak: RakService,
        tabel: Tabel,
        jadwal: JadwalService,
        clock: Clock,
        kop: KopDokumen,
    ) -> None:
        self._store = store
        self._kop = kop
        self._rak = rak
        self._jadwal = jadwal
        self._clock = clock
        self._asli = AsliService(store, clock)
        self._nama_desa = {d.kode: d.nama for d in tabel.desa}

    def build_lembar(self, permohonan_id: Sequence[int], kertas: Kertas | None = None) -> Dokumen:
        """The lembar kekurangan of these cases, one after the other in one document.

        Raises:
            RuleError: one of the cases was never found incomplete.
        """
        from sooko_desk.printing import lembar_kekurangan

        semua = [self._store.permohonan.get(satu) for satu in permohonan_id]
        data = [pada_kertas(self._lembar(p), kertas) for p in semua]
        return susun_dokumen(
            "lembar_kekurangan",
            "Lembar kekurangan",
            [p.ringkasan for p in semua],
            lembar_kekurangan.render(data),
            hari_ini(self._clock),
            max(d.salinan for d in data),
        )

    def build_daftar_asli(self, kertas: Kertas | None = None) -> Dokumen:
        """The list "asli masih di kantor", one line a paper, oldest first."""
        from sooko_desk.printing import daftar_asli

        sekarang = self._clock.now()
        data = daftar_asli.DaftarAsliData(
            kop=self._kop.kop(sekarang),
            dibuat=sebut_saat_panjang(sekarang),
            baris=tuple(
                self._baris_asli(milik.ringkasan, b)
                for milik in self._asli.list_di_kantor()
                for b in milik.berkas
            ),
            penanda_tangan=self._kop.penanda_tangan(sekarang),
        )
        return Dokumen(
            "daftar_asli",
            "Daftar asli masih di kantor",
            f"asli-di-kantor-{hari_ini(self._clock).isoformat()}.pdf",
            daftar_asli.render(pada_kertas(data, kertas)),
            rujukan=susun_rujukan("daftar_asli"),
            orang=len(data.baris),
        )

    def _baris_asli(self, r: RingkasanPermohonan, b: Berkas) -> BarisAsli:
        from sooko_desk.printing.daftar_asli import BarisAsli

        sejak = b.diterima or r.diterima
        return BarisAsli(
            nomor=r.nomor_tanda_bukti,
            pemohon=r.pemohon.nama,
            desa=self._nama_desa.get(r.pemohon.desa, r.pemohon.desa),
            berkas=f"{b.nama} ({b.jumlah} lembar)" if b.jumlah > 1 else b.nama,
            sejak=tanggal_pendek(ke_wib(sejak).date()),
            umur=max((self._clock.now() - sejak).days, 0),
            keadaan=r.status,
        )

    def _lembar(self, permohonan: Permohonan) -> LembarKekuranganData:
        from sooko_desk.printing.lembar_kekurangan import LembarKekuranganData

        r = permohonan.ringkasan
        putusan = _find_putusan(permohonan)
        sop = self._rak.get(r.sop_sidik)
        dikembalikan = [b for b in permohonan.berkas if b.asli_keluar is AsliKeluar.DIKEMBALIKAN]
        return LembarKekuranganData(
            kop=self._kop.kop(putusan.waktu, sop),
            catatan_kaki=self._kop.catatan_kaki(putusan.waktu),
            nama_layanan=sop.nama_layanan,
            nomor=r.nomor_tanda_bukti,
            kode_pindai=r.kode_pindai,
            jenis=f"{r.jenis_kode} {r.jenis_nama}",
            diputuskan=sebut_saat_panjang(putusan.waktu),
            nama_pemohon=r.pemohon.nama,
            nik_tersamar=samarkan(r.pemohon.nik),
            kasi=self._kop.penanda_tangan(putusan.waktu, putusan.petugas),
            jam_layanan=tuple(_list_jam_layanan(self._jadwal.jadwal, hari_ini(self._clock))),
            kurang=_list_baris(permohonan.berkas),
            alasan=putusan.alasan,
            di_kantor=tuple(
                _sebut_berkas(b) for b in permohonan.berkas if b.beres and b not in dikembalikan
            ),
            dikembalikan=tuple(map(_sebut_berkas, dikembalikan)),
            loket=LOKET,
            penerima=permohonan.pembawa.nama,
            salinan=self._store.cetakan.count_keluar(r.id, "lembar_kekurangan", putusan.waktu),
        )


def _find_putusan(permohonan: Permohonan) -> Peristiwa:
    """The last time the case was found incomplete; a decision that was undone does not count."""
    for peristiwa in reversed(list_yang_berlaku(permohonan.riwayat)):
        if peristiwa.hasil == KURANG:
            return peristiwa
    raise RuleError(
        f"{permohonan.ringkasan.kode_pindai} belum pernah dinyatakan tidak lengkap, "
        "jadi tidak ada lembar kekurangannya."
    )


def _list_baris(berkas: Sequence[Berkas]) -> tuple[BarisKurang, ...]:
    """What the applicant is to bring; papers that stand for each other follow one another."""
    from sooko_desk.printing.lembar_kekurangan import BarisKurang

    wajib = {b.kode for b in kelengkapan.list_kurang(berkas)}
    baris: list[BarisKurang] = []
    for b in berkas:
        # A paper asked for under a condition is missing only when its data were found to disagree.
        if b.kode not in wajib and (b.grup or b.cocok is not Cocok.TIDAK):
            continue
        setara = [x for x in berkas if b.grup and x.grup == b.grup] or [b]
        baris.extend(
            BarisKurang(x.nama, _sebut_salah(x), x.diperoleh, x.rupa, atau=urut > 0)
            for urut, x in enumerate(setara)
        )
    return tuple(baris)


def _sebut_salah(b: Berkas) -> str:
    apa = "ada, tetapi data tidak cocok" if b.cocok is Cocok.TIDAK else "belum ada"
    return f"{apa}: {b.catatan}" if b.catatan else apa


def _sebut_berkas(b: Berkas) -> str:
    bentuk = sebut_bentuk(b)
    return f"{b.nama} ({bentuk})" if bentuk else b.nama


def _list_jam_layanan(jadwal: JadwalKantor, hari: dt.date) -> Iterator[str]:
    """When the counter is open: the usual week, other hours and closed days near `hari`."""
    nanti = hari + dt.timedelta(days=HARI_KE_DEPAN)
    yield f"{_sebut_minggu(jadwal.jam)}."
    for masa in jadwal.masa_khusus:
        if masa.sampai >= hari and masa.dari <= nanti:
            rentang = f"{tanggal_panjang(masa.dari)} sampai {tanggal_panjang(masa.sampai)}"
            yield f"{masa.nama} ({rentang}): {_sebut_minggu(masa.jam) or 'tutup'}."
    tutup = [
        f"{tanggal_pendek(libur)} ({nama})"
        for libur, nama in sorted(jadwal.hari_libur.items())
        if hari <= libur <= nanti and jadwal.jam[libur.weekday()]
    ]
    if tutup:
        yield f"Tutup {', '.join(tutup)}."


def _sebut_minggu(minggu: JamMingguan) -> str:
    """The open hours of a week; days of equal hours together, "" when never open."""
    bagian: list[str] = []
    for awal, akhir in _list_hari_sama(minggu):
        nama = NAMA_HARI[awal] if awal == akhir else f"{NAMA_HARI[awal]}–{NAMA_HARI[akhir]}"
        buka = " dan ".join(f"{a:%H.%M}–{b:%H.%M}" for a, b in minggu[awal])
        bagian.append(f"{nama} {buka} WIB")
    return "; ".join(bagian)


def _list_hari_sama(minggu: JamMingguan) -> Iterator[tuple[int, int]]:
    """First and last day (0 = Monday) of every run of open days with the same hours."""
    awal = 0
    for nomor in range(1, len(minggu) + 1):
        if nomor == len(minggu) or minggu[nomor] != minggu[awal]:
            if minggu[awal]:
                yield awal, nomor - 1
            awal = nomor
