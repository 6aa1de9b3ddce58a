"""Invented people, filled forms and an open counter for the tests. Every NIK has serial 9xxx."""

from __future__ import annotations

import datetime as dt
import tempfile
import uuid
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from argon2 import PasswordHasher

from sooko_desk.app_lingkungan import AKAR, Lingkungan
from sooko_desk.app_meja import build_meja
from sooko_desk.data.kunci import new_kertas
from sooko_desk.data.store import Store
from sooko_desk.domain.kelengkapan import list_unggah
from sooko_desk.domain.kode_pemulihan import format_kode, read_kode
from sooko_desk.domain.pengambilan import ISIAN_NAMA
from sooko_desk.domain.permohonan import Permohonan, Petugas, TandaBerkas
from sooko_desk.domain.sop import Isian, JenisIsian, Peran, Sop
from sooko_desk.domain.tabel_isian import format_tabel
from sooko_desk.domain.waktu import WIB, JamTetap
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.penerimaan import FormPenerimaan
from sooko_desk.services.petugas import PengaturanAwal

if TYPE_CHECKING:
    from sooko_desk.services.cadangan_tempat import Volume
    from sooko_desk.services.meja import Meja

SENIN_PAGI = dt.datetime(2026, 11, 23, 9, 5, tzinfo=WIB)
"""A Monday on which the counter is open."""

NIK = "3516135708459001"
NIK_LAIN = "3516131708459001"
NKK = "3516132111259001"
NAMA = "Suwarti Ningsih"
DESA = "35.16.13.2009"

NAMA_OPERATOR, PIN_OPERATOR = "Rini Contoh", "482915"
NAMA_KASI, PIN_KASI = "Bambang Misal", "736104"

KODE = format_kode(bytes(range(0x31, 0x41)))
"""What stands on the paper of every register here."""

JENIS = {"KK": "I.A.1", "KTP": "II.A"}


def make_hasher() -> PasswordHasher:
    """Argon2 that is too weak for an office and quick enough for tests."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def make_awal(**ganti: str) -> PengaturanAwal:
    """A first set-up that is in order."""
    awal = PengaturanAwal(
        nama_operator=NAMA_OPERATOR,
        pin_operator=PIN_OPERATOR,
        ulang_operator=PIN_OPERATOR,
        nama_kasi=NAMA_KASI,
        pin_kasi=PIN_KASI,
        ulang_kasi=PIN_KASI,
    )
    return replace(awal, **ganti)


def make_form(layanan: str = "KK", **ganti) -> FormPenerimaan:
    """An intake form that is in order, without a mark on any paper."""
    form = FormPenerimaan(
        token=uuid.uuid4().hex,
        layanan=layanan,
        jenis=JENIS.get(layanan, ""),
        nik=NIK,
        nama=NAMA,
        nkk=NKK,
        desa=DESA,
        alamat="Jl. Contoh No. 1",
        rt="1",
        rw="2",
        telepon="0812 3456 7890",
    )
    return replace(form, **ganti)


def list_tanda(sop: Sop, jenis: str, *, ada: bool = True) -> tuple[TandaBerkas, ...]:
    """The same mark on every paper of a request type."""
    return tuple(TandaBerkas(s.kode, ada) for s in sop.get_jenis(jenis).syarat)


def nilai_isian(isian: Isian) -> str:
    """Something that the field takes and that fits the other fields; one row of a table."""
    if isian.jenis is JenisIsian.TABEL:
        return format_tabel([nilai_baris(isian)])
    if "jenis_kelamin" in (isian.dari, isian.id):
        return "2"  # as NIK says
    if isian.jenis is JenisIsian.PILIHAN:
        return isian.pilihan[0].kode
    return {
        JenisIsian.TEKS: "Contoh",
        JenisIsian.NAMA: NAMA,
        JenisIsian.ANGKA: "1",
        JenisIsian.TANGGAL: "17/8/1945",
        JenisIsian.NIK: NIK,
        JenisIsian.NKK: NKK,
        JenisIsian.TELEPON: "081234567890",
    }[isian.jenis]


def nilai_baris(isian: Isian, **ganti: str) -> dict[str, str]:
    """A row with its NIK, the mother's name and what is required: a head who lives alone."""
    diisi = [k for k in isian.kolom if k.wajib or k.id in ("nik", "nama_ibu")]
    return {k.id: nilai_isian(k) for k in diisi} | ganti


@dataclass(frozen=True)
class Kantor:
    """An open register with its services and two officers; `volume` = sticks plugged in."""

    store: Store
    meja: Meja
    clock: JamTetap
    operator: Petugas
    kasi: Petugas
    volume: list[Volume] = field(default_factory=list)

    def sop(self, layanan: str = "KK") -> Sop:
        sop = self.meja.rak.find_berlaku(layanan)
        assert sop is not None
        return sop

    def terima(self, layanan: str = "KK", **ganti) -> Permohonan:
        """A new case with all papers ticked."""
        form = make_form(layanan, **ganti)
        if "berkas" not in ganti:
            form = replace(form, berkas=list_tanda(self.sop(layanan), form.jenis))
        return self.meja.penerimaan.terima(form, self.operator, peringatan_dilihat=True)

    def buka_tahun(self) -> int:
        """The Kasi opens the register year of the clock."""
        return self.meja.waktu.tahun_buku.buka(uuid.uuid4().hex, self.kasi)

    def gerak(self, permohonan: Permohonan, langkah: str, hasil: str, **ganti) -> Permohonan:
        """One move by the officer whose step it is, with every field filled."""
        buka = self.meja.alur.buka(permohonan.ringkasan.id, self.operator)
        step = buka.sop.get_langkah(langkah)
        petugas = self.operator if Peran.OPERATOR in step.peran else self.kasi
        perintah = PerintahGerak(
            token=uuid.uuid4().hex,
            permohonan_id=permohonan.ringkasan.id,
            versi=buka.permohonan.ringkasan.versi,
            langkah=langkah,
            hasil=hasil,
            isian={i.id: nilai_isian(i) for i in step.list_isian(permohonan.ringkasan.jenis_kode)}
            | ({ISIAN_NAMA: permohonan.ringkasan.pemohon.nama} if step.bagian == "serah" else {}),
            unggah=frozenset(b.kode for b in list_unggah(buka.permohonan.berkas)),
        )
        return self.meja.alur.jalankan(
            replace(perintah, **{k: v for k, v in ganti.items() if k != "petugas"}),
            ganti.get("petugas", petugas),
        )

    def sampai(self, permohonan: Permohonan, langkah: str) -> Permohonan:
        """Go on by each step's first outcome until the case waits for `langkah`."""
        sop = self.meja.rak.get(permohonan.ringkasan.sop_sidik)
        while permohonan.ringkasan.posisi != langkah:
            sekarang = sop.get_langkah(permohonan.ringkasan.posisi)
            permohonan = self.gerak(permohonan, sekarang.id, sekarang.hasil[0].id)
        return permohonan


def pasang_kertas(store: Store, clock: JamTetap) -> None:
    """Have a recovery code on paper, without ceremony and its event: cases may be stored."""
    if store.kunci.kertas is None:
        kertas = new_kertas(store.kunci, read_kode(KODE), 1, clock.now())
        store.berkas_kunci.pasang_kertas(kertas)


def make_meja(folder: Path, clock: JamTetap, folder_sop: Path | None = None) -> Kantor:
    """Open (or make) a register and its services; close `store` when done."""
    store = Store(folder)
    try:
        return susun_kantor(store, folder, clock, folder_sop)
    except BaseException:
        store.close()
        raise


def susun_kantor(
    store: Store, folder: Path, clock: JamTetap, folder_sop: Path | None = None
) -> Kantor:
    """The services over an open register, with its two officers and its paper."""
    volume: list[Volume] = []
    lingkungan = Lingkungan(
        folder_data=folder,
        folder_sop=folder_sop or AKAR / "sop_data",
        clock=clock,
        hasher=make_hasher(),
        list_volume=lambda: tuple(volume),
    )
    meja = build_meja(store, lingkungan, lingkungan.load_tabel())
    if not meja.petugas.list_petugas():
        pin = map(meja.petugas.hash_pin, (PIN_OPERATOR, PIN_KASI))
        meja.petugas.simpan_pengaturan_awal(make_awal(), *pin)
    pasang_kertas(store, clock)
    operator, kasi = meja.petugas.list_petugas()
    return Kantor(store, meja, clock, operator, kasi, volume)


def salin_kantor(folder: Path) -> None:
    """Put a register with the two officers and its paper into an empty folder.

    All copies of one test run are one office's, with one key, of `SENIN_PAGI`.
    """
    for nama, isi in _kantor_jadi().items():
        (folder / nama).parent.mkdir(parents=True, exist_ok=True)
        (folder / nama).write_bytes(isi)


@cache
def _kantor_jadi() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        make_meja(folder, JamTetap(SENIN_PAGI)).store.close()
        semua = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in semua}
