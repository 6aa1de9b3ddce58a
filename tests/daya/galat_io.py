"""A fault at every I/O call of every act: all or nothing, in words, and the next press goes on."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from daya.cakram import Cakram, Galat, jaga, sambung
from daya.kerja import Kerja, jalankan, lakukan
from daya.padam import open_kantor, siapkan_folder
from daya.pekerja import JENIS, Pekerja
from daya.periksa import INDEKS, list_cela, sidik_isi

from sooko_desk.data.buka import NAMA_BERKAS
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from builders import Kantor

PERSIAPAN = 60
"""Acts before the first fault, at least; then as many until every kind of act can be done."""
PENDAHULU = {
    "asli": "terima",
    "batal_blangko": "pesan_blangko",
    "susulan": "pesan_blangko",
    "tanda": "kirim",
    "tarik_tanda": "tanda",
}
"""Kind of act -> what makes it possible, where a step of the SOP does not."""


@dataclass
class HasilGalat:
    """What the faults showed.

    Attributes:
        titik: faults that were made.
        setengah: after which the register held a part of an act.
        tanpa_kalimat: after which the officer got no sentence.
        rusak: after which the register was not whole.
        ulang_beda: after which the same press gave something else.
        dua_kali: where only the second press after the fault went through.
        terlapor_gagal: the officer was told of an error although all was stored.
    """

    titik: int = 0
    setengah: int = 0
    tanpa_kalimat: int = 0
    rusak: int = 0
    ulang_beda: int = 0
    dua_kali: int = 0
    terlapor_gagal: int = 0
    cela: list[str] = field(default_factory=list)


class Meja:
    """A counter on a disk in memory that can be put back to where it was."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bekal = siapkan_folder(folder)
        self.cakram = Cakram({NAMA_BERKAS: bytearray((folder / NAMA_BERKAS).read_bytes())})
        self.kantor = open_kantor(folder, self.cakram, self.bekal)
        self.pekerja = Pekerja(7)
        for _ in range(PERSIAPAN):
            jalankan(self.kantor, self.pekerja.pilih(self.kantor))
        while belum := JENIS.keys() - self.pekerja.list_dapat(self.kantor):
            dulu = PENDAHULU.get(min(belum), "gerak")
            with contextlib.suppress(LookupError):
                jalankan(self.kantor, self.pekerja.pilih(self.kantor, dulu))
            jalankan(self.kantor, self.pekerja.pilih(self.kantor, "gerak"))
        self.tutup()
        self.awal = self.cakram.salin()

    def kembali(self, *, baru: bool) -> Kantor:
        """As it was before the act.

        Args:
            baru: also forget what the services remember.
        """
        self.tutup()
        self.cakram.pasang(self.awal)
        if baru:
            self.kantor = open_kantor(self.folder, self.cakram, self.bekal)
        else:
            sambung(self.kantor.store._db)
            jaga(self.kantor.store._db)
        return self.kantor

    def tutup(self) -> None:
        self.kantor.store.close()

    def pilih(self, jenis: str) -> Kerja:
        """An act of that kind that the office's rules allow."""
        for _ in range(60):
            kantor = self.kembali(baru=False)
            kerja = self.pekerja.pilih(kantor, jenis)
            awal = sidik_isi(kantor.store._db)
            if jalankan(kantor, kerja) is not None and sidik_isi(kantor.store._db) != awal:
                return kerja
        raise LookupError(jenis)


def uji(meja: Meja, jenis: str, galat: Galat, langkah: int = 1, mulai: int = 1) -> HasilGalat:
    """Let the n-th I/O call of an act fail, n = `mulai`, `mulai` + `langkah` … until it passes."""
    kerja = meja.pilih(jenis)
    baru = jenis in ("setelan", "asli")
    kantor = meja.kembali(baru=True)
    sebelum = sidik_isi(kantor.store._db)
    nomor = jalankan(kantor, kerja)
    sesudah = sidik_isi(kantor.store._db)
    logis = sidik_isi(kantor.store._db, INDEKS)
    hasil = HasilGalat()
    meja.cakram.gagal = galat
    n = mulai
    while True:
        kantor = meja.kembali(baru=baru)
        meja.cakram.panggilan, meja.cakram.gagal_pada = 0, n
        kalimat = _coba(kantor, kerja, hasil, n)
        terjadi = meja.cakram.panggilan >= n
        meja.cakram.gagal_pada = 0
        if not terjadi:
            return hasil
        hasil.titik += 1
        isi = _periksa(kantor, (sebelum, sesudah), f"{jenis} {galat.value} ke-{n}", hasil)
        hasil.terlapor_gagal += bool(kalimat) and isi == sesudah and kerja.bertoken
        if kerja.bertoken or isi == sebelum:
            lagi = jalankan(kantor, kerja)
            if lagi is None:
                # After a read error within the search index SQLite once calls the file damaged;
                # it is not, and the next press goes through.
                hasil.dua_kali += 1
                lagi = jalankan(kantor, kerja)
            if lagi != nomor or not _sama(kantor, sesudah, logis):
                hasil.ulang_beda += 1
                hasil.cela.append(f"{jenis} {galat.value} ke-{n}: ulang memberi {lagi}")
        n += langkah


def _sama(kantor: Kantor, sidik: str, logis: str) -> bool:
    """Whether the register is as after one press; the index may be whole in other pieces."""
    db = kantor.store._db
    if sidik_isi(db) == sidik:
        return True
    db.execute_sql("INSERT INTO cari (cari) VALUES ('integrity-check')")
    return sidik_isi(db, INDEKS) == logis


def _coba(kantor: Kantor, kerja: Kerja, hasil: HasilGalat, n: int) -> str:
    """Do the act; the sentence that the officer read, "" = it was done."""
    try:
        lakukan(kantor, kerja)
    except UserError as galat:
        return str(galat)
    except Exception as galat:  # noqa: BLE001 - whatever else comes is what is looked for
        hasil.tanpa_kalimat += 1
        hasil.cela.append(f"{kerja.nama} ke-{n}: {type(galat).__name__}: {galat}")
        return "-"
    return ""


def _periksa(kantor: Kantor, boleh: tuple[str, str], di: str, hasil: HasilGalat) -> str:
    isi = sidik_isi(kantor.store._db)
    if isi not in boleh:
        hasil.setengah += 1
        hasil.cela.append(f"{di}: setengah")
    return isi


def periksa_program(meja: Meja) -> list[str]:
    """What the program's own library finds wrong with the disk as it is now; it stays closed."""
    meja.tutup()
    ruang = meja.folder.parent / "galat"
    shutil.rmtree(ruang, ignore_errors=True)
    shutil.copytree(meja.folder, ruang)
    for nama, isi in meja.cakram.salin().items():
        (ruang / nama).write_bytes(isi)
    store = Store(ruang)
    try:
        return list_cela(store)
    finally:
        store.close()


def uji_semua(meja: Meja, langkah: int = 1) -> HasilGalat:
    """Every kind of act, both faults.

    Args:
        langkah: every so many calls only.
    """
    semua = HasilGalat()
    for nomor, jenis in enumerate(JENIS):
        for galat in Galat:
            satu = uji(meja, jenis, galat, langkah, 1 + nomor % langkah)
            if cela := periksa_program(meja):
                satu.rusak += 1
                satu.cela.append(f"{jenis}: {cela}")
            for f in fields(HasilGalat):
                setattr(semua, f.name, getattr(semua, f.name) + getattr(satu, f.name))
    return semua
