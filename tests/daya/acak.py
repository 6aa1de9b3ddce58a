"""Numbers: whatever is done in whatever order, none is missing, given twice, or given again."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from daya.cakram import Cakram
from daya.kerja import jalankan
from daya.padam import Bekal, open_kantor, siapkan_folder
from daya.pekerja import Pekerja
from daya.periksa import list_cela

from sooko_desk.data.buka import NAMA_BERKAS

if TYPE_CHECKING:
    from pathlib import Path

    from builders import Kantor
    from daya.kerja import Kerja

SATU_REGISTER = 2000
"""Acts after which a new register is begun: what the screens read grows with it."""
_JENIS = {
    "terima": 40,
    "gerak": 24,
    "kirim": 12,
    "pesan_blangko": 4,
    "susulan": 7,
    "batal_blangko": 2,
    "tutup_hari": 1,
}
_ULANG, _PUTUS = 0.1, 0.01
"""How often an earlier act comes once more, and how often the program ends without a word."""


@dataclass
class HasilAcak:
    """What came of it.

    Attributes:
        kerja: acts, refused ones and repetitions among them.
        nomor: numbers that were given out.
        salah: gaps, doubles, numbers given again, and repetitions that changed something.
    """

    kerja: int = 0
    nomor: int = 0
    ditolak: int = 0
    diulang: int = 0
    salah: int = 0
    cela: list[str] = field(default_factory=list)

    def catat(self, apa: str) -> None:
        self.salah += 1
        self.cela.append(apa)


def acak_kerja(folder: Path, banyak: int, biji: int) -> HasilAcak:
    """So many acts at random, some repeated, the program ended in between."""
    hasil = HasilAcak()
    while hasil.kerja < banyak:
        data = folder / f"data{hasil.kerja}"
        _satu_register(data, min(SATU_REGISTER, banyak - hasil.kerja), biji + hasil.kerja, hasil)
    return hasil


def _satu_register(folder: Path, banyak: int, biji: int, hasil: HasilAcak) -> None:
    bekal = siapkan_folder(folder)
    cakram = Cakram({NAMA_BERKAS: bytearray((folder / NAMA_BERKAS).read_bytes())})
    kantor = open_kantor(folder, cakram, bekal)
    acak, pekerja = random.Random(biji), Pekerja(biji)
    sudah: list[tuple[Kerja, tuple[str, ...]]] = []
    terpakai: set[str] = set()
    for _ in range(banyak):
        hasil.kerja += 1
        if sudah and acak.random() < _ULANG:
            _ulangi(kantor, *acak.choice(sudah), hasil)
            continue
        if acak.random() < _PUTUS:
            kantor = _putus(kantor, folder, cakram, bekal)
        kerja = _pilih(pekerja, kantor, acak)
        nomor = jalankan(kantor, kerja)
        if nomor is None:
            hasil.ditolak += 1
            continue
        sudah.append((kerja, nomor))
        baru = nomor if kerja.nama != "susulan" else ()  # the slip had it already
        for satu in baru:
            if satu in terpakai:
                hasil.catat(f"{kerja.nama}: {satu} diberikan lagi")
        terpakai.update(baru)
        hasil.nomor += len(baru)
    for cela in list_cela(kantor.store):
        hasil.catat(cela)
    kantor.store.close()


def _pilih(pekerja: Pekerja, kantor: Kantor, acak: random.Random) -> Kerja:
    while True:
        try:
            return pekerja.pilih(kantor, acak.choices(list(_JENIS), list(_JENIS.values()))[0])
        except LookupError:
            continue


def _ulangi(kantor: Kantor, kerja: Kerja, nomor: tuple[str, ...], hasil: HasilAcak) -> None:
    """The same press once more: it changes nothing, and a known number is given back."""
    kini = kantor.clock.now()
    sebelum = _ditulis(kantor)
    lagi = jalankan(kantor, kerja)
    kantor.clock.atur(kini)
    hasil.diulang += 1
    if _ditulis(kantor) != sebelum:
        hasil.catat(f"{kerja.nama} ulang mengubah register")
    if lagi is not None and kerja.nama != "gerak" and lagi != nomor:
        hasil.catat(f"{kerja.nama} ulang memberi {lagi}, semula {nomor}")


def _ditulis(kantor: Kantor) -> int:
    """Rows that this connection has written so far."""
    return int(kantor.store._db.execute_sql("SELECT total_changes()").fetchone()[0])


def _putus(kantor: Kantor, folder: Path, cakram: Cakram, bekal: Bekal) -> Kantor:
    """The program ends within an act, and is started again."""
    kini, db = kantor.clock.now(), kantor.store._db
    db.begin("IMMEDIATE")
    db.execute_sql("UPDATE petugas SET pin = 'x'")
    disk = cakram.salin()
    db.rollback()
    kantor.store.close()
    cakram.pasang(disk)
    baru = open_kantor(folder, cakram, bekal)
    baru.clock.atur(kini)
    return baru
