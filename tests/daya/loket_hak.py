"""A counter with something of everything, and orders that are in order: for the rights of roles."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builders import (
    NAMA,
    SENIN_PAGI,
    Kantor,
    list_tanda,
    make_form,
    make_meja,
    nilai_isian,
)
from daya.kerja import gambar_kecil
from daya.periksa import sidik_isi

from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kelengkapan import list_unggah
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.domain.kiriman import Tanda
from sooko_desk.domain.pengambilan import ISIAN_NAMA
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Petugas
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.batas_data import PerintahBatas
from sooko_desk.services.cadangan_riwayat import Apa, CatatanBaru, Hasil, Sebab, Tempat
from sooko_desk.services.insiden_isi import SEMUA as SEMUA_DATA
from sooko_desk.services.insiden_isi import Pelindung, PerintahInsiden
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.services.koreksi import PerintahKoreksi
from sooko_desk.services.tanda_kiriman import PerintahTanda
from sooko_desk.services.waktu_langkah import PerintahWaktu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sooko_desk.services.cadangan_latihan import LatihanSelesai

SEMUA = frozenset(Peran)
KASI = frozenset({Peran.KASI})
OPERATOR = frozenset({Peran.OPERATOR})
BUKAN_LAYANAN = frozenset({"tabel", "clock"})
"""Parts of `Meja` that are no services."""
LANGKAH = {
    "KK": ("periksa", "entri", "verifikasi", "upload", "tanda_tangan", "cetak", "serahkan"),
    "KTP": ("periksa", "entri", "kirim", "di_dispendukcapil", "serahkan"),
}
BELUM_MASUK = frozenset({"petugas.simpan_pengaturan_awal"})
"""What is there before anybody can sign in, and refuses as soon as there are officers."""
HARI = SENIN_PAGI.date()
BESOK = HARI + dt.timedelta(days=1)


@dataclass
class Loket:
    """A counter with cases at every step, an outage over, slips, scans, a batch and a closed day.

    Attributes:
        k: the open counter; another one after `kembali`.
    """

    folder: Path
    k: Kantor

    @classmethod
    def siapkan(cls, folder: Path) -> Loket:
        k = make_meja(folder, JamTetap(SENIN_PAGI))
        for layanan, langkah in LANGKAH.items():
            for satu in langkah:
                k.sampai(terima(k, layanan), satu)
        k.sampai(terima(k, "KK"), "selesai")
        k.gerak(terima(k, "KK"), "periksa", "tidak_lengkap", alasan="Buram")
        siap = k.sampai(terima(k, "KTP"), "kirim").ringkasan.id
        k.meja.kiriman.kirim(
            PerintahKirim("kirim", (siap,), {"cara_pengiriman": "siak"}), k.operator
        )
        k.meja.blangko.pesan("blok", "KK", 3, k.kasi)
        k.meja.gangguan.mulai("mulai", "Jaringan", k.operator)
        k.clock.maju(5)
        k.meja.gangguan.selesai("selesai", k.operator)
        kasus = k.store.permohonan.get(1)
        k.meja.lampiran.tambah_isi("pindai", kasus, "", "a.png", gambar_kecil(1), k.operator)
        k.meja.laporan.harian.tutup("tutup", HARI, k.kasi)
        k.meja.jaga.cadangan.buat(tujuan(folder), k.kasi)
        lain = terima(k, "KK").ringkasan.id
        k.meja.batas.batasi(replace(batas(k, lain), token="dahulu"), k.kasi)
        k.meja.insiden.catat(replace(hilang(), token="insiden"), k.kasi)
        k.clock.maju(24 * 60)
        k.gerak(terima(k, "KK"), "periksa", "lengkap")
        k.store.close()
        shutil.copytree(folder, folder.parent / "awal")
        return cls(folder, make_meja(folder, JamTetap(SENIN_PAGI + dt.timedelta(days=1, hours=1))))

    def kembali(self) -> None:
        """The register as it was first."""
        self.k.store.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self.folder.parent / "awal", self.folder)
        self.k = make_meja(self.folder, JamTetap(SENIN_PAGI + dt.timedelta(days=1, hours=1)))

    def berubah(self, sidik: str) -> bool:
        """Whether the register holds something else than then."""
        return sidik_isi(self.k.store._db) != sidik

    def petugas(self, peran: Peran) -> Petugas:
        return self.k.operator if peran is Peran.OPERATOR else self.k.kasi


def tujuan(folder: Path) -> Path:
    tujuan = folder.parent / "flashdisk"
    tujuan.mkdir(exist_ok=True)
    return tujuan


def terima(k: Kantor, layanan: str):
    form = make_form(layanan)
    tanda = tuple(replace(t, bentuk=Bentuk.ASLI) for t in list_tanda(k.sop(layanan), form.jenis))
    return k.meja.penerimaan.terima(
        replace(form, berkas=tanda), k.operator, peringatan_dilihat=True
    )


def kasus(k: Kantor, layanan: str, posisi: str):
    sql = "SELECT min(id) FROM permohonan WHERE layanan = ? AND posisi = ?"
    return k.store.permohonan.get(k.store._db.execute_sql(sql, (layanan, posisi)).fetchone()[0])


def baru_diputus(k: Kantor) -> int:
    """The newest case, which the Kasi has called complete today."""
    return int(k.store._db.execute_sql("SELECT max(id) FROM permohonan").fetchone()[0])


def perintah(k: Kantor, layanan: str, posisi: str) -> PerintahGerak:
    p = kasus(k, layanan, posisi)
    r = p.ringkasan
    step = k.sop(layanan).get_langkah(posisi)
    isian = {i.id: nilai_isian(i) for i in step.list_isian(r.jenis_kode)}
    isian |= {ISIAN_NAMA: NAMA} if step.bagian == "serah" else {}
    return PerintahGerak(
        "gerak",
        r.id,
        r.versi,
        posisi,
        step.hasil[0].id,
        isian=isian,
        peringatan_dilihat=True,
        unggah=frozenset(b.kode for b in list_unggah(p.berkas)),
    )


def asli(k: Kantor):
    p = k.store.permohonan.get(1)
    return p, frozenset({p.berkas[0].kode})


def keluarkan(k: Kantor, o: Petugas, token: str = "asli"):
    p, kode = asli(k)
    return k.meja.asli.keluarkan(token, p, kode, AsliKeluar.DIKEMBALIKAN, NAMA, o)


def hilang() -> PerintahInsiden:
    return PerintahInsiden(
        "hilang",
        SEMUA_DATA,
        "",
        sampai="23/11/2026",
        tanggal="23/11/2026",
        pukul="09.00",
        pelindung=Pelindung.TERBUKA,
        uraian="Komputer dicuri",
        tindakan="Dilaporkan",
    )


def batas(k: Kantor, nomor: int = 1) -> PerintahBatas:
    versi = k.store.permohonan.get(nomor).ringkasan.versi
    return PerintahBatas("batas", nomor, versi, "Diminta pemohon")


def dibatasi(k: Kantor) -> int:
    [satu] = k.store.permohonan.list_dibatasi()
    return satu


def tercatat(k: Kantor) -> int:
    [satu] = k.store.kejadian.list_kejadian([JenisKejadian.INSIDEN])
    return satu.id


def koreksi(k: Kantor, nomor: int = 1, **ganti: str) -> PerintahKoreksi:
    buka = k.meja.koreksi.buka(nomor, k.kasi)
    form = replace(buka.form, **(ganti or {"alamat": "Jl. Betul No. 9"}))
    versi = buka.permohonan.ringkasan.versi
    return PerintahKoreksi("betul", nomor, versi, form, {}, "Salah ketik", peringatan_dilihat=True)


def koreksi_terdaftar(k: Kantor) -> PerintahKoreksi:
    return koreksi(k, kasus(k, "KK", "serahkan").ringkasan.id, nama="Suwarti Betul")


def di_luar(k: Kantor) -> tuple[int, ...]:
    sql = "SELECT permohonan_id FROM kiriman_baris"
    return tuple(b[0] for b in k.store._db.execute_sql(sql).fetchall())


def tandai(k: Kantor, o: Petugas, token: str = "tanda"):
    perintah = PerintahTanda(token, di_luar(k), Tanda.DITERIMA, {})
    return k.meja.kiriman.tanda.tandai(perintah, o)


def tandai_waktu(k: Kantor) -> PerintahWaktu:
    r = kasus(k, "KK", "verifikasi").ringkasan
    return PerintahWaktu("w", r.id, r.versi, "entri", akurat=False, alasan="Lupa dicatat")


def syarat(k: Kantor):
    sop = next(s for s in k.meja.rak.list_bawaan() if s.layanan == "KK")
    daftar = sop.get_jenis("I.A.1").syarat
    return sop, "I.A.1", (replace(daftar[0], dasar="Pasal 9"), *daftar[1:])


def pola(k: Kantor):
    pola = k.meja.kantor.pola.get()
    return (replace(pola[0], pola=f"{pola[0].pola}/B"), *pola[1:])


def bentuk(k: Kantor):
    buku = k.meja.buku.bentuk.get_semua()
    return replace(buku, buku=tuple((n, replace(b, per_halaman=25)) for n, b in buku.buku))


def lampiran(k: Kantor):
    return k.meja.lampiran.list(1)[0]


def siap(k: Kantor):
    return k.meja.lampiran.siapkan_isi("b.png", gambar_kecil(2))


def berkas(k: Kantor, nama: str = "c.png") -> Path:
    path = tujuan(k.store.terbuka.folder) / nama
    path.write_bytes(gambar_kecil(3))
    return path


def cadangan(k: Kantor):
    return k.meja.jaga.cadangan.siapkan(tujuan(k.store.terbuka.folder), Kemajuan()).jalankan()


def periksa_cadangan(k: Kantor):
    return k.meja.jaga.cadangan.periksa(tujuan(k.store.terbuka.folder), Kemajuan())


def latihan(k: Kantor, *, di_folder: bool = False) -> LatihanSelesai:
    cadangan(k)
    service = k.meja.jaga.latihan
    if di_folder:
        return service.siapkan_folder(tujuan(k.store.terbuka.folder), Kemajuan())()
    return service.siapkan(tempat(k), Kemajuan())()


def tempat(k: Kantor) -> Tempat:
    folder = tujuan(k.store.terbuka.folder)
    return Tempat("a" * 32, "Flashdisk 1", folder, flashdisk=True)


def catatan(k: Kantor) -> CatatanBaru:
    return CatatanBaru(Apa.FOLDER, Hasil.UTUH, Sebab.TANGAN, tempat(k))


def kukuhkan(k: Kantor, o: Petugas) -> None:
    kode = k.meja.kunci_kertas.terbitkan()
    kelompok = dict(enumerate(kode.kode.split("-") if "-" in kode.kode else kode.kode.split(), 1))
    k.meja.kunci_kertas.kukuhkan(kode, kelompok, o)


def susulan(k: Kantor, o: Petugas):
    slip = k.meja.blangko.list_terbuka()[0].slip
    form = make_form(
        "KK", blangko=slip.kode_pindai, blangko_tanggal="24/11/2026", blangko_pukul="10.00"
    )
    form = replace(form, berkas=list_tanda(k.sop(), form.jenis))
    return k.meja.penerimaan.terima(form, o, peringatan_dilihat=True)


def gerak(layanan: str, posisi: str) -> Callable[[Kantor, Petugas], object]:
    return lambda k, o: k.meja.alur.jalankan(perintah(k, layanan, posisi), o)


def lain_dulu(metode: str) -> Callable[[Kantor], object]:
    """What the Kasi sets before `metode` takes it back."""
    return {
        "buku.bentuk.kembalikan": lambda k: k.meja.buku.bentuk.simpan_semua(bentuk(k), k.kasi),
        "syarat.kembalikan": lambda k: k.meja.syarat.simpan(*syarat(k), k.kasi),
        "jadwal.kembalikan_jam": lambda k: k.meja.jadwal.simpan_jam(jam(k), k.kasi),
        "jadwal.kembalikan_libur": lambda k: k.meja.jadwal.simpan_libur(
            k.meja.jadwal.get_libur()[1:], k.kasi
        ),
        "kantor.pola.kembalikan": lambda k: k.meja.kantor.pola.simpan(pola(k), k.kasi),
        "pendamping.kembalikan": lambda k: k.meja.pendamping.simpan_detik("77", k.kasi),
    }.get(metode, lambda k: k.meja.petugas.kunci_layar.simpan_menit("7", k.kasi))


def cari(k: Kantor, nama: str):
    objek = k.meja
    for bagian in nama.split("."):
        objek = getattr(objek, bagian)
    return objek


def jam(k: Kantor):
    isi = k.meja.jadwal.get_jam()
    return replace(isi, minggu=(*isi.minggu[:6], isi.minggu[0]))


def list_metode(meja: object, nama: str = "") -> Iterator[str]:
    """The public methods of all services below `meja`, e.g. "kiriman.tanda.tandai"."""
    bidang = {f.name for f in dataclasses.fields(meja)} if dataclasses.is_dataclass(meja) else set()
    for satu in sorted({*dir(type(meja)), *getattr(meja, "__dict__", {}), *bidang}):
        if satu.startswith("_") or (not nama and satu in BUKAN_LAYANAN):
            continue
        if isinstance(getattr(type(meja), satu, None), property):
            continue
        isi = getattr(meja, satu)
        lengkap = f"{nama}.{satu}" if nama else satu
        if type(isi).__module__.startswith("sooko_desk.services"):
            yield from list_metode(isi, lengkap)
        elif callable(isi) and nama:
            yield lengkap
