"""What was missing at *tidak lengkap*, and the originals in the office, as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain import kelengkapan
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import Bentuk, Cocok
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import hari_tanggal, jam, tanggal_panjang, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.asli import AsliService
from sooko_desk.services.pencetakan import JABATAN_REGISTER, TEMPAT, Dokumen

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Berkas, Peristiwa, Permohonan
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.lembar_kekurangan import BarisKurang, LembarKekuranganData
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

KURANG = "tidak_lengkap"
"""Outcome of the check that sends the applicant home (row 2 of both SOPs)."""


class CetakKekuranganService:
    """Builds the two documents from what is stored."""

    def __init__(
        self, store: Store, rak: RakService, tabel: Tabel, jadwal: JadwalService, clock: Clock
    ) -> None:
        self._store = store
        self._rak = rak
        self._jadwal = jadwal
        self._clock = clock
        self._asli = AsliService(store, clock)
        self._nama_desa = {d.kode: d.nama for d in tabel.desa}

    def build_lembar(self, permohonan_id: Sequence[int]) -> Dokumen:
        """The lembar kekurangan of these cases, one after the other in one document.

        Raises:
            RuleError: one of the cases was never found incomplete.
        """
        from sooko_desk.printing import lembar_kekurangan

        semua = [self._store.permohonan.get(satu) for satu in permohonan_id]
        isi = lembar_kekurangan.render([self._lembar(p) for p in semua])
        satu = semua[0].ringkasan
        nama = satu.kode_pindai if len(semua) == 1 else hari_ini(self._clock).isoformat()
        judul = satu.kode_pindai if len(semua) == 1 else f"{len(semua)} permohonan"
        return Dokumen(
            "lembar_kekurangan",
            f"Lembar kekurangan {judul}",
            f"lembar-kekurangan-{nama}.pdf",
            isi,
            satu.id if len(semua) == 1 else None,
        )

    def build_daftar_asli(self) -> Dokumen:
        """The list "asli masih di kantor", oldest first."""
        from sooko_desk.printing import daftar_asli
        from sooko_desk.printing.tanda_tangan import PenandaTangan

        baris = tuple(
            daftar_asli.BarisAsli(
                nomor=b.ringkasan.nomor_tanda_bukti,
                pemohon=b.ringkasan.pemohon.nama,
                desa=self._nama_desa.get(b.ringkasan.pemohon.desa, b.ringkasan.pemohon.desa),
                berkas="; ".join(_sebut_berkas(satu) for satu in b.berkas),
                sejak=tanggal_pendek(ke_wib(b.ringkasan.diterima).date()),
                umur=b.umur_hari,
                keadaan=b.ringkasan.status,
            )
            for b in self._asli.list_di_kantor()
        )
        sop = self._rak.list_berlaku()
        data = daftar_asli.DaftarAsliData(
            kop=sop[0].lembar.kop if sop else (),
            dibuat=_saat(self._clock.now()),
            baris=baris,
            penanda_tangan=PenandaTangan(
                _tempat_tanggal(self._clock.now()), JABATAN_REGISTER, self._nama_kasi()
            ),
        )
        return Dokumen(
            "daftar_asli",
            "Daftar asli masih di kantor",
            f"asli-di-kantor-{hari_ini(self._clock).isoformat()}.pdf",
            daftar_asli.render(data),
        )

    def _lembar(self, permohonan: Permohonan) -> LembarKekuranganData:
        from sooko_desk.printing.lembar_kekurangan import LembarKekuranganData
        from sooko_desk.printing.tanda_tangan import PenandaTangan

        r = permohonan.ringkasan
        putusan = _find_putusan(permohonan)
        sop = self._rak.get(r.sop_sidik)
        return LembarKekuranganData(
            kop=sop.lembar.kop,
            nama_layanan=sop.nama_layanan,
            nomor=r.nomor_tanda_bukti,
            kode_pindai=r.kode_pindai,
            jenis=f"{r.jenis_kode} {r.jenis_nama}",
            diputuskan=_saat(putusan.waktu),
            nama_pemohon=r.pemohon.nama,
            nik_tersamar=samarkan(r.pemohon.nik),
            kasi=PenandaTangan(_tempat_tanggal(putusan.waktu), JABATAN_REGISTER, putusan.petugas),
            jam_layanan=self._sebut_jam(hari_ini(self._clock)),
            kurang=_list_baris(permohonan.berkas),
            alasan=putusan.alasan,
            di_kantor=tuple(
                _sebut_berkas(b) for b in permohonan.berkas if b.beres and not b.asli_keluar
            ),
            dikembalikan=tuple(_sebut_berkas(b) for b in permohonan.berkas if b.asli_keluar),
            penerima=permohonan.pembawa.nama,
            salinan=self._store.cetakan.count_keluar(r.id, "lembar_kekurangan"),
        )

    def _sebut_jam(self, hari: dt.date) -> str:
        """The week's opening hours as the applicant reads them; days of equal hours together."""
        minggu = self._jadwal.jadwal.jam
        nama = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
        bagian: list[str] = []
        for nomor, buka in enumerate(minggu):
            if not buka or (nomor and minggu[nomor - 1] == buka):
                continue
            akhir = nomor
            while akhir + 1 < len(minggu) and minggu[akhir + 1] == buka:
                akhir += 1
            hari_kata = nama[nomor] if akhir == nomor else f"{nama[nomor]}-{nama[akhir]}"
            bagian.append(f"{hari_kata} {buka[0][0]:%H.%M}-{buka[-1][1]:%H.%M}")
        khusus = next(
            (m.nama for m in self._jadwal.jadwal.masa_khusus if m.dari <= hari <= m.sampai), ""
        )
        kata = "; ".join(bagian)
        return f"{kata} ({khusus}: tanyakan jamnya)" if khusus else kata

    def _nama_kasi(self) -> str:
        kasi = [p.nama for p in self._store.petugas.list_petugas() if p.peran is Peran.KASI]
        return kasi[0] if kasi else ""


def _find_putusan(permohonan: Permohonan) -> Peristiwa:
    for peristiwa in reversed(permohonan.riwayat):
        if peristiwa.hasil == KURANG:
            return peristiwa
    raise RuleError(
        f"{permohonan.ringkasan.kode_pindai} belum pernah dinyatakan tidak lengkap, "
        "jadi tidak ada lembar kekurangannya."
    )


def _list_baris(berkas: Sequence[Berkas]) -> tuple[BarisKurang, ...]:
    from sooko_desk.printing.lembar_kekurangan import BarisKurang

    baris: list[BarisKurang] = []
    for b in kelengkapan.list_kurang(berkas):
        setara = [x for x in berkas if b.grup and x.grup == b.grup] or [b]
        tidak_cocok = any(x.cocok is Cocok.TIDAK for x in setara)
        catatan = "; ".join(x.catatan for x in setara if x.catatan)
        apa = "ada, tetapi data tidak cocok" if tidak_cocok else "belum ada"
        baris.append(
            BarisKurang(
                " atau ".join(x.nama for x in setara),
                f"{apa}: {catatan}" if catatan else apa,
                " / ".join(dict.fromkeys(x.diperoleh for x in setara if x.diperoleh)),
                " / ".join(dict.fromkeys(x.rupa for x in setara if x.rupa)),
            )
        )
    return tuple(baris)


def _sebut_berkas(b: Berkas) -> str:
    bentuk = "" if b.bentuk is Bentuk.BELUM else b.bentuk.value
    jumlah = f"{b.jumlah} lembar" if b.jumlah > 1 else ""
    kurung = ", ".join(x for x in (bentuk, jumlah) if x)
    return f"{b.nama} ({kurung})" if kurung else b.nama


def _saat(saat: dt.datetime) -> str:
    wib = ke_wib(saat)
    return f"{hari_tanggal(wib.date())} pukul {jam(wib)} WIB"


def _tempat_tanggal(saat: dt.datetime) -> str:
    return f"{TEMPAT}, {tanggal_panjang(ke_wib(saat).date())}"
