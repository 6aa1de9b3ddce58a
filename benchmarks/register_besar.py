"""A register of many years in one go: a real encrypted file, its rows as the services write them.

Officers, SOPs, moves, checklists and numbers come from the program; only the storing is done in
bulk, in one unit of work, because 100,000 intakes through the counter take an hour.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from orang import BIJI, Orang, buat_orang

from sooko_desk.app import Lingkungan, build_meja
from sooko_desk.data.buka import open_register
from sooko_desk.data.store import Store
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.alur import get_gerak
from sooko_desk.domain.kelengkapan import list_kurang, salin_syarat
from sooko_desk.domain.nomor import format_nomor, kode_pindai
from sooko_desk.domain.permohonan import Bentuk, TandaBerkas
from sooko_desk.domain.sop import SELESAI, Peran, SifatSyarat
from sooko_desk.domain.waktu import WIB, JamTetap, iso_utc, ke_wib
from sooko_desk.services.petugas import PengaturanAwal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import peewee as pw

    from sooko_desk.domain.alur import Gerak
    from sooko_desk.domain.permohonan import Berkas, Petugas
    from sooko_desk.domain.sop import JenisPermohonan, Sop

SEKARANG = dt.datetime(2026, 11, 23, 9, 5, tzinfo=WIB)
HARI = 3600
"""The register goes back so many days."""
PIN_OPERATOR, PIN_KASI = "482915", "736104"
BERJALAN = 60
"""The newest cases, which are still under way."""
ULANG = 0.2
"""Share of the applicants who came twice."""
PERIKSA = "periksa"
SEKALI = 2000

Baris = dict[str, object]


@dataclass(frozen=True, slots=True)
class RegisterBesar:
    """What the benchmark must know of the register to type.

    Attributes:
        orang: everybody in it.
        pengantar: (number, village) of letters that are in it.
    """

    orang: list[Orang]
    pengantar: list[tuple[str, str]]
    permohonan: int
    kekurangan: int


def hasher() -> PasswordHasher:
    """Too weak for an office: signing in is not what is measured."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def buat_register(folder: Path, jumlah: int) -> RegisterBesar:
    """Fill a new register in `folder` with `jumlah` applicants."""
    clock = JamTetap(SEKARANG)
    store = Store(folder)
    try:
        meja = build_meja(store, Lingkungan(folder, clock=clock, hasher=hasher()))
        pin = map(meja.petugas.hash_pin, (PIN_OPERATOR, PIN_KASI))
        awal = PengaturanAwal(
            nama_operator="Rini Contoh",
            pin_operator=PIN_OPERATOR,
            ulang_operator=PIN_OPERATOR,
            nama_kasi="Bambang Misal",
            pin_kasi=PIN_KASI,
            ulang_kasi=PIN_KASI,
        )
        meja.petugas.simpan_pengaturan_awal(awal, *pin)
        petugas = {p.peran: p for p in meja.petugas.list_petugas()}
        desa = [d.kode for d in meja.tabel.desa]
        sop = meja.penerimaan.list_layanan()
    finally:
        store.close()
    orang = buat_orang(jumlah, desa)
    penulis = _Penulis(sop, petugas, orang)
    db = open_register(folder)
    try:
        run_unit(db, lambda: None, lambda: penulis.tulis(db))
    finally:
        db.close()
    return RegisterBesar(orang, penulis.pengantar, penulis.permohonan, penulis.urut["kekurangan"])


class _Penulis:
    """Turns people into rows of every table."""

    def __init__(
        self, sop: Sequence[Sop], petugas: Mapping[Peran, Petugas], orang: Sequence[Orang]
    ) -> None:
        self._sop = sop
        self._petugas = petugas
        self._acak = random.Random(BIJI + 1)
        ulang = self._acak.sample(orang, int(ULANG * len(orang)))
        self._pemohon = [*orang, *ulang]
        self._acak.shuffle(self._pemohon)
        self._jalur = {s.sidik: _list_jalur(s) for s in sop}
        self.permohonan = len(self._pemohon)
        self.urut: Counter[str] = Counter()
        self.pengantar: list[tuple[str, str]] = []

    def tulis(self, db: pw.SqliteDatabase) -> bool:
        waktu = iso_utc(SEKARANG - dt.timedelta(days=HARI))
        self._kirim(
            db,
            "sop_tersimpan",
            [
                {
                    "sidik": s.sidik,
                    "layanan": s.layanan,
                    "tanggal_efektif": s.lembar.tanggal_efektif.isoformat(),
                    "teks": s.teks,
                    "disimpan": waktu,
                }
                for s in self._sop
            ],
        )
        for mulai in range(0, self.permohonan, SEKALI):
            per_tabel: dict[str, list[Baris]] = {}
            akhir = min(mulai + SEKALI, self.permohonan)
            for nomor in range(mulai, akhir):
                for tabel, baris in self._satu(nomor):
                    per_tabel.setdefault(tabel, []).append(baris)
            for tabel, semua in per_tabel.items():
                self._kirim(db, tabel, semua)
        return True

    def _kirim(self, db: pw.SqliteDatabase, tabel: str, semua: Sequence[Baris]) -> None:
        kolom = list(semua[0])
        perintah = (
            f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))})"
        )
        sambungan = db.connection()  # type: ignore[no-untyped-call]  # as in `sooko_desk.data`
        sambungan.executemany(perintah, [tuple(baris.values()) for baris in semua])

    def _satu(self, nomor: int) -> Iterator[tuple[str, Baris]]:
        """Every row of one case; the case itself first."""
        acak, p = self._acak, self._pemohon[nomor]
        sop = acak.choices(self._sop, weights=(3, 2))[0]
        jenis = acak.choices(sop.jenis, weights=[1 / (n + 1) for n in range(len(sop.jenis))])[0]
        datang = self._waktu(nomor)
        pid, tahun = nomor + 1, ke_wib(datang).year
        jalur = list(self._jalur[sop.sidik])
        berkas, kurang = self._berkas(jenis)
        if kurang:
            jalur[1:1] = _list_kembali(sop)
        if nomor >= self.permohonan - BERJALAN:
            jalur = jalur[: acak.randrange(1 + 2 * bool(kurang), len(jalur))]
        buku = [("tanda_bukti", sop.pola_nomor.tanda_bukti)]
        if any(g.langkah.nomor_buku for g in jalur):
            buku.append(("register", sop.pola_nomor.register))
        nomor_teks = {b: format_nomor(pola, self._next(sop, b, tahun), tahun) for b, pola in buku}
        urut = self.urut[f"{sop.layanan}/tanda_bukti/{tahun}"]
        terakhir = jalur[-1]
        yield (
            "permohonan",
            {
                "id": pid,
                "token": f"besar-{pid}",
                "layanan": sop.layanan,
                "jenis_kode": jenis.kode,
                "jenis_nama": jenis.nama,
                "sop_id": sop.sidik,
                "posisi": terakhir.ke,
                "status": terakhir.status,
                "menunggu": terakhir.menunggu,
                "posisi_sejak": iso_utc(datang + dt.timedelta(minutes=9 * len(jalur))),
                "diterima": iso_utc(datang),
                "versi": len(jalur),
                **self._kolom_pemohon(p),
                **self._kolom_pengantar(p, datang),
                "catatan": "",
                "nomor_tanda_bukti": nomor_teks["tanda_bukti"],
                "nomor_register": nomor_teks.get("register"),
                "kode_pindai": kode_pindai(sop.layanan, tahun, urut),
                "prioritas": "",
                "tunggu_id": None,
                "kunjungan": f"kunjungan-{pid}",
            },
        )
        yield from self._baris_nomor(sop, pid, tahun, nomor_teks, datang)
        yield from self._baris_berkas(pid, berkas, datang)
        yield from self._baris_peristiwa(pid, jalur, datang)
        for kode in kurang:
            self.urut["kekurangan"] += 1
            yield (
                "kekurangan",
                {
                    "peristiwa_id": self.urut["peristiwa"] - len(jalur) + 2,
                    "layanan": sop.layanan,
                    "jenis_kode": jenis.kode,
                    "desa": p.desa,
                    "kode": kode,
                },
            )

    def _waktu(self, nomor: int) -> dt.datetime:
        hari = HARI * (1 - (nomor + 1) / self.permohonan)
        return SEKARANG - dt.timedelta(days=hari, minutes=80)

    def _next(self, sop: Sop, buku: str, tahun: int) -> int:
        kunci = f"{sop.layanan}/{buku}/{tahun}"
        self.urut[kunci] += 1
        return self.urut[kunci]

    def _kolom_pemohon(self, p: Orang) -> Baris:
        return {
            "nama": p.nama,
            "nama_cari": p.nama.upper(),
            "nik": p.nik,
            "nkk": p.nkk,
            "desa": p.desa,
            "alamat": p.alamat,
            "rt": p.rt,
            "rw": p.rw,
            "telepon": p.telepon,
            "pembawa_nama": "",
            "pembawa_hubungan": "",
            "pembawa_telepon": "",
        }

    def _kolom_pengantar(self, p: Orang, datang: dt.datetime) -> Baris:
        """Most bring a letter; some villages write the number short, so that it comes again."""
        dini = self._acak.random()
        nomor, tahun = "", ke_wib(datang).year
        if dini < 0.1:
            nomor = f"470/{self._acak.randrange(1, 400)}/{tahun}"
        elif dini < 0.7:
            urut = self._surat(p.desa, tahun)
            nomor = f"470/{urut}/416-313.{p.desa[-2:].lstrip('0')}/{tahun}"
        if nomor:
            self.pengantar.append((nomor, p.desa))
        return {
            "pengantar_nomor": nomor,
            "pengantar_tanggal": ke_wib(datang).date().isoformat() if nomor else "",
            "pengantar_penanda": "SUTIKNO" if nomor else "",
        }

    def _surat(self, desa: str, tahun: int) -> int:
        self.urut[f"surat/{desa}/{tahun}"] += 1
        return self.urut[f"surat/{desa}/{tahun}"]

    def _berkas(self, jenis: JenisPermohonan) -> tuple[tuple[Berkas, ...], tuple[str, ...]]:
        """The checklist as it was closed, and what had been missing at first."""
        tanda = [
            TandaBerkas(s.kode, ada=True, bentuk=Bentuk.FOTOKOPI)
            for s in jenis.syarat
            if s.sifat is SifatSyarat.WAJIB
        ]
        lengkap = salin_syarat(jenis.syarat, tanda)
        if self._acak.random() >= 0.3 or not tanda:
            return lengkap, ()
        hilang = {t.kode for t in self._acak.sample(tanda, min(2, len(tanda)))}
        pertama = salin_syarat(jenis.syarat, [t for t in tanda if t.kode not in hilang])
        return lengkap, tuple(b.kode for b in list_kurang(pertama))

    def _baris_nomor(
        self, sop: Sop, pid: int, tahun: int, teks: Mapping[str, str], datang: dt.datetime
    ) -> Iterator[tuple[str, Baris]]:
        for buku, nomor in teks.items():
            yield (
                "nomor",
                {
                    "layanan": sop.layanan,
                    "buku": buku,
                    "tahun": tahun,
                    "urut": self.urut[f"{sop.layanan}/{buku}/{tahun}"],
                    "nomor": nomor,
                    "permohonan_id": pid,
                    "petugas_id": self._petugas[Peran.OPERATOR].id,
                    "dicatat": iso_utc(datang),
                },
            )

    def _baris_berkas(
        self, pid: int, berkas: Sequence[Berkas], datang: dt.datetime
    ) -> Iterator[tuple[str, Baris]]:
        for urutan, b in enumerate(berkas):
            yield (
                "berkas",
                {
                    "permohonan_id": pid,
                    "urutan": urutan,
                    "kode": b.kode,
                    "nama": b.nama,
                    "sifat": b.sifat.value,
                    "bila": b.bila,
                    "grup": b.grup,
                    "ada": b.ada,
                    "catatan": "",
                    "bentuk": b.bentuk.value,
                    "jumlah": 1,
                    "cocok": "cocok" if b.ada else "",
                    "diterima": iso_utc(datang) if b.ada else "",
                    "asli_keluar": "",
                    "diperoleh": b.diperoleh,
                    "rupa": b.rupa,
                    "dasar": b.dasar,
                    "sumber": b.sumber,
                },
            )

    def _baris_peristiwa(
        self, pid: int, jalur: Sequence[Gerak], datang: dt.datetime
    ) -> Iterator[tuple[str, Baris]]:
        dari = jalur[0].langkah.id
        for nomor, gerak in enumerate(jalur):
            operator = Peran.OPERATOR in gerak.langkah.peran
            petugas = self._petugas[Peran.OPERATOR if operator else Peran.KASI]
            self.urut["peristiwa"] += 1
            yield (
                "peristiwa",
                {
                    "urut": self.urut["peristiwa"],
                    "token": f"besar-{pid}-{nomor}" if nomor else f"besar-{pid}",
                    "permohonan_id": pid,
                    "langkah": gerak.langkah.id,
                    "hasil": gerak.hasil.id,
                    "dari": dari,
                    "ke": gerak.ke,
                    "petugas_id": petugas.id,
                    "petugas_nama": petugas.nama,
                    "peran": petugas.peran.value,
                    "waktu": iso_utc(datang + dt.timedelta(minutes=9 * nomor)),
                    "alasan": "",
                    "rincian": json.dumps({}),
                },
            )
            dari = gerak.ke


def _list_jalur(sop: Sop) -> list[Gerak]:
    """The moves of a case that goes through without a halt."""
    posisi, jalur = sop.awal.id, []
    while posisi != SELESAI:
        gerak = get_gerak(sop, posisi, (), posisi, sop.get_langkah(posisi).hasil[0].id)
        jalur.append(gerak)
        posisi = gerak.ke
    return jalur


def _list_kembali(sop: Sop) -> list[Gerak]:
    """Sent back once for papers, and handed in again."""
    kembali = get_gerak(sop, PERIKSA, (), PERIKSA, "tidak_lengkap")
    awal = sop.awal
    return [kembali, get_gerak(sop, awal.id, (), awal.id, awal.hasil[0].id)]
