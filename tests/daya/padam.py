"""Power cuts: what was written is recorded, the disk is cut at any place, the program reads it.

The model: what was synced is on the disk. Of what was not, nothing, everything, the beginning, or
any part is there, writes torn into 512 bytes. Files appear and vanish in order, at the latest with
the next sync of any file. A disk that lies about syncing is not covered; nothing helps there.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from builders import SENIN_PAGI, Kantor, make_meja, susun_kantor
from daya.cakram import Cakram, Catatan, jaga, kunci_register, open_cakram, tulis
from daya.kerja import Kerja, jalankan
from daya.pekerja import Pekerja
from daya.periksa import list_cela, sidik_isi

from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI, migrate
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.waktu import JamTetap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sooko_desk.data.kunci_terbuka import BerkasKunci

SOBEKAN = 512
CARA = ("tidak", "semua", "awal", "acak")


@dataclass(frozen=True, slots=True)
class Titik:
    """An act that the officer was told of as done.

    Attributes:
        log: so much had been asked of the disk then.
        sidik: of all that the register held.
        nomor: what it gave out.
    """

    log: int
    sidik: str
    kerja: Kerja | None
    nomor: tuple[str, ...]


@dataclass
class Rekaman:
    """A stretch of work at the counter, as the disk saw it.

    Attributes:
        folder: the data folder; its register is the one before the work.
        awal: the files of the disk before the first recorded act.
        titik: the first is the state before any act.
    """

    folder: Path
    awal: dict[str, bytes]
    log: list[Catatan]
    titik: list[Titik]


@dataclass
class Hasil:
    """What the cuts showed.

    Attributes:
        hilang: cuts after which an acknowledged act was not there, or half an act was.
        rusak: cuts after which the register did not open or was not whole.
        berikut: cuts after which the act that nobody was told of was there.
        ulang: acts done again with the same token; `ulang_beda` of them gave something else.
    """

    potongan: int = 0
    hilang: int = 0
    rusak: int = 0
    berikut: int = 0
    ulang: int = 0
    ulang_beda: int = 0
    kerja: Counter = field(default_factory=Counter)
    cela: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bekal:
    """What opens a register: the key as its library is told it, and the key file."""

    kunci: str
    berkas: BerkasKunci


def open_kantor(folder: Path, cakram: Cakram, bekal: Bekal, **ganti: object) -> Kantor:
    """The counter of `folder`, its register on a disk in memory."""
    db = open_cakram(cakram, folder / NAMA_BERKAS, bekal.kunci, **ganti)
    migrate(db)
    jaga(db)
    return susun_kantor(Store.dari(db, bekal.berkas), folder, JamTetap(SENIN_PAGI))


def siapkan_folder(folder: Path) -> Bekal:
    """Make a register with its two officers."""
    store = make_meja(folder, JamTetap(SENIN_PAGI)).store
    store.close()
    return Bekal(kunci_register(store._db), store.berkas_kunci)


def rekam(folder: Path, biji: int, banyak: int, **ganti: object) -> Rekaman:
    """Let officers do so many acts on a recorded disk."""
    bekal = siapkan_folder(folder)
    awal = {NAMA_BERKAS: (folder / NAMA_BERKAS).read_bytes()}
    cakram = Cakram({nama: bytearray(isi) for nama, isi in awal.items()}, log=[])
    assert cakram.log is not None
    kantor = open_kantor(folder, cakram, bekal, **ganti)
    pekerja = Pekerja(biji)
    titik = [Titik(len(cakram.log), sidik_isi(kantor.store._db), None, ())]
    for _ in range(banyak):
        kerja = pekerja.pilih(kantor)
        nomor = jalankan(kantor, kerja)
        isi = sidik_isi(kantor.store._db)
        assert nomor is not None or isi == titik[-1].sidik, f"{kerja.nama}: ditolak, tetapi ditulis"
        titik.append(Titik(len(cakram.log), isi, kerja, nomor or ()))
    kantor.store.close()
    return Rekaman(folder, awal, cakram.log, titik)


def list_potongan(
    awal: dict[str, bytes], log: list[Catatan], di: list[int], acak: random.Random
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """The files that a disk shows after a power cut at each of these places of the log, in order.

    Args:
        di: numbers of log entries, rising: so many had been asked of the disk.
    """
    piring = _Piring(awal)
    sudah = 0
    for tempat in di:
        for catatan in log[sudah:tempat]:
            piring.minta(catatan)
        sudah = tempat
        yield tempat, piring.padam(acak)


class _Piring:
    """What a disk holds for certain, and what is still on its way there."""

    def __init__(self, awal: dict[str, bytes]) -> None:
        self._tetap = {nomor: bytearray(isi) for nomor, isi in enumerate(awal.values())}
        self._folder = {nama: nomor for nomor, nama in enumerate(awal)}
        self._kini = dict(self._folder)
        self._tunda: list[tuple[int, Catatan]] = []
        self._tunda_folder: list[tuple[str, int | None]] = []

    def minta(self, c: Catatan) -> None:
        if c.apa == "buat":
            nomor = len(self._tetap)
            self._tetap[nomor] = bytearray()
            self._kini[c.berkas] = nomor
            self._tunda_folder.append((c.berkas, nomor))
        elif c.apa == "hapus":
            del self._kini[c.berkas]
            self._tunda_folder.append((c.berkas, None))
        elif c.apa == "sinkron":
            self._sinkron(self._kini[c.berkas])
        else:
            self._tunda.append((self._kini[c.berkas], c))

    def _sinkron(self, nomor: int) -> None:
        for satu, catatan in self._tunda:
            if satu == nomor:
                _terapkan(self._tetap[nomor], catatan)
        self._tunda = [t for t in self._tunda if t[0] != nomor]
        for nama, isi in self._tunda_folder:
            _ubah_folder(self._folder, nama, isi)
        self._tunda_folder = []

    def padam(self, acak: random.Random) -> dict[str, bytes]:
        """The files after a cut now; the disk itself goes on as if there was none."""
        cara = acak.choice(CARA)
        folder = dict(self._folder)
        sampai = len(self._tunda_folder)
        sampai = {"tidak": 0, "semua": sampai}.get(cara, acak.randint(0, sampai))
        for nama, isi in self._tunda_folder[:sampai]:
            _ubah_folder(folder, nama, isi)
        berkas = {nomor: bytearray(isi) for nomor, isi in self._tetap.items()}
        for nomor, catatan in self._pilih(cara, acak):
            _terapkan(berkas[nomor], catatan)
        return {nama: bytes(berkas[nomor]) for nama, nomor in folder.items()}

    def _pilih(self, cara: str, acak: random.Random) -> list[tuple[int, Catatan]]:
        if cara == "tidak":
            return []
        if cara == "semua":
            return self._tunda
        sobek = [(nomor, s) for nomor, catatan in self._tunda for s in _sobek(catatan)]
        if cara == "awal":
            return sobek[: acak.randint(0, len(sobek))]
        return [satu for satu in sobek if acak.random() < 0.5]


def _ubah_folder(folder: dict[str, int], nama: str, nomor: int | None) -> None:
    if nomor is None:
        folder.pop(nama, None)
    else:
        folder[nama] = nomor


def _terapkan(isi: bytearray, catatan: Catatan) -> None:
    if catatan.apa == "potong":
        del isi[catatan.tempat :]
    else:
        tulis(isi, catatan.tempat, catatan.isi)


def _sobek(catatan: Catatan) -> Iterator[Catatan]:
    """A write in the pieces that a disk writes whole."""
    if catatan.apa != "tulis":
        yield catatan
        return
    mulai, akhir = catatan.tempat, catatan.tempat + len(catatan.isi)
    while mulai < akhir:
        sampai = min(akhir, (mulai // SOBEKAN + 1) * SOBEKAN)
        isi = catatan.isi[mulai - catatan.tempat : sampai - catatan.tempat]
        yield Catatan("tulis", catatan.berkas, mulai, isi)
        mulai = sampai


def padamkan(rekaman: Rekaman, banyak: int, biji: int, tiap_ulang: int = 20) -> Hasil:
    """Cut the power so many times and look at what the program finds.

    Args:
        tiap_ulang: after each so many cuts the act under way is done again, with its token.
    """
    acak = random.Random(biji)
    di = sorted(_tempat(rekaman, acak) for _ in range(banyak))
    ruang = rekaman.folder.parent / "padam"
    hasil = Hasil()
    for tempat, berkas in list_potongan(rekaman.awal, rekaman.log, di, acak):
        hasil.potongan += 1
        sampai = max(n for n, titik in enumerate(rekaman.titik) if titik.log <= tempat)
        pulihkan(rekaman.folder, ruang, berkas)
        try:
            store = Store(ruang)
        except OfficerError as galat:
            hasil.rusak += 1
            hasil.cela.append(f"{tempat}: {galat}")
            continue
        try:
            _periksa_potongan(store, rekaman, sampai, hasil)
            if hasil.potongan % tiap_ulang == 0:
                _ulangi(store, ruang, rekaman, sampai, hasil)
        finally:
            store.close()
    return hasil


def _tempat(rekaman: Rekaman, acak: random.Random) -> int:
    """Where to cut: anywhere, and every third time about where an act is being committed."""
    if acak.random() < 1 / 3:
        akhir = acak.choice(rekaman.titik[1:]).log
        return max(rekaman.titik[0].log, akhir - acak.randrange(8))
    return acak.randint(rekaman.titik[0].log, len(rekaman.log))


def pulihkan(asal: Path, ruang: Path, berkas: dict[str, bytes]) -> None:
    """A data folder as it is found after the cut."""
    shutil.rmtree(ruang, ignore_errors=True)
    ruang.mkdir()
    shutil.copy(asal / NAMA_KUNCI, ruang / NAMA_KUNCI)
    for nama, isi in berkas.items():
        (ruang / nama).write_bytes(isi)


def _periksa_potongan(store: Store, rekaman: Rekaman, sampai: int, hasil: Hasil) -> None:
    if cela := list_cela(store):
        hasil.rusak += 1
        hasil.cela.append(f"{sampai}: {cela}")
        return
    isi, titik = sidik_isi(store._db), rekaman.titik
    if isi == titik[sampai].sidik:
        return
    hasil.kerja[(titik[sampai + 1].kerja or titik[sampai].kerja).nama] += 1
    if sampai + 1 < len(titik) and isi == titik[sampai + 1].sidik:
        hasil.berikut += 1
    else:
        hasil.hilang += 1
        hasil.cela.append(f"{sampai}: isi register lain")


def _ulangi(store: Store, folder: Path, rekaman: Rekaman, sampai: int, hasil: Hasil) -> None:
    """The officer, who was told nothing, presses once more: the register is as after one press."""
    if sampai + 1 == len(rekaman.titik):
        return
    lanjut = rekaman.titik[sampai + 1]
    if not lanjut.kerja.bertoken or lanjut.sidik == rekaman.titik[sampai].sidik:
        return
    kantor = susun_kantor(store, folder, JamTetap(SENIN_PAGI))
    hasil.ulang += 1
    nomor = jalankan(kantor, lanjut.kerja)
    if nomor != lanjut.nomor or sidik_isi(store._db) != lanjut.sidik:
        hasil.ulang_beda += 1
        hasil.cela.append(f"{sampai}: {lanjut.kerja.nama} ulang memberi {nomor}")
